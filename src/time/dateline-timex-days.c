/* dateline-timex-days.c: which civil days an expression of time names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counted from the anchor (today, last week, a weekday, a date without its
 * year) or from the day last told ("the next day").
 */

#define G_LOG_DOMAIN "dateline-time"

#include "config.h"

#include "dateline-timex-days.h"

#define FIRST_DAY (-719162) /* 0001-01-01 */
#define LAST_DAY 2932896    /* 9999-12-31 */
/* A date without year is looked for in so many years; eight hold a leap day. */
#define MAX_YEARS 8

static const DatelineDays no_days = { DATELINE_DAY_NONE, DATELINE_DAY_NONE };

static DatelineDays
make_days (gint64 first, gint64 last)
{
  if (first < FIRST_DAY || last > LAST_DAY || first > last)
    return no_days;
  return (DatelineDays){ (DatelineDay) first, (DatelineDay) last };
}

static DatelineDays
make_day (gint64 day)
{
  return make_days (day, day);
}

static int
get_year (DatelineDay day)
{
  int year, month, day_of_month;

  dateline_day_get_ymd (day, &year, &month, &day_of_month);
  return year;
}

static DatelineDay
get_month_start (int year, int month)
{
  return dateline_day_new (year + (month - 1) / 12, (month - 1) % 12 + 1, 1);
}

static DatelineDay
get_month_end (int year, int month)
{
  DatelineDay next = get_month_start (year, month + 1);

  return next == DATELINE_DAY_NONE ? LAST_DAY : next - 1;
}

/* The first, middle or last third; what is past of it. */
static DatelineDays
cut_phase (DatelineDays days, DatelineTimexPhase phase, DatelineDay anchor)
{
  gint64 third = ((gint64) days.last - days.first + 1) / 3;

  if (days.first == DATELINE_DAY_NONE)
    return days;
  switch (phase)
    {
    case DATELINE_TIMEX_BEGINNING:
      return make_days (days.first, days.first + MAX (third, 1) - 1);
    case DATELINE_TIMEX_MIDDLE:
      return make_days (days.first + third, days.last - third);
    case DATELINE_TIMEX_END:
      return make_days (days.last - MAX (third, 1) + 1, days.last);
    case DATELINE_TIMEX_BEFORE_NOW:
      if (anchor == DATELINE_DAY_NONE)
        return days;
      return anchor > days.first ? make_days (days.first, MIN (days.last, anchor - 1)) : make_days (anchor - 1, anchor);
    case DATELINE_TIMEX_WHOLE:
    default:
      return days;
    }
}

/* The latest such day up to the day after the anchor: press rooms are ahead
 * of the clocks of others. Of what is to come, the earliest. */
static DatelineDay
find_year (int month, int day, DatelineDay anchor, gboolean future)
{
  int year = get_year (anchor);

  for (int i = -1; i < MAX_YEARS; i++)
    {
      DatelineDay candidate = dateline_day_new (future ? year + i : year - i, month, day);

      if (candidate == DATELINE_DAY_NONE)
        continue;
      if (future ? candidate >= anchor : candidate <= anchor + 1)
        return candidate;
    }
  return DATELINE_DAY_NONE;
}

/* A weekday beside the date tells of which of the last years it is. */
static DatelineDay
fit_weekday (const DatelineTimex *timex, DatelineDay day)
{
  int year, month, day_of_month, gap;

  if (timex->weekday == 0 || day == DATELINE_DAY_NONE)
    return day;
  gap = (dateline_day_get_weekday (day) - timex->weekday + 7) % 7;
  if (gap == 0 || ((gap == 1 || gap == 6) && (timex->flags & (DATELINE_TIMEX_ZONE | DATELINE_TIMEX_HAS_CLOCK))))
    return day;
  dateline_day_get_ymd (day, &year, &month, &day_of_month);
  for (int i = 1; i <= 3; i++)
    {
      DatelineDay candidate = dateline_day_new (year - i, month, day_of_month);

      if (candidate != DATELINE_DAY_NONE && dateline_day_get_weekday (candidate) == timex->weekday)
        return candidate;
    }
  return day;
}

