/* dateline-incident-builder.c: from an event's reports to one incident
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-extract"

#include "config.h"

#include "dateline-incident-builder-private.h"

#include <math.h>
#include <string.h>

/* What happened longer ago may have been done under another name. */
#define DAYS_OF_THE_PRESENT 60
/* What is older when it is told far down, and even in the lead, is no news. */
#define MAX_DAYS_OF_NEWS 21
#define MAX_DAYS_OF_LEAD 700

/* --- who ----------------------------------------------------------------- */

static char *
name_actor (const DatelineAnalysis *analysis, const DatelineActorMention *actor)
{
  if (actor->name != NULL)
    return (char *) actor->name;
  return dateline_incident_quote (analysis, actor->first_token, actor->end_token);
}

static gboolean
is_same_actor (const DatelineActor *a, const DatelineActorMention *b, const char *name)
{
  if (a->id != NULL && b->id != NULL && b->id[0] != '\0')
    return strcmp (a->id, b->id) == 0;
  return g_ascii_strcasecmp (a->name, name) == 0;
}

static gboolean
holds_on (const DatelineData *data, guint row, const char *day)
{
  const char *from = dateline_data_get_cell (data, DATELINE_LEXICON_ACTOR, row, dateline_data_find_column (data, DATELINE_LEXICON_ACTOR, "from"));
  const char *to = dateline_data_get_cell (data, DATELINE_LEXICON_ACTOR, row, dateline_data_find_column (data, DATELINE_LEXICON_ACTOR, "to"));

  return strncmp (day, from, strlen (from)) >= 0 && (*to == '\0' || strncmp (day, to, strlen (to)) < 0);
}

/* "Nusra ambushed the convoy in 2015": who the name meant on that day, not
 * what the group is called when the article is written. */
static DatelineActorMention
as_of_that_day (const DatelineIncident *incident, const DatelineAnalysis *analysis, const DatelineActorMention *mention)
{
  const DatelineData  *data = analysis->document->data;
  DatelineActorMention then = *mention;
  DatelineDay          day = dateline_day_at (incident->when.interval.start, incident->when.offset_minutes);
  g_autofree char     *text = NULL;
  const DatelineMatch *matches;
  guint                n;

  if (mention->row >= dateline_data_get_n_rows (data, DATELINE_LEXICON_ACTOR) || incident->when.assumed || analysis->anchor.day == DATELINE_DAY_NONE ||
      !dateline_date_interval_is_set (incident->when.interval) || day > analysis->anchor.day - DAYS_OF_THE_PRESENT)
    return then;
  text = dateline_day_to_string (day);
  if (holds_on (data, mention->row, text))
    return then;
  matches = dateline_document_get_matches (analysis->document, mention->first_token, &n);
  for (guint i = 0; i < n; i++)
    if (matches[i].lexicon == DATELINE_LEXICON_ACTOR && matches[i].row != mention->row && holds_on (data, matches[i].row, text) &&
        strcmp (dateline_data_get_cell (data, DATELINE_LEXICON_ACTOR, matches[i].row, dateline_data_find_column (data, DATELINE_LEXICON_ACTOR, "side")), mention->side) == 0)
      {
        then.row = matches[i].row;
        then.id = dateline_data_get_cell (data, DATELINE_LEXICON_ACTOR, matches[i].row, dateline_data_find_column (data, DATELINE_LEXICON_ACTOR, "id"));
        then.name = dateline_data_get_cell (data, DATELINE_LEXICON_ACTOR, matches[i].row, dateline_data_find_column (data, DATELINE_LEXICON_ACTOR, "name"));
        break;
      }
  return then;
}

