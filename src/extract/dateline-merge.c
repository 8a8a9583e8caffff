/* dateline-merge.c: reports of one event in several articles become one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reports are taken by start. Each joins the group that it is most like,
 * and only when it is like every report there already (complete link), so
 * that a chain of small steps cannot drift from one town or day to the
 * next. Groups are found by place: no report is held against one far away.
 */

#define G_LOG_DOMAIN "dateline-extract"

#include "config.h"

#include "dateline-merge-private.h"

#include <math.h>
#include <string.h>

/* Fitted on the dev articles: above it, two reports are one event. */
#define MERGE_SCORE 0.70

/* Reports of one event that are compared with a new one. */
#define MAX_MEMBERS 12

/* The groups with a site in one part of the world, by start. */
typedef struct
{
  GArray *groups; /* guint */
  guint   first_open;
} Bucket;

/* What a bucket's key speaks of. A precise site is near another when
 * their cells, a degree wide, touch; a broad one takes in what lies in
 * its province, or its country. */
typedef enum
{
  KEY_CELL,           /* fine sites in the cell */
  KEY_PROVINCE,       /* all sites in the province */
  KEY_BROAD_PROVINCE, /* the province as such */
  KEY_COUNTRY,        /* all sites in the country */
  KEY_BROAD_COUNTRY   /* sites of the country without a province */
} KeyKind;

typedef struct
{
  GPtrArray              *incidents;
  GPtrArray              *groups;     /* DatelineMergeGroup */
  DatelineMergeAgreement *agreements; /* one a group */
  GHashTable             *buckets;    /* guint64 → Bucket */
  guint                  *seen_by;    /* for each group, the report that met it last, + 1 */
} Grouping;

typedef struct
{
  guint                  group;
  double                 score;
  DatelineMergeAgreement agreement;
} Match;

static void
group_free (gpointer data)
{
  DatelineMergeGroup *group = data;

  g_array_unref (group->members);
  g_free (group->reason);
  g_free (group);
}

static void
bucket_free (gpointer data)
{
  Bucket *bucket = data;

  g_array_unref (bucket->groups);
  g_free (bucket);
}

static guint64
make_key (KeyKind kind, guint32 value)
{
  return (guint64) kind << 32 | value;
}

static guint64
make_cell_key (int lat, int lon)
{
  return make_key (KEY_CELL, (guint32) (lat + 90) << 16 | (guint32) ((lon + 540) % 360));
}

static guint64
make_country_key (KeyKind kind, const DatelinePlace *place)
{
  return make_key (kind, g_str_hash (place->country));
}

/* Two provinces with one key cost time, and are told apart all the same. */
static guint64
make_province_key (KeyKind kind, const DatelinePlace *place)
{
  return make_key (kind, g_str_hash (place->country) * 31 + g_str_hash (place->adm1));
}

static void
add_to_bucket (Grouping *self, guint64 key, guint group)
{
  Bucket *bucket = g_hash_table_lookup (self->buckets, &key);

  if (bucket == NULL)
    {
      bucket = g_new0 (Bucket, 1);
      bucket->groups = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->buckets, g_memdup2 (&key, sizeof key), bucket);
    }
  if (bucket->groups->len == 0 || g_array_index (bucket->groups, guint, bucket->groups->len - 1) != group)
    g_array_append_val (bucket->groups, group);
}

/* Enters @group wherever a report with the same site would look. */
static void
add_site (Grouping *self, const DatelinePlace *place, guint group)
{
  gboolean fine = dateline_merge_is_fine (place);

  if (fine)
    add_to_bucket (self, make_cell_key ((int) floor (place->point.lat), (int) floor (place->point.lon)), group);
  if (place->adm1 != NULL)
    add_to_bucket (self, make_province_key (KEY_PROVINCE, place), group);
  if (place->adm1 != NULL && !fine)
    add_to_bucket (self, make_province_key (KEY_BROAD_PROVINCE, place), group);
  if (place->adm1 == NULL && !fine)
    add_to_bucket (self, make_country_key (KEY_BROAD_COUNTRY, place), group);
  add_to_bucket (self, make_country_key (KEY_COUNTRY, place), group);
}

static const DatelineIncident *
get_member (const Grouping *self, const DatelineMergeGroup *group, guint i)
{
  return g_ptr_array_index (self->incidents, g_array_index (group->members, guint, i));
}

