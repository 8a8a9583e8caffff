/* dateline-incident-item.h: one row of the incident list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "dateline-incident.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_INCIDENT_ITEM (dateline_incident_item_get_type ())
G_DECLARE_FINAL_TYPE (DatelineIncidentItem, dateline_incident_item, DATELINE, INCIDENT_ITEM, GObject)

DatelineIncidentItem   *dateline_incident_item_new (gint64 id, DatelineIncident *incident); /* takes the incident */
gint64                  dateline_incident_item_get_id (DatelineIncidentItem *self);
const DatelineIncident *dateline_incident_item_get_incident (DatelineIncidentItem *self);

G_END_DECLS
