/* dateline-histogram.h: stacked columns of incidents by family over time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dateline-session.h"
#include "dateline-time-scale.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_HISTOGRAM (dateline_histogram_get_type ())
G_DECLARE_FINAL_TYPE (DatelineHistogram, dateline_histogram, DATELINE, HISTOGRAM, GtkWidget)

void dateline_histogram_set_session (DatelineHistogram *self, DatelineSession *session);
void dateline_histogram_set_scale (DatelineHistogram *self, DatelineTimeScale scale);

G_END_DECLS
