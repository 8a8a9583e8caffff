/* dateline-html-metadata.h: what a page says about itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libxml/tree.h>

#include "dateline-article.h"

G_BEGIN_DECLS

char *dateline_html_metadata_read (xmlDoc *document, DatelineArticle *article);

G_END_DECLS
