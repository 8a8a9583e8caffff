/* dateline-report-roles.c: who did it to whom, by where the actors stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No parser: the preposition before an actor, its side of the event word,
 * and the voice of the verb decide.
 */

#define G_LOG_DOMAIN "dateline-extract"

#include "config.h"

#include "dateline-report.h"

#include <string.h>

/* The nearest governing word before an actor. */
typedef enum
{
  GOVERNOR_NONE,
  GOVERNOR_BY,
  GOVERNOR_AGAINST, /* on, against, targeting: who is hit */
  GOVERNOR_BETWEEN, /* between, with, and: who takes part */
  GOVERNOR_OF,
  GOVERNOR_FROM,
  GOVERNOR_OTHER
} Governor;

typedef struct
{
  const DatelineAnalysis *analysis;
  const DatelineReport   *report;
  const DatelineTrigger  *trigger; /* NULL when only casualties tell it */
} Roles;

static Governor
classify_governor (const DatelineDocument *document, guint token)
{
  if (dateline_document_token_is (document, token, "by"))
    return GOVERNOR_BY;
  if (dateline_document_token_is_any (document, token, "on|against|at|targeting|targeted|targets|target|hit|hits|struck|strike|strikes|killing|killed|wounding|wounded|attacking|attacked|bombed|bombing|shelled|shelling|upon|toward|towards|hitting|striking|kill|kills|injuring|ambushed|repelled|repelling|raided|kidnapped|abducted|assassinated"))
    return GOVERNOR_AGAINST;
  if (dateline_document_token_is_any (document, token, "between|with|versus|vs"))
    return GOVERNOR_BETWEEN;
  if (dateline_document_token_is (document, token, "of"))
    return GOVERNOR_OF;
  if (dateline_document_token_is (document, token, "from"))
    return GOVERNOR_FROM;
  if (dateline_document_token_is_any (document, token, "in|into|to|for|near|over|under|as|inside|around"))
    return GOVERNOR_OTHER;
  return GOVERNOR_NONE;
}

/* "between three and seven militants" */
static gboolean
is_count (const DatelineDocument *document, guint token)
{
  return dateline_document_token_has (document, token, DATELINE_TOKEN_NUMBER) || dateline_document_find_match (document, token, DATELINE_LEXICON_NUMBER) != NULL;
}

/* "On 5 June the army …", "in 2017": the preposition is the date's. */
static gboolean
is_in_date (const DatelineAnalysis *analysis, guint token)
{
  guint                i = DATELINE_LOWER_BOUND (analysis->timexes, DatelineTimex, token + 1);
  const DatelineTimex *timex;

  if (i == 0)
    return FALSE;
  timex = dateline_analysis_get_timex (analysis, i - 1);
  return timex->kind == DATELINE_TIMEX_DATE && token < timex->end_token;
}

static Governor
find_governor (const Roles *self, const DatelineActorMention *actor)
{
  const DatelineDocument *document = self->analysis->document;

  for (guint i = actor->first_token, n = 0; i-- > self->report->first_token && n < 8; n++)
    {
      Governor governor = classify_governor (document, i);

      if (is_in_date (self->analysis, i) || (governor == GOVERNOR_BETWEEN && is_count (document, i + 1)))
        return GOVERNOR_NONE;
      if (governor != GOVERNOR_NONE)
        return governor;
      if (dateline_document_token_is_any (document, i, "a|an|one|two|three|the|several") && i > 0 && n > 0 &&
          classify_governor (document, i - 1) == GOVERNOR_NONE)
        return GOVERNOR_NONE; /* a noun group of its own begins here */
      if ((document->tokens[i].flags & DATELINE_TOKEN_PUNCT) || dateline_document_token_is_any (document, i, "that|which|who|when|while|after|before"))
        return GOVERNOR_NONE;
    }
  return GOVERNOR_NONE;
}

static gboolean
has_word_in (const DatelineDocument *document, guint from, guint to, const DatelineWordList *words)
{
  for (guint i = from; i < to && i < document->n_tokens; i++)
    if (dateline_document_token_is_in (document, i, words))
      return TRUE;
  return FALSE;
}

#define has_word(document, from, to, words) has_word_in (document, from, to, DATELINE_WORD_LIST (words))

/* "Saudi-led coalition airstrikes", "Houthi missile attack": right before
 * an event noun, but for adjectives. */
