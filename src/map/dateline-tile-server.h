/* dateline-tile-server.h: tiles from the network, when the reader asks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

#define DATELINE_TILE_SERVER_DEFAULT_URL "https://tile.openstreetmap.org/{z}/{x}/{y}.png"
#define DATELINE_TILE_SERVER_MAX_ZOOM 19

#define DATELINE_TYPE_TILE_SERVER (dateline_tile_server_get_type ())
G_DECLARE_FINAL_TYPE (DatelineTileServer, dateline_tile_server, DATELINE, TILE_SERVER, ShumateDataSource)

DatelineTileServer *dateline_tile_server_new (const char *url_template);
void                dateline_tile_server_set_timeout (DatelineTileServer *self, guint timeout_ms);
gboolean            dateline_tile_server_is_template (const char *url);
char               *dateline_tile_server_get_attribution (const char *url_template);

G_END_DECLS
