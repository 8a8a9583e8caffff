/* dateline-input.h: bytes of a file or a pipe, never more than asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _DatelineInput DatelineInput;

typedef gssize (*DatelineInputReadFunc) (gpointer source, char *buffer, gsize n_bytes, GError **error);

DatelineInput *dateline_input_new (const char *name, GInputStream *stream);
DatelineInput *dateline_input_new_for_func (const char *name, DatelineInputReadFunc read, gpointer source);
void           dateline_input_free (DatelineInput *self);
void           dateline_input_set_cancellable (DatelineInput *self, GCancellable *cancellable);
void           dateline_input_set_digesting (DatelineInput *self, const char *source_digest);
char          *dateline_input_take_digest (DatelineInput *self);
const char    *dateline_input_get_name (const DatelineInput *self);
gboolean       dateline_input_peek (DatelineInput *self, gsize n_bytes, const char **bytes, gsize *length, GError **error);
gboolean       dateline_input_take (DatelineInput *self, const char **bytes, gsize *length, GError **error);
char          *dateline_input_read_all (DatelineInput *self, gsize max_bytes, gsize *length, GError **error);
gboolean       dateline_input_read_line (DatelineInput *self, const char **line, gsize *length, GError **error);
guint64        dateline_input_get_line (const DatelineInput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineInput, dateline_input_free)

G_END_DECLS
