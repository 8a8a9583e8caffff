/* test-timeline.c: the date bar in a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * With DATELINE_SCREENSHOTS set to a folder, pictures of the bar are saved
 * there.
 */

#include "dateline-timeline.h"

#include <adwaita.h>
#include <locale.h>
#include <math.h>

#include "dateline-day-scale.h"
#include "dateline-time-scrubber.h"
#include "dateline-timeline-date-popover.h"
#include "dateline-timeline-window-popover.h"
#include "fixture.h"

#define N_INCIDENTS 214

typedef struct
{
  DatelineSession  *session;
  DatelineTimeline *timeline;
  GtkWidget        *window;
} Fixture;

/* A fixed sequence, so that every run sees the same incidents. */
static guint
next_number (guint *state, guint below)
{
  *state = *state * 1664525u + 1013904223u;
  return (*state >> 8) % below;
}

/* Two years, in bursts as wars have them. */
static DatelineSession *
create_session (void)
{
  FixtureIncident incidents[N_INCIDENTS] = { 0 };
  DatelineDay     first = dateline_day_new (2023, 1, 17);
  guint           state = 42;

  for (guint i = 0; i < N_INCIDENTS; i++)
    {
      guint                burst = next_number (&state, 9);
      guint                day = burst < 6 ? burst * 110 + (next_number (&state, 40) + next_number (&state, 40)) : next_number (&state, 715);
      guint                length = i % 12 == 5 ? 30 : 1;
      DatelineDateInterval interval = dateline_date_interval_for_days (first + (DatelineDay) day, first + (DatelineDay) (day + length - 1), DATELINE_REGION_OFFSET_MINUTES);

      incidents[i].start = interval.start;
      incidents[i].end = interval.end;
      incidents[i].date_precision = length > 1 ? DATELINE_DATE_MONTH : DATELINE_DATE_DAY;
      incidents[i].type = next_number (&state, 3) > 0 ? next_number (&state, 6) : next_number (&state, DATELINE_N_INCIDENT_TYPES);
    }
  return fixture_session (incidents, N_INCIDENTS);
}

static void
wait_for_frames (GtkWidget *widget, guint n_frames)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gint64         until = gdk_frame_clock_get_frame_counter (clock) + n_frames;

  while (gdk_frame_clock_get_frame_counter (clock) < until)
    {
      gtk_widget_queue_draw (widget);
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
show (Fixture *fixture, DatelineSession *session, int width)
{
  fixture->session = session;
  fixture->timeline = DATELINE_TIMELINE (dateline_timeline_new (session));
  gtk_widget_set_valign (GTK_WIDGET (fixture->timeline), GTK_ALIGN_END);
  fixture->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, -1);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->timeline));
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_frames (fixture->window, 3);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  show (fixture, create_session (), 1000);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->timeline);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->timeline);
  g_assert_finalize_object (fixture->session);
}

/* The first of that type below @widget. */
static gpointer
find_child (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find_child (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gpointer
get_named (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (fixture->timeline), DATELINE_TYPE_TIMELINE, name);
}

/* The two ends of the window: the first of them stands first. */
static GtkRange *
get_first_scale (Fixture *fixture)
{
  return find_child (GTK_WIDGET (fixture->timeline), DATELINE_TYPE_DAY_SCALE);
}

static GtkRange *
get_scale (Fixture *fixture)
{
  GtkWidget *sibling = GTK_WIDGET (get_first_scale (fixture));

  do
    sibling = gtk_widget_get_next_sibling (sibling);
  while (!DATELINE_IS_DAY_SCALE (sibling));
  return GTK_RANGE (sibling);
}

static DatelineTimeScrubber *
get_scrubber (Fixture *fixture)
{
  return get_named (fixture, "scrubber");
}

static void
test_slider_moves_day (Fixture *fixture, gconstpointer data)
{
  GtkRange      *scale = get_scale (fixture);
  GtkAdjustment *adjustment = gtk_range_get_adjustment (scale);
  DatelineDay    first, last;

  g_assert_true (dateline_session_get_span (fixture->session, &first, &last));
  g_assert_cmpfloat (gtk_adjustment_get_lower (adjustment), ==, first);
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), ==, last);
  g_assert_cmpfloat (gtk_range_get_value (scale), ==, last);

  gtk_range_set_value (scale, first + 10.4);
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, first + 10);
  dateline_session_set_day (fixture->session, first + 99);
  g_assert_cmpfloat (gtk_range_get_value (scale), ==, first + 99);
  g_signal_emit_by_name (scale, "move-slider", GTK_SCROLL_STEP_RIGHT);
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, first + 100);
  g_signal_emit_by_name (scale, "move-slider", GTK_SCROLL_PAGE_LEFT);
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, first + 93);
}

