/* dateline-time-scrubber.c: a slider over the histogram of its time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From top to bottom: the histogram, the track with the slider on it, the
 * axis. All share one time scale, and a line leads from the slider up
 * through the histogram.
 */

#define G_LOG_DOMAIN "dateline-timeline"

#include "config.h"

#include "dateline-time-scrubber.h"

#include <glib/gi18n.h>
#include <math.h>

#include "dateline-histogram.h"
#include "dateline-time-axis.h"
#include "dateline-timeline-colors.h"
#include "dateline-words.h"

/* What the style sheet gives the slider: half of what it takes on the
 * trough, and the padding that lets it overhang at both ends. */
#define SLIDER_RADIUS 1
#define SLIDER_PADDING 10

#define TRACK_HEIGHT 2
#define TRACK_ALPHA 0.2
#define WINDOW_ALPHA 0.16

struct _DatelineTimeScrubber
{
  GtkWidget parent_instance;

  DatelineSession *session; /* NULL for none */
  GSignalGroup    *session_signals;
  DatelineDay      first_day; /* DATELINE_DAY_NONE when nothing has a date */
  DatelineDay      last_day;
  gboolean         updating;    /* the slider moves because the session did */
  int              first_x;     /* the middle of the slider on the first day */
  int              slide_width; /* pixels from there to the last day */

  /* Children */
  DatelineHistogram *histogram;
  GtkScale          *scale;
  DatelineTimeAxis  *axis;
};

G_DEFINE_FINAL_TYPE (DatelineTimeScrubber, dateline_time_scrubber, GTK_TYPE_WIDGET)

static DatelineTimeScale
get_time_scale (DatelineTimeScrubber *self)
{
  DatelineTimeScale scale = { DATELINE_DATE_INTERVAL_NONE, gtk_widget_get_width (GTK_WIDGET (self)) - 2 * SLIDER_PADDING };

  if (self->first_day != DATELINE_DAY_NONE)
    scale.span = dateline_date_interval_for_days (self->first_day, self->last_day, DATELINE_REGION_OFFSET_MINUTES);
  return scale;
}

