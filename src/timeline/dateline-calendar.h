/* dateline-calendar.h: days as squares, a column a week
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes the place of the scrubber: a click on a square shows that day, on
 * the bar below a column that week, on a name above that month; a drag
 * over squares shows from the first to the last. Its slider is heard, not
 * seen, and has the keyboard.
 */

#pragma once

#include <gtk/gtk.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_CALENDAR (dateline_calendar_get_type ())
G_DECLARE_FINAL_TYPE (DatelineCalendar, dateline_calendar, DATELINE, CALENDAR, GtkWidget)

void        dateline_calendar_set_session (DatelineCalendar *self, DatelineSession *session);
gboolean    dateline_calendar_get_days_at (DatelineCalendar *self, double x, double y, DatelineDay *first, DatelineDay *last);
DatelineDay dateline_calendar_get_first_monday (DatelineCalendar *self);

G_END_DECLS
