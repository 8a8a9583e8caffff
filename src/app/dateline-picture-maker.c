/* dateline-picture-maker.c: pictures of a project, made beside the main loop
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-app"

#include "config.h"

#include "dateline-picture-maker.h"

/* All but the progress is never changed: any thread may read it. */
struct _DatelinePictureMaker
{
  GObject parent_instance;

  DatelineBasemap       *basemap; /* NULL without a file */
  DatelineIncidentTable *table;   /* those that passed the filter */
  DatelinePoint          south_west;
  DatelinePoint          north_east;
  int                    n_done; /* atomic */
  int                    n_frames;
};

G_DEFINE_FINAL_TYPE (DatelinePictureMaker, dateline_picture_maker, G_TYPE_OBJECT)

typedef struct
{
  DatelinePictureRequest request; /* its title is a copy */
  char                  *path;    /* NULL for a preview */
  int                    max_width_px;
  int                    max_height_px;
} Job;

static Job *
job_new (const DatelinePictureRequest *request)
{
  Job *job = g_new0 (Job, 1);

  job->request = *request;
  job->request.look.title = g_strdup (request->look.title);
  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free ((char *) job->request.look.title);
  g_free (job->path);
  g_free (job);
}

static DatelineMapPicture *
create_picture (DatelinePictureMaker *self, const DatelinePictureRequest *request)
{
  DatelineMapPicture *picture = dateline_map_picture_new (self->basemap, self->table, &request->look);

  dateline_map_picture_show_area (picture, self->south_west, self->north_east);
  if (request->kind == DATELINE_PICTURE_STILL)
    {
      dateline_map_picture_set_whole (picture, request->window);
      dateline_map_picture_set_window (picture, request->window);
    }
  return picture;
}

/* --- preview -------------------------------------------------------- */

/* The last frame of a replay: it has the most to show. */
static void
draw_preview (DatelinePictureMaker *self, const DatelinePictureRequest *request, cairo_t *cr)
{
  DatelineMapPicture *picture = create_picture (self, request);

  if (request->kind == DATELINE_PICTURE_STILL)
    {
      dateline_map_picture_draw (picture, cr);
      dateline_map_picture_free (picture);
    }
  else
    {
      g_autoptr (DatelineReplay) replay = dateline_replay_new (picture, &request->pace);

      cairo_set_source_surface (cr, dateline_replay_draw_frame (replay, dateline_replay_get_n_frames (replay) - 1), 0.0, 0.0);
      cairo_paint (cr);
    }
}

static void
preview_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  const Job         *job = task_data;
  int                width = job->request.look.width_px, height = job->request.look.height_px;
  double             scale = MIN (MIN ((double) job->max_width_px / width, (double) job->max_height_px / height), 1.0);
  cairo_surface_t   *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, MAX ((int) (width * scale), 1), MAX ((int) (height * scale), 1));
  cairo_t           *cr = cairo_create (surface);
  int                stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_scale (cr, scale, scale);
  draw_preview (source_object, &job->request, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  /* RGB24 leaves a byte that is not set; all of it was painted, opaque. */
  for (int i = 3; G_BYTE_ORDER == G_LITTLE_ENDIAN && i < stride * cairo_image_surface_get_height (surface); i += 4)
    cairo_image_surface_get_data (surface)[i] = 0xff;
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) stride * cairo_image_surface_get_height (surface));
  g_task_return_pointer (task,
                         gdk_memory_texture_new (cairo_image_surface_get_width (surface), cairo_image_surface_get_height (surface), GDK_MEMORY_DEFAULT, bytes, (gsize) stride),
                         g_object_unref);
  cairo_surface_destroy (surface);
}

/**
 * dateline_picture_maker_preview_async:
 * @self: a picture maker
 * @request: what is to be shown
 * @max_width_px: of the preview
 * @max_height_px: of the preview
 * @callback: called when it is drawn
 * @user_data: for @callback
 *
 * Draws what dateline_picture_maker_save_async() would write, smaller; of
 * a replay, the last frame.
 */
void
dateline_picture_maker_preview_async (DatelinePictureMaker         *self,
                                      const DatelinePictureRequest *request,
                                      int                           max_width_px,
                                      int                           max_height_px,
                                      GAsyncReadyCallback           callback,
                                      gpointer                      user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  Job              *job = job_new (request);

  job->max_width_px = max_width_px;
  job->max_height_px = max_height_px;
  g_task_set_source_tag (task, dateline_picture_maker_preview_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, preview_in_thread);
}

