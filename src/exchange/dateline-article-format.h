/* dateline-article-format.h: what an input is, by its content and its name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DATELINE_ARTICLE_TEXT,
  DATELINE_ARTICLE_HTML,
  DATELINE_ARTICLE_FEED,
  DATELINE_ARTICLE_JSON,
  DATELINE_ARTICLE_NDJSON,
  DATELINE_ARTICLE_CSV,
  DATELINE_ARTICLE_MAIL,
  DATELINE_ARTICLE_MAILBOX,
  DATELINE_ARTICLE_MERGED, /* a merged list that we wrote */
  DATELINE_ARTICLE_ARCHIVE /* of any of these */
} DatelineArticleFormat;

char    *dateline_article_format_strip_compression (const char *name);
gboolean dateline_article_format_has_known_extension (const char *name);
gboolean dateline_article_format_find (const char *name, const char *head, gsize length, DatelineArticleFormat *format, GError **error);

G_END_DECLS
