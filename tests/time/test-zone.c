/* test-zone.c: the clocks of the region
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dateline-zone.h"

static void
test_history (void)
{
  static const struct
  {
    const char *zone;
    const char *day;
    int         minutes;
    const char *reason;
  } rows[] = {
    { "UTC", "2024-07-01", 0, "never moves" },
    { "Asia/Baghdad", "2007-07-01", 240, "summer time until 2007" },
    { "Asia/Baghdad", "2007-10-02", 180, "over on 1 October" },
    { "Asia/Baghdad", "2008-07-01", 180, "given up in 2008" },
    { "Asia/Baghdad", "2024-01-24", 180, "since" },
    { "Asia/Aden", "2015-07-01", 180, "never moves" },
    { "Asia/Damascus", "2013-08-21", 180, "summer" },
    { "Asia/Damascus", "2013-12-01", 120, "winter" },
    { "Asia/Damascus", "2022-03-24", 120, "the day before the last Friday of March" },
    { "Asia/Damascus", "2022-03-25", 180, "the last Friday of March" },
    { "Asia/Damascus", "2022-12-01", 180, "summer time kept in October 2022" },
    { "Asia/Damascus", "2024-12-08", 180, "since" },
    { "Europe/Istanbul", "2015-01-15", 120, "winter" },
    { "Europe/Istanbul", "2015-11-01", 180, "that year's winter began on 8 November" },
    { "Europe/Istanbul", "2015-12-01", 120, "winter" },
    { "Europe/Istanbul", "2016-12-01", 180, "summer time kept in 2016" },
    { "Asia/Tehran", "2020-01-08", 210, "winter" },
    { "Asia/Tehran", "2021-07-01", 270, "summer" },
    { "Asia/Tehran", "2006-07-01", 210, "no summer time in 2006 and 2007" },
    { "Asia/Tehran", "2023-07-01", 210, "given up in 2022" },
    { "America/New_York", "2024-01-23", -300, "winter" },
    { "America/New_York", "2024-03-10", -240, "the second Sunday of March" },
    { "America/New_York", "2024-03-09", -300, "the day before" },
    { "America/New_York", "2024-11-03", -300, "the first Sunday of November" },
    { "America/New_York", "2003-03-20", -300, "before 2007 from April" },
    { "America/New_York", "2003-04-06", -240, "the first Sunday of April" },
    { "Asia/Jerusalem", "2023-10-07", 180, "summer until the last Sunday of October" },
    { "Asia/Jerusalem", "2023-10-29", 120, "winter" },
    { "Asia/Riyadh", "2019-09-14", 180, "never moves" },
    { "Asia/Dubai", "2022-01-17", 240, "never moves" },
    { "Europe/Moscow", "2013-01-01", 240, "summer time all year, 2011 to 2014" },
    { "Europe/Moscow", "2015-09-30", 180, "since October 2014" },
    { "Europe/London", "2018-04-14", 60, "summer" },
    { "Europe/Paris", "2018-01-14", 60, "winter" },
    { "Asia/Beirut", "2020-08-04", 180, "summer" },
    { "Asia/Amman", "2024-01-28", 180, "summer time kept in 2022" },
    { "Africa/Cairo", "2023-07-01", 180, "summer time again in 2023" },
    { "Mars/Olympus", "2024-01-24", DATELINE_REGION_OFFSET_MINUTES, "unknown: the region's" },
    { NULL, "2024-01-24", DATELINE_REGION_OFFSET_MINUTES, "none: the region's" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int minutes = dateline_zone_get_offset_minutes (rows[i].zone, dateline_day_parse (rows[i].day, NULL));

      if (minutes != rows[i].minutes)
        g_error ("%s on %s: %d, not %d (%s)", rows[i].zone, rows[i].day, minutes, rows[i].minutes, rows[i].reason);
    }
}

static void
test_any_day (void)
{
  static const char *const countries[] = { "IQ", "SY", "YE", "SA", "TR", "IR", "IL", "LB", "JO", "EG", "US", "GB", "FR", "RU", "AE" };

  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    {
      const char *zone = dateline_zone_for_country (countries[i]);

      g_assert_nonnull (zone);
      g_assert_true (dateline_zone_find (zone) != NULL);
      for (DatelineDay day = -719162; day <= 2932896; day += 1009)
        {
          int minutes = dateline_zone_get_offset_minutes (zone, day);

          g_assert_cmpint (minutes, >=, -300);
          g_assert_cmpint (minutes, <=, 270);
        }
      g_assert_cmpint (dateline_zone_get_offset_minutes (zone, DATELINE_DAY_NONE), >=, -300);
    }
}

static void
test_names (void)
{
  g_assert_cmpstr (dateline_zone_for_country ("IQ"), ==, "Asia/Baghdad");
  g_assert_null (dateline_zone_for_country ("ZZ"));
  g_assert_null (dateline_zone_find ("Mars/Olympus"));
  g_assert_null (dateline_zone_find (NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time/zone/history", test_history);
  g_test_add_func ("/time/zone/any-day", test_any_day);
  g_test_add_func ("/time/zone/names", test_names);

  return g_test_run ();
}
