/* test-files.c: opening good, bad and foreign project files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dateline-store-private.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

/* A child works in its parent's folder. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  if (g_test_subprocess ())
    return;

  fixture->folder = g_dir_make_tmp ("dateline-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "project.dateline", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char      *name;

  if (g_test_subprocess ())
    return;

  g_chmod (fixture->folder, 0700);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static DatelineStore *
open_project (const char *path)
{
  g_autoptr (GError) error = NULL;
  DatelineStore     *store = dateline_store_open (path, &error);

  g_assert_no_error (error);
  return store;
}

static gboolean
add_article (DatelineStore *store, guint number, GError **error)
{
  g_autofree char               *text = g_strdup_printf ("Article %u.", number);
  gsize                          length = strlen (text);
  g_autoptr (DatelineArticle)    article = dateline_article_new (NULL, g_steal_pointer (&text), length);
  g_autoptr (DatelineExtraction) extraction = dateline_extraction_new ();

  g_ptr_array_add (extraction->incidents, dateline_incident_new (DATELINE_INCIDENT_SHELLING));
  return dateline_store_add_extraction (store, article, extraction, error) != 0;
}

static void
add_articles (DatelineStore *store, guint first, guint end)
{
  g_autoptr (GError) error = NULL;
  gboolean           alone = sqlite3_get_autocommit (store->database);

  g_assert_true (!alone || dateline_store_begin (store, &error));
  for (guint i = first; i < end; i++)
    g_assert_true (add_article (store, i, &error));
  g_assert_true (!alone || dateline_store_commit (store, &error));
}

static guint
count_articles (DatelineStore *store)
{
  DatelineStoreCounts counts;
  g_autoptr (GError)  error = NULL;

  g_assert_true (dateline_store_get_counts (store, &counts, &error));
  return counts.n_articles;
}

static guint32
read_header_field (const char *path, gsize offset)
{
  g_autofree char *bytes = NULL;
  gsize            length;
  guint32          value;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpuint (length, >=, 100);
  memcpy (&value, bytes + offset, 4);
  return GUINT32_FROM_BE (value);
}

/* Source: "Database File Format", sqlite.org: user version at 60,
 * application id at 68, write version at 18 (2 for WAL). */
static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = NULL;

  dateline_store_free (open_project (fixture->path));
  g_assert_cmphex (read_header_field (fixture->path, 68), ==, 0x44544c4e);
  g_assert_cmpuint (read_header_field (fixture->path, 60), ==, 7);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, NULL, NULL));
  g_assert_cmpint (bytes[18], ==, 2);
}

static void
test_reopen (Fixture *fixture, gconstpointer data)
{
  DatelineStore *store = open_project (fixture->path);

  add_articles (store, 0, 5);
  dateline_store_free (store);
  store = open_project (fixture->path);
  g_assert_cmpuint (count_articles (store), ==, 5);
  dateline_store_free (store);
}

static void
test_statements (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DatelineStore) store = open_project (fixture->path);
  g_autoptr (GError)        error = NULL;

  for (guint i = 0; i < N_STATEMENTS; i++)
    {
      g_test_message ("%s", dateline_store_get_sql (i));
      g_assert_nonnull (dateline_store_prepare (store, i, &error));
      g_assert_no_error (error);
    }
}

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
}

static void
assert_left_alone (const char *path, int code)
{
  g_autofree char   *before = NULL;
  g_autofree char   *after = NULL;
  gsize              length_before, length_after;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (path, &before, &length_before, NULL));
  g_assert_null (dateline_store_open (path, &error));
  g_assert_error (error, DATELINE_STORE_ERROR, code);
  g_assert_nonnull (strstr (error->message, "project.dateline"));
  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
test_foreign_text (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strnfill (5000, 'x');

  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  assert_left_alone (fixture->path, DATELINE_STORE_ERROR_FOREIGN);
}

static void
test_foreign_database (Fixture *fixture, gconstpointer data)
{
  run_sql (fixture->path, data);
  assert_left_alone (fixture->path, DATELINE_STORE_ERROR_FOREIGN);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  dateline_store_free (open_project (fixture->path));
  run_sql (fixture->path, "PRAGMA user_version = 1000");
  assert_left_alone (fixture->path, DATELINE_STORE_ERROR_NEWER);
}

static void
test_empty_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DatelineStore) store = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  store = open_project (fixture->path);
  g_assert_cmpuint (count_articles (store), ==, 0);
}

