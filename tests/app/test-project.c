/* test-project.c: project files are made, opened and saved, or left as they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dateline-project.h"

#define N_ARTICLES 300

typedef struct
{
  char         *folder;
  char         *path; /* of no file yet */
  GAsyncResult *result;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("dateline-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "mine.dateline", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char      *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
add_report (DatelineStore *store, const char *words, gint64 copy_of)
{
  g_autofree char               *text = g_strdup_printf ("%s: a strike.", words);
  gsize                          length = strlen (text);
  g_autoptr (DatelineArticle)    article = dateline_article_new (NULL, g_steal_pointer (&text), length);
  g_autoptr (DatelineExtraction) extraction = dateline_extraction_new ();
  g_autoptr (GBytes)             sketch = g_bytes_new_static ("sketch", 6);
  g_autoptr (GError)             error = NULL;
  DatelineIncident              *incident = dateline_incident_new (DATELINE_INCIDENT_AIR_STRIKE);
  DatelineProvenance             provenance = { 0, { 0, 4 } };

  g_array_append_val (incident->evidence, provenance);
  g_ptr_array_add (extraction->incidents, incident);
  dateline_store_add_copy (store, article, extraction, sketch, copy_of, &error);
  g_assert_no_error (error);
}

static DatelineSession *
new_project (const char *path)
{
  g_autoptr (GError) error = NULL;
  DatelineSession   *session = dateline_project_new (path, &error);
  DatelineStore     *store;

  g_assert_no_error (error);
  store = dateline_session_get_store (session);
  g_assert_true (dateline_store_begin (store, &error));
  for (guint i = 0; i < N_ARTICLES; i++)
    {
      g_autofree char *words = g_strdup_printf ("Article %u", i);

      add_report (store, words, 0);
    }
  g_assert_true (dateline_store_commit (store, &error));
  dateline_session_reload (session);
  return session;
}

static guint
count_articles (DatelineSession *session)
{
  DatelineStoreCounts counts = { 0 };

  g_assert_true (dateline_store_get_counts (dateline_session_get_store (session), &counts, NULL));
  return counts.n_articles;
}

static void
on_done_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->result = g_object_ref (result);
}

/* What came of it, which holds the project no longer than this is held. */
static GAsyncResult *
wait_for_result (Fixture *fixture)
{
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (&fixture->result);
}

static DatelineSession *
open_project (Fixture *fixture, const char *path, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  dateline_project_open_async (path, on_done_cb, fixture);
  result = wait_for_result (fixture);
  return dateline_project_open_finish (result, error);
}

static gboolean
save (Fixture *fixture, DatelineSession *session, const char *path, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  dateline_project_save_async (session, path, on_done_cb, fixture);
  result = wait_for_result (fixture);
  return dateline_project_save_finish (result, error);
}

/* The project is where it was, and can be changed there. */
static void
assert_goes_on (DatelineSession *session)
{
  gint64             id = dateline_session_get_table (session)->id[0];
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_articles (session), ==, N_ARTICLES);
  g_assert_true (dateline_session_set_status (session, &id, 1, DATELINE_STATUS_ACCEPTED, &error));
  g_assert_no_error (error);
  g_assert_true (dateline_session_undo (session, &error));
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint            n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_save_as (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.dateline", NULL);
  DatelineSession *session = new_project (fixture->path);
  GError          *error = NULL;
  gint64           id = dateline_session_get_table (session)->id[0];

  g_assert_true (save (fixture, session, other, &error));
  g_assert_no_error (error);
  g_assert_true (dateline_session_set_note (session, id, "Seen", &error));
  g_assert_finalize_object (session);

  /* The change is in the copy alone; both are projects. */
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (DatelineReview) review = NULL;

      session = open_project (fixture, i == 0 ? other : fixture->path, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (count_articles (session), ==, N_ARTICLES);
      review = dateline_store_load_review (dateline_session_get_store (session), id, &error);
      g_assert_cmpstr (review->note, ==, i == 0 ? "Seen" : NULL);
      g_assert_finalize_object (session);
    }
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
}

