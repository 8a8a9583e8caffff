/* find-widget.c: a widget among the children of another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "find-widget.h"

static gboolean
says (GtkWidget *widget, const char *text)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0)
    return TRUE;
  if (GTK_IS_ENTRY (widget))
    return g_strcmp0 (gtk_entry_get_placeholder_text (GTK_ENTRY (widget)), text) == 0;
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    return g_str_equal (gtk_button_get_label (GTK_BUTTON (widget)), text);
  if (GTK_IS_LABEL (widget))
    return g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

/**
 * find_widget:
 * @widget: where to look, itself included
 * @type: what is wanted
 * @text: (nullable): what it says in a label, a tooltip or a placeholder
 *
 * Looks into a popover only when @widget is one.
 *
 * Returns: (transfer none) (nullable): the first such widget
 */
GtkWidget *
find_widget (GtkWidget *widget, GType type, const char *text)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (text == NULL || says (widget, text)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = GTK_IS_POPOVER (child) ? NULL : find_widget (child, type, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}
