/* dateline-time-step.h: the calendar's units that bins and ticks are cut at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-date.h"

G_BEGIN_DECLS

typedef enum
{
  DATELINE_TIME_HOUR,
  DATELINE_TIME_DAY,
  DATELINE_TIME_WEEK, /* from Monday, as ISO 8601 counts */
  DATELINE_TIME_MONTH,
  DATELINE_TIME_YEAR
} DatelineTimeUnit;

/* @count units at a time: hours divide the day, months the year; the
 * count of days and weeks is 1. */
typedef struct
{
  DatelineTimeUnit unit;
  int              count;
} DatelineTimeStep;

double dateline_time_step_get_seconds (DatelineTimeStep step);
gint64 dateline_time_step_floor (DatelineTimeStep step, gint64 seconds);
gint64 dateline_time_step_next (DatelineTimeStep step, gint64 boundary);

G_END_DECLS
