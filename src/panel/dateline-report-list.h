/* dateline-report-list.h: the reports of an incident, to be split and merged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_REPORT_LIST (dateline_report_list_get_type ())
G_DECLARE_FINAL_TYPE (DatelineReportList, dateline_report_list, DATELINE, REPORT_LIST, GtkWidget)

void dateline_report_list_set_session (DatelineReportList *self, DatelineSession *session);
void dateline_report_list_show (DatelineReportList *self, gint64 incident);

G_END_DECLS
