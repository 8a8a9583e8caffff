/* dateline-timex-calendar.c: dates written with their month or year
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-time"

#include "config.h"

#include "dateline-timex-scan.h"

/* "7 July area", "22 May hospital": streets and camps are named after days.
 * Not so "the January 20 market bombing", nor "on 7 July area residents". */
static gboolean
names_place (const DatelineTimexScan *self, const DatelinePiece *piece)
{
  const DatelineDocument *document = self->document;
  guint                   first = piece->timex.first_token, end = piece->timex.end_token;
  DatelineTimeWord        word;

  if (piece->timex.day == 0 || piece->timex.year != 0 || piece->timex.end_day != 0 ||
      !dateline_timex_scan_word_is (self, end, DATELINE_TIME_WORD_PLACE, &word))
    return FALSE;
  if (first > 0 && dateline_document_token_is (document, first - 1, "on"))
    return FALSE;
  return dateline_document_find_match (document, end + word.n_tokens, DATELINE_LEXICON_TRIGGER) == NULL;
}

static guint
finish_calendar (const DatelineTimexScan *self, DatelinePiece *piece, guint first, guint end)
{
  DatelineTimex *timex = &piece->timex;

  timex->first_token = first;
  timex->end_token = end;
  timex->kind = DATELINE_TIMEX_DATE;
  if (timex->year != 0)
    timex->flags |= DATELINE_TIMEX_EXPLICIT_YEAR;
  if (timex->day != 0)
    timex->flags |= DATELINE_TIMEX_EXPLICIT_DAY;
  piece->parts = names_place (self, piece) ? 0 : timex->day != 0   ? DATELINE_PIECE_CALENDAR
                                               : timex->month != 0 ? DATELINE_PIECE_MONTH
                                                                   : DATELINE_PIECE_YEAR;
  return end;
}

static gboolean
is_number_joined (const DatelineTimexScan *self, guint token)
{
  return dateline_document_token_has (self->document, token, DATELINE_TOKEN_NUMBER | DATELINE_TOKEN_HYPHEN);
}

static int
read_small (const DatelineTimexScan *self, guint token)
{
  const DatelineToken *number = &self->document->tokens[token];

  if (token >= self->document->n_tokens || !(number->flags & DATELINE_TOKEN_NUMBER) || number->end - number->begin > 2 ||
      (number->flags & (DATELINE_TOKEN_CLOCK | DATELINE_TOKEN_DECIMAL | DATELINE_TOKEN_ORDINAL)))
    return 0;
  return (int) number->number;
}

/* "2024-01-24", "2024/01/24" */
static guint
scan_iso (const DatelineTimexScan *self, guint token, DatelinePiece *piece)
{
  const DatelineDocument *document = self->document;
  const DatelineToken    *first = &document->tokens[token];
  guint                   month = token + 1, day = token + 2;
  int                     year;

  if (first->end - first->begin != 4 || first->number < 1000 || first->number > 9999 || (first->flags & DATELINE_TOKEN_HYPHEN))
    return 0;
  if (dateline_document_token_is_punct (document, token + 1, '/') && dateline_document_token_is_punct (document, token + 3, '/'))
    {
      month = token + 2;
      day = token + 4;
    }
  else if (!is_number_joined (self, month) || !is_number_joined (self, day))
    return 0;

  year = (int) first->number;
  if (is_number_joined (self, day + 1) || dateline_document_token_is_punct (document, day + 1, '/') ||
      !dateline_day_is_valid_ymd (year, read_small (self, month), read_small (self, day)))
    return 0;
  piece->timex.year = year;
  piece->timex.month = read_small (self, month);
  piece->timex.day = read_small (self, day);
  return finish_calendar (self, piece, token, day + 1);
}

static int
read_written_year (const DatelineTimexScan *self, guint token)
{
  const DatelineToken *number;
  int                  year = dateline_timex_scan_year (self, token);

  if (year != 0 || token >= self->document->n_tokens)
    return year;
  number = &self->document->tokens[token];
  if (number->end - number->begin == 2 && read_small (self, token) > 0)
    return read_small (self, token) + (read_small (self, token) < 70 ? 2000 : 1900);
  return 0;
}

