/* dateline-filter-popover.h: which kinds of incident to show
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_FILTER_POPOVER (dateline_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (DatelineFilterPopover, dateline_filter_popover, DATELINE, FILTER_POPOVER, GtkPopover)

void dateline_filter_popover_set_session (DatelineFilterPopover *self, DatelineSession *session);

G_END_DECLS