static void
test_slider_speaks (Fixture *fixture, gconstpointer data)
{
  GtkRange        *scale = get_scale (fixture);
  guint            n_shown;
  g_autofree char *expected = NULL;

  dateline_session_set_window_kind (fixture->session, DATELINE_WINDOW_MONTH);
  dateline_session_set_day (fixture->session, dateline_day_new (2024, 1, 24));
  g_object_get (fixture->session, "n-shown", &n_shown, NULL);
  g_assert_cmpuint (n_shown, >, 1);
  expected = g_strdup_printf ("24 January 2024, %u incidents", n_shown);

  gtk_test_accessible_assert_property (scale, GTK_ACCESSIBLE_PROPERTY_LABEL, "Date");
  gtk_test_accessible_assert_property (scale, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, expected);
}

static void
activate (Fixture *fixture, const char *name)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), name, NULL));
}

static GtkWidget *
find_css_name (GtkWidget *widget, const char *name)
{
  if (g_strcmp0 (gtk_widget_get_css_name (widget), name) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_css_name (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Where the middle of the slider stands, in the bar. */
static double
get_slider_middle (Fixture *fixture)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (find_css_name (GTK_WIDGET (fixture->timeline), "dayhandle"), GTK_WIDGET (fixture->timeline), &bounds));
  return bounds.origin.x + bounds.size.width / 2;
}

static void
test_slider_aligns (void)
{
  static const int n_days[] = { 2, 5, 31, 366, 3000 };

  for (guint i = 0; i < G_N_ELEMENTS (n_days); i++)
    {
      DatelineDay          first = dateline_day_new (2023, 1, 1), last = first + n_days[i] - 1;
      DatelineDateInterval begin = dateline_date_interval_for_days (first, first, DATELINE_REGION_OFFSET_MINUTES);
      DatelineDateInterval end = dateline_date_interval_for_days (last, last, DATELINE_REGION_OFFSET_MINUTES);
      FixtureIncident      incidents[] = { { .start = begin.start, .end = begin.end }, { .start = end.start, .end = end.end } };
      Fixture              fixture;
      GtkWidget           *histogram;
      graphene_rect_t      bounds;

      show (&fixture, fixture_session (incidents, 2), 1000);
      histogram = find_css_name (GTK_WIDGET (fixture.timeline), "histogram");
      g_assert_true (gtk_widget_compute_bounds (histogram, GTK_WIDGET (fixture.timeline), &bounds));
      for (int step = 0; step <= 4; step++)
        {
          DatelineDay day = first + step * (n_days[i] - 1) / 4;
          double      expected = bounds.origin.x + (day - first + 0.5) / n_days[i] * bounds.size.width;

          dateline_session_set_day (fixture.session, day);
          wait_for_frames (fixture.window, 2);
          g_test_message ("%d days, day %d: slider at %.1f, day at %.1f", n_days[i], day - first, get_slider_middle (&fixture), expected);
          g_assert_cmpfloat (fabs (get_slider_middle (&fixture) - expected), <=, 0.5);
        }
      tear_down (&fixture, NULL);
    }
}

static void
test_actions (Fixture *fixture, gconstpointer data)
{
  DatelineDay first, last, day;

  g_assert_true (dateline_session_get_span (fixture->session, &first, &last));
  activate (fixture, "timeline.first");
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, first);
  activate (fixture, "timeline.step-back");
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, first);
  activate (fixture, "timeline.step-forward");
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, first + 1);
  activate (fixture, "timeline.last");
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, last);

  day = dateline_session_find_day_with_incidents (fixture->session, last, -1);
  activate (fixture, "timeline.previous-incident-day");
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, day);
  day = dateline_session_find_day_with_incidents (fixture->session, day, 1);
  activate (fixture, "timeline.next-incident-day");
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, day);
}

