/* dateline-incident-table-load.c: the incident table out of the project file, or without one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-incident-table-load.h"

/* A table being filled. */
typedef struct
{
  DatelineIncidentTable *table;
  guint                  n_rows;
  GArray                *further; /* DatelineFurtherSite */
} Loading;

static void
fill_row (DatelineIncidentTable *table, guint row, const DatelineIncidentSummary *summary)
{
  table->id[row] = summary->id;
  if (dateline_date_interval_is_set (summary->interval))
    {
      table->start[row] = summary->interval.start;
      table->end[row] = MAX (summary->interval.end, summary->interval.start + 1);
    }
  dateline_incident_table_set_point (table, row, summary->point);
  table->radius_km[row] = (float) summary->radius_km;
  table->type[row] = (guint8) summary->type;
  table->where_precision[row] = (guint8) summary->where_precision;
  table->date_precision[row] = (guint8) summary->date_precision;
  table->status[row] = (guint8) summary->status;
  table->background[row] = summary->background != FALSE;
  table->confidence[row] = (guint8) CLAMP (summary->confidence * 100.0 + 0.5, 0.0, 100.0);
  table->n_reports[row] = (guint16) MIN (summary->n_reports, G_MAXUINT16);
  table->killed[row] = summary->killed;
  table->country[row] = (guint16) ((guchar) summary->country[0] << 8 | (guchar) summary->country[1]);
}

static void
load_summary (const DatelineIncidentSummary *summary, gpointer user_data)
{
  Loading *loading = user_data;

  /* Another window may have added some since they were counted. */
  if (loading->n_rows < loading->table->n_rows)
    fill_row (loading->table, loading->n_rows++, summary);
}

static void
load_further_site (const DatelineFurtherSite *site, gpointer user_data)
{
  Loading *loading = user_data;

  g_array_append_val (loading->further, *site);
}

static int
compare_sites (gconstpointer a, gconstpointer b)
{
  const DatelineFurtherSite *x = a, *y = b;

  return x->incident < y->incident ? -1 : x->incident > y->incident;
}

/* Rows are by id until they are sorted; the sites come to be. */
static void
add_further_sites (DatelineIncidentTable *table, GArray *sites)
{
  guint n = 0;
  guint row = 0;

  g_array_sort (sites, compare_sites);
  dateline_incident_table_set_n_further (table, sites->len);
  for (guint i = 0; i < sites->len; i++)
    {
      const DatelineFurtherSite *site = &g_array_index (sites, DatelineFurtherSite, i);

      while (row < table->n_rows && table->id[row] < site->incident)
        row++;
      if (row == table->n_rows || table->id[row] != site->incident)
        continue;
      dateline_incident_table_set_further (table, n++, row, site->point, site->where_precision, site->radius_km);
    }
  table->n_further = n;
}

/**
 * dateline_incident_table_load:
 * @store: the project
 * @counts: (out): what is in it; untouched on failure
 * @error: return location for a #GError
 *
 * Errors: those of reading a store
 *
 * Returns: (transfer full) (nullable): every incident of @store, sorted
 */
DatelineIncidentTable *
dateline_incident_table_load (DatelineStore *store, DatelineStoreCounts *counts, GError **error)
{
  g_autoptr (DatelineIncidentTable) table = NULL;
  g_autoptr (GArray)                further = g_array_new (FALSE, FALSE, sizeof (DatelineFurtherSite));
  DatelineStoreCounts               now;
  Loading                           loading = { .further = further };

  if (!dateline_store_get_counts (store, &now, error))
    return NULL;

  table = loading.table = dateline_incident_table_new (now.n_incidents);
  if (!dateline_store_foreach_summary (store, load_summary, &loading, error) ||
      !dateline_store_foreach_further_site (store, load_further_site, &loading, error))
    return NULL;

  table->n_rows = loading.n_rows;
  add_further_sites (table, further);
  dateline_incident_table_sort (table);
  *counts = now;

  return g_steal_pointer (&table);
}

/* The rows of incidents that changed, as they are now. */
typedef struct
{
  GArray *summaries; /* DatelineIncidentSummary */
  GArray *further;   /* DatelineFurtherSite */
} Changes;

static void
add_further_of (GArray *further, gint64 id, const DatelineIncident *incident)
{
  for (guint i = 0; i < incident->places->len; i++)
    {
      const DatelinePlace *place = &g_array_index (incident->places, DatelinePlace, i);
      DatelineFurtherSite  site = { id, place->point, place->precision, place->radius_km };

      if (place->role == DATELINE_PLACE_SITE && place != dateline_incident_get_site (incident))
        g_array_append_val (further, site);
    }
}

static gboolean
load_changes (DatelineStore *store, const GArray *changed, Changes *changes, GError **error)
{
  for (guint i = 0; i < changed->len; i++)
    {
      gint64                       id = g_array_index (changed, gint64, i);
      g_autoptr (DatelineIncident) incident = NULL;
      DatelineIncidentSummary      summary;
      gboolean                     listed;

      if (!dateline_store_load_summary (store, id, &summary, &listed, error))
        return FALSE;
      if (!listed)
        continue;
      incident = dateline_store_load_incident (store, id, error);
      if (incident == NULL)
        return FALSE;
      g_array_append_val (changes->summaries, summary);
      add_further_of (changes->further, id, incident);
    }
  return TRUE;
}

