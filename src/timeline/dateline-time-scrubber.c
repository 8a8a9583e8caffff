/* dateline-time-scrubber.c: a slider over the histogram of its time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From top to bottom: the histogram, the track with the slider on it, the
 * axis. All share one time scale, that of the part of the span that is
 * looked at. A line leads from the slider up through the histogram, and
 * a handle stands on the window's beginning.
 */

#define G_LOG_DOMAIN "dateline-timeline"

#include "config.h"

#include "dateline-time-scrubber.h"

#include <glib/gi18n.h>
#include <math.h>

#include "dateline-day-scale.h"
#include "dateline-histogram.h"
#include "dateline-time-axis.h"
#include "dateline-time-view.h"
#include "dateline-timeline-colors.h"

/* At both ends, half of the slider and its focus ring hang over. */
#define PADDING 10

#define TRACK_HEIGHT 2
#define TRACK_ALPHA 0.2
#define WINDOW_ALPHA 0.16

/* A pointer this near the window's beginning takes hold of it. */
#define GRIP_PX 6.0

/* One notch of the wheel. */
#define ZOOM_STEP 1.25
#define PAN_STEP 0.1

typedef enum
{
  DRAG_NONE,
  DRAG_DAY,
  DRAG_FIRST, /* the first day of the window */
  DRAG_VIEW
} Drag;

struct _DatelineTimeScrubber
{
  GtkWidget parent_instance;

  DatelineSession     *session; /* NULL for none */
  GSignalGroup        *session_signals;
  DatelineDateInterval bounds; /* not set when nothing has a date */
  DatelineDateInterval view;
  DatelineDay          day; /* of the session, when it last told */

  Drag                 drag;
  DatelineDateInterval drag_view;  /* the view when the drag began */
  DatelineDateInterval pinch_view; /* the view when the pinch began */
  double               pointer_x;

  /* Children */
  DatelineHistogram *histogram;
  DatelineTimeAxis  *axis;
  GtkWidget         *first_scale; /* heard, not seen: the next two are seen */
  GtkWidget         *day_scale;
  GtkWidget         *first_handle;
  GtkWidget         *day_handle;
};

enum
{
  SIGNAL_VIEW_CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (DatelineTimeScrubber, dateline_time_scrubber, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

static DatelineTimeScale
get_time_scale (DatelineTimeScrubber *self)
{
  return (DatelineTimeScale){ self->view, gtk_widget_get_width (GTK_WIDGET (self)) - 2 * PADDING };
}

static DatelineDateInterval
get_day_interval (DatelineDay day)
{
  return dateline_date_interval_for_days (day, day, DATELINE_REGION_OFFSET_MINUTES);
}

static double
get_x (DatelineTimeScrubber *self, gint64 seconds)
{
  return PADDING + round (dateline_time_scale_get_x (get_time_scale (self), seconds));
}

/* The middle of the session's day, and the beginning of its window. */
static gint64
get_day_seconds (DatelineTimeScrubber *self)
{
  return get_day_interval (dateline_session_get_day (self->session)).start + DATELINE_SECONDS_PER_DAY / 2;
}

static gint64
get_first_seconds (DatelineTimeScrubber *self)
{
  return dateline_session_get_window (self->session).start;
}

static gboolean
is_in_view (DatelineTimeScrubber *self, gint64 seconds)
{
  return dateline_date_interval_is_set (self->view) && seconds >= self->view.start && seconds <= self->view.end;
}

static DatelineDay
get_day_at (DatelineTimeScrubber *self, double x)
{
  DatelineTimeScale scale = get_time_scale (self);
  gint64            seconds = dateline_time_scale_get_seconds (scale, CLAMP (x - PADDING, 0, scale.width));

  seconds = CLAMP (seconds, self->view.start, self->view.end - 1);
  return dateline_day_at (seconds, DATELINE_REGION_OFFSET_MINUTES);
}

static void
set_view (DatelineTimeScrubber *self, DatelineDateInterval view)
{
  if (dateline_date_interval_equal (self->view, view))
    return;

  self->view = view;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_VIEW_CHANGED], 0);
}

static void
update_bounds (DatelineTimeScrubber *self)
{
  DatelineDateInterval bounds = DATELINE_DATE_INTERVAL_NONE;
  DatelineDay          first, last;
  gboolean             is_whole = dateline_date_interval_equal (self->view, self->bounds);

  if (self->session != NULL && dateline_session_get_span (self->session, &first, &last))
    bounds = dateline_date_interval_for_days (first, last, DATELINE_REGION_OFFSET_MINUTES);
  gtk_widget_set_sensitive (GTK_WIDGET (self), dateline_date_interval_is_set (bounds));
  if (dateline_date_interval_equal (self->bounds, bounds))
    return;

  self->bounds = bounds;
  if (is_whole || !dateline_date_interval_is_set (bounds))
    set_view (self, bounds);
  else
    set_view (self, dateline_time_view_clamp (self->view, bounds));
}

