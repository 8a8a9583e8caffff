/* dateline-timeline-colors.c: what the date bar is painted with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-timeline-colors.h"

/**
 * dateline_timeline_colors_get:
 * @widget: a widget of the bar
 *
 * The theme is asked for its colours; it is dark when its text is
 * light, by the relative luminance of WCAG 2.1 without the gamma.
 *
 * Returns: the colours to paint @widget with
 */
DatelineTimelineColors
dateline_timeline_colors_get (GtkWidget *widget)
{
  DatelineTimelineColors colors;
  GtkStyleContext       *context = gtk_widget_get_style_context (widget);

  gtk_style_context_get_color (context, &colors.foreground);
  if (!gtk_style_context_lookup_color (context, "accent_color", &colors.accent))
    colors.accent = colors.foreground;
  colors.is_dark = 0.2126 * colors.foreground.red + 0.7152 * colors.foreground.green + 0.0722 * colors.foreground.blue > 0.5;

  return colors;
}

GdkRGBA
dateline_timeline_color_fade (GdkRGBA color, double alpha)
{
  color.alpha *= (float) alpha;
  return color;
}
