/* dateline-timex-resolve.c: which interval each expression of time is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-time"

#include "config.h"

#include "dateline-timex.h"

#include "dateline-timex-days.h"
#include "dateline-zone.h"

/* So far is a clock's date looked for, in expressions. */
#define MAX_NEIGHBOURS 8
/* When a night that has two dates ends. */
#define MORNING_MINUTES 360

typedef struct
{
  const DatelineDocument *document;
  DatelineTimexContext    context;
  guint                   paragraph; /* of the year in the context */
  guint                   narrative_paragraph;
  int                     zone_offset_minutes;
} Resolver;

static guint
get_paragraph (const DatelineDocument *document, const DatelineTimex *timex)
{
  return document->sentences[timex->sentence].paragraph;
}

static DatelineDatePrecision
get_precision (DatelineDays days)
{
  gint64 n = (gint64) days.last - days.first + 1;

  if (n <= 1)
    return DATELINE_DATE_DAY;
  if (n <= 6)
    return DATELINE_DATE_2_TO_6_DAYS;
  if (n <= 8) /* "the past week" counts its ends */
    return DATELINE_DATE_WEEK;
  if (n <= 32)
    return DATELINE_DATE_MONTH;
  return DATELINE_DATE_YEAR;
}

static int
get_offset (const Resolver *self, DatelineTimex *timex, DatelineDay day)
{
  if (timex->zone == NULL)
    return timex->zone_offset_minutes != G_MININT ? timex->zone_offset_minutes : self->zone_offset_minutes;
  timex->zone_offset_minutes = dateline_zone_get_offset_minutes (timex->zone, day);
  return timex->zone_offset_minutes;
}

/* Since midnight of the named day: "4:45 on Sunday afternoon" is 16:45, "1
 * a.m. overnight Friday" is after midnight. */
static int
get_clock_minutes (const DatelineTimex *timex)
{
  int minutes = timex->clock_minutes;

  if (timex->part_start_minutes >= 1080 && minutes < MORNING_MINUTES && (timex->part_end_minutes > 1440 || !(timex->flags & DATELINE_TIMEX_HALF_DAY)))
    return minutes + 1440;
  if (timex->part_start_minutes >= 720 && minutes < 720 && !(timex->flags & DATELINE_TIMEX_HALF_DAY))
    return minutes + 720;
  return minutes;
}

static void
set_interval (const Resolver *self, DatelineTimex *timex, DatelineDays days)
{
  int    offset = get_offset (self, timex, days.first);
  gint64 start = (gint64) days.first * DATELINE_SECONDS_PER_DAY - (gint64) offset * 60;
  gint64 end = ((gint64) days.last + 1) * DATELINE_SECONDS_PER_DAY - (gint64) offset * 60;
  gint64 last = end - DATELINE_SECONDS_PER_DAY;

  timex->precision = get_precision (days);
  if (timex->clock_minutes >= 0 && days.first == days.last)
    {
      start += (gint64) get_clock_minutes (timex) * 60;
      end = start + 60;
    }
  else if (timex->part_start_minutes >= 0 && timex->part_end_minutes > 0)
    {
      /* "the night of 19–20 January" is one night */
      gboolean one_night = timex->part_start_minutes >= 1080 && days.last == days.first + 1;

      start += (gint64) timex->part_start_minutes * 60;
      end = last + (gint64) (one_night ? MORNING_MINUTES : timex->part_end_minutes) * 60;
      if (one_night)
        timex->precision = DATELINE_DATE_DAY;
    }
  if (start < end)
    timex->interval = (DatelineDateInterval){ start, end };
}

/* A span goes from its bound to the anchor, or is the bound itself. */
static DatelineDays
apply_bound (const DatelineTimex *timex, DatelineDays days, DatelineDay anchor)
{
  if (timex->kind == DATELINE_TIMEX_SPAN && timex->bound == DATELINE_TIMEX_SINCE && anchor != DATELINE_DAY_NONE && anchor > days.last)
    days.last = anchor;
  return days;
}

static DatelineDays
find_temponym_days (const DatelineDocument *document, const DatelineTimex *timex)
{
  const DatelineMatch *match = dateline_document_find_match (document, timex->first_token, DATELINE_LEXICON_TEMPONYM);
  DatelineDays         days = { DATELINE_DAY_NONE, DATELINE_DAY_NONE };

  if (match == NULL)
    return days;
  days.first = dateline_day_parse (dateline_document_get_cell (document, match, "start"), NULL);
  days.last = dateline_day_parse (dateline_document_get_cell (document, match, "end"), NULL);
  if (days.first == DATELINE_DAY_NONE || days.last < days.first)
    days.first = days.last = DATELINE_DAY_NONE;
  return days;
}

static gboolean
can_be_narrative (const DatelineTimex *timex, DatelineDays days)
{
  return timex->kind == DATELINE_TIMEX_DATE && days.first == days.last &&
         !(timex->flags & (DATELINE_TIMEX_FUTURE | DATELINE_TIMEX_IN_DATELINE | DATELINE_TIMEX_ANNIVERSARY | DATELINE_TIMEX_SET));
}

/* "overnight" in a paragraph that tells of an earlier day is of that day,
 * before or after: the words do not say which night. */
static gboolean
is_told_overnight (const Resolver *self, const DatelineTimex *timex)
{
  return dateline_document_token_is (self->document, timex->first_token, "overnight") && timex->end_token == timex->first_token + 1 &&
         self->context.narrative != DATELINE_DAY_NONE && self->context.anchor != DATELINE_DAY_NONE &&
         self->narrative_paragraph == get_paragraph (self->document, timex) && self->context.narrative < self->context.anchor - 1;
}

