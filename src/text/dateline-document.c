/* dateline-document.c: an article's text as sentences, tokens and matches
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-text"

#include "config.h"

#include "dateline-document.h"

#include <string.h>

#include "dateline-fold.h"
#include "dateline-sentences.h"

/* The longest phrase that is looked for; keeps matching linear. */
#define MAX_PHRASE_TOKENS 12
/* Phrases that there is room for from the beginning. */
#define MIN_MATCHES 256

/**
 * dateline_document_get_span:
 * @self: a document
 * @first_token: the first token
 * @end_token: one past the last
 *
 * Returns: the bytes from the first to the last; empty when there is none
 */
DatelineSpan
dateline_document_get_span (const DatelineDocument *self, guint first_token, guint end_token)
{
  if (first_token >= end_token || end_token > self->n_tokens)
    return (DatelineSpan){ 0, 0 };
  return (DatelineSpan){ self->tokens[first_token].begin, self->tokens[end_token - 1].end };
}

DatelineSpan
dateline_document_get_sentence_span (const DatelineDocument *self, guint sentence)
{
  return dateline_document_get_span (self, self->sentences[sentence].first_token, self->sentences[sentence].end_token);
}

char *
dateline_document_dup_text (const DatelineDocument *self, DatelineSpan span)
{
  return g_strndup (self->text + span.begin, span.end - span.begin);
}

/* As dateline_document_find_match(), which has seen that there is one. */
const DatelineMatch *
dateline_document_find_first_of (const DatelineDocument *self, guint token, DatelineLexicon lexicon)
{
  guint                n;
  const DatelineMatch *matches = dateline_document_get_matches (self, token, &n);

  for (guint i = 0; i < n; i++)
    if (matches[i].lexicon == lexicon)
      return &matches[i];
  return NULL;
}

const char *
dateline_document_get_cell (const DatelineDocument *self, const DatelineMatch *match, const char *column)
{
  return dateline_data_get_cell (self->data, match->lexicon, match->row,
                                 dateline_data_find_column (self->data, match->lexicon, column));
}

/* Of letters; digits have that bit, too. */
#define TO_LOWER G_GUINT64_CONSTANT (0x2020202020202020)

/* Lower-cases a plain word into @lower, in whole 8 bytes filled up with
 * zeros, and makes its key as dateline_word_key() does. */
static inline DatelineWordKey
make_plain_key (const DatelineDocument *self, const DatelineToken *token, guint64 lower[DATELINE_FOLD_SIZE / 8])
{
  gsize   length = token->end - token->begin;
  guint64 hash = 0;

  for (gsize at = 0, n = 0; at < length; at += 8, n++)
    {
      const char *letters = self->text + token->begin + at;
      gsize       rest = MIN (length - at, 8);
      guint64     eight = 0;

      if (token->begin + at + 8 <= self->length)
        memcpy (&eight, letters, 8);
      else
        memcpy (&eight, letters, rest);
      eight = (GUINT64_FROM_LE (eight) | TO_LOWER) & (G_MAXUINT64 >> (64 - 8 * rest));
      lower[n] = GUINT64_TO_LE (eight);
      hash = dateline_word_hash_step (hash, eight);
    }
  return (DatelineWordKey){ GUINT64_FROM_LE (lower[0]), (guint32) hash };
}

static void
look_up_plain (const DatelineDocument *self, DatelineToken *token)
{
  guint64         lower[DATELINE_FOLD_SIZE / 8];
  DatelineWordKey key = make_plain_key (self, token, lower);
  gsize           length = token->end - token->begin;

  token->word = dateline_data_find_key (self->data, key, (const char *) lower, length);
  token->listed = (guint16) dateline_data_find_listed (self->data, token->word, key, (const char *) lower, length);
}

/* Punctuation, and what has marks, apostrophes or points. */
static void
look_up_other (const DatelineDocument *self, DatelineToken *token)
{
  const char *word = self->text + token->begin;
  gsize       length = token->end - token->begin;
  char        lower[DATELINE_FOLD_SIZE], folded[DATELINE_FOLD_SIZE];

  if (length < DATELINE_FOLD_SIZE)
    {
      for (gsize i = 0; i < length; i++)
        lower[i] = g_ascii_tolower (word[i]);
      token->listed = (guint16) dateline_data_find_listed (self->data, 0, dateline_word_key (lower, length), lower, length);
    }
  if (token->flags & DATELINE_TOKEN_PUNCT)
    return;
  length = dateline_fold (word, length, folded);
  token->word = dateline_data_find_word (self->data, folded, length);
}

