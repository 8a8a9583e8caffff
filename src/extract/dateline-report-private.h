/* dateline-report-private.h: what the files of reports share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-report.h"

G_BEGIN_DECLS

/* More strikes than this in one sentence are a statistic, not an event. */
#define DATELINE_REPORT_MAX_STRIKES 100

static inline gboolean
dateline_report_holds (const DatelineReport *self, guint token)
{
  return token >= self->first_token && token < self->end_token;
}

/* dateline-report-triggers.c */
void     dateline_report_reject (GArray *rejected, const char *reason, DatelineSpan span);
gboolean dateline_report_has_day (const DatelineAnalysis *analysis, guint first, guint end);
gboolean dateline_report_tells_dead_of_months (const DatelineAnalysis *analysis, guint sentence_index);
gboolean dateline_report_is_site_like (const DatelineToponym *toponym);
gboolean dateline_report_has_fine_site (const DatelineAnalysis *analysis, guint first, guint end);
gboolean dateline_report_trigger_stands (const DatelineAnalysis *analysis, guint index, GArray *rejected);

/* dateline-report-fill.c */
void dateline_report_fill_sentence (const DatelineAnalysis *analysis, guint sentence_index, GPtrArray *reports, guint first_report);

G_END_DECLS
