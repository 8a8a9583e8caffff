/* dateline-incident-date.c: when it happened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-extract"

#include "config.h"

#include "dateline-incident-builder-private.h"

#include "dateline-zone.h"

static double
score_timex (const DatelineTimex *timex)
{
  double score = 0;

  if (timex->flags & DATELINE_TIMEX_HAS_CLOCK)
    score += 3;
  if (timex->flags & DATELINE_TIMEX_EXPLICIT_DAY)
    score += 2;
  if (timex->flags & (DATELINE_TIMEX_WEEKDAY | DATELINE_TIMEX_RELATIVE))
    score += 1.5;
  if (timex->flags & DATELINE_TIMEX_NARRATIVE)
    score += 0.5;
  if (timex->flags & DATELINE_TIMEX_REPORTED)
    score -= 0.7; /* the day of the telling, where another is told */
  score -= timex->precision * 0.5;
  return score;
}

static DatelineDatePrecision
precision_of (DatelineDateInterval interval)
{
  gint64 days = (interval.end - interval.start + DATELINE_SECONDS_PER_DAY - 1) / DATELINE_SECONDS_PER_DAY;

  if (days <= 1)
    return DATELINE_DATE_DAY;
  if (days <= 6)
    return DATELINE_DATE_2_TO_6_DAYS;
  if (days <= 7)
    return DATELINE_DATE_WEEK;
  return days <= 31 ? DATELINE_DATE_MONTH : DATELINE_DATE_YEAR;
}

static void
set_zone (DatelineIncident *incident, DatelineDay day)
{
  const DatelinePlace *site = dateline_incident_get_site (incident);
  const char          *zone = dateline_zone_for_country (site != NULL && site->country[0] != '\0' ? site->country : "IQ");

  incident->when.timezone = zone;
  incident->when.offset_minutes = (gint16) (zone != NULL ? dateline_zone_get_offset_minutes (zone, day) : DATELINE_REGION_OFFSET_MINUTES);
}

/* The date that the lead gives; a later telling may only say it more
 * exactly. */
static const DatelineTimex *
choose_timex (const DatelineCluster *cluster, const DatelineAnalysis *analysis)
{
  const DatelineTimex *best = NULL;
  double               best_score = -G_MAXDOUBLE;

  for (guint i = 0; i < cluster->reports->len; i++)
    {
      const DatelineReport *report = g_ptr_array_index (cluster->reports, i);

      for (guint j = 0; j < report->timexes->len; j++)
        {
          const DatelineTimex *timex = dateline_analysis_get_timex (analysis, g_array_index (report->timexes, guint, j));
          double               score = score_timex (timex) - 0.12 * i - (timex->kind == DATELINE_TIMEX_CLOCK ? 2 : 0);

          if (report->trigger != G_MAXUINT)
            {
              const DatelineTrigger *trigger = dateline_analysis_get_trigger (analysis, report->trigger);
              guint                  distance = timex->first_token > trigger->first_token ? timex->first_token - trigger->first_token : trigger->first_token - timex->first_token;

              score -= MIN (distance, 60) * 0.02;
              if (timex->first_token >= trigger->clause_first && timex->first_token < trigger->clause_end)
                score += 0.4;
            }
          if (score > best_score)
            {
              best_score = score;
              best = timex;
            }
        }
    }
  return best;
}

void
dateline_incident_build_date (DatelineIncident *incident, const DatelineCluster *cluster, const DatelineAnalysis *analysis)
{
  const DatelineTimex *timex = choose_timex (cluster, analysis);

  if (timex != NULL)
    {
      incident->when.interval = timex->interval;
      incident->when.precision = timex->precision;
      incident->when.provenance = dateline_incident_words (analysis, timex->first_token, timex->end_token);
      set_zone (incident, dateline_day_at (timex->interval.start, analysis->offset_minutes));
      if (timex->zone == NULL && timex->zone_offset_minutes == G_MININT)
        {
          /* The same civil time, in the zone of the place and of that day. */
          gint64 shift = ((gint64) analysis->offset_minutes - incident->when.offset_minutes) * 60;

          incident->when.interval.start += shift;
          incident->when.interval.end += shift;
        }
      return;
    }
  if (analysis->anchor.day == DATELINE_DAY_NONE)
    return;

  /* No date is told: the report's own, which may be the day after. */
  set_zone (incident, analysis->anchor.day);
  incident->when.interval = dateline_date_interval_for_days (analysis->anchor.day, analysis->anchor.day, incident->when.offset_minutes);
  incident->when.precision = DATELINE_DATE_2_TO_6_DAYS;
  incident->when.assumed = TRUE;
}

/**
 * dateline_incident_date_from:
 * @self: an incident told by its distance in days from another
 * @cluster: its reports
 * @other: the reports of that other
 * @other_incident: the other, dated
 * @analysis: their article
 *
 * "The attacks came a day after …": counts from every date that the text
 * gives the other, since speakers in two zones may name two days.
 */
void
dateline_incident_date_from (DatelineIncident *self, const DatelineCluster *cluster, const DatelineCluster *other, const DatelineIncident *other_incident, const DatelineAnalysis *analysis)
{
  const DatelineTimex *timex = NULL;
  DatelineDay          first, last;

  for (guint i = 0; i < cluster->reports->len && timex == NULL; i++)
    {
      const DatelineReport *report = g_ptr_array_index (cluster->reports, i);

      if (report->relative != G_MAXUINT && report->relative_to != G_MAXUINT)
        timex = dateline_analysis_get_timex (analysis, report->relative);
    }
  if (timex == NULL || !dateline_date_interval_is_set (other_incident->when.interval))
    return;

  first = dateline_day_at (other_incident->when.interval.start, other_incident->when.offset_minutes);
  last = dateline_day_at (other_incident->when.interval.end - 1, other_incident->when.offset_minutes);
  for (guint i = 0; i < other->reports->len; i++)
    {
      const DatelineReport *report = g_ptr_array_index (other->reports, i);

      for (guint j = 0; j < report->timexes->len; j++)
        {
          const DatelineTimex *told = dateline_analysis_get_timex (analysis, g_array_index (report->timexes, guint, j));

          /* The day as the words name it, in their own zone. */
          if (told->kind == DATELINE_TIMEX_DATE && told->precision == DATELINE_DATE_DAY && !(told->flags & DATELINE_TIMEX_HAS_CLOCK))
            {
              DatelineDay day = dateline_day_at ((told->interval.start + told->interval.end) / 2, other_incident->when.offset_minutes);

              first = MIN (first, day);
              last = MAX (last, day);
            }
        }
    }

  self->when.interval = dateline_date_interval_for_days (first - timex->offset_days, last - timex->offset_days, self->when.offset_minutes);
  self->when.precision = precision_of (self->when.interval);
  self->when.provenance = dateline_incident_words (analysis, timex->first_token, timex->end_token);
  self->when.assumed = FALSE;
  g_ptr_array_add (self->rules, (gpointer) "date.event-relative");
}
