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

/* One row of numbers.tsv as it begins at a token. */
typedef struct
{
  guint                     n_tokens;
  const DatelineNumberWord *number;
} Word;

static gboolean
is_hedge (DatelineNumberKind kind)
{
  return kind >= DATELINE_NUMBER_AT_LEAST;
}

/* Finds the longest number word at @token that is (no) hedge. */
static gboolean
find_word (const DatelineDocument *document, guint token, gboolean hedge, Word *word)
{
  guint                n;
  const DatelineMatch *matches = dateline_document_get_matches (document, token, &n);

  if (!dateline_document_has_match_in (document, token, DATELINE_LEXICON_BIT (DATELINE_LEXICON_NUMBER)))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      if (matches[i].lexicon != DATELINE_LEXICON_NUMBER)
        continue;
      word->n_tokens = matches[i].n_tokens;
      word->number = dateline_data_get_number (document->data, matches[i].row);
      if (is_hedge (word->number->kind) == hedge)
        return TRUE;
    }
  return FALSE;
}

/* A number in digits, with a word that multiplies it: "12", "1,200", "3 million". */
static gboolean
take_digits (const DatelineDocument *document, guint *token, int *value)
{
  const DatelineToken *t = &document->tokens[*token];
  Word                 word;
  gint64               number = t->number;

  if (!(t->flags & DATELINE_TOKEN_NUMBER) || (t->flags & (DATELINE_TOKEN_CLOCK | DATELINE_TOKEN_ORDINAL)) || t->number > G_MAXINT)
    return FALSE;
  (*token)++;
  if (find_word (document, *token, FALSE, &word) && word.number->kind == DATELINE_NUMBER_MULTIPLIER)
    {
      number *= word.number->value;
      *token += word.n_tokens;
    }
  else if (t->flags & DATELINE_TOKEN_DECIMAL)
    return FALSE;
  *value = (int) MIN (number, G_MAXINT);
  return TRUE;
}

/* A number in words: "five", "twenty-one", "two hundred and fifty", "a dozen". */
static gboolean
take_words (const DatelineDocument *document, guint *token, int *value)
{
  gint64             total = 0, part = 0;
  guint              at = *token;
  DatelineNumberKind before = DATELINE_NUMBER_OTHER;

  for (guint n = 0; n < MAX_NUMBER_WORDS; n++)
    {
      Word  word;
      guint next = at;

      if (n > 0 && dateline_document_token_is (document, next, "and") &&
          (before == DATELINE_NUMBER_MULTIPLIER))
        next++;
      if (!find_word (document, next, FALSE, &word))
        break;
      if (word.number->kind == DATELINE_NUMBER_MULTIPLIER)
        {
          if (n == 0)
            return FALSE;
          part = MAX (part, 1) * word.number->value;
          if (word.number->value >= 1000)
            {
              total += part;
              part = 0;
            }
        }
      else if ((word.number->kind == DATELINE_NUMBER_UNIT && (before != DATELINE_NUMBER_UNIT)) ||
               (word.number->kind == DATELINE_NUMBER_TENS && (n == 0 || before == DATELINE_NUMBER_MULTIPLIER)) ||
               (n == 0 && (word.number->kind == DATELINE_NUMBER_FIXED || word.number->kind == DATELINE_NUMBER_ZERO || word.number->kind == DATELINE_NUMBER_ARTICLE)))
        part += word.number->value;
      else
        break;
      before = word.number->kind;
      at = next + word.n_tokens;
      if (word.number->kind == DATELINE_NUMBER_ZERO || word.number->kind == DATELINE_NUMBER_FIXED)
        break;
    }
  if (at == *token)
    return FALSE;
  *token = at;
  *value = (int) MIN (total + part, G_MAXINT);
  return TRUE;
}

static gboolean
take_number (const DatelineDocument *document, guint *token, int *value)
{
  return *token < document->n_tokens && (take_digits (document, token, value) || take_words (document, token, value));
}

static gboolean
take_vague (const DatelineDocument *document, guint *token, DatelineQuantity *quantity)
{
  Word word;

  guint at;
  int   number;

  if (!find_word (document, *token, FALSE, &word) || word.number->kind != DATELINE_NUMBER_VAGUE)
    return FALSE;
  at = *token + word.n_tokens;
  if (word.number->value < 0 && take_number (document, &at, &number) && number > 1)
    { /* "a group of twelve": the number says more */
      quantity->low = quantity->best = quantity->high = number;
      *token = at;
      return TRUE;
    }
  quantity->best = word.number->value;
  quantity->low = word.number->low;
  quantity->high = word.number->high;
  quantity->vague = TRUE;
  *token += word.n_tokens;
  return TRUE;
}

