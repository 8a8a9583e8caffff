/* dateline-reason.c: an analyst's words for a decision, asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A reason may be left out: Enter decides with it or without.
 */

#define G_LOG_DOMAIN "dateline-panel"

#include "config.h"

#include "dateline-reason.h"

#include <glib/gi18n.h>

/**
 * dateline_reason_new_entry:
 *
 * Returns: (transfer floating): an entry for a reason
 */
GtkWidget *
dateline_reason_new_entry (void)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Reason (kept with the project)"));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 30);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reason (kept with the project)"), -1);

  return entry;
}

/**
 * dateline_reason_new_popover:
 * @verb: what the button says, with its mnemonic
 * @decided: called with @object and the widget that was activated, to
 *   which dateline_reason_take() applies
 * @object: a #GObject
 *
 * Returns: (transfer floating): a popover with an entry and a button; both
 *   decide
 */
GtkWidget *
dateline_reason_new_popover (const char *verb, GCallback decided, gpointer object)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry = dateline_reason_new_entry ();
  GtkWidget *button = gtk_button_new_with_mnemonic (verb);

  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), button);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_object_set_data (G_OBJECT (popover), "reason", entry);
  g_signal_connect_object (entry, "activate", decided, object, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", decided, object, G_CONNECT_SWAPPED);

  return popover;
}

/**
 * dateline_reason_take:
 * @widget: a widget in a popover of dateline_reason_new_popover()
 *
 * Closes the popover and empties it for the next time.
 *
 * Returns: (transfer full): the words, "" for none
 */
char *
dateline_reason_take (GtkWidget *widget)
{
  GtkWidget *popover = gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER);
  GtkWidget *entry = g_object_get_data (G_OBJECT (popover), "reason");
  char      *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  gtk_popover_popdown (GTK_POPOVER (popover));

  return reason;
}
