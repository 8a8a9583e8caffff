/* dateline-layer-view.h: what a layer of the map shows now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <shumate/shumate.h>

#include "dateline-map-view.h"

G_BEGIN_DECLS

DatelineMapView dateline_layer_view_get (ShumateLayer *layer);

G_END_DECLS
