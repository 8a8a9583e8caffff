/* dateline-json-writer.h: extractions as JSON, version 1 ("dateline/1")
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-article.h"
#include "dateline-extraction.h"

G_BEGIN_DECLS

/* What incidents quote from. */
typedef struct _DatelineJsonSources DatelineJsonSources;

DatelineJsonSources *dateline_json_sources_new (GPtrArray *articles, gboolean merged);
void                 dateline_json_sources_free (DatelineJsonSources *self);

/* All functions append to a GString and keep no state: any number of
 * threads may write at once, each into its own. */
void dateline_json_writer_write (GString *out, const DatelineArticle *article, const DatelineExtraction *extraction, const char *data_version);
void dateline_json_writer_begin_merged (GString *out, GPtrArray *articles, const char *data_version);
void dateline_json_writer_write_articles (GString *out, const DatelineIncident *incident, DatelineJsonSources *sources);
void dateline_json_writer_write_incident (GString *out, const DatelineIncident *incident, DatelineJsonSources *sources);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineJsonSources, dateline_json_sources_free)

G_END_DECLS
