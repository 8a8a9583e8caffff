/* test-time-view.c: zooming and panning never leave the span
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dateline-time-view.h"

#define DAY ((gint64) DATELINE_SECONDS_PER_DAY)

static void
assert_view (DatelineDateInterval view, gint64 start, gint64 end)
{
  g_assert_cmpint (view.start, ==, start);
  g_assert_cmpint (view.end, ==, end);
}

static void
test_zoom (void)
{
  DatelineDateInterval bounds = { 0, 100 * DAY };

  assert_view (dateline_time_view_zoom (bounds, bounds, 2, 50 * DAY), 25 * DAY, 75 * DAY);
  assert_view (dateline_time_view_zoom (bounds, bounds, 2, 0), 0, 50 * DAY);
  assert_view (dateline_time_view_zoom (bounds, bounds, 4, 100 * DAY), 75 * DAY, 100 * DAY);
  assert_view (dateline_time_view_zoom ((DatelineDateInterval){ 25 * DAY, 75 * DAY }, bounds, 0.5, 25 * DAY), 0, 100 * DAY);
  assert_view (dateline_time_view_zoom (bounds, bounds, 0.1, 10 * DAY), 0, 100 * DAY);
  assert_view (dateline_time_view_zoom (bounds, bounds, 1e9, 50 * DAY), 49 * DAY + DAY / 2, 50 * DAY + DAY / 2);
}

static void
test_pan (void)
{
  DatelineDateInterval bounds = { 0, 100 * DAY }, view = { 20 * DAY, 40 * DAY };

  assert_view (dateline_time_view_pan (view, bounds, (double) DAY), 21 * DAY, 41 * DAY);
  assert_view (dateline_time_view_pan (view, bounds, -21.0 * (double) DAY), 0, 20 * DAY);
  assert_view (dateline_time_view_pan (view, bounds, 1e15), 80 * DAY, 100 * DAY);
}

static void
test_reveal (void)
{
  static const struct
  {
    int         day;
    int         start; /* of the view of 16 days that was [20, 36) */
    const char *reason;
  } cases[] = {
    { 20, 20, "its first day is in view" },
    { 35, 20, "and its last" },
    { 36, 34, "the next page begins a little before" },
    { 19, 6, "the page before ends a little after" },
    { 70, 62, "what is far off comes to the middle" },
    { 99, 84, "no page goes past the end" },
    { 0, 0, "nor before the beginning" },
  };
  DatelineDateInterval bounds = { 0, 100 * DAY }, view = { 20 * DAY, 36 * DAY };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DatelineDateInterval revealed = dateline_time_view_reveal (view, bounds, (DatelineDateInterval){ cases[i].day * DAY, (cases[i].day + 1) * DAY });

      g_test_message ("%s", cases[i].reason);
      g_assert_cmpint (revealed.end - revealed.start, ==, 16 * DAY);
      g_assert_cmpint (revealed.start / DAY, ==, cases[i].start);
    }
}

/* Whatever is done to it, over all of the years 1 to 9999 or over one
 * second: a view stays inside its bounds, and zooming keeps what the
 * pointer is on. */
static void
test_random (void)
{
  const DatelineDateInterval all_bounds[] = {
    dateline_date_interval_for_days (dateline_day_new (1, 1, 1), dateline_day_new (9999, 12, 31), DATELINE_REGION_OFFSET_MINUTES),
    { 1706054400, 1706140800 },
    { 1706054400, 1706054401 },
    { 0, 4000 * DAY },
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint b = 0; b < G_N_ELEMENTS (all_bounds); b++)
    {
      DatelineDateInterval bounds = all_bounds[b], view = bounds;

      for (int i = 0; i < 5000; i++)
        {
          gint64               length = view.end - view.start;
          gint64               anchor = view.start + (gint64) (g_rand_double (random) * (double) length);
          DatelineDateInterval before = view;

          switch (g_rand_int_range (random, 0, 3))
            {
            case 0:
              view = dateline_time_view_zoom (view, bounds, g_rand_double_range (random, 0.2, 5), anchor);
              g_assert_true (view.start <= anchor && anchor <= view.end);
              break;
            case 1:
              view = dateline_time_view_pan (view, bounds, g_rand_double_range (random, -2, 2) * (double) length);
              g_assert_cmpint (view.end - view.start, ==, length);
              break;
            default:
              anchor = bounds.start + (gint64) (g_rand_double (random) * (double) (bounds.end - bounds.start - 1));
              view = dateline_time_view_reveal (view, bounds, (DatelineDateInterval){ anchor, anchor + 1 });
              g_assert_true (view.start <= anchor && anchor < view.end);
            }
          g_assert_true (view.start >= bounds.start && view.end <= bounds.end && view.start < view.end);
          g_assert_true (view.end - view.start >= MIN (DAY, bounds.end - bounds.start));
          g_assert_true (before.start >= bounds.start);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/time-view/zoom", test_zoom);
  g_test_add_func ("/timeline/time-view/pan", test_pan);
  g_test_add_func ("/timeline/time-view/reveal", test_reveal);
  g_test_add_func ("/timeline/time-view/random", test_random);

  return g_test_run ();
}
