/* dateline-merge-likeness.c: whether two reports tell one event
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Likeness in time, place, type, doer and toll, each between 0 and 1, is
 * weighed; what differs precisely parts two reports whatever else they
 * share. What they agree in is kept, so that the merge can say why.
 */

#define G_LOG_DOMAIN "dateline-extract"

#include "config.h"

#include "dateline-merge-private.h"

#include <math.h>
#include <string.h>

#define VETO (-1.0)

#define WEIGHT_TIME 0.25
#define WEIGHT_PLACE 0.30
#define WEIGHT_TYPE 0.12
#define WEIGHT_DOER 0.13
#define WEIGHT_TOLL 0.20

/* An interval no longer than this is a clock time or a part of a day. */
#define MAX_CLOCK_SECONDS (6 * 3600)

/* Clock times of one event differ by less. */
#define MAX_CLOCK_GAP_SECONDS (3 * 3600)

/* Of latitude, on the sphere of DATELINE_EARTH_RADIUS_KM; rounded down. */
#define KM_PER_DEGREE 111

/* What is agreed in, from the least to the most; the first says nothing. */
enum
{
  TIME_NEAR = 1,
  TIME_SAME_DAY,
  TIME_SAME_HOUR
};
enum
{
  PLACE_SAME_COUNTRY = 1,
  PLACE_SAME_REGION,
  PLACE_NEAR,
  PLACE_SAME
};
enum
{
  TYPE_LIKE = 1,
  TYPE_SAME
};
enum
{
  DOER_SAME = 1
};
enum
{
  TOLL_LIKE = 1,
  TOLL_SAME
};

static const char *const time_reasons[] = { NULL, "near-day", "same-day", "same-hour" };
static const char *const place_reasons[] = { NULL, "same-country", "same-region", "near-place", "same-place" };
static const char *const type_reasons[] = { NULL, "like-type", "same-type" };
static const char *const doer_reasons[] = { NULL, "same-doer" };
static const char *const toll_reasons[] = { NULL, "like-toll", "same-toll" };

static gboolean
is_generic (const DatelineIncident *incident)
{
  return incident->type == DATELINE_INCIDENT_UNSPECIFIED_ATTACK;
}

static double
compare_types (const DatelineIncident *a, const DatelineIncident *b, guint8 *agreement)
{
  *agreement = TYPE_LIKE;
  if (a->type == b->type)
    {
      *agreement = TYPE_SAME;
      return 1;
    }
  if (is_generic (a) || is_generic (b))
    return 0.1;
  return strcmp (dateline_incident_type_get_family (a->type), dateline_incident_type_get_family (b->type)) == 0 ? 0.5 : VETO;
}

static gint64
get_length (const DatelineIncident *incident)
{
  return incident->when.interval.end - incident->when.interval.start;
}

/* Two dates of which one or both are the article's own: an article tells
 * of its own day or of the few before it, never of a day to come. */
static double
compare_assumed (const DatelineIncident *a, const DatelineIncident *b, guint8 *agreement)
{
  static const double scores[] = { 0.8, 0.6, 0.3, 0.1 };
  gint64              days = (a->when.interval.start - b->when.interval.start) / DATELINE_SECONDS_PER_DAY;

  if (!a->when.assumed)
    days = -days;
  if (a->when.assumed && b->when.assumed)
    days = ABS (days);
  if (days < 0 || days > DATELINE_MERGE_MAX_GAP_DAYS)
    return VETO;
  *agreement = days == 0 ? TIME_SAME_DAY : TIME_NEAR;
  return scores[days];
}

static double
compare_times (const DatelineIncident *a, const DatelineIncident *b, guint8 *agreement)
{
  DatelineDateInterval  x = a->when.interval, y = b->when.interval;
  DatelineDatePrecision precision = MAX (a->when.precision, b->when.precision);
  gboolean              clocks = get_length (a) <= MAX_CLOCK_SECONDS && get_length (b) <= MAX_CLOCK_SECONDS;
  gboolean              any_clock = get_length (a) <= MAX_CLOCK_SECONDS || get_length (b) <= MAX_CLOCK_SECONDS;
  gint64                gap;

  *agreement = 0;
  if (!dateline_date_interval_is_set (x) || !dateline_date_interval_is_set (y))
    return VETO;
  if (a->when.assumed || b->when.assumed)
    return compare_assumed (a, b, agreement);

  if (dateline_date_interval_overlaps (x, y))
    {
      if (precision >= DATELINE_DATE_WEEK)
        return precision == DATELINE_DATE_WEEK ? 0.4 : 0.1;
      *agreement = clocks ? TIME_SAME_HOUR : precision == DATELINE_DATE_DAY ? TIME_SAME_DAY
                                                                            : TIME_NEAR;
      return precision == DATELINE_DATE_DAY ? 1 : 0.7;
    }

  gap = MAX (x.start, y.start) - MIN (x.end, y.end);
  *agreement = TIME_NEAR;
  if (clocks)
    return gap < MAX_CLOCK_GAP_SECONDS ? 0.8 : VETO;
  return any_clock && gap < MAX_CLOCK_GAP_SECONDS ? 0.5 : VETO; /* a night across midnight */
}

