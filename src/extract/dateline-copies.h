/* dateline-copies.h: articles that are, word for word, another's
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DatelineCopies DatelineCopies;

GBytes         *dateline_copies_sketch (const char *text, gsize length);
DatelineCopies *dateline_copies_new (void);
void            dateline_copies_free (DatelineCopies *self);
gint64          dateline_copies_find (const DatelineCopies *self, GBytes *sketch, gint64 otherwise);
void            dateline_copies_add (DatelineCopies *self, gint64 article, gint64 original, GBytes *sketch);
gint64          dateline_copies_get_original (const DatelineCopies *self, gint64 article);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineCopies, dateline_copies_free)

G_END_DECLS