/* "5–7", "5 to 7", "5 or 6"; a hyphen flags the second number's token. */
static void
take_range (const DatelineDocument *document, guint *token, DatelineQuantity *quantity)
{
  guint at = *token;
  int   second;

  if (dateline_document_token_is_any (document, at, "to|or") || dateline_document_token_is_punct (document, at, 0x2014))
    at++;
  else if (!dateline_document_token_has (document, at, DATELINE_TOKEN_HYPHEN | DATELINE_TOKEN_NUMBER))
    return;
  if (!take_number (document, &at, &second) || second <= quantity->best || second > quantity->best * 10 + 20)
    return;

  quantity->low = quantity->best;
  quantity->high = second;
  quantity->best = (quantity->low + second) / 2;
  *token = at;
}

static void
apply_hedge (DatelineNumberKind hedge, DatelineQuantity *quantity)
{
  int number = quantity->best;

  if (quantity->vague || quantity->low != quantity->high)
    return;
  switch (hedge)
    {
    case DATELINE_NUMBER_AT_LEAST:
      quantity->high = -1;
      break;
    case DATELINE_NUMBER_MORE_THAN:
      quantity->low = number;
      quantity->high = -1;
      break;
    case DATELINE_NUMBER_UP_TO:
      quantity->low = MIN (number, 1);
      break;
    case DATELINE_NUMBER_FEWER_THAN:
      quantity->low = 0;
      break;
    case DATELINE_NUMBER_ABOUT:
      quantity->low = number - number * 15 / 100;
      quantity->high = number + number * 15 / 100;
      break;
    case DATELINE_NUMBER_OTHER:
    case DATELINE_NUMBER_BETWEEN:
    case DATELINE_NUMBER_EXACTLY:
    default:
      break;
    }
}

/* After "between": "five and ten". */
static gboolean
take_between (const DatelineDocument *document, guint *token, DatelineQuantity *quantity)
{
  int first, second;

  if (!take_number (document, token, &first) || !dateline_document_token_is_any (document, *token, "and|to"))
    return FALSE;
  (*token)++;
  if (!take_number (document, token, &second) || second <= first)
    return FALSE;
  quantity->low = first;
  quantity->high = second;
  quantity->best = (first + second) / 2;
  return TRUE;
}

static DatelineNumberKind
take_hedges (const DatelineDocument *document, guint *token)
{
  DatelineNumberKind hedge = DATELINE_NUMBER_OTHER;
  Word               word;

  for (guint n = 0; n < MAX_HEDGES && find_word (document, *token, TRUE, &word); n++)
    {
      DatelineNumberKind found = word.number->kind;

      if (hedge == DATELINE_NUMBER_OTHER || hedge == DATELINE_NUMBER_EXACTLY)
        hedge = found;
      *token += word.n_tokens;
    }
  return hedge;
}

/* "12 or more", "20-plus" */
static void
take_hedge_after (const DatelineDocument *document, guint *token, DatelineQuantity *quantity)
{
  if (dateline_document_token_is (document, *token, "or") &&
      dateline_document_token_is_any (document, *token + 1, "more|so"))
    *token += 2;
  else if (dateline_document_token_is (document, *token, "plus") && dateline_document_token_has (document, *token, DATELINE_TOKEN_HYPHEN))
    *token += 1;
  else if (dateline_document_token_is_punct (document, *token, '+'))
    *token += 1;
  else
    return;
  apply_hedge (DATELINE_NUMBER_AT_LEAST, quantity);
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
  DatelineQuantity   found = { token, token, -1, -1, -1, FALSE };
  guint              at = token;
  DatelineNumberKind hedge;

  if (token >= document->n_tokens ||
      (!(document->tokens[token].flags & DATELINE_TOKEN_NUMBER) && dateline_document_find_match (document, token, DATELINE_LEXICON_NUMBER) == NULL))
    return FALSE;
  if (dateline_document_token_has (document, token, DATELINE_TOKEN_HYPHEN))
    return FALSE;

  hedge = take_hedges (document, &at);
  found.number_token = at;
  if (hedge == DATELINE_NUMBER_BETWEEN)
    {
      if (!take_between (document, &at, &found))
        return FALSE;
    }
  else if (!take_vague (document, &at, &found))
    {
      if (!take_number (document, &at, &found.best))
        return FALSE;
      found.low = found.high = found.best;
      take_range (document, &at, &found);
      apply_hedge (hedge, &found);
      take_hedge_after (document, &at, &found);
    }
  found.end_token = at;
  *quantity = found;
  return TRUE;
}
