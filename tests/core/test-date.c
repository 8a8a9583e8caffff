/* test-date.c: civil days and intervals
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dateline-date.h"

static void
test_round_trip (void)
{
  for (DatelineDay day = -719162; day <= 2932896; day += 97) /* 0001-01-01 … 9999-12-31 */
    {
      int year, month, day_of_month;

      dateline_day_get_ymd (day, &year, &month, &day_of_month);
      g_assert_cmpint (dateline_day_new (year, month, day_of_month), ==, day);
    }
  g_assert_cmpint (dateline_day_new (1, 1, 1), ==, -719162);
  g_assert_cmpint (dateline_day_new (9999, 12, 31), ==, 2932896);
}

static void
test_weekday (void)
{
  g_assert_cmpint (dateline_day_get_weekday (dateline_day_new (2024, 1, 24)), ==, 3);
  g_assert_cmpint (dateline_day_get_weekday (dateline_day_new (1969, 12, 28)), ==, 7);
  g_assert_cmpint (dateline_day_get_weekday (dateline_day_new (1, 1, 1)), ==, 1);
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    DatelineDay day;
    const char *rest;
  } rows[] = {
    { "2024-02-08 Advertisement", 19761, " Advertisement" },
    { "2024-02-30", DATELINE_DAY_NONE, NULL },
    { "2023-02-29", DATELINE_DAY_NONE, NULL },
    { "2024-2-08", DATELINE_DAY_NONE, NULL },
    { "", DATELINE_DAY_NONE, NULL },
    { "0000-01-01", DATELINE_DAY_NONE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *rest = NULL;

      g_assert_cmpint (dateline_day_parse (rows[i].text, &rest), ==, rows[i].day);
      g_assert_cmpstr (rest, ==, rows[i].rest);
    }
}

static void
test_months (void)
{
  DatelineDay day = dateline_day_new (2024, 1, 31);

  g_assert_cmpint (dateline_day_add_months (day, 1), ==, dateline_day_new (2024, 2, 29));
  g_assert_cmpint (dateline_day_add_months (day, -11), ==, dateline_day_new (2023, 2, 28));
  g_assert_cmpint (dateline_day_add_months (dateline_day_new (1, 1, 1), -1), ==, dateline_day_new (1, 1, 1));
}

static void
test_iso8601 (void)
{
  g_autofree char *after_midnight = dateline_seconds_to_iso8601 (1706044500, 180);
  g_autofree char *eastern = dateline_seconds_to_iso8601 (1706044500, -300);

  g_assert_cmpstr (after_midnight, ==, "2024-01-24T00:15:00+03:00");
  g_assert_cmpstr (eastern, ==, "2024-01-23T16:15:00-05:00");
}

static void
test_interval (void)
{
  DatelineDay          day = dateline_day_new (2024, 1, 24);
  DatelineDateInterval one = dateline_date_interval_for_days (day, day, 180);
  DatelineDateInterval next = dateline_date_interval_for_days (day + 1, day + 1, 180);

  g_assert_cmpint (one.end - one.start, ==, DATELINE_SECONDS_PER_DAY);
  g_assert_false (dateline_date_interval_overlaps (one, next));
  g_assert_cmpint (dateline_day_at (one.start, 180), ==, day);
  g_assert_cmpint (dateline_day_at (one.start - 1, 180), ==, day - 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/date/round-trip", test_round_trip);
  g_test_add_func ("/core/date/weekday", test_weekday);
  g_test_add_func ("/core/date/parse", test_parse);
  g_test_add_func ("/core/date/months", test_months);
  g_test_add_func ("/core/date/iso8601", test_iso8601);
  g_test_add_func ("/core/date/interval", test_interval);

  return g_test_run ();
}
