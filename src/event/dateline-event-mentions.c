/* dateline-event-mentions.c: who, with what, on what, and how many
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-event"

#include "config.h"

#include "dateline-event-mentions.h"

#include "dateline-actor-mentions.h"
#include "dateline-casualty-mentions.h"
#include "dateline-event-lexicon.h"
#include "dateline-source-mentions.h"
#include "dateline-thing-mentions.h"

/**
 * dateline_event_mentions_find:
 * @document: the article
 * @tables: the event tables
 * @anchor: its day, which tells what a name meant; %DATELINE_DAY_NONE when
 *   it has none
 * @country: (nullable): ISO 3166-1 code of the country that the article is
 *   about: "the coalition", "the army" and "rebels" depend on it; %NULL to
 *   go by the country that the actors' own names speak of
 *
 * Time is linear in the tokens.
 *
 * Returns: (transfer none): all mentions; they live as long as the document
 */
DatelineEventMentions *
dateline_event_mentions_find (const DatelineDocument *document, const DatelineEventTables *tables, DatelineDay anchor, const char *country)
{
  DatelineScratch       *scratch = document->scratch;
  DatelineEventMentions *self = dateline_scratch_new0 (scratch, DatelineEventMentions, 1);
  DatelineEventLexicon   lexicon;

  self->actors = dateline_scratch_take_array (scratch, sizeof (DatelineActorMention));
  self->casualties = dateline_scratch_take_array (scratch, sizeof (DatelineCasualtyMention));
  self->things = dateline_scratch_take_array (scratch, sizeof (DatelineThingMention));
  self->sources = dateline_scratch_take_array (scratch, sizeof (DatelineSourceMention));

  dateline_event_lexicon_init (&lexicon, document, tables);
  dateline_actor_mentions_find (&lexicon, anchor, country, self->actors);
  dateline_casualty_mentions_find (&lexicon, self->casualties);
  dateline_thing_mentions_find (&lexicon, self->things);
  dateline_source_mentions_find (&lexicon, self->actors, self->sources);

  return self;
}
