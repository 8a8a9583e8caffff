/* dateline-feed-reader.h: the articles of an RSS or Atom feed, one by one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-article.h"

G_BEGIN_DECLS

typedef struct _DatelineFeedReader DatelineFeedReader;

DatelineFeedReader *dateline_feed_reader_new (const char *name, const char *xml, gsize length);
void                dateline_feed_reader_free (DatelineFeedReader *self);
DatelineArticle    *dateline_feed_reader_next (DatelineFeedReader *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineFeedReader, dateline_feed_reader_free)

G_END_DECLS