/* "9/4/2015": the day first, unless that cannot be or the text is American */
static guint
scan_slashes (const DatelineTimexScan *self, guint token, DatelinePiece *piece)
{
  const DatelineDocument *document = self->document;
  int                     a = read_small (self, token), b, year, swap;

  if (a == 0 || !dateline_document_token_is_punct (document, token + 1, '/') || !dateline_document_token_is_punct (document, token + 3, '/') ||
      !dateline_document_token_has (document, token + 2, DATELINE_TOKEN_GLUED) || !dateline_document_token_has (document, token + 4, DATELINE_TOKEN_GLUED) ||
      dateline_document_token_is_punct (document, token + 5, '/') || dateline_document_token_has (document, token, DATELINE_TOKEN_HYPHEN))
    return 0;
  b = read_small (self, token + 2);
  year = read_written_year (self, token + 4);
  if (b > 12 || (self->american && a <= 12))
    {
      swap = a;
      a = b;
      b = swap;
    }
  if (year == 0 || !dateline_day_is_valid_ymd (year, b, a))
    return 0;
  piece->timex.year = year;
  piece->timex.month = b;
  piece->timex.day = a;
  return finish_calendar (self, piece, token, token + 5);
}

/* "24.01.2015": one decimal, a point, a year */
static guint
scan_points (const DatelineTimexScan *self, guint token, DatelinePiece *piece)
{
  const DatelineDocument *document = self->document;
  const DatelineToken    *number = &document->tokens[token];
  const char             *text = document->text + number->begin;
  gsize                   length = number->end - number->begin;
  int                     values[2] = { 0, 0 }, year;
  guint                   n = 0;

  if (!(number->flags & DATELINE_TOKEN_DECIMAL) || length > 5 || !dateline_document_token_is_punct (document, token + 1, '.') ||
      !dateline_document_token_has (document, token + 1, DATELINE_TOKEN_GLUED) || !dateline_document_token_has (document, token + 2, DATELINE_TOKEN_GLUED))
    return 0;
  for (gsize i = 0; i < length; i++)
    if (text[i] == '.')
      n++;
    else if (n < 2)
      values[n] = values[n] * 10 + (text[i] - '0');
  year = dateline_timex_scan_year (self, token + 2);
  if (n != 1 || year == 0 || !dateline_day_is_valid_ymd (year, values[1], values[0]))
    return 0;
  piece->timex.year = year;
  piece->timex.month = values[1];
  piece->timex.day = values[0];
  return finish_calendar (self, piece, token, token + 3);
}

/* "2009–2014": years from which to which */
static guint
scan_years (const DatelineTimexScan *self, guint token, DatelinePiece *piece)
{
  int   first = dateline_timex_scan_year (self, token), last;
  guint next = token + 1;

  if (first == 0)
    return 0;
  if (dateline_timex_scan_is_dash (self, next))
    next++;
  else if (!is_number_joined (self, next))
    return 0;
  last = read_written_year (self, next);
  if (last <= first)
    return 0;
  piece->timex.year = first;
  piece->timex.end_year = last;
  finish_calendar (self, piece, token, next + 1);
  piece->timex.kind = DATELINE_TIMEX_SPAN;
  piece->parts = DATELINE_PIECE_OTHER;
  return next + 1;
}

/* ", 2024", "2024", "of 2024" after a month or day */
static guint
scan_year_after (const DatelineTimexScan *self, guint token, DatelinePiece *piece)
{
  const DatelineDocument *document = self->document;
  guint                   at = token;
  int                     year;

  if (dateline_document_token_is_punct (document, at, ','))
    at++;
  else if (dateline_document_token_is (document, at, "of") || dateline_document_token_is (document, at, "in"))
    at++;
  if (at < document->n_tokens && (document->tokens[at].flags & DATELINE_TOKEN_LINE))
    return token;
  year = dateline_timex_scan_year (self, at);
  if (year == 0 || dateline_document_token_has (document, at + 1, DATELINE_TOKEN_NUMBER | DATELINE_TOKEN_HYPHEN))
    return token;
  piece->timex.year = year;
  return at + 1;
}

