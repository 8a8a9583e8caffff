/* dateline-whole-file.h: a file that is written whole or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DatelineWholeFile DatelineWholeFile;

DatelineWholeFile *dateline_whole_file_new (const char *path, GError **error);
gboolean           dateline_whole_file_write (DatelineWholeFile *self, const char *bytes, gsize length, GError **error);
gboolean           dateline_whole_file_commit (DatelineWholeFile *self, GError **error);
void               dateline_whole_file_free (DatelineWholeFile *self); /* what was not committed is gone */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineWholeFile, dateline_whole_file_free)

G_END_DECLS
