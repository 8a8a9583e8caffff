/* test-crash.c: an import and an analyst, killed at any moment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A child reads articles into a project, or judges incidents of it, and
 * tells after each commit how far it is; its parent kills it, looks at the
 * file, and sends the next child on with it. $DATELINE_CRASHES says how
 * often, else it is a few times.
 */

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "dateline-data-dir.h"
#include "dateline-import-job.h"
#include "dateline-merge-job.h"
#include "dateline-project.h"
#include "dateline-store-private.h"

#define N_CRASHES 12
#define N_ARTICLES 600

/* What a child has told and the file must have. */
typedef struct
{
  guint n_articles;
  guint n_steps;
} Told;

static void
tell (const char *what, guint n)
{
  g_autofree char *line = g_strdup_printf ("%s %u\n", what, n);

  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    abort ();
}

static void
on_progress_cb (guint n_read, guint n_incidents, gpointer user_data)
{
  tell ("articles", n_read);
}

static void
on_done_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
import (DatelineStore *store, const char *articles)
{
  g_autofree char                 *data = dateline_data_find ("engine.dat");
  g_autoptr (DatelineEngine)       engine = dateline_engine_open (data, NULL);
  g_autoptr (GListStore)           files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile)                file = g_file_new_for_path (articles);
  g_autoptr (GAsyncResult)         imported = NULL, merged = NULL;
  g_autoptr (DatelineImportReport) report = NULL;

  g_list_store_append (files, file);
  dateline_import_async (store, engine, G_LIST_MODEL (files), on_progress_cb, NULL, NULL, on_done_cb, &imported);
  wait_for (&imported);
  report = dateline_import_finish (imported, NULL);
  tell ("articles", report->n_read);
  dateline_merge_async (store, NULL, on_done_cb, &merged);
  wait_for (&merged);
  g_assert_true (dateline_merge_finish (merged, NULL));
}

/* Accepts one incident after the other, and merges some. */
static void
review (DatelineSession *session)
{
  for (guint n = 0; n < 5000; n++)
    {
      const DatelineIncidentTable *table = dateline_session_get_table (session);
      gint64                       ids[] = { table->id[n * 7919 % table->n_rows], table->id[(n * 7919 + 1) % table->n_rows] };
      g_autofree char             *note = g_strdup_printf ("Note %u of %d", n, (int) getpid ());
      g_autoptr (GError)           error = NULL;

      if (n % 10 == 9 && ids[0] != ids[1])
        dateline_session_merge (session, ids, 2, "One blast", &error);
      else
        dateline_session_set_note (session, ids[0], note, &error);
      g_assert_no_error (error);
      tell ("steps", n + 1);
    }
}

static int
be_child (char **argv)
{
  g_autoptr (GError)          error = NULL;
  g_autoptr (DatelineSession) session = dateline_project_new (argv[2], &error);

  g_assert_no_error (error);
  if (g_str_equal (argv[1], "--import"))
    import (dateline_session_get_store (session), argv[3]);
  else
    review (session);
  return 0;
}

/* Articles that no other round has. */
static void
write_articles (const char *path, guint round)
{
  static const char *const places[] = { "Mosul", "Aleppo", "Sanaa", "Idlib", "Taiz", "Kirkuk" };
  g_autoptr (GString)      lines = g_string_new (NULL);

  for (guint i = 0; i < N_ARTICLES; i++)
    g_string_append_printf (lines,
                            "{\"id\":\"%u-%u\",\"published\":\"2018-0%u-1%u\",\"text\":\"An air strike killed %u fighters near %s on Tuesday, police said. "
                            "Article %u of round %u.\"}\n",
                            round, i, i % 9 + 1, i % 7, i % 40 + 2, places[i % 6], i, round);
  g_assert_true (g_file_set_contents (path, lines->str, -1, NULL));
}

/* Lets a child run for a while, kills it, and reads what it told. */
static Told
run_and_kill (const char *program, const char *mode, const char *project, const char *articles, guint delay_ms)
{
  const char         *argv[] = { program, mode, project, articles, NULL };
  g_autoptr (GError)  error = NULL;
  g_autoptr (GString) output = g_string_new (NULL);
  g_auto (GStrv)      lines = NULL;
  Told                told = { 0 };
  GPid                pid;
  int                 pipe, status;
  char                buffer[4096];
  gssize              n;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL, &pipe, NULL, &error);
  g_assert_no_error (error);
  g_usleep (delay_ms * 1000);
  kill (pid, SIGKILL);
  while ((n = read (pipe, buffer, sizeof buffer)) > 0)
    g_string_append_len (output, buffer, n);
  close (pipe);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true ((WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL) || (WIFEXITED (status) && WEXITSTATUS (status) == 0));

  lines = g_strsplit (output->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++)
    if (g_str_has_prefix (lines[i], "articles "))
      told.n_articles = (guint) atoi (lines[i] + strlen ("articles "));
    else
      told.n_steps = (guint) atoi (lines[i] + strlen ("steps "));
  return told;
}

