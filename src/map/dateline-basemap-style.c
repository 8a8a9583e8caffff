/* dateline-basemap-style.c: the basemap's colours
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-basemap-style.h"

/* Quiet on purpose: the incidents are what speaks. */
static const DatelineBasemapPalette palettes[] = {
  [DATELINE_BASEMAP_LIGHT] = {
    .name = "light",
    .sea = 0xc9d7e0ff,
    .land = 0xf5f2ebff,
    .coast = 0xa9bcc9ff,
    .urban = 0xe6dfd3ff,
    .river = 0xb3c8d6ff,
    .road = 0xecdfc4ff,
    .admin1 = 0xd3cabfff,
    .border = 0x9a8f94ff,
    .border_band = 0x8c7f8a26,
    .country_text = 0x6b6168ff,
    .place_text = 0x2f3338ff,
    .governorate_text = 0x8a8076ff,
    .water_text = 0x5b7f98ff,
    .halo = 0xf8f6f1e0,
    .water_halo = 0xd6e1e8c0,
    .line_scale = 1.0,
  },
  [DATELINE_BASEMAP_DARK] = {
    .name = "dark",
    .sea = 0x171d24ff,
    .land = 0x2a2d32ff,
    .coast = 0x4a5866ff,
    .urban = 0x383b41ff,
    .river = 0x3d566dff,
    .road = 0x413e39ff,
    .admin1 = 0x4c5057ff,
    .border = 0x918b98ff,
    .border_band = 0x00000038,
    .country_text = 0xa39ca6ff,
    .place_text = 0xd6d8dcff,
    .governorate_text = 0x94969dff,
    .water_text = 0x6c8aa3ff,
    .halo = 0x202328e0,
    .water_halo = 0x171d24c0,
    .line_scale = 1.0,
  },
  [DATELINE_BASEMAP_HIGH_CONTRAST] = {
    .name = "high-contrast",
    .sea = 0xb5d3ebff,
    .land = 0xffffffff,
    .coast = 0x1c4a73ff,
    .urban = 0xe3e3e3ff,
    .river = 0x2f6ea8ff,
    .road = 0xdadadaff,
    .admin1 = 0x8c8c8cff,
    .border = 0x202020ff,
    .border_band = 0x00000020,
    .country_text = 0x303030ff,
    .place_text = 0x000000ff,
    .governorate_text = 0x4a4a4aff,
    .water_text = 0x0d3f6eff,
    .halo = 0xffffffff,
    .water_halo = 0xffffffff,
    .line_scale = 1.5,
  },
  [DATELINE_BASEMAP_HIGH_CONTRAST_DARK] = {
    .name = "high-contrast-dark",
    .sea = 0x00203aff,
    .land = 0x000000ff,
    .coast = 0x9cc9f0ff,
    .urban = 0x2a2a2aff,
    .river = 0x5fa8e6ff,
    .road = 0x303030ff,
    .admin1 = 0x808080ff,
    .border = 0xf0f0f0ff,
    .border_band = 0xffffff20,
    .country_text = 0xe0e0e0ff,
    .place_text = 0xffffffff,
    .governorate_text = 0xc0c0c0ff,
    .water_text = 0xa9d4f7ff,
    .halo = 0x000000ff,
    .water_halo = 0x000000ff,
    .line_scale = 1.5,
  },
};

G_STATIC_ASSERT (G_N_ELEMENTS (palettes) == DATELINE_N_BASEMAP_STYLES);

/**
 * dateline_basemap_style_get_palette:
 * @style: a style
 *
 * Returns: its colours and its name
 */
const DatelineBasemapPalette *
dateline_basemap_style_get_palette (DatelineBasemapStyle style)
{
  g_return_val_if_fail (style < DATELINE_N_BASEMAP_STYLES, &palettes[0]);

  return &palettes[style];
}
