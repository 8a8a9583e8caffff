/* dateline-data-writer.h: compiles tables and phrases into the data file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Build time only.
 */

#pragma once

#include "dateline-data.h"

G_BEGIN_DECLS

typedef struct _DatelineDataWriter DatelineDataWriter;

DatelineDataWriter *dateline_data_writer_new (void);
void                dateline_data_writer_free (DatelineDataWriter *self);
guint32             dateline_data_writer_add_string (DatelineDataWriter *self, const char *string);
void                dateline_data_writer_set_columns (DatelineDataWriter *self, DatelineLexicon lexicon, const char *const *names);
guint               dateline_data_writer_add_row (DatelineDataWriter *self, DatelineLexicon lexicon, const char *const *cells);
gboolean            dateline_data_writer_add_phrase (DatelineDataWriter *self, const char *phrase, DatelineLexicon lexicon, DatelineCase letter_case, guint row);
gboolean            dateline_data_writer_add_table (DatelineDataWriter *self, DatelineLexicon lexicon, const char *path, GError **error);
void                dateline_data_writer_add_section (DatelineDataWriter *self, const char tag[4], gconstpointer elements, gsize element_size, gsize n_elements);
void                dateline_data_writer_add_checksum (DatelineDataWriter *self, const char *bytes, gsize length);
gboolean            dateline_data_writer_save (DatelineDataWriter *self, const char *path, GError **error);

GPtrArray *dateline_data_read_tsv (const char *path, char ***columns, char **bytes, gsize *n_bytes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineDataWriter, dateline_data_writer_free)

G_END_DECLS
