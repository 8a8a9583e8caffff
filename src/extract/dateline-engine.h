/* dateline-engine.h: from an article to its incidents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The engine is immutable: any number of threads may extract with one. The
 * same bytes in give the same extraction, on any of them.
 */

#pragma once

#include "dateline-article.h"
#include "dateline-extraction.h"
#include "dateline-gazetteer.h"
#include "dateline-scratch.h"

G_BEGIN_DECLS

typedef enum
{
  DATELINE_EXTRACT_DEFAULT = 0,
  DATELINE_EXTRACT_ENTITIES = 1 << 0, /* fill DatelineExtraction.entities */
  DATELINE_EXTRACT_EXPLAIN = 1 << 1   /* fill DatelineIncident.explanations */
} DatelineExtractFlags;

typedef struct _DatelineEngine DatelineEngine;

DatelineEngine          *dateline_engine_open (const char *data_path, GError **error);
void                     dateline_engine_free (DatelineEngine *self);
const char              *dateline_engine_get_data_sha256 (const DatelineEngine *self);
const DatelineGazetteer *dateline_engine_get_gazetteer (const DatelineEngine *self);
DatelineExtraction      *dateline_engine_extract (const DatelineEngine *self, const DatelineArticle *article, DatelineExtractFlags flags);
DatelineExtraction      *dateline_engine_extract_in (const DatelineEngine *self, DatelineScratch *scratch, const DatelineArticle *article, DatelineExtractFlags flags);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineEngine, dateline_engine_free)

G_END_DECLS
