/* dateline-selection-painter.c: the selected incident on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-selection-painter.h"

#include <math.h>

#include "dateline-area-painter.h"

#define RING_GAP_PX 6.5
#define REACH_PX 26.0

static void
draw_selection_ring (cairo_t *cr, double x, double y, double radius)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius, 0.0, 2.0 * G_PI);
  cairo_set_source_rgba (cr, 1.0, 1.0, 1.0, 0.95);
  cairo_set_line_width (cr, 5.0);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgba (cr, 0.05, 0.05, 0.08, 1.0);
  cairo_set_line_width (cr, 2.5);
  cairo_stroke (cr);
}

static const DatelineMark *
find_area_mark (const GArray *marks, DatelinePlacement placement, guint area)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const DatelineMark *mark = &g_array_index (marks, DatelineMark, i);

      if (mark->placement == placement && mark->area == area)
        return mark;
    }

  return NULL;
}

static void
append_symbol (const DatelineMarkScene *self, GtkSnapshot *snapshot, guint row, gboolean is_visible)
{
  const DatelineIncidentTable *table = self->table;
  DatelineSymbolLook           look = dateline_mark_scene_get_look (self, row);
  cairo_t                     *cr;
  double                       x, y;

  dateline_map_view_to_px (&self->view, table->x[row], table->y[row], &x, &y);
  if (dateline_area_painter_has_circle (table, row))
    {
      cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->view.width_px, (float) self->view.height_px));
      dateline_area_painter_draw_circle (self, cr, row, TRUE);
      cairo_destroy (cr);
    }
  look.age = 0;
  look.radius_px += 1.0;
  if (!is_visible)
    look.variant = DATELINE_SYMBOL_FAINT;
  if (!dateline_mark_scene_is_in_view (self, x, y, 2.0 * look.radius_px))
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) (x - REACH_PX), (float) (y - REACH_PX), 2.0f * (float) REACH_PX, 2.0f * (float) REACH_PX));
  cairo_new_path (cr);
  cairo_arc (cr, x, y, look.radius_px + RING_GAP_PX, 0.0, 2.0 * G_PI);
  cairo_set_source_rgba (cr, 1.0, 1.0, 1.0, 0.85);
  cairo_fill (cr);
  draw_selection_ring (cr, x, y, look.radius_px + RING_GAP_PX);
  cairo_destroy (cr);
  dateline_mark_pictures_append (self->pictures, snapshot, dateline_mark_pictures_get_symbol (self->pictures, &look), x, y);
}

static void
append_area (const DatelineMarkScene *self, GtkSnapshot *snapshot, const GArray *marks, DatelinePlacement placement, guint area, guint row)
{
  const DatelineMark *mark = find_area_mark (marks, placement, area);
  DatelineSymbol      symbol = dateline_symbol_for_type (self->table->type[row]);
  cairo_t            *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->view.width_px, (float) self->view.height_px));

  if (placement == DATELINE_PLACEMENT_GOVERNORATE)
    dateline_area_painter_draw_governorate (self, cr, area, self->dark ? symbol.dark : symbol.light, TRUE);
  if (mark != NULL)
    {
      double x, y;

      dateline_map_view_to_px (&self->view, mark->cluster.x, mark->cluster.y, &x, &y);
      draw_selection_ring (cr, x, y, dateline_ring_get_radius (mark->cluster.n) * 1.25 + 3.0);
    }
  cairo_destroy (cr);
  if (mark != NULL)
    {
      double x, y;

      dateline_map_view_to_px (&self->view, mark->cluster.x, mark->cluster.y, &x, &y);
      dateline_mark_pictures_append (self->pictures, snapshot, dateline_mark_pictures_get_ring (self->pictures, mark, 0), x, y);
    }
}

/* The same event elsewhere: small symbols, tied to the first by a line. */
static void
append_further_sites (const DatelineMarkScene *self, GtkSnapshot *snapshot, guint row)
{
  static const double          dashes[] = { 2.0, 4.0 };
  const DatelineIncidentTable *table = self->table;
  DatelineSymbolLook           look = dateline_mark_scene_get_look (self, row);
  DatelineColor                color = dateline_symbol_family_get_color (dateline_symbol_for_type (look.type).family, self->dark);
  cairo_t                     *cr = NULL;
  double                       x, y;

  look.radius_px = DATELINE_FURTHER_RADIUS_PX;
  look.age = 0;
  dateline_map_view_to_px (&self->view, table->x[row], table->y[row], &x, &y);
  for (guint i = 0; i < table->n_further; i++)
    {
      double to_x, to_y;

      if (table->further_row[i] != row || isnan (table->further_lat[i]))
        continue;
      if (cr == NULL)
        {
          cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->view.width_px, (float) self->view.height_px));
          cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0.0);
          cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
          cairo_set_line_width (cr, 1.5);
          cairo_set_source_rgba (cr, color.red, color.green, color.blue, 0.8);
        }
      dateline_map_view_to_px (&self->view, table->further_x[i], table->further_y[i], &to_x, &to_y);
      cairo_move_to (cr, x, y);
      cairo_line_to (cr, to_x, to_y);
      cairo_stroke (cr);
      dateline_mark_pictures_append (self->pictures, snapshot, dateline_mark_pictures_get_symbol (self->pictures, &look), to_x, to_y);
    }
  g_clear_pointer (&cr, cairo_destroy);
}

/**
 * dateline_selection_painter_append:
 * @self: how things look
 * @snapshot: of the widget
 * @marks: (element-type DatelineMark): all of them
 * @row: the selected incident
 * @placement: how its place is drawn
 * @area: the governorate or the country, with such a @placement
 * @is_visible: whether the window and the filter let it through
 *
 * Draws the selected incident over everything else. It has a symbol of
 * its own even where it is one of a cluster, or filtered out.
 */
void
dateline_selection_painter_append (const DatelineMarkScene *self, GtkSnapshot *snapshot, const GArray *marks, guint row, DatelinePlacement placement, guint area, gboolean is_visible)
{
  if (placement == DATELINE_PLACEMENT_POINT)
    {
      append_further_sites (self, snapshot, row);
      append_symbol (self, snapshot, row, is_visible);
    }
  else if (placement != DATELINE_PLACEMENT_NONE)
    append_area (self, snapshot, marks, placement, area, row);
}
