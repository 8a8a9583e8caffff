/* dateline-extract-job.h: articles to records, many at once, in input order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-engine.h"
#include "dateline-merged-file.h"
#include "dateline-output-format.h"
#include "dateline-output.h"
#include "dateline-public-copy.h"

G_BEGIN_DECLS

typedef struct
{
  DatelineOutputFormat format;
  DatelineExtractFlags flags;
  char                *published; /* for articles without a date; NULL for none */
  int                  n_jobs;
  gboolean             merge;

  /* Incidents that are written; the rest is left out. */
  DatelineDay from; /* DATELINE_DAY_NONE for no bound */
  DatelineDay to;
  char      **countries; /* ISO 3166-1 alpha-2; NULL for all */
  char      **types;     /* NULL for all */

  DatelinePublicOptions public; /* of what is written */
} DatelineExtractOptions;

void     dateline_extract_options_filter (const DatelineExtractOptions *options, GPtrArray *incidents);
gboolean dateline_extract_options_is_filter (const DatelineExtractOptions *options);

typedef struct _DatelineExtractJob DatelineExtractJob;

DatelineExtractJob *dateline_extract_job_new (const DatelineEngine *engine, const DatelineExtractOptions *options, DatelineOutput *output);
void                dateline_extract_job_free (DatelineExtractJob *self);
gboolean            dateline_extract_job_add (DatelineExtractJob *self, DatelineArticle *article, DatelineExtraction *extraction);
void                dateline_extract_job_add_wholes (DatelineExtractJob *self, GPtrArray *wholes);
gboolean            dateline_extract_job_finish (DatelineExtractJob *self);
const GPtrArray    *dateline_extract_job_get_merged (DatelineExtractJob *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineExtractJob, dateline_extract_job_free)

G_END_DECLS
