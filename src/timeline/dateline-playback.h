/* dateline-playback.h: moves the session's day as time goes by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-session.h"

G_BEGIN_DECLS

/* Microseconds that only grow, as g_get_monotonic_time() gives them. */
typedef gint64 (*DatelineClockFunc) (gpointer user_data);

#define DATELINE_TYPE_PLAYBACK (dateline_playback_get_type ())
G_DECLARE_FINAL_TYPE (DatelinePlayback, dateline_playback, DATELINE, PLAYBACK, GObject)

/* Properties, all notified:
 *   "playing"     boolean
 *   "backwards"   boolean  against the time; playing forwards is the default
 *   "speed"       uint     an index below dateline_playback_get_n_speeds()
 *   "loop"        boolean  go on from the other end
 *   "skip-quiet"  boolean  pass over days without incidents
 *   "calm"        boolean  in few steps, for readers who asked for less motion
 */
DatelinePlayback *dateline_playback_new (DatelineSession *session);
void              dateline_playback_set_clock (DatelinePlayback *self, DatelineClockFunc clock, gpointer user_data);
gboolean          dateline_playback_get_playing (DatelinePlayback *self);
void              dateline_playback_set_playing (DatelinePlayback *self, gboolean playing);
gboolean          dateline_playback_get_backwards (DatelinePlayback *self);
void              dateline_playback_set_backwards (DatelinePlayback *self, gboolean backwards);
guint             dateline_playback_get_speed (DatelinePlayback *self);
void              dateline_playback_set_speed (DatelinePlayback *self, guint speed);
gboolean          dateline_playback_get_loop (DatelinePlayback *self);
void              dateline_playback_set_loop (DatelinePlayback *self, gboolean loop);
gboolean          dateline_playback_get_skip_quiet (DatelinePlayback *self);
void              dateline_playback_set_skip_quiet (DatelinePlayback *self, gboolean skip_quiet);
gboolean          dateline_playback_get_calm (DatelinePlayback *self);
void              dateline_playback_set_calm (DatelinePlayback *self, gboolean calm);
void              dateline_playback_step (DatelinePlayback *self);

guint       dateline_playback_get_n_speeds (void);
double      dateline_playback_speed_get_days_per_second (guint speed);
const char *dateline_playback_speed_get_label (guint speed);
const char *dateline_playback_speed_get_short_label (guint speed);

G_END_DECLS
