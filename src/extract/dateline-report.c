/* dateline-report.c: one telling of an event, within one sentence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sentence tells one event unless it says otherwise: a cause told beside
 * it ("in response to …"), or clauses that each have their own deed and
 * their own place.
 */

#define G_LOG_DOMAIN "dateline-extract"

#include "config.h"

#include "dateline-report-private.h"

#include <string.h>

/* A word this sure tells an event of its own. */
#define STRONG_WEIGHT 0.55
/* What merely goes along with another deed tells its own this surely. */
#define SUPPORTING_WEIGHT 0.3
/* How far two sites of one fight or one shelling lie apart at most. */
#define MAX_GROUND_KM 40

static DatelineReport *
report_new (const DatelineAnalysis *analysis, guint sentence, guint first_token, guint end_token)
{
  DatelineScratch *scratch = analysis->document->scratch;
  DatelineReport  *self = dateline_scratch_new0 (scratch, DatelineReport, 1);

  self->sentence = sentence;
  self->first_token = first_token;
  self->end_token = end_token;
  self->trigger = G_MAXUINT;
  self->type = DATELINE_INCIDENT_UNSPECIFIED_ATTACK;
  self->triggers = dateline_scratch_take_array (scratch, sizeof (guint));
  self->sites = dateline_scratch_take_array (scratch, sizeof (guint));
  self->origins = dateline_scratch_take_array (scratch, sizeof (guint));
  self->timexes = dateline_scratch_take_array (scratch, sizeof (guint));
  self->relative = G_MAXUINT;
  self->relative_to = G_MAXUINT;
  self->actors = dateline_scratch_take_array (scratch, sizeof (DatelineReportActor));
  self->casualties = dateline_scratch_take_array (scratch, sizeof (guint));
  self->things = dateline_scratch_take_array (scratch, sizeof (guint));
  self->sources = dateline_scratch_take_array (scratch, sizeof (guint));
  self->n_strikes = -1;
  return self;
}

/* --- the parts of a sentence --------------------------------------------- */

static gboolean
is_splitter (const DatelineDocument *document, guint token)
{
  return dateline_document_token_is_any (document, token, "while|whereas|meanwhile|separately|elsewhere|and|also") ||
         (dateline_document_token_is (document, token, "along") && dateline_document_token_is (document, token + 1, "with")) ||
         dateline_document_token_is_punct (document, token, ';');
}

/* A town or a governorate where something happens, in so many words. */
static gboolean
tells_where (const DatelineAnalysis *analysis, guint first, guint end)
{
  for (guint i = DATELINE_LOWER_BOUND (analysis->toponyms, DatelineToponym, first); i < analysis->toponyms->len; i++)
    {
      const DatelineToponym *toponym = dateline_analysis_get_toponym (analysis, i);

      if (toponym->first_token >= end)
        break;
      if (dateline_report_is_site_like (toponym) && toponym->precision <= DATELINE_WHERE_PROVINCE && !(toponym->flags & (DATELINE_TOPONYM_MODIFIER | DATELINE_TOPONYM_ORIGIN)))
        return TRUE;
    }
  return FALSE;
}

/* The place to cut between two deeds, or G_MAXUINT when they are one. */
static guint
find_cut (const DatelineAnalysis *analysis, const DatelineTrigger *a, const DatelineTrigger *b, guint region_first, guint region_end)
{
  guint cut = G_MAXUINT;

  if (MAX (a->weight, b->weight) < STRONG_WEIGHT)
    return G_MAXUINT;
  for (guint i = a->end_token; i < b->first_token; i++)
    if (is_splitter (analysis->document, i))
      cut = i;
  if (cut == G_MAXUINT || dateline_document_token_is_punct (analysis->document, cut, ';'))
    return cut;
  if (MIN (a->weight, b->weight) >= STRONG_WEIGHT && dateline_report_has_fine_site (analysis, region_first, cut) && dateline_report_has_fine_site (analysis, cut, region_end))
    return cut;
  return tells_where (analysis, region_first, cut) && tells_where (analysis, b->end_token, MIN (region_end, b->end_token + 10)) ? cut : G_MAXUINT;
}

