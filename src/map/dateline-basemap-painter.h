/* dateline-basemap-painter.h: draws the basemap, by tiles or in one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "dateline-basemap-style.h"
#include "dateline-basemap.h"
#include "dateline-map-view.h"

G_BEGIN_DECLS

/* The square of the world that one tile shows. */
typedef struct
{
  guint x;
  guint y;
  int   zoom;
  int   size_px; /* before scaling */
} DatelineTilePlace;

void dateline_basemap_paint_tile (const DatelineBasemap *basemap, DatelineBasemapStyle style, DatelineTilePlace place, cairo_t *cr);
void dateline_basemap_paint_view (const DatelineBasemap *basemap, DatelineBasemapStyle style, const DatelineMapView *view, cairo_t *cr);

G_END_DECLS
