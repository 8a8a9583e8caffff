/* dateline-casualty-mentions.h: how many were killed and hurt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-event-lexicon.h"
#include "dateline-event-mentions.h"

G_BEGIN_DECLS

void dateline_casualty_mentions_find (const DatelineEventLexicon *lexicon, GArray *mentions);

G_END_DECLS
