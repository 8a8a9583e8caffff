/* dateline-symbol.h: the shape and colour that stand for a type of incident
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plain data, so that map, legend, list and timeline draw the same sign
 * with whatever they draw with. Each type has a shape of its own, each
 * family a colour: neither speaks alone.
 */

#pragma once

#include "dateline-incident-type.h"

G_BEGIN_DECLS

/* The colours of cluster rings and of the histogram's stacks, in the
 * order in which they are stacked. */
typedef enum
{
  DATELINE_SYMBOL_AERIAL,    /* air and drone strikes */
  DATELINE_SYMBOL_FIRES,     /* missiles, rockets, shells */
  DATELINE_SYMBOL_EXPLOSIVE, /* bombs that were laid, driven or carried */
  DATELINE_SYMBOL_GROUND,    /* clashes, shootings, raids, control */
  DATELINE_SYMBOL_SEA,
  DATELINE_SYMBOL_DEFENCE,
  DATELINE_SYMBOL_CHEMICAL,
  DATELINE_SYMBOL_OTHER,
  DATELINE_N_SYMBOL_FAMILIES
} DatelineSymbolFamily;

typedef enum
{
  DATELINE_SHAPE_CIRCLE,
  DATELINE_SHAPE_TRIANGLE_DOWN,
  DATELINE_SHAPE_DART,
  DATELINE_SHAPE_TRIANGLE_UP,
  DATELINE_SHAPE_DIAMOND,
  DATELINE_SHAPE_SQUARE,
  DATELINE_SHAPE_SALTIRE,
  DATELINE_SHAPE_ARROW,
  DATELINE_SHAPE_PENTAGON,
  DATELINE_SHAPE_BURST,
  DATELINE_SHAPE_STAR,
  DATELINE_SHAPE_STAR_FOUR,
  DATELINE_SHAPE_STAR_SIX,
  DATELINE_SHAPE_HULL,
  DATELINE_SHAPE_SHIELD,
  DATELINE_SHAPE_HEXAGON,
  DATELINE_SHAPE_FLAG,
  DATELINE_N_SHAPES
} DatelineShape;

/* sRGB, 0–1, opaque */
typedef struct
{
  float red;
  float green;
  float blue;
} DatelineColor;

typedef struct
{
  DatelineShape        shape;
  DatelineSymbolFamily family;
  DatelineColor        light; /* on a light ground */
  DatelineColor        dark;  /* on a dark ground */
} DatelineSymbol;

DatelineSymbol dateline_symbol_for_type (DatelineIncidentType type);
DatelineColor  dateline_symbol_family_get_color (DatelineSymbolFamily family, gboolean dark);
const char    *dateline_symbol_family_get_label (DatelineSymbolFamily family);
const float   *dateline_shape_get_points (DatelineShape shape, guint *n_points);

G_END_DECLS
