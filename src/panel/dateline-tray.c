/* dateline-tray.c: incidents that the map or the slider cannot show
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * They are counted aloud and never dropped in silence: the count opens
 * their list.
 */

#include "config.h"

#include "dateline-tray.h"

#include <glib/gi18n.h>
#include <math.h>

#include "dateline-incident-lines.h"
#include "dateline-locale-text.h"

/* Lines at once; who has more of them without a place filters first. */
#define MAX_LINES 200

struct _DatelineTray
{
  GtkWidget parent_instance;

  DatelineSession *session;
  DatelineTrayKind kind;

  GtkMenuButton *button;
  GtkListBox    *list;
  GtkLabel      *more_label;
};

G_DEFINE_FINAL_TYPE (DatelineTray, dateline_tray, GTK_TYPE_WIDGET)

static gboolean
is_in (DatelineTray *self, const DatelineIncidentTable *table, guint row)
{
  if (!table->passes[row])
    return FALSE;
  return self->kind == DATELINE_TRAY_WITHOUT_PLACE ? isnan (table->lat[row]) : row >= table->n_dated;
}

static guint
count (DatelineTray *self)
{
  const DatelineIncidentTable *table = dateline_session_get_table (self->session);
  guint                        n = 0;

  for (guint row = 0; row < table->n_rows; row++)
    n += is_in (self, table, row);
  return n;
}

static void
update (DatelineTray *self)
{
  guint            n = count (self);
  g_autofree char *label = NULL;

  if (self->kind == DATELINE_TRAY_WITHOUT_PLACE)
    label = dateline_strdup_printf (ngettext ("%u without a place", "%u without a place", n), n);
  else
    label = dateline_strdup_printf (ngettext ("%u without a date", "%u without a date", n), n);
  gtk_menu_button_set_label (self->button, label);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
fill (DatelineTray *self)
{
  const DatelineIncidentTable *table = dateline_session_get_table (self->session);
  guint                        n = count (self), n_lines = 0;
  g_autofree char             *more = NULL;

  dateline_incident_lines_clear (self->list);
  for (guint row = 0; row < table->n_rows && n_lines < MAX_LINES; row++)
    if (is_in (self, table, row))
      {
        dateline_incident_lines_add (self->list, self->session, table->id[row]);
        n_lines++;
      }

  gtk_widget_set_visible (GTK_WIDGET (self->more_label), n > n_lines);
  more = dateline_strdup_printf (ngettext ("%u more", "%u more", n - n_lines), n - n_lines);
  gtk_label_set_label (self->more_label, more);
}

static void
on_activated_cb (DatelineTray *self, GtkListBoxRow *row)
{
  gtk_menu_button_popdown (self->button);
  dateline_session_select (self->session, dateline_incident_lines_get_incident (row));
}

static void
dateline_tray_dispose (GObject *object)
{
  DatelineTray *self = DATELINE_TRAY (object);
  GtkWidget    *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_tray_parent_class)->dispose (object);
}

static void
dateline_tray_class_init (DatelineTrayClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dateline_tray_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
dateline_tray_init (DatelineTray *self)
{
  GtkWidget *popover = dateline_incident_lines_new_popover (&self->list, &self->more_label);

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_has_frame (self->button, FALSE);
  gtk_menu_button_set_direction (self->button, GTK_ARROW_UP);
  gtk_menu_button_set_popover (self->button, popover);
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));

  g_signal_connect_object (popover, "show", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_activated_cb), self, G_CONNECT_SWAPPED);
}

/**
 * dateline_tray_new:
 * @session: the hub
 * @kind: what its incidents lack
 *
 * Returns: (transfer floating): a tray of those that pass the filter
 */
GtkWidget *
dateline_tray_new (DatelineSession *session, DatelineTrayKind kind)
{
  DatelineTray *self = g_object_new (DATELINE_TYPE_TRAY, NULL);

  self->session = g_object_ref (session);
  self->kind = kind;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  kind == DATELINE_TRAY_WITHOUT_PLACE ? _ ("Incidents without a place") : _ ("Incidents without a date"), -1);
  g_signal_connect_object (session, "visible-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
