/* dateline-timex-scan.h: the pieces that expressions of time are made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to this folder.
 */

#pragma once

#include "dateline-timex.h"

G_BEGIN_DECLS

/* What a piece can be joined with. */
typedef enum
{
  DATELINE_PIECE_CALENDAR = 1 << 0, /* month and day */
  DATELINE_PIECE_MONTH = 1 << 1,
  DATELINE_PIECE_YEAR = 1 << 2,
  DATELINE_PIECE_WEEKDAY = 1 << 3,
  DATELINE_PIECE_DAY = 1 << 4,    /* today */
  DATELINE_PIECE_PERIOD = 1 << 5, /* last week */
  DATELINE_PIECE_OFFSET = 1 << 6, /* two days ago, the next day */
  DATELINE_PIECE_PART = 1 << 7,
  DATELINE_PIECE_CLOCK = 1 << 8,
  DATELINE_PIECE_ZONE = 1 << 9,
  DATELINE_PIECE_OTHER = 1 << 10, /* joins nothing */
  DATELINE_PIECE_WEAK = 1 << 11   /* nothing by itself: "Sun", "ET" */
} DatelinePieceParts;

#define DATELINE_PIECE_DATES (DATELINE_PIECE_CALENDAR | DATELINE_PIECE_MONTH | DATELINE_PIECE_YEAR | DATELINE_PIECE_WEEKDAY | \
                              DATELINE_PIECE_DAY | DATELINE_PIECE_PERIOD | DATELINE_PIECE_OFFSET)
#define DATELINE_PIECE_TIMES (DATELINE_PIECE_PART | DATELINE_PIECE_CLOCK | DATELINE_PIECE_ZONE)

typedef struct
{
  DatelineTimex timex;
  guint         parts; /* DatelinePieceParts */
} DatelinePiece;

typedef struct
{
  const DatelineDocument *document;
  GArray                 *pieces; /* DatelinePiece */
  guint                   floor;  /* no piece may begin before this token */
  gboolean                american;
} DatelineTimexScan;

/* dateline-timex-words.c */
void     dateline_timex_scan_init (DatelineTimexScan *self, const DatelineDocument *document);
gboolean dateline_timex_scan_word (const DatelineTimexScan *self, guint token, DatelineTimeWord *word);
gboolean dateline_timex_scan_word_is (const DatelineTimexScan *self, guint token, DatelineTimeWordKind kind, DatelineTimeWord *word);
gboolean dateline_timex_scan_count_before (const DatelineTimexScan *self, guint token, guint *first, int *low, int *high);
gboolean dateline_timex_scan_is_preposition (const DatelineTimexScan *self, guint token);
gboolean dateline_timex_scan_is_end (const DatelineTimexScan *self, guint token);
int      dateline_timex_scan_year (const DatelineTimexScan *self, guint token);
int      dateline_timex_scan_day (const DatelineTimexScan *self, guint token);
gboolean dateline_timex_scan_is_dash (const DatelineTimexScan *self, guint token);
void     dateline_timex_init (DatelineTimex *timex, guint first_token, guint end_token);

/* Each tries one kind of piece at a token: the token after it, or 0. */
guint dateline_timex_scan_calendar (DatelineTimexScan *self, guint token, DatelinePiece *piece);
guint dateline_timex_scan_month (DatelineTimexScan *self, guint token, const DatelineTimeWord *word, DatelinePiece *piece);
guint dateline_timex_scan_ordinal_word (DatelineTimexScan *self, guint token, const DatelineTimeWord *word, DatelinePiece *piece);
guint dateline_timex_scan_clock (DatelineTimexScan *self, guint token, DatelinePiece *piece);
guint dateline_timex_scan_relative (DatelineTimexScan *self, guint token, const DatelineTimeWord *word, DatelinePiece *piece);

/* dateline-timex-join.c */
void dateline_timex_join (DatelineTimexScan *self);

/* dateline-timex-context.c */
void dateline_timex_read_context (DatelineTimexScan *self);

G_END_DECLS
