/* dateline-histogram-bins.c: how many incidents of each family when
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-histogram-bins.h"

#include <glib/gi18n.h>

#include "dateline-locale-text.h"
#include "dateline-words.h"

/* A column is at least this wide, its gap included, and there are no
 * more columns than that, so that they stay legible and few. */
#define MIN_COLUMN_WIDTH 4.0
#define MAX_COLUMNS 400.0

/* The slider moves by days: hours only where days say next to nothing. */
#define MAX_DAYS_IN_HOURS 3

static const DatelineTimeStep steps[] = {
  { DATELINE_TIME_HOUR, 1 },
  { DATELINE_TIME_DAY, 1 },
  { DATELINE_TIME_WEEK, 1 },
  { DATELINE_TIME_MONTH, 1 },
  { DATELINE_TIME_MONTH, 3 },
  { DATELINE_TIME_YEAR, 1 },
  { DATELINE_TIME_YEAR, 10 },
  { DATELINE_TIME_YEAR, 100 },
};

/**
 * dateline_histogram_bins_choose_step:
 * @scale: the axis
 *
 * Returns: the shortest unit of the calendar whose columns stay legible
 */
DatelineTimeStep
dateline_histogram_bins_choose_step (DatelineTimeScale scale)
{
  double span_seconds = (double) (scale.span.end - scale.span.start);
  double min_width = MAX (MIN_COLUMN_WIDTH, scale.width / MAX_COLUMNS);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (steps[i].unit == DATELINE_TIME_HOUR && span_seconds > (double) MAX_DAYS_IN_HOURS * DATELINE_SECONDS_PER_DAY)
        continue;
      if (dateline_time_step_get_seconds (steps[i]) / span_seconds * scale.width >= min_width)
        return steps[i];
    }
  return steps[G_N_ELEMENTS (steps) - 1];
}

/* Hours say nothing when every incident is known by its day alone. */
static gboolean
knows_hours (const DatelineIncidentTable *table)
{
  for (guint row = 0; row < table->n_dated; row++)
    if (table->passes[row] && table->end[row] - table->start[row] < DATELINE_SECONDS_PER_DAY)
      return TRUE;
  return FALSE;
}

static void
cut (DatelineHistogramBins *self, DatelineDateInterval span)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64             edge = dateline_time_step_next (self->step, dateline_time_step_floor (self->step, span.start));

  g_array_append_val (edges, span.start);
  while (edge < span.end)
    {
      gint64 previous = edge;

      g_array_append_val (edges, edge);
      edge = dateline_time_step_next (self->step, edge);
      if (edge <= previous)
        break;
    }
  g_array_append_val (edges, span.end);

  self->n_bins = edges->len - 1;
  self->edges = (gint64 *) (gpointer) g_array_free (g_steal_pointer (&edges), FALSE);
  self->bins = g_new0 (DatelineHistogramBin, self->n_bins);
}

/* The share of an incident that falls into the columns it begins and ends
 * in is added at once; for those between, its rate is noted where it
 * begins and taken back where it ends, so that a row costs the same
 * however long its interval. */
static void
spread (DatelineHistogramBins *self, double *rates, guint first, guint family, gint64 start, gint64 end)
{
  double length = (double) (end - start);
  guint  last = first;

  start = MAX (start, self->edges[0]);
  end = MIN (end, self->edges[self->n_bins]);
  last = dateline_histogram_bins_find (self, end - 1);
  if (first == last)
    {
      self->bins[first].uncertain[family] += (float) ((double) (end - start) / length);
      return;
    }

  self->bins[first].uncertain[family] += (float) ((double) (self->edges[first + 1] - start) / length);
  self->bins[last].uncertain[family] += (float) ((double) (end - self->edges[last]) / length);
  rates[(first + 1) * DATELINE_N_SYMBOL_FAMILIES + family] += 1 / length;
  rates[last * DATELINE_N_SYMBOL_FAMILIES + family] -= 1 / length;
}

static void
add_rates (DatelineHistogramBins *self, const double *rates)
{
  for (guint family = 0; family < DATELINE_N_SYMBOL_FAMILIES; family++)
    {
      double rate = 0;

      for (guint bin = 0; bin < self->n_bins; bin++)
        {
          rate += rates[bin * DATELINE_N_SYMBOL_FAMILIES + family];
          if (rate > 1e-15)
            self->bins[bin].uncertain[family] += (float) (rate * (double) (self->edges[bin + 1] - self->edges[bin]));
        }
    }
}

static void
count_rows (DatelineHistogramBins *self, const DatelineIncidentTable *table, double *rates)
{
  gint64 span_start = self->edges[0], span_end = self->edges[self->n_bins];
  gint64 resolution = MAX ((gint64) dateline_time_step_get_seconds (self->step), DATELINE_SECONDS_PER_DAY);
  guint8 family_of_type[DATELINE_N_INCIDENT_TYPES];
  guint  cursor = 0;

  if (self->step.unit == DATELINE_TIME_HOUR)
    resolution = (gint64) dateline_time_step_get_seconds (self->step);
  for (guint type = 0; type < DATELINE_N_INCIDENT_TYPES; type++)
    family_of_type[type] = (guint8) dateline_symbol_for_type ((DatelineIncidentType) type).family;

  for (guint row = 0; row < table->n_dated; row++)
    {
      gint64 start = table->start[row], end = MAX (table->end[row], table->start[row] + 1);
      guint  family = family_of_type[table->type[row]];
      gint64 middle;
      guint  bin;

      if (start >= span_end)
        break;
      if (!table->passes[row] || end <= span_start)
        continue;

      /* The rows are sorted by start: the cursor only moves on. */
      while (self->edges[cursor + 1] <= start)
        cursor++;

      if (end - start > resolution)
        {
          spread (self, rates, cursor, family, start, end);
          continue;
        }

      middle = CLAMP (start + (end - start) / 2, span_start, span_end - 1);
      for (bin = cursor; self->edges[bin + 1] <= middle;)
        bin++;
      self->bins[bin].known[family] += 1;
    }
}

