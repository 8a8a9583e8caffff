/* dateline-point.c: a point on the earth, WGS 84 degrees
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-point.h"

#include <math.h>

#define RADIANS(degrees) ((degrees) *G_PI / 180.0)
#define DEGREES(radians) ((radians) *180.0 / G_PI)

DatelinePoint
dateline_point_none (void)
{
  return (DatelinePoint){ NAN, NAN };
}

gboolean
dateline_point_is_set (DatelinePoint point)
{
  return isfinite (point.lat) && isfinite (point.lon);
}

/**
 * dateline_point_distance_km:
 * @a: a set point
 * @b: a set point
 *
 * Great-circle distance by the haversine formula, on the sphere of
 * %DATELINE_EARTH_RADIUS_KM.
 *
 * Returns: the distance in km
 */
double
dateline_point_distance_km (DatelinePoint a, DatelinePoint b)
{
  double sin_lat = sin (RADIANS (b.lat - a.lat) / 2);
  double sin_lon = sin (RADIANS (b.lon - a.lon) / 2);
  double h = sin_lat * sin_lat + cos (RADIANS (a.lat)) * cos (RADIANS (b.lat)) * sin_lon * sin_lon;

  return 2 * DATELINE_EARTH_RADIUS_KM * asin (sqrt (MIN (h, 1.0)));
}

/**
 * dateline_point_offset:
 * @origin: a set point
 * @distance_km: how far
 * @bearing_degrees: 0 is north, 90 east
 *
 * Returns: the point @distance_km from @origin along the great circle
 */
DatelinePoint
dateline_point_offset (DatelinePoint origin, double distance_km, double bearing_degrees)
{
  double delta = distance_km / DATELINE_EARTH_RADIUS_KM;
  double theta = RADIANS (bearing_degrees);
  double lat = RADIANS (origin.lat);
  double sin_lat2 = sin (lat) * cos (delta) + cos (lat) * sin (delta) * cos (theta);
  double lat2 = asin (CLAMP (sin_lat2, -1.0, 1.0));
  double lon2 = RADIANS (origin.lon) + atan2 (sin (theta) * sin (delta) * cos (lat), cos (delta) - sin (lat) * sin_lat2);

  return (DatelinePoint){ DEGREES (lat2), fmod (DEGREES (lon2) + 540.0, 360.0) - 180.0 };
}

double
dateline_point_bearing_degrees (DatelinePoint from, DatelinePoint to)
{
  double d_lon = RADIANS (to.lon - from.lon);
  double y = sin (d_lon) * cos (RADIANS (to.lat));
  double x = cos (RADIANS (from.lat)) * sin (RADIANS (to.lat)) -
             sin (RADIANS (from.lat)) * cos (RADIANS (to.lat)) * cos (d_lon);

  return fmod (DEGREES (atan2 (y, x)) + 360.0, 360.0);
}

DatelinePoint
dateline_point_midpoint (DatelinePoint a, DatelinePoint b)
{
  return dateline_point_offset (a, dateline_point_distance_km (a, b) / 2, dateline_point_bearing_degrees (a, b));
}
