/* test-sentences.c: sentence splits against tests/spec/sentences.txt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dateline-document.h"

#include <string.h>

#define BOUNDARY "‖"
#define MIN_ROWS 100

static DatelineData *data;

static char *
describe (const DatelineDocument *document)
{
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < document->n_sentences; i++)
    {
      g_autofree char *sentence = dateline_document_dup_text (document, dateline_document_get_sentence_span (document, i));

      g_string_append_printf (found, "%s%s", i > 0 ? BOUNDARY : "", sentence);
    }
  return g_string_free (found, FALSE);
}

static gboolean
check_row (guint number, const char *line)
{
  g_autofree char             *raw = g_strcompress (line);
  g_auto (GStrv)               sentences = g_strsplit (raw, BOUNDARY, -1);
  g_autofree char             *text = g_strjoinv ("", sentences);
  g_autoptr (DatelineDocument) document = dateline_document_new (data, text, strlen (text));
  g_autofree char             *expected = NULL;
  g_autofree char             *found = describe (document);

  for (guint i = 0; sentences[i] != NULL; i++)
    g_strstrip (sentences[i]);
  expected = g_strjoinv (BOUNDARY, sentences);
  if (strcmp (expected, found) == 0)
    return TRUE;
  g_test_message ("line %u\n  expected %s\n  found    %s", number, expected, found);
  return FALSE;
}

static void
test_table (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *contents = NULL;
  g_auto (GStrv)     lines = NULL;
  guint              n_rows = 0, n_wrong = 0;

  g_file_get_contents (g_getenv ("DATELINE_SPEC_SENTENCES"), &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      n_rows++;
      n_wrong += !check_row (i + 1, lines[i]);
    }
  g_test_message ("%u rows, %u wrong", n_rows, n_wrong);
  g_assert_cmpuint (n_rows, >=, MIN_ROWS);
  g_assert_cmpuint (n_wrong, ==, 0);
}

/* Each token lies in one sentence, each sentence has one. */
static void
test_partition (void)
{
  static const char            text[] = "Gen. Ali spoke at 6 p.m. in Hit.\n\nADVERTISEMENT\n\n“No.” He left… U.S. jets struck!? (Why?) — 3.5.1 . . . al-Qaim fell";
  g_autoptr (DatelineDocument) document = dateline_document_new (data, text, strlen (text));
  guint                        token = 0;

  for (guint i = 0; i < document->n_sentences; i++)
    {
      g_assert_cmpuint (document->sentences[i].first_token, ==, token);
      g_assert_cmpuint (document->sentences[i].end_token, >, token);
      for (; token < document->sentences[i].end_token; token++)
        g_assert_cmpuint (dateline_document_get_sentence (document, token), ==, i);
    }
  g_assert_cmpuint (token, ==, document->n_tokens);
}

static void
test_empty (void)
{
  static const char *const texts[] = { "", " ", "\n\n", "\u200b" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (DatelineDocument) document = dateline_document_new (data, texts[i], strlen (texts[i]));

      g_assert_cmpuint (document->n_sentences, ==, 0);
      g_assert_cmpuint (document->n_tokens, ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int                status;

  g_test_init (&argc, &argv, NULL);
  data = dateline_data_open (g_getenv ("DATELINE_ENGINE_DATA"), &error);
  g_assert_no_error (error);

  g_test_add_func ("/text/sentences/table", test_table);
  g_test_add_func ("/text/sentences/partition", test_partition);
  g_test_add_func ("/text/sentences/empty", test_empty);

  status = g_test_run ();
  dateline_data_free (data);
  return status;
}
