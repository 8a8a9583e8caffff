/* dateline-csv-writer.h: incidents as rows of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-article.h"
#include "dateline-extraction.h"

G_BEGIN_DECLS

/* Between the items of a list in a cell, the quotations of an article, and
 * the articles that are quoted. */
#define DATELINE_CSV_ITEM_SEPARATOR "; "
#define DATELINE_CSV_QUOTATION_SEPARATOR " […] "
#define DATELINE_CSV_ARTICLE_SEPARATOR " ‖ "

void dateline_csv_append_text (GString *out, const char *text);
void dateline_csv_writer_write_header (GString *out);
void dateline_csv_writer_write_rows (GString *out, GPtrArray *incidents, GPtrArray *articles, gboolean merged);

G_END_DECLS
