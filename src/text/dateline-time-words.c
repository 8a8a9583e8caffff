/* dateline-time-words.c: the rows of temporal.tsv, read once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-text"

#include "config.h"

#include "dateline-time-words.h"

#include <stdlib.h>
#include <string.h>

#include "dateline-data.h"

static const struct
{
  const char          *name;
  DatelineTimeWordKind kind;
} kinds[] = {
  { "past", DATELINE_TIME_WORD_PAST },
  { "weekday", DATELINE_TIME_WORD_WEEKDAY },
  { "month", DATELINE_TIME_WORD_MONTH },
  { "day", DATELINE_TIME_WORD_DAY },
  { "unit", DATELINE_TIME_WORD_UNIT },
  { "part", DATELINE_TIME_WORD_PART },
  { "event", DATELINE_TIME_WORD_EVENT },
  { "future", DATELINE_TIME_WORD_FUTURE },
  { "weekdays", DATELINE_TIME_WORD_WEEKDAYS },
  { "short-weekday", DATELINE_TIME_WORD_SHORT_WEEKDAY },
  { "zone", DATELINE_TIME_WORD_ZONE },
  { "local-zone", DATELINE_TIME_WORD_LOCAL_ZONE },
  { "local-word", DATELINE_TIME_WORD_LOCAL },
  { "ordinal", DATELINE_TIME_WORD_ORDINAL },
  { "place", DATELINE_TIME_WORD_PLACE },
  { "season", DATELINE_TIME_WORD_SEASON },
  { "feast", DATELINE_TIME_WORD_FEAST },
  { "set", DATELINE_TIME_WORD_SET },
};

static const struct
{
  const char       *name;
  DatelineTimexUnit unit;
} units[] = {
  { "day", DATELINE_TIMEX_UNIT_DAY },
  { "week", DATELINE_TIMEX_UNIT_WEEK },
  { "month", DATELINE_TIMEX_UNIT_MONTH },
  { "year", DATELINE_TIMEX_UNIT_YEAR },
  { "hour", DATELINE_TIMEX_UNIT_HOUR },
  { "minute", DATELINE_TIMEX_UNIT_MINUTE },
  { "weekend", DATELINE_TIMEX_UNIT_WEEKEND },
  { "decade", DATELINE_TIMEX_UNIT_DECADE },
  { "century", DATELINE_TIMEX_UNIT_DECADE },
  { "fortnight", DATELINE_TIMEX_UNIT_WEEK },
};

static int
read_unit (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (units[i].name, name) == 0)
      return (int) units[i].unit;
  return DATELINE_TIMEX_UNIT_NONE;
}

static DatelineTimeWordKind
read_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].name, name) == 0)
      return kinds[i].kind;
  return DATELINE_TIME_WORD_NONE;
}

static int
read_minutes (const char *cell)
{
  return *cell == '\0' ? -1 : atoi (cell);
}

/**
 * dateline_time_words_new:
 * @data: with its tables
 *
 * Returns: (transfer full) (array): what each row says
 */
DatelineTimeWord *
dateline_time_words_new (const DatelineData *data)
{
  guint             n = dateline_data_get_n_rows (data, DATELINE_LEXICON_TEMPORAL);
  DatelineTimeWord *words = g_new0 (DatelineTimeWord, n);
  int               kind = dateline_data_find_column (data, DATELINE_LEXICON_TEMPORAL, "kind");
  int               value = dateline_data_find_column (data, DATELINE_LEXICON_TEMPORAL, "value");
  int               start = dateline_data_find_column (data, DATELINE_LEXICON_TEMPORAL, "start");
  int               end = dateline_data_find_column (data, DATELINE_LEXICON_TEMPORAL, "end");
  int               zone = dateline_data_find_column (data, DATELINE_LEXICON_TEMPORAL, "zone");

  for (guint i = 0; i < n; i++)
    {
      const char *number = dateline_data_get_cell (data, DATELINE_LEXICON_TEMPORAL, i, value);

      words[i].kind = read_kind (dateline_data_get_cell (data, DATELINE_LEXICON_TEMPORAL, i, kind));
      words[i].value = words[i].kind == DATELINE_TIME_WORD_UNIT ? read_unit (number) : atoi (number);
      words[i].start = read_minutes (dateline_data_get_cell (data, DATELINE_LEXICON_TEMPORAL, i, start));
      words[i].end = read_minutes (dateline_data_get_cell (data, DATELINE_LEXICON_TEMPORAL, i, end));
      words[i].zone = dateline_data_get_cell (data, DATELINE_LEXICON_TEMPORAL, i, zone);
    }
  return words;
}
