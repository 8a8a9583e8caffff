/* dateline-day-text.h: days as the date bar writes and reads them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-time-ticks.h"

G_BEGIN_DECLS

char       *dateline_day_to_heading (DatelineDay day);
char       *dateline_day_to_short (DatelineDay day);
char       *dateline_tick_to_label (const DatelineTick *tick);
DatelineDay dateline_day_parse_typed (const char *text, DatelineDay near_day);
int         dateline_parse_last_days (const char *text);

G_END_DECLS
