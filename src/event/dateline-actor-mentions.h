/* dateline-actor-mentions.h: who acts, by name or by class
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-event-lexicon.h"
#include "dateline-event-mentions.h"

G_BEGIN_DECLS

void dateline_actor_mentions_find (const DatelineEventLexicon *lexicon, DatelineDay anchor, const char *country, GArray *mentions);

G_END_DECLS
