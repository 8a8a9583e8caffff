/* dateline-merge.h: reports of one event in several articles become one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-incident.h"

G_BEGIN_DECLS

void   dateline_merge_incidents (GPtrArray *incidents);
double dateline_merge_score (const DatelineIncident *a, const DatelineIncident *b);

G_END_DECLS
