/* dateline-day-scale.h: an end of the window, as a slider
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dateline-session.h"

G_BEGIN_DECLS

typedef enum
{
  DATELINE_DAY_SCALE_DATE, /* the session's day, with which the window ends */
  DATELINE_DAY_SCALE_FIRST /* the first day of the window */
} DatelineDayScaleEnd;

/* It has the keyboard and the accessible value, over the whole span. What
 * the eye sees of it is drawn by its parent, which can zoom: a GtkRange
 * of a million days could not be drawn wide enough. */
#define DATELINE_TYPE_DAY_SCALE (dateline_day_scale_get_type ())
G_DECLARE_FINAL_TYPE (DatelineDayScale, dateline_day_scale, DATELINE, DAY_SCALE, GtkScale)

GtkWidget *dateline_day_scale_new (DatelineDayScaleEnd end);
void       dateline_day_scale_set_session (DatelineDayScale *self, DatelineSession *session);

G_END_DECLS
