/* dateline-facets-load.h: the facets out of the project file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-facets.h"
#include "dateline-incident-table.h"
#include "dateline-store.h"

G_BEGIN_DECLS

DatelineFacets *dateline_facets_load (DatelineStore *store, const DatelineIncidentTable *table);

G_END_DECLS
