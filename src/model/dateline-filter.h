/* dateline-filter.h: which incidents are of interest
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-incident-table.h"

G_BEGIN_DECLS

#define DATELINE_FILTER_MAX_COUNTRIES 32

/* A plain value; a row passes when it passes every part. Copy it with
 * dateline_filter_copy(), for @text is its own. */
typedef struct
{
  guint32  types;                                    /* 1 << DatelineIncidentType of those let through */
  guint8   where_precisions;                         /* 1 << DatelineWherePrecision */
  guint8   statuses;                                 /* 1 << status of the table: 0 unreviewed … 3 rejected */
  gboolean hide_background;                          /* incidents told in passing */
  guint    n_countries;                              /* 0 lets every country through */
  guint16  countries[DATELINE_FILTER_MAX_COUNTRIES]; /* as in the table */
  char    *text;                                     /* words of a place, actor, target, weapon or title, all of them; NULL for any */
} DatelineFilter;

DatelineFilter *dateline_filter_new (void); /* lets all through */
DatelineFilter *dateline_filter_copy (const DatelineFilter *self);
void            dateline_filter_free (DatelineFilter *self);
gboolean        dateline_filter_equal (const DatelineFilter *a, const DatelineFilter *b);
gboolean        dateline_filter_is_active (const DatelineFilter *self);
gboolean        dateline_filter_add_country (DatelineFilter *self, const char *country);
void            dateline_filter_apply (const DatelineFilter *self, DatelineIncidentTable *table, const guint8 *matches, guint8 *of_any_type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineFilter, dateline_filter_free)

G_END_DECLS
