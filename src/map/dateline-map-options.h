/* dateline-map-options.h: the popover in which the reader chooses the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dateline-map-choices.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_MAP_OPTIONS (dateline_map_options_get_type ())
G_DECLARE_FINAL_TYPE (DatelineMapOptions, dateline_map_options, DATELINE, MAP_OPTIONS, GtkPopover)

/* Properties, all read and written, all notified:
 *   "background"      DatelineBackground
 *   "tile-url"        string
 *   "mbtiles-path"    string, "" for none
 *   "label-language"  DatelineLabelLanguage
 *   "size-by"         DatelineSizeBy
 */
GtkWidget *dateline_map_options_new (void);

G_END_DECLS
