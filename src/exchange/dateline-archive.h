/* dateline-archive.h: the files of a zip or tar archive, one by one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-input.h"

G_BEGIN_DECLS

/* What one archive file has unpacked to so far, with the archives inside. */
typedef struct
{
  guint   n_entries;
  guint64 n_packed_bytes;
  guint64 n_unpacked_bytes;
} DatelineArchiveBudget;

typedef struct _DatelineArchive DatelineArchive;

DatelineArchive *dateline_archive_new (DatelineInput *input, DatelineArchiveBudget *budget, guint depth, GError **error);
void             dateline_archive_free (DatelineArchive *self);
const char      *dateline_archive_get_name (const DatelineArchive *self);
char            *dateline_archive_next (DatelineArchive *self, GError **error);
gboolean         dateline_archive_goes_on (const DatelineArchive *self);
gssize           dateline_archive_read (gpointer self, char *buffer, gsize n_bytes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineArchive, dateline_archive_free)

G_END_DECLS
