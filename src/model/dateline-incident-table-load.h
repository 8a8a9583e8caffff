/* dateline-incident-table-load.h: the incident table out of the project file, or without one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-incident-table.h"
#include "dateline-store.h"

G_BEGIN_DECLS

DatelineIncidentTable *dateline_incident_table_load (DatelineStore *store, DatelineStoreCounts *counts, GError **error);
DatelineIncidentTable *dateline_incident_table_load_changed (DatelineStore *store, const DatelineIncidentTable *table, const GArray *changed, DatelineStoreCounts *counts, GError **error);
DatelineIncidentTable *dateline_incident_table_new_for_incidents (const GPtrArray *incidents);

G_END_DECLS
