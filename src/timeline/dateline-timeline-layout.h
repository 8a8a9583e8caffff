/* dateline-timeline-layout.h: how the date bar folds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For three children: heading, controls, scrubber. Where there is room,
 * heading and controls stand in a column before the scrubber; else above
 * it, in one row or, on a phone, in two.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DATELINE_TYPE_TIMELINE_LAYOUT (dateline_timeline_layout_get_type ())
G_DECLARE_FINAL_TYPE (DatelineTimelineLayout, dateline_timeline_layout, DATELINE, TIMELINE_LAYOUT, GtkLayoutManager)

G_END_DECLS
