/* dateline-filter.h: which incidents are of interest
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-facets.h"
#include "dateline-incident-table.h"

G_BEGIN_DECLS

/* A plain value; a row passes when it passes every part. Copy it with
 * dateline_filter_copy(). */
typedef struct
{
  GHashTable *wanted[DATELINE_N_FACETS]; /* set of values, one of which a row must have; NULL lets all through */
  gboolean    hide_background;           /* incidents told in passing */
  int         min_killed;                /* 0 for any, unknown ones too */
  int         min_confidence;            /* percent */
  char       *text;                      /* words of a place, actor, target, weapon or title, all of them; NULL for any */
} DatelineFilter;

/* Why a row does not pass: 1 + the facet when that one alone holds it
 * back, so that it can be counted as what ticking its value would show. */
#define DATELINE_HELD_BACK_NOT 0
#define DATELINE_HELD_BACK_OTHERWISE G_MAXUINT8

DatelineFilter *dateline_filter_new (void); /* lets all through */
DatelineFilter *dateline_filter_copy (const DatelineFilter *self);
void            dateline_filter_free (DatelineFilter *self);
gboolean        dateline_filter_equal (const DatelineFilter *a, const DatelineFilter *b);
gboolean        dateline_filter_is_active (const DatelineFilter *self);
void            dateline_filter_set_wanted (DatelineFilter *self, DatelineFacet facet, const char *value, gboolean wanted);
gboolean        dateline_filter_is_wanted (const DatelineFilter *self, DatelineFacet facet, const char *value);
gboolean        dateline_filter_needs_facets (const DatelineFilter *self);
void            dateline_filter_apply (const DatelineFilter *self, DatelineIncidentTable *table, const DatelineFacets *facets, const guint8 *matches, guint8 *held_back);

char           *dateline_filter_to_string (const DatelineFilter *self);
DatelineFilter *dateline_filter_parse (const char *string, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineFilter, dateline_filter_free)

G_END_DECLS
