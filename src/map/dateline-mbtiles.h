/* dateline-mbtiles.h: tiles from a local MBTiles file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

#define DATELINE_TYPE_MBTILES (dateline_mbtiles_get_type ())
G_DECLARE_FINAL_TYPE (DatelineMbtiles, dateline_mbtiles, DATELINE, MBTILES, ShumateDataSource)

DatelineMbtiles *dateline_mbtiles_new_from_file (const char *path, GError **error);
guint            dateline_mbtiles_get_max_zoom (DatelineMbtiles *self);
const char      *dateline_mbtiles_get_attribution (DatelineMbtiles *self);

G_END_DECLS
