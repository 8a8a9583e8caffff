/* dateline-map-view.h: between the world and a widget's pixels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-basemap-format.h"
#include "dateline-point.h"

G_BEGIN_DECLS

/* How far the map can be zoomed. */
#define DATELINE_BASEMAP_MIN_ZOOM 3
#define DATELINE_BASEMAP_MAX_ZOOM 18

/* North is up: the map does not turn. Positions in the world are Web
 * Mercator in 1/2³² of it, as doubles. */
typedef struct
{
  double zoom;
  double center_x;
  double center_y;
  double px_per_unit;
  double width_px;
  double height_px;
} DatelineMapView;

DatelineMapView dateline_map_view_new (double lat, double lon, double zoom, double width_px, double height_px);
DatelineMapView dateline_map_view_new_fitting (DatelinePoint south_west, DatelinePoint north_east, double width_px, double height_px);
double          dateline_map_view_get_scale (double zoom);
int             dateline_map_view_get_tile_zoom (const DatelineMapView *self);
void            dateline_map_view_to_px (const DatelineMapView *self, double x, double y, double *x_px, double *y_px);
void            dateline_map_view_to_world (const DatelineMapView *self, double x_px, double y_px, double *x, double *y);
void            dateline_map_view_to_degrees (double x, double y, double *lat, double *lon);
double          dateline_map_view_km_to_px (const DatelineMapView *self, double km, double lat);

G_END_DECLS