static DatelineDay
find_calendar_day (const DatelineTimex *timex, const DatelineTimexContext *context)
{
  DatelineDay day;
  int         year, month, day_of_month;

  if (timex->year != 0)
    return dateline_day_new (timex->year, timex->month, timex->day);
  if (timex->unit == DATELINE_TIMEX_UNIT_YEAR && context->anchor != DATELINE_DAY_NONE)
    return dateline_day_new (get_year (context->anchor) + timex->offset, timex->month, timex->day);
  if (context->year != 0 && !(timex->flags & (DATELINE_TIMEX_FUTURE | DATELINE_TIMEX_IN_DATELINE)) && timex->month != 0 &&
      (day = dateline_day_new (context->year, timex->month, timex->day)) != DATELINE_DAY_NONE &&
      (context->anchor == DATELINE_DAY_NONE || day <= context->anchor + 1))
    return day;
  if (context->anchor == DATELINE_DAY_NONE)
    return DATELINE_DAY_NONE;
  if (timex->month != 0)
    return fit_weekday (timex, find_year (timex->month, timex->day, context->anchor, (timex->flags & DATELINE_TIMEX_FUTURE) != 0));

  /* "on the 24th" */
  dateline_day_get_ymd (context->anchor, &year, &month, &day_of_month);
  if (timex->unit == DATELINE_TIMEX_UNIT_MONTH)
    month += timex->offset;
  else if (timex->day > day_of_month + 1)
    month--;
  if (month < 1)
    return dateline_day_new (year - 1, month + 12, timex->day);
  return dateline_day_new (year + (month - 1) / 12, (month - 1) % 12 + 1, timex->day);
}

static DatelineDays
find_calendar_days (const DatelineTimex *timex, const DatelineTimexContext *context)
{
  DatelineDay   first, last;
  DatelineTimex end = *timex;
  int           year, month, day_of_month;

  if (timex->end_day == 0)
    {
      first = find_calendar_day (timex, context);
      if (first == DATELINE_DAY_NONE)
        return no_days;
      if (timex->unit == DATELINE_TIMEX_UNIT_WEEK) /* "the week of 5 May" */
        return make_days ((gint64) first + MIN (timex->offset, 0), (gint64) first + MAX (timex->offset, 0));
      return make_day (first);
    }

  /* The end tells the year; the beginning is the latest before it. */
  end.year = timex->end_year != 0 ? timex->end_year : timex->year;
  end.month = timex->end_month;
  end.day = timex->end_day;
  end.weekday = 0;
  last = find_calendar_day (&end, context);
  if (last == DATELINE_DAY_NONE)
    return no_days;
  dateline_day_get_ymd (last, &year, &month, &day_of_month);
  first = dateline_day_new (timex->year != 0 ? timex->year : year - (timex->month > month), timex->month, timex->day);
  return first == DATELINE_DAY_NONE ? no_days : make_days (first, last);
}

static int
find_month_year (const DatelineTimex *timex, const DatelineTimexContext *context)
{
  int year, month, day_of_month;

  if (timex->year != 0)
    return timex->year;
  if (context->anchor == DATELINE_DAY_NONE)
    return context->year;
  dateline_day_get_ymd (context->anchor, &year, &month, &day_of_month);
  if (timex->unit == DATELINE_TIMEX_UNIT_YEAR || timex->unit == DATELINE_TIMEX_UNIT_SEASON)
    return year + timex->offset;
  if (timex->which < 0) /* "last May" */
    return timex->month < month ? year : year - 1;
  if (timex->which > 0)
    return timex->month > month ? year : year + 1;
  if (context->year != 0 && context->year < year)
    return context->year;
  if (timex->flags & DATELINE_TIMEX_FUTURE)
    return timex->month >= month ? year : year + 1;
  return timex->month <= month ? year : year - 1;
}

static DatelineDays
find_months (const DatelineTimex *timex, const DatelineTimexContext *context)
{
  int year = find_month_year (timex, context), end_year, end_month;

  if (year < 1 || year > 9998)
    return no_days;
  end_month = timex->end_month != 0 ? timex->end_month : timex->month;
  end_year = timex->end_month != 0 && timex->end_year > year ? timex->end_year : year;
  if (end_year == year && end_month < timex->month)
    end_year++;
  if (end_year > 9998)
    return no_days;
  return cut_phase (make_days (get_month_start (year, timex->month), get_month_end (end_year, end_month)), timex->phase, context->anchor);
}

static DatelineDays
find_years (const DatelineTimex *timex, const DatelineTimexContext *context)
{
  int end = timex->end_year > timex->year ? timex->end_year : timex->year;

  if (timex->year < 1 || end > 9999)
    return no_days;
  return cut_phase (make_days (dateline_day_new (timex->year, 1, 1), dateline_day_new (end, 12, 31)), timex->phase, context->anchor);
}

/* The Monday of a day's week. */
static DatelineDay
get_week_start (DatelineDay day)
{
  return day - (dateline_day_get_weekday (day) - 1);
}

