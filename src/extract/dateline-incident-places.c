/* dateline-incident-places.c: where it happened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-extract"

#include "config.h"

#include "dateline-incident-builder-private.h"

#define MAX_SITES 8
#define MAX_ALTERNATIVES 5

typedef struct
{
  guint  toponym;
  guint  report; /* of the cluster, the first that names it */
  double score;
} Site;

static gboolean
is_within (const DatelineGazetteer *gazetteer, const DatelineToponym *outer, const DatelineToponym *inner)
{
  if (outer->row == G_MAXUINT32 || inner->row == G_MAXUINT32)
    return FALSE;
  if (inner->precision == DATELINE_WHERE_SEA_OR_AIR && outer->precision == DATELINE_WHERE_COUNTRY)
    return TRUE; /* off a country's coast */
  return dateline_gazetteer_contains (gazetteer, outer->row, inner->row);
}

static gboolean
is_same_site (const DatelineToponym *a, const DatelineToponym *b)
{
  if (a->row != G_MAXUINT32 && a->row == b->row)
    return TRUE;
  return dateline_point_is_set (a->point) && dateline_point_is_set (b->point) &&
         dateline_point_distance_km (a->point, b->point) < 1.0;
}

static void
add_site (GArray *sites, const DatelineAnalysis *analysis, guint index, guint report, double score)
{
  const DatelineToponym *toponym = dateline_analysis_get_toponym (analysis, index);
  Site                   site = { index, report, score };

  for (guint i = 0; i < sites->len; i++)
    {
      Site                  *each = &g_array_index (sites, Site, i);
      const DatelineToponym *other = dateline_analysis_get_toponym (analysis, each->toponym);

      if (!is_same_site (other, toponym))
        continue;
      each->score += score;
      if (toponym->precision < other->precision || (toponym->flags & DATELINE_TOPONYM_DERIVED))
        each->toponym = index;
      return;
    }
  dateline_scratch_append (sites, site);
}

/* Of "Zamalka, Jobar and Ain Tarma" none lies in another, as a quarter of a
 * town would. */
static gboolean
are_listed (const DatelineAnalysis *analysis, const Site *a, const Site *b)
{
  const DatelineToponym *toponym = dateline_analysis_get_toponym (analysis, a->toponym);

  return a->report == b->report && toponym->row != G_MAXUINT32 &&
         dateline_gazetteer_get_place (analysis->gazetteer, toponym->row)->place_class == DATELINE_PLACE_TOWN;
}

static GArray *
collect_sites (const DatelineCluster *cluster, const DatelineAnalysis *analysis)
{
  GArray *sites = dateline_scratch_take_array (analysis->document->scratch, sizeof (Site));
  double  decay = 1.0;

  for (guint i = 0; i < cluster->reports->len; i++)
    {
      const DatelineReport *report = g_ptr_array_index (cluster->reports, i);

      for (guint j = 0; j < report->sites->len; j++)
        {
          guint                  index = g_array_index (report->sites, guint, j);
          const DatelineToponym *toponym = dateline_analysis_get_toponym (analysis, index);

          if (toponym->row != G_MAXUINT32 && !dateline_gazetteer_get_place (analysis->gazetteer, toponym->row)->in_region)
            continue;
          add_site (sites, analysis, index, i, decay * (toponym->flags & DATELINE_TOPONYM_LOCATIVE ? 1.0 : 0.6) * (j == 0 ? 1.0 : 0.9));
        }
      if (report->sites->len > 0)
        decay *= 0.8;
    }

  /* What contains another is its container, not a site. */
  for (guint i = 0; i < sites->len; i++)
    for (guint j = 0; j < sites->len; j++)
      if (i != j && !are_listed (analysis, &g_array_index (sites, Site, i), &g_array_index (sites, Site, j)) && is_within (analysis->gazetteer, dateline_analysis_get_toponym (analysis, g_array_index (sites, Site, i).toponym), dateline_analysis_get_toponym (analysis, g_array_index (sites, Site, j).toponym)))
        {
          g_array_remove_index (sites, i--);
          break;
        }
  return sites;
}

static int
compare_sites (gconstpointer a, gconstpointer b)
{
  const Site *x = a, *y = b;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  return x->toponym < y->toponym ? -1 : x->toponym > y->toponym;
}

static void
add_alternatives (DatelinePlace *place, const DatelineAnalysis *analysis, const DatelineToponym *toponym)
{
  for (guint i = 0; i < toponym->n_candidates && i <= MAX_ALTERNATIVES; i++)
    {
      const DatelineToponymCandidate *candidate = &toponym->candidates[i];
      const DatelineGazetteerPlace   *other = dateline_gazetteer_get_place (analysis->gazetteer, candidate->row);
      DatelinePlaceAlternative        alternative = { 0 };

      if (candidate->row == toponym->row)
        continue;
      alternative.id = (char *) dateline_gazetteer_get_string (analysis->gazetteer, other->id);
      alternative.name = (char *) dateline_gazetteer_get_string (analysis->gazetteer, other->name);
      alternative.adm1 = (char *) dateline_gazetteer_get_string (analysis->gazetteer, other->adm1);
      alternative.point = (DatelinePoint){ other->lat, other->lon };
      alternative.score = candidate->score;
      g_strlcpy (alternative.country, other->country, sizeof alternative.country);
      if (place->alternatives == NULL)
        place->alternatives = dateline_scratch_take_array (analysis->document->scratch, sizeof alternative);
      dateline_scratch_append (place->alternatives, alternative);
    }
}

