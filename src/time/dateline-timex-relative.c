/* dateline-timex-relative.c: dates that count from now or from what was told
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-time"

#include "config.h"

#include "dateline-timex-scan.h"

#include <string.h>

#include "dateline-zone.h"

#define DIRECTION_NONE G_MININT

/* "last", "this", "next" and their like */
static int
read_direction (const DatelineTimexScan *self, guint token)
{
  const DatelineDocument *document = self->document;

  if (dateline_document_token_is_any (document, token, "last|past"))
    return -1;
  if (dateline_document_token_is_any (document, token, "this|current"))
    return 0;
  if (dateline_document_token_is_any (document, token, "next|coming|upcoming"))
    return 1;
  return DIRECTION_NONE;
}

static guint
finish (DatelinePiece *piece, guint first, guint end, DatelineTimexKind kind, guint flags, guint parts)
{
  piece->timex.first_token = first;
  piece->timex.end_token = end;
  piece->timex.kind = kind;
  piece->timex.flags |= flags;
  piece->parts = parts;
  return end;
}

static gboolean
can_look_left (const DatelineTimexScan *self, guint token)
{
  return token > self->floor && !(self->document->tokens[token].flags & DATELINE_TOKEN_LINE);
}

static guint
scan_weekday (DatelineTimexScan *self, guint token, const DatelineTimeWord *word, DatelinePiece *piece)
{
  const DatelineDocument *document = self->document;
  guint                   first = token, end = token + word->n_tokens, flags = DATELINE_TIMEX_WEEKDAY;

  piece->timex.weekday = word->value;
  if (dateline_document_token_is_any (document, end, "times|telegraph|express|mirror|mail|herald|nights"))
    return 0;
  if (can_look_left (self, token))
    {
      if (dateline_document_token_is_any (document, token - 1, "following|next") && token > self->floor + 1 && dateline_document_token_is (document, token - 2, "the"))
        {
          piece->timex.which = 1;
          flags |= DATELINE_TIMEX_NARRATIVE;
          first = token - 2;
        }
      else if (dateline_document_token_is_any (document, token - 1, "last|past|previous"))
        {
          piece->timex.which = -1;
          first = token - 1;
        }
      else if (dateline_document_token_is_any (document, token - 1, "next|coming"))
        {
          piece->timex.which = 1;
          flags |= DATELINE_TIMEX_FUTURE;
          first = token - 1;
        }
      else if (dateline_document_token_is_any (document, token - 1, "every|each"))
        return finish (piece, token - 1, end, DATELINE_TIMEX_DURATION, DATELINE_TIMEX_SET, DATELINE_PIECE_OTHER);
      else if (dateline_document_token_is (document, token - 1, "this"))
        first = token - 1;
    }
  return finish (piece, first, end, DATELINE_TIMEX_DATE, flags, DATELINE_PIECE_WEEKDAY);
}

static guint
scan_day_word (DatelineTimexScan *self, guint token, const DatelineTimeWord *word, DatelinePiece *piece)
{
  piece->timex.unit = DATELINE_TIMEX_UNIT_DAY;
  piece->timex.offset = piece->timex.offset_far = piece->timex.offset_days = word->value;
  if (word->start >= 0)
    {
      piece->timex.part_start_minutes = word->start;
      piece->timex.part_end_minutes = word->end;
      piece->timex.flags |= DATELINE_TIMEX_DAY_PART;
    }
  return finish (piece, token, token + word->n_tokens, DATELINE_TIMEX_DATE,
                 DATELINE_TIMEX_RELATIVE | (word->value > 0 ? DATELINE_TIMEX_FUTURE : 0), DATELINE_PIECE_DAY);
}

/* "that night", "the next morning", "the same evening": counts from what was told */
static gboolean
read_narrative_left (const DatelineTimexScan *self, guint token, guint *first, int *offset)
{
  const DatelineDocument *document = self->document;
  guint                   at = token;

  if (!can_look_left (self, token))
    return FALSE;
  at--;
  if (dateline_document_token_is_any (document, at, "that|same"))
    *offset = 0;
  else if (dateline_document_token_is_any (document, at, "next|following"))
    *offset = 1;
  else if (dateline_document_token_is_any (document, at, "previous|preceding"))
    *offset = -1;
  else
    return FALSE;
  if (at > self->floor && dateline_document_token_is_any (document, at - 1, "the|that") && dateline_document_token_is_any (document, at, "same|next|following|previous|preceding"))
    at--;
  *first = at;
  return TRUE;
}