GdkTexture *
dateline_picture_maker_preview_finish (DatelinePictureMaker *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- saving --------------------------------------------------------- */

/* A DatelineReplayFunc. */
static void
note_progress (guint n_done, guint n_frames, gpointer user_data)
{
  DatelinePictureMaker *self = user_data;

  g_atomic_int_set (&self->n_frames, (int) n_frames);
  g_atomic_int_set (&self->n_done, (int) n_done);
}

static gboolean
save_replay (DatelinePictureMaker *self, const Job *job, DatelineMapPicture *picture, GCancellable *cancellable, GError **error)
{
  g_autoptr (DatelineReplay) replay = dateline_replay_new (picture, &job->request.pace);

  if (job->request.kind == DATELINE_PICTURE_VIDEO)
    return dateline_replay_save_video (replay, job->path, cancellable, note_progress, self, error);
  return dateline_replay_save_frames (replay, job->path, cancellable, note_progress, self, error);
}

static void
save_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  DatelinePictureMaker *self = source_object;
  const Job            *job = task_data;
  DatelineMapPicture   *picture = create_picture (self, &job->request);
  g_autoptr (GError)    error = NULL;
  gboolean              saved;

  if (job->request.kind != DATELINE_PICTURE_STILL)
    saved = save_replay (self, job, picture, cancellable, &error);
  else
    {
      saved = dateline_map_picture_save (picture, job->path, job->request.scale, &error);
      dateline_map_picture_free (picture);
    }

  if (saved)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * dateline_picture_maker_save_async:
 * @self: a picture maker
 * @request: what is to be written
 * @path: where to
 * @cancellable: (nullable): stops a replay, of which nothing is left then
 * @callback: called when it is there whole, or not at all
 * @user_data: for @callback
 */
void
dateline_picture_maker_save_async (DatelinePictureMaker         *self,
                                   const DatelinePictureRequest *request,
                                   const char                   *path,
                                   GCancellable                 *cancellable,
                                   GAsyncReadyCallback           callback,
                                   gpointer                      user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Job              *job = job_new (request);

  job->path = g_strdup (path);
  note_progress (0, 0, self);
  g_task_set_source_tag (task, dateline_picture_maker_save_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, save_in_thread);
}

gboolean
dateline_picture_maker_save_finish (DatelinePictureMaker *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * dateline_picture_maker_get_progress:
 * @self: a picture maker
 *
 * Returns: how much of the replay that is being written is done, 0 to 1
 */
double
dateline_picture_maker_get_progress (DatelinePictureMaker *self)
{
  int n_frames = g_atomic_int_get (&self->n_frames);

  return n_frames > 0 ? (double) g_atomic_int_get (&self->n_done) / n_frames : 0.0;
}

/* --- life ----------------------------------------------------------- */

static void
dateline_picture_maker_finalize (GObject *object)
{
  DatelinePictureMaker *self = DATELINE_PICTURE_MAKER (object);

  g_clear_pointer (&self->basemap, dateline_basemap_unref);
  g_clear_pointer (&self->table, dateline_incident_table_free);

  G_OBJECT_CLASS (dateline_picture_maker_parent_class)->finalize (object);
}

static void
dateline_picture_maker_class_init (DatelinePictureMakerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dateline_picture_maker_finalize;
}

static void
dateline_picture_maker_init (DatelinePictureMaker *self)
{
}

/**
 * dateline_picture_maker_new:
 * @basemap: (nullable): the basemap
 * @table: the incidents; those that pass are copied
 * @south_west: a corner of what is shown
 * @north_east: its opposite
 *
 * Returns: (transfer full): a picture maker
 */
DatelinePictureMaker *
dateline_picture_maker_new (DatelineBasemap *basemap, const DatelineIncidentTable *table, DatelinePoint south_west, DatelinePoint north_east)
{
  DatelinePictureMaker *self = g_object_new (DATELINE_TYPE_PICTURE_MAKER, NULL);
  g_autofree guint8    *left_out = g_new (guint8, MAX (table->n_rows, 1));

  for (guint row = 0; row < table->n_rows; row++)
    left_out[row] = !table->passes[row];
  self->basemap = basemap != NULL ? dateline_basemap_ref (basemap) : NULL;
  self->table = dateline_incident_table_copy (table, left_out, 0, 0);
  dateline_incident_table_sort (self->table);
  self->south_west = south_west;
  self->north_east = north_east;

  return self;
}
