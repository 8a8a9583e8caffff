/* dateline-sentences.c: where sentences begin and end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules, not ICU's break iterator: that one breaks after "Gen.", "U.S." and
 * "No." (tests/spec/sentences.txt).
 */

#define G_LOG_DOMAIN "dateline-text"

#include "config.h"

#include "dateline-sentences.h"

#include <string.h>

/* A line shorter than this that has no full stop is a heading. */
#define HEADING_CHARACTERS 90
/* A line break after fewer characters than this was meant. */
#define SHORT_LINE_CHARACTERS 60
/* A text without full stops is cut, so that whatever compares the words of
 * one sentence with each other stays linear in the text. */
#define MAX_SENTENCE_TOKENS 1024

static gboolean
is_terminal (const DatelineDocument *document, guint token)
{
  gunichar c = document->tokens[token].number;

  return (document->tokens[token].flags & DATELINE_TOKEN_PUNCT) && (c == '.' || c == '?' || c == '!' || c == 0x2026 || c == 0x061f || c == 0x06d4);
}

static gboolean
is_closing (const DatelineDocument *document, guint token)
{
  gunichar c = document->tokens[token].number;

  return (document->tokens[token].flags & DATELINE_TOKEN_PUNCT) &&
         (c == '"' || c == '\'' || c == 0x201d || c == 0x2019 || c == ')' || c == ']' || c == 0xbb);
}

static gboolean
is_opening (const DatelineDocument *document, guint token)
{
  gunichar c = document->tokens[token].number;

  return (document->tokens[token].flags & DATELINE_TOKEN_PUNCT) &&
         (c == '"' || c == '\'' || c == 0x201c || c == 0x2018 || c == '(' || c == '[' || c == 0xab || c == 0x2014 || c == '-' || c == 0x2022);
}

static gboolean
can_begin_sentence (const DatelineDocument *document, guint token)
{
  const DatelineToken *next;

  while (token < document->n_tokens && is_opening (document, token))
    token++;
  if (token >= document->n_tokens)
    return TRUE;

  next = &document->tokens[token];
  return (next->flags & (DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_NUMBER)) != 0 ||
         (guchar) document->text[next->begin] >= 0xd6 || /* a script without case */
         (dateline_document_token_is_any (document, token, "al|el") && dateline_document_token_has (document, token + 1, DATELINE_TOKEN_HYPHEN));
}

/* Words that hardly ever follow an abbreviation within a sentence. */
static gboolean
is_sentence_starter (const DatelineDocument *document, guint token)
{
  return dateline_document_token_is_any (document, token, "the|a|an|in|on|at|it|he|she|they|but|and|this|that|these|we|i|as|after|his|her|their|there|two|no|meanwhile|however|earlier|later|also|one|some|many");
}

/* "Gen. Michael", "Jan. 24", "No. 5": the point belongs to the word. */
static gboolean
is_abbreviation (const DatelineDocument *document, guint stop)
{
  const DatelineMatch *match;
  const DatelineToken *word;
  const char          *kind;

  if (stop == 0 || !(document->tokens[stop].flags & DATELINE_TOKEN_GLUED))
    return FALSE;

  word = &document->tokens[stop - 1];
  if ((word->flags & DATELINE_TOKEN_CAPITAL) && word->end - word->begin == 1 && !dateline_document_token_is (document, stop - 1, "i"))
    return TRUE; /* an initial */

  match = dateline_document_find_match (document, stop - 1, DATELINE_LEXICON_ABBREVIATION);
  if (match == NULL)
    return FALSE;
  kind = dateline_document_get_cell (document, match, "kind");
  if (strcmp (kind, "number") == 0)
    return dateline_document_token_has (document, stop + 1, DATELINE_TOKEN_NUMBER);
  if (strcmp (kind, "title") == 0)
    return dateline_document_token_has (document, stop + 1, DATELINE_TOKEN_CAPITAL) && (word->flags & DATELINE_TOKEN_CAPITAL);
  return TRUE;
}

/* Whether the token is followed by the end of its sentence, and where the
 * next one begins. */
