/* dateline-map-painter.h: the map with its names and incidents, without a widget
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-label-painter.h"
#include "dateline-mark-scene.h"

G_BEGIN_DECLS

typedef struct _DatelineMapPainter DatelineMapPainter;

DatelineMapPainter *dateline_map_painter_new (DatelineBasemap *basemap, const DatelineIncidentTable *table, PangoContext *context, DatelineBasemapStyle style, DatelineLabelLanguage language, DatelineSizeBy size_by);
void                dateline_map_painter_free (DatelineMapPainter *self);
void                dateline_map_painter_set_window (DatelineMapPainter *self, DatelineDateInterval window, gboolean fades);
void                dateline_map_painter_set_view (DatelineMapPainter *self, DatelineMapView view);
void                dateline_map_painter_set_reserved (DatelineMapPainter *self, DatelineLabelBox box);
void                dateline_map_painter_keep_ground (DatelineMapPainter *self);
void                dateline_map_painter_draw (DatelineMapPainter *self, cairo_t *cr);
gboolean            dateline_map_painter_find_row (DatelineMapPainter *self, guint row, DatelinePlacement *placement, double *x, double *y);
gboolean            dateline_map_painter_has_clusters (DatelineMapPainter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineMapPainter, dateline_map_painter_free)

G_END_DECLS
