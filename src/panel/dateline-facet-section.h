/* dateline-facet-section.h: the values of one facet, to be ticked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_FACET_SECTION (dateline_facet_section_get_type ())
G_DECLARE_FINAL_TYPE (DatelineFacetSection, dateline_facet_section, DATELINE, FACET_SECTION, GtkWidget)

GtkWidget *dateline_facet_section_new (DatelineSession *session, DatelineFacet facet, const char *title);
void       dateline_facet_section_set_expanded (DatelineFacetSection *self, gboolean expanded);
void       dateline_facet_section_rebuild (DatelineFacetSection *self);
void       dateline_facet_section_update_counts (DatelineFacetSection *self);

char *dateline_facet_value_to_words (DatelineFacet facet, const char *value);

G_END_DECLS