static gboolean
modifies_trigger (const Roles *self, const DatelineActorMention *actor)
{
  for (guint i = 0; i < self->report->triggers->len; i++)
    {
      const DatelineTrigger *trigger = dateline_analysis_get_trigger (self->analysis, g_array_index (self->report->triggers, guint, i));

      if (trigger->form != DATELINE_TRIGGER_NOUN && trigger->form != DATELINE_TRIGGER_NOUNS && trigger->form != DATELINE_TRIGGER_ING)
        continue;
      if (actor->end_token > trigger->first_token || trigger->first_token - actor->end_token > 3)
        continue;
      if (has_word (self->analysis->document, actor->end_token, trigger->first_token, "by|in|of|and|,|with|from|to|were|was|on|against|after|when|during"))
        continue;
      return TRUE;
    }
  return FALSE;
}

static gboolean
in_casualties (const Roles *self, const DatelineActorMention *actor)
{
  for (guint i = 0; i < self->report->casualties->len; i++)
    {
      const DatelineCasualtyMention *casualty = dateline_analysis_get_casualty (self->analysis, g_array_index (self->report->casualties, guint, i));

      if (actor->first_token >= casualty->number_token && actor->first_token < casualty->end_token)
        return TRUE;
    }
  return FALSE;
}

static DatelineActorStatus
find_status (const Roles *self, const DatelineActorMention *actor)
{
  const DatelineDocument *document = self->analysis->document;
  guint                   before = actor->first_token > self->report->first_token + 4 ? actor->first_token - 4 : self->report->first_token;
  guint                   after = MIN (self->report->end_token, actor->end_token + 5);

  if (has_word (document, actor->end_token, after, "denied|denies|denying") || has_word (document, before, actor->first_token, "denied"))
    return DATELINE_ACTOR_DENIED;
  if (has_word (document, actor->end_token, after, "claimed|claims|claiming") || has_word (document, before, actor->first_token, "claimed"))
    return DATELINE_ACTOR_CLAIMED;
  if (has_word (document, before, actor->first_token, "suspected|alleged|allegedly|blamed|accused|presumed|believed|apparent|blaming|accusing|accuse") ||
      has_word (document, actor->end_token, after, "allegedly|blamed|accused|suspected|responsible"))
    return DATELINE_ACTOR_ALLEGED;
  return DATELINE_ACTOR_ASSERTED;
}

static gboolean
is_mutual (DatelineIncidentType type, const Roles *self, const DatelineActorMention *actor)
{
  if (type == DATELINE_INCIDENT_ARMED_CLASH || type == DATELINE_INCIDENT_TERRITORIAL_CHANGE)
    return TRUE;
  return find_governor (self, actor) == GOVERNOR_BETWEEN &&
         has_word (self->analysis->document, self->report->first_token, actor->first_token, "between");
}

static gboolean
is_only_cited (const Roles *self, guint index)
{
  for (guint i = 0; i < self->report->sources->len; i++)
    if (dateline_analysis_get_source (self->analysis, g_array_index (self->report->sources, guint, i))->actor == index)
      return TRUE;
  return FALSE;
}

/* "attacks … by militias": the actor belongs to the event word that its
 * preposition follows, which may be another's, or stand for no event. */
static gboolean
is_governed_by_other (const Roles *self, const DatelineActorMention *actor)
{
  const DatelineAnalysis *analysis = self->analysis;
  guint                   next = DATELINE_LOWER_BOUND (analysis->triggers, DatelineTrigger, actor->first_token);
  const DatelineTrigger  *nearest;

  if (next == 0)
    return FALSE;
  nearest = dateline_analysis_get_trigger (analysis, next - 1);
  if (nearest->first_token < self->report->first_token || actor->first_token - nearest->end_token > 14)
    return FALSE;
  for (guint i = 0; i < self->report->triggers->len; i++)
    if (g_array_index (self->report->triggers, guint, i) == next - 1)
      return FALSE;
  return nearest->form == DATELINE_TRIGGER_NOUN || nearest->form == DATELINE_TRIGGER_NOUNS;
}

/* "facilities used by", "areas held by": whose it is, not who did it. */
static gboolean
is_used_by (const Roles *self, const DatelineActorMention *actor)
{
  const DatelineDocument *document = self->analysis->document;

  for (guint i = actor->first_token, n = 0; i-- > self->report->first_token + 1 && n < 14; n++)
    if (dateline_document_token_is (document, i, "by"))
      return dateline_document_token_is_any (document, i - 1, "used|held|controlled|run|operated|occupied|owned|led|backed|supported|followed|accompanied|inhabited|populated|dominated|manned|guarded|patrolled|besieged|known|frequented|headed|commanded|said|reported|confirmed|ruled|administered|issued|published|posted|released|sponsored|claimed|cited|quoted|assisted|aided|stationed");
  return FALSE;
}

