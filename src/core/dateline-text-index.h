/* dateline-text-index.h: from byte offsets to code points
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-span.h"

G_BEGIN_DECLS

typedef struct _DatelineTextIndex DatelineTextIndex;

DatelineTextIndex *dateline_text_index_new (const char *text, gsize length);
void               dateline_text_index_free (DatelineTextIndex *self);
guint32            dateline_text_index_get_char (const DatelineTextIndex *self, guint32 byte);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineTextIndex, dateline_text_index_free)

G_END_DECLS
