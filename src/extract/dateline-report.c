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

#include "dateline-report.h"

#include <string.h>

#include "dateline-quantity.h"

/* A word this sure tells an event of its own. */
#define STRONG_WEIGHT 0.55
/* What merely goes along with another deed tells its own this surely. */
#define SUPPORTING_WEIGHT 0.3
/* More strikes than this in one sentence are a statistic, not an event. */
#define MAX_STRIKES 100
/* How far two sites of one fight or one shelling lie apart at most. */
#define MAX_GROUND_KM 40
/* As many dead over months fell in more than one event. */
#define MIN_DEAD_OF_MONTHS 100

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

static gboolean
in_report (const DatelineReport *self, guint token)
{
  return token >= self->first_token && token < self->end_token;
}

/* Older ones lie in other sentences. */
#define MAX_REJECTIONS_COMPARED 128

static void
reject (GArray *rejected, const char *reason, DatelineSpan span)
{
  DatelineRejection rejection = { reason, span };

  for (guint i = rejected->len - MIN (rejected->len, MAX_REJECTIONS_COMPARED); i < rejected->len; i++)
    if (dateline_span_overlaps (g_array_index (rejected, DatelineRejection, i).span, span))
      return;
  g_array_append_val (rejected, rejection);
}

/* --- statistics --------------------------------------------------------- */

/* A week at most is told as one operation, not counted. */
static gboolean
is_short (const DatelineTimex *timex)
{
  return dateline_date_interval_is_set (timex->interval) && timex->interval.end - timex->interval.start <= 7 * DATELINE_SECONDS_PER_DAY;
}

