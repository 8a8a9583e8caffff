/* dateline-time-step.c: the calendar's units that bins and ticks are cut at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-time-step.h"

#define SECONDS_PER_HOUR 3600

static gint64
seconds_at_day (gint64 day)
{
  return day * DATELINE_SECONDS_PER_DAY - DATELINE_REGION_OFFSET_MINUTES * 60;
}

static DatelineDay
clamp_to_calendar (DatelineDay day)
{
  return CLAMP (day, dateline_day_new (1, 1, 1), dateline_day_new (9999, 12, 31));
}

/**
 * dateline_time_step_get_seconds:
 * @step: a step
 *
 * Returns: how long it is on the average of the Gregorian calendar
 */
double
dateline_time_step_get_seconds (DatelineTimeStep step)
{
  static const double unit_seconds[] = {
    [DATELINE_TIME_HOUR] = SECONDS_PER_HOUR,
    [DATELINE_TIME_DAY] = DATELINE_SECONDS_PER_DAY,
    [DATELINE_TIME_WEEK] = 7.0 * DATELINE_SECONDS_PER_DAY,
    [DATELINE_TIME_MONTH] = 365.2425 / 12 * DATELINE_SECONDS_PER_DAY,
    [DATELINE_TIME_YEAR] = 365.2425 * DATELINE_SECONDS_PER_DAY,
  };

  return unit_seconds[step.unit] * step.count;
}

/**
 * dateline_time_step_floor:
 * @step: a step
 * @seconds: a moment
 *
 * Boundaries stand in the civil days of the region, years 1 to 9999.
 *
 * Returns: the last boundary of @step at or before @seconds
 */
gint64
dateline_time_step_floor (DatelineTimeStep step, gint64 seconds)
{
  DatelineDay day = clamp_to_calendar (dateline_day_at (seconds, DATELINE_REGION_OFFSET_MINUTES));
  int         year, month, day_of_month;
  gint64      length;

  dateline_day_get_ymd (day, &year, &month, &day_of_month);
  switch (step.unit)
    {
    case DATELINE_TIME_HOUR:
      length = (gint64) step.count * SECONDS_PER_HOUR;
      return seconds_at_day (day) + (seconds - seconds_at_day (day)) / length * length;
    case DATELINE_TIME_DAY:
      return seconds_at_day (day);
    case DATELINE_TIME_WEEK:
      return seconds_at_day ((gint64) day - dateline_day_get_weekday (day) + 1);
    case DATELINE_TIME_MONTH:
      return seconds_at_day (dateline_day_new (year, month - (month - 1) % step.count, 1));
    case DATELINE_TIME_YEAR:
    default:
      return seconds_at_day (dateline_day_new (MAX (year - year % step.count, 1), 1, 1));
    }
}

/**
 * dateline_time_step_next:
 * @step: a step
 * @boundary: as dateline_time_step_floor() returned it
 *
 * Returns: the boundary after @boundary; the end of the year 9999 stands
 *   for all that would follow
 */
gint64
dateline_time_step_next (DatelineTimeStep step, gint64 boundary)
{
  DatelineDay day = dateline_day_at (boundary, DATELINE_REGION_OFFSET_MINUTES);
  DatelineDay next;
  int         year, month, day_of_month;

  if (step.unit == DATELINE_TIME_HOUR)
    return boundary + (gint64) step.count * SECONDS_PER_HOUR;
  if (step.unit == DATELINE_TIME_DAY)
    return seconds_at_day ((gint64) day + 1);
  if (step.unit == DATELINE_TIME_WEEK)
    return seconds_at_day ((gint64) day + 7);

  dateline_day_get_ymd (day, &year, &month, &day_of_month);
  if (step.unit == DATELINE_TIME_MONTH)
    {
      month += step.count;
      year += (month - 1) / 12;
      month = (month - 1) % 12 + 1;
      next = dateline_day_new (year, month, 1);
    }
  else
    next = dateline_day_new (year - year % step.count + step.count, 1, 1);

  return seconds_at_day (next == DATELINE_DAY_NONE ? (gint64) dateline_day_new (9999, 12, 31) + 1 : next);
}
