/* dateline-kml-writer.h: incidents as KML placemarks and as GPX waypoints
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-article.h"
#include "dateline-extraction.h"

G_BEGIN_DECLS

void        dateline_kml_writer_write_header (GString *out);
const char *dateline_kml_writer_get_end (void);
void        dateline_kml_writer_write_placemarks (GString *out, GPtrArray *incidents, GPtrArray *articles, gboolean merged);

void        dateline_gpx_writer_write_header (GString *out);
const char *dateline_gpx_writer_get_end (void);
void        dateline_gpx_writer_write_waypoints (GString *out, GPtrArray *incidents, GPtrArray *articles, gboolean merged);

G_END_DECLS
