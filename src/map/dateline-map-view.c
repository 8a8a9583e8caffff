/* dateline-map-view.c: between the world and a widget's pixels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-map-view.h"

#include <math.h>

#define WORLD_UNITS 4294967296.0
#define TILE_PX 256.0
#define MAX_LATITUDE 85.05112878

/* What is fitted into view stands at least this far from the edge. */
#define INSET_PX 56.0

/* Deepest that fitting goes. */
#define MAX_FIT_ZOOM 12.0

#define EQUATOR_KM 40075.016686 /* of the Web Mercator sphere, EPSG:3857 */

/**
 * dateline_map_view_get_scale:
 * @zoom: 0 shows the world in one tile of 256 pixels
 *
 * Returns: pixels for each unit of the world
 */
double
dateline_map_view_get_scale (double zoom)
{
  return TILE_PX * exp2 (zoom) / WORLD_UNITS;
}

/**
 * dateline_map_view_new:
 * @lat: of the centre, degrees
 * @lon: of the centre, degrees
 * @zoom: 0 shows the world in one tile of 256 pixels
 * @width_px: of the widget
 * @height_px: of the widget
 *
 * Returns: the view
 */
DatelineMapView
dateline_map_view_new (double lat, double lon, double zoom, double width_px, double height_px)
{
  double phi = CLAMP (lat, -MAX_LATITUDE, MAX_LATITUDE) * G_PI / 180.0;

  return (DatelineMapView){
    .zoom = zoom,
    .center_x = (lon + 180.0) / 360.0 * WORLD_UNITS,
    .center_y = (0.5 - log (tan (G_PI / 4.0 + phi / 2.0)) / (2.0 * G_PI)) * WORLD_UNITS,
    .px_per_unit = dateline_map_view_get_scale (zoom),
    .width_px = width_px,
    .height_px = height_px,
  };
}

/**
 * dateline_map_view_new_fitting:
 * @south_west: a corner
 * @north_east: its opposite
 * @width_px: of the widget
 * @height_px: of the widget
 *
 * At half zooms at the most: tiles are sharpest at whole ones.
 *
 * Returns: the nearest view of both corners
 */
DatelineMapView
dateline_map_view_new_fitting (DatelinePoint south_west, DatelinePoint north_east, double width_px, double height_px)
{
  DatelineMapView a = dateline_map_view_new (south_west.lat, south_west.lon, 0.0, 0.0, 0.0);
  DatelineMapView b = dateline_map_view_new (north_east.lat, north_east.lon, 0.0, 0.0, 0.0);
  double          inner_width_px = MAX (width_px - 2.0 * INSET_PX, 64.0);
  double          inner_height_px = MAX (height_px - 2.0 * INSET_PX, 64.0);
  double          across = MAX ((b.center_x - a.center_x) * a.px_per_unit, 1e-9);
  double          down = MAX ((a.center_y - b.center_y) * a.px_per_unit, 1e-9);
  double          zoom = floor (2.0 * MIN (log2 (inner_width_px / across), log2 (inner_height_px / down))) / 2.0;
  double          lat, lon;

  dateline_map_view_to_degrees ((a.center_x + b.center_x) / 2.0, (a.center_y + b.center_y) / 2.0, &lat, &lon);
  return dateline_map_view_new (lat, lon, CLAMP (zoom, DATELINE_BASEMAP_MIN_ZOOM, MAX_FIT_ZOOM), width_px, height_px);
}

/**
 * dateline_map_view_get_tile_zoom:
 * @self: a view
 *
 * Returns: the zoom of the tiles that libshumate fills it with
 */
int
dateline_map_view_get_tile_zoom (const DatelineMapView *self)
{
  return (int) floor (self->zoom + 0.3);
}

/**
 * dateline_map_view_to_px:
 * @self: a view
 * @x: in the world
 * @y: in the world
 * @x_px: (out): from the widget's left
 * @y_px: (out): from its top
 */
void
dateline_map_view_to_px (const DatelineMapView *self, double x, double y, double *x_px, double *y_px)
{
  *x_px = (x - self->center_x) * self->px_per_unit + self->width_px / 2.0;
  *y_px = (y - self->center_y) * self->px_per_unit + self->height_px / 2.0;
}

/**
 * dateline_map_view_to_world:
 * @self: a view
 * @x_px: from the widget's left
 * @y_px: from its top
 * @x: (out): in the world; may lie beyond its edge
 * @y: (out): in the world; may lie beyond its edge
 */
void
dateline_map_view_to_world (const DatelineMapView *self, double x_px, double y_px, double *x, double *y)
{
  *x = (x_px - self->width_px / 2.0) / self->px_per_unit + self->center_x;
  *y = (y_px - self->height_px / 2.0) / self->px_per_unit + self->center_y;
}

/**
 * dateline_map_view_to_degrees:
 * @x: in the world
 * @y: in the world
 * @lat: (out): degrees
 * @lon: (out): degrees
 */
void
dateline_map_view_to_degrees (double x, double y, double *lat, double *lon)
{
  *lon = x / WORLD_UNITS * 360.0 - 180.0;
  *lat = atan (sinh (G_PI * (1.0 - 2.0 * y / WORLD_UNITS))) * 180.0 / G_PI;
}

/**
 * dateline_map_view_km_to_px:
 * @self: a view
 * @km: a distance on the ground
 * @lat: where, degrees
 *
 * Returns: its length on the map there
 */
double
dateline_map_view_km_to_px (const DatelineMapView *self, double km, double lat)
{
  return km / (EQUATOR_KM * cos (lat * G_PI / 180.0)) * WORLD_UNITS * self->px_per_unit;
}
