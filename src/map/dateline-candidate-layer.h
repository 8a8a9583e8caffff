/* dateline-candidate-layer.h: where the incident that is being corrected may have been
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <shumate/shumate.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_CANDIDATE_LAYER (dateline_candidate_layer_get_type ())
G_DECLARE_FINAL_TYPE (DatelineCandidateLayer, dateline_candidate_layer, DATELINE, CANDIDATE_LAYER, ShumateLayer)

DatelineCandidateLayer *dateline_candidate_layer_new (ShumateViewport *viewport, DatelineSession *session);
gboolean                dateline_candidate_layer_get_bounds (DatelineCandidateLayer *self, DatelinePoint *south_west, DatelinePoint *north_east);
gboolean                dateline_candidate_layer_cancel_drag (DatelineCandidateLayer *self);

G_END_DECLS
