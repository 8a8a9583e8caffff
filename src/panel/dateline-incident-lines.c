/* dateline-incident-lines.c: a few incidents in a popover, to choose one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-incident-lines.h"

#include "dateline-incident-row.h"

/**
 * dateline_incident_lines_new_popover:
 * @lines: (out) (transfer none): a list without lines
 * @note: (out) (transfer none): a label below it
 *
 * Returns: (transfer floating): a popover whose child is a box with both,
 *   to which more may be added
 */
GtkWidget *
dateline_incident_lines_new_popover (GtkListBox **lines, GtkLabel **note)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  *lines = GTK_LIST_BOX (gtk_list_box_new ());
  *note = GTK_LABEL (gtk_label_new (NULL));
  gtk_list_box_set_selection_mode (*lines, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (*note), "dim-label");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*lines));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*note));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_size_request (scroller, 280, -1);
  gtk_box_append (GTK_BOX (outer), scroller);
  gtk_popover_set_child (GTK_POPOVER (popover), outer);

  return popover;
}

void
dateline_incident_lines_clear (GtkListBox *lines)
{
  GtkWidget *line;

  while ((line = gtk_widget_get_first_child (GTK_WIDGET (lines))) != NULL)
    gtk_list_box_remove (lines, line);
}

/**
 * dateline_incident_lines_add:
 * @lines: a list
 * @session: the hub
 * @incident: a row id
 *
 * Returns: %FALSE when there is no such incident
 */
gboolean
dateline_incident_lines_add (GtkListBox *lines, DatelineSession *session, gint64 incident)
{
  g_autoptr (DatelineIncident) loaded = dateline_store_load_incident (dateline_session_get_store (session), incident, NULL);
  GtkWidget                   *line, *child;

  if (loaded == NULL)
    return FALSE;
  line = gtk_list_box_row_new ();
  child = g_object_new (DATELINE_TYPE_INCIDENT_ROW, NULL);
  dateline_incident_row_set_incident (DATELINE_INCIDENT_ROW (child), loaded);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line), child);
  g_object_set_data_full (G_OBJECT (line), "incident", g_memdup2 (&incident, sizeof incident), g_free);
  gtk_list_box_append (lines, line);
  return TRUE;
}

gint64
dateline_incident_lines_get_incident (GtkListBoxRow *line)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (line), "incident");
}
