/* dateline-timex-join.c: neighbouring pieces that are one expression
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "Tuesday", "Jan. 23", "at 6:30 p.m.", "(Baghdad time)" name one moment
 * in whatever order they stand.
 */

#define G_LOG_DOMAIN "dateline-time"

#include "config.h"

#include "dateline-timex-scan.h"

#include <string.h>

/* More words than this between two pieces part them. */
#define MAX_BETWEEN 4

typedef enum
{
  JOIN_NONE,
  JOIN_DATES, /* two that say the same day */
  JOIN_YEAR,  /* a date and its year */
  JOIN_TIME,  /* a date and a time of it */
  JOIN_SAME,  /* a time that has been said */
  JOIN_CLOCKS /* one time on two clocks: "3 p.m. (1200 GMT)" */
} Join;

static gboolean
is_week (const DatelinePiece *piece)
{
  return piece->timex.unit == DATELINE_TIMEX_UNIT_WEEK && piece->timex.offset == piece->timex.offset_far &&
         (piece->parts & DATELINE_PIECE_PERIOD || ((piece->parts & DATELINE_PIECE_OFFSET) && (piece->timex.flags & DATELINE_TIMEX_OFFSET)));
}

static gboolean
is_year_period (const DatelinePiece *piece)
{
  return (piece->parts & DATELINE_PIECE_PERIOD) && piece->timex.unit == DATELINE_TIMEX_UNIT_YEAR && piece->timex.phase == DATELINE_TIMEX_WHOLE;
}

static Join
classify_join (const DatelinePiece *a, const DatelinePiece *b)
{
  guint dates_a = a->parts & DATELINE_PIECE_DATES, dates_b = b->parts & DATELINE_PIECE_DATES;
  guint times_a = a->parts & DATELINE_PIECE_TIMES, times_b = b->parts & DATELINE_PIECE_TIMES;

  if ((a->parts | b->parts) & DATELINE_PIECE_OTHER)
    return JOIN_NONE;
  if (times_a == DATELINE_PIECE_PART && dates_a != 0 && b->parts == DATELINE_PIECE_PART && a->timex.end_token == b->timex.first_token)
    return JOIN_SAME; /* "the early hours of Sunday morning" */
  if ((a->timex.flags & DATELINE_TIMEX_OFFSET) && a->timex.unit == DATELINE_TIMEX_UNIT_YEAR && b->parts == DATELINE_PIECE_DAY && b->timex.offset == 0 &&
      a->timex.end_token == b->timex.first_token)
    return JOIN_SAME; /* "five years ago today" */
  if ((times_a & DATELINE_PIECE_CLOCK) && b->parts == DATELINE_PIECE_CLOCK && a->timex.zone == NULL && b->timex.zone != NULL && b->timex.first_token == a->timex.end_token + 1)
    return JOIN_CLOCKS;
  if ((times_a & times_b) != 0)
    return JOIN_NONE;
  if (dates_a == 0 || dates_b == 0)
    return times_a != 0 || times_b != 0 ? JOIN_TIME : JOIN_NONE;

  if (((dates_a | dates_b) & ~(DATELINE_PIECE_WEEKDAY | DATELINE_PIECE_CALENDAR | DATELINE_PIECE_DAY)) == 0 && (dates_a & dates_b) == 0)
    return JOIN_DATES;
  if ((dates_a == DATELINE_PIECE_WEEKDAY && is_week (b)) || (dates_b == DATELINE_PIECE_WEEKDAY && is_week (a)))
    return JOIN_DATES;
  if ((dates_a & (DATELINE_PIECE_CALENDAR | DATELINE_PIECE_MONTH)) && a->timex.year == 0 && (dates_b == DATELINE_PIECE_YEAR || is_year_period (b)))
    return JOIN_YEAR;
  if ((dates_a & DATELINE_PIECE_CALENDAR) && a->timex.month == 0 && b->timex.unit == DATELINE_TIMEX_UNIT_MONTH && (b->parts & DATELINE_PIECE_PERIOD))
    return JOIN_YEAR;
  return JOIN_NONE;
}

