/* dateline-incident-selection.h: the session's selection, for a list widget
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_INCIDENT_SELECTION (dateline_incident_selection_get_type ())
G_DECLARE_FINAL_TYPE (DatelineIncidentSelection, dateline_incident_selection, DATELINE, INCIDENT_SELECTION, GObject)

DatelineIncidentSelection *dateline_incident_selection_new (DatelineSession *session);
guint                      dateline_incident_selection_get_position (DatelineIncidentSelection *self);

G_END_DECLS
