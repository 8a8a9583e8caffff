/* test-migrations.c: projects of every older version, opened by this one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "dateline-store-private.h"

/* What each migration was when it was released: none may ever change. */
static const char *const released[] = {
  "939f1e8a2fe02f289add3c0c58c3491fb0c592b589778eace1c9b457288b6a11",
  "47facc819e115aa6edacdca94e7ded2b6ee498d17f36986a18b2083340919f71",
  "54521b358a05a0ab60afe571d903b6846c63a524bf35dfc9a4771c4c07e8814a",
  "b3daf33af40dd2b842a5948cb2e07dba914231f377e57e56277bb965f503e244",
  "51ad3be7145b8535fe89fa1fb6305f6eb3d4ee15eac48aa4b3cecd54168a8b6e",
  "59322b35456150b27d11dbe0e5babf7b983b3439a490cc73059f466f51ca406a",
  "422c0349b070653c01fd1dcd9ed7fe2f44ef0d8c24783a72db5280ce0b635ac1",
};

/* An article with one report, and a whole of two, as version 1 had them. */
#define INCIDENT_VALUES "'air-strike', NULL, 0, 0, 1706054400, 1706140800, 1, 180, 'Asia/Baghdad', 0, NULL, 0, 0, 3, 3, 3, -1, -1, -1, -1, NULL, 0, 0, 0, 0.5, 'weak'"
static const char version_1[] =
  "INSERT INTO article (id, title, text, sha256, anchor_source, anchor_begin, anchor_end)"
  " VALUES (7, 'Blast', 'Dawn over Raqqa.', printf ('%064d', 7), 'none', 0, 0), (8, NULL, 'Again.', printf ('%064d', 8), 'none', 0, 0);"
  "INSERT INTO incident (id, article, ordinal, part_of, type, type_article, type_begin, type_end, start, end, date_precision, offset_minutes,"
  " timezone, date_assumed, date_article, date_begin, date_end, killed_low, killed_best, killed_high, injured_low, injured_best, injured_high,"
  " n_strikes, n_strikes_article, n_strikes_begin, n_strikes_end, background, confidence, grade) VALUES"
  " (5, NULL, NULL, NULL, " INCIDENT_VALUES "), (3, 7, 0, 5, " INCIDENT_VALUES "), (4, 8, 0, 5, " INCIDENT_VALUES ");"
  "INSERT INTO incident_place (incident, position, name, country, adm1, lat, lon, precision, radius_km, derived, role, confidence, begin, end)"
  " VALUES (5, 0, 'Mosul', 'IQ', 'Nineveh', 36.34, 43.13, 1, 3, 0, 'site', 1, 0, 0);";

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("dateline-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "project.dateline", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* A project as the Dateline of that version left it. */
static void
make_project (const char *path, guint version, const char *content)
{
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  for (guint i = 0; i < version; i++)
    g_assert_cmpint (sqlite3_exec (database, dateline_store_get_migration (i), NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, content, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
}

static char *
get_schema (sqlite3 *database)
{
  GString      *schema = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (database, "SELECT name, sql FROM sqlite_schema ORDER BY name", -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (schema, "%s: %s\n", (const char *) sqlite3_column_text (statement, 0), (const char *) sqlite3_column_text (statement, 1));
  sqlite3_finalize (statement);
  return g_string_free (schema, FALSE);
}

static void
append_id (gint64 id, gpointer user_data)
{
  g_string_append_printf (user_data, "%d ", (int) id);
}

static void
assert_found (DatelineStore *store, const char *words, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GError)  error = NULL;

  g_assert_true (dateline_store_search (store, words, append_id, found, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (found->str, ==, expected);
}

/* From any version the tables come out as if made new, what was there is
 * there, and it is indexed. */
static void
test_from (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DatelineStore)    fresh = dateline_store_open (NULL, NULL);
  g_autoptr (DatelineStore)    store = NULL;
  g_autoptr (DatelineIncident) incident = NULL;
  g_autoptr (GError)           error = NULL;
  g_autoptr (GString)          near = g_string_new (NULL);
  g_autofree char             *wanted = get_schema (fresh->database);
  g_autofree char             *found = NULL;
  DatelineStoreCounts          counts;
  gboolean                     unmerged;

  make_project (fixture->path, 1, version_1);
  if (GPOINTER_TO_UINT (data) > 1)
    {
      sqlite3 *database = NULL;

      g_assert_cmpint (sqlite3_open (fixture->path, &database), ==, SQLITE_OK);
      for (guint i = 1; i < GPOINTER_TO_UINT (data); i++)
        g_assert_cmpint (sqlite3_exec (database, dateline_store_get_migration (i), NULL, NULL, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
    }

  store = dateline_store_open (fixture->path, &error);
  g_assert_no_error (error);
  found = get_schema (store->database);
  g_assert_cmpstr (found, ==, wanted);

  g_assert_true (dateline_store_get_counts (store, &counts, &error));
  g_assert_cmpuint (counts.n_articles, ==, 2);
  g_assert_cmpuint (counts.n_reports, ==, 2);
  g_assert_cmpuint (counts.n_incidents, ==, 1);
  incident = dateline_store_load_incident (store, 5, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dateline_incident_get_site (incident)->name, ==, "Mosul");
  g_assert_cmpint (incident->killed.best, ==, 3);
  g_assert_true (dateline_store_get_unmerged (store, &unmerged, &error));
  g_assert_true (unmerged);

  /* From the fourth on, what adds an article indexes it, which SQL alone
   * did not. */
  if (GPOINTER_TO_UINT (data) >= 4)
    return;
  assert_found (store, "mosul", "5 ");
  assert_found (store, "blas", "5 ");
  assert_found (store, "raqqa", "5 ");
  g_assert_true (dateline_store_foreach_near (store, (DatelinePoint){ 36, 43 }, (DatelinePoint){ 37, 44 }, incident->when.interval, append_id, near, &error));
  g_assert_cmpstr (near->str, ==, "5 ");
}

static void
test_released (void)
{
  g_assert_cmpuint (dateline_store_get_n_migrations (), ==, G_N_ELEMENTS (released));
  for (guint i = 0; i < G_N_ELEMENTS (released); i++)
    {
      g_autofree char *now = g_compute_checksum_for_string (G_CHECKSUM_SHA256, dateline_store_get_migration (i), -1);

      g_assert_cmpstr (now, ==, released[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/migrations/released", test_released);
  for (guint i = 1; i < dateline_store_get_n_migrations (); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/migrations/from-%u", i);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_from, tear_down);
    }

  return g_test_run ();
}
