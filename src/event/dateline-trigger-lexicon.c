/* dateline-trigger-lexicon.c: the tables of event words, read once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which words, and their types, stand in data/lexicon/triggers.tsv; what
 * governs them in realis.tsv.
 */

#define G_LOG_DOMAIN "dateline-event"

#include "config.h"

#include "dateline-trigger-private.h"

#include <string.h>

static const struct
{
  const char         *name;
  DatelineTriggerGate gate;
} gates[] = {
  { "advanced", DATELINE_GATE_ADVANCED },
  { "arrest", DATELINE_GATE_ARREST },
  { "assault", DATELINE_GATE_ASSAULT },
  { "attack", DATELINE_GATE_ATTACK },
  { "attack-verb", DATELINE_GATE_ATTACK_VERB },
  { "attacked", DATELINE_GATE_ATTACKED },
  { "bomb", DATELINE_GATE_BOMB },
  { "bombing", DATELINE_GATE_BOMB },
  { "bombs", DATELINE_GATE_BOMB },
  { "bomb-noun", DATELINE_GATE_BOMB_NOUN },
  { "bombardment", DATELINE_GATE_BOMBARDMENT },
  { "campaign", DATELINE_GATE_CAMPAIGN },
  { "captured", DATELINE_GATE_CAPTURED },
  { "casualties", DATELINE_GATE_CASUALTIES },
  { "executed", DATELINE_GATE_EXECUTED },
  { "exploded", DATELINE_GATE_EXPLODED },
  { "explosion", DATELINE_GATE_EXPLOSION },
  { "fell", DATELINE_GATE_FELL },
  { "fight", DATELINE_GATE_FIGHT },
  { "fighting", DATELINE_GATE_FIGHTING },
  { "fired", DATELINE_GATE_FIRED },
  { "fired-at", DATELINE_GATE_FIRED_AT },
  { "intercepted", DATELINE_GATE_INTERCEPTED },
  { "raid", DATELINE_GATE_RAID },
  { "shell", DATELINE_GATE_SHELL },
  { "shooting", DATELINE_GATE_SHOOTING },
  { "shot", DATELINE_GATE_SHOT },
  { "strike", DATELINE_GATE_STRIKE },
  { "under-fire", DATELINE_GATE_UNDER_FIRE },
  { "weapon", DATELINE_GATE_WEAPON },
};

static const struct
{
  const char        *name;
  DatelineTriggerCue cue;
} cues[] = {
  { "accident", DATELINE_CUE_ACCIDENT },
  { "anniversary", DATELINE_CUE_ANNIVERSARY },
  { "background", DATELINE_CUE_BACKGROUND },
  { "call", DATELINE_CUE_CALL },
  { "conditional", DATELINE_CUE_CONDITIONAL },
  { "denial", DATELINE_CUE_DENIAL },
  { "foiled", DATELINE_CUE_FOILED },
  { "future", DATELINE_CUE_FUTURE },
  { "generic", DATELINE_CUE_GENERIC },
  { "habit", DATELINE_CUE_HABIT },
  { "inquiry", DATELINE_CUE_INQUIRY },
  { "modal", DATELINE_CUE_MODAL },
  { "negation", DATELINE_CUE_NEGATION },
  { "peaceful", DATELINE_CUE_PEACEFUL },
  { "rate", DATELINE_CUE_RATE },
  { "reaction", DATELINE_CUE_REACTION },
  { "series", DATELINE_CUE_SERIES },
  { "threat", DATELINE_CUE_THREAT },
  { "training", DATELINE_CUE_TRAINING },
  { "trial", DATELINE_CUE_TRIAL },
  { "work", DATELINE_CUE_WORK },
};

static gboolean
parse_form (const char *text, DatelineTriggerForm *form)
{
  static const char *const names[] = { "noun", "nouns", "past", "base", "ing" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], text) == 0)
      {
        *form = (DatelineTriggerForm) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
parse_gate (const char *text, DatelineTriggerGate *gate)
{
  *gate = DATELINE_GATE_NONE;
  if (*text == '\0')
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (gates); i++)
    if (strcmp (gates[i].name, text) == 0)
      {
        *gate = gates[i].gate;
        return TRUE;
      }
  /* Names kept in the table for its readers, without a check of their own. */
  return strcmp (text, "clash") == 0 ||
         strcmp (text, "fought") == 0 || strcmp (text, "shelling") == 0 || strcmp (text, "stormed") == 0 ||
         strcmp (text, "suicide") == 0 || strcmp (text, "suicide-bomber") == 0;
}

