/* dateline-rejection-list.h: what reads like an incident and was not counted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_REJECTION_LIST (dateline_rejection_list_get_type ())
G_DECLARE_FINAL_TYPE (DatelineRejectionList, dateline_rejection_list, DATELINE, REJECTION_LIST, GtkWidget)

/* Hidden while there is nothing to show. */
void dateline_rejection_list_show (DatelineRejectionList *self, DatelineSession *session, gint64 article);

G_END_DECLS