/* A file that is there is replaced by a whole one. */
static void
test_save_over (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.dateline", NULL);
  DatelineSession *session = new_project (fixture->path);
  GError          *error = NULL;

  g_assert_true (g_file_set_contents (other, "no project", -1, NULL));
  g_assert_true (save (fixture, session, other, &error));
  g_assert_no_error (error);
  g_assert_finalize_object (session);
  session = open_project (fixture, other, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_articles (session), ==, N_ARTICLES);
  g_assert_finalize_object (session);
}

static void
test_save_over_open (Fixture *fixture, gconstpointer data)
{
  g_autofree char            *other = g_build_filename (fixture->folder, "other.dateline", NULL);
  g_autoptr (DatelineSession) session = new_project (fixture->path);
  g_autoptr (DatelineSession) theirs = new_project (other);
  g_autoptr (GError)          error = NULL;

  g_assert_false (save (fixture, session, other, &error));
  g_assert_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_OPEN);
  g_assert_nonnull (strstr (error->message, "other.dateline"));
  g_assert_nonnull (strstr (error->message, "another window"));
  assert_goes_on (session);
  assert_goes_on (theirs);
}

/* Root may write anywhere, so the child becomes nobody. */
static void
test_save_read_only (Fixture *fixture, gconstpointer data)
{
  const char *folder = g_getenv ("DATELINE_TEST_PATH");

  if (g_test_subprocess ())
    {
      g_autoptr (DatelineSession) session = NULL;
      g_autofree char            *path = g_build_filename (folder, "other.dateline", NULL);
      g_autoptr (GError)          error = NULL;

      if (geteuid () == 0)
        g_assert_cmpint (chown (fixture->folder, 65534, 65534) + setgid (65534) + setuid (65534), ==, 0);
      session = dateline_project_new (NULL, &error);
      g_assert_no_error (error);
      for (guint i = 0; i < 3; i++)
        {
          g_autofree char *words = g_strdup_printf ("Article %u", i);

          add_report (dateline_session_get_store (session), words, 0);
        }
      g_assert_false (save (fixture, session, path, &error));
      g_assert_true (error->domain == DATELINE_STORE_ERROR);
      g_assert_nonnull (strstr (error->message, "other.dateline"));
      g_assert_cmpuint (count_articles (session), ==, 3);
      add_report (dateline_session_get_store (session), "One more", 0);
      return;
    }

  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  g_setenv ("DATELINE_TEST_PATH", fixture->folder, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
}

/* A limit on the file's size stands in for a full disk. */
static void
test_save_full_disk (Fixture *fixture, gconstpointer data)
{
  if (g_test_subprocess ())
    {
      g_autoptr (DatelineSession) session = new_project (fixture->path);
      g_autofree char            *other = g_build_filename (fixture->folder, "other.dateline", NULL);
      g_autoptr (GError)          error = NULL;
      struct rlimit               limit = { 100000, RLIM_INFINITY };

      signal (SIGXFSZ, SIG_IGN);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      g_assert_false (save (fixture, session, other, &error));
      g_assert_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_WRITE);
      g_assert_nonnull (strstr (error->message, "other.dateline"));
      limit.rlim_cur = RLIM_INFINITY;
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
      assert_goes_on (session);
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
assert_refused (Fixture *fixture, int code)
{
  g_autofree char   *before = NULL, *after = NULL;
  gsize              length_before = 0, length_after = 0;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (fixture->path, &before, &length_before, NULL);
  g_assert_null (open_project (fixture, fixture->path, &error));
  g_assert_error (error, DATELINE_STORE_ERROR, code);
  g_assert_nonnull (strstr (error->message, "mine.dateline"));
  g_assert_cmpint (g_file_get_contents (fixture->path, &after, &length_after, NULL), ==, before != NULL);
  if (before != NULL)
    g_assert_cmpmem (before, length_before, after, length_after);
}

static void
test_open_missing (Fixture *fixture, gconstpointer data)
{
  assert_refused (fixture, DATELINE_STORE_ERROR_OPEN);
}

static void
test_open_foreign (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strnfill (5000, 'x');

  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  assert_refused (fixture, DATELINE_STORE_ERROR_FOREIGN);
}

/* Overwrites bytes of a project that nobody has open. */
static void
write_bytes (const char *path, gsize offset, const char *bytes, gsize n_bytes)
{
  FILE *file = g_fopen (path, "r+b");

  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, (long) offset, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite (bytes, 1, n_bytes, file), ==, n_bytes);
  g_assert_cmpint (fclose (file), ==, 0);
}

/* Source: "Database File Format", sqlite.org: user version at 60. */
static void
test_open_newer (Fixture *fixture, gconstpointer data)
{
  g_object_unref (new_project (fixture->path));
  write_bytes (fixture->path, 60, "\0\0\x10\0", 4);
  assert_refused (fixture, DATELINE_STORE_ERROR_NEWER);
}

static void
test_open_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *zeros = g_malloc0 (40 * 4096);

  g_object_unref (new_project (fixture->path));
  write_bytes (fixture->path, 4096, zeros, 40 * 4096);
  assert_refused (fixture, DATELINE_STORE_ERROR_DAMAGED);
}

