/* dateline-time-ticks.c: where a time axis is marked, and in which form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-time-ticks.h"

#include "dateline-time-step.h"

/* A mark finer than this is noise, whatever its label's width. */
#define MIN_SPACING 24.0

/* The slider moves by days: hours only where days say next to nothing. */
#define MAX_DAYS_IN_HOURS 3

/* More than this fits no screen; it bounds the work on an odd span. */
#define MAX_TICKS 1000

static const DatelineTimeStep steps[] = {
  { DATELINE_TIME_HOUR, 1 },
  { DATELINE_TIME_HOUR, 3 },
  { DATELINE_TIME_HOUR, 6 },
  { DATELINE_TIME_HOUR, 12 },
  { DATELINE_TIME_DAY, 1 },
  { DATELINE_TIME_WEEK, 1 },
  { DATELINE_TIME_MONTH, 1 },
  { DATELINE_TIME_MONTH, 3 },
  { DATELINE_TIME_MONTH, 6 },
  { DATELINE_TIME_YEAR, 1 },
  { DATELINE_TIME_YEAR, 2 },
  { DATELINE_TIME_YEAR, 5 },
  { DATELINE_TIME_YEAR, 10 },
  { DATELINE_TIME_YEAR, 20 },
  { DATELINE_TIME_YEAR, 50 },
  { DATELINE_TIME_YEAR, 100 },
  { DATELINE_TIME_YEAR, 200 },
  { DATELINE_TIME_YEAR, 500 },
  { DATELINE_TIME_YEAR, 1000 },
};

/* What a mark of each unit tells: as the first one, and as any other. */
static const struct
{
  DatelineTickForm first;
  DatelineTickForm other;
} forms[] = {
  [DATELINE_TIME_HOUR] = { DATELINE_TICK_DAY_YEAR, DATELINE_TICK_HOUR },
  [DATELINE_TIME_DAY] = { DATELINE_TICK_DAY_YEAR, DATELINE_TICK_DAY },
  [DATELINE_TIME_WEEK] = { DATELINE_TICK_DAY_YEAR, DATELINE_TICK_DAY },
  [DATELINE_TIME_MONTH] = { DATELINE_TICK_MONTH_YEAR, DATELINE_TICK_MONTH },
  [DATELINE_TIME_YEAR] = { DATELINE_TICK_YEAR, DATELINE_TICK_YEAR },
};

static int
year_at (gint64 seconds)
{
  int year, month, day;

  dateline_day_get_ymd (dateline_day_at (seconds, DATELINE_REGION_OFFSET_MINUTES), &year, &month, &day);
  return year;
}

/* A longer unit begins at @seconds when the mark before it, at @previous,
 * lies in another day (hours) or in another year (all else). */
static gboolean
begins_longer_unit (DatelineTimeUnit unit, gint64 previous, gint64 seconds)
{
  if (unit == DATELINE_TIME_YEAR)
    return FALSE;
  if (unit == DATELINE_TIME_HOUR)
    return dateline_day_at (previous, DATELINE_REGION_OFFSET_MINUTES) != dateline_day_at (seconds, DATELINE_REGION_OFFSET_MINUTES);
  return year_at (previous) != year_at (seconds);
}

static DatelineTickForm
get_form (DatelineTimeUnit unit, gboolean is_first, gboolean is_strong)
{
  if (unit == DATELINE_TIME_HOUR && is_strong && !is_first)
    return DATELINE_TICK_DAY;
  if (unit == DATELINE_TIME_MONTH && is_strong)
    return DATELINE_TICK_YEAR;
  return is_first || is_strong ? forms[unit].first : forms[unit].other;
}

static GArray *
build (DatelineTimeScale scale, DatelineTimeStep step)
{
  GArray *ticks = g_array_new (FALSE, TRUE, sizeof (DatelineTick));
  gint64  previous = dateline_time_step_floor (step, scale.span.start);
  gint64  seconds = previous;

  if (seconds < scale.span.start)
    seconds = dateline_time_step_next (step, seconds);
  else
    previous = dateline_time_step_floor (step, scale.span.start - 1);

  while (seconds < scale.span.end && ticks->len < MAX_TICKS)
    {
      DatelineTick tick = { .seconds = seconds, .x = dateline_time_scale_get_x (scale, seconds) };

      tick.strong = begins_longer_unit (step.unit, previous, seconds);
      tick.form = get_form (step.unit, ticks->len == 0, tick.strong);
      g_array_append_val (ticks, tick);
      previous = seconds;
      seconds = dateline_time_step_next (step, seconds);
      if (seconds <= previous)
        break;
    }

  return ticks;
}