static void
on_visible_changed_cb (DatelineTimeScrubber *self)
{
  DatelineDay day = self->session != NULL ? dateline_session_get_day (self->session) : DATELINE_DAY_NONE;

  update_bounds (self);
  if (self->day != day && dateline_date_interval_is_set (self->view))
    set_view (self, dateline_time_view_reveal (self->view, self->bounds, get_day_interval (day)));
  self->day = day;

  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The window's beginning is taken hold of near its handle, unless the day
 * is nearer still. */
static Drag
choose_drag (DatelineTimeScrubber *self, double x, double y)
{
  double from_first, from_day;

  if (y > gtk_widget_get_height (GTK_WIDGET (self->histogram)) || !is_in_view (self, get_first_seconds (self)))
    return DRAG_DAY;

  from_first = fabs (x - get_x (self, get_first_seconds (self)));
  from_day = is_in_view (self, get_day_seconds (self)) ? fabs (x - get_x (self, get_day_seconds (self))) : G_MAXDOUBLE;
  return from_first <= GRIP_PX && from_first <= from_day ? DRAG_FIRST : DRAG_DAY;
}

static void
drag_to (DatelineTimeScrubber *self, double x)
{
  DatelineTimeScale scale = get_time_scale (self);

  if (self->drag == DRAG_DAY)
    dateline_session_set_day (self->session, get_day_at (self, x));
  else if (self->drag == DRAG_FIRST)
    /* The handle stands between two days: it takes the nearer gap. */
    dateline_session_set_window_first (self->session, dateline_day_at (dateline_time_scale_get_seconds (scale, CLAMP (x - PADDING, 0, scale.width)) + DATELINE_SECONDS_PER_DAY / 2, DATELINE_REGION_OFFSET_MINUTES));
}

static void
on_drag_begin_cb (DatelineTimeScrubber *self, double x, double y, GtkGesture *gesture)
{
  gboolean is_middle = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_MIDDLE;

  if (!dateline_time_scale_is_set (get_time_scale (self)))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->drag = is_middle ? DRAG_VIEW : choose_drag (self, x, y);
  self->drag_view = self->view;
  if (is_middle)
    return;

  gtk_widget_grab_focus (self->drag == DRAG_FIRST ? self->first_scale : self->day_scale);
  if (self->drag == DRAG_DAY)
    drag_to (self, x);
}

static void
on_drag_update_cb (DatelineTimeScrubber *self, double offset_x, double offset_y, GtkGesture *gesture)
{
  DatelineTimeScale scale = get_time_scale (self);
  double            start_x, start_y;

  if (self->drag == DRAG_NONE || !dateline_time_scale_is_set (scale))
    return;

  if (self->drag == DRAG_VIEW)
    set_view (self, dateline_time_view_pan (self->drag_view, self->bounds, -offset_x / scale.width * (double) (scale.span.end - scale.span.start)));
  else if (gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &start_x, &start_y))
    drag_to (self, start_x + offset_x);
}

static void
on_drag_end_cb (DatelineTimeScrubber *self)
{
  self->drag = DRAG_NONE;
}

static void
zoom_at (DatelineTimeScrubber *self, double factor, double x)
{
  DatelineTimeScale scale = get_time_scale (self);

  if (dateline_time_scale_is_set (scale))
    set_view (self, dateline_time_view_zoom (self->view, self->bounds, factor, dateline_time_scale_get_seconds (scale, CLAMP (x - PADDING, 0, scale.width))));
}

/* The wheel zooms, where the pointer is; sideways, or with Shift, it pans. */
static gboolean
on_scroll_cb (DatelineTimeScrubber *self, double dx, double dy, GtkEventController *scroll)
{
  gboolean is_shifted = (gtk_event_controller_get_current_event_state (scroll) & GDK_SHIFT_MASK) != 0;

  if (is_shifted)
    dx += dy, dy = 0;
  if (dx != 0)
    dateline_time_scrubber_pan (self, dx * PAN_STEP);
  if (dy != 0)
    zoom_at (self, pow (ZOOM_STEP, -dy), self->pointer_x);
  return GDK_EVENT_STOP;
}

