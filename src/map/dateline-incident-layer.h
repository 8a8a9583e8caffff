/* dateline-incident-layer.h: the incidents on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <shumate/shumate.h>

#include "dateline-basemap-style.h"
#include "dateline-basemap.h"
#include "dateline-mark-scene.h"
#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_INCIDENT_LAYER (dateline_incident_layer_get_type ())
G_DECLARE_FINAL_TYPE (DatelineIncidentLayer, dateline_incident_layer, DATELINE, INCIDENT_LAYER, ShumateLayer)

/* Signals:
 *   "zoom-to" (double south, double west, double north, double east)
 *       a cluster was clicked whose members lie apart, in degrees
 */
DatelineIncidentLayer *dateline_incident_layer_new (ShumateViewport *viewport, DatelineBasemap *basemap, DatelineSession *session);
void                   dateline_incident_layer_set_style (DatelineIncidentLayer *self, DatelineBasemapStyle style);
void                   dateline_incident_layer_set_size_by (DatelineIncidentLayer *self, DatelineSizeBy size_by);
gboolean               dateline_incident_layer_open_list (DatelineIncidentLayer *self);
gboolean               dateline_incident_layer_find_incident (DatelineIncidentLayer *self, gint64 incident, DatelinePoint *at);
GArray                *dateline_incident_layer_list_drawn (DatelineIncidentLayer *self);
const GArray          *dateline_incident_layer_get_mark_boxes (DatelineIncidentLayer *self);
gboolean               dateline_incident_layer_get_bounds (DatelineIncidentLayer *self, DatelinePoint *south_west, DatelinePoint *north_east);

G_END_DECLS