static void
update_span (DatelineTimeScrubber *self)
{
  DatelineDay first = DATELINE_DAY_NONE, last = DATELINE_DAY_NONE;

  if (self->session != NULL)
    dateline_session_get_span (self->session, &first, &last);
  gtk_widget_set_sensitive (GTK_WIDGET (self), first != DATELINE_DAY_NONE);
  if (self->first_day == first && self->last_day == last)
    return;

  self->first_day = first;
  self->last_day = last;
  if (first != DATELINE_DAY_NONE)
    gtk_adjustment_configure (gtk_range_get_adjustment (GTK_RANGE (self->scale)),
                              CLAMP (dateline_session_get_day (self->session), first, last),
                              first, last, 1, 7, 0);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* "24 January 2024, 3 incidents" */
static void
update_value_text (DatelineTimeScrubber *self)
{
  g_autofree char *day = dateline_day_to_words (dateline_session_get_day (self->session));
  g_autofree char *text = NULL;
  guint            n_shown;

  g_object_get (self->session, "n-shown", &n_shown, NULL);
  /* Translators: what a screen reader says of the date slider: a day, then how many incidents */
  text = g_strdup_printf (ngettext ("%s, %u incident", "%s, %u incidents", n_shown), day, n_shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

static void
on_visible_changed_cb (DatelineTimeScrubber *self)
{
  self->updating = TRUE;
  update_span (self);
  if (self->first_day != DATELINE_DAY_NONE)
    {
      gtk_range_set_value (GTK_RANGE (self->scale), dateline_session_get_day (self->session));
      update_value_text (self);
    }
  self->updating = FALSE;

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_value_changed_cb (DatelineTimeScrubber *self)
{
  if (!self->updating)
    dateline_session_set_day (self->session, (DatelineDay) lround (gtk_range_get_value (GTK_RANGE (self->scale))));
}

static void
go_to (DatelineTimeScrubber *self, double x)
{
  DatelineTimeScale scale = get_time_scale (self);
  DatelineDay       day;

  if (!dateline_time_scale_is_set (scale))
    return;

  day = dateline_day_at (dateline_time_scale_get_seconds (scale, x - SLIDER_PADDING), DATELINE_REGION_OFFSET_MINUTES);
  dateline_session_set_day (self->session, CLAMP (day, self->first_day, self->last_day));
}

static void
on_drag_begin_cb (DatelineTimeScrubber *self, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self->scale));
  go_to (self, x);
}

static void
on_drag_update_cb (DatelineTimeScrubber *self, double offset_x, double offset_y, GtkGesture *gesture)
{
  double start_x, start_y;

  if (gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &start_x, &start_y))
    go_to (self, start_x + offset_x);
}

/* A notch of the wheel is a day, with Shift a week. */
static gboolean
on_scroll_cb (DatelineTimeScrubber *self, double dx, double dy, GtkEventController *scroll)
{
  gboolean    is_shifted = (gtk_event_controller_get_current_event_state (scroll) & GDK_SHIFT_MASK) != 0;
  int         n_days = (int) lround (dx + dy) * (is_shifted ? 7 : 1);
  DatelineDay day;

  if (self->first_day == DATELINE_DAY_NONE)
    return GDK_EVENT_PROPAGATE;

  day = dateline_session_get_day (self->session);
  dateline_session_set_day (self->session, CLAMP (day + n_days, self->first_day, self->last_day));
  return GDK_EVENT_STOP;
}

static void
append_window (DatelineTimeScrubber *self, GtkSnapshot *snapshot, DatelineTimeScale scale, double bottom, const GdkRGBA *accent)
{
  DatelineDateInterval window = dateline_session_get_window (self->session);
  GdkRGBA              shade = dateline_timeline_color_fade (*accent, WINDOW_ALPHA);
  double               left = round (dateline_time_scale_get_x (scale, MAX (window.start, scale.span.start)));
  double               right = round (dateline_time_scale_get_x (scale, MIN (window.end, scale.span.end)));

  if (window.end <= scale.span.start || window.start >= scale.span.end)
    return;
  gtk_snapshot_append_color (snapshot, &shade, &GRAPHENE_RECT_INIT (SLIDER_PADDING + left, 0, MAX (right - left, 1), bottom));
}

/* Where GtkRange puts the middle of the slider, which it moves by whole
 * pixels. */
static double
get_day_x (DatelineTimeScrubber *self)
{
  DatelineDay day = CLAMP (dateline_session_get_day (self->session), self->first_day, self->last_day);
  double      n_days = MAX ((double) self->last_day - self->first_day, 1);

  return self->first_x + floor (self->slide_width * (((double) day - self->first_day) / n_days));
}

static void
dateline_time_scrubber_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DatelineTimeScrubber  *self = DATELINE_TIME_SCRUBBER (widget);
  DatelineTimelineColors colors = dateline_timeline_colors_get (widget);
  DatelineTimeScale      scale = get_time_scale (self);
  GdkRGBA                track = dateline_timeline_color_fade (colors.foreground, TRACK_ALPHA);
  int                    bottom = gtk_widget_get_height (GTK_WIDGET (self->histogram));

  if (dateline_time_scale_is_set (scale))
    append_window (self, snapshot, scale, bottom, &colors.accent);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->histogram), snapshot);
  gtk_snapshot_append_color (snapshot, &track, &GRAPHENE_RECT_INIT (SLIDER_PADDING, bottom, gtk_widget_get_width (widget) - 2 * SLIDER_PADDING, TRACK_HEIGHT));
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->axis), snapshot);
  if (!dateline_time_scale_is_set (scale))
    return;

  gtk_snapshot_append_color (snapshot, &colors.accent, &GRAPHENE_RECT_INIT (get_day_x (self) - 1, 0, 2, bottom));
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->scale), snapshot);
}

static void
dateline_time_scrubber_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  DatelineTimeScrubber *self = DATELINE_TIME_SCRUBBER (widget);
  int                   scale_minimum, scale_natural, axis;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 160;
      *natural = 600;
      return;
    }

  gtk_widget_measure (GTK_WIDGET (self->histogram), orientation, -1, minimum, natural, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->scale), orientation, -1, &scale_minimum, &scale_natural, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->axis), orientation, -1, &axis, NULL, NULL, NULL);
  *minimum += TRACK_HEIGHT + scale_natural / 2 + axis;
  *natural += TRACK_HEIGHT + scale_natural / 2 + axis;
}

/* The middle of the slider stands on the middle of its day: at the first
 * one, half a day after the beginning of the track. A span of one day
 * leaves nothing to slide over. */
