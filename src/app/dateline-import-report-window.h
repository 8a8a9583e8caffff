/* dateline-import-report-window.h: what an import could not do, and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dateline-import-job.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_IMPORT_REPORT_WINDOW (dateline_import_report_window_get_type ())
G_DECLARE_FINAL_TYPE (DatelineImportReportWindow, dateline_import_report_window, DATELINE, IMPORT_REPORT_WINDOW, AdwWindow)

GtkWidget *dateline_import_report_window_new (const DatelineImportReport *report);
char      *dateline_import_report_to_sentence (const DatelineImportReport *report);

G_END_DECLS