static void
test_shuttle (Fixture *fixture, gconstpointer data)
{
  DatelinePlayback *playback = dateline_timeline_get_playback (fixture->timeline);
  guint             speed = dateline_playback_get_speed (playback);

  activate (fixture, "timeline.play-pause");
  g_assert_true (dateline_playback_get_playing (playback));
  activate (fixture, "timeline.shuttle-forward");
  g_assert_cmpuint (dateline_playback_get_speed (playback), ==, speed + 1);
  activate (fixture, "timeline.shuttle-back");
  g_assert_true (dateline_playback_get_backwards (playback));
  g_assert_cmpuint (dateline_playback_get_speed (playback), ==, speed + 1);
  activate (fixture, "timeline.pause");
  g_assert_false (dateline_playback_get_playing (playback));
  activate (fixture, "timeline.slower");
  g_assert_cmpuint (dateline_playback_get_speed (playback), ==, speed);
  for (int i = 0; i < 20; i++)
    activate (fixture, "timeline.slower");
  g_assert_cmpuint (dateline_playback_get_speed (playback), ==, 0);
}

/* The real timer, not the test's: the day does move. */
static void
test_plays (Fixture *fixture, gconstpointer data)
{
  DatelineDay first, last;

  g_assert_true (dateline_session_get_span (fixture->session, &first, &last));
  dateline_playback_set_speed (dateline_timeline_get_playback (fixture->timeline), dateline_playback_get_n_speeds () - 1);
  activate (fixture, "timeline.play-pause");
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, first);
  while (dateline_session_get_day (fixture->session) < first + 5)
    g_main_context_iteration (NULL, TRUE);
}

static void
on_day_cb (DatelineSession *session, GParamSpec *pspec, GArray *days)
{
  DatelineDay day = dateline_session_get_day (session);

  g_array_append_val (days, day);
}

/* A desktop that wants less motion gets few, large steps; days still pass. */
static void
test_reduced_motion (Fixture *fixture, gconstpointer data)
{
  DatelinePlayback  *playback = dateline_timeline_get_playback (fixture->timeline);
  GtkSettings       *settings = gtk_settings_get_default ();
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (DatelineDay));

  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  g_assert_false (dateline_playback_get_calm (playback));
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  g_assert_true (dateline_playback_get_calm (playback));

  dateline_playback_set_speed (playback, dateline_playback_get_n_speeds () - 1);
  activate (fixture, "timeline.play-pause");
  g_signal_connect (fixture->session, "notify::day", G_CALLBACK (on_day_cb), days);
  while (days->len < 4)
    g_main_context_iteration (NULL, TRUE);
  activate (fixture, "timeline.pause");
  g_signal_handlers_disconnect_by_data (fixture->session, days);
  for (guint i = 1; i < days->len; i++)
    g_assert_cmpint (g_array_index (days, DatelineDay, i) - g_array_index (days, DatelineDay, i - 1), >=, 5);

  gtk_settings_reset_property (settings, "gtk-enable-animations");
}

/* The first of that type that @widget listens with. */
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

static gint64
get_seconds (GtkWidget *scrubber)
{
  DatelineDateInterval view = dateline_time_scrubber_get_view (DATELINE_TIME_SCRUBBER (scrubber));

  return view.end - view.start;
}

/* Two fingers apart zoom in, together out again; the wheel sideways pans. */
static void
test_gestures (Fixture *fixture, gconstpointer data)
{
  GtkWidget           *scrubber = find_child (GTK_WIDGET (fixture->timeline), DATELINE_TYPE_TIME_SCRUBBER);
  GtkGesture          *pinch = find_controller (scrubber, GTK_TYPE_GESTURE_ZOOM);
  GtkEventController  *scroll = find_controller (scrubber, GTK_TYPE_EVENT_CONTROLLER_SCROLL);
  gint64               whole = get_seconds (scrubber);
  DatelineDateInterval before, after;
  gboolean             handled = FALSE;

  g_signal_emit_by_name (pinch, "begin", NULL);
  g_signal_emit_by_name (pinch, "scale-changed", 2.0);
  g_assert_cmpfloat_with_epsilon ((double) get_seconds (scrubber) / (double) whole, 0.5, 0.01);
  g_signal_emit_by_name (pinch, "scale-changed", 4.0);
  g_assert_cmpfloat_with_epsilon ((double) get_seconds (scrubber) / (double) whole, 0.25, 0.01);

  before = dateline_time_scrubber_get_view (DATELINE_TIME_SCRUBBER (scrubber));
  g_signal_emit_by_name (scroll, "scroll", 1.0, 0.0, &handled);
  after = dateline_time_scrubber_get_view (DATELINE_TIME_SCRUBBER (scrubber));
  g_assert_true (handled);
  g_assert_cmpint (after.start, >, before.start);
  g_assert_cmpint (after.end - after.start, ==, before.end - before.start);

  g_signal_emit_by_name (pinch, "begin", NULL);
  g_signal_emit_by_name (pinch, "scale-changed", 0.1);
  g_assert_cmpint (get_seconds (scrubber), ==, whole);
}

