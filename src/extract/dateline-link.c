/* dateline-link.c: tellings of one event become one incident
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reports are taken in text order; each joins the incident it fits best,
 * or begins one. A veto parts what no likeness may join: precise and
 * different days or places, "a second attack".
 */

#define G_LOG_DOMAIN "dateline-extract"

#include "config.h"

#include "dateline-link.h"

#include <math.h>
#include <string.h>

/* Enough likeness to be the same event; fitted on the dev articles. */
#define JOIN_SCORE 0.5
/* "the attack" must go back to something. */
#define REFER_SCORE 0.25
/* More events, and more tellings of one, than any article holds; they keep
 * linking linear: what comes between the first and the last few tellings
 * counts for nothing. */
#define MAX_CLUSTERS 64
#define MAX_FIRST_REPORTS 24
#define MAX_LAST_REPORTS 8
/* A headline or a note has no room for all. */
#define MAX_SENTENCES_OF_A_NOTE 3
/* So sure a word of another kind tells a deed of its own. */
#define OWN_DEED_WEIGHT 0.5
#define KM_PER_DEGREE 111.0 /* of latitude, at the least */

typedef enum
{
  RELATION_NONE, /* one of the two does not say */
  RELATION_SAME,
  RELATION_CONTAINED,
  RELATION_DIFFERENT
} Relation;

static DatelineCluster *
cluster_new (DatelineScratch *scratch)
{
  DatelineCluster *self = dateline_scratch_new0 (scratch, DatelineCluster, 1);

  self->reports = dateline_scratch_take_pointers (scratch);
  self->type = DATELINE_INCIDENT_UNSPECIFIED_ATTACK;
  self->background = TRUE;
  self->dates = DATELINE_DATE_INTERVAL_NONE;
  return self;
}

static guint
get_n_compared (const DatelineCluster *self)
{
  return MIN (self->reports->len, MAX_FIRST_REPORTS + MAX_LAST_REPORTS);
}

static const DatelineReport *
get_compared (const DatelineCluster *self, guint i)
{
  if (i >= MAX_FIRST_REPORTS && self->reports->len > MAX_FIRST_REPORTS + MAX_LAST_REPORTS)
    i = self->reports->len - MAX_LAST_REPORTS + (i - MAX_FIRST_REPORTS);
  return g_ptr_array_index (self->reports, i);
}

static DatelineDateInterval
get_dates (const DatelineReport *report, const DatelineAnalysis *analysis)
{
  DatelineDateInterval dates = DATELINE_DATE_INTERVAL_NONE;

  for (guint i = 0; i < report->timexes->len; i++)
    {
      const DatelineTimex *timex = dateline_analysis_get_timex (analysis, g_array_index (report->timexes, guint, i));

      if (timex->kind != DATELINE_TIMEX_DATE)
        continue;
      if (!dateline_date_interval_is_set (dates) || timex->interval.end - timex->interval.start < dates.end - dates.start)
        dates = timex->interval;
    }
  return dates;
}

/* --- likeness ------------------------------------------------------------ */

static gboolean
tells_deaths (const DatelineReport *report, const DatelineAnalysis *analysis)
{
  for (guint i = 0; i < report->casualties->len; i++)
    {
      const DatelineCasualtyMention *casualty = dateline_analysis_get_casualty (analysis, g_array_index (report->casualties, guint, i));

      if (casualty->kind != DATELINE_CASUALTY_OTHER && !casualty->statistic && (casualty->best > 0 || casualty->high > 0 || casualty->low > 0))
        return TRUE;
    }
  return FALSE;
}

static gboolean
contains_place (const DatelineGazetteer *gazetteer, const DatelineToponym *outer, const DatelineToponym *inner)
{
  return outer->row != G_MAXUINT32 && inner->row != G_MAXUINT32 && dateline_gazetteer_contains (gazetteer, outer->row, inner->row);
}

