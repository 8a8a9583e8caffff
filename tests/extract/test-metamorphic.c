/* test-metamorphic.c: the same article, written otherwise, tells the same
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every article of tests/spec/articles.txt that tells an incident is written
 * anew in ways that change no fact: the incidents' types, days, places and
 * tolls must stay.
 */

#include <glib.h>
#include <string.h>

#include "article-examples.h"
#include "dateline-article-reader.h"
#include "dateline-engine.h"
#include "dateline-json-writer.h"

#define N_THREADS 4
#define LINE_LENGTH 60

typedef char *(*Rewrite) (const char *text);

typedef struct
{
  const ArticleExample *example;
  Rewrite               rewrite;
} Case;

static DatelineEngine *engine;

/* --- rewriting ----------------------------------------------------------- */

static char *
replace (const char *text, const char *from, const char *to)
{
  GString *result = g_string_new (text);

  g_string_replace (result, from, to, 0);
  return g_string_free (result, FALSE);
}

static char *
wrap (const char *text, const char *line_end)
{
  GString *result = g_string_new (NULL);
  guint    column = 0;

  for (const char *c = text; *c != '\0'; c++)
    {
      column = *c == '\n' ? 0 : column + 1;
      if (*c == '\n' || (*c == ' ' && column > LINE_LENGTH))
        {
          g_string_append (result, line_end);
          column = 0;
        }
      else
        g_string_append_c (result, *c);
    }
  return g_string_free (result, FALSE);
}

static char *
write_with_crlf (const char *text)
{
  return wrap (text, "\r\n");
}

static char *
write_with_lf (const char *text)
{
  return wrap (text, "\n");
}

static char *
write_with_curly_quotes (const char *text)
{
  g_autofree char *single = replace (text, "'", "’");

  return replace (single, "\"", "”");
}

static char *
write_with_no_break_spaces (const char *text)
{
  return replace (text, ", ", ",\302\240");
}

/* In the article's own sense: marks that a letter bears stand apart. */
static char *
write_decomposed (const char *text)
{
  g_autofree char *accented = replace (text, "Saada", "Saâda");

  return g_utf8_normalize (accented, -1, G_NORMALIZE_NFD);
}

static char *
write_with_other_article (const char *text)
{
  g_autofree char *el = replace (text, " al-", " el-");
  g_autofree char *capital = replace (el, " Al-", " El-");

  return replace (capital, "el-Qaeda", "al-Qaeda");
}

static char *
write_with_unrelated_paragraph (const char *text)
{
  return g_strconcat (text, "\n\nMinisters will meet next week to discuss the wheat harvest and new school books.\n", NULL);
}

static const struct
{
  const char *name;
  Rewrite     rewrite;
} rewrites[] = {
  { "crlf", write_with_crlf },
  { "lf", write_with_lf },
  { "curly-quotes", write_with_curly_quotes },
  { "no-break-spaces", write_with_no_break_spaces },
  { "nfd", write_decomposed },
  { "el", write_with_other_article },
  { "unrelated-paragraph", write_with_unrelated_paragraph },
};

/* --- what stays ---------------------------------------------------------- */

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static char *
describe (const DatelineIncident *incident)
{
  GString *words = g_string_new (dateline_incident_type_get_id (incident->type));

  g_string_append_printf (words, " %" G_GINT64_FORMAT "–%" G_GINT64_FORMAT " %d/%d", incident->when.interval.start, incident->when.interval.end,
                          incident->killed.best, incident->injured.best);
  for (guint i = 0; i < incident->places->len; i++)
    {
      const DatelinePlace *place = &g_array_index (incident->places, DatelinePlace, i);

      g_string_append_printf (words, " %s", place->id != NULL ? place->id : "-");
    }
  return g_string_free (words, FALSE);
}

static char *
describe_all (DatelineArticle *article, const char *published)
{
  g_autoptr (DatelineExtraction) extraction = NULL;
  g_autoptr (GPtrArray)          lines = g_ptr_array_new_with_free_func (g_free);
  GString                       *all = g_string_new (NULL);

  article->published_day = dateline_day_parse (published, NULL);
  extraction = dateline_engine_extract (engine, article, DATELINE_EXTRACT_DEFAULT);
  for (guint i = 0; i < extraction->incidents->len; i++)
    g_ptr_array_add (lines, describe (g_ptr_array_index (extraction->incidents, i)));
  g_ptr_array_sort (lines, compare_strings);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (all, "%s\n", (char *) g_ptr_array_index (lines, i));
  return g_string_free (all, FALSE);
}

