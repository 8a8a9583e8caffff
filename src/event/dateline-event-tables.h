/* dateline-event-tables.h: the event tables' rows, read once for all articles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-data.h"
#include "dateline-date.h"

G_BEGIN_DECLS

typedef enum
{
  DATELINE_ACTOR_KIND_COUNTRY,
  DATELINE_ACTOR_KIND_CAPITAL,
  DATELINE_ACTOR_KIND_STATE,
  DATELINE_ACTOR_KIND_COALITION,
  DATELINE_ACTOR_KIND_GROUP,
  DATELINE_ACTOR_KIND_LEADER,
  DATELINE_ACTOR_KIND_ORGANISATION,
  DATELINE_ACTOR_KIND_CLASS,
  DATELINE_ACTOR_KIND_HEAD_STATE,
  DATELINE_ACTOR_KIND_HEAD_ARMED
} DatelineActorKind;

/* Where a word's people stand. */
typedef enum
{
  DATELINE_CASUALTY_FORM_ACTIVE,
  DATELINE_CASUALTY_FORM_PAST,
  DATELINE_CASUALTY_FORM_INTRANSITIVE,
  DATELINE_CASUALTY_FORM_ADJECTIVE,
  DATELINE_CASUALTY_FORM_NOUN,
  DATELINE_CASUALTY_FORM_OF,
  DATELINE_CASUALTY_FORM_TOLL
} DatelineCasualtyForm;

typedef enum
{
  DATELINE_CASUALTY_WORD_KILLED,
  DATELINE_CASUALTY_WORD_INJURED,
  DATELINE_CASUALTY_WORD_EITHER,
  DATELINE_CASUALTY_WORD_BOTH,
  DATELINE_CASUALTY_WORD_OTHER
} DatelineCasualtyWord;

typedef enum
{
  DATELINE_SPEECH_FORM_OTHER,
  DATELINE_SPEECH_FORM_VERB,
  DATELINE_SPEECH_FORM_ACCORDING
} DatelineSpeechForm;

/* Of actors.tsv. All strings are the data's; "" for an empty cell, and
 * equal ones are one. */
typedef struct
{
  DatelineActorKind kind;
  const char       *id;
  const char       *name;
  const char       *side;
  const char       *country;
  const char       *parent;
  const char       *within;
  DatelineDay       from; /* the first day of the name */
  DatelineDay       to;   /* the first day without it */
} DatelineActorRow;

typedef struct
{
  DatelineCasualtyWord kind;
  DatelineCasualtyForm form;
} DatelineCasualtyRow;

typedef struct
{
  const char *victim;
  gboolean    plural;
} DatelinePersonRow;

typedef struct
{
  DatelineSpeechForm form;
  const char        *attitude;
} DatelineSpeechRow;

typedef struct
{
  DatelineActorRow    *actors;
  guint               *states; /* rows of actors.tsv that are a country's forces */
  guint                n_states;
  DatelineCasualtyRow *casualties;
  DatelinePersonRow   *persons;
  DatelineSpeechRow   *speeches;
  gboolean            *nominal;      /* by row of triggers.tsv: a noun, or a verb's -ing */
  const char         **weapon_ids;   /* by row of weapons.tsv */
  const char         **target_ids;   /* by row of targets.tsv */
  const char         **source_kinds; /* by row of sources.tsv */
} DatelineEventTables;

DatelineEventTables *dateline_event_tables_new (const DatelineData *data);
void                 dateline_event_tables_free (DatelineEventTables *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineEventTables, dateline_event_tables_free)

G_END_DECLS
