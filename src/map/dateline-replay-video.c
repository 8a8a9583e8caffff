/* dateline-replay-video.c: a replay as a WebM video
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of GStreamer is here: frames go in by an appsrc, VP8 in Matroska
 * comes out.
 */

#include "config.h"

#include "dateline-replay.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <gst/gst.h>

/* A keyframe at least so often, to be jumped to. */
#define KEYFRAME_S 4

/* Frames that wait to be encoded. */
#define MAX_WAITING 4
#define WAIT_MS 5

typedef enum
{
  ELEMENT_SOURCE,
  ELEMENT_CONVERTER,
  ELEMENT_ENCODER,
  ELEMENT_MUXER,
  ELEMENT_SINK,
  N_ELEMENTS
} Element;

static const struct
{
  const char *name;
  const char *package; /* of Debian */
} elements[] = {
  [ELEMENT_SOURCE] = { "appsrc", "gstreamer1.0-plugins-base" },
  [ELEMENT_CONVERTER] = { "videoconvert", "gstreamer1.0-plugins-base" },
  [ELEMENT_ENCODER] = { "vp8enc", "gstreamer1.0-plugins-good" },
  [ELEMENT_MUXER] = { "webmmux", "gstreamer1.0-plugins-good" },
  [ELEMENT_SINK] = { "filesink", "libgstreamer1.0-0" },
};

typedef struct
{
  GstElement *pipeline;
  GstElement *parts[N_ELEMENTS]; /* owned by the pipeline */
  GstBus     *bus;
  guint64     max_bytes; /* that wait to be encoded */
} Encoder;

/**
 * dateline_replay_can_save_video:
 * @error: return location for a #GError
 *
 * Errors: %DATELINE_REPLAY_ERROR_MISSING, which names the package
 *
 * Returns: whether what a video takes is installed
 */
gboolean
dateline_replay_can_save_video (GError **error)
{
  if (!gst_init_check (NULL, NULL, error))
    return FALSE;

  for (guint i = 0; i < N_ELEMENTS; i++)
    {
      g_autoptr (GstElementFactory) factory = gst_element_factory_find (elements[i].name);

      if (factory == NULL)
        {
          g_set_error (error, DATELINE_REPLAY_ERROR, DATELINE_REPLAY_ERROR_MISSING, _ ("a video takes GStreamer’s “%s”, which is not installed; install the package %s"), elements[i].name, elements[i].package);
          return FALSE;
        }
    }
  return TRUE;
}

static gsize
get_size (cairo_surface_t *frame)
{
  return (gsize) cairo_image_surface_get_stride (frame) * cairo_image_surface_get_height (frame);
}

static void
set_up_source (Encoder *self, cairo_surface_t *frame, int fps)
{
  g_autoptr (GstCaps) caps = NULL;

  self->max_bytes = (guint64) get_size (frame) * MAX_WAITING;
  /* Cairo's pixels are words of the machine. */
  caps = gst_caps_new_simple ("video/x-raw",
                              "format", G_TYPE_STRING, G_BYTE_ORDER == G_LITTLE_ENDIAN ? "BGRx" : "xRGB",
                              "width", G_TYPE_INT, cairo_image_surface_get_width (frame),
                              "height", G_TYPE_INT, cairo_image_surface_get_height (frame),
                              "framerate", GST_TYPE_FRACTION, fps, 1,
                              NULL);
  g_object_set (self->parts[ELEMENT_SOURCE],
                "caps", caps,
                "format", GST_FORMAT_TIME,
                "max-bytes", (guint64) 0,
                NULL);
}

/* Few colours, sharp edges: a constant quality, however many bytes that
 * takes. Its threads would spin while they wait for one another: one takes
 * a third of their time. */
static void
set_up_encoder (Encoder *self, int fps)
{
  GstElement *encoder = self->parts[ELEMENT_ENCODER];

  gst_util_set_object_arg (G_OBJECT (encoder), "end-usage", "cq");
  g_object_set (encoder,
                "cq-level", 8,
                "min-quantizer", 4,
                "max-quantizer", 24,
                "target-bitrate", 20000000,
                "deadline", G_GINT64_CONSTANT (1),
                "cpu-used", 4,
                "threads", 1,
                "keyframe-max-dist", fps * KEYFRAME_S,
                NULL);
}

static void
encoder_clear (Encoder *self)
{
  if (self->pipeline == NULL)
    return;

  gst_element_set_state (self->pipeline, GST_STATE_NULL);
  g_clear_pointer (&self->bus, gst_object_unref);
  g_clear_pointer (&self->pipeline, gst_object_unref);
}

static void
set_error_from_message (GstMessage *message, GError **error)
{
  g_autoptr (GError) reason = NULL;

  gst_message_parse_error (message, &reason, NULL);
  g_set_error_literal (error, DATELINE_REPLAY_ERROR, DATELINE_REPLAY_ERROR_FAILED, reason->message);
}

/* Why pushing or starting failed. */
static void
set_error_from_bus (Encoder *self, GError **error)
{
  g_autoptr (GstMessage) message = gst_bus_timed_pop_filtered (self->bus, GST_SECOND, GST_MESSAGE_ERROR);

  if (message != NULL)
    set_error_from_message (message, error);
  else
    g_set_error_literal (error, DATELINE_REPLAY_ERROR, DATELINE_REPLAY_ERROR_FAILED, _ ("the video cannot be encoded"));
}

