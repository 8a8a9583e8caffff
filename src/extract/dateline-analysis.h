/* dateline-analysis.h: all that the stages before linking found in an article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-document.h"
#include "dateline-event-mentions.h"
#include "dateline-extraction.h"
#include "dateline-gazetteer.h"
#include "dateline-timex.h"
#include "dateline-toponym.h"
#include "dateline-trigger.h"

G_BEGIN_DECLS

/* What an extraction works with; nothing in it outlives the article. */
typedef struct
{
  const DatelineGazetteer      *gazetteer;
  const DatelineTriggerLexicon *trigger_lexicon;
  DatelineDocument             *document;
  GArray                       *toponyms; /* DatelineToponym, resolved */
  GArray                       *timexes;  /* DatelineTimex, resolved */
  GArray                       *triggers; /* DatelineTrigger */
  DatelineEventMentions        *mentions;
  DatelineAnchor                anchor;
  char                          country[3];     /* the article's main country, "" none */
  int                           offset_minutes; /* of the zone in which its dates were read */
} DatelineAnalysis;

static inline const DatelineToponym *
dateline_analysis_get_toponym (const DatelineAnalysis *self, guint index)
{
  return &g_array_index (self->toponyms, DatelineToponym, index);
}

static inline const DatelineTimex *
dateline_analysis_get_timex (const DatelineAnalysis *self, guint index)
{
  return &g_array_index (self->timexes, DatelineTimex, index);
}

static inline const DatelineTrigger *
dateline_analysis_get_trigger (const DatelineAnalysis *self, guint index)
{
  return &g_array_index (self->triggers, DatelineTrigger, index);
}

static inline const DatelineActorMention *
dateline_analysis_get_actor (const DatelineAnalysis *self, guint index)
{
  return &g_array_index (self->mentions->actors, DatelineActorMention, index);
}

static inline const DatelineCasualtyMention *
dateline_analysis_get_casualty (const DatelineAnalysis *self, guint index)
{
  return &g_array_index (self->mentions->casualties, DatelineCasualtyMention, index);
}

static inline const DatelineThingMention *
dateline_analysis_get_thing (const DatelineAnalysis *self, guint index)
{
  return &g_array_index (self->mentions->things, DatelineThingMention, index);
}

static inline const DatelineSourceMention *
dateline_analysis_get_source (const DatelineAnalysis *self, guint index)
{
  return &g_array_index (self->mentions->sources, DatelineSourceMention, index);
}

/* Where the sentence's items begin in an array sorted by first token: every
 * mention type starts with guint first_token, so that one search serves. */
static inline guint
dateline_analysis_lower_bound (const GArray *array, gsize element_size, guint token)
{
  guint low = 0, high = array->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (*(const guint *) (array->data + middle * element_size) < token)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

#define DATELINE_LOWER_BOUND(array, type, token) dateline_analysis_lower_bound ((array), sizeof (type), (token))

G_END_DECLS
