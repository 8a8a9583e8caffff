/* dateline-trigger-gate.c: what an event word asks of those around it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The gates that tell "a strike on a depot" from "a strike for pay".
 */

#define G_LOG_DOMAIN "dateline-event"

#include "config.h"

#include "dateline-trigger-private.h"

gboolean
dateline_trigger_is_clause_boundary (const DatelineDocument *document, guint token)
{
  gunichar c;

  if (document->tokens[token].flags & DATELINE_TOKEN_PUNCT)
    {
      c = document->tokens[token].number;
      return c == ',' || c == ';' || c == ':' || c == 0x2014 || c == 0x2013 || c == 0x2026 || c == '(' || c == ')' || c == '-';
    }
  return dateline_document_token_is_any (document, token, "but|while|whereas|although|though");
}

gboolean
dateline_trigger_is_air_word (const DatelineDocument *document, guint token)
{
  return dateline_document_token_is_any (document, token, "warplane|warplanes|jet|jets|aircraft|helicopter|helicopters|plane|planes|airplanes|bombers|fighter-jets|coalition|air|aerial|airforce|airstrike|airstrikes|barrel|warcraft|gunships|gunship|skies");
}

/* As dateline_trigger_find_cue(), which has seen that there may be one. */
DatelineTriggerCue
dateline_trigger_read_cue (const DatelineDocument *document, const DatelineTriggerLexicon *lexicon, guint token, guint *end)
{
  const DatelineMatch *match = dateline_document_find_first_of (document, token, DATELINE_LEXICON_REALIS);

  *end = token + match->n_tokens;
  if (match->n_tokens == 1 && dateline_document_token_is_any (document, token, "march|may") && dateline_document_token_has (document, token, DATELINE_TOKEN_CAPITAL))
    return DATELINE_CUE_NONE; /* a month */
  return (DatelineTriggerCue) lexicon->cues[match->row];
}

/* As dateline_trigger_is_collision(), which has seen the verb. */
gboolean
dateline_trigger_joins_vehicles (const DatelineDocument *document, guint token, guint end)
{
  if (token == 0 || !dateline_document_token_is_any (document, token - 1, "bus|minibus|lorry|truck|tanker|taxi|car|van|train"))
    return FALSE;
  for (guint i = token + 1; i < MIN (end, token + 5); i++)
    if (dateline_document_token_is_any (document, i, "bus|minibus|lorry|truck|tanker|taxi|car|van|tree|wall|pedestrian|pedestrians"))
      return TRUE;
  return FALSE;
}

