/* dateline-merge-job.h: the reports of a project into incidents, in the background
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dateline-incident-table.h"
#include "dateline-store.h"

G_BEGIN_DECLS

void                   dateline_merge_async (DatelineStore *store, GAsyncReadyCallback callback, gpointer user_data);
DatelineIncidentTable *dateline_merge_finish (GAsyncResult *result, DatelineStoreCounts *counts, GError **error);

G_END_DECLS
