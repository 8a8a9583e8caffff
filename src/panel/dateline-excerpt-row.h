/* dateline-excerpt-row.h: one sentence of evidence, its words marked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dateline-article.h"
#include "dateline-mark.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_EXCERPT_ROW (dateline_excerpt_row_get_type ())
G_DECLARE_FINAL_TYPE (DatelineExcerptRow, dateline_excerpt_row, DATELINE, EXCERPT_ROW, GtkListBoxRow)

/* Signals:
 *   "emphasise" (int field)  the pointer came over words of that field, or
 *                            with %DATELINE_FIELD_NONE left them
 */
GtkWidget         *dateline_excerpt_row_new (const DatelineArticle *article, DatelineProvenance evidence, const GArray *marks);
DatelineProvenance dateline_excerpt_row_get_evidence (DatelineExcerptRow *self);
const char        *dateline_excerpt_row_get_text (DatelineExcerptRow *self);
void               dateline_excerpt_row_set_emphasised (DatelineExcerptRow *self, DatelineField field);

char *dateline_article_to_byline (const DatelineArticle *article);

G_END_DECLS
