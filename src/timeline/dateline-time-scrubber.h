/* dateline-time-scrubber.h: a slider over the histogram of its time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_TIME_SCRUBBER (dateline_time_scrubber_get_type ())
G_DECLARE_FINAL_TYPE (DatelineTimeScrubber, dateline_time_scrubber, DATELINE, TIME_SCRUBBER, GtkWidget)

/* Signals:
 *   "view-changed"  another part of the span is looked at */
void                 dateline_time_scrubber_set_session (DatelineTimeScrubber *self, DatelineSession *session);
DatelineDateInterval dateline_time_scrubber_get_view (DatelineTimeScrubber *self);
void                 dateline_time_scrubber_zoom (DatelineTimeScrubber *self, double factor);
void                 dateline_time_scrubber_pan (DatelineTimeScrubber *self, double pages);
void                 dateline_time_scrubber_show_all (DatelineTimeScrubber *self);
gboolean             dateline_time_scrubber_can_zoom (DatelineTimeScrubber *self, double factor);

G_END_DECLS
