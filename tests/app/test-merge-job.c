/* test-merge-job.c: reports of a project become incidents, and again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dateline-merge-job.h"
#include "dateline-session.h"

#include <string.h>

typedef struct
{
  DatelineStore *store;
  GAsyncResult  *result;
  guint          n_articles;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->store = dateline_store_open (NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->result);
  dateline_store_free (fixture->store);
}

/* An article with one air strike on a town, @lat degrees north. */
static gint64
add_strike (Fixture *fixture, double lat, DatelineDay day, int killed)
{
  g_autofree char               *text = g_strdup_printf ("Article %u: a strike.", ++fixture->n_articles);
  g_autoptr (DatelineArticle)    article = dateline_article_new (NULL, g_strdup (text), strlen (text));
  g_autoptr (DatelineExtraction) extraction = dateline_extraction_new ();
  g_autoptr (GError)             error = NULL;
  DatelineIncident              *incident = dateline_incident_new (DATELINE_INCIDENT_AIR_STRIKE);
  DatelineProvenance             provenance = { 0, { 0, 9 } };
  DatelinePlace                  place = { .precision = DATELINE_WHERE_EXACT, .radius_km = 3, .country = "YE" };
  gint64                         id;

  extraction->anchor.source = "none";
  incident->id = g_strdup_printf ("%u#1", fixture->n_articles);
  incident->when.interval = dateline_date_interval_for_days (day, day, 180);
  incident->when.precision = DATELINE_DATE_DAY;
  place.name = g_strdup_printf ("Town at %.0f", lat);
  place.id = g_strdup (place.name);
  place.point = (DatelinePoint){ lat, 44 };
  g_array_append_val (incident->places, place);
  g_array_append_val (incident->evidence, provenance);
  dateline_toll_add_claim (&incident->killed, killed, killed, NULL, provenance);
  incident->killed.low = incident->killed.best = incident->killed.high = killed;
  g_ptr_array_add (extraction->incidents, incident);

  id = dateline_store_add_extraction (fixture->store, article, extraction, &error);
  g_assert_no_error (error);
  return id;
}

static void
on_merged_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->result = g_object_ref (result);
}

static void
merge (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->result);
  dateline_merge_async (fixture->store, NULL, on_merged_cb, fixture);
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (dateline_merge_finish (fixture->result, &error));
  g_assert_no_error (error);
}

static void
assert_counts (Fixture *fixture, guint n_reports, guint n_incidents)
{
  DatelineStoreCounts counts = { 0 };

  g_assert_true (dateline_store_get_counts (fixture->store, &counts, NULL));
  g_assert_cmpuint (counts.n_reports, ==, n_reports);
  g_assert_cmpuint (counts.n_incidents, ==, n_incidents);
}

static void
append_part (gint64 report, gint64 whole, gboolean reviewed, gpointer user_data)
{
  g_string_append_printf (user_data, "%d:%d ", (int) report, (int) whole);
}

static void
assert_parts (Fixture *fixture, const char *expected)
{
  g_autoptr (GString) parts = g_string_new (NULL);

  g_assert_true (dateline_store_foreach_part (fixture->store, append_part, parts, NULL));
  g_assert_cmpstr (parts->str, ==, expected);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  merge (fixture);
  assert_counts (fixture, 0, 0);
}

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DatelineIncident) whole = NULL;
  g_autoptr (GError)           error = NULL;

  add_strike (fixture, 15, 100, 58);
  add_strike (fixture, 17, 100, 58);
  add_strike (fixture, 15, 100, 69);
  merge (fixture);
  assert_counts (fixture, 3, 2);
  assert_parts (fixture, "1:4 2:0 3:4 ");

  /* Both numbers stay, each with its article. */
  whole = dateline_store_load_incident (fixture->store, 4, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (whole->killed.claims->len, ==, 2);
  g_assert_cmpint (g_array_index (whole->killed.claims, DatelineTollClaim, 0).provenance.article, ==, 1);
  g_assert_cmpint (g_array_index (whole->killed.claims, DatelineTollClaim, 1).provenance.article, ==, 3);
  g_assert_cmpuint (whole->evidence->len, ==, 2);
  g_assert_cmpint (g_array_index (whole->evidence, DatelineProvenance, 1).article, ==, 3);
}

/* What did not change keeps its row; what did gets a new one. */
static void
test_merge_again (Fixture *fixture, gconstpointer data)
{
  add_strike (fixture, 15, 100, 58);
  add_strike (fixture, 15, 100, 58);
  add_strike (fixture, 17, 100, 9);
  add_strike (fixture, 17, 100, 9);
  merge (fixture);
  assert_parts (fixture, "1:5 2:5 3:6 4:6 ");
  merge (fixture);
  assert_parts (fixture, "1:5 2:5 3:6 4:6 ");

  add_strike (fixture, 17, 100, 9);
  add_strike (fixture, 13, 100, 9);
  merge (fixture);
  assert_parts (fixture, "1:5 2:5 3:9 4:9 7:9 8:0 ");
  assert_counts (fixture, 6, 3);
}

/* Who has selected a report, or a whole, has the whole it is part of
 * selected afterwards. */
static void
test_selection (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DatelineSession) session = NULL;

  add_strike (fixture, 15, 100, 58);
  add_strike (fixture, 17, 100, 58);
  session = dateline_session_new (g_steal_pointer (&fixture->store));
  fixture->store = dateline_session_get_store (session);
  dateline_session_select (session, 2);

  add_strike (fixture, 17, 100, 58);
  merge (fixture);
  dateline_session_reload (session);
  g_assert_cmpint (dateline_session_get_selected (session), ==, 4);
  g_assert_cmpuint (dateline_session_get_selected_incident (session)->evidence->len, ==, 2);

  add_strike (fixture, 17, 100, 58);
  merge (fixture);
  dateline_session_reload (session);
  g_assert_cmpint (dateline_session_get_selected (session), ==, 6);
  g_assert_cmpuint (dateline_session_get_selected_incident (session)->evidence->len, ==, 3);

  dateline_session_select (session, 1);
  merge (fixture);
  dateline_session_reload (session);
  g_assert_cmpint (dateline_session_get_selected (session), ==, 1);
  fixture->store = NULL;
}

/* How long the main loop is held up; run with -m perf. */
static void
test_blocking (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  gint64            longest = 0, begin;

  dateline_store_begin (fixture->store, NULL);
  for (guint i = 0; i < 10000; i++)
    add_strike (fixture, g_rand_int_range (random, 13, 17), g_rand_int_range (random, 0, 1500), g_rand_int_range (random, 1, 60));
  dateline_store_commit (fixture->store, NULL);

  begin = g_get_monotonic_time ();
  dateline_merge_async (fixture->store, NULL, on_merged_cb, fixture);
  while (fixture->result == NULL)
    {
      gint64 turn = g_get_monotonic_time ();

      g_main_context_iteration (NULL, FALSE);
      longest = MAX (longest, g_get_monotonic_time () - turn);
    }
  g_test_minimized_result (longest / 1e3, "longest turn %.1f ms of %.1f ms", longest / 1e3, (g_get_monotonic_time () - begin) / 1e3);
}

#define MERGE_TEST(name, function) g_test_add ("/app/merge/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  MERGE_TEST ("nothing", test_nothing);
  MERGE_TEST ("merge", test_merge);
  MERGE_TEST ("again", test_merge_again);
  MERGE_TEST ("selection", test_selection);
  if (g_test_perf ())
    MERGE_TEST ("blocking", test_blocking);

  return g_test_run ();
}