/* "Fighters from the group killed at least 18": the subject of the verb. */
static gboolean
kills (const Roles *self, const DatelineActorMention *actor)
{
  const DatelineDocument *document = self->analysis->document;

  for (guint i = 0; i < self->report->casualties->len; i++)
    {
      const DatelineCasualtyMention *casualty = dateline_analysis_get_casualty (self->analysis, g_array_index (self->report->casualties, guint, i));

      if (casualty->verb_token >= actor->end_token && casualty->number_token > casualty->verb_token &&
          !has_word (document, casualty->verb_token > 2 ? casualty->verb_token - 2 : 0, casualty->verb_token, "was|were|been|being"))
        return TRUE;
    }
  return FALSE;
}

/* "The group claimed to have shelled": it speaks of its own deed. */
static gboolean
claims_deed (const Roles *self, const DatelineActorMention *actor)
{
  const DatelineDocument *document = self->analysis->document;

  for (guint i = actor->end_token; i < MIN (self->report->end_token, actor->end_token + 5); i++)
    if (dateline_document_token_is_any (document, i, "claimed|claim|claims|said|say|announced|reported"))
      for (guint j = i + 1; j < i + 4; j++)
        if (dateline_document_token_is (document, j, "to") && dateline_document_token_is (document, j + 1, "have"))
          return TRUE;
  return FALSE;
}

static gboolean
is_capital (const Roles *self, const DatelineActorMention *actor)
{
  const DatelineMatch *match = dateline_document_find_match (self->analysis->document, actor->first_token, DATELINE_LEXICON_ACTOR);
  int                  kind = dateline_data_find_column (self->analysis->document->data, DATELINE_LEXICON_ACTOR, "kind");

  return actor->country_name && match != NULL && kind >= 0 &&
         strcmp (dateline_data_get_cell (self->analysis->document->data, DATELINE_LEXICON_ACTOR, match->row, kind), "capital") == 0;
}

/* "Ankara said its jets …", "Turkey said it had …" */
static gboolean
speaks_of_itself (const Roles *self, const DatelineActorMention *actor)
{
  return claims_deed (self, actor) ||
         has_word (self->analysis->document, actor->end_token, MIN (self->report->end_token, actor->end_token + 6), "it|its|they|their|we|our|responsibility");
}