static gboolean
may_stand_between (const DatelineDocument *document, guint token, Join join, const DatelinePiece *a, const DatelinePiece *b)
{
  const DatelineToken *t = &document->tokens[token];

  if (t->flags & DATELINE_TOKEN_PUNCT)
    {
      switch (t->number)
        {
        case '(':
        case '[':
          return TRUE;
        case ')':
        case ']':
          return TRUE;
        case ',':
          return join != JOIN_TIME || (b->parts & (DATELINE_PIECE_CLOCK | DATELINE_PIECE_CALENDAR)) != 0 || (a->parts & DATELINE_PIECE_CLOCK) != 0;
        case '.':
          return (a->parts & DATELINE_PIECE_WEEKDAY) != 0 && t->end - t->begin == 1 && document->tokens[token - 1].end - document->tokens[token - 1].begin <= 5;
        case '-':
        case 0x2013:
          return join != JOIN_YEAR;
        default:
          return FALSE;
        }
    }
  switch (join)
    {
    case JOIN_DATES:
      return dateline_document_token_is_any (document, token, "of|the|on|to|this");
    case JOIN_YEAR:
      return dateline_document_token_is_any (document, token, "of|in|the");
    case JOIN_TIME:
      return dateline_document_token_is_any (document, token,
                                             "at|on|in|of|the|around|about|approximately|approx|roughly|nearly|almost|just|shortly|by|before|after|from|local|time|into|this|early|late|exactly|precisely|some|his|her|their|a|an|during|through|to") &&
             !(dateline_document_token_is_any (document, token, "a|an|his|her|their") && (a->parts & DATELINE_PIECE_DATES));
    case JOIN_SAME:
    case JOIN_CLOCKS:
    case JOIN_NONE:
    default:
      return FALSE;
    }
}

/* "On Monday, after dawn" is; "Sunday, before a …" is not, nor "on Monday. At dawn". */
static gboolean
are_joined (const DatelineTimexScan *self, const DatelinePiece *a, const DatelinePiece *b, Join join)
{
  const DatelineDocument *document = self->document;
  guint                   from = a->timex.end_token, to = b->timex.first_token;

  if (join == JOIN_NONE || to - from > MAX_BETWEEN || dateline_document_get_sentence (document, from - 1) != dateline_document_get_sentence (document, to))
    return FALSE;
  if (document->tokens[from - 1].flags & DATELINE_TOKEN_POSSESSIVE)
    return FALSE;
  if (to == from + 1 && (document->tokens[from].flags & DATELINE_TOKEN_POSSESSIVE))
    return join == JOIN_TIME && b->parts == DATELINE_PIECE_PART; /* "Saturday's dawn" */
  if (to == from + 1 && a->parts == DATELINE_PIECE_PART && b->timex.end_day != 0 && dateline_document_token_is (document, from, "between"))
    return TRUE; /* "the night between 3 and 4 May" */
  for (guint i = from; i < to; i++)
    if (!may_stand_between (document, i, join, a, b))
      return FALSE;
  if (from < to && dateline_document_token_is_any (document, to - 1, "to") && join == JOIN_TIME)
    return FALSE;
  if ((b->parts & DATELINE_PIECE_ZONE) && !(b->parts & ~(guint) (DATELINE_PIECE_ZONE | DATELINE_PIECE_WEAK)) && to - from > 1)
    return FALSE;
  return !(document->tokens[to].flags & DATELINE_TOKEN_PARAGRAPH);
}

static void
join_times (DatelineTimex *into, const DatelineTimex *from)
{
  if (from->clock_minutes >= 0)
    into->clock_minutes = from->clock_minutes;
  if (from->part_start_minutes >= 0)
    {
      into->part_start_minutes = from->part_start_minutes;
      into->part_end_minutes = from->part_end_minutes;
    }
  if (from->zone != NULL)
    into->zone = from->zone;
  into->flags |= from->flags & (DATELINE_TIMEX_HAS_CLOCK | DATELINE_TIMEX_DAY_PART | DATELINE_TIMEX_ZONE | DATELINE_TIMEX_LOCAL);
}

static void
join_dates (DatelinePiece *into, const DatelinePiece *from)
{
  DatelineTimex       *timex = &into->timex;
  const DatelineTimex *other = &from->timex;

  if (other->weekday != 0)
    timex->weekday = other->weekday;
  if (from->parts & DATELINE_PIECE_CALENDAR)
    {
      timex->year = other->year;
      timex->month = other->month;
      timex->day = other->day;
      timex->end_year = other->end_year;
      timex->end_month = other->end_month;
      timex->end_day = other->end_day;
    }
  if (is_week (from))
    {
      timex->week_offset = other->offset;
      timex->unit = DATELINE_TIMEX_UNIT_WEEK;
    }
  else if (is_week (into))
    timex->week_offset = timex->offset;
  else if (from->parts & DATELINE_PIECE_DAY)
    {
      timex->unit = other->unit;
      timex->offset = timex->offset_far = timex->offset_days = other->offset;
    }
  timex->flags |= other->flags;
}

static void
join_year (DatelineTimex *into, const DatelinePiece *from)
{
  if (from->timex.year != 0)
    {
      into->year = from->timex.year;
      into->flags |= DATELINE_TIMEX_EXPLICIT_YEAR;
      if (into->end_month != 0)
        into->end_year = into->year;
      return;
    }
  into->unit = from->timex.unit;
  into->offset = into->offset_far = from->timex.offset;
  into->flags |= from->timex.flags & (DATELINE_TIMEX_RELATIVE | DATELINE_TIMEX_FUTURE);
}

