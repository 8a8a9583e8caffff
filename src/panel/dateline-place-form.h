/* dateline-place-form.h: where an incident was, to be corrected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_PLACE_FORM (dateline_place_form_get_type ())
G_DECLARE_FINAL_TYPE (DatelinePlaceForm, dateline_place_form, DATELINE, PLACE_FORM, GtkWidget)

GtkWidget *dateline_place_form_new (DatelineSession *session);
void       dateline_place_form_show (DatelinePlaceForm *self, gint64 incident, const DatelineIncident *current, const DatelineIncident *engine);
gboolean   dateline_place_form_check (DatelinePlaceForm *self, GError **error);
gboolean   dateline_place_form_save (DatelinePlaceForm *self, GError **error);

G_END_DECLS
