/* test-import-job.c: good and bad inputs, none lost
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <unistd.h>

#include "dateline-data-dir.h"
#include "dateline-import-job.h"

#define STRIKE "BAGHDAD, Jan 24 (Example) - An air strike killed three fighters near Mosul on Tuesday, police said.\n"

typedef struct
{
  char           *folder;
  DatelineStore  *store;
  DatelineEngine *engine;
  GListStore     *files;
  GAsyncResult   *result;
  guint           n_progress;
} Fixture;

typedef struct
{
  const char *name;
  const char *bytes;
  gssize      length; /* −1 up to the nul */
} Input;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *path = dateline_data_find ("engine.dat");

  g_assert_nonnull (path);
  fixture->folder = g_dir_make_tmp ("dateline-import-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->store = dateline_store_open (NULL, &error);
  g_assert_no_error (error);
  fixture->engine = dateline_engine_open (path, &error);
  g_assert_no_error (error);
  fixture->files = g_list_store_new (G_TYPE_FILE);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char      *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, name, NULL);

      remove_all (below);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_all (fixture->folder);
  g_free (fixture->folder);
  g_clear_object (&fixture->result);
  g_clear_object (&fixture->files);
  dateline_store_free (fixture->store);
  dateline_engine_free (fixture->engine);
}

static void
add_path (Fixture *fixture, const char *name)
{
  g_autofree char  *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_list_store_append (fixture->files, file);
}

static void
add_input (Fixture *fixture, Input input)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *path = g_build_filename (fixture->folder, input.name, NULL);

  g_file_set_contents (path, input.bytes, input.length, &error);
  g_assert_no_error (error);
  add_path (fixture, input.name);
}

static void
on_progress_cb (guint n_read, guint n_incidents, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->n_progress++;
}

static void
on_imported_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->result = g_object_ref (result);
}

static DatelineImportReport *
import (Fixture *fixture, GCancellable *cancellable)
{
  g_autoptr (GError)    error = NULL;
  DatelineImportReport *report;

  dateline_import_async (fixture->store, fixture->engine, G_LIST_MODEL (fixture->files),
                         on_progress_cb, fixture, cancellable, on_imported_cb, fixture);
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  report = dateline_import_finish (fixture->result, &error);
  g_assert_no_error (error);
  return report;
}

