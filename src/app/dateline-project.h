/* dateline-project.h: the files that projects are in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_PROJECT_SUFFIX ".dateline"

char      *dateline_project_new_scratch_path (void); /* NULL where none can be kept */
GPtrArray *dateline_project_find_scratch (void);     /* char *, what was left unsaved, the latest first */
gboolean   dateline_project_is_scratch (const char *path);
gboolean   dateline_project_is_project (GFile *file);
void       dateline_project_remove (const char *path);

DatelineSession *dateline_project_new (const char *path, GError **error); /* of no articles; NULL path: in a temporary file */
void             dateline_project_open_async (const char *path, GAsyncReadyCallback callback, gpointer user_data);
DatelineSession *dateline_project_open_finish (GAsyncResult *result, GError **error);
void             dateline_project_save_async (DatelineSession *session, const char *path, GAsyncReadyCallback callback, gpointer user_data);
gboolean         dateline_project_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
