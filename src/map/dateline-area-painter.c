/* dateline-area-painter.c: how vaguely known places are drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-area-painter.h"

#include <math.h>

#define HATCH_PX 9.0

/* Smaller circles are hidden by their symbol. */
#define MIN_CIRCLE_PX 12.0

/* Circles of uncertainty drawn at once; beyond, they would only cover
 * one another. */
#define MAX_CIRCLES 150

static void
set_color (cairo_t *cr, DatelineColor color, double alpha)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, alpha);
}

static DatelineColor
get_main_color (const DatelineMarkScene *self, const DatelineCluster *cluster)
{
  guint most = 0;

  for (guint i = 1; i < DATELINE_N_SYMBOL_FAMILIES; i++)
    if (cluster->families[i] > cluster->families[most])
      most = i;

  return dateline_symbol_family_get_color (most, self->dark);
}

/* Hatched, as a plain tint would look like water or land of its own. The
 * lines stay where they are on the ground while the map is panned. */
static void
hatch (const DatelineMarkScene *self, cairo_t *cr, DatelineColor color, double alpha)
{
  double width = self->view.width_px, height = self->view.height_px;
  double origin = (self->view.center_x + self->view.center_y) * self->view.px_per_unit - (width + height) / 2.0;
  double first = HATCH_PX - fmod (origin, HATCH_PX);

  cairo_save (cr);
  cairo_clip (cr);
  for (double at = first; at < width + height; at += HATCH_PX)
    {
      cairo_move_to (cr, at, 0.0);
      cairo_line_to (cr, at - height, height);
    }
  set_color (cr, color, alpha);
  cairo_set_line_width (cr, 1.0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * dateline_area_painter_draw_governorate:
 * @self: how things look
 * @cr: of the whole widget
 * @index: of the basemap's governorate
 * @color: of its line and tint
 * @is_selected: stronger, and not hatched
 */
void
dateline_area_painter_draw_governorate (const DatelineMarkScene *self, cairo_t *cr, guint index, DatelineColor color, gboolean is_selected)
{
  const DatelineBasemapFeature *area = dateline_basemap_get_governorate (self->basemap, index, (int) self->view.zoom);
  /* Cairo's coordinates end at 2²³. */
  const double limit = 4.0e6;

  if (area == NULL)
    return;

  cairo_new_path (cr);
  for (guint r = 0; r < area->n_rings; r++)
    {
      guint                        n;
      const DatelineBasemapVertex *v = dateline_basemap_get_ring (self->basemap, area, r, &n);

      for (guint i = 0; i < n; i++)
        {
          double x, y;

          dateline_map_view_to_px (&self->view, v[i].x, v[i].y, &x, &y);
          cairo_line_to (cr, CLAMP (x, -limit, limit), CLAMP (y, -limit, limit));
        }
      cairo_close_path (cr);
    }
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  set_color (cr, color, is_selected ? 0.08 : 0.05);
  cairo_fill_preserve (cr);
  set_color (cr, color, is_selected ? 0.95 : 0.55);
  cairo_set_line_width (cr, is_selected ? 2.5 : 1.1);
  cairo_stroke_preserve (cr);
  /* The selected one is drawn over the others, which hatched it. */
  if (!is_selected)
    hatch (self, cr, color, 0.2);
}

/**
 * dateline_area_painter_has_circle:
 * @table: the incidents
 * @row: one of them
 *
 * Returns: whether it lies somewhere in a circle round its point
 */
gboolean
dateline_area_painter_has_circle (const DatelineIncidentTable *table, guint row)
{
  return table->radius_km[row] > 0.0f && table->where_precision[row] != DATELINE_WHERE_EXACT && table->where_precision[row] != DATELINE_WHERE_SEA_OR_AIR;
}

/**
 * dateline_area_painter_draw_circle:
 * @self: how things look
 * @cr: of the whole widget
 * @row: an incident with a circle
 * @is_selected: stronger
 *
 * A circle that would be hidden by its own symbol is left out.
 */
void
dateline_area_painter_draw_circle (const DatelineMarkScene *self, cairo_t *cr, guint row, gboolean is_selected)
{
  static const double          dashes[] = { 4.0, 4.0 };
  const DatelineIncidentTable *table = self->table;
  double                       radius = dateline_map_view_km_to_px (&self->view, table->radius_km[row], table->lat[row]);
  DatelineSymbol               symbol = dateline_symbol_for_type (table->type[row]);
  DatelineColor                color = self->dark ? symbol.dark : symbol.light;
  double                       x, y;

  dateline_map_view_to_px (&self->view, table->x[row], table->y[row], &x, &y);
  if (radius < MIN_CIRCLE_PX || radius > 4.0 * MAX (self->view.width_px, self->view.height_px) || !dateline_mark_scene_is_in_view (self, x, y, radius))
    return;

  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius, 0.0, 2.0 * G_PI);
  set_color (cr, color, is_selected ? 0.12 : 0.06);
  cairo_fill_preserve (cr);
  set_color (cr, color, is_selected ? 0.95 : 0.6);
  cairo_set_line_width (cr, is_selected ? 2.0 : 1.2);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0.0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0.0);
}

