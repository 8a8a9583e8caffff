/* dateline-window-actions.c: what the window can be asked to do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-app"

#include "config.h"

#include "dateline-window-private.h"

#include <glib/gi18n.h>

#include "dateline-briefing.h"
#include "dateline-data-dir.h"
#include "dateline-incident-list-view.h"
#include "dateline-locale-text.h"

static void
on_files_chosen_cb (DatelineWindow *self, int response, GtkFileChooserNative *chooser)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));

      dateline_window_open (self, files);
    }
  g_object_unref (chooser);
}

static GtkFileFilter *
create_article_filter (void)
{
  static const char *const suffixes[] = { "txt", "md", "html", "htm", "xml", "rss", "atom", "json", "ndjson", "jsonl" };
  GtkFileFilter           *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Articles"));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  return filter;
}

static void
choose_files (DatelineWindow *self, const char *title, GtkFileChooserAction action)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, NULL, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  if (action == GTK_FILE_CHOOSER_ACTION_OPEN)
    {
      g_autoptr (GtkFileFilter) articles = create_article_filter ();
      g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

      gtk_file_filter_set_name (all, _ ("All files"));
      gtk_file_filter_add_pattern (all, "*");
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), articles);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
    }
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_files_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose_files (DATELINE_WINDOW (widget), _ ("Open Articles"), GTK_FILE_CHOOSER_ACTION_OPEN);
}

static void
open_folder_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose_files (DATELINE_WINDOW (widget), _ ("Open Folders"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER);
}

static void
open_samples_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DatelineWindow        *self = DATELINE_WINDOW (widget);
  g_autofree char       *path = dateline_data_find ("samples");
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile)      folder = NULL;

  if (path == NULL)
    {
      dateline_window_add_toast (self, _ ("The sample articles are not installed"));
      return;
    }

  folder = g_file_new_for_path (path);
  g_list_store_append (files, folder);
  dateline_window_import (self, G_LIST_MODEL (files));
}

static void
cancel_import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dateline_window_cancel_import (DATELINE_WINDOW (widget));
}

static void
show_report_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dateline_window_show_report (DATELINE_WINDOW (widget));
}

static void
show_table_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dateline_window_show_tables (DATELINE_WINDOW (widget));
}

static void
copy_briefing_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DatelineWindow    *self = DATELINE_WINDOW (widget);
  guint              n_incidents = 0;
  g_autoptr (GError) error = NULL;
  g_autofree char   *briefing = dateline_briefing_write (self->session, &n_incidents, &error);
  g_autofree char   *said = NULL;

  if (briefing == NULL)
    {
      dateline_window_add_toast (self, error->message);
      return;
    }

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), briefing);
  said = dateline_strdup_printf (ngettext ("Briefing of %u incident copied", "Briefing of %u incidents copied", n_incidents), n_incidents);
  dateline_window_add_toast (self, said);
}

static void
clear_selection_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dateline_session_select (dateline_window_get_session (DATELINE_WINDOW (widget)), 0);
}

static void
go_back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dateline_session_go_back (DATELINE_WINDOW (widget)->session);
}

/**
 * dateline_window_offer_way_back:
 * @self: a window
 *
 * Says that a selection moved the date, and how to come back.
 */
void
dateline_window_offer_way_back (DatelineWindow *self)
{
  gboolean  can_go_back;
  AdwToast *toast;

  g_object_get (self->session, "can-go-back", &can_go_back, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.go-back", can_go_back);
  if (!can_go_back)
    return;
  toast = adw_toast_new (_ ("The date moved to the selected incident"));
  adw_toast_set_button_label (toast, _ ("Go Back"));
  adw_toast_set_action_name (toast, "win.go-back");
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
toast_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dateline_window_add_toast (DATELINE_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DatelineWindow *self = DATELINE_WINDOW (widget);

  adw_flap_set_reveal_flap (self->list_flap, TRUE);
  dateline_incident_list_view_start_search (DATELINE_INCIDENT_LIST_VIEW (adw_bin_get_child (self->list_bin)));
}

/**
 * dateline_window_search:
 * @self: a window
 * @words: what to look for in its project
 */
void
dateline_window_search (DatelineWindow *self, const char *words)
{
  g_return_if_fail (DATELINE_IS_WINDOW (self));

  adw_flap_set_reveal_flap (self->list_flap, TRUE);
  dateline_incident_list_view_search (DATELINE_INCIDENT_LIST_VIEW (adw_bin_get_child (self->list_bin)), words);
}

static void
fullscreen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

static void
show_menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (DATELINE_WINDOW (widget)->menu_button);
}

void
dateline_window_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.open-folder", NULL, open_folder_action);
  gtk_widget_class_install_action (widget_class, "win.open-samples", NULL, open_samples_action);
  gtk_widget_class_install_action (widget_class, "win.cancel-import", NULL, cancel_import_action);
  gtk_widget_class_install_action (widget_class, "win.show-report", NULL, show_report_action);
  gtk_widget_class_install_action (widget_class, "win.show-table", NULL, show_table_action);
  gtk_widget_class_install_action (widget_class, "win.copy-briefing", NULL, copy_briefing_action);
  gtk_widget_class_install_action (widget_class, "win.clear-selection", NULL, clear_selection_action);
  gtk_widget_class_install_action (widget_class, "win.go-back", NULL, go_back_action);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_action);
  gtk_widget_class_install_action (widget_class, "win.fullscreen", NULL, fullscreen_action);
  gtk_widget_class_install_action (widget_class, "win.show-menu", NULL, show_menu_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
}

void
dateline_window_init_actions (DatelineWindow *self)
{
  g_autoptr (GPropertyAction) show_list = g_property_action_new ("show-list", self->list_flap, "reveal-flap");
  g_autoptr (GPropertyAction) show_evidence = g_property_action_new ("show-evidence", self->evidence_flap, "reveal-flap");
  GtkEventController         *controller = gtk_shortcut_controller_new ();

  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (show_list));
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (show_evidence));
  /* Offered only to what does not want it for itself. */
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("win.clear-selection")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  dateline_window_init_keys (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-report", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.go-back", FALSE);
}
