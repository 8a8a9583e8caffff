/* dateline-html-boilerplate.h: which elements of a page are not its article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

typedef struct _DatelineHtmlBoilerplate DatelineHtmlBoilerplate;

typedef enum
{
  DATELINE_HTML_KEEP,
  DATELINE_HTML_DROP,      /* never part of the text */
  DATELINE_HTML_DROP_LINKS /* a block of links, and so is its heading */
} DatelineHtmlVerdict;

DatelineHtmlBoilerplate *dateline_html_boilerplate_new (xmlNode *body);
void                     dateline_html_boilerplate_free (DatelineHtmlBoilerplate *self);
xmlNode                 *dateline_html_boilerplate_find_article (DatelineHtmlBoilerplate *self);
DatelineHtmlVerdict      dateline_html_boilerplate_judge (DatelineHtmlBoilerplate *self, const xmlNode *node);
gboolean                 dateline_html_boilerplate_is_embed (const xmlNode *node);
gboolean                 dateline_html_boilerplate_is_line (const char *line, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineHtmlBoilerplate, dateline_html_boilerplate_free)

G_END_DECLS