static guint
scan_part (DatelineTimexScan *self, guint token, const DatelineTimeWord *word, DatelinePiece *piece)
{
  const DatelineDocument *document = self->document;
  guint                   first = token, end = token + word->n_tokens;
  int                     offset;

  piece->timex.part_start_minutes = word->start;
  piece->timex.part_end_minutes = word->end;
  piece->timex.flags |= DATELINE_TIMEX_DAY_PART;

  if (read_narrative_left (self, token, &first, &offset))
    {
      piece->timex.unit = DATELINE_TIMEX_UNIT_DAY;
      piece->timex.offset = piece->timex.offset_far = piece->timex.offset_days = offset;
      return finish (piece, first, end, DATELINE_TIMEX_DATE, DATELINE_TIMEX_NARRATIVE, DATELINE_PIECE_OFFSET);
    }
  if (can_look_left (self, token) && dateline_document_token_is_any (document, token - 1, "every|each|good"))
    return finish (piece, token - 1, end, DATELINE_TIMEX_DURATION, DATELINE_TIMEX_SET, DATELINE_PIECE_OTHER);
  if (dateline_document_token_is (document, end, "before") && dateline_timex_scan_is_end (self, end + 1))
    {
      piece->timex.offset_days = piece->timex.offset = piece->timex.offset_far = -1;
      piece->timex.unit = DATELINE_TIMEX_UNIT_DAY;
      return finish (piece, first, end + 1, DATELINE_TIMEX_DATE, DATELINE_TIMEX_NARRATIVE, DATELINE_PIECE_OFFSET);
    }
  if (dateline_document_token_is (document, token, "midnight") && can_look_left (self, token))
    {
      if (dateline_document_token_is_any (document, token - 1, "after|past"))
        piece->timex.part_end_minutes = 180;
    }
  else if (can_look_left (self, token) && dateline_document_token_is (document, token - 1, "before") && word->end <= 720)
    piece->timex.part_start_minutes = 0;
  return finish (piece, first, end, DATELINE_TIMEX_CLOCK, 0, DATELINE_PIECE_PART);
}

/* Minutes in a unit, for offsets from another event. */
static int
get_unit_minutes (DatelineTimexUnit unit)
{
  return unit == DATELINE_TIMEX_UNIT_HOUR ? 60 : 1;
}

static void
set_offset (DatelineTimex *timex, DatelineTimexUnit unit, int low, int high, int sign)
{
  timex->unit = unit;
  timex->offset = sign * low;
  timex->offset_far = sign * high;
  if (low != high)
    timex->flags |= DATELINE_TIMEX_VAGUE;
  if (unit == DATELINE_TIMEX_UNIT_DAY)
    timex->offset_days = sign * low;
  else if (unit == DATELINE_TIMEX_UNIT_WEEK)
    timex->offset_days = sign * low * 7;
  else if (unit == DATELINE_TIMEX_UNIT_MINUTE || unit == DATELINE_TIMEX_UNIT_HOUR)
    timex->offset_minutes_event = sign * MIN (low, 100000) * get_unit_minutes (unit);
}

/* What another event would be called: "after the strikes", "after gunmen stormed …" */
static gboolean
begins_event (const DatelineTimexScan *self, guint token)
{
  return !dateline_timex_scan_is_end (self, token) && !dateline_document_token_is_any (self->document, token, "and|but|in|on|at|near|as|when|while");
}

