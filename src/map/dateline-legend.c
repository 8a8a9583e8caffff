/* dateline-legend.c: what the signs on the map mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-legend.h"

#include <glib/gi18n.h>

#include "dateline-symbol-painter.h"
#include "dateline-words.h"

#define SIGN_PX 30
#define SYMBOL_RADIUS_PX 7.0
#define N_COLUMNS 2

typedef enum
{
  SIGN_RING,
  SIGN_CIRCLE,
  SIGN_AREA,
  SIGN_BADGE,
  SIGN_SEA,
  SIGN_ACCEPTED,
  SIGN_CORRECTED,
  SIGN_REJECTED,
  SIGN_OLD,
  N_SIGNS
} Sign;

static const char *const sign_texts[] = {
  [SIGN_RING] = N_ ("Several incidents, by kind"),
  [SIGN_CIRCLE] = N_ ("Somewhere in this circle"),
  [SIGN_AREA] = N_ ("Somewhere in this governorate"),
  [SIGN_BADGE] = N_ ("In the governorate or country, place unknown"),
  [SIGN_SEA] = N_ ("At sea or in the air"),
  [SIGN_ACCEPTED] = N_ ("Accepted in review"),
  [SIGN_CORRECTED] = N_ ("Corrected in review"),
  [SIGN_REJECTED] = N_ ("Rejected in review"),
  [SIGN_OLD] = N_ ("Earlier in the days shown"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (sign_texts) == N_SIGNS);

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
  dateline_symbol_painter_draw (cr, &(DatelineSymbolLook){ .type = GPOINTER_TO_INT (user_data), .radius_px = SYMBOL_RADIUS_PX }, is_dark (GTK_WIDGET (area)));
}

static void
draw_area (cairo_t *cr, gboolean dark, gboolean is_circle)
{
  static const double dashes[] = { 3.0, 3.0 };
  DatelineColor       color = dateline_symbol_family_get_color (DATELINE_SYMBOL_GROUND, dark);

  if (is_circle)
    cairo_arc (cr, 0.0, 0.0, 10.0, 0.0, 2.0 * G_PI);
  else
    cairo_rectangle (cr, -11.0, -8.0, 22.0, 16.0);
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, 0.1);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, 0.75);
  cairo_set_line_width (cr, 1.2);
  if (is_circle)
    {
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0.0);
      cairo_stroke (cr);
      return;
    }

  cairo_stroke_preserve (cr);
  cairo_clip (cr);
  for (double x = -20.0; x < 30.0; x += 6.0)
    {
      cairo_move_to (cr, x, -9.0);
      cairo_line_to (cr, x - 18.0, 9.0);
    }
  cairo_set_line_width (cr, 1.0);
  cairo_stroke (cr);
}

static const DatelineSymbolLook sign_looks[N_SIGNS] = {
  [SIGN_SEA] = { DATELINE_INCIDENT_NAVAL_ATTACK, DATELINE_SYMBOL_OUTLINED, 0, 0, SYMBOL_RADIUS_PX },
  [SIGN_ACCEPTED] = { DATELINE_INCIDENT_AIR_STRIKE, DATELINE_SYMBOL_FILLED, 1, 0, SYMBOL_RADIUS_PX },
  [SIGN_CORRECTED] = { DATELINE_INCIDENT_AIR_STRIKE, DATELINE_SYMBOL_FILLED, 2, 0, SYMBOL_RADIUS_PX },
  [SIGN_REJECTED] = { DATELINE_INCIDENT_AIR_STRIKE, DATELINE_SYMBOL_FILLED, 3, 0, SYMBOL_RADIUS_PX },
  [SIGN_OLD] = { DATELINE_INCIDENT_AIR_STRIKE, DATELINE_SYMBOL_FILLED, 0, DATELINE_N_SYMBOL_AGES - 1, SYMBOL_RADIUS_PX },
};

static void
draw_sign (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  gboolean     dark = is_dark (GTK_WIDGET (area));
  Sign         sign = GPOINTER_TO_INT (user_data);
  DatelineRing ring = {
    .n = 12,
    .radius_px = 12.0,
    .families = { [DATELINE_SYMBOL_AERIAL] = 5, [DATELINE_SYMBOL_FIRES] = 3, [DATELINE_SYMBOL_GROUND] = 4 },
    .is_area = sign == SIGN_BADGE,
  };

  cairo_translate (cr, width / 2.0, height / 2.0);
  if (sign >= SIGN_SEA)
    dateline_symbol_painter_draw (cr, &sign_looks[sign], dark);
  else if (sign == SIGN_CIRCLE || sign == SIGN_AREA)
    draw_area (cr, dark, sign == SIGN_CIRCLE);
  else
    dateline_symbol_painter_draw_ring (cr, &ring, gtk_widget_get_pango_context (GTK_WIDGET (area)), dark);
}

static void
attach (GtkGrid *grid, const char *text, GtkDrawingAreaDrawFunc draw, int value, int column, int row, int n_columns)
{
  GtkWidget *area = gtk_drawing_area_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), SIGN_PX);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), SIGN_PX);
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
  for (int sign = 0; sign < N_SIGNS; sign++)
    attach (grid, _ (sign_texts[sign]), draw_sign, sign, 0, n_rows + 1 + sign, 2 * N_COLUMNS - 1);

  return GTK_WIDGET (grid);
}