/* As far apart as their latitudes alone, or farther: spares the sphere. */
static gboolean
is_near (DatelinePoint a, DatelinePoint b, double distance_km)
{
  return fabs (a.lat - b.lat) * KM_PER_DEGREE <= distance_km && dateline_point_distance_km (a, b) <= distance_km;
}

static Relation
relate_toponyms (const DatelineAnalysis *analysis, const DatelineToponym *a, const DatelineToponym *b)
{
  if (a->row == b->row && a->row != G_MAXUINT32)
    return RELATION_SAME;
  if (contains_place (analysis->gazetteer, a, b) || contains_place (analysis->gazetteer, b, a))
    return RELATION_CONTAINED;
  if (dateline_point_is_set (a->point) && dateline_point_is_set (b->point) &&
      a->precision < DATELINE_WHERE_PROVINCE && b->precision < DATELINE_WHERE_PROVINCE &&
      is_near (a->point, b->point, a->radius_km + b->radius_km + 5))
    return RELATION_SAME;
  return RELATION_DIFFERENT;
}

/* That both lie in Iraq brings two towns no nearer. */
static gboolean
is_coarse (const DatelineToponym *toponym)
{
  return toponym->precision >= DATELINE_WHERE_PROVINCE && toponym->precision <= DATELINE_WHERE_COUNTRY;
}

static Relation
relate_places (const DatelineAnalysis *analysis, const DatelineReport *report, const DatelineCluster *cluster)
{
  Relation relation = RELATION_NONE;
  gboolean apart = FALSE;

  for (guint i = 0; i < report->sites->len; i++)
    for (guint j = 0; j < get_n_compared (cluster); j++)
      {
        const DatelineReport *other = get_compared (cluster, j);

        for (guint k = 0; k < other->sites->len; k++)
          {
            const DatelineToponym *a = dateline_analysis_get_toponym (analysis, g_array_index (report->sites, guint, i));
            const DatelineToponym *b = dateline_analysis_get_toponym (analysis, g_array_index (other->sites, guint, k));
            Relation               each = relate_toponyms (analysis, a, b);

            if (each == RELATION_SAME)
              return RELATION_SAME;
            apart = apart || (each == RELATION_DIFFERENT && !report->elaborates && !is_coarse (a) && !is_coarse (b));
            if (each == RELATION_CONTAINED || relation == RELATION_NONE)
              relation = each;
          }
      }
  return apart ? RELATION_DIFFERENT : relation;
}

static Relation
relate_dates (DatelineDateInterval a, DatelineDateInterval b)
{
  gint64 gap;

  if (!dateline_date_interval_is_set (a) || !dateline_date_interval_is_set (b))
    return RELATION_NONE;
  if (dateline_date_interval_overlaps (a, b))
    return RELATION_SAME;
  /* Hours across midnight, or across the zones of two speakers. */
  gap = MAX (a.start, b.start) - MIN (a.end, b.end);
  return gap < 10 * 3600 ? RELATION_CONTAINED : RELATION_DIFFERENT;
}

static Relation
relate_types (DatelineIncidentType a, DatelineIncidentType b)
{
  const char *family_a = dateline_incident_type_get_family (a);
  const char *family_b = dateline_incident_type_get_family (b);

  if (a == b)
    return RELATION_SAME;
  if (strcmp (family_a, "generic") == 0 || strcmp (family_b, "generic") == 0)
    return RELATION_NONE;
  return strcmp (family_a, family_b) == 0 ? RELATION_CONTAINED : RELATION_DIFFERENT;
}

static const DatelineActorMention *
find_named_initiator (const DatelineReport *report, const DatelineAnalysis *analysis)
{
  for (guint i = 0; i < report->actors->len; i++)
    {
      const DatelineReportActor  *each = &g_array_index (report->actors, DatelineReportActor, i);
      const DatelineActorMention *actor = dateline_analysis_get_actor (analysis, each->actor);

      if (each->role == DATELINE_ACTOR_INITIATOR && each->score >= 0.75 && !actor->generic)
        return actor;
    }
  return NULL;
}

