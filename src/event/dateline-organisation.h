/* dateline-organisation.h: names of organisations, as annotators mark them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-event-mentions.h"

G_BEGIN_DECLS

GArray *dateline_organisations_find (const DatelineDocument *document, const DatelineEventTables *tables, const DatelineEventMentions *mentions);

G_END_DECLS
