/* dateline-quantity.c: how many, in digits or words, with what hedges it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words stand in data/lexicon/numbers.tsv; here is only how they
 * combine: "at least two hundred and fifty", "between five and ten", "5–7".
 */

#define G_LOG_DOMAIN "dateline-text"

#include "config.h"

#include "dateline-quantity.h"

#include <stdlib.h>
#include <string.h>

/* Hedges before one number, at most: "initially reportedly at least". */
#define MAX_HEDGES 3
/* "two hundred and fifty-one thousand": words of one number, at most. */
#define MAX_NUMBER_WORDS 8

typedef enum
{
  HEDGE_NONE,
  HEDGE_AT_LEAST,
  HEDGE_MORE_THAN,
  HEDGE_UP_TO,
  HEDGE_FEWER_THAN,
  HEDGE_ABOUT,
  HEDGE_BETWEEN,
  HEDGE_EXACTLY
} Hedge;

/* One row of numbers.tsv as it begins at a token. */
typedef struct
{
  const DatelineMatch *match;
  const char          *kind;
  int                  value;
} Word;

typedef struct
{
  const DatelineDocument *document;
  int                     kind_column;
  int                     value_column;
  int                     low_column;
  int                     high_column;
} Reader;

static const char *
get_cell (const Reader *self, const DatelineMatch *match, int column)
{
  return dateline_data_get_cell (self->document->data, DATELINE_LEXICON_NUMBER, match->row, column);
}

static int
get_number (const Reader *self, const DatelineMatch *match, int column)
{
  const char *cell = get_cell (self, match, column);

  return *cell == '\0' ? -1 : atoi (cell);
}

static gboolean
is_hedge (const char *kind)
{
  return strchr (kind, '-') != NULL || strcmp (kind, "about") == 0 || strcmp (kind, "exactly") == 0 || strcmp (kind, "between") == 0;
}

/* Finds the longest number word at @token that is (no) hedge. */
static gboolean
find_word (const Reader *self, guint token, gboolean hedge, Word *word)
{
  guint                n;
  const DatelineMatch *matches = dateline_document_get_matches (self->document, token, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *kind;

      if (matches[i].lexicon != DATELINE_LEXICON_NUMBER)
        continue;
      kind = get_cell (self, &matches[i], self->kind_column);
      if (is_hedge (kind) != hedge)
        continue;
      word->match = &matches[i];
      word->kind = kind;
      word->value = get_number (self, &matches[i], self->value_column);
      return TRUE;
    }
  return FALSE;
}