static void
test_window_kind (Fixture *fixture, gconstpointer data)
{
  static const char *names[] = { "day_button", "week_button", "month_button", "span_button", "free_button", "up_to_button" };
  GtkMenuButton     *button = get_named (fixture, "window_button");
  GtkLabel          *label = get_named (fixture, "window_label");
  GtkPopover        *popover = gtk_menu_button_get_popover (button);
  GtkSpinButton     *spin = GTK_SPIN_BUTTON (gtk_widget_get_template_child (GTK_WIDGET (popover), DATELINE_TYPE_TIMELINE_WINDOW_POPOVER, "span_spin"));
  DatelineDay        day = dateline_session_get_day (fixture->session);

  for (guint kind = 0; kind < DATELINE_N_WINDOW_KINDS; kind++)
    {
      GtkCheckButton *check = GTK_CHECK_BUTTON (gtk_widget_get_template_child (GTK_WIDGET (popover), DATELINE_TYPE_TIMELINE_WINDOW_POPOVER, names[kind]));

      gtk_check_button_set_active (check, TRUE);
      g_assert_cmpuint (dateline_session_get_window_kind (fixture->session), ==, kind);
      g_assert_cmpint (dateline_session_get_day (fixture->session), ==, day);
      g_assert_true (gtk_check_button_get_active (check));
    }
  dateline_session_set_window_kind (fixture->session, DATELINE_WINDOW_WEEK);
  g_assert_cmpstr (gtk_label_get_label (label), ==, "7 days");

  gtk_spin_button_set_value (spin, 45);
  g_assert_cmpuint (dateline_session_get_window_kind (fixture->session), ==, DATELINE_WINDOW_SPAN);
  g_assert_cmpint (dateline_session_get_window_first (fixture->session), ==, day - 44);
  g_assert_cmpstr (gtk_label_get_label (label), ==, "45 days");
  dateline_session_set_window_kind (fixture->session, DATELINE_WINDOW_FREE);
  dateline_session_set_window_first (fixture->session, dateline_day_new (2024, 1, 4));
  g_assert_cmpstr (gtk_label_get_label (label), ==, "From 4 Jan 2024");
}

/* The window's beginning is a slider of its own. */
static void
test_first_handle (Fixture *fixture, gconstpointer data)
{
  GtkRange   *scale = get_first_scale (fixture);
  DatelineDay day = dateline_day_new (2024, 1, 24);

  dateline_session_set_day (fixture->session, day);
  dateline_session_set_window_kind (fixture->session, DATELINE_WINDOW_MONTH);
  g_assert_cmpfloat (gtk_range_get_value (scale), ==, day - 29);
  gtk_test_accessible_assert_property (scale, GTK_ACCESSIBLE_PROPERTY_LABEL, "First day shown");

  g_signal_emit_by_name (scale, "move-slider", GTK_SCROLL_STEP_LEFT);
  g_assert_cmpint (dateline_session_get_window_first (fixture->session), ==, day - 30);
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, day);
  g_assert_cmpint (dateline_session_get_span_days (fixture->session), ==, 31);

  gtk_range_set_value (scale, day + 100);
  g_assert_cmpint (dateline_session_get_window_first (fixture->session), ==, day);
  g_assert_cmpfloat (gtk_range_get_value (scale), ==, day);

  dateline_session_set_window_kind (fixture->session, DATELINE_WINDOW_UP_TO);
  gtk_range_set_value (scale, day - 3);
  g_assert_cmpint (dateline_session_get_window_kind (fixture->session), ==, DATELINE_WINDOW_FREE);
  dateline_session_set_day (fixture->session, day + 10);
  g_assert_cmpint (dateline_session_get_window_first (fixture->session), ==, day - 3);
}

