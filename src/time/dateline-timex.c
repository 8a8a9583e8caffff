/* dateline-timex.c: recognises expressions of time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Three passes over what is already there: the pieces at each token, the
 * pieces that belong together, the words around them. Each looks a bounded
 * number of tokens to either side.
 */

#define G_LOG_DOMAIN "dateline-time"

#include "config.h"

#include "dateline-timex.h"

#include "dateline-timex-scan.h"

/* "9/11", which is no phrase of words */
static guint
scan_nine_eleven (DatelineTimexScan *self, guint token, DatelinePiece *piece)
{
  const DatelineDocument *document = self->document;

  if (!dateline_document_token_is (document, token, "9") || !dateline_document_token_is_punct (document, token + 1, '/') ||
      !dateline_document_token_is (document, token + 2, "11") || dateline_document_token_is_punct (document, token + 3, '/'))
    return 0;
  piece->timex.year = 2001;
  piece->timex.month = 9;
  piece->timex.day = 11;
  piece->timex.end_token = token + 3;
  piece->timex.kind = DATELINE_TIMEX_TEMPONYM;
  piece->parts = DATELINE_PIECE_OTHER;
  return token + 3;
}

/* A phrase of temponyms.tsv that holds no date the other scans see. */
static guint
scan_temponym (DatelineTimexScan *self, guint token, DatelinePiece *piece)
{
  const DatelineMatch *match = dateline_document_find_match (self->document, token, DATELINE_LEXICON_TEMPONYM);

  if (match == NULL)
    return scan_nine_eleven (self, token, piece);
  piece->timex.end_token = token + match->n_tokens;
  piece->timex.kind = DATELINE_TIMEX_TEMPONYM;
  piece->parts = DATELINE_PIECE_OTHER;
  return piece->timex.end_token;
}

/* Most tokens are no number and begin no phrase that names a time. */
static gboolean
may_begin (const DatelineDocument *document, guint token)
{
  return (document->tokens[token].flags & DATELINE_TOKEN_NUMBER) ||
         dateline_document_has_match_in (document, token, DATELINE_LEXICON_BIT (DATELINE_LEXICON_TEMPORAL) | DATELINE_LEXICON_BIT (DATELINE_LEXICON_TEMPONYM));
}

static guint
scan_piece (DatelineTimexScan *self, guint token, DatelinePiece *piece)
{
  const DatelineDocument *document = self->document;
  DatelineTimeWord        word;
  guint                   end;

  dateline_timex_init (&piece->timex, token, token + 1);
  piece->parts = 0;
  if ((end = scan_temponym (self, token, piece)) != 0)
    return end;
  if (document->tokens[token].flags & DATELINE_TOKEN_NUMBER)
    {
      if ((end = dateline_timex_scan_clock (self, token, piece)) != 0)
        return end;
      if ((end = dateline_timex_scan_calendar (self, token, piece)) != 0)
        return end;
      dateline_timex_init (&piece->timex, token, token + 1);
    }
  if (!dateline_timex_scan_word (self, token, &word))
    return 0;
  if (word.kind == DATELINE_TIME_WORD_MONTH)
    return dateline_timex_scan_month (self, token, &word, piece);
  return dateline_timex_scan_relative (self, token, &word, piece);
}

/* A date that can only be read month first, or the clocks of New York. */
static gboolean
is_american (const DatelineDocument *document)
{
  const DatelineToken *tokens = document->tokens;

  for (guint i = 0; i + 4 < document->n_tokens; i++)
    if ((tokens[i].flags & DATELINE_TOKEN_NUMBER) && tokens[i].number >= 1 && tokens[i].number <= 12 && dateline_document_token_is_punct (document, i + 1, '/') &&
        (tokens[i + 2].flags & DATELINE_TOKEN_NUMBER) && tokens[i + 2].number > 12 && tokens[i + 2].number <= 31 &&
        dateline_document_token_is_punct (document, i + 3, '/') && (tokens[i + 4].flags & DATELINE_TOKEN_NUMBER))
      return TRUE;
  return FALSE;
}

/**
 * dateline_timex_find:
 * @document: an article's text
 *
 * Recognises what names a time: dates in words and figures, weekdays,
 * relative and narrative expressions, parts of the day, clocks with zones,
 * spans, durations, events used as dates. Nothing is resolved yet.
 *
 * Source: tests/spec/dates.txt.
 *
 * Returns: (transfer none) (element-type DatelineTimex): in text order,
 *   none overlapping, in the document's scratch
 */
GArray *
dateline_timex_find (const DatelineDocument *document)
{
  GArray           *timexes = dateline_scratch_take_array (document->scratch, sizeof (DatelineTimex));
  DatelineTimexScan self;

  dateline_timex_scan_init (&self, document);
  self.american = is_american (document);
  for (guint i = 0; i < document->n_tokens;)
    {
      DatelinePiece piece;
      guint         end;

      if (!may_begin (document, i))
        {
          i++;
          continue;
        }
      end = scan_piece (&self, i, &piece);

      if (end <= i || piece.timex.first_token < self.floor)
        {
          i = MAX (end, i + 1);
          continue;
        }
      if (piece.parts != 0)
        dateline_scratch_append (self.pieces, piece);
      self.floor = i = end;
    }
  dateline_timex_join (&self);
  dateline_timex_read_context (&self);
  for (guint i = 0; i < self.pieces->len; i++)
    dateline_scratch_append (timexes, g_array_index (self.pieces, DatelinePiece, i).timex);

  return timexes;
}

/**
 * dateline_timex_is_entity:
 * @timex: an expression of time
 *
 * Returns: whether to list it among an article's entities: a date, span,
 *   duration or clock, but no bare part of the day, no set and no event
 */
gboolean
dateline_timex_is_entity (const DatelineTimex *timex)
{
  if (timex->flags & DATELINE_TIMEX_SET)
    return FALSE;
  if (timex->kind == DATELINE_TIMEX_CLOCK)
    return (timex->flags & DATELINE_TIMEX_HAS_CLOCK) != 0;
  return timex->kind != DATELINE_TIMEX_TEMPONYM;
}

/**
 * dateline_timex_get_span:
 * @document: the document @timex was found in
 * @timex: an expression of time
 *
 * Returns: its words, without a preposition before them
 */
DatelineSpan
dateline_timex_get_span (const DatelineDocument *document, const DatelineTimex *timex)
{
  return dateline_document_get_span (document, timex->first_token, timex->end_token);
}
