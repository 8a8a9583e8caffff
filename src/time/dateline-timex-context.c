/* dateline-timex-context.c: what stands around an expression of time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Spans ("since"), the tense of the verbs, the article's dateline, the
 * signature of a post, events used as dates.
 */

#define G_LOG_DOMAIN "dateline-time"

#include "config.h"

#include "dateline-timex-scan.h"

/* How far the verb of a weekday is looked for. */
#define MAX_VERB_TOKENS 14
/* "said in a statement on Tuesday" */
#define MAX_SAYING_TOKENS 6
/* A dateline stands within so many tokens of its paragraph's start. */
#define MAX_DATELINE_TOKENS 16

typedef enum
{
  TENSE_UNKNOWN,
  TENSE_PAST,
  TENSE_FUTURE
} Tense;

static gboolean
ends_with_ed (const DatelineDocument *document, guint token)
{
  const DatelineToken *word = &document->tokens[token];

  return (word->flags & DATELINE_TOKEN_WORD) && word->end - word->begin > 4 && document->text[word->end - 1] == 'd' && document->text[word->end - 2] == 'e';
}

static gboolean
is_clause_end (const DatelineDocument *document, guint token)
{
  return dateline_document_token_is_punct (document, token, ';') || dateline_document_token_is_punct (document, token, ':') ||
         dateline_document_token_is_punct (document, token, 0x2014);
}

/* "to be killed", "will be held" */
static gboolean
is_future_passive (const DatelineTimexScan *self, guint token, guint floor)
{
  DatelineTimeWord word;

  for (guint i = token, n = 0; i > floor && n < 3; i--, n++)
    if ((dateline_document_token_is_any (self->document, i - 1, "will|would|to|shall|can|could|may|might|should") && !dateline_document_token_has (self->document, i - 1, DATELINE_TOKEN_CAPITAL)) ||
        (dateline_timex_scan_word_is (self, i - 1, DATELINE_TIME_WORD_FUTURE, &word)))
      return TRUE;
  return FALSE;
}

static Tense
read_verb (const DatelineTimexScan *self, guint token, guint floor)
{
  DatelineTimeWord word;

  if (dateline_timex_scan_word (self, token, &word))
    {
      if (word.kind == DATELINE_TIME_WORD_FUTURE)
        return TENSE_FUTURE;
      if (word.kind == DATELINE_TIME_WORD_PAST)
        return is_future_passive (self, token, floor) ? TENSE_FUTURE : TENSE_PAST;
    }
  if (ends_with_ed (self->document, token))
    return is_future_passive (self, token, floor) ? TENSE_FUTURE : TENSE_PAST;
  return TENSE_UNKNOWN;
}

/* The nearest verb before tells; at the head of a sentence the first after. */
static Tense
read_tense (const DatelineTimexScan *self, const DatelineTimex *timex)
{
  const DatelineDocument *document = self->document;
  const DatelineSentence *sentence = &document->sentences[timex->sentence];
  Tense                   tense;

  for (guint i = timex->first_token, n = 0; i > sentence->first_token && n < MAX_VERB_TOKENS; i--, n++)
    {
      if (is_clause_end (document, i - 1))
        break;
      if ((tense = read_verb (self, i - 1, sentence->first_token)) != TENSE_UNKNOWN)
        return tense;
    }
  for (guint i = timex->end_token, n = 0; i < sentence->end_token && n < MAX_VERB_TOKENS; i++, n++)
    {
      if (is_clause_end (document, i))
        break;
      if (dateline_document_token_is_any (document, i, "when|as|while|after|before|that|which|who"))
        {
          /* a subordinate clause: skip to its comma */
          while (i < sentence->end_token && n < MAX_VERB_TOKENS && !dateline_document_token_is_punct (document, i, ','))
            {
              i++;
              n++;
            }
          continue;
        }
      if ((tense = read_verb (self, i, timex->end_token)) != TENSE_UNKNOWN)
        return tense;
    }
  return TENSE_UNKNOWN;
}

