/* dateline-incident-list.h: the incidents shown, loaded when a row is asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dateline-incident-item.h"
#include "dateline-incident-table.h"
#include "dateline-store.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_INCIDENT_LIST (dateline_incident_list_get_type ())
G_DECLARE_FINAL_TYPE (DatelineIncidentList, dateline_incident_list, DATELINE, INCIDENT_LIST, GObject)

/* Which rows of the table a window and the filter let through. */
DatelineIncidentList *dateline_incident_list_new (void);
void                  dateline_incident_list_set_table (DatelineIncidentList *self, DatelineStore *store, const DatelineIncidentTable *table);
void                  dateline_incident_list_change_table (DatelineIncidentList *self, const DatelineIncidentTable *table, const GArray *changed);
void                  dateline_incident_list_set_store (DatelineIncidentList *self, DatelineStore *store);
void                  dateline_incident_list_set_window (DatelineIncidentList *self, DatelineDateInterval window);
void                  dateline_incident_list_refilter (DatelineIncidentList *self);
guint                 dateline_incident_list_get_n_rows (DatelineIncidentList *self);
const guint32        *dateline_incident_list_get_rows (DatelineIncidentList *self);
guint                 dateline_incident_list_find_row (DatelineIncidentList *self, guint row);

G_END_DECLS