static void
assert_counts (Fixture *fixture, const DatelineImportReport *report)
{
  g_autoptr (GError)  error = NULL;
  DatelineStoreCounts counts = { 0 };

  g_assert_true (dateline_store_get_counts (fixture->store, &counts, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (counts.n_articles, ==, report->n_read);
}

static void
assert_failed (const DatelineImportReport *report, const char *name)
{
  for (guint i = 0; i < report->failed->len; i++)
    {
      const DatelineImportFailure *failure = g_ptr_array_index (report->failed, i);

      if (g_strcmp0 (failure->name, name) != 0)
        continue;
      g_test_message ("%s: %s", failure->name, failure->reason);
      g_assert_cmpuint (strlen (failure->reason), >, 10);
      return;
    }
  g_error ("%s is not listed as failed", name);
}

static void
test_good_inputs (Fixture *fixture, gconstpointer data)
{
  static const Input inputs[] = {
    { "dispatch.txt", "date 2024-01-24\n" STRIKE, -1 },
    { "page.html", "<html><head><title>Rain</title><meta property='article:published_time' content='2024-01-25'></head><body><article><p>It rained in London for a whole day, and nobody minded it at all.</p></article></body></html>", -1 },
    { "lines.ndjson", "{\"id\":\"a\",\"published\":\"2024-01-24\",\"text\":\"An air strike hit Raqqa on Monday.\"}\n{\"id\":\"b\",\"published\":\"2024-01-25\",\"text\":\"The minister spoke of bread.\"}\n", -1 },
  };
  g_autoptr (DatelineImportReport) report = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    add_input (fixture, inputs[i]);
  report = import (fixture, NULL);

  g_assert_cmpuint (report->n_read, ==, 4);
  g_assert_cmpuint (report->failed->len, ==, 0);
  g_assert_cmpuint (report->undated->len, ==, 0);
  g_assert_cmpuint (report->n_incidents, >=, 2);
  g_assert_cmpuint (report->nothing_found->len, ==, 2);
  g_assert_false (report->cancelled);
  assert_counts (fixture, report);
}

/* A file of 200 MB that takes no room on the disk. */
static void
add_huge_input (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "huge.txt", NULL);

  add_input (fixture, (Input){ "huge.txt", STRIKE, -1 });
  g_assert_cmpint (truncate (path, 200 * 1000 * 1000), ==, 0);
}

static void
test_bad_inputs (Fixture *fixture, gconstpointer data)
{
  g_autofree char                 *empty_folder = g_build_filename (fixture->folder, "empty-folder", NULL);
  g_autoptr (DatelineImportReport) report = NULL;

  add_path (fixture, "missing.txt");
  add_input (fixture, (Input){ "empty.txt", "", 0 });
  add_input (fixture, (Input){ "binary.txt", "\x7f\x45\x4c\x46\x02\x01\x01\x00\x00\x00\x00", 11 });
  add_input (fixture, (Input){ "latin.txt", "Une attaque a \xe9t\xe9 signal\xe9"
                                            "e \xe0 Mossoul.",
                               -1 });
  add_huge_input (fixture);
  g_assert_cmpint (g_mkdir (empty_folder, 0700), ==, 0);
  add_path (fixture, "empty-folder");
  add_input (fixture, (Input){ "good.txt", "date 2024-01-24\n" STRIKE, -1 });
  report = import (fixture, NULL);

  g_assert_cmpuint (report->n_read, ==, 1);
  g_assert_cmpuint (report->failed->len, ==, 6);
  assert_failed (report, "missing.txt");
  assert_failed (report, "empty.txt");
  assert_failed (report, "binary.txt");
  assert_failed (report, "latin.txt");
  assert_failed (report, "huge.txt");
  assert_failed (report, "empty-folder");
  assert_counts (fixture, report);
}

static void
test_article_without_a_date (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DatelineImportReport) report = NULL;

  add_input (fixture, (Input){ "undated.txt", "An air strike hit Raqqa yesterday.\n", -1 });
  report = import (fixture, NULL);

  g_assert_cmpuint (report->n_read, ==, 1);
  g_assert_cmpuint (report->failed->len, ==, 0);
  g_assert_cmpuint (report->undated->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (report->undated, 0), ==, "undated");
}

static void
test_bad_line_among_good (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DatelineImportReport) report = NULL;

  add_input (fixture, (Input){ "mixed.ndjson", "{\"text\":\"One.\"}\n{\"text\":\n{\"text\":\"Three.\"}\n", -1 });
  report = import (fixture, NULL);

  g_assert_cmpuint (report->n_read, ==, 2);
  g_assert_cmpuint (report->failed->len, ==, 1);
  assert_failed (report, "mixed.ndjson");
}

static void
test_many_articles (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString)              lines = g_string_new (NULL);
  g_autoptr (DatelineImportReport) report = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (lines, "{\"id\":\"%u\",\"published\":\"2024-01-24\",\"text\":\"Report %u. An air strike hit Raqqa on Monday.\"}\n", i, i);
  add_input (fixture, (Input){ "many.ndjson", lines->str, -1 });
  report = import (fixture, NULL);

  g_assert_cmpuint (report->n_read, ==, 1000);
  assert_counts (fixture, report);
}

#define WIRE                                                                                                                \
  "A car bomb exploded outside a police station in the east of Mosul on Tuesday morning, killing at least nine people and " \
  "wounding twenty others, a hospital official said. The blast tore the front off three shops and set several vehicles on " \
  "fire, residents told the agency by telephone. No group has said that it carried out the attack."

typedef struct
{
  guint  n_sketches;
  gint64 copy_of;
} Sketches;

static void
note_sketch (gint64 article, GBytes *sketch, gint64 copy_of, gpointer user_data)
{
  Sketches *sketches = user_data;

  sketches->n_sketches++;
  sketches->copy_of = MAX (sketches->copy_of, copy_of);
}

/* The same text is one article, in one import and in the next; a text
 * printed by another is a copy. */
