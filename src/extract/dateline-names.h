/* dateline-names.h: the other names of places and actors, for searching
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DatelineNames DatelineNames;

DatelineNames *dateline_names_open (const char *data_path, GError **error);
void           dateline_names_free (DatelineNames *self);
char          *dateline_names_respell (const DatelineNames *self, const char *words, gboolean by_sound);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineNames, dateline_names_free)

G_END_DECLS