static gboolean
needs_tense (const DatelineTimex *timex)
{
  if (timex->kind == DATELINE_TIMEX_DATE && timex->unit >= DATELINE_TIMEX_UNIT_WEEKEND && timex->offset == 0 && timex->offset_far == 0 && (timex->flags & DATELINE_TIMEX_RELATIVE))
    return TRUE; /* "this week" */
  return timex->kind == DATELINE_TIMEX_DATE && !(timex->flags & (DATELINE_TIMEX_NOMINAL | DATELINE_TIMEX_EXPLICIT_YEAR | DATELINE_TIMEX_FUTURE | DATELINE_TIMEX_RELATIVE | DATELINE_TIMEX_NARRATIVE)) &&
         timex->which == 0 && (timex->weekday != 0 || timex->month != 0);
}

/* A word before, past adverbs that belong to neither side. */
static guint
skip_adverbs_left (const DatelineDocument *document, guint token, guint floor)
{
  while (token > floor && (dateline_document_token_is_any (document, token - 1, "at|about|around|approximately|approx|roughly|early|late|mid|the|least|on|only|just|end|of|beginning|start|long") ||
                           dateline_document_token_is_punct (document, token - 1, '(')))
    {
      if (dateline_document_token_is (document, token - 1, "of") && !dateline_document_token_is_any (document, token - (token > 1 ? 2 : 1), "end|beginning|start|morning|night|evening|dawn|hours"))
        break;
      token--;
    }
  return token;
}

/* After "after|before": a date used as a bound, not "after Friday's bombing"
 * or "after Friday prayers". */
static gboolean
bounds (const DatelineDocument *document, const DatelineTimex *timex)
{
  guint end = timex->end_token;

  if (timex->flags & (DATELINE_TIMEX_NOMINAL | DATELINE_TIMEX_DAY_PART | DATELINE_TIMEX_HAS_CLOCK))
    return FALSE;
  return end >= document->n_tokens || (document->tokens[end].flags & DATELINE_TOKEN_PUNCT) ||
         dateline_document_token_is_any (document, end, "in|at|and|to|when|the|until|but|on|for|with|by|as|or|because");
}

static void
read_bound (const DatelineTimexScan *self, DatelineTimex *timex, guint floor)
{
  const DatelineDocument *document = self->document;
  guint                   at = skip_adverbs_left (document, timex->first_token, floor);

  if (timex->kind != DATELINE_TIMEX_DATE && timex->kind != DATELINE_TIMEX_TEMPONYM && timex->kind != DATELINE_TIMEX_CLOCK)
    return;
  if (at <= floor)
    return;
  at--;

  if (dateline_document_token_is (document, at, "since"))
    timex->bound = DATELINE_TIMEX_SINCE;
  else if (dateline_document_token_is_any (document, at, "until|till|through|til"))
    timex->bound = DATELINE_TIMEX_UNTIL;
  else if (dateline_document_token_is_any (document, at, "by|before|of") && (dateline_document_token_is (document, at, "of") ? at > 0 && dateline_document_token_is (document, at - 1, "as") : bounds (document, timex)) && timex->kind == DATELINE_TIMEX_DATE)
    timex->bound = DATELINE_TIMEX_UNTIL;
  else if (dateline_document_token_is (document, at, "after") && timex->kind == DATELINE_TIMEX_DATE && bounds (document, timex))
    timex->bound = DATELINE_TIMEX_SINCE;
  else if (dateline_document_token_is (document, at, "from") && timex->kind == DATELINE_TIMEX_DATE && !(timex->flags & DATELINE_TIMEX_NOMINAL) &&
           (timex->weekday == 0 || dateline_document_token_is_any (document, timex->end_token, "to|until|till|through|onwards|onward|and|into")))
    timex->bound = DATELINE_TIMEX_SINCE;
  else if (!dateline_document_token_is_any (document, at, "between|from") || timex->end_day == 0)
    return;
  if (timex->kind == DATELINE_TIMEX_DATE)
    timex->kind = DATELINE_TIMEX_SPAN;
  else if (timex->kind == DATELINE_TIMEX_CLOCK)
    timex->bound = DATELINE_TIMEX_CLOSED;
}

