/* test-histogram-bins.c: how many incidents when
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dateline-histogram-bins.h"

#define DAY DATELINE_SECONDS_PER_DAY

typedef struct
{
  gint64 start[8];
  gint64 end[8];
  guint8 type[8];
  guint8 passes[8];
} Rows;

static DatelineTimeScale
make_scale (const char *first, const char *last, double width)
{
  return (DatelineTimeScale){
    dateline_date_interval_for_days (dateline_day_parse (first, NULL), dateline_day_parse (last, NULL), DATELINE_REGION_OFFSET_MINUTES),
    width,
  };
}

static DatelineIncidentTable
make_table (Rows *rows, guint n_rows)
{
  return (DatelineIncidentTable){
    .n_rows = n_rows,
    .n_dated = n_rows,
    .start = rows->start,
    .end = rows->end,
    .type = rows->type,
    .passes = rows->passes,
  };
}

static void
test_step (void)
{
  static const struct
  {
    const char      *first;
    const char      *last;
    double           width;
    DatelineTimeUnit unit;
    int              count;
    const char      *reason;
  } rows[] = {
    { "2024-01-24", "2024-01-24", 400, DATELINE_TIME_HOUR, 1, "a single day" },
    { "2024-01-24", "2024-01-24", 60, DATELINE_TIME_DAY, 1, "no room for hours" },
    { "2024-01-20", "2024-01-24", 900, DATELINE_TIME_DAY, 1, "the slider moves by days" },
    { "2023-06-01", "2023-12-31", 900, DATELINE_TIME_DAY, 1, "half a year in four pixels a day" },
    { "2023-01-01", "2024-12-31", 900, DATELINE_TIME_WEEK, 1, "two years" },
    { "2014-01-01", "2024-12-31", 900, DATELINE_TIME_MONTH, 1, "eleven years" },
    { "2014-01-01", "2024-12-31", 300, DATELINE_TIME_MONTH, 3, "eleven years on a phone" },
    { "1900-01-01", "2024-12-31", 900, DATELINE_TIME_YEAR, 1, "a century" },
    { "0001-01-01", "9999-12-31", 900, DATELINE_TIME_YEAR, 100, "the whole calendar" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DatelineTimeStep step = dateline_histogram_bins_choose_step (make_scale (rows[i].first, rows[i].last, rows[i].width));

      g_test_message ("%s", rows[i].reason);
      g_assert_cmpint (step.unit, ==, rows[i].unit);
      g_assert_cmpint (step.count, ==, rows[i].count);
    }
}

static void
test_known (void)
{
  DatelineTimeScale scale = make_scale ("2024-01-20", "2024-01-24", 500);
  gint64            begin = scale.span.start;
  Rows              rows = {
                 .start = { begin - DAY, begin, begin + DAY - 1, begin + DAY, begin + 2 * DAY - 3600, begin + 5 * DAY - 1, begin + 5 * DAY },
                 .end = { begin, begin + DAY, begin + DAY, begin + 2 * DAY, begin + 3 * DAY - 3600, begin + 5 * DAY, begin + 6 * DAY },
                 .type = { 0, DATELINE_INCIDENT_AIR_STRIKE, DATELINE_INCIDENT_DRONE_STRIKE, DATELINE_INCIDENT_SHELLING, DATELINE_INCIDENT_RAID, DATELINE_INCIDENT_RAID, 0 },
                 .passes = { 1, 1, 1, 1, 1, 1, 1 },
  };
  DatelineIncidentTable             table = make_table (&rows, 7);
  g_autoptr (DatelineHistogramBins) bins = dateline_histogram_bins_new (&table, scale);

  g_assert_cmpuint (bins->n_bins, ==, 5);
  g_assert_cmpint (bins->edges[0], ==, begin);
  g_assert_cmpint (bins->edges[5], ==, scale.span.end);
  g_assert_cmpfloat (bins->bins[0].known[DATELINE_SYMBOL_AERIAL], ==, 2);
  g_assert_cmpfloat (bins->bins[1].known[DATELINE_SYMBOL_FIRES], ==, 1);
  /* A day of another zone counts in the day of its middle. */
  g_assert_cmpfloat (bins->bins[2].known[DATELINE_SYMBOL_GROUND], ==, 1);
  g_assert_cmpfloat (bins->bins[4].known[DATELINE_SYMBOL_GROUND], ==, 1);
  g_assert_cmpfloat (bins->highest, ==, 2);

  rows.passes[1] = 0;
  g_clear_pointer (&bins, dateline_histogram_bins_free);
  bins = dateline_histogram_bins_new (&table, scale);
  g_assert_cmpfloat (bins->bins[0].known[DATELINE_SYMBOL_AERIAL], ==, 1);
  g_assert_cmpfloat (bins->highest, ==, 1);
}

