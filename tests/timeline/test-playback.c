/* test-playback.c: the replay, with a clock that the test winds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dateline-playback.h"

#include "fixture.h"

#define ONE_DAY_A_SECOND 3
#define ONE_MONTH_A_SECOND 7

typedef struct
{
  DatelineSession  *session;
  DatelinePlayback *playback;
  gint64            now_us;
} Fixture;

static gint64
read_clock (gpointer user_data)
{
  return *(gint64 *) user_data;
}

static DatelineDay
january (int day)
{
  return dateline_day_new (2024, 1, day);
}

/* Incidents on 1, 2, 10 and 20 January. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const int days[] = { 1, 2, 10, 20 };
  FixtureIncident  incidents[G_N_ELEMENTS (days)] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      DatelineDateInterval interval = dateline_date_interval_for_days (january (days[i]), january (days[i]), DATELINE_REGION_OFFSET_MINUTES);

      incidents[i].start = interval.start;
      incidents[i].end = interval.end;
      incidents[i].date_precision = DATELINE_DATE_DAY;
    }
  fixture->session = fixture_session (incidents, G_N_ELEMENTS (incidents));
  fixture->playback = dateline_playback_new (fixture->session);
  dateline_playback_set_clock (fixture->playback, read_clock, &fixture->now_us);
  dateline_playback_set_speed (fixture->playback, ONE_DAY_A_SECOND);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->playback);
  g_assert_finalize_object (fixture->session);
}

/* Quarters of a second, as a slow machine would step. */
static void
wind (Fixture *fixture, guint n_quarters)
{
  for (guint i = 0; i < n_quarters; i++)
    {
      fixture->now_us += G_USEC_PER_SEC / 4;
      dateline_playback_step (fixture->playback);
    }
}

static void
test_one_day_a_second (Fixture *fixture, gconstpointer data)
{
  dateline_session_set_day (fixture->session, january (5));
  dateline_playback_set_playing (fixture->playback, TRUE);
  wind (fixture, 3);
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, january (5));
  wind (fixture, 1);
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, january (6));
  wind (fixture, 12);
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, january (9));

  dateline_playback_set_playing (fixture->playback, FALSE);
  wind (fixture, 12);
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, january (9));
}

static void
test_speeds (Fixture *fixture, gconstpointer data)
{
  for (guint speed = 0; speed < dateline_playback_get_n_speeds (); speed++)
    {
      double days = dateline_playback_speed_get_days_per_second (speed);

      dateline_playback_set_speed (fixture->playback, speed);
      dateline_session_set_day (fixture->session, january (1));
      dateline_playback_set_playing (fixture->playback, TRUE);
      wind (fixture, 2);
      g_assert_cmpint (dateline_session_get_day (fixture->session), ==, january (1 + (int) (days / 2)));
      dateline_playback_set_playing (fixture->playback, FALSE);
    }
}

static void
test_stops_at_end (Fixture *fixture, gconstpointer data)
{
  dateline_session_set_day (fixture->session, january (19));
  dateline_playback_set_playing (fixture->playback, TRUE);
  wind (fixture, 4);
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, january (20));
  wind (fixture, 3);
  g_assert_true (dateline_playback_get_playing (fixture->playback)); /* the last day counts as long as any */
  wind (fixture, 1);
  g_assert_false (dateline_playback_get_playing (fixture->playback));
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, january (20));

  dateline_playback_set_playing (fixture->playback, TRUE);
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, january (1));
}

static void
test_overshoot (Fixture *fixture, gconstpointer data)
{
  dateline_playback_set_speed (fixture->playback, ONE_MONTH_A_SECOND);
  dateline_session_set_day (fixture->session, january (15));
  dateline_playback_set_playing (fixture->playback, TRUE);
  wind (fixture, 1);
  g_assert_false (dateline_playback_get_playing (fixture->playback));
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, january (20));
}

