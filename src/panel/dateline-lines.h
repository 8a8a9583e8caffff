/* dateline-lines.h: places, actors and tolls as lines of the panel
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-incident.h"
#include "dateline-store.h"

G_BEGIN_DECLS

const char *dateline_country_to_words (const char *code);

char *dateline_place_to_line (const DatelinePlace *place);
char *dateline_place_to_note (const DatelinePlace *place);
char *dateline_actors_to_line (const DatelineIncident *incident);
char *dateline_toll_to_line (const DatelineToll *toll);
char *dateline_claim_to_note (const DatelineTollClaim *claim);
char *dateline_reports_to_line (const DatelineIncident *incident, guint n_reports);
char *dateline_merge_to_note (const DatelineIncident *incident);

const char *dateline_status_to_words (DatelineStatus status);
const char *dateline_rejection_to_words (const char *reason);

G_END_DECLS
