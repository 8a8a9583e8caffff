/* dateline-timeline-date-popover.h: a date to type
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_TIMELINE_DATE_POPOVER (dateline_timeline_date_popover_get_type ())
G_DECLARE_FINAL_TYPE (DatelineTimelineDatePopover, dateline_timeline_date_popover, DATELINE, TIMELINE_DATE_POPOVER, GtkPopover)

void     dateline_timeline_date_popover_set_session (DatelineTimelineDatePopover *self, DatelineSession *session);
gboolean dateline_timeline_date_popover_enter (DatelineTimelineDatePopover *self, const char *text);

G_END_DECLS
