/* dateline-article.c: a news article as read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-article.h"

#include <gcrypt.h>
#include <string.h>

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
  g_free (article->copy_of);
  g_free (article->text_sha256);
  g_free (article->source_sha256);
  g_free (article);
}

/* The library wants to be asked for its version before anything else. */
static void
wake_gcrypt (void)
{
  static gsize awake = 0;

  if (g_once_init_enter (&awake))
    {
      gcry_check_version (NULL);
      gcry_control (GCRYCTL_INITIALIZATION_FINISHED, 0);
      g_once_init_leave (&awake, 1);
    }
}

/**
 * dateline_article_write_sha256:
 * @article: an article
 * @hex: (out): %DATELINE_SHA256_SIZE bytes: the SHA-256 of the text as
 *   read, in hex, and a nul
 */
void
dateline_article_write_sha256 (const DatelineArticle *article, char *hex)
{
  static const char digits[] = "0123456789abcdef";
  guint8            digest[(DATELINE_SHA256_SIZE - 1) / 2];

  if (article->text_sha256 != NULL && strlen (article->text_sha256) == DATELINE_SHA256_SIZE - 1)
    {
      memcpy (hex, article->text_sha256, DATELINE_SHA256_SIZE);
      return;
    }
  wake_gcrypt ();
  gcry_md_hash_buffer (GCRY_MD_SHA256, digest, article->text, article->length);
  for (gsize i = 0; i < sizeof digest; i++)
    {
      hex[2 * i] = digits[digest[i] >> 4];
      hex[2 * i + 1] = digits[digest[i] & 15];
    }
  hex[2 * sizeof digest] = '\0';
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
  char hex[DATELINE_SHA256_SIZE];

  dateline_article_write_sha256 (article, hex);
  return g_strdup (hex);
}
