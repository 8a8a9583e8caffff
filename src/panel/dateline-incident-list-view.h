/* dateline-incident-list-view.h: the incidents shown, line by line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The accessible twin of the map, whose markers are drawn and so no
 * widgets.
 */

#pragma once

#include <gtk/gtk.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_INCIDENT_LIST_VIEW (dateline_incident_list_view_get_type ())
G_DECLARE_FINAL_TYPE (DatelineIncidentListView, dateline_incident_list_view, DATELINE, INCIDENT_LIST_VIEW, GtkWidget)

GtkWidget *dateline_incident_list_view_new (DatelineSession *session);
void       dateline_incident_list_view_start_search (DatelineIncidentListView *self);
void       dateline_incident_list_view_search (DatelineIncidentListView *self, const char *words);

G_END_DECLS
