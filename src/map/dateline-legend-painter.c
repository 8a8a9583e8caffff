/* dateline-legend-painter.c: each sign of the map by itself, and its words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-legend-painter.h"

#include <glib/gi18n.h>

#include "dateline-symbol-painter.h"

#define SYMBOL_RADIUS_PX 7.0

static const char *const sign_texts[] = {
  [DATELINE_LEGEND_RING] = N_ ("Several incidents, by kind"),
  [DATELINE_LEGEND_CIRCLE] = N_ ("Somewhere in this circle"),
  [DATELINE_LEGEND_AREA] = N_ ("Somewhere in this governorate"),
  [DATELINE_LEGEND_BADGE] = N_ ("In the governorate or country, place unknown"),
  [DATELINE_LEGEND_SEA] = N_ ("At sea or in the air"),
  [DATELINE_LEGEND_ACCEPTED] = N_ ("Accepted in review"),
  [DATELINE_LEGEND_CORRECTED] = N_ ("Corrected in review"),
  [DATELINE_LEGEND_REJECTED] = N_ ("Rejected in review"),
  [DATELINE_LEGEND_OLD] = N_ ("Earlier in the days shown"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (sign_texts) == DATELINE_N_LEGEND_SIGNS);

static const DatelineSymbolLook sign_looks[DATELINE_N_LEGEND_SIGNS] = {
  [DATELINE_LEGEND_SEA] = { DATELINE_INCIDENT_NAVAL_ATTACK, DATELINE_SYMBOL_OUTLINED, 0, 0, SYMBOL_RADIUS_PX },
  [DATELINE_LEGEND_ACCEPTED] = { DATELINE_INCIDENT_AIR_STRIKE, DATELINE_SYMBOL_FILLED, 1, 0, SYMBOL_RADIUS_PX },
  [DATELINE_LEGEND_CORRECTED] = { DATELINE_INCIDENT_AIR_STRIKE, DATELINE_SYMBOL_FILLED, 2, 0, SYMBOL_RADIUS_PX },
  [DATELINE_LEGEND_REJECTED] = { DATELINE_INCIDENT_AIR_STRIKE, DATELINE_SYMBOL_FILLED, 3, 0, SYMBOL_RADIUS_PX },
  [DATELINE_LEGEND_OLD] = { DATELINE_INCIDENT_AIR_STRIKE, DATELINE_SYMBOL_FILLED, 0, DATELINE_N_SYMBOL_AGES - 1, SYMBOL_RADIUS_PX },
};

static void
draw_area (cairo_t *cr, gboolean dark, gboolean is_circle)
{
  static const double dashes[] = { 3.0, 3.0 };
  DatelineColor       color = dateline_symbol_family_get_color (DATELINE_SYMBOL_GROUND, dark);

  cairo_new_path (cr);
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

/**
 * dateline_legend_sign_to_words:
 * @sign: a sign
 *
 * Returns: what it means, in the reader's language
 */
const char *
dateline_legend_sign_to_words (DatelineLegendSign sign)
{
  g_return_val_if_fail (sign < DATELINE_N_LEGEND_SIGNS, NULL);

  return _ (sign_texts[sign]);
}

/**
 * dateline_legend_painter_draw_type:
 * @cr: draws round 0, 0, within DATELINE_LEGEND_SIGN_PX
 * @type: a type of incident
 * @dark: whether the ground is dark
 */
void
dateline_legend_painter_draw_type (cairo_t *cr, DatelineIncidentType type, gboolean dark)
{
  dateline_symbol_painter_draw (cr, &(DatelineSymbolLook){ .type = type, .radius_px = SYMBOL_RADIUS_PX }, dark);
}

/**
 * dateline_legend_painter_draw_sign:
 * @cr: draws round 0, 0, within DATELINE_LEGEND_SIGN_PX
 * @sign: a sign
 * @context: for numbers
 * @dark: whether the ground is dark
 */
void
dateline_legend_painter_draw_sign (cairo_t *cr, DatelineLegendSign sign, PangoContext *context, gboolean dark)
{
  DatelineRing ring = {
    .n = 12,
    .radius_px = 12.0,
    .families = { [DATELINE_SYMBOL_AERIAL] = 5, [DATELINE_SYMBOL_FIRES] = 3, [DATELINE_SYMBOL_GROUND] = 4 },
    .is_area = sign == DATELINE_LEGEND_BADGE,
  };

  if (sign >= DATELINE_LEGEND_SEA)
    dateline_symbol_painter_draw (cr, &sign_looks[sign], dark);
  else if (sign == DATELINE_LEGEND_CIRCLE || sign == DATELINE_LEGEND_AREA)
    draw_area (cr, dark, sign == DATELINE_LEGEND_CIRCLE);
  else
    dateline_symbol_painter_draw_ring (cr, &ring, context, dark);
}
