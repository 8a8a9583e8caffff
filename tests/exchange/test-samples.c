/* test-samples.c: the sample articles can be read, and all are accounted for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * $DATELINE_SAMPLES is their folder.
 */

#include <string.h>

#include "dateline-article-reader.h"

/* What SOURCES.tsv lists, "file" or "file article", to its number of rows. */
static GHashTable *
load_sources (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "SOURCES.tsv", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv)   lines = NULL;
  GHashTable      *sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      if (*lines[i] == '#' || *lines[i] == '\0' || g_str_has_prefix (lines[i], "file\t"))
        continue;
      g_assert_cmpuint (g_strv_length (cells), ==, 8);
      g_assert_true (g_str_has_prefix (cells[7], "https://"));
      g_hash_table_add (sources, *cells[1] != '\0' ? g_strdup (cells[1]) : g_strndup (cells[0], (gsize) (strrchr (cells[0], '.') - cells[0])));
    }
  return sources;
}

static void
test_samples (void)
{
  const char                       *folder = g_getenv ("DATELINE_SAMPLES");
  g_autoptr (GHashTable)            sources = load_sources (folder);
  g_autoptr (DatelineArticleReader) reader = dateline_article_reader_new (folder);
  guint                             n_articles = 0;

  for (;; n_articles++)
    {
      g_autoptr (GError)          error = NULL;
      g_autoptr (DatelineArticle) article = dateline_article_reader_next (reader, &error);

      g_assert_no_error (error);
      if (article == NULL)
        break;
      g_test_message ("%s: %s", article->id, article->title);
      g_assert_nonnull (article->title);
      g_assert_true (g_str_has_prefix (article->text, article->title));
      g_assert_cmpint (article->published_day, !=, DATELINE_DAY_NONE);
      g_assert_null (strstr (article->text, "Advertisement"));
      g_assert_true (g_hash_table_contains (sources, article->id));
    }
  g_assert_cmpuint (n_articles, ==, g_hash_table_size (sources));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/samples/read", test_samples);

  return g_test_run ();
}
