/* dateline-timeline-window-popover.h: which days to show with the date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_TIMELINE_WINDOW_POPOVER (dateline_timeline_window_popover_get_type ())
G_DECLARE_FINAL_TYPE (DatelineTimelineWindowPopover, dateline_timeline_window_popover, DATELINE, TIMELINE_WINDOW_POPOVER, GtkPopover)

void  dateline_timeline_window_popover_set_session (DatelineTimelineWindowPopover *self, DatelineSession *session);
char *dateline_timeline_describe_window (DatelineSession *session);

G_END_DECLS
