/* dateline-basemap-painter.c: draws the basemap, by tiles or in one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No GTK and no state: runs on any thread, and the same part is the same
 * bytes each time.
 */

#define G_LOG_DOMAIN "dateline-map"

#include "config.h"

#include "dateline-basemap-painter.h"

#include <math.h>

/* How far beyond the tile lines are followed, so that their ends and
 * joins do not show at its edge. */
#define MARGIN_PX 8.0

typedef struct
{
  double x;
  double y;
} Point;

typedef struct
{
  const DatelineBasemap        *basemap;
  const DatelineBasemapPalette *palette;
  cairo_t                      *cr;
  int                           zoom;
  double                        width_px;
  double                        height_px;
  double                        origin_x; /* world */
  double                        origin_y;
  double                        px_per_unit;
  double                        line_scale; /* by which lines are wider than in a tile */
  DatelineBasemapVertex         north_west; /* of the region */
  DatelineBasemapVertex         south_east;
  GArray                       *points; /* Point, scratch */
  GArray                       *clipped;
} Painter;

static Point
to_px (const Painter *self, DatelineBasemapVertex v)
{
  return (Point){ (v.x - self->origin_x) * self->px_per_unit, (v.y - self->origin_y) * self->px_per_unit };
}

static void
set_color (cairo_t *cr, guint32 color)
{
  cairo_set_source_rgba (cr,
                         (color >> 24 & 0xff) / 255.0,
                         (color >> 16 & 0xff) / 255.0,
                         (color >> 8 & 0xff) / 255.0,
                         (color & 0xff) / 255.0);
}

static gboolean
is_visible (const Painter *self, const DatelineBasemapFeature *feature)
{
  double margin = MARGIN_PX / self->px_per_unit;
  double width = self->width_px / self->px_per_unit;
  double height = self->height_px / self->px_per_unit;

  return feature->x_max >= self->origin_x - margin && feature->x_min <= self->origin_x + width + margin && feature->y_max >= self->origin_y - margin && feature->y_min <= self->origin_y + height + margin;
}

/* How far @p lies inside one side of the clip rectangle; negative outside. */
static double
inside_by (const Painter *self, Point p, int side)
{
  switch (side)
    {
    case 0:
      return p.x + MARGIN_PX;
    case 1:
      return self->width_px + MARGIN_PX - p.x;
    case 2:
      return p.y + MARGIN_PX;
    default:
      return self->height_px + MARGIN_PX - p.y;
    }
}

/* One side of Sutherland and Hodgman 1974. */
static void
clip_side (const Painter *self, const GArray *in, GArray *out, int side)
{
  g_array_set_size (out, 0);
  if (in->len == 0)
    return;

  Point  last = g_array_index (in, Point, in->len - 1);
  double last_by = inside_by (self, last, side);

  for (guint i = 0; i < in->len; i++)
    {
      Point  p = g_array_index (in, Point, i);
      double by = inside_by (self, p, side);

      if ((by < 0.0) != (last_by < 0.0))
        {
          double t = last_by / (last_by - by);
          Point  cut = { last.x + t * (p.x - last.x), last.y + t * (p.y - last.y) };

          g_array_append_val (out, cut);
        }
      if (by >= 0.0)
        g_array_append_val (out, p);
      last = p;
      last_by = by;
    }
}

static void
add_area_ring (Painter *self, const DatelineBasemapVertex *v, guint n)
{
  g_array_set_size (self->points, 0);
  for (guint i = 0; i < n; i++)
    {
      Point p = to_px (self, v[i]);

      g_array_append_val (self->points, p);
    }

  /* Cairo's coordinates end at 2²³: far corners must be cut off first. */
  clip_side (self, self->points, self->clipped, 0);
  clip_side (self, self->clipped, self->points, 1);
  clip_side (self, self->points, self->clipped, 2);
  clip_side (self, self->clipped, self->points, 3);

  for (guint i = 0; i < self->points->len; i++)
    {
      Point p = g_array_index (self->points, Point, i);

      cairo_line_to (self->cr, p.x, p.y);
    }
  if (self->points->len > 0)
    cairo_close_path (self->cr);
  cairo_new_sub_path (self->cr);
}

/* Liang and Barsky 1984; FALSE when nothing of it is left. */
static gboolean
clip_segment (const Painter *self, Point *a, Point *b)
{
  double t0 = 0.0, t1 = 1.0;
  Point  from = *a, to = *b;

  for (int side = 0; side < 4; side++)
    {
      double da = inside_by (self, from, side);
      double db = inside_by (self, to, side);

      if (da < 0.0 && db < 0.0)
        return FALSE;
      if (da < 0.0)
        t0 = MAX (t0, da / (da - db));
      else if (db < 0.0)
        t1 = MIN (t1, da / (da - db));
    }

  if (t0 > t1)
    return FALSE;
  *a = (Point){ from.x + t0 * (to.x - from.x), from.y + t0 * (to.y - from.y) };
  *b = (Point){ from.x + t1 * (to.x - from.x), from.y + t1 * (to.y - from.y) };
  return TRUE;
}

