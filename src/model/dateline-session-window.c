/* dateline-session-window.c: the days that are shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-model"

#include "config.h"

#include "dateline-session-private.h"

/* Lets the list follow the window; tells n-shown when it changed. */
void
dateline_session_update_list (DatelineSession *self, guint n_shown_before)
{
  dateline_incident_list_set_window (self->list, dateline_session_get_window (self));
  if (dateline_incident_list_get_n_rows (self->list) != n_shown_before)
    dateline_session_notify (self, PROP_N_SHOWN);
}

void
dateline_session_update_interval (DatelineSession *self)
{
  self->interval = dateline_date_window_get_interval (&self->window, self->first_day);
}

/* Puts another window in place; the caller has frozen notification and
 * tells visible-changed. */
void
dateline_session_replace_window (DatelineSession *self, DatelineDateWindow window)
{
  DatelineDay first = dateline_session_get_window_first (self);

  if (self->window.day != window.day)
    dateline_session_notify (self, PROP_DAY);
  if (self->window.kind != window.kind)
    dateline_session_notify (self, PROP_WINDOW_KIND);
  if (self->window.n_days != window.n_days)
    dateline_session_notify (self, PROP_SPAN_DAYS);

  self->window = window;
  dateline_session_update_interval (self);
  if (dateline_session_get_window_first (self) != first)
    dateline_session_notify (self, PROP_WINDOW_FIRST);
  dateline_session_update_list (self, dateline_incident_list_get_n_rows (self->list));
}

void
dateline_session_set_can_go_back (DatelineSession *self, gboolean can_go_back)
{
  if (self->can_go_back == can_go_back)
    return;

  self->can_go_back = can_go_back;
  dateline_session_notify (self, PROP_CAN_GO_BACK);
}

static void
set_window (DatelineSession *self, DatelineDateWindow window)
{
  if (dateline_date_window_equal (&self->window, &window))
    return;

  g_object_freeze_notify (G_OBJECT (self));
  dateline_session_set_can_go_back (self, FALSE);
  dateline_session_replace_window (self, window);
  g_object_thaw_notify (G_OBJECT (self));
  dateline_session_tell_visible_changed (self);
}

/**
 * dateline_session_get_window:
 * @self: a session
 *
 * Returns: the window; not set while nothing has a date
 */
DatelineDateInterval
dateline_session_get_window (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), DATELINE_DATE_INTERVAL_NONE);

  return self->interval;
}

/**
 * dateline_session_get_day:
 * @self: a session
 *
 * Returns: the day of the slider; %DATELINE_DAY_NONE while nothing has a
 *   date
 */
DatelineDay
dateline_session_get_day (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), DATELINE_DAY_NONE);

  return self->window.day;
}

/**
 * dateline_session_set_day:
 * @self: a session
 * @day: a civil day, brought within the years 1–9999
 */
void
dateline_session_set_day (DatelineSession *self, DatelineDay day)
{
  DatelineDateWindow window;

  g_return_if_fail (DATELINE_IS_SESSION (self));

  if (day == DATELINE_DAY_NONE)
    return;

  window = self->window;
  window.day = CLAMP (day, dateline_day_new (1, 1, 1), dateline_day_new (9999, 12, 31));
  set_window (self, window);
}

DatelineWindowKind
dateline_session_get_window_kind (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), DATELINE_WINDOW_UP_TO);

  return self->window.kind;
}

/**
 * dateline_session_set_window_kind:
 * @self: a session
 * @kind: what to show with the day, which stays
 */
void
dateline_session_set_window_kind (DatelineSession *self, DatelineWindowKind kind)
{
  g_return_if_fail (DATELINE_IS_SESSION (self));
  g_return_if_fail (kind < DATELINE_N_WINDOW_KINDS);

  set_window (self, dateline_date_window_with_kind (&self->window, kind, self->first_day));
}

int
dateline_session_get_span_days (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), 1);

  return self->window.n_days;
}

void
dateline_session_set_span_days (DatelineSession *self, int n_days)
{
  g_return_if_fail (DATELINE_IS_SESSION (self));

  set_window (self, dateline_date_window_with_n_days (&self->window, n_days));
}

/**
 * dateline_session_get_window_first:
 * @self: a session
 *
 * Returns: the first day of the window; %DATELINE_DAY_NONE while nothing
 *   has a date
 */
