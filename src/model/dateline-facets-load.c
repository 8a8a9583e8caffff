/* dateline-facets-load.c: the facets out of the project file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-model"

#include "config.h"

#include "dateline-facets-load.h"

typedef struct
{
  DatelineFacets              *facets;
  const DatelineIncidentTable *table;
  DatelineFacet                facet;
} Loading;

static void
load_value (gint64 incident, const char *value, gpointer user_data)
{
  Loading *loading = user_data;
  guint    row = dateline_incident_table_find (loading->table, incident);

  /* What another window changed meanwhile comes with the next table. */
  if (row != G_MAXUINT && value != NULL && *value != '\0')
    dateline_facets_add (loading->facets, loading->facet, row, value);
}

/* What the table itself knows. */
static void
add_columns (DatelineFacets *facets, const DatelineIncidentTable *table)
{
  static const char *const digits[] = { "0", "1", "2", "3", "4", "5", "6", "7" };

  for (guint row = 0; row < table->n_rows; row++)
    {
      dateline_facets_add (facets, DATELINE_FACET_TYPE, row, dateline_incident_type_get_id (table->type[row]));
      dateline_facets_add (facets, DATELINE_FACET_STATUS, row, digits[table->status[row] & 7]);
      dateline_facets_add (facets, DATELINE_FACET_PRECISION, row, digits[table->where_precision[row] & 7]);
    }
}

/**
 * dateline_facets_load:
 * @store: the project
 * @table: its incidents
 *
 * What cannot be read is left out, with a warning: a filter that knows
 * less is better than none.
 *
 * Returns: (transfer full): the values of the table's rows
 */
DatelineFacets *
dateline_facets_load (DatelineStore *store, const DatelineIncidentTable *table)
{
  static const struct
  {
    DatelineFacet     facet;
    DatelineValueKind kind;
  } kinds[] = {
    { DATELINE_FACET_COUNTRY, DATELINE_VALUE_COUNTRY },
    { DATELINE_FACET_GOVERNORATE, DATELINE_VALUE_GOVERNORATE },
    { DATELINE_FACET_ACTOR, DATELINE_VALUE_ACTOR },
    { DATELINE_FACET_WEAPON, DATELINE_VALUE_WEAPON },
    { DATELINE_FACET_PUBLISHER, DATELINE_VALUE_PUBLISHER },
    { DATELINE_FACET_GRADE, DATELINE_VALUE_GRADE },
    { DATELINE_FACET_TAG, DATELINE_VALUE_TAG },
  };
  DatelineFacets *facets = dateline_facets_new (table->n_rows);
  Loading         loading = { facets, table };

  add_columns (facets, table);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GError) error = NULL;

      loading.facet = kinds[i].facet;
      if (!dateline_store_foreach_value (store, kinds[i].kind, load_value, &loading, &error))
        g_warning ("%s", error->message);
    }
  dateline_facets_finish (facets);

  return facets;
}