static gboolean
has_day (const DatelineAnalysis *analysis, guint first, guint end)
{
  for (guint i = DATELINE_LOWER_BOUND (analysis->timexes, DatelineTimex, first); i < analysis->timexes->len; i++)
    {
      const DatelineTimex *timex = dateline_analysis_get_timex (analysis, i);

      if (timex->first_token >= end)
        break;
      if (timex->kind == DATELINE_TIMEX_DATE && !(timex->flags & DATELINE_TIMEX_REPORTED) && is_short (timex))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_months (const DatelineAnalysis *analysis, guint first, guint end)
{
  for (guint i = DATELINE_LOWER_BOUND (analysis->timexes, DatelineTimex, first); i < analysis->timexes->len; i++)
    {
      const DatelineTimex *timex = dateline_analysis_get_timex (analysis, i);

      if (timex->first_token >= end)
        break;
      if ((timex->kind == DATELINE_TIMEX_DATE || timex->kind == DATELINE_TIMEX_SPAN) && dateline_date_interval_is_set (timex->interval) &&
          timex->interval.end - timex->interval.start > 27 * DATELINE_SECONDS_PER_DAY)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_span_timex (const DatelineAnalysis *analysis, guint first, guint end)
{
  for (guint i = DATELINE_LOWER_BOUND (analysis->timexes, DatelineTimex, first); i < analysis->timexes->len; i++)
    {
      const DatelineTimex *timex = dateline_analysis_get_timex (analysis, i);

      if (timex->first_token >= end)
        break;
      if ((timex->kind == DATELINE_TIMEX_SPAN && !is_short (timex)) || timex->kind == DATELINE_TIMEX_TEMPONYM || (timex->flags & DATELINE_TIMEX_SET))
        return TRUE;
    }
  for (guint i = first; i < end; i++)
    if (dateline_document_token_is (analysis->document, i, "since") ||
        (dateline_document_token_is (analysis->document, i, "so") && dateline_document_token_is (analysis->document, i + 1, "far")))
      return TRUE;
  return FALSE;
}

/* "1,375 people were killed in January" */
static gboolean
tells_dead_of_months (const DatelineAnalysis *analysis, guint sentence_index)
{
  const DatelineSentence *sentence = &analysis->document->sentences[sentence_index];
  guint                   first = sentence->first_token, end = sentence->end_token;

  for (guint i = DATELINE_LOWER_BOUND (analysis->mentions->casualties, DatelineCasualtyMention, first); i < analysis->mentions->casualties->len; i++)
    {
      const DatelineCasualtyMention *casualty = dateline_analysis_get_casualty (analysis, i);

      if (casualty->first_token >= end)
        break;
      if (MAX (casualty->low, casualty->best < 0 ? casualty->high : casualty->best) >= MIN_DEAD_OF_MONTHS)
        return !has_day (analysis, first, end) && (has_months (analysis, first, end) || has_span_timex (analysis, first, end));
    }
  return FALSE;
}

/* "attacked 151 times", "more than 90 strikes since …": a count over a span
 * of time is no event. */
static gboolean
is_statistic (const DatelineAnalysis *analysis, const DatelineTrigger *trigger)
{
  const DatelineDocument *document = analysis->document;
  const DatelineSentence *sentence = &document->sentences[trigger->sentence];
  guint                   from = trigger->first_token > sentence->first_token + 4 ? trigger->first_token - 4 : sentence->first_token;
  guint                   to = MIN (sentence->end_token, trigger->end_token + 5);
  gboolean                times = FALSE, counted = trigger->count_token != G_MAXUINT;

  if (tells_dead_of_months (analysis, trigger->sentence))
    return TRUE;
  if (counted && trigger->form == DATELINE_TRIGGER_NOUNS && !has_day (analysis, sentence->first_token, sentence->end_token))
    {
      DatelineQuantity quantity;

      if (dateline_quantity_find (document, trigger->count_token, &quantity) && quantity.best > MAX_STRIKES)
        return TRUE;
    }
  for (guint i = from; i < to; i++)
    if (dateline_document_token_is (document, i, "times") && i > 0 &&
        (document->tokens[i - 1].flags & DATELINE_TOKEN_NUMBER))
      times = TRUE;

  if (!times && !(counted && trigger->form == DATELINE_TRIGGER_NOUNS) && trigger->form != DATELINE_TRIGGER_NOUNS)
    return FALSE;
  return has_span_timex (analysis, sentence->first_token, sentence->end_token) && (times || counted);
}

/* --- which triggers stand ------------------------------------------------ */

static gboolean
has_anchor_of_its_own (const DatelineAnalysis *analysis, const DatelineTrigger *trigger)
{
  const DatelineSentence *sentence = &analysis->document->sentences[trigger->sentence];

  for (guint i = DATELINE_LOWER_BOUND (analysis->toponyms, DatelineToponym, sentence->first_token); i < analysis->toponyms->len; i++)
    {
      const DatelineToponym *toponym = dateline_analysis_get_toponym (analysis, i);

      if (toponym->first_token >= sentence->end_token)
        break;
      if (toponym->precision != DATELINE_WHERE_UNKNOWN && (toponym->precision <= DATELINE_WHERE_PROVINCE || toponym->precision == DATELINE_WHERE_SEA_OR_AIR))
        return TRUE;
    }
  return trigger->count_token != G_MAXUINT;
}

static gboolean
is_site_like (const DatelineToponym *toponym)
{
  return !(toponym->flags & (DATELINE_TOPONYM_PERSON | DATELINE_TOPONYM_METONYM | DATELINE_TOPONYM_DEMONYM | DATELINE_TOPONYM_QUALIFIER |
                             DATELINE_TOPONYM_CONTAINER | DATELINE_TOPONYM_IN_DATELINE | DATELINE_TOPONYM_LANDMARK)) &&
         toponym->precision != DATELINE_WHERE_UNKNOWN;
}

static gboolean
has_fine_site (const DatelineAnalysis *analysis, guint first, guint end)
{
  for (guint i = DATELINE_LOWER_BOUND (analysis->toponyms, DatelineToponym, first); i < analysis->toponyms->len; i++)
    {
      const DatelineToponym *toponym = dateline_analysis_get_toponym (analysis, i);

      if (toponym->first_token >= end)
        break;
      if (is_site_like (toponym) && (toponym->flags & DATELINE_TOPONYM_LOCATIVE) && toponym->precision <= DATELINE_WHERE_DISTRICT)
        return TRUE;
    }
  return FALSE;
}

/* Where an armed force thwarts an attack, there was a fight. */
static gboolean
is_fight_thwarted (const DatelineAnalysis *analysis, const DatelineTrigger *trigger)
{
  const DatelineSentence *sentence = &analysis->document->sentences[trigger->sentence];
  guint                   i = DATELINE_LOWER_BOUND (analysis->mentions->actors, DatelineActorMention, sentence->first_token);

  return (trigger->type == DATELINE_INCIDENT_ARMED_CLASH || trigger->type == DATELINE_INCIDENT_RAID || trigger->type == DATELINE_INCIDENT_UNSPECIFIED_ATTACK) &&
         i < analysis->mentions->actors->len && dateline_analysis_get_actor (analysis, i)->first_token < sentence->end_token &&
         !dateline_document_token_is_any (analysis->document, trigger->first_token - 1, "suicide|bomb|terrorist");
}

/* "a series of bombings killed 50 in Baghdad on Monday" is no habit. */
static gboolean
is_told_as_fact (const DatelineAnalysis *analysis, const DatelineTrigger *trigger)
{
  const DatelineSentence *sentence = &analysis->document->sentences[trigger->sentence];
  guint                   i;

  if (trigger->realis == DATELINE_REALIS_FOILED)
    return is_fight_thwarted (analysis, trigger);
  if (trigger->realis != DATELINE_REALIS_GENERIC || (trigger->form != DATELINE_TRIGGER_NOUN && trigger->form != DATELINE_TRIGGER_NOUNS))
    return FALSE;
  if (has_fine_site (analysis, sentence->first_token, sentence->end_token))
    return TRUE;
  i = DATELINE_LOWER_BOUND (analysis->mentions->casualties, DatelineCasualtyMention, sentence->first_token);
  return i < analysis->mentions->casualties->len && dateline_analysis_get_casualty (analysis, i)->first_token < sentence->end_token;
}

/* A kidnapped diplomat who "was freed" was taken long before. */
static gboolean
is_release (const DatelineAnalysis *analysis, const DatelineTrigger *trigger)
{
  const DatelineSentence *sentence = &analysis->document->sentences[trigger->sentence];

  if (trigger->type != DATELINE_INCIDENT_ABDUCTION && trigger->realis != DATELINE_REALIS_BACKGROUND)
    return FALSE;
  for (guint i = sentence->first_token; i < sentence->end_token; i++)
    if (dateline_document_token_is_any (analysis->document, i, "released|freed|release|releases|swap|exchanged|liberated") || (dateline_document_token_is (analysis->document, i, "handed") && dateline_document_token_is (analysis->document, i + 1, "over")))
      return TRUE;
  return FALSE;
}

/* "the 2016 market bombing": named by a year gone by. */
static gboolean
is_named_by_year (const DatelineAnalysis *analysis, const DatelineTrigger *trigger)
{
  guint from = trigger->first_token > 4 ? trigger->first_token - 4 : 0;

  if (analysis->anchor.day == DATELINE_DAY_NONE || (trigger->form != DATELINE_TRIGGER_NOUN && trigger->form != DATELINE_TRIGGER_NOUNS))
    return FALSE;
  for (guint i = from; i < trigger->first_token; i++)
    if (dateline_document_token_is (analysis->document, i, "the") && dateline_document_token_has (analysis->document, i + 1, DATELINE_TOKEN_NUMBER))
      {
        guint year = analysis->document->tokens[i + 1].number;
        int   now, month, day;

        dateline_day_get_ymd (analysis->anchor.day, &now, &month, &day);
        return year >= 1900 && (int) year < now;
      }
  return FALSE;
}

static gboolean
is_in_temponym (const DatelineAnalysis *analysis, const DatelineTrigger *trigger)
{
  for (guint i = DATELINE_LOWER_BOUND (analysis->timexes, DatelineTimex, trigger->first_token > 6 ? trigger->first_token - 6 : 0); i < analysis->timexes->len; i++)
    {
      const DatelineTimex *timex = dateline_analysis_get_timex (analysis, i);

      if (timex->first_token > trigger->first_token)
        break;
      if (timex->kind == DATELINE_TIMEX_TEMPONYM && timex->end_token > trigger->first_token)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_counted_beside (const DatelineAnalysis *analysis, const DatelineTrigger *verb, guint index)
{
  const DatelineTrigger *noun;

  if (index >= analysis->triggers->len)
    return FALSE;
  noun = dateline_analysis_get_trigger (analysis, index);
  return noun->sentence == verb->sentence && noun->clause_first == verb->clause_first && is_statistic (analysis, noun);
}

/* "More than 300 air strikes have hit …": with the count falls its verb. */
static gboolean
is_verb_of_statistic (const DatelineAnalysis *analysis, guint index)
{
  const DatelineTrigger *trigger = dateline_analysis_get_trigger (analysis, index);

  if (trigger->form == DATELINE_TRIGGER_NOUN || trigger->form == DATELINE_TRIGGER_NOUNS || trigger->weight > 0.7)
    return FALSE;
  return (index > 0 && is_counted_beside (analysis, trigger, index - 1)) || is_counted_beside (analysis, trigger, index + 1);
}

static gboolean
stands (const DatelineAnalysis *analysis, guint index, GArray *rejected)
{
  const DatelineTrigger  *trigger = dateline_analysis_get_trigger (analysis, index);
  const DatelineDocument *document = analysis->document;
  const char             *reason = is_told_as_fact (analysis, trigger) ? NULL : dateline_realis_get_reason (trigger->realis);
  DatelineSpan            span = dateline_document_get_span (document, trigger->clause_first, trigger->clause_end);

  if (is_in_temponym (analysis, trigger) || is_release (analysis, trigger))
    return FALSE;
  if (is_named_by_year (analysis, trigger))
    {
      reject (rejected, "anniversary", span);
      return FALSE;
    }
  if (is_statistic (analysis, trigger) || is_verb_of_statistic (analysis, index))
    {
      reject (rejected, "statistic", span);
      return FALSE;
    }
  if (reason == NULL)
    return TRUE;
  if (has_anchor_of_its_own (analysis, trigger) && trigger->weight >= 0.3)
    reject (rejected, reason, span);
  return FALSE;
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
      if (is_site_like (toponym) && toponym->precision <= DATELINE_WHERE_PROVINCE && !(toponym->flags & (DATELINE_TOPONYM_MODIFIER | DATELINE_TOPONYM_ORIGIN)))
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
  if (MIN (a->weight, b->weight) >= STRONG_WEIGHT && has_fine_site (analysis, region_first, cut) && has_fine_site (analysis, cut, region_end))
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

  g_array_append_val (self->triggers, index);
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

          if (last == NULL || !last->background || !in_report (last, trigger->first_token))
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

/* --- what belongs to a report -------------------------------------------- */

/* The report of the sentence that a token belongs to: a background part
 * where one holds it, else the main part. */
static DatelineReport *
owner_of (GPtrArray *reports, guint first_report, guint token)
{
  DatelineReport *owner = NULL;

  for (guint i = first_report; i < reports->len; i++)
    {
      DatelineReport *report = g_ptr_array_index (reports, i);

      if (!in_report (report, token))
        continue;
      if (owner == NULL || report->background)
        owner = report;
    }
  if (owner == NULL && reports->len > first_report)
    owner = g_ptr_array_index (reports, reports->len - 1);
  return owner;
}

static double
score_site (const DatelineAnalysis *analysis, const DatelineReport *report, const DatelineToponym *toponym)
{
  const DatelineTrigger *trigger = report->trigger == G_MAXUINT ? NULL : dateline_analysis_get_trigger (analysis, report->trigger);
  double                 score = 0;

  if (toponym->flags & DATELINE_TOPONYM_LOCATIVE)
    score += 3;
  else if ((toponym->flags & DATELINE_TOPONYM_NEAR) && toponym->cue_token < toponym->first_token)
    score += 2; /* "around X" */
  if (toponym->flags & (DATELINE_TOPONYM_MODIFIER | DATELINE_TOPONYM_DEMONYM))
    score -= 3;
  if (toponym->flags & DATELINE_TOPONYM_ORIGIN)
    score -= 3.5;
  if (toponym->flags & DATELINE_TOPONYM_DIRECTION)
    score -= 1;
  if (toponym->row != G_MAXUINT32 && !dateline_gazetteer_get_place (analysis->gazetteer, toponym->row)->in_region)
    score -= 2;
  if (dateline_document_token_is_any (analysis->document, toponym->end_token, "mosque|church|school|hospital|hotel|university|restaurant|street"))
    score -= 1.2; /* a building's name; the town stands beside it */
  if (toponym->precision <= DATELINE_WHERE_NEAR)
    score += 1;
  else if (toponym->precision == DATELINE_WHERE_DISTRICT)
    score += 0.6;
  else if (toponym->precision == DATELINE_WHERE_COUNTRY)
    score -= 1.5;

  for (guint i = 0; i < report->triggers->len; i++)
    {
      const DatelineTrigger *each = dateline_analysis_get_trigger (analysis, g_array_index (report->triggers, guint, i));

      if (toponym->first_token >= each->clause_first && toponym->first_token < each->clause_end)
        {
          score += 1.5;
          break;
        }
    }
  if (trigger != NULL)
    {
      guint distance = toponym->first_token > trigger->first_token ? toponym->first_token - trigger->first_token : trigger->first_token - toponym->first_token;

      score -= MIN (distance, 40) * 0.04;
      if (toponym->first_token > trigger->first_token)
        score += 0.5;
    }
  return score;
}

/* "in A, B and C": the ones that follow in the list are sites as well. */
static gboolean
is_coordinated (const DatelineAnalysis *analysis, const DatelineToponym *a, const DatelineToponym *b)
{
  const DatelineDocument *document = analysis->document;
  gboolean                joined = FALSE;

  if (b->first_token < a->end_token || b->first_token - a->end_token > 12)
    return FALSE;
  for (guint i = a->end_token; i < b->first_token; i++)
    {
      if (dateline_document_token_is_punct (document, i, ',') || dateline_document_token_is_any (document, i, "and|as|well|or|also"))
        {
          joined = TRUE;
          continue;
        }
      if (dateline_document_token_is_any (document, i, "in|on|at|the|near|of|region|area|areas|district|districts|province|governorate|border|syrian|iraqi|turkish|town|city|village|villages|south|north|east|west|both"))
        continue;
      if (document->tokens[i].flags & (DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_HYPHEN))
        continue;
      return FALSE;
    }
  return joined;
}

/* "fired from Saada" is where it came from; "soldiers from Bahrain" is not. */
static gboolean
is_launched (const DatelineAnalysis *analysis, const DatelineReport *report, const DatelineToponym *toponym)
{
  guint from = toponym->cue_token > report->first_token + 6 ? toponym->cue_token - 6 : report->first_token;

  for (guint i = from; i < toponym->first_token; i++)
    if (dateline_document_token_is_any (analysis->document, i, "fired|launched|launch|fire|flew|flown|sent|shot|lobbed"))
      return TRUE;
  return FALSE;
}

/* "two places in Anbar were struck: al-Qaim and Akashat": the place that
 * lies within the one named first is where it happened. */
static guint
find_finer (const DatelineAnalysis *analysis, const DatelineReport *report, guint best)
{
  const DatelineToponym *coarse = dateline_analysis_get_toponym (analysis, best);
  guint                  finer = best;
  double                 finer_score = -1.0;

  if (coarse->precision < DATELINE_WHERE_PROVINCE || coarse->row == G_MAXUINT32)
    return best;
  for (guint i = DATELINE_LOWER_BOUND (analysis->toponyms, DatelineToponym, report->first_token); i < analysis->toponyms->len; i++)
    {
      const DatelineToponym *toponym = dateline_analysis_get_toponym (analysis, i);
      double                 score;

      if (toponym->first_token >= report->end_token)
        break;
      if (!is_site_like (toponym) || toponym->row == G_MAXUINT32 || toponym->precision > DATELINE_WHERE_DISTRICT ||
          (toponym->flags & (DATELINE_TOPONYM_ORIGIN | DATELINE_TOPONYM_MODIFIER)))
        continue;
      if (!dateline_gazetteer_contains (analysis->gazetteer, coarse->row, toponym->row))
        continue;
      score = score_site (analysis, report, toponym);
      if (score > finer_score)
        {
          finer_score = score;
          finer = i;
        }
    }
  return finer;
}

static void
choose_sites (const DatelineAnalysis *analysis, DatelineReport *report)
{
  guint  best = G_MAXUINT;
  double best_score = -1.0;
  guint  first = DATELINE_LOWER_BOUND (analysis->toponyms, DatelineToponym, report->first_token);

  for (guint i = first; i < analysis->toponyms->len; i++)
    {
      const DatelineToponym *toponym = dateline_analysis_get_toponym (analysis, i);
      double                 score;

      if (toponym->first_token >= report->end_token)
        break;
      if (!is_site_like (toponym))
        continue;
      if ((toponym->flags & DATELINE_TOPONYM_ORIGIN) && is_launched (analysis, report, toponym) && report->trigger != G_MAXUINT &&
          (report->type == DATELINE_INCIDENT_MISSILE_ATTACK || report->type == DATELINE_INCIDENT_DRONE_STRIKE || report->type == DATELINE_INCIDENT_SHELLING || report->type == DATELINE_INCIDENT_INTERCEPTION))
        g_array_append_val (report->origins, i);
      score = score_site (analysis, report, toponym);
      if (score > best_score)
        {
          best_score = score;
          best = i;
        }
    }
  if (best == G_MAXUINT)
    return;
  best = find_finer (analysis, report, best);

  g_array_append_val (report->sites, best);
  for (guint i = 0; i < report->origins->len; i++)
    if (g_array_index (report->origins, guint, i) == best)
      g_array_remove_index (report->origins, i--);

  for (guint i = best + 1, last = best; i < analysis->toponyms->len && report->sites->len < 12; i++)
    {
      const DatelineToponym *toponym = dateline_analysis_get_toponym (analysis, i);

      if (toponym->first_token >= report->end_token)
        break;
      if (toponym->flags & (DATELINE_TOPONYM_CONTAINER | DATELINE_TOPONYM_QUALIFIER | DATELINE_TOPONYM_LANDMARK))
        continue;
      if (!is_site_like (toponym) || toponym->precision >= DATELINE_WHERE_COUNTRY ||
          (toponym->flags & (DATELINE_TOPONYM_MODIFIER | DATELINE_TOPONYM_ORIGIN)) ||
          !is_coordinated (analysis, dateline_analysis_get_toponym (analysis, last), toponym))
        break;
      g_array_append_val (report->sites, i);
      last = i;
    }
}

/* Two dates in one sentence: the one beside the event word is its own. */
static void
prefer_dates_in_clause (const DatelineAnalysis *analysis, DatelineReport *report)
{
  DatelineScratch *scratch = analysis->document->scratch;
  GArray          *inside;

  if (report->timexes->len < 2)
    return;
  inside = dateline_scratch_take_array (scratch, sizeof (guint));

  for (guint i = 0; i < report->timexes->len; i++)
    {
      guint                index = g_array_index (report->timexes, guint, i);
      const DatelineTimex *timex = dateline_analysis_get_timex (analysis, index);

      for (guint j = 0; j < report->triggers->len; j++)
        {
          const DatelineTrigger *trigger = dateline_analysis_get_trigger (analysis, g_array_index (report->triggers, guint, j));

          if (timex->first_token >= trigger->clause_first && timex->first_token < trigger->clause_end)
            {
              g_array_append_val (inside, index);
              break;
            }
        }
    }
  if (inside->len > 0 && inside->len < report->timexes->len)
    {
      GArray *all = report->timexes;

      report->timexes = inside;
      inside = all;
    }
  dateline_scratch_put_array (scratch, inside);
}

/* "19 February." alone dates what follows it. */
static void
take_date_of_heading (const DatelineAnalysis *analysis, DatelineReport *report)
{
  const DatelineSentence *heading = &analysis->document->sentences[report->sentence - 1];
  guint                   i = DATELINE_LOWER_BOUND (analysis->timexes, DatelineTimex, heading->first_token);
  const DatelineTimex    *timex;

  if (i >= analysis->timexes->len || heading->end_token - heading->first_token > 8)
    return;
  timex = dateline_analysis_get_timex (analysis, i);
  if (timex->first_token >= heading->end_token || timex->kind != DATELINE_TIMEX_DATE || !(timex->flags & DATELINE_TIMEX_EXPLICIT_DAY) ||
      !dateline_date_interval_is_set (timex->interval))
    return;
  for (guint j = heading->first_token; j < heading->end_token; j++)
    if ((j < timex->first_token || j >= timex->end_token) && !(analysis->document->tokens[j].flags & DATELINE_TOKEN_PUNCT) &&
        !dateline_document_token_is_any (analysis->document, j, "date|on|update"))
      return;
  g_array_append_val (report->timexes, i);
}

static void
choose_dates (const DatelineAnalysis *analysis, DatelineReport *report, GPtrArray *reports, guint first_report)
{
  for (guint i = DATELINE_LOWER_BOUND (analysis->timexes, DatelineTimex, report->first_token); i < analysis->timexes->len; i++)
    {
      const DatelineTimex *timex = dateline_analysis_get_timex (analysis, i);

      if (timex->first_token >= report->end_token)
        break;
      if (owner_of (reports, first_report, timex->first_token) != report)
        continue;
      if (timex->kind == DATELINE_TIMEX_EVENT_RELATIVE)
        report->relative = i;
      else if ((timex->kind == DATELINE_TIMEX_DATE || timex->kind == DATELINE_TIMEX_CLOCK) &&
               !(timex->flags & (DATELINE_TIMEX_IN_DATELINE | DATELINE_TIMEX_FUTURE | DATELINE_TIMEX_SET | DATELINE_TIMEX_ANNIVERSARY)) &&
               dateline_date_interval_is_set (timex->interval))
        g_array_append_val (report->timexes, i);
    }
  prefer_dates_in_clause (analysis, report);
  if (report->timexes->len == 0 && report->relative == G_MAXUINT && report->sentence > 0)
    take_date_of_heading (analysis, report);
}

/* "they had fired at the vessel", "fired it": what was hit is known already. */
static gboolean
strikes_what_is_known (const DatelineAnalysis *analysis, const DatelineReport *report)
{
  guint token;

  if (report->trigger == G_MAXUINT || report->sites->len > 0 || report->timexes->len > 0)
    return FALSE;
  token = dateline_analysis_get_trigger (analysis, report->trigger)->end_token;
  return dateline_document_token_is_any (analysis->document, token, "it|them") ||
         (dateline_document_token_is (analysis->document, token, "the") &&
          dateline_document_token_is_any (analysis->document, token + 1, "ship|vessel|tanker|freighter|carrier"));
}

static void
choose_strikes (const DatelineAnalysis *analysis, DatelineReport *report)
{
  for (guint i = 0; i < report->triggers->len; i++)
    {
      const DatelineTrigger *trigger = dateline_analysis_get_trigger (analysis, g_array_index (report->triggers, guint, i));
      DatelineQuantity       quantity;

      if (trigger->count_token == G_MAXUINT || trigger->form != DATELINE_TRIGGER_NOUNS)
        continue;
      if (dateline_quantity_find (analysis->document, trigger->count_token, &quantity) && quantity.best > 0 && quantity.best <= MAX_STRIKES &&
          quantity.end_token <= trigger->first_token)
        {
          report->n_strikes = quantity.best;
          report->n_strikes_token = trigger->count_token;
        }
    }
}

#define ADD_OWNED(array, type, field)                                                              \
  for (guint i = DATELINE_LOWER_BOUND (array, type, sentence->first_token); i < (array)->len; i++) \
    {                                                                                              \
      const type     *mention = &g_array_index (array, type, i);                                   \
      DatelineReport *owner;                                                                       \
                                                                                                   \
      if (mention->first_token >= sentence->end_token)                                             \
        break;                                                                                     \
      owner = owner_of (reports, first_report, mention->first_token);                              \
      if (owner != NULL)                                                                           \
        g_array_append_val (owner->field, i);                                                      \
    }

static void
fill_sentence (const DatelineAnalysis *analysis, guint sentence_index, GPtrArray *reports, guint first_report)
{
  const DatelineSentence *sentence = &analysis->document->sentences[sentence_index];

  ADD_OWNED (analysis->mentions->casualties, DatelineCasualtyMention, casualties);
  ADD_OWNED (analysis->mentions->things, DatelineThingMention, things);
  ADD_OWNED (analysis->mentions->sources, DatelineSourceMention, sources);

  for (guint i = first_report; i < reports->len; i++)
    {
      DatelineReport *report = g_ptr_array_index (reports, i);

      choose_dates (analysis, report, reports, first_report);
      choose_sites (analysis, report);
      report->definite = report->definite || strikes_what_is_known (analysis, report);
      choose_strikes (analysis, report);
      dateline_report_assign_roles (report, analysis);
    }
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
          g_array_append_val (other->sites, site);
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

/* A sentence without an event word that goes on about the event before it. */
/* "Hours later, gunmen …", "Elsewhere, …": another event begins. */
static gboolean
opens_another (const DatelineAnalysis *analysis, const DatelineReport *report)
{
  const DatelineDocument *document = analysis->document;
  guint                   first = document->sentences[report->sentence].first_token;

  if (report->definite || report->background || report->elaborates || report->casualties->len == 0 || report->first_token != first)
    return FALSE;
  if (dateline_document_token_is_any (document, first, "elsewhere|separately"))
    return TRUE;
  return dateline_document_token_is_any (document, first, "hours|minutes|days") && dateline_document_token_is_any (document, first + 1, "later|afterwards|earlier");
}

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

/* What stands before the cause belongs to what it led to. */
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

/* "Gunmen killed two": no event word, but the doer tells how. */
static void
guess_type_of_deaths (const DatelineAnalysis *analysis, DatelineReport *report)
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

  if (has_day (analysis, words->first_token, words->end_token))
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
      has_fine_site (analysis, summary->first_token, summary->end_token))
    return;
  for (guint i = 1; i < reports->len; i++)
    {
      const DatelineReport *report = g_ptr_array_index (reports, i);

      n_told += !report->definite && !report->background && has_fine_site (analysis, report->first_token, report->end_token);
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
        if (stands (analysis, next, rejected))
          g_array_append_val (standing, next);

      if (analysis->document->sentences[s].boilerplate)
        continue;
      if (none != NULL && goes_on_about_none (analysis, s, standing))
        {
          for (guint i = 0; i < standing->len; i++)
            reject (rejected, none, get_clause (analysis, g_array_index (standing, guint, i)));
          continue;
        }
      none = standing->len > 0                                                                ? NULL
             : is_statistic_told (rejected, n_rejected) || tells_dead_of_months (analysis, s) ? "statistic"
             : tells_accident (analysis, s)                                                   ? "accident"
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
      fill_sentence (analysis, s, reports, first_report);
      mark_causes (analysis, standing, reports, first_report);
      for (guint i = first_report; i < reports->len; i++)
        {
          DatelineReport *report = g_ptr_array_index (reports, i);

          lift_bombing (analysis, report);
          report->parted = opens_another (analysis, report);
        }
      guess_type_of_deaths (analysis, g_ptr_array_index (reports, reports->len - 1));
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