static Relation
relate_initiators (const DatelineAnalysis *analysis, const DatelineReport *report, const DatelineCluster *cluster)
{
  const DatelineActorMention *a = find_named_initiator (report, analysis);
  Relation                    relation = RELATION_NONE;

  if (a == NULL)
    return RELATION_NONE;
  for (guint i = 0; i < get_n_compared (cluster); i++)
    {
      const DatelineActorMention *b = find_named_initiator (get_compared (cluster, i), analysis);

      if (b == NULL)
        continue;
      if (a->row == b->row || (a->side != NULL && b->side != NULL && a->side[0] != '\0' && strcmp (a->side, b->side) == 0))
        return RELATION_SAME;
      if (a->side != NULL && a->side[0] != '\0' && b->side != NULL && b->side[0] != '\0')
        relation = RELATION_DIFFERENT;
    }
  return relation;
}

static gboolean
has_actor_in_role (const DatelineAnalysis *analysis, const DatelineReport *report, guint row, DatelineActorRole role)
{
  for (guint i = 0; i < report->actors->len; i++)
    {
      const DatelineReportActor *each = &g_array_index (report->actors, DatelineReportActor, i);

      if (each->role == role && each->score >= 0.5 && dateline_analysis_get_actor (analysis, each->actor)->row == row)
        return TRUE;
    }
  return FALSE;
}

/* Who is hit in the one strikes in the other: two events. */
static gboolean
swaps_roles (const DatelineAnalysis *analysis, const DatelineReport *report, const DatelineCluster *cluster)
{
  const DatelineActorMention *initiator = find_named_initiator (report, analysis);
  gboolean                    is_target = FALSE;

  if (initiator == NULL)
    return FALSE;
  for (guint i = 0; i < get_n_compared (cluster); i++)
    {
      const DatelineReport *other = get_compared (cluster, i);

      if (has_actor_in_role (analysis, other, initiator->row, DATELINE_ACTOR_INITIATOR))
        return FALSE;
      is_target = is_target || has_actor_in_role (analysis, other, initiator->row, DATELINE_ACTOR_TARGET);
    }
  return is_target;
}

/* A bomb in one quarter and a mortar round in the next, each with its own
 * dead: two events, however near they lie. */
static gboolean
has_own_deed (const DatelineAnalysis *analysis, const DatelineReport *report, const DatelineCluster *cluster)
{
  gboolean parted = FALSE;

  if (report->definite || report->elaborates || report->background || report->weight < OWN_DEED_WEIGHT || cluster->first->weight < OWN_DEED_WEIGHT ||
      relate_types (report->type, cluster->first->type) != RELATION_DIFFERENT ||
      !tells_deaths (report, analysis) || !tells_deaths (cluster->first, analysis))
    return FALSE;
  for (guint i = 0; i < report->sites->len; i++)
    for (guint j = 0; j < cluster->first->sites->len; j++)
      {
        const DatelineToponym *a = dateline_analysis_get_toponym (analysis, g_array_index (report->sites, guint, i));
        const DatelineToponym *b = dateline_analysis_get_toponym (analysis, g_array_index (cluster->first->sites, guint, j));

        if (is_coarse (a) || is_coarse (b))
          continue;
        if (a->row == b->row || contains_place (analysis->gazetteer, a, b))
          return FALSE;
        parted = parted || !contains_place (analysis->gazetteer, b, a);
      }
  return parted;
}

/* "the attack" goes back to an attack rather than to strikes. */
static gboolean
has_same_head (const DatelineAnalysis *analysis, const DatelineReport *report, const DatelineCluster *cluster)
{
  const DatelineTrigger *a;

  if (!report->definite || report->triggers->len == 0)
    return FALSE;
  a = dateline_analysis_get_trigger (analysis, g_array_index (report->triggers, guint, 0));
  for (guint i = 0; i < get_n_compared (cluster); i++)
    {
      const DatelineReport *other = get_compared (cluster, i);

      for (guint j = 0; j < other->triggers->len; j++)
        {
          const DatelineTrigger *b = dateline_analysis_get_trigger (analysis, g_array_index (other->triggers, guint, j));

          if (analysis->document->tokens[a->end_token - 1].word == analysis->document->tokens[b->end_token - 1].word)
            return TRUE;
        }
    }
  return FALSE;
}