static void
on_motion_cb (DatelineTimeScrubber *self, double x, double y)
{
  gboolean is_grip;

  self->pointer_x = x;
  is_grip = dateline_time_scale_is_set (get_time_scale (self)) && choose_drag (self, x, y) == DRAG_FIRST;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), is_grip || self->drag == DRAG_FIRST ? "ew-resize" : NULL);
}

static void
on_pinch_begin_cb (DatelineTimeScrubber *self)
{
  self->pinch_view = self->view;
}

static void
on_pinch_cb (DatelineTimeScrubber *self, double scale, GtkGesture *gesture)
{
  double x = self->pointer_x, y;

  if (gtk_gesture_is_active (gesture))
    gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  self->view = self->pinch_view;
  zoom_at (self, scale, x);
}

/* As in the map: + and − zoom, 0 shows all. */
static gboolean
on_key_pressed_cb (DatelineTimeScrubber *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (state & (GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      dateline_time_scrubber_zoom (self, 2);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      dateline_time_scrubber_zoom (self, 0.5);
      return GDK_EVENT_STOP;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      dateline_time_scrubber_show_all (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      if ((state & GDK_CONTROL_MASK) == 0)
        return GDK_EVENT_PROPAGATE;
      dateline_time_scrubber_pan (self, keyval == GDK_KEY_Left ? -0.25 : 0.25);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
on_scale_state_changed_cb (GtkWidget *handle, GtkStateFlags old, GtkWidget *scale)
{
  GtkStateFlags focus = GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_VISIBLE;

  gtk_widget_unset_state_flags (handle, focus);
  gtk_widget_set_state_flags (handle, gtk_widget_get_state_flags (scale) & focus, FALSE);
}

static void
append_window (DatelineTimeScrubber *self, GtkSnapshot *snapshot, double bottom, const GdkRGBA *accent)
{
  DatelineDateInterval window = dateline_session_get_window (self->session);
  GdkRGBA              shade = dateline_timeline_color_fade (*accent, WINDOW_ALPHA);
  double               left = get_x (self, MAX (window.start, self->view.start));
  double               right = get_x (self, MIN (window.end, self->view.end));

  if (window.end <= self->view.start || window.start >= self->view.end)
    return;
  gtk_snapshot_append_color (snapshot, &shade, &GRAPHENE_RECT_INIT (left, 0, MAX (right - left, 1), bottom));
  if (is_in_view (self, window.start))
    gtk_snapshot_append_color (snapshot, accent, &GRAPHENE_RECT_INIT (left, 0, 1, bottom));
}

static void
dateline_time_scrubber_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DatelineTimeScrubber  *self = DATELINE_TIME_SCRUBBER (widget);
  DatelineTimelineColors colors = dateline_timeline_colors_get (widget);
  gboolean               has_scale = dateline_time_scale_is_set (get_time_scale (self));
  GdkRGBA                track = dateline_timeline_color_fade (colors.foreground, TRACK_ALPHA);
  int                    bottom = gtk_widget_get_height (GTK_WIDGET (self->histogram));

  if (has_scale)
    append_window (self, snapshot, bottom, &colors.accent);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->histogram), snapshot);
  gtk_snapshot_append_color (snapshot, &track, &GRAPHENE_RECT_INIT (PADDING, bottom, MAX (gtk_widget_get_width (widget) - 2 * PADDING, 0), TRACK_HEIGHT));
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->axis), snapshot);
  if (!has_scale)
    return;

  gtk_widget_snapshot_child (widget, self->first_handle, snapshot);
  if (is_in_view (self, get_day_seconds (self)))
    gtk_snapshot_append_color (snapshot, &colors.accent, &GRAPHENE_RECT_INIT (get_x (self, get_day_seconds (self)) - 1, 0, 2, bottom));
  gtk_widget_snapshot_child (widget, self->day_handle, snapshot);
}

static int
measure_natural (GtkWidget *child, GtkOrientation orientation)
{
  int natural;

  gtk_widget_measure (child, orientation, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static void
dateline_time_scrubber_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  DatelineTimeScrubber *self = DATELINE_TIME_SCRUBBER (widget);
  int                   below;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 160;
      *natural = 600;
      return;
    }

  gtk_widget_measure (GTK_WIDGET (self->histogram), orientation, -1, minimum, natural, NULL, NULL);
  below = TRACK_HEIGHT + measure_natural (self->day_handle, orientation) / 2 + measure_natural (GTK_WIDGET (self->axis), orientation);
  *minimum += below;
  *natural += below;
}