/* Zooming keeps the day and where it stands; the day is never lost. */
static void
test_zooms (Fixture *fixture, gconstpointer data)
{
  GActionGroup        *actions = dateline_timeline_get_actions (fixture->timeline);
  DatelineDateInterval whole = dateline_time_scrubber_get_view (get_scrubber (fixture)), view = whole;
  DatelineDay          day = dateline_day_new (2023, 9, 14);
  double               middle;

  dateline_session_set_day (fixture->session, day);
  wait_for_frames (fixture->window, 2);
  middle = get_slider_middle (fixture);
  g_assert_false (g_action_group_get_action_enabled (actions, "zoom-out"));
  for (int i = 0; g_action_group_get_action_enabled (actions, "zoom-in"); i++)
    {
      gint64 length = view.end - view.start;

      activate (fixture, "timeline.zoom-in");
      wait_for_frames (fixture->window, 2);
      view = dateline_time_scrubber_get_view (get_scrubber (fixture));
      g_assert_cmpint (view.end - view.start, ==, MAX ((length + 1) / 2, DATELINE_SECONDS_PER_DAY));
      g_assert_cmpint (dateline_session_get_day (fixture->session), ==, day);
      g_assert_cmpfloat (fabs (get_slider_middle (fixture) - middle), <=, 1);
      g_assert_cmpint (i, <, 20);
    }
  g_assert_cmpint (view.end - view.start, ==, DATELINE_SECONDS_PER_DAY);

  activate (fixture, "timeline.step-forward");
  view = dateline_time_scrubber_get_view (get_scrubber (fixture));
  g_assert_cmpint (dateline_day_at ((view.start + view.end) / 2, DATELINE_REGION_OFFSET_MINUTES), ==, day + 1);
  dateline_time_scrubber_pan (get_scrubber (fixture), 3);
  g_assert_cmpint (dateline_time_scrubber_get_view (get_scrubber (fixture)).start, ==, view.start + 3 * DATELINE_SECONDS_PER_DAY);
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, day + 1);

  activate (fixture, "timeline.zoom-all");
  view = dateline_time_scrubber_get_view (get_scrubber (fixture));
  g_assert_true (dateline_date_interval_equal (view, whole));
}

static void
test_typed_date (Fixture *fixture, gconstpointer data)
{
  GtkWidget                   *button = find_child (GTK_WIDGET (fixture->timeline), GTK_TYPE_MENU_BUTTON);
  DatelineTimelineDatePopover *popover = DATELINE_TIMELINE_DATE_POPOVER (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  GtkWidget                   *entry = find_child (gtk_popover_get_child (GTK_POPOVER (popover)), GTK_TYPE_ENTRY);
  DatelineDay                  day = dateline_day_new (2024, 1, 24);

  g_assert_true (dateline_timeline_date_popover_enter (popover, "24 Jan 2024"));
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, day);
  g_assert_false (gtk_widget_has_css_class (entry, "error"));

  g_assert_false (dateline_timeline_date_popover_enter (popover, "31 Feb 2024"));
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, day);

  g_assert_true (dateline_timeline_date_popover_enter (popover, " Last 30 days "));
  g_assert_cmpint (dateline_session_get_window_kind (fixture->session), ==, DATELINE_WINDOW_MONTH);
  g_assert_cmpint (dateline_session_get_day (fixture->session), >, day);
  dateline_session_set_day (fixture->session, day);

  gtk_editable_set_text (GTK_EDITABLE (entry), "1 Jan 1900");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, day);
}

static void
test_folds (void)
{
  Fixture fixture;
  int     minimum, wide, narrow;

  show (&fixture, create_session (), 1000);
  gtk_widget_measure (GTK_WIDGET (fixture.timeline), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (fixture.timeline), GTK_ORIENTATION_VERTICAL, 1024, &wide, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (fixture.timeline), GTK_ORIENTATION_VERTICAL, 360, &narrow, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_cmpint (wide, <=, 120);
  g_assert_cmpint (narrow, <=, 240);
  tear_down (&fixture, NULL);
}

static void
test_nothing_dated (void)
{
  FixtureIncident undated = { .start = G_MININT64 };
  Fixture         fixture;

  show (&fixture, fixture_session (&undated, 1), 1000);
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (get_scale (&fixture))));
  g_assert_false (g_action_group_get_action_enabled (dateline_timeline_get_actions (fixture.timeline), "play-pause"));
  tear_down (&fixture, NULL);
}