static float
find_highest (const DatelineHistogramBins *self)
{
  float highest = 0;

  for (guint bin = 0; bin < self->n_bins; bin++)
    {
      float sum = 0;

      for (guint family = 0; family < DATELINE_N_SYMBOL_FAMILIES; family++)
        sum += self->bins[bin].known[family] + self->bins[bin].uncertain[family];
      highest = MAX (highest, sum);
    }
  return highest;
}

/**
 * dateline_histogram_bins_new_for_step:
 * @table: the incidents; rows that the filter holds back do not count
 * @span: from when to when, set
 * @step: how wide a column is
 *
 * An incident whose interval is no longer than a column, or than a day,
 * counts whole in the column of its middle; a longer one is spread
 * evenly over its interval. Takes time linear in the rows.
 *
 * Returns: (transfer full): the columns, which cover the whole span
 */
DatelineHistogramBins *
dateline_histogram_bins_new_for_step (const DatelineIncidentTable *table, DatelineDateInterval span, DatelineTimeStep step)
{
  DatelineHistogramBins *self;
  g_autofree double     *rates = NULL;

  g_return_val_if_fail (table != NULL, NULL);
  g_return_val_if_fail (dateline_date_interval_is_set (span), NULL);

  self = g_new0 (DatelineHistogramBins, 1);
  self->step = step;
  cut (self, span);

  rates = g_new0 (double, (gsize) (self->n_bins + 1) * DATELINE_N_SYMBOL_FAMILIES);
  count_rows (self, table, rates);
  add_rates (self, rates);
  self->highest = find_highest (self);

  return self;
}

/**
 * dateline_histogram_bins_new:
 * @table: the incidents; rows that the filter holds back do not count
 * @scale: the axis, set
 *
 * As dateline_histogram_bins_new_for_step(), with the shortest step whose
 * columns stay legible on @scale and say something.
 *
 * Returns: (transfer full): the columns
 */
DatelineHistogramBins *
dateline_histogram_bins_new (const DatelineIncidentTable *table, DatelineTimeScale scale)
{
  DatelineTimeStep step = dateline_histogram_bins_choose_step (scale);

  g_return_val_if_fail (table != NULL, NULL);
  g_return_val_if_fail (dateline_time_scale_is_set (scale), NULL);

  if (step.unit == DATELINE_TIME_HOUR && !knows_hours (table))
    step.unit = DATELINE_TIME_DAY;
  return dateline_histogram_bins_new_for_step (table, scale.span, step);
}

void
dateline_histogram_bins_free (DatelineHistogramBins *self)
{
  if (self == NULL)
    return;

  g_free (self->edges);
  g_free (self->bins);
  g_free (self);
}

/**
 * dateline_histogram_bins_find:
 * @self: the columns
 * @seconds: a moment; one outside the span counts as its nearest end
 *
 * Returns: the column that @seconds lies in
 */
guint
dateline_histogram_bins_find (const DatelineHistogramBins *self, gint64 seconds)
{
  guint low = 0, high = self->n_bins - 1;

  while (low < high)
    {
      guint middle = low + (high - low + 1) / 2;

      if (self->edges[middle] <= seconds)
        low = middle;
      else
        high = middle - 1;
    }
  return low;
}

static char *
describe_days (const DatelineHistogramBins *bins, guint i)
{
  DatelineDay      first = dateline_day_at (bins->edges[i], DATELINE_REGION_OFFSET_MINUTES);
  DatelineDay      last = dateline_day_at (bins->edges[i + 1] - 1, DATELINE_REGION_OFFSET_MINUTES);
  g_autofree char *begin = dateline_day_to_words (first);
  g_autofree char *end = dateline_day_to_words (last);

  if (first == last)
    return g_steal_pointer (&begin);
  /* Translators: the days of one column, as in "22 January 2024 – 28 January 2024" */
  return g_strdup_printf (_ ("%s – %s"), begin, end);
}

/**
 * dateline_histogram_bins_describe:
 * @self: the columns
 * @i: one of them
 *
 * Returns: (transfer full): its days, then a line a family with how many
 */
char *
dateline_histogram_bins_describe (const DatelineHistogramBins *self, guint i)
{
  g_autofree char *days = describe_days (self, i);
  GString         *text = g_string_new (days);

  for (guint family = 0; family < DATELINE_N_SYMBOL_FAMILIES; family++)
    {
      double      n = self->bins[i].known[family] + self->bins[i].uncertain[family];
      const char *label = dateline_symbol_family_get_label ((DatelineSymbolFamily) family);

      if (n >= 0.5)
        /* Translators: how many incidents of a kind, as in "Bombings: 3" */
        g_string_append_printf (text, _ ("\n%s: %u"), label, (guint) (n + 0.5));
      else if (n > 0)
        /* Translators: a share of an incident whose date is uncertain, as in "Bombings: perhaps one" */
        g_string_append_printf (text, _ ("\n%s: perhaps one"), label);
    }
  return dateline_localize_digits (g_string_free (text, FALSE), NULL);
}