static gboolean
ends_sentence (const DatelineDocument *document, guint token, guint *next)
{
  const DatelineToken *tokens = document->tokens;

  *next = token + 1;
  if ((tokens[token].flags & DATELINE_TOKEN_DOTTED) && document->text[tokens[token].end - 1] == '.')
    return *next < document->n_tokens && is_sentence_starter (document, *next) &&
           dateline_document_token_has (document, *next, DATELINE_TOKEN_CAPITAL);
  if (!is_terminal (document, token))
    return FALSE;

  while (*next < document->n_tokens && (tokens[*next].flags & DATELINE_TOKEN_GLUED) &&
         (is_closing (document, *next) || is_terminal (document, *next)))
    (*next)++;
  if (*next >= document->n_tokens)
    return TRUE;
  if ((tokens[*next].flags & DATELINE_TOKEN_GLUED) && !dateline_document_token_has (document, *next, DATELINE_TOKEN_CAPITAL))
    return FALSE; /* "3.5.1", "twitter.com" */
  if ((tokens[*next].flags & DATELINE_TOKEN_GLUED) && token > 0 && (tokens[token - 1].flags & DATELINE_TOKEN_NUMBER) == 0 &&
      tokens[token].number == '.' && *next == token + 1 && tokens[token - 1].end - tokens[token - 1].begin < 3)
    return FALSE;
  if (tokens[token].number == '.' && is_abbreviation (document, token))
    return FALSE;
  return can_begin_sentence (document, *next);
}

/* A line break parts sentences when the line before ended one, or was short
 * although it had room for the next word. */
static gboolean
line_ends_sentence (const DatelineDocument *document, guint line_start, guint token)
{
  const DatelineToken *tokens = document->tokens;

  if (tokens[token].flags & DATELINE_TOKEN_PARAGRAPH)
    return TRUE;
  if (!(tokens[token].flags & DATELINE_TOKEN_LINE))
    return FALSE;
  return is_terminal (document, token - 1) || (is_closing (document, token - 1) && token > line_start + 1 && is_terminal (document, token - 2)) ||
         (tokens[token - 1].end - tokens[line_start].begin + 1 + tokens[token].end - tokens[token].begin < SHORT_LINE_CHARACTERS && can_begin_sentence (document, token));
}

static void
add_sentence (const DatelineDocument *document, GArray *sentences, guint first, guint end, guint paragraph, gboolean alone)
{
  DatelineSentence     sentence = { first, end, paragraph, FALSE, FALSE, FALSE };
  guint                n_words = 0, n_capital = 0;
  const DatelineMatch *boilerplate = dateline_document_find_match (document, first, DATELINE_LEXICON_BOILERPLATE);

  for (guint i = first; i < end; i++)
    {
      const DatelineToken *token = &document->tokens[i];
      guint                counts = (token->flags / DATELINE_TOKEN_WORD & 1) & (token->end - token->begin > 3);

      n_words += counts;
      n_capital += counts & (token->flags / DATELINE_TOKEN_CAPITAL & 1);
    }
  sentence.upper = n_words >= 3 && n_capital * 10 > n_words * 7;
  sentence.heading = alone && !is_terminal (document, end - 1) && !is_closing (document, end - 1) &&
                     document->tokens[end - 1].end - document->tokens[first].begin < HEADING_CHARACTERS;
  sentence.boilerplate = boilerplate != NULL && first + boilerplate->n_tokens == end;
  dateline_scratch_append (sentences, sentence);
}

/**
 * dateline_sentences_find:
 * @document: with tokens and matches
 * @sentences: (element-type DatelineSentence): sentences are added to it;
 *   each token belongs to exactly one
 */
void
dateline_sentences_find (const DatelineDocument *document, GArray *sentences)
{
  guint                first = 0, line_start = 0, paragraph = 0;
  gboolean             paragraph_start = TRUE;
  const DatelineToken *tokens = document->tokens;
  const guint          n_tokens = document->n_tokens;

  for (guint i = 0; i < n_tokens; i++)
    {
      guint    next;
      gboolean end, line_end;

      if (tokens[i].flags & DATELINE_TOKEN_LINE)
        line_start = i;
      /* Most words end nothing. */
      if (!(tokens[i].flags & (DATELINE_TOKEN_PUNCT | DATELINE_TOKEN_DOTTED)) && i + 1 < n_tokens &&
          !(tokens[i + 1].flags & DATELINE_TOKEN_LINE) && i + 1 - first < MAX_SENTENCE_TOKENS)
        continue;
      if (!(end = ends_sentence (document, i, &next)))
        next = i + 1;

      line_end = next >= document->n_tokens || line_ends_sentence (document, line_start, next);
      if (!end && !line_end && next - first < MAX_SENTENCE_TOKENS)
        continue;

      add_sentence (document, sentences, first, next, paragraph, paragraph_start && line_end);
      paragraph_start = line_end;
      paragraph += line_end;
      first = next;
      i = next - 1;
    }
}
