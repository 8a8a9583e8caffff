/* dateline-trigger.c: words that report an incident
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of the tables' words those whose gate opens, with what stands around them.
 */

#define G_LOG_DOMAIN "dateline-event"

#include "config.h"

#include "dateline-trigger-private.h"

/* A word that only tells what a thing is like begins no event. */
#define ATTRIBUTE_WEIGHT 0.15

static void
find_clause (const DatelineDocument *document, const DatelineSentence *sentence, DatelineTrigger *trigger)
{
  guint first = trigger->first_token, end = trigger->end_token;

  while (first > sentence->first_token && !dateline_trigger_is_clause_boundary (document, first - 1))
    first--;
  while (end < sentence->end_token && !dateline_trigger_is_clause_boundary (document, end))
    end++;
  trigger->clause_first = first;
  trigger->clause_end = end;
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
      if ((dateline_document_token_is_any (document, i, "the|this|that|these|those") && !dateline_trigger_is_air_word (document, trigger->first_token)) || dateline_document_token_has (document, i, DATELINE_TOKEN_POSSESSIVE))
        trigger->definite = dateline_trigger_is_noun (trigger);
      else if (dateline_document_token_is_any (document, i, "a|an"))
        trigger->definite = FALSE; /* "that morning, a suicide bomber" */
      if (dateline_document_token_is_any (document, i, "another|second|separate|third|other|fresh|new|different"))
        trigger->another = dateline_trigger_is_noun (trigger);
      if (trigger->form == DATELINE_TRIGGER_PAST && dateline_document_token_is_any (document, i, "was|were|been|being|be|is|are|get|got") &&
          !dateline_document_token_has (document, i, DATELINE_TOKEN_UPPER)) /* IS, the group */
        trigger->passive = TRUE;
      if (dateline_document_token_is_any (document, i, "in|by|after|during"))
        trigger->count_token = G_MAXUINT; /* "11 died in strikes" */
      if (dateline_trigger_is_noun (trigger) &&
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
  if (dateline_trigger_is_noun (trigger) || (trigger->type != DATELINE_INCIDENT_ARMED_CLASH && trigger->type != DATELINE_INCIDENT_SHOOTING))
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
choose_trigger (const DatelineDocument *document, const DatelineTriggerLexicon *lexicon, const DatelineSentence *sentence, const DatelineTriggerSurroundings *around, guint token, DatelineTrigger *chosen)
{
  guint                n, length = 0;
  gboolean             found = FALSE;
  const DatelineMatch *matches = dateline_document_get_matches (document, token, &n);

  for (guint i = 0; i < n; i++)
    {
      const DatelineTriggerRow *row;
      DatelineTrigger           trigger = { 0 };

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
          if (dateline_trigger_is_noun (&trigger))
            continue; /* "to attack": the verb's row stands */
          if (trigger.form == DATELINE_TRIGGER_PAST)
            trigger.form = DATELINE_TRIGGER_BASE; /* "to hit" */
        }
      if (row->gate == DATELINE_GATE_FIRED_AT || row->gate == DATELINE_GATE_UNDER_FIRE || row->gate == DATELINE_GATE_ATTACK || row->gate == DATELINE_GATE_ATTACKED || row->gate == DATELINE_GATE_ATTACK_VERB)
        {
          /* A word that tells no type takes it from its own clause. */
          DatelineTriggerSurroundings clause = dateline_trigger_look_around (document, lexicon, trigger.clause_first, trigger.clause_end);

          if (!dateline_trigger_passes_gate (document, &trigger, row->gate, &clause, sentence) || (found && trigger.weight <= chosen->weight))
            continue;
        }
      else if (!dateline_trigger_passes_gate (document, &trigger, row->gate, around, sentence) || (found && trigger.weight <= chosen->weight))
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
      guint              end;
      DatelineTriggerCue cue = dateline_trigger_find_cue (document, lexicon, i, &end);

      if (cue == DATELINE_CUE_REACTION || cue == DATELINE_CUE_ANNIVERSARY || cue == DATELINE_CUE_TRIAL || cue == DATELINE_CUE_INQUIRY || cue == DATELINE_CUE_ACCIDENT || cue == DATELINE_CUE_RATE ||
          (cue == DATELINE_CUE_WORK && i < words->first_token + 10) || dateline_trigger_is_collision (document, i, words->end_token))
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

      if (dateline_trigger_find_cue (document, lexicon, i, &cue_end) == DATELINE_CUE_ACCIDENT || dateline_trigger_is_collision (document, i, end))
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
      const DatelineSentence     *sentence = &document->sentences[s];
      DatelineTriggerSurroundings around;
      gboolean                    looked = FALSE;

      if (sentence->boilerplate)
        continue;
      for (guint i = sentence->first_token; i < sentence->end_token; i++)
        {
          DatelineTrigger trigger;

          if ((document->lexicons[i] >> DATELINE_LEXICON_TRIGGER & 1) == 0)
            continue;
          if (!looked)
            around = dateline_trigger_look_around (document, lexicon, sentence->first_token, sentence->end_token);
          looked = TRUE;
          if (!choose_trigger (document, lexicon, sentence, &around, i, &trigger))
            continue;
          trigger.sentence = s;
          take_type_of_means (document, lexicon, sentence, &trigger);
          describe_trigger (document, sentence, &trigger);
          dateline_trigger_judge_realis (document, lexicon, sentence, &trigger);
          dateline_trigger_inherit_realis (document, triggers, &trigger);
          dateline_scratch_append (triggers, trigger);
          i = trigger.end_token - 1;
        }
    }
  return triggers;
}
