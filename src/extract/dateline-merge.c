/* dateline-merge.c: reports of one event in several articles become one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Likeness in time, place, type, doer and toll, each between 0 and 1, are
 * weighed; what differs precisely is never joined. A report joins only when
 * it is like every report already joined (complete link), so that a chain
 * of small steps cannot drift from one town or day to the next.
 */

#define G_LOG_DOMAIN "dateline-extract"

#include "config.h"

#include "dateline-merge.h"

#include <math.h>
#include <string.h>

/* Fitted on the dev articles: above it, two reports are one event. */
#define MERGE_SCORE 0.68
/* A report is written within so many days of what it tells. */
#define MAX_GAP_DAYS 3
/* Reports of one event that are compared with a new one. */
#define MAX_MEMBERS 12

#define VETO (-1.0)

typedef struct
{
  GPtrArray *members; /* DatelineIncident *, the first is the one that stays */
} Group;

static gboolean
is_generic (const DatelineIncident *incident)
{
  return incident->type == DATELINE_INCIDENT_UNSPECIFIED_ATTACK;
}

static double
score_type (const DatelineIncident *a, const DatelineIncident *b)
{
  if (a->type == b->type)
    return 1;
  if (is_generic (a) || is_generic (b))
    return 0.5;
  return strcmp (dateline_incident_type_get_family (a->type), dateline_incident_type_get_family (b->type)) == 0 ? 0.7 : VETO;
}

static double
score_time (const DatelineIncident *a, const DatelineIncident *b)
{
  gint64   gap, hours;
  gboolean clocks = a->when.interval.end - a->when.interval.start <= 6 * 3600 && b->when.interval.end - b->when.interval.start <= 6 * 3600;

  if (!dateline_date_interval_is_set (a->when.interval) || !dateline_date_interval_is_set (b->when.interval))
    return VETO;
  if (dateline_date_interval_overlaps (a->when.interval, b->when.interval))
    return a->when.assumed || b->when.assumed ? 0.8 : 1;

  gap = MAX (a->when.interval.start, b->when.interval.start) - MIN (a->when.interval.end, b->when.interval.end);
  hours = gap / 3600;
  if (clocks && !a->when.assumed && !b->when.assumed)
    return hours >= 3 ? VETO : 0.7;
  if (a->when.assumed || b->when.assumed)
    return hours < MAX_GAP_DAYS * 24 ? 0.5 : VETO;
  return hours < 6 ? 0.5 : VETO; /* neighbouring days: only across midnight */
}

static double
score_site (const DatelinePlace *a, const DatelinePlace *b)
{
  gboolean fine = a->precision <= DATELINE_WHERE_DISTRICT && b->precision <= DATELINE_WHERE_DISTRICT;
  double   distance, reach = a->radius_km + b->radius_km;

  if (!dateline_point_is_set (a->point) || !dateline_point_is_set (b->point))
    return 0.1;
  distance = dateline_point_distance_km (a->point, b->point);
  if (fine)
    return distance > reach + 20 ? VETO : exp (-MAX (0, distance - reach) / 10);
  if (strcmp (a->country, b->country) != 0)
    return VETO;
  if (a->precision == DATELINE_WHERE_COUNTRY || b->precision == DATELINE_WHERE_COUNTRY)
    return 0.25;
  return g_strcmp0 (a->adm1, b->adm1) == 0 || distance <= reach ? 0.6 : VETO;
}

static double
score_place (const DatelineIncident *a, const DatelineIncident *b)
{
  double   best = VETO;
  gboolean any = FALSE;

  for (guint i = 0; i < a->places->len; i++)
    for (guint j = 0; j < b->places->len; j++)
      {
        const DatelinePlace *x = &g_array_index (a->places, DatelinePlace, i);
        const DatelinePlace *y = &g_array_index (b->places, DatelinePlace, j);

        if (x->role != DATELINE_PLACE_SITE || y->role != DATELINE_PLACE_SITE)
          continue;
        any = TRUE;
        best = MAX (best, score_site (x, y));
      }
  return any ? best : 0.15;
}

