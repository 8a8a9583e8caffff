/* dateline-trigger-realis.c: whether it happened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scope of what governs an event word.
 */

#define G_LOG_DOMAIN "dateline-event"

#include "config.h"

#include "dateline-trigger-private.h"

/* How far back a governing word reaches, in tokens. */
#define SCOPE_TOKENS 9
#define REACTION_SCOPE_TOKENS 24

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
  if (!dateline_trigger_is_noun (trigger) || trigger->definite)
    return FALSE;
  for (guint i = trigger->end_token; i < MIN (sentence->end_token, trigger->end_token + 9); i++)
    {
      if (dateline_trigger_is_clause_boundary (document, i))
        i = skip_saying (document, i, sentence->end_token);
      if (dateline_document_token_is_any (document, i, "would|could|might|will") ||
          (dateline_document_token_is (document, i, "may") && !dateline_document_token_has (document, i, DATELINE_TOKEN_CAPITAL)))
        return TRUE;
      if (dateline_trigger_is_clause_boundary (document, i) || dateline_document_find_match (document, i, DATELINE_LEXICON_TRIGGER) != NULL ||
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
      guint              end;
      DatelineTriggerCue cue;

      if (!dateline_trigger_tells_anything (document, i))
        continue;
      cue = dateline_trigger_find_cue (document, lexicon, i, &end);
      if (cue == DATELINE_CUE_WORK && i < sentence->first_token + 10 && i < trigger->first_token)
        return DATELINE_REALIS_TRAINING;
      if (cue == DATELINE_CUE_RATE)
        return DATELINE_REALIS_STATISTIC;
      if (i >= trigger->end_token && i < trigger->end_token + 12 && dateline_trigger_is_noun (trigger) && dateline_document_token_is_any (document, i - 1, "was|were|is|are|as") &&
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
judge_cue (const DatelineDocument *document, const DatelineTrigger *trigger, DatelineTriggerCue cue, guint cue_token, guint cue_end)
{
  guint    gap = trigger->first_token >= cue_end ? trigger->first_token - cue_end : 0;
  gboolean noun = dateline_trigger_is_noun (trigger);

  switch (cue)
    {
    case DATELINE_CUE_NEGATION:
      if (noun && gap <= 4 && dateline_document_token_is_any (document, trigger->first_token - 1, "or|nor"))
        return DATELINE_REALIS_NEGATED; /* "no reports of clashes or casualties" */
      return gap <= (noun ? 1u : 2u) ? DATELINE_REALIS_NEGATED : DATELINE_REALIS_ACTUAL;
    case DATELINE_CUE_FOILED:
      return gap <= 4 ? DATELINE_REALIS_FOILED : DATELINE_REALIS_ACTUAL;
    case DATELINE_CUE_FUTURE:
    case DATELINE_CUE_MODAL:
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
    case DATELINE_CUE_CONDITIONAL:
      return gap <= 5 ? DATELINE_REALIS_HYPOTHETICAL : DATELINE_REALIS_ACTUAL;
    case DATELINE_CUE_CALL:
      return gap <= 5 && trigger->form != DATELINE_TRIGGER_PAST ? DATELINE_REALIS_HYPOTHETICAL : DATELINE_REALIS_ACTUAL;
    case DATELINE_CUE_THREAT:
      return gap <= 5 && trigger->form != DATELINE_TRIGGER_PAST ? DATELINE_REALIS_HYPOTHETICAL : DATELINE_REALIS_ACTUAL;
    case DATELINE_CUE_HABIT:
      return gap <= 1 ? DATELINE_REALIS_GENERIC : DATELINE_REALIS_ACTUAL;
    case DATELINE_CUE_GENERIC:
    case DATELINE_CUE_SERIES:
      return gap <= 2 && trigger->form == DATELINE_TRIGGER_NOUNS ? DATELINE_REALIS_GENERIC : DATELINE_REALIS_ACTUAL;
    case DATELINE_CUE_TRAINING:
      return gap <= 2 && noun ? DATELINE_REALIS_TRAINING : DATELINE_REALIS_ACTUAL;
    case DATELINE_CUE_REACTION:
      return DATELINE_REALIS_REACTION;
    case DATELINE_CUE_INQUIRY:
      return gap <= 6 && noun ? DATELINE_REALIS_BACKGROUND : DATELINE_REALIS_ACTUAL;
    case DATELINE_CUE_BACKGROUND:
      return gap <= SCOPE_TOKENS ? DATELINE_REALIS_BACKGROUND : DATELINE_REALIS_ACTUAL;
    case DATELINE_CUE_ANNIVERSARY:
    case DATELINE_CUE_TRIAL:
      return DATELINE_REALIS_ANNIVERSARY;
    case DATELINE_CUE_DENIAL:
    case DATELINE_CUE_ACCIDENT:
    case DATELINE_CUE_PEACEFUL:
    case DATELINE_CUE_RATE:
    case DATELINE_CUE_WORK:
    case DATELINE_CUE_NONE:
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

      if (dateline_trigger_is_clause_boundary (document, i))
        break;
      if (dateline_trigger_find_cue (document, lexicon, i, &end) == DATELINE_CUE_BACKGROUND)
        cue = i;
    }
  return cue;
}

/* "condemned air strikes that hit a wedding, killing at least 20": a
 * reaction that brings the news. */
static gboolean
tells_toll_after (const DatelineDocument *document, const DatelineSentence *sentence, const DatelineTrigger *trigger)
{
  for (guint i = trigger->end_token; i + 1 < sentence->end_token; i++)
    {
      if (!dateline_document_token_is_any (document, i, "killing|killed|wounding|leaving|left"))
        continue;
      for (guint j = i + 1; j < MIN (i + 5, sentence->end_token); j++)
        if (dateline_document_token_has (document, j, DATELINE_TOKEN_NUMBER) || dateline_document_find_match (document, j, DATELINE_LEXICON_NUMBER) != NULL)
          return !dateline_document_token_is_any (document, j, "a|an|no|zero");
    }
  return FALSE;
}

void
dateline_trigger_judge_realis (const DatelineDocument *document, const DatelineTriggerLexicon *lexicon, const DatelineSentence *sentence, DatelineTrigger *trigger)
{
  guint    first = trigger->first_token;
  guint    reach = first > sentence->first_token + REACTION_SCOPE_TOKENS ? first - REACTION_SCOPE_TOKENS : sentence->first_token;
  gboolean same_clause = TRUE;

  trigger->background_cue = G_MAXUINT;
  if (dateline_trigger_is_noun (trigger) && is_of_a_long_time (document, trigger, sentence))
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
      guint              cue_end = i + 1;
      DatelineTriggerCue cue;
      DatelineRealis     realis;

      if (!dateline_trigger_tells_anything (document, i) && !(document->tokens[i].flags & DATELINE_TOKEN_PUNCT))
        continue;
      if (dateline_trigger_is_clause_boundary (document, i))
        same_clause = FALSE;
      cue = dateline_trigger_find_cue (document, lexicon, i, &cue_end);
      if (cue == DATELINE_CUE_NONE || cue_end > first)
        continue;
      if (!same_clause && cue != DATELINE_CUE_REACTION && cue != DATELINE_CUE_TRIAL && cue != DATELINE_CUE_ANNIVERSARY)
        continue;
      if (cue == DATELINE_CUE_REACTION && dateline_trigger_is_noun (trigger) && same_clause && tells_toll_after (document, sentence, trigger))
        continue;
      realis = judge_cue (document, trigger, cue, i, cue_end);
      if (realis == DATELINE_REALIS_ACTUAL)
        continue;
      if (cue == DATELINE_CUE_BACKGROUND && dateline_document_token_is (document, i, "since") && dateline_trigger_is_noun (trigger))
        realis = DATELINE_REALIS_ANNIVERSARY; /* a mark in time */
      trigger->realis = realis;
      if (realis == DATELINE_REALIS_BACKGROUND)
        trigger->background_cue = find_first_background_cue (document, lexicon, sentence, i);
      return;
    }
}

/* "including the attack on …": as the one before it in the sentence. */
void
dateline_trigger_inherit_realis (const DatelineDocument *document, GArray *triggers, DatelineTrigger *trigger)
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
