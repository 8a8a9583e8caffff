/* dateline-time-view.h: the part of a span of time that is looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A view is an interval inside its bounds, no shorter than a day unless
 * they are.
 */

#pragma once

#include "dateline-date.h"

G_BEGIN_DECLS

DatelineDateInterval dateline_time_view_clamp (DatelineDateInterval view, DatelineDateInterval bounds);
DatelineDateInterval dateline_time_view_zoom (DatelineDateInterval view, DatelineDateInterval bounds, double factor, gint64 anchor);
DatelineDateInterval dateline_time_view_pan (DatelineDateInterval view, DatelineDateInterval bounds, double seconds);
DatelineDateInterval dateline_time_view_reveal (DatelineDateInterval view, DatelineDateInterval bounds, DatelineDateInterval what);

G_END_DECLS
