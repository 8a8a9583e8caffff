/* dateline-layer-view.c: what a layer of the map shows now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-layer-view.h"

/**
 * dateline_layer_view_get:
 * @layer: a layer of a map
 *
 * Returns: what the layer shows now
 */
DatelineMapView
dateline_layer_view_get (ShumateLayer *layer)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (layer);

  return dateline_map_view_new (shumate_location_get_latitude (SHUMATE_LOCATION (viewport)),
                                shumate_location_get_longitude (SHUMATE_LOCATION (viewport)),
                                shumate_viewport_get_zoom_level (viewport),
                                gtk_widget_get_width (GTK_WIDGET (layer)),
                                gtk_widget_get_height (GTK_WIDGET (layer)));
}