/* The labels that tell the least must all fit; a longer one may take the
 * place of its neighbour. */
static gboolean
fits (GArray *ticks, DatelineTimeStep step, double gap, DatelineTickMeasureFunc measure, gpointer user_data)
{
  for (guint i = 0; i + 1 < ticks->len; i++)
    {
      DatelineTick tick = g_array_index (ticks, DatelineTick, i);
      double       room = g_array_index (ticks, DatelineTick, i + 1).x - tick.x;

      tick.form = forms[step.unit].other;
      if (room < MIN_SPACING || room < measure (&tick, user_data) + gap)
        return FALSE;
    }
  return TRUE;
}

/* The strong marks choose first, then the others from the start on.
 * Returns whether any label found a place. */
static gboolean
place_labels (GArray *ticks, double width, double gap, DatelineTickMeasureFunc measure, gpointer user_data)
{
  gboolean any = FALSE;

  for (int pass = 0; pass < 2; pass++)
    {
      double taken_until = -G_MAXDOUBLE;

      for (guint i = 0; i < ticks->len; i++)
        {
          DatelineTick *tick = &g_array_index (ticks, DatelineTick, i);
          double        end = tick->x + measure (tick, user_data);
          double        limit = width;

          if (pass == 1)
            for (guint j = i + 1; j < ticks->len && limit == width; j++)
              if (g_array_index (ticks, DatelineTick, j).labelled)
                limit = g_array_index (ticks, DatelineTick, j).x - gap;

          if (!tick->labelled && (pass == 1 || tick->strong))
            tick->labelled = tick->x >= taken_until && end <= limit;
          if (tick->labelled)
            taken_until = end + gap;
          any |= tick->labelled;
        }
    }
  return any;
}

/**
 * dateline_time_ticks_choose:
 * @scale: the axis
 * @gap: pixels that must stay free between two labels
 * @measure: gives the width of a label in pixels
 * @user_data: for @measure
 *
 * Marks the axis with the shortest step of the calendar whose labels
 * fit; should the only ones of that step have no room, with the shortest
 * that shows any. A label begins at its mark and ends inside the axis; no two
 * labels come closer than @gap.
 *
 * Returns: (transfer full): #DatelineTick, by time; empty when @scale is
 *   not set
 */
GArray *
dateline_time_ticks_choose (DatelineTimeScale scale, double gap, DatelineTickMeasureFunc measure, gpointer user_data)
{
  g_autoptr (GArray) chosen = NULL;

  if (!dateline_time_scale_is_set (scale))
    return g_array_new (FALSE, TRUE, sizeof (DatelineTick));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GArray) ticks = NULL;
      double             span_seconds = (double) (scale.span.end - scale.span.start);
      double             spacing = dateline_time_step_get_seconds (steps[i]) / span_seconds * scale.width;
      gboolean           do_fit, is_labelled;

      if (steps[i].unit == DATELINE_TIME_HOUR && span_seconds > (double) MAX_DAYS_IN_HOURS * DATELINE_SECONDS_PER_DAY)
        continue;
      if (spacing < MIN_SPACING && i + 1 < G_N_ELEMENTS (steps))
        continue;

      ticks = build (scale, steps[i]);
      do_fit = fits (ticks, steps[i], gap, measure, user_data);
      is_labelled = place_labels (ticks, scale.width, gap, measure, user_data);
      if (do_fit && is_labelled)
        return g_steal_pointer (&ticks);
      if (chosen == NULL && is_labelled)
        chosen = g_steal_pointer (&ticks);
    }

  return chosen != NULL ? g_steal_pointer (&chosen) : g_array_new (FALSE, TRUE, sizeof (DatelineTick));
}
