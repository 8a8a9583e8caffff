/* dateline-number-words.c: the rows of numbers.tsv, read once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-text"

#include "config.h"

#include "dateline-number-words.h"

#include <stdlib.h>
#include <string.h>

#include "dateline-data.h"

static const char *const kinds[] = {
  [DATELINE_NUMBER_OTHER] = "",
  [DATELINE_NUMBER_UNIT] = "unit",
  [DATELINE_NUMBER_TENS] = "tens",
  [DATELINE_NUMBER_MULTIPLIER] = "multiplier",
  [DATELINE_NUMBER_FIXED] = "fixed",
  [DATELINE_NUMBER_ZERO] = "zero",
  [DATELINE_NUMBER_ARTICLE] = "article",
  [DATELINE_NUMBER_VAGUE] = "vague",
  [DATELINE_NUMBER_AT_LEAST] = "at-least",
  [DATELINE_NUMBER_MORE_THAN] = "more-than",
  [DATELINE_NUMBER_UP_TO] = "up-to",
  [DATELINE_NUMBER_FEWER_THAN] = "fewer-than",
  [DATELINE_NUMBER_ABOUT] = "about",
  [DATELINE_NUMBER_BETWEEN] = "between",
  [DATELINE_NUMBER_EXACTLY] = "exactly",
};

static DatelineNumberKind
read_kind (const char *cell)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i], cell) == 0)
      return (DatelineNumberKind) i;
  return DATELINE_NUMBER_OTHER;
}

static int
read_number (const DatelineData *data, guint row, int column)
{
  const char *cell = dateline_data_get_cell (data, DATELINE_LEXICON_NUMBER, row, column);

  return *cell == '\0' ? -1 : atoi (cell);
}

/**
 * dateline_number_words_new:
 * @data: with its tables
 *
 * Returns: (transfer full) (array): what each row says
 */
DatelineNumberWord *
dateline_number_words_new (const DatelineData *data)
{
  guint               n = dateline_data_get_n_rows (data, DATELINE_LEXICON_NUMBER);
  DatelineNumberWord *words = g_new0 (DatelineNumberWord, n);
  int                 kind = dateline_data_find_column (data, DATELINE_LEXICON_NUMBER, "kind");
  int                 value = dateline_data_find_column (data, DATELINE_LEXICON_NUMBER, "value");
  int                 low = dateline_data_find_column (data, DATELINE_LEXICON_NUMBER, "low");
  int                 high = dateline_data_find_column (data, DATELINE_LEXICON_NUMBER, "high");

  for (guint i = 0; i < n; i++)
    words[i] = (DatelineNumberWord){
      read_kind (dateline_data_get_cell (data, DATELINE_LEXICON_NUMBER, i, kind)),
      read_number (data, i, value),
      read_number (data, i, low),
      read_number (data, i, high),
    };
  return words;
}
