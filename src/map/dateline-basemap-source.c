/* dateline-basemap-source.c: a map source that draws the offline basemap
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-map"

#include "config.h"

#include "dateline-basemap-source.h"

#include "dateline-basemap-painter.h"
#include "dateline-map-view.h"
#include "dateline-tile-paintable.h"

#define TILE_PX 256

struct _DatelineBasemapSource
{
  ShumateMapSource parent_instance;

  DatelineBasemap     *basemap; /* NULL draws bare sea */
  DatelineBasemapStyle style;
  int                  scale;
};

G_DEFINE_FINAL_TYPE (DatelineBasemapSource, dateline_basemap_source, SHUMATE_TYPE_MAP_SOURCE)

typedef struct
{
  ShumateTile      *tile;
  DatelineTilePlace place;
} TileJob;

static void
tile_job_free (gpointer data)
{
  TileJob *job = data;

  g_object_unref (job->tile);
  g_free (job);
}

/* The picture reaches a pixel beyond the tile on every side. */
static GdkTexture *
paint_tile (DatelineBasemapSource *self, DatelineTilePlace place)
{
  int                size = (place.size_px + 2 * DATELINE_TILE_BLEED_PX) * self->scale;
  int                stride = cairo_format_stride_for_width (CAIRO_FORMAT_ARGB32, size);
  g_autofree guchar *pixels = g_malloc0 ((gsize) stride * size);
  cairo_surface_t   *surface = cairo_image_surface_create_for_data (pixels, CAIRO_FORMAT_ARGB32, size, size, stride);
  cairo_t           *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_scale (cr, self->scale, self->scale);
  cairo_translate (cr, DATELINE_TILE_BLEED_PX, DATELINE_TILE_BLEED_PX);
  dateline_basemap_paint_tile (self->basemap, self->style, place, cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);

  bytes = g_bytes_new_take (g_steal_pointer (&pixels), (gsize) stride * size);
  return gdk_memory_texture_new (size, size, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
}

static void
paint_tile_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  DatelineBasemapSource *self = source_object;
  TileJob               *job = task_data;

  if (g_task_return_error_if_cancelled (task))
    return;

  g_task_return_pointer (task, paint_tile (self, job->place), g_object_unref);
}

static void
dateline_basemap_source_fill_tile_async (ShumateMapSource *source, ShumateTile *tile, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  TileJob          *job = g_new0 (TileJob, 1);

  job->tile = g_object_ref (tile);
  job->place = (DatelineTilePlace){
    .x = shumate_tile_get_x (tile),
    .y = shumate_tile_get_y (tile),
    .zoom = (int) shumate_tile_get_zoom_level (tile),
    .size_px = (int) shumate_tile_get_size (tile),
  };
  g_task_set_source_tag (task, dateline_basemap_source_fill_tile_async);
  g_task_set_task_data (task, job, tile_job_free);
  g_task_run_in_thread (task, paint_tile_in_thread);
}

static gboolean
dateline_basemap_source_fill_tile_finish (ShumateMapSource *source, GAsyncResult *result, GError **error)
{
  g_autoptr (GdkTexture)   texture = g_task_propagate_pointer (G_TASK (result), error);
  g_autoptr (GdkPaintable) paintable = NULL;
  TileJob                 *job = g_task_get_task_data (G_TASK (result));

  if (texture == NULL)
    return FALSE;

  paintable = dateline_tile_paintable_new (texture, job->place.size_px);
  shumate_tile_set_fade_in (job->tile, FALSE);
  shumate_tile_set_paintable (job->tile, paintable);
  shumate_tile_set_state (job->tile, SHUMATE_STATE_DONE);
  return TRUE;
}

static void
dateline_basemap_source_finalize (GObject *object)
{
  DatelineBasemapSource *self = DATELINE_BASEMAP_SOURCE (object);

  g_clear_pointer (&self->basemap, dateline_basemap_unref);

  G_OBJECT_CLASS (dateline_basemap_source_parent_class)->finalize (object);
}

static void
dateline_basemap_source_class_init (DatelineBasemapSourceClass *klass)
{
  GObjectClass          *object_class = G_OBJECT_CLASS (klass);
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  object_class->finalize = dateline_basemap_source_finalize;
  source_class->fill_tile_async = dateline_basemap_source_fill_tile_async;
  source_class->fill_tile_finish = dateline_basemap_source_fill_tile_finish;
}

static void
dateline_basemap_source_init (DatelineBasemapSource *self)
{
}

/**
 * dateline_basemap_source_new:
 * @basemap: (nullable): what to draw; %NULL draws bare sea
 * @style: the colours
 * @scale: pixels of the screen for each pixel of the tile
 *
 * Returns: (transfer full): the source, zoom 3 to 18
 */
DatelineBasemapSource *
dateline_basemap_source_new (DatelineBasemap *basemap, DatelineBasemapStyle style, int scale)
{
  DatelineBasemapSource *self;
  g_autofree char       *id = NULL;

  g_return_val_if_fail (scale > 0, NULL);

  id = g_strdup_printf ("dateline-%s-%d%s", dateline_basemap_style_get_palette (style)->name, scale, basemap ? "" : "-bare");
  self = g_object_new (DATELINE_TYPE_BASEMAP_SOURCE,
                       "id", id,
                       "name", "Dateline",
                       "min-zoom-level", DATELINE_BASEMAP_MIN_ZOOM,
                       "max-zoom-level", DATELINE_BASEMAP_MAX_ZOOM,
                       "tile-size", TILE_PX,
                       "projection", SHUMATE_MAP_PROJECTION_MERCATOR,
                       NULL);
  self->basemap = basemap ? dateline_basemap_ref (basemap) : NULL;
  self->style = style;
  self->scale = scale;

  return self;
}
