/* dateline-event-lexicon.c: the event tables' columns, looked up once a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-event"

#include "config.h"

#include "dateline-event-lexicon.h"

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
  return dateline_document_find_match (self->document, token, DATELINE_LEXICON_WEAPON) != NULL ||
         dateline_document_find_match (self->document, token, DATELINE_LEXICON_TARGET) != NULL;
}