static DatelineDays
find_weekday (const DatelineTimex *timex, const DatelineTimexContext *context)
{
  DatelineDay anchor = context->anchor;
  int         back, ahead;

  if (timex->flags & DATELINE_TIMEX_NARRATIVE)
    {
      if (context->narrative == DATELINE_DAY_NONE)
        return no_days;
      ahead = (timex->weekday - dateline_day_get_weekday (context->narrative) + 7) % 7;
      return make_day ((gint64) context->narrative + (ahead == 0 ? 7 : ahead));
    }
  if (anchor == DATELINE_DAY_NONE)
    return no_days;

  back = (dateline_day_get_weekday (anchor) - timex->weekday + 7) % 7;
  ahead = back == 0 ? 7 : 7 - back;
  if (timex->week_offset != G_MININT)
    {
      if (timex->flags & DATELINE_TIMEX_OFFSET) /* "a week ago Tuesday" */
        return make_day ((gint64) anchor - (back == 0 && timex->unit != DATELINE_TIMEX_UNIT_WEEK ? 7 : back) + 7 * (gint64) timex->week_offset);
      return make_day ((gint64) get_week_start (anchor) + 7 * timex->week_offset + timex->weekday - 1);
    }
  if (timex->which < 0)
    return make_day ((gint64) anchor - (back == 0 ? 7 : back));
  if (timex->which > 0 || (timex->flags & DATELINE_TIMEX_FUTURE))
    return make_day ((gint64) anchor + ahead);
  return make_day ((gint64) anchor - back);
}

/* A period not yet over has been told of up to now; its first day alone is
 * no exact date. */
static DatelineDays
cut_future (const DatelineTimex *timex, DatelineDays days, DatelineDay anchor)
{
  if (timex->offset != 0 || (timex->flags & DATELINE_TIMEX_FUTURE) || anchor == DATELINE_DAY_NONE || days.first == DATELINE_DAY_NONE || anchor < days.first ||
      anchor > days.last || timex->phase != DATELINE_TIMEX_WHOLE)
    return days;
  return make_days (MIN (days.first, anchor - 1), anchor);
}

static DatelineDays
find_weekend (DatelineDay anchor, int offset)
{
  /* Friday to Sunday: the region's and the world's. */
  int      weekday = dateline_day_get_weekday (anchor);
  gint64   friday = (gint64) anchor - (weekday - 5 + 7) % 7;
  gboolean inside = weekday >= 5;

  if (offset < 0)
    friday -= inside ? 7 : 0;
  else if (offset > 0)
    friday += 7;
  return make_days (friday, friday + 2);
}

static DatelineDays
find_period (const DatelineTimex *timex, DatelineDay from, DatelineDay anchor)
{
  int         year, month, day_of_month;
  gint64      start;
  DatelineDay shifted;

  if (from == DATELINE_DAY_NONE)
    return no_days;
  dateline_day_get_ymd (from, &year, &month, &day_of_month);
  switch (timex->unit)
    {
    case DATELINE_TIMEX_UNIT_WEEKEND:
      return find_weekend (from, timex->offset);
    case DATELINE_TIMEX_UNIT_WEEK:
      start = (gint64) get_week_start (from) + 7 * (gint64) timex->offset;
      return cut_future (timex, cut_phase (make_days (start, start + 6), timex->phase, anchor), anchor);
    case DATELINE_TIMEX_UNIT_MONTH:
      shifted = dateline_day_add_months (from, timex->offset);
      dateline_day_get_ymd (shifted, &year, &month, &day_of_month);
      return cut_future (timex, cut_phase (make_days (get_month_start (year, month), get_month_end (year, month)), timex->phase, anchor), anchor);
    case DATELINE_TIMEX_UNIT_YEAR:
      year += timex->offset;
      if (year < 1 || year > 9999)
        return no_days;
      return cut_future (timex, cut_phase (make_days (dateline_day_new (year, 1, 1), dateline_day_new (year, 12, 31)), timex->phase, anchor), anchor);
    case DATELINE_TIMEX_UNIT_DECADE:
      year = (year / 10 + timex->offset) * 10;
      if (year < 1 || year > 9990)
        return no_days;
      return make_days (dateline_day_new (year, 1, 1), dateline_day_new (year + 9, 12, 31));
    case DATELINE_TIMEX_UNIT_DAY:
      return make_day ((gint64) from + timex->offset);
    default:
      return make_day (from);
    }
}

