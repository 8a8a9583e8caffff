/* dateline-time-words.h: the rows of temporal.tsv, read once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DATELINE_TIMEX_UNIT_NONE,
  DATELINE_TIMEX_UNIT_MINUTE,
  DATELINE_TIMEX_UNIT_HOUR,
  DATELINE_TIMEX_UNIT_DAY,
  DATELINE_TIMEX_UNIT_WEEKEND,
  DATELINE_TIMEX_UNIT_WEEK,
  DATELINE_TIMEX_UNIT_MONTH,
  DATELINE_TIMEX_UNIT_SEASON,
  DATELINE_TIMEX_UNIT_YEAR,
  DATELINE_TIMEX_UNIT_DECADE
} DatelineTimexUnit;

typedef enum
{
  DATELINE_TIME_WORD_NONE,
  DATELINE_TIME_WORD_MONTH,
  DATELINE_TIME_WORD_WEEKDAY,
  DATELINE_TIME_WORD_WEEKDAYS,
  DATELINE_TIME_WORD_SHORT_WEEKDAY,
  DATELINE_TIME_WORD_DAY,
  DATELINE_TIME_WORD_UNIT,
  DATELINE_TIME_WORD_PART,
  DATELINE_TIME_WORD_ZONE,
  DATELINE_TIME_WORD_LOCAL_ZONE,
  DATELINE_TIME_WORD_LOCAL,
  DATELINE_TIME_WORD_SEASON,
  DATELINE_TIME_WORD_FEAST,
  DATELINE_TIME_WORD_EVENT,
  DATELINE_TIME_WORD_SET,
  DATELINE_TIME_WORD_ORDINAL,
  DATELINE_TIME_WORD_PLACE,
  DATELINE_TIME_WORD_PAST,
  DATELINE_TIME_WORD_FUTURE
} DatelineTimeWordKind;

/* A row of temporal.tsv. */
typedef struct
{
  DatelineTimeWordKind kind;
  int                  value; /* of a unit, a DatelineTimexUnit */
  int                  start; /* of a part of the day, in minutes; −1 none */
  int                  end;
  const char          *zone;
  guint                n_tokens; /* of the phrase that stands in a text; 0 in the table */
} DatelineTimeWord;

struct _DatelineData;

DatelineTimeWord *dateline_time_words_new (const struct _DatelineData *data);

G_END_DECLS
