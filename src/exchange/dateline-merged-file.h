/* dateline-merged-file.h: a merged list of incidents that we wrote, read back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-article.h"
#include "dateline-extraction.h"

G_BEGIN_DECLS

/* An incident of several articles. Its provenances count articles back
 * from the last of the document, 0 for that one. */
typedef struct
{
  DatelineIncident *incident;
  GArray           *parts; /* DatelineWholePart */
} DatelineWhole;

/* Its report in one of them: by where that stands in the extraction. */
typedef struct
{
  guint back; /* as in the provenances */
  guint ordinal;
} DatelineWholePart;

typedef struct _DatelineMergedFile DatelineMergedFile;

gboolean            dateline_merged_file_is_one (const char *text, gsize length);
DatelineMergedFile *dateline_merged_file_new (const char *name);
guint               dateline_merged_file_add_article (DatelineMergedFile *self, DatelineArticle *article);
DatelineSpan        dateline_merged_file_add_quotation (DatelineMergedFile *self, guint article, const char *text);
void                dateline_merged_file_add_incident (DatelineMergedFile *self, DatelineIncident *incident);
gboolean            dateline_merged_file_finish (DatelineMergedFile *self, GError **error);
DatelineMergedFile *dateline_merged_file_read (const char *name, const char *text, gsize length, GError **error);
void                dateline_merged_file_free (DatelineMergedFile *self);
DatelineArticle    *dateline_merged_file_next (DatelineMergedFile *self, DatelineExtraction **extraction, guint *n_parts);
GPtrArray          *dateline_merged_file_take_wholes (DatelineMergedFile *self); /* DatelineWhole; NULL before the last article */
void                dateline_whole_free (DatelineWhole *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineMergedFile, dateline_merged_file_free)

G_END_DECLS
