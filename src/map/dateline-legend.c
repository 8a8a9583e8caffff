/* dateline-legend.c: what the signs on the map mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-legend.h"

#include "dateline-legend-painter.h"
#include "dateline-words.h"

#define N_COLUMNS 2

/* Light text means a dark ground. */
static gboolean
is_dark (GtkWidget *widget)
{
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  return 0.2126f * color.red + 0.7152f * color.green + 0.0722f * color.blue > 0.5f;
}

static void
draw_type (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  cairo_translate (cr, width / 2.0, height / 2.0);
  dateline_legend_painter_draw_type (cr, GPOINTER_TO_INT (user_data), is_dark (GTK_WIDGET (area)));
}

static void
draw_sign (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  cairo_translate (cr, width / 2.0, height / 2.0);
  dateline_legend_painter_draw_sign (cr, GPOINTER_TO_INT (user_data), gtk_widget_get_pango_context (GTK_WIDGET (area)), is_dark (GTK_WIDGET (area)));
}

static void
attach (GtkGrid *grid, const char *text, GtkDrawingAreaDrawFunc draw, int value, int column, int row, int n_columns)
{
  GtkWidget *area = gtk_drawing_area_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), DATELINE_LEGEND_SIGN_PX);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), DATELINE_LEGEND_SIGN_PX);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw, GINT_TO_POINTER (value), NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_grid_attach (grid, area, 2 * column, row, 1, 1);
  gtk_grid_attach (grid, label, 2 * column + 1, row, n_columns, 1);
}

/**
 * dateline_legend_new:
 *
 * Returns: (transfer floating): every type of incident with its symbol,
 *   then how vague places are drawn
 */
GtkWidget *
dateline_legend_new (void)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  int      n_rows = (DATELINE_N_INCIDENT_TYPES + N_COLUMNS - 1) / N_COLUMNS;

  gtk_grid_set_column_spacing (grid, 6);
  for (int type = 0; type < DATELINE_N_INCIDENT_TYPES; type++)
    attach (grid, dateline_incident_type_to_words (type), draw_type, type, type / n_rows, type % n_rows, 1);

  gtk_grid_attach (grid, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL), 0, n_rows, 2 * N_COLUMNS, 1);
  for (int sign = 0; sign < DATELINE_N_LEGEND_SIGNS; sign++)
    attach (grid, dateline_legend_sign_to_words (sign), draw_sign, sign, 0, n_rows + 1 + sign, 2 * N_COLUMNS - 1);

  return GTK_WIDGET (grid);
}
