/* test-time-ticks.c: where the axis is marked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dateline-day-text.h"
#include "dateline-time-ticks.h"

#include <locale.h>
#include <string.h>

#define GAP 10.0

static DatelineTimeScale
make_scale (const char *first, const char *last, double width)
{
  return (DatelineTimeScale){
    dateline_date_interval_for_days (dateline_day_parse (first, NULL), dateline_day_parse (last, NULL), DATELINE_REGION_OFFSET_MINUTES),
    width,
  };
}

/* Every letter is seven pixels wide. */
static double
measure (const DatelineTick *tick, gpointer user_data)
{
  g_autofree char *label = dateline_tick_to_label (tick);

  return 7.0 * (double) strlen (label);
}

static char *
get_labels (GArray *ticks)
{
  g_autoptr (GString) labels = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    {
      const DatelineTick *tick = &g_array_index (ticks, DatelineTick, i);
      g_autofree char    *label = dateline_tick_to_label (tick);

      g_string_append_printf (labels, "%s%s", i > 0 ? "|" : "", tick->labelled ? label : "");
    }
  return g_string_free (g_steal_pointer (&labels), FALSE);
}

static void
test_labels (void)
{
  static const struct
  {
    const char *first;
    const char *last;
    double      width;
    const char *labels;
    const char *reason;
  } rows[] = {
    { "2024-01-20", "2024-01-24", 600, "20 Jan 2024|21 Jan|22 Jan|23 Jan|24 Jan", "days; the first tells its year" },
    { "2023-12-30", "2024-01-02", 600, "30 Dec 2023|31 Dec|1 Jan 2024|2 Jan", "a new year is told" },
    { "2024-01-24", "2024-01-24", 400, "24 Jan 2024||06:00|09:00|12:00|15:00|18:00|21:00", "one day in hours" },
    { "2023-01-01", "2023-12-31", 500, "2023|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec", "months; January is the year" },
    { "2023-02-10", "2024-03-05", 600, "Mar 2023||May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|2024|Feb|", "a long label takes its neighbour's place" },
    { "2014-06-01", "2024-06-01", 450, "2015|2016|2017|2018|2019|2020|2021|2022|2023|", "years; the last has no room" },
    { "2014-06-01", "2024-06-01", 300, "2016|2018|2020|2022|", "every other year" },
    { "0001-01-01", "9999-12-31", 500, "1|1000|2000|3000|4000|5000|6000|7000|8000|9000", "as far as the calendar goes" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) ticks = dateline_time_ticks_choose (make_scale (rows[i].first, rows[i].last, rows[i].width), GAP, measure, NULL);
      g_autofree char   *labels = get_labels (ticks);

      g_test_message ("%s", rows[i].reason);
      g_assert_cmpstr (labels, ==, rows[i].labels);
    }
}

/* Whatever the span and the width: labels lie inside the axis, by time,
 * apart from one another, and there is one unless it could not fit. */
static void
test_never_overlap (void)
{
  DatelineDay first = dateline_day_new (2019, 11, 17);

  for (int days = 1; days < 40000; days += 1 + days / 5)
    for (double width = 150; width < 2500; width *= 1.7)
      {
        DatelineTimeScale scale = {
          dateline_date_interval_for_days (first, first + days - 1, DATELINE_REGION_OFFSET_MINUTES), width
        };
        g_autoptr (GArray) ticks = dateline_time_ticks_choose (scale, GAP, measure, NULL);
        double             taken_until = -GAP;
        guint              n_labels = 0;

        for (guint i = 0; i < ticks->len; i++)
          {
            const DatelineTick *tick = &g_array_index (ticks, DatelineTick, i);

            if (!tick->labelled)
              continue;
            n_labels++;
            g_assert_cmpfloat (tick->x, >=, taken_until + GAP);
            taken_until = tick->x + measure (tick, NULL);
            g_assert_cmpfloat (taken_until, <=, width);
          }
        g_assert_cmpuint (n_labels, >=, 1);
      }
}

static void
test_unset (void)
{
  DatelineTimeScale  scale = { DATELINE_DATE_INTERVAL_NONE, 300 };
  g_autoptr (GArray) ticks = dateline_time_ticks_choose (scale, GAP, measure, NULL);

  g_assert_cmpuint (ticks->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/time-ticks/labels", test_labels);
  g_test_add_func ("/timeline/time-ticks/never-overlap", test_never_overlap);
  g_test_add_func ("/timeline/time-ticks/unset", test_unset);

  return g_test_run ();
}
