/* test-map.c: the map as a widget
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gtk/gtk.h>
#include <math.h>
#include <shumate/shumate.h>

#include "../model/fixture.h"
#include "dateline-map.h"

#define DAY_S G_GINT64_CONSTANT (86400)

static const FixtureIncident incidents[] = {
  { 19800 * DAY_S, 19801 * DAY_S, DATELINE_DATE_DAY, DATELINE_INCIDENT_AIR_STRIKE, "IQ", "Mosul", { 36.34, 43.13 } },
  { 19801 * DAY_S, 19802 * DAY_S, DATELINE_DATE_DAY, DATELINE_INCIDENT_SHELLING, "SY", "Idlib", { 35.93, 36.63 } },
  { 19802 * DAY_S, 19803 * DAY_S, DATELINE_DATE_DAY, DATELINE_INCIDENT_NAVAL_ATTACK, "YE", "Hodeidah", { 14.80, 42.95 } },
  { 19803 * DAY_S, 19804 * DAY_S, DATELINE_DATE_DAY, DATELINE_INCIDENT_SHOOTING, NULL, NULL, { 0.0, 0.0 } },
};

static void
on_timeout_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

static void
run_for (guint timeout_ms)
{
  gboolean is_over = FALSE;

  g_timeout_add_once (timeout_ms, on_timeout_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

/* However slow the machine is, so many times it has been drawn. */
static void
run_frames (GtkWidget *widget, int n_frames)
{
  GdkFrameClock *clock;
  gint64         end = 0;

  for (int waits = 0; waits < 1000; waits++)
    {
      clock = gtk_widget_get_frame_clock (widget);
      if (clock != NULL && end == 0)
        end = gdk_frame_clock_get_frame_counter (clock) + n_frames;
      if (clock != NULL && gdk_frame_clock_get_frame_counter (clock) >= end)
        return;
      gtk_widget_queue_draw (widget);
      run_for (10);
    }
  g_assert_not_reached ();
}

static GtkWidget *
find_child (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static ShumateViewport *
get_viewport (GtkWidget *map)
{
  return shumate_map_get_viewport (SHUMATE_MAP (find_child (map, SHUMATE_TYPE_MAP)));
}

static GtkWidget *
present (DatelineSession *session, const char *basemap, GtkWidget **window)
{
  GtkWidget *map = dateline_map_new (session, basemap);

  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-enable-animations");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  *window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (*window), 800, 600);
  gtk_window_set_child (GTK_WINDOW (*window), map);
  gtk_window_present (GTK_WINDOW (*window));
  run_frames (map, 5);

  return map;
}

/* Everything that is shown is in view at first, and what is selected
 * comes into view; what has no place leaves the map alone. */
static void
test_follows_session (void)
{
  g_autoptr (DatelineSession) session = fixture_session (incidents, G_N_ELEMENTS (incidents));
  GtkWidget                  *window;
  GtkWidget                  *map;
  ShumateViewport            *viewport;

  dateline_session_reload (session);
  dateline_session_set_window_kind (session, DATELINE_WINDOW_UP_TO);
  map = present (session, g_getenv ("DATELINE_TEST_BASEMAP"), &window);
  viewport = get_viewport (map);
  dateline_map_show_all (DATELINE_MAP (map));
  g_assert_cmpfloat_with_epsilon (shumate_location_get_longitude (SHUMATE_LOCATION (viewport)), (36.63 + 43.13) / 2.0, 0.01);
  g_assert_cmpfloat (shumate_viewport_get_zoom_level (viewport), ==, 4.5);

  dateline_map_go_to (DATELINE_MAP (map), (DatelinePoint){ 36.0, 42.0 }, 10.0);
  run_frames (map, 4);
  dateline_map_select_next (DATELINE_MAP (map), -1);
  g_assert_cmpint (dateline_session_get_selected (session), ==, 3);
  g_assert_cmpfloat_with_epsilon (shumate_location_get_latitude (SHUMATE_LOCATION (viewport)), 14.80, 0.01);
  dateline_map_select_next (DATELINE_MAP (map), -1);
  g_assert_cmpint (dateline_session_get_selected (session), ==, 2);
  g_assert_cmpfloat_with_epsilon (shumate_location_get_latitude (SHUMATE_LOCATION (viewport)), 35.93, 0.01);
  dateline_session_select (session, 4);
  run_frames (map, 4);
  g_assert_cmpfloat_with_epsilon (shumate_location_get_latitude (SHUMATE_LOCATION (viewport)), 35.93, 0.01);

  g_object_set (map, "label-language", DATELINE_LABELS_BOTH, NULL);
  dateline_map_set_high_contrast (DATELINE_MAP (map), TRUE);
  run_frames (map, 4);
  g_object_add_weak_pointer (G_OBJECT (map), (gpointer *) &map);
  gtk_window_destroy (GTK_WINDOW (window));
  run_for (100);
  g_assert_null (map);
}

/* What comes in later comes into view too, until the reader has moved
 * the map; Home gives it back. */
static void
test_follows_import (void)
{
  g_autoptr (DatelineSession) session = fixture_session (incidents, 1);
  GtkWidget                  *window;
  GtkWidget                  *map;
  ShumateViewport            *viewport;

  dateline_session_reload (session);
  dateline_session_set_window_kind (session, DATELINE_WINDOW_UP_TO);
  map = present (session, g_getenv ("DATELINE_TEST_BASEMAP"), &window);
  viewport = get_viewport (map);
  g_assert_cmpfloat_with_epsilon (shumate_location_get_latitude (SHUMATE_LOCATION (viewport)), 36.34, 0.01);

  fixture_add (dateline_session_get_store (session), &incidents[1], 1);
  dateline_session_reload (session);
  run_frames (map, 4);
  g_assert_cmpfloat_with_epsilon (shumate_location_get_longitude (SHUMATE_LOCATION (viewport)), (36.63 + 43.13) / 2.0, 0.01);

  dateline_map_go_to (DATELINE_MAP (map), (DatelinePoint){ 36.0, 42.0 }, 10.0);
  fixture_add (dateline_session_get_store (session), &incidents[2], 2);
  dateline_session_reload (session);
  run_frames (map, 4);
  g_assert_cmpfloat_with_epsilon (shumate_location_get_longitude (SHUMATE_LOCATION (viewport)), 42.0, 0.01);

  dateline_map_show_all (DATELINE_MAP (map));
  g_assert_cmpfloat (shumate_viewport_get_zoom_level (viewport), ==, 4.5);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A basemap that is not there leaves a map that says so. */
static void
test_without_basemap (void)
{
  g_autoptr (DatelineSession) session = fixture_session (incidents, G_N_ELEMENTS (incidents));
  GtkWidget                  *window;
  GtkWidget                  *map = present (session, "/nowhere/basemap.dat", &window);
  GtkWidget                  *problem = find_child (map, GTK_TYPE_LABEL);

  dateline_session_reload (session);
  g_assert_true (gtk_widget_get_visible (problem));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (problem)), "/nowhere/basemap.dat"));
  run_frames (map, 4);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Where the world ends and where time does, and all on one point. */
