/* dateline-organisation.c: names of organisations, as annotators mark them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Wider than who acts: armed groups and governments, ministries, media,
 * universities, peoples, each with its article ("the Pentagon"), as in the
 * re3d guidelines. Only for lists of entities.
 */

#define G_LOG_DOMAIN "dateline-event"

#include "config.h"

#include "dateline-organisation.h"

#include "dateline-event-lexicon.h"

/* Words of a name, at most. */
#define MAX_NAME_TOKENS 9

typedef struct
{
  const DatelineEventLexicon *lexicon;
  const DatelineDocument     *document;
  GArray                     *spans;
  guint                       end; /* of the last, token */
} Finder;

/* The article belongs to the name, unless the name modifies a noun: "the
 * CENTCOM commander". */
static guint
take_article (const Finder *self, guint first, guint end)
{
  if (dateline_event_lexicon_begins (self->lexicon, end, DATELINE_LEXICON_PERSON) || dateline_event_lexicon_is_thing (self->lexicon, end) ||
      dateline_document_token_has (self->document, end, DATELINE_TOKEN_CAPITAL))
    return first;
  if (first > 0 && first > self->end && dateline_document_token_is_any (self->document, first - 1, "the|this|these|our|its|all"))
    return first - 1;
  return first;
}

static void
add (Finder *self, guint first, guint end)
{
  DatelineSpan span = dateline_document_get_span (self->document, take_article (self, first, end), end);

  if (first < self->end || dateline_span_is_empty (span))
    return;
  dateline_scratch_append (self->spans, span);
  self->end = end;
}

static gboolean
is_capital (const DatelineDocument *document, guint token)
{
  return dateline_document_token_has (document, token, DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_WORD);
}

static gboolean
is_organisation_noun (const DatelineDocument *document, guint token)
{
  return dateline_document_token_is_any (document, token,
                                         "society|university|office|department|ministry|council|committee|agency|board|fund|museum|embassy|government|forces|force|army|command|"
                                         "group|organization|organisation|party|bank|company|corporation|association|union|center|centre|institute|court|parliament|police|service|"
                                         "authority|commission|coalition|front|brigade|battalion|regiment|division|corps|network|foundation|federation|assembly|congress|senate|house|"
                                         "navy|academy|bureau|directorate|administration|movement|community|consulate|broadcasting|press|hospital|college|school");
}

/* "Ministry of Culture", "Syrian Computer Society", "University of Mosul". */
static guint
find_name_end (const Finder *self, guint token)
{
  guint end = 0;

  for (guint t = token; t < token + MAX_NAME_TOKENS && t < self->document->n_tokens; t++)
    {
      if (is_capital (self->document, t) && dateline_document_get_sentence (self->document, t) == dateline_document_get_sentence (self->document, token))
        {
          if (is_organisation_noun (self->document, t) && (t > token || dateline_document_token_is (self->document, t + 1, "of")))
            end = t + 1;
          else if (end != 0 && end < t && dateline_document_token_is_any (self->document, end, "of|for"))
            end = t + 1;
          continue;
        }
      if (end == 0 || !dateline_document_token_is_any (self->document, t, "of|for|and|the|al"))
        break;
    }
  return end;
}

/* Three capitals or more that name no weapon: "WMF", "CJTF". */
static gboolean
is_acronym (const Finder *self, guint token)
{
  const DatelineToken *t = &self->document->tokens[token];

  return (t->flags & DATELINE_TOKEN_UPPER) && t->end - t->begin >= 3 && t->end - t->begin <= 8 && !(t->flags & DATELINE_TOKEN_DOTTED) &&
         !self->document->sentences[dateline_document_get_sentence (self->document, token)].upper &&
         !dateline_event_lexicon_is_thing (self->lexicon, token) && !dateline_event_lexicon_begins (self->lexicon, token, DATELINE_LEXICON_PLACE) &&
         !dateline_event_lexicon_begins (self->lexicon, token, DATELINE_LEXICON_TEMPORAL) && !(t->flags & DATELINE_TOKEN_HYPHEN) &&
         !dateline_document_token_has (self->document, token + 1, DATELINE_TOKEN_HYPHEN) && g_ascii_isalpha (self->document->text[t->begin]);
}