/* A plain word shorter than 8 letters is its key. */
static inline void
look_up_short (const DatelineDocument *self, DatelineToken *token)
{
  DatelineWordKey key;
  guint           length = token->end - token->begin;

  memcpy (&key.letters, self->text + token->begin, 8);
  key.letters = (GUINT64_FROM_LE (key.letters) | TO_LOWER) & (G_MAXUINT64 >> (64 - 8 * length));
  key.hash = (guint32) dateline_word_hash_step (0, key.letters);
  token->word = dateline_data_find_short (self->data, key);
  if (token->word != 0)
    token->listed = dateline_data_get_listed (self->data, token->word);
  else
    {
      guint64 lower = GUINT64_TO_LE (key.letters);

      token->listed = (guint16) dateline_word_lists_find (dateline_data_get_word_lists (self->data), key, (const char *) &lower, length);
    }
}

/* The article of Arabic names takes many forms before a hyphen ("as-Salam",
 * "Ad-Dali"); the tables know them as "al". */
static gboolean
is_article (const DatelineDocument *self, guint token)
{
  return dateline_document_token_is (self, token, "el") ||
         ((self->tokens[token + 1].flags & DATELINE_TOKEN_HYPHEN) &&
          dateline_document_token_is_any (self, token, "ad|an|ar|as|ash|at|ath|az|adh|es|esh|ez|ed|er|et|en|ul|il|ud|ur"));
}

static void
look_up_words (const DatelineDocument *self, DatelineToken *tokens)
{
  guint32 al = dateline_data_find_word (self->data, "al", 2);

  for (guint i = 0; i < self->n_tokens; i++)
    {
      guint    length = tokens[i].end - tokens[i].begin;
      gboolean plain = (tokens[i].flags & DATELINE_TOKEN_PLAIN) != 0;

      if (plain && length < 8 && tokens[i].begin + 8 <= self->length)
        look_up_short (self, &tokens[i]);
      else if (plain && length < DATELINE_FOLD_SIZE)
        look_up_plain (self, &tokens[i]);
      else
        look_up_other (self, &tokens[i]);

      if (length - 2 <= 1 && tokens[i].listed != 0 && (tokens[i].flags & DATELINE_TOKEN_WORD) && i + 1 < self->n_tokens && is_article (self, i))
        tokens[i].word = al;
    }
}

static gboolean
letters_satisfy (const DatelineDocument *self, guint first, guint n, DatelineCase letter_case)
{
  guint demanded = letter_case == DATELINE_CASE_UPPER ? DATELINE_TOKEN_UPPER : DATELINE_TOKEN_CAPITAL;

  for (guint i = first; i < first + n; i++)
    {
      const DatelineToken *token = &self->tokens[i];

      /* "al", "of", numbers and scripts without case demand nothing. */
      if ((token->flags & demanded) || token->end - token->begin <= 3 || (token->flags & DATELINE_TOKEN_NUMBER) ||
          (guchar) self->text[token->begin] >= 0xd6)
        {
          if (n == 1 && !(token->flags & demanded) && (guchar) self->text[token->begin] < 0xd6 && !(token->flags & DATELINE_TOKEN_NUMBER))
            return FALSE;
          continue;
        }
      return FALSE;
    }
  return TRUE;
}

static void
add_matches (DatelineDocument *self, guint first, guint n_tokens, guint32 node)
{
  guint          n;
  const guint32 *payloads = dateline_data_get_payloads (self->data, node, &n);
  DatelineMatch *match;
  guint32        lexicons = 0;

  if (G_UNLIKELY (self->n_matches + n > self->match_array->len))
    g_array_set_size (self->match_array, MAX (self->match_array->len * 2, self->n_matches + n + MIN_MATCHES));
  match = &g_array_index (self->match_array, DatelineMatch, self->n_matches);
  for (guint i = 0; i < n; i++)
    {
      guint32      payload = payloads[i];
      DatelineCase letter_case = DATELINE_PAYLOAD_CASE (payload);

      if (letter_case != DATELINE_CASE_ANY && !letters_satisfy (self, first, n_tokens, letter_case))
        continue;
      lexicons |= DATELINE_LEXICON_BIT (DATELINE_PAYLOAD_LEXICON (payload));
      *match++ = (DatelineMatch){ first, DATELINE_PAYLOAD_ROW (payload), (guint16) n_tokens, (guint8) DATELINE_PAYLOAD_LEXICON (payload), (guint8) letter_case };
    }
  self->lexicons[first] |= lexicons;
  self->n_matches = (guint) (match - (DatelineMatch *) self->match_array->data);
}

/* The point of "Oct. 7 massacre" or "Gov. Ali", the apostrophe of "Workers'
 * Party" and the stroke of "9/11" part no phrase. */
static gboolean
is_inside_phrase (const DatelineDocument *self, guint token)
{
  const DatelineToken *word = &self->tokens[token - 1];

  if (!(self->tokens[token].flags & DATELINE_TOKEN_GLUED))
    return FALSE;
  switch (self->tokens[token].number)
    {
    case '.':
      return (word->flags & DATELINE_TOKEN_CAPITAL) && word->end - word->begin <= 4;
    case '\'':
    case 0x2019:
      return self->text[word->end - 1] == 's';
    case '/':
      return token + 1 < self->n_tokens && (self->tokens[token + 1].flags & DATELINE_TOKEN_GLUED);
    default:
      return FALSE;
    }
}

