/* test-candidates.c: the places that a name may mean, on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gtk/gtk.h>
#include <math.h>
#include <shumate/shumate.h>

#include "../model/fixture.h"
#include "dateline-candidate-layer.h"
#include "dateline-map.h"

#define DAY_S G_GINT64_CONSTANT (86400)

static const FixtureIncident incidents[] = {
  { 19800 * DAY_S, 19801 * DAY_S, DATELINE_DATE_DAY, DATELINE_INCIDENT_AIR_STRIKE, "IQ", "Mosul", { 36.34, 43.13 } },
};

static const DatelineCandidate candidates[] = {
  { { 36.34, 43.13 }, (char *) "1 · Mosul" },
  { { 36.00, 44.00 }, (char *) "2 · Mosul" },
  { { NAN, NAN }, (char *) "3 · Mosul" },
};

typedef struct
{
  DatelineSession *session;
  GtkWidget       *window;
  GtkWidget       *map;
  GtkWidget       *layer;
  guint            chosen; /* G_MAXUINT for none */
  DatelinePoint    picked; /* unset for none */
} Fixture;

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

static gpointer
find_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }
  g_assert_not_reached ();
}

static void
run_frames (GtkWidget *widget, int n_frames)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gint64         end = gdk_frame_clock_get_frame_counter (clock) + n_frames;

  while (gdk_frame_clock_get_frame_counter (clock) < end)
    {
      gtk_widget_queue_draw (widget);
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
on_chosen_cb (Fixture *fixture, guint index)
{
  fixture->chosen = index;
}

static void
on_point_picked_cb (Fixture *fixture, double lat, double lon)
{
  fixture->picked = (DatelinePoint){ lat, lon };
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  fixture->session = fixture_session (incidents, G_N_ELEMENTS (incidents));
  fixture->map = dateline_map_new (fixture->session, g_getenv ("DATELINE_TEST_BASEMAP"));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->map);
  gtk_window_present (GTK_WINDOW (fixture->window));
  run_frames (fixture->map, 3);
  dateline_session_select (fixture->session, 1);
  dateline_map_go_to (DATELINE_MAP (fixture->map), (DatelinePoint){ 36.2, 43.5 }, 8.0);
  run_frames (fixture->map, 3);

  fixture->layer = find_child (fixture->map, DATELINE_TYPE_CANDIDATE_LAYER);
  fixture->chosen = G_MAXUINT;
  fixture->picked = dateline_point_none ();
  g_signal_connect_swapped (dateline_session_get_candidates (fixture->session), "chosen", G_CALLBACK (on_chosen_cb), fixture);
  g_signal_connect_swapped (fixture->session, "point-picked", G_CALLBACK (on_point_picked_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->session);
}

static void
offer (Fixture *fixture)
{
  dateline_candidates_offer (dateline_session_get_candidates (fixture->session), candidates, G_N_ELEMENTS (candidates), 0);
  run_frames (fixture->map, 2);
}

/* Where a point is in the layer, and whether the layer has the pointer there. */
static gboolean
find_point (Fixture *fixture, DatelinePoint point, double *x, double *y)
{
  g_assert_true (dateline_map_get_position (DATELINE_MAP (fixture->map), point, x, y));
  return gtk_widget_pick (fixture->map, *x, *y, GTK_PICK_DEFAULT) == fixture->layer;
}

/* Only what is offered can be clicked, and only while it is offered. */
static void
test_click (Fixture *fixture, gconstpointer data)
{
  double x, y;

  g_assert_false (find_point (fixture, candidates[1].point, &x, &y));
  offer (fixture);
  g_assert_true (find_point (fixture, candidates[0].point, &x, &y));
  g_assert_false (find_point (fixture, (DatelinePoint){ 36.2, 43.5 }, &x, &y));
  g_assert_true (find_point (fixture, candidates[1].point, &x, &y));
  g_signal_emit_by_name (find_controller (fixture->layer, GTK_TYPE_GESTURE_CLICK), "released", 1, x, y);
  g_assert_cmpuint (fixture->chosen, ==, 1);

  dateline_candidates_offer (dateline_session_get_candidates (fixture->session), NULL, 0, 0);
  g_assert_false (find_point (fixture, candidates[1].point, &x, &y));
}

/* The chosen one follows the pointer, and what is picked is where it was
 * let go; before anything is offered, the selected marker stays put. */
static void
test_drag (Fixture *fixture, gconstpointer data)
{
  GtkGesture *drag = find_controller (fixture->layer, GTK_TYPE_GESTURE_DRAG);
  double      x, y, to_x, to_y;

  g_assert_false (find_point (fixture, incidents[0].point, &x, &y));
  g_signal_emit_by_name (drag, "drag-begin", x, y);
  g_signal_emit_by_name (drag, "drag-update", 60.0, -30.0);
  g_signal_emit_by_name (drag, "drag-end", 60.0, -30.0);
  g_assert_false (dateline_point_is_set (fixture->picked));

  offer (fixture);
  g_assert_true (find_point (fixture, candidates[0].point, &x, &y));
  g_signal_emit_by_name (drag, "drag-begin", x, y);
  g_signal_emit_by_name (drag, "drag-update", 60.0, -30.0);
  run_frames (fixture->map, 2);
  g_signal_emit_by_name (drag, "drag-end", 60.0, -30.0);
  g_assert_true (dateline_point_is_set (fixture->picked));
  g_assert_true (dateline_map_get_position (DATELINE_MAP (fixture->map), fixture->picked, &to_x, &to_y));
  g_assert_cmpfloat_with_epsilon (to_x, x + 60.0, 0.5);
  g_assert_cmpfloat_with_epsilon (to_y, y - 30.0, 0.5);
  g_assert_cmpuint (fixture->chosen, ==, G_MAXUINT);
}

/* Escape gives it back, and so does what is no longer offered. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  GtkGesture         *drag = find_controller (fixture->layer, GTK_TYPE_GESTURE_DRAG);
  GtkEventController *keys = find_controller (fixture->map, GTK_TYPE_EVENT_CONTROLLER_KEY);
  gboolean            handled = FALSE;
  double              x, y;

  offer (fixture);
  for (int i = 0; i < 2; i++)
    {
      g_assert_true (find_point (fixture, candidates[0].point, &x, &y));
      g_signal_emit_by_name (drag, "drag-begin", x, y);
      g_signal_emit_by_name (drag, "drag-update", 60.0, -30.0);
      if (i == 0)
        g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_Escape, 9, 0, &handled);
      else
        dateline_candidates_offer (dateline_session_get_candidates (fixture->session), NULL, 0, 0);
      g_signal_emit_by_name (drag, "drag-end", 60.0, -30.0);
      g_assert_true (handled);
      g_assert_false (dateline_point_is_set (fixture->picked));
    }

  g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_Escape, 9, 0, &handled);
  g_assert_false (handled);
}

/* All of them come into view when that is asked for. */
static void
test_show_all (Fixture *fixture, gconstpointer data)
{
  double x, y;

  offer (fixture);
  dateline_map_go_to (DATELINE_MAP (fixture->map), (DatelinePoint){ 15.0, 45.0 }, 12.0);
  run_frames (fixture->map, 2);
  dateline_candidates_show_all (dateline_session_get_candidates (fixture->session));
  run_frames (fixture->map, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (find_point (fixture, candidates[i].point, &x, &y));
      g_assert_true (x > 0 && y > 0 && x < gtk_widget_get_width (fixture->map) && y < gtk_widget_get_height (fixture->map));
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add ("/map/candidates/click", Fixture, NULL, set_up, test_click, tear_down);
  g_test_add ("/map/candidates/drag", Fixture, NULL, set_up, test_drag, tear_down);
  g_test_add ("/map/candidates/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/map/candidates/show-all", Fixture, NULL, set_up, test_show_all, tear_down);

  return g_test_run ();
}
