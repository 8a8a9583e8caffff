/* dateline-date-window.h: which civil days are shown around a date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "dateline-date.h"

G_BEGIN_DECLS

/* What is shown with the date that the slider stands on. Every window
 * ends with that date, which always counts. */
typedef enum
{
  DATELINE_WINDOW_DAY,
  DATELINE_WINDOW_WEEK,  /* the seven days that end with the date */
  DATELINE_WINDOW_MONTH, /* the thirty days that end with the date */
  DATELINE_WINDOW_SPAN,  /* as many days as the reader likes, that end with the date */
  DATELINE_WINDOW_FREE,  /* from a day that the reader put, to the date */
  DATELINE_WINDOW_UP_TO, /* everything up to the date and with it */
  DATELINE_N_WINDOW_KINDS
} DatelineWindowKind;

/* A plain value. Own span and own beginning are kept while another kind
 * is shown. */
typedef struct
{
  DatelineWindowKind kind;
  DatelineDay        day;    /* DATELINE_DAY_NONE until something has a date */
  int                n_days; /* of DATELINE_WINDOW_SPAN, at least one */
  DatelineDay        begin;  /* of DATELINE_WINDOW_FREE */
} DatelineDateWindow;

#define DATELINE_DATE_WINDOW_INIT                                   \
  {                                                                 \
    DATELINE_WINDOW_UP_TO, DATELINE_DAY_NONE, 14, DATELINE_DAY_NONE \
  }

#define DATELINE_TYPE_WINDOW_KIND (dateline_window_kind_get_type ())
GType dateline_window_kind_get_type (void);

DatelineDay          dateline_date_window_get_first (const DatelineDateWindow *self, DatelineDay first_day);
DatelineDateInterval dateline_date_window_get_interval (const DatelineDateWindow *self, DatelineDay first_day);
DatelineDateWindow   dateline_date_window_with_kind (const DatelineDateWindow *self, DatelineWindowKind kind, DatelineDay first_day);
DatelineDateWindow   dateline_date_window_with_n_days (const DatelineDateWindow *self, int n_days);
DatelineDateWindow   dateline_date_window_with_first (const DatelineDateWindow *self, DatelineDay first);
gboolean             dateline_date_window_equal (const DatelineDateWindow *a, const DatelineDateWindow *b);

G_END_DECLS
