/* dateline-map-background.h: what lies under the names and the incidents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <shumate/shumate.h>

#include "dateline-basemap-style.h"
#include "dateline-basemap.h"
#include "dateline-map-choices.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_MAP_BACKGROUND (dateline_map_background_get_type ())
G_DECLARE_FINAL_TYPE (DatelineMapBackground, dateline_map_background, DATELINE, MAP_BACKGROUND, GObject)

/* Signals:
 *   "changed"  what is shown, its attribution or its problem may differ
 */
DatelineMapBackground *dateline_map_background_new (ShumateMap *map, DatelineBasemap *basemap, DatelineBasemapStyle style);
void                   dateline_map_background_set_style (DatelineMapBackground *self, DatelineBasemapStyle style);
void                   dateline_map_background_choose (DatelineMapBackground *self, DatelineBackground kind, const char *tile_url, const char *mbtiles_path);
gboolean               dateline_map_background_has_own_names (DatelineMapBackground *self);
DatelineBasemapStyle   dateline_map_background_get_style (DatelineMapBackground *self);
const char            *dateline_map_background_get_problem (DatelineMapBackground *self);
char                  *dateline_map_background_get_attribution (DatelineMapBackground *self);

G_END_DECLS