static void
test_other_session (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DatelineSession) other = create_session ();
  DatelineDay                 day = dateline_session_get_day (fixture->session);

  dateline_timeline_set_session (fixture->timeline, other);
  gtk_range_set_value (get_scale (fixture), dateline_day_new (2023, 6, 1));
  g_assert_cmpint (dateline_session_get_day (other), ==, dateline_day_new (2023, 6, 1));
  g_assert_cmpint (dateline_session_get_day (fixture->session), ==, day);

  dateline_timeline_set_session (fixture->timeline, NULL);
  wait_for_frames (fixture->window, 2);
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (get_scale (fixture))));
  g_assert_finalize_object (g_steal_pointer (&other));
}

static GdkTexture *
render (GtkWidget *widget)
{
  g_autoptr (GdkPaintable)  paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot)   snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  g_assert_nonnull (node);
  return gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node, NULL);
}

static void
save (GtkWidget *widget, const char *folder, const char *name)
{
  g_autoptr (GdkTexture) texture = render (widget);
  g_autofree char       *path = g_build_filename (folder, name, NULL);

  g_assert_true (gdk_texture_save_to_png (texture, path));
}

/* How many pixels of the histogram are not see-through. */
static guint
count_painted (Fixture *fixture)
{
  GtkWidget                *histogram = find_css_name (GTK_WIDGET (fixture->timeline), "histogram");
  g_autoptr (GdkPaintable)  paintable = gtk_widget_paintable_new (histogram);
  g_autoptr (GtkSnapshot)   snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  int                       width = gtk_widget_get_width (histogram), height = gtk_widget_get_height (histogram);
  g_autoptr (GdkTexture)    texture = NULL;
  g_autofree guint32       *pixels = g_new0 (guint32, width * height);
  guint                     n = 0;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  if (node == NULL)
    return 0;
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (histogram)), node, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * 4);
  for (int i = 0; i < width * height; i++)
    n += pixels[i] != 0;
  return n;
}

static void
test_obeys_filter (Fixture *fixture, gconstpointer data)
{
  const DatelineIncidentTable *table = dateline_session_get_table (fixture->session);
  GActionGroup                *actions = dateline_timeline_get_actions (fixture->timeline);
  guint                        all = count_painted (fixture);
  guint                        some;

  g_assert_cmpuint (all, >, 0);
  g_assert_true (g_action_group_get_action_enabled (actions, "previous-incident-day"));

  for (guint row = 0; row < table->n_rows; row += 2)
    table->passes[row] = 0;
  g_signal_emit_by_name (fixture->session, "visible-changed");
  wait_for_frames (fixture->window, 2);
  some = count_painted (fixture);
  g_assert_cmpuint (some, >, 0);
  g_assert_cmpuint (some, !=, all);

  memset (table->passes, 0, table->n_rows);
  g_signal_emit_by_name (fixture->session, "visible-changed");
  wait_for_frames (fixture->window, 2);
  g_assert_cmpuint (count_painted (fixture), ==, 0);
  g_assert_false (g_action_group_get_action_enabled (actions, "previous-incident-day"));
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (get_scale (fixture))));
}

/* What the two buttons open. */
static void
test_popovers (Fixture *fixture, gconstpointer data)
{
  static const char *names[] = { "day_button", "speed_button", "window_button" };
  const char        *folder = g_getenv ("DATELINE_SCREENSHOTS");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkMenuButton   *button = GTK_MENU_BUTTON (gtk_widget_get_template_child (GTK_WIDGET (fixture->timeline), DATELINE_TYPE_TIMELINE, names[i]));
      GtkWidget       *popover = GTK_WIDGET (gtk_menu_button_get_popover (button));
      g_autofree char *file = g_strdup_printf ("timeline-%s.png", names[i]);

      gtk_menu_button_popup (button);
      wait_for_frames (fixture->window, 30);
      g_assert_true (gtk_widget_get_mapped (popover));
      if (folder != NULL)
        save (popover, folder, file);
      gtk_menu_button_popdown (button);
      wait_for_frames (fixture->window, 2);
    }
}

