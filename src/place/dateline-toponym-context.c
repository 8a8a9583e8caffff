/* dateline-toponym-context.c: how a place name stands in its sentence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a bounded number of words to the left and right of each name.
 */

#define G_LOG_DOMAIN "dateline-place"

#include "config.h"

#include <math.h>
#include <string.h>

#include "dateline-toponym-private.h"

/* Steps to the left and right; keeps the work linear. */
#define MAX_STEPS 10
#define MAX_CUE_TOKENS 4

typedef struct
{
  const DatelineDocument  *document;
  const DatelineGazetteer *gazetteer;
  GArray                  *toponyms;
  guint                    index;
  guint                    first_allowed; /* of the sentence */
  guint                    end_allowed;
} Context;

/**
 * dateline_cue_ending_at:
 * @document: a text
 * @gazetteer: knows the cues
 * @token: the cue's last token
 * @first_allowed: no cue begins before it
 * @first_token: (out): the cue's first token
 *
 * Returns: (nullable): the longest cue that ends with @token
 */
const DatelineCue *
dateline_cue_ending_at (const DatelineDocument *document, const DatelineGazetteer *gazetteer, guint token, guint first_allowed, guint *first_token)
{
  for (guint n = MAX_CUE_TOKENS; n >= 1; n--)
    {
      const DatelineMatch *matches;
      guint                n_matches;

      if (token + 1 < n || token + 1 - n < first_allowed ||
          !dateline_document_has_match_in (document, token + 1 - n, DATELINE_LEXICON_BIT (DATELINE_LEXICON_PLACE_CUE)))
        continue;
      matches = dateline_document_get_matches (document, token + 1 - n, &n_matches);
      for (guint i = 0; i < n_matches; i++)
        if (matches[i].lexicon == DATELINE_LEXICON_PLACE_CUE && matches[i].n_tokens == n)
          {
            *first_token = token + 1 - n;
            return dateline_gazetteer_get_cue (gazetteer, matches[i].row);
          }
    }
  return NULL;
}

const DatelineCue *
dateline_cue_at (const DatelineDocument *document, const DatelineGazetteer *gazetteer, guint token, guint *n_tokens)
{
  const DatelineMatch *match = dateline_document_find_match (document, token, DATELINE_LEXICON_PLACE_CUE);

  if (match == NULL)
    return NULL;
  *n_tokens = match->n_tokens;
  return dateline_gazetteer_get_cue (gazetteer, match->row);
}

/* What stands between a preposition and a name besides the fillers of the
 * table: quotation marks, "rebel-held", "bombed-out". */
static gboolean
is_filler (const DatelineDocument *document, guint token)
{
  const DatelineToken *t = &document->tokens[token];

  if (t->flags & DATELINE_TOKEN_PUNCT)
    return t->number == '"' || t->number == 0x201c || t->number == 0x2018 || t->number == '[' || t->number == '\'';
  if (dateline_document_token_has (document, token + 1, DATELINE_TOKEN_HYPHEN) && !dateline_document_token_has (document, token + 1, DATELINE_TOKEN_CAPITAL))
    return TRUE;
  return (t->flags & DATELINE_TOKEN_HYPHEN) && !(t->flags & DATELINE_TOKEN_CAPITAL) && t->end - t->begin > 3;
}

/* "X, a small village near …" */
static gboolean
is_apposition (const DatelineDocument *document, const DatelineGazetteer *gazetteer, guint token, guint end)
{
  if (!dateline_document_token_is_punct (document, token, ',') || !dateline_document_token_is_any (document, token + 1, "a|an|the"))
    return FALSE;
  for (guint i = token + 2; i < end && i < token + 6; i++)
    {
      guint              n;
      const DatelineCue *cue = dateline_cue_at (document, gazetteer, i, &n);

      if (cue != NULL && cue->cue == DATELINE_CUE_CLASS)
        return cue->kind != DATELINE_KIND_FACILITY && cue->kind != DATELINE_KIND_BORDER;
      if (!dateline_document_token_has (document, i, DATELINE_TOKEN_WORD))
        return FALSE;
    }
  return FALSE;
}

