/* dateline-incident-table.h: every incident of a project as plain columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the map, the timeline and the list run over: one allocation a
 * column, sorted by start, then by id; incidents without a date last. It
 * is rebuilt whole by the session and never changed in place, except for
 * @passes, which the filter writes.
 */

#pragma once

#include "dateline-incident.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_rows;
  guint n_dated; /* rows before this one have a date */

  gint64  *id;
  gint64  *start; /* seconds, UTC; G_MAXINT64 without a date */
  gint64  *end;   /* exclusive, after start; G_MAXINT64 without a date */
  guint32 *x;     /* Web Mercator, 0 at 180° W … G_MAXUINT32 at 180° E */
  guint32 *y;     /* 0 at 85.05° N … G_MAXUINT32 at 85.05° S */
  float   *lat;   /* NAN without a place */
  float   *lon;
  float   *radius_km;
  guint8  *type;            /* DatelineIncidentType */
  guint8  *where_precision; /* DatelineWherePrecision */
  guint8  *date_precision;  /* DatelineDatePrecision */
  guint8  *status;          /* 0 unreviewed, 1 accepted, 2 corrected, 3 rejected */
  guint8  *background;
  guint8  *confidence; /* percent */
  guint16 *n_reports;
  gint32  *killed;  /* best, −1 unknown */
  guint16 *country; /* two letters, first << 8 | second; 0 none */
  guint8  *passes;  /* 1 when the filter lets the row through */

  guint32 *by_id; /* rows in the order of their ids; written by sort() */

  /* Sites beyond an incident's first, one an entry, sorted by row: the
   * same event at another place. Never counted as incidents. */
  guint    n_further;
  guint32 *further_row;
  guint32 *further_x;
  guint32 *further_y;
  float   *further_lat;
  float   *further_lon;
  float   *further_radius_km;
  guint8  *further_where_precision;
} DatelineIncidentTable;

DatelineIncidentTable *dateline_incident_table_new (guint n_rows);
DatelineIncidentTable *dateline_incident_table_copy (const DatelineIncidentTable *self, const guint8 *left_out, guint n_more, guint n_more_further);
void                   dateline_incident_table_free (DatelineIncidentTable *self);
void                   dateline_incident_table_set_point (DatelineIncidentTable *self, guint row, DatelinePoint point);
void                   dateline_incident_table_set_n_further (DatelineIncidentTable *self, guint n_further);
void                   dateline_incident_table_set_further (DatelineIncidentTable *self, guint further, guint row, DatelinePoint point, DatelineWherePrecision precision, double radius_km);
void                   dateline_incident_table_sort (DatelineIncidentTable *self);
guint                  dateline_incident_table_find (const DatelineIncidentTable *self, gint64 id); /* G_MAXUINT when absent */
gboolean               dateline_incident_table_row_in_window (const DatelineIncidentTable *self, guint row, DatelineDateInterval window);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineIncidentTable, dateline_incident_table_free)

G_END_DECLS
