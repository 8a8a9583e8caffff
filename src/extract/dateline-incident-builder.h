/* dateline-incident-builder.h: from an event's reports to one incident
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-link.h"

G_BEGIN_DECLS

DatelineIncident *dateline_incident_build (const DatelineCluster *cluster, const DatelineAnalysis *analysis, gboolean explain_it);
void              dateline_incident_date_from (DatelineIncident *self, const DatelineCluster *cluster, const DatelineCluster *other, const DatelineIncident *other_incident, const DatelineAnalysis *analysis);

G_END_DECLS