/**
 * dateline_toponym_has_cue:
 * @document: a text
 * @gazetteer: knows the cues
 * @first_token: of a name that may be a place's
 * @end_token: one past its last
 * @is_explicit: (out): whether a noun calls it a place: "the village of X"
 *
 * Returns: whether a word beside it says that it is a place
 */
gboolean
dateline_toponym_has_cue (const DatelineDocument *document, const DatelineGazetteer *gazetteer, guint first_token, guint end_token, gboolean *is_explicit)
{
  const DatelineSentence *sentence = &document->sentences[dateline_document_get_sentence (document, first_token)];
  const DatelineCue      *cue;
  guint                   n, start;
  gboolean                of = FALSE;

  *is_explicit = FALSE;
  cue = end_token < sentence->end_token ? dateline_cue_at (document, gazetteer, end_token, &n) : NULL;
  if (cue != NULL && (cue->cue == DATELINE_CUE_CLASS || cue->cue == DATELINE_CUE_COUNTRYSIDE) && cue->kind != DATELINE_KIND_BORDER &&
      cue->kind != DATELINE_KIND_FACILITY)
    {
      *is_explicit = TRUE;
      return TRUE;
    }

  if (is_apposition (document, gazetteer, end_token, sentence->end_token))
    {
      *is_explicit = TRUE;
      return TRUE;
    }

  for (guint token = first_token, steps = 0; token > sentence->first_token && steps < MAX_STEPS; steps++)
    {
      cue = dateline_cue_ending_at (document, gazetteer, token - 1, sentence->first_token, &start);
      if (cue == NULL)
        {
          if (dateline_document_token_is (document, token - 1, "of"))
            of = TRUE;
          else if (!is_filler (document, token - 1))
            return FALSE;
          token--;
          continue;
        }
      switch (cue->cue)
        {
        case DATELINE_CUE_CLASS:
          if (cue->kind == DATELINE_KIND_BORDER || cue->kind == DATELINE_KIND_FACILITY)
            return FALSE;
          *is_explicit = of || token == first_token;
          return TRUE;
        case DATELINE_CUE_COUNTRYSIDE:
          *is_explicit = TRUE;
          return TRUE;
        case DATELINE_CUE_BEARING:
          return of;
        case DATELINE_CUE_NEAR:
          return TRUE;
        case DATELINE_CUE_LOCATIVE:
        case DATELINE_CUE_OBJECT:
        case DATELINE_CUE_OFF:
          return !of;
        case DATELINE_CUE_PART:
        case DATELINE_CUE_FILLER:
          token = start;
          continue;
        default:
          return FALSE;
        }
    }
  return FALSE;
}

static DatelineToponym *
get (const Context *self, int index)
{
  return index < 0 || index >= (int) self->toponyms->len ? NULL : &g_array_index (self->toponyms, DatelineToponym, index);
}

/* The toponym that ends just before @token, in this sentence. */
static int
find_ending (const Context *self, guint token, int from)
{
  for (int i = from; i >= 0 && i >= from - 2; i--)
    {
      const DatelineToponym *toponym = get (self, i);

      if (toponym->end_token < token)
        return -1;
      if (toponym->end_token == token)
        return i;
    }
  return -1;
}