gboolean
dateline_merge_is_fine (const DatelinePlace *place)
{
  return place->precision >= DATELINE_WHERE_EXACT && place->precision <= DATELINE_WHERE_DISTRICT && dateline_point_is_set (place->point);
}

static gboolean
same_text (const char *a, const char *b)
{
  return a != NULL && b != NULL && strcmp (a, b) == 0;
}

static double
compare_fine_sites (const DatelinePlace *a, const DatelinePlace *b, guint8 *agreement)
{
  double reach = a->radius_km + b->radius_km;
  double distance;

  /* Most are far apart, which needs no trigonometry to see. */
  if (fabs (a->point.lat - b->point.lat) * KM_PER_DEGREE > reach + DATELINE_MERGE_MAX_GAP_KM)
    return VETO;
  distance = dateline_point_distance_km (a->point, b->point);
  if (distance > reach + DATELINE_MERGE_MAX_GAP_KM)
    return VETO;
  *agreement = PLACE_NEAR;
  return exp (-distance / (reach + 5));
}

/* Source: the formula of the likeness of two places is ours, fitted on
 * the dev articles. */
static double
compare_sites (const DatelinePlace *a, const DatelinePlace *b, guint8 *agreement)
{
  gboolean broad = MAX (a->precision, b->precision) > DATELINE_WHERE_PROVINCE;

  *agreement = 0;
  if (strcmp (a->country, b->country) != 0)
    return VETO;
  if (same_text (a->id, b->id) && !broad)
    {
      *agreement = dateline_merge_is_fine (a) ? PLACE_SAME : PLACE_SAME_REGION;
      return dateline_merge_is_fine (a) ? 1 : 0.6;
    }
  if (dateline_merge_is_fine (a) && dateline_merge_is_fine (b))
    return compare_fine_sites (a, b, agreement);
  if (a->adm1 != NULL && b->adm1 != NULL)
    {
      *agreement = PLACE_SAME_REGION;
      return strcmp (a->adm1, b->adm1) == 0 ? 0.6 : VETO;
    }
  *agreement = same_text (a->id, b->id) && a->precision != DATELINE_WHERE_COUNTRY ? PLACE_SAME_REGION : PLACE_SAME_COUNTRY;
  return *agreement == PLACE_SAME_REGION ? 0.4 : 0.2;
}

/**
 * dateline_merge_compare_sites:
 * @a: a place
 * @b: another
 *
 * Returns: 0–1, how surely both are one place; negative when they are
 *   known to lie apart
 */
double
dateline_merge_compare_sites (const DatelinePlace *a, const DatelinePlace *b)
{
  guint8 agreement;

  return compare_sites (a, b, &agreement);
}

static double
compare_places (const DatelineIncident *a, const DatelineIncident *b, guint8 *agreement)
{
  double best = VETO;

  *agreement = 0;
  for (guint i = 0; i < a->places->len; i++)
    for (guint j = 0; j < b->places->len; j++)
      {
        const DatelinePlace *x = &g_array_index (a->places, DatelinePlace, i);
        const DatelinePlace *y = &g_array_index (b->places, DatelinePlace, j);
        guint8               sites = 0;
        double               score;

        if (x->role != DATELINE_PLACE_SITE || y->role != DATELINE_PLACE_SITE)
          continue;
        score = compare_sites (x, y, &sites);
        if (score > best)
          {
            best = score;
            *agreement = sites;
          }
      }
  return best;
}

static gboolean
is_target (const DatelineIncident *incident, const char *actor_id)
{
  for (guint i = 0; i < incident->actors->len; i++)
    {
      const DatelineActor *actor = &g_array_index (incident->actors, DatelineActor, i);

      if (actor->role == DATELINE_ACTOR_TARGET && same_text (actor->id, actor_id))
        return TRUE;
    }
  return FALSE;
}

/* In a fight, each side is told as the one that began it. */
static gboolean
is_mutual (const DatelineIncident *incident)
{
  return incident->type == DATELINE_INCIDENT_ARMED_CLASH || incident->type == DATELINE_INCIDENT_TERRITORIAL_CHANGE;
}

static gboolean
has_initiator (const DatelineIncident *incident, const char *actor_id)
{
  for (guint i = 0; i < incident->actors->len; i++)
    {
      const DatelineActor *actor = &g_array_index (incident->actors, DatelineActor, i);

      if (actor->role == DATELINE_ACTOR_INITIATOR && same_text (actor->id, actor_id))
        return TRUE;
    }
  return FALSE;
}