DatelineDay
dateline_session_get_window_first (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), DATELINE_DAY_NONE);

  if (self->window.day == DATELINE_DAY_NONE)
    return DATELINE_DAY_NONE;
  return dateline_date_window_get_first (&self->window, self->first_day);
}

void
dateline_session_set_window_first (DatelineSession *self, DatelineDay first)
{
  g_return_if_fail (DATELINE_IS_SESSION (self));

  if (self->window.day != DATELINE_DAY_NONE && first != dateline_session_get_window_first (self))
    set_window (self, dateline_date_window_with_first (&self->window, first));
}

/**
 * dateline_session_show_days:
 * @self: a session
 * @first: the first day to show
 * @last: the last day to show, not before @first
 *
 * Stands on @last, with a span that begins with @first.
 */
void
dateline_session_show_days (DatelineSession *self, DatelineDay first, DatelineDay last)
{
  DatelineDateWindow window;

  g_return_if_fail (DATELINE_IS_SESSION (self));
  g_return_if_fail (first != DATELINE_DAY_NONE && first <= last);

  window = first < last ? dateline_date_window_with_n_days (&self->window, last - first + 1) : self->window;
  window.day = CLAMP (last, dateline_day_new (1, 1, 1), dateline_day_new (9999, 12, 31));
  if (first == last)
    window.kind = DATELINE_WINDOW_DAY;
  set_window (self, window);
}

/**
 * dateline_session_get_span:
 * @self: a session
 * @first: (out): the day on which the first incident begins
 * @last: (out): the last day that one is known to reach
 *
 * Returns: %FALSE, with nothing set, when nothing has a date
 */
gboolean
dateline_session_get_span (DatelineSession *self, DatelineDay *first, DatelineDay *last)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), FALSE);

  if (self->table->n_dated == 0)
    return FALSE;

  *first = self->first_day;
  *last = self->last_day;
  return TRUE;
}

/* The first dated row that does not start before @seconds. */
static guint
find_row_at (const DatelineIncidentTable *table, gint64 seconds)
{
  guint low = 0, high = table->n_dated;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (table->start[middle] < seconds)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * dateline_session_find_day_with_incidents:
 * @self: a session
 * @from: where to look from; not itself a result
 * @direction: forwards when positive, else backwards
 *
 * Returns: the nearest day on which an incident that passes the filter
 *   begins; %DATELINE_DAY_NONE when there is none
 */
DatelineDay
dateline_session_find_day_with_incidents (DatelineSession *self, DatelineDay from, int direction)
{
  const DatelineIncidentTable *table;
  DatelineDateInterval         day;
  guint                        row;

  g_return_val_if_fail (DATELINE_IS_SESSION (self), DATELINE_DAY_NONE);
  g_return_val_if_fail (from != DATELINE_DAY_NONE, DATELINE_DAY_NONE);

  table = self->table;
  day = dateline_date_interval_for_days (from, from, DATELINE_REGION_OFFSET_MINUTES);
  if (direction > 0)
    {
      for (row = find_row_at (table, day.end); row < table->n_dated; row++)
        if (table->passes[row])
          return dateline_day_at (table->start[row], DATELINE_REGION_OFFSET_MINUTES);
    }
  else
    {
      for (row = find_row_at (table, day.start); row > 0; row--)
        if (table->passes[row - 1])
          return dateline_day_at (table->start[row - 1], DATELINE_REGION_OFFSET_MINUTES);
    }
  return DATELINE_DAY_NONE;
}

/**
 * dateline_session_is_visible:
 * @self: a session
 * @row: a row of its table
 *
 * Returns: whether the row passes the filter and lies in the window
 */
gboolean
dateline_session_is_visible (DatelineSession *self, guint row)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), FALSE);
  g_return_val_if_fail (row < self->table->n_rows, FALSE);

  return self->table->passes[row] &&
         dateline_incident_table_row_in_window (self->table, row, dateline_session_get_window (self));
}

/**
 * dateline_session_go_back:
 * @self: a session
 *
 * Shows again what was shown before selections moved the date; does
 * nothing when the reader has moved it since.
 */
void
dateline_session_go_back (DatelineSession *self)
{
  g_return_if_fail (DATELINE_IS_SESSION (self));

  if (self->can_go_back)
    set_window (self, self->window_before);
}
