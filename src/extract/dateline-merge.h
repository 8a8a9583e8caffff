/* dateline-merge.h: reports of one event in several articles become one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-copies.h"
#include "dateline-incident.h"

G_BEGIN_DECLS

/* Reports of one event. */
typedef struct
{
  GArray *members; /* guint, indices of reports, by start; two or more */
  double  score;   /* 0–1, how alike the two least alike are */
  char   *reason;  /* what all of them agree in: "same-day same-place same-type" */
} DatelineMergeGroup;

void              dateline_merge_incidents (GPtrArray *incidents, const DatelineCopies *copies);
void              dateline_merge_sort (GPtrArray *incidents);
GPtrArray        *dateline_merge_find_groups (GPtrArray *incidents); /* DatelineMergeGroup */
DatelineIncident *dateline_merge_fuse (GPtrArray *incidents, const DatelineMergeGroup *group, const DatelineCopies *copies);
double            dateline_merge_score (const DatelineIncident *a, const DatelineIncident *b);

G_END_DECLS
