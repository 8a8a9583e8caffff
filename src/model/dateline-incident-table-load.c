/* dateline-incident-table-load.c: the incident table out of the project file
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
load_summary (const DatelineIncidentSummary *summary, gpointer user_data)
{
  Loading               *loading = user_data;
  DatelineIncidentTable *table = loading->table;
  guint                  row = loading->n_rows;

  /* Another window may have added some since they were counted. */
  if (row == table->n_rows)
    return;

  loading->n_rows++;
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
load_further_site (const DatelineFurtherSite *site, gpointer user_data)
{
  Loading *loading = user_data;

  g_array_append_val (loading->further, *site);
}

/* Rows are by id until they are sorted, and so are the sites. */
static void
add_further_sites (DatelineIncidentTable *table, GArray *sites)
{
  guint n = 0;
  guint row = 0;

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
