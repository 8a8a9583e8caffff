/* dateline-html-article.h: one HTML page to one article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-article.h"

G_BEGIN_DECLS

DatelineArticle *dateline_html_article_read (const char *name, const char *html, gsize length, GError **error);
char            *dateline_html_find_charset (const char *bytes, gsize n_bytes);

G_END_DECLS