static void
test_truncated (Fixture *fixture, gconstpointer data)
{
  DatelineStore *store = open_project (fixture->path);
  GStatBuf       buffer;

  add_articles (store, 0, 200);
  dateline_store_free (store);
  g_assert_cmpint (g_stat (fixture->path, &buffer), ==, 0);
  g_assert_cmpint (truncate (fixture->path, buffer.st_size / 2 / 4096 * 4096), ==, 0);
  assert_left_alone (fixture->path, DATELINE_STORE_ERROR_DAMAGED);
}

static void
ignore_summary (const DatelineIncidentSummary *summary, gpointer data)
{
}

/* Pages of zeros behind the first: opening may pass, reading must fail. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  DatelineStore     *store = open_project (fixture->path);
  g_autofree char   *bytes = NULL;
  gsize              length;
  g_autoptr (GError) error = NULL;

  add_articles (store, 0, 500);
  dateline_store_free (store);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  g_assert_cmpuint (length, >, 20 * 4096);
  memset (bytes + 4096, 0, length - 4096);
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));

  store = dateline_store_open (fixture->path, &error);
  if (store != NULL)
    g_assert_false (dateline_store_foreach_summary (store, ignore_summary, NULL, &error));
  g_assert_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, fixture->path));
  dateline_store_free (store);
}

static void
test_missing_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char   *path = g_build_filename (fixture->folder, "none", "project.dateline", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (dateline_store_open (path, &error));
  g_assert_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_OPEN);
  g_assert_nonnull (strstr (error->message, path));
  g_clear_error (&error);
  g_assert_null (dateline_store_open (fixture->folder, &error));
  g_assert_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_OPEN);
}

/* One window at a time, and the first is not disturbed. */
static void
test_busy (Fixture *fixture, gconstpointer data)
{
  DatelineStore     *first = open_project (fixture->path);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_assert_null (dateline_store_open (fixture->path, &error));
      g_assert_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_OPEN);
      g_assert_nonnull (strstr (error->message, fixture->path));
      g_assert_nonnull (strstr (error->message, "another window"));
      g_clear_error (&error);
      add_articles (first, i, i + 1);
    }
  dateline_store_free (first);

  first = open_project (fixture->path);
  g_assert_cmpuint (count_articles (first), ==, 2);
  dateline_store_free (first);
}

/* Root may write anywhere, so the child becomes nobody. */
static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  gboolean    folder_too = data != NULL;
  const char *path = g_getenv ("DATELINE_TEST_PATH");

  if (g_test_subprocess ())
    {
      g_autoptr (GError) error = NULL;

      if (geteuid () == 0)
        g_assert_cmpint (setgid (65534) + setuid (65534), ==, 0);
      g_assert_null (dateline_store_open (path, &error));
      g_assert_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_WRITE);
      g_assert_nonnull (strstr (error->message, path));
      return;
    }

  dateline_store_free (open_project (fixture->path));
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, folder_too ? 0555 : 0777), ==, 0);
  g_setenv ("DATELINE_TEST_PATH", fixture->path, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

/* A limit on the file's size stands in for a full disk. */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  if (g_test_subprocess ())
    {
      const char               *path = g_getenv ("DATELINE_TEST_PATH");
      g_autoptr (DatelineStore) store = open_project (path);
      struct rlimit             limit = { 400000, 400000 };
      g_autoptr (GError)        error = NULL;
      guint                     n = 0;

      signal (SIGXFSZ, SIG_IGN);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      while (n < 10000 && add_article (store, n, &error))
        n++;
      g_assert_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_WRITE);
      g_assert_nonnull (strstr (error->message, path));
      g_assert_cmpuint (n, >, 0);
      g_assert_cmpuint (count_articles (store), ==, n);
      return;
    }

  g_setenv ("DATELINE_TEST_PATH", fixture->path, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

/* Killed in the midst of a batch: what was committed is there, and
 * nothing of the batch. */
static void
test_killed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DatelineStore) store = NULL;

  if (g_test_subprocess ())
    {
      store = open_project (g_getenv ("DATELINE_TEST_PATH"));
      add_articles (store, 0, 30);
      g_assert_true (dateline_store_begin (store, NULL));
      add_articles (store, 30, 3000);
      raise (SIGKILL);
    }

  g_setenv ("DATELINE_TEST_PATH", fixture->path, TRUE);
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  store = open_project (fixture->path);
  g_assert_cmpuint (count_articles (store), ==, 30);
  add_articles (store, 30, 31);
  g_assert_cmpuint (count_articles (store), ==, 31);
}

