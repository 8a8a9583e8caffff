/* dateline-html-node.h: walking a page's tree, and asking its elements
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

xmlNode    *dateline_html_node_next (xmlNode *node, const xmlNode *root);
xmlNode    *dateline_html_node_next_outside (xmlNode *node, const xmlNode *root);
gboolean    dateline_html_node_is (const xmlNode *node, const char *name);
gboolean    dateline_html_node_is_one_of (const xmlNode *node, const char *const *names);
const char *dateline_html_node_get_attribute (const xmlNode *node, const char *name);
gboolean    dateline_html_node_has_word (const xmlNode *node, const char *attribute, const char *word);
char       *dateline_html_node_get_text (xmlNode *node);
void        dateline_html_append_collapsed (GString *out, gsize begin, const char *text);

G_END_DECLS