/* The difference of two clocks tells the zone of the first. */
static void
join_clocks (DatelineTimex *into, const DatelineTimex *from)
{
  int minutes = into->clock_minutes - from->clock_minutes;

  if (strcmp (from->zone, "UTC") != 0)
    return;
  if (minutes < -720)
    minutes += 1440;
  else if (minutes > 840)
    minutes -= 1440;
  into->zone_offset_minutes = minutes;
  into->flags |= DATELINE_TIMEX_ZONE;
}

static void
join_pieces (const DatelineTimexScan *self, DatelinePiece *into, const DatelinePiece *from, Join join)
{
  const DatelineDocument *document = self->document;
  guint                   opening = 0, end = into->timex.end_token;

  if (join == JOIN_YEAR)
    join_year (&into->timex, from);
  else if (join == JOIN_CLOCKS)
    join_clocks (&into->timex, &from->timex);
  else if (join != JOIN_SAME)
    {
      if (join == JOIN_DATES)
        join_dates (into, from);
      else
        into->timex.flags |= from->timex.flags;
      join_times (&into->timex, &from->timex);
      if (join == JOIN_TIME && !(into->parts & DATELINE_PIECE_DATES) && (from->parts & DATELINE_PIECE_DATES))
        {
          DatelineTimex time = into->timex;

          into->timex = from->timex;
          into->timex.first_token = time.first_token;
          into->timex.flags |= time.flags;
          join_times (&into->timex, &time);
        }
    }

  if (from->timex.first_token > end && dateline_document_token_is (document, from->timex.first_token - 1, "into") && into->timex.part_end_minutes > 1440)
    into->timex.shift_days = -1;
  for (guint i = end; i < from->timex.first_token; i++)
    if (dateline_document_token_is_punct (document, i, '(') || dateline_document_token_is_punct (document, i, '['))
      opening++;
  into->timex.end_token = from->timex.end_token;
  if (opening > 0 && (dateline_document_token_is_punct (document, into->timex.end_token, ')') || dateline_document_token_is_punct (document, into->timex.end_token, ']')))
    into->timex.end_token++;
  into->parts = (into->parts | from->parts) & ~(guint) DATELINE_PIECE_WEAK;
}

/* "2 a.m. (2300 GMT Sunday)": the day of the other clock */
static gboolean
closes_bracket (const DatelineTimexScan *self, const DatelinePiece *clock, const DatelinePiece *next)
{
  return next->timex.first_token == clock->timex.end_token && !(next->parts & DATELINE_PIECE_OTHER) &&
         dateline_document_token_is_punct (self->document, next->timex.end_token, ')');
}

/* "from March 3 to March 5", "March 30 – April 2": two days, one range */
static gboolean
join_range (const DatelineTimexScan *self, DatelinePiece *a, const DatelinePiece *b)
{
  const DatelineDocument *document = self->document;
  guint                   between = a->timex.end_token;
  gboolean                framed = a->timex.first_token > 0 && dateline_document_token_is_any (document, a->timex.first_token - 1, "from|between");

  if (a->parts != b->parts || !(a->parts & (DATELINE_PIECE_CALENDAR | DATELINE_PIECE_MONTH | DATELINE_PIECE_YEAR)) || (a->parts & (DATELINE_PIECE_TIMES | DATELINE_PIECE_WEEKDAY)) ||
      a->timex.end_day != 0 || b->timex.end_day != 0 || a->timex.kind != DATELINE_TIMEX_DATE || b->timex.first_token != between + 1)
    return FALSE;
  if (!dateline_timex_scan_is_dash (self, between) && !dateline_document_token_is_any (document, between, "to|until|till|through") &&
      !(framed && dateline_document_token_is (document, between, "and")))
    return FALSE;
  a->timex.end_year = b->timex.year;
  a->timex.end_month = b->timex.month;
  a->timex.end_day = b->timex.day;
  if (a->timex.year == 0 && b->timex.year != 0)
    a->timex.year = b->timex.year - (a->timex.month > b->timex.month);
  a->timex.flags |= b->timex.flags;
  a->timex.end_token = b->timex.end_token;
  if (framed)
    a->timex.kind = DATELINE_TIMEX_SPAN;
  return TRUE;
}

static gboolean
is_night (const DatelinePiece *piece)
{
  return (piece->parts & DATELINE_PIECE_PART) && piece->timex.part_start_minutes >= 1080;
}

