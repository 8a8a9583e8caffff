/* dateline-geojson-writer.h: incidents as GeoJSON features
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-article.h"
#include "dateline-extraction.h"

G_BEGIN_DECLS

void dateline_geojson_writer_write_features (GString *out, GPtrArray *incidents, GPtrArray *articles, gboolean merged);

G_END_DECLS
