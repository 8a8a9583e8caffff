/* dateline-document.h: an article's text as sentences, tokens and matches
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-data.h"
#include "dateline-scratch.h"
#include "dateline-tokenizer.h"

G_BEGIN_DECLS

/* A known phrase in the text. */
typedef struct
{
  guint32 token; /* the first */
  guint32 row;   /* in its lexicon */
  guint16 n_tokens;
  guint8  lexicon;     /* DatelineLexicon */
  guint8  letter_case; /* DatelineCase, as demanded and met */
} DatelineMatch;

typedef struct
{
  guint32  first_token;
  guint32  end_token; /* exclusive */
  guint32  paragraph; /* counted from 0 */
  gboolean heading;   /* a line of its own without a full stop */
  gboolean upper;     /* most words capitalised: capitals tell nothing */
  gboolean boilerplate;
} DatelineSentence;

typedef struct
{
  const DatelineData *data;
  const char         *text;
  gsize               length;

  const DatelineToken    *tokens;
  guint                   n_tokens;
  const DatelineSentence *sentences;
  guint                   n_sentences;
  const DatelineMatch    *matches; /* by token, then longest first */
  guint                   n_matches;

  DatelineScratch *scratch; /* what lives as long as the document */

  /*< private >*/
  gboolean owns_scratch;
  GArray  *token_array;
  GArray  *sentence_array;
  GArray  *match_array;
  guint32 *first_match;    /* n_tokens + 1 */
  guint32 *token_sentence; /* n_tokens */

  guint32       *lexicons;  /* by token: a bit for each lexicon of which a phrase begins there */
  const guint64 *list_bits; /* a row for each token's listed */
} DatelineDocument;

DatelineDocument *dateline_document_new (const DatelineData *data, const char *text, gsize length);
DatelineDocument *dateline_document_new_in (DatelineScratch *scratch, const DatelineData *data, const char *text, gsize length);
void              dateline_document_free (DatelineDocument *self);

const DatelineMatch *dateline_document_find_first_of (const DatelineDocument *self, guint token, DatelineLexicon lexicon);
const char          *dateline_document_get_cell (const DatelineDocument *self, const DatelineMatch *match, const char *column);
DatelineSpan         dateline_document_get_span (const DatelineDocument *self, guint first_token, guint end_token);
DatelineSpan         dateline_document_get_sentence_span (const DatelineDocument *self, guint sentence);
char                *dateline_document_dup_text (const DatelineDocument *self, DatelineSpan span);

/**
 * dateline_document_token_has:
 * @self: a document
 * @token: any index; one past the end has no flags
 * @flags: #DatelineTokenFlags
 *
 * Returns: whether the token has all of @flags
 */
static inline gboolean
dateline_document_token_has (const DatelineDocument *self, guint token, guint flags)
{
  return token < self->n_tokens && (self->tokens[token].flags & flags) == flags;
}

static inline gboolean
dateline_document_token_is_punct (const DatelineDocument *self, guint token, gunichar c)
{
  return dateline_document_token_has (self, token, DATELINE_TOKEN_PUNCT) && self->tokens[token].number == c;
}

/**
 * dateline_document_get_matches:
 * @self: a document
 * @token: an index
 * @n_matches: (out): how many phrases begin there
 *
 * Returns: the matches that begin at @token, longest first
 */
static inline const DatelineMatch *
dateline_document_get_matches (const DatelineDocument *self, guint token, guint *n_matches)
{
  *n_matches = 0;
  if (token >= self->n_tokens)
    return NULL;
  *n_matches = self->first_match[token + 1] - self->first_match[token];
  return self->matches + self->first_match[token];
}

/* Whether a phrase of one of the lexicons begins at the token: a bit each. */
static inline gboolean
dateline_document_has_match_in (const DatelineDocument *self, guint token, guint lexicons)
{
  return token < self->n_tokens && (self->lexicons[token] & lexicons) != 0;
}

static inline guint
dateline_document_get_sentence (const DatelineDocument *self, guint token)
{
  g_return_val_if_fail (token < self->n_tokens, 0);

  return self->token_sentence[token];
}

/**
 * dateline_document_find_match:
 * @self: a document
 * @token: an index
 * @lexicon: which table
 *
 * Returns: (nullable): the longest match of that table that begins at @token
 */
static inline const DatelineMatch *
dateline_document_find_match (const DatelineDocument *self, guint token, DatelineLexicon lexicon)
{
  if (token >= self->n_tokens || (self->lexicons[token] >> lexicon & 1) == 0)
    return NULL;
  return dateline_document_find_first_of (self, token, lexicon);
}

/**
 * dateline_document_token_is_in:
 * @self: a document
 * @token: any index; one past the end is in no list
 * @list: a %DATELINE_WORD_LIST
 *
 * Returns: whether the token is one of the words, in any case
 */
static inline gboolean
dateline_document_token_is_in (const DatelineDocument *self, guint token, const DatelineWordList *list)
{
  gsize number = (gsize) (list - __start_dateline_word_lists);

  return token < self->n_tokens &&
         (self->list_bits[self->tokens[token].listed + number / 64] >> (number % 64) & 1) != 0;
}

/* @words: a literal: lower-case ASCII, separated by '|' */
#define dateline_document_token_is_any(document, token, words) dateline_document_token_is_in (document, token, DATELINE_WORD_LIST (words))
#define dateline_document_token_is(document, token, word) dateline_document_token_is_in (document, token, DATELINE_WORD_LIST (word))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineDocument, dateline_document_free)

G_END_DECLS
