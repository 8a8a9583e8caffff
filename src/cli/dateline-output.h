/* dateline-output.h: standard output, buffered, that may be closed any time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DatelineOutput DatelineOutput;

DatelineOutput *dateline_output_new (int file_descriptor);
void            dateline_output_free (DatelineOutput *self);
gboolean        dateline_output_write (DatelineOutput *self, const char *bytes, gsize length);
gboolean        dateline_output_flush (DatelineOutput *self);
int             dateline_output_get_errno (const DatelineOutput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineOutput, dateline_output_free)

G_END_DECLS
