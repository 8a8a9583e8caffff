/* dateline-window-export.c: getting incidents out of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The main thread, to which the store belongs, loads the incidents while
 * it is idle; a thread writes the file.
 */

#define G_LOG_DOMAIN "dateline-app"

#include "config.h"

#include "dateline-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dateline-export-dialog.h"
#include "dateline-export.h"

/* What one turn of the main loop may spend on the store. */
#define TURN_US 6000

struct _DatelineWindowExport
{
  DatelineWindow  *window;
  DatelineSession *session; /* kept while its store is read */
  DatelineExport *export;
  DatelineOutputFormat format;
  DatelinePublicOptions public;
  const DatelineEngine *engine;
  char                 *path;
  GCancellable         *cancellable;
};

static void
window_export_free (gpointer data)
{
  DatelineWindowExport *self = data;

  dateline_export_free (self->export);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_object_unref (self->window);
  g_free (self->path);
  g_free (self);
}

static void
tell_exported (DatelineWindowExport *self)
{
  guint            n = dateline_export_get_incidents (self->export)->len;
  g_autofree char *name = g_filename_display_basename (self->path);
  /* Translators: %s is the name of a file */
  g_autofree char *title = g_strdup_printf (ngettext ("%'u incident exported to “%s”", "%'u incidents exported to “%s”", n), n, name);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  AdwToast        *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _ ("_Show in Folder"));
  adw_toast_set_action_name (toast, "win.show-in-folder");
  adw_toast_set_action_target (toast, "s", self->path);
  adw_toast_overlay_add_toast (self->window->toast_overlay, toast);
}

static void
tell_failure (DatelineWindow *window, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), _ ("Not Exported"), error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_exported_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  DatelineWindowExport *self = g_task_get_task_data (G_TASK (result));
  DatelineWindow       *window = self->window;
  g_autoptr (GError)    error = NULL;
  gboolean              exported = g_task_propagate_boolean (G_TASK (result), &error);

  window->export = NULL;
  if (window->session == NULL) /* closed meanwhile */
    return;
  dateline_window_show_work (window, NULL);
  if (exported)
    tell_exported (self);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    dateline_window_add_toast (window, _ ("Nothing was exported"));
  else
    tell_failure (window, error);
  dateline_window_continue_import (window);
}

