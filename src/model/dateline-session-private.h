/* dateline-session-private.h: what the files of the session share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-session.h"

G_BEGIN_DECLS

void             dateline_session_update (DatelineSession *self, const GArray *changed);
DatelineFuseFunc dateline_session_get_fuse (DatelineSession *self);

/* dateline-session-edit.c */
gboolean dateline_session_begin_step (DatelineSession *self, const char *label, GError **error);
gboolean dateline_session_end_step (DatelineSession *self, gboolean well, GError **error);

G_END_DECLS
