/* test-data.c: the data file, whole and damaged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "dateline-data-writer.h"
#include "dateline-document.h"

static char *folder;

static char *
write_file (const char *name, const char *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *path = g_build_filename (folder, name, NULL);

  g_unlink (path);                                                                                 /* the old file may still be mapped */
  g_file_set_contents_full (path, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, &error); /* no fsync */
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

/* A small file: months, two people's ranks. */
static char *
compile (void)
{
  static const char              table[] = "# a comment\nphrases\tkind\tvalue\nJanuary|^Jan\tmonth\t1\n^IS|Islamic State\tgroup\t\n";
  g_autoptr (GError)             error = NULL;
  g_autoptr (DatelineDataWriter) writer = dateline_data_writer_new ();
  g_autofree char               *source = write_file ("table.tsv", table, strlen (table));
  g_autofree char               *path = g_build_filename (folder, "whole.dat", NULL);

  g_assert_true (dateline_data_writer_add_table (writer, DATELINE_LEXICON_TEMPORAL, source, &error));
  g_assert_no_error (error);
  g_assert_true (dateline_data_writer_save (writer, path, &error));
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

static void
test_whole (void)
{
  g_autoptr (GError)           error = NULL;
  g_autofree char             *path = compile ();
  g_autoptr (DatelineData)     data = dateline_data_open (path, &error);
  static const char            text[] = "In january the Islamic State fled; this is IS, not Is. jan, Jan.";
  g_autoptr (DatelineDocument) document = NULL;
  static const struct
  {
    guint first, n, row;
  } expected[] = { { 1, 1, 0 }, { 3, 2, 1 }, { 9, 1, 1 }, { 16, 1, 0 } };

  g_assert_no_error (error);
  g_assert_cmpuint (dateline_data_get_n_rows (data, DATELINE_LEXICON_TEMPORAL), ==, 2);
  g_assert_cmpuint (dateline_data_get_n_rows (data, DATELINE_LEXICON_ACTOR), ==, 0);
  g_assert_cmpint (dateline_data_find_column (data, DATELINE_LEXICON_TEMPORAL, "value"), ==, 2);
  g_assert_cmpint (dateline_data_find_column (data, DATELINE_LEXICON_TEMPORAL, "no such"), ==, -1);
  g_assert_cmpstr (dateline_data_get_cell (data, DATELINE_LEXICON_TEMPORAL, 0, 1), ==, "month");
  g_assert_cmpuint (strlen (dateline_data_get_sha256 (data)), ==, 64);

  document = dateline_document_new (data, text, strlen (text));
  g_assert_cmpuint (document->n_matches, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < document->n_matches; i++)
    {
      g_assert_cmpuint (document->matches[i].token, ==, expected[i].first);
      g_assert_cmpuint (document->matches[i].n_tokens, ==, expected[i].n);
      g_assert_cmpuint (document->matches[i].row, ==, expected[i].row);
    }
}

static void
test_same_bytes (void)
{
  g_autofree char *first = compile ();
  g_autofree char *a = NULL, *b = NULL;
  gsize            n_a, n_b;

  g_assert_true (g_file_get_contents (first, &a, &n_a, NULL));
  g_free (g_steal_pointer (&first));
  first = compile ();
  g_assert_true (g_file_get_contents (first, &b, &n_b, NULL));
  g_assert_cmpmem (a, n_a, b, n_b);
}

static void
assert_refused (const char *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *path = write_file ("damaged.dat", bytes, length);
  DatelineData      *data = dateline_data_open (path, &error);

  g_assert_null (data);
  g_assert_error (error, DATELINE_TEXT_ERROR, DATELINE_TEXT_ERROR_DATA);
  g_assert_nonnull (strstr (error->message, path));
}

static void
test_cut_off (void)
{
  g_autofree char *path = compile ();
  g_autofree char *bytes = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (gsize n = 0; n < length; n += n < 300 ? 1 : 53)
    assert_refused (bytes, n);
}

/* One byte changed: refused, or still safe to use. */
static void
test_changed (void)
{
  static const char text[] = "In January the Islamic State fled, said IS. Jan. 24, al-Qaim, U.S., 12:15";
  g_autofree char  *path = compile ();
  g_autofree char  *bytes = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  gsize             length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (guint i = 0; i < 1500; i++)
    {
      gsize                    at = (gsize) g_rand_int_range (random, 0, (gint32) length);
      char                     before = bytes[at];
      g_autofree char         *damaged = NULL;
      g_autoptr (DatelineData) data = NULL;

      bytes[at] = (char) g_rand_int_range (random, 0, 256);
      damaged = write_file ("changed.dat", bytes, length);
      data = dateline_data_open (damaged, NULL);
      bytes[at] = before;
      if (data != NULL)
        {
          g_autoptr (DatelineDocument) document = dateline_document_new (data, text, strlen (text));

          for (guint j = 0; j < document->n_matches; j++)
            g_assert_nonnull (dateline_document_get_cell (document, &document->matches[j], "kind"));
        }
    }
}

static void
test_others (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *missing = g_build_filename (folder, "no such file", NULL);
  static const char  zeros[4096];

  g_assert_null (dateline_data_open (missing, &error));
  g_assert_error (error, DATELINE_TEXT_ERROR, DATELINE_TEXT_ERROR_OPEN);
  g_assert_nonnull (strstr (error->message, missing));
  assert_refused ("", 0);
  assert_refused ("a text file, no data", strlen ("a text file, no data"));
  assert_refused (zeros, sizeof zeros);
}

/* Tables that the compiler must refuse, and the words it says so in. */
static void
test_tables (void)
{
  static const struct
  {
    const char *table;
    const char *message;
  } rows[] = {
    { "phrases\tkind\na\tb\tc\n", "line 2: expected 2 columns, found 3" },
    { "words\tkind\na\tb\n", "no column is named phrases" },
    { "# only a comment\n", "no line names the columns" },
    { "phrases\tkind\n…\tb\n", "a phrase without words" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError)             error = NULL;
      g_autoptr (DatelineDataWriter) writer = dateline_data_writer_new ();
      g_autofree char               *path = write_file ("wrong.tsv", rows[i].table, strlen (rows[i].table));

      g_assert_false (dateline_data_writer_add_table (writer, DATELINE_LEXICON_ACTOR, path, &error));
      g_assert_error (error, DATELINE_TEXT_ERROR, DATELINE_TEXT_ERROR_DATA);
      if (strstr (error->message, rows[i].message) == NULL || strstr (error->message, path) == NULL)
        g_error ("“%s” does not say “%s”", error->message, rows[i].message);
    }
}

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char      *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("dateline-data-XXXXXX", NULL);
  g_assert_nonnull (folder);

  g_test_add_func ("/text/data/whole", test_whole);
  g_test_add_func ("/text/data/same-bytes", test_same_bytes);
  g_test_add_func ("/text/data/cut-off", test_cut_off);
  g_test_add_func ("/text/data/changed", test_changed);
  g_test_add_func ("/text/data/others", test_others);
  g_test_add_func ("/text/data/tables", test_tables);

  status = g_test_run ();
  remove_folder ();
  return status;
}