/* What parts the two days of "19–20 January", "20 and 21 January" */
static guint
scan_range_separator (const DatelineTimexScan *self, guint token, gboolean *joined)
{
  const DatelineDocument *document = self->document;

  *joined = TRUE;
  if (dateline_document_token_has (document, token, DATELINE_TOKEN_NUMBER | DATELINE_TOKEN_HYPHEN))
    return token;
  if (dateline_timex_scan_is_dash (self, token) || dateline_document_token_is_any (document, token, "to|until|till|through"))
    return token + 1;
  *joined = FALSE;
  if (dateline_document_token_is_any (document, token, "and|or") || dateline_document_token_is_punct (document, token, '&'))
    return token + 1;
  return 0;
}

/* Past the days between the first and the last of "3, 4 and 5 May". */
static guint
skip_days_between (const DatelineTimexScan *self, guint token, int *day)
{
  const DatelineDocument *document = self->document;
  int                     next;

  while (dateline_document_token_is_punct (document, token, ',') && (next = dateline_timex_scan_day (self, token + 1)) > *day &&
         (dateline_document_token_is_punct (document, token + 2, ',') || dateline_document_token_is (document, token + 2, "and")))
    {
      *day = next;
      token += 2;
    }
  return token;
}

static guint
scan_month_name (const DatelineTimexScan *self, guint token, DatelinePiece *piece)
{
  DatelineTimeWord word;

  if (!dateline_timex_scan_word_is (self, token, DATELINE_TIME_WORD_MONTH, &word))
    return 0;
  piece->timex.month = word.value;
  token += word.n_tokens;
  if (dateline_document_token_is_punct (self->document, token, '.') && dateline_document_token_has (self->document, token, DATELINE_TOKEN_GLUED))
    token++;
  return token;
}

/* Leaves the point out again when it ends the sentence, not the word. */
static guint
drop_full_stop (const DatelineTimexScan *self, guint end)
{
  const DatelineDocument *document = self->document;
  const DatelineToken    *month;

  if (end < 2 || !dateline_document_token_is_punct (document, end - 1, '.'))
    return end;
  month = &document->tokens[end - 2];
  return month->end - month->begin > 4 || dateline_document_token_is_any (document, end - 2, "may|june|july") ? end - 1 : end;
}

/* "24 January 2024", "24th of January", "11-13 Dec.", "19-Nov-12" */
static guint
scan_day_first (DatelineTimexScan *self, guint token, DatelinePiece *piece)
{
  const DatelineDocument *document = self->document;
  guint                   at = token + 1, after;
  gboolean                joined;
  int                     day = dateline_timex_scan_day (self, token), last = 0, before = day;

  if (day == 0 || dateline_document_token_has (document, token, DATELINE_TOKEN_HYPHEN))
    return 0;
  after = scan_range_separator (self, skip_days_between (self, at, &before), &joined);
  if (after != 0 && dateline_timex_scan_day (self, after) > before)
    {
      last = dateline_timex_scan_day (self, after);
      at = after + 1;
    }
  if (dateline_document_token_is (document, at, "of"))
    at++;
  after = scan_month_name (self, at, piece);
  if (after == 0 || (dateline_document_token_is (document, at, "march") && !dateline_document_token_has (document, at, DATELINE_TOKEN_CAPITAL)))
    return 0;

  piece->timex.day = day;
  piece->timex.end_day = last;
  piece->timex.end_month = last != 0 ? piece->timex.month : 0;
  if (is_number_joined (self, after))
    {
      piece->timex.year = read_written_year (self, after);
      if (piece->timex.year != 0)
        after++;
    }
  else
    after = scan_year_after (self, after, piece);
  piece->timex.end_year = last != 0 ? piece->timex.year : 0;
  return finish_calendar (self, piece, token, piece->timex.year != 0 ? after : drop_full_stop (self, after));
}