/* Puts @handle's middle on @seconds and @y, or away. */
static void
allocate_handle (DatelineTimeScrubber *self, GtkWidget *handle, gint64 seconds, int y)
{
  int width = measure_natural (handle, GTK_ORIENTATION_HORIZONTAL);
  int height = measure_natural (handle, GTK_ORIENTATION_VERTICAL);

  gtk_widget_set_child_visible (handle, is_in_view (self, seconds));
  if (is_in_view (self, seconds))
    gtk_widget_size_allocate (handle, &(GtkAllocation){ (int) get_x (self, seconds) - width / 2, y - height / 2, width, height }, -1);
}

static void
allocate_handles (DatelineTimeScrubber *self, int width, int track_y)
{
  DatelineTimeScale scale = get_time_scale (self);
  GtkWidget        *scales[] = { self->first_scale, self->day_scale };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      int minimum, height = measure_natural (scales[i], GTK_ORIENTATION_VERTICAL);

      gtk_widget_measure (scales[i], GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      gtk_widget_size_allocate (scales[i], &(GtkAllocation){ 0, track_y - height / 2, MAX (width, minimum), height }, -1);
    }

  if (dateline_time_scale_is_set (scale))
    {
      allocate_handle (self, self->first_handle, get_first_seconds (self), track_y / 2);
      allocate_handle (self, self->day_handle, get_day_seconds (self), track_y + TRACK_HEIGHT / 2);
    }
  else
    {
      gtk_widget_set_child_visible (self->first_handle, FALSE);
      gtk_widget_set_child_visible (self->day_handle, FALSE);
    }
}

static void
dateline_time_scrubber_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DatelineTimeScrubber *self = DATELINE_TIME_SCRUBBER (widget);
  DatelineTimeScale     scale = get_time_scale (self);
  int                   plot_width = MAX (width - 2 * PADDING, 0);
  int                   overhang = measure_natural (self->day_handle, GTK_ORIENTATION_VERTICAL) / 2;
  int                   axis_height = measure_natural (GTK_WIDGET (self->axis), GTK_ORIENTATION_VERTICAL) + overhang;
  int                   track_y = MAX (height - axis_height - TRACK_HEIGHT, 0);

  gtk_widget_size_allocate (GTK_WIDGET (self->histogram), &(GtkAllocation){ PADDING, 0, plot_width, track_y }, -1);
  gtk_widget_size_allocate (GTK_WIDGET (self->axis), &(GtkAllocation){ PADDING, height - axis_height, plot_width, axis_height }, -1);
  allocate_handles (self, width, track_y);

  dateline_histogram_set_scale (self->histogram, scale);
  dateline_time_axis_set_scale (self->axis, scale);
}

static void
dateline_time_scrubber_dispose (GObject *object)
{
  DatelineTimeScrubber *self = DATELINE_TIME_SCRUBBER (object);
  GtkWidget            *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_time_scrubber_parent_class)->dispose (object);
}