DatelineTriggerSurroundings
dateline_trigger_look_around (const DatelineDocument *document, const DatelineTriggerLexicon *lexicon, guint first, guint end)
{
  DatelineTriggerSurroundings around = { 0 };

  for (guint i = first; i < end; i++)
    {
      const DatelineMatch *weapon;
      DatelineIncidentType type;
      guint                cue_end;
      DatelineTriggerCue   cue;

      if (!dateline_trigger_tells_anything (document, i))
        continue;
      weapon = dateline_document_find_match (document, i, DATELINE_LEXICON_WEAPON);
      if (weapon != NULL && dateline_trigger_lexicon_get_weapon_type (lexicon, weapon->row, &type))
        around.has_type[type] = TRUE;
      around.air = around.air || dateline_trigger_is_air_word (document, i);
      around.labour = around.labour ||
                      dateline_document_token_is_any (document, i, "workers|teachers|employees|union|unions|wages|salaries|labour|labor|hunger|trade|doctors|shopkeepers");
      if (around.peaceful)
        continue;
      cue = dateline_trigger_find_cue (document, lexicon, i, &cue_end);
      around.peaceful = cue == DATELINE_CUE_ACCIDENT || cue == DATELINE_CUE_PEACEFUL || dateline_trigger_is_collision (document, i, end);
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
type_by_weapon (const DatelineTriggerSurroundings *around, DatelineIncidentType *type)
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
gboolean
dateline_trigger_passes_gate (const DatelineDocument *document, DatelineTrigger *trigger, DatelineTriggerGate gate, const DatelineTriggerSurroundings *around, const DatelineSentence *sentence)
{
  guint first = trigger->first_token, end = trigger->end_token;

  switch (gate)
    {
    case DATELINE_GATE_STRIKE:
      if (around->labour || dateline_document_token_is_any (document, end, "a|price|force|action") ||
          (first > 0 && dateline_document_token_is_any (document, first - 1, "hunger|general|on|to|labour|labor|nationwide|rail|teachers|transport|lightning|open-ended")))
        return FALSE;
      if (!type_by_weapon (around, &trigger->type))
        {
          trigger->type = DATELINE_INCIDENT_AIR_STRIKE; /* "US strikes on": by far the most */
          trigger->weight = around->air ? 0.9 : 0.6;
        }
      return TRUE;

    case DATELINE_GATE_FIRED_AT:
      if (type_by_weapon (around, &trigger->type))
        trigger->weight = 0.7;
      return TRUE;

    case DATELINE_GATE_FIGHTING:
      return !dateline_document_token_is_any (document, end, "position|positions|vehicle|vehicles|age|men|season|force|forces|units|chance");

    case DATELINE_GATE_UNDER_FIRE:
      if (has_nearby (document, first, 8, "criticism|critics|lawmakers|opposition|over|critics|policy|policies|remarks", sentence))
        return FALSE;
      type_by_weapon (around, &trigger->type);
      return TRUE;

    case DATELINE_GATE_ATTACK:
      if (first > 0 && dateline_document_token_is_any (document, first - 1, "heart|panic|verbal|cyber|asthma|media|personal|one-way|way|under"))
        return FALSE;
      if (type_by_weapon (around, &trigger->type))
        trigger->weight = 0.5;
      return TRUE;

    case DATELINE_GATE_ATTACK_VERB:
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

    case DATELINE_GATE_ATTACKED:
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

    case DATELINE_GATE_BOMB:
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

    case DATELINE_GATE_BOMB_NOUN:
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

    case DATELINE_GATE_BOMBARDMENT:
      if (around->air)
        trigger->type = DATELINE_INCIDENT_AIR_STRIKE;
      return TRUE;

    case DATELINE_GATE_CAMPAIGN:
    case DATELINE_GATE_CASUALTIES:
      trigger->weight = 0.2;
      return TRUE;

    case DATELINE_GATE_CAPTURED:
      if (takes_people (document, trigger, sentence))
        return FALSE;
      return has_place_or_ground (document, end, MIN (sentence->end_token, end + 9)) ||
             (trigger->form != DATELINE_TRIGGER_BASE && has_place_or_ground (document, first > sentence->first_token + 8 ? first - 8 : sentence->first_token, first));

    case DATELINE_GATE_ADVANCED:
      return dateline_document_token_is_any (document, end, "on|in|into|toward|towards|against|to") &&
             has_place_or_ground (document, end, MIN (sentence->end_token, end + 6));

    case DATELINE_GATE_ARREST:
      return is_arrest_by_group (document, trigger, sentence);

    case DATELINE_GATE_FELL:
      return TRUE;

    case DATELINE_GATE_EXECUTED:
      return !dateline_document_token_is_any (document, end, "plan|plans|order|orders|operation|operations|a|project|projects|search|mission|with");

    case DATELINE_GATE_EXPLODED:
      if (around->peaceful)
        return FALSE;
      if (trigger->form == DATELINE_TRIGGER_BASE && !stands_as_verb (document, first, end))
        return FALSE;
      if (dateline_document_token_is_any (document, end, "bridge|bridges|pipeline|house|houses|home|homes|mosque|building") ||
          dateline_document_token_is_any (document, end + 1, "bridge|bridges|pipeline|house|houses|home|homes|mosque|building"))
        trigger->weight = 0.5;
      return TRUE;

    case DATELINE_GATE_EXPLOSION:
      return !dateline_document_token_is (document, end, "of") ||
             !dateline_document_token_is_any (document, end + 1, "heat|air|cold|wind|colour|color|joy|anger|interest|growth|laughter|violence");

    case DATELINE_GATE_FIGHT:
      if (trigger->form == DATELINE_TRIGGER_ING && first > 0 && dateline_document_token_is_any (document, first - 1, "are|engaged|in|group|groups|forces|been"))
        trigger->weight = 0.15; /* who fights whom, not where and when */
      return trigger->form == DATELINE_TRIGGER_ING || (stands_as_verb (document, first, end) && sentence->end_token - sentence->first_token < 30);

    case DATELINE_GATE_FIRED:
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

    case DATELINE_GATE_INTERCEPTED:
      if (!has_nearby (document, first, 14, "missile|missiles|rocket|rockets|drone|drones|aircraft|plane|jet|jets|warplane|helicopter|uav|uavs|helicopters|scud|projectile|projectiles|tornado", sentence))
        return FALSE;
      return TRUE;

    case DATELINE_GATE_RAID:
      if (trigger->form == DATELINE_TRIGGER_BASE && !stands_as_verb (document, first, end))
        return FALSE;
      if (around->air || dateline_document_token_is_any (document, end, "targeting|hit|on") || (first > 0 && dateline_document_token_has (document, first - 1, DATELINE_TOKEN_NUMBER)))
        {
          trigger->type = DATELINE_INCIDENT_AIR_STRIKE;
          trigger->weight = around->air ? 0.9 : 0.5;
        }
      return TRUE;

    case DATELINE_GATE_SHELL:
      if (is_idle_device (document, trigger, sentence))
        return FALSE;
      return !dateline_document_token_is_any (document, end, "company|companies|oil|plc|shock|game");

    case DATELINE_GATE_SHOOTING:
      if (dateline_document_token_is_any (document, first, "killing|murder|shooting") && trigger->end_token == first + 1)
        {
          if (dateline_document_token_is_any (document, end, "of") || (first > 0 && dateline_document_token_is_any (document, first - 1, "the|a|this|another|drive-by|mass")))
            return TRUE;
          return dateline_document_token_is (document, first, "shooting") && dateline_document_token_is_any (document, end, "at|in|on|incident|attack|near|dead");
        }
      return TRUE;

    case DATELINE_GATE_SHOT:
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

    case DATELINE_GATE_WEAPON:
      if (is_idle_device (document, trigger, sentence))
        return FALSE;
      return dateline_document_token_is_any (document, end, "on|hit|fell|landed|struck|were|at|into|was|dropped|targeted|killed|fired|target|targeting|slammed|exploded|launched|in") ||
             has_nearby (document, first, 6, "dropped|fired|hit|fell|landed|struck|dropping|firing|launched|targeted|with|using|by", sentence);

    case DATELINE_GATE_ASSAULT:
      if (first > sentence->first_token && dateline_document_token_has (document, first, DATELINE_TOKEN_CAPITAL) && dateline_document_token_has (document, first - 1, DATELINE_TOKEN_CAPITAL))
        return FALSE; /* "the Mosul Offensive": a name */
      return !(first > 0 && dateline_document_token_is_any (document, first - 1, "sexual|physical|verbal|charm|diplomatic|media|peace")) &&
             !dateline_document_token_is_any (document, end, "rifle|rifles|weapons|charges") &&
             (trigger->form == DATELINE_TRIGGER_NOUN || trigger->form == DATELINE_TRIGGER_NOUNS || !dateline_document_token_is (document, end, "on"));

    case DATELINE_GATE_NONE:
    default:
      return TRUE;
    }
}
