/* dateline-incident-popover.c: the incidents behind one mark, as a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-map"

#include "config.h"

#include "dateline-incident-popover.h"

#include <glib/gi18n.h>

#include "dateline-locale-text.h"
#include "dateline-words.h"

/* More than anyone reads here. */
#define MAX_LISTED 200

static void
on_row_activated_cb (DatelineSession *session, GtkListBoxRow *row)
{
  gint64     incident = *(gint64 *) g_object_get_data (G_OBJECT (row), "incident");
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (row), GTK_TYPE_POPOVER);

  gtk_popover_popdown (GTK_POPOVER (popover));
  dateline_session_select (session, incident);
}

static GtkWidget *
create_line (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
create_list_row (DatelineSession *session, gint64 id)
{
  g_autofree char *title = NULL;
  g_autofree char *when = NULL;
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  if (dateline_incident_popover_describe (session, id, &title, &when))
    {
      gtk_box_append (GTK_BOX (box), create_line (title, "body"));
      gtk_box_append (GTK_BOX (box), create_line (when, "caption"));
    }
  gtk_widget_set_margin_top (box, 5);
  gtk_widget_set_margin_bottom (box, 5);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "incident", g_memdup2 (&id, sizeof id), g_free);
  return row;
}

static GtkWidget *
create_more_row (guint n_more)
{
  g_autofree char *text = dateline_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);
  GtkWidget       *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), create_line (text, "dim-label"));
  return row;
}

static void
grab_first (GtkListBox *list)
{
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0)));
}

static GtkWidget *
create_list (DatelineSession *session, const GArray *rows)
{
  const DatelineIncidentTable *table = dateline_session_get_table (session);
  GtkWidget                   *list = gtk_list_box_new ();
  GtkWidget                   *scroller = gtk_scrolled_window_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Incidents at this place"), -1);
  for (guint i = 0; i < MIN (rows->len, MAX_LISTED); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), create_list_row (session, table->id[g_array_index (rows, guint, i)]));
  if (rows->len > MAX_LISTED)
    gtk_list_box_append (GTK_LIST_BOX (list), create_more_row (rows->len - MAX_LISTED));
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_row_activated_cb), session, G_CONNECT_SWAPPED);

  g_signal_connect (list, "map", G_CALLBACK (grab_first), NULL);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  return scroller;
}

/**
 * dateline_incident_popover_new:
 * @session: where incidents are loaded and selected
 * @rows: (element-type guint): rows of the session's table
 *
 * Returns: (transfer floating): a list of the incidents; activating one
 *   selects it and closes the list
 */
GtkWidget *
dateline_incident_popover_new (DatelineSession *session, const GArray *rows)
{
  GtkWidget *popover = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), create_list (session, rows));
  return popover;
}

/**
 * dateline_incident_popover_describe:
 * @session: where incidents are loaded
 * @id: row id of an incident
 * @title: (out): what and where
 * @when: (out): its date in words
 *
 * Returns: whether the incident could be loaded; the out-values are
 *   untouched otherwise
 */
gboolean
dateline_incident_popover_describe (DatelineSession *session, gint64 id, char **title, char **when)
{
  g_autoptr (GError)           error = NULL;
  g_autoptr (DatelineIncident) incident = dateline_store_load_incident (dateline_session_get_store (session), id, &error);

  if (incident == NULL)
    {
      g_warning ("%s", error->message);
      return FALSE;
    }

  *title = dateline_incident_to_title (incident);
  *when = dateline_when_to_words (&incident->when);
  return TRUE;
}
