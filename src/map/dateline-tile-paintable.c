/* dateline-tile-paintable.c: a tile's picture that reaches over its edge
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-tile-paintable.h"

struct _DatelineTilePaintable
{
  GObject parent_instance;

  GdkTexture *texture;
  int         size_px;
};

static void dateline_tile_paintable_paintable_init (GdkPaintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DatelineTilePaintable, dateline_tile_paintable, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, dateline_tile_paintable_paintable_init))

static void
dateline_tile_paintable_snapshot (GdkPaintable *paintable, GdkSnapshot *snapshot, double width, double height)
{
  DatelineTilePaintable *self = DATELINE_TILE_PAINTABLE (paintable);
  float                  x = (float) (width * DATELINE_TILE_BLEED_PX / self->size_px);
  float                  y = (float) (height * DATELINE_TILE_BLEED_PX / self->size_px);

  gtk_snapshot_append_texture (GTK_SNAPSHOT (snapshot), self->texture, &GRAPHENE_RECT_INIT (-x, -y, (float) width + 2.0f * x, (float) height + 2.0f * y));
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

  return GDK_PAINTABLE (self);
}
