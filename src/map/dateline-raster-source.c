/* dateline-raster-source.c: a map source of tiles that others have drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libshumate's own source of raster tiles keeps failures to itself; this
 * one tells why there are none, and goes on below the deepest zoom that
 * there is data for.
 */

#define G_LOG_DOMAIN "dateline-map"

#include "config.h"

#include "dateline-raster-source.h"

#include <glib/gi18n.h>

#include "dateline-map-view.h"
#include "dateline-tile-paintable.h"

#define TILE_PX 256

/* One tile may be missing; so many in a row mean that something is wrong. */
#define FAILURES_IN_A_ROW 3

struct _DatelineRasterSource
{
  ShumateMapSource parent_instance;

  ShumateDataSource *data;
  guint              max_data_zoom;
  guint              n_failures; /* since the last success */
  char              *problem;
};

enum
{
  PROP_0,
  PROP_PROBLEM,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (DatelineRasterSource, dateline_raster_source, SHUMATE_TYPE_MAP_SOURCE)

G_DEFINE_QUARK (dateline - raster - error - quark, dateline_raster_error)

static GParamSpec *properties[N_PROPS];

typedef struct
{
  ShumateTile    *tile;
  GBytes         *bytes; /* as they came; NULL until then */
  graphene_rect_t part;  /* of the picture, 0–1 */
} TileJob;

static void
tile_job_free (gpointer data)
{
  TileJob *job = data;

  g_object_unref (job->tile);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job);
}

static void
set_problem (DatelineRasterSource *self, const char *problem)
{
  if (g_strcmp0 (self->problem, problem) == 0)
    return;

  g_free (self->problem);
  self->problem = g_strdup (problem);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

static void
note_outcome (DatelineRasterSource *self, const GError *error)
{
  if (error == NULL)
    {
      self->n_failures = 0;
      set_problem (self, NULL);
      return;
    }

  g_debug ("%s", error->message);
  if (++self->n_failures >= FAILURES_IN_A_ROW)
    set_problem (self, error->message);
}

static GdkTexture *
create_empty (void)
{
  static const guint8 clear[4] = { 0 };
  g_autoptr (GBytes)  bytes = g_bytes_new_static (clear, sizeof clear);

  return gdk_memory_texture_new (1, 1, GDK_MEMORY_DEFAULT, bytes, 4);
}

static void
decode_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  TileJob               *job = task_data;
  g_autoptr (GError)     error = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  if (g_bytes_get_size (job->bytes) == 0)
    texture = create_empty ();
  else
    texture = gdk_texture_new_from_bytes (job->bytes, &error);

  if (texture == NULL)
    g_task_return_new_error (task, DATELINE_RASTER_ERROR, DATELINE_RASTER_ERROR_PICTURE, "%s", _ ("what came is not a picture"));
  else
    g_task_return_pointer (task, g_steal_pointer (&texture), g_object_unref);
}

static void
on_data_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask)  task = user_data;
  TileJob           *job = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  job->bytes = shumate_data_source_get_tile_data_finish (SHUMATE_DATA_SOURCE (source_object), result, &error);
  if (job->bytes == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_run_in_thread (task, decode_in_thread);
}

static void
dateline_raster_source_fill_tile_async (ShumateMapSource *source, ShumateTile *tile, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  DatelineRasterSource *self = DATELINE_RASTER_SOURCE (source);
  g_autoptr (GTask)     task = g_task_new (source, cancellable, callback, user_data);
  TileJob              *job = g_new0 (TileJob, 1);
  guint                 zoom = (guint) shumate_tile_get_zoom_level (tile);
  guint                 above = zoom > self->max_data_zoom ? zoom - self->max_data_zoom : 0;
  guint                 x = shumate_tile_get_x (tile), y = shumate_tile_get_y (tile);
  float                 size = 1.0f / (float) (1u << above);

  job->tile = g_object_ref (tile);
  job->part = GRAPHENE_RECT_INIT (size * (float) (x - (x >> above << above)), size * (float) (y - (y >> above << above)), size, size);
  g_task_set_source_tag (task, dateline_raster_source_fill_tile_async);
  g_task_set_task_data (task, job, tile_job_free);
  shumate_data_source_get_tile_data_async (self->data, (int) (x >> above), (int) (y >> above), (int) (zoom - above), cancellable, on_data_cb, g_steal_pointer (&task));
}

static gboolean
dateline_raster_source_fill_tile_finish (ShumateMapSource *source, GAsyncResult *result, GError **error)
{
  DatelineRasterSource    *self = DATELINE_RASTER_SOURCE (source);
  TileJob                 *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError)       failure = NULL;
  g_autoptr (GdkTexture)   texture = g_task_propagate_pointer (G_TASK (result), &failure);
  g_autoptr (GdkPaintable) paintable = NULL;

  if (!g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    note_outcome (self, failure);
  if (texture == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  paintable = dateline_tile_paintable_new_part (texture, TILE_PX, &job->part);
  shumate_tile_set_fade_in (job->tile, FALSE);
  shumate_tile_set_paintable (job->tile, paintable);
  shumate_tile_set_state (job->tile, SHUMATE_STATE_DONE);
  return TRUE;
}

static void
dateline_raster_source_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  DatelineRasterSource *self = DATELINE_RASTER_SOURCE (object);

  switch (prop_id)
    {
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_raster_source_finalize (GObject *object)
{
  DatelineRasterSource *self = DATELINE_RASTER_SOURCE (object);

  g_clear_object (&self->data);
  g_clear_pointer (&self->problem, g_free);

  G_OBJECT_CLASS (dateline_raster_source_parent_class)->finalize (object);
}

static void
dateline_raster_source_class_init (DatelineRasterSourceClass *klass)
{
  GObjectClass          *object_class = G_OBJECT_CLASS (klass);
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  object_class->get_property = dateline_raster_source_get_property;
  object_class->finalize = dateline_raster_source_finalize;
  source_class->fill_tile_async = dateline_raster_source_fill_tile_async;
  source_class->fill_tile_finish = dateline_raster_source_fill_tile_finish;

  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_raster_source_init (DatelineRasterSource *self)
{
}

/**
 * dateline_raster_source_new:
 * @data: gives the bytes of a picture, none where there is nothing to
 *   show, or an error whose message the reader will see
 * @max_data_zoom: the deepest zoom that @data has; beyond, its tiles are
 *   drawn larger
 *
 * Returns: (transfer full): the source, zoom 3 to 18
 */
DatelineRasterSource *
dateline_raster_source_new (ShumateDataSource *data, guint max_data_zoom)
{
  DatelineRasterSource *self;
  static guint          n_sources = 0;
  g_autofree char      *id = g_strdup_printf ("dateline-raster-%u", n_sources++);

  self = g_object_new (DATELINE_TYPE_RASTER_SOURCE,
                       "id", id,
                       "name", "Raster",
                       "min-zoom-level", DATELINE_BASEMAP_MIN_ZOOM,
                       "max-zoom-level", DATELINE_BASEMAP_MAX_ZOOM,
                       "tile-size", TILE_PX,
                       "projection", SHUMATE_MAP_PROJECTION_MERCATOR,
                       NULL);
  self->data = g_object_ref (data);
  self->max_data_zoom = max_data_zoom;

  return self;
}

/**
 * dateline_raster_source_get_problem:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): why no tile comes
 */
const char *
dateline_raster_source_get_problem (DatelineRasterSource *self)
{
  g_return_val_if_fail (DATELINE_IS_RASTER_SOURCE (self), NULL);

  return self->problem;
}
