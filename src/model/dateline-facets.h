/* dateline-facets.h: the values by which incidents are told apart and counted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A facet is one question put to every incident: which kind, which country,
 * which actors. An incident has any number of values in each. Values are
 * the strings of the store; people read dateline_facet_value_to_words().
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DATELINE_FACET_TYPE,        /* id of the type */
  DATELINE_FACET_COUNTRY,     /* ISO 3166-1 alpha-2, of any site */
  DATELINE_FACET_GOVERNORATE, /* of any site */
  DATELINE_FACET_ACTOR,
  DATELINE_FACET_WEAPON,
  DATELINE_FACET_PUBLISHER, /* of any report */
  DATELINE_FACET_STATUS,    /* "0" unreviewed … "3" rejected */
  DATELINE_FACET_GRADE,     /* id of the grade */
  DATELINE_FACET_PRECISION, /* "0" … "7", DatelineWherePrecision of the first site */
  DATELINE_FACET_TAG,
  DATELINE_N_FACETS
} DatelineFacet;

typedef struct _DatelineFacets DatelineFacets;

DatelineFacets *dateline_facets_new (guint n_rows);
void            dateline_facets_free (DatelineFacets *self);
void            dateline_facets_add (DatelineFacets *self, DatelineFacet facet, guint row, const char *value);
void            dateline_facets_finish (DatelineFacets *self);

guint          dateline_facets_get_n_values (const DatelineFacets *self, DatelineFacet facet);
const char    *dateline_facets_get_value (const DatelineFacets *self, DatelineFacet facet, guint value);
guint          dateline_facets_find_value (const DatelineFacets *self, DatelineFacet facet, const char *value); /* G_MAXUINT when absent */
const guint32 *dateline_facets_get_row (const DatelineFacets *self, DatelineFacet facet, guint row, guint *n_values);

const char *dateline_facet_get_id (DatelineFacet facet);
gboolean    dateline_facet_parse (const char *id, DatelineFacet *facet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineFacets, dateline_facets_free)

G_END_DECLS