static char *
describe_text (const char *text, const char *published)
{
  g_autoptr (DatelineArticle) article = dateline_article_new ("a", g_strdup (text), strlen (text));

  return describe_all (article, published);
}

/* --- the tests ----------------------------------------------------------- */

static void
test_rewrite (gconstpointer data)
{
  const Case      *each = data;
  g_autofree char *rewritten = each->rewrite (each->example->text);
  g_autofree char *expected = describe_text (each->example->text, each->example->published);
  g_autofree char *found = describe_text (rewritten, each->example->published);

  if (strcmp (expected, found) == 0)
    return;
  g_test_message ("%s\n%s\n%swas\n%s", each->example->title, rewritten, found, expected);
  g_test_fail ();
}

static void
test_html (gconstpointer data)
{
  const ArticleExample             *example = data;
  g_autofree char                  *escaped = g_markup_escape_text (example->text, -1);
  g_autofree char                  *html = g_strdup_printf ("<!DOCTYPE html><html><head><title>News</title></head><body><nav><a href=\"/\">Home</a></nav><article><p>%s</p></article></body></html>", escaped);
  g_autoptr (GBytes)                bytes = g_bytes_new (html, strlen (html));
  g_autoptr (DatelineArticleReader) reader = dateline_article_reader_new_for_bytes ("a.html", bytes);
  g_autoptr (GError)                error = NULL;
  g_autoptr (DatelineArticle)       article = dateline_article_reader_next (reader, &error);
  g_autofree char                  *expected = describe_text (example->text, example->published);
  g_autofree char                  *found = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (article);
  found = describe_all (article, example->published);
  if (strcmp (expected, found) == 0)
    return;
  g_test_message ("%s\n%s\n%swas\n%s", example->title, article->text, found, expected);
  g_test_fail ();
}

static gpointer
write_examples (gpointer data)
{
  const GPtrArray *examples = data;
  GString         *json = g_string_new (NULL);

  for (guint i = 0; i < examples->len; i++)
    {
      const ArticleExample          *example = g_ptr_array_index (examples, i);
      g_autoptr (DatelineArticle)    article = dateline_article_new ("a", g_strdup (example->text), strlen (example->text));
      g_autoptr (DatelineExtraction) extraction = NULL;

      article->published_day = dateline_day_parse (example->published, NULL);
      extraction = dateline_engine_extract (engine, article, DATELINE_EXTRACT_EXPLAIN | DATELINE_EXTRACT_ENTITIES);
      dateline_json_writer_write (json, article, extraction, dateline_engine_get_data_sha256 (engine));
    }
  return g_string_free (json, FALSE);
}

/* One engine serves many threads, and says the same in each. */
static void
test_threads (gconstpointer data)
{
  g_autofree char *expected = write_examples ((gpointer) data);
  GThread         *threads[N_THREADS];

  g_assert_cmpuint (strlen (expected), >, 0);
  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("extract", write_examples, (gpointer) data);
  for (guint i = 0; i < N_THREADS; i++)
    {
      g_autofree char *found = g_thread_join (threads[i]);

      g_assert_cmpstr (found, ==, expected);
    }
}

static void
add_rewrites (const ArticleExample *example, guint number)
{
  for (guint i = 0; i < G_N_ELEMENTS (rewrites); i++)
    {
      g_autofree char *rewritten = rewrites[i].rewrite (example->text);
      g_autofree char *path = g_strdup_printf ("/extract/metamorphic/%s/%03u", rewrites[i].name, number);
      Case            *each;

      if (strcmp (rewritten, example->text) == 0)
        continue;
      each = g_new (Case, 1);
      *each = (Case){ example, rewrites[i].rewrite };
      g_test_add_data_func_full (path, each, test_rewrite, g_free);
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) examples = NULL;
  g_autoptr (GError)    error = NULL;
  int                   status;

  g_test_init (&argc, &argv, NULL);

  engine = dateline_engine_open (g_getenv ("DATELINE_ENGINE_DATA"), &error);
  g_assert_no_error (error);
  examples = article_examples_read (g_getenv ("DATELINE_SPEC"));
  for (guint i = 0; i < examples->len; i++)
    {
      const ArticleExample *example = g_ptr_array_index (examples, i);
      g_autofree char      *path = g_strdup_printf ("/extract/metamorphic/html/%03u", i + 1);

      if (!g_str_has_prefix (example->expected[0], "incident"))
        continue;
      add_rewrites (example, i + 1);
      g_test_add_data_func (path, example, test_html);
    }
  g_test_add_data_func ("/extract/metamorphic/threads", examples, test_threads);

  status = g_test_run ();
  dateline_engine_free (engine);
  return status;
}
