/* dateline-source-mentions.h: who says it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-event-lexicon.h"
#include "dateline-event-mentions.h"

G_BEGIN_DECLS

void dateline_source_mentions_find (const DatelineEventLexicon *lexicon, const GArray *actors, GArray *mentions);

G_END_DECLS