/* A people ("Syrians"), or a country that acts ("the UK has"). */
static gboolean
is_people_or_government (const Finder *self, const DatelineActorMention *mention)
{
  const DatelineDocument *document = self->document;
  guint                   last = mention->end_token - 1;

  if (dateline_event_lexicon_begins (self->lexicon, last, DATELINE_LEXICON_PERSON) && document->text[document->tokens[last].end - 1] == 's')
    return TRUE;
  if (mention->modifier || mention->possessive)
    return FALSE;
  if (mention->first_token > 0 && dateline_document_token_is_any (document, mention->first_token - 1, "in|from|to|at|near|across|into|of|inside|throughout"))
    return FALSE;
  return dateline_document_token_is_any (document, mention->end_token, "has|have|is|will|was|had|remains|reaffirms|condemns|continues|supports|launched|said|says|must|should|would|and its");
}

static void
take_actor (Finder *self, const DatelineActorMention *mention)
{
  if (mention->pronoun || (mention->country_name && mention->state && !is_people_or_government (self, mention)))
    return;
  if (mention->generic && (mention->modifier || dateline_event_lexicon_is_thing (self->lexicon, mention->end_token - 1) || dateline_event_lexicon_is_thing (self->lexicon, mention->first_token)))
    return;
  add (self, mention->first_token, mention->end_token);
}

/* "We condemn": the organisation that speaks. */
static gboolean
is_speaking_group (const DatelineDocument *document, guint token)
{
  return document->tokens[token].end - document->tokens[token].begin == 2 && !(document->tokens[token].flags & DATELINE_TOKEN_UPPER) &&
         dateline_document_token_is_any (document, token, "we|us");
}

static void
take_token (Finder *self, guint token)
{
  const DatelineMatch *source = dateline_event_lexicon_find (self->lexicon, token, DATELINE_LEXICON_SOURCE);
  guint                end = is_capital (self->document, token) ? find_name_end (self, token) : 0;

  if (end > token)
    add (self, token, end);
  else if (is_speaking_group (self->document, token))
    add (self, token, token + 1);
  else if (source != NULL && is_capital (self->document, token) && is_capital (self->document, token + source->n_tokens - 1) &&
           (source->n_tokens > 1 || *self->lexicon->tables->source_kinds[source->row] == 'm' || (self->document->tokens[token].flags & DATELINE_TOKEN_UPPER)))
    add (self, token, token + source->n_tokens);
  else if (is_acronym (self, token))
    add (self, token, token + 1);
}

/**
 * dateline_organisations_find:
 * @document: the article
 * @tables: the event tables
 * @mentions: its mentions
 *
 * Returns: (transfer none) (element-type DatelineSpan): in text order, none
 *   overlapping another; it lives as long as the document
 */
GArray *
dateline_organisations_find (const DatelineDocument *document, const DatelineEventTables *tables, const DatelineEventMentions *mentions)
{
  DatelineEventLexicon lexicon;
  Finder               self = { &lexicon, document, dateline_scratch_take_array (document->scratch, sizeof (DatelineSpan)), 0 };
  guint                actor = 0;

  dateline_event_lexicon_init (&lexicon, document, tables);
  for (guint i = 0; i < document->n_tokens; i++)
    {
      while (actor < mentions->actors->len && g_array_index (mentions->actors, DatelineActorMention, actor).first_token < i)
        actor++;
      if (i < self.end || (document->tokens[i].flags & DATELINE_TOKEN_PUNCT))
        continue;
      if (is_capital (document, i) && find_name_end (&self, i) > i + 1)
        take_token (&self, i);
      else if (actor < mentions->actors->len && g_array_index (mentions->actors, DatelineActorMention, actor).first_token == i)
        take_actor (&self, &g_array_index (mentions->actors, DatelineActorMention, actor));
      else
        take_token (&self, i);
    }
  return self.spans;
}
