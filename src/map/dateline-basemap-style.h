/* dateline-basemap-style.h: the basemap's colours
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DATELINE_BASEMAP_LIGHT,
  DATELINE_BASEMAP_DARK,
  DATELINE_BASEMAP_HIGH_CONTRAST,
  DATELINE_BASEMAP_HIGH_CONTRAST_DARK,
  DATELINE_N_BASEMAP_STYLES
} DatelineBasemapStyle;

/* 0xrrggbbaa */
typedef struct
{
  const char *name;
  guint32     sea;
  guint32     land;
  guint32     coast;
  guint32     urban;
  guint32     river;
  guint32     road;
  guint32     admin1;
  guint32     border;
  guint32     border_band;
  guint32     country_text;
  guint32     place_text;
  guint32     governorate_text;
  guint32     water_text;
  guint32     halo;
  guint32     water_halo;
  double      line_scale;
} DatelineBasemapPalette;

const DatelineBasemapPalette *dateline_basemap_style_get_palette (DatelineBasemapStyle style);

G_END_DECLS