/* The node after the next word that is part of a phrase, or 0; @next is
 * moved behind that word. */
static inline guint32
walk (const DatelineDocument *self, guint32 node, guint *next)
{
  guint token = *next;

  if (token < self->n_tokens && (self->tokens[token].flags & DATELINE_TOKEN_PUNCT) && is_inside_phrase (self, token))
    token++;
  if (token >= self->n_tokens || self->tokens[token].word == 0)
    return 0;
  *next = token + 1;
  return dateline_data_get_child (self->data, node, self->tokens[token].word);
}

/* Walks the trie from one token; the deepest nodes are added first. */
static void
match_at (DatelineDocument *self, guint first, guint32 node)
{
  guint32 nodes[MAX_PHRASE_TOKENS];
  guint   ends[MAX_PHRASE_TOKENS];
  guint   n = 0, next = first + 1;

  while (node != 0 && n < MAX_PHRASE_TOKENS)
    {
      ends[n] = next;
      nodes[n++] = node;
      node = walk (self, node, &next);
    }
  while (n-- > 0)
    add_matches (self, first, ends[n] - first, nodes[n]);
}

static void
find_matches (DatelineDocument *self)
{
  self->first_match = dateline_scratch_alloc (self->scratch, sizeof (guint32) * (self->n_tokens + 1));
  self->lexicons = dateline_scratch_new0 (self->scratch, guint32, self->n_tokens + 1);
  for (guint i = 0; i < self->n_tokens; i++)
    {
      guint32 node;

      self->first_match[i] = self->n_matches;
      node = dateline_data_get_root_child (self->data, self->tokens[i].word);
      if (node != 0)
        match_at (self, i, node);
    }
  self->first_match[self->n_tokens] = self->n_matches;
  g_array_set_size (self->match_array, self->n_matches);
  self->matches = (const DatelineMatch *) self->match_array->data;
}

static void
index_sentences (DatelineDocument *self)
{
  guint32 *token_sentence = dateline_scratch_alloc (self->scratch, sizeof (guint32) * (self->n_tokens + 1));

  for (guint i = 0; i < self->n_sentences; i++)
    {
      const guint end = self->sentences[i].end_token;

      for (guint token = self->sentences[i].first_token; token < end; token++)
        token_sentence[token] = i;
    }
  self->token_sentence = token_sentence;
}

/**
 * dateline_document_new_in:
 * @scratch: what the document and its recognisers work in; must not be
 *   reset before the document is freed
 * @data: what the engine knows; must outlive the document
 * @text: UTF-8; must outlive the document
 * @length: bytes of @text, less than 4 GiB
 *
 * Returns: (transfer full): the text's tokens, known phrases and sentences
 */
DatelineDocument *
dateline_document_new_in (DatelineScratch *scratch, const DatelineData *data, const char *text, gsize length)
{
  DatelineDocument *self;

  g_return_val_if_fail (length < G_MAXUINT32, NULL);

  self = dateline_scratch_new0 (scratch, DatelineDocument, 1);
  self->data = data;
  self->text = text;
  self->length = length;
  self->scratch = scratch;
  self->list_bits = dateline_word_lists_get_bits (dateline_data_get_word_lists (data));
  self->token_array = dateline_scratch_take_array (scratch, sizeof (DatelineToken));
  self->match_array = dateline_scratch_take_array (scratch, sizeof (DatelineMatch));
  self->sentence_array = dateline_scratch_take_array (scratch, sizeof (DatelineSentence));

  dateline_tokenize (text, length, self->token_array);
  self->tokens = (const DatelineToken *) self->token_array->data;
  self->n_tokens = self->token_array->len;
  look_up_words (self, (DatelineToken *) self->token_array->data);
  find_matches (self);

  dateline_sentences_find (self, self->sentence_array);
  self->sentences = (const DatelineSentence *) self->sentence_array->data;
  self->n_sentences = self->sentence_array->len;
  index_sentences (self);

  return self;
}

/**
 * dateline_document_new:
 * @data: what the engine knows; must outlive the document
 * @text: UTF-8; must outlive the document
 * @length: bytes of @text, less than 4 GiB
 *
 * Returns: (transfer full): as dateline_document_new_in(), with a scratch
 *   of its own
 */
DatelineDocument *
dateline_document_new (const DatelineData *data, const char *text, gsize length)
{
  DatelineDocument *self = dateline_document_new_in (dateline_scratch_new (), data, text, length);

  self->owns_scratch = TRUE;
  return self;
}

void
dateline_document_free (DatelineDocument *self)
{
  if (self != NULL && self->owns_scratch)
    dateline_scratch_free (self->scratch);
}