/* "from Sunday to Tuesday", "between Monday night and Tuesday": the second of two */
static void
read_second_bound (const DatelineTimexScan *self, DatelineTimex *first, DatelineTimex *second)
{
  const DatelineDocument *document = self->document;
  guint                   between = first->end_token;
  guint                   before = skip_adverbs_left (document, first->first_token, 0);

  if (first->sentence != second->sentence || second->first_token < between || second->first_token - between > 3 ||
      (first->kind != DATELINE_TIMEX_DATE && first->kind != DATELINE_TIMEX_SPAN) || second->kind != DATELINE_TIMEX_DATE)
    return;
  if (before == 0 || !dateline_document_token_is_any (document, before - 1, "from|between"))
    return;
  if (!dateline_document_token_is_any (document, between, "to|until|till|through|and|into"))
    return;
  first->kind = second->kind = DATELINE_TIMEX_SPAN;
  first->bound = second->bound = DATELINE_TIMEX_CLOSED;
}

/* "the anniversary of", "marks" before; "2003 invasion" after */
static void
read_event_names (const DatelineTimexScan *self, DatelinePiece *piece, guint floor)
{
  const DatelineDocument *document = self->document;
  DatelineTimex          *timex = &piece->timex;
  DatelineTimeWord        word;
  guint                   at = timex->end_token;

  for (guint i = timex->first_token, n = 0; i > floor && n < 5; i--, n++)
    if (dateline_document_token_is_any (document, i - 1, "anniversary|commemorate|commemorates|commemorated|commemorating"))
      timex->flags |= DATELINE_TIMEX_ANNIVERSARY;
  if (dateline_document_token_is (document, at, "anniversary"))
    timex->flags |= DATELINE_TIMEX_ANNIVERSARY;

  if (piece->parts != DATELINE_PIECE_YEAR || timex->first_token == 0)
    return;
  if (dateline_document_token_is_any (document, timex->first_token - 1, "in|since|until|by|during|early|late|after|before"))
    return;
  for (guint n = 0; n < 3; n++)
    if (dateline_timex_scan_word (self, at + n, &word) && word.kind == DATELINE_TIME_WORD_EVENT)
      {
        timex->kind = DATELINE_TIMEX_TEMPONYM;
        return;
      }
    else if (!dateline_document_token_has (document, at + n, DATELINE_TOKEN_WORD) || dateline_timex_scan_is_preposition (self, at + n))
      return;
}

/* "BAGHDAD, Jan 24 (Reuters) —" */
static gboolean
is_in_dateline (const DatelineDocument *document, const DatelineTimex *timex)
{
  const DatelineSentence *sentence = &document->sentences[timex->sentence];
  guint                   first = sentence->first_token;

  if (timex->first_token - first > MAX_DATELINE_TOKENS || !(document->tokens[first].flags & DATELINE_TOKEN_LINE) || timex->first_token == first)
    return FALSE;
  for (guint i = first; i < timex->first_token; i++)
    if (!(document->tokens[i].flags & (DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_PUNCT | DATELINE_TOKEN_HYPHEN)) && !dateline_document_token_is_any (document, i, "al|el|of|and|on"))
      return FALSE;
  for (guint i = timex->end_token; i < sentence->end_token && i < timex->end_token + 8; i++)
    {
      if (dateline_document_token_is_punct (document, i, 0x2014) || dateline_document_token_is_punct (document, i, 0x2013) || dateline_document_token_is_punct (document, i, '-'))
        return TRUE;
      if (!(document->tokens[i].flags & (DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_PUNCT | DATELINE_TOKEN_NUMBER)))
        return FALSE;
    }
  return FALSE;
}

/* "— U.S. Central Command (@CENTCOM) January 23, 2024" */
static gboolean
is_in_signature (const DatelineDocument *document, const DatelineTimex *timex)
{
  guint at = timex->first_token;

  if (at < 4 || !dateline_document_token_is_punct (document, at - 1, ')') || timex->day == 0)
    return FALSE;
  for (guint i = at - 1, n = 0; i > 0 && n < 6; i--, n++)
    if (dateline_document_token_is_punct (document, i - 1, '@'))
      return TRUE;
  return FALSE;
}

