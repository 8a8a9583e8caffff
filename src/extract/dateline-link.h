/* dateline-link.h: tellings of one event become one incident
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-report.h"

G_BEGIN_DECLS

/* The reports of one event within an article. */
typedef struct
{
  GPtrArray           *reports; /* DatelineReport *, borrowed, in text order */
  DatelineIncidentType type;
  DatelineReport      *first; /* the first with an event word */
  gboolean             background;
  DatelineDateInterval dates; /* over all its explicit dates; none without */
  const char          *why;   /* static: the rule that joined its last report */
} DatelineCluster;

GPtrArray *dateline_link_reports (const DatelineAnalysis *analysis, GPtrArray *reports);
gboolean   dateline_cluster_is_incident (const DatelineCluster *self, const DatelineAnalysis *analysis);

G_END_DECLS
