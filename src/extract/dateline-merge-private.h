/* dateline-merge-private.h: what the files of merging share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-merge.h"

G_BEGIN_DECLS

/* The most that two reports of one event may lie apart, kilometres, beyond
 * the radii of their places; precise places only. */
#define DATELINE_MERGE_MAX_GAP_KM 20

/* A report is written within so many days of what it tells. */
#define DATELINE_MERGE_MAX_GAP_DAYS 3

/* In what two reports agree, each from not at all (0) to wholly. */
typedef struct
{
  guint8 time;
  guint8 place;
  guint8 type;
  guint8 doer;
  guint8 toll;
} DatelineMergeAgreement;

double dateline_merge_compare (const DatelineIncident *a, const DatelineIncident *b, DatelineMergeAgreement *agreement);
void   dateline_merge_agreement_narrow (DatelineMergeAgreement *self, DatelineMergeAgreement other);
char  *dateline_merge_agreement_to_reason (DatelineMergeAgreement agreement);

gboolean dateline_merge_is_fine (const DatelinePlace *place);
double   dateline_merge_compare_sites (const DatelinePlace *a, const DatelinePlace *b);

G_END_DECLS
