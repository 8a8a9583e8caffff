/* dateline-article-stream.h: the articles of one input, whatever its format
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-article-format.h"
#include "dateline-article.h"
#include "dateline-extraction.h"
#include "dateline-input.h"

G_BEGIN_DECLS

typedef struct _DatelineArticleStream DatelineArticleStream;

DatelineArticleStream *dateline_article_stream_new (DatelineInput *input, const char *id, DatelineArticleFormat format);
void                   dateline_article_stream_free (DatelineArticleStream *self);
DatelineArticle       *dateline_article_stream_next (DatelineArticleStream *self, DatelineExtraction **extraction, GError **error);
guint                  dateline_article_stream_get_n_parts (const DatelineArticleStream *self);
GPtrArray             *dateline_article_stream_take_wholes (DatelineArticleStream *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineArticleStream, dateline_article_stream_free)

G_END_DECLS
