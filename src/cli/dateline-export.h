/* dateline-export.h: incidents out of a project, as a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dateline-output-format.h"
#include "dateline-store.h"

G_BEGIN_DECLS

typedef struct _DatelineExport DatelineExport;

/* What one thread loads, another may write: the store is not used for that. */
DatelineExport *dateline_export_new (DatelineStore *store, const gint64 *incidents, guint n_incidents); /* NULL: all, and all articles */
void            dateline_export_free (DatelineExport *self);
gboolean        dateline_export_load (DatelineExport *self, gint64 budget_us, double *fraction, GError **error);
GPtrArray      *dateline_export_get_incidents (DatelineExport *self);
GPtrArray      *dateline_export_get_articles (DatelineExport *self);
gboolean        dateline_export_write (DatelineExport *self, DatelineOutputFormat format, const char *picture, DatelineOutputFunc func, gpointer user_data);
gboolean        dateline_export_write_file (DatelineExport *self, DatelineOutputFormat format, const char *picture, const char *path, GCancellable *cancellable, GError **error);

char *dateline_export_draw (const GPtrArray *incidents); /* a map for a report; NULL where none can be drawn */
void  dateline_export_keep_cited (GPtrArray *incidents, GPtrArray *articles);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineExport, dateline_export_free)

G_END_DECLS