/* "The group claimed the bombings on Tuesday": the day may be the claim's. */
static gboolean
is_claim (const DatelineAnalysis *analysis, const DatelineReport *report)
{
  guint token;

  if (!report->definite || report->trigger == G_MAXUINT || report->casualties->len > 0)
    return FALSE;
  token = dateline_analysis_get_trigger (analysis, report->trigger)->first_token;
  for (guint i = token; i > report->first_token && token - i < 6; i--)
    if (dateline_document_token_is_any (analysis->document, i - 1, "claimed|claims|claiming"))
      return TRUE;
  return FALSE;
}

static double
score_join (const DatelineAnalysis *analysis, const DatelineReport *report, const DatelineCluster *cluster, gboolean latest)
{
  const DatelineReport *last = g_ptr_array_index (cluster->reports, cluster->reports->len - 1);
  Relation              date = relate_dates (get_dates (report, analysis), cluster->dates);
  Relation              place = date == RELATION_DIFFERENT ? RELATION_NONE : relate_places (analysis, report, cluster);
  Relation              type = report->elaborates ? RELATION_NONE : relate_types (report->type, cluster->type);
  Relation              initiator = relate_initiators (analysis, report, cluster);
  guint                 distance = report->sentence - last->sentence;
  double                score = 0.42;

  if (date == RELATION_DIFFERENT && is_claim (analysis, report))
    {
      date = RELATION_NONE;
      place = relate_places (analysis, report, cluster);
    }

  if (date == RELATION_DIFFERENT)
    return -1;
  if (report->parted || (report->another && place != RELATION_SAME))
    return -1;
  if (place == RELATION_DIFFERENT && !(report->definite && type != RELATION_DIFFERENT && !report->background && latest && distance <= 2))
    return -1;
  if (report->background && report->relative != G_MAXUINT && place != RELATION_SAME)
    return -1;
  if (report->type == DATELINE_INCIDENT_INTERCEPTION && report->sites->len == 0 && report->timexes->len == 0)
    type = RELATION_CONTAINED; /* what became of the missiles */
  if (type == RELATION_DIFFERENT && report->weight >= 0.7 && place != RELATION_SAME && date != RELATION_SAME && !report->definite)
    score -= 0.1;

  score += place == RELATION_SAME ? 0.3 : place == RELATION_CONTAINED ? 0.12
                                        : place == RELATION_DIFFERENT ? -0.1
                                                                      : 0.05;
  score += date == RELATION_SAME ? 0.2 : date == RELATION_CONTAINED ? 0.05
                                                                    : 0.03;
  score += type == RELATION_SAME ? 0.12 : type == RELATION_CONTAINED ? 0.06
                                        : type == RELATION_DIFFERENT ? -0.12
                                                                     : 0.06;
  score += initiator == RELATION_SAME ? 0.12 : initiator == RELATION_DIFFERENT ? -0.22
                                                                               : 0;
  score += report->definite ? 0.1 : 0;
  score += has_same_head (analysis, report, cluster) ? 0.08 : 0;
  score -= swaps_roles (analysis, report, cluster) ? 0.3 : 0;
  score -= has_own_deed (analysis, report, cluster) ? 0.4 : 0;
  score += report->elaborates ? 0.15 : 0;
  score += latest ? 0.06 : 0;
  score -= MIN (distance, 10) * 0.008;
  if (report->background && place == RELATION_NONE && date == RELATION_NONE)
    score -= 0.1;
  if (cluster->background && !report->background && place != RELATION_SAME && date != RELATION_SAME)
    score -= 0.25;
  return score;
}