static double
score_initiator (const DatelineIncident *a, const DatelineIncident *b)
{
  const DatelineActor *x = dateline_incident_get_actor (a, DATELINE_ACTOR_INITIATOR);
  const DatelineActor *y = dateline_incident_get_actor (b, DATELINE_ACTOR_INITIATOR);

  if (x == NULL || y == NULL || x->id == NULL || y->id == NULL)
    return 0.5;
  if (strcmp (x->id, y->id) == 0)
    return 1;
  return x->status == DATELINE_ACTOR_ASSERTED && y->status == DATELINE_ACTOR_ASSERTED ? 0 : 0.4;
}

static double
score_toll (const DatelineToll *a, const DatelineToll *b)
{
  int difference;

  if (a->best < 0 || b->best < 0)
    return 0.5;
  difference = ABS (a->best - b->best);
  if (difference == 0)
    return a->best > 0 ? 1 : 0.6;
  return difference <= 2 + MAX (a->best, b->best) / 4 ? 0.7 : 0.1;
}

/**
 * dateline_merge_score:
 * @a: an incident of one article
 * @b: an incident of another
 *
 * Source of the weights: tests/extract/test-merge.c and the dev articles.
 *
 * Returns: 0–1, how surely both tell one event; negative when a precise
 *   difference parts them
 */
double
dateline_merge_score (const DatelineIncident *a, const DatelineIncident *b)
{
  double type = score_type (a, b);
  double time = score_time (a, b);
  double place = score_place (a, b);

  if (type < 0 || time < 0 || place < 0)
    return VETO;
  return 0.27 * time + 0.33 * place + 0.15 * type + 0.12 * score_initiator (a, b) + 0.13 * score_toll (&a->killed, &b->killed);
}

/* --- fusing -------------------------------------------------------------- */

