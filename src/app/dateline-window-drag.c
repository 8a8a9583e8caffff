/* dateline-window-drag.c: dragging an incident or a quotation out of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-app"

#include "config.h"

#include "dateline-window-private.h"

#include <string.h>

#include "dateline-excerpt-row.h"
#include "dateline-export.h"
#include "dateline-incident-row.h"

/* One incident is loaded at once. */
#define NO_BUDGET_US G_MAXINT64

static gboolean
append (const char *bytes, gsize length, gpointer user_data)
{
  g_string_append_len (user_data, bytes, (gssize) length);
  return TRUE;
}

static char *
write_geojson (DatelineStore *store, gint64 incident, GError **error)
{
  g_autoptr (DatelineExport) export = dateline_export_new (store, &incident, 1);
  g_autoptr (GString) text = g_string_new (NULL);
  double              fraction = 0;

  while (fraction < 1)
    if (!dateline_export_load (export, NO_BUDGET_US, &fraction, error))
      return NULL;
  dateline_export_write (export, DATELINE_OUTPUT_GEOJSON, NULL, append, text);
  return g_strdup (text->str);
}

/**
 * dateline_window_create_drag_content:
 * @self: a window
 * @incident: a row of its project
 *
 * Returns: (transfer full) (nullable): the incident as GeoJSON, for
 *   programs that know it and for those that take text
 */
GdkContentProvider *
dateline_window_create_drag_content (DatelineWindow *self, gint64 incident)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *text = write_geojson (dateline_session_get_store (self->session), incident, &error);
  g_autoptr (GBytes) bytes = NULL;

  if (text == NULL)
    {
      g_warning ("%s", error->message);
      return NULL;
    }
  bytes = g_bytes_new (text, strlen (text));
  return gdk_content_provider_new_union ((GdkContentProvider *[]){
                                           gdk_content_provider_new_for_bytes ("application/geo+json", bytes),
                                           gdk_content_provider_new_typed (G_TYPE_STRING, text) },
                                         2);
}

/* The line below the pointer. */
static GtkWidget *
pick (GtkDragSource *source, double x, double y, GType type)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  GtkWidget *below = gtk_widget_pick (widget, x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = below == NULL || g_type_is_a (G_OBJECT_TYPE (below), type) ? below : gtk_widget_get_ancestor (below, type);

  /* The focus lies on what holds the line, and so may the pointer. */
  if (row == NULL && below != NULL && gtk_widget_get_first_child (below) != NULL &&
      g_type_is_a (G_OBJECT_TYPE (gtk_widget_get_first_child (below)), type))
    row = gtk_widget_get_first_child (below);
  if (row != NULL)
    {
      g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

      gtk_drag_source_set_icon (source, picture, 0, 0);
    }
  return row;
}

static GdkContentProvider *
on_prepare_incident_cb (DatelineWindow *self, double x, double y, GtkDragSource *source)
{
  GtkWidget *row = pick (source, x, y, DATELINE_TYPE_INCIDENT_ROW);
  gint64     incident = row != NULL ? dateline_incident_row_get_id (DATELINE_INCIDENT_ROW (row)) : 0;

  return incident != 0 ? dateline_window_create_drag_content (self, incident) : NULL;
}

static GdkContentProvider *
on_prepare_quotation_cb (DatelineWindow *self, double x, double y, GtkDragSource *source)
{
  GtkWidget *row = pick (source, x, y, DATELINE_TYPE_EXCERPT_ROW);

  return row != NULL ? gdk_content_provider_new_typed (G_TYPE_STRING, dateline_excerpt_row_get_text (DATELINE_EXCERPT_ROW (row))) : NULL;
}

static void
add_source (DatelineWindow *self, GtkWidget *widget, GCallback prepare)
{
  GtkDragSource *source = gtk_drag_source_new ();

  /* Before a line takes the press for a click. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect_object (source, "prepare", prepare, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (source));
}

/**
 * dateline_window_init_drag:
 * @self: a window
 *
 * Lets incidents be dragged out of its list, and quotations out of the
 * evidence.
 */
void
dateline_window_init_drag (DatelineWindow *self)
{
  add_source (self, GTK_WIDGET (self->list_bin), G_CALLBACK (on_prepare_incident_cb));
  add_source (self, GTK_WIDGET (self->evidence_bin), G_CALLBACK (on_prepare_quotation_cb));
}
