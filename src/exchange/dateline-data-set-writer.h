/* dateline-data-set-writer.h: incidents in the columns of ACLED and UCDP GED
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-article.h"
#include "dateline-extraction.h"
#include "dateline-table-columns.h"

G_BEGIN_DECLS

void dateline_data_set_writer_write_header (DatelineTableKind kind, GString *out);
void dateline_data_set_writer_write_rows (DatelineTableKind kind, GString *out, GPtrArray *incidents, GPtrArray *articles, gboolean merged);

G_END_DECLS
