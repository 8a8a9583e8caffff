/* dateline-label-painter.h: which names are on the map, and how they are drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pangocairo.h>

#include "dateline-basemap-style.h"
#include "dateline-basemap.h"
#include "dateline-label-layout.h"
#include "dateline-map-choices.h"
#include "dateline-map-view.h"

G_BEGIN_DECLS

/* Between two names. */
#define DATELINE_LABEL_PADDING_PX 3.0f

/* Round a name's letters. */
#define DATELINE_LABEL_HALO_PX 3.0

typedef struct
{
  const DatelineBasemap *basemap; /* not owned */
  DatelineBasemapStyle   style;
  DatelineLabelLanguage  language;
} DatelineLabelPainter;

/* Tells the size of a label's text; @index is its number in the basemap. */
typedef void (*DatelineLabelSizeFunc) (const DatelineBasemapLabel *label, guint index, float *width, float *height, gpointer user_data);

PangoLayout *dateline_label_painter_create_layout (const DatelineLabelPainter *self, const DatelineBasemapLabel *label, int zoom, PangoContext *context);
void         dateline_label_painter_draw_text (const DatelineLabelPainter *self, const DatelineBasemapLabel *label, PangoLayout *layout, cairo_t *cr, double x_px, double y_px);
guint32      dateline_label_painter_get_dot (const DatelineLabelPainter *self, const DatelineBasemapLabel *label, double *radius_px);
void         dateline_label_painter_collect (const DatelineLabelPainter *self, const DatelineMapView *view, const GArray *marks, DatelineLabelSizeFunc measure, gpointer user_data, GArray *requests, GArray *indices);
gboolean     dateline_label_is_settlement (const DatelineBasemapLabel *label);

G_END_DECLS