static void
dateline_time_scrubber_class_init (DatelineTimeScrubberClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_time_scrubber_dispose;

  signals[SIGNAL_VIEW_CHANGED] =
    g_signal_new ("view-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  widget_class->measure = dateline_time_scrubber_measure;
  widget_class->size_allocate = dateline_time_scrubber_size_allocate;
  widget_class->snapshot = dateline_time_scrubber_snapshot;

  gtk_widget_class_set_css_name (widget_class, "scrubber");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_scale (DatelineTimeScrubber *self, DatelineDayScaleEnd end, const char *handle_name, GtkWidget **handle)
{
  GtkWidget *scale = dateline_day_scale_new (end);

  *handle = g_object_new (GTK_TYPE_BOX, "css-name", handle_name, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "can-target", FALSE, NULL);
  gtk_widget_set_parent (scale, GTK_WIDGET (self));
  gtk_widget_set_parent (*handle, GTK_WIDGET (self));
  g_signal_connect_object (scale, "state-flags-changed", G_CALLBACK (on_scale_state_changed_cb), *handle, G_CONNECT_SWAPPED);
  return scale;
}

static void
add_controller (DatelineTimeScrubber *self, gpointer controller, GtkPropagationPhase phase)
{
  gtk_event_controller_set_propagation_phase (controller, phase);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
add_controllers (DatelineTimeScrubber *self)
{
  GtkGesture         *drag = gtk_gesture_drag_new ();
  GtkGesture         *pinch = gtk_gesture_zoom_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (on_drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (on_drag_end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pinch, "begin", G_CALLBACK (on_pinch_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (on_pinch_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (on_scroll_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, G_CONNECT_SWAPPED);

  add_controller (self, drag, GTK_PHASE_BUBBLE);
  add_controller (self, pinch, GTK_PHASE_BUBBLE);
  add_controller (self, scroll, GTK_PHASE_BUBBLE);
  add_controller (self, motion, GTK_PHASE_CAPTURE);
  /* Before the sliders, which would take + and − for steps. */
  add_controller (self, keys, GTK_PHASE_CAPTURE);
}

static void
dateline_time_scrubber_init (DatelineTimeScrubber *self)
{
  self->bounds = DATELINE_DATE_INTERVAL_NONE;
  self->view = DATELINE_DATE_INTERVAL_NONE;
  self->day = DATELINE_DAY_NONE;

  self->histogram = g_object_new (DATELINE_TYPE_HISTOGRAM, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->histogram), GTK_WIDGET (self));
  self->axis = g_object_new (DATELINE_TYPE_TIME_AXIS, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->axis), GTK_WIDGET (self));
  self->first_scale = add_scale (self, DATELINE_DAY_SCALE_FIRST, "firsthandle", &self->first_handle);
  self->day_scale = add_scale (self, DATELINE_DAY_SCALE_DATE, "dayhandle", &self->day_handle);

  self->session_signals = g_signal_group_new (DATELINE_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "visible-changed", G_CALLBACK (on_visible_changed_cb), self);
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);

  /* Time runs from left to right whatever the language. */
  gtk_widget_set_direction (GTK_WIDGET (self), GTK_TEXT_DIR_LTR);
  add_controllers (self);
}

/**
 * dateline_time_scrubber_set_session:
 * @self: a scrubber
 * @session: (nullable): whose day to show and to move
 */
void
dateline_time_scrubber_set_session (DatelineTimeScrubber *self, DatelineSession *session)
{
  g_return_if_fail (DATELINE_IS_TIME_SCRUBBER (self));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  dateline_histogram_set_session (self->histogram, session);
  dateline_day_scale_set_session (DATELINE_DAY_SCALE (self->first_scale), session);
  dateline_day_scale_set_session (DATELINE_DAY_SCALE (self->day_scale), session);
  self->view = self->bounds;
  on_visible_changed_cb (self);
}

/**
 * dateline_time_scrubber_get_view:
 * @self: a scrubber
 *
 * Returns: the part of the span that is looked at; not set when nothing
 *   has a date
 */
DatelineDateInterval
dateline_time_scrubber_get_view (DatelineTimeScrubber *self)
{
  g_return_val_if_fail (DATELINE_IS_TIME_SCRUBBER (self), DATELINE_DATE_INTERVAL_NONE);

  return self->view;
}

/**
 * dateline_time_scrubber_zoom:
 * @self: a scrubber
 * @factor: above 1 to look closer
 *
 * The session's day stays where it is; one out of view comes to the
 * middle.
 */
void
dateline_time_scrubber_zoom (DatelineTimeScrubber *self, double factor)
{
  g_return_if_fail (DATELINE_IS_TIME_SCRUBBER (self));

  if (!dateline_date_interval_is_set (self->view))
    return;

  if (!is_in_view (self, get_day_seconds (self)))
    set_view (self, dateline_time_view_reveal (self->view, self->bounds, get_day_interval (self->day)));
  set_view (self, dateline_time_view_zoom (self->view, self->bounds, factor, get_day_seconds (self)));
}

/**
 * dateline_time_scrubber_pan:
 * @self: a scrubber
 * @pages: how many widths of the view, negative to go back
 */
void
dateline_time_scrubber_pan (DatelineTimeScrubber *self, double pages)
{
  g_return_if_fail (DATELINE_IS_TIME_SCRUBBER (self));

  if (dateline_date_interval_is_set (self->view))
    set_view (self, dateline_time_view_pan (self->view, self->bounds, pages * (double) (self->view.end - self->view.start)));
}

void
dateline_time_scrubber_show_all (DatelineTimeScrubber *self)
{
  g_return_if_fail (DATELINE_IS_TIME_SCRUBBER (self));

  set_view (self, self->bounds);
}

/**
 * dateline_time_scrubber_can_zoom:
 * @self: a scrubber
 * @factor: above 1 to look closer
 *
 * Returns: whether there is anything closer, or further, to look at
 */
gboolean
dateline_time_scrubber_can_zoom (DatelineTimeScrubber *self, double factor)
{
  DatelineDateInterval zoomed;

  g_return_val_if_fail (DATELINE_IS_TIME_SCRUBBER (self), FALSE);

  if (!dateline_date_interval_is_set (self->view))
    return FALSE;

  zoomed = dateline_time_view_zoom (self->view, self->bounds, factor, self->view.start);
  return zoomed.end - zoomed.start != self->view.end - self->view.start;
}
