/* dateline-symbol.c: the shape and colour that stand for a type of incident
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-symbol.h"

#include <glib/gi18n.h>

/* Closed outlines as x, y pairs, y downwards, each about one unit from
 * the centre, so that all weigh the same to the eye. */

static const float circle_points[] = {
  0.000f, -0.860f, 0.223f, -0.831f, 0.430f, -0.745f, 0.608f, -0.608f,
  0.745f, -0.430f, 0.831f, -0.223f, 0.860f, 0.000f, 0.831f, 0.223f,
  0.745f, 0.430f, 0.608f, 0.608f, 0.430f, 0.745f, 0.223f, 0.831f,
  0.000f, 0.860f, -0.223f, 0.831f, -0.430f, 0.745f, -0.608f, 0.608f,
  -0.745f, 0.430f, -0.831f, 0.223f, -0.860f, 0.000f, -0.831f, -0.223f,
  -0.745f, -0.430f, -0.608f, -0.608f, -0.430f, -0.745f, -0.223f, -0.831f
};

static const float triangle_down_points[] = {
  -0.980f, -0.740f, 0.980f, -0.740f, 0.000f, 0.980f
};

static const float dart_points[] = {
  -1.000f, -0.860f, 0.000f, -0.360f, 1.000f, -0.860f, 0.000f, 1.000f
};

static const float triangle_up_points[] = {
  0.000f, -0.980f, 0.980f, 0.740f, -0.980f, 0.740f
};

static const float diamond_points[] = {
  0.000f, -1.050f, 1.050f, 0.000f, 0.000f, 1.050f, -1.050f, 0.000f
};

static const float square_points[] = {
  -0.780f, -0.780f, 0.780f, -0.780f, 0.780f, 0.780f, -0.780f, 0.780f
};

static const float saltire_points[] = {
  0.488f, -0.997f, 0.997f, -0.488f, 0.509f, 0.000f, 0.997f, 0.488f,
  0.488f, 0.997f, 0.000f, 0.509f, -0.488f, 0.997f, -0.997f, 0.488f,
  -0.509f, 0.000f, -0.997f, -0.488f, -0.488f, -0.997f, 0.000f, -0.509f
};

static const float arrow_points[] = {
  -0.950f, -0.420f, 0.100f, -0.420f, 0.100f, -0.950f, 1.050f, 0.000f,
  0.100f, 0.950f, 0.100f, 0.420f, -0.950f, 0.420f
};

static const float pentagon_points[] = {
  0.000f, -1.000f, 0.951f, -0.309f, 0.588f, 0.809f, -0.588f, 0.809f,
  -0.951f, -0.309f
};

static const float burst_points[] = {
  0.000f, -1.080f, 0.237f, -0.573f, 0.764f, -0.764f, 0.573f, -0.237f,
  1.080f, 0.000f, 0.573f, 0.237f, 0.764f, 0.764f, 0.237f, 0.573f,
  0.000f, 1.080f, -0.237f, 0.573f, -0.764f, 0.764f, -0.573f, 0.237f,
  -1.080f, 0.000f, -0.573f, -0.237f, -0.764f, -0.764f, -0.237f, -0.573f
};

static const float star_points[] = {
  0.000f, -1.120f, 0.294f, -0.405f, 1.065f, -0.346f, 0.476f, 0.155f,
  0.658f, 0.906f, 0.000f, 0.500f, -0.658f, 0.906f, -0.476f, 0.155f,
  -1.065f, -0.346f, -0.294f, -0.405f
};

static const float star_four_points[] = {
  0.000f, -1.150f, 0.339f, -0.339f, 1.150f, 0.000f, 0.339f, 0.339f,
  0.000f, 1.150f, -0.339f, 0.339f, -1.150f, 0.000f, -0.339f, -0.339f
};

static const float star_six_points[] = {
  0.000f, -1.080f, 0.300f, -0.520f, 0.935f, -0.540f, 0.600f, 0.000f,
  0.935f, 0.540f, 0.300f, 0.520f, 0.000f, 1.080f, -0.300f, 0.520f,
  -0.935f, 0.540f, -0.600f, 0.000f, -0.935f, -0.540f, -0.300f, -0.520f
};

static const float hull_points[] = {
  -1.050f, -0.120f, -0.220f, -0.120f, -0.220f, -0.950f, 0.400f, -0.120f,
  1.050f, -0.120f, 0.620f, 0.780f, -0.620f, 0.780f
};

static const float shield_points[] = {
  -0.820f, -0.840f, 0.000f, -1.000f, 0.820f, -0.840f, 0.820f, 0.020f,
  0.620f, 0.480f, 0.320f, 0.800f, 0.000f, 1.000f, -0.320f, 0.800f,
  -0.620f, 0.480f, -0.820f, 0.020f
};