static void
test_duplicates (Fixture *fixture, gconstpointer data)
{
  static const guint n_read[] = { 2, 0 }, n_known[] = { 1, 3 };
  g_autoptr (GError) error = NULL;
  Sketches           sketches = { 0 };

  add_input (fixture, (Input){ "a.txt", "date 2024-01-24\n" WIRE, -1 });
  add_input (fixture, (Input){ "b.txt", "date 2024-01-25\n" WIRE, -1 });
  add_input (fixture, (Input){ "c.txt", "date 2024-01-25\nBAGHDAD (Example) - " WIRE " Share this story.", -1 });
  for (guint i = 0; i < G_N_ELEMENTS (n_read); i++)
    {
      g_autoptr (DatelineImportReport) report = import (fixture, NULL);

      g_assert_cmpuint (report->n_read, ==, n_read[i]);
      g_assert_cmpuint (report->n_known, ==, n_known[i]);
      g_assert_cmpuint (report->failed->len, ==, 0);
      g_clear_object (&fixture->result);
    }

  g_assert_true (dateline_store_foreach_sketch (fixture->store, note_sketch, &sketches, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sketches.n_sketches, ==, 2);
  g_assert_cmpint (sketches.copy_of, ==, 1);
}

/* The file that an article came from can be told from any other. */
static void
test_source (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DatelineImportReport) report = NULL;
  g_autoptr (DatelineOrigin)       origin = NULL;
  g_autoptr (GError)               error = NULL;
  g_autofree char                 *expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, STRIKE, -1);

  add_input (fixture, (Input){ "strike.txt", STRIKE, -1 });
  report = import (fixture, NULL);
  g_assert_cmpuint (report->n_read, ==, 1);
  origin = dateline_store_load_origin (fixture->store, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (origin->source_sha256, ==, expected);
}

/* What many threads found is stored in the order in which it was read. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString)              lines = g_string_new (NULL);
  g_autoptr (DatelineImportReport) report = NULL;
  g_autoptr (GError)               error = NULL;

  for (guint i = 1; i <= 300; i++)
    {
      g_string_append_printf (lines, "{\"id\":\"%u\",\"text\":\"", i);
      for (guint j = 0; j < (i % 7) * 40; j++)
        g_string_append (lines, "An air strike hit Raqqa on Monday. ");
      g_string_append_printf (lines, "Report %u.\"}\n", i);
    }
  add_input (fixture, (Input){ "many.ndjson", lines->str, -1 });
  report = import (fixture, NULL);

  g_assert_cmpuint (report->n_read, ==, 300);
  for (guint i = 1; i <= 300; i++)
    {
      g_autoptr (DatelineArticle) article = dateline_store_load_article (fixture->store, i, &error);
      g_autofree char            *id = g_strdup_printf ("%u", i);

      g_assert_no_error (error);
      g_assert_cmpstr (article->id, ==, id);
    }
}

static void
on_first_progress_cb (guint n_read, guint n_incidents, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

/* What was read before it was stopped is kept, and nothing else. */
static void
test_cancelling (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString)              lines = g_string_new (NULL);
  g_autoptr (GCancellable)         cancellable = g_cancellable_new ();
  g_autoptr (GError)               error = NULL;
  g_autoptr (DatelineImportReport) report = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (lines, "{\"id\":\"%u\",\"text\":\"Report %u.\"}\n", i, i);
  add_input (fixture, (Input){ "many.ndjson", lines->str, -1 });

  dateline_import_async (fixture->store, fixture->engine, G_LIST_MODEL (fixture->files),
                         on_first_progress_cb, cancellable, cancellable, on_imported_cb, fixture);
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  report = dateline_import_finish (fixture->result, &error);
  g_assert_no_error (error);

  g_assert_true (report->cancelled);
  g_assert_cmpuint (report->n_read, <, 20000);
  assert_counts (fixture, report);
}

#define IMPORT_TEST(name, function) g_test_add ("/app/import/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  IMPORT_TEST ("good-inputs", test_good_inputs);
  IMPORT_TEST ("bad-inputs", test_bad_inputs);
  IMPORT_TEST ("article-without-a-date", test_article_without_a_date);
  IMPORT_TEST ("bad-line-among-good", test_bad_line_among_good);
  IMPORT_TEST ("many-articles", test_many_articles);
  IMPORT_TEST ("duplicates", test_duplicates);
  IMPORT_TEST ("source", test_source);
  IMPORT_TEST ("order", test_order);
  IMPORT_TEST ("cancelling", test_cancelling);

  return g_test_run ();
}
