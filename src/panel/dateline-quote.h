/* dateline-quote.h: some words of an article, with a little around them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-article.h"
#include "dateline-span.h"

G_BEGIN_DECLS

char *dateline_quote_as_line (const DatelineArticle *article, DatelineSpan span);
char *dateline_quote_around (const DatelineArticle *article, DatelineSpan span);

G_END_DECLS
