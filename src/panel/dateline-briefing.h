/* dateline-briefing.h: the incidents shown as a text with numbered sources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-session.h"

G_BEGIN_DECLS

char *dateline_briefing_write (DatelineSession *session, guint *n_incidents, GError **error);

G_END_DECLS