static const float hexagon_points[] = {
  0.000f, -1.000f, 0.866f, -0.500f, 0.866f, 0.500f, 0.000f, 1.000f,
  -0.866f, 0.500f, -0.866f, -0.500f
};

static const float flag_points[] = {
  -0.800f, -1.000f, 0.950f, -0.440f, -0.380f, 0.100f, -0.380f, 1.000f,
  -0.800f, 1.000f
};

typedef struct
{
  const float *points;
  guint        n_points;
} Outline;

#define OUTLINE(points)               \
  {                                   \
    points, G_N_ELEMENTS (points) / 2 \
  }

static const Outline outlines[] = {
  [DATELINE_SHAPE_CIRCLE] = OUTLINE (circle_points),
  [DATELINE_SHAPE_TRIANGLE_DOWN] = OUTLINE (triangle_down_points),
  [DATELINE_SHAPE_DART] = OUTLINE (dart_points),
  [DATELINE_SHAPE_TRIANGLE_UP] = OUTLINE (triangle_up_points),
  [DATELINE_SHAPE_DIAMOND] = OUTLINE (diamond_points),
  [DATELINE_SHAPE_SQUARE] = OUTLINE (square_points),
  [DATELINE_SHAPE_SALTIRE] = OUTLINE (saltire_points),
  [DATELINE_SHAPE_ARROW] = OUTLINE (arrow_points),
  [DATELINE_SHAPE_PENTAGON] = OUTLINE (pentagon_points),
  [DATELINE_SHAPE_BURST] = OUTLINE (burst_points),
  [DATELINE_SHAPE_STAR] = OUTLINE (star_points),
  [DATELINE_SHAPE_STAR_FOUR] = OUTLINE (star_four_points),
  [DATELINE_SHAPE_STAR_SIX] = OUTLINE (star_six_points),
  [DATELINE_SHAPE_HULL] = OUTLINE (hull_points),
  [DATELINE_SHAPE_SHIELD] = OUTLINE (shield_points),
  [DATELINE_SHAPE_HEXAGON] = OUTLINE (hexagon_points),
  [DATELINE_SHAPE_FLAG] = OUTLINE (flag_points),
};

G_STATIC_ASSERT (G_N_ELEMENTS (outlines) == DATELINE_N_SHAPES);

typedef struct
{
  const char   *label;
  DatelineColor light;
  DatelineColor dark;
} Family;

#define RGB(hex)                                                                        \
  {                                                                                     \
    ((hex) >> 16 & 0xff) / 255.0f, ((hex) >> 8 & 0xff) / 255.0f, ((hex) &0xff) / 255.0f \
  }

/* The hues of Okabe and Ito ("Color Universal Design", 2008), which stay
 * apart for the common kinds of colour blindness; darkened for a light
 * ground and lightened for a dark one. */
static const Family families[] = {
  [DATELINE_SYMBOL_AERIAL] = { NC_ ("kind of attack", "Air and drone strikes"), RGB (0xd0480a), RGB (0xff7a45) },
  [DATELINE_SYMBOL_FIRES] = { NC_ ("kind of attack", "Missiles and shelling"), RGB (0xc98500), RGB (0xf2ae2e) },
  [DATELINE_SYMBOL_EXPLOSIVE] = { NC_ ("kind of attack", "Bombings"), RGB (0xa8457f), RGB (0xe08dba) },
  [DATELINE_SYMBOL_GROUND] = { NC_ ("kind of attack", "Ground"), RGB (0x0b62a4), RGB (0x5aa9e6) },
  [DATELINE_SYMBOL_SEA] = { NC_ ("kind of attack", "Naval"), RGB (0x1593b8), RGB (0x7fd6ee) },
  [DATELINE_SYMBOL_DEFENCE] = { NC_ ("kind of attack", "Interceptions"), RGB (0x00805d), RGB (0x2fc79b) },
  [DATELINE_SYMBOL_CHEMICAL] = { NC_ ("kind of attack", "Chemical"), RGB (0xb3a500), RGB (0xf0e442) },
  [DATELINE_SYMBOL_OTHER] = { NC_ ("kind of attack", "Other"), RGB (0x5c6370), RGB (0xaab2bf) },
};

G_STATIC_ASSERT (G_N_ELEMENTS (families) == DATELINE_N_SYMBOL_FAMILIES);

typedef struct
{
  DatelineShape        shape;
  DatelineSymbolFamily family;
} Sign;