static void
test_open_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DatelineSession) session = new_project (fixture->path);
  g_autoptr (GError)          error = NULL;

  g_assert_null (open_project (fixture, fixture->path, &error));
  g_assert_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_OPEN);
  g_assert_nonnull (strstr (error->message, "another window"));
  assert_goes_on (session);
}

/* What was not saved is found again, and is gone when it is removed. */
static void
test_scratch (Fixture *fixture, gconstpointer data)
{
  g_autofree char      *path = NULL;
  g_autoptr (GPtrArray) found = NULL;
  DatelineSession      *session;
  GError               *error = NULL;

  if (!g_test_subprocess ())
    {
      g_setenv ("XDG_DATA_HOME", fixture->folder, TRUE);
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }

  path = dateline_project_new_scratch_path ();
  g_assert_true (dateline_project_is_scratch (path));
  g_assert_false (dateline_project_is_scratch (fixture->path));
  g_object_unref (new_project (path));
  found = dateline_project_find_scratch ();
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (found, 0), ==, path);
  session = open_project (fixture, path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_articles (session), ==, N_ARTICLES);
  g_assert_finalize_object (session);

  dateline_project_remove (path);
  g_clear_pointer (&found, g_ptr_array_unref);
  found = dateline_project_find_scratch ();
  g_assert_cmpuint (found->len, ==, 0);
  {
    g_autofree char *scratch = g_path_get_dirname (path);
    g_autofree char *above = g_path_get_dirname (scratch);

    g_assert_cmpint (g_rmdir (scratch), ==, 0);
    g_assert_cmpint (g_rmdir (above), ==, 0);
  }
}

/* A wire copy that is merged by hand is no further source. */
static void
test_merge_copy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DatelineSession)  session = NULL;
  g_autoptr (DatelineIncident) whole = NULL;
  g_autoptr (GError)           error = NULL;
  gint64                       ids[] = { 1, 2, 3 };
  gboolean                     told = FALSE;

  session = dateline_project_new (fixture->path, &error);
  g_assert_no_error (error);
  add_report (dateline_session_get_store (session), "A wire", 0);
  add_report (dateline_session_get_store (session), "A paper", 1);
  add_report (dateline_session_get_store (session), "A witness", 0);
  dateline_session_reload (session);
  whole = dateline_store_load_incident (dateline_session_get_store (session),
                                        dateline_session_merge (session, ids, G_N_ELEMENTS (ids), NULL, &error), NULL);
  g_assert_no_error (error);
  for (guint i = 0; i < whole->rules->len; i++)
    told = told || strcmp (g_ptr_array_index (whole->rules, i), "merge.1-copy") == 0;
  g_assert_true (told);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/app/project/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("save-as", test_save_as);
  ADD ("save-over", test_save_over);
  ADD ("save-over-open", test_save_over_open);
  ADD ("save-read-only", test_save_read_only);
  ADD ("save-full-disk", test_save_full_disk);
  ADD ("open-missing", test_open_missing);
  ADD ("open-foreign", test_open_foreign);
  ADD ("open-newer", test_open_newer);
  ADD ("open-damaged", test_open_damaged);
  ADD ("open-twice", test_open_twice);
  ADD ("scratch", test_scratch);
  ADD ("merge-copy", test_merge_copy);
#undef ADD

  return g_test_run ();
}
