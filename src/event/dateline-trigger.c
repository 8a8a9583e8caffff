/* dateline-trigger.c: words that report an incident, and whether it happened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which words, and their types, stand in data/lexicon/triggers.tsv; what
 * governs them in realis.tsv. Here are the gates that tell "a strike on a
 * depot" from "a strike for pay", and the scope of what governs.
 */

#define G_LOG_DOMAIN "dateline-event"

#include "config.h"

#include "dateline-trigger.h"

#include <string.h>

/* How far back a governing word reaches, in tokens. */
#define SCOPE_TOKENS 9
/* A word that only tells what a thing is like begins no event. */
#define ATTRIBUTE_WEIGHT 0.15
#define REACTION_SCOPE_TOKENS 24

typedef enum
{
  GATE_NONE,
  GATE_ADVANCED,
  GATE_ARREST,
  GATE_ATTACK,
  GATE_ATTACK_VERB,
  GATE_ATTACKED,
  GATE_BOMB,
  GATE_BOMB_NOUN,
  GATE_CAMPAIGN,
  GATE_CAPTURED,
  GATE_CASUALTIES,
  GATE_EXECUTED,
  GATE_EXPLODED,
  GATE_EXPLOSION,
  GATE_FELL,
  GATE_FIGHT,
  GATE_FIRED,
  GATE_FIRED_AT,
  GATE_FIGHTING,
  GATE_UNDER_FIRE,
  GATE_INTERCEPTED,
  GATE_RAID,
  GATE_SHELL,
  GATE_SHOOTING,
  GATE_SHOT,
  GATE_STRIKE,
  GATE_WEAPON,
  GATE_ASSAULT,
  GATE_BOMBARDMENT
} Gate;

static const struct
{
  const char *name;
  Gate        gate;
} gates[] = {
  { "advanced", GATE_ADVANCED },
  { "arrest", GATE_ARREST },
  { "assault", GATE_ASSAULT },
  { "attack", GATE_ATTACK },
  { "attack-verb", GATE_ATTACK_VERB },
  { "attacked", GATE_ATTACKED },
  { "bomb", GATE_BOMB },
  { "bombing", GATE_BOMB },
  { "bombs", GATE_BOMB },
  { "bomb-noun", GATE_BOMB_NOUN },
  { "bombardment", GATE_BOMBARDMENT },
  { "campaign", GATE_CAMPAIGN },
  { "captured", GATE_CAPTURED },
  { "casualties", GATE_CASUALTIES },
  { "executed", GATE_EXECUTED },
  { "exploded", GATE_EXPLODED },
  { "explosion", GATE_EXPLOSION },
  { "fell", GATE_FELL },
  { "fight", GATE_FIGHT },
  { "fighting", GATE_FIGHTING },
  { "fired", GATE_FIRED },
  { "fired-at", GATE_FIRED_AT },
  { "intercepted", GATE_INTERCEPTED },
  { "raid", GATE_RAID },
  { "shell", GATE_SHELL },
  { "shooting", GATE_SHOOTING },
  { "shot", GATE_SHOT },
  { "strike", GATE_STRIKE },
  { "under-fire", GATE_UNDER_FIRE },
  { "weapon", GATE_WEAPON },
};

typedef enum
{
  CUE_NONE,
  CUE_BACKGROUND,
  CUE_NEGATION,
  CUE_FOILED,
  CUE_FUTURE,
  CUE_MODAL,
  CUE_CONDITIONAL,
  CUE_CALL,
  CUE_THREAT,
  CUE_GENERIC,
  CUE_HABIT,
  CUE_RATE,
  CUE_SERIES,
  CUE_TRAINING,
  CUE_ANNIVERSARY,
  CUE_TRIAL,
  CUE_REACTION,
  CUE_INQUIRY,
  CUE_DENIAL,
  CUE_ACCIDENT,
  CUE_WORK,
  CUE_PEACEFUL
} Cue;

static const struct
{
  const char *name;
  Cue         cue;
} cues[] = {
  { "accident", CUE_ACCIDENT },
  { "anniversary", CUE_ANNIVERSARY },
  { "background", CUE_BACKGROUND },
  { "call", CUE_CALL },
  { "conditional", CUE_CONDITIONAL },
  { "denial", CUE_DENIAL },
  { "foiled", CUE_FOILED },
  { "future", CUE_FUTURE },
  { "generic", CUE_GENERIC },
  { "habit", CUE_HABIT },
  { "inquiry", CUE_INQUIRY },
  { "modal", CUE_MODAL },
  { "negation", CUE_NEGATION },
  { "peaceful", CUE_PEACEFUL },
  { "rate", CUE_RATE },
  { "reaction", CUE_REACTION },
  { "series", CUE_SERIES },
  { "threat", CUE_THREAT },
  { "training", CUE_TRAINING },
  { "trial", CUE_TRIAL },
  { "work", CUE_WORK },
};

typedef struct
{
  DatelineIncidentType type;
  DatelineTriggerForm  form;
  Gate                 gate;
  double               weight;
} TriggerRow;

struct _DatelineTriggerLexicon
{
  TriggerRow *triggers;
  guint8     *cues;         /* Cue, by row of realis.tsv */
  gint8      *weapon_types; /* DatelineIncidentType or −1, by row of weapons.tsv */
  guint       n_weapons;
};

