/* dateline-export-dialog.h: what to export, and as what
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dateline-output-format.h"
#include "dateline-public-copy.h"
#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_EXPORT_DIALOG (dateline_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DatelineExportDialog, dateline_export_dialog, DATELINE, EXPORT_DIALOG, AdwWindow)

/* Signals:
 *   "export"  the choice is made
 */
GtkWidget            *dateline_export_dialog_new (DatelineSession *session, const DatelineEngine *engine); /* the engine must outlive it */
GArray               *dateline_export_dialog_get_incidents (DatelineExportDialog *self);                   /* gint64; NULL for all */
DatelineOutputFormat  dateline_export_dialog_get_format (DatelineExportDialog *self);
DatelinePublicOptions dateline_export_dialog_get_public (DatelineExportDialog *self);

G_END_DECLS
