/* dateline-picture-legend.h: what the signs in a picture mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pangocairo.h>

#include "dateline-legend-painter.h"

G_BEGIN_DECLS

/* What there is to explain. */
typedef struct
{
  guint32 types; /* a bit a type */
  guint32 signs; /* a bit a DatelineLegendSign */
} DatelinePictureLegend;

typedef struct
{
  double width;
  double height;
} DatelinePictureSize;

typedef struct
{
  double red;
  double green;
  double blue;
} DatelinePictureInk;

DatelinePictureSize dateline_picture_legend_measure (DatelinePictureLegend self, PangoContext *context, double max_width_px);
void                dateline_picture_legend_draw (DatelinePictureLegend self, PangoContext *context, cairo_t *cr, double width_px, DatelinePictureInk ink, gboolean dark);

G_END_DECLS