static gboolean
has_actor (const DatelineIncident *incident, const DatelineActor *actor)
{
  for (guint i = 0; i < incident->actors->len; i++)
    {
      const DatelineActor *each = &g_array_index (incident->actors, DatelineActor, i);

      if (each->role == actor->role && (g_strcmp0 (each->id, actor->id) == 0 || g_ascii_strcasecmp (each->name, actor->name) == 0))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_place (const DatelineIncident *incident, const DatelinePlace *place)
{
  for (guint i = 0; i < incident->places->len; i++)
    {
      const DatelinePlace *each = &g_array_index (incident->places, DatelinePlace, i);

      if (each->role == place->role && score_site (each, place) > 0.2)
        return TRUE;
    }
  return FALSE;
}

/* Moves element @index of @from to the end of @to. */
static void
move_element (GArray *to, GArray *from, guint index, gsize size)
{
  g_array_append_vals (to, from->data + index * size, 1);
  memset (from->data + index * size, 0, size);
}

static void
fuse_toll (DatelineToll *to, const DatelineToll *from)
{
  if (from->claims != NULL)
    for (guint i = 0; i < from->claims->len; i++)
      {
        const DatelineTollClaim *claim = &g_array_index (from->claims, DatelineTollClaim, i);

        dateline_toll_add_claim (to, claim->low, claim->high, claim->source, claim->provenance);
      }
  if (to->best < 0)
    to->best = from->best;
  if (from->low >= 0)
    to->low = to->low < 0 ? from->low : MIN (to->low, from->low);
  to->high = MAX (to->high, MAX (from->high, from->best));
}

/* What the other tells more exactly replaces; the rest is added. */
static void
fuse (DatelineIncident *to, DatelineIncident *from)
{
  const DatelinePlace *a = dateline_incident_get_site (to), *b = dateline_incident_get_site (from);

  g_array_append_vals (to->evidence, from->evidence->data, from->evidence->len);
  if (is_generic (to) && !is_generic (from))
    {
      to->type = from->type;
      to->type_provenance = from->type_provenance;
    }
  if (to->when.assumed && !from->when.assumed)
    to->when = from->when;
  if (b != NULL && (a == NULL || b->precision < a->precision))
    {
      GArray *places = to->places;

      to->places = from->places;
      from->places = places;
    }
  for (guint i = 0; i < from->places->len; i++)
    if (!has_place (to, &g_array_index (from->places, DatelinePlace, i)) &&
        g_array_index (from->places, DatelinePlace, i).precision <= DATELINE_WHERE_DISTRICT)
      move_element (to->places, from->places, i, sizeof (DatelinePlace));
  for (guint i = 0; i < from->actors->len; i++)
    if (!has_actor (to, &g_array_index (from->actors, DatelineActor, i)))
      move_element (to->actors, from->actors, i, sizeof (DatelineActor));
  for (guint i = 0; i < from->sources->len; i++)
    move_element (to->sources, from->sources, i, sizeof (DatelineSource));
  fuse_toll (&to->killed, &from->killed);
  fuse_toll (&to->injured, &from->injured);
  to->background = to->background && from->background;
  to->confidence = MIN (0.97, 1 - (1 - to->confidence) * (1 - from->confidence * 0.6));
  if (to->sources->len >= 2 && to->grade == DATELINE_GRADE_WEAK)
    to->grade = DATELINE_GRADE_FAIR;
}

/* --- grouping ------------------------------------------------------------ */

static int
compare_by_start (gconstpointer a, gconstpointer b)
{
  const DatelineIncident *x = *(const DatelineIncident *const *) a, *y = *(const DatelineIncident *const *) b;

  if (x->when.interval.start != y->when.interval.start)
    return x->when.interval.start < y->when.interval.start ? -1 : 1;
  return g_strcmp0 (x->id, y->id);
}

static void
group_free (Group *group)
{
  g_ptr_array_unref (group->members);
  g_free (group);
}

static double
score_group (const Group *group, const DatelineIncident *incident)
{
  double worst = 1;

  for (guint i = 0; i < group->members->len && i < MAX_MEMBERS; i++)
    worst = MIN (worst, dateline_merge_score (g_ptr_array_index (group->members, i), incident));
  return worst;
}

/**
 * dateline_merge_incidents:
 * @incidents: (element-type DatelineIncident): of any number of articles,
 *   each provenance naming its own; owned by the array
 *
 * Joins the reports of one event and leaves each event once, by start;
 * events without a date come first and are never joined. An incident is
 * compared with those that began at most a few days before it.
 */
void
dateline_merge_incidents (GPtrArray *incidents)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  guint                 first_open = 0;

  g_ptr_array_sort (incidents, compare_by_start);
  for (guint i = 0; i < incidents->len; i++)
    {
      DatelineIncident *incident = g_ptr_array_index (incidents, i);
      Group            *best = NULL;
      double            best_score = MERGE_SCORE;

      while (first_open < groups->len)
        {
          const Group            *group = g_ptr_array_index (groups, first_open);
          const DatelineIncident *head = g_ptr_array_index (group->members, 0);

          if (dateline_date_interval_is_set (head->when.interval) &&
              incident->when.interval.start - head->when.interval.start <= (MAX_GAP_DAYS + 1) * DATELINE_SECONDS_PER_DAY)
            break;
          first_open++;
        }
      for (guint j = first_open; j < groups->len; j++)
        {
          Group *group = g_ptr_array_index (groups, j);
          double score = score_group (group, incident);

          if (score >= best_score)
            {
              best_score = score;
              best = group;
            }
        }
      if (best == NULL)
        {
          best = g_new0 (Group, 1);
          best->members = g_ptr_array_new ();
          g_ptr_array_add (groups, best);
        }
      g_ptr_array_add (best->members, incident);
    }

  g_ptr_array_set_free_func (incidents, NULL);
  g_ptr_array_set_size (incidents, 0);
  g_ptr_array_set_free_func (incidents, (GDestroyNotify) dateline_incident_free);
  for (guint i = 0; i < groups->len; i++)
    {
      Group            *group = g_ptr_array_index (groups, i);
      DatelineIncident *head = g_ptr_array_index (group->members, 0);

      for (guint j = 1; j < group->members->len; j++)
        {
          fuse (head, g_ptr_array_index (group->members, j));
          dateline_incident_free (g_ptr_array_index (group->members, j));
        }
      if (group->members->len > 1)
        g_ptr_array_add (head->rules, g_strdup_printf ("merge.%u-reports", group->members->len));
      g_ptr_array_add (incidents, head);
    }
}
