/* dateline-html-writer.h: incidents as a report that is read in a browser
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-article.h"
#include "dateline-extraction.h"

G_BEGIN_DECLS

/* All in one file: nothing is fetched when it is opened. */
void        dateline_html_writer_begin (GString *out, GPtrArray *incidents, GPtrArray *articles, const char *picture);
void        dateline_html_writer_write_incidents (GString *out, GPtrArray *incidents, GPtrArray *articles, guint first);
const char *dateline_html_writer_get_end (void);

G_END_DECLS
