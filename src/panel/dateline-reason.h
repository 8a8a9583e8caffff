/* dateline-reason.h: an analyst's words for a decision, asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *dateline_reason_new_entry (void);
GtkWidget *dateline_reason_new_popover (const char *verb, GCallback decided, gpointer object);
char      *dateline_reason_take (GtkWidget *widget);

G_END_DECLS
