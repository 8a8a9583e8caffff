/* dateline-timeline-actions.h: what keys and buttons do to the timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dateline-playback.h"

G_BEGIN_DECLS

/* To be inserted as "timeline":
 *   play-pause, pause
 *   step-forward, step-back                      one day
 *   next-incident-day, previous-incident-day
 *   first, last                                  of the span
 *   faster, slower
 *   shuttle-forward, shuttle-back                play that way; when it does, faster
 *   speed (u), loop, skip-quiet, window-kind (s) states
 * All but the states are off while nothing has a date. */
GActionGroup *dateline_timeline_actions_new (DatelineSession *session, DatelinePlayback *playback);

G_END_DECLS
