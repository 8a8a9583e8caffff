/* dateline-report-triggers.c: which event words tell an event
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A count over a span of time, an anniversary, a threat tell none.
 */

#define G_LOG_DOMAIN "dateline-extract"

#include "config.h"

#include "dateline-report-private.h"

#include "dateline-quantity.h"

/* As many dead over months fell in more than one event. */
#define MIN_DEAD_OF_MONTHS 100

/* Older ones lie in other sentences. */
#define MAX_REJECTIONS_COMPARED 128

void
dateline_report_reject (GArray *rejected, const char *reason, DatelineSpan span)
{
  DatelineRejection rejection = { reason, span };

  for (guint i = rejected->len - MIN (rejected->len, MAX_REJECTIONS_COMPARED); i < rejected->len; i++)
    if (dateline_span_overlaps (g_array_index (rejected, DatelineRejection, i).span, span))
      return;
  dateline_scratch_append (rejected, rejection);
}

/* A week at most is told as one operation, not counted. */
static gboolean
is_short (const DatelineTimex *timex)
{
  return dateline_date_interval_is_set (timex->interval) && timex->interval.end - timex->interval.start <= 7 * DATELINE_SECONDS_PER_DAY;
}

gboolean
dateline_report_has_day (const DatelineAnalysis *analysis, guint first, guint end)
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
gboolean
dateline_report_tells_dead_of_months (const DatelineAnalysis *analysis, guint sentence_index)
{
  const DatelineSentence *sentence = &analysis->document->sentences[sentence_index];
  guint                   first = sentence->first_token, end = sentence->end_token;

  for (guint i = DATELINE_LOWER_BOUND (analysis->mentions->casualties, DatelineCasualtyMention, first); i < analysis->mentions->casualties->len; i++)
    {
      const DatelineCasualtyMention *casualty = dateline_analysis_get_casualty (analysis, i);

      if (casualty->first_token >= end)
        break;
      if (MAX (casualty->low, casualty->best < 0 ? casualty->high : casualty->best) >= MIN_DEAD_OF_MONTHS)
        return !dateline_report_has_day (analysis, first, end) && (has_months (analysis, first, end) || has_span_timex (analysis, first, end));
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

  if (dateline_report_tells_dead_of_months (analysis, trigger->sentence))
    return TRUE;
  if (counted && trigger->form == DATELINE_TRIGGER_NOUNS && !dateline_report_has_day (analysis, sentence->first_token, sentence->end_token))
    {
      DatelineQuantity quantity;

      if (dateline_quantity_find (document, trigger->count_token, &quantity) && quantity.best > DATELINE_REPORT_MAX_STRIKES)
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

gboolean
dateline_report_is_site_like (const DatelineToponym *toponym)
{
  return !(toponym->flags & (DATELINE_TOPONYM_PERSON | DATELINE_TOPONYM_METONYM | DATELINE_TOPONYM_DEMONYM | DATELINE_TOPONYM_QUALIFIER |
                             DATELINE_TOPONYM_CONTAINER | DATELINE_TOPONYM_IN_DATELINE | DATELINE_TOPONYM_LANDMARK)) &&
         toponym->precision != DATELINE_WHERE_UNKNOWN;
}

gboolean
dateline_report_has_fine_site (const DatelineAnalysis *analysis, guint first, guint end)
{
  for (guint i = DATELINE_LOWER_BOUND (analysis->toponyms, DatelineToponym, first); i < analysis->toponyms->len; i++)
    {
      const DatelineToponym *toponym = dateline_analysis_get_toponym (analysis, i);

      if (toponym->first_token >= end)
        break;
      if (dateline_report_is_site_like (toponym) && (toponym->flags & DATELINE_TOPONYM_LOCATIVE) && toponym->precision <= DATELINE_WHERE_DISTRICT)
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
  if (dateline_report_has_fine_site (analysis, sentence->first_token, sentence->end_token))
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

gboolean
dateline_report_trigger_stands (const DatelineAnalysis *analysis, guint index, GArray *rejected)
{
  const DatelineTrigger  *trigger = dateline_analysis_get_trigger (analysis, index);
  const DatelineDocument *document = analysis->document;
  const char             *reason = is_told_as_fact (analysis, trigger) ? NULL : dateline_realis_get_reason (trigger->realis);
  DatelineSpan            span = dateline_document_get_span (document, trigger->clause_first, trigger->clause_end);

  if (is_in_temponym (analysis, trigger) || is_release (analysis, trigger))
    return FALSE;
  if (is_named_by_year (analysis, trigger))
    {
      dateline_report_reject (rejected, "anniversary", span);
      return FALSE;
    }
  if (is_statistic (analysis, trigger) || is_verb_of_statistic (analysis, index))
    {
      dateline_report_reject (rejected, "statistic", span);
      return FALSE;
    }
  if (reason == NULL)
    return TRUE;
  if (has_anchor_of_its_own (analysis, trigger) && trigger->weight >= 0.3)
    dateline_report_reject (rejected, reason, span);
  return FALSE;
}