static void
write_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  DatelineWindowExport *self = task_data;
  GPtrArray            *incidents = dateline_export_get_incidents (self->export);
  DatelinePublicLoss    loss = { 0 };
  g_autofree char      *picture = NULL;
  GError               *error = NULL;

  if (self->public.coarseness != DATELINE_COARSENESS_NONE)
    {
      g_autoptr (DatelinePublicCopy) copy = dateline_public_copy_new (self->engine, &self->public);

      dateline_public_copy_apply (copy, incidents, &loss);
    }
  if (self->format == DATELINE_OUTPUT_HTML)
    picture = dateline_export_draw (incidents);
  if (dateline_export_write_file (self->export, self->format, picture, self->path, self->cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
show_progress (DatelineWindowExport *self, double fraction)
{
  /* Translators: how much of an export is done, in percent */
  g_autofree char *label = g_strdup_printf (_ ("Exporting… %d %%"), (int) (fraction * 100));

  gtk_label_set_label (self->window->import_label, label);
}

static gboolean
on_load_cb (gpointer user_data)
{
  GTask                *task = user_data;
  DatelineWindowExport *self = g_task_get_task_data (task);
  GError               *error = NULL;
  double                fraction = 0;

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;
  if (!dateline_export_load (self->export, TURN_US, &fraction, &error))
    {
      g_task_return_error (task, error);
      return G_SOURCE_REMOVE;
    }
  show_progress (self, fraction);
  if (fraction < 1)
    return G_SOURCE_CONTINUE;
  g_task_run_in_thread (task, write_thread);
  return G_SOURCE_REMOVE;
}

static void
start (DatelineWindowExport *self)
{
  g_autoptr (GTask)   task = g_task_new (NULL, self->cancellable, on_exported_cb, NULL);
  g_autoptr (GSource) source = g_idle_source_new ();

  self->window->export = self;
  dateline_window_show_work (self->window, _ ("Exporting…"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self->window), "win.cancel-import", TRUE);
  g_task_set_task_data (task, self, window_export_free);
  g_source_set_callback (source, on_load_cb, g_object_ref (task), g_object_unref);
  g_source_attach (source, NULL);
}

static char *
add_extension (GFile *file, DatelineOutputFormat format)
{
  const char      *extension = dateline_output_format_get_extension (format);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *base = path != NULL ? g_path_get_basename (path) : NULL;

  if (path == NULL)
    return NULL;
  return strchr (base, '.') != NULL ? g_steal_pointer (&path) : g_strconcat (path, extension, NULL);
}

static void
on_file_chosen_cb (DatelineWindow *window, int response, GtkFileChooserNative *chooser)
{
  DatelineWindowExport *self = g_object_steal_data (G_OBJECT (chooser), "export");
  g_autoptr (GFile)     file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;

  self->path = add_extension (file, self->format);
  if (self->path != NULL && window->session == self->session && window->import_cancellable == NULL)
    start (self);
  else
    window_export_free (self);
  g_object_unref (chooser);
}

static void
choose_file (DatelineWindow *window, DatelineWindowExport *self)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Export Incidents"), GTK_WINDOW (window), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), NULL);
  g_autofree char      *project = dateline_window_name_project (window);
  g_autofree char      *name = g_strconcat (project, dateline_output_format_get_extension (self->format), NULL);

  g_strdelimit (name, "/", '-');
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_object_set_data_full (G_OBJECT (chooser), "export", self, window_export_free);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_file_chosen_cb), window, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
on_export_cb (DatelineWindow *window, DatelineExportDialog *dialog)
{
  DatelineWindowExport *self = g_new0 (DatelineWindowExport, 1);
  const GArray         *ids = dateline_export_dialog_get_incidents (dialog);

  self->window = g_object_ref (window);
  self->session = g_object_ref (window->session);
  self->cancellable = g_cancellable_new ();
  self->format = dateline_export_dialog_get_format (dialog);
  self->public = dateline_export_dialog_get_public (dialog);
  self->engine = dateline_window_get_engine (NULL);
  self->export = dateline_export_new (dateline_session_get_store (window->session), ids != NULL ? (const gint64 *) (gpointer) ids->data : NULL, ids != NULL ? ids->len : 0);
  gtk_window_destroy (GTK_WINDOW (dialog));
  choose_file (window, self);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DatelineWindow *self = DATELINE_WINDOW (widget);
  GtkWidget      *dialog;

  if (self->import_cancellable != NULL || self->saving || self->export != NULL)
    {
      dateline_window_add_toast (self, _ ("The project is busy; export when that is done"));
      return;
    }
  if (dateline_session_get_table (self->session)->n_rows == 0)
    {
      dateline_window_add_toast (self, _ ("There are no incidents to export yet"));
      return;
    }
  dialog = dateline_export_dialog_new (self->session, dateline_window_get_engine (NULL));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  g_signal_connect_object (dialog, "export", G_CALLBACK (on_export_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_bus_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autofree char     *folder = user_data;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source_object), result, NULL);

  /* No file manager that can mark a file: the folder has to do. */
  if (reply == NULL)
    gtk_show_uri (NULL, folder, GDK_CURRENT_TIME);
}

static void
show_in_folder_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char  *uri = g_file_get_uri (file);
  GDBusConnection  *bus = g_application_get_dbus_connection (g_application_get_default ());
  const char       *uris[] = { uri, NULL };

  if (bus == NULL)
    {
      g_autofree char *folder_uri = g_file_get_uri (folder);

      gtk_show_uri (GTK_WINDOW (widget), folder_uri, GDK_CURRENT_TIME);
      return;
    }
  g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1", "org.freedesktop.FileManager1", "ShowItems",
                          g_variant_new ("(^ass)", uris, ""), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, on_bus_cb, g_file_get_uri (folder));
}

/**
 * dateline_window_cancel_export:
 * @self: a window
 *
 * Leaves the file as it was.
 */
void
dateline_window_cancel_export (DatelineWindow *self)
{
  if (self->export != NULL)
    g_cancellable_cancel (self->export->cancellable);
}

void
dateline_window_class_install_export_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.show-in-folder", "s", show_in_folder_action);
}