/* A cause told beside the event reaches to the comma that returns to it. */
static guint
find_background_end (const DatelineAnalysis *analysis, guint first, const DatelineSentence *sentence, guint next_main_trigger)
{
  const DatelineDocument *document = analysis->document;
  guint                   end = sentence->end_token;

  if (next_main_trigger == G_MAXUINT)
    return end;
  for (guint i = next_main_trigger; i > first; i--)
    if (dateline_document_token_is_punct (document, i, ','))
      {
        /* "…, on Jan. 24, U.S. forces struck": dates and subject are the
         * main clause's */
        guint comma = i;

        for (guint j = i; j-- > first;)
          if (dateline_document_token_is_punct (document, j, ',') && i - j < 14)
            {
              if (dateline_document_token_is_any (document, j + 1, "on|at|in|early|late"))
                comma = j;
              break;
            }
        return comma;
      }
  return next_main_trigger;
}

/* What a suicide bomber drives is a car bomb; shells fly in clashes. */
static gboolean
is_part_of (DatelineIncidentType whole, DatelineIncidentType part)
{
  if (whole == DATELINE_INCIDENT_SUICIDE_BOMBING)
    return part == DATELINE_INCIDENT_CAR_BOMBING || part == DATELINE_INCIDENT_BOMBING;
  return whole == DATELINE_INCIDENT_CAR_BOMBING && part == DATELINE_INCIDENT_BOMBING;
}

/* "Clashes, which included artillery fire": part of the fight. */
static gboolean
is_included (const DatelineAnalysis *analysis, const DatelineTrigger *trigger)
{
  for (guint i = trigger->first_token > 3 ? trigger->first_token - 3 : 0; i < trigger->first_token; i++)
    if (dateline_document_token_is_any (analysis->document, i, "including|included|involving|involved|accompanied"))
      return TRUE;
  return FALSE;
}

/* "the army, supported by air strikes, stormed": beside what it tells. */
static gboolean
is_supporting (const DatelineAnalysis *analysis, const DatelineTrigger *trigger)
{
  guint from = trigger->first_token > 4 ? trigger->first_token - 4 : 0;

  for (guint i = from; i < trigger->first_token; i++)
    if (dateline_document_token_is_any (analysis->document, i, "supported|backed|covered|cover|support|preceded") &&
        dateline_document_token_is_any (analysis->document, i + 1, "by|of|from"))
      return TRUE;
  return FALSE;
}

static void
add_trigger (DatelineReport *self, const DatelineAnalysis *analysis, guint index)
{
  const DatelineTrigger *trigger = dateline_analysis_get_trigger (analysis, index);
  double                 weight = is_supporting (analysis, trigger) ? MIN (trigger->weight, SUPPORTING_WEIGHT) : trigger->weight;

  dateline_scratch_append (self->triggers, index);
  if (trigger->realis == DATELINE_REALIS_FOILED && trigger->weight < 0.7)
    {
      self->trigger = index;
      self->type = DATELINE_INCIDENT_ARMED_CLASH;
      self->weight = 0.7;
    }
  self->definite = self->definite || (trigger->definite && self->triggers->len == 1);
  self->another = self->another || trigger->another;
  if (self->trigger != G_MAXUINT && (is_part_of (self->type, trigger->type) || (self->type == DATELINE_INCIDENT_ARMED_CLASH && is_included (analysis, trigger))))
    return;
  if (self->trigger == G_MAXUINT || weight > self->weight || is_part_of (trigger->type, self->type))
    {
      self->trigger = index;
      self->type = trigger->type;
      self->weight = weight;
    }
}

