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

static void
append_i_cb (GString *order)
{
  g_string_append_c (order, 'i');
}

static void
append_v_cb (GString *order)
{
  g_string_append_c (order, 'v');
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

/* The way back leads to where the reader was, until he moves himself. */
static void
test_way_back (void)
{
  DatelineSession *session = new_january ();
  DatelineDay      before;
  gboolean         can_go_back;

  dateline_session_set_window_kind (session, DATELINE_WINDOW_DAY);
  before = dateline_session_get_day (session);
  dateline_session_go_back (session);
  g_assert_cmpint (dateline_session_get_day (session), ==, before);
  dateline_session_select (session, 2);
  dateline_session_select (session, 1);
  dateline_session_select (session, 2);
  g_assert_cmpint (dateline_session_get_day (session), !=, before);
  g_object_get (session, "can-go-back", &can_go_back, NULL);
  g_assert_true (can_go_back);
  dateline_session_go_back (session);
  g_assert_cmpint (dateline_session_get_day (session), ==, before);
  g_assert_cmpint (dateline_session_get_selected (session), ==, 2);

  dateline_session_select (session, 1);
  dateline_session_select (session, 2);
  dateline_session_set_day (session, DAY (2024, 1, 2));
  g_object_get (session, "can-go-back", &can_go_back, NULL);
  g_assert_false (can_go_back);
  g_assert_finalize_object (session);
}

/* A span keeps its length as the day moves, a free window its beginning. */
static void
test_own_windows (void)
{
  DatelineSession *session = new_january ();

  dateline_session_set_day (session, DAY (2024, 1, 22));
  dateline_session_set_span_days (session, 3);
  g_assert_cmpint (dateline_session_get_window_kind (session), ==, DATELINE_WINDOW_SPAN);
  g_assert_cmpint (dateline_session_get_window (session).start, ==, at (2024, 1, 20, 0, 0));
  g_assert_cmpint (dateline_session_get_window (session).end, ==, at (2024, 1, 23, 0, 0));
  g_assert_cmpuint (count_visible (session), ==, 2);
  dateline_session_set_day (session, DAY (2024, 1, 23));
  g_assert_cmpint (dateline_session_get_window_first (session), ==, DAY (2024, 1, 21));
  g_assert_cmpuint (count_visible (session), ==, 1);

  dateline_session_set_window_kind (session, DATELINE_WINDOW_FREE);
  g_assert_cmpint (dateline_session_get_window_first (session), ==, DAY (2024, 1, 21));
  dateline_session_set_day (session, DAY (2024, 1, 24));
  g_assert_cmpint (dateline_session_get_window_first (session), ==, DAY (2024, 1, 21));
  g_assert_cmpuint (count_visible (session), ==, 2);
  dateline_session_set_day (session, DAY (2024, 1, 20));
  g_assert_cmpint (dateline_session_get_window_first (session), ==, DAY (2024, 1, 20));
  dateline_session_set_day (session, DAY (2024, 1, 24));
  g_assert_cmpint (dateline_session_get_window_first (session), ==, DAY (2024, 1, 21));

  dateline_session_show_days (session, DAY (2024, 1, 15), DAY (2024, 1, 21));
  g_assert_cmpint (dateline_session_get_window_first (session), ==, DAY (2024, 1, 15));
  g_assert_cmpint (dateline_session_get_day (session), ==, DAY (2024, 1, 21));
  g_assert_cmpuint (count_visible (session), ==, 1);
  g_assert_finalize_object (session);
}

/* Whatever is done to the window, the day that one is on stays, the
 * window ends with that day, and who is told of the day is told rightly. */
static void
test_day_stays (void)
{
  DatelineSession  *session = new_january ();
  g_autoptr (GRand) random = g_rand_new_with_seed (24);
  DatelineDay       day = dateline_session_get_day (session);
  guint             n_day = 0;

  g_signal_connect (session, "notify::day", G_CALLBACK (count_notify_cb), &n_day);
  for (guint i = 0; i < 4000; i++)
    {
      DatelineDateInterval       window;
      g_autoptr (DatelineFilter) filter = NULL;
      guint                      n_before = n_day;

      switch (g_rand_int_range (random, 0, 6))
        {
        case 0:
          dateline_session_set_window_kind (session, (DatelineWindowKind) g_rand_int_range (random, 0, DATELINE_N_WINDOW_KINDS));
          break;
        case 1:
          dateline_session_set_span_days (session, g_rand_int_range (random, -3, 5000000));
          break;
        case 2:
          dateline_session_set_window_first (session, day + g_rand_int_range (random, -800000, 800000));
          break;
        case 3:
          filter = dateline_filter_new ();
          filter->min_killed = g_rand_int_range (random, 0, 3);
          dateline_session_set_filter (session, filter);
          break;
        case 4:
          dateline_session_reload (session);
          break;
        default:
          day = g_rand_int_range (random, DAY (1, 1, 1), DAY (9999, 12, 31));
          dateline_session_set_day (session, day);
          n_before = n_day;
          break;
        }

      window = dateline_session_get_window (session);
      g_assert_cmpint (dateline_session_get_day (session), ==, day);
      g_assert_cmpuint (n_day, ==, n_before);
      g_assert_cmpint (window.end, ==, (gint64) (day + 1) * DATELINE_SECONDS_PER_DAY - DATELINE_REGION_OFFSET_MINUTES * 60);
      g_assert_cmpint (window.end - window.start, >=, DATELINE_SECONDS_PER_DAY);
      g_assert_cmpint ((window.end - window.start) % DATELINE_SECONDS_PER_DAY, ==, 0);
      g_assert_cmpint (dateline_day_at (window.start, DATELINE_REGION_OFFSET_MINUTES), >=, DAY (1, 1, 1));
      g_assert_cmpint (dateline_day_at (window.start, DATELINE_REGION_OFFSET_MINUTES), ==, dateline_session_get_window_first (session));
      g_assert_cmpuint (g_list_model_get_n_items (dateline_session_get_list (session)), ==, count_visible (session));
    }
  g_assert_finalize_object (session);
}

/* One event at two places is one incident with two markers. */
static void
test_two_sites (void)
{
  g_autoptr (DatelineStore)      store = dateline_store_open (NULL, NULL);
  g_autoptr (DatelineArticle)    article = dateline_article_new (NULL, g_strdup ("Two sites."), 10);
  g_autoptr (DatelineExtraction) extraction = dateline_extraction_new ();
  DatelineIncident              *early = dateline_incident_new (DATELINE_INCIDENT_RAID);
  DatelineIncident              *strike = dateline_incident_new (DATELINE_INCIDENT_AIR_STRIKE);
  DatelinePlace                  qaim = { .point = { 34.37, 41.09 }, .precision = DATELINE_WHERE_NEAR, .radius_km = 25 };
  DatelinePlace                  jurf = { .point = { 32.87, 44.2 }, .precision = DATELINE_WHERE_EXACT, .radius_km = 2 };
  DatelineSession               *session;
  const DatelineIncidentTable   *table;

  strike->when.interval = (DatelineDateInterval){ at (2024, 1, 24, 0, 15), at (2024, 1, 24, 0, 16) };
  g_array_append_val (strike->places, qaim);
  g_array_append_val (strike->places, jurf);
  early->when.interval = (DatelineDateInterval){ at (2024, 1, 20, 0, 0), at (2024, 1, 21, 0, 0) };
  g_ptr_array_add (extraction->incidents, strike);
  g_ptr_array_add (extraction->incidents, early);
  g_assert_cmpint (dateline_store_add_extraction (store, article, extraction, NULL), ==, 1);

  session = dateline_session_new (g_steal_pointer (&store));
  table = dateline_session_get_table (session);
  g_assert_cmpuint (table->n_rows, ==, 2);
  g_assert_cmpfloat (table->lat[1], ==, 34.37f);
  g_assert_cmpuint (table->n_further, ==, 1);
  g_assert_cmpuint (table->further_row[0], ==, 1);
  g_assert_cmpfloat (table->further_lat[0], ==, 32.87f);
  g_assert_cmpfloat (table->further_radius_km[0], ==, 2);
  g_assert_cmpuint (table->further_where_precision[0], ==, DATELINE_WHERE_EXACT);
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

/* Each change is told once, and no change not at all. */
static void
test_signals (void)
{
  DatelineSession           *session = new_january ();
  guint                      n_incidents_changed = 0, n_visible_changed = 0, n_day = 0, n_kind = 0, n_shown = 0, n_counts = 0;
  g_autoptr (DatelineFilter) filter = dateline_filter_new ();
  const FixtureIncident      late = { at (2024, 3, 1, 12, 0), at (2024, 3, 1, 12, 1), DATELINE_DATE_DAY, DATELINE_INCIDENT_RAID };

  g_signal_connect_swapped (session, "incidents-changed", G_CALLBACK (count_cb), &n_incidents_changed);
  g_signal_connect_swapped (session, "visible-changed", G_CALLBACK (count_cb), &n_visible_changed);
  g_signal_connect (session, "notify::day", G_CALLBACK (count_notify_cb), &n_day);
  g_signal_connect (session, "notify::window-kind", G_CALLBACK (count_notify_cb), &n_kind);
  g_signal_connect (session, "notify::n-shown", G_CALLBACK (count_notify_cb), &n_shown);
  g_signal_connect (session, "notify::n-incidents", G_CALLBACK (count_notify_cb), &n_counts);

  dateline_session_set_day (session, DAY (2024, 1, 24)); /* as it is */
  dateline_session_set_day (session, DATELINE_DAY_NONE); /* no day */
  dateline_session_set_window_kind (session, DATELINE_WINDOW_UP_TO);
  dateline_session_set_filter (session, filter);
  g_assert_cmpuint (n_visible_changed + n_day + n_kind + n_shown, ==, 0);

  dateline_session_set_day (session, DAY (2024, 1, 20));
  g_assert_cmpuint (n_day, ==, 1);
  g_assert_cmpuint (n_shown, ==, 1);
  g_assert_cmpuint (n_visible_changed, ==, 1);

  g_object_set (session, "day", DAY (2024, 1, 21), NULL); /* the same incidents */
  g_assert_cmpuint (n_day, ==, 2);
  g_assert_cmpuint (n_shown, ==, 1);
  g_assert_cmpuint (n_visible_changed, ==, 2);

  g_object_set (session, "window-kind", DATELINE_WINDOW_DAY, NULL);
  g_assert_cmpuint (n_kind, ==, 1);
  g_assert_cmpuint (n_shown, ==, 2);
  g_assert_cmpuint (n_visible_changed, ==, 3);

  dateline_filter_set_wanted (filter, DATELINE_FACET_TYPE, "sabotage", TRUE);
  dateline_session_set_filter (session, filter);
  g_assert_cmpuint (n_shown, ==, 2); /* nothing was shown before */
  g_assert_cmpuint (n_visible_changed, ==, 4);
  g_assert_cmpuint (n_incidents_changed, ==, 0);

  fixture_add (dateline_session_get_store (session), &late, 100);
  dateline_session_reload (session);
  g_assert_cmpuint (n_incidents_changed, ==, 1);
  g_assert_cmpuint (n_visible_changed, ==, 5);
  g_assert_cmpuint (n_counts, ==, 1);
  g_assert_finalize_object (session);
}

/* Incidents-changed comes first, and both find everything new. */
static void
test_reload_order (void)
{
  DatelineSession      *session = new_january ();
  g_autoptr (GString)   order = g_string_new (NULL);
  const FixtureIncident late = { at (2024, 3, 1, 12, 0), at (2024, 3, 1, 12, 1), DATELINE_DATE_DAY, DATELINE_INCIDENT_RAID };

  g_signal_connect_swapped (session, "incidents-changed", G_CALLBACK (append_i_cb), order);
  g_signal_connect_swapped (session, "visible-changed", G_CALLBACK (append_v_cb), order);
  fixture_add (dateline_session_get_store (session), &late, 100);
  dateline_session_reload (session);
  g_assert_cmpstr (order->str, ==, "iv");
  g_assert_finalize_object (session);
}

static void
test_reload (void)
{
  DatelineSession      *session = new_january ();
  DatelineStore        *store = dateline_session_get_store (session);
  const FixtureIncident late = { at (2024, 3, 1, 12, 0), at (2024, 3, 1, 12, 1), DATELINE_DATE_DAY, DATELINE_INCIDENT_RAID };
  const FixtureIncident later = { at (2024, 4, 1, 12, 0), at (2024, 4, 1, 12, 1), DATELINE_DATE_DAY, DATELINE_INCIDENT_RAID };

  dateline_session_select (session, 1);
  fixture_add (store, &late, 100);
  dateline_session_reload (session);
  g_assert_cmpint (dateline_session_get_day (session), ==, DAY (2024, 3, 1)); /* it stood on the last day */
  g_assert_cmpint (dateline_session_get_selected (session), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (dateline_session_get_list (session)), ==, 4);

  dateline_session_set_day (session, DAY (2024, 1, 21));
  fixture_add (store, &later, 101);
  dateline_session_reload (session);
  g_assert_cmpint (dateline_session_get_day (session), ==, DAY (2024, 1, 21));
  g_assert_cmpuint (g_list_model_get_n_items (dateline_session_get_list (session)), ==, 1);
  g_assert_finalize_object (session);
}

static void
test_find_day (void)
{
  static const struct
  {
    int from; /* of January 2024 */
    int direction;
    int found; /* 0 for none */
  } cases[] = {
    { 1, 1, 20 },
    { 19, 1, 20 },
    { 20, 1, 22 },
    { 21, 1, 22 },
    { 22, 1, 24 },
    { 24, 1, 0 },
    { 31, -1, 24 },
    { 24, -1, 22 },
    { 22, -1, 20 },
    { 20, -1, 0 },
  };
  DatelineSession *session = new_january ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DatelineDay found = dateline_session_find_day_with_incidents (session, DAY (2024, 1, 1) + cases[i].from - 1, cases[i].direction);

      g_assert_cmpint (found, ==, cases[i].found == 0 ? DATELINE_DAY_NONE : DAY (2024, 1, cases[i].found));
    }
  g_assert_finalize_object (session);
}

/* The region's clock stands at UTC+3 all year: a moment before midnight
 * belongs to the day that ends, in summer as in winter. */
static void
test_no_summer_time (void)
{
  static const int months[] = { 1, 3, 4, 7, 10, 11 };

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      const FixtureIncident incidents[] = {
        { at (2014, months[i], 9, 23, 59), at (2014, months[i], 10, 0, 0), DATELINE_DATE_DAY },
        { at (2014, months[i], 10, 0, 0), at (2014, months[i], 10, 0, 1), DATELINE_DATE_DAY },
      };
      DatelineSession     *session = fixture_session (incidents, 2);
      DatelineDateInterval window;

      dateline_session_set_window_kind (session, DATELINE_WINDOW_DAY);
      dateline_session_set_day (session, DAY (2014, months[i], 9));
      window = dateline_session_get_window (session);
      g_assert_cmpint (window.end - window.start, ==, DATELINE_SECONDS_PER_DAY);
      g_assert_true (dateline_session_is_visible (session, 0));
      g_assert_false (dateline_session_is_visible (session, 1));
      dateline_session_set_day (session, DAY (2014, months[i], 10));
      g_assert_false (dateline_session_is_visible (session, 0));
      g_assert_true (dateline_session_is_visible (session, 1));
      g_assert_finalize_object (session);
    }
}

