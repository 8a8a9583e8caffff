/* dateline-symbol-icon.c: the sign of a type of incident, beside text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-symbol-icon.h"

#include <adwaita.h>

#include "dateline-symbol.h"

/* Pixels; the outline fills about three quarters of it. */
#define ICON_SIZE 20
#define OUTLINE_RADIUS 7.5f

struct _DatelineSymbolIcon
{
  GtkWidget parent_instance;

  DatelineIncidentType type;
};

G_DEFINE_FINAL_TYPE (DatelineSymbolIcon, dateline_symbol_icon, GTK_TYPE_WIDGET)

static void
dateline_symbol_icon_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DatelineSymbolIcon *self = DATELINE_SYMBOL_ICON (widget);
  int                 width = gtk_widget_get_width (widget);
  int                 height = gtk_widget_get_height (widget);
  gboolean            dark = adw_style_manager_get_dark (adw_style_manager_get_for_display (gtk_widget_get_display (widget)));
  DatelineSymbol      symbol = dateline_symbol_for_type (self->type);
  DatelineColor       color = dark ? symbol.dark : symbol.light;
  guint               n_points = 0;
  const float        *points = dateline_shape_get_points (symbol.shape, &n_points);
  cairo_t            *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  cairo_translate (cr, width / 2.0, height / 2.0);
  for (guint i = 0; i < n_points; i++)
    cairo_line_to (cr, points[2 * i] * OUTLINE_RADIUS, points[2 * i + 1] * OUTLINE_RADIUS);
  cairo_close_path (cr);
  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
dateline_symbol_icon_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = ICON_SIZE;
}

static void
dateline_symbol_icon_class_init (DatelineSymbolIconClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = dateline_symbol_icon_snapshot;
  widget_class->measure = dateline_symbol_icon_measure;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
dateline_symbol_icon_init (DatelineSymbolIcon *self)
{
  self->type = DATELINE_INCIDENT_UNSPECIFIED_ATTACK;
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * dateline_symbol_icon_set_incident_type:
 * @self: an icon
 * @type: the type whose sign it draws
 */
void
dateline_symbol_icon_set_incident_type (DatelineSymbolIcon *self, DatelineIncidentType type)
{
  g_return_if_fail (DATELINE_IS_SYMBOL_ICON (self));

  if (self->type == type)
    return;

  self->type = type;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