/* What lies in the cause told beside it is not the main part's. */
static void
part_background (const DatelineAnalysis *analysis, GPtrArray *reports, guint first_report)
{
  for (guint i = first_report; i < reports->len; i++)
    {
      DatelineReport *main = g_ptr_array_index (reports, i);

      for (guint j = first_report; j < reports->len && !main->background; j++)
        {
          const DatelineReport  *background = g_ptr_array_index (reports, j);
          const DatelineTrigger *first = dateline_analysis_get_trigger (analysis, g_array_index (main->triggers, guint, 0));
          const DatelineTrigger *last = dateline_analysis_get_trigger (analysis, g_array_index (main->triggers, guint, main->triggers->len - 1));

          if (!background->background)
            continue;
          if (background->end_token <= first->first_token && background->first_token <= main->first_token + 1)
            main->first_token = MAX (main->first_token, background->end_token);
          else if (background->first_token >= last->end_token && background->end_token >= main->end_token)
            main->end_token = background->first_token;
        }
    }
}

/* Splits a sentence's standing triggers into reports. */
static void
split_sentence (const DatelineAnalysis *analysis, guint sentence_index, GArray *standing, GPtrArray *reports)
{
  const DatelineSentence *sentence = &analysis->document->sentences[sentence_index];
  DatelineReport         *main = NULL;
  guint                   n_main = 0, first_report = reports->len;

  for (guint i = 0; i < standing->len; i++)
    n_main += dateline_analysis_get_trigger (analysis, g_array_index (standing, guint, i))->realis != DATELINE_REALIS_BACKGROUND;

  for (guint i = 0; i < standing->len; i++)
    {
      guint                  index = g_array_index (standing, guint, i);
      const DatelineTrigger *trigger = dateline_analysis_get_trigger (analysis, index);

      if (trigger->realis == DATELINE_REALIS_BACKGROUND && n_main > 0)
        {
          DatelineReport *last = reports->len > first_report ? g_ptr_array_index (reports, reports->len - 1) : NULL;
          DatelineReport *report = last;

          if (last == NULL || !last->background || !dateline_report_holds (last, trigger->first_token))
            {
              guint next_main = G_MAXUINT;

              for (guint j = i + 1; j < standing->len && next_main == G_MAXUINT; j++)
                {
                  const DatelineTrigger *next = dateline_analysis_get_trigger (analysis, g_array_index (standing, guint, j));

                  if (next->realis != DATELINE_REALIS_BACKGROUND)
                    next_main = next->first_token;
                }
              report = report_new (analysis, sentence_index, trigger->background_cue, find_background_end (analysis, trigger->end_token, sentence, next_main));
              report->background = TRUE;
              if (report->end_token < trigger->end_token)
                report->end_token = trigger->end_token;
              g_ptr_array_add (reports, report);
            }
          add_trigger (report, analysis, index);
          continue;
        }

      if (main != NULL && !main->background)
        {
          const DatelineTrigger *before = dateline_analysis_get_trigger (analysis, g_array_index (main->triggers, guint, main->triggers->len - 1));
          guint                  cut = find_cut (analysis, before, trigger, main->first_token, sentence->end_token);

          if (cut != G_MAXUINT && cut > main->first_token)
            {
              main->end_token = cut;
              main = NULL;
              main = report_new (analysis, sentence_index, cut, sentence->end_token);
              g_ptr_array_add (reports, main);
            }
        }
      if (main == NULL)
        {
          main = report_new (analysis, sentence_index, sentence->first_token, sentence->end_token);
          g_ptr_array_add (reports, main);
        }
      add_trigger (main, analysis, index);
    }
  part_background (analysis, reports, first_report);
}

/* "Clashes in Daraa and Damascus": a fight is in one place, and no gun
 * reaches from the one to the other. Air raids may be one operation. */
static gboolean
is_elsewhere (const DatelineAnalysis *analysis, guint a, guint b)
{
  const DatelineToponym *x = dateline_analysis_get_toponym (analysis, a), *y = dateline_analysis_get_toponym (analysis, b);

  return dateline_point_is_set (x->point) && dateline_point_is_set (y->point) &&
         dateline_point_distance_km (x->point, y->point) > MAX_GROUND_KM + x->radius_km + y->radius_km;
}