static void
test_uncertain (void)
{
  DatelineTimeScale scale = make_scale ("2024-01-20", "2024-01-24", 500);
  gint64            begin = scale.span.start;
  Rows              rows = {
                 .start = { begin - 5 * DAY, begin, begin + DAY + DAY / 2 },
                 .end = { begin + 5 * DAY, begin + 2 * DAY, begin + 4 * DAY + DAY / 2 },
                 .type = { DATELINE_INCIDENT_SHELLING, DATELINE_INCIDENT_AIR_STRIKE, DATELINE_INCIDENT_RAID },
                 .passes = { 1, 1, 1 },
  };
  static const float expected[5][3] = {
    { 0.1f, 0.5f, 0 },
    { 0.1f, 0.5f, 1 / 6.0f },
    { 0.1f, 0, 1 / 3.0f },
    { 0.1f, 0, 1 / 3.0f },
    { 0.1f, 0, 1 / 6.0f },
  };
  DatelineIncidentTable             table = make_table (&rows, 3);
  g_autoptr (DatelineHistogramBins) bins = dateline_histogram_bins_new (&table, scale);

  for (guint i = 0; i < 5; i++)
    {
      g_assert_cmpfloat_with_epsilon (bins->bins[i].uncertain[DATELINE_SYMBOL_FIRES], expected[i][0], 1e-6);
      g_assert_cmpfloat_with_epsilon (bins->bins[i].uncertain[DATELINE_SYMBOL_AERIAL], expected[i][1], 1e-6);
      g_assert_cmpfloat_with_epsilon (bins->bins[i].uncertain[DATELINE_SYMBOL_GROUND], expected[i][2], 1e-6);
      g_assert_cmpfloat (bins->bins[i].known[DATELINE_SYMBOL_FIRES], ==, 0);
    }
}

static void
test_hours (void)
{
  DatelineTimeScale                 scale = make_scale ("2024-01-24", "2024-01-24", 500);
  gint64                            begin = scale.span.start;
  Rows                              rows = { .start = { begin, begin + 900 }, .end = { begin + DAY, begin + 901 }, .passes = { 1, 1 } };
  DatelineIncidentTable             table = make_table (&rows, 2);
  g_autoptr (DatelineHistogramBins) with_hours = dateline_histogram_bins_new (&table, scale);
  g_autoptr (DatelineHistogramBins) without = NULL;

  g_assert_cmpuint (with_hours->n_bins, ==, 24);
  g_assert_cmpfloat (with_hours->bins[0].known[0], ==, 1);
  g_assert_cmpfloat_with_epsilon (with_hours->bins[23].uncertain[0], 1 / 24.0, 1e-6);

  rows.passes[1] = 0;
  without = dateline_histogram_bins_new (&table, scale);
  g_assert_cmpuint (without->n_bins, ==, 1);
  g_assert_cmpfloat (without->bins[0].known[0], ==, 1);
}

static void
test_limits (void)
{
  gint64 first = dateline_date_interval_for_days (dateline_day_new (1, 1, 1), 0, DATELINE_REGION_OFFSET_MINUTES).start;
  gint64 last = dateline_date_interval_for_days (dateline_day_new (9999, 12, 31), 0, DATELINE_REGION_OFFSET_MINUTES).start;
  Rows   rows = {
      .start = { first, last },
      .end = { first + DAY, last + DAY },
      .passes = { 1, 1 },
  };
  DatelineIncidentTable             table = make_table (&rows, 2);
  g_autoptr (DatelineHistogramBins) whole = dateline_histogram_bins_new (&table, make_scale ("0001-01-01", "9999-12-31", 8000));
  g_autoptr (DatelineHistogramBins) empty = NULL;

  g_assert_cmpuint (whole->n_bins, <=, 400);
  g_assert_cmpfloat (whole->bins[0].known[0], ==, 1);
  g_assert_cmpfloat (whole->bins[whole->n_bins - 1].known[0], ==, 1);

  table.n_dated = 0;
  empty = dateline_histogram_bins_new (&table, make_scale ("2024-01-01", "2024-01-31", 300));
  g_assert_cmpuint (empty->n_bins, ==, 31);
  g_assert_cmpfloat (empty->highest, ==, 0);
}

static void
test_find (void)
{
  DatelineTimeScale                 scale = make_scale ("2024-01-01", "2024-01-31", 300);
  Rows                              rows = { 0 };
  DatelineIncidentTable             table = make_table (&rows, 0);
  g_autoptr (DatelineHistogramBins) bins = dateline_histogram_bins_new (&table, scale);

  g_assert_cmpuint (dateline_histogram_bins_find (bins, scale.span.start - 1), ==, 0);
  g_assert_cmpuint (dateline_histogram_bins_find (bins, scale.span.start + DAY - 1), ==, 0);
  g_assert_cmpuint (dateline_histogram_bins_find (bins, scale.span.start + DAY), ==, 1);
  g_assert_cmpuint (dateline_histogram_bins_find (bins, scale.span.end), ==, 30);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/histogram-bins/step", test_step);
  g_test_add_func ("/timeline/histogram-bins/known", test_known);
  g_test_add_func ("/timeline/histogram-bins/uncertain", test_uncertain);
  g_test_add_func ("/timeline/histogram-bins/hours", test_hours);
  g_test_add_func ("/timeline/histogram-bins/limits", test_limits);
  g_test_add_func ("/timeline/histogram-bins/find", test_find);

  return g_test_run ();
}
