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

void dateline_time_scrubber_set_session (DatelineTimeScrubber *self, DatelineSession *session);

G_END_DECLS