/* --- joining ------------------------------------------------------------- */

static gboolean
is_by_gunmen (const DatelineCluster *self, const DatelineAnalysis *analysis)
{
  for (guint i = 0; i < get_n_compared (self); i++)
    {
      const DatelineReport *report = get_compared (self, i);

      for (guint j = report->first_token; j < report->end_token; j++)
        if (dateline_document_token_is_any (analysis->document, j, "gunmen|gunman|gunshot|gunshots|bullets"))
          return TRUE;
    }
  return FALSE;
}

/* One armed force attacks another: they fight. */
static gboolean
is_between_forces (const DatelineCluster *self, const DatelineAnalysis *analysis)
{
  gboolean attacks = FALSE, by_force = FALSE, on_force = FALSE;

  for (guint i = 0; i < self->reports->len; i++)
    {
      const DatelineReport *report = g_ptr_array_index (self->reports, i);

      for (guint j = 0; j < report->triggers->len; j++)
        attacks = attacks || dateline_document_token_is_any (analysis->document, dateline_analysis_get_trigger (analysis, g_array_index (report->triggers, guint, j))->end_token - 1,
                                                             "attack|attacks|attacked|attacking");
      for (guint j = 0; j < report->actors->len; j++)
        {
          const DatelineReportActor  *each = &g_array_index (report->actors, DatelineReportActor, j);
          const DatelineActorMention *actor = dateline_analysis_get_actor (analysis, each->actor);

          if (actor->country_name || each->score < 0.5)
            continue;
          by_force = by_force || each->role == DATELINE_ACTOR_INITIATOR;
          on_force = on_force || each->role == DATELINE_ACTOR_TARGET;
        }
    }
  return attacks && by_force && on_force;
}

/* "The explosion was caused by an air strike": what is heard says less
 * than what was done. */
static guint
find_cause_of_explosion (const DatelineCluster *self, const DatelineAnalysis *analysis, const double scores[])
{
  static const DatelineIncidentType causes[] = { DATELINE_INCIDENT_AIR_STRIKE, DATELINE_INCIDENT_DRONE_STRIKE, DATELINE_INCIDENT_MISSILE_ATTACK, DATELINE_INCIDENT_SHELLING };
  guint                             cause = DATELINE_INCIDENT_BOMBING;

  for (guint i = 0; i < get_n_compared (self); i++)
    {
      const DatelineReport *report = get_compared (self, i);

      if (report->type == DATELINE_INCIDENT_BOMBING && report->trigger != G_MAXUINT &&
          !dateline_document_token_is_any (analysis->document, dateline_analysis_get_trigger (analysis, report->trigger)->first_token, "explosion|explosions|blast|blasts|exploded|explode"))
        return DATELINE_INCIDENT_BOMBING;
    }
  for (guint i = 0; i < G_N_ELEMENTS (causes); i++)
    if (scores[causes[i]] > (cause == DATELINE_INCIDENT_BOMBING ? 0.3 : scores[cause]))
      cause = causes[i];
  return cause;
}

/* What was used tells what was done where no event word does. */
static guint
find_weapon_type (const DatelineCluster *self, const DatelineAnalysis *analysis)
{
  for (guint i = 0; i < get_n_compared (self); i++)
    {
      const DatelineReport *report = get_compared (self, i);

      for (guint j = 0; j < report->things->len; j++)
        {
          const DatelineThingMention *thing = dateline_analysis_get_thing (analysis, g_array_index (report->things, guint, j));
          const DatelineMatch        *match = dateline_document_find_match (analysis->document, thing->first_token, DATELINE_LEXICON_WEAPON);
          DatelineIncidentType        type;

          if (thing->kind == DATELINE_THING_WEAPON && match != NULL &&
              dateline_trigger_lexicon_get_weapon_type (analysis->trigger_lexicon, match->row, &type))
            return type;
        }
    }
  return is_by_gunmen (self, analysis) ? DATELINE_INCIDENT_SHOOTING : DATELINE_INCIDENT_UNSPECIFIED_ATTACK;
}

