/* dateline-toponym-private.h: the stages of toponym recognition
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-toponym.h"

G_BEGIN_DECLS

/* More places of one name are not told apart. */
#define DATELINE_TOPONYM_MAX_CANDIDATES 24

/* Cues that end or begin beside a name. */
const DatelineCue *dateline_cue_ending_at (const DatelineDocument *document, const DatelineGazetteer *gazetteer, guint token, guint first_allowed, guint *first_token);
const DatelineCue *dateline_cue_at (const DatelineDocument *document, const DatelineGazetteer *gazetteer, guint token, guint *n_tokens);

gboolean dateline_toponym_has_cue (const DatelineDocument *document, const DatelineGazetteer *gazetteer, guint first_token, guint end_token, gboolean *is_explicit);
void     dateline_toponym_read_context (const DatelineDocument *document, const DatelineGazetteer *gazetteer, GArray *toponyms, guint index);
void     dateline_toponym_link (const DatelineDocument *document, const DatelineGazetteer *gazetteer, GArray *toponyms);

gboolean dateline_toponym_is_doubtful (const DatelineGazetteer *gazetteer, const DatelineToponym *toponym);
gboolean dateline_place_contains (const DatelineGazetteer *gazetteer, guint container, guint row);

G_END_DECLS