static void
part_distant_sites (const DatelineAnalysis *analysis, GPtrArray *reports, guint first_report)
{
  guint n_reports = reports->len;

  for (guint i = first_report; i < n_reports; i++)
    {
      DatelineReport *report = g_ptr_array_index (reports, i);

      if ((report->type != DATELINE_INCIDENT_ARMED_CLASH && report->type != DATELINE_INCIDENT_SHELLING) || report->casualties->len > 0)
        continue;
      for (guint j = 1; j < report->sites->len; j++)
        {
          guint           site = g_array_index (report->sites, guint, j);
          DatelineReport *other;

          if (!is_elsewhere (analysis, g_array_index (report->sites, guint, 0), site))
            continue;
          other = report_new (analysis, report->sentence, report->first_token, report->end_token);
          for (guint k = 0; k < report->triggers->len; k++)
            add_trigger (other, analysis, g_array_index (report->triggers, guint, k));
          other->type = report->type;
          other->weight = report->weight;
          other->background = report->background;
          g_array_append_vals (other->timexes, report->timexes->data, report->timexes->len);
          g_array_append_vals (other->actors, report->actors->data, report->actors->len);
          g_array_append_vals (other->things, report->things->data, report->things->len);
          g_array_append_vals (other->sources, report->sources->data, report->sources->len);
          dateline_scratch_append (other->sites, site);
          g_array_remove_index (report->sites, j--);
          g_ptr_array_add (reports, other);
        }
    }
}

/* "a day after the US struck …": the cause's report counts from the main
 * one; the timex says how far the main one lies after it. */
static void
relate (GPtrArray *reports, guint first_report)
{
  DatelineReport *main = NULL, *background = NULL;
  guint           main_index = 0;

  for (guint i = first_report; i < reports->len; i++)
    {
      DatelineReport *report = g_ptr_array_index (reports, i);

      if (report->background)
        background = report;
      else
        {
          main = report;
          main_index = i;
        }
    }
  if (main == NULL || background == NULL)
    return;
  if (main->relative != G_MAXUINT && background->relative == G_MAXUINT)
    background->relative = main->relative;
  if (background->relative != G_MAXUINT)
    background->relative_to = main_index;
}

/* "released dozens after the group killed": a death told as what went before. */
static gboolean
is_told_beside (const DatelineAnalysis *analysis, const DatelineSentence *sentence, guint token)
{
  guint from = token > sentence->first_token + 6 ? token - 6 : sentence->first_token + 1;

  for (guint i = from; i < token; i++)
    if (dateline_document_token_is_any (analysis->document, i, "after|since") && i > sentence->first_token + 3)
      return TRUE;
  return FALSE;
}

/* "Earlier that morning, a suicide bomber …", but not "Earlier, a spokesman
 * said that a bomb …" */
static gboolean
opens_with_another_hour (const DatelineAnalysis *analysis, const DatelineReport *report, guint first)
{
  const DatelineDocument *document = analysis->document;
  guint                   token = first + 1;

  if (report->trigger == G_MAXUINT || !dateline_document_token_is_any (document, first, "earlier|later"))
    return FALSE;
  while (token < first + 6 && !dateline_document_token_is_punct (document, token, ','))
    token++;
  return dateline_document_token_is_any (document, token + 1, "a|an|two|three|gunmen|militants|warplanes|another") &&
         dateline_analysis_get_trigger (analysis, report->trigger)->first_token <= token + 4;
}

/* "Hours later, gunmen …", "Elsewhere, …": another event begins. */
static gboolean
opens_another (const DatelineAnalysis *analysis, const DatelineReport *report)
{
  const DatelineDocument *document = analysis->document;
  guint                   first = document->sentences[report->sentence].first_token;

  if (report->definite || report->background || report->elaborates || report->first_token != first)
    return FALSE;
  if (opens_with_another_hour (analysis, report, first))
    return TRUE;
  if (report->casualties->len == 0)
    return FALSE;
  if (dateline_document_token_is_any (document, first, "elsewhere|separately"))
    return TRUE;
  return dateline_document_token_is_any (document, first, "hours|minutes|days") && dateline_document_token_is_any (document, first + 1, "later|afterwards|earlier");
}