static void
add_actor (DatelineIncident *incident, const DatelineAnalysis *analysis, const DatelineReportActor *each)
{
  const DatelineActorMention  then = as_of_that_day (incident, analysis, dateline_analysis_get_actor (analysis, each->actor));
  const DatelineActorMention *mention = &then;
  char                       *name = name_actor (analysis, mention);
  DatelineActor               actor = { 0 };

  for (guint i = 0; i < incident->actors->len; i++)
    {
      DatelineActor *known = &g_array_index (incident->actors, DatelineActor, i);

      if (!is_same_actor (known, mention, name))
        continue;
      if (known->role == each->role)
        {
          known->confidence = 1 - (1 - known->confidence) * (1 - each->score * 0.5);
          if (each->status == DATELINE_ACTOR_DENIED)
            known->status = each->status;
        }
      else if (each->score > known->confidence + 0.1)
        {
          known->role = each->role;
          known->status = each->status;
          known->confidence = each->score;
          known->provenance = dateline_incident_words (analysis, mention->first_token, mention->end_token);
        }
      return;
    }
  actor.id = dateline_incident_borrow (mention->id);
  actor.name = name;
  if (mention->sponsor_row != G_MAXUINT)
    actor.sponsor = (char *) dateline_data_get_cell (analysis->document->data, DATELINE_LEXICON_ACTOR, mention->sponsor_row,
                                                     dateline_data_find_column (analysis->document->data, DATELINE_LEXICON_ACTOR, "name"));
  actor.role = each->role;
  actor.status = each->status;
  actor.confidence = each->score;
  actor.provenance = dateline_incident_words (analysis, mention->first_token, mention->end_token);
  dateline_scratch_append (incident->actors, actor);
}

static int
compare_actors (gconstpointer a, gconstpointer b)
{
  const DatelineActor *x = a, *y = b;

  if (x->role != y->role)
    return x->role < y->role ? -1 : 1;
  if (fabs (x->confidence - y->confidence) > 1e-9)
    return x->confidence > y->confidence ? -1 : 1;
  return x->provenance.span.begin < y->provenance.span.begin ? -1 : x->provenance.span.begin > y->provenance.span.begin;
}

/* "bombers", "gunmen": no name. */
static gboolean
is_nameless (const DatelineActor *actor, const DatelineAnalysis *analysis)
{
  for (guint i = 0; i < analysis->mentions->actors->len; i++)
    {
      const DatelineActorMention *mention = dateline_analysis_get_actor (analysis, i);

      if (dateline_document_get_span (analysis->document, mention->first_token, mention->end_token).begin == actor->provenance.span.begin)
        return mention->generic;
    }
  return FALSE;
}

static void
build_actors (DatelineIncident *incident, const DatelineCluster *cluster, const DatelineAnalysis *analysis)
{
  gboolean mutual = incident->type == DATELINE_INCIDENT_ARMED_CLASH || incident->type == DATELINE_INCIDENT_TERRITORIAL_CHANGE;
  gboolean named = FALSE;

  for (guint i = 0; i < cluster->reports->len; i++)
    {
      const DatelineReport *report = g_ptr_array_index (cluster->reports, i);

      for (guint j = 0; j < report->actors->len; j++)
        {
          DatelineReportActor each = g_array_index (report->actors, DatelineReportActor, j);

          if (!mutual && each.role == DATELINE_ACTOR_PARTICIPANT)
            each.role = DATELINE_ACTOR_INITIATOR;
          if (each.score * pow (0.93, i) >= 0.3)
            {
              each.score *= pow (0.93, i);
              add_actor (incident, analysis, &each);
            }
        }
    }
  g_array_sort (incident->actors, compare_actors);

  /* A named doer makes "militants" and weak guesses redundant. */
  for (guint i = 0; i < incident->actors->len; i++)
    {
      const DatelineActor *actor = &g_array_index (incident->actors, DatelineActor, i);

      named = named || (actor->role == DATELINE_ACTOR_INITIATOR && actor->id != NULL && actor->status != DATELINE_ACTOR_DENIED &&
                        actor->confidence >= 0.6 && !is_nameless (actor, analysis));
    }
  for (guint i = 0; named && i < incident->actors->len; i++)
    {
      const DatelineActor *actor = &g_array_index (incident->actors, DatelineActor, i);

      if (actor->role == DATELINE_ACTOR_INITIATOR && (actor->confidence < 0.5 || is_nameless (actor, analysis)))
        g_array_remove_index (incident->actors, i--);
    }
}

/* --- with what, on what -------------------------------------------------- */

/* "storage for rockets" is no rocket fired: a weapon counts where it is of
 * the kind that the event word tells, or was used "with" or "by" it. */
