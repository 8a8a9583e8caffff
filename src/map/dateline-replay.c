/* dateline-replay.c: pictures of the map, day after day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-replay.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <math.h>

G_DEFINE_QUARK (dateline - replay - error - quark, dateline_replay_error)

struct _DatelineReplay
{
  DatelineMapPicture   *picture;
  DatelineReplayOptions options;
  cairo_surface_t      *surface; /* of the last frame */
  DatelineDay           drawn;   /* its day */
};

/**
 * dateline_replay_new:
 * @picture: (transfer full): what each frame is
 * @options: its days, none before the other, and its pace
 *
 * Returns: (transfer full): a replay
 */
DatelineReplay *
dateline_replay_new (DatelineMapPicture *picture, const DatelineReplayOptions *options)
{
  DatelineReplay *self = g_new0 (DatelineReplay, 1);

  self->picture = picture;
  self->options = *options;
  self->options.last = MAX (options->last, options->first);
  self->options.step_days = MAX (options->step_days, (self->options.last - options->first + 1.0) / DATELINE_REPLAY_MAX_FRAMES);
  /* No day falls between two frames. */
  if (options->window_days > 0)
    self->options.window_days = MAX (options->window_days, (int) ceil (self->options.step_days - 1e-6));
  self->options.fps = CLAMP (options->fps, 1, 60);
  self->drawn = DATELINE_DAY_NONE;
  dateline_map_picture_set_whole (picture, dateline_date_interval_for_days (options->first, self->options.last, DATELINE_REGION_OFFSET_MINUTES));
  dateline_map_picture_keep_ground (picture);

  return self;
}

void
dateline_replay_free (DatelineReplay *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->surface, cairo_surface_destroy);
  dateline_map_picture_free (self->picture);
  g_free (self);
}

/**
 * dateline_replay_get_n_frames:
 * @self: a replay
 *
 * Returns: how many there are, at least one
 */
guint
dateline_replay_get_n_frames (const DatelineReplay *self)
{
  int n_days = self->options.last - self->options.first + 1;

  /* A hair less: a tenth of a day, ten times, is a day. */
  return (guint) MAX (ceil (n_days / self->options.step_days - 1e-6), 1.0);
}

/**
 * dateline_replay_get_day:
 * @self: a replay
 * @frame: from 0
 *
 * Returns: the day that the frame's window ends with. The last frame ends
 *   with the last day.
 */
DatelineDay
dateline_replay_get_day (const DatelineReplay *self, guint frame)
{
  if (frame + 1 >= dateline_replay_get_n_frames (self))
    return self->options.last;

  return MIN (self->options.first + (DatelineDay) floor (frame * self->options.step_days + 1e-6), self->options.last);
}

int
dateline_replay_get_fps (const DatelineReplay *self)
{
  return self->options.fps;
}

/**
 * dateline_replay_draw_frame:
 * @self: a replay
 * @frame: from 0
 *
 * Returns: (transfer none): the frame, in RGB24; until the next is drawn
 */
cairo_surface_t *
dateline_replay_draw_frame (DatelineReplay *self, guint frame)
{
  DatelineDay day = dateline_replay_get_day (self, frame);
  DatelineDay first = self->options.window_days > 0 ? day - self->options.window_days + 1 : self->options.first;
  cairo_t    *cr;

  if (self->surface == NULL)
    self->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, dateline_map_picture_get_width (self->picture), dateline_map_picture_get_height (self->picture));
  if (day == self->drawn)
    return self->surface;

  dateline_map_picture_set_window (self->picture, dateline_date_interval_for_days (first, day, DATELINE_REGION_OFFSET_MINUTES));
  cr = cairo_create (self->surface);
  dateline_map_picture_draw (self->picture, cr);
  cairo_destroy (cr);
  cairo_surface_flush (self->surface);
  self->drawn = day;
  return self->surface;
}

/* --- a folder ------------------------------------------------------- */

static gboolean
save_frame (DatelineReplay *self, guint frame, const char *folder, GError **error)
{
  g_autofree char *name = g_strdup_printf ("frame-%06u.png", frame + 1);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  cairo_status_t   status = cairo_surface_write_to_png (dateline_replay_draw_frame (self, frame), path);

  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, DATELINE_REPLAY_ERROR, DATELINE_REPLAY_ERROR_FAILED, "%s: %s", name, cairo_status_to_string (status));
  return FALSE;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char      *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_remove (file);
    }
  g_rmdir (path);
}

static gboolean
check_free (const char *path, const char *typed, GError **error)
{
  g_autoptr (GDir) folder = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;

  folder = g_dir_open (path, 0, error);
  if (folder == NULL)
    return FALSE;
  if (g_dir_read_name (folder) == NULL)
    return TRUE;

  g_set_error (error, DATELINE_REPLAY_ERROR, DATELINE_REPLAY_ERROR_EXISTS, _ ("%s: the folder is not empty; give another name"), typed);
  return FALSE;
}

/**
 * dateline_replay_save_frames:
 * @self: a replay
 * @folder: where to; it must be empty or not be there
 * @cancellable: (nullable): a cancellable
 * @func: (nullable): is told of each frame
 * @user_data: for @func
 * @error: return location for a #GError
 *
 * Writes frame-000001.png and so on.
 *
 * Errors: %DATELINE_REPLAY_ERROR_EXISTS, %DATELINE_REPLAY_ERROR_FAILED,
 *   %G_IO_ERROR_CANCELLED, those of making a folder; all name @folder
 *
 * Returns: whether all were written; else none is there
 */
gboolean
dateline_replay_save_frames (DatelineReplay *self, const char *folder, GCancellable *cancellable, DatelineReplayFunc func, gpointer user_data, GError **error)
{
  g_autofree char *plain = g_canonicalize_filename (folder, NULL);
  g_autofree char *temporary = g_strconcat (plain, ".XXXXXX", NULL);
  guint            n_frames = dateline_replay_get_n_frames (self);
  gboolean         done = TRUE;

  if (!check_free (plain, folder, error))
    return FALSE;
  if (g_mkdtemp_full (temporary, 0755) == NULL)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: %s", folder, g_strerror (errno));
      return FALSE;
    }

  for (guint frame = 0; done && frame < n_frames; frame++)
    {
      done = !g_cancellable_set_error_if_cancelled (cancellable, error) && save_frame (self, frame, temporary, error);
      if (done && func != NULL)
        func (frame + 1, n_frames, user_data);
    }
  if (done && g_rename (temporary, plain) != 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s", g_strerror (errno));
      done = FALSE;
    }
  if (done)
    return TRUE;

  remove_folder (temporary);
  g_prefix_error (error, "%s: ", folder);
  return FALSE;
}
