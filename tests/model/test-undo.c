/* test-undo.c: random changes undone and redone, held against full dumps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The model is simple: after n steps the project is what it was after n
 * steps, byte for byte, however one came there.
 */

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "dateline-incident-table-load.h"
#include "dateline-store-private.h"
#include "fixture.h"

#define N_ARTICLES 12
#define N_TURNS 500

typedef struct
{
  char            *folder;
  char            *path;
  DatelineSession *session;
  GRand           *random;
  GPtrArray       *dumps; /* char *, the project after 0, 1, 2 … steps */
  guint            n_done;
} Fixture;

static DatelineIncident *
fuse_first (DatelineStore *store, GPtrArray *reports)
{
  DatelineIncident *whole = dateline_incident_copy (g_ptr_array_index (reports, 0));

  whole->killed.best = (int) reports->len;
  return whole;
}

static void
open_session (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->session = dateline_session_new (dateline_store_open (fixture->path, &error));
  g_assert_no_error (error);
  /* Nothing here outlives a loss of power. */
  sqlite3_exec (dateline_session_get_store (fixture->session)->database, "PRAGMA synchronous = OFF", NULL, NULL, NULL);
  dateline_session_set_fuse (fixture->session, fuse_first);
}

static void
add_articles (DatelineStore *store)
{
  g_assert_true (dateline_store_begin (store, NULL));
  for (guint i = 0; i < N_ARTICLES; i++)
    {
      FixtureIncident incident = { 86400 * (gint64) i, 86400 * (gint64) (i + 1), DATELINE_DATE_DAY, i % 5, "SY", i % 2 ? "Aleppo" : "Homs", { 35 + i, 37 } };

      fixture_add (store, &incident, i);
    }
  g_assert_true (dateline_store_commit (store, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("dateline-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "project.dateline", NULL);
  fixture->random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  fixture->dumps = g_ptr_array_new_with_free_func (g_free);
  open_session (fixture);
  add_articles (dateline_session_get_store (fixture->session));
  dateline_session_reload (fixture->session);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->session);
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_rand_free (fixture->random);
  g_ptr_array_unref (fixture->dumps);
}

static void
dump_query (sqlite3 *database, const char *query, GString *dump)
{
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (database, query, -1, &statement, NULL), ==, SQLITE_OK);
  g_string_append_printf (dump, "== %s\n", query);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        g_string_append_printf (dump, "%s|", (const char *) sqlite3_column_text (statement, i));
      g_string_append_c (dump, '\n');
    }
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
}

/* All that a step may change, and the search index, which follows. */
static char *
dump (Fixture *fixture)
{
  static const char *const queries[] = {
    "SELECT * FROM incident ORDER BY id",
    "SELECT * FROM incident_place ORDER BY incident, position",
    "SELECT * FROM place_alternative ORDER BY incident, place, position",
    "SELECT * FROM incident_actor ORDER BY incident, position",
    "SELECT * FROM incident_thing ORDER BY incident, kind, position",
    "SELECT * FROM toll_claim ORDER BY incident, kind, position",
    "SELECT * FROM incident_source ORDER BY incident, position",
    "SELECT * FROM evidence ORDER BY incident, position",
    "SELECT * FROM rule ORDER BY incident, kind, position",
    "SELECT * FROM edit ORDER BY incident, field",
    "SELECT * FROM note ORDER BY incident",
    "SELECT * FROM tag ORDER BY incident, name",
    "SELECT * FROM merging ORDER BY whole",
    "SELECT * FROM decision ORDER BY report",
    "SELECT * FROM rescue ORDER BY article, position",
    "SELECT * FROM view ORDER BY name",
    "SELECT rowid, * FROM incident_text ORDER BY rowid",
    "SELECT * FROM incident_where ORDER BY id",
  };
  sqlite3 *database = dateline_session_get_store (fixture->session)->database;
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    dump_query (database, queries[i], all);
  return g_string_free (all, FALSE);
}

static void
assert_sound (Fixture *fixture)
{
  g_autoptr (GString) found = g_string_new (NULL);
  sqlite3            *database = dateline_session_get_store (fixture->session)->database;

  dump_query (database, "PRAGMA foreign_key_check", found);
  dump_query (database, "PRAGMA integrity_check", found);
  g_assert_cmpstr (found->str, ==, "== PRAGMA foreign_key_check\n== PRAGMA integrity_check\nok|\n");
}

/* Some incidents of the list, at least one, each once. */
static GArray *
choose (Fixture *fixture, guint n_most)
{
  const DatelineIncidentTable *table = dateline_session_get_table (fixture->session);
  GArray                      *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint                        n = (guint) g_rand_int_range (fixture->random, 1, (int) MIN (n_most, table->n_rows) + 1);
  guint                        first = (guint) g_rand_int_range (fixture->random, 0, (int) table->n_rows);

  for (guint i = 0; i < n; i++)
    g_array_append_val (ids, table->id[(first + i) % table->n_rows]);
  return ids;
}

