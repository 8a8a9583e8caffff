/* test-point.c: distances and offsets on the sphere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dateline-point.h"

static const DatelinePoint baghdad = { 33.3406, 44.4009 };
static const DatelinePoint mosul = { 36.3350, 43.1189 };

static void
test_distance (void)
{
  g_assert_cmpfloat_with_epsilon (dateline_point_distance_km (baghdad, mosul), 353.2, 1.0);
  g_assert_cmpfloat (dateline_point_distance_km (baghdad, baghdad), ==, 0);
}

static void
test_offset (void)
{
  for (int bearing = 15; bearing < 360; bearing += 45)
    {
      DatelinePoint there = dateline_point_offset (baghdad, 20, bearing);

      g_assert_cmpfloat_with_epsilon (dateline_point_distance_km (baghdad, there), 20, 1e-6);
      g_assert_cmpfloat_with_epsilon (dateline_point_bearing_degrees (baghdad, there), bearing, 1e-6);
    }
}

static void
test_midpoint (void)
{
  DatelinePoint middle = dateline_point_midpoint (baghdad, mosul);

  g_assert_cmpfloat_with_epsilon (dateline_point_distance_km (baghdad, middle), dateline_point_distance_km (middle, mosul), 1e-6);
}

static void
test_none (void)
{
  g_assert_false (dateline_point_is_set (dateline_point_none ()));
  g_assert_true (dateline_point_is_set (baghdad));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/point/distance", test_distance);
  g_test_add_func ("/core/point/offset", test_offset);
  g_test_add_func ("/core/point/midpoint", test_midpoint);
  g_test_add_func ("/core/point/none", test_none);

  return g_test_run ();
}
