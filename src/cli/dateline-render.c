/* dateline-render.c: a picture of the incidents, as the command is asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-render.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dateline-data-dir.h"
#include "dateline-incident-table-load.h"
#include "dateline-replay.h"

typedef enum
{
  RENDER_PICTURE,
  RENDER_VIDEO,
  RENDER_FRAMES
} RenderKind;

#define MAX_FPS 60
#define MAX_DAYS 36500
#define MIN_SCALE 0.25
#define MAX_SCALE 8.0

void
dateline_render_options_init (DatelineRenderOptions *self)
{
  *self = (DatelineRenderOptions){
    .picture = { .width_px = 1600, .height_px = 1000, .has_legend = TRUE },
    .scale = 1.0,
    .step_days = 1,
    .fps = 10,
  };
}

void
dateline_render_options_clear (DatelineRenderOptions *self)
{
  g_free (self->path);
  g_free (self->title);
  g_free (self->size_text);
  g_free (self->style_text);
  g_free (self->labels_text);
}

static gboolean
fail_usage (GError **error, const char *option, const char *value, const char *expected)
{
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("--%s=%s: expected %s"), option, value, expected);
  return FALSE;
}

/* "1600x1000" */
static gboolean
parse_size (DatelineRenderOptions *self, GError **error)
{
  const char *text = self->size_text;
  char       *rest = NULL;
  guint64     width, height = 0;

  if (text == NULL)
    return TRUE;

  width = g_ascii_strtoull (text, &rest, 10);
  if (rest != text && *rest == 'x' && g_ascii_isdigit (rest[1]))
    height = g_ascii_strtoull (rest + 1, &rest, 10);
  if (*rest != '\0' || MIN (width, height) < DATELINE_MAP_PICTURE_MIN_PX || MAX (width, height) > DATELINE_MAP_PICTURE_MAX_PX)
    return fail_usage (error, "size", text, _ ("width and height in pixels, each from 240 to 16384, as 1600x1000"));

  self->picture.width_px = (int) width;
  self->picture.height_px = (int) height;
  return TRUE;
}

static gboolean
parse_style (DatelineRenderOptions *self, GError **error)
{
  if (self->style_text == NULL)
    return TRUE;

  for (guint style = 0; style < DATELINE_N_BASEMAP_STYLES; style++)
    if (g_str_equal (self->style_text, dateline_basemap_style_get_palette (style)->name))
      {
        self->picture.style = style;
        return TRUE;
      }
  return fail_usage (error, "style", self->style_text, "light, dark, high-contrast, high-contrast-dark");
}

static gboolean
parse_labels (DatelineRenderOptions *self, GError **error)
{
  static const char *const names[] = { [DATELINE_LABELS_ENGLISH] = "english", [DATELINE_LABELS_ARABIC] = "arabic", [DATELINE_LABELS_BOTH] = "both" };

  if (self->labels_text == NULL)
    return TRUE;

  for (guint language = 0; language < G_N_ELEMENTS (names); language++)
    if (g_str_equal (self->labels_text, names[language]))
      {
        self->picture.language = language;
        return TRUE;
      }
  return fail_usage (error, "labels", self->labels_text, "english, arabic, both");
}

static const struct
{
  const char *suffix;
  RenderKind  kind;
} kinds[] = {
  { ".png", RENDER_PICTURE },
  { ".svg", RENDER_PICTURE },
  { ".webm", RENDER_VIDEO },
  { "/", RENDER_FRAMES },
};

/* What is drawn, by its name; G_MAXUINT for none of it. */
static guint
get_kind (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_suffix (lower, kinds[i].suffix))
      return kinds[i].kind;
  return G_MAXUINT;
}

static gboolean
check_path (DatelineRenderOptions *self, GError **error)
{
  if (self->path == NULL || get_kind (self->path) != G_MAXUINT)
    return TRUE;
  return fail_usage (error, "render", self->path, _ ("a name that ends with .png or .svg, with .webm for a video, or with / for a folder of frames"));
}

static gboolean
check_number (const char *option, int value, int least, int most, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%d", value);
  g_autofree char *expected = NULL;

  if (value >= least && value <= most)
    return TRUE;
  expected = g_strdup_printf (_ ("a number from %d to %d"), least, most);
  return fail_usage (error, option, text, expected);
}

/**
 * dateline_render_options_add:
 * @self: options that were initialised; must outlive @context
 * @context: what the command line is parsed with
 *
 * Adds the options that pictures have.
 */
