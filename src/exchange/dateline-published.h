/* dateline-published.h: the publication date as metadata writes it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-article.h"

G_BEGIN_DECLS

DatelineDay dateline_published_parse (const char *text);
DatelineDay dateline_published_find_in_url (const char *url);
gboolean    dateline_article_set_published (DatelineArticle *article, const char *text);

G_END_DECLS