static const FixtureIncident edges[] = {
  { -719162 * DAY_S, -719161 * DAY_S, DATELINE_DATE_DAY, DATELINE_INCIDENT_AIR_STRIKE, "IQ", "Year 1", { 33.3, 44.4 } },
  { 2932896 * DAY_S, 2932897 * DAY_S, DATELINE_DATE_DAY, DATELINE_INCIDENT_AIR_STRIKE, "IQ", "Year 9999", { 33.3, 44.4 } },
  { 19800 * DAY_S, 19801 * DAY_S, DATELINE_DATE_DAY, DATELINE_INCIDENT_SHELLING, NULL, "North Pole", { 90.0, 0.0 } },
  { 19800 * DAY_S, 19801 * DAY_S, DATELINE_DATE_DAY, DATELINE_INCIDENT_SHELLING, NULL, "South Pole", { -90.0, 0.0 } },
  { 19800 * DAY_S, 19801 * DAY_S, DATELINE_DATE_DAY, DATELINE_INCIDENT_SHELLING, NULL, "East end", { 0.0, 180.0 } },
  { 19800 * DAY_S, 19801 * DAY_S, DATELINE_DATE_DAY, DATELINE_INCIDENT_SHELLING, NULL, "West end", { 0.0, -180.0 } },
  { 19800 * DAY_S, 19801 * DAY_S, DATELINE_DATE_DAY, DATELINE_INCIDENT_SHELLING, "IQ", "Same", { 33.3, 44.4 } },
  { 19800 * DAY_S, 19801 * DAY_S, DATELINE_DATE_DAY, DATELINE_INCIDENT_SHELLING, "IQ", "Same", { 33.3, 44.4 } },
};