/* So many units before or after a day: as exact as such words are. */
static DatelineDays
find_offset (const DatelineTimex *timex, DatelineDay from)
{
  gint64 near = timex->offset, far = timex->offset_far, swap;
  gint64 slack;

  if (from == DATELINE_DAY_NONE)
    return no_days;
  if (near > far)
    {
      swap = near;
      near = far;
      far = swap;
    }
  switch (timex->unit)
    {
    case DATELINE_TIMEX_UNIT_DAY:
      return make_days (from + near, from + far);
    case DATELINE_TIMEX_UNIT_WEEK:
      slack = CLAMP (ABS (timex->offset), 1, 3);
      return make_days (from + near * 7 - slack, from + far * 7 + slack);
    case DATELINE_TIMEX_UNIT_MINUTE:
      return make_day (from);
    case DATELINE_TIMEX_UNIT_HOUR:
      return make_days (near <= -24 ? from + near / 24 : from, far >= 24 ? from + far / 24 : from);
    case DATELINE_TIMEX_UNIT_DECADE:
      {
        DatelineTimex years = *timex;

        years.unit = DATELINE_TIMEX_UNIT_YEAR;
        years.offset = CLAMP (timex->offset, -900, 900) * 10;
        return find_period (&years, from, DATELINE_DAY_NONE);
      }
    default:
      if (near != far)
        {
          DatelineTimex last = *timex, first = *timex;
          DatelineDays  a, b;

          first.offset = (int) near;
          last.offset = (int) far;
          a = find_period (&first, from, DATELINE_DAY_NONE);
          b = find_period (&last, from, DATELINE_DAY_NONE);
          return a.first == DATELINE_DAY_NONE || b.first == DATELINE_DAY_NONE ? no_days : make_days (a.first, b.last);
        }
      return find_period (timex, from, DATELINE_DAY_NONE);
    }
}

/* "over the past N …": up to the anchor */
static DatelineDays
find_window (const DatelineTimex *timex, DatelineDay anchor)
{
  gint64      n = MAX (ABS ((gint64) timex->offset), ABS ((gint64) timex->offset_far));
  gboolean    future = timex->offset_far > 0;
  DatelineDay other;

  if (anchor == DATELINE_DAY_NONE)
    return no_days;
  n = MIN (n, 9999);
  switch (timex->unit)
    {
    case DATELINE_TIMEX_UNIT_MINUTE:
      n = 0;
      break;
    case DATELINE_TIMEX_UNIT_HOUR:
      n = (n + 23) / 24;
      break;
    case DATELINE_TIMEX_UNIT_WEEK:
    case DATELINE_TIMEX_UNIT_WEEKEND:
      n *= 7;
      break;
    case DATELINE_TIMEX_UNIT_MONTH:
    case DATELINE_TIMEX_UNIT_YEAR:
    case DATELINE_TIMEX_UNIT_DECADE:
      n *= timex->unit == DATELINE_TIMEX_UNIT_MONTH ? 1 : timex->unit == DATELINE_TIMEX_UNIT_YEAR ? 12
                                                                                                  : 120;
      other = dateline_day_add_months (anchor, future ? (int) n : -(int) n);
      return future ? make_days (anchor, other) : make_days (other, anchor);
    default:
      break;
    }
  return future ? make_days (anchor, anchor + n) : make_days (anchor - n, anchor);
}

static DatelineDays
find_season (const DatelineTimex *timex, const DatelineTimexContext *context)
{
  DatelineTimex season = *timex;
  int           year = find_month_year (timex, context);

  if (year < 1 || year > 9998)
    return no_days;
  season.year = year;
  return make_days (get_month_start (year, season.month), get_month_end (year, season.end_month));
}

/**
 * dateline_timex_find_days:
 * @timex: an expression of time
 * @context: what to count from
 *
 * Source: notes on the tense of weekdays and the year of dates, tests/spec/dates.txt.
 *
 * Returns: the days that the words name, before any bound is applied; none
 *   when they name none or what they count from is unknown
 */
DatelineDays
dateline_timex_find_days (const DatelineTimex *timex, const DatelineTimexContext *context)
{
  if (timex->unit == DATELINE_TIMEX_UNIT_SEASON)
    return find_season (timex, context);
  if (timex->day != 0)
    return find_calendar_days (timex, context);
  if (timex->month != 0)
    return find_months (timex, context);
  if (timex->year != 0)
    return find_years (timex, context);
  if (timex->weekday != 0 && timex->unit != DATELINE_TIMEX_UNIT_DAY)
    return find_weekday (timex, context);
  if (timex->bound == DATELINE_TIMEX_WINDOW)
    return find_window (timex, context->anchor);
  if (timex->flags & DATELINE_TIMEX_NARRATIVE)
    return timex->offset == 0 && timex->unit > DATELINE_TIMEX_UNIT_DAY ? find_period (timex, context->narrative, DATELINE_DAY_NONE)
                                                                       : find_offset (timex, context->narrative);
  if (!(timex->flags & DATELINE_TIMEX_RELATIVE))
    return no_days;
  if (timex->unit == DATELINE_TIMEX_UNIT_DAY || (timex->flags & DATELINE_TIMEX_OFFSET))
    return find_offset (timex, context->anchor);
  return find_period (timex, context->anchor, context->anchor);
}