static gboolean
has_stepped_aside (const DatelineMark *mark)
{
  return mark->placement != DATELINE_PLACEMENT_POINT && (mark->anchor_x != mark->cluster.x || mark->anchor_y != mark->cluster.y);
}

/* From a badge that stepped aside to where it belongs. */
static void
draw_leader (const DatelineMarkScene *self, cairo_t *cr, const DatelineMark *mark)
{
  DatelineColor color = get_main_color (self, &mark->cluster);
  double        x, y, to_x, to_y;

  dateline_map_view_to_px (&self->view, mark->anchor_x, mark->anchor_y, &x, &y);
  dateline_map_view_to_px (&self->view, mark->cluster.x, mark->cluster.y, &to_x, &to_y);
  if (!dateline_mark_scene_is_in_view (self, x, y, 100.0))
    return;

  set_color (cr, color, 0.9);
  cairo_set_line_width (cr, 1.4);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, to_x, to_y);
  cairo_stroke (cr);
}

/**
 * dateline_area_painter_draw:
 * @self: how things look
 * @cr: of the whole widget
 * @marks: (element-type DatelineMark): all of them
 *
 * Draws what lies under the marks: areas, circles, and lines from badges
 * to where they belong.
 */
void
dateline_area_painter_draw (const DatelineMarkScene *self, cairo_t *cr, const GArray *marks)
{
  const DatelineIncidentTable *table = self->table;
  guint                        n_circles = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const DatelineMark *mark = &g_array_index (marks, DatelineMark, i);

      if (has_stepped_aside (mark))
        draw_leader (self, cr, mark);
      if (mark->placement == DATELINE_PLACEMENT_GOVERNORATE)
        dateline_area_painter_draw_governorate (self, cr, mark->area, get_main_color (self, &mark->cluster), FALSE);
      else if (dateline_mark_is_symbol (mark) && dateline_area_painter_has_circle (table, mark->cluster.row) && n_circles++ < MAX_CIRCLES)
        dateline_area_painter_draw_circle (self, cr, mark->cluster.row, FALSE);
    }
}

/**
 * dateline_area_painter_is_needed:
 * @self: how things look
 * @marks: (element-type DatelineMark): all of them
 *
 * Returns: whether dateline_area_painter_draw() would draw anything
 */
gboolean
dateline_area_painter_is_needed (const DatelineMarkScene *self, const GArray *marks)
{
  const DatelineIncidentTable *table = self->table;

  for (guint i = 0; i < marks->len; i++)
    {
      const DatelineMark *mark = &g_array_index (marks, DatelineMark, i);

      if (mark->placement == DATELINE_PLACEMENT_GOVERNORATE || has_stepped_aside (mark) || (dateline_mark_is_symbol (mark) && dateline_area_painter_has_circle (table, mark->cluster.row)))
        return TRUE;
    }

  return FALSE;
}
