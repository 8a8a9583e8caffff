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
 * @anchor: its day, or %DATELINE_DAY_NONE
 *
 * As dateline_event_mentions_find_in(), with the country that the actors'
 * own names speak of.
 *
 * Returns: (transfer full): all mentions
 */
DatelineEventMentions *
dateline_event_mentions_find (const DatelineDocument *document, DatelineDay anchor)
{
  return dateline_event_mentions_find_in (document, anchor, NULL);
}

/**
 * dateline_event_mentions_find_in:
 * @document: the article
 * @anchor: its day, which tells what a name meant; %DATELINE_DAY_NONE when
 *   it has none
 * @country: (nullable): ISO 3166-1 code of the country that the article is
 *   about: "the coalition", "the army" and "rebels" depend on it
 *
 * Time is linear in the tokens.
 *
 * Returns: (transfer full): all mentions
 */
DatelineEventMentions *
dateline_event_mentions_find_in (const DatelineDocument *document, DatelineDay anchor, const char *country)
{
  DatelineEventMentions        *self = g_new0 (DatelineEventMentions, 1);
  g_auto (DatelineEventLexicon) lexicon = { NULL };

  self->actors = g_array_new (FALSE, FALSE, sizeof (DatelineActorMention));
  self->casualties = g_array_new (FALSE, FALSE, sizeof (DatelineCasualtyMention));
  self->things = g_array_new (FALSE, FALSE, sizeof (DatelineThingMention));
  self->sources = g_array_new (FALSE, FALSE, sizeof (DatelineSourceMention));

  dateline_event_lexicon_init (&lexicon, document);
  dateline_actor_mentions_find (&lexicon, anchor, country, self->actors);
  dateline_casualty_mentions_find (&lexicon, self->casualties);
  dateline_thing_mentions_find (&lexicon, self->things);
  dateline_source_mentions_find (&lexicon, self->actors, self->sources);

  return self;
}

void
dateline_event_mentions_free (DatelineEventMentions *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->actors);
  g_array_unref (self->casualties);
  g_array_unref (self->things);
  g_array_unref (self->sources);
  g_free (self);
}
