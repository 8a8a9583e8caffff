/* dateline-incident-confidence.c: how likely an incident and its values are right
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each confidence is a logistic model over a few things that the text
 * shows, fitted on the development sets. README.md has what was measured.
 */

#define G_LOG_DOMAIN "dateline-extract"

#include "config.h"

#include "dateline-incident-builder-private.h"

#include <math.h>

#define MIN_CONFIDENCE 0.05
#define MAX_CONFIDENCE 0.97

/* Platt's scaling of an incident's score.
 * Source: J. Platt, "Probabilistic outputs for support vector machines". */
#define PLATT_SLOPE 0.45
#define PLATT_OFFSET 0.34

static double
get_logistic (double z)
{
  return CLAMP (1 / (1 + exp (-z)), MIN_CONFIDENCE, MAX_CONFIDENCE);
}

static double
get_logit (double share)
{
  double clamped = CLAMP (share, 0.001, 0.999);

  return log (clamped / (1 - clamped));
}

/* "Casualties in raids on …": hurt people, though nobody counted them. */
static gboolean
tells_casualties (const DatelineReport *report, const DatelineAnalysis *analysis)
{
  for (guint i = report->first_token; i < report->end_token; i++)
    if (dateline_document_token_is_any (analysis->document, i, "casualties|martyrs|deaths|losses|injuries"))
      return !dateline_document_token_is_any (analysis->document, i - 1, "no|without|any");
  return FALSE;
}

/* That it is one, of this type and there. */
static double
rate_incident (const DatelineIncident *incident, const DatelineCluster *cluster, const DatelineAnalysis *analysis)
{
  const DatelinePlace *site = dateline_incident_get_site (incident);
  double               z = -1.2;

  z += 1.6 * cluster->first->weight;
  z += 0.25 * MIN (cluster->reports->len, 4u);
  z += site == NULL ? -0.8 : 0.8 * site->confidence + (site->precision <= DATELINE_WHERE_DISTRICT ? 0.4 : 0);
  z += incident->when.assumed ? 0 : 0.5;
  z += incident->killed.best > 0 || incident->injured.best > 0 || tells_casualties (cluster->first, analysis) ? 0.9 : 0;
  z -= cluster->first->first_token > analysis->document->sentences[cluster->first->sentence].first_token ? 0.2 : 0;
  z += incident->actors->len > 0 ? 0.3 : 0;
  z -= 0.08 * MIN (cluster->first->sentence, 12u);
  z -= incident->background ? 0.8 : 0;
  return get_logistic (PLATT_SLOPE * z + PLATT_OFFSET);
}

/* The surer the words and the fewer the other kinds told with it. */
static double
rate_type (const DatelineIncident *incident, const DatelineCluster *cluster, gboolean in_lead)
{
  double   weight = cluster->first->weight;
  guint    n_agreeing = 0;
  gboolean others = FALSE, found = FALSE;

  for (guint i = 0; i < cluster->reports->len; i++)
    {
      const DatelineReport *report = g_ptr_array_index (cluster->reports, i);

      if (report->type == incident->type)
        {
          weight = found ? MAX (weight, report->weight) : report->weight;
          found = TRUE;
          n_agreeing++;
        }
      else
        others = others || report->type != DATELINE_INCIDENT_UNSPECIFIED_ATTACK;
    }
  return get_logistic (-0.37 + 1.77 * weight - (incident->type == DATELINE_INCIDENT_UNSPECIFIED_ATTACK ? 3.04 : 0) -
                       (others ? 0.43 : 0) - 0.23 * (CLAMP (n_agreeing, 1u, 4u) - 1) + (in_lead ? 1.79 : 0));
}

static double
rate_when (const DatelineWhen *when, gboolean in_lead)
{
  return get_logistic (2.27 + (when->assumed ? 1.42 : 0) - (when->precision > DATELINE_DATE_DAY ? 1.69 : 0) + (in_lead ? 0.67 : 0));
}

static double
rate_place (const DatelinePlace *place)
{
  return get_logistic (1.65 + 0.16 * get_logit (place->confidence) - (place->precision == DATELINE_WHERE_NEAR ? 0.13 : 0) +
                       (place->precision == DATELINE_WHERE_DISTRICT ? 0.78 : 0) - (place->precision > DATELINE_WHERE_DISTRICT ? 1.65 : 0) -
                       (place->derived ? 0.45 : 0));
}

static double
rate_actor (const DatelineActor *actor, gboolean in_lead)
{
  gboolean remarked = actor->status == DATELINE_ACTOR_CLAIMED || actor->status == DATELINE_ACTOR_ALLEGED;

  return get_logistic (-1.01 + 0.49 * get_logit (actor->confidence) + (remarked ? 1.4 : 0) +
                       (actor->role == DATELINE_ACTOR_PARTICIPANT ? 0.28 : 0) + (in_lead ? 2.19 : 0));
}

static gboolean
has_conflict (const DatelineToll *toll)
{
  for (guint i = 1; toll->claims != NULL && i < toll->claims->len; i++)
    if (g_array_index (toll->claims, DatelineTollClaim, i).low != g_array_index (toll->claims, DatelineTollClaim, 0).low)
      return TRUE;
  return FALSE;
}

static double
rate_toll (const DatelineToll *toll, gboolean in_lead)
{
  guint n_claims = toll->claims != NULL ? toll->claims->len : 1;

  return get_logistic (0.81 - (has_conflict (toll) ? 0.55 : 0) - (toll->low != toll->high ? 0.17 : 0) -
                       0.14 * (CLAMP (n_claims, 1u, 4u) - 1) + (in_lead ? 1.63 : 0) + (toll->best == 0 ? 1.68 : 0));
}

/**
 * dateline_incident_rate:
 * @incident: with all its values
 * @cluster: the reports that it was made of
 * @analysis: their article
 *
 * Sets the confidence of the incident and of each value. Until now those
 * of places and actors were scores of the rules that chose them.
 */
void
dateline_incident_rate (DatelineIncident *incident, const DatelineCluster *cluster, const DatelineAnalysis *analysis)
{
  gboolean in_lead = cluster->first->sentence == 0;

  incident->confidence = rate_incident (incident, cluster, analysis);
  incident->type_confidence = rate_type (incident, cluster, in_lead);
  if (dateline_date_interval_is_set (incident->when.interval))
    incident->when.confidence = rate_when (&incident->when, in_lead);
  if (incident->killed.best >= 0)
    incident->killed.confidence = rate_toll (&incident->killed, in_lead);
  if (incident->injured.best >= 0)
    incident->injured.confidence = rate_toll (&incident->injured, in_lead);
  for (guint i = 0; i < incident->places->len; i++)
    {
      DatelinePlace *place = &g_array_index (incident->places, DatelinePlace, i);

      place->confidence = rate_place (place);
    }
  for (guint i = 0; i < incident->actors->len; i++)
    {
      DatelineActor *actor = &g_array_index (incident->actors, DatelineActor, i);

      actor->confidence = rate_actor (actor, in_lead);
    }
}
