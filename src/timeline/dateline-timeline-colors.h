/* dateline-timeline-colors.h: what the date bar is painted with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  gboolean is_dark;
  GdkRGBA  foreground;
  GdkRGBA  accent;
} DatelineTimelineColors;

DatelineTimelineColors dateline_timeline_colors_get (GtkWidget *widget);
GdkRGBA                dateline_timeline_color_fade (GdkRGBA color, double alpha);

G_END_DECLS
