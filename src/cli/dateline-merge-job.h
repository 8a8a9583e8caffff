/* dateline-merge-job.h: the reports of a project into incidents, in the background
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dateline-store.h"

G_BEGIN_DECLS

typedef gboolean (*DatelineMergeLoadFunc) (DatelineStore *store, gpointer user_data, GError **error);

void     dateline_merge_async (DatelineStore *store, DatelineMergeLoadFunc load, GAsyncReadyCallback callback, gpointer user_data);
gboolean dateline_merge_finish (GAsyncResult *result, GError **error);

G_END_DECLS
