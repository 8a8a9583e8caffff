/* dateline-candidates.h: where the incident that is being corrected may have been
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whoever corrects a place offers what it may be; the map shows that, and
 * says which was chosen there.
 */

#pragma once

#include <glib-object.h>

#include "dateline-point.h"

G_BEGIN_DECLS

typedef struct
{
  DatelinePoint point; /* may be unset: then the map has nothing to show */
  char         *line;  /* what it is, for people to read */
} DatelineCandidate;

#define DATELINE_TYPE_CANDIDATES (dateline_candidates_get_type ())
G_DECLARE_FINAL_TYPE (DatelineCandidates, dateline_candidates, DATELINE, CANDIDATES, GObject)

/* Signals:
 *   "changed"             others are offered, or another is the chosen one
 *   "chosen" (uint index)  the reader asked for another on the map
 *   "show-all"            the reader wants to see them all on the map */
DatelineCandidates      *dateline_candidates_new (void);
void                     dateline_candidates_offer (DatelineCandidates *self, const DatelineCandidate *candidates, guint n_candidates, guint chosen);
void                     dateline_candidates_choose (DatelineCandidates *self, guint index);
void                     dateline_candidates_show_all (DatelineCandidates *self);
guint                    dateline_candidates_get_n (DatelineCandidates *self);
guint                    dateline_candidates_get_chosen (DatelineCandidates *self);
const DatelineCandidate *dateline_candidates_get (DatelineCandidates *self, guint index);

G_END_DECLS
