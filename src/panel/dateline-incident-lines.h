/* dateline-incident-lines.h: a few incidents in a popover, to choose one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dateline-session.h"

G_BEGIN_DECLS

GtkWidget *dateline_incident_lines_new_popover (GtkListBox **lines, GtkLabel **note);
void       dateline_incident_lines_clear (GtkListBox *lines);
gboolean   dateline_incident_lines_add (GtkListBox *lines, DatelineSession *session, gint64 incident);
gint64     dateline_incident_lines_get_incident (GtkListBoxRow *line);

G_END_DECLS
