/* dateline-mark-scene.c: how the marks of incidents look now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-mark-scene.h"

#include <math.h>

#define SYMBOL_RADIUS_PX 6.5
#define MAX_GROWTH_PX 5.0
#define HIT_RADIUS_PX 12.0
#define DAY_S G_GINT64_CONSTANT (86400)

/* Area grows with the number, until it would hide its neighbours. */
static double
get_symbol_radius (const DatelineMarkScene *self, guint row)
{
  double n = self->size_by == DATELINE_SIZE_BY_REPORTS ? (double) self->table->n_reports[row] - 1.0 : self->table->killed[row];

  return SYMBOL_RADIUS_PX + MIN (log2 (1.0 + MAX (n, 0.0)) * 0.8, MAX_GROWTH_PX);
}

/**
 * dateline_mark_scene_get_age:
 * @self: a scene
 * @row: a row of its table
 *
 * Returns: how long before the end of the window it was, in steps; 0 for
 *   all when the window is a single day, or has no beginning
 */
guint
dateline_mark_scene_get_age (const DatelineMarkScene *self, guint row)
{
  gint64 length;

  if (self->window.start == G_MININT64 || self->window.end == G_MAXINT64 || row >= self->table->n_dated)
    return 0;
  length = self->window.end - self->window.start;
  if (length <= DAY_S)
    return 0;

  return (guint) CLAMP ((self->window.end - self->table->end[row]) * DATELINE_N_SYMBOL_AGES / length, 0, DATELINE_N_SYMBOL_AGES - 1);
}

/**
 * dateline_mark_scene_get_look:
 * @self: a scene
 * @row: a row of its table
 *
 * Returns: how its symbol looks
 */
DatelineSymbolLook
dateline_mark_scene_get_look (const DatelineMarkScene *self, guint row)
{
  return (DatelineSymbolLook){
    .type = self->table->type[row],
    .variant = self->table->where_precision[row] == DATELINE_WHERE_SEA_OR_AIR ? DATELINE_SYMBOL_OUTLINED : DATELINE_SYMBOL_FILLED,
    .status = self->table->status[row],
    .age = dateline_mark_scene_get_age (self, row),
    .radius_px = get_symbol_radius (self, row),
  };
}

/**
 * dateline_mark_is_symbol:
 * @mark: a mark
 *
 * Returns: whether it is one incident's symbol, no ring and no badge
 */
gboolean
dateline_mark_is_symbol (const DatelineMark *mark)
{
  return mark->placement == DATELINE_PLACEMENT_POINT && mark->cluster.n == 1;
}

/**
 * dateline_mark_get_radius:
 * @mark: a mark
 *
 * Returns: what belongs to it for the pointer, pixels
 */
double
dateline_mark_get_radius (const DatelineMark *mark)
{
  return dateline_mark_is_symbol (mark) ? HIT_RADIUS_PX : dateline_ring_get_radius (mark->cluster.n) + 2.0;
}

/**
 * dateline_mark_scene_is_in_view:
 * @self: a scene
 * @x_px: a place in the widget
 * @y_px: a place in the widget
 * @radius_px: of what is there
 *
 * Returns: whether any of it is in view
 */
gboolean
dateline_mark_scene_is_in_view (const DatelineMarkScene *self, double x_px, double y_px, double radius_px)
{
  return x_px > -radius_px && y_px > -radius_px && x_px < self->view.width_px + radius_px && y_px < self->view.height_px + radius_px;
}