/* Land is cut at the edge of the region and of the world: no coast there. */
static gboolean
is_cut_edge (const Painter *self, DatelineBasemapVertex a, DatelineBasemapVertex b)
{
  if (a.x == b.x)
    return a.x == self->north_west.x || a.x == self->south_east.x || a.x == 0 || a.x >= G_MAXUINT32 - 64;
  if (a.y == b.y)
    return a.y == self->north_west.y || a.y == self->south_east.y || a.y == 0 || a.y == G_MAXUINT32;

  return FALSE;
}

static void
add_line (Painter *self, const DatelineBasemapVertex *v, guint n, gboolean is_coast)
{
  gboolean drawing = FALSE;
  Point    last = { 0.0, 0.0 };

  for (guint i = 1; i < n; i++)
    {
      Point a = to_px (self, v[i - 1]);
      Point b = to_px (self, v[i]);

      if ((is_coast && is_cut_edge (self, v[i - 1], v[i])) || !clip_segment (self, &a, &b))
        {
          drawing = FALSE;
          continue;
        }
      if (!drawing || a.x != last.x || a.y != last.y)
        cairo_move_to (self->cr, a.x, a.y);
      cairo_line_to (self->cr, b.x, b.y);
      drawing = TRUE;
      last = b;
    }
}

static void
add_feature (Painter *self, const DatelineBasemapFeature *feature, gboolean as_area)
{
  for (guint i = 0; i < feature->n_rings; i++)
    {
      guint                        n;
      const DatelineBasemapVertex *v = dateline_basemap_get_ring (self->basemap, feature, i, &n);

      if (as_area)
        add_area_ring (self, v, n);
      else
        add_line (self, v, n, feature->is_area);
    }
}

/* Adds to the path what is visible of a layer with @rank_min ≤ rank ≤ @rank_max. */
static gboolean
add_layer (Painter *self, DatelineBasemapLayer layer, gboolean as_area, int rank_min, int rank_max)
{
  guint                         n_features;
  const DatelineBasemapFeature *features = dateline_basemap_get_features (self->basemap, self->zoom, &n_features);
  gboolean                      any = FALSE;

  cairo_new_path (self->cr);
  for (guint i = 0; i < n_features; i++)
    {
      if (features[i].layer != layer || features[i].rank < rank_min || features[i].rank > rank_max || !is_visible (self, &features[i]))
        continue;
      add_feature (self, &features[i], as_area);
      any = TRUE;
    }

  return any;
}

static void
fill_layer (Painter *self, DatelineBasemapLayer layer, guint32 color)
{
  if (!add_layer (self, layer, TRUE, 0, 255))
    return;
  set_color (self->cr, color);
  cairo_fill (self->cr);
}

static void
stroke_layer (Painter *self, DatelineBasemapLayer layer, guint32 color, double width, int rank_min, int rank_max)
{
  if (width <= 0.0 || !add_layer (self, layer, FALSE, rank_min, rank_max))
    return;
  set_color (self->cr, color);
  cairo_set_line_width (self->cr, width * self->line_scale);
  cairo_stroke (self->cr);
}

/* Straight between (z0, a) and (z1, b), level beyond. */
static double
ramp (int zoom, int z0, double a, int z1, double b)
{
  double t = CLAMP ((zoom - z0) / (double) (z1 - z0), 0.0, 1.0);

  return a + t * (b - a);
}

/* The detailed region replaces the world's coarse land, one pixel inside
 * its own edge, so that no seam shows. */
static void
clear_region (Painter *self)
{
  Point a = to_px (self, self->north_west);
  Point b = to_px (self, self->south_east);

  a = (Point){ CLAMP (a.x + 1.0, -MARGIN_PX, self->width_px + MARGIN_PX), CLAMP (a.y + 1.0, -MARGIN_PX, self->height_px + MARGIN_PX) };
  b = (Point){ CLAMP (b.x - 1.0, -MARGIN_PX, self->width_px + MARGIN_PX), CLAMP (b.y - 1.0, -MARGIN_PX, self->height_px + MARGIN_PX) };
  if (b.x <= a.x || b.y <= a.y)
    return;
  cairo_rectangle (self->cr, a.x, a.y, b.x - a.x, b.y - a.y);
  set_color (self->cr, self->palette->sea);
  cairo_fill (self->cr);
}

static gboolean
is_inside_region (const Painter *self)
{
  Point a = to_px (self, self->north_west);
  Point b = to_px (self, self->south_east);

  return a.x < -1.0 && a.y < -1.0 && b.x > self->width_px + 1.0 && b.y > self->height_px + 1.0;
}

static void
paint_land (Painter *self)
{
  const DatelineBasemapPalette *palette = self->palette;
  double                        coast = ramp (self->zoom, 4, 0.5, 9, 1.0);
  gboolean                      has_region = self->zoom >= 5;

  if (!has_region || !is_inside_region (self))
    {
      fill_layer (self, DATELINE_LAYER_WORLD_LAND, palette->land);
      stroke_layer (self, DATELINE_LAYER_WORLD_LAND, palette->coast, coast, 0, 255);
    }
  if (has_region)
    {
      clear_region (self);
      fill_layer (self, DATELINE_LAYER_LAND, palette->land);
      stroke_layer (self, DATELINE_LAYER_LAND, palette->coast, coast, 0, 255);
    }
}