static void
allocate_scale (DatelineTimeScrubber *self, DatelineTimeScale scale, int y, int height)
{
  double n_days = self->first_day != DATELINE_DAY_NONE ? (double) self->last_day - self->first_day + 1 : 1;
  double day_width = scale.width / n_days;
  int    overhang = SLIDER_RADIUS + SLIDER_PADDING;
  int    minimum, width;

  self->first_x = (int) round (SLIDER_PADDING + day_width / 2);
  self->slide_width = (int) round (scale.width - day_width);

  gtk_widget_measure (GTK_WIDGET (self->scale), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  width = MAX (self->slide_width + 2 * overhang, minimum);
  gtk_widget_size_allocate (GTK_WIDGET (self->scale), &(GtkAllocation){ self->first_x - overhang, y, width, height }, -1);
}

static void
dateline_time_scrubber_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DatelineTimeScrubber *self = DATELINE_TIME_SCRUBBER (widget);
  DatelineTimeScale     scale = get_time_scale (self);
  int                   plot_width = MAX (width - 2 * SLIDER_PADDING, 0);
  int                   scale_height, axis_height, track_y;

  gtk_widget_measure (GTK_WIDGET (self->scale), GTK_ORIENTATION_VERTICAL, -1, NULL, &scale_height, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->axis), GTK_ORIENTATION_VERTICAL, -1, &axis_height, NULL, NULL, NULL);
  track_y = height - axis_height - scale_height / 2 - TRACK_HEIGHT;

  gtk_widget_size_allocate (GTK_WIDGET (self->histogram), &(GtkAllocation){ SLIDER_PADDING, 0, plot_width, MAX (track_y, 0) }, -1);
  gtk_widget_size_allocate (GTK_WIDGET (self->axis), &(GtkAllocation){ SLIDER_PADDING, height - axis_height - scale_height / 2, plot_width, axis_height + scale_height / 2 }, -1);
  allocate_scale (self, scale, track_y + TRACK_HEIGHT / 2 - scale_height / 2, scale_height);

  dateline_histogram_set_scale (self->histogram, scale);
  dateline_time_axis_set_scale (self->axis, scale);
}

static void
dateline_time_scrubber_dispose (GObject *object)
{
  DatelineTimeScrubber *self = DATELINE_TIME_SCRUBBER (object);

  g_clear_pointer ((GtkWidget **) &self->histogram, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->axis, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->scale, gtk_widget_unparent);
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

  widget_class->measure = dateline_time_scrubber_measure;
  widget_class->size_allocate = dateline_time_scrubber_size_allocate;
  widget_class->snapshot = dateline_time_scrubber_snapshot;

  gtk_widget_class_set_css_name (widget_class, "scrubber");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_scale (DatelineTimeScrubber *self)
{
  GtkWidget *scale = gtk_scale_new (GTK_ORIENTATION_HORIZONTAL, NULL);

  self->scale = GTK_SCALE (scale);
  gtk_range_set_round_digits (GTK_RANGE (scale), 0);
  gtk_widget_set_parent (scale, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Date"), -1);
  g_signal_connect_object (scale, "value-changed", G_CALLBACK (on_value_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
add_controllers (DatelineTimeScrubber *self)
{
  GtkGesture         *drag = gtk_gesture_drag_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (on_drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_drag_update_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  /* Before the slider, which would turn the wheel the other way. */
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (on_scroll_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

static void
dateline_time_scrubber_init (DatelineTimeScrubber *self)
{
  self->first_day = DATELINE_DAY_NONE;
  self->last_day = DATELINE_DAY_NONE;

  self->histogram = g_object_new (DATELINE_TYPE_HISTOGRAM, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->histogram), GTK_WIDGET (self));
  self->axis = g_object_new (DATELINE_TYPE_TIME_AXIS, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->axis), GTK_WIDGET (self));
  add_scale (self);

  self->session_signals = g_signal_group_new (DATELINE_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "visible-changed", G_CALLBACK (on_visible_changed_cb), self);
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);

  /* Time runs from left to right whatever the language. */
  gtk_widget_set_direction (GTK_WIDGET (self), GTK_TEXT_DIR_LTR);
  gtk_widget_set_direction (GTK_WIDGET (self->scale), GTK_TEXT_DIR_LTR);

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
  on_visible_changed_cb (self);
}