static double
compare_doers (const DatelineIncident *a, const DatelineIncident *b, guint8 *agreement)
{
  const DatelineActor *x = dateline_incident_get_actor (a, DATELINE_ACTOR_INITIATOR);
  const DatelineActor *y = dateline_incident_get_actor (b, DATELINE_ACTOR_INITIATOR);

  *agreement = 0;
  if (x == NULL || y == NULL || x->id == NULL || y->id == NULL)
    return 0.5;
  if (has_initiator (a, y->id) || has_initiator (b, x->id))
    {
      *agreement = DOER_SAME;
      return 1;
    }
  if (x->status != DATELINE_ACTOR_ASSERTED || y->status != DATELINE_ACTOR_ASSERTED)
    return 0.4;
  if (!is_mutual (a) && !is_mutual (b) && (is_target (b, x->id) || is_target (a, y->id)))
    return VETO;
  return a->type == b->type ? 0 : VETO;
}

static double
compare_tolls (const DatelineToll *a, const DatelineToll *b, guint8 *agreement)
{
  int difference, most = MAX (a->best, b->best);

  *agreement = 0;
  if (a->best < 0 || b->best < 0)
    return 0.5;
  difference = ABS (a->best - b->best);
  if (difference == 0)
    {
      *agreement = most > 0 ? TOLL_SAME : 0;
      return most >= 3 ? 1 : most > 0 ? 0.8
                                      : 0.6;
    }
  if (difference > 2 + most / 3)
    return 0;
  *agreement = TOLL_LIKE;
  return 0.7;
}

static gboolean
in_one_article (const DatelineIncident *a, const DatelineIncident *b)
{
  return a->type_provenance.article != 0 && a->type_provenance.article == b->type_provenance.article;
}

/**
 * dateline_merge_compare:
 * @a: a report
 * @b: another
 * @agreement: (out): in what they agree; of no use when the result is
 *   negative
 *
 * Source of the weights: tests/extract/test-merge.c and the dev articles.
 *
 * Returns: as dateline_merge_score()
 */
double
dateline_merge_compare (const DatelineIncident *a, const DatelineIncident *b, DatelineMergeAgreement *agreement)
{
  double type, time, place, doer, toll;

  /* The article itself tells them apart. */
  if (in_one_article (a, b))
    return VETO;
  type = compare_types (a, b, &agreement->type);
  time = type < 0 ? VETO : compare_times (a, b, &agreement->time);
  place = time < 0 ? VETO : compare_places (a, b, &agreement->place);
  doer = place < 0 ? VETO : compare_doers (a, b, &agreement->doer);
  if (doer < 0)
    return VETO;
  toll = compare_tolls (&a->killed, &b->killed, &agreement->toll);
  /* What two articles of one day tell of one town is one event only when
   * they agree in more than that: a town at war has several a day. */
  if ((a->when.assumed || b->when.assumed) && agreement->doer == 0 && agreement->toll == 0)
    time = 0;
  return WEIGHT_TIME * time + WEIGHT_PLACE * place + WEIGHT_TYPE * type + WEIGHT_DOER * doer + WEIGHT_TOLL * toll;
}

/**
 * dateline_merge_score:
 * @a: a report
 * @b: another
 *
 * Returns: 0–1, how surely both tell one event; negative when a precise
 *   difference parts them
 */
double
dateline_merge_score (const DatelineIncident *a, const DatelineIncident *b)
{
  DatelineMergeAgreement agreement;

  return dateline_merge_compare (a, b, &agreement);
}

/* Keeps of @self what also holds in @other. */
void
dateline_merge_agreement_narrow (DatelineMergeAgreement *self, DatelineMergeAgreement other)
{
  self->time = MIN (self->time, other.time);
  self->place = MIN (self->place, other.place);
  self->type = MIN (self->type, other.type);
  self->doer = MIN (self->doer, other.doer);
  self->toll = MIN (self->toll, other.toll);
}

static void
append_reason (GString *reason, const char *word)
{
  if (word == NULL)
    return;
  if (reason->len > 0)
    g_string_append_c (reason, ' ');
  g_string_append (reason, word);
}

/* Words parted by blanks; each is an id that others put into sentences. */
char *
dateline_merge_agreement_to_reason (DatelineMergeAgreement agreement)
{
  GString *reason = g_string_new (NULL);

  append_reason (reason, time_reasons[agreement.time]);
  append_reason (reason, place_reasons[agreement.place]);
  append_reason (reason, type_reasons[agreement.type]);
  append_reason (reason, doer_reasons[agreement.doer]);
  append_reason (reason, toll_reasons[agreement.toll]);
  return g_string_free (reason, FALSE);
}