/* Past a class noun: "Qaim region , near …". */
static guint
skip_class_left (const Context *self, guint token)
{
  guint start;

  while (token > self->first_allowed)
    {
      const DatelineCue *cue = dateline_cue_ending_at (self->document, self->gazetteer, token - 1, self->first_allowed, &start);

      if (cue != NULL && cue->cue == DATELINE_CUE_CLASS)
        token = start;
      else if (dateline_document_token_is_punct (self->document, token - 1, ',') ||
               dateline_document_token_is_any (self->document, token - 1, "a|an|the|about|some|around|roughly|just|located|situated|which|that|is|lies|lying|approximately|almost|nearly|only|of|town|village|city|in|on|to|and|small|right"))
        token--;
      else if (dateline_document_token_has (self->document, token - 1, DATELINE_TOKEN_NUMBER))
        token--;
      else if (cue != NULL && (cue->cue == DATELINE_CUE_UNIT || cue->cue == DATELINE_CUE_BEARING || cue->cue == DATELINE_CUE_PART))
        token = start;
      else
        break;
    }
  return token;
}

/* Whether the expression that begins at @token tells where the toponym
 * before it lies: "X, 20 km west of Y". */
static gboolean
qualifies_place_before (const Context *self, guint token)
{
  guint            left = token;
  DatelineToponym *before;
  int              index;

  if (token <= self->first_allowed)
    return FALSE;
  left = skip_class_left (self, token);
  if (token - left > 9)
    return FALSE;
  index = find_ending (self, left, (int) self->index - 1);
  before = get (self, index);
  if (before == NULL || (before->flags & (DATELINE_TOPONYM_DEMONYM | DATELINE_TOPONYM_PERSON | DATELINE_TOPONYM_MODIFIER)))
    return FALSE;
  if (before->n_candidates > 0)
    {
      const DatelineGazetteerPlace *place =
        dateline_gazetteer_get_place (self->gazetteer, before->candidates[0].row);

      return place->place_class != DATELINE_PLACE_COUNTRY;
    }
  return TRUE;
}

static void
read_offset (const Context *self, DatelineToponym *toponym, const DatelineCue *cue, guint *token)
{
  const DatelineDocument *document = self->document;
  const DatelineCue      *unit;
  guint                   start, at = *token;

  toponym->bearing_degrees = cue->value;
  while (at > self->first_allowed && dateline_document_token_is_any (document, at - 1, "the|to|just|further|far"))
    at--;
  unit = at > self->first_allowed ? dateline_cue_ending_at (document, self->gazetteer, at - 1, self->first_allowed, &start) : NULL;
  if (unit != NULL && unit->cue == DATELINE_CUE_UNIT && start > self->first_allowed &&
      dateline_document_token_has (document, start - 1, DATELINE_TOKEN_NUMBER) && document->tokens[start - 1].number < 1000)
    {
      toponym->offset_km = document->tokens[start - 1].number * unit->value;
      at = start - 1;
      while (at > self->first_allowed && dateline_document_token_is_any (document, at - 1, "about|some|around|roughly|approximately|nearly|almost|just|over"))
        at--;
      *token = at;
    }
  toponym->cue_token = *token;
  if (qualifies_place_before (self, *token))
    toponym->flags |= DATELINE_TOPONYM_QUALIFIER | DATELINE_TOPONYM_LANDMARK;
  else
    toponym->flags |= DATELINE_TOPONYM_DERIVED | DATELINE_TOPONYM_LOCATIVE;
}

#define INHERITED (DATELINE_TOPONYM_LOCATIVE | DATELINE_TOPONYM_NEAR | DATELINE_TOPONYM_ORIGIN | DATELINE_TOPONYM_DIRECTION)

static void
read_list (const Context *self, DatelineToponym *toponym, guint token, gboolean comma)
{
  guint            left = token;
  guint            start;
  DatelineToponym *before;

  /* "in A district, and B" */
  while (left > self->first_allowed)
    {
      const DatelineCue *cue = dateline_cue_ending_at (self->document, self->gazetteer, left - 1, self->first_allowed, &start);

      if (cue != NULL && cue->cue == DATELINE_CUE_CLASS)
        left = start;
      else if (dateline_document_token_is_punct (self->document, left - 1, ',') || dateline_document_token_is_any (self->document, left - 1, "and|or|both"))
        left--;
      else
        break;
    }
  before = get (self, find_ending (self, left, (int) self->index - 1));
  if (before == NULL || (before->flags & DATELINE_TOPONYM_DEMONYM))
    return;
  toponym->flags |= before->flags & INHERITED;
  if (!comma && before->other == -2)
    {
      before->other = (int) self->index;
      toponym->flags |= DATELINE_TOPONYM_QUALIFIER; /* the point lies half way */
    }
  if (toponym->kind == DATELINE_KIND_NONE && !comma)
    toponym->kind = before->kind;
}

