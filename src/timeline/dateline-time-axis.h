/* dateline-time-axis.h: marks and dates under a span of time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dateline-time-scale.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_TIME_AXIS (dateline_time_axis_get_type ())
G_DECLARE_FINAL_TYPE (DatelineTimeAxis, dateline_time_axis, DATELINE, TIME_AXIS, GtkWidget)

void dateline_time_axis_set_scale (DatelineTimeAxis *self, DatelineTimeScale scale);

G_END_DECLS