static void
test_ends_of_time (void)
{
  const FixtureIncident incidents[] = {
    { at (1, 1, 1, 0, 0), at (1, 1, 1, 0, 0) + DATELINE_SECONDS_PER_DAY, DATELINE_DATE_DAY },
    { at (9999, 12, 31, 0, 0), at (9999, 12, 31, 0, 0) + DATELINE_SECONDS_PER_DAY, DATELINE_DATE_DAY },
    { G_MININT64, G_MININT64, DATELINE_DATE_UNKNOWN },
  };
  DatelineSession *session = fixture_session (incidents, G_N_ELEMENTS (incidents));
  DatelineDay      first, last;

  g_assert_true (dateline_session_get_span (session, &first, &last));
  g_assert_cmpint (first, ==, DAY (1, 1, 1));
  g_assert_cmpint (last, ==, DAY (9999, 12, 31));
  g_assert_cmpuint (dateline_session_get_table (session)->n_dated, ==, 2);
  g_assert_cmpuint (count_visible (session), ==, 2);
  dateline_session_set_day (session, G_MAXINT32);
  g_assert_cmpint (dateline_session_get_day (session), ==, DAY (9999, 12, 31));
  dateline_session_set_window_kind (session, DATELINE_WINDOW_MONTH);
  g_assert_cmpuint (count_visible (session), ==, 1);
  dateline_session_set_day (session, G_MININT32 + 1);
  g_assert_cmpint (dateline_session_get_day (session), ==, DAY (1, 1, 1));
  g_assert_cmpuint (count_visible (session), ==, 1);
  g_assert_cmpint (dateline_session_find_day_with_incidents (session, DAY (1, 1, 1), 1), ==, DAY (9999, 12, 31));
  g_assert_finalize_object (session);
}

