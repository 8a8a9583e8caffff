/* dateline-casualty-private.h: what the files of casualties share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-casualty-mentions.h"
#include "dateline-people.h"

G_BEGIN_DECLS

/* Items of one list of people, at most. */
#define DATELINE_CASUALTY_MAX_CHAIN 12

/* A word of casualties.tsv in the text. */
typedef struct
{
  guint                first_token;
  guint                end_token;
  DatelineCasualtyWord kind;
  DatelineCasualtyForm form;
} DatelineCasualtyCue;

typedef struct
{
  const DatelineEventLexicon *lexicon;
  const DatelineDocument     *document;
  GArray                     *people;   /* DatelinePeople, by token */
  GArray                     *cues;     /* DatelineCasualtyCue, by token */
  GArray                     *mentions; /* DatelineCasualtyMention */
  guint                       cue;      /* the one in hand */
  guint                       next;     /* first group of people that ends after it begins */
  guint                       begin;    /* its sentence's tokens */
  guint                       end;
  guint                       sentence;
} DatelineCasualtyFinder;

/* Groups [first, end) of a list. */
typedef struct
{
  guint first;
  guint end;
} DatelineCasualtyChain;

static inline DatelinePeople *
dateline_casualty_get_people (const DatelineCasualtyFinder *self, guint i)
{
  return &g_array_index (self->people, DatelinePeople, i);
}

static inline const DatelineCasualtyCue *
dateline_casualty_get_cue (const DatelineCasualtyFinder *self, guint i)
{
  return &g_array_index (self->cues, DatelineCasualtyCue, i);
}

static inline gboolean
dateline_casualty_is_usable (const DatelinePeople *people)
{
  return (people->flags & (DATELINE_PEOPLE_BLOCKED | DATELINE_PEOPLE_CONSUMED)) == 0;
}

/* dateline-casualty-sum.c */
void     dateline_casualty_add_announced_parts (DatelineCasualtyFinder *self, const DatelineCasualtyCue *cue, guint group);
gboolean dateline_casualty_follows_name (const DatelineCasualtyFinder *self, guint group);
void     dateline_casualty_add_chain (DatelineCasualtyFinder *self, const DatelineCasualtyCue *cue, DatelineCasualtyChain chain);
void     dateline_casualty_add_plain (DatelineCasualtyFinder *self, const DatelineCasualtyCue *cue, guint token, int low, int best, int high);

G_END_DECLS
