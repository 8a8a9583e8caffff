/* dateline-incident-row.c: one line of the incident list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-panel"

#include "config.h"

#include "dateline-incident-row.h"

#include <glib/gi18n.h>

#include "dateline-locale-text.h"
#include "dateline-symbol-icon.h"
#include "dateline-words.h"

struct _DatelineIncidentRow
{
  GtkWidget parent_instance;

  gint64 id; /* 0 for none */

  /* Template widgets */
  DatelineSymbolIcon *symbol_icon;
  GtkLabel           *title_label;
  GtkLabel           *subtitle_label;
};

G_DEFINE_FINAL_TYPE (DatelineIncidentRow, dateline_incident_row, GTK_TYPE_WIDGET)

/* The day alone, where it is known to the day: the clock and the zone
 * stand in the panel. */
static char *
format_when (const DatelineWhen *when)
{
  DatelineWhen day = *when;

  if (when->precision == DATELINE_DATE_DAY)
    return dateline_day_to_words (dateline_day_at (when->interval.start, when->offset_minutes));

  day.assumed = FALSE;
  return dateline_when_to_words (&day);
}

/* "24 January 2024 · 12 killed" */
static char *
format_subtitle (const DatelineIncident *incident)
{
  g_autofree char *when = NULL;
  g_autofree char *killed = NULL;

  if (dateline_date_interval_is_set (incident->when.interval))
    when = format_when (&incident->when);
  else
    when = g_strdup (_ ("Without a date"));
  if (incident->killed.best <= 0)
    return g_steal_pointer (&when);

  killed = dateline_strdup_printf (ngettext ("%d killed", "%d killed", (gulong) incident->killed.best), incident->killed.best);
  return g_strdup_printf (_ ("%s · %s"), when, killed);
}

/* The line of the list has the focus, and GTK gives it no name. */
static void
name_line (DatelineIncidentRow *self, const char *title, const char *subtitle)
{
  GtkWidget       *line = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = g_strdup_printf (_ ("%s · %s"), title, subtitle);

  if (line != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
dateline_incident_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dateline_incident_row_parent_class)->dispose (object);
}

static void
dateline_incident_row_class_init (DatelineIncidentRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_incident_row_dispose;

  g_type_ensure (DATELINE_TYPE_SYMBOL_ICON);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/dateline/Dateline/dateline-incident-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineIncidentRow, symbol_icon);
  gtk_widget_class_bind_template_child (widget_class, DatelineIncidentRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineIncidentRow, subtitle_label);
}

static void
dateline_incident_row_init (DatelineIncidentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dateline_incident_row_set_incident:
 * @self: a row
 * @incident: what it shows from now on
 */
void
dateline_incident_row_set_incident (DatelineIncidentRow *self, const DatelineIncident *incident)
{
  g_autofree char *title = dateline_incident_to_title (incident);
  g_autofree char *subtitle = format_subtitle (incident);

  g_return_if_fail (DATELINE_IS_INCIDENT_ROW (self));

  dateline_symbol_icon_set_incident_type (self->symbol_icon, incident->type);
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->subtitle_label, subtitle);
  name_line (self, title, subtitle);
}

void
dateline_incident_row_set_id (DatelineIncidentRow *self, gint64 id)
{
  g_return_if_fail (DATELINE_IS_INCIDENT_ROW (self));

  self->id = id;
}

gint64
dateline_incident_row_get_id (DatelineIncidentRow *self)
{
  g_return_val_if_fail (DATELINE_IS_INCIDENT_ROW (self), 0);

  return self->id;
}
