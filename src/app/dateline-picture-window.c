/* dateline-picture-window.c: saves the map as a picture, or its replay
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-app"

#include "config.h"

#include "dateline-picture-window.h"

#include <glib/gi18n.h>
#include <math.h>

#include "dateline-data-dir.h"
#include "dateline-picture-maker.h"

#define PREVIEW_WIDTH_PX 584
#define PREVIEW_HEIGHT_PX 300
#define PROGRESS_INTERVAL_MS 100
#define REPLAY_S 30.0

/* A picture's own pixels are those of a screen of 96 to the inch. */
#define SCREEN_DPI 96.0

struct _DatelinePictureWindow
{
  AdwWindow parent_instance;

  DatelineSession      *session;
  DatelinePictureMaker *maker;
  char                 *name; /* of the project, for the file's */
  int                   screen_width_px;
  int                   screen_height_px;
  gboolean              is_replay;
  gboolean              high_contrast;
  DatelineSizeBy        size_by;
  gboolean              is_drawing;  /* a preview */
  gboolean              is_stale;    /* another is needed after it */
  GCancellable         *cancellable; /* NULL while nothing is written */
  char                 *path;        /* that is being written */
  guint                 progress_source;

  /* Template widgets */
  GtkButton           *save_button;
  GtkRevealer         *progress_revealer;
  GtkProgressBar      *progress_bar;
  GtkLabel            *problem_label;
  GtkWidget           *form;
  GtkPicture          *preview;
  GtkEditable         *title_row;
  AdwComboRow         *format_row;
  AdwComboRow         *size_row;
  AdwComboRow         *style_row;
  AdwComboRow         *language_row;
  GtkSwitch           *legend_switch;
  AdwPreferencesGroup *replay_group;
  AdwComboRow         *days_row;
  GtkSpinButton       *speed_spin;
  GtkSpinButton       *fps_spin;
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (DatelinePictureWindow, dateline_picture_window, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

typedef struct
{
  const char *label;
  int         width_px; /* 0 for the screen's */
  int         height_px;
  double      dpi;
} Size;

static const Size still_sizes[] = {
  { N_ ("As on the screen"), 0, 0, SCREEN_DPI },
  { N_ ("1600 × 1000 pixels"), 1600, 1000, SCREEN_DPI },
  { N_ ("A4, 150 dpi"), 1123, 794, 150.0 },
  { N_ ("A4, 300 dpi"), 1123, 794, 300.0 },
};

static const Size replay_sizes[] = {
  { N_ ("As on the screen"), 0, 0, SCREEN_DPI },
  { N_ ("1280 × 720 pixels"), 1280, 720, SCREEN_DPI },
  { N_ ("1920 × 1080 pixels"), 1920, 1080, SCREEN_DPI },
};

static const char *const still_formats[] = { N_ ("PNG picture"), N_ ("SVG drawing") };
static const char *const replay_formats[] = { N_ ("WebM video"), N_ ("Folder of PNG pictures") };

/* --- what is asked for ---------------------------------------------- */

static const Size *
get_size (DatelinePictureWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->size_row);

  if (self->is_replay)
    return &replay_sizes[MIN (selected, G_N_ELEMENTS (replay_sizes) - 1)];
  return &still_sizes[MIN (selected, G_N_ELEMENTS (still_sizes) - 1)];
}

/* Paper is turned as the map is. A video's sides are even. */
static void
set_size (DatelinePictureWindow *self, DatelinePictureRequest *request)
{
  const Size *size = get_size (self);
  gboolean    is_turned = size->dpi != SCREEN_DPI && self->screen_height_px > self->screen_width_px;
  int         width_px = size->width_px != 0 ? size->width_px : self->screen_width_px;
  int         height_px = size->height_px != 0 ? size->height_px : self->screen_height_px;

  request->look.width_px = is_turned ? height_px : width_px;
  request->look.height_px = is_turned ? width_px : height_px;
  if (self->is_replay)
    {
      request->look.width_px &= ~1;
      request->look.height_px &= ~1;
    }
  request->scale = size->dpi / SCREEN_DPI;
}

static DatelinePictureKind
get_kind (DatelinePictureWindow *self)
{
  if (!self->is_replay)
    return DATELINE_PICTURE_STILL;
  return adw_combo_row_get_selected (self->format_row) == 0 ? DATELINE_PICTURE_VIDEO : DATELINE_PICTURE_FRAMES;
}

static DatelineReplayOptions
get_pace (DatelinePictureWindow *self)
{
  DatelineDateInterval  window = dateline_session_get_window (self->session);
  DatelineWindowKind    kind = dateline_session_get_window_kind (self->session);
  DatelineReplayOptions pace = {
    .step_days = gtk_spin_button_get_value (self->speed_spin) / gtk_spin_button_get_value (self->fps_spin),
    .fps = gtk_spin_button_get_value_as_int (self->fps_spin),
  };

  if (kind != DATELINE_WINDOW_UP_TO)
    pace.window_days = (int) ((window.end - window.start) / DATELINE_SECONDS_PER_DAY);
  if (adw_combo_row_get_selected (self->days_row) == 1 || !dateline_session_get_span (self->session, &pace.first, &pace.last))
    {
      pace.first = dateline_session_get_window_first (self->session);
      pace.last = dateline_session_get_day (self->session);
    }
  return pace;
}

static DatelinePictureRequest
get_request (DatelinePictureWindow *self)
{
  DatelinePictureRequest request = {
    .kind = get_kind (self),
    .look = {
      .style = adw_combo_row_get_selected (self->style_row) == 1 ? DATELINE_BASEMAP_DARK : DATELINE_BASEMAP_LIGHT,
      .language = adw_combo_row_get_selected (self->language_row),
      .size_by = self->size_by,
      .has_legend = gtk_switch_get_active (self->legend_switch),
      .fades = dateline_session_get_window_kind (self->session) != DATELINE_WINDOW_UP_TO,
      .title = gtk_editable_get_text (self->title_row),
    },
    .window = dateline_session_get_window (self->session),
    .pace = get_pace (self),
  };

  if (self->high_contrast)
    request.look.style = request.look.style == DATELINE_BASEMAP_DARK ? DATELINE_BASEMAP_HIGH_CONTRAST_DARK : DATELINE_BASEMAP_HIGH_CONTRAST;
  request.look.fades &= request.window.end - request.window.start > DATELINE_SECONDS_PER_DAY;
  set_size (self, &request);
  return request;
}

/* --- preview -------------------------------------------------------- */

static void draw_preview (DatelinePictureWindow *self);

/* The caller's reference to @self comes with the call. */
static void
on_preview_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DatelinePictureWindow) self = user_data;
  g_autoptr (GdkTexture)            texture = dateline_picture_maker_preview_finish (DATELINE_PICTURE_MAKER (source), result, NULL);

  self->is_drawing = FALSE;
  if (self->preview == NULL)
    return;

  gtk_picture_set_paintable (self->preview, GDK_PAINTABLE (texture));
  if (self->is_stale)
    draw_preview (self);
}