/* Words to the left of the name, nearest first. */
static void
read_left (const Context *self, DatelineToponym *toponym)
{
  const DatelineDocument *document = self->document;
  guint                   token = toponym->first_token;
  gboolean                of = FALSE;
  int                     previous = (int) self->index - 1;

  for (guint steps = 0; token > self->first_allowed && steps < MAX_STEPS; steps++)
    {
      guint              start;
      const DatelineCue *cue = dateline_cue_ending_at (document, self->gazetteer, token - 1, self->first_allowed, &start);
      int                ending;

      if (cue == NULL)
        {
          gboolean comma = dateline_document_token_is_punct (document, token - 1, ',') || dateline_document_token_is_punct (document, token - 1, '(');

          if (comma || dateline_document_token_is_any (document, token - 1, "and|or|&"))
            {
              read_list (self, toponym, token - 1, comma);
              return;
            }
          ending = find_ending (self, token, previous);
          if (ending >= 0 && (get (self, ending)->flags & DATELINE_TOPONYM_DEMONYM))
            {
              token = get (self, ending)->first_token;
              previous = ending - 1;
              continue;
            }
          if (dateline_document_token_is (document, token - 1, "of"))
            of = TRUE;
          else if (!is_filler (document, token - 1))
            return;
          token--;
          continue;
        }

      switch (cue->cue)
        {
        case DATELINE_CUE_CLASS:
          if (cue->kind == DATELINE_KIND_BORDER)
            {
              toponym->flags |= DATELINE_TOPONYM_QUALIFIER;
              return;
            }
          /* "in the city, Hodeidah" is no list of nouns */
          if (toponym->kind == DATELINE_KIND_NONE && cue->kind != DATELINE_KIND_FACILITY)
            toponym->kind = cue->kind;
          if (of && (cue->kind == DATELINE_KIND_AREA || cue->kind == DATELINE_KIND_ROAD) && toponym->kind == cue->kind)
            toponym->flags |= DATELINE_TOPONYM_NEAR;
          toponym->flags |= DATELINE_TOPONYM_LOCATIVE;
          /* The name before names a part of this one: "Hays district of X". */
          if (of && find_ending (self, start, previous) >= 0)
            {
              toponym->kind = DATELINE_KIND_NONE;
              return;
            }
          of = FALSE;
          break;
        case DATELINE_CUE_FILLER:
          break;
        case DATELINE_CUE_PART:
          toponym->flags |= DATELINE_TOPONYM_SUBAREA;
          if (!isnan (cue->value) && isnan (toponym->bearing_degrees))
            toponym->bearing_degrees = cue->value;
          break;
        case DATELINE_CUE_COUNTRYSIDE:
          toponym->flags |= DATELINE_TOPONYM_SUBAREA | DATELINE_TOPONYM_LOCATIVE;
          toponym->countryside = TRUE;
          of = FALSE;
          break;
        case DATELINE_CUE_BEARING:
          token = start;
          if (of || dateline_document_token_is (document, start + 1, "from"))
            {
              read_offset (self, toponym, cue, &token);
              return;
            }
          toponym->flags |= DATELINE_TOPONYM_SUBAREA;
          continue;
        case DATELINE_CUE_NEAR:
          toponym->cue_token = start;
          toponym->flags |= qualifies_place_before (self, start) ? DATELINE_TOPONYM_QUALIFIER | DATELINE_TOPONYM_LANDMARK : DATELINE_TOPONYM_NEAR;
          return;
        case DATELINE_CUE_OBJECT:
        case DATELINE_CUE_LOCATIVE:
          if (!of)
            toponym->flags |= DATELINE_TOPONYM_LOCATIVE;
          return;
        case DATELINE_CUE_ORIGIN:
          toponym->flags |= DATELINE_TOPONYM_ORIGIN;
          if (start > self->first_allowed) /* "50 km from X" */
            {
              guint              unit_start;
              const DatelineCue *unit = dateline_cue_ending_at (document, self->gazetteer, start - 1, self->first_allowed, &unit_start);

              if (unit != NULL && unit->cue == DATELINE_CUE_BEARING)
                {
                  token = unit_start;
                  toponym->flags &= ~DATELINE_TOPONYM_ORIGIN;
                  read_offset (self, toponym, unit, &token);
                }
              else if (unit != NULL && unit->cue == DATELINE_CUE_UNIT)
                {
                  toponym->flags &= ~DATELINE_TOPONYM_ORIGIN;
                  toponym->flags |= qualifies_place_before (self, unit_start) ? DATELINE_TOPONYM_QUALIFIER | DATELINE_TOPONYM_LANDMARK : DATELINE_TOPONYM_NEAR;
                }
            }
          return;
        case DATELINE_CUE_DIRECTION:
          toponym->flags |= DATELINE_TOPONYM_DIRECTION;
          return;
        case DATELINE_CUE_BETWEEN:
          toponym->flags |= DATELINE_TOPONYM_LOCATIVE;
          toponym->other = -2;
          toponym->cue_token = start;
          return;
        case DATELINE_CUE_OFF:
          toponym->flags |= DATELINE_TOPONYM_NEAR | DATELINE_TOPONYM_DERIVED;
          toponym->kind = DATELINE_KIND_WATER;
          toponym->cue_token = start;
          return;
        case DATELINE_CUE_PERSON:
          if (!of && token == toponym->first_token)
            toponym->flags |= DATELINE_TOPONYM_PERSON;
          return;
        case DATELINE_CUE_GOVERNMENT:
          if (is_filler (document, token - 1)) /* "government-held" */
            break;
          if (of)
            toponym->flags |= DATELINE_TOPONYM_MODIFIER;
          return;
        default:
          if (of || !is_filler (document, token - 1))
            return;
          break;
        }
      token = start;
    }
}

