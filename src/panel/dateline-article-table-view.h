/* dateline-article-table-view.h: the articles of a project, in columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_ARTICLE_TABLE_VIEW (dateline_article_table_view_get_type ())
G_DECLARE_FINAL_TYPE (DatelineArticleTableView, dateline_article_table_view, DATELINE, ARTICLE_TABLE_VIEW, GtkWidget)

GtkWidget *dateline_article_table_view_new (DatelineSession *session);

G_END_DECLS
