/* dateline-import-job.h: files into incidents, in the background
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dateline-engine.h"
#include "dateline-store.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  char *reason;
} DatelineImportFailure;

/* What one import did. Every article is counted as read, or listed as
 * failed with its reason; none is passed over in silence. */
typedef struct
{
  guint      n_read;
  guint      n_incidents;   /* before those of several articles are merged */
  GPtrArray *nothing_found; /* char *, names of articles without an incident */
  GPtrArray *undated;       /* char *, names of articles without a date */
  GPtrArray *failed;        /* DatelineImportFailure */
  gboolean   cancelled;     /* stopped half-way; what was read is kept */
  guint      n_known;       /* articles whose text was in the project already */
} DatelineImportReport;

void dateline_import_report_free (DatelineImportReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineImportReport, dateline_import_report_free)

/* Called on the main thread, now and then: what is in the file by now. */
typedef void (*DatelineImportProgressFunc) (guint n_read, guint n_incidents, gpointer user_data);

void                  dateline_import_async (DatelineStore             *store,
                                             const DatelineEngine      *engine,
                                             GListModel                *files,
                                             DatelineImportProgressFunc progress,
                                             gpointer                   progress_data,
                                             GCancellable              *cancellable,
                                             GAsyncReadyCallback        callback,
                                             gpointer                   user_data);
DatelineImportReport *dateline_import_finish (GAsyncResult *result, GError **error);

G_END_DECLS