/* "three days ago|earlier|later|after the strikes": after a counted unit */
static guint
scan_counted (DatelineTimexScan *self, guint first, guint unit_token, const DatelineTimeWord *word, int low, int high, DatelinePiece *piece)
{
  const DatelineDocument *document = self->document;
  guint                   end = unit_token + word->n_tokens;
  DatelineTimexUnit       unit = (DatelineTimexUnit) word->value;

  if (dateline_document_token_is (document, end, "ago"))
    {
      set_offset (&piece->timex, unit, low, high, -1);
      return finish (piece, first, end + 1, DATELINE_TIMEX_DATE,
                     DATELINE_TIMEX_RELATIVE | DATELINE_TIMEX_OFFSET | (unit >= DATELINE_TIMEX_UNIT_YEAR ? DATELINE_TIMEX_ANNIVERSARY : 0), DATELINE_PIECE_OFFSET);
    }
  if (dateline_document_token_is_any (document, end, "after|following|before|since") && begins_event (self, end + 1))
    {
      set_offset (&piece->timex, unit, low, high, dateline_document_token_is (document, end, "before") ? -1 : 1);
      return finish (piece, first, end, DATELINE_TIMEX_EVENT_RELATIVE,
                     unit >= DATELINE_TIMEX_UNIT_MONTH ? DATELINE_TIMEX_ANNIVERSARY : 0, DATELINE_PIECE_OTHER);
    }
  if (dateline_document_token_is_any (document, end, "earlier|before|previously|prior") && !dateline_document_token_is (document, end + 1, "than"))
    {
      set_offset (&piece->timex, unit, low, high, -1);
      return finish (piece, first, end + 1, DATELINE_TIMEX_DATE, DATELINE_TIMEX_NARRATIVE, DATELINE_PIECE_OFFSET);
    }
  if (dateline_document_token_is_any (document, end, "later|after|afterward|afterwards"))
    {
      set_offset (&piece->timex, unit, low, high, 1);
      return finish (piece, first, end + 1, DATELINE_TIMEX_DATE, DATELINE_TIMEX_NARRATIVE, DATELINE_PIECE_OFFSET);
    }
  return 0;
}

static guint
skip_adjective (const DatelineTimexScan *self, guint end)
{
  while (dateline_document_token_has (self->document, end, DATELINE_TOKEN_HYPHEN) && dateline_document_token_is_any (self->document, end, "old|olds|long"))
    end++;
  return end;
}

/* "over the past 24 hours", "the last three weeks", "the next two days" */
static guint
scan_window (DatelineTimexScan *self, guint first, guint unit_token, const DatelineTimeWord *word, int low, int high, DatelinePiece *piece)
{
  guint             end = unit_token + word->n_tokens, direction_token;
  DatelineTimexUnit unit = (DatelineTimexUnit) word->value;
  int               direction;

  if (first <= self->floor)
    return 0;
  direction_token = first - 1;
  direction = read_direction (self, direction_token);
  if (direction != -1 && direction != 1 && !dateline_document_token_is_any (self->document, direction_token, "previous|preceding|recent"))
    return 0;

  set_offset (&piece->timex, unit, low, high, direction == 1 ? 1 : -1);
  piece->timex.bound = DATELINE_TIMEX_WINDOW;
  if (direction == 1)
    return finish (piece, direction_token, end, DATELINE_TIMEX_SPAN, DATELINE_TIMEX_RELATIVE | DATELINE_TIMEX_FUTURE, DATELINE_PIECE_OTHER);
  return finish (piece, first, end,
                 (unit == DATELINE_TIMEX_UNIT_HOUR && high <= 48) || (unit == DATELINE_TIMEX_UNIT_DAY && high == 1) ? DATELINE_TIMEX_DATE : DATELINE_TIMEX_SPAN,
                 DATELINE_TIMEX_RELATIVE, DATELINE_PIECE_OTHER);
}

static guint
scan_number_unit (DatelineTimexScan *self, guint token, const DatelineTimeWord *word, DatelinePiece *piece)
{
  const DatelineDocument *document = self->document;
  guint                   first, end = token + word->n_tokens, next;
  int                     low, high;

  if (!dateline_timex_scan_count_before (self, token, &first, &low, &high))
    return 0;
  if (dateline_document_token_has (document, token, DATELINE_TOKEN_HYPHEN) || dateline_document_token_has (document, end, DATELINE_TOKEN_HYPHEN))
    {
      if (dateline_document_token_has (document, token, DATELINE_TOKEN_HYPHEN) && !dateline_document_token_is_any (document, end, "ago|earlier|later"))
        return finish (piece, first, skip_adjective (self, end), DATELINE_TIMEX_DURATION, 0, DATELINE_PIECE_OTHER);
    }
  if (high > 9999)
    return finish (piece, first, end, DATELINE_TIMEX_DURATION, 0, DATELINE_PIECE_OTHER);
  if ((next = scan_counted (self, first, token, word, low, high, piece)) != 0)
    return next;
  if (dateline_document_token_is_any (document, first, "a|an") && low == 1 &&
      (first == 0 || !dateline_document_token_is_any (document, first - 1, "for|than|nearly|almost|about|within|over|lasted")))
    return 0; /* "a day of mourning" */
  if ((next = scan_window (self, first, token, word, low, high, piece)) != 0)
    return next;
  if (word->value == DATELINE_TIMEX_UNIT_WEEKEND)
    return 0;
  return finish (piece, first, end, DATELINE_TIMEX_DURATION, 0, DATELINE_PIECE_OTHER);
}