static void
add_changes (DatelineIncidentTable *table, const Changes *changes)
{
  guint first_row = table->n_rows - changes->summaries->len;
  guint first_further = table->n_further - changes->further->len;
  guint row = 0;

  for (guint i = 0; i < changes->summaries->len; i++)
    fill_row (table, first_row + i, &g_array_index (changes->summaries, DatelineIncidentSummary, i));
  for (guint i = 0; i < changes->further->len; i++)
    {
      const DatelineFurtherSite *site = &g_array_index (changes->further, DatelineFurtherSite, i);

      while (table->id[first_row + row] != site->incident)
        row++;
      dateline_incident_table_set_further (table, first_further + i, first_row + row, site->point, site->where_precision, site->radius_km);
    }
}

/**
 * dateline_incident_table_load_changed:
 * @store: the project
 * @table: what it was
 * @changed: (element-type gint64): rows of the store that may differ, each
 *   once; some perhaps no more, others new
 * @counts: (inout): what was in the project, and is now; untouched on
 *   failure
 * @error: return location for a #GError
 *
 * No article may have come. Errors: those of reading a store
 *
 * Returns: (transfer full) (nullable): every incident of @store, sorted
 */
DatelineIncidentTable *
dateline_incident_table_load_changed (DatelineStore               *store,
                                      const DatelineIncidentTable *table,
                                      const GArray                *changed,
                                      DatelineStoreCounts         *counts,
                                      GError                     **error)
{
  g_autofree guint8     *left_out = g_new0 (guint8, table->n_rows);
  g_autoptr (GArray)     summaries = g_array_new (FALSE, FALSE, sizeof (DatelineIncidentSummary));
  g_autoptr (GArray)     further = g_array_new (FALSE, FALSE, sizeof (DatelineFurtherSite));
  Changes                changes = { summaries, further };
  DatelineIncidentTable *copy;

  if (!load_changes (store, changed, &changes, error))
    return NULL;
  for (guint i = 0; i < changed->len; i++)
    {
      guint row = dateline_incident_table_find (table, g_array_index (changed, gint64, i));

      if (row != G_MAXUINT)
        left_out[row] = TRUE;
    }
  copy = dateline_incident_table_copy (table, left_out, summaries->len, further->len);
  add_changes (copy, &changes);
  dateline_incident_table_sort (copy);
  counts->n_reports = 0;
  for (guint row = 0; row < copy->n_rows; row++)
    counts->n_reports += copy->n_reports[row];
  counts->n_incidents = copy->n_rows;

  return copy;
}

/* One article tells of an incident in one report, however many of its
 * words are quoted. */
static guint
count_reports (const DatelineIncident *incident)
{
  g_autoptr (GHashTable) articles = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < incident->evidence->len; i++)
    g_hash_table_add (articles, &g_array_index (incident->evidence, DatelineProvenance, i).article);
  return MAX (g_hash_table_size (articles), 1);
}

static DatelineIncidentSummary
summarize (gint64 id, const DatelineIncident *incident)
{
  const DatelinePlace    *site = dateline_incident_get_site (incident);
  DatelineIncidentSummary summary = {
    .id = id,
    .type = incident->type,
    .interval = incident->when.interval,
    .date_precision = incident->when.precision,
    .point = site != NULL ? site->point : dateline_point_none (),
    .where_precision = site != NULL ? site->precision : DATELINE_WHERE_UNKNOWN,
    .radius_km = site != NULL ? site->radius_km : 0.0,
    .background = incident->background,
    .n_reports = count_reports (incident),
    .killed = incident->killed.best,
    .grade = incident->grade,
    .confidence = incident->confidence,
  };

  g_strlcpy (summary.country, site != NULL ? site->country : "", sizeof summary.country);
  return summary;
}

/**
 * dateline_incident_table_new_for_incidents:
 * @incidents: (element-type DatelineIncident): of no project
 *
 * Returns: (transfer full): what dateline_incident_table_load() gives for
 *   a project of @incidents, whose ids are 1, 2, …
 */
DatelineIncidentTable *
dateline_incident_table_new_for_incidents (const GPtrArray *incidents)
{
  DatelineIncidentTable *table = dateline_incident_table_new (incidents->len);
  g_autoptr (GArray)     further = g_array_new (FALSE, FALSE, sizeof (DatelineFurtherSite));

  for (guint i = 0; i < incidents->len; i++)
    {
      const DatelineIncident *incident = g_ptr_array_index (incidents, i);
      DatelineIncidentSummary summary = summarize (i + 1, incident);

      fill_row (table, i, &summary);
      add_further_of (further, i + 1, incident);
    }
  add_further_sites (table, further);
  dateline_incident_table_sort (table);

  return table;
}
