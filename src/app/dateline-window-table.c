/* dateline-window-table.c: incidents and articles in a window of tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window of its own, so that the map can be seen beside it.
 */

#define G_LOG_DOMAIN "dateline-app"

#include "config.h"

#include "dateline-window-private.h"

#include <glib/gi18n.h>

#include "dateline-article-table-view.h"
#include "dateline-incident-table-view.h"

typedef struct
{
  guint           key;
  GdkModifierType modifiers;
  const char     *action; /* of the window that the tables belong to */
} Key;

static const Key keys[] = {
  { GDK_KEY_z, GDK_CONTROL_MASK, "win.undo" },
  { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo" },
  { GDK_KEY_y, GDK_CONTROL_MASK, "win.redo" },
};

static gboolean
on_key_cb (GtkWidget *table, GVariant *args, gpointer user_data)
{
  const Key *key = user_data;
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (table)));

  return parent != NULL && gtk_widget_activate_action (parent, key->action, NULL);
}

static void
add_keys (GtkWidget *table)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                                                       gtk_keyval_trigger_new (GDK_KEY_w, GDK_CONTROL_MASK)),
                                                          gtk_named_action_new ("window.close")));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                                                            gtk_callback_action_new (on_key_cb, (gpointer) &keys[i], NULL)));
  gtk_widget_add_controller (table, controller);
}

static GtkWidget *
create_table_window (DatelineWindow *self)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *switcher = gtk_stack_switcher_new ();
  GtkWidget *stack = gtk_stack_new ();

  gtk_stack_add_titled (GTK_STACK (stack), dateline_incident_table_view_new (self->session), "incidents", _ ("Incidents"));
  gtk_stack_add_titled (GTK_STACK (stack), dateline_article_table_view_new (self->session), "articles", _ ("Articles"));
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (stack));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), switcher);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), stack);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Incidents and Articles"));
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), MIN (gtk_widget_get_width (GTK_WIDGET (self)), 1260), 560);
  add_keys (window);

  return window;
}

/**
 * dateline_window_show_tables:
 * @self: a window with a project
 */
void
dateline_window_show_tables (DatelineWindow *self)
{
  gboolean is_new = self->table_window == NULL;

  if (is_new)
    g_set_weak_pointer (&self->table_window, create_table_window (self));
  gtk_window_present (GTK_WINDOW (self->table_window));
  /* Past the header, to the rows. */
  if (is_new)
    gtk_widget_child_focus (gtk_widget_get_last_child (adw_window_get_content (ADW_WINDOW (self->table_window))), GTK_DIR_TAB_FORWARD);
}

/**
 * dateline_window_close_tables:
 * @self: a window whose project is about to go
 */
void
dateline_window_close_tables (DatelineWindow *self)
{
  GtkWidget *window = self->table_window;

  g_clear_weak_pointer (&self->table_window);
  if (window != NULL)
    gtk_window_destroy (GTK_WINDOW (window));
}