/* "in Idlib and Aleppo provinces" */
static void
share_kind (const Context *self, const DatelineToponym *toponym)
{
  guint end = toponym->first_token;

  for (int i = (int) self->index - 1; i >= 0 && i + 8 > (int) self->index; i--)
    {
      DatelineToponym *before = get (self, i);

      if (before->sentence != toponym->sentence || end < before->end_token + 1 || end > before->end_token + 2)
        return;
      if (!dateline_document_token_is_punct (self->document, before->end_token, ',') &&
          !dateline_document_token_is (self->document, before->end_token, "and"))
        return;
      if (before->kind == DATELINE_KIND_NONE)
        before->kind = toponym->kind;
      end = before->first_token;
    }
}

static gboolean
is_plural (const DatelineDocument *document, guint token)
{
  return document->text[document->tokens[token].end - 1] == 's';
}

static void
read_class_right (const Context *self, DatelineToponym *toponym, const DatelineCue *cue, guint token, guint n_tokens)
{
  if (cue->kind == DATELINE_KIND_BORDER && token + n_tokens < self->end_allowed)
    {
      guint              n;
      const DatelineCue *next = dateline_cue_at (self->document, self->gazetteer, token + n_tokens, &n);

      if (next != NULL && next->cue == DATELINE_CUE_CLASS && next->kind != DATELINE_KIND_AREA) /* "Razih border district" */
        {
          cue = next;
          token += n_tokens;
          n_tokens = n;
        }
    }
  if (toponym->flags & DATELINE_TOPONYM_DEMONYM)
    {
      if (cue->kind == DATELINE_KIND_BORDER)
        toponym->flags |= DATELINE_TOPONYM_QUALIFIER;
      return;
    }
  switch (cue->kind)
    {
    case DATELINE_KIND_BORDER:
      toponym->flags |= DATELINE_TOPONYM_QUALIFIER;
      return;
    case DATELINE_KIND_AREA:
      toponym->flags |= DATELINE_TOPONYM_NEAR;
      toponym->kind = cue->kind;
      return;
    case DATELINE_KIND_ROAD:
      toponym->flags |= DATELINE_TOPONYM_NEAR;
      return;
    case DATELINE_KIND_BASE:
    case DATELINE_KIND_AIRPORT:
    case DATELINE_KIND_CROSSING:
    case DATELINE_KIND_FIELD:
    case DATELINE_KIND_FACILITY:
    case DATELINE_KIND_CAMP:
      toponym->kind = cue->kind;
      toponym->end_token = token + n_tokens;
      return;
    default:
      toponym->kind = cue->kind;
      if (is_plural (self->document, token + n_tokens - 1))
        share_kind (self, toponym);
      return;
    }
}