static gboolean
is_used (const DatelineAnalysis *analysis, const DatelineReport *report, const DatelineThingMention *mention, DatelineIncidentType incident_type)
{
  const DatelineDocument *document = analysis->document;
  const DatelineMatch    *match = dateline_document_find_match (document, mention->first_token, DATELINE_LEXICON_WEAPON);
  DatelineIncidentType    type;
  guint                   from = mention->first_token > report->first_token + 3 ? mention->first_token - 3 : report->first_token;

  for (guint i = 0; i < report->triggers->len; i++)
    {
      const DatelineTrigger *trigger = dateline_analysis_get_trigger (analysis, g_array_index (report->triggers, guint, i));

      if (trigger->first_token <= mention->first_token && mention->end_token <= trigger->end_token &&
          trigger->end_token - trigger->first_token == mention->end_token - mention->first_token && trigger->type == DATELINE_INCIDENT_AIR_STRIKE)
        return FALSE; /* "airstrikes" */
    }
  for (guint i = from; i < mention->first_token; i++)
    if (dateline_document_token_is_any (document, i, "with|using|by|fired|launched|dropped|carrying|firing"))
      return TRUE;
  if (match == NULL || !dateline_trigger_lexicon_get_weapon_type (analysis->trigger_lexicon, match->row, &type))
    return incident_type != DATELINE_INCIDENT_AIR_STRIKE;
  return type == incident_type || incident_type == DATELINE_INCIDENT_UNSPECIFIED_ATTACK;
}

/* "three facilities": the count is part of the words. */
static guint
find_count (const DatelineAnalysis *analysis, const DatelineThingMention *mention)
{
  guint first = mention->first_token;

  if (mention->count < 2)
    return first;
  for (guint i = first; i-- > 0 && first - i <= 3;)
    if (dateline_document_token_has (analysis->document, i, DATELINE_TOKEN_NUMBER) ||
        dateline_document_find_match (analysis->document, i, DATELINE_LEXICON_NUMBER) != NULL)
      return i;
  return first;
}

static void
build_things (DatelineIncident *incident, const DatelineCluster *cluster, const DatelineAnalysis *analysis)
{
  for (guint i = 0; i < cluster->reports->len; i++)
    {
      const DatelineReport *report = g_ptr_array_index (cluster->reports, i);

      for (guint j = 0; j < report->things->len; j++)
        {
          const DatelineThingMention *mention = dateline_analysis_get_thing (analysis, g_array_index (report->things, guint, j));
          GArray                     *array = mention->kind == DATELINE_THING_WEAPON ? incident->weapons : incident->targets;
          DatelineThing               thing;
          gboolean                    known = FALSE;

          if (mention->kind == DATELINE_THING_WEAPON && !is_used (analysis, report, mention, incident->type))
            continue;
          for (guint k = 0; k < array->len; k++)
            known = known || g_strcmp0 (g_array_index (array, DatelineThing, k).id, mention->id) == 0;
          if (known || array->len >= 8)
            continue;
          thing.id = (char *) mention->id;
          thing.provenance = dateline_incident_words (analysis, find_count (analysis, mention), mention->end_token);
          thing.name = dateline_incident_quote_span (analysis, thing.provenance.span);
          dateline_scratch_append (array, thing);
        }
    }
}

/* --- how many ------------------------------------------------------------ */

static char *
name_source (const DatelineAnalysis *analysis, const DatelineReport *report, guint token)
{
  guint best = G_MAXUINT, best_distance = G_MAXUINT;

  for (guint i = 0; i < report->sources->len; i++)
    {
      const DatelineSourceMention *source = dateline_analysis_get_source (analysis, g_array_index (report->sources, guint, i));
      guint                        distance = source->first_token > token ? source->first_token - token : token - source->first_token;

      if (distance < best_distance)
        {
          best_distance = distance;
          best = g_array_index (report->sources, guint, i);
        }
    }
  if (best == G_MAXUINT)
    return NULL;
  return dateline_incident_quote (analysis, dateline_analysis_get_source (analysis, best)->first_token, dateline_analysis_get_source (analysis, best)->end_token);
}