/* The likeness to the member least alike. */
static double
score_group (const Grouping *self, guint index, const DatelineIncident *incident, DatelineMergeAgreement *agreement)
{
  const DatelineMergeGroup *group = g_ptr_array_index (self->groups, index);
  double                    worst = 1;

  *agreement = self->agreements[index];
  for (guint i = 0; i < group->members->len && i < MAX_MEMBERS && worst >= MERGE_SCORE; i++)
    {
      DatelineMergeAgreement each;

      worst = MIN (worst, dateline_merge_compare (get_member (self, group, i), incident, &each));
      dateline_merge_agreement_narrow (agreement, each);
    }
  return worst;
}

static gboolean
is_open (const Grouping *self, guint index, const DatelineIncident *incident)
{
  const DatelineIncident *head = get_member (self, g_ptr_array_index (self->groups, index), 0);

  return incident->when.interval.start - head->when.interval.start <= (DATELINE_MERGE_MAX_GAP_DAYS + 1) * DATELINE_SECONDS_PER_DAY;
}

static void
look_in_bucket (Grouping *self, guint64 key, guint report, Match *best)
{
  const DatelineIncident *incident = g_ptr_array_index (self->incidents, report);
  Bucket                 *bucket = g_hash_table_lookup (self->buckets, &key);

  if (bucket == NULL)
    return;
  while (bucket->first_open < bucket->groups->len &&
         !is_open (self, g_array_index (bucket->groups, guint, bucket->first_open), incident))
    bucket->first_open++;

  for (guint i = bucket->first_open; i < bucket->groups->len; i++)
    {
      guint                  group = g_array_index (bucket->groups, guint, i);
      DatelineMergeAgreement agreement;
      double                 score;

      if (self->seen_by[group] == report + 1)
        continue;
      self->seen_by[group] = report + 1;
      score = score_group (self, group, incident, &agreement);
      /* Of two as like, the one that began first, in whatever order the
       * buckets are looked through. */
      if (score >= MERGE_SCORE && (score > best->score || (score == best->score && group < best->group)))
        *best = (Match){ group, score, agreement };
    }
}

static void
look_around (Grouping *self, const DatelinePlace *place, guint report, Match *best)
{
  int lat, lon;

  if (!dateline_merge_is_fine (place))
    {
      if (place->adm1 == NULL)
        {
          look_in_bucket (self, make_country_key (KEY_COUNTRY, place), report, best);
          return;
        }
      look_in_bucket (self, make_province_key (KEY_PROVINCE, place), report, best);
      look_in_bucket (self, make_country_key (KEY_BROAD_COUNTRY, place), report, best);
      return;
    }

  lat = (int) floor (place->point.lat);
  lon = (int) floor (place->point.lon);
  for (int dy = -1; dy <= 1; dy++)
    for (int dx = -1; dx <= 1; dx++)
      look_in_bucket (self, make_cell_key (lat + dy, lon + dx), report, best);
  if (place->adm1 != NULL)
    look_in_bucket (self, make_province_key (KEY_BROAD_PROVINCE, place), report, best);
  look_in_bucket (self, make_country_key (KEY_BROAD_COUNTRY, place), report, best);
}

/* A report that is like no other, so far. */
static guint
add_group (Grouping *self)
{
  DatelineMergeGroup *group = g_new0 (DatelineMergeGroup, 1);
  guint               index = self->groups->len;

  group->members = g_array_new (FALSE, FALSE, sizeof (guint));
  group->score = 1;
  g_ptr_array_add (self->groups, group);
  memset (&self->agreements[index], G_MAXUINT8, sizeof self->agreements[index]);
  return index;
}

static void
place_report (Grouping *self, guint report)
{
  const DatelineIncident *incident = g_ptr_array_index (self->incidents, report);
  Match                   best = { G_MAXUINT, 0, { 0 } };
  DatelineMergeGroup     *group;

  for (guint i = 0; i < incident->places->len; i++)
    if (g_array_index (incident->places, DatelinePlace, i).role == DATELINE_PLACE_SITE)
      look_around (self, &g_array_index (incident->places, DatelinePlace, i), report, &best);

  if (best.group == G_MAXUINT)
    {
      best.group = add_group (self);
      for (guint i = 0; i < incident->places->len; i++)
        if (g_array_index (incident->places, DatelinePlace, i).role == DATELINE_PLACE_SITE)
          add_site (self, &g_array_index (incident->places, DatelinePlace, i), best.group);
    }
  else
    self->agreements[best.group] = best.agreement;

  group = g_ptr_array_index (self->groups, best.group);
  g_array_append_val (group->members, report);
  group->score = group->members->len > 1 ? MIN (group->score, best.score) : 1;
}

/* What order the reports were read in makes no difference, unless they
 * have one name. */
