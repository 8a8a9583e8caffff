/* dateline-csv-incidents.h: the rows that dateline-csv-writer.c wrote, read back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-csv-reader.h"
#include "dateline-merged-file.h"

G_BEGIN_DECLS

gboolean            dateline_csv_incidents_is_header (const GPtrArray *header);
DatelineMergedFile *dateline_csv_incidents_read (const char *name, const GPtrArray *header, DatelineCsvReader *reader, GError **error);

G_END_DECLS