static gboolean
encoder_start (Encoder *self, const char *path, cairo_surface_t *frame, int fps, GError **error)
{
  self->pipeline = gst_pipeline_new (NULL);
  self->bus = gst_element_get_bus (self->pipeline);
  for (guint i = 0; i < N_ELEMENTS; i++)
    {
      self->parts[i] = gst_element_factory_make (elements[i].name, NULL);
      gst_bin_add (GST_BIN (self->pipeline), self->parts[i]);
    }
  set_up_source (self, frame, fps);
  set_up_encoder (self, fps);
  g_object_set (self->parts[ELEMENT_SINK], "location", path, NULL);
  for (guint i = 1; i < N_ELEMENTS; i++)
    gst_element_link (self->parts[i - 1], self->parts[i]);

  if (gst_element_set_state (self->pipeline, GST_STATE_PLAYING) != GST_STATE_CHANGE_FAILURE)
    return TRUE;
  set_error_from_bus (self, error);
  return FALSE;
}

/* Waits while enough frames do. The source could wait by itself, but not
 * hear that the encoder has given up. */
static gboolean
encoder_wait (Encoder *self, GError **error)
{
  for (;;)
    {
      g_autoptr (GstMessage) message = NULL;
      guint64                waiting;

      g_object_get (self->parts[ELEMENT_SOURCE], "current-level-bytes", &waiting, NULL);
      if (waiting < self->max_bytes)
        return TRUE;
      message = gst_bus_timed_pop_filtered (self->bus, WAIT_MS * GST_MSECOND, GST_MESSAGE_ERROR);
      if (message == NULL)
        continue;
      set_error_from_message (message, error);
      return FALSE;
    }
}

static gboolean
encoder_push (Encoder *self, cairo_surface_t *frame, guint number, int fps, GError **error)
{
  GstBuffer    *buffer = gst_buffer_new_memdup (cairo_image_surface_get_data (frame), get_size (frame));
  GstFlowReturn flow = GST_FLOW_ERROR;

  GST_BUFFER_PTS (buffer) = gst_util_uint64_scale (number, GST_SECOND, fps);
  GST_BUFFER_DURATION (buffer) = gst_util_uint64_scale (number + 1, GST_SECOND, fps) - GST_BUFFER_PTS (buffer);
  g_signal_emit_by_name (self->parts[ELEMENT_SOURCE], "push-buffer", buffer, &flow);
  gst_buffer_unref (buffer);
  if (flow == GST_FLOW_OK)
    return TRUE;
  set_error_from_bus (self, error);
  return FALSE;
}

static gboolean
encoder_finish (Encoder *self, GError **error)
{
  g_autoptr (GstMessage) message = NULL;
  GstFlowReturn          flow;

  g_signal_emit_by_name (self->parts[ELEMENT_SOURCE], "end-of-stream", &flow);
  message = gst_bus_timed_pop_filtered (self->bus, GST_CLOCK_TIME_NONE, GST_MESSAGE_ERROR | GST_MESSAGE_EOS);
  if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_EOS)
    return TRUE;
  set_error_from_message (message, error);
  return FALSE;
}

static gboolean
encode (DatelineReplay *self, const char *path, GCancellable *cancellable, DatelineReplayFunc func, gpointer user_data, GError **error)
{
  guint    n_frames = dateline_replay_get_n_frames (self);
  int      fps = dateline_replay_get_fps (self);
  Encoder  encoder = { NULL };
  gboolean done = encoder_start (&encoder, path, dateline_replay_draw_frame (self, 0), fps, error);

  for (guint frame = 0; done && frame < n_frames; frame++)
    {
      done = !g_cancellable_set_error_if_cancelled (cancellable, error) &&
             encoder_wait (&encoder, error) &&
             encoder_push (&encoder, dateline_replay_draw_frame (self, frame), frame, fps, error);
      if (done && func != NULL)
        func (frame + 1, n_frames, user_data);
    }
  done = done && encoder_finish (&encoder, error);
  encoder_clear (&encoder);
  return done;
}

/* A new, empty file beside @path. */
static char *
create_temporary (const char *path, GError **error)
{
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  int              file_descriptor = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0644);

  if (file_descriptor < 0)
    {
      g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));
      return NULL;
    }

  g_close (file_descriptor, NULL);
  return g_steal_pointer (&temporary);
}

/**
 * dateline_replay_save_video:
 * @self: a replay
 * @path: where to; what is there is replaced
 * @cancellable: (nullable): a cancellable
 * @func: (nullable): is told of each frame
 * @user_data: for @func
 * @error: return location for a #GError
 *
 * Errors: %DATELINE_REPLAY_ERROR_MISSING, %DATELINE_REPLAY_ERROR_FAILED,
 *   %G_IO_ERROR_CANCELLED, those of making a file; all name @path
 *
 * Returns: whether it was written; else @path is as it was
 */
gboolean
dateline_replay_save_video (DatelineReplay *self, const char *path, GCancellable *cancellable, DatelineReplayFunc func, gpointer user_data, GError **error)
{
  g_autofree char *temporary = NULL;
  gboolean         done;

  if (!dateline_replay_can_save_video (error) || (temporary = create_temporary (path, error)) == NULL)
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }

  done = encode (self, temporary, cancellable, func, user_data, error);
  if (done && g_rename (temporary, path) != 0)
    {
      g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));
      done = FALSE;
    }
  if (done)
    return TRUE;

  g_unlink (temporary);
  g_prefix_error (error, "%s: ", path);
  return FALSE;
}