/* "In 2024" must not draw the slider out to December. */
static void
test_coarse_dates (void)
{
  const FixtureIncident incidents[] = {
    { at (2024, 1, 1, 0, 0), at (2025, 1, 1, 0, 0), DATELINE_DATE_YEAR },
    { at (2024, 1, 10, 0, 0), at (2024, 1, 12, 0, 0), DATELINE_DATE_2_TO_6_DAYS },
    { at (2024, 1, 5, 0, 0), at (2024, 1, 5, 0, 0), DATELINE_DATE_DAY }, /* a moment is not nothing */
  };
  DatelineSession *session = fixture_session (incidents, G_N_ELEMENTS (incidents));

  g_assert_cmpint (dateline_session_get_day (session), ==, DAY (2024, 1, 11));
  dateline_session_set_window_kind (session, DATELINE_WINDOW_DAY);
  dateline_session_set_day (session, DAY (2024, 1, 5));
  g_assert_cmpuint (count_visible (session), ==, 2);
  dateline_session_set_day (session, DAY (2024, 12, 31));
  g_assert_cmpuint (count_visible (session), ==, 1);
  g_assert_finalize_object (session);
}

static guint
count_value (DatelineSession *session, DatelineFacet facet, const char *value)
{
  g_autofree guint *counts = dateline_session_count_values (session, facet);
  guint             index = dateline_facets_find_value (dateline_session_get_facets (session), facet, value);

  return index != G_MAXUINT ? counts[index] : 0;
}

