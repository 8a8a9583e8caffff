/* dateline-incident-marks.h: what the incident layer shows, before it is drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-basemap.h"
#include "dateline-cluster.h"
#include "dateline-map-view.h"

G_BEGIN_DECLS

/* How an incident's place is drawn, by its precision. */
typedef enum
{
  DATELINE_PLACEMENT_NONE,        /* no place: not on the map */
  DATELINE_PLACEMENT_POINT,       /* a symbol, round it a circle where less than exact */
  DATELINE_PLACEMENT_GOVERNORATE, /* its area, tinted, and a badge */
  DATELINE_PLACEMENT_COUNTRY      /* a badge, never a pin */
} DatelinePlacement;

/* Symbols and clusters have rows of their own; an area's rows are those
 * of the governorate or country. */
typedef struct
{
  DatelinePlacement placement;
  guint             area; /* the basemap's governorate, or a country's two letters */
  DatelineCluster   cluster;
  double            anchor_x; /* world; where an area's badge stepped aside from */
  double            anchor_y;
} DatelineMark;

typedef struct _DatelineIncidentMarks DatelineIncidentMarks;

DatelineIncidentMarks *dateline_incident_marks_new (DatelineBasemap *basemap);
void                   dateline_incident_marks_free (DatelineIncidentMarks *self);
void                   dateline_incident_marks_set_table (DatelineIncidentMarks *self, const DatelineIncidentTable *table);
void                   dateline_incident_marks_set_window (DatelineIncidentMarks *self, DatelineDateInterval window);
GArray                *dateline_incident_marks_update (DatelineIncidentMarks *self, const DatelineMapView *view);
GArray                *dateline_incident_marks_find_rows (DatelineIncidentMarks *self, guint mark);
DatelinePlacement      dateline_incident_marks_get_placement (DatelineIncidentMarks *self, guint row, guint *area);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineIncidentMarks, dateline_incident_marks_free)

G_END_DECLS
