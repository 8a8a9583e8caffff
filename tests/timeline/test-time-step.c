/* test-time-step.c: the calendar's units
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dateline-time-step.h"

/* Midnight of the region's day. */
static gint64
at (int year, int month, int day, int hour)
{
  return dateline_date_interval_for_days (dateline_day_new (year, month, day), 0, DATELINE_REGION_OFFSET_MINUTES).start + hour * 3600;
}

static void
test_boundaries (void)
{
  const struct
  {
    DatelineTimeStep step;
    gint64           seconds;
    gint64           boundary;
    gint64           next;
    const char      *reason;
  } rows[] = {
    { { DATELINE_TIME_HOUR, 1 }, at (2024, 1, 24, 5) + 59, at (2024, 1, 24, 5), at (2024, 1, 24, 6), "an hour" },
    { { DATELINE_TIME_HOUR, 6 }, at (2024, 1, 24, 23), at (2024, 1, 24, 18), at (2024, 1, 25, 0), "quarters count from midnight of the region" },
    { { DATELINE_TIME_DAY, 1 }, at (2024, 2, 29, 23), at (2024, 2, 29, 0), at (2024, 3, 1, 0), "a leap day" },
    { { DATELINE_TIME_DAY, 1 }, at (1960, 6, 1, 1), at (1960, 6, 1, 0), at (1960, 6, 2, 0), "before the epoch" },
    { { DATELINE_TIME_WEEK, 1 }, at (2024, 1, 28, 23), at (2024, 1, 22, 0), at (2024, 1, 29, 0), "Sunday ends the week" },
    { { DATELINE_TIME_WEEK, 1 }, at (2024, 1, 29, 0), at (2024, 1, 29, 0), at (2024, 2, 5, 0), "Monday begins it" },
    { { DATELINE_TIME_MONTH, 1 }, at (2023, 12, 31, 12), at (2023, 12, 1, 0), at (2024, 1, 1, 0), "over the year's end" },
    { { DATELINE_TIME_MONTH, 3 }, at (2024, 8, 15, 0), at (2024, 7, 1, 0), at (2024, 10, 1, 0), "a quarter" },
    { { DATELINE_TIME_YEAR, 1 }, at (2024, 1, 1, 0) - 1, at (2023, 1, 1, 0), at (2024, 1, 1, 0), "the last second of a year" },
    { { DATELINE_TIME_YEAR, 10 }, at (2024, 5, 5, 0), at (2020, 1, 1, 0), at (2030, 1, 1, 0), "a decade" },
    { { DATELINE_TIME_YEAR, 100 }, at (57, 5, 5, 0), at (1, 1, 1, 0), at (100, 1, 1, 0), "there is no year 0" },
    { { DATELINE_TIME_YEAR, 100 }, at (9950, 5, 5, 0), at (9900, 1, 1, 0), at (9999, 12, 31, 24), "nor a year 10000" },
    { { DATELINE_TIME_MONTH, 1 }, at (9999, 12, 31, 0), at (9999, 12, 1, 0), at (9999, 12, 31, 24), "the last month ends with it" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].reason);
      g_assert_cmpint (dateline_time_step_floor (rows[i].step, rows[i].seconds), ==, rows[i].boundary);
      g_assert_cmpint (dateline_time_step_next (rows[i].step, rows[i].boundary), ==, rows[i].next);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/time-step/boundaries", test_boundaries);

  return g_test_run ();
}