/* "earlier this month", "late last year", "the beginning of next week" */
static guint
read_phase (const DatelineTimexScan *self, guint first, DatelineTimex *timex)
{
  const DatelineDocument *document = self->document;
  guint                   at = first;

  if (!can_look_left (self, first))
    return first;
  at--;
  if (dateline_document_token_is_any (document, at, "of|in") && can_look_left (self, at))
    {
      guint before = at - 1;

      if (dateline_document_token_is_any (document, before, "end"))
        timex->phase = DATELINE_TIMEX_END;
      else if (dateline_document_token_is_any (document, before, "beginning|start"))
        timex->phase = DATELINE_TIMEX_BEGINNING;
      else if (dateline_document_token_is_any (document, before, "middle"))
        timex->phase = DATELINE_TIMEX_MIDDLE;
      else
        return first;
      return first; /* "the end of" is not part of the span */
    }
  if (dateline_document_token_is (document, at, "earlier"))
    timex->phase = DATELINE_TIMEX_BEFORE_NOW;
  else if (dateline_document_token_is (document, at, "early"))
    timex->phase = DATELINE_TIMEX_BEGINNING;
  else if (dateline_document_token_is_any (document, at, "mid|middle"))
    timex->phase = DATELINE_TIMEX_MIDDLE;
  else if (dateline_document_token_is_any (document, at, "late|later"))
    timex->phase = DATELINE_TIMEX_END;
  else
    return first;
  return at;
}

/* "last week", "this month", "next year", "the past year", "recent days" */
static guint
scan_period (DatelineTimexScan *self, guint token, const DatelineTimeWord *word, DatelinePiece *piece)
{
  const DatelineDocument *document = self->document;
  guint                   end = token + word->n_tokens, first = token - 1;
  DatelineTimexUnit       unit = (DatelineTimexUnit) word->value;
  int                     direction = read_direction (self, first);
  gboolean                article = first > self->floor && dateline_document_token_is (document, first - 1, "the");
  gboolean                plural = document->text[document->tokens[token].end - 1] == 's';

  if (dateline_document_token_is_any (document, first, "recent|past|last|coming|next") && plural)
    {
      if (dateline_document_token_is (document, end, "of"))
        return 0; /* "the last days of 2016" */
      set_offset (&piece->timex, unit, 2, 6, direction == 1 ? 1 : -1);
      piece->timex.bound = DATELINE_TIMEX_WINDOW;
      return finish (piece, first, end, unit == DATELINE_TIMEX_UNIT_DAY && direction != 1 ? DATELINE_TIMEX_DATE : DATELINE_TIMEX_SPAN, DATELINE_TIMEX_RELATIVE | DATELINE_TIMEX_VAGUE, DATELINE_PIECE_OTHER);
    }
  if (direction == -1 && (article || dateline_document_token_is (document, first, "past")))
    {
      set_offset (&piece->timex, unit, 1, 1, -1);
      piece->timex.bound = DATELINE_TIMEX_WINDOW;
      if (dateline_document_token_is (document, end, "of"))
        return 0; /* "the last day of" */
      return finish (piece, article ? first - 1 : first, end, unit <= DATELINE_TIMEX_UNIT_DAY ? DATELINE_TIMEX_DATE : DATELINE_TIMEX_SPAN, DATELINE_TIMEX_RELATIVE, DATELINE_PIECE_OTHER);
    }
  if (direction == DIRECTION_NONE || (direction == 1 && (article || unit == DATELINE_TIMEX_UNIT_DAY)) || plural)
    return 0;
  if (unit == DATELINE_TIMEX_UNIT_DAY || unit == DATELINE_TIMEX_UNIT_HOUR || unit == DATELINE_TIMEX_UNIT_MINUTE)
    return 0;

  set_offset (&piece->timex, unit, direction, direction, 1);
  first = read_phase (self, first, &piece->timex);
  return finish (piece, first, end, DATELINE_TIMEX_DATE, DATELINE_TIMEX_RELATIVE | (direction == 1 ? DATELINE_TIMEX_FUTURE : 0), DATELINE_PIECE_PERIOD);
}