static void
add_place (DatelineIncident *incident, const DatelineAnalysis *analysis, guint index, DatelinePlaceRole role, gboolean guessed)
{
  const DatelineToponym *toponym = dateline_analysis_get_toponym (analysis, index);
  DatelinePlace          place = { 0 };

  place.provenance = dateline_incident_words (analysis, toponym->cue_token, toponym->end_token);
  if (toponym->row != G_MAXUINT32)
    {
      const DatelineGazetteerPlace *known = dateline_gazetteer_get_place (analysis->gazetteer, toponym->row);

      if (toponym->flags & DATELINE_TOPONYM_UNKNOWN_NAME)
        place.name = dateline_incident_quote (analysis, toponym->first_token, toponym->end_token);
      else
        {
          place.name = (char *) dateline_gazetteer_get_string (analysis->gazetteer, known->name);
          place.id = (char *) dateline_gazetteer_get_string (analysis->gazetteer, known->id);
        }
      place.adm1 = dateline_incident_borrow (dateline_gazetteer_get_string (analysis->gazetteer, known->adm1));
      g_strlcpy (place.country, known->country, sizeof place.country);
    }
  else
    place.name = dateline_incident_quote (analysis, toponym->first_token, toponym->end_token);

  place.point = toponym->point;
  place.precision = toponym->precision;
  place.radius_km = toponym->radius_km;
  place.derived = (toponym->flags & DATELINE_TOPONYM_DERIVED) != 0;
  place.role = role;
  place.confidence = toponym->confidence;
  if (guessed)
    {
      /* The article's place, not the event's: the governorate is all that
       * it tells. */
      place.precision = MAX (place.precision, DATELINE_WHERE_PROVINCE);
      place.radius_km = MAX (place.radius_km, 50);
      place.confidence *= 0.5;
    }
  add_alternatives (&place, analysis, toponym);
  dateline_scratch_append (incident->places, place);
}

/* The place that the article is about, where the event names none. */
static guint
find_fallback_site (const DatelineCluster *cluster, const DatelineAnalysis *analysis)
{
  guint  first = cluster->first->first_token;
  guint  best = G_MAXUINT;
  double best_score = 0;

  for (guint i = 0; i < analysis->toponyms->len; i++)
    {
      const DatelineToponym *toponym = dateline_analysis_get_toponym (analysis, i);
      double                 score;

      if ((toponym->flags & (DATELINE_TOPONYM_PERSON | DATELINE_TOPONYM_LANDMARK)) || toponym->row == G_MAXUINT32 ||
          toponym->precision == DATELINE_WHERE_UNKNOWN || !dateline_gazetteer_get_place (analysis->gazetteer, toponym->row)->in_region)
        continue;
      if (toponym->sentence > cluster->first->sentence + 3)
        break;
      score = toponym->precision == DATELINE_WHERE_COUNTRY ? 0.3 : 1.0;
      if (toponym->flags & (DATELINE_TOPONYM_DEMONYM | DATELINE_TOPONYM_METONYM))
        score *= 0.3;
      if (toponym->sentence == cluster->first->sentence)
        score += 1.0;
      score += 0.3 / (1 + (toponym->first_token > first ? toponym->first_token - first : first - toponym->first_token) * 0.05);
      if (score > best_score)
        {
          best_score = score;
          best = i;
        }
    }
  return best;
}

void
dateline_incident_build_places (DatelineIncident *incident, const DatelineCluster *cluster, const DatelineAnalysis *analysis)
{
  GArray *sites = collect_sites (cluster, analysis);

  g_array_sort (sites, compare_sites);
  for (guint i = 0; i < sites->len && i < MAX_SITES; i++)
    {
      const Site *site = &g_array_index (sites, Site, i);

      if (site->score < g_array_index (sites, Site, 0).score * 0.35)
        break;
      add_place (incident, analysis, site->toponym, DATELINE_PLACE_SITE, FALSE);
    }
  if (sites->len == 0)
    {
      guint fallback = find_fallback_site (cluster, analysis);

      if (fallback != G_MAXUINT)
        {
          const DatelineToponym *toponym = dateline_analysis_get_toponym (analysis, fallback);

          add_place (incident, analysis, fallback, DATELINE_PLACE_SITE, toponym->sentence != cluster->first->sentence);
        }
    }

  for (guint i = 0; i < cluster->reports->len; i++)
    {
      const DatelineReport *report = g_ptr_array_index (cluster->reports, i);

      if (report->origins->len > 0 && i < 3)
        {
          guint    origin = g_array_index (report->origins, guint, 0);
          gboolean known = FALSE;

          for (guint j = 0; j < sites->len; j++)
            known = known || is_same_site (dateline_analysis_get_toponym (analysis, g_array_index (sites, Site, j).toponym), dateline_analysis_get_toponym (analysis, origin));
          if (!known)
            add_place (incident, analysis, origin, DATELINE_PLACE_LAUNCH_ORIGIN, FALSE);
          break;
        }
    }
}
