/* dateline-label-layer.h: the names on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <shumate/shumate.h>

#include "dateline-basemap-style.h"
#include "dateline-basemap.h"
#include "dateline-label-layout.h"
#include "dateline-map-choices.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_LABEL_LAYER (dateline_label_layer_get_type ())
/* Where marks are drawn over the names; the array is the layer's own. */
typedef const GArray *(*DatelineMarkBoxesFunc) (gpointer user_data); /* DatelineLabelBox */

G_DECLARE_FINAL_TYPE (DatelineLabelLayer, dateline_label_layer, DATELINE, LABEL_LAYER, ShumateLayer)

DatelineLabelLayer *dateline_label_layer_new (ShumateViewport *viewport, DatelineBasemap *basemap);
void                dateline_label_layer_set_style (DatelineLabelLayer *self, DatelineBasemapStyle style);
void                dateline_label_layer_set_language (DatelineLabelLayer *self, DatelineLabelLanguage language);
void                dateline_label_layer_set_mark_boxes (DatelineLabelLayer *self, DatelineMarkBoxesFunc func, gpointer user_data);
void                dateline_label_layer_set_reserved (DatelineLabelLayer *self, const DatelineLabelBox *boxes, guint n_boxes);

G_END_DECLS
