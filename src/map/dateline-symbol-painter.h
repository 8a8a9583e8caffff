/* dateline-symbol-painter.h: the marks of incidents, as pictures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <pango/pangocairo.h>

#include "dateline-symbol.h"

G_BEGIN_DECLS

typedef enum
{
  DATELINE_SYMBOL_FILLED,
  DATELINE_SYMBOL_OUTLINED, /* at sea or in the air, on no land */
  DATELINE_SYMBOL_FAINT     /* selected, but filtered out */
} DatelineSymbolVariant;

/* From the last day of the window to its first, incidents fade in steps. */
#define DATELINE_N_SYMBOL_AGES 4

typedef struct
{
  DatelineIncidentType  type;
  DatelineSymbolVariant variant;
  guint                 status;    /* of its review, as in the incident table */
  guint                 age;       /* 0 the newest … DATELINE_N_SYMBOL_AGES − 1 */
  double                radius_px; /* about half of its size, without its rim of 2 pixels */
} DatelineSymbolLook;

/* A mark that stands for several incidents: a ring of their families
 * round their number. */
typedef struct
{
  guint    families[DATELINE_N_SYMBOL_FAMILIES];
  guint    n;
  double   radius_px;
  guint    age;     /* as that of a symbol */
  gboolean is_area; /* of a governorate or a country: square, not round */
} DatelineRing;

void   dateline_symbol_painter_draw (cairo_t *cr, const DatelineSymbolLook *look, gboolean dark);
void   dateline_symbol_painter_draw_ring (cairo_t *cr, const DatelineRing *ring, PangoContext *context, gboolean dark);
double dateline_ring_get_radius (guint n);
guint  dateline_ring_round_count (guint n);
char  *dateline_ring_format_count (guint n);

G_END_DECLS
