/* dateline-time-ticks.h: where a time axis is marked, and in which form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-time-scale.h"

G_BEGIN_DECLS

/* How much of the date a mark tells. The first mark, and one at which a
 * longer unit begins, tells that unit too. */
typedef enum
{
  DATELINE_TICK_HOUR,       /* 06:00 */
  DATELINE_TICK_DAY,        /* 24 Jan */
  DATELINE_TICK_DAY_YEAR,   /* 24 Jan 2024 */
  DATELINE_TICK_MONTH,      /* Feb */
  DATELINE_TICK_MONTH_YEAR, /* Feb 2024 */
  DATELINE_TICK_YEAR,       /* 2024 */
  DATELINE_N_TICK_FORMS
} DatelineTickForm;

typedef struct
{
  gint64           seconds;
  double           x; /* pixels from the start of the axis */
  DatelineTickForm form;
  gboolean         labelled; /* there is room for its label */
  gboolean         strong;   /* a longer unit begins here */
} DatelineTick;

typedef double (*DatelineTickMeasureFunc) (const DatelineTick *tick, gpointer user_data);

GArray *dateline_time_ticks_choose (DatelineTimeScale scale, double gap, DatelineTickMeasureFunc measure, gpointer user_data);

G_END_DECLS