/**
 * dateline_timex_scan_ordinal_word:
 * @self: a scan
 * @token: an ordinal in letters
 * @word: that ordinal
 * @piece: (out): the date that begins there
 *
 * "the sixth of May".
 *
 * Returns: the token after it, or 0
 */
guint
dateline_timex_scan_ordinal_word (DatelineTimexScan *self, guint token, const DatelineTimeWord *word, DatelinePiece *piece)
{
  guint at = token + word->n_tokens;

  if (!dateline_document_token_is (self->document, at, "of"))
    return 0;
  at = scan_month_name (self, at + 1, piece);
  if (at == 0)
    return 0;
  piece->timex.day = word->value;
  at = scan_year_after (self, at, piece);
  return finish_calendar (self, piece, token, piece->timex.year != 0 ? at : drop_full_stop (self, at));
}

/* Whether what follows the number is counted by it: "In March 20 people died". */
static gboolean
counts_something (const DatelineTimexScan *self, guint month, guint number)
{
  const DatelineDocument *document = self->document;
  DatelineTimeWord        word;

  if (dateline_document_token_has (document, number, DATELINE_TOKEN_ORDINAL))
    return FALSE;
  if (dateline_timex_scan_word (self, number + 1, &word) && word.kind == DATELINE_TIME_WORD_UNIT)
    return TRUE;
  if (dateline_timex_scan_word (self, number + 1, &word) && word.kind == DATELINE_TIME_WORD_PLACE)
    return FALSE;
  if (month == 0 || !dateline_document_token_is (document, month - 1, "in"))
    return FALSE;
  return !dateline_timex_scan_is_end (self, number + 1) && !dateline_timex_scan_is_preposition (self, number + 1) &&
         !dateline_document_token_has (document, number + 1, DATELINE_TOKEN_CAPITAL) &&
         !dateline_document_token_has (document, number + 1, DATELINE_TOKEN_NUMBER) &&
         dateline_document_token_has (document, number + 1, DATELINE_TOKEN_WORD);
}

/* A second day after "January 20": "-21", "and 21", "to 21". */
static guint
scan_second_day (DatelineTimexScan *self, guint token, DatelinePiece *piece)
{
  const DatelineDocument *document = self->document;
  gboolean                joined;
  int                     last, before = piece->timex.day;
  guint                   at = scan_range_separator (self, skip_days_between (self, token, &before), &joined);
  DatelineTimeWord        word;

  if (at == 0 || (last = dateline_timex_scan_day (self, at)) <= before)
    return token;
  if (dateline_timex_scan_word_is (self, at + 1, DATELINE_TIME_WORD_MONTH, &word) || dateline_document_token_has (document, at + 1, DATELINE_TOKEN_NUMBER | DATELINE_TOKEN_HYPHEN) ||
      dateline_document_token_is_any (document, at + 1, "am|pm|a.m.|p.m."))
    return token;
  if (!joined && before == piece->timex.day && !dateline_timex_scan_is_end (self, at + 1) && !dateline_timex_scan_is_preposition (self, at + 1) && !dateline_timex_scan_year (self, at + 1))
    return token;
  piece->timex.end_day = last;
  piece->timex.end_month = piece->timex.month;
  return at + 1;
}

static gboolean
is_month_cue (const DatelineTimexScan *self, guint token)
{
  return dateline_document_token_is_any (self->document, token,
                                         "in|since|last|this|next|until|till|by|of|early|late|mid|from|between|during|to|for|through|and|before|after|past|end|beginning|"
                                         "previous|throughout|around|every|or|on|earlier|later|following|each|is|was");
}

/* "May", "March" and abbreviations are months only where one can stand. */
static gboolean
can_stand_alone (const DatelineTimexScan *self, guint token, guint end)
{
  const DatelineToken *month = &self->document->tokens[token];
  guint                length = month->end - month->begin;

  if (length > 5)
    return TRUE;
  if (length == 5 && !dateline_document_token_is (self->document, token, "march"))
    return TRUE;
  if (token > 0 && is_month_cue (self, token - 1) && !dateline_document_token_has (self->document, token, DATELINE_TOKEN_LINE))
    return TRUE;
  return length == 4 && !dateline_document_token_is (self->document, token, "sept") && dateline_timex_scan_is_end (self, end);
}

