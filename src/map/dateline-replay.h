/* dateline-replay.h: pictures of the map, day after day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each frame is the same drawing as a picture. Frames are written into a
 * folder, or into a video; see dateline-replay-video.c for that. What was
 * begun is whole in the end or not there at all.
 */

#pragma once

#include <gio/gio.h>

#include "dateline-map-picture.h"

G_BEGIN_DECLS

#define DATELINE_REPLAY_MAX_FRAMES 1000000

typedef struct
{
  DatelineDay first;
  DatelineDay last;
  double      step_days;   /* that each frame goes on; less than one shows a day in several frames */
  int         window_days; /* that each frame shows; 0 for all up to its day */
  int         fps;         /* of a video, 1 to 60 */
} DatelineReplayOptions;

#define DATELINE_REPLAY_ERROR (dateline_replay_error_quark ())

typedef enum
{
  DATELINE_REPLAY_ERROR_EXISTS,  /* the folder has something else in it */
  DATELINE_REPLAY_ERROR_MISSING, /* a part of GStreamer is not installed */
  DATELINE_REPLAY_ERROR_FAILED   /* GStreamer said no */
} DatelineReplayError;

GQuark dateline_replay_error_quark (void);

/* After each frame; on the thread that writes. */
typedef void (*DatelineReplayFunc) (guint n_done, guint n_frames, gpointer user_data);

typedef struct _DatelineReplay DatelineReplay;

DatelineReplay  *dateline_replay_new (DatelineMapPicture *picture, const DatelineReplayOptions *options); /* takes it */
void             dateline_replay_free (DatelineReplay *self);
guint            dateline_replay_get_n_frames (const DatelineReplay *self);
DatelineDay      dateline_replay_get_day (const DatelineReplay *self, guint frame);
int              dateline_replay_get_fps (const DatelineReplay *self);
cairo_surface_t *dateline_replay_draw_frame (DatelineReplay *self, guint frame);
gboolean         dateline_replay_save_frames (DatelineReplay *self, const char *folder, GCancellable *cancellable, DatelineReplayFunc func, gpointer user_data, GError **error);
gboolean         dateline_replay_save_video (DatelineReplay *self, const char *path, GCancellable *cancellable, DatelineReplayFunc func, gpointer user_data, GError **error);
gboolean         dateline_replay_can_save_video (GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineReplay, dateline_replay_free)

G_END_DECLS
