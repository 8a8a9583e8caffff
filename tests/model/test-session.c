/* test-session.c: what is shown when, and who is told
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dateline-session.h"

#include <string.h>

#include "dateline-incident-item.h"
#include "fixture.h"

#define DAY(year, month, day) dateline_day_new (year, month, day)

/* Midnight of a day in the region, and a moment of it. */
static gint64
at (int year, int month, int day, int hour, int minute)
{
  return (gint64) DAY (year, month, day) * DATELINE_SECONDS_PER_DAY +
         (hour * 60 + minute - DATELINE_REGION_OFFSET_MINUTES) * 60;
}

static void
count_cb (gpointer data)
{
  ++*(guint *) data;
}

static void
count_notify_cb (GObject *object, GParamSpec *pspec, gpointer data)
{
  ++*(guint *) data;
}

static guint
count_visible (DatelineSession *session)
{
  const DatelineIncidentTable *table = dateline_session_get_table (session);
  guint                        n = 0;

  for (guint row = 0; row < table->n_rows; row++)
    n += dateline_session_is_visible (session, row);
  return n;
}

static void
test_empty (void)
{
  DatelineSession *session = fixture_session (NULL, 0);
  DatelineDay      first, last;

  g_assert_cmpint (dateline_session_get_day (session), ==, DATELINE_DAY_NONE);
  g_assert_false (dateline_session_get_span (session, &first, &last));
  g_assert_false (dateline_date_interval_is_set (dateline_session_get_window (session)));
  g_assert_cmpuint (dateline_session_get_table (session)->n_rows, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (dateline_session_get_list (session)), ==, 0);
  g_assert_null (dateline_session_get_selected_incident (session));
  dateline_session_set_window_kind (session, DATELINE_WINDOW_DAY);
  dateline_session_set_day (session, DAY (2024, 1, 1));
  g_assert_cmpuint (count_visible (session), ==, 0);
  g_assert_finalize_object (session);
}

/* The article that the project began with: three dates and one without. */
static DatelineSession *
new_january (void)
{
  const FixtureIncident incidents[] = {
    { at (2024, 1, 24, 0, 15), at (2024, 1, 24, 0, 16), DATELINE_DATE_DAY, DATELINE_INCIDENT_AIR_STRIKE, "IQ", "Jurf al-Sakhar", { 32.87, 44.2 } },
    { at (2024, 1, 20, 18, 30), at (2024, 1, 20, 18, 31), DATELINE_DATE_DAY, DATELINE_INCIDENT_MISSILE_ATTACK, "IQ", "Ain al-Asad", { 33.79, 42.44 } },
    { at (2024, 1, 22, 0, 0), at (2024, 1, 24, 0, 0), DATELINE_DATE_2_TO_6_DAYS, DATELINE_INCIDENT_AIR_STRIKE, "YE", "Yemen", { 15.5, 48 } },
    { G_MININT64, G_MININT64, DATELINE_DATE_UNKNOWN, DATELINE_INCIDENT_SHELLING, "SY", NULL, { 0, 0 } },
  };

  return fixture_session (incidents, G_N_ELEMENTS (incidents));
}

/* Row ids: 1 Jurf al-Sakhar, 2 Ain al-Asad, 3 Yemen, 4 without a date. */
static void
test_windows (void)
{
  static const struct
  {
    int                day; /* of January 2024 */
    DatelineWindowKind kind;
    guint              n_shown;
    const char        *reason;
  } cases[] = {
    { 24, DATELINE_WINDOW_UP_TO, 3, "all that has a date" },
    { 23, DATELINE_WINDOW_UP_TO, 2, "24 January has not begun" },
    { 22, DATELINE_WINDOW_UP_TO, 2, "a long incident counts from its start" },
    { 21, DATELINE_WINDOW_UP_TO, 1, "" },
    { 19, DATELINE_WINDOW_UP_TO, 0, "before the first" },
    { 31, DATELINE_WINDOW_UP_TO, 3, "after the last" },
    { 24, DATELINE_WINDOW_DAY, 1, "the interval of 22–23 January is over at 00:00" },
    { 23, DATELINE_WINDOW_DAY, 1, "the last day of an interval" },
    { 22, DATELINE_WINDOW_DAY, 1, "the first day of an interval" },
    { 21, DATELINE_WINDOW_DAY, 0, "a quiet day" },
    { 20, DATELINE_WINDOW_DAY, 1, "the hour of day does not matter" },
    { 26, DATELINE_WINDOW_WEEK, 3, "20 to 26 January" },
    { 27, DATELINE_WINDOW_WEEK, 2, "21 to 27 January" },
    { 30, DATELINE_WINDOW_WEEK, 1, "24 to 30 January" },
    { 31, DATELINE_WINDOW_WEEK, 0, "25 to 31 January" },
    { 50, DATELINE_WINDOW_MONTH, 2, "the thirty days to 19 February begin on 21 January" },
    { 49, DATELINE_WINDOW_MONTH, 3, "the thirty days to 18 February begin on 20 January" },
  };
  DatelineSession *session = new_january ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      dateline_session_set_window_kind (session, cases[i].kind);
      dateline_session_set_day (session, DAY (2024, 1, 1) + cases[i].day - 1);
      g_test_message ("%u: %s", i, cases[i].reason);
      g_assert_cmpuint (count_visible (session), ==, cases[i].n_shown);
      g_assert_cmpuint (g_list_model_get_n_items (dateline_session_get_list (session)), ==, cases[i].n_shown);
    }
  g_assert_finalize_object (session);
}

