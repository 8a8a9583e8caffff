/* dateline-tile-paintable.c: a tile's picture that reaches over its edge
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-tile-paintable.h"

#include <math.h>

#define MAX_SCALE 32.0

struct _DatelineTilePaintable
{
  GObject parent_instance;

  GdkTexture     *texture;
  int             size_px;
  gboolean        has_bleed; /* the texture shows some of the tile's neighbours */
  graphene_rect_t part;      /* of the texture, 0–1 */
};

static void dateline_tile_paintable_paintable_init (GdkPaintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DatelineTilePaintable, dateline_tile_paintable, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, dateline_tile_paintable_paintable_init))

/* A little beyond the tile on every side, so that no hairline of what is
 * below shows at a fractional zoom. A texture that has nothing of its
 * neighbours is stretched for that, and only there: it would be blurred. */
static void
dateline_tile_paintable_snapshot (GdkPaintable *paintable, GdkSnapshot *snapshot, double width, double height)
{
  DatelineTilePaintable *self = DATELINE_TILE_PAINTABLE (paintable);
  float                  bleed = self->has_bleed || fabs (width - self->size_px) > 0.01 ? DATELINE_TILE_BLEED_PX : 0.0f;
  float                  x = (float) width * bleed / (float) self->size_px;
  float                  y = (float) height * bleed / (float) self->size_px;
  graphene_rect_t        tile = GRAPHENE_RECT_INIT (-x, -y, (float) width + 2.0f * x, (float) height + 2.0f * y);
  graphene_rect_t        whole = tile;

  /* While the tiles of a new zoom are drawn, libshumate shows those of
   * the old: after a jump they are wider, or scaled down further, than
   * cairo can draw. */
  if (width > MAX_SCALE * self->size_px || width < self->size_px / MAX_SCALE)
    return;

  if (self->part.size.width == 1.0f)
    {
      gtk_snapshot_append_texture (GTK_SNAPSHOT (snapshot), self->texture, &tile);
      return;
    }

  whole.size.width /= self->part.size.width;
  whole.size.height /= self->part.size.height;
  whole.origin.x -= self->part.origin.x * whole.size.width;
  whole.origin.y -= self->part.origin.y * whole.size.height;
  gtk_snapshot_push_clip (GTK_SNAPSHOT (snapshot), &tile);
  gtk_snapshot_append_texture (GTK_SNAPSHOT (snapshot), self->texture, &whole);
  gtk_snapshot_pop (GTK_SNAPSHOT (snapshot));
}

static int
dateline_tile_paintable_get_size (GdkPaintable *paintable)
{
  return DATELINE_TILE_PAINTABLE (paintable)->size_px;
}

static GdkPaintableFlags
dateline_tile_paintable_get_flags (GdkPaintable *paintable)
{
  return GDK_PAINTABLE_STATIC_SIZE | GDK_PAINTABLE_STATIC_CONTENTS;
}

static void
dateline_tile_paintable_paintable_init (GdkPaintableInterface *iface)
{
  iface->snapshot = dateline_tile_paintable_snapshot;
  iface->get_intrinsic_width = dateline_tile_paintable_get_size;
  iface->get_intrinsic_height = dateline_tile_paintable_get_size;
  iface->get_flags = dateline_tile_paintable_get_flags;
}

static void
dateline_tile_paintable_finalize (GObject *object)
{
  DatelineTilePaintable *self = DATELINE_TILE_PAINTABLE (object);

  g_clear_object (&self->texture);

  G_OBJECT_CLASS (dateline_tile_paintable_parent_class)->finalize (object);
}

static void
dateline_tile_paintable_class_init (DatelineTilePaintableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dateline_tile_paintable_finalize;
}

static void
dateline_tile_paintable_init (DatelineTilePaintable *self)
{
}

/**
 * dateline_tile_paintable_new:
 * @texture: the tile and %DATELINE_TILE_BLEED_PX of its neighbours
 * @size_px: the tile's size without them, before scaling
 *
 * Returns: (transfer full): what draws it
 */
GdkPaintable *
dateline_tile_paintable_new (GdkTexture *texture, int size_px)
{
  DatelineTilePaintable *self = g_object_new (DATELINE_TYPE_TILE_PAINTABLE, NULL);

  self->texture = g_object_ref (texture);
  self->size_px = size_px;
  self->has_bleed = TRUE;
  self->part = GRAPHENE_RECT_INIT (0.0f, 0.0f, 1.0f, 1.0f);

  return GDK_PAINTABLE (self);
}

/**
 * dateline_tile_paintable_new_part:
 * @texture: the tile, or one of a lower zoom that holds it
 * @size_px: the tile's size, before scaling
 * @part: where in @texture it lies, 0 to 1
 *
 * For textures that show nothing of the tile's neighbours.
 *
 * Returns: (transfer full): what draws it
 */
GdkPaintable *
dateline_tile_paintable_new_part (GdkTexture *texture, int size_px, const graphene_rect_t *part)
{
  GdkPaintable *paintable = dateline_tile_paintable_new (texture, size_px);

  DATELINE_TILE_PAINTABLE (paintable)->has_bleed = FALSE;
  DATELINE_TILE_PAINTABLE (paintable)->part = *part;
  return paintable;
}
