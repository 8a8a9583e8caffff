/* dateline-incident-table-view.h: the incidents shown, in columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_INCIDENT_TABLE_VIEW (dateline_incident_table_view_get_type ())
G_DECLARE_FINAL_TYPE (DatelineIncidentTableView, dateline_incident_table_view, DATELINE, INCIDENT_TABLE_VIEW, GtkWidget)

GtkWidget *dateline_incident_table_view_new (DatelineSession *session);

G_END_DECLS
