/* dateline-csv-articles.h: the articles of a table, and the incidents of its rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-article.h"
#include "dateline-extraction.h"
#include "dateline-input.h"
#include "dateline-merged-file.h"

G_BEGIN_DECLS

typedef struct _DatelineCsvArticles DatelineCsvArticles;

DatelineCsvArticles *dateline_csv_articles_new (DatelineInput *input, const char *id);
void                 dateline_csv_articles_free (DatelineCsvArticles *self);
DatelineArticle     *dateline_csv_articles_next (DatelineCsvArticles *self, DatelineExtraction **extraction, GError **error);
DatelineMergedFile  *dateline_csv_articles_get_merged (DatelineCsvArticles *self);
gboolean             dateline_csv_articles_is_at_end (const DatelineCsvArticles *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineCsvArticles, dateline_csv_articles_free)

G_END_DECLS
