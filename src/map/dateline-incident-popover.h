/* dateline-incident-popover.h: the incidents behind one mark, as a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dateline-session.h"

G_BEGIN_DECLS

GtkWidget *dateline_incident_popover_new (DatelineSession *session, const GArray *rows);
gboolean   dateline_incident_popover_describe (DatelineSession *session, gint64 id, char **title, char **when);

G_END_DECLS
