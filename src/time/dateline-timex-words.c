/* dateline-timex-words.c: words of time and numbers at a token
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-time"

#include "config.h"

#include "dateline-timex-scan.h"

#include <string.h>

void
dateline_timex_init (DatelineTimex *timex, guint first_token, guint end_token)
{
  memset (timex, 0, sizeof *timex);
  timex->first_token = first_token;
  timex->end_token = end_token;
  timex->clock_minutes = -1;
  timex->part_start_minutes = -1;
  timex->part_end_minutes = -1;
  timex->zone_offset_minutes = G_MININT;
  timex->week_offset = G_MININT;
  timex->interval = DATELINE_DATE_INTERVAL_NONE;
}

void
dateline_timex_scan_init (DatelineTimexScan *self, const DatelineDocument *document)
{
  memset (self, 0, sizeof *self);
  self->document = document;
  self->pieces = dateline_scratch_take_array (document->scratch, sizeof (DatelinePiece));
}

/**
 * dateline_timex_scan_word:
 * @self: a scan
 * @token: any index
 * @word: (out): the longest word of time that begins there
 *
 * Returns: whether there is one
 */
gboolean
dateline_timex_scan_word (const DatelineTimexScan *self, guint token, DatelineTimeWord *word)
{
  const DatelineMatch *match = dateline_document_find_match (self->document, token, DATELINE_LEXICON_TEMPORAL);

  if (match == NULL)
    return FALSE;

  *word = *dateline_data_get_time_word (self->document->data, match->row);
  word->n_tokens = match->n_tokens;
  return TRUE;
}

gboolean
dateline_timex_scan_word_is (const DatelineTimexScan *self, guint token, DatelineTimeWordKind kind, DatelineTimeWord *word)
{
  return dateline_timex_scan_word (self, token, word) && word->kind == kind;
}

/* "three", "24": a whole number that can count units. */
static int
read_count (const DatelineTimexScan *self, guint token)
{
  const DatelineToken *number = &self->document->tokens[token];
  const DatelineMatch *match;
  int                  value;

  if (number->flags & DATELINE_TOKEN_NUMBER)
    {
      if (number->flags & (DATELINE_TOKEN_CLOCK | DATELINE_TOKEN_ORDINAL | DATELINE_TOKEN_DECIMAL))
        return -1;
      return number->number < 100000 ? (int) number->number : -1;
    }
  match = dateline_document_find_match (self->document, token, DATELINE_LEXICON_NUMBER);
  if (match == NULL || match->n_tokens != 1)
    return -1;
  value = dateline_data_get_number (self->document->data, match->row)->value;
  return value < 1000 ? value : -1;
}

static gboolean
read_vague_count (const DatelineTimexScan *self, guint token, int *low, int *high)
{
  const DatelineDocument *document = self->document;

  if (dateline_document_token_is_any (document, token, "several|few|some|many"))
    {
      *low = 2;
      *high = dateline_document_token_is (document, token, "few") ? 6 : 7;
      return TRUE;
    }
  if (dateline_document_token_is_any (document, token, "a|an"))
    {
      *low = *high = 1;
      return TRUE;
    }
  return FALSE;
}

/**
 * dateline_timex_scan_count_before:
 * @self: a scan
 * @token: a unit of time
 * @first: (out): the count's first token
 * @low: (out): the least it can be
 * @high: (out): the most
 *
 * Reads "three", "twenty-four", "a", "a few", "a couple of", "two to three"
 * back from the unit.
 *
 * Returns: whether a count stands before @token
 */