/* Each is drawn and can be gone to, at every zoom and in every window. */
static void
test_edges (void)
{
  g_autoptr (DatelineSession) session = fixture_session (edges, G_N_ELEMENTS (edges));
  GtkWidget                  *window;
  GtkWidget                  *map = present (session, g_getenv ("DATELINE_TEST_BASEMAP"), &window);

  dateline_session_set_window_kind (session, DATELINE_WINDOW_UP_TO);
  dateline_map_show_all (DATELINE_MAP (map));
  run_frames (map, 3);
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      double x, y;

      g_test_message ("%s", edges[i].place);
      for (int zoom = 3; zoom <= 18; zoom += 5)
        {
          dateline_map_go_to (DATELINE_MAP (map), edges[i].point, zoom);
          dateline_session_select (session, i + 1);
          run_frames (map, 2);
          g_assert_cmpint (dateline_session_get_selected (session), ==, i + 1);
          g_assert_true (isfinite (shumate_location_get_latitude (SHUMATE_LOCATION (get_viewport (map)))));
        }
      if (fabs (edges[i].point.lat) < 85.0)
        g_assert_true (dateline_map_get_position (DATELINE_MAP (map), edges[i].point, &x, &y));
    }
  for (DatelineWindowKind kind = DATELINE_WINDOW_DAY; kind <= DATELINE_WINDOW_UP_TO; kind++)
    {
      dateline_session_set_window_kind (session, kind);
      run_frames (map, 2);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* No incident at all: the region is shown, and the keys do no harm. */
static void
test_none (void)
{
  g_autoptr (DatelineSession) session = fixture_session (NULL, 0);
  GtkWidget                  *window;
  GtkWidget                  *map = present (session, g_getenv ("DATELINE_TEST_BASEMAP"), &window);

  dateline_map_show_all (DATELINE_MAP (map));
  dateline_map_select_next (DATELINE_MAP (map), 1);
  run_frames (map, 2);
  g_assert_cmpint (dateline_session_get_selected (session), ==, 0);
  g_assert_cmpfloat_with_epsilon (shumate_location_get_longitude (SHUMATE_LOCATION (get_viewport (map))), (35.5 + 55.0) / 2.0, 0.01);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is selected stays so whatever the map, the filter and the date do. */
static void
test_selection (void)
{
  g_autoptr (DatelineSession) session = fixture_session (incidents, G_N_ELEMENTS (incidents));
  g_autoptr (DatelineFilter)  filter = dateline_filter_new ();
  GtkWidget                  *window;
  GtkWidget                  *map = present (session, g_getenv ("DATELINE_TEST_BASEMAP"), &window);

  dateline_session_set_window_kind (session, DATELINE_WINDOW_UP_TO);
  dateline_session_select (session, 2);
  dateline_map_go_to (DATELINE_MAP (map), incidents[1].point, 12.0);
  run_frames (map, 2);
  dateline_map_go_to (DATELINE_MAP (map), incidents[2].point, 4.0);
  run_frames (map, 2);
  dateline_session_set_window_kind (session, DATELINE_WINDOW_DAY);
  dateline_session_set_day (session, 19802);
  run_frames (map, 2);
  filter->min_killed = 1000;
  dateline_session_set_filter (session, filter);
  run_frames (map, 2);
  g_assert_cmpint (dateline_session_get_selected (session), ==, 2);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The first of that type that @widget listens with. */
static gpointer
find_controller (GtkWidget *widget, GType type, GtkPropagationPhase phase)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type) && gtk_event_controller_get_propagation_phase (controller) == phase)
        return controller;
    }
  g_assert_not_reached ();
}

/* The wheel sideways pans. GTK makes no events for tests: it is what the
 * controller says of them that is made here. */
static void
test_scroll_sideways (void)
{
  g_autoptr (DatelineSession) session = fixture_session (incidents, G_N_ELEMENTS (incidents));
  GtkWidget                  *window;
  GtkWidget                  *map = present (session, g_getenv ("DATELINE_TEST_BASEMAP"), &window);
  GtkWidget                  *canvas = find_child (map, SHUMATE_TYPE_MAP);
  ShumateViewport            *viewport = get_viewport (map);
  gboolean                    handled = FALSE;
  double                      x, y;

  dateline_map_go_to (DATELINE_MAP (map), incidents[0].point, 8.0);
  run_frames (map, 2);
  g_signal_emit_by_name (find_controller (canvas, GTK_TYPE_EVENT_CONTROLLER_SCROLL, GTK_PHASE_CAPTURE), "scroll", 1.0, 0.0, &handled);
  run_frames (map, 2);
  g_assert_true (handled);
  g_assert_cmpfloat (shumate_viewport_get_zoom_level (viewport), ==, 8.0);
  g_assert_true (dateline_map_get_position (DATELINE_MAP (map), incidents[0].point, &x, &y));
  g_assert_cmpfloat_with_epsilon (x, gtk_widget_get_width (map) / 2.0 - 96.0, 1.0);
  g_assert_cmpfloat_with_epsilon (y, gtk_widget_get_height (map) / 2.0, 1.0);

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map/map/follows-session", test_follows_session);
  g_test_add_func ("/map/map/follows-import", test_follows_import);
  g_test_add_func ("/map/map/edges", test_edges);
  g_test_add_func ("/map/map/none", test_none);
  g_test_add_func ("/map/map/selection", test_selection);
  g_test_add_func ("/map/map/scroll-sideways", test_scroll_sideways);
  g_test_add_func ("/map/map/without-basemap", test_without_basemap);

  return g_test_run ();
}