/* "the day after", "the day before the attack", "earlier in the day" */
static guint
scan_the_day (DatelineTimexScan *self, guint token, const DatelineTimeWord *word, DatelinePiece *piece)
{
  const DatelineDocument *document = self->document;
  guint                   end = token + word->n_tokens, first = token - 1;
  DatelineTimexUnit       unit = (DatelineTimexUnit) word->value;
  guint                   next;

  if (!dateline_document_token_is (document, first, "the"))
    return 0;
  if (first > self->floor + 1 && dateline_document_token_is_any (document, first - 1, "in") && dateline_document_token_is_any (document, first - 2, "earlier|later|late|early") &&
      unit == DATELINE_TIMEX_UNIT_DAY)
    {
      set_offset (&piece->timex, unit, 0, 0, 1);
      return finish (piece, first - 2, end, DATELINE_TIMEX_DATE, DATELINE_TIMEX_NARRATIVE | DATELINE_TIMEX_VAGUE, DATELINE_PIECE_OFFSET);
    }
  if ((next = scan_counted (self, first, token, word, 1, 1, piece)) != 0)
    return next;
  if (unit == DATELINE_TIMEX_UNIT_WEEKEND)
    {
      set_offset (&piece->timex, unit, 0, 0, 1);
      return finish (piece, first, end, DATELINE_TIMEX_DATE, DATELINE_TIMEX_RELATIVE, DATELINE_PIECE_OTHER);
    }
  return 0;
}

static gboolean
is_number (const DatelineDocument *document, guint token)
{
  return dateline_document_token_has (document, token, DATELINE_TOKEN_NUMBER) || dateline_document_find_match (document, token, DATELINE_LEXICON_NUMBER) != NULL;
}

static guint
scan_unit (DatelineTimexScan *self, guint token, const DatelineTimeWord *word, DatelinePiece *piece)
{
  const DatelineDocument *document = self->document;
  guint                   end = token + word->n_tokens, first, next;
  DatelineTimexUnit       unit = (DatelineTimexUnit) word->value;
  int                     offset;

  if ((next = scan_number_unit (self, token, word, piece)) != 0)
    return next;
  if (dateline_document_token_has (document, token, DATELINE_TOKEN_HYPHEN) || token == 0)
    return 0;
  if (can_look_left (self, token))
    {
      if ((next = scan_period (self, token, word, piece)) != 0)
        return next;
      if (read_narrative_left (self, token, &first, &offset) && (offset == 0 || unit != DATELINE_TIMEX_UNIT_HOUR))
        {
          if (dateline_document_token_is_any (document, end, "after|before|of") && offset != 0)
            return 0;
          set_offset (&piece->timex, unit, offset, offset, 1);
          return finish (piece, first, end, DATELINE_TIMEX_DATE, DATELINE_TIMEX_NARRATIVE, DATELINE_PIECE_OFFSET);
        }
      if (dateline_document_token_is_any (document, token - 1, "every|each|per"))
        return finish (piece, token - 1, end, DATELINE_TIMEX_DURATION, DATELINE_TIMEX_SET, DATELINE_PIECE_OTHER);
      if ((next = scan_the_day (self, token, word, piece)) != 0)
        return next;
    }
  if (document->text[document->tokens[token].end - 1] == 's' && unit != DATELINE_TIMEX_UNIT_NONE && !is_number (document, token - 1))
    {
      if ((next = scan_counted (self, token, token, word, 2, 6, piece)) != 0)
        return next;
      if (token > self->floor && dateline_document_token_is_any (document, token - 1, "for|in|within|of|over"))
        return finish (piece, token, end, DATELINE_TIMEX_DURATION, 0, DATELINE_PIECE_OTHER);
    }
  return 0;
}

static guint
scan_season (DatelineTimexScan *self, guint token, const DatelineTimeWord *word, DatelinePiece *piece)
{
  const DatelineDocument *document = self->document;
  guint                   end = token + word->n_tokens, first = token, at = end;
  int                     year, direction = token > self->floor ? read_direction (self, token - 1) : DIRECTION_NONE;

  if (dateline_document_token_is (document, at, "of"))
    at++;
  year = dateline_timex_scan_year (self, at);
  if (year == 0 && direction == DIRECTION_NONE)
    return 0;
  if (direction == DIRECTION_NONE && (token == 0 || !dateline_document_token_is_any (document, token - 1, "in|the|of|since|by|during|until|early|late|mid|and|from|through")))
    return 0; /* "prices fall 2016 …" */
  piece->timex.unit = DATELINE_TIMEX_UNIT_SEASON;
  piece->timex.month = word->start;
  piece->timex.end_month = word->end;
  if (year != 0)
    {
      piece->timex.year = piece->timex.end_year = year;
      return finish (piece, first, at + 1, DATELINE_TIMEX_DATE, DATELINE_TIMEX_EXPLICIT_YEAR, DATELINE_PIECE_OTHER);
    }
  piece->timex.offset = piece->timex.offset_far = direction;
  return finish (piece, token - 1, end, DATELINE_TIMEX_DATE, DATELINE_TIMEX_RELATIVE | (direction == 1 ? DATELINE_TIMEX_FUTURE : 0), DATELINE_PIECE_OTHER);
}

