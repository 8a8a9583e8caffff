/* dateline-trigger-private.h: what the files of event words share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-trigger.h"

G_BEGIN_DECLS

/* What a word asks of those around it (column gate of triggers.tsv). */
typedef enum
{
  DATELINE_GATE_NONE,
  DATELINE_GATE_ADVANCED,
  DATELINE_GATE_ARREST,
  DATELINE_GATE_ATTACK,
  DATELINE_GATE_ATTACK_VERB,
  DATELINE_GATE_ATTACKED,
  DATELINE_GATE_BOMB,
  DATELINE_GATE_BOMB_NOUN,
  DATELINE_GATE_CAMPAIGN,
  DATELINE_GATE_CAPTURED,
  DATELINE_GATE_CASUALTIES,
  DATELINE_GATE_EXECUTED,
  DATELINE_GATE_EXPLODED,
  DATELINE_GATE_EXPLOSION,
  DATELINE_GATE_FELL,
  DATELINE_GATE_FIGHT,
  DATELINE_GATE_FIRED,
  DATELINE_GATE_FIRED_AT,
  DATELINE_GATE_FIGHTING,
  DATELINE_GATE_UNDER_FIRE,
  DATELINE_GATE_INTERCEPTED,
  DATELINE_GATE_RAID,
  DATELINE_GATE_SHELL,
  DATELINE_GATE_SHOOTING,
  DATELINE_GATE_SHOT,
  DATELINE_GATE_STRIKE,
  DATELINE_GATE_WEAPON,
  DATELINE_GATE_ASSAULT,
  DATELINE_GATE_BOMBARDMENT
} DatelineTriggerGate;

/* What governs a word (column kind of realis.tsv). */
typedef enum
{
  DATELINE_CUE_NONE,
  DATELINE_CUE_BACKGROUND,
  DATELINE_CUE_NEGATION,
  DATELINE_CUE_FOILED,
  DATELINE_CUE_FUTURE,
  DATELINE_CUE_MODAL,
  DATELINE_CUE_CONDITIONAL,
  DATELINE_CUE_CALL,
  DATELINE_CUE_THREAT,
  DATELINE_CUE_GENERIC,
  DATELINE_CUE_HABIT,
  DATELINE_CUE_RATE,
  DATELINE_CUE_SERIES,
  DATELINE_CUE_TRAINING,
  DATELINE_CUE_ANNIVERSARY,
  DATELINE_CUE_TRIAL,
  DATELINE_CUE_REACTION,
  DATELINE_CUE_INQUIRY,
  DATELINE_CUE_DENIAL,
  DATELINE_CUE_ACCIDENT,
  DATELINE_CUE_WORK,
  DATELINE_CUE_PEACEFUL
} DatelineTriggerCue;

typedef struct
{
  DatelineIncidentType type;
  DatelineTriggerForm  form;
  DatelineTriggerGate  gate;
  double               weight;
} DatelineTriggerRow;

struct _DatelineTriggerLexicon
{
  DatelineTriggerRow *triggers;
  guint8             *cues;         /* DatelineTriggerCue, by row of realis.tsv */
  gint8              *weapon_types; /* DatelineIncidentType or −1, by row of weapons.tsv */
  guint               n_weapons;
};

/* What else the sentence holds. */
typedef struct
{
  gboolean has_type[DATELINE_N_INCIDENT_TYPES]; /* a weapon implies it */
  gboolean labour;
  gboolean peaceful; /* an accident, the weather, trade, sport: what hits is no attacker */
  gboolean air;      /* aircraft, or a force that strikes from the air */
} DatelineTriggerSurroundings;

static inline gboolean
dateline_trigger_is_noun (const DatelineTrigger *trigger)
{
  return trigger->form == DATELINE_TRIGGER_NOUN || trigger->form == DATELINE_TRIGGER_NOUNS;
}

/* dateline-trigger-gate.c */
gboolean                    dateline_trigger_is_clause_boundary (const DatelineDocument *document, guint token);
gboolean                    dateline_trigger_is_air_word (const DatelineDocument *document, guint token);
DatelineTriggerCue          dateline_trigger_read_cue (const DatelineDocument *document, const DatelineTriggerLexicon *lexicon, guint token, guint *end);
gboolean                    dateline_trigger_joins_vehicles (const DatelineDocument *document, guint token, guint end);
DatelineTriggerSurroundings dateline_trigger_look_around (const DatelineDocument *document, const DatelineTriggerLexicon *lexicon, guint first, guint end);
gboolean                    dateline_trigger_passes_gate (const DatelineDocument *document, DatelineTrigger *trigger, DatelineTriggerGate gate, const DatelineTriggerSurroundings *around, const DatelineSentence *sentence);

/* What the phrase that begins at a token says of events near it; most
 * tokens begin none. */
static inline DatelineTriggerCue
dateline_trigger_find_cue (const DatelineDocument *document, const DatelineTriggerLexicon *lexicon, guint token, guint *end)
{
  return dateline_document_has_match_in (document, token, DATELINE_LEXICON_BIT (DATELINE_LEXICON_REALIS))
           ? dateline_trigger_read_cue (document, lexicon, token, end)
           : DATELINE_CUE_NONE;
}

/* "a bus hit a lorry" */
static inline gboolean
dateline_trigger_is_collision (const DatelineDocument *document, guint token, guint end)
{
  return document->tokens[token].listed != 0 && dateline_document_token_is_any (document, token, "hit|struck|rammed|collided") &&
         dateline_trigger_joins_vehicles (document, token, end);
}

/* Most tokens begin no phrase that says anything here, and stand in no list
 * of words: a look at two numbers says so. */
static inline gboolean
dateline_trigger_tells_anything (const DatelineDocument *document, guint token)
{
  return document->tokens[token].listed != 0 ||
         (document->lexicons[token] & (1u << DATELINE_LEXICON_WEAPON | 1u << DATELINE_LEXICON_REALIS)) != 0;
}

/* dateline-trigger-realis.c */
void dateline_trigger_judge_realis (const DatelineDocument *document, const DatelineTriggerLexicon *lexicon, const DatelineSentence *sentence, DatelineTrigger *trigger);
void dateline_trigger_inherit_realis (const DatelineDocument *document, GArray *triggers, DatelineTrigger *trigger);

G_END_DECLS
