/* dateline-list-focus.h: Tab leads out of a long list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dateline_list_let_tab_leave (GtkWidget *list);

G_END_DECLS
