/* dateline-list-focus.c: Tab leads out of a long list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK before 4.12 goes through a list row by row, and never comes to the
 * end of a hundred thousand. The arrows do that.
 */

#include "config.h"

#include "dateline-list-focus.h"

/* What comes after @widget in its parent, or before it, and then after its
 * parent, and so on. */
static gboolean
leave (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean forward = direction == GTK_DIR_TAB_FORWARD;

  for (; widget != NULL && !GTK_IS_ROOT (widget); widget = gtk_widget_get_parent (widget))
    for (GtkWidget *next = widget; (next = forward ? gtk_widget_get_next_sibling (next) : gtk_widget_get_prev_sibling (next)) != NULL;)
      if (gtk_widget_get_child_visible (next) && !GTK_IS_NATIVE (next) && gtk_widget_child_focus (next, direction))
        return TRUE;
  return FALSE;
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, gpointer user_data)
{
  GtkWidget *list = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Tab || keyval == GDK_KEY_KP_Tab)
    return leave (list, GTK_DIR_TAB_FORWARD);
  if (keyval == GDK_KEY_ISO_Left_Tab)
    return leave (list, GTK_DIR_TAB_BACKWARD);
  return GDK_EVENT_PROPAGATE;
}

/**
 * dateline_list_let_tab_leave:
 * @list: a list or a table, of any length
 *
 * Makes Tab and Shift+Tab lead from any of its rows to what comes after and
 * before it.
 */
void
dateline_list_let_tab_leave (GtkWidget *list)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (on_key_pressed_cb), NULL);
  gtk_widget_add_controller (list, controller);
}