/* "Tuesday-Wednesday night", "the night of Tuesday to Wednesday" */
static gboolean
join_night (const DatelineTimexScan *self, DatelinePiece *a, const DatelinePiece *b, const DatelinePiece *next)
{
  guint          between = a->timex.end_token, end = b->timex.end_token;
  DatelineTimex *timex = &a->timex;

  if (!(a->parts & DATELINE_PIECE_WEEKDAY) || b->parts != DATELINE_PIECE_WEEKDAY || (a->parts & (DATELINE_PIECE_DATES & ~(guint) DATELINE_PIECE_WEEKDAY)) ||
      b->timex.weekday != timex->weekday % 7 + 1)
    return FALSE;
  if (!(b->timex.first_token == between && dateline_document_token_has (self->document, between, DATELINE_TOKEN_HYPHEN)) &&
      !(b->timex.first_token == between + 1 && (dateline_timex_scan_is_dash (self, between) || dateline_document_token_is_any (self->document, between, "to|into"))))
    return FALSE;
  if (a->parts & DATELINE_PIECE_PART)
    {
      if (!is_night (a))
        return FALSE;
    }
  else if (next != NULL && next->parts == DATELINE_PIECE_PART && is_night (next) && next->timex.first_token == end)
    end = next->timex.end_token;
  else
    return FALSE;
  timex->part_start_minutes = 1080;
  timex->part_end_minutes = 1800;
  timex->flags |= DATELINE_TIMEX_DAY_PART;
  timex->end_token = end;
  return TRUE;
}

/* "in January and February 2016" */
static void
share_year (const DatelineTimexScan *self, DatelinePiece *a, const DatelinePiece *b)
{
  guint between = a->timex.end_token;

  if (a->parts != b->parts || !(a->parts & (DATELINE_PIECE_CALENDAR | DATELINE_PIECE_MONTH)) || a->timex.year != 0 || b->timex.year == 0 || b->timex.first_token != between + 1 ||
      (!dateline_document_token_is_any (self->document, between, "and|or|to") && !dateline_document_token_is_punct (self->document, between, ',')))
    return;
  a->timex.year = b->timex.year - (a->timex.month > b->timex.month);
  if (a->timex.end_month != 0)
    a->timex.end_year = a->timex.year;
  a->timex.flags |= DATELINE_TIMEX_EXPLICIT_YEAR;
}

/* "November 16 - 17" has the second day alone. */
static void
extend_range (const DatelineTimexScan *self, DatelineTimex *timex)
{
  const DatelineDocument *document = self->document;
  guint                   dash = timex->end_token;
  int                     last;

  if (timex->day == 0 || timex->end_day != 0 || timex->year != 0 || !dateline_timex_scan_is_dash (self, dash))
    return;
  last = dateline_timex_scan_day (self, dash + 1);
  if (last <= timex->day || (!dateline_timex_scan_is_end (self, dash + 2) && !dateline_timex_scan_is_preposition (self, dash + 2)) ||
      dateline_document_token_is_punct (document, dash + 2, ':'))
    return;
  timex->end_day = last;
  timex->end_month = timex->month;
  timex->end_token = dash + 2;
}

/**
 * dateline_timex_join:
 * @self: a scan whose pieces are in text order
 *
 * Makes one piece of those that name one time; drops those that are
 * nothing alone.
 */
void
dateline_timex_join (DatelineTimexScan *self)
{
  DatelinePiece *pieces = (DatelinePiece *) self->pieces->data;
  guint          n = 0, kept = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      DatelinePiece *last = n > 0 ? &pieces[n - 1] : NULL;

      extend_range (self, &pieces[i].timex);
      if (last != NULL && last->timex.end_token > pieces[i].timex.first_token)
        continue;
      if (last != NULL)
        {
          Join join = classify_join (last, &pieces[i]);

          if (are_joined (self, last, &pieces[i], join))
            {
              join_pieces (self, last, &pieces[i], join);
              if (join == JOIN_CLOCKS && i + 1 < self->pieces->len && closes_bracket (self, last, &pieces[i + 1]))
                last->timex.end_token = pieces[++i].timex.end_token + 1;
              continue;
            }
          if (join_range (self, last, &pieces[i]))
            continue;
          if (join_night (self, last, &pieces[i], i + 1 < self->pieces->len ? &pieces[i + 1] : NULL))
            {
              i += !(last->parts & DATELINE_PIECE_PART);
              last->parts |= DATELINE_PIECE_PART;
              continue;
            }
          share_year (self, last, &pieces[i]);
        }
      pieces[n++] = pieces[i];
    }
  for (guint i = 0; i < n; i++)
    if (!(pieces[i].parts & DATELINE_PIECE_WEAK))
      pieces[kept++] = pieces[i];
  g_array_set_size (self->pieces, kept);
}