gboolean
dateline_timex_scan_count_before (const DatelineTimexScan *self, guint token, guint *first, int *low, int *high)
{
  const DatelineDocument *document = self->document;
  guint                   at = token;
  int                     count;

  if (at <= self->floor)
    return FALSE;
  at--;
  if (at > self->floor && dateline_document_token_is_any (document, at, "full|whole|more|consecutive|straight|entire"))
    at--;
  if (at > self->floor + 1 && dateline_document_token_is (document, at, "of") && dateline_document_token_is (document, at - 1, "couple"))
    at--;

  if (dateline_document_token_is (document, at, "couple"))
    *low = *high = 2;
  else if ((count = read_count (self, at)) >= 0)
    {
      int tens = at > self->floor ? read_count (self, at - 1) : -1;

      if (count < 10 && tens >= 20 && tens <= 90 && tens % 10 == 0 && (document->tokens[at].flags & DATELINE_TOKEN_HYPHEN) &&
          !(document->tokens[at].flags & DATELINE_TOKEN_NUMBER))
        {
          count += tens;
          at--;
        }
      *low = *high = count;
      if (at > self->floor + 1 && dateline_document_token_is_any (document, at - 1, "to|or") && (tens = read_count (self, at - 2)) > 0 && tens < count)
        {
          *low = tens;
          at -= 2;
        }
    }
  else if (!read_vague_count (self, at, low, high))
    return FALSE;

  if (at > self->floor && dateline_document_token_is (document, at - 1, "a") && dateline_document_token_is_any (document, at, "few|couple"))
    at--;
  *first = at;
  return TRUE;
}

/* A word that cannot be what a number before it counts. */
gboolean
dateline_timex_scan_is_preposition (const DatelineTimexScan *self, guint token)
{
  return dateline_document_token_is_any (self->document, token,
                                         "in|at|on|near|when|by|of|and|as|after|before|while|during|with|from|to|for|that|which|where|against|but|or|"
                                         "the|a|an|was|were|has|had|have|is|are|said|who|around|inside|outside|between|until|since|through|targeting|killing|"
                                         "this|last|next|according|following|due|over|under|into|using|he|she|they|it|we|because|if|about");
}

/* Nothing counted follows: the sentence ends, or a comma, a bracket stands there. */
gboolean
dateline_timex_scan_is_end (const DatelineTimexScan *self, guint token)
{
  const DatelineDocument *document = self->document;

  return token >= document->n_tokens || (document->tokens[token].flags & (DATELINE_TOKEN_PUNCT | DATELINE_TOKEN_LINE)) != 0;
}

/**
 * dateline_timex_scan_year:
 * @self: a scan
 * @token: any index
 *
 * Returns: the year that is written there in four digits, or 0
 */
int
dateline_timex_scan_year (const DatelineTimexScan *self, guint token)
{
  const DatelineToken *year;

  if (token >= self->document->n_tokens)
    return 0;
  year = &self->document->tokens[token];
  if (!(year->flags & DATELINE_TOKEN_NUMBER) || year->end - year->begin != 4 || year->number < 1900 || year->number > 2100 ||
      (year->flags & (DATELINE_TOKEN_CLOCK | DATELINE_TOKEN_ORDINAL | DATELINE_TOKEN_DECIMAL)))
    return 0;
  if (dateline_document_token_has (self->document, token + 1, DATELINE_TOKEN_GLUED | DATELINE_TOKEN_WORD) &&
      !dateline_document_token_has (self->document, token + 1, DATELINE_TOKEN_POSSESSIVE))
    return 0; /* "1990s" */
  return (int) year->number;
}

/**
 * dateline_timex_scan_day:
 * @self: a scan
 * @token: any index
 *
 * Returns: the day of a month that is written there, or 0
 */
int
dateline_timex_scan_day (const DatelineTimexScan *self, guint token)
{
  const DatelineToken *day;

  if (token >= self->document->n_tokens)
    return 0;
  day = &self->document->tokens[token];
  if (!(day->flags & DATELINE_TOKEN_NUMBER) || day->number < 1 || day->number > 31 ||
      (day->flags & (DATELINE_TOKEN_CLOCK | DATELINE_TOKEN_DECIMAL)) ||
      day->end - day->begin > (day->flags & DATELINE_TOKEN_ORDINAL ? 4u : 2u))
    return 0;
  if (dateline_document_token_is (self->document, token + 1, "%"))
    return 0;
  return (int) day->number;
}

gboolean
dateline_timex_scan_is_dash (const DatelineTimexScan *self, guint token)
{
  return dateline_document_token_is_punct (self->document, token, '-') || dateline_document_token_is_punct (self->document, token, 0x2013) ||
         dateline_document_token_is_punct (self->document, token, 0x2014) || dateline_document_token_is_punct (self->document, token, '/');
}