static void
test_first_load (void)
{
  DatelineSession *session = new_january ();
  DatelineDay      first, last;
  guint            n_incidents, n_reports, n_articles, n_shown;

  g_assert_cmpint (dateline_session_get_day (session), ==, DAY (2024, 1, 24));
  g_assert_cmpint (dateline_session_get_window_kind (session), ==, DATELINE_WINDOW_UP_TO);
  g_assert_true (dateline_session_get_span (session, &first, &last));
  g_assert_cmpint (first, ==, DAY (2024, 1, 20));
  g_assert_cmpint (last, ==, DAY (2024, 1, 24));
  g_object_get (session, "n-incidents", &n_incidents, "n-reports", &n_reports, "n-articles", &n_articles, "n-shown", &n_shown, NULL);
  g_assert_cmpuint (n_incidents, ==, 4);
  g_assert_cmpuint (n_reports, ==, 4);
  g_assert_cmpuint (n_articles, ==, 4);
  g_assert_cmpuint (n_shown, ==, 3);
  g_assert_cmpuint (dateline_session_get_table (session)->n_dated, ==, 3);
  g_assert_finalize_object (session);
}

static void
test_selection_moves_day (void)
{
  DatelineSession *session = new_january ();
  guint            n_visible_changed = 0, n_day = 0, n_selected = 0;

  dateline_session_set_window_kind (session, DATELINE_WINDOW_DAY);
  g_signal_connect_swapped (session, "visible-changed", G_CALLBACK (count_cb), &n_visible_changed);
  g_signal_connect (session, "notify::day", G_CALLBACK (count_notify_cb), &n_day);
  g_signal_connect (session, "notify::selected", G_CALLBACK (count_notify_cb), &n_selected);

  dateline_session_select (session, 1);
  g_assert_cmpuint (n_selected, ==, 1);
  g_assert_cmpuint (n_day, ==, 0);
  g_assert_cmpuint (n_visible_changed, ==, 0);

  dateline_session_select (session, 2);
  g_assert_cmpint (dateline_session_get_day (session), ==, DAY (2024, 1, 20));
  g_assert_cmpuint (n_selected, ==, 2);
  g_assert_cmpuint (n_day, ==, 1);
  g_assert_cmpuint (n_visible_changed, ==, 1);
  g_assert_cmpint (dateline_session_get_selected_incident (session)->type, ==, DATELINE_INCIDENT_MISSILE_ATTACK);

  dateline_session_select (session, 4);
  g_assert_cmpint (dateline_session_get_selected (session), ==, 4);
  g_assert_cmpuint (n_visible_changed, ==, 1); /* what has no date has no day to move to */

  dateline_session_select (session, 99);
  g_assert_cmpint (dateline_session_get_selected (session), ==, 4);
  dateline_session_select (session, 0);
  g_assert_null (dateline_session_get_selected_incident (session));
  g_assert_cmpuint (n_selected, ==, 4);
  g_assert_finalize_object (session);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/session/empty", test_empty);
  g_test_add_func ("/model/session/windows", test_windows);
  g_test_add_func ("/model/session/first-load", test_first_load);
  g_test_add_func ("/model/session/selection-moves-day", test_selection_moves_day);

  return g_test_run ();
}
