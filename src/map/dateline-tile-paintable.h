/* dateline-tile-paintable.h: a tile's picture that reaches over its edge
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How much of its neighbours a tile's picture shows on each side, so
 * that no hairline opens between two tiles at fractional zoom. */
#define DATELINE_TILE_BLEED_PX 1

#define DATELINE_TYPE_TILE_PAINTABLE (dateline_tile_paintable_get_type ())
G_DECLARE_FINAL_TYPE (DatelineTilePaintable, dateline_tile_paintable, DATELINE, TILE_PAINTABLE, GObject)

GdkPaintable *dateline_tile_paintable_new (GdkTexture *texture, int size_px);
GdkPaintable *dateline_tile_paintable_new_part (GdkTexture *texture, int size_px, const graphene_rect_t *part);

G_END_DECLS
