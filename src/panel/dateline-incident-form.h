/* dateline-incident-form.h: the values of an incident, to be corrected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_INCIDENT_FORM (dateline_incident_form_get_type ())
G_DECLARE_FINAL_TYPE (DatelineIncidentForm, dateline_incident_form, DATELINE, INCIDENT_FORM, GtkWidget)

/* Signals:
 *   "done" (boolean saved)  it was saved, or left
 */
GtkWidget *dateline_incident_form_new (DatelineSession *session);
gboolean   dateline_incident_form_show (DatelineIncidentForm *self, gint64 incident);
gboolean   dateline_incident_form_save (DatelineIncidentForm *self);
void       dateline_incident_form_cancel (DatelineIncidentForm *self);

G_END_DECLS
