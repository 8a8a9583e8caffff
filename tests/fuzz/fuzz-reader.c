/* fuzz-reader.c: any bytes as an input of one format
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * DATELINE_FUZZ_NAME is the input's name, which says the format. Whatever
 * the bytes, an article is valid UTF-8 without NUL, an error has a message
 * that begins with the name, and what is written can be read back.
 */

#include <stdlib.h>
#include <string.h>

#include "dateline-article-reader.h"
#include "dateline-json-scanner.h"
#include "dateline-json-writer.h"

int LLVMFuzzerTestOneInput (const guint8 *bytes, size_t n_bytes);

static void
check (gboolean holds)
{
  if (!holds)
    abort ();
}

static void
check_article (const DatelineArticle *article)
{
  g_autoptr (DatelineExtraction) extraction = dateline_extraction_new ();
  g_autoptr (GString)            out = g_string_new (NULL);
  DatelineRejection              whole = { "fuzz", { 0, (guint32) article->length } };
  DatelineJsonScanner            scanner;

  check (article->id != NULL && strlen (article->text) == article->length && article->length > 0);
  check (g_utf8_validate_len (article->text, article->length, NULL));
  check (article->length <= DATELINE_ARTICLE_MAX_BYTES);
  check (article->title == NULL || g_utf8_validate (article->title, -1, NULL));
  g_array_append_val (extraction->rejected, whole);
  dateline_json_writer_write (out, article, extraction, NULL);
  check (g_utf8_validate_len (out->str, out->len, NULL));
  dateline_json_scanner_init (&scanner, out->str, out->len);
  check (dateline_json_scanner_skip (&scanner) && dateline_json_scanner_peek (&scanner) == '\0');
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, size_t n_bytes)
{
  g_autoptr (GBytes)                input = g_bytes_new (bytes, n_bytes);
  g_autoptr (DatelineArticleReader) reader = dateline_article_reader_new_for_bytes (DATELINE_FUZZ_NAME, input);
  size_t                            n_steps = 0, n_most = n_bytes * 1100 + 2; /* what deflate can make of them, at most */

  for (;;)
    {
      g_autoptr (GError)          error = NULL;
      g_autoptr (DatelineArticle) article = dateline_article_reader_next (reader, &error);

      check (article == NULL || error == NULL);
      if (article == NULL && error == NULL)
        return 0;
      if (article != NULL)
        check_article (article);
      else
        check (error->domain == DATELINE_EXCHANGE_ERROR && g_str_has_prefix (error->message, DATELINE_FUZZ_NAME));
      check (++n_steps <= n_most);
    }
}