static void
note_told (Resolver *self, const DatelineTimex *timex, DatelineDays days)
{
  guint paragraph = get_paragraph (self->document, timex);

  if (can_be_narrative (timex, days))
    {
      self->context.narrative = days.first;
      self->narrative_paragraph = paragraph;
    }
  if (timex->kind == DATELINE_TIMEX_DATE && (timex->flags & DATELINE_TIMEX_EXPLICIT_YEAR) && timex->month != 0 && !(timex->flags & DATELINE_TIMEX_IN_DATELINE))
    self->context.year = timex->year;
}

static void
enter_paragraph (Resolver *self, const DatelineTimex *timex)
{
  guint paragraph = get_paragraph (self->document, timex);

  if (paragraph != self->paragraph)
    self->context.year = 0;
  self->paragraph = paragraph;
  if (self->context.narrative != DATELINE_DAY_NONE && paragraph > self->narrative_paragraph + 2)
    self->context.narrative = DATELINE_DAY_NONE;
}

static void
resolve_one (Resolver *self, DatelineTimex *timex)
{
  DatelineDays days;

  timex->interval = DATELINE_DATE_INTERVAL_NONE;
  timex->precision = DATELINE_DATE_UNKNOWN;
  enter_paragraph (self, timex);
  if (timex->kind == DATELINE_TIMEX_DURATION || timex->kind == DATELINE_TIMEX_EVENT_RELATIVE || timex->kind == DATELINE_TIMEX_CLOCK)
    return;

  days = timex->kind == DATELINE_TIMEX_TEMPONYM ? find_temponym_days (self->document, timex) : (DatelineDays){ DATELINE_DAY_NONE, DATELINE_DAY_NONE };
  if (is_told_overnight (self, timex))
    {
      timex->interval = dateline_date_interval_for_days (self->context.narrative, self->context.narrative, self->zone_offset_minutes);
      timex->precision = DATELINE_DATE_DAY;
      return;
    }
  if (days.first == DATELINE_DAY_NONE)
    days = dateline_timex_find_days (timex, &self->context);
  if (days.first == DATELINE_DAY_NONE)
    return;
  days.first += timex->shift_days;
  days.last += timex->shift_days;
  set_interval (self, timex, apply_bound (timex, days, self->context.anchor));
  note_told (self, timex, days);
}

static gboolean
is_day_for_clock (const DatelineTimex *timex)
{
  return timex->kind == DATELINE_TIMEX_DATE && timex->precision == DATELINE_DATE_DAY && !(timex->flags & DATELINE_TIMEX_IN_DATELINE);
}

/* The day of a time that stands alone: told in its sentence, or before it
 * in its paragraph. */
static const DatelineTimex *
find_day_for_clock (const Resolver *self, GArray *timexes, guint index)
{
  const DatelineTimex *clock = &g_array_index (timexes, DatelineTimex, index);
  const DatelineTimex *before = NULL;

  for (guint i = index, n = 0; i > 0 && n < MAX_NEIGHBOURS && before == NULL; i--, n++)
    {
      const DatelineTimex *timex = &g_array_index (timexes, DatelineTimex, i - 1);

      if (get_paragraph (self->document, timex) != get_paragraph (self->document, clock))
        break;
      if (is_day_for_clock (timex))
        before = timex;
    }
  if (before != NULL && before->sentence == clock->sentence)
    return before;
  for (guint i = index + 1, n = 0; i < timexes->len && n < MAX_NEIGHBOURS; i++, n++)
    {
      const DatelineTimex *timex = &g_array_index (timexes, DatelineTimex, i);

      if (timex->sentence != clock->sentence)
        break;
      if (is_day_for_clock (timex))
        return timex;
    }
  return before;
}

static void
resolve_clock (const Resolver *self, GArray *timexes, guint index)
{
  DatelineTimex       *clock = &g_array_index (timexes, DatelineTimex, index);
  const DatelineTimex *day = find_day_for_clock (self, timexes, index);
  DatelineDay          civil_day;

  if (day == NULL)
    return;
  civil_day = dateline_day_at (day->interval.start, day->zone_offset_minutes != G_MININT ? day->zone_offset_minutes : self->zone_offset_minutes);
  if (clock->clock_minutes >= 0 && clock->clock_minutes < MORNING_MINUTES && day->part_start_minutes >= 1080 && day->first_token < clock->first_token)
    civil_day++; /* "on Sunday night …; a second at 1 a.m." */
  set_interval (self, clock, (DatelineDays){ civil_day, civil_day });
}

/**
 * dateline_timex_resolve:
 * @document: the document the expressions were found in
 * @timexes: (element-type DatelineTimex): their intervals are set
 * @anchor: the day to count from
 * @zone_offset_minutes: the zone whose civil days are meant where the words
 *   name none
 *
 * What names no day, or counts from an unknown one, keeps no interval. A
 * clock alone takes the day told in its sentence or paragraph.
 */
void
dateline_timex_resolve (const DatelineDocument *document, GArray *timexes, const DatelineAnchor *anchor, int zone_offset_minutes)
{
  Resolver self = { document, { anchor->day, DATELINE_DAY_NONE, 0 }, 0, 0, zone_offset_minutes };

  for (guint i = 0; i < timexes->len; i++)
    resolve_one (&self, &g_array_index (timexes, DatelineTimex, i));
  for (guint i = 0; i < timexes->len; i++)
    if (g_array_index (timexes, DatelineTimex, i).kind == DATELINE_TIMEX_CLOCK)
      resolve_clock (&self, timexes, i);
}