/* What else the sentence holds. */
typedef struct
{
  gboolean has_type[DATELINE_N_INCIDENT_TYPES]; /* a weapon implies it */
  gboolean labour;
  gboolean peaceful; /* an accident, the weather, trade, sport: what hits is no attacker */
  gboolean air;      /* aircraft, or a force that strikes from the air */
} Surroundings;

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
parse_gate (const char *text, Gate *gate)
{
  *gate = GATE_NONE;
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

  self->triggers = g_new0 (TriggerRow, n);
  for (guint i = 0; i < n; i++)
    {
      TriggerRow *row = &self->triggers[i];

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

static gboolean
is_clause_boundary (const DatelineDocument *document, guint token)
{
  gunichar c;

  if (document->tokens[token].flags & DATELINE_TOKEN_PUNCT)
    {
      c = document->tokens[token].number;
      return c == ',' || c == ';' || c == ':' || c == 0x2014 || c == 0x2013 || c == 0x2026 || c == '(' || c == ')' || c == '-';
    }
  return dateline_document_token_is_any (document, token, "but|while|whereas|although|though");
}

static void
find_clause (const DatelineDocument *document, const DatelineSentence *sentence, DatelineTrigger *trigger)
{
  guint first = trigger->first_token, end = trigger->end_token;

  while (first > sentence->first_token && !is_clause_boundary (document, first - 1))
    first--;
  while (end < sentence->end_token && !is_clause_boundary (document, end))
    end++;
  trigger->clause_first = first;
  trigger->clause_end = end;
}

static gboolean
is_air_word (const DatelineDocument *document, guint token)
{
  return dateline_document_token_is_any (document, token, "warplane|warplanes|jet|jets|aircraft|helicopter|helicopters|plane|planes|airplanes|bombers|fighter-jets|coalition|air|aerial|airforce|airstrike|airstrikes|barrel|warcraft|gunships|gunship|skies");
}

static Cue
find_cue (const DatelineDocument *document, const DatelineTriggerLexicon *lexicon, guint token, guint *end)
{
  const DatelineMatch *match = dateline_document_find_match (document, token, DATELINE_LEXICON_REALIS);

  if (match == NULL)
    return CUE_NONE;
  *end = token + match->n_tokens;
  if (match->n_tokens == 1 && dateline_document_token_is_any (document, token, "march|may") && dateline_document_token_has (document, token, DATELINE_TOKEN_CAPITAL))
    return CUE_NONE; /* a month */
  return (Cue) lexicon->cues[match->row];
}

/* "a bus hit a lorry" */
static gboolean
is_collision (const DatelineDocument *document, guint token, guint end)
{
  if (!dateline_document_token_is_any (document, token, "hit|struck|rammed|collided") || token == 0 ||
      !dateline_document_token_is_any (document, token - 1, "bus|minibus|lorry|truck|tanker|taxi|car|van|train"))
    return FALSE;
  for (guint i = token + 1; i < MIN (end, token + 5); i++)
    if (dateline_document_token_is_any (document, i, "bus|minibus|lorry|truck|tanker|taxi|car|van|tree|wall|pedestrian|pedestrians"))
      return TRUE;
  return FALSE;
}

/* Most tokens begin no phrase that says anything here, and stand in no list
 * of words: a look at two numbers says so. */
static gboolean
tells_anything (const DatelineDocument *document, guint token)
{
  return document->tokens[token].listed != 0 ||
         (document->lexicons[token] & (1u << DATELINE_LEXICON_WEAPON | 1u << DATELINE_LEXICON_REALIS)) != 0;
}

static Surroundings
look_around (const DatelineDocument *document, const DatelineTriggerLexicon *lexicon, guint first, guint end)
{
  Surroundings around = { 0 };

  for (guint i = first; i < end; i++)
    {
      const DatelineMatch *weapon;
      DatelineIncidentType type;
      guint                cue_end;
      Cue                  cue;

      if (!tells_anything (document, i))
        continue;
      weapon = dateline_document_find_match (document, i, DATELINE_LEXICON_WEAPON);
      if (weapon != NULL && dateline_trigger_lexicon_get_weapon_type (lexicon, weapon->row, &type))
        around.has_type[type] = TRUE;
      around.air = around.air || is_air_word (document, i);
      around.labour = around.labour ||
                      dateline_document_token_is_any (document, i, "workers|teachers|employees|union|unions|wages|salaries|labour|labor|hunger|trade|doctors|shopkeepers");
      if (around.peaceful)
        continue;
      cue = find_cue (document, lexicon, i, &cue_end);
      around.peaceful = cue == CUE_ACCIDENT || cue == CUE_PEACEFUL || is_collision (document, i, end);
    }
  around.air = around.air || around.has_type[DATELINE_INCIDENT_AIR_STRIKE];
  for (guint i = first; i < end && around.labour; i++)
    around.labour = !dateline_document_token_is_any (document, i, "killed|killing|killed|wounded|wounding|injured|injuring|dead|died");
  for (guint i = 0; i < DATELINE_N_INCIDENT_TYPES && around.peaceful; i++)
    around.peaceful = !around.has_type[i];
  return around;
}

/* The type that the sentence's weapons give to a word that tells none. */
static gboolean
type_by_weapon (const Surroundings *around, DatelineIncidentType *type)
{
  static const DatelineIncidentType order[] = {
    DATELINE_INCIDENT_CHEMICAL_ATTACK,
    DATELINE_INCIDENT_SUICIDE_BOMBING,
    DATELINE_INCIDENT_CAR_BOMBING,
    DATELINE_INCIDENT_DRONE_STRIKE,
    DATELINE_INCIDENT_AIR_STRIKE,
    DATELINE_INCIDENT_MISSILE_ATTACK,
    DATELINE_INCIDENT_SHELLING,
    DATELINE_INCIDENT_BOMBING,
    DATELINE_INCIDENT_SHOOTING,
  };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (around->has_type[order[i]])
      {
        *type = order[i];
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_determiner (const DatelineDocument *document, guint token)
{
  return dateline_document_token_is_any (document, token, "the|a|an|this|that|these|those|its|their|his|her|our|any|some|each|every|several|many|multiple|of|on|by|with|in|for|no|such|new|own|main|key|military|possible|potential|high");
}

/* "warplanes target the village", "shells hit Daraa": a verb between a
 * subject and an object, not the noun "targets", "hits". */
static gboolean
stands_as_verb (const DatelineDocument *document, guint first, guint end)
{
  if (first == 0 || is_determiner (document, first - 1) || dateline_document_token_has (document, first - 1, DATELINE_TOKEN_POSSESSIVE))
    return FALSE;
  if (dateline_document_token_is_any (document, end, "of|on|in|against|by|from|and|or|were|was|are|is|near|at|that|which|with") && !dateline_document_token_has (document, end, DATELINE_TOKEN_UPPER))
    return FALSE;
  return dateline_document_token_has (document, end, DATELINE_TOKEN_WORD) ||
         dateline_document_token_has (document, end, DATELINE_TOKEN_NUMBER);
}

static gboolean
has_place_or_ground (const DatelineDocument *document, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (dateline_document_find_match (document, i, DATELINE_LEXICON_PLACE) != NULL ||
        dateline_document_token_is_any (document, i, "village|villages|town|towns|city|area|areas|base|bases|position|positions|district|hill|hills|mountain|mountains|territory|checkpoint|airport|port|neighborhood|neighbourhood|neighborhoods|crossing|camp|camps|site|sites|control|heights|countryside|headquarters|valley|road|highway|junction|farms|points"))
      return TRUE;
  return FALSE;
}

static gboolean
has_nearby_in (const DatelineDocument *document, guint first, guint n, const DatelineWordList *words, const DatelineSentence *sentence)
{
  guint from = first > sentence->first_token + n ? first - n : sentence->first_token;
  guint to = MIN (sentence->end_token, first + n + 1);

  for (guint i = from; i < to; i++)
    if (i != first && dateline_document_token_is_in (document, i, words))
      return TRUE;
  return FALSE;
}

#define has_nearby(document, first, n, words, sentence) has_nearby_in (document, first, n, DATELINE_WORD_LIST (words), sentence)

static gboolean
is_bomb_verb (const DatelineDocument *document, guint first, guint end)
{
  return stands_as_verb (document, first, end) &&
         !dateline_document_token_is_any (document, end, "attack|blast|explosion|disposal|squad|maker|makers|making|threat|plot|factory|materials|shelter|exploded|went|killed|kills|planted|that|had|targeting|hit|hits|ripped|rips|detonated|technician|experts|expert|shelters|equipment|explodes|blasts|goes");
}

/* Without aircraft, who pounds and bombards does so with guns. */
static gboolean
is_pounding (const DatelineDocument *document, guint token)
{
  return dateline_document_token_is_any (document, token, "bombarded|bombard|bombards|pounded|pound|pounds|bombarding|pounding");
}

/* "attacked his critics in a speech" */
static gboolean
is_verbal (const DatelineDocument *document, const DatelineSentence *sentence, guint end)
{
  for (guint i = end; i < MIN (sentence->end_token, end + 6); i++)
    if (dateline_document_token_is_any (document, i, "critics|speech|policy|policies|proposal|decision|remarks|verbally|rhetoric|tweet|record|idea"))
      return TRUE;
  return dateline_document_token_is_any (document, end, "out|back") && dateline_document_token_is (document, end + 1, "at");
}

/* Bombs found, defused, feared: none went off. */
static gboolean
is_idle_device (const DatelineDocument *document, const DatelineTrigger *trigger, const DatelineSentence *sentence)
{
  guint from = trigger->first_token > sentence->first_token + 8 ? trigger->first_token - 8 : sentence->first_token;

  if (!dateline_document_token_is_any (document, trigger->end_token - 1, "bomb|bombs|device|devices|ied|ieds|landmine|landmines|mine|mines|shells|mortars|rounds|missile|missiles|belt|vest|belts|vests"))
    return FALSE;
  for (guint i = trigger->end_token; i < MIN (sentence->end_token, trigger->end_token + 4); i++)
    if (dateline_document_token_is_any (document, i, "remain|remains|danger|pose|poses|clearance|removal|contaminated|littered|awareness|cleared|removed|found|discovered|seized|defused|dismantled|disarmed|disposal|factory|workshop"))
      return TRUE;
  for (guint i = from; i < trigger->first_token; i++)
    if (dateline_document_token_is_any (document, i, "found|discovered|defused|defuse|dismantled|disarmed|disarm|uncovered|cache|stockpile|stash|confiscated|clearing|cleared|demining|deminers|removing|removed|smuggling|storing|planting|laying|laid"))
      for (guint j = trigger->end_token; j <= sentence->end_token; j++)
        {
          if (j == sentence->end_token)
            return TRUE;
          if (dateline_document_token_is_any (document, j, "exploded|detonated|explosion|killed|killing|wounded|wounding|injured|injuring|blast|blew"))
            break;
        }
  return FALSE;
}

/* "Rebel fire on a residential district": guns that reach a quarter. */
static gboolean
is_fire_on_quarters (const DatelineDocument *document, guint first, guint end)
{
  if (!dateline_document_token_is (document, first, "fire") || !dateline_document_token_is_any (document, end, "on|at|against"))
    return FALSE;
  if (first == 0 || dateline_document_token_is_any (document, first - 1, "opened|open|opens|opening|set|sniper|gun|on|caught|arms|automatic|machine|machinegun|rifle|under"))
    return FALSE;
  for (guint i = end + 1; i < end + 5; i++)
    if (dateline_document_token_is_any (document, i, "district|districts|neighbourhood|neighborhood|neighbourhoods|neighborhoods|quarter|quarters|area|areas|village|villages|town|homes|houses|market"))
      return TRUE;
  return FALSE;
}

static gboolean
is_armed_group (const DatelineDocument *document, guint token)
{
  const DatelineMatch *match = dateline_document_find_match (document, token, DATELINE_LEXICON_ACTOR);
  int                  kind = dateline_data_find_column (document->data, DATELINE_LEXICON_ACTOR, "kind");

  return match != NULL && kind >= 0 && strcmp (dateline_data_get_cell (document->data, DATELINE_LEXICON_ACTOR, match->row, kind), "group") == 0;
}

/* A state arrests; whom an armed group "arrests" is abducted. */
static gboolean
is_arrest_by_group (const DatelineDocument *document, const DatelineTrigger *trigger, const DatelineSentence *sentence)
{
  guint from = trigger->first_token > sentence->first_token + 10 ? trigger->first_token - 10 : sentence->first_token;

  if (dateline_document_token_is_any (document, trigger->first_token - 1, "was|were|been|being|those|people"))
    {
      for (guint i = trigger->end_token; i < MIN (sentence->end_token, trigger->end_token + 14); i++)
        if (dateline_document_token_is (document, i, "by"))
          return is_armed_group (document, i + 1) || is_armed_group (document, i + 2);
      return FALSE;
    }
  for (guint i = trigger->end_token; i < MIN (sentence->end_token, trigger->end_token + 5); i++)
    if (is_armed_group (document, i) || dateline_document_token_is_any (document, i, "militants|militant|fighters|fighter|elements|cell|terrorists|terrorist"))
      return FALSE; /* a foe, taken prisoner */
  for (guint i = trigger->first_token; i-- > from;)
    {
      if (dateline_document_token_is_any (document, i, "police|army|authorities|government|court|intelligence"))
        return FALSE;
      if (is_armed_group (document, i))
        return i == 0 || !dateline_document_token_is_any (document, i - 1, "of|with|for|to|from|suspected|alleged|against");
    }
  return FALSE;
}

/* "A diplomat was seized", "fighters captured by": people, not ground. */
static gboolean
takes_people (const DatelineDocument *document, const DatelineTrigger *trigger, const DatelineSentence *sentence)
{
  guint from = trigger->first_token > sentence->first_token + 5 ? trigger->first_token - 5 : sentence->first_token;

  if (!dateline_document_token_is_any (document, trigger->first_token, "captured|seized|recaptured|expelled"))
    return FALSE;
  if (!dateline_document_token_is_any (document, trigger->first_token - 1, "was|were|been|being|fighters|soldiers|who") &&
      !dateline_document_token_is (document, trigger->end_token, "by"))
    return FALSE;
  for (guint i = from; i < trigger->first_token; i++)
    if (dateline_document_token_is_any (document, i, "diplomat|diplomats|journalist|journalists|reporter|man|men|woman|women|fighters|fighter|soldiers|soldier|prisoners|prisoner|hostage|hostages|worker|workers|employee|employees|citizen|citizens|civilians|activist|activists|captives|detainees|foreigner|foreigners|doctor|engineer|engineers|teacher|he|she|they|crew"))
      return TRUE;
  return FALSE;
}

/* Returns whether the word reports an incident here; may set its type. */
static gboolean
passes_gate (const DatelineDocument *document, DatelineTrigger *trigger, Gate gate, const Surroundings *around, const DatelineSentence *sentence)
{
  guint first = trigger->first_token, end = trigger->end_token;

  switch (gate)
    {
    case GATE_STRIKE:
      if (around->labour || dateline_document_token_is_any (document, end, "a|price|force|action") ||
          (first > 0 && dateline_document_token_is_any (document, first - 1, "hunger|general|on|to|labour|labor|nationwide|rail|teachers|transport|lightning|open-ended")))
        return FALSE;
      if (!type_by_weapon (around, &trigger->type))
        {
          trigger->type = DATELINE_INCIDENT_AIR_STRIKE; /* "US strikes on": by far the most */
          trigger->weight = around->air ? 0.9 : 0.6;
        }
      return TRUE;

    case GATE_FIRED_AT:
      if (type_by_weapon (around, &trigger->type))
        trigger->weight = 0.7;
      return TRUE;

    case GATE_FIGHTING:
      return !dateline_document_token_is_any (document, end, "position|positions|vehicle|vehicles|age|men|season|force|forces|units|chance");

    case GATE_UNDER_FIRE:
      if (has_nearby (document, first, 8, "criticism|critics|lawmakers|opposition|over|critics|policy|policies|remarks", sentence))
        return FALSE;
      type_by_weapon (around, &trigger->type);
      return TRUE;

    case GATE_ATTACK:
      if (first > 0 && dateline_document_token_is_any (document, first - 1, "heart|panic|verbal|cyber|asthma|media|personal|one-way|way|under"))
        return FALSE;
      if (type_by_weapon (around, &trigger->type))
        trigger->weight = 0.5;
      return TRUE;

    case GATE_ATTACK_VERB:
      if (around->peaceful || is_verbal (document, sentence, end))
        return FALSE;
      if (around->labour && dateline_document_token_is_any (document, first, "strike|strikes|striking"))
        return FALSE;
      if (trigger->form != DATELINE_TRIGGER_ING && !stands_as_verb (document, first, end))
        return FALSE;
      if (type_by_weapon (around, &trigger->type))
        trigger->weight = 0.5;
      else if (around->air)
        trigger->type = DATELINE_INCIDENT_AIR_STRIKE;
      return TRUE;

    case GATE_ATTACKED:
      if (around->peaceful || is_verbal (document, sentence, end) || (around->labour && dateline_document_token_is (document, first, "struck")))
        return FALSE;
      if (dateline_document_token_is_any (document, end, "by") &&
          dateline_document_token_is_any (document, end + 1, "inflation|drought|sanctions|floods|coronavirus|disease|lightning"))
        return FALSE;
      if (dateline_document_token_is_any (document, first, "struck|hit") && dateline_document_token_is_any (document, end, "a|hard|out"))
        if (dateline_document_token_is_any (document, end + 1, "deal|balance|chord|agreement|truce|by|record"))
          return FALSE;
      if (type_by_weapon (around, &trigger->type))
        trigger->weight = 0.5;
      else if (around->air)
        trigger->type = DATELINE_INCIDENT_AIR_STRIKE;
      return TRUE;

    case GATE_BOMB:
      if (trigger->form == DATELINE_TRIGGER_BASE &&
          !is_bomb_verb (document, first, end))
        return FALSE;
      if (around->has_type[DATELINE_INCIDENT_DRONE_STRIKE] && !around->has_type[DATELINE_INCIDENT_AIR_STRIKE])
        {
          trigger->type = DATELINE_INCIDENT_DRONE_STRIKE;
          return TRUE;
        }
      if (around->air)
        return TRUE;
      if (trigger->form == DATELINE_TRIGGER_ING)
        return FALSE; /* the noun's row stands */
      if (around->has_type[DATELINE_INCIDENT_SHELLING] || is_pounding (document, first))
        trigger->type = DATELINE_INCIDENT_SHELLING;
      else if (around->has_type[DATELINE_INCIDENT_MISSILE_ATTACK])
        trigger->type = DATELINE_INCIDENT_MISSILE_ATTACK;
      return TRUE;

    case GATE_BOMB_NOUN:
      if (is_idle_device (document, trigger, sentence))
        return FALSE;
      if (end == first + 1 && dateline_document_token_is_any (document, first, "bomb|bombs") && is_bomb_verb (document, first, end) &&
          (document->tokens[first - 1].flags & DATELINE_TOKEN_CAPITAL))
        return FALSE; /* "Britain bombs sites": the verb's row stands */
      if (dateline_document_token_is_any (document, end, "disposal|squad|squads|maker|makers|making|threat|plot|factory|factories|materials|shelter|shelters|technician|expert|experts|equipment|workshop|scare"))
        return FALSE;
      if (around->air && dateline_document_token_is_any (document, first, "bombing|bombings|bombs|bomb"))
        {
          trigger->type = DATELINE_INCIDENT_AIR_STRIKE;
          trigger->weight = 0.6;
        }
      return TRUE;

    case GATE_BOMBARDMENT:
      if (around->air)
        trigger->type = DATELINE_INCIDENT_AIR_STRIKE;
      return TRUE;

    case GATE_CAMPAIGN:
    case GATE_CASUALTIES:
      trigger->weight = 0.2;
      return TRUE;

    case GATE_CAPTURED:
      if (takes_people (document, trigger, sentence))
        return FALSE;
      return has_place_or_ground (document, end, MIN (sentence->end_token, end + 9)) ||
             (trigger->form != DATELINE_TRIGGER_BASE && has_place_or_ground (document, first > sentence->first_token + 8 ? first - 8 : sentence->first_token, first));

    case GATE_ADVANCED:
      return dateline_document_token_is_any (document, end, "on|in|into|toward|towards|against|to") &&
             has_place_or_ground (document, end, MIN (sentence->end_token, end + 6));

    case GATE_ARREST:
      return is_arrest_by_group (document, trigger, sentence);

    case GATE_FELL:
      return TRUE;

    case GATE_EXECUTED:
      return !dateline_document_token_is_any (document, end, "plan|plans|order|orders|operation|operations|a|project|projects|search|mission|with");

    case GATE_EXPLODED:
      if (around->peaceful)
        return FALSE;
      if (trigger->form == DATELINE_TRIGGER_BASE && !stands_as_verb (document, first, end))
        return FALSE;
      if (dateline_document_token_is_any (document, end, "bridge|bridges|pipeline|house|houses|home|homes|mosque|building") ||
          dateline_document_token_is_any (document, end + 1, "bridge|bridges|pipeline|house|houses|home|homes|mosque|building"))
        trigger->weight = 0.5;
      return TRUE;

    case GATE_EXPLOSION:
      return !dateline_document_token_is (document, end, "of") ||
             !dateline_document_token_is_any (document, end + 1, "heat|air|cold|wind|colour|color|joy|anger|interest|growth|laughter|violence");

    case GATE_FIGHT:
      if (trigger->form == DATELINE_TRIGGER_ING && first > 0 && dateline_document_token_is_any (document, first - 1, "are|engaged|in|group|groups|forces|been"))
        trigger->weight = 0.15; /* who fights whom, not where and when */
      return trigger->form == DATELINE_TRIGGER_ING || (stands_as_verb (document, first, end) && sentence->end_token - sentence->first_token < 30);

    case GATE_FIRED:
      if (is_fire_on_quarters (document, first, end))
        {
          if (!type_by_weapon (around, &trigger->type))
            trigger->type = DATELINE_INCIDENT_SHELLING;
          trigger->weight = 0.6;
          return TRUE;
        }
      if (dateline_document_token_is (document, first, "planted") && !has_nearby (document, first, 30, "exploded|detonated|killed|killing|wounded|wounding|injuring|went|blew|explosion|hit", sentence))
        return FALSE; /* laid, and nothing more */
      if (!type_by_weapon (around, &trigger->type))
        return FALSE;
      trigger->weight = 0.6;
      return TRUE;

    case GATE_INTERCEPTED:
      if (!has_nearby (document, first, 14, "missile|missiles|rocket|rockets|drone|drones|aircraft|plane|jet|jets|warplane|helicopter|uav|uavs|helicopters|scud|projectile|projectiles|tornado", sentence))
        return FALSE;
      return TRUE;

    case GATE_RAID:
      if (trigger->form == DATELINE_TRIGGER_BASE && !stands_as_verb (document, first, end))
        return FALSE;
      if (around->air || dateline_document_token_is_any (document, end, "targeting|hit|on") || (first > 0 && dateline_document_token_has (document, first - 1, DATELINE_TOKEN_NUMBER)))
        {
          trigger->type = DATELINE_INCIDENT_AIR_STRIKE;
          trigger->weight = around->air ? 0.9 : 0.5;
        }
      return TRUE;

    case GATE_SHELL:
      if (is_idle_device (document, trigger, sentence))
        return FALSE;
      return !dateline_document_token_is_any (document, end, "company|companies|oil|plc|shock|game");

    case GATE_SHOOTING:
      if (dateline_document_token_is_any (document, first, "killing|murder|shooting") && trigger->end_token == first + 1)
        {
          if (dateline_document_token_is_any (document, end, "of") || (first > 0 && dateline_document_token_is_any (document, first - 1, "the|a|this|another|drive-by|mass")))
            return TRUE;
          return dateline_document_token_is (document, first, "shooting") && dateline_document_token_is_any (document, end, "at|in|on|incident|attack|near|dead");
        }
      return TRUE;

    case GATE_SHOT:
      if (first > 0 && dateline_document_token_is (document, first - 1, "warning"))
        return FALSE;
      if (dateline_document_token_is_any (document, end, "down|glass|video|footage|film|photos"))
        return FALSE;
      if (!dateline_document_token_is (document, end, "dead") && has_nearby (document, first, 4, "photographs|photos|pictures|film|scenes|footage|images", sentence))
        return FALSE;
      if (around->peaceful)
        return FALSE;
      return dateline_document_token_is_any (document, end, "at|and|dead|by|in|to|him|her|a|an|the|two|three|four|five|them|while|near|on|several|multiple|during|when") ||
             (first > 0 && dateline_document_token_is_any (document, first - 1, "was|were|been|being|and|had|who|forces|gunmen|troops"));

    case GATE_WEAPON:
      if (is_idle_device (document, trigger, sentence))
        return FALSE;
      return dateline_document_token_is_any (document, end, "on|hit|fell|landed|struck|were|at|into|was|dropped|targeted|killed|fired|target|targeting|slammed|exploded|launched|in") ||
             has_nearby (document, first, 6, "dropped|fired|hit|fell|landed|struck|dropping|firing|launched|targeted|with|using|by", sentence);

    case GATE_ASSAULT:
      if (first > sentence->first_token && dateline_document_token_has (document, first, DATELINE_TOKEN_CAPITAL) && dateline_document_token_has (document, first - 1, DATELINE_TOKEN_CAPITAL))
        return FALSE; /* "the Mosul Offensive": a name */
      return !(first > 0 && dateline_document_token_is_any (document, first - 1, "sexual|physical|verbal|charm|diplomatic|media|peace")) &&
             !dateline_document_token_is_any (document, end, "rifle|rifles|weapons|charges") &&
             (trigger->form == DATELINE_TRIGGER_NOUN || trigger->form == DATELINE_TRIGGER_NOUNS || !dateline_document_token_is (document, end, "on"));

    case GATE_NONE:
    default:
      return TRUE;
    }
}

static gboolean
is_noun (const DatelineTrigger *trigger)
{
  return trigger->form == DATELINE_TRIGGER_NOUN || trigger->form == DATELINE_TRIGGER_NOUNS;
}

/* "attempted to storm", "managed to shell": an infinitive that happened. */
static gboolean
infinitive_happened (const DatelineDocument *document, guint to, const DatelineSentence *sentence)
{
  guint from = to > sentence->first_token + 3 ? to - 3 : sentence->first_token;

  if (dateline_document_token_is (document, to + 1, "have"))
    return TRUE;
  for (guint i = from; i < to; i++)
    if (dateline_document_token_is_any (document, i, "began|begin|continued|continue|continues|managed|started|tried|attempted|attempt|attempts|trying|attempting|used|went|proceeded|returned|resumed|came|using|planes|drones|missiles"))
      return TRUE;
  return FALSE;
}

/* "Monday's car bombing" */
static gboolean
is_of_a_past_day (const DatelineDocument *document, guint first)
{
  for (guint i = first > 3 ? first - 3 : 0; i < first; i++)
    if (dateline_document_token_is_any (document, i, "mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|yesterdays") ||
        (dateline_document_token_is_any (document, i, "monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday") &&
         dateline_document_token_has (document, i + 1, DATELINE_TOKEN_POSSESSIVE)))
      return TRUE;
  return FALSE;
}

/* "after weeks of fighting", "left over from previous shelling": how things
 * stood. */
static gboolean
is_of_a_long_time (const DatelineDocument *document, const DatelineTrigger *trigger, const DatelineSentence *sentence)
{
  guint from = trigger->first_token > sentence->first_token + 4 ? trigger->first_token - 4 : sentence->first_token;

  for (guint i = from; i + 1 < trigger->first_token; i++)
    if ((dateline_document_token_is_any (document, i, "weeks|months|years|decades") && dateline_document_token_is (document, i + 1, "of")) ||
        (dateline_document_token_is (document, i, "from") && i + 2 == trigger->first_token && dateline_document_token_is_any (document, i + 1, "previous|past|earlier")))
      return TRUE;
  return FALSE;
}

/* "An offensive on the port would cut off …": the event word is the subject
 * of what may be. */
/* ", aid agencies say,": the words after it go on with those before it. */
static guint
skip_saying (const DatelineDocument *document, guint comma, guint end)
{
  for (guint i = comma + 1; i < MIN (end, comma + 6); i++)
    if (dateline_document_token_is_any (document, i, "say|says|said|warn|warns|warned|fear|fears") && dateline_document_token_is_punct (document, i + 1, ','))
      return i + 2;
  return comma;
}

static gboolean
is_subject_of_modal (const DatelineDocument *document, const DatelineTrigger *trigger, const DatelineSentence *sentence)
{
  if (!is_noun (trigger) || trigger->definite)
    return FALSE;
  for (guint i = trigger->end_token; i < MIN (sentence->end_token, trigger->end_token + 9); i++)
    {
      if (is_clause_boundary (document, i))
        i = skip_saying (document, i, sentence->end_token);
      if (dateline_document_token_is_any (document, i, "would|could|might|will") ||
          (dateline_document_token_is (document, i, "may") && !dateline_document_token_has (document, i, DATELINE_TOKEN_CAPITAL)))
        return TRUE;
      if (is_clause_boundary (document, i) || dateline_document_find_match (document, i, DATELINE_LEXICON_TRIGGER) != NULL ||
          dateline_document_find_match (document, i, DATELINE_LEXICON_CASUALTY) != NULL ||
          dateline_document_token_is_any (document, i, "that|which|who|was|were|has|have|had|and|took|left|caused|destroyed|said|where|when|as|by"))
        return FALSE;
    }
  return FALSE;
}

/* What the whole sentence is about: a question, a film, a rate, a rumour. */
static DatelineRealis
judge_sentence (const DatelineDocument *document, const DatelineTriggerLexicon *lexicon, const DatelineSentence *sentence, const DatelineTrigger *trigger)
{
  guint last = sentence->end_token;

  while (last > sentence->first_token && (dateline_document_token_is_punct (document, last - 1, '"') || dateline_document_token_is_punct (document, last - 1, 0x201D)))
    last--;
  if (last > sentence->first_token && dateline_document_token_is_punct (document, last - 1, '?'))
    return DATELINE_REALIS_HYPOTHETICAL;

  for (guint i = sentence->first_token; i < sentence->end_token; i++)
    {
      guint end;
      Cue   cue = find_cue (document, lexicon, i, &end);

      if (cue == CUE_WORK && i < sentence->first_token + 10 && i < trigger->first_token)
        return DATELINE_REALIS_TRAINING;
      if (cue == CUE_RATE)
        return DATELINE_REALIS_STATISTIC;
      if (i >= trigger->end_token && i < trigger->end_token + 12 && is_noun (trigger) && dateline_document_token_is_any (document, i - 1, "was|were|is|are|as") &&
          dateline_document_token_is_any (document, i, "false|untrue|unfounded|baseless|fabricated|averted|foiled|prevented|thwarted"))
        return dateline_document_token_is_any (document, i, "averted|foiled|prevented|thwarted") ? DATELINE_REALIS_FOILED : DATELINE_REALIS_NEGATED;
    }
  return DATELINE_REALIS_ACTUAL;
}

/* "a possible US strike destroyed a house": who did it is unsure, not that
 * it happened. */
static gboolean
is_guess_at_fact (const DatelineDocument *document, const DatelineTrigger *trigger, guint cue_token)
{
  if (!dateline_document_token_is_any (document, cue_token, "possible|likely|potential"))
    return FALSE;
  if (cue_token == 0 || dateline_document_token_is_any (document, cue_token - 1, "is|are|was|were|be|seems|more|the|of"))
    return FALSE;
  for (guint i = trigger->end_token; i < trigger->end_token + 9 && i < document->n_tokens; i++)
    {
      if (dateline_document_token_is_any (document, i, "killed|killing|destroyed|destroying|hit|struck|targeted|targeting|wounded|injured|left|damaged"))
        return TRUE;
      if (dateline_document_token_is_any (document, i, "would|could|may|might|will|if|that|which"))
        return FALSE;
    }
  return FALSE;
}

/* What one cue before the trigger makes of it; ACTUAL when nothing. */
static DatelineRealis
judge_cue (const DatelineDocument *document, const DatelineTrigger *trigger, Cue cue, guint cue_token, guint cue_end)
{
  guint    gap = trigger->first_token >= cue_end ? trigger->first_token - cue_end : 0;
  gboolean noun = is_noun (trigger);

  switch (cue)
    {
    case CUE_NEGATION:
      if (noun && gap <= 4 && dateline_document_token_is_any (document, trigger->first_token - 1, "or|nor"))
        return DATELINE_REALIS_NEGATED; /* "no reports of clashes or casualties" */
      return gap <= (noun ? 1u : 2u) ? DATELINE_REALIS_NEGATED : DATELINE_REALIS_ACTUAL;
    case CUE_FOILED:
      return gap <= 4 ? DATELINE_REALIS_FOILED : DATELINE_REALIS_ACTUAL;
    case CUE_FUTURE:
    case CUE_MODAL:
      /* "may" is a modal, "May" a month */
      if (dateline_document_token_is (document, cue_token, "may") && dateline_document_token_has (document, cue_token, DATELINE_TOKEN_CAPITAL))
        return DATELINE_REALIS_ACTUAL;
      if (!noun && trigger->form == DATELINE_TRIGGER_PAST && !dateline_document_token_is_any (document, trigger->first_token - 1, "be|been|get|being") &&
          !(gap == 0 && dateline_document_token_is_any (document, trigger->first_token, "fire|drop|land|fall")))
        return DATELINE_REALIS_ACTUAL; /* "could hear … exploded" */
      if (noun && is_guess_at_fact (document, trigger, cue_token))
        return DATELINE_REALIS_ACTUAL; /* "a possible strike killed two" */
      if (is_of_a_past_day (document, trigger->first_token))
        return DATELINE_REALIS_ACTUAL; /* "will discuss Monday's bombing" */
      return gap <= (noun ? 7u : 5u) ? DATELINE_REALIS_HYPOTHETICAL : DATELINE_REALIS_ACTUAL;
    case CUE_CONDITIONAL:
      return gap <= 5 ? DATELINE_REALIS_HYPOTHETICAL : DATELINE_REALIS_ACTUAL;
    case CUE_CALL:
      return gap <= 5 && trigger->form != DATELINE_TRIGGER_PAST ? DATELINE_REALIS_HYPOTHETICAL : DATELINE_REALIS_ACTUAL;
    case CUE_THREAT:
      return gap <= 5 && trigger->form != DATELINE_TRIGGER_PAST ? DATELINE_REALIS_HYPOTHETICAL : DATELINE_REALIS_ACTUAL;
    case CUE_HABIT:
      return gap <= 1 ? DATELINE_REALIS_GENERIC : DATELINE_REALIS_ACTUAL;
    case CUE_GENERIC:
    case CUE_SERIES:
      return gap <= 2 && trigger->form == DATELINE_TRIGGER_NOUNS ? DATELINE_REALIS_GENERIC : DATELINE_REALIS_ACTUAL;
    case CUE_TRAINING:
      return gap <= 2 && noun ? DATELINE_REALIS_TRAINING : DATELINE_REALIS_ACTUAL;
    case CUE_REACTION:
      return DATELINE_REALIS_REACTION;
    case CUE_INQUIRY:
      return gap <= 6 && noun ? DATELINE_REALIS_BACKGROUND : DATELINE_REALIS_ACTUAL;
    case CUE_BACKGROUND:
      return gap <= SCOPE_TOKENS ? DATELINE_REALIS_BACKGROUND : DATELINE_REALIS_ACTUAL;
    case CUE_ANNIVERSARY:
    case CUE_TRIAL:
      return DATELINE_REALIS_ANNIVERSARY;
    case CUE_DENIAL:
    case CUE_ACCIDENT:
    case CUE_PEACEFUL:
    case CUE_RATE:
    case CUE_WORK:
    case CUE_NONE:
    default:
      return DATELINE_REALIS_ACTUAL;
    }
}

/* "came days after troops were hurt after an attack": the first "after"
 * opens what is told beside the event. */
static guint
find_first_background_cue (const DatelineDocument *document, const DatelineTriggerLexicon *lexicon, const DatelineSentence *sentence, guint cue)
{
  guint reach = cue > sentence->first_token + 16 ? cue - 16 : sentence->first_token;

  for (guint i = cue; i-- > reach;)
    {
      guint end;

      if (is_clause_boundary (document, i))
        break;
      if (find_cue (document, lexicon, i, &end) == CUE_BACKGROUND)
        cue = i;
    }
  return cue;
}

static void
judge_realis (const DatelineDocument *document, const DatelineTriggerLexicon *lexicon, const DatelineSentence *sentence, DatelineTrigger *trigger)
{
  guint    first = trigger->first_token;
  guint    reach = first > sentence->first_token + REACTION_SCOPE_TOKENS ? first - REACTION_SCOPE_TOKENS : sentence->first_token;
  gboolean same_clause = TRUE;

  trigger->background_cue = G_MAXUINT;
  if (is_noun (trigger) && is_of_a_long_time (document, trigger, sentence))
    {
      trigger->realis = DATELINE_REALIS_STATISTIC;
      return;
    }
  trigger->realis = is_subject_of_modal (document, trigger, sentence) ? DATELINE_REALIS_HYPOTHETICAL : judge_sentence (document, lexicon, sentence, trigger);
  if (trigger->realis != DATELINE_REALIS_ACTUAL)
    return;
  if (trigger->form == DATELINE_TRIGGER_BASE && first > 0 && dateline_document_token_is (document, first - 1, "to") &&
      !infinitive_happened (document, first - 1, sentence))
    {
      trigger->realis = DATELINE_REALIS_HYPOTHETICAL;
      return;
    }

  for (guint i = first; i-- > reach;)
    {
      guint          cue_end = i + 1;
      Cue            cue;
      DatelineRealis realis;

      if (!tells_anything (document, i) && !(document->tokens[i].flags & DATELINE_TOKEN_PUNCT))
        continue;
      if (is_clause_boundary (document, i))
        same_clause = FALSE;
      cue = find_cue (document, lexicon, i, &cue_end);
      if (cue == CUE_NONE || cue_end > first)
        continue;
      if (!same_clause && cue != CUE_REACTION && cue != CUE_TRIAL && cue != CUE_ANNIVERSARY)
        continue;
      realis = judge_cue (document, trigger, cue, i, cue_end);
      if (realis == DATELINE_REALIS_ACTUAL)
        continue;
      if (cue == CUE_BACKGROUND && dateline_document_token_is (document, i, "since") && is_noun (trigger))
        realis = DATELINE_REALIS_ANNIVERSARY; /* a mark in time */
      trigger->realis = realis;
      if (realis == DATELINE_REALIS_BACKGROUND)
        trigger->background_cue = find_first_background_cue (document, lexicon, sentence, i);
      return;
    }
}

/* "including the attack on …": as the one before it in the sentence. */
static void
inherit_realis (const DatelineDocument *document, GArray *triggers, DatelineTrigger *trigger)
{
  const DatelineTrigger *before;
  guint                  from = trigger->first_token > 3 ? trigger->first_token - 3 : 0;

  if (triggers->len == 0 || trigger->realis != DATELINE_REALIS_ACTUAL)
    return;
  before = &g_array_index (triggers, DatelineTrigger, triggers->len - 1);
  if (before->sentence != trigger->sentence)
    return;
  for (guint i = from; i < trigger->first_token; i++)
    if (dateline_document_token_is_any (document, i, "including|notably"))
      {
        trigger->realis = before->realis == DATELINE_REALIS_GENERIC ? DATELINE_REALIS_BACKGROUND : before->realis;
        trigger->background_cue = before->background_cue != G_MAXUINT ? before->background_cue : i;
      }
}

/* "a bombed school": how it looks, not what is told of it. */
static gboolean
is_attribute (const DatelineDocument *document, const DatelineTrigger *trigger)
{
  return trigger->form == DATELINE_TRIGGER_PAST && trigger->first_token > 0 && trigger->end_token == trigger->first_token + 1 &&
         dateline_document_token_is_any (document, trigger->first_token - 1, "a|an") &&
         dateline_document_token_is_any (document, trigger->first_token, "bombed|shelled|attacked|destroyed|damaged|burned|burnt|captured|besieged") &&
         !dateline_document_token_has (document, trigger->end_token, DATELINE_TOKEN_CAPITAL);
}

static void
describe_trigger (const DatelineDocument *document, const DatelineSentence *sentence, DatelineTrigger *trigger)
{
  guint from = trigger->first_token > sentence->first_token + 4 ? trigger->first_token - 4 : sentence->first_token;

  trigger->count_token = G_MAXUINT;
  for (guint i = from; i < trigger->first_token; i++)
    {
      if ((dateline_document_token_is_any (document, i, "the|this|that|these|those") && !is_air_word (document, trigger->first_token)) || dateline_document_token_has (document, i, DATELINE_TOKEN_POSSESSIVE))
        trigger->definite = is_noun (trigger);
      if (dateline_document_token_is_any (document, i, "another|second|separate|third|other|fresh|new|different"))
        trigger->another = is_noun (trigger);
      if (trigger->form == DATELINE_TRIGGER_PAST && dateline_document_token_is_any (document, i, "was|were|been|being|be|is|are|get|got") &&
          !dateline_document_token_has (document, i, DATELINE_TOKEN_UPPER)) /* IS, the group */
        trigger->passive = TRUE;
      if (dateline_document_token_is_any (document, i, "in|by|after|during"))
        trigger->count_token = G_MAXUINT; /* "11 died in strikes" */
      if (is_noun (trigger) &&
          !dateline_document_token_is_any (document, i, "a|an|one|no|several|many|some|few") &&
          ((dateline_document_token_has (document, i, DATELINE_TOKEN_NUMBER) && !(document->tokens[i].flags & (DATELINE_TOKEN_CLOCK | DATELINE_TOKEN_ORDINAL | DATELINE_TOKEN_DECIMAL))) ||
           dateline_document_find_match (document, i, DATELINE_LEXICON_NUMBER) != NULL))
        trigger->count_token = i;
    }
  if (trigger->form == DATELINE_TRIGGER_PAST && dateline_document_token_is (document, trigger->end_token, "by"))
    trigger->passive = TRUE;
  if (is_attribute (document, trigger))
    trigger->weight = ATTRIBUTE_WEIGHT;
}

/* "to attack", "could hit": after such a word stands a verb. */
static gboolean
is_infinitive (const DatelineDocument *document, const DatelineTrigger *trigger)
{
  guint first = trigger->first_token, end = trigger->end_token;

  if (first == 0 || end != first + 1 || !dateline_document_token_is_any (document, first - 1, "to|will|would|could|can|should|must|might|did|didnt"))
    return FALSE;
  if (!dateline_document_token_is_any (document, first, "attack|strike|raid|ambush|assault|bomb|target|clash|battle|capture|hit|shell|fight"))
    return FALSE;
  return dateline_document_token_has (document, end, DATELINE_TOKEN_CAPITAL) || dateline_document_token_has (document, end, DATELINE_TOKEN_NUMBER) ||
         dateline_document_token_is_any (document, end, "the|a|an|its|their|his|our|any|targets|positions|bases|ships|vessels|troops|forces|civilians|them|it|back|at|again|with|oil|military|residential|areas|inside|government|rebel|enemy|security");
}

/* "ambushed … with an IED": what was used says what was done. */
static void
take_type_of_means (const DatelineDocument *document, const DatelineTriggerLexicon *lexicon, const DatelineSentence *sentence, DatelineTrigger *trigger)
{
  if (is_noun (trigger) || (trigger->type != DATELINE_INCIDENT_ARMED_CLASH && trigger->type != DATELINE_INCIDENT_SHOOTING))
    return;
  for (guint i = trigger->end_token; i + 2 < sentence->end_token && i < trigger->end_token + 14; i++)
    if (dateline_document_token_is_any (document, i, "with|using") && dateline_document_token_is_any (document, i + 1, "a|an|two|three|several"))
      {
        const DatelineMatch *weapon = dateline_document_find_match (document, i + 2, DATELINE_LEXICON_WEAPON);
        DatelineIncidentType type;

        if (weapon != NULL && dateline_trigger_lexicon_get_weapon_type (lexicon, weapon->row, &type) &&
            (type == DATELINE_INCIDENT_BOMBING || type == DATELINE_INCIDENT_CAR_BOMBING || type == DATELINE_INCIDENT_DRONE_STRIKE))
          trigger->type = type;
        return;
      }
}

/* The longest match wins; of equal ones the first whose gate opens. */
static gboolean
choose_trigger (const DatelineDocument *document, const DatelineTriggerLexicon *lexicon, const DatelineSentence *sentence, const Surroundings *around, guint token, DatelineTrigger *chosen)
{
  guint                n, length = 0;
  gboolean             found = FALSE;
  const DatelineMatch *matches = dateline_document_get_matches (document, token, &n);

  for (guint i = 0; i < n; i++)
    {
      const TriggerRow *row;
      DatelineTrigger   trigger = { 0 };

      if (matches[i].lexicon != DATELINE_LEXICON_TRIGGER || (found && matches[i].n_tokens < length) ||
          token + matches[i].n_tokens > sentence->end_token)
        continue;
      row = &lexicon->triggers[matches[i].row];
      trigger.first_token = token;
      trigger.end_token = token + matches[i].n_tokens;
      trigger.row = matches[i].row;
      trigger.type = row->type;
      trigger.form = row->form;
      trigger.weight = row->weight;
      find_clause (document, sentence, &trigger);
      if (is_infinitive (document, &trigger))
        {
          if (is_noun (&trigger))
            continue; /* "to attack": the verb's row stands */
          if (trigger.form == DATELINE_TRIGGER_PAST)
            trigger.form = DATELINE_TRIGGER_BASE; /* "to hit" */
        }
      if (row->gate == GATE_FIRED_AT || row->gate == GATE_UNDER_FIRE || row->gate == GATE_ATTACK || row->gate == GATE_ATTACKED || row->gate == GATE_ATTACK_VERB)
        {
          /* A word that tells no type takes it from its own clause. */
          Surroundings clause = look_around (document, lexicon, trigger.clause_first, trigger.clause_end);

          if (!passes_gate (document, &trigger, row->gate, &clause, sentence) || (found && trigger.weight <= chosen->weight))
            continue;
        }
      else if (!passes_gate (document, &trigger, row->gate, around, sentence) || (found && trigger.weight <= chosen->weight))
        continue;
      *chosen = trigger;
      length = matches[i].n_tokens;
      found = TRUE;
    }
  return found;
}

/**
 * dateline_trigger_is_reaction:
 * @document: an article
 * @lexicon: the tables of triggers
 * @sentence: an index
 *
 * A sentence about a protest, a memorial, a trial, an inquiry or an
 * accident may name deaths; they are not those of an attack that it reports.
 *
 * Returns: whether the sentence tells how people take an event
 */
gboolean
dateline_trigger_is_reaction (const DatelineDocument *document, const DatelineTriggerLexicon *lexicon, guint sentence)
{
  const DatelineSentence *words = &document->sentences[sentence];

  for (guint i = words->first_token; i < words->end_token; i++)
    {
      guint end;
      Cue   cue = find_cue (document, lexicon, i, &end);

      if (cue == CUE_REACTION || cue == CUE_ANNIVERSARY || cue == CUE_TRIAL || cue == CUE_INQUIRY || cue == CUE_ACCIDENT || cue == CUE_RATE ||
          (cue == CUE_WORK && i < words->first_token + 10) || is_collision (document, i, words->end_token))
        return TRUE;
    }
  return FALSE;
}

/**
 * dateline_trigger_is_accident:
 * @document: an article
 * @lexicon: the tables of triggers
 * @first: a token
 * @end: the token after the last
 *
 * Returns: whether the words tell of a flood, a quake, a crash, a plague
 */
gboolean
dateline_trigger_is_accident (const DatelineDocument *document, const DatelineTriggerLexicon *lexicon, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    {
      guint cue_end;

      if (find_cue (document, lexicon, i, &cue_end) == CUE_ACCIDENT || is_collision (document, i, end))
        return TRUE;
    }
  return FALSE;
}

/**
 * dateline_trigger_find:
 * @document: an article
 * @lexicon: the tables of triggers
 *
 * Returns: (transfer none) (element-type DatelineTrigger): every word that
 *   reports an incident, in text order, none inside another; it lives as
 *   long as the document
 */
GArray *
dateline_trigger_find (const DatelineDocument *document, const DatelineTriggerLexicon *lexicon)
{
  GArray *triggers = dateline_scratch_take_array (document->scratch, sizeof (DatelineTrigger));

  for (guint s = 0; s < document->n_sentences; s++)
    {
      const DatelineSentence *sentence = &document->sentences[s];
      Surroundings            around;
      gboolean                looked = FALSE;

      if (sentence->boilerplate)
        continue;
      for (guint i = sentence->first_token; i < sentence->end_token; i++)
        {
          DatelineTrigger trigger;

          if ((document->lexicons[i] >> DATELINE_LEXICON_TRIGGER & 1) == 0)
            continue;
          if (!looked)
            around = look_around (document, lexicon, sentence->first_token, sentence->end_token);
          looked = TRUE;
          if (!choose_trigger (document, lexicon, sentence, &around, i, &trigger))
            continue;
          trigger.sentence = s;
          take_type_of_means (document, lexicon, sentence, &trigger);
          describe_trigger (document, sentence, &trigger);
          judge_realis (document, lexicon, sentence, &trigger);
          inherit_realis (document, triggers, &trigger);
          g_array_append_val (triggers, trigger);
          i = trigger.end_token - 1;
        }
    }
  return triggers;
}

/**
 * dateline_realis_get_reason:
 * @realis: why a trigger is no incident
 *
 * Returns: (nullable): the reason of a rejection in JSON; %NULL for what is
 *   an incident
 */
const char *
dateline_realis_get_reason (DatelineRealis realis)
{
  switch (realis)
    {
    case DATELINE_REALIS_NEGATED:
      return "denied_event";
    case DATELINE_REALIS_FOILED:
      return "foiled";
    case DATELINE_REALIS_HYPOTHETICAL:
      return "hypothetical";
    case DATELINE_REALIS_GENERIC:
      return "generic";
    case DATELINE_REALIS_STATISTIC:
      return "statistic";
    case DATELINE_REALIS_TRAINING:
      return "training";
    case DATELINE_REALIS_REACTION:
      return "reaction";
    case DATELINE_REALIS_ANNIVERSARY:
      return "anniversary";
    case DATELINE_REALIS_ACTUAL:
    case DATELINE_REALIS_BACKGROUND:
    default:
      return NULL;
    }
}
