/* dateline-fold.h: the form in which words are compared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Longer words are compared by their first bytes only. */
#define DATELINE_FOLD_SIZE 64

gsize dateline_fold (const char *word, gsize length, char folded[DATELINE_FOLD_SIZE]);
char *dateline_fold_text (const char *text);

G_END_DECLS