static const Sign signs[] = {
  [DATELINE_INCIDENT_AIR_STRIKE] = { DATELINE_SHAPE_TRIANGLE_DOWN, DATELINE_SYMBOL_AERIAL },
  [DATELINE_INCIDENT_DRONE_STRIKE] = { DATELINE_SHAPE_DART, DATELINE_SYMBOL_AERIAL },
  [DATELINE_INCIDENT_MISSILE_ATTACK] = { DATELINE_SHAPE_TRIANGLE_UP, DATELINE_SYMBOL_FIRES },
  [DATELINE_INCIDENT_SHELLING] = { DATELINE_SHAPE_DIAMOND, DATELINE_SYMBOL_FIRES },
  [DATELINE_INCIDENT_ARMED_CLASH] = { DATELINE_SHAPE_SALTIRE, DATELINE_SYMBOL_GROUND },
  [DATELINE_INCIDENT_BOMBING] = { DATELINE_SHAPE_BURST, DATELINE_SYMBOL_EXPLOSIVE },
  [DATELINE_INCIDENT_SUICIDE_BOMBING] = { DATELINE_SHAPE_STAR, DATELINE_SYMBOL_EXPLOSIVE },
  [DATELINE_INCIDENT_CAR_BOMBING] = { DATELINE_SHAPE_STAR_SIX, DATELINE_SYMBOL_EXPLOSIVE },
  [DATELINE_INCIDENT_SHOOTING] = { DATELINE_SHAPE_SQUARE, DATELINE_SYMBOL_GROUND },
  [DATELINE_INCIDENT_ABDUCTION] = { DATELINE_SHAPE_PENTAGON, DATELINE_SYMBOL_GROUND },
  [DATELINE_INCIDENT_NAVAL_ATTACK] = { DATELINE_SHAPE_HULL, DATELINE_SYMBOL_SEA },
  [DATELINE_INCIDENT_INTERCEPTION] = { DATELINE_SHAPE_SHIELD, DATELINE_SYMBOL_DEFENCE },
  [DATELINE_INCIDENT_CHEMICAL_ATTACK] = { DATELINE_SHAPE_HEXAGON, DATELINE_SYMBOL_CHEMICAL },
  [DATELINE_INCIDENT_RAID] = { DATELINE_SHAPE_ARROW, DATELINE_SYMBOL_GROUND },
  [DATELINE_INCIDENT_TERRITORIAL_CHANGE] = { DATELINE_SHAPE_FLAG, DATELINE_SYMBOL_GROUND },
  [DATELINE_INCIDENT_SABOTAGE] = { DATELINE_SHAPE_STAR_FOUR, DATELINE_SYMBOL_EXPLOSIVE },
  [DATELINE_INCIDENT_UNSPECIFIED_ATTACK] = { DATELINE_SHAPE_CIRCLE, DATELINE_SYMBOL_OTHER },
};

G_STATIC_ASSERT (G_N_ELEMENTS (signs) == DATELINE_N_INCIDENT_TYPES);

/**
 * dateline_symbol_for_type:
 * @type: a type
 *
 * Returns: the sign that stands for it wherever it is drawn
 */
DatelineSymbol
dateline_symbol_for_type (DatelineIncidentType type)
{
  if (type >= DATELINE_N_INCIDENT_TYPES)
    type = DATELINE_INCIDENT_UNSPECIFIED_ATTACK;

  return (DatelineSymbol){
    signs[type].shape,
    signs[type].family,
    families[signs[type].family].light,
    families[signs[type].family].dark
  };
}

/**
 * dateline_symbol_family_get_color:
 * @family: a family of types
 * @dark: whether it is drawn on a dark ground
 *
 * Returns: the family's colour
 */
DatelineColor
dateline_symbol_family_get_color (DatelineSymbolFamily family, gboolean dark)
{
  g_return_val_if_fail (family < DATELINE_N_SYMBOL_FAMILIES, (DatelineColor){ 0 });

  return dark ? families[family].dark : families[family].light;
}

/**
 * dateline_symbol_family_get_label:
 * @family: a family of types
 *
 * Returns: its name in the reader's language
 */
const char *
dateline_symbol_family_get_label (DatelineSymbolFamily family)
{
  g_return_val_if_fail (family < DATELINE_N_SYMBOL_FAMILIES, NULL);

  return g_dpgettext2 (NULL, "kind of attack", families[family].label);
}

/**
 * dateline_shape_get_points:
 * @shape: a shape
 * @n_points: (out): how many pairs there are
 *
 * Returns: (transfer none): x, y pairs of its closed outline round 0, 0,
 *   y downwards; scale them by half of the size wanted
 */
const float *
dateline_shape_get_points (DatelineShape shape, guint *n_points)
{
  g_return_val_if_fail (shape < DATELINE_N_SHAPES, NULL);

  *n_points = outlines[shape].n_points;
  return outlines[shape].points;
}
