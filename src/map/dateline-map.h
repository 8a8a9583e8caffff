/* dateline-map.h: the map of a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dateline-map-choices.h"
#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_MAP (dateline_map_get_type ())
G_DECLARE_FINAL_TYPE (DatelineMap, dateline_map, DATELINE, MAP, GtkWidget)

/* Properties:
 *   "high-contrast"   boolean
 *   "background"      DatelineBackground
 *   "tile-url"        string, of the online map
 *   "mbtiles-path"    string, of the map file; "" for none
 *   "label-language"  DatelineLabelLanguage
 *   "size-by"         DatelineSizeBy
 * Signals:
 *   "open-selected"   the reader pressed Enter: show the selected incident
 */
GtkWidget    *dateline_map_new (DatelineSession *session, const char *basemap_path);
void          dateline_map_show_all (DatelineMap *self);
void          dateline_map_go_to (DatelineMap *self, DatelinePoint at, double zoom);
DatelinePoint dateline_map_get_centre (DatelineMap *self, double *zoom);
gboolean      dateline_map_get_position (DatelineMap *self, DatelinePoint at, double *x, double *y);
gboolean      dateline_map_get_area (DatelineMap *self, DatelinePoint *south_west, DatelinePoint *north_east);
GArray       *dateline_map_list_drawn (DatelineMap *self); /* gint64 row ids */
void          dateline_map_select_next (DatelineMap *self, int direction);
void          dateline_map_set_high_contrast (DatelineMap *self, gboolean high_contrast);
void          dateline_map_nudge_tiles (DatelineMap *self);

G_END_DECLS
