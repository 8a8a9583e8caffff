/* dateline-article-reader.h: articles out of files, folders, pipes and bytes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dateline-article.h"
#include "dateline-exchange-error.h"
#include "dateline-extraction.h"

G_BEGIN_DECLS

typedef struct _DatelineArticleReader DatelineArticleReader;

DatelineArticleReader *dateline_article_reader_new (const char *path); /* a file, a folder, "-" for standard input */
DatelineArticleReader *dateline_article_reader_new_for_bytes (const char *name, GBytes *bytes);
DatelineArticleReader *dateline_article_reader_new_for_stream (const char *name, GInputStream *stream);
void                   dateline_article_reader_free (DatelineArticleReader *self);
void                   dateline_article_reader_set_cancellable (DatelineArticleReader *self, GCancellable *cancellable);
void                   dateline_article_reader_set_digests (DatelineArticleReader *self, gboolean digests);
DatelineArticle       *dateline_article_reader_next (DatelineArticleReader *self, GError **error);
guint                  dateline_article_reader_get_n_parts (DatelineArticleReader *self);
GPtrArray             *dateline_article_reader_take_wholes (DatelineArticleReader *self);
DatelineExtraction    *dateline_article_reader_take_extraction (DatelineArticleReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineArticleReader, dateline_article_reader_free)

G_END_DECLS