static void
draw_preview (DatelinePictureWindow *self)
{
  DatelinePictureRequest request;
  int                    scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  self->is_stale = self->is_drawing;
  if (self->is_drawing)
    return;

  request = get_request (self);
  self->is_drawing = TRUE;
  dateline_picture_maker_preview_async (self->maker, &request, PREVIEW_WIDTH_PX * scale, PREVIEW_HEIGHT_PX * scale, on_preview_cb, g_object_ref (self));
}

static char *
describe_frames (int window_days)
{
  if (window_days == 0)
    return g_strdup (_ ("Each frame shows everything up to its date."));
  return g_strdup_printf (ngettext ("Each frame shows %d day.", "Each frame shows the %d days up to its date.", window_days), window_days);
}

static void
describe_replay (DatelinePictureWindow *self)
{
  DatelineReplayOptions pace = get_pace (self);
  int                   n_days = pace.last - pace.first + 1;
  guint                 n_frames = (guint) MAX (n_days / pace.step_days, 1.0);
  guint                 n_seconds = (n_frames + (guint) pace.fps - 1) / (guint) pace.fps;
  g_autofree char      *days = g_strdup_printf (ngettext ("%d day", "%d days", n_days), n_days);
  g_autofree char      *length = g_strdup_printf (ngettext ("%u second", "%u seconds", n_seconds), n_seconds);
  g_autofree char      *frames = describe_frames (pace.window_days);
  /* Translators: "90 days" in "13 seconds", then a sentence on its frames */
  g_autofree char *text = g_strdup_printf (_ ("%s in %s. %s"), days, length, frames);

  adw_preferences_group_set_description (self->replay_group, text);
}

static void
on_changed_cb (DatelinePictureWindow *self)
{
  if (self->maker == NULL)
    return;

  if (self->is_replay)
    describe_replay (self);
  draw_preview (self);
}

/* --- saving --------------------------------------------------------- */