/* "dozens", "scores": a number told later is more exact. */
static gboolean
is_vague (const DatelineCasualtyMention *mention)
{
  return mention->best < 0 || mention->high > mention->best * 2 + 2;
}

/* "in answer to the death of three soldiers": not this event's dead. */
static gboolean
is_of_a_cause (const DatelineAnalysis *analysis, const DatelineReport *report, const DatelineCasualtyMention *mention)
{
  guint from = mention->first_token > report->first_token + 5 ? mention->first_token - 5 : report->first_token;

  if (report->trigger == G_MAXUINT || report->background)
    return FALSE;
  for (guint i = from; i < mention->first_token; i++)
    if (dateline_document_token_is_any (analysis->document, i, "answer|response|retaliation|revenge|reprisal|avenge") &&
        dateline_document_token_is_any (analysis->document, i + 1, "to|for|the"))
      return TRUE;
  return FALSE;
}

static void
build_toll (DatelineToll *toll, const DatelineCluster *cluster, const DatelineAnalysis *analysis, DatelineCasualtyKind kind)
{
  const DatelineCasualtyMention *chosen = NULL;
  int                            low = -1, high = -1;

  for (guint i = 0; i < cluster->reports->len; i++)
    {
      const DatelineReport          *report = g_ptr_array_index (cluster->reports, i);
      const DatelineCasualtyMention *largest = NULL;

      for (guint j = 0; j < report->casualties->len; j++)
        {
          const DatelineCasualtyMention *mention = dateline_analysis_get_casualty (analysis, g_array_index (report->casualties, guint, j));
          DatelineTollClaim              claim = { 0 };

          if (mention->kind != kind || mention->statistic || is_of_a_cause (analysis, report, mention))
            continue;
          claim.low = mention->low;
          claim.high = mention->high;
          claim.source = name_source (analysis, report, mention->first_token);
          claim.provenance = dateline_incident_words (analysis, mention->first_token, mention->end_token);
          if (toll->claims == NULL)
            toll->claims = dateline_scratch_take_array (analysis->document->scratch, sizeof claim);
          dateline_scratch_append (toll->claims, claim);
          if (mention->subset)
            continue;
          if (largest == NULL || MAX (mention->best, mention->low) > MAX (largest->best, largest->low))
            largest = mention;
        }
      if (largest == NULL)
        continue;
      if (chosen == NULL || largest->update || (is_vague (chosen) && !is_vague (largest)))
        chosen = largest;
      if (largest->low >= 0)
        low = low < 0 ? largest->low : MIN (low, largest->low);
      high = MAX (high, MAX (largest->high, largest->best));
    }
  if (chosen == NULL)
    return;

  toll->best = chosen->best;
  toll->low = chosen->low >= 0 && (low < 0 || chosen->update) ? chosen->low : low;
  toll->high = chosen->update ? chosen->high : high;
  if (toll->best >= 0 && toll->low > toll->best)
    toll->low = toll->best;
  if (toll->best >= 0 && toll->high >= 0 && toll->high < toll->best)
    toll->high = toll->best;
}

/* --- all of it ----------------------------------------------------------- */

static void
build_sources (DatelineIncident *incident, const DatelineCluster *cluster, const DatelineAnalysis *analysis)
{
  for (guint i = 0; i < cluster->reports->len; i++)
    {
      const DatelineReport *report = g_ptr_array_index (cluster->reports, i);

      for (guint j = 0; j < report->sources->len; j++)
        {
          const DatelineSourceMention *mention = dateline_analysis_get_source (analysis, g_array_index (report->sources, guint, j));
          DatelineSource               source;
          gboolean                     known = FALSE;

          source.provenance = dateline_incident_words (analysis, mention->first_token, mention->end_token);
          source.name = dateline_incident_quote_span (analysis, source.provenance.span);
          for (guint k = 0; k < incident->sources->len; k++)
            known = known || g_ascii_strcasecmp (g_array_index (incident->sources, DatelineSource, k).name, source.name) == 0;
          if (known || incident->sources->len >= 12)
            continue;
          source.kind = (char *) mention->kind;
          dateline_scratch_append (incident->sources, source);
        }
    }
}