static void
test_loop (Fixture *fixture, gconstpointer data)
{
  dateline_playback_set_loop (fixture->playback, TRUE);
  dateline_session_set_day (fixture->session, january (20));
  dateline_playback_set_playing (fixture->playback, TRUE);
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, january (1));
  wind (fixture, 4 * 20);
  g_assert_true (dateline_playback_get_playing (fixture->playback));
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, january (1));
}

static void
test_skip_quiet (Fixture *fixture, gconstpointer data)
{
  static const int expected[] = { 2, 10, 20 };

  dateline_playback_set_skip_quiet (fixture->playback, TRUE);
  dateline_session_set_day (fixture->session, january (1));
  dateline_playback_set_playing (fixture->playback, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      wind (fixture, 3);
      g_assert_cmpint (dateline_session_get_day (fixture->session), !=, january (expected[i]));
      wind (fixture, 1);
      g_assert_cmpint (dateline_session_get_day (fixture->session), ==, january (expected[i]));
    }
  wind (fixture, 4);
  g_assert_false (dateline_playback_get_playing (fixture->playback));
}

static void
test_backwards (Fixture *fixture, gconstpointer data)
{
  dateline_session_set_day (fixture->session, january (3));
  dateline_playback_set_backwards (fixture->playback, TRUE);
  dateline_playback_set_playing (fixture->playback, TRUE);
  wind (fixture, 3);
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, january (3));
  wind (fixture, 1);
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, january (2));
  wind (fixture, 8);
  g_assert_false (dateline_playback_get_playing (fixture->playback));
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, january (1));

  dateline_playback_set_playing (fixture->playback, TRUE);
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, january (20));
}

static void
test_follows_the_hand (Fixture *fixture, gconstpointer data)
{
  dateline_session_set_day (fixture->session, january (1));
  dateline_playback_set_playing (fixture->playback, TRUE);
  wind (fixture, 3);
  dateline_session_set_day (fixture->session, january (12));
  wind (fixture, 3);
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, january (12));
  wind (fixture, 1);
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, january (13));
}

static void
test_does_not_leap (Fixture *fixture, gconstpointer data)
{
  dateline_session_set_day (fixture->session, january (1));
  dateline_playback_set_playing (fixture->playback, TRUE);
  fixture->now_us += G_USEC_PER_SEC * (gint64) 3600;
  dateline_playback_step (fixture->playback);
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, january (1));
  wind (fixture, 2);
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, january (2));
}

/* Asked for less motion while it plays: as fast, and on. */
static void
test_calm (Fixture *fixture, gconstpointer data)
{
  dateline_session_set_day (fixture->session, january (1));
  dateline_playback_set_playing (fixture->playback, TRUE);
  wind (fixture, 8);
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, january (3));
  dateline_playback_set_calm (fixture->playback, TRUE);
  g_assert_true (dateline_playback_get_playing (fixture->playback));
  wind (fixture, 8);
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, january (5));
  dateline_playback_set_calm (fixture->playback, FALSE);
  wind (fixture, 4);
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, january (6));
}

static void
test_nothing_to_play (void)
{
  g_autoptr (DatelineSession)  session = fixture_session (NULL, 0);
  g_autoptr (DatelinePlayback) playback = dateline_playback_new (session);

  dateline_playback_set_playing (playback, TRUE);
  g_assert_false (dateline_playback_get_playing (playback));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/timeline/playback/one-day-a-second", test_one_day_a_second },
    { "/timeline/playback/speeds", test_speeds },
    { "/timeline/playback/stops-at-end", test_stops_at_end },
    { "/timeline/playback/overshoot", test_overshoot },
    { "/timeline/playback/loop", test_loop },
    { "/timeline/playback/skip-quiet", test_skip_quiet },
    { "/timeline/playback/backwards", test_backwards },
    { "/timeline/playback/follows-the-hand", test_follows_the_hand },
    { "/timeline/playback/does-not-leap", test_does_not_leap },
    { "/timeline/playback/calm", test_calm },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  g_test_add_func ("/timeline/playback/nothing-to-play", test_nothing_to_play);

  return g_test_run ();
}
