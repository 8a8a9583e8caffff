/* dateline-json-article.h: one JSON object to one article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-article.h"
#include "dateline-extraction.h"
#include "dateline-json-scanner.h"

G_BEGIN_DECLS

DatelineArticle *dateline_json_article_read (DatelineJsonScanner *scanner, const char *name, guint64 first_line, const char *fallback_id, DatelineExtraction **extraction, GError **error);

G_END_DECLS