static char *
query (sqlite3 *database, const char *sql)
{
  GString      *found = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (found, "%s;", (const char *) sqlite3_column_text (statement, 0));
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
  return g_string_free (found, FALSE);
}

static void
assert_query (sqlite3 *database, const char *sql, const char *expected)
{
  g_autofree char *found = query (database, sql);

  g_test_message ("%s", sql);
  g_assert_cmpstr (found, ==, expected);
}

static guint
count (sqlite3 *database, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", table);
  g_autofree char *found = query (database, sql);

  return (guint) atoi (found);
}

/* Nothing is torn, nothing dangles, and the index knows what is there. */
static void
assert_sound (sqlite3 *database)
{
  assert_query (database, "PRAGMA integrity_check", "ok;");
  assert_query (database, "PRAGMA foreign_key_check", "");
  assert_query (database, "INSERT INTO article_text (article_text) VALUES ('integrity-check')", "");
  assert_query (database, "INSERT INTO incident_text (incident_text) VALUES ('integrity-check')", "");
  assert_query (database, "SELECT count(*) FROM incident WHERE id NOT IN (SELECT rowid FROM incident_text)", "0;");
  assert_query (database, "SELECT count(*) FROM incident AS w WHERE w.article IS NULL"
                          " AND (SELECT count(*) FROM incident AS r WHERE r.part_of = w.id) < 2",
                "0;");
}

static void
merge (DatelineStore *store)
{
  g_autoptr (GAsyncResult) merged = NULL;
  gboolean                 unmerged;

  dateline_merge_async (store, NULL, on_done_cb, &merged);
  wait_for (&merged);
  g_assert_true (dateline_merge_finish (merged, NULL));
  g_assert_true (dateline_store_get_unmerged (store, &unmerged, NULL));
  g_assert_false (unmerged);
}

static void
test_killed (gconstpointer data)
{
  const char      *program = data;
  g_autofree char *folder = g_dir_make_tmp ("dateline-XXXXXX", NULL);
  g_autofree char *project = g_build_filename (folder, "project.dateline", NULL);
  g_autofree char *articles = g_build_filename (folder, "articles.ndjson", NULL);
  const char      *wanted = g_getenv ("DATELINE_CRASHES");
  guint            n_crashes = wanted != NULL ? (guint) atoi (wanted) : N_CRASHES;
  guint            n_articles = 0, n_steps = 0, n_half = 0;

  for (guint i = 0; i < n_crashes; i++)
    {
      gboolean                  reviews = i % 3 == 2 && n_articles > 0;
      g_autoptr (GError)        error = NULL;
      g_autoptr (DatelineStore) store = NULL;
      gboolean                  unmerged;
      Told                      told;

      write_articles (articles, i);
      told = run_and_kill (program, reviews ? "--review" : "--import", project, articles, (guint) g_test_rand_int_range (10, 500));
      store = dateline_store_open (project, &error);
      g_assert_no_error (error);
      assert_sound (store->database);
      g_test_message ("round %u: %u articles and %u steps told, %u and %u there", i, told.n_articles, told.n_steps,
                      count (store->database, "article") - n_articles, count (store->database, "step") - n_steps);
      g_assert_cmpuint (count (store->database, "article"), >=, n_articles + told.n_articles);
      g_assert_cmpuint (count (store->database, "step"), >=, n_steps + told.n_steps);
      n_articles = count (store->database, "article");
      n_steps = count (store->database, "step");

      g_assert_true (dateline_store_get_unmerged (store, &unmerged, &error));
      n_half += unmerged;
      if (unmerged)
        merge (store);
    }
  g_test_message ("%u crashes, %u of them before the merge: %u articles, %u steps", n_crashes, n_half, n_articles, n_steps);
  g_assert_cmpuint (n_articles, >, 0);
  g_assert_cmpuint (n_steps, >, 0);

  g_remove (articles);
  dateline_project_remove (project);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  if (argc > 2 && (g_str_equal (argv[1], "--import") || g_str_equal (argv[1], "--review")))
    return be_child (argv);

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/app/crash/killed", program, test_killed);
  return g_test_run ();
}
