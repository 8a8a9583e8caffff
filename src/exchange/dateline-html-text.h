/* dateline-html-text.h: a page's article without what surrounds it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

void dateline_html_text_append (xmlDoc *document, const char *headline, GString *text);

G_END_DECLS