/* The surest type, the lead's first. */
static void
choose_type (DatelineCluster *self, const DatelineAnalysis *analysis)
{
  double scores[DATELINE_N_INCIDENT_TYPES] = { 0 };
  double decay = 1;
  guint  best = DATELINE_INCIDENT_UNSPECIFIED_ATTACK;

  for (guint i = 0; i < get_n_compared (self); i++)
    {
      const DatelineReport *report = get_compared (self, i);

      if (report->trigger == G_MAXUINT && i > 0)
        continue;
      scores[report->type] += report->weight * decay;
      decay *= 0.6;
    }
  scores[DATELINE_INCIDENT_UNSPECIFIED_ATTACK] *= 0.3;
  if (self->first != NULL && self->first->type != DATELINE_INCIDENT_INTERCEPTION)
    scores[DATELINE_INCIDENT_INTERCEPTION] *= 0.2;
  for (guint i = 0; i < DATELINE_N_INCIDENT_TYPES; i++)
    if (scores[i] > scores[best])
      best = i;
  /* What a suicide bomber drove was a car; what he did was that. */
  if (scores[DATELINE_INCIDENT_SUICIDE_BOMBING] > 0.3 && (best == DATELINE_INCIDENT_CAR_BOMBING || best == DATELINE_INCIDENT_BOMBING))
    best = DATELINE_INCIDENT_SUICIDE_BOMBING;
  if (scores[DATELINE_INCIDENT_CAR_BOMBING] > 0.3 && best == DATELINE_INCIDENT_BOMBING)
    best = DATELINE_INCIDENT_CAR_BOMBING;
  if (best == DATELINE_INCIDENT_BOMBING)
    best = find_cause_of_explosion (self, analysis, scores);
  if (best == DATELINE_INCIDENT_UNSPECIFIED_ATTACK)
    best = find_weapon_type (self, analysis);
  self->type = (DatelineIncidentType) best;
}

static void
join (DatelineCluster *self, DatelineReport *report, const DatelineAnalysis *analysis)
{
  DatelineDateInterval dates = get_dates (report, analysis);

  g_ptr_array_add (self->reports, report);
  if (self->first == NULL)
    self->first = report;
  self->background = self->background && report->background;
  if (dateline_date_interval_is_set (dates))
    {
      if (!dateline_date_interval_is_set (self->dates))
        self->dates = dates;
      else
        {
          self->dates.start = MIN (self->dates.start, dates.start);
          self->dates.end = MAX (self->dates.end, dates.end);
        }
    }
  choose_type (self, analysis);
}

static gboolean
is_rich (const DatelineReport *report, const DatelineAnalysis *analysis)
{
  return report->sites->len > 0 || report->timexes->len > 0 || report->casualties->len > 0 || find_named_initiator (report, analysis) != NULL;
}

/* "the attack", without a place or a date of its own, begins no event. */
static gboolean
refers_back (const DatelineReport *report)
{
  return report->definite && report->sites->len == 0 && report->timexes->len == 0;
}

static gboolean
has_role (const DatelineReport *report, DatelineActorRole role)
{
  for (guint i = 0; i < report->actors->len; i++)
    if (g_array_index (report->actors, DatelineReportActor, i).role == role)
      return TRUE;
  return FALSE;
}

static gboolean
is_placed (const DatelineReport *report, const DatelineAnalysis *analysis)
{
  for (guint i = 0; i < report->sites->len; i++)
    if (dateline_analysis_get_toponym (analysis, g_array_index (report->sites, guint, i))->precision < DATELINE_WHERE_COUNTRY)
      return TRUE;
  return FALSE;
}

