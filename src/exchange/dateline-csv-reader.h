/* dateline-csv-reader.h: the rows of a table, one by one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-input.h"

G_BEGIN_DECLS

typedef struct _DatelineCsvReader DatelineCsvReader;

DatelineCsvReader *dateline_csv_reader_new (DatelineInput *input);
void               dateline_csv_reader_free (DatelineCsvReader *self);
GPtrArray         *dateline_csv_reader_next (DatelineCsvReader *self, GError **error); /* char *, cells of one row */
guint64            dateline_csv_reader_get_line (const DatelineCsvReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineCsvReader, dateline_csv_reader_free)

G_END_DECLS