static void
change_values (Fixture *fixture, const gint64 *ids, guint n, GError **error)
{
  g_autoptr (DatelineIncident) source = dateline_store_load_incident (dateline_session_get_store (fixture->session), ids[0], error);
  guint                        value = (guint) g_rand_int_range (fixture->random, 0, DATELINE_N_EDIT_FIELDS);
  DatelineThing                thing = { g_strdup ("tank"), NULL, { 1, { 0, 3 } } };

  source->type = (DatelineIncidentType) g_rand_int_range (fixture->random, 0, DATELINE_N_INCIDENT_TYPES);
  source->when.interval.end += 86400;
  source->grade = DATELINE_GRADE_CONTESTED;
  source->killed.high = g_rand_int_range (fixture->random, 0, 9);
  dateline_toll_add_claim (&source->injured, 1, 2, "hospital's \"own\" count", (DatelineProvenance){ 1, { 0, 3 } });
  g_array_append_val (source->weapons, thing);
  g_array_set_size (source->places, 0);
  dateline_session_set_values (fixture->session, ids, n, 1u << value | 1u << DATELINE_EDIT_KILLED, source, error);
}

static void
append_id (gint64 id, gpointer user_data)
{
  g_array_append_val ((GArray *) user_data, id);
}

static void
split (Fixture *fixture, gint64 id, GError **error)
{
  g_autoptr (GArray) reports = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_assert_true (dateline_store_foreach_part_of (dateline_session_get_store (fixture->session), id, append_id, reports, NULL));
  if (reports->len > 1)
    dateline_session_split (fixture->session, id, (const gint64 *) (gpointer) reports->data,
                            (guint) g_rand_int_range (fixture->random, 1, (int) reports->len), "Another street", error);
}

static void
correct_place (Fixture *fixture, gint64 id, GError **error)
{
  g_autoptr (DatelineIncident) incident = dateline_store_load_incident (dateline_session_get_store (fixture->session), id, error);
  DatelinePlace                to = { .name = (char *) "Afrin", .country = "SY", .point = { 36.51, 36.87 }, .precision = DATELINE_WHERE_EXACT };

  if (incident->places->len > 0)
    dateline_session_correct_place (fixture->session, id, 0, &to, (DatelinePlaceScope) g_rand_int_range (fixture->random, 0, 3), error);
}

/* The table that followed each change is the one that is in the file. */
static void
assert_table (Fixture *fixture)
{
  const DatelineIncidentTable      *kept = dateline_session_get_table (fixture->session);
  DatelineStoreCounts               counts;
  guint                             n_incidents, n_reports;
  g_autoptr (GError)                error = NULL;
  g_autoptr (DatelineIncidentTable) table = dateline_incident_table_load (dateline_session_get_store (fixture->session), &counts, &error);

  g_assert_no_error (error);
  g_object_get (fixture->session, "n-incidents", &n_incidents, "n-reports", &n_reports, NULL);
  g_assert_cmpuint (n_incidents, ==, counts.n_incidents);
  g_assert_cmpuint (n_reports, ==, counts.n_reports);
  g_assert_cmpuint (kept->n_rows, ==, table->n_rows);
  g_assert_cmpuint (kept->n_dated, ==, table->n_dated);
  g_assert_cmpuint (kept->n_further, ==, table->n_further);
#define ASSERT_COLUMN(name, n) g_assert_cmpmem (kept->name, (n) * sizeof *kept->name, table->name, (n) * sizeof *table->name)
  ASSERT_COLUMN (id, kept->n_rows);
  ASSERT_COLUMN (by_id, kept->n_rows);
  ASSERT_COLUMN (start, kept->n_rows);
  ASSERT_COLUMN (end, kept->n_rows);
  ASSERT_COLUMN (x, kept->n_rows);
  ASSERT_COLUMN (y, kept->n_rows);
  ASSERT_COLUMN (type, kept->n_rows);
  ASSERT_COLUMN (status, kept->n_rows);
  ASSERT_COLUMN (n_reports, kept->n_rows);
  ASSERT_COLUMN (killed, kept->n_rows);
  ASSERT_COLUMN (country, kept->n_rows);
  ASSERT_COLUMN (further_row, kept->n_further);
  ASSERT_COLUMN (further_x, kept->n_further);
#undef ASSERT_COLUMN
}

/* A name that another view has is refused, and nothing changes. */
static void
change_views (Fixture *fixture, GError **error)
{
  g_auto (GStrv)             names = dateline_session_list_views (fixture->session);
  guint                      n_names = g_strv_length (names);
  const char                *name = n_names > 0 ? names[g_rand_int_range (fixture->random, 0, (int) n_names)] : NULL;
  g_autofree char           *other = g_strdup_printf ("%d ›\"'", g_rand_int_range (fixture->random, 0, 9));
  gboolean                   taken = g_strv_contains ((const char *const *) names, other);
  g_autoptr (DatelineFilter) filter = dateline_filter_new ();

  filter->min_killed = g_rand_int_range (fixture->random, 0, 9);
  dateline_session_set_filter (fixture->session, filter);
  if (name == NULL || g_rand_boolean (fixture->random))
    dateline_session_save_view (fixture->session, other, error);
  else if (g_rand_boolean (fixture->random))
    dateline_session_remove_view (fixture->session, name, error);
  else if (!taken || g_str_equal (name, other))
    dateline_session_rename_view (fixture->session, name, other, error);
  else
    g_assert_false (dateline_session_rename_view (fixture->session, name, other, NULL));
}