static gboolean
load_triggers (DatelineTriggerLexicon *self, const DatelineData *data, GError **error)
{
  guint n = dateline_data_get_n_rows (data, DATELINE_LEXICON_TRIGGER);
  int   type = dateline_data_find_column (data, DATELINE_LEXICON_TRIGGER, "type");
  int   form = dateline_data_find_column (data, DATELINE_LEXICON_TRIGGER, "form");
  int   gate = dateline_data_find_column (data, DATELINE_LEXICON_TRIGGER, "gate");
  int   weight = dateline_data_find_column (data, DATELINE_LEXICON_TRIGGER, "weight");

  self->triggers = g_new0 (DatelineTriggerRow, n);
  for (guint i = 0; i < n; i++)
    {
      DatelineTriggerRow *row = &self->triggers[i];

      if (!dateline_incident_type_parse (dateline_data_get_cell (data, DATELINE_LEXICON_TRIGGER, i, type), &row->type) ||
          !parse_form (dateline_data_get_cell (data, DATELINE_LEXICON_TRIGGER, i, form), &row->form) ||
          !parse_gate (dateline_data_get_cell (data, DATELINE_LEXICON_TRIGGER, i, gate), &row->gate))
        {
          g_set_error (error, DATELINE_TEXT_ERROR, DATELINE_TEXT_ERROR_DATA,
                       "triggers.tsv: row %u: no such type, form or gate", i + 1);
          return FALSE;
        }
      row->weight = g_ascii_strtod (dateline_data_get_cell (data, DATELINE_LEXICON_TRIGGER, i, weight), NULL);
    }
  return TRUE;
}

static void
load_cues (DatelineTriggerLexicon *self, const DatelineData *data)
{
  guint n = dateline_data_get_n_rows (data, DATELINE_LEXICON_REALIS);
  int   kind = dateline_data_find_column (data, DATELINE_LEXICON_REALIS, "kind");

  self->cues = g_new0 (guint8, n + 1);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < G_N_ELEMENTS (cues); j++)
      if (strcmp (cues[j].name, dateline_data_get_cell (data, DATELINE_LEXICON_REALIS, i, kind)) == 0)
        self->cues[i] = (guint8) cues[j].cue;
}

static void
load_weapons (DatelineTriggerLexicon *self, const DatelineData *data)
{
  int type = dateline_data_find_column (data, DATELINE_LEXICON_WEAPON, "type");

  self->n_weapons = dateline_data_get_n_rows (data, DATELINE_LEXICON_WEAPON);
  self->weapon_types = g_new (gint8, self->n_weapons + 1);
  for (guint i = 0; i < self->n_weapons; i++)
    {
      DatelineIncidentType incident_type;

      self->weapon_types[i] = -1;
      if (dateline_incident_type_parse (dateline_data_get_cell (data, DATELINE_LEXICON_WEAPON, i, type), &incident_type))
        self->weapon_types[i] = (gint8) incident_type;
    }
}

/**
 * dateline_trigger_lexicon_new:
 * @data: what the engine knows
 * @error: return location for a #GError
 *
 * Errors: %DATELINE_TEXT_ERROR_DATA when a table names an unknown type,
 *   form or gate.
 *
 * Returns: (transfer full): the tables of triggers, ready to use
 */
DatelineTriggerLexicon *
dateline_trigger_lexicon_new (const DatelineData *data, GError **error)
{
  g_autoptr (DatelineTriggerLexicon) self = g_new0 (DatelineTriggerLexicon, 1);

  if (!load_triggers (self, data, error))
    return NULL;
  load_cues (self, data);
  load_weapons (self, data);
  return g_steal_pointer (&self);
}

void
dateline_trigger_lexicon_free (DatelineTriggerLexicon *self)
{
  if (self == NULL)
    return;

  g_free (self->triggers);
  g_free (self->cues);
  g_free (self->weapon_types);
  g_free (self);
}

/**
 * dateline_trigger_lexicon_get_weapon_type:
 * @self: the tables
 * @weapon_row: a row of weapons.tsv
 * @type: (out): untouched when the weapon implies none
 *
 * Returns: whether the weapon alone tells the type of incident
 */
gboolean
dateline_trigger_lexicon_get_weapon_type (const DatelineTriggerLexicon *self, guint weapon_row, DatelineIncidentType *type)
{
  if (weapon_row >= self->n_weapons || self->weapon_types[weapon_row] < 0)
    return FALSE;
  *type = (DatelineIncidentType) self->weapon_types[weapon_row];
  return TRUE;
}