/* Returns whether the actor takes part; sets its role and how surely. */
static gboolean
find_role (const Roles *self, guint index, DatelineActorRole *role, double *score)
{
  const DatelineDocument     *document = self->analysis->document;
  const DatelineActorMention *actor = dateline_analysis_get_actor (self->analysis, index);
  const DatelineTrigger      *trigger = self->trigger;
  Governor                    governor = find_governor (self, actor);
  gboolean                    cited = is_only_cited (self, index);
  guint                       end = MIN (self->report->end_token, actor->end_token + 6);

  *role = DATELINE_ACTOR_INITIATOR;
  if (actor->place)
    return FALSE;
  if (governor != GOVERNOR_NONE && governor != GOVERNOR_OTHER && is_governed_by_other (self, actor))
    return FALSE;
  if (has_word (document, actor->end_token, end, "responsibility") || has_word (document, actor->end_token, end, "responsible") ||
      (governor == GOVERNOR_BY && has_word (document, self->report->first_token, actor->first_token, "claimed")) ||
      (has_word (document, self->report->first_token, actor->first_token, "blamed|accused|blame|blames|blaming") && !cited))
    {
      *score = 0.9;
      return TRUE;
    }
  if (trigger == NULL && has_word (document, actor->end_token, end, "fired|launched|planted|behind|carried") && governor == GOVERNOR_NONE)
    {
      *score = 0.8; /* "the group said it had fired it" */
      return TRUE;
    }
  if (trigger == NULL)
    {
      if (governor == GOVERNOR_BY)
        {
          *score = 0.9;
          return !is_used_by (self, actor);
        }
      *role = in_casualties (self, actor) || !kills (self, actor) ? DATELINE_ACTOR_TARGET : DATELINE_ACTOR_INITIATOR;
      *score = *role == DATELINE_ACTOR_INITIATOR ? 0.85 : 0.6;
      return *role == DATELINE_ACTOR_INITIATOR || in_casualties (self, actor);
    }
  if (has_word (document, actor->end_token, MIN (self->report->end_token, actor->end_token + 4), "dies|died|dead|slain|survived|survives") && !kills (self, actor) &&
      !has_word (document, actor->end_token, MIN (self->report->end_token, actor->end_token + 3), "shot|shoot|shoots|left|leave") &&
      governor == GOVERNOR_NONE)
    {
      *role = DATELINE_ACTOR_TARGET; /* "the group's leader dies in a raid" */
      *score = 0.8;
      return TRUE;
    }
  if (modifies_trigger (self, actor))
    {
      *score = 0.92;
      return TRUE;
    }
  if (cited && actor->end_token > trigger->end_token)
    return FALSE;
  if (is_mutual (self->report->type, self, actor) && !actor->country_name)
    {
      *role = DATELINE_ACTOR_PARTICIPANT;
      *score = 0.8;
      return TRUE;
    }
  if (governor == GOVERNOR_BY)
    {
      *score = 0.9;
      return !is_used_by (self, actor);
    }
  if (in_casualties (self, actor) && governor != GOVERNOR_FROM)
    {
      *role = DATELINE_ACTOR_TARGET;
      *score = 0.7;
      return TRUE;
    }
  if (actor->first_token >= trigger->end_token)
    {
      if (governor == GOVERNOR_OF && has_word (document, actor->first_token > 3 ? actor->first_token - 3 : 0, actor->first_token, "gunfire|fire|bullets|shots"))
        {
          *score = 0.7; /* "by the gunfire of unknown men" */
          return TRUE;
        }
      if (governor == GOVERNOR_FROM)
        {
          *score = 0.6;
          return !actor->country_name;
        }
      *role = DATELINE_ACTOR_TARGET;
      *score = governor == GOVERNOR_AGAINST ? 0.85 : 0.5;
      return !actor->country_name || governor == GOVERNOR_AGAINST;
    }
  if (actor->country_name && (actor->possessive || governor != GOVERNOR_NONE))
    return FALSE;
  if (cited && is_capital (self, actor) && !speaks_of_itself (self, actor))
    return FALSE; /* "Damascus said the jets had flown" */
  if (cited && actor->country_name &&
      has_word (document, actor->end_token, MIN (self->report->end_token, actor->end_token + 4), "official|officials|source|sources|spokesman|spokeswoman"))
    return FALSE; /* "a senior Yemeni security official said" */
  if (cited)
    {
      *score = claims_deed (self, actor) ? 0.75 : 0.35; /* "CENTCOM said it struck": the speaker may be the doer */
      return TRUE;
    }
  if (has_word (document, actor->end_token, MIN (trigger->first_token, actor->end_token + 12), "were|was") &&
      has_word (document, actor->end_token, MIN (trigger->first_token, actor->end_token + 14), "injured|wounded|killed|hurt|slain|shot") &&
      governor == GOVERNOR_NONE)
    {
      *role = DATELINE_ACTOR_TARGET; /* "US troops … were injured in an attack" */
      *score = 0.6;
      return TRUE;
    }
  if (trigger->passive && (governor == GOVERNOR_NONE || governor == GOVERNOR_OF))
    {
      *role = DATELINE_ACTOR_TARGET;
      *score = 0.7;
      return TRUE;
    }
  if (governor == GOVERNOR_AGAINST || governor == GOVERNOR_OF)
    {
      *role = DATELINE_ACTOR_TARGET;
      *score = 0.6;
      return TRUE;
    }
  *score = governor == GOVERNOR_NONE ? 0.8 : 0.4;
  return governor != GOVERNOR_OTHER || !actor->country_name;
}

/**
 * dateline_report_assign_roles:
 * @self: a report with its triggers, casualties and sources
 * @analysis: its article
 *
 * Fills the report's actors.
 */
void
dateline_report_assign_roles (DatelineReport *self, const DatelineAnalysis *analysis)
{
  Roles roles = { analysis, self, self->trigger == G_MAXUINT ? NULL : dateline_analysis_get_trigger (analysis, self->trigger) };

  /* The first event word decides which side an actor stands on. */
  if (self->triggers->len > 0)
    {
      const DatelineTrigger *first = dateline_analysis_get_trigger (analysis, g_array_index (self->triggers, guint, 0));

      if (first->weight >= 0.3 && !(self->triggers->len > 1 && dateline_document_token_is_punct (analysis->document, first->end_token, ':')))
        roles.trigger = first; /* a heading, "Abducted: …", is no verb */
    }

  for (guint i = DATELINE_LOWER_BOUND (analysis->mentions->actors, DatelineActorMention, self->first_token); i < analysis->mentions->actors->len; i++)
    {
      const DatelineActorMention *actor = dateline_analysis_get_actor (analysis, i);
      DatelineReportActor         each = { i, DATELINE_ACTOR_INITIATOR, DATELINE_ACTOR_ASSERTED, 0 };

      if (actor->first_token >= self->end_token)
        break;
      if (!find_role (&roles, i, &each.role, &each.score))
        continue;
      each.status = each.role == DATELINE_ACTOR_INITIATOR ? find_status (&roles, actor) : DATELINE_ACTOR_ASSERTED;
      dateline_scratch_append (self->actors, each);
    }
}