static void
read_right (const Context *self, DatelineToponym *toponym)
{
  const DatelineDocument *document = self->document;
  guint                   token = toponym->end_token;
  gboolean                possessive = FALSE;

  if (token < self->end_allowed && (document->tokens[token].flags & DATELINE_TOKEN_POSSESSIVE))
    {
      possessive = TRUE;
      token++;
    }
  for (guint steps = 0; token < self->end_allowed && steps < 4; steps++)
    {
      guint              n;
      const DatelineCue *cue = dateline_cue_at (document, self->gazetteer, token, &n);
      gboolean           joined = (document->tokens[token].flags & DATELINE_TOKEN_HYPHEN) != 0;

      if (cue == NULL)
        {
          if (possessive && steps == 0 && !(document->tokens[token].flags & DATELINE_TOKEN_PUNCT))
            {
              toponym->flags |= DATELINE_TOPONYM_MODIFIER;
              return;
            }
          if (steps == 0 && (document->tokens[token].flags & DATELINE_TOKEN_HYPHEN) && !(document->tokens[token].flags & DATELINE_TOKEN_CAPITAL))
            toponym->flags |= DATELINE_TOPONYM_MODIFIER;
          return;
        }
      switch (cue->cue)
        {
        case DATELINE_CUE_SUFFIX:
        case DATELINE_CUE_HELD:
          if (joined)
            toponym->flags |= DATELINE_TOPONYM_MODIFIER;
          return;
        case DATELINE_CUE_GOVERNMENT:
          toponym->flags |= DATELINE_TOPONYM_MODIFIER;
          return;
        case DATELINE_CUE_ORGANISATION:
          if (document->tokens[token].flags & DATELINE_TOKEN_CAPITAL)
            toponym->flags |= DATELINE_TOPONYM_PERSON;
          return;
        case DATELINE_CUE_COUNTRYSIDE:
          toponym->flags |= DATELINE_TOPONYM_SUBAREA;
          toponym->countryside = TRUE;
          return;
        case DATELINE_CUE_PART:
        case DATELINE_CUE_BEARING:
          /* "Aleppo's northern countryside", "Idlib southern countryside" */
          toponym->flags |= DATELINE_TOPONYM_SUBAREA;
          if (isnan (toponym->bearing_degrees))
            toponym->bearing_degrees = cue->value;
          token += n;
          continue;
        case DATELINE_CUE_CLASS:
          if (possessive)
            toponym->flags |= DATELINE_TOPONYM_LOCATIVE;
          else
            read_class_right (self, toponym, cue, token, n);
          return;
        default:
          return;
        }
    }
}

