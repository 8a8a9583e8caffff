/* dateline-preferences-window.c: what the reader likes, kept for all projects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-app"

#include "config.h"

#include "dateline-preferences-window.h"

#include <glib/gi18n.h>

#include "dateline-playback.h"
#include "dateline-tile-server.h"

struct _DatelinePreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  GSettings            *settings;
  GtkFileChooserNative *chooser; /* NULL while none is open */

  /* Template widgets */
  AdwComboRow  *zone_row;
  AdwComboRow  *background_row;
  AdwEntryRow  *url_row;
  AdwActionRow *file_row;
  AdwComboRow  *language_row;
  AdwComboRow  *size_row;
  AdwComboRow  *speed_row;
  GtkSwitch    *skip_switch;
  GtkSwitch    *loop_switch;
};

G_DEFINE_FINAL_TYPE (DatelinePreferencesWindow, dateline_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

/* In the order of the rows' lines. */
static const char *const zones[] = { "incident", "utc", "computer", NULL };
static const char *const backgrounds[] = { "built-in", "online", "mbtiles", NULL };
static const char *const languages[] = { "english", "arabic", "both", NULL };
static const char *const sizes[] = { "toll", "reports", NULL };

static gboolean
get_line (GValue *value, GVariant *setting, gpointer nicks)
{
  const char *nick = g_variant_get_string (setting, NULL);

  for (guint i = 0; ((const char *const *) nicks)[i] != NULL; i++)
    if (g_str_equal (((const char *const *) nicks)[i], nick))
      {
        g_value_set_uint (value, i);
        return TRUE;
      }
  return FALSE;
}

static GVariant *
set_line (const GValue *value, const GVariantType *type, gpointer nicks)
{
  guint line = g_value_get_uint (value);

  return line < g_strv_length (nicks) ? g_variant_new_string (((const char *const *) nicks)[line]) : NULL;
}

static void
bind_lines (DatelinePreferencesWindow *self, const char *key, AdwComboRow *row, const char *const *nicks)
{
  g_settings_bind_with_mapping (self->settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT, get_line, set_line, (gpointer) nicks, NULL);
}

static void
fill_speeds (DatelinePreferencesWindow *self)
{
  g_autoptr (GtkStringList) speeds = gtk_string_list_new (NULL);

  for (guint speed = 0; speed < dateline_playback_get_n_speeds (); speed++)
    gtk_string_list_append (speeds, dateline_playback_speed_get_label (speed));
  adw_combo_row_set_model (self->speed_row, G_LIST_MODEL (speeds));
}

static void
update_map (DatelinePreferencesWindow *self)
{
  g_autofree char *url = g_settings_get_string (self->settings, "map-tile-url");
  g_autofree char *path = g_settings_get_string (self->settings, "map-mbtiles-path");
  g_autofree char *name = path[0] != '\0' ? g_filename_display_basename (path) : NULL;

  gtk_editable_set_text (GTK_EDITABLE (self->url_row), url);
  adw_action_row_set_subtitle (self->file_row, name != NULL ? name : _ ("No file is chosen"));
}

static void
on_url_changed_cb (DatelinePreferencesWindow *self)
{
  if (dateline_tile_server_is_template (gtk_editable_get_text (GTK_EDITABLE (self->url_row))))
    gtk_widget_remove_css_class (GTK_WIDGET (self->url_row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->url_row), "error");
}

static void
on_url_apply_cb (DatelinePreferencesWindow *self)
{
  const char *url = gtk_editable_get_text (GTK_EDITABLE (self->url_row));

  if (dateline_tile_server_is_template (url))
    g_settings_set_string (self->settings, "map-tile-url", url);
  else
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), adw_toast_new (_ ("The address needs {z}, {x} and {y}")));
}

static void
on_response_cb (DatelinePreferencesWindow *self, int response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile)                file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autofree char                 *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL)
    return;

  g_settings_set_string (self->settings, "map-mbtiles-path", path);
  g_settings_set_string (self->settings, "map-background", "mbtiles");
}

static void
on_choose_file_cb (DatelinePreferencesWindow *self)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  if (self->chooser != NULL)
    return;

  self->chooser = gtk_file_chooser_native_new (_ ("Choose a Map File"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_filter_set_name (filter, _ ("MBTiles maps"));
  gtk_file_filter_add_suffix (filter, "mbtiles");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
dateline_preferences_window_dispose (GObject *object)
{
  DatelinePreferencesWindow *self = DATELINE_PREFERENCES_WINDOW (object);

  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (dateline_preferences_window_parent_class)->dispose (object);
}

static void
dateline_preferences_window_class_init (DatelinePreferencesWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_preferences_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/dateline/Dateline/dateline-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelinePreferencesWindow, zone_row);
  gtk_widget_class_bind_template_child (widget_class, DatelinePreferencesWindow, background_row);
  gtk_widget_class_bind_template_child (widget_class, DatelinePreferencesWindow, url_row);
  gtk_widget_class_bind_template_child (widget_class, DatelinePreferencesWindow, file_row);
  gtk_widget_class_bind_template_child (widget_class, DatelinePreferencesWindow, language_row);
  gtk_widget_class_bind_template_child (widget_class, DatelinePreferencesWindow, size_row);
  gtk_widget_class_bind_template_child (widget_class, DatelinePreferencesWindow, speed_row);
  gtk_widget_class_bind_template_child (widget_class, DatelinePreferencesWindow, skip_switch);
  gtk_widget_class_bind_template_child (widget_class, DatelinePreferencesWindow, loop_switch);
  gtk_widget_class_bind_template_callback (widget_class, on_url_apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_url_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_file_cb);
}

static void
dateline_preferences_window_init (DatelinePreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_speeds (self);
}

/**
 * dateline_preferences_window_new:
 * @settings: of the program
 *
 * Returns: (transfer floating): the window; every change holds at once
 */
GtkWidget *
dateline_preferences_window_new (GSettings *settings)
{
  DatelinePreferencesWindow *self = g_object_new (DATELINE_TYPE_PREFERENCES_WINDOW, NULL);

  self->settings = g_object_ref (settings);
  bind_lines (self, "display-zone", self->zone_row, zones);
  bind_lines (self, "map-background", self->background_row, backgrounds);
  bind_lines (self, "map-label-language", self->language_row, languages);
  bind_lines (self, "map-size-by", self->size_row, sizes);
  g_settings_bind (settings, "replay-speed", self->speed_row, "selected", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "replay-skip-quiet", self->skip_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "replay-loop", self->loop_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (settings, "changed::map-tile-url", G_CALLBACK (update_map), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::map-mbtiles-path", G_CALLBACK (update_map), self, G_CONNECT_SWAPPED);
  update_map (self);
  return GTK_WIDGET (self);
}
