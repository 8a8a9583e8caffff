/* test-replay.c: frames of a replay, in a folder and in a video
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <gst/gst.h>
#include <string.h>

#include "dateline-replay.h"
#include "golden.h"
#include "picture-fixture.h"

/* What VP8 may change of a block's mean: it keeps colour at half the
 * resolution. */
#define VIDEO_TOLERANCE 24

static DatelineBasemap       *basemap;
static DatelineIncidentTable *table;

static DatelineReplay *
create_replay (const DatelineReplayOptions *options)
{
  DatelineMapPictureOptions look = { .width_px = 320, .height_px = 240, .title = "Replay" };

  return dateline_replay_new (dateline_map_picture_new (basemap, table, &look), options);
}

static DatelineReplayOptions
get_days (int n_days, double step_days)
{
  return (DatelineReplayOptions){ PICTURE_FIRST_DAY, PICTURE_FIRST_DAY + n_days - 1, step_days, 7, 10 };
}

static char *
get_place (const char *folder, const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static guint
count_files (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  guint            n_files = 0;

  while (folder != NULL && g_dir_read_name (folder) != NULL)
    n_files++;
  return n_files;
}

/* --- which day is on which frame ------------------------------------- */

static const struct
{
  int    n_days;
  double step_days;
  guint  n_frames;
  int    second; /* day of the second frame, after the first */
} paces[] = {
  { 1, 1.0, 1, 0 },
  { 30, 1.0, 30, 1 },
  { 30, 7.0, 5, 7 },
  { 28, 7.0, 4, 7 },
  { 3, 0.5, 6, 0 },
  { 3, 0.1, 30, 0 },
  { 10, 100.0, 1, 9 },
};

/* Days come in order, one after the other, and the last frame has the
 * last day. */
static void
test_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (paces); i++)
    {
      DatelineReplayOptions      options = get_days (paces[i].n_days, paces[i].step_days);
      g_autoptr (DatelineReplay) replay = create_replay (&options);
      guint                      n_frames = dateline_replay_get_n_frames (replay);
      DatelineDay                before = PICTURE_FIRST_DAY;

      g_test_message ("%d days by %g", paces[i].n_days, paces[i].step_days);
      g_assert_cmpuint (n_frames, ==, paces[i].n_frames);
      if (n_frames > 1)
        g_assert_cmpint (dateline_replay_get_day (replay, 0), ==, PICTURE_FIRST_DAY);
      g_assert_cmpint (dateline_replay_get_day (replay, 1), ==, PICTURE_FIRST_DAY + paces[i].second);
      for (guint frame = 0; frame < n_frames; frame++)
        {
          g_assert_cmpint (dateline_replay_get_day (replay, frame), >=, before);
          before = dateline_replay_get_day (replay, frame);
        }
      g_assert_cmpint (before, ==, options.last);
    }
}

/* --- a folder --------------------------------------------------------- */

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char      *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = get_place (path, name);

      if (g_remove (file) != 0)
        remove_folder (file);
    }
  g_rmdir (path);
}

