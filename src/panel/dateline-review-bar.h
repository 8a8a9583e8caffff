/* dateline-review-bar.h: what an analyst decides on the selected incident
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_REVIEW_BAR (dateline_review_bar_get_type ())
G_DECLARE_FINAL_TYPE (DatelineReviewBar, dateline_review_bar, DATELINE, REVIEW_BAR, GtkWidget)

void dateline_review_bar_set_session (DatelineReviewBar *self, DatelineSession *session);

G_END_DECLS
