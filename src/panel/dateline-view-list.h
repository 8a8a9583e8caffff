/* dateline-view-list.h: the filters that were given a name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_VIEW_LIST (dateline_view_list_get_type ())
G_DECLARE_FINAL_TYPE (DatelineViewList, dateline_view_list, DATELINE, VIEW_LIST, GtkWidget)

GtkWidget *dateline_view_list_new (DatelineSession *session);

G_END_DECLS
