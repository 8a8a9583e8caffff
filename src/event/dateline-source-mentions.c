/* dateline-source-mentions.c: who says it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A verb of saying takes the noun phrase before it, or, where a comma or a
 * quotation mark stands there, the one after it; "according to" the one
 * after it.
 */

#define G_LOG_DOMAIN "dateline-event"

#include "config.h"

#include "dateline-source-mentions.h"

#include <string.h>

/* Words of one source, at most. */
#define MAX_SOURCE_TOKENS 14
/* Longer ones are rather two phrases without a comma. */
#define LONG_SOURCE_TOKENS 8

typedef struct
{
  const DatelineEventLexicon *lexicon;
  const DatelineDocument     *document;
  const GArray               *actors;
  guint                       next_actor; /* first that ends after the verb's sentence begins */
} Finder;

/* A hyphen belongs to a name ("Saudi-led"), a dash after a space does not
 * ("SANAA - The coalition said"). */
static gboolean
is_boundary (const Finder *self, guint token)
{
  const DatelineDocument *document = self->document;

  if (document->tokens[token].flags & DATELINE_TOKEN_PUNCT)
    {
      if (document->tokens[token].number == '-')
        return token > 0 && document->tokens[token - 1].end < document->tokens[token].begin;
      return document->tokens[token].number != '.';
    }
  return dateline_event_lexicon_may (self->lexicon, token, DATELINE_GRAMMAR_BOUNDARY);
}

static guint
skip_lead (const Finder *self, guint first, guint end)
{
  while (first < end && dateline_event_lexicon_may (self->lexicon, first, DATELINE_GRAMMAR_LEAD))
    first++;
  return first;
}

/* Adverbs between a source and its verb: "officials also later said". */
static guint
skip_adverbs_back (const Finder *self, guint begin, guint token)
{
  while (token > begin && dateline_event_lexicon_may (self->lexicon, token - 1, DATELINE_GRAMMAR_LATER))
    token--;
  return token;
}

static gboolean
is_name (const DatelineDocument *document, guint token)
{
  return dateline_document_token_has (document, token, DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_WORD) &&
         !(document->tokens[token].flags & DATELINE_TOKEN_LINE) &&
         !dateline_document_token_is_any (document, token, "the|a|an|in|on|at|this|these|those|there|some|many|monday|tuesday|wednesday|thursday|friday|saturday|sunday");
}

static guint
find_actor (Finder *self, guint first, guint end)
{
  while (self->next_actor < self->actors->len && g_array_index (self->actors, DatelineActorMention, self->next_actor).end_token <= first)
    self->next_actor++;
  if (self->next_actor < self->actors->len && g_array_index (self->actors, DatelineActorMention, self->next_actor).end_token <= end)
    return self->next_actor;
  return G_MAXUINT;
}

/* What kind of source the words are; NULL when they are none. */
static const char *
judge (Finder *self, guint first, guint end, guint *actor)
{
  const DatelineSentence *sentence = &self->document->sentences[dateline_document_get_sentence (self->document, first)];
  const char             *kind = NULL;
  gboolean                name = FALSE;

  *actor = find_actor (self, first, end);
  for (guint t = first; t < end; t++)
    {
      const DatelineMatch *match = dateline_event_lexicon_find (self->lexicon, t, DATELINE_LEXICON_SOURCE);

      if (match != NULL && t + match->n_tokens <= end)
        {
          const char *found = self->lexicon->tables->source_kinds[match->row];

          if (kind == NULL || strcmp (kind, "anonymous") == 0)
            kind = found;
          t += match->n_tokens - 1;
        }
      name |= is_name (self->document, t) && (t > sentence->first_token || is_name (self->document, t + 1));
    }
  if (*actor != G_MAXUINT)
    {
      const DatelineActorMention *mention = &g_array_index (self->actors, DatelineActorMention, *actor);

      if (kind == NULL || (strcmp (kind, "anonymous") == 0 && !mention->country_name))
        return mention->country_name ? "official" : "belligerent";
    }
  return kind != NULL ? kind : name ? "anonymous"
                                    : NULL;
}

