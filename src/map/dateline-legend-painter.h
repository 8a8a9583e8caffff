/* dateline-legend-painter.h: each sign of the map by itself, and its words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pangocairo.h>

#include "dateline-incident-type.h"

G_BEGIN_DECLS

/* No sign is wider or higher. */
#define DATELINE_LEGEND_SIGN_PX 30

/* What there is beside the symbols of the types. */
typedef enum
{
  DATELINE_LEGEND_RING,
  DATELINE_LEGEND_CIRCLE,
  DATELINE_LEGEND_AREA,
  DATELINE_LEGEND_BADGE,
  DATELINE_LEGEND_SEA,
  DATELINE_LEGEND_ACCEPTED,
  DATELINE_LEGEND_CORRECTED,
  DATELINE_LEGEND_REJECTED,
  DATELINE_LEGEND_OLD,
  DATELINE_N_LEGEND_SIGNS
} DatelineLegendSign;

const char *dateline_legend_sign_to_words (DatelineLegendSign sign);
void        dateline_legend_painter_draw_type (cairo_t *cr, DatelineIncidentType type, gboolean dark);
void        dateline_legend_painter_draw_sign (cairo_t *cr, DatelineLegendSign sign, PangoContext *context, gboolean dark);

G_END_DECLS