static void
show_problem (DatelinePictureWindow *self, const char *problem)
{
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

static void
set_busy (DatelinePictureWindow *self, gboolean busy)
{
  gtk_widget_set_sensitive (self->form, !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), !busy);
  gtk_revealer_set_reveal_child (self->progress_revealer, busy && self->is_replay);
  g_clear_handle_id (&self->progress_source, g_source_remove);
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DatelinePictureWindow) self = user_data;
  g_autoptr (GError)                error = NULL;
  gboolean                          saved = dateline_picture_maker_save_finish (DATELINE_PICTURE_MAKER (source), result, &error);

  g_clear_object (&self->cancellable);
  if (self->preview == NULL)
    return;

  set_busy (self, FALSE);
  if (saved)
    {
      g_signal_emit (self, signals[SIGNAL_SAVED], 0, self->path);
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_problem (self, error->message);
}

static gboolean
on_progress_cb (gpointer user_data)
{
  DatelinePictureWindow *self = user_data;

  gtk_progress_bar_set_fraction (self->progress_bar, dateline_picture_maker_get_progress (self->maker));
  return G_SOURCE_CONTINUE;
}

static const char *
get_suffix (DatelinePictureWindow *self)
{
  switch (get_kind (self))
    {
    case DATELINE_PICTURE_VIDEO:
      return ".webm";
    case DATELINE_PICTURE_FRAMES:
      return "";
    case DATELINE_PICTURE_STILL:
    default:
      return adw_combo_row_get_selected (self->format_row) == 1 ? ".svg" : ".png";
    }
}

static void
on_response_cb (DatelinePictureWindow *self, int response, GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autofree char  *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    dateline_picture_window_save (self, path);
  else if (file != NULL)
    show_problem (self, _ ("This place takes no files; choose a folder of this computer."));
  g_object_unref (chooser);
}

static void
on_save_clicked_cb (DatelinePictureWindow *self)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (gtk_window_get_title (GTK_WINDOW (self)), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), NULL);
  g_autofree char      *file_name = g_strconcat (self->name, get_suffix (self), NULL);

  g_strdelimit (file_name, "/", '-');
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), file_name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* Stops what is being written; else closes. */
static void
on_cancel_clicked_cb (DatelinePictureWindow *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
dateline_picture_window_close_request (GtkWindow *window)
{
  DatelinePictureWindow *self = DATELINE_PICTURE_WINDOW (window);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  return GTK_WINDOW_CLASS (dateline_picture_window_parent_class)->close_request (window);
}

/* --- life ----------------------------------------------------------- */

static void
dateline_picture_window_dispose (GObject *object)
{
  DatelinePictureWindow *self = DATELINE_PICTURE_WINDOW (object);

  g_clear_handle_id (&self->progress_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), DATELINE_TYPE_PICTURE_WINDOW);
  g_clear_object (&self->maker);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_picture_window_parent_class)->dispose (object);
}

static void
dateline_picture_window_finalize (GObject *object)
{
  DatelinePictureWindow *self = DATELINE_PICTURE_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_free (self->name);
  g_free (self->path);

  G_OBJECT_CLASS (dateline_picture_window_parent_class)->finalize (object);
}

static void
dateline_picture_window_class_init (DatelinePictureWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_picture_window_dispose;
  object_class->finalize = dateline_picture_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = dateline_picture_window_close_request;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", DATELINE_TYPE_PICTURE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/dateline/Dateline/dateline-picture-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelinePictureWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, DatelinePictureWindow, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, DatelinePictureWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, DatelinePictureWindow, problem_label);
  gtk_widget_class_bind_template_child (widget_class, DatelinePictureWindow, form);
  gtk_widget_class_bind_template_child (widget_class, DatelinePictureWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, DatelinePictureWindow, title_row);
  gtk_widget_class_bind_template_child (widget_class, DatelinePictureWindow, format_row);
  gtk_widget_class_bind_template_child (widget_class, DatelinePictureWindow, size_row);
  gtk_widget_class_bind_template_child (widget_class, DatelinePictureWindow, style_row);
  gtk_widget_class_bind_template_child (widget_class, DatelinePictureWindow, language_row);
  gtk_widget_class_bind_template_child (widget_class, DatelinePictureWindow, legend_switch);
  gtk_widget_class_bind_template_child (widget_class, DatelinePictureWindow, replay_group);
  gtk_widget_class_bind_template_child (widget_class, DatelinePictureWindow, days_row);
  gtk_widget_class_bind_template_child (widget_class, DatelinePictureWindow, speed_spin);
  gtk_widget_class_bind_template_child (widget_class, DatelinePictureWindow, fps_spin);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dateline_picture_window_init (DatelinePictureWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->save_button));
}