/* A sentence without an event word that goes on about the event before it. */
static DatelineReport *
find_elaboration (const DatelineAnalysis *analysis, guint sentence_index)
{
  const DatelineSentence *sentence = &analysis->document->sentences[sentence_index];
  const DatelineDocument *document = analysis->document;
  guint                   casualty = DATELINE_LOWER_BOUND (analysis->mentions->casualties, DatelineCasualtyMention, sentence->first_token);
  gboolean                tells = casualty < analysis->mentions->casualties->len &&
                   dateline_analysis_get_casualty (analysis, casualty)->first_token < sentence->end_token;
  DatelineReport *report;

  for (guint i = sentence->first_token; !tells && i < MIN (sentence->end_token, sentence->first_token + 6); i++)
    tells = dateline_document_token_is_any (document, i, "these|the|targeted") &&
            dateline_document_token_is_any (document, i + 1, "sites|site|locations|location|targets|areas|target|facilities|raids|incident");
  /* Who did it: "the group was responsible for", "claimed responsibility" */
  for (guint i = sentence->first_token; !tells && i < sentence->end_token; i++)
    tells = dateline_document_token_is_any (document, i, "responsible|responsibility|blamed") ||
            (dateline_document_token_is_any (document, i, "fired|launched|planted|behind") && dateline_document_token_is_any (document, i + 1, "it|them")) ||
            (dateline_document_token_is (document, i, "carried") && dateline_document_token_is_any (document, i + 1, "it|them") && dateline_document_token_is (document, i + 2, "out"));
  if (!tells || dateline_trigger_is_reaction (document, analysis->trigger_lexicon, sentence_index))
    return NULL;

  report = report_new (analysis, sentence_index, sentence->first_token, sentence->end_token);
  report->elaborates = TRUE;
  report->definite = TRUE;
  report->background = casualty < analysis->mentions->casualties->len && dateline_analysis_get_casualty (analysis, casualty)->first_token < sentence->end_token &&
                       is_told_beside (analysis, sentence, dateline_analysis_get_casualty (analysis, casualty)->first_token);
  return report;
}

/* What dateline_report_trigger_stands before the cause belongs to what it led to. */
static void
drop_what_precedes (const DatelineAnalysis *analysis, DatelineReport *report, guint cue)
{
  if (cue == G_MAXUINT)
    return;
  for (guint i = 0; i < report->timexes->len; i++)
    if (dateline_analysis_get_timex (analysis, g_array_index (report->timexes, guint, i))->first_token < cue)
      g_array_remove_index (report->timexes, i--);
}

/* "Human losses after bombardment on …": uncounted, yet the event itself. */
static gboolean
opens_with_losses (const DatelineAnalysis *analysis, const DatelineReport *report, guint cue)
{
  if (cue == G_MAXUINT)
    return FALSE;
  for (guint i = report->first_token; i < MIN (cue, report->first_token + 6); i++)
    if (dateline_document_token_is_any (analysis->document, i, "casualties|losses|martyrs|deaths|dead|wounded|injuries|victims|harm|fatalities"))
      return TRUE;
  return FALSE;
}

/* "It came a day after …": what the sentences before it told. */
static gboolean
opens_with_reference (const DatelineAnalysis *analysis, const DatelineReport *report)
{
  guint first = analysis->document->sentences[report->sentence].first_token;

  return dateline_document_token_is_any (analysis->document, first, "it|this|that|they") &&
         dateline_document_token_is_any (analysis->document, first + 1, "came|follows|followed|happened|comes|occurred");
}

static void
relate_to_earlier (const DatelineAnalysis *analysis, GPtrArray *reports, guint first_report)
{
  DatelineReport *report = g_ptr_array_index (reports, first_report);

  if (report->relative == G_MAXUINT || !opens_with_reference (analysis, report))
    return;
  for (guint i = first_report; i-- > 0 && report->relative_to == G_MAXUINT;)
    if (!((const DatelineReport *) g_ptr_array_index (reports, i))->background)
      report->relative_to = i;
}

