/* dateline-date-window.c: which civil days are shown around a date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-date-window.h"

/* More days than the years 1 to 9999 have. */
#define MAX_DAYS 3652059

G_DEFINE_ENUM_TYPE (DatelineWindowKind, dateline_window_kind, G_DEFINE_ENUM_VALUE (DATELINE_WINDOW_DAY, "day"), G_DEFINE_ENUM_VALUE (DATELINE_WINDOW_WEEK, "week"), G_DEFINE_ENUM_VALUE (DATELINE_WINDOW_MONTH, "month"), G_DEFINE_ENUM_VALUE (DATELINE_WINDOW_SPAN, "span"), G_DEFINE_ENUM_VALUE (DATELINE_WINDOW_FREE, "free"), G_DEFINE_ENUM_VALUE (DATELINE_WINDOW_UP_TO, "up-to"))

/**
 * dateline_date_window_get_first:
 * @self: a window whose day is set
 * @first_day: the first day that anything happened on, or
 *   %DATELINE_DAY_NONE; "up to" begins with it, so that the window has
 *   two ends that can be drawn
 *
 * Returns: the window's first day, never after its last
 */
DatelineDay
dateline_date_window_get_first (const DatelineDateWindow *self, DatelineDay first_day)
{
  DatelineDay first = self->day;

  switch (self->kind)
    {
    case DATELINE_WINDOW_WEEK:
      first = self->day - 6;
      break;
    case DATELINE_WINDOW_MONTH:
      first = self->day - 29;
      break;
    case DATELINE_WINDOW_SPAN:
      first = self->day - (CLAMP (self->n_days, 1, MAX_DAYS) - 1);
      break;
    case DATELINE_WINDOW_FREE:
      first = self->begin != DATELINE_DAY_NONE ? self->begin : self->day;
      break;
    case DATELINE_WINDOW_UP_TO:
      first = first_day != DATELINE_DAY_NONE ? first_day : self->day;
      break;
    case DATELINE_WINDOW_DAY:
    case DATELINE_N_WINDOW_KINDS:
    default:
      break;
    }
  return CLAMP (first, MIN (dateline_day_new (1, 1, 1), self->day), self->day);
}

/**
 * dateline_date_window_get_interval:
 * @self: a window
 * @first_day: as for dateline_date_window_get_first()
 *
 * Returns: from 00:00 of the first day to 00:00 of the day after the
 *   last, in the region's civil days; not set while the day is not
 */
DatelineDateInterval
dateline_date_window_get_interval (const DatelineDateWindow *self, DatelineDay first_day)
{
  if (self->day == DATELINE_DAY_NONE)
    return DATELINE_DATE_INTERVAL_NONE;
  return dateline_date_interval_for_days (dateline_date_window_get_first (self, first_day), self->day, DATELINE_REGION_OFFSET_MINUTES);
}

/**
 * dateline_date_window_with_kind:
 * @self: a window
 * @kind: what it is to become
 * @first_day: as for dateline_date_window_get_first()
 *
 * Returns: @self of another kind, on the same day. A free window begins
 *   where the other did: what is shown stays until its end is moved.
 */
DatelineDateWindow
dateline_date_window_with_kind (const DatelineDateWindow *self, DatelineWindowKind kind, DatelineDay first_day)
{
  DatelineDateWindow window = *self;

  if (kind == DATELINE_WINDOW_FREE && self->kind != kind && self->day != DATELINE_DAY_NONE)
    window.begin = dateline_date_window_get_first (self, first_day);
  window.kind = kind;
  return window;
}

DatelineDateWindow
dateline_date_window_with_n_days (const DatelineDateWindow *self, int n_days)
{
  DatelineDateWindow window = *self;

  window.kind = DATELINE_WINDOW_SPAN;
  window.n_days = CLAMP (n_days, 1, MAX_DAYS);
  return window;
}

/**
 * dateline_date_window_with_first:
 * @self: a window whose day is set
 * @first: the first day it is to show; one after its last counts as that
 *
 * Returns: @self with its last day, from @first on: a span stays a span,
 *   which moves with the day; a window that grows with the day stays one
 */
DatelineDateWindow
dateline_date_window_with_first (const DatelineDateWindow *self, DatelineDay first)
{
  DatelineDateWindow window = *self;

  first = CLAMP (first, MIN (dateline_day_new (1, 1, 1), self->day), self->day);
  if (self->kind < DATELINE_WINDOW_FREE)
    return dateline_date_window_with_n_days (self, self->day - first + 1);

  window.kind = DATELINE_WINDOW_FREE;
  window.begin = first;
  return window;
}

gboolean
dateline_date_window_equal (const DatelineDateWindow *a, const DatelineDateWindow *b)
{
  return a->kind == b->kind && a->day == b->day && a->n_days == b->n_days && a->begin == b->begin;
}
