/* dateline-time-view.c: the part of a span of time that is looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-time-view.h"

#include <math.h>

/* A day over the whole width: its hours can be told apart. */
#define SHORTEST DATELINE_SECONDS_PER_DAY

/* Where a view that turns to something puts it: so much of its width
 * from the edge that it came in by. */
#define LEAD 0.125

static double
get_length (DatelineDateInterval interval)
{
  return (double) interval.end - (double) interval.start;
}

static DatelineDateInterval
make (double start, double length, DatelineDateInterval bounds)
{
  gint64 n_seconds = (gint64) round (CLAMP (length, MIN ((double) SHORTEST, get_length (bounds)), get_length (bounds)));
  gint64 begin = (gint64) round (CLAMP (start, (double) bounds.start, (double) bounds.end));

  begin = CLAMP (begin, bounds.start, bounds.end - n_seconds);
  return (DatelineDateInterval){ begin, begin + n_seconds };
}

/**
 * dateline_time_view_clamp:
 * @view: from when to when
 * @bounds: all there is
 *
 * Returns: @view, moved and shortened so that it lies inside @bounds
 */
DatelineDateInterval
dateline_time_view_clamp (DatelineDateInterval view, DatelineDateInterval bounds)
{
  return make ((double) view.start, get_length (view), bounds);
}

/**
 * dateline_time_view_zoom:
 * @view: from when to when
 * @bounds: all there is
 * @factor: above 1 to look closer
 * @anchor: the moment that stays where it is
 *
 * Returns: the view, shorter by @factor
 */
DatelineDateInterval
dateline_time_view_zoom (DatelineDateInterval view, DatelineDateInterval bounds, double factor, gint64 anchor)
{
  double length = CLAMP (get_length (view) / factor, MIN ((double) SHORTEST, get_length (bounds)), get_length (bounds));
  double share = ((double) anchor - (double) view.start) / get_length (view);

  return make ((double) anchor - share * length, length, bounds);
}

DatelineDateInterval
dateline_time_view_pan (DatelineDateInterval view, DatelineDateInterval bounds, double seconds)
{
  return make ((double) view.start + seconds, get_length (view), bounds);
}

/**
 * dateline_time_view_reveal:
 * @view: from when to when
 * @bounds: all there is
 * @what: what is to be seen
 *
 * Turns the page: what comes in at one edge leads on from there. What
 * lies further off comes to the middle.
 *
 * Returns: @view, moved where @what is not all in it
 */
DatelineDateInterval
dateline_time_view_reveal (DatelineDateInterval view, DatelineDateInterval bounds, DatelineDateInterval what)
{
  double length = get_length (view);
  double middle = (double) what.start + get_length (what) / 2;

  if (what.start >= view.start && what.end <= view.end)
    return view;
  if (get_length (what) >= length)
    return make (middle - length / 2, length, bounds);
  if (what.start >= view.start && middle < (double) view.end + length / 4)
    return make ((double) what.start - length * LEAD, length, bounds);
  if (what.end <= view.end && middle > (double) view.start - length / 4)
    return make ((double) what.end - length * (1 - LEAD), length, bounds);
  return make (middle - length / 2, length, bounds);
}