void
dateline_render_options_add (DatelineRenderOptions *self, GOptionContext *context)
{
  GOptionEntry entries[] = {
    { "render", 'r', 0, G_OPTION_ARG_FILENAME, &self->path, N_ ("Draw a map of the incidents, and write nothing else: a picture (.png, .svg), a replay (.webm), or a folder of its frames (FOLDER/)"), N_ ("FILE") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &self->size_text, N_ ("How large it is; 1600x1000 by default"), N_ ("WIDTHxHEIGHT") },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &self->scale, N_ ("Pixels of a PNG for each of the size; 3.125 prints at 300 dpi"), "N" },
    { "title", 0, 0, G_OPTION_ARG_STRING, &self->title, N_ ("What stands above it"), N_ ("TEXT") },
    { "style", 0, 0, G_OPTION_ARG_STRING, &self->style_text, N_ ("Its colours: light, dark, high-contrast or high-contrast-dark"), N_ ("STYLE") },
    { "labels", 0, 0, G_OPTION_ARG_STRING, &self->labels_text, N_ ("The language of its names: english, arabic or both"), N_ ("LANGUAGE") },
    { "step", 0, 0, G_OPTION_ARG_INT, &self->step_days, N_ ("How many days each frame of a replay goes on; 1 by default"), N_ ("DAYS") },
    { "window", 0, 0, G_OPTION_ARG_INT, &self->window_days, N_ ("How many days each frame shows; by default all up to its day"), N_ ("DAYS") },
    { "fps", 0, 0, G_OPTION_ARG_INT, &self->fps, N_ ("Frames a second of a video; 10 by default"), "N" },
    { "no-legend", 0, G_OPTION_FLAG_REVERSE, G_OPTION_ARG_NONE, &self->picture.has_legend, N_ ("Leave the legend out"), NULL },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

/**
 * dateline_render_options_check:
 * @self: options that were parsed
 * @error: return location for a #GError
 *
 * Errors: %G_OPTION_ERROR_BAD_VALUE
 *
 * Returns: whether each has a value that can be
 */
gboolean
dateline_render_options_check (DatelineRenderOptions *self, GError **error)
{
  g_autofree char *scale = g_strdup_printf ("%g", self->scale);

  self->picture.title = self->title;
  if (self->scale < MIN_SCALE || self->scale > MAX_SCALE)
    return fail_usage (error, "scale", scale, _ ("a number from 0.25 to 8"));
  return check_path (self, error) &&
         check_number ("step", self->step_days, 1, MAX_DAYS, error) &&
         check_number ("window", self->window_days, 0, MAX_DAYS, error) &&
         check_number ("fps", self->fps, 1, MAX_FPS, error) &&
         parse_size (self, error) && parse_style (self, error) && parse_labels (self, error);
}

static DatelineBasemap *
open_basemap (GError **error)
{
  g_autofree char *path = dateline_data_find ("basemap.dat");

  if (path != NULL)
    return dateline_basemap_new_from_file (path, error);

  g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_NOENT, _ ("basemap.dat is missing; install Dateline again, or set DATELINE_DATA_DIR to the folder that holds it"));
  return NULL;
}

/* The days that were asked for, or all that there are. */
static DatelineDateInterval
get_days (const DatelineIncidentTable *table, DatelineDay from, DatelineDay to)
{
  DatelineDateInterval span = dateline_map_picture_get_span (table);

  if (from != DATELINE_DAY_NONE)
    span.start = dateline_date_interval_for_days (from, from, DATELINE_REGION_OFFSET_MINUTES).start;
  if (to != DATELINE_DAY_NONE)
    span.end = dateline_date_interval_for_days (to, to, DATELINE_REGION_OFFSET_MINUTES).end;
  return span.start < span.end ? span : DATELINE_DATE_INTERVAL_NONE;
}

/* Takes the picture. */
static gboolean
render_replay (const DatelineRenderOptions *options, DatelineMapPicture *picture, DatelineDateInterval days, GError **error)
{
  DatelineReplayOptions      pace = { .step_days = options->step_days, .window_days = options->window_days, .fps = options->fps };
  g_autoptr (DatelineReplay) replay = NULL;

  if (!dateline_date_interval_is_set (days))
    {
      dateline_map_picture_free (picture);
      g_set_error (error, DATELINE_REPLAY_ERROR, DATELINE_REPLAY_ERROR_FAILED, _ ("%s: no incident has a date; give --from and --to"), options->path);
      return FALSE;
    }

  pace.first = dateline_day_at (days.start, DATELINE_REGION_OFFSET_MINUTES);
  pace.last = dateline_day_at (days.end - 1, DATELINE_REGION_OFFSET_MINUTES);
  replay = dateline_replay_new (picture, &pace);
  if (get_kind (options->path) == RENDER_VIDEO)
    return dateline_replay_save_video (replay, options->path, NULL, NULL, NULL, error);
  return dateline_replay_save_frames (replay, options->path, NULL, NULL, NULL, error);
}

/**
 * dateline_render:
 * @options: what was asked for
 * @incidents: (element-type DatelineIncident): those that it shows
 * @from: its first day; %DATELINE_DAY_NONE for the first of any of them
 * @to: its last day; %DATELINE_DAY_NONE for the last
 * @error: return location for a #GError
 *
 * Errors: those of reading the basemap and of writing the file, each of
 *   which it names
 *
 * Returns: whether the picture was written
 */
gboolean
dateline_render (const DatelineRenderOptions *options, const GPtrArray *incidents, DatelineDay from, DatelineDay to, GError **error)
{
  g_autoptr (DatelineBasemap)       basemap = open_basemap (error);
  g_autoptr (DatelineIncidentTable) table = NULL;
  g_autoptr (DatelineMapPicture)    picture = NULL;
  DatelineMapPictureOptions         look;
  DatelineDateInterval              days;

  if (basemap == NULL)
    return FALSE;

  table = dateline_incident_table_new_for_incidents (incidents);
  days = get_days (table, from, to);
  look = options->picture;
  look.fades = get_kind (options->path) != RENDER_PICTURE && options->window_days > 1;
  picture = dateline_map_picture_new (basemap, table, &look);
  dateline_map_picture_set_whole (picture, days);
  dateline_map_picture_set_window (picture, days);
  dateline_map_picture_fit (picture);
  if (get_kind (options->path) == RENDER_PICTURE)
    return dateline_map_picture_save (picture, options->path, options->scale, error);
  return render_replay (options, g_steal_pointer (&picture), days, error);
}