/* "After an attack in Zinjibar, residents called for …": only the cause is
 * an event, and it lies in the past; but "five died after a bomb exploded"
 * tells the event itself. */
static void
mark_causes (const DatelineAnalysis *analysis, GArray *standing, GPtrArray *reports, guint first_report)
{
  DatelineReport *report = g_ptr_array_index (reports, first_report);

  if (standing->len == 0 || reports->len != first_report + 1 || (report->casualties->len > 0 && !opens_with_reference (analysis, report)))
    return;
  for (guint i = 0; i < standing->len; i++)
    if (dateline_analysis_get_trigger (analysis, g_array_index (standing, guint, i))->realis != DATELINE_REALIS_BACKGROUND)
      return;
  if (opens_with_losses (analysis, report, dateline_analysis_get_trigger (analysis, g_array_index (standing, guint, 0))->background_cue))
    return;
  report->background = TRUE;
  relate_to_earlier (analysis, reports, first_report);
  drop_what_precedes (analysis, report, dateline_analysis_get_trigger (analysis, g_array_index (standing, guint, 0))->background_cue);
}

/* "A tribal sheikh was killed in Yarim" is all that is told: he was meant. */
static gboolean
kills_somebody_of_note (const DatelineAnalysis *analysis, const DatelineReport *report)
{
  if (report->casualties->len == 0 ||
      !dateline_document_token_is_any (analysis->document, dateline_analysis_get_casualty (analysis, g_array_index (report->casualties, guint, 0))->verb_token, "killed|kills|slain|murdered"))
    return FALSE;
  for (guint i = report->first_token; i < report->end_token; i++)
    if (dateline_document_token_is_any (analysis->document, i, "sheikh|sheik|shaykh|cleric|preacher|imam|journalist|activist|judge|councillor|councilor|lawmaker|mayor|governor|candidate|politician") &&
        !dateline_document_token_has (analysis->document, i, DATELINE_TOKEN_CAPITAL))
      return TRUE;
  return FALSE;
}

/* "Gunmen killed two": no event word, but the doer tells how. */
static void
guess_type_of_deaths (const DatelineAnalysis *analysis, DatelineReport *report, gboolean is_first)
{
  if (!report->elaborates)
    return;
  report->weight = 0.4;
  for (guint i = report->first_token; i < report->end_token; i++)
    if (dateline_document_token_is_any (analysis->document, i, "warplanes|warplane|jets|aircraft|helicopter|helicopters"))
      report->type = DATELINE_INCIDENT_AIR_STRIKE;
  for (guint i = 0; i < report->actors->len && report->type == DATELINE_INCIDENT_UNSPECIFIED_ATTACK; i++)
    if (g_array_index (report->actors, DatelineReportActor, i).role == DATELINE_ACTOR_INITIATOR)
      report->type = DATELINE_INCIDENT_SHOOTING;
  if (is_first && report->type == DATELINE_INCIDENT_UNSPECIFIED_ATTACK && kills_somebody_of_note (analysis, report))
    report->type = DATELINE_INCIDENT_SHOOTING;
  for (guint i = 0; i < report->things->len; i++)
    {
      const DatelineThingMention *thing = dateline_analysis_get_thing (analysis, g_array_index (report->things, guint, i));
      const DatelineMatch        *match = dateline_document_find_match (analysis->document, thing->first_token, DATELINE_LEXICON_WEAPON);

      if (thing->kind == DATELINE_THING_WEAPON && match != NULL)
        dateline_trigger_lexicon_get_weapon_type (analysis->trigger_lexicon, match->row, &report->type);
    }
}