/* A count says what ticking the value would show. */
static void
test_value_counts (void)
{
  DatelineSession           *session = new_january ();
  g_autoptr (DatelineFilter) filter = dateline_filter_new ();

  g_assert_cmpuint (count_value (session, DATELINE_FACET_TYPE, "air-strike"), ==, 2);
  g_assert_cmpuint (count_value (session, DATELINE_FACET_TYPE, "missile-attack"), ==, 1);
  g_assert_cmpuint (count_value (session, DATELINE_FACET_TYPE, "shelling"), ==, 0); /* it has no date */

  dateline_filter_set_wanted (filter, DATELINE_FACET_TYPE, "missile-attack", TRUE);
  dateline_session_set_filter (session, filter);
  g_assert_cmpuint (count_visible (session), ==, 1);
  g_assert_cmpuint (count_value (session, DATELINE_FACET_TYPE, "air-strike"), ==, 2);
  g_assert_cmpuint (count_value (session, DATELINE_FACET_COUNTRY, "IQ"), ==, 1); /* of the missile attacks */
  g_assert_cmpuint (count_value (session, DATELINE_FACET_COUNTRY, "YE"), ==, 0);

  dateline_filter_set_wanted (filter, DATELINE_FACET_COUNTRY, "IQ", TRUE);
  dateline_session_set_filter (session, filter);
  g_assert_cmpuint (count_value (session, DATELINE_FACET_TYPE, "air-strike"), ==, 1);

  dateline_session_set_day (session, DAY (2024, 1, 20));
  g_assert_cmpuint (count_value (session, DATELINE_FACET_TYPE, "air-strike"), ==, 0);
  g_assert_cmpuint (count_value (session, DATELINE_FACET_TYPE, "missile-attack"), ==, 1);
  g_assert_finalize_object (session);
}

