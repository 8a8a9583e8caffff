/* dateline-timeline.h: the date bar: histogram, slider, replay
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dateline-playback.h"
#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_TIMELINE (dateline_timeline_get_type ())
G_DECLARE_FINAL_TYPE (DatelineTimeline, dateline_timeline, DATELINE, TIMELINE, GtkWidget)

GtkWidget        *dateline_timeline_new (DatelineSession *session);
DatelineSession  *dateline_timeline_get_session (DatelineTimeline *self);
void              dateline_timeline_set_session (DatelineTimeline *self, DatelineSession *session);
DatelinePlayback *dateline_timeline_get_playback (DatelineTimeline *self);
GActionGroup     *dateline_timeline_get_actions (DatelineTimeline *self);

G_END_DECLS