/* One change of any kind; it may turn out to change nothing. */
static void
change (Fixture *fixture)
{
  static const char *const tags[] = { "hospital", "مستشفى", "check" };
  DatelineSession         *session = fixture->session;
  g_autoptr (GArray)       chosen = choose (fixture, 5);
  const gint64            *ids = (const gint64 *) (gpointer) chosen->data;
  g_autoptr (GError)       error = NULL;

  switch (g_rand_int_range (fixture->random, 0, 12))
    {
    case 0:
      dateline_session_set_status (session, ids, chosen->len, g_rand_int_range (fixture->random, 0, 4), &error);
      break;
    case 1:
    case 2:
      change_values (fixture, ids, chosen->len, &error);
      break;
    case 3:
      dateline_session_reset_values (session, ids, chosen->len, (guint) g_rand_int_range (fixture->random, 1, 1 << DATELINE_N_EDIT_FIELDS), &error);
      break;
    case 4:
      dateline_session_set_note (session, ids[0], g_rand_boolean (fixture->random) ? "seen on film" : NULL, &error);
      break;
    case 5:
      dateline_session_add_tag (session, ids, chosen->len, tags[g_rand_int_range (fixture->random, 0, 3)], &error);
      break;
    case 6:
      dateline_session_remove_tag (session, ids, chosen->len, tags[g_rand_int_range (fixture->random, 0, 3)], &error);
      break;
    case 7:
      dateline_session_add_incident (session, g_rand_int_range (fixture->random, 1, N_ARTICLES + 1), (DatelineSpan){ 0, 7 }, &error);
      break;
    case 8:
      if (chosen->len > 1)
        dateline_session_merge (session, ids, chosen->len, "The same fire", &error);
      break;
    case 9:
      split (fixture, ids[0], &error);
      break;
    case 10:
      change_views (fixture, &error);
      break;
    default:
      correct_place (fixture, ids[0], &error);
    }
  g_assert_no_error (error);
}

static void
assert_dump (Fixture *fixture)
{
  g_autofree char *now = dump (fixture);

  g_assert_cmpstr (now, ==, g_ptr_array_index (fixture->dumps, fixture->n_done));
}

/* What a step made is the last that can be undone; what was undone
 * before it is gone. */
static void
do_step (Fixture *fixture)
{
  g_autofree char *now = NULL;

  change (fixture);
  assert_table (fixture);
  now = dump (fixture);
  if (strcmp (now, g_ptr_array_index (fixture->dumps, fixture->n_done)) == 0)
    return;
  fixture->n_done++;
  g_ptr_array_set_size (fixture->dumps, (int) fixture->n_done);
  g_ptr_array_add (fixture->dumps, g_steal_pointer (&now));
  g_assert_null (dateline_session_get_redo_label (fixture->session));
}

static void
move (Fixture *fixture, gboolean undo)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (dateline_session_get_undo_label (fixture->session) != NULL, ==, fixture->n_done > 0);
  g_assert_cmpint (dateline_session_get_redo_label (fixture->session) != NULL, ==, fixture->n_done + 1 < fixture->dumps->len);
  g_assert_true (undo ? dateline_session_undo (fixture->session, &error) : dateline_session_redo (fixture->session, &error));
  g_assert_no_error (error);
  if (undo && fixture->n_done > 0)
    fixture->n_done--;
  else if (!undo && fixture->n_done + 1 < fixture->dumps->len)
    fixture->n_done++;
  assert_dump (fixture);
  assert_table (fixture);
}

static void
test_random (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_add (fixture->dumps, dump (fixture));
  for (guint i = 0; i < N_TURNS; i++)
    {
      int kind = g_rand_int_range (fixture->random, 0, 20);

      if (kind == 0)
        {
          g_object_unref (fixture->session);
          open_session (fixture);
          assert_dump (fixture);
        }
      else if (kind < 13)
        do_step (fixture);
      else
        move (fixture, kind < 17);
    }

  g_assert_cmpuint (fixture->n_done, >, 100);
  assert_sound (fixture);
  while (fixture->n_done > 0)
    move (fixture, TRUE);
  while (fixture->n_done + 1 < fixture->dumps->len)
    move (fixture, FALSE);
  assert_sound (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(seed) g_test_add ("/model/undo/random-" #seed, Fixture, GUINT_TO_POINTER (seed), set_up, test_random, tear_down)
  ADD (1);
  ADD (2);
#undef ADD

  return g_test_run ();
}