/* A line that is nothing but a date, or says when it was published. */
static gboolean
is_publication_line (const DatelineDocument *document, const DatelineTimex *timex)
{
  guint first = timex->first_token, end = timex->end_token, n = 0;

  if (!(timex->flags & DATELINE_TIMEX_EXPLICIT_DAY))
    return FALSE;
  while (first > 0 && n++ < 6 && !(document->tokens[first].flags & DATELINE_TOKEN_LINE))
    {
      if (!dateline_document_token_is_any (document, first - 1, "published|posted|updated|last|on|at|date|created|issued|modified|by|update") &&
          !(document->tokens[first - 1].flags & DATELINE_TOKEN_PUNCT))
        return FALSE;
      first--;
    }
  if (!(document->tokens[first].flags & DATELINE_TOKEN_LINE))
    return FALSE;
  if (end >= document->n_tokens || (document->tokens[end].flags & DATELINE_TOKEN_LINE))
    return TRUE;
  return first < timex->first_token && dateline_document_token_is_any (document, first, "published|posted|updated|last|date|created|issued") &&
         (document->tokens[end].flags & DATELINE_TOKEN_PUNCT) != 0;
}

/* "the week of 5 May", "the week ending 11 May" */
static void
read_week_of (const DatelineDocument *document, DatelinePiece *piece, guint floor)
{
  DatelineTimex *timex = &piece->timex;
  guint          at = timex->first_token;

  if (piece->parts != DATELINE_PIECE_CALENDAR || timex->end_day != 0)
    return;
  if (at > floor && dateline_document_token_is_any (document, at - 1, "on|the"))
    at--;
  if (at < floor + 2 || !dateline_document_token_is (document, at - 2, "week"))
    return;
  if (dateline_document_token_is_any (document, at - 1, "of|beginning|starting"))
    timex->offset = 6;
  else if (dateline_document_token_is (document, at - 1, "ending"))
    timex->offset = -6;
  else
    return;
  timex->unit = DATELINE_TIMEX_UNIT_WEEK;
  timex->offset_far = timex->offset;
}

/* "police said Tuesday", "told reporters on Sunday": when it was said, not done */
static void
read_reported (const DatelineTimexScan *self, DatelineTimex *timex, guint floor)
{
  const DatelineDocument *document = self->document;

  for (guint i = timex->first_token, n = 0; i > floor && n < MAX_SAYING_TOKENS; i--, n++)
    {
      DatelineTimeWord word;

      if (dateline_document_token_is_any (document, i - 1, "said|says|told|reported|announced|confirmed|stated|added") ||
          dateline_document_find_match (document, i - 1, DATELINE_LEXICON_SPEECH) != NULL)
        {
          timex->flags |= DATELINE_TIMEX_REPORTED;
          return;
        }
      if ((document->tokens[i - 1].flags & DATELINE_TOKEN_PUNCT) || ends_with_ed (document, i - 1) ||
          dateline_document_token_is_any (document, i - 1, "that|which|who|when|after|before|while|as") ||
          (dateline_timex_scan_word (self, i - 1, &word) && (word.kind == DATELINE_TIME_WORD_PAST || word.kind == DATELINE_TIME_WORD_FUTURE)))
        return;
    }
}

/* "early on Tuesday", "late Saturday", "mid-2015", "early January" */
static void
read_early_or_late (const DatelineTimexScan *self, DatelinePiece *piece, guint floor)
{
  const DatelineDocument *document = self->document;
  DatelineTimex          *timex = &piece->timex;
  guint                   at = timex->first_token;
  gboolean                early, late, middle;

  if (timex->kind != DATELINE_TIMEX_DATE || (piece->parts & DATELINE_PIECE_TIMES) || timex->phase != DATELINE_TIMEX_WHOLE)
    return;
  if ((piece->parts & (DATELINE_PIECE_MONTH | DATELINE_PIECE_YEAR)) && at > floor + 1 && dateline_document_token_is (document, at - 1, "of"))
    {
      if (dateline_document_token_is (document, at - 2, "end"))
        timex->phase = DATELINE_TIMEX_END;
      else if (dateline_document_token_is_any (document, at - 2, "beginning|start") ||
               (at > floor + 2 && dateline_document_token_is (document, at - 2, "week") && dateline_document_token_is (document, at - 3, "first")))
        timex->phase = DATELINE_TIMEX_BEGINNING;
      else if (dateline_document_token_is (document, at - 2, "middle"))
        timex->phase = DATELINE_TIMEX_MIDDLE;
      return;
    }
  read_week_of (document, piece, floor);
  if (at > floor && dateline_document_token_is (document, at - 1, "on"))
    at--;
  if (at <= floor)
    return;
  early = dateline_document_token_is (document, at - 1, "early");
  late = dateline_document_token_is (document, at - 1, "late");
  middle = dateline_document_token_is (document, at - 1, "mid");
  if (!early && !late && !middle)
    return;

  if (piece->parts & (DATELINE_PIECE_MONTH | DATELINE_PIECE_YEAR))
    {
      timex->phase = early ? DATELINE_TIMEX_BEGINNING : late ? DATELINE_TIMEX_END
                                                             : DATELINE_TIMEX_MIDDLE;
      timex->first_token = at - 1;
    }
  else if (!middle && (piece->parts & (DATELINE_PIECE_WEEKDAY | DATELINE_PIECE_CALENDAR | DATELINE_PIECE_DAY)))
    {
      timex->flags |= DATELINE_TIMEX_DAY_PART;
      timex->part_start_minutes = early ? 0 : 1200;
      timex->part_end_minutes = early ? 540 : 1440;
      timex->first_token = at - 1;
    }
}

