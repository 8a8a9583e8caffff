/* dateline-article.c: a news article as read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-article.h"

/**
 * dateline_article_new:
 * @id: (nullable): its name in its source
 * @text: (transfer full): valid UTF-8, nul-terminated
 * @length: bytes of @text
 *
 * Returns: (transfer full): an article without metadata
 */
DatelineArticle *
dateline_article_new (const char *id, char *text, gsize length)
{
  DatelineArticle *article = g_new0 (DatelineArticle, 1);

  article->id = g_strdup (id);
  article->published_day = DATELINE_DAY_NONE;
  article->text = text;
  article->length = length;

  return article;
}

void
dateline_article_free (DatelineArticle *article)
{
  if (article == NULL)
    return;

  g_free (article->id);
  g_free (article->title);
  g_free (article->publisher);
  g_free (article->url);
  g_free (article->published);
  g_free (article->text);
  g_free (article->source_sha256);
  g_free (article);
}

/**
 * dateline_article_get_sha256:
 * @article: an article
 *
 * Returns: (transfer full): the SHA-256 of the text as read, in hex
 */
char *
dateline_article_get_sha256 (const DatelineArticle *article)
{
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) article->text, article->length);
}
