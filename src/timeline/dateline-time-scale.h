/* dateline-time-scale.h: from moments to pixels and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-date.h"

G_BEGIN_DECLS

/* [span.start, span.end) lies on [0, width) pixels. The histogram, the
 * slider and the axis share one, so that they agree to the pixel. */
typedef struct
{
  DatelineDateInterval span;
  double               width; /* pixels */
} DatelineTimeScale;

static inline gboolean
dateline_time_scale_is_set (DatelineTimeScale scale)
{
  return dateline_date_interval_is_set (scale.span) && scale.span.end > scale.span.start && scale.width > 0;
}

static inline double
dateline_time_scale_get_x (DatelineTimeScale scale, gint64 seconds)
{
  return (double) (seconds - scale.span.start) / (double) (scale.span.end - scale.span.start) * scale.width;
}

static inline gint64
dateline_time_scale_get_seconds (DatelineTimeScale scale, double x)
{
  return scale.span.start + (gint64) (x / scale.width * (double) (scale.span.end - scale.span.start));
}

G_END_DECLS