static gboolean
is_seat_of_power (const Context *self, const DatelineToponym *toponym)
{
  for (guint i = 0; i < toponym->n_candidates; i++)
    {
      const DatelineGazetteerPlace *place =
        dateline_gazetteer_get_place (self->gazetteer, toponym->candidates[i].row);

      if (place->place_class == DATELINE_PLACE_COUNTRY || place->place_class == DATELINE_PLACE_CAPITAL)
        return TRUE;
    }
  return FALSE;
}

/* "Damascus said": a government, unless the sentence puts something there. */
static void
read_metonym (const Context *self, DatelineToponym *toponym)
{
  const guint where = DATELINE_TOPONYM_LOCATIVE | DATELINE_TOPONYM_NEAR | DATELINE_TOPONYM_ORIGIN | DATELINE_TOPONYM_DERIVED |
                      DATELINE_TOPONYM_DEMONYM | DATELINE_TOPONYM_SUBAREA;
  guint token = toponym->end_token;

  if ((toponym->flags & where) || !is_seat_of_power (self, toponym))
    return;
  while (token < self->end_allowed && dateline_document_token_is_any (self->document, token, "also|has|had|have|and|its|on|later|repeatedly|however"))
    {
      if (token > toponym->end_token + 2)
        return;
      token++;
    }
  if (token < self->end_allowed && dateline_document_find_match (self->document, token, DATELINE_LEXICON_SPEECH) != NULL)
    toponym->flags |= DATELINE_TOPONYM_METONYM;
  else if (token < self->end_allowed && token == toponym->end_token &&
           dateline_document_token_is_any (self->document, token,
                                           "said|says|told|denied|denies|condemned|vowed|accused|accuses|urged|rejects|rejected|blames|blamed|wants|insists|insisted|announced|warned|called|calls|considers|views|supports|backs|launched|conducted|carried|launches|intervened|began|sent|deployed|sees|fears|hopes|claims|claimed|agreed|refused|pledged|responded|retaliated|sought|seeks|will|would|could|may|should|must"))
    toponym->flags |= DATELINE_TOPONYM_METONYM;
}

/* "BAGHDAD (Reuters) —", "Sanaa, Yemen, Jan. 5 —" at a paragraph's start. */
static void
read_dateline (const Context *self, DatelineToponym *toponym)
{
  const DatelineDocument *document = self->document;
  guint                   limit = MIN (self->end_allowed, toponym->end_token + 12);

  if (toponym->first_token > self->first_allowed + 6 || !(document->tokens[self->first_allowed].flags & DATELINE_TOKEN_PARAGRAPH))
    return;
  for (guint i = self->first_allowed; i < toponym->first_token; i++)
    if (!(document->tokens[i].flags & (DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_PUNCT | DATELINE_TOKEN_NUMBER)))
      return;
  for (guint i = toponym->end_token; i < limit; i++)
    {
      const DatelineToken *token = &document->tokens[i];

      if ((token->flags & DATELINE_TOKEN_PUNCT) && (token->number == 0x2014 || token->number == 0x2013 || token->number == '-'))
        {
          toponym->flags |= DATELINE_TOPONYM_IN_DATELINE;
          return;
        }
      if (!(token->flags & (DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_PUNCT | DATELINE_TOKEN_NUMBER)))
        return;
    }
}

/**
 * dateline_toponym_read_context:
 * @document: the text
 * @gazetteer: the places
 * @toponyms: (element-type DatelineToponym): all, those before @index read
 * @index: which to read
 *
 * Sets the flags, kind and offset of a toponym from the words beside it.
 */
void
dateline_toponym_read_context (const DatelineDocument *document, const DatelineGazetteer *gazetteer, GArray *toponyms, guint index)
{
  DatelineToponym        *toponym = &g_array_index (toponyms, DatelineToponym, index);
  const DatelineSentence *sentence = &document->sentences[toponym->sentence];
  Context                 self = { document, gazetteer, toponyms, index, sentence->first_token, sentence->end_token };

  read_left (&self, toponym);
  read_right (&self, toponym);
  read_metonym (&self, toponym);
  read_dateline (&self, toponym);
}
