/* dateline-number-words.h: the rows of numbers.tsv, read once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DATELINE_NUMBER_OTHER,
  DATELINE_NUMBER_UNIT,
  DATELINE_NUMBER_TENS,
  DATELINE_NUMBER_MULTIPLIER, /* dozen, hundred */
  DATELINE_NUMBER_FIXED,      /* takes no part in a longer one: a couple */
  DATELINE_NUMBER_ZERO,
  DATELINE_NUMBER_ARTICLE,
  DATELINE_NUMBER_VAGUE,
  DATELINE_NUMBER_AT_LEAST, /* from here on: hedges before a number */
  DATELINE_NUMBER_MORE_THAN,
  DATELINE_NUMBER_UP_TO,
  DATELINE_NUMBER_FEWER_THAN,
  DATELINE_NUMBER_ABOUT,
  DATELINE_NUMBER_BETWEEN,
  DATELINE_NUMBER_EXACTLY
} DatelineNumberKind;

/* Numbers are −1 where the row has none. */
typedef struct
{
  DatelineNumberKind kind;
  int                value;
  int                low;
  int                high;
} DatelineNumberWord;

struct _DatelineData;

DatelineNumberWord *dateline_number_words_new (const struct _DatelineData *data);

G_END_DECLS
