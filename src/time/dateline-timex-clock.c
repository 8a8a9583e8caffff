/* dateline-timex-clock.c: times of day and their zones
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-time"

#include "config.h"

#include "dateline-timex-scan.h"

#include "dateline-zone.h"

/* 0 neither, 1 a.m., 2 p.m. */
static int
read_half (const DatelineTimexScan *self, guint token)
{
  if (dateline_document_token_is_any (self->document, token, "am|a.m.|a.m"))
    return 1;
  if (dateline_document_token_is_any (self->document, token, "pm|p.m.|p.m"))
    return 2;
  return 0;
}

static void
set_zone (DatelineTimex *timex, const DatelineTimeWord *word)
{
  timex->flags |= DATELINE_TIMEX_ZONE;
  if (word->kind == DATELINE_TIME_WORD_ZONE)
    timex->zone = dateline_zone_find (word->zone);
  else
    timex->flags |= DATELINE_TIMEX_LOCAL;
}

/* "(Iraq time) time", "GMT", "local": the token after it, or @token */
static guint
scan_zone (const DatelineTimexScan *self, guint token, DatelineTimex *timex)
{
  const DatelineDocument *document = self->document;
  guint                   at = token;
  gboolean                open = dateline_document_token_is_punct (document, at, '(') || dateline_document_token_is_punct (document, at, '[');
  DatelineTimeWord        word;

  at += open;
  if (dateline_document_token_is (document, at, "hours") || dateline_document_token_is (document, at, "hrs"))
    at++;
  if (!dateline_timex_scan_word (self, at, &word) ||
      (word.kind != DATELINE_TIME_WORD_ZONE && word.kind != DATELINE_TIME_WORD_LOCAL_ZONE && word.kind != DATELINE_TIME_WORD_LOCAL))
    return token;
  at += word.n_tokens;
  if (open && !dateline_document_token_is_punct (document, at, ')') && !dateline_document_token_is_punct (document, at, ']') &&
      !dateline_document_token_is_punct (document, at, ';') && !dateline_document_token_is_punct (document, at, ',') &&
      !dateline_document_token_has (document, at, DATELINE_TOKEN_NUMBER))
    return token;
  set_zone (timex, &word);
  if (open && (dateline_document_token_is_punct (document, at, ')') || dateline_document_token_is_punct (document, at, ']')))
    at++;
  if (dateline_document_token_is (document, at, "time"))
    at++;
  return at;
}

static gboolean
is_clock_cue (const DatelineTimexScan *self, guint token)
{
  return token > 0 && dateline_document_token_is_any (self->document, token - 1, "at|around|about|approximately|approx|by|from|until|till|before|after|between|past|since|and|to|nearly|almost");
}

static guint
finish_clock (const DatelineTimexScan *self, guint first, guint end, int minutes, DatelinePiece *piece)
{
  piece->timex.kind = DATELINE_TIMEX_CLOCK;
  piece->timex.clock_minutes = minutes;
  piece->timex.flags |= DATELINE_TIMEX_HAS_CLOCK;
  if (end > first + 1 && read_half (self, end - 1) != 0)
    piece->timex.flags |= DATELINE_TIMEX_HALF_DAY;
  piece->parts = DATELINE_PIECE_CLOCK;
  end = scan_zone (self, end, &piece->timex);
  piece->timex.first_token = first;
  piece->timex.end_token = end;
  if (!(piece->timex.flags & (DATELINE_TIMEX_HALF_DAY | DATELINE_TIMEX_ZONE)) && !is_clock_cue (self, first))
    piece->parts |= DATELINE_PIECE_WEAK; /* "verse 3:16" */
  return end;
}

static int
apply_half (int minutes, int half)
{
  if (minutes >= 13 * 60 || half == 0)
    return minutes;
  return minutes % 720 + (half == 2 ? 720 : 0);
}

/* "6.30 p.m." */
static guint
scan_pointed (const DatelineTimexScan *self, guint token, DatelinePiece *piece)
{
  const DatelineToken *number = &self->document->tokens[token];
  const char          *end = self->document->text + number->end;
  int                  half = read_half (self, token + 1), minutes;

  if (half == 0 || number->number < 1 || number->number > 12 || number->end - number->begin < 4 || end[-3] != '.')
    return 0;
  minutes = (end[-2] - '0') * 10 + (end[-1] - '0');
  if (minutes > 59)
    return 0;
  return finish_clock (self, token, token + 2, apply_half ((int) number->number * 60 + minutes, half), piece);
}

/* "0230 GMT", "1830 hours", "2100 local time" */
static guint
scan_military (const DatelineTimexScan *self, guint token, DatelinePiece *piece)
{
  const DatelineToken *number = &self->document->tokens[token];
  DatelineTimex        probe;
  gboolean             zoned, hours;

  if (number->end - number->begin != 4 || number->number >= 2400 || number->number % 100 > 59)
    return 0;
  dateline_timex_init (&probe, token, token + 1);
  zoned = scan_zone (self, token + 1, &probe) != token + 1;
  hours = dateline_document_token_is_any (self->document, token + 1, "hours|hrs|h") &&
          (self->document->text[number->begin] == '0' || (token > 0 && dateline_document_token_is_any (self->document, token - 1, "at|around|approximately|about|by")));
  if (!zoned && !hours)
    return 0;
  return finish_clock (self, token, token + 1 + (hours && !zoned), (int) (number->number / 100 * 60 + number->number % 100), piece);
}

/**
 * dateline_timex_scan_clock:
 * @self: a scan
 * @token: a number
 * @piece: (out): the time of day that begins there
 *
 * "12:15 a.m. (Iraq time)", "6pm", "0230 GMT", "6.30 p.m.", "6 o'clock",
 * "18:30".
 *
 * Returns: the token after it, or 0
 */
guint
dateline_timex_scan_clock (DatelineTimexScan *self, guint token, DatelinePiece *piece)
{
  const DatelineDocument *document = self->document;
  const DatelineToken    *number = &document->tokens[token];
  int                     half = read_half (self, token + 1);

  if (number->flags & DATELINE_TOKEN_CLOCK)
    {
      if (dateline_document_token_is_punct (document, token + 1, ':') && dateline_document_token_has (document, token + 2, DATELINE_TOKEN_NUMBER | DATELINE_TOKEN_GLUED))
        return finish_clock (self, token, token + 3, (int) number->number, piece); /* seconds */
      return finish_clock (self, token, token + 1 + (half != 0), apply_half ((int) number->number, half), piece);
    }
  if (number->flags & DATELINE_TOKEN_DECIMAL)
    return scan_pointed (self, token, piece);
  if (number->flags & DATELINE_TOKEN_ORDINAL)
    return 0;
  if (number->number >= 1 && number->number <= 12 && number->end - number->begin <= 2)
    {
      if (half != 0)
        return finish_clock (self, token, token + 2, apply_half ((int) number->number * 60, half), piece);
      if (is_clock_cue (self, token) && dateline_document_token_is (document, token + 1, "in") && dateline_document_token_is (document, token + 2, "the") &&
          dateline_document_token_is_any (document, token + 3, "morning|afternoon|evening"))
        {
          piece->timex.flags |= DATELINE_TIMEX_HALF_DAY;
          return finish_clock (self, token, token + 4, apply_half ((int) number->number * 60, dateline_document_token_is (document, token + 3, "morning") ? 1 : 2), piece);
        }
      if (dateline_document_token_is_any (document, token + 1, "o'clock|o’clock"))
        return finish_clock (self, token, token + 2, (int) number->number * 60, piece);
    }
  return scan_military (self, token, piece);
}