/* Another connection sees what was committed, and the other way round;
 * who holds on sees what was. */
static void
test_another (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DatelineStore) own = open_project (fixture->path);
  g_autoptr (GError)        error = NULL;
  g_autoptr (DatelineStore) another = dateline_store_open_another (own, &error);
  guint                     before, after;

  g_assert_no_error (error);
  g_assert_true (dateline_store_get_generation (another, &before, NULL));
  add_articles (own, 0, 2);
  g_assert_true (dateline_store_get_generation (another, &after, NULL));
  g_assert_cmpuint (after, !=, before);
  g_assert_cmpuint (count_articles (another), ==, 2);
  g_assert_true (dateline_store_get_generation (another, &before, NULL));
  add_articles (another, 2, 3);
  g_assert_true (dateline_store_get_generation (another, &after, NULL));
  g_assert_cmpuint (after, ==, before);
  g_assert_cmpuint (count_articles (own), ==, 3);

  g_assert_true (dateline_store_hold (own, &error));
  add_articles (another, 3, 5);
  g_assert_cmpuint (count_articles (own), ==, 3);
  g_assert_true (dateline_store_rollback (own, &error));
  g_assert_cmpuint (count_articles (own), ==, 5);
}

static int has_begun;

static gpointer
write_until_wanted (gpointer data)
{
  DatelineStore *another = data;
  guint          n = 0;

  g_assert_true (dateline_store_begin (another, NULL));
  g_atomic_int_set (&has_begun, TRUE);
  while (!dateline_store_is_wanted (another))
    g_assert_true (add_article (another, 1000 + n++, NULL));
  g_assert_true (dateline_store_commit (another, NULL));
  return GUINT_TO_POINTER (n);
}

/* A batch of another thread ends when the window's own connection wants
 * to write; one that goes on is an error that says so. */
static void
test_turns (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DatelineStore) own = open_project (fixture->path);
  g_autoptr (DatelineStore) another = dateline_store_open_another (own, NULL);
  g_autoptr (GError)        error = NULL;
  GThread                  *thread;

  g_assert_true (dateline_store_begin (another, NULL));
  g_assert_false (dateline_store_begin (own, &error));
  g_assert_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_true (dateline_store_rollback (another, NULL));
  g_assert_true (dateline_store_begin (own, &error));
  g_assert_true (dateline_store_rollback (own, &error));

  thread = g_thread_new ("another", write_until_wanted, another);
  while (!g_atomic_int_get (&has_begun))
    g_thread_yield ();
  while (!dateline_store_begin (own, &error))
    {
      g_assert_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_BUSY);
      g_clear_error (&error);
    }
  g_assert_true (add_article (own, 1, NULL));
  g_assert_true (dateline_store_commit (own, NULL));
  g_assert_cmpuint (count_articles (own), >=, GPOINTER_TO_UINT (g_thread_join (thread)) + 1);
}

/* What has no file of its own is gone with the store. */
static void
test_temporary (Fixture *fixture, gconstpointer data)
{
  DatelineStore   *store = open_project (NULL);
  g_autofree char *path = g_strdup (dateline_store_file_get_path (store->file));

  add_articles (store, 0, 2);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  dateline_store_free (store);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, data, function) g_test_add ("/store/files/" name, Fixture, data, set_up, function, tear_down)
  ADD ("new", NULL, test_new);
  ADD ("reopen", NULL, test_reopen);
  ADD ("statements", NULL, test_statements);
  ADD ("foreign-text", NULL, test_foreign_text);
  ADD ("foreign-database", "CREATE TABLE contact (name TEXT)", test_foreign_database);
  ADD ("foreign-application", "PRAGMA application_id = 1196444487", test_foreign_database);
  ADD ("newer", NULL, test_newer);
  ADD ("empty-file", NULL, test_empty_file);
  ADD ("truncated", NULL, test_truncated);
  ADD ("damaged", NULL, test_damaged);
  ADD ("missing-folder", NULL, test_missing_folder);
  ADD ("busy", NULL, test_busy);
  ADD ("another", NULL, test_another);
  ADD ("turns", NULL, test_turns);
  ADD ("temporary", NULL, test_temporary);
  ADD ("read-only/file", NULL, test_read_only);
  ADD ("read-only/folder", "folder", test_read_only);
  ADD ("full-disk", NULL, test_full_disk);
  ADD ("killed", NULL, test_killed);
#undef ADD

  return g_test_run ();
}