static void
paint_water (Painter *self)
{
  const DatelineBasemapPalette *palette = self->palette;
  int                           zoom = self->zoom;

  /* Under the lakes: where a river has banks, its middle must not show. */
  stroke_layer (self, DATELINE_LAYER_RIVER, palette->river, ramp (zoom, 4, 0.6, 10, 2.4), 0, 4);
  stroke_layer (self, DATELINE_LAYER_RIVER, palette->river, ramp (zoom, 5, 0.4, 10, 1.4), 5, 255);
  fill_layer (self, DATELINE_LAYER_LAKE, palette->sea);
  stroke_layer (self, DATELINE_LAYER_LAKE, palette->coast, ramp (zoom, 5, 0.4, 9, 0.9), 0, 255);
}

static void
paint_lines (Painter *self)
{
  const DatelineBasemapPalette *palette = self->palette;
  int                           zoom = self->zoom;

  stroke_layer (self, DATELINE_LAYER_ROAD, palette->road, ramp (zoom, 6, 1.0, 7, 1.5), 0, 255);
  stroke_layer (self, DATELINE_LAYER_ADMIN1, palette->admin1, ramp (zoom, 5, 0.5, 9, 1.0), 0, 0);
  stroke_layer (self, DATELINE_LAYER_ADMIN1, palette->admin1, ramp (zoom, 7, 0.4, 10, 0.7), 1, 255);
  stroke_layer (self, DATELINE_LAYER_BORDER, palette->border_band, ramp (zoom, 4, 0.0, 9, 6.0), 0, 255);
  stroke_layer (self, DATELINE_LAYER_BORDER, palette->border, ramp (zoom, 3, 0.6, 8, 1.2), 0, 255);
}

/* Town areas are known to some 300 m only: they fade before their corners
 * show. */
static guint32
get_urban_color (const Painter *self)
{
  return (self->palette->urban & ~0xffu) | (guint32) lround (ramp (self->zoom, 9, 255.0, 13, 90.0));
}

static void
paint (Painter *self)
{
  cairo_t *cr = self->cr;

  set_color (cr, self->palette->sea);
  cairo_paint (cr);
  if (self->basemap == NULL)
    return;

  self->points = g_array_new (FALSE, FALSE, sizeof (Point));
  self->clipped = g_array_new (FALSE, FALSE, sizeof (Point));
  dateline_basemap_get_region (self->basemap, &self->north_west, &self->south_east);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);

  paint_land (self);
  fill_layer (self, DATELINE_LAYER_URBAN, get_urban_color (self));
  paint_water (self);
  paint_lines (self);

  g_array_unref (self->points);
  g_array_unref (self->clipped);
}

/**
 * dateline_basemap_paint_tile:
 * @basemap: (nullable): what to draw; %NULL leaves bare sea
 * @style: the colours
 * @place: which square of the world
 * @cr: draws the tile from 0, 0 to @place's size
 *
 * Lines keep their width when @cr is scaled for a dense screen.
 */
void
dateline_basemap_paint_tile (const DatelineBasemap *basemap, DatelineBasemapStyle style, DatelineTilePlace place, cairo_t *cr)
{
  const DatelineBasemapPalette *palette = dateline_basemap_style_get_palette (style);
  double                        world = 4294967296.0 / (double) (G_GUINT64_CONSTANT (1) << place.zoom);

  paint (&(Painter){
    .basemap = basemap,
    .palette = palette,
    .cr = cr,
    .zoom = place.zoom,
    .width_px = place.size_px,
    .height_px = place.size_px,
    .origin_x = place.x * world,
    .origin_y = place.y * world,
    .px_per_unit = place.size_px / world,
    .line_scale = palette->line_scale,
  });
}

/**
 * dateline_basemap_paint_view:
 * @basemap: (nullable): what to draw; %NULL leaves bare sea
 * @style: the colours
 * @view: what part of the world
 * @cr: draws it from 0, 0 to @view's size, to which it must be clipped
 *
 * Draws what the tiles that fill @view show, without a seam.
 */
void
dateline_basemap_paint_view (const DatelineBasemap *basemap, DatelineBasemapStyle style, const DatelineMapView *view, cairo_t *cr)
{
  const DatelineBasemapPalette *palette = dateline_basemap_style_get_palette (style);
  int                           zoom = dateline_map_view_get_tile_zoom (view);
  double                        x, y;

  dateline_map_view_to_world (view, 0.0, 0.0, &x, &y);
  paint (&(Painter){
    .basemap = basemap,
    .palette = palette,
    .cr = cr,
    .zoom = zoom,
    .width_px = view->width_px,
    .height_px = view->height_px,
    .origin_x = x,
    .origin_y = y,
    .px_per_unit = view->px_per_unit,
    .line_scale = palette->line_scale * exp2 (view->zoom - zoom),
  });
}