/* "on Fridays"; "two Fridays ago" */
static guint
scan_weekdays (DatelineTimexScan *self, guint token, const DatelineTimeWord *word, DatelinePiece *piece)
{
  guint first, end = token + word->n_tokens;
  int   low, high;

  if (dateline_document_token_is (self->document, end, "ago") && dateline_timex_scan_count_before (self, token, &first, &low, &high) && low == high && low > 0 && low < 100)
    {
      piece->timex.weekday = word->value;
      piece->timex.week_offset = 1 - low;
      return finish (piece, first, end + 1, DATELINE_TIMEX_DATE, DATELINE_TIMEX_WEEKDAY | DATELINE_TIMEX_OFFSET, DATELINE_PIECE_OTHER);
    }
  return finish (piece, token, end, DATELINE_TIMEX_DURATION, DATELINE_TIMEX_SET, DATELINE_PIECE_OTHER);
}

static guint
scan_zone_alone (const DatelineTimeWord *word, guint token, DatelinePiece *piece)
{
  guint flags = DATELINE_TIMEX_ZONE;

  if (word->kind == DATELINE_TIME_WORD_ZONE)
    piece->timex.zone = dateline_zone_find (word->zone);
  else
    flags |= DATELINE_TIMEX_LOCAL;
  return finish (piece, token, token + word->n_tokens, DATELINE_TIMEX_CLOCK, flags, DATELINE_PIECE_ZONE | DATELINE_PIECE_WEAK);
}

/**
 * dateline_timex_scan_relative:
 * @self: a scan
 * @token: where @word stands
 * @word: a word of time that is no month
 * @piece: (out): what it and its neighbours say
 *
 * Returns: the token after it, or 0
 */
guint
dateline_timex_scan_relative (DatelineTimexScan *self, guint token, const DatelineTimeWord *word, DatelinePiece *piece)
{
  guint end = token + word->n_tokens;

  switch (word->kind)
    {
    case DATELINE_TIME_WORD_WEEKDAY:
      return scan_weekday (self, token, word, piece);
    case DATELINE_TIME_WORD_SHORT_WEEKDAY:
      piece->timex.weekday = word->value;
      if (dateline_document_token_is_punct (self->document, end, '.') && dateline_document_token_has (self->document, end, DATELINE_TOKEN_GLUED) &&
          self->document->sentences[dateline_document_get_sentence (self->document, end)].end_token != end + 1)
        end++;
      return finish (piece, token, end, DATELINE_TIMEX_DATE, DATELINE_TIMEX_WEEKDAY,
                     DATELINE_PIECE_WEEKDAY | (token > 0 && dateline_document_token_is (self->document, token - 1, "on") ? 0 : DATELINE_PIECE_WEAK));
    case DATELINE_TIME_WORD_WEEKDAYS:
      return scan_weekdays (self, token, word, piece);
    case DATELINE_TIME_WORD_SET:
      return finish (piece, token, end, DATELINE_TIMEX_DURATION, DATELINE_TIMEX_SET, DATELINE_PIECE_OTHER);
    case DATELINE_TIME_WORD_FEAST:
      return finish (piece, token, end, DATELINE_TIMEX_DURATION, 0, DATELINE_PIECE_OTHER);
    case DATELINE_TIME_WORD_ORDINAL:
      return dateline_timex_scan_ordinal_word (self, token, word, piece);
    case DATELINE_TIME_WORD_DAY:
      return scan_day_word (self, token, word, piece);
    case DATELINE_TIME_WORD_UNIT:
      return scan_unit (self, token, word, piece);
    case DATELINE_TIME_WORD_PART:
      return scan_part (self, token, word, piece);
    case DATELINE_TIME_WORD_SEASON:
      return scan_season (self, token, word, piece);
    case DATELINE_TIME_WORD_ZONE:
    case DATELINE_TIME_WORD_LOCAL_ZONE:
      return scan_zone_alone (word, token, piece);
    default:
      return 0;
    }
}