static void
test_filter_text (void)
{
  static const struct
  {
    const char *text;
    guint       n_shown;
  } cases[] = {
    { "yemen", 1 },
    { "AIN al", 1 },
    { "al", 2 },
    { "al-asad jurf", 0 },
    { "  ", 3 },
    { "%", 0 },
    { "_", 0 },
    { "'", 0 },
    { "nowhere", 0 },
  };
  DatelineSession           *session = new_january ();
  g_autoptr (DatelineFilter) filter = dateline_filter_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_free (filter->text);
      filter->text = g_strdup (cases[i].text);
      dateline_session_set_filter (session, filter);
      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpuint (count_visible (session), ==, cases[i].n_shown);
      g_assert_cmpstr (dateline_session_get_filter (session)->text, ==, cases[i].text);
    }
  g_assert_finalize_object (session);
}

typedef struct
{
  gint64 article;
  guint  begin;
  guint  end;
} Shown;

static void
on_show_article_cb (DatelineSession *session, gint64 article, guint begin, guint end, Shown *shown)
{
  *shown = (Shown){ article, begin, end };
}

static void
test_articles (void)
{
  DatelineSession       *session = new_january ();
  const DatelineArticle *article;
  Shown                  shown = { 0 };
  g_autoptr (GError)     error = NULL;

  article = dateline_session_get_article (session, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (article->text, ==, "Article 1.");
  g_assert_true (dateline_session_get_article (session, 2, &error) == article);
  g_assert_null (dateline_session_get_article (session, 200, &error));
  g_assert_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_UNKNOWN_ID);

  /* Far more than are kept. */
  for (guint i = 0; i < 300; i++)
    {
      const FixtureIncident incident = { at (2024, 1, 1, 0, 0), at (2024, 1, 2, 0, 0), DATELINE_DATE_DAY };

      fixture_add (dateline_session_get_store (session), &incident, 1000 + i);
    }
  for (gint64 id = 1; id <= 304; id++)
    g_assert_nonnull (dateline_session_get_article (session, id, NULL));
  for (gint64 id = 1; id <= 304; id++)
    g_assert_nonnull (dateline_session_get_article (session, id, NULL));

  g_signal_connect (session, "show-article", G_CALLBACK (on_show_article_cb), &shown);
  dateline_session_show_article (session, 3, (DatelineSpan){ 8, 15 });
  g_assert_cmpint (shown.article, ==, 3);
  g_assert_cmpuint (shown.begin, ==, 8);
  g_assert_cmpuint (shown.end, ==, 15);
  g_assert_finalize_object (session);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/session/empty", test_empty);
  g_test_add_func ("/model/session/windows", test_windows);
  g_test_add_func ("/model/session/own-windows", test_own_windows);
  g_test_add_func ("/model/session/day-stays", test_day_stays);
  g_test_add_func ("/model/session/two-sites", test_two_sites);
  g_test_add_func ("/model/session/first-load", test_first_load);
  g_test_add_func ("/model/session/selection-moves-day", test_selection_moves_day);
  g_test_add_func ("/model/session/way-back", test_way_back);

  g_test_add_func ("/model/session/signals", test_signals);
  g_test_add_func ("/model/session/reload", test_reload);
  g_test_add_func ("/model/session/reload-order", test_reload_order);
  g_test_add_func ("/model/session/find-day", test_find_day);
  g_test_add_func ("/model/session/no-summer-time", test_no_summer_time);
  g_test_add_func ("/model/session/ends-of-time", test_ends_of_time);
  g_test_add_func ("/model/session/coarse-dates", test_coarse_dates);
  g_test_add_func ("/model/session/value-counts", test_value_counts);
  g_test_add_func ("/model/session/filter-text", test_filter_text);
  g_test_add_func ("/model/session/articles", test_articles);

  return g_test_run ();
}