static Hedge
hedge_from_kind (const char *kind)
{
  static const struct
  {
    const char *kind;
    Hedge       hedge;
  } hedges[] = {
    { "at-least", HEDGE_AT_LEAST },
    { "more-than", HEDGE_MORE_THAN },
    { "up-to", HEDGE_UP_TO },
    { "fewer-than", HEDGE_FEWER_THAN },
    { "about", HEDGE_ABOUT },
    { "between", HEDGE_BETWEEN },
    { "exactly", HEDGE_EXACTLY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (hedges); i++)
    if (strcmp (hedges[i].kind, kind) == 0)
      return hedges[i].hedge;
  return HEDGE_NONE;
}

/* A number in digits, with a word that multiplies it: "12", "1,200", "3 million". */
static gboolean
take_digits (const Reader *self, guint *token, int *value)
{
  const DatelineToken *t = &self->document->tokens[*token];
  Word                 word;
  gint64               number = t->number;

  if (!(t->flags & DATELINE_TOKEN_NUMBER) || (t->flags & (DATELINE_TOKEN_CLOCK | DATELINE_TOKEN_ORDINAL)) || t->number > G_MAXINT)
    return FALSE;
  (*token)++;
  if (find_word (self, *token, FALSE, &word) && strcmp (word.kind, "multiplier") == 0)
    {
      number *= word.value;
      *token += word.match->n_tokens;
    }
  else if (t->flags & DATELINE_TOKEN_DECIMAL)
    return FALSE;
  *value = (int) MIN (number, G_MAXINT);
  return TRUE;
}

/* A number in words: "five", "twenty-one", "two hundred and fifty", "a dozen". */
static gboolean
take_words (const Reader *self, guint *token, int *value)
{
  gint64      total = 0, part = 0;
  guint       at = *token;
  const char *before = "";

  for (guint n = 0; n < MAX_NUMBER_WORDS; n++)
    {
      Word  word;
      guint next = at;

      if (n > 0 && dateline_document_token_is (self->document, next, "and") &&
          (strcmp (before, "multiplier") == 0))
        next++;
      if (!find_word (self, next, FALSE, &word))
        break;
      if (strcmp (word.kind, "multiplier") == 0)
        {
          if (n == 0)
            return FALSE;
          part = MAX (part, 1) * word.value;
          if (word.value >= 1000)
            {
              total += part;
              part = 0;
            }
        }
      else if ((strcmp (word.kind, "unit") == 0 && (strcmp (before, "unit") != 0)) ||
               (strcmp (word.kind, "tens") == 0 && (n == 0 || strcmp (before, "multiplier") == 0)) ||
               (n == 0 && (strcmp (word.kind, "fixed") == 0 || strcmp (word.kind, "zero") == 0 || strcmp (word.kind, "article") == 0)))
        part += word.value;
      else
        break;
      before = word.kind;
      at = next + word.match->n_tokens;
      if (strcmp (word.kind, "zero") == 0 || strcmp (word.kind, "fixed") == 0)
        break;
    }
  if (at == *token)
    return FALSE;
  *token = at;
  *value = (int) MIN (total + part, G_MAXINT);
  return TRUE;
}

static gboolean
take_number (const Reader *self, guint *token, int *value)
{
  return *token < self->document->n_tokens && (take_digits (self, token, value) || take_words (self, token, value));
}

static gboolean
take_vague (const Reader *self, guint *token, DatelineQuantity *quantity)
{
  Word word;

  guint at;
  int   number;

  if (!find_word (self, *token, FALSE, &word) || strcmp (word.kind, "vague") != 0)
    return FALSE;
  at = *token + word.match->n_tokens;
  if (word.value < 0 && take_number (self, &at, &number) && number > 1)
    { /* "a group of twelve": the number says more */
      quantity->low = quantity->best = quantity->high = number;
      *token = at;
      return TRUE;
    }
  quantity->best = word.value;
  quantity->low = get_number (self, word.match, self->low_column);
  quantity->high = get_number (self, word.match, self->high_column);
  quantity->vague = TRUE;
  *token += word.match->n_tokens;
  return TRUE;
}

/* "5–7", "5 to 7", "5 or 6"; a hyphen flags the second number's token. */
static void
take_range (const Reader *self, guint *token, DatelineQuantity *quantity)
{
  guint at = *token;
  int   second;

  if (dateline_document_token_is_any (self->document, at, "to|or") || dateline_document_token_is_punct (self->document, at, 0x2014))
    at++;
  else if (!dateline_document_token_has (self->document, at, DATELINE_TOKEN_HYPHEN | DATELINE_TOKEN_NUMBER))
    return;
  if (!take_number (self, &at, &second) || second <= quantity->best || second > quantity->best * 10 + 20)
    return;

  quantity->low = quantity->best;
  quantity->high = second;
  quantity->best = (quantity->low + second) / 2;
  *token = at;
}

static void
apply_hedge (Hedge hedge, DatelineQuantity *quantity)
{
  int number = quantity->best;

  if (quantity->vague || quantity->low != quantity->high)
    return;
  switch (hedge)
    {
    case HEDGE_AT_LEAST:
      quantity->high = -1;
      break;
    case HEDGE_MORE_THAN:
      quantity->low = number;
      quantity->high = -1;
      break;
    case HEDGE_UP_TO:
      quantity->low = MIN (number, 1);
      break;
    case HEDGE_FEWER_THAN:
      quantity->low = 0;
      break;
    case HEDGE_ABOUT:
      quantity->low = number - number * 15 / 100;
      quantity->high = number + number * 15 / 100;
      break;
    case HEDGE_NONE:
    case HEDGE_BETWEEN:
    case HEDGE_EXACTLY:
    default:
      break;
    }
}

/* After "between": "five and ten". */
static gboolean
take_between (const Reader *self, guint *token, DatelineQuantity *quantity)
{
  int first, second;

  if (!take_number (self, token, &first) || !dateline_document_token_is_any (self->document, *token, "and|to"))
    return FALSE;
  (*token)++;
  if (!take_number (self, token, &second) || second <= first)
    return FALSE;
  quantity->low = first;
  quantity->high = second;
  quantity->best = (first + second) / 2;
  return TRUE;
}

static Hedge
take_hedges (const Reader *self, guint *token)
{
  Hedge hedge = HEDGE_NONE;
  Word  word;

  for (guint n = 0; n < MAX_HEDGES && find_word (self, *token, TRUE, &word); n++)
    {
      Hedge found = hedge_from_kind (word.kind);

      if (hedge == HEDGE_NONE || hedge == HEDGE_EXACTLY)
        hedge = found;
      *token += word.match->n_tokens;
    }
  return hedge;
}

/* "12 or more", "20-plus" */
static void
take_hedge_after (const Reader *self, guint *token, DatelineQuantity *quantity)
{
  if (dateline_document_token_is (self->document, *token, "or") &&
      dateline_document_token_is_any (self->document, *token + 1, "more|so"))
    *token += 2;
  else if (dateline_document_token_is (self->document, *token, "plus") && dateline_document_token_has (self->document, *token, DATELINE_TOKEN_HYPHEN))
    *token += 1;
  else if (dateline_document_token_is_punct (self->document, *token, '+'))
    *token += 1;
  else
    return;
  apply_hedge (HEDGE_AT_LEAST, quantity);
}

/**
 * dateline_quantity_find:
 * @document: a document
 * @token: where the quantity would begin, its hedge included
 * @quantity: (out): what it says; untouched on failure
 *
 * Reads the quantity that begins exactly at @token. Articles count as one
 * ("a soldier"); whether they mean it is the caller's to judge. A number
 * that a hyphen joins to a word before it ("F-16") is none.
 *
 * Source: tests/spec/quantities.txt; "about" is ±15 %.
 *
 * Returns: %TRUE when there is one
 */
gboolean
dateline_quantity_find (const DatelineDocument *document, guint token, DatelineQuantity *quantity)
{
  Reader           reader;
  DatelineQuantity found = { token, token, -1, -1, -1, FALSE };
  guint            at = token;
  Hedge            hedge;

  if (token >= document->n_tokens ||
      (!(document->tokens[token].flags & DATELINE_TOKEN_NUMBER) && dateline_document_find_match (document, token, DATELINE_LEXICON_NUMBER) == NULL))
    return FALSE;
  if (dateline_document_token_has (document, token, DATELINE_TOKEN_HYPHEN))
    return FALSE;

  reader = (Reader){
    document,
    document->number_columns[0],
    document->number_columns[1],
    document->number_columns[2],
    document->number_columns[3],
  };
  hedge = take_hedges (&reader, &at);
  found.number_token = at;
  if (hedge == HEDGE_BETWEEN)
    {
      if (!take_between (&reader, &at, &found))
        return FALSE;
    }
  else if (!take_vague (&reader, &at, &found))
    {
      if (!take_number (&reader, &at, &found.best))
        return FALSE;
      found.low = found.high = found.best;
      take_range (&reader, &at, &found);
      apply_hedge (hedge, &found);
      take_hedge_after (&reader, &at, &found);
    }
  found.end_token = at;
  *quantity = found;
  return TRUE;
}