static gboolean
begins_event (const DatelineReport *report, const DatelineAnalysis *analysis, guint n_clusters)
{
  if (n_clusters >= MAX_CLUSTERS)
    return FALSE;
  if (report->elaborates) /* people were killed: that alone tells an event, if it is told where or by whom */
    return tells_deaths (report, analysis) && (is_placed (report, analysis) || find_named_initiator (report, analysis) != NULL || has_role (report, DATELINE_ACTOR_INITIATOR));
  return n_clusters == 0 || (!refers_back (report) && is_rich (report, analysis));
}

/**
 * dateline_link_reports:
 * @analysis: an article
 * @reports: (element-type DatelineReport): its reports, in text order
 *
 * Returns: (transfer none) (element-type DatelineCluster): the events; they
 *   live as long as the document
 */
GPtrArray *
dateline_link_reports (const DatelineAnalysis *analysis, GPtrArray *reports)
{
  GPtrArray       *clusters = dateline_scratch_take_pointers (analysis->document->scratch);
  DatelineCluster *latest = NULL;

  for (guint i = 0; i < reports->len; i++)
    {
      DatelineReport  *report = g_ptr_array_index (reports, i);
      DatelineCluster *best = NULL;
      double           best_score = refers_back (report) ? REFER_SCORE : JOIN_SCORE;

      if (report->summary)
        continue;
      for (guint j = 0; j < clusters->len; j++)
        {
          DatelineCluster *cluster = g_ptr_array_index (clusters, j);
          double           score = score_join (analysis, report, cluster, cluster == latest);

          if (score > best_score)
            {
              best_score = score;
              best = cluster;
            }
        }
      if (best == NULL)
        {
          if (!begins_event (report, analysis, clusters->len))
            continue;
          best = cluster_new (analysis->document->scratch);
          g_ptr_array_add (clusters, best);
        }
      join (best, report, analysis);
      if (!report->background || latest == NULL)
        latest = best;
    }
  for (guint i = 0; i < clusters->len; i++)
    {
      DatelineCluster *cluster = g_ptr_array_index (clusters, i);

      /* Only when all is joined: an attack may still prove a missile's. */
      if (cluster->type == DATELINE_INCIDENT_UNSPECIFIED_ATTACK && is_between_forces (cluster, analysis))
        cluster->type = DATELINE_INCIDENT_ARMED_CLASH;
    }
  return clusters;
}

/**
 * dateline_cluster_is_incident:
 * @self: an event
 * @analysis: its article
 *
 * A cause or a memory is an incident of its own only where the text gives
 * it a place or a date. In more than a note, so is anything only where the
 * text says where, when, to whose harm, or who did it to whom: "he attacks
 * his rivals" does not.
 *
 * Returns: whether it is worth a row
 */
gboolean
dateline_cluster_is_incident (const DatelineCluster *self, const DatelineAnalysis *analysis)
{
  gboolean place = FALSE, fine = FALSE, date = FALSE, both = FALSE, relative = FALSE, deaths = FALSE;
  double   weight = 0;

  for (guint i = 0; i < self->reports->len; i++)
    {
      const DatelineReport *report = g_ptr_array_index (self->reports, i);

      weight = MAX (weight, report->weight);
      place = place || report->sites->len > 0;
      for (guint j = 0; j < report->sites->len; j++)
        fine = fine || dateline_analysis_get_toponym (analysis, g_array_index (report->sites, guint, j))->precision <= DATELINE_WHERE_DISTRICT;
      date = date || report->timexes->len > 0;
      relative = relative || (report->relative != G_MAXUINT && report->relative_to != G_MAXUINT);
      both = both || (has_role (report, DATELINE_ACTOR_INITIATOR) && has_role (report, DATELINE_ACTOR_TARGET));
      deaths = deaths || tells_deaths (report, analysis);
    }
  if (self->first == NULL)
    return FALSE;
  if (self->background)
    return (date && fine) || relative;
  return weight >= 0.2 && (place || date || relative || both || deaths || analysis->document->n_sentences <= MAX_SENTENCES_OF_A_NOTE);
}