static void
add (Finder *self, GArray *mentions, guint first, guint end, guint verb, const DatelineMatch *speech)
{
  DatelineSourceMention mention = { .first_token = first, .end_token = end, .verb_token = verb };

  mention.kind = judge (self, first, end, &mention.actor);
  if (mention.kind == NULL)
    return;
  mention.sentence = dateline_document_get_sentence (self->document, verb);
  mention.attitude = self->lexicon->tables->speeches[speech->row].attitude;
  dateline_scratch_append (mentions, mention);
}

static void
take_right (Finder *self, GArray *mentions, guint token, guint sentence_end, guint verb, const DatelineMatch *speech)
{
  guint end = token;

  while (end < sentence_end && end - token < MAX_SOURCE_TOKENS && !is_boundary (self, end))
    end++;
  while (end > token && (self->document->tokens[end - 1].flags & DATELINE_TOKEN_PUNCT))
    end--;
  if (end > token)
    add (self, mentions, token, end, verb, speech);
}

/* Where punctuation is lost, the source is what follows the last article. */
static guint
cut_long (const Finder *self, guint first, guint end)
{
  guint at = first;

  if (end - first <= LONG_SOURCE_TOKENS)
    return first;
  for (guint t = first; t + 1 < end; t++)
    {
      if (dateline_document_token_is_any (self->document, t, "a|an|the|one|another|local"))
        at = t;
      if (dateline_event_lexicon_begins (self->lexicon, t, DATELINE_LEXICON_SOURCE) && at > first)
        return at;
    }
  return at;
}

static void
take_verb (Finder *self, GArray *mentions, guint verb, const DatelineMatch *speech)
{
  const DatelineDocument *document = self->document;
  const DatelineSentence *sentence = &document->sentences[dateline_document_get_sentence (document, verb)];
  guint                   end = skip_adverbs_back (self, sentence->first_token, verb);
  guint                   first = end;

  while (first > sentence->first_token && end - first < MAX_SOURCE_TOKENS && !is_boundary (self, first - 1))
    first--;
  first = cut_long (self, skip_lead (self, first, end), end);
  if (first < end)
    add (self, mentions, first, end, verb, speech);
  else if (verb > sentence->first_token && (document->tokens[verb - 1].flags & DATELINE_TOKEN_PUNCT))
    take_right (self, mentions, verb + speech->n_tokens, sentence->end_token, verb, speech);
}

/**
 * dateline_source_mentions_find:
 * @lexicon: the columns of a document's tables
 * @actors: (element-type DatelineActorMention): in text order
 * @mentions: (element-type DatelineSourceMention): mentions are added to it
 *
 * Source: tests/spec/sources.txt.
 */
void
dateline_source_mentions_find (const DatelineEventLexicon *lexicon, const GArray *actors, GArray *mentions)
{
  const DatelineDocument *document = lexicon->document;
  Finder                  self = { lexicon, document, actors, 0 };

  for (guint i = 0; i < document->n_tokens; i++)
    {
      const DatelineMatch *match = dateline_event_lexicon_find (lexicon, i, DATELINE_LEXICON_SPEECH);
      DatelineSpeechForm   form;

      if (match == NULL || dateline_event_lexicon_begins (lexicon, i, DATELINE_LEXICON_CASUALTY) ||
          dateline_event_lexicon_begins (lexicon, i + match->n_tokens, DATELINE_LEXICON_CASUALTY))
        continue;
      form = lexicon->tables->speeches[match->row].form;
      if (form == DATELINE_SPEECH_FORM_ACCORDING)
        {
          guint sentence = dateline_document_get_sentence (document, i);

          take_right (&self, mentions, i + match->n_tokens, document->sentences[sentence].end_token, i, match);
        }
      else if (form == DATELINE_SPEECH_FORM_VERB)
        take_verb (&self, mentions, i, match);
      i += match->n_tokens - 1;
    }
}
