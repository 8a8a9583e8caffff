/* dateline-incident-row.h: one line of the incident list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dateline-incident.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_INCIDENT_ROW (dateline_incident_row_get_type ())
G_DECLARE_FINAL_TYPE (DatelineIncidentRow, dateline_incident_row, DATELINE, INCIDENT_ROW, GtkWidget)

void   dateline_incident_row_set_id (DatelineIncidentRow *self, gint64 id); /* of the store; for whoever picks the line */
gint64 dateline_incident_row_get_id (DatelineIncidentRow *self);            /* 0 when none was set */
void   dateline_incident_row_set_incident (DatelineIncidentRow *self, const DatelineIncident *incident);

G_END_DECLS
