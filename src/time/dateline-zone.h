/* dateline-zone.h: the clocks of the region through their history
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-date.h"

G_BEGIN_DECLS

const char *dateline_zone_find (const char *zone);
int         dateline_zone_get_offset_minutes (const char *zone, DatelineDay day);
const char *dateline_zone_for_country (const char country[3]);

G_END_DECLS
