/* dateline-article-view.h: a whole article, its evidence marked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_ARTICLE_VIEW (dateline_article_view_get_type ())
G_DECLARE_FINAL_TYPE (DatelineArticleView, dateline_article_view, DATELINE, ARTICLE_VIEW, GtkWidget)

/* Signals:
 *   "back"  the reader is done with the article
 */
void     dateline_article_view_set_session (DatelineArticleView *self, DatelineSession *session);
gboolean dateline_article_view_show (DatelineArticleView *self, DatelineProvenance asked);
char    *dateline_article_view_get_quotation (DatelineArticleView *self);
char    *dateline_article_view_get_asked_text (DatelineArticleView *self);

G_END_DECLS
