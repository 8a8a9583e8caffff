/* dateline-timex.h: expressions of time, recognised and resolved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two phases: what the words say (underspecified), then which interval that
 * is, counted from the article's anchor date.
 */

#pragma once

#include "dateline-article.h"
#include "dateline-document.h"
#include "dateline-extraction.h"

G_BEGIN_DECLS

typedef enum
{
  DATELINE_TIMEX_DATE,           /* names a day, week, month or year */
  DATELINE_TIMEX_CLOCK,          /* a time of day alone: "at 6:30 p.m." */
  DATELINE_TIMEX_SPAN,           /* since, until, from … to, "over the past month": dates no single incident */
  DATELINE_TIMEX_EVENT_RELATIVE, /* "a day after the strikes": counts from another incident */
  DATELINE_TIMEX_DURATION,       /* "for two hours", "11-year-old": no date */
  DATELINE_TIMEX_TEMPONYM        /* a known event used as a date: "the October 7 massacre" */
} DatelineTimexKind;

typedef enum
{
  DATELINE_TIMEX_EXPLICIT_DAY = 1 << 0,  /* day and month are written */
  DATELINE_TIMEX_EXPLICIT_YEAR = 1 << 1, /* the year is written */
  DATELINE_TIMEX_WEEKDAY = 1 << 2,
  DATELINE_TIMEX_RELATIVE = 1 << 3,  /* today, yesterday, two days ago, last week */
  DATELINE_TIMEX_NARRATIVE = 1 << 4, /* counts from the date last told: "the next day", "that evening" */
  DATELINE_TIMEX_FUTURE = 1 << 5,
  DATELINE_TIMEX_HAS_CLOCK = 1 << 6,    /* an exact time of day is part of it */
  DATELINE_TIMEX_DAY_PART = 1 << 7,     /* dawn, morning, overnight … */
  DATELINE_TIMEX_ZONE = 1 << 8,         /* its time zone is written */
  DATELINE_TIMEX_ANNIVERSARY = 1 << 9,  /* "five years ago", "on the anniversary of" */
  DATELINE_TIMEX_IN_DATELINE = 1 << 10, /* stands in the article's dateline or a post's signature */
  DATELINE_TIMEX_SET = 1 << 11,         /* every day, on Fridays; the kind is DURATION */
  DATELINE_TIMEX_NOMINAL = 1 << 12,     /* names an event: "Monday's bombing" */
  DATELINE_TIMEX_VAGUE = 1 << 13,       /* "several days ago" */
  DATELINE_TIMEX_LOCAL = 1 << 14,       /* "local time": whose, the words do not say */
  DATELINE_TIMEX_OFFSET = 1 << 15,      /* counted in units: "three weeks ago" */
  DATELINE_TIMEX_HALF_DAY = 1 << 16,    /* a.m. or p.m. is written */
  DATELINE_TIMEX_REPORTED = 1 << 17     /* when it was said: "police said on Tuesday" */
} DatelineTimexFlags;

/* Which part of a month, year or week. */
typedef enum
{
  DATELINE_TIMEX_WHOLE,
  DATELINE_TIMEX_BEGINNING,
  DATELINE_TIMEX_MIDDLE,
  DATELINE_TIMEX_END,
  DATELINE_TIMEX_BEFORE_NOW /* "earlier this month" */
} DatelineTimexPhase;

/* What a span's words say of its ends. */
typedef enum
{
  DATELINE_TIMEX_CLOSED, /* from … to, between … and */
  DATELINE_TIMEX_SINCE,
  DATELINE_TIMEX_UNTIL,
  DATELINE_TIMEX_WINDOW /* "over the past N …": up to the anchor */
} DatelineTimexBound;

typedef struct
{
  guint             first_token;
  guint             end_token;
  guint             sentence;
  DatelineTimexKind kind;
  guint             flags; /* DatelineTimexFlags */

  /* What the words say; 0 where they do not. */
  int         year, month, day;             /* 1-based */
  int         end_year, end_month, end_day; /* of a range "19–20 January", else 0 */
  int         weekday;                      /* ISO, 1 Monday */
  int         offset_days;                  /* of a relative expression, or from the other event */
  int         offset_minutes_event;         /* finer part of an event-relative offset */
  int         clock_minutes;                /* since midnight; −1 none */
  int         part_start_minutes;           /* of a part of the day; −1 none; the end may pass 1440 */
  int         part_end_minutes;
  int         zone_offset_minutes; /* G_MININT none */
  const char *zone;                /* IANA name, static; NULL none */

  DatelineTimexUnit  unit;        /* of a period ("last week") or an offset ("three months ago") */
  int                offset;      /* in units; the smaller bound of a vague one */
  int                offset_far;  /* the larger bound; equal when exact */
  int                which;       /* of a weekday: −1 last, 0 bare, +1 next */
  int                week_offset; /* of a weekday: "Monday last week" is −1; G_MININT none */
  DatelineTimexPhase phase;
  DatelineTimexBound bound;
  int                shift_days; /* added to the day the words name: "overnight into Sunday" is −1 */

  /* Which interval that is; filled by dateline_timex_resolve(). */
  DatelineDateInterval  interval;
  DatelineDatePrecision precision;
} DatelineTimex;

GArray        *dateline_timex_find (const DatelineDocument *document);
DatelineAnchor dateline_timex_choose_anchor (const DatelineDocument *document, GArray *timexes, const DatelineArticle *article);
void           dateline_timex_resolve (const DatelineDocument *document, GArray *timexes, const DatelineAnchor *anchor, int zone_offset_minutes);
gboolean       dateline_timex_is_entity (const DatelineTimex *timex);
DatelineSpan   dateline_timex_get_span (const DatelineDocument *document, const DatelineTimex *timex);

G_END_DECLS
