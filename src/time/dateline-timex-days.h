/* dateline-timex-days.h: which civil days an expression of time names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to this folder.
 */

#pragma once

#include "dateline-timex.h"

G_BEGIN_DECLS

/* What has been told so far. */
typedef struct
{
  DatelineDay anchor;    /* DATELINE_DAY_NONE when unknown */
  DatelineDay narrative; /* the day last told */
  int         year;      /* last written in this paragraph, 0 none */
} DatelineTimexContext;

typedef struct
{
  DatelineDay first; /* DATELINE_DAY_NONE when the words name no day */
  DatelineDay last;  /* included */
} DatelineDays;

DatelineDays dateline_timex_find_days (const DatelineTimex *timex, const DatelineTimexContext *context);

G_END_DECLS
