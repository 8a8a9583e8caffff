/* dateline-point.h: a point on the earth, WGS 84 degrees
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Mean radius of the earth, km: IUGG mean radius R1 (Moritz 2000). */
#define DATELINE_EARTH_RADIUS_KM 6371.0088

/* Degrees; both NAN when there is no point. */
typedef struct
{
  double lat;
  double lon;
} DatelinePoint;

DatelinePoint dateline_point_none (void);
gboolean      dateline_point_is_set (DatelinePoint point);
double        dateline_point_distance_km (DatelinePoint a, DatelinePoint b);
DatelinePoint dateline_point_offset (DatelinePoint origin, double distance_km, double bearing_degrees);
DatelinePoint dateline_point_midpoint (DatelinePoint a, DatelinePoint b);
double        dateline_point_bearing_degrees (DatelinePoint from, DatelinePoint to);

G_END_DECLS