static int
compare_by_start (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const GPtrArray        *incidents = user_data;
  guint                   i = *(const guint *) a, j = *(const guint *) b;
  const DatelineIncident *x = g_ptr_array_index (incidents, i), *y = g_ptr_array_index (incidents, j);
  int                     names;

  if (x->when.interval.start != y->when.interval.start)
    return x->when.interval.start < y->when.interval.start ? -1 : 1;
  names = g_strcmp0 (x->id, y->id);
  return names != 0 ? names : i < j ? -1
                                    : i > j;
}

static GArray *
sort_by_start (GPtrArray *incidents)
{
  GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (guint), incidents->len);

  for (guint i = 0; i < incidents->len; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_by_start, incidents);
  return order;
}

/* Frees the reports that stand alone, and says of the others why. */
static GPtrArray *
take_merged (GPtrArray *groups, const DatelineMergeAgreement *agreements)
{
  GPtrArray *merged = g_ptr_array_new_with_free_func (group_free);

  for (guint i = 0; i < groups->len; i++)
    {
      DatelineMergeGroup *group = g_ptr_array_index (groups, i);

      if (group->members->len < 2)
        {
          group_free (group);
          continue;
        }
      group->reason = dateline_merge_agreement_to_reason (agreements[i]);
      g_ptr_array_add (merged, group);
    }
  return merged;
}

/**
 * dateline_merge_find_groups:
 * @incidents: (element-type DatelineIncident): reports of any number of
 *   articles, each provenance naming its own
 *
 * Finds the reports that tell one event. Those without a date or without
 * a site are never joined, nor are two of one article. The same reports
 * give the same groups, in whatever order they come.
 *
 * Returns: (transfer full) (element-type DatelineMergeGroup): the groups
 *   of two and more, by start
 */
GPtrArray *
dateline_merge_find_groups (GPtrArray *incidents)
{
  g_autoptr (GArray)                 order = sort_by_start (incidents);
  g_autoptr (GPtrArray)              groups = g_ptr_array_new ();
  g_autoptr (GHashTable)             buckets = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, bucket_free);
  g_autofree DatelineMergeAgreement *agreements = g_new (DatelineMergeAgreement, incidents->len);
  g_autofree guint                  *seen_by = g_new0 (guint, incidents->len);
  Grouping                           grouping = { incidents, groups, agreements, buckets, seen_by };

  for (guint i = 0; i < order->len; i++)
    {
      guint                   report = g_array_index (order, guint, i);
      const DatelineIncident *incident = g_ptr_array_index (incidents, report);

      if (dateline_date_interval_is_set (incident->when.interval))
        place_report (&grouping, report);
    }
  return take_merged (groups, agreements);
}

static int
compare_incidents (gconstpointer a, gconstpointer b)
{
  const DatelineIncident *x = *(const DatelineIncident *const *) a, *y = *(const DatelineIncident *const *) b;

  if (x->when.interval.start != y->when.interval.start)
    return x->when.interval.start < y->when.interval.start ? -1 : 1;
  return g_strcmp0 (x->id, y->id);
}

/**
 * dateline_merge_sort:
 * @incidents: (element-type DatelineIncident): in any order
 *
 * Puts them in the order of dateline_merge_incidents(): by start, then by
 * id; what has neither apart stays as it is.
 */
void
dateline_merge_sort (GPtrArray *incidents)
{
  g_ptr_array_sort (incidents, compare_incidents);
}

/**
 * dateline_merge_incidents:
 * @incidents: (element-type DatelineIncident): of any number of articles,
 *   each provenance naming its own; owned by the array
 * @copies: (nullable): which of the articles are copies
 *
 * Joins the reports of one event and leaves each event once, by start;
 * events without a date come first.
 */
void
dateline_merge_incidents (GPtrArray *incidents, const DatelineCopies *copies)
{
  g_autoptr (GPtrArray) groups = dateline_merge_find_groups (incidents);
  g_autoptr (GPtrArray) wholes = g_ptr_array_new ();
  guint                 n_kept = 0;

  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_add (wholes, dateline_merge_fuse (incidents, g_ptr_array_index (groups, i), copies));
  for (guint i = 0; i < groups->len; i++)
    {
      const DatelineMergeGroup *group = g_ptr_array_index (groups, i);

      for (guint j = 0; j < group->members->len; j++)
        g_clear_pointer (&incidents->pdata[g_array_index (group->members, guint, j)], dateline_incident_free);
    }

  for (guint i = 0; i < incidents->len; i++)
    if (incidents->pdata[i] != NULL)
      incidents->pdata[n_kept++] = incidents->pdata[i];
  for (guint i = n_kept; i < incidents->len; i++)
    incidents->pdata[i] = NULL;
  g_ptr_array_set_size (incidents, (int) n_kept);
  g_ptr_array_extend (incidents, wholes, NULL, NULL);
  dateline_merge_sort (incidents);
}
