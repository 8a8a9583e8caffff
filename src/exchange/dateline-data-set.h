/* dateline-data-set.h: rows of the field's data sets as incidents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the codes mean stands in data/exchange.
 */

#pragma once

#include "dateline-article.h"
#include "dateline-extraction.h"
#include "dateline-table-columns.h"

G_BEGIN_DECLS

DatelineArticle *dateline_data_set_read_row (const DatelineTableColumns *columns, const GPtrArray *cells, const char *fallback_id, DatelineExtraction **extraction);

G_END_DECLS