/* Drawing at every width, light and dark, must warn of nothing. */
static void
test_draws (void)
{
  static const int   widths[] = { 1280, 1024, 700, 400, 360 };
  static const char *schemes[] = { "light", "dark" };
  const char        *folder = g_getenv ("DATELINE_SCREENSHOTS");

  for (guint scheme = 0; scheme < G_N_ELEMENTS (schemes); scheme++)
    {
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme == 0 ? ADW_COLOR_SCHEME_FORCE_LIGHT : ADW_COLOR_SCHEME_FORCE_DARK);
      for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
        {
          Fixture          fixture;
          g_autofree char *name = g_strdup_printf ("timeline-%s-%d.png", schemes[scheme], widths[i]);

          show (&fixture, create_session (), widths[i]);
          dateline_session_set_day (fixture.session, dateline_day_new (2024, 1, 24));
          dateline_session_set_window_kind (fixture.session, i % 2 == 0 ? DATELINE_WINDOW_MONTH : DATELINE_WINDOW_UP_TO);
          wait_for_frames (fixture.window, 30);
          g_assert_cmpint (gtk_widget_get_width (fixture.window), ==, widths[i]);
          if (folder != NULL)
            save (fixture.window, folder, name);
          tear_down (&fixture, NULL);
        }
    }
}

/* Few days, one of them with an incident that may have been on either of
 * two; a single day; nothing. */
static void
test_draws_little (void)
{
  static const char    *names[] = { "timeline-days.png", "timeline-day.png", "timeline-none.png", "timeline-years.png" };
  const char           *folder = g_getenv ("DATELINE_SCREENSHOTS");
  DatelineDay           first = dateline_day_new (2024, 1, 20);
  DatelineDay           long_ago = dateline_day_new (2003, 3, 20);
  FixtureIncident       incidents[4] = { 0 };
  const FixtureIncident undated = { .start = G_MININT64 };
  DatelineSession      *sessions[G_N_ELEMENTS (names)];

  for (guint i = 0; i < 4; i++)
    {
      static const int     days[][2] = { { 0, 0 }, { 2, 3 }, { 4, 4 }, { 4, 4 } };
      DatelineDateInterval interval = dateline_date_interval_for_days (first + days[i][0], first + days[i][1], DATELINE_REGION_OFFSET_MINUTES);

      incidents[i].start = interval.start;
      incidents[i].end = interval.end;
      incidents[i].type = (DatelineIncidentType) i;
      incidents[i].date_precision = days[i][0] == days[i][1] ? DATELINE_DATE_DAY : DATELINE_DATE_2_TO_6_DAYS;
    }
  sessions[0] = fixture_session (incidents, 4);
  sessions[1] = fixture_session (&incidents[2], 2);
  sessions[2] = fixture_session (&undated, 1);
  incidents[0].start = dateline_date_interval_for_days (long_ago, long_ago, DATELINE_REGION_OFFSET_MINUTES).start;
  incidents[0].end = incidents[0].start + 1;
  sessions[3] = fixture_session (incidents, 4);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      Fixture fixture;

      show (&fixture, sessions[i], 1024);
      dateline_session_set_window_kind (sessions[i], DATELINE_WINDOW_DAY);
      wait_for_frames (fixture.window, 30);
      if (folder != NULL)
        save (fixture.window, folder, names[i]);
      tear_down (&fixture, NULL);
    }
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/timeline/timeline/slider-moves-day", test_slider_moves_day },
    { "/timeline/timeline/slider-speaks", test_slider_speaks },
    { "/timeline/timeline/actions", test_actions },
    { "/timeline/timeline/shuttle", test_shuttle },
    { "/timeline/timeline/plays", test_plays },
    { "/timeline/timeline/reduced-motion", test_reduced_motion },
    { "/timeline/timeline/gestures", test_gestures },
    { "/timeline/timeline/window-kind", test_window_kind },
    { "/timeline/timeline/first-handle", test_first_handle },
    { "/timeline/timeline/zooms", test_zooms },
    { "/timeline/timeline/typed-date", test_typed_date },
    { "/timeline/timeline/other-session", test_other_session },
    { "/timeline/timeline/popovers", test_popovers },
    { "/timeline/timeline/obeys-filter", test_obeys_filter },
  };

  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  g_test_add_func ("/timeline/timeline/slider-aligns", test_slider_aligns);
  g_test_add_func ("/timeline/timeline/folds", test_folds);
  g_test_add_func ("/timeline/timeline/nothing-dated", test_nothing_dated);
  g_test_add_func ("/timeline/timeline/draws", test_draws);
  g_test_add_func ("/timeline/timeline/draws-little", test_draws_little);

  return g_test_run ();
}