static void
build_evidence (DatelineIncident *incident, const DatelineCluster *cluster, const DatelineAnalysis *analysis)
{
  guint last = G_MAXUINT;

  for (guint i = 0; i < cluster->reports->len; i++)
    {
      const DatelineReport *report = g_ptr_array_index (cluster->reports, i);
      DatelineProvenance    provenance = { 0, dateline_document_get_sentence_span (analysis->document, report->sentence) };

      if (report->sentence != last)
        dateline_scratch_append (incident->evidence, provenance);
      last = report->sentence;
    }
}

static DatelineGrade
grade (const DatelineIncident *incident)
{
  const DatelineActor *initiator = dateline_incident_get_actor (incident, DATELINE_ACTOR_INITIATOR);
  guint                n_independent = 0;

  if (initiator != NULL && initiator->status == DATELINE_ACTOR_DENIED)
    return DATELINE_GRADE_CONTESTED;
  if (incident->killed.claims != NULL)
    for (guint i = 1; i < incident->killed.claims->len; i++)
      {
        const DatelineTollClaim *a = &g_array_index (incident->killed.claims, DatelineTollClaim, 0);
        const DatelineTollClaim *b = &g_array_index (incident->killed.claims, DatelineTollClaim, i);

        if (a->source != NULL && b->source != NULL && strcmp (a->source, b->source) != 0 && a->low >= 0 && b->low >= 0 &&
            (a->low > b->low * 2 + 2 || b->low > a->low * 2 + 2))
          return DATELINE_GRADE_CONTESTED;
      }
  for (guint i = 0; i < incident->sources->len; i++)
    n_independent += g_strcmp0 (g_array_index (incident->sources, DatelineSource, i).kind, "anonymous") != 0;
  return n_independent >= 2 ? DATELINE_GRADE_FAIR : DATELINE_GRADE_WEAK;
}

static void
add_explanation (DatelineIncident *incident, const DatelineAnalysis *analysis, char *explanation)
{
  g_ptr_array_add (incident->explanations, dateline_scratch_strdup (analysis->document->scratch, explanation));
  g_free (explanation);
}

static void
explain (DatelineIncident *incident, const DatelineCluster *cluster, const DatelineAnalysis *analysis)
{
  for (guint i = 0; i < cluster->reports->len; i++)
    {
      const DatelineReport *report = g_ptr_array_index (cluster->reports, i);
      g_autofree char      *words = NULL;
      char                  weight[G_ASCII_DTOSTR_BUF_SIZE];

      if (report->trigger != G_MAXUINT)
        {
          const DatelineTrigger *trigger = dateline_analysis_get_trigger (analysis, report->trigger);

          words = dateline_document_dup_text (analysis->document, dateline_document_get_span (analysis->document, trigger->first_token, trigger->end_token));
        }
      g_ascii_formatd (weight, sizeof weight, "%.2f", report->weight);
      add_explanation (incident, analysis,
                       g_strdup_printf ("sentence %u: %s \"%s\" (weight %s)%s%s", report->sentence + 1,
                                        dateline_incident_type_get_id (report->type), words != NULL ? words : "goes on", weight,
                                        report->background ? ", background" : "", report->definite ? ", refers back" : ""));
      for (guint j = 0; j < report->sites->len; j++)
        add_explanation (incident, analysis,
                         dateline_toponym_explain (analysis->document, analysis->gazetteer, dateline_analysis_get_toponym (analysis, g_array_index (report->sites, guint, j))));
      for (guint j = 0; j < report->timexes->len; j++)
        {
          const DatelineTimex *timex = dateline_analysis_get_timex (analysis, g_array_index (report->timexes, guint, j));
          g_autofree char     *text = dateline_document_dup_text (analysis->document, dateline_timex_get_span (analysis->document, timex));
          g_autofree char     *start = dateline_seconds_to_iso8601 (timex->interval.start, analysis->offset_minutes);
          g_autofree char     *end = dateline_seconds_to_iso8601 (timex->interval.end, analysis->offset_minutes);

          add_explanation (incident, analysis, g_strdup_printf ("date \"%s\": %s to %s", text, start, end));
        }
    }
}

