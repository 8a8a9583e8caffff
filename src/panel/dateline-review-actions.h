/* dateline-review-actions.h: accept, correct, reject, skip
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dateline-evidence-panel.h"
#include "dateline-session.h"

G_BEGIN_DECLS

/* accept, correct, reject, skip */
GActionGroup *dateline_review_actions_new (DatelineEvidencePanel *panel, DatelineSession *session);

G_END_DECLS
