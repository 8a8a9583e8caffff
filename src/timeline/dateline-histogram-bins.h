/* dateline-histogram-bins.h: how many incidents of each family when
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-incident-table.h"
#include "dateline-symbol.h"
#include "dateline-time-scale.h"
#include "dateline-time-step.h"

G_BEGIN_DECLS

/* One column of the histogram, by family. An incident whose time is
 * known no better than the column is wide is counted in @uncertain, a
 * share in each column that its interval covers. */
typedef struct
{
  float known[DATELINE_N_SYMBOL_FAMILIES];
  float uncertain[DATELINE_N_SYMBOL_FAMILIES];
} DatelineHistogramBin;

typedef struct
{
  DatelineTimeStep      step;
  guint                 n_bins;
  gint64               *edges; /* n_bins + 1, seconds; the outer ones are the span's */
  DatelineHistogramBin *bins;
  float                 highest; /* the most in one bin, all families */
} DatelineHistogramBins;

DatelineHistogramBins *dateline_histogram_bins_new (const DatelineIncidentTable *table, DatelineTimeScale scale);
DatelineHistogramBins *dateline_histogram_bins_new_for_step (const DatelineIncidentTable *table, DatelineDateInterval span, DatelineTimeStep step);
void                   dateline_histogram_bins_free (DatelineHistogramBins *self);
DatelineTimeStep       dateline_histogram_bins_choose_step (DatelineTimeScale scale);
guint                  dateline_histogram_bins_find (const DatelineHistogramBins *self, gint64 seconds);
char                  *dateline_histogram_bins_describe (const DatelineHistogramBins *self, guint i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineHistogramBins, dateline_histogram_bins_free)

G_END_DECLS