static void
test_frames (void)
{
  DatelineReplayOptions      options = get_days (42, 7.0);
  g_autoptr (DatelineReplay) replay = create_replay (&options);
  g_autofree char           *folder = g_dir_make_tmp ("dateline-test-XXXXXX", NULL);
  g_autofree char           *frames = get_place (folder, "frames");
  g_autofree char           *last = get_place (frames, "frame-000006.png");
  g_autoptr (GError)         error = NULL;
  cairo_surface_t           *surface;

  g_assert_true (dateline_replay_save_frames (replay, frames, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (folder), ==, 1);
  g_assert_cmpuint (count_files (frames), ==, 6);
  surface = cairo_image_surface_create_from_png (last);
  g_assert_cmpint (golden_get_difference (surface, dateline_replay_draw_frame (replay, 5)), ==, 0);
  g_assert_cmpint (golden_get_difference (surface, dateline_replay_draw_frame (replay, 0)), >, GOLDEN_TOLERANCE);
  cairo_surface_destroy (surface);

  /* What somebody has put there stays. */
  g_assert_false (dateline_replay_save_frames (replay, frames, NULL, NULL, NULL, &error));
  g_assert_error (error, DATELINE_REPLAY_ERROR, DATELINE_REPLAY_ERROR_EXISTS);
  g_assert_true (g_str_has_prefix (error->message, frames));
  g_assert_cmpuint (count_files (frames), ==, 6);
  remove_folder (folder);
}

/* --- a video ----------------------------------------------------------- */

typedef struct
{
  guint            n_frames;
  cairo_surface_t *first;
  cairo_surface_t *last;
} Decoded;

static cairo_surface_t *
copy_frame (GstSample *sample)
{
  GstBuffer       *buffer = gst_sample_get_buffer (sample);
  GstStructure    *caps = gst_caps_get_structure (gst_sample_get_caps (sample), 0);
  cairo_surface_t *surface;
  GstMapInfo       map;
  int              width, height;

  g_assert_true (gst_structure_get_int (caps, "width", &width) && gst_structure_get_int (caps, "height", &height));
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  g_assert_true (gst_buffer_map (buffer, &map, GST_MAP_READ));
  g_assert_cmpuint (map.size, ==, (gsize) cairo_image_surface_get_stride (surface) * height);
  memcpy (cairo_image_surface_get_data (surface), map.data, map.size);
  cairo_surface_mark_dirty (surface);
  gst_buffer_unmap (buffer, &map);
  return surface;
}

static void
keep_frame (Decoded *decoded, GstSample *sample)
{
  if (decoded->n_frames++ == 0)
    decoded->first = copy_frame (sample);
  g_clear_pointer (&decoded->last, cairo_surface_destroy);
  decoded->last = copy_frame (sample);
}

static Decoded
decode (const char *path)
{
  g_autofree char       *line = g_strdup_printf ("filesrc location=%s ! matroskademux ! vp8dec ! videoconvert ! video/x-raw,format=BGRx ! appsink name=sink sync=false", path);
  g_autoptr (GError)     error = NULL;
  g_autoptr (GstElement) pipeline = gst_parse_launch (line, &error);
  g_autoptr (GstElement) sink = NULL;
  GstSample             *sample = NULL;
  Decoded                decoded = { 0 };

  g_assert_no_error (error);
  sink = gst_bin_get_by_name (GST_BIN (pipeline), "sink");
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  for (;;)
    {
      g_signal_emit_by_name (sink, "pull-sample", &sample);
      if (sample == NULL)
        break;
      keep_frame (&decoded, sample);
      gst_sample_unref (sample);
    }
  gst_element_set_state (pipeline, GST_STATE_NULL);
  return decoded;
}

static void
count_calls (guint n_done, guint n_frames, gpointer user_data)
{
  guint *n_calls = user_data;

  g_assert_cmpuint (n_done, ==, ++*n_calls);
  g_assert_cmpuint (n_frames, ==, 21);
}

/* Decoded again, it has every frame, the first and the last as drawn. */
static void
test_video (void)
{
  DatelineReplayOptions      options = get_days (42, 2.0);
  g_autoptr (DatelineReplay) replay = create_replay (&options);
  g_autofree char           *folder = g_dir_make_tmp ("dateline-test-XXXXXX", NULL);
  g_autofree char           *path = get_place (folder, "replay.webm");
  g_autoptr (GError)         error = NULL;
  guint                      n_calls = 0;
  Decoded                    decoded;

  g_assert_true (dateline_replay_save_video (replay, path, NULL, count_calls, &n_calls, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_calls, ==, 21);
  g_assert_cmpuint (count_files (folder), ==, 1);

  decoded = decode (path);
  g_assert_cmpuint (decoded.n_frames, ==, 21);
  g_assert_cmpint (golden_get_difference (decoded.first, dateline_replay_draw_frame (replay, 0)), <=, VIDEO_TOLERANCE);
  g_assert_cmpint (golden_get_difference (decoded.last, dateline_replay_draw_frame (replay, 20)), <=, VIDEO_TOLERANCE);
  g_assert_cmpint (golden_get_difference (decoded.last, dateline_replay_draw_frame (replay, 0)), >, VIDEO_TOLERANCE);
  cairo_surface_destroy (decoded.first);
  cairo_surface_destroy (decoded.last);
  remove_folder (folder);
}

/* --- cancelled, and impossible ------------------------------------------ */

static void
cancel_at_third (guint n_done, guint n_frames, gpointer user_data)
{
  g_assert_cmpuint (n_done, <=, 3);
  if (n_done == 3)
    g_cancellable_cancel (user_data);
}

/* What was there before is there after, and nothing else. */
static void
test_cancel (void)
{
  DatelineReplayOptions options = get_days (42, 1.0);
  g_autofree char      *folder = g_dir_make_tmp ("dateline-test-XXXXXX", NULL);
  g_autofree char      *frames = get_place (folder, "frames");
  g_autofree char      *video = get_place (folder, "replay.webm");
  g_autofree char      *contents = NULL;

  g_assert_true (g_file_set_contents (video, "before", -1, NULL));
  for (int is_video = 0; is_video <= 1; is_video++)
    {
      g_autoptr (DatelineReplay) replay = create_replay (&options);
      g_autoptr (GCancellable)   cancellable = g_cancellable_new ();
      g_autoptr (GError)         error = NULL;

      if (is_video)
        g_assert_false (dateline_replay_save_video (replay, video, cancellable, cancel_at_third, cancellable, &error));
      else
        g_assert_false (dateline_replay_save_frames (replay, frames, cancellable, cancel_at_third, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (count_files (folder), ==, 1);
    }
  g_assert_true (g_file_get_contents (video, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "before");
  remove_folder (folder);
}

static void
test_nowhere (void)
{
  DatelineReplayOptions      options = get_days (3, 1.0);
  g_autoptr (DatelineReplay) replay = create_replay (&options);
  g_autoptr (GError)         error = NULL;

  g_assert_false (dateline_replay_save_video (replay, "/nowhere/replay.webm", NULL, NULL, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_true (g_str_has_prefix (error->message, "/nowhere/replay.webm: "));
  g_clear_error (&error);
  g_assert_false (dateline_replay_save_frames (replay, "/nowhere/frames", NULL, NULL, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

/* Without its plugins, GStreamer knows filesink alone or not even that. */
static void
test_missing (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (dateline_replay_can_save_video (&error));
      g_assert_error (error, DATELINE_REPLAY_ERROR, DATELINE_REPLAY_ERROR_MISSING);
      g_printerr ("%s\n", error->message);
      return;
    }

  g_setenv ("GST_PLUGIN_SYSTEM_PATH_1_0", "/nowhere", TRUE);
  g_setenv ("GST_REGISTRY_1_0", "/nowhere/registry.bin", TRUE);
  g_test_trap_subprocess (NULL, 0, 0);
  g_unsetenv ("GST_PLUGIN_SYSTEM_PATH_1_0");
  g_unsetenv ("GST_REGISTRY_1_0");
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("*install the package gstreamer1.0-plugins-base*");
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int                status;

  g_test_init (&argc, &argv, NULL);
  basemap = dateline_basemap_new_from_file (g_getenv ("DATELINE_TEST_BASEMAP"), &error);
  g_assert_no_error (error);
  table = picture_fixture_create ();

  g_test_add_func ("/map/replay/days", test_days);
  g_test_add_func ("/map/replay/frames", test_frames);
  g_test_add_func ("/map/replay/missing", test_missing);
  g_test_add_func ("/map/replay/video", test_video);
  g_test_add_func ("/map/replay/cancel", test_cancel);
  g_test_add_func ("/map/replay/nowhere", test_nowhere);

  status = g_test_run ();
  dateline_incident_table_free (table);
  dateline_basemap_unref (basemap);
  return status;
}