static guint
scan_end_month (DatelineTimexScan *self, guint token, DatelinePiece *piece)
{
  /* "March-May 2015" */
  DatelineTimeWord word;

  if (!dateline_timex_scan_word_is (self, token, DATELINE_TIME_WORD_MONTH, &word) || !dateline_document_token_has (self->document, token, DATELINE_TOKEN_HYPHEN))
    return token;
  piece->timex.end_month = word.value;
  return token + word.n_tokens;
}

/**
 * dateline_timex_scan_month:
 * @self: a scan
 * @token: a month's name
 * @word: that name
 * @piece: (out): what begins there
 *
 * "Jan. 24", "January 24–26, 2024", "November 16 - 17", "May 2013",
 * "October".
 *
 * Returns: the token after it; when the piece has no parts, what stands
 *   there is noise ("Jul 282016"); 0 when it is no date
 */
guint
dateline_timex_scan_month (DatelineTimexScan *self, guint token, const DatelineTimeWord *word, DatelinePiece *piece)
{
  const DatelineDocument *document = self->document;
  guint                   at = scan_month_name (self, token, piece), end;
  DatelineTimeWord        ordinal;
  int                     day;

  if (dateline_document_token_is (document, at, "the"))
    at = dateline_document_token_has (document, at + 1, DATELINE_TOKEN_ORDINAL) ? at + 1 : at;
  if (dateline_document_token_is (document, at, "the") && dateline_timex_scan_word_is (self, at + 1, DATELINE_TIME_WORD_ORDINAL, &ordinal))
    {
      piece->timex.day = ordinal.value;
      return finish_calendar (self, piece, token, scan_year_after (self, at + 1 + ordinal.n_tokens, piece));
    }
  day = dateline_timex_scan_day (self, at);
  if (day != 0 && !(document->tokens[at].flags & DATELINE_TOKEN_LINE) && !counts_something (self, token, at))
    {
      piece->timex.day = day;
      end = scan_second_day (self, at + 1, piece);
      end = scan_year_after (self, end, piece);
      piece->timex.end_year = piece->timex.end_day != 0 ? piece->timex.year : 0;
      return finish_calendar (self, piece, token, end);
    }
  if (dateline_document_token_has (document, at, DATELINE_TOKEN_NUMBER) && document->tokens[at].number > 2100)
    {
      piece->parts = 0;
      return at + 1;
    }

  end = scan_end_month (self, at, piece);
  at = scan_year_after (self, end, piece);
  if (piece->timex.year == 0 && !can_stand_alone (self, token, at))
    return 0;
  piece->timex.end_year = piece->timex.end_month != 0 ? piece->timex.year : 0;
  if (piece->timex.year == 0 && token > self->floor)
    {
      if (dateline_document_token_is_any (document, token - 1, "last|past"))
        piece->timex.which = -1;
      else if (dateline_document_token_is_any (document, token - 1, "next|coming"))
        piece->timex.which = 1;
      if (piece->timex.which > 0)
        piece->timex.flags |= DATELINE_TIMEX_FUTURE;
      if (piece->timex.which != 0)
        token--;
    }
  return finish_calendar (self, piece, token, piece->timex.year != 0 ? at : drop_full_stop (self, end));
}

/* "the 24th", when what follows is no noun */
static guint
scan_ordinal (const DatelineTimexScan *self, guint token, DatelinePiece *piece)
{
  const DatelineDocument *document = self->document;

  if (!dateline_document_token_has (document, token, DATELINE_TOKEN_ORDINAL) || token < 2 || dateline_timex_scan_day (self, token) == 0 ||
      !dateline_document_token_is (document, token - 1, "the") || !dateline_document_token_is_any (document, token - 2, "on|of|since|until|by"))
    return 0;
  if (!dateline_timex_scan_is_end (self, token + 1) && !dateline_document_token_is_any (document, token + 1, "in|at|near|when|by|and|as|after|while|with|of|from|was|were"))
    return 0;
  if (dateline_document_token_is (document, token + 1, "of") && !dateline_document_token_is_any (document, token + 2, "this|the|last"))
    return 0;
  piece->timex.day = dateline_timex_scan_day (self, token);
  return finish_calendar (self, piece, token, token + 1);
}

