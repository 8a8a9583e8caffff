/* dateline-window-pictures.c: pictures and replays of the window's map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-app"

#include "config.h"

#include "dateline-window-private.h"

#include <glib/gi18n.h>

#include "dateline-picture-window.h"

static void
on_saved_cb (DatelineWindow *self, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  /* Translators: the name of a file */
  g_autofree char *message = g_strdup_printf (_ ("“%s” saved"), name);

  dateline_window_add_toast (self, message);
}

static void
show (DatelineWindow *self, gboolean is_replay)
{
  DatelineDay      first, last;
  g_autofree char *name = NULL;
  GtkWidget       *window;

  if (!dateline_session_get_span (self->session, &first, &last))
    {
      dateline_window_add_toast (self, _ ("There is no incident with a date to draw"));
      return;
    }

  name = dateline_window_name_project (self);
  window = dateline_picture_window_new (self->session, DATELINE_MAP (adw_bin_get_child (self->map_bin)), name, is_replay);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  g_signal_connect_object (window, "saved", G_CALLBACK (on_saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
save_picture_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show (DATELINE_WINDOW (widget), FALSE);
}

static void
save_replay_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show (DATELINE_WINDOW (widget), TRUE);
}

void
dateline_window_class_install_picture_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.save-picture", NULL, save_picture_action);
  gtk_widget_class_install_action (widget_class, "win.save-replay", NULL, save_replay_action);
}