/* Long before the article: what led to the news, or a memory. */
static gboolean
is_of_the_past (const DatelineIncident *incident, const DatelineCluster *cluster, const DatelineAnalysis *analysis)
{
  int days = cluster->first->sentence >= 2 ? MAX_DAYS_OF_NEWS : MAX_DAYS_OF_LEAD;

  return !incident->when.assumed && dateline_date_interval_is_set (incident->when.interval) && analysis->anchor.day != DATELINE_DAY_NONE &&
         dateline_day_at (incident->when.interval.end - 1, DATELINE_REGION_OFFSET_MINUTES) < analysis->anchor.day - days;
}

static DatelineProvenance
find_type_words (const DatelineReport *report, const DatelineAnalysis *analysis)
{
  const DatelineTrigger *trigger;

  if (report->trigger == G_MAXUINT)
    {
      const DatelineCasualtyMention *casualty;

      if (report->casualties->len == 0)
        return (DatelineProvenance){ 0, dateline_document_get_sentence_span (analysis->document, report->sentence) };
      casualty = dateline_analysis_get_casualty (analysis, g_array_index (report->casualties, guint, 0));
      return dateline_incident_words (analysis, casualty->verb_token, casualty->verb_token + 1);
    }
  trigger = dateline_analysis_get_trigger (analysis, report->trigger);
  return dateline_incident_words (analysis, trigger->first_token, trigger->end_token);
}

static char *
name_trigger_rule (const DatelineAnalysis *analysis, DatelineIncidentType type)
{
  static const char prefix[] = "trigger.";
  const char       *id = dateline_incident_type_get_id (type);
  gsize             length = strlen (id);
  char             *rule = dateline_scratch_alloc (analysis->document->scratch, sizeof prefix + length);

  memcpy (rule, prefix, sizeof prefix - 1);
  memcpy (rule + sizeof prefix - 1, id, length + 1);
  return rule;
}

/**
 * dateline_incident_build:
 * @cluster: an event
 * @analysis: its article
 * @explain_it: whether to say why
 *
 * Returns: (transfer none): the incident, every value with its words; it
 *   lives as long as the document
 */
DatelineIncident *
dateline_incident_build (const DatelineCluster *cluster, const DatelineAnalysis *analysis, gboolean explain_it)
{
  DatelineIncident *incident = dateline_incident_new_in (analysis->document->scratch, cluster->type);

  incident->type_provenance = find_type_words (cluster->first, analysis);
  for (guint i = 0; i < cluster->reports->len; i++)
    {
      const DatelineReport *report = g_ptr_array_index (cluster->reports, i);

      if (report->type == cluster->type && report->trigger != G_MAXUINT)
        {
          incident->type_provenance = find_type_words (report, analysis);
          break;
        }
    }
  incident->background = cluster->background;
  dateline_incident_build_places (incident, cluster, analysis);
  dateline_incident_build_date (incident, cluster, analysis);
  incident->background = incident->background || is_of_the_past (incident, cluster, analysis);
  build_actors (incident, cluster, analysis);
  build_things (incident, cluster, analysis);
  build_toll (&incident->killed, cluster, analysis, DATELINE_CASUALTY_KILLED);
  build_toll (&incident->injured, cluster, analysis, DATELINE_CASUALTY_INJURED);
  for (guint i = 0; i < cluster->reports->len && incident->n_strikes < 0; i++)
    {
      const DatelineReport *report = g_ptr_array_index (cluster->reports, i);

      incident->n_strikes = report->n_strikes;
      if (report->n_strikes >= 0)
        incident->n_strikes_provenance = dateline_incident_words (analysis, report->n_strikes_token, report->n_strikes_token + 1);
    }
  build_sources (incident, cluster, analysis);
  build_evidence (incident, cluster, analysis);
  incident->grade = grade (incident);
  dateline_incident_rate (incident, cluster, analysis);
  g_ptr_array_add (incident->rules, name_trigger_rule (analysis, cluster->first->type));
  if (cluster->reports->len > 1)
    g_ptr_array_add (incident->rules, (gpointer) "link.coreference");
  if (incident->when.assumed)
    g_ptr_array_add (incident->rules, (gpointer) "date.assumed-from-publication");
  if (explain_it)
    explain (incident, cluster, analysis);
  return incident;
}