static gboolean
is_year_cue (const DatelineTimexScan *self, guint token)
{
  return dateline_document_token_is_any (self->document, token,
                                         "in|since|until|till|by|of|from|between|before|after|during|early|late|mid|the|and|to|through|throughout|its|their|his|a|year|"
                                         "around|back|for|s|over|or|than|summer|end|start|beginning|into|like|with|was");
}

/* "2016" where a year can stand */
static guint
scan_bare_year (const DatelineTimexScan *self, guint token, DatelinePiece *piece)
{
  const DatelineDocument *document = self->document;
  int                     year = dateline_timex_scan_year (self, token);
  DatelineTimeWord        word;
  gboolean                bracketed;

  if (year == 0 || (dateline_document_token_has (document, token, DATELINE_TOKEN_HYPHEN) && !(token > 0 && dateline_document_token_is (document, token - 1, "mid"))))
    return 0;
  if (dateline_timex_scan_word (self, token + 1, &word) && word.kind == DATELINE_TIME_WORD_UNIT)
    return 0;
  if (dateline_document_token_is_any (document, token + 1, "people|civilians|troops|soldiers|fighters|militants|men|families|km|kilometers|kilometres|miles|meters|metres|others|homes|houses|refugees|dollars|barrels|times|hours|hrs|gmt") ||
      dateline_document_token_is_punct (document, token + 1, '%'))
    return 0;
  bracketed = token > 0 && dateline_document_token_is_punct (document, token - 1, '(') && dateline_document_token_is_punct (document, token + 1, ')');
  if (!bracketed && !(dateline_timex_scan_word (self, token + 1, &word) && word.kind == DATELINE_TIME_WORD_EVENT) && (token == 0 || !is_year_cue (self, token - 1)))
    return 0;
  piece->timex.year = year;
  return finish_calendar (self, piece, token, token + 1);
}

/* "the 1990s" */
static guint
scan_decade (const DatelineTimexScan *self, guint token, DatelinePiece *piece)
{
  const DatelineDocument *document = self->document;
  const DatelineToken    *number = &document->tokens[token];

  if (number->end - number->begin != 4 || number->number < 1900 || number->number > 2100 || number->number % 10 != 0 ||
      !dateline_document_token_is (document, token + 1, "s") || !dateline_document_token_has (document, token + 1, DATELINE_TOKEN_GLUED))
    return 0;
  piece->timex.year = (int) number->number;
  piece->timex.end_year = piece->timex.year + 9;
  finish_calendar (self, piece, token, token + 2);
  piece->timex.kind = DATELINE_TIMEX_SPAN;
  piece->parts = DATELINE_PIECE_OTHER;
  return token + 2;
}

/**
 * dateline_timex_scan_calendar:
 * @self: a scan
 * @token: a number
 * @piece: (out): the date that begins there
 *
 * Returns: the token after it, or 0
 */
guint
dateline_timex_scan_calendar (DatelineTimexScan *self, guint token, DatelinePiece *piece)
{
  guint (*const scans[]) (const DatelineTimexScan *, guint, DatelinePiece *) = { scan_iso, scan_slashes, scan_points, scan_years, scan_decade };
  guint end;

  for (guint i = 0; i < G_N_ELEMENTS (scans); i++)
    if ((end = scans[i](self, token, piece)) != 0)
      return end;
  if ((end = scan_day_first (self, token, piece)) != 0)
    return end;
  piece->timex.month = 0;
  if ((end = scan_ordinal (self, token, piece)) != 0)
    return end;
  return scan_bare_year (self, token, piece);
}