static void
set_words (AdwComboRow *row, const char *const *words, guint n_words)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_words; i++)
    gtk_string_list_append (list, _ (words[i]));
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
}

static void
set_up_choices (DatelinePictureWindow *self)
{
  const Size *sizes = self->is_replay ? replay_sizes : still_sizes;
  guint       n_sizes = self->is_replay ? G_N_ELEMENTS (replay_sizes) : G_N_ELEMENTS (still_sizes);
  const char *labels[MAX (G_N_ELEMENTS (replay_sizes), G_N_ELEMENTS (still_sizes))];

  for (guint i = 0; i < n_sizes; i++)
    labels[i] = sizes[i].label;
  set_words (self->size_row, labels, n_sizes);
  adw_combo_row_set_selected (self->size_row, 1);
  set_words (self->format_row, self->is_replay ? replay_formats : still_formats, G_N_ELEMENTS (still_formats));
  adw_combo_row_set_selected (self->style_row, adw_style_manager_get_dark (adw_style_manager_get_default ()) ? 1 : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->replay_group), self->is_replay);
  gtk_window_set_title (GTK_WINDOW (self), self->is_replay ? _ ("Save Replay") : _ ("Save Picture"));
}

/* A pace at which all days take about half a minute. */
static void
set_up_pace (DatelinePictureWindow *self)
{
  DatelineReplayOptions pace = get_pace (self);

  gtk_spin_button_set_value (self->speed_spin, ceil ((pace.last - pace.first + 1) / REPLAY_S));
}

static void
follow_map (DatelinePictureWindow *self, DatelineMap *map)
{
  g_autofree char            *path = dateline_data_find ("basemap.dat");
  g_autoptr (DatelineBasemap) basemap = path != NULL ? dateline_basemap_new_from_file (path, NULL) : NULL;
  DatelinePoint               south_west = { 12.0, 35.5 }, north_east = { 37.5, 55.0 };
  DatelineLabelLanguage       language;

  g_object_get (map, "high-contrast", &self->high_contrast, "size-by", &self->size_by, "label-language", &language, NULL);
  adw_combo_row_set_selected (self->language_row, language);
  dateline_map_get_area (map, &south_west, &north_east);
  self->screen_width_px = MAX (gtk_widget_get_width (GTK_WIDGET (map)), DATELINE_MAP_PICTURE_MIN_PX);
  self->screen_height_px = MAX (gtk_widget_get_height (GTK_WIDGET (map)), DATELINE_MAP_PICTURE_MIN_PX);
  self->maker = dateline_picture_maker_new (basemap, dateline_session_get_table (self->session), south_west, north_east);
}

/**
 * dateline_picture_window_new:
 * @session: what is shown
 * @map: where, and how
 * @name: of the project
 * @is_replay: whether day after day is to be saved
 *
 * The window keeps what the session and the map show now.
 *
 * Returns: (transfer floating): the window
 */
GtkWidget *
dateline_picture_window_new (DatelineSession *session, DatelineMap *map, const char *name, gboolean is_replay)
{
  DatelinePictureWindow *self = g_object_new (DATELINE_TYPE_PICTURE_WINDOW, NULL);

  self->session = g_object_ref (session);
  self->name = g_strdup (name);
  self->is_replay = is_replay;
  set_up_choices (self);
  set_up_pace (self);
  follow_map (self, map);
  on_changed_cb (self);

  return GTK_WIDGET (self);
}

/**
 * dateline_picture_window_save:
 * @self: a picture window
 * @path: where to
 *
 * Writes what the preview shows, beside the main loop.
 */
void
dateline_picture_window_save (DatelinePictureWindow *self, const char *path)
{
  DatelinePictureRequest request;
  const char            *suffix;

  g_return_if_fail (DATELINE_IS_PICTURE_WINDOW (self));

  if (self->cancellable != NULL)
    return;

  request = get_request (self);
  suffix = get_suffix (self);
  g_free (self->path);
  self->path = g_str_has_suffix (path, suffix) ? g_strdup (path) : g_strconcat (path, suffix, NULL);
  self->cancellable = g_cancellable_new ();
  show_problem (self, NULL);
  set_busy (self, TRUE);
  gtk_progress_bar_set_fraction (self->progress_bar, 0.0);
  self->progress_source = g_timeout_add (PROGRESS_INTERVAL_MS, on_progress_cb, self);
  dateline_picture_maker_save_async (self->maker, &request, self->path, self->cancellable, on_saved_cb, g_object_ref (self));
}