/* When nothing says which night, the early hours of the day it is reported:
 * six of seven such reports are dated so by those who coded them. */
static void
read_overnight (const DatelineDocument *document, DatelinePiece *piece)
{
  DatelineTimex *timex = &piece->timex;

  if (piece->parts != DATELINE_PIECE_PART || timex->part_end_minutes <= 1440)
    return;
  timex->kind = DATELINE_TIMEX_DATE;
  timex->flags |= DATELINE_TIMEX_RELATIVE;
  timex->unit = DATELINE_TIMEX_UNIT_DAY;
  timex->part_start_minutes = 0;
  timex->part_end_minutes = 360;
}

static void
read_temponyms (const DatelineTimexScan *self, DatelinePiece *piece)
{
  const DatelineDocument *document = self->document;
  const DatelineMatch    *match;
  DatelineTimex          *timex = &piece->timex;

  match = dateline_document_find_match (document, timex->first_token, DATELINE_LEXICON_TEMPONYM);
  if (match == NULL || (timex->flags & DATELINE_TIMEX_EXPLICIT_YEAR && timex->day != 0))
    return;
  if (match->token + match->n_tokens >= timex->end_token)
    {
      timex->kind = DATELINE_TIMEX_TEMPONYM;
      timex->end_token = match->token + match->n_tokens;
    }
}

/**
 * dateline_timex_read_context:
 * @self: a scan with joined pieces
 *
 * Sets what the words around say of each piece.
 */
void
dateline_timex_read_context (DatelineTimexScan *self)
{
  const DatelineDocument *document = self->document;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      DatelinePiece *piece = &g_array_index (self->pieces, DatelinePiece, i);
      DatelinePiece *before = i > 0 ? piece - 1 : NULL;
      DatelineTimex *timex = &piece->timex;
      guint          floor;

      timex->sentence = dateline_document_get_sentence (document, timex->first_token);
      floor = document->sentences[timex->sentence].first_token;
      if (before != NULL)
        floor = MAX (floor, before->timex.end_token);
      if (dateline_document_token_has (document, timex->end_token, DATELINE_TOKEN_POSSESSIVE) || dateline_document_token_has (document, timex->end_token - 1, DATELINE_TOKEN_POSSESSIVE))
        timex->flags |= DATELINE_TIMEX_NOMINAL;

      read_overnight (document, piece);
      read_early_or_late (self, piece, floor);
      if (timex->kind == DATELINE_TIMEX_DATE)
        read_reported (self, timex, floor);
      read_event_names (self, piece, floor);
      read_temponyms (self, piece);
      if (is_in_signature (document, timex) || is_publication_line (document, timex) || is_in_dateline (document, timex))
        timex->flags |= DATELINE_TIMEX_IN_DATELINE;
      else
        read_bound (self, timex, floor);
      if (before != NULL)
        read_second_bound (self, &before->timex, timex);
      if (needs_tense (timex) && read_tense (self, timex) == TENSE_FUTURE)
        timex->flags |= DATELINE_TIMEX_FUTURE;
    }
}
