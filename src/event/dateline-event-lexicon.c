/* dateline-event-lexicon.c: the event tables' columns, looked up once a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-event"

#include "config.h"

#include "dateline-event-lexicon.h"

static void
index_tokens (DatelineEventLexicon *self)
{
  const DatelineDocument *document = self->document;

  self->starts = g_new0 (guint32, document->n_tokens + 1);
  self->grammar = g_new0 (guint32, document->n_tokens + 1);
  for (guint i = 0; i < document->n_matches; i++)
    self->starts[document->matches[i].token] |= 1u << document->matches[i].lexicon;
  for (guint i = 0; i < document->n_tokens; i++)
    {
      const DatelineToken *token = &document->tokens[i];

      if (token->flags & DATELINE_TOKEN_WORD)
        self->grammar[i] = dateline_grammar_find (document->text + token->begin, token->end - token->begin);
    }
}

/**
 * dateline_event_lexicon_init:
 * @self: (out): to be cleared with dateline_event_lexicon_clear()
 * @document: must outlive it
 */
void
dateline_event_lexicon_init (DatelineEventLexicon *self, const DatelineDocument *document)
{
  const DatelineData *data = document->data;

  self->document = document;
  self->actor.id = dateline_data_find_column (data, DATELINE_LEXICON_ACTOR, "id");
  self->actor.name = dateline_data_find_column (data, DATELINE_LEXICON_ACTOR, "name");
  self->actor.side = dateline_data_find_column (data, DATELINE_LEXICON_ACTOR, "side");
  self->actor.country = dateline_data_find_column (data, DATELINE_LEXICON_ACTOR, "country");
  self->actor.parent = dateline_data_find_column (data, DATELINE_LEXICON_ACTOR, "parent");
  self->actor.from = dateline_data_find_column (data, DATELINE_LEXICON_ACTOR, "from");
  self->actor.to = dateline_data_find_column (data, DATELINE_LEXICON_ACTOR, "to");
  self->actor.kind = dateline_data_find_column (data, DATELINE_LEXICON_ACTOR, "kind");
  self->actor.within = dateline_data_find_column (data, DATELINE_LEXICON_ACTOR, "within");
  self->casualty.kind = dateline_data_find_column (data, DATELINE_LEXICON_CASUALTY, "kind");
  self->casualty.form = dateline_data_find_column (data, DATELINE_LEXICON_CASUALTY, "form");
  self->person.victim_class = dateline_data_find_column (data, DATELINE_LEXICON_PERSON, "class");
  self->person.number = dateline_data_find_column (data, DATELINE_LEXICON_PERSON, "number");
  self->speech.attitude = dateline_data_find_column (data, DATELINE_LEXICON_SPEECH, "attitude");
  self->speech.form = dateline_data_find_column (data, DATELINE_LEXICON_SPEECH, "form");
  self->trigger_form = dateline_data_find_column (data, DATELINE_LEXICON_TRIGGER, "form");
  self->weapon_id = dateline_data_find_column (data, DATELINE_LEXICON_WEAPON, "id");
  self->target_id = dateline_data_find_column (data, DATELINE_LEXICON_TARGET, "id");
  self->source_kind = dateline_data_find_column (data, DATELINE_LEXICON_SOURCE, "kind");
  index_tokens (self);
}

void
dateline_event_lexicon_clear (DatelineEventLexicon *self)
{
  g_clear_pointer (&self->starts, g_free);
  g_clear_pointer (&self->grammar, g_free);
}

const char *
dateline_event_lexicon_get (const DatelineEventLexicon *self, const DatelineMatch *match, int column)
{
  return dateline_data_get_cell (self->document->data, match->lexicon, match->row, column);
}

/**
 * dateline_event_lexicon_is_thing:
 * @self: the columns
 * @token: an index
 *
 * Returns: whether a weapon or something that is hit begins at @token
 */
gboolean
dateline_event_lexicon_is_thing (const DatelineEventLexicon *self, guint token)
{
  return dateline_event_lexicon_begins (self, token, DATELINE_LEXICON_WEAPON) ||
         dateline_event_lexicon_begins (self, token, DATELINE_LEXICON_TARGET);
}
