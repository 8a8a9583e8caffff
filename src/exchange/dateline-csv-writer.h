/* dateline-csv-writer.h: incidents as rows of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-article.h"
#include "dateline-extraction.h"

G_BEGIN_DECLS

void dateline_csv_append_text (GString *out, const char *text);
void dateline_csv_writer_write_header (GString *out);
void dateline_csv_writer_write_rows (GString *out, GPtrArray *incidents, GPtrArray *articles, gboolean merged);

G_END_DECLS
