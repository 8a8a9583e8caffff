/* find-widget.h: a widget among the children of another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *find_widget (GtkWidget *widget, GType type, const char *text);

G_END_DECLS