/* A state's "bombing of a town" is done from the air. */
static void
lift_bombing (const DatelineAnalysis *analysis, DatelineReport *report)
{
  const DatelineTrigger *trigger;

  if (report->trigger == G_MAXUINT || report->type != DATELINE_INCIDENT_BOMBING)
    return;
  trigger = dateline_analysis_get_trigger (analysis, report->trigger);
  if (!dateline_document_token_is_any (analysis->document, trigger->first_token, "bombing|bombings"))
    return;
  for (guint i = 0; i < report->actors->len; i++)
    {
      const DatelineReportActor  *each = &g_array_index (report->actors, DatelineReportActor, i);
      const DatelineActorMention *actor = dateline_analysis_get_actor (analysis, each->actor);

      if (each->role == DATELINE_ACTOR_INITIATOR && each->score >= 0.85 && each->status == DATELINE_ACTOR_ASSERTED && (actor->state || actor->country_name))
        report->type = DATELINE_INCIDENT_AIR_STRIKE;
    }
}

/* The sentences after a count or an accident go on about it, unless they
 * name a day or an event word that nothing else means. */
static gboolean
goes_on_about_none (const DatelineAnalysis *analysis, guint sentence, const GArray *standing)
{
  const DatelineSentence *words = &analysis->document->sentences[sentence];

  if (dateline_report_has_day (analysis, words->first_token, words->end_token))
    return FALSE;
  for (guint i = 0; i < standing->len; i++)
    {
      const DatelineTrigger *trigger = dateline_analysis_get_trigger (analysis, g_array_index (standing, guint, i));

      if (!trigger->definite && trigger->weight > 0.55)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_statistic_told (const GArray *rejected, guint from)
{
  for (guint i = from; i < rejected->len; i++)
    if (strcmp (g_array_index (rejected, DatelineRejection, i).reason, "statistic") == 0)
      return TRUE;
  return FALSE;
}

static DatelineSpan
get_clause (const DatelineAnalysis *analysis, guint index)
{
  const DatelineTrigger *trigger = dateline_analysis_get_trigger (analysis, index);

  return dateline_document_get_span (analysis->document, trigger->clause_first, trigger->clause_end);
}

static gboolean
tells_accident (const DatelineAnalysis *analysis, guint sentence)
{
  const DatelineSentence *words = &analysis->document->sentences[sentence];

  return dateline_trigger_is_accident (analysis->document, analysis->trigger_lexicon, words->first_token, words->end_token);
}

/* "A series of attacks across Iraq killed 24 people on Thursday": where the
 * attacks follow one by one, the sum is none of them, and its day is theirs. */
static void
spread_summary (const DatelineAnalysis *analysis, GPtrArray *reports)
{
  DatelineReport *summary = reports->len > 0 ? g_ptr_array_index (reports, 0) : NULL;
  guint           n_told = 0;

  if (summary == NULL || summary->trigger == G_MAXUINT ||
      dateline_analysis_get_trigger (analysis, summary->trigger)->realis != DATELINE_REALIS_GENERIC ||
      dateline_analysis_get_trigger (analysis, summary->trigger)->form != DATELINE_TRIGGER_NOUNS ||
      dateline_report_has_fine_site (analysis, summary->first_token, summary->end_token))
    return;
  for (guint i = 1; i < reports->len; i++)
    {
      const DatelineReport *report = g_ptr_array_index (reports, i);

      n_told += !report->definite && !report->background && dateline_report_has_fine_site (analysis, report->first_token, report->end_token);
    }
  if (n_told < 2)
    return;
  summary->summary = TRUE;
  for (guint i = 1; i < reports->len; i++)
    {
      DatelineReport *report = g_ptr_array_index (reports, i);

      if (report->timexes->len == 0 && report->relative == G_MAXUINT && !report->background)
        g_array_append_vals (report->timexes, summary->timexes->data, summary->timexes->len);
    }
}

/**
 * dateline_report_find:
 * @analysis: an article, analysed
 * @rejected: (element-type DatelineRejection): what reads like an event and
 *   is none is added to it
 *
 * Returns: (transfer none) (element-type DatelineReport): each telling of
 *   an event, in text order; they live as long as the document
 */
GPtrArray *
dateline_report_find (const DatelineAnalysis *analysis, GArray *rejected)
{
  DatelineScratch *scratch = analysis->document->scratch;
  GPtrArray       *reports = dateline_scratch_take_pointers (scratch);
  GArray          *standing = dateline_scratch_take_array (scratch, sizeof (guint));
  guint            next = 0;
  const char      *none = NULL; /* why the sentence before told no incident */

  for (guint s = 0; s < analysis->document->n_sentences; s++)
    {
      guint first_report = reports->len, n_rejected = rejected->len;

      g_array_set_size (standing, 0);
      for (; next < analysis->triggers->len && dateline_analysis_get_trigger (analysis, next)->sentence == s; next++)
        if (dateline_report_trigger_stands (analysis, next, rejected))
          dateline_scratch_append (standing, next);

      if (analysis->document->sentences[s].boilerplate)
        continue;
      if (none != NULL && goes_on_about_none (analysis, s, standing))
        {
          for (guint i = 0; i < standing->len; i++)
            dateline_report_reject (rejected, none, get_clause (analysis, g_array_index (standing, guint, i)));
          continue;
        }
      none = standing->len > 0                                                                                ? NULL
             : is_statistic_told (rejected, n_rejected) || dateline_report_tells_dead_of_months (analysis, s) ? "statistic"
             : tells_accident (analysis, s)                                                                   ? "accident"
                                                                                                              : NULL;
      if (standing->len > 0)
        split_sentence (analysis, s, standing, reports);
      else
        {
          DatelineReport *report = find_elaboration (analysis, s);

          if (report == NULL)
            continue;
          g_ptr_array_add (reports, report);
        }
      dateline_report_fill_sentence (analysis, s, reports, first_report);
      mark_causes (analysis, standing, reports, first_report);
      for (guint i = first_report; i < reports->len; i++)
        {
          DatelineReport *report = g_ptr_array_index (reports, i);

          lift_bombing (analysis, report);
          report->parted = opens_another (analysis, report);
        }
      guess_type_of_deaths (analysis, g_ptr_array_index (reports, reports->len - 1), reports->len == 1);
      relate (reports, first_report);
      part_distant_sites (analysis, reports, first_report);
    }
  spread_summary (analysis, reports);
  return reports;
}

/**
 * dateline_report_is_out_of_region:
 * @self: a report
 * @analysis: its article
 *
 * Returns: whether the place that it names lies outside the region
 */
gboolean
dateline_report_is_out_of_region (const DatelineReport *self, const DatelineAnalysis *analysis)
{
  const DatelineToponym *toponym;
  gboolean               abroad;

  if (self->sites->len == 0)
    return FALSE;
  toponym = dateline_analysis_get_toponym (analysis, g_array_index (self->sites, guint, 0));
  abroad = toponym->row != G_MAXUINT32 && !dateline_gazetteer_get_place (analysis->gazetteer, toponym->row)->in_region &&
           (toponym->flags & DATELINE_TOPONYM_LOCATIVE) && toponym->precision <= DATELINE_WHERE_NEAR;
  for (guint i = DATELINE_LOWER_BOUND (analysis->toponyms, DatelineToponym, self->first_token); i < analysis->toponyms->len; i++)
    {
      toponym = dateline_analysis_get_toponym (analysis, i);
      if (toponym->first_token >= self->end_token)
        break;
      if (abroad && !(toponym->flags & DATELINE_TOPONYM_LOCATIVE))
        continue; /* "the group of Syria claimed it" */
      if (toponym->row != G_MAXUINT32 && !(toponym->flags & (DATELINE_TOPONYM_PERSON | DATELINE_TOPONYM_DEMONYM | DATELINE_TOPONYM_ORIGIN)) &&
          dateline_gazetteer_get_place (analysis->gazetteer, toponym->row)->in_region)
        return FALSE;
    }
  toponym = dateline_analysis_get_toponym (analysis, g_array_index (self->sites, guint, 0));
  return toponym->row != G_MAXUINT32 && !dateline_gazetteer_get_place (analysis->gazetteer, toponym->row)->in_region;
}
