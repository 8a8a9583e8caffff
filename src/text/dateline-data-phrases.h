/* dateline-data-phrases.h: every phrase that the engine knows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-data.h"

G_BEGIN_DECLS

/* A folded phrase, its words parted by spaces, and what it stands for. */
typedef void (*DatelinePhraseFunc) (const char *phrase, guint32 payload, gpointer user_data);

void dateline_data_foreach_phrase (const DatelineData *self, guint32 lexicons, DatelinePhraseFunc func, gpointer user_data);

G_END_DECLS
