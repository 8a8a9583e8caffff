/* dateline-calendar.c: days as squares, a column a week
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-timeline"

#include "config.h"

#include "dateline-calendar.h"

#include <glib/gi18n.h>
#include <math.h>

#include "dateline-day-scale.h"
#include "dateline-day-text.h"
#include "dateline-histogram-bins.h"
#include "dateline-timeline-colors.h"

/* From the top: the months' names, seven rows of squares, the weeks' bars. */
#define MIN_CELL 9
#define NATURAL_CELL 11
#define WEEK_BAR_HEIGHT 7
#define NAME_GAP 4 /* between two names, and below them */
#define DAYS_PER_WEEK 7

/* A wheel's notch moves by so many weeks. */
#define SCROLL_WEEKS 4

#define EMPTY_ALPHA 0.08
#define WINDOW_ALPHA 0.3
#define FEWEST_ALPHA 0.45

struct _DatelineCalendar
{
  GtkWidget parent_instance;

  DatelineSession *session; /* NULL for none */
  GSignalGroup    *session_signals;
  DatelineDay      day;    /* of the session, when it last told */
  DatelineDay      monday; /* of the first week in view; DATELINE_DAY_NONE for none */
  double           scrolled;

  DatelineHistogramBins *bins;   /* of the days in view; NULL until drawn */
  GBytes                *passes; /* the filter that they were counted with */

  DatelineDay drag_first; /* what the drag began on; DATELINE_DAY_NONE for none */
  DatelineDay drag_last;

  GtkWidget *scale;
};

G_DEFINE_FINAL_TYPE (DatelineCalendar, dateline_calendar, GTK_TYPE_WIDGET)

static DatelineDay
get_monday (DatelineDay day)
{
  return day - dateline_day_get_weekday (day) + 1;
}

static int
measure_name (DatelineCalendar *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "2024");
  int                     height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height + NAME_GAP;
}

/* The squares are as large as seven of them fit below one another. */
static int
get_cell (DatelineCalendar *self)
{
  return MAX ((gtk_widget_get_height (GTK_WIDGET (self)) - measure_name (self) - WEEK_BAR_HEIGHT) / DAYS_PER_WEEK, MIN_CELL);
}

static int
get_n_weeks (DatelineCalendar *self)
{
  return MAX (gtk_widget_get_width (GTK_WIDGET (self)) / get_cell (self), 1);
}

static gboolean
get_span (DatelineCalendar *self, DatelineDay *first, DatelineDay *last)
{
  return self->session != NULL && dateline_session_get_span (self->session, first, last);
}

static void
forget_bins (DatelineCalendar *self)
{
  g_clear_pointer (&self->bins, dateline_histogram_bins_free);
  g_clear_pointer (&self->passes, g_bytes_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Looks at the weeks from that of @monday on, as far as there are any. */
static void
set_monday (DatelineCalendar *self, DatelineDay monday)
{
  DatelineDay first, last;

  if (!get_span (self, &first, &last))
    monday = DATELINE_DAY_NONE;
  else
    {
      monday = MIN (monday, get_monday (last) - DAYS_PER_WEEK * (get_n_weeks (self) - 1));
      monday = MAX (monday, get_monday (first));
    }
  if (self->monday == monday)
    return;

  self->monday = monday;
  forget_bins (self);
}

/* Turns the page when the day is on another. */
static void
reveal (DatelineCalendar *self)
{
  DatelineDay day = self->session != NULL ? dateline_session_get_day (self->session) : DATELINE_DAY_NONE;
  int         n_days = DAYS_PER_WEEK * get_n_weeks (self);

  if (day == DATELINE_DAY_NONE || self->monday == DATELINE_DAY_NONE)
    set_monday (self, day != DATELINE_DAY_NONE ? get_monday (day) : day);
  else if (day < self->monday)
    set_monday (self, get_monday (day - n_days * 7 / 8));
  else if (day >= self->monday + n_days)
    set_monday (self, get_monday (day - n_days / 8));
  else
    set_monday (self, self->monday);
}

static void
on_visible_changed_cb (DatelineCalendar *self)
{
  const DatelineIncidentTable *table = dateline_session_get_table (self->session);
  DatelineDay                  day = dateline_session_get_day (self->session);

  gtk_widget_set_sensitive (GTK_WIDGET (self), table->n_dated > 0);
  if (self->day != day)
    reveal (self);
  self->day = day;

  if (self->passes != NULL)
    {
      g_autoptr (GBytes) now = g_bytes_new_static (table->passes, table->n_rows);

      if (!g_bytes_equal (self->passes, now))
        forget_bins (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_incidents_changed_cb (DatelineCalendar *self)
{
  forget_bins (self);
  reveal (self);
}

static gboolean
count (DatelineCalendar *self)
{
  const DatelineIncidentTable *table;

  if (self->bins != NULL)
    return TRUE;
  if (self->session == NULL || self->monday == DATELINE_DAY_NONE)
    return FALSE;

  table = dateline_session_get_table (self->session);
  self->bins = dateline_histogram_bins_new_for_step (table,
                                                     dateline_date_interval_for_days (self->monday, self->monday + DAYS_PER_WEEK * get_n_weeks (self) - 1, DATELINE_REGION_OFFSET_MINUTES),
                                                     (DatelineTimeStep){ DATELINE_TIME_DAY, 1 });
  self->passes = g_bytes_new (table->passes, table->n_rows);
  return TRUE;
}

static float
sum_families (const float counts[DATELINE_N_SYMBOL_FAMILIES])
{
  float sum = 0;

  for (guint family = 0; family < DATELINE_N_SYMBOL_FAMILIES; family++)
    sum += counts[family];
  return sum;
}

static void
set_color (cairo_t *cr, GdkRGBA color, double alpha)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha * alpha);
}

/* The more, the stronger. Of what may have been on that day or on
 * another, only the heart of the square is filled. */
static void
draw_day (DatelineCalendar *self, cairo_t *cr, const DatelineTimelineColors *colors, DatelineDay day, double x, double y, double size)
{
  guint                       i = (guint) (day - self->monday);
  const DatelineHistogramBin *bin = &self->bins->bins[MIN (i, self->bins->n_bins - 1)];
  double                      known = sum_families (bin->known);
  double                      uncertain = sum_families (bin->uncertain);
  gboolean                    is_shown = day >= dateline_session_get_window_first (self->session) && day <= dateline_session_get_day (self->session);

  set_color (cr, is_shown ? colors->accent : colors->foreground, is_shown ? WINDOW_ALPHA : EMPTY_ALPHA);
  cairo_rectangle (cr, x, y, size, size);
  cairo_fill (cr);
  if (known > 0)
    {
      set_color (cr, colors->accent, FEWEST_ALPHA + (1 - FEWEST_ALPHA) * sqrt (known / MAX (self->bins->highest, known)));
      cairo_rectangle (cr, x, y, size, size);
      cairo_fill (cr);
    }
  else if (uncertain > 0)
    {
      double inset = round (size / 3);

      set_color (cr, colors->accent, FEWEST_ALPHA);
      cairo_rectangle (cr, x + inset, y + inset, size - 2 * inset, size - 2 * inset);
      cairo_fill (cr);
    }
  if (day == dateline_session_get_day (self->session))
    {
      set_color (cr, colors->foreground, 1);
      cairo_set_line_width (cr, 2);
      cairo_rectangle (cr, x, y, size, size);
      cairo_stroke (cr);
    }
}

static void
draw_weeks (DatelineCalendar *self, cairo_t *cr, const DatelineTimelineColors *colors, DatelineDay first, DatelineDay last)
{
  int cell = get_cell (self);
  int top = measure_name (self);

  for (int week = 0; week < get_n_weeks (self); week++)
    {
      DatelineDay monday = self->monday + DAYS_PER_WEEK * week;
      gboolean    is_shown = monday <= dateline_session_get_day (self->session) && monday + DAYS_PER_WEEK > dateline_session_get_window_first (self->session);

      if (monday > last)
        break;
      for (int weekday = 0; weekday < DAYS_PER_WEEK; weekday++)
        if (monday + weekday >= first && monday + weekday <= last)
          draw_day (self, cr, colors, monday + weekday, week * cell, top + weekday * cell, cell - 1);

      set_color (cr, is_shown ? colors->accent : colors->foreground, is_shown ? 1 : 2 * EMPTY_ALPHA);
      cairo_rectangle (cr, week * cell, top + DAYS_PER_WEEK * cell + 2, cell - 1, WEEK_BAR_HEIGHT - 3);
      cairo_fill (cr);
    }
}

/* A month's name stands above the week that its first day is in; the
 * first one in view, and January, tell the year, too. */
static void
append_names (DatelineCalendar *self, GtkSnapshot *snapshot, GdkRGBA color, DatelineDay last)
{
  double taken_until = 0;
  int    cell = get_cell (self);

  for (int week = 0; week < get_n_weeks (self) && self->monday + DAYS_PER_WEEK * week <= last; week++)
    {
      DatelineDay             sunday = self->monday + DAYS_PER_WEEK * week + 6;
      DatelineTick            tick = { .form = DATELINE_TICK_MONTH };
      g_autofree char        *name = NULL;
      g_autoptr (PangoLayout) layout = NULL;
      int                     year, month, day_of_month, width;

      dateline_day_get_ymd (sunday, &year, &month, &day_of_month);
      if ((day_of_month > DAYS_PER_WEEK && week > 0) || week * cell < taken_until)
        continue;

      if (week == 0 || month == 1)
        tick.form = DATELINE_TICK_MONTH_YEAR;
      tick.seconds = dateline_date_interval_for_days (sunday, sunday, DATELINE_REGION_OFFSET_MINUTES).start;
      name = dateline_tick_to_label (&tick);
      layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), name);
      pango_layout_get_pixel_size (layout, &width, NULL);
      if (week * cell + width > gtk_widget_get_width (GTK_WIDGET (self)))
        break;
      taken_until = week * cell + width + NAME_GAP;
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (week * cell), 0));
      gtk_snapshot_append_layout (snapshot, layout, &color);
      gtk_snapshot_restore (snapshot);
    }
}

static void
dateline_calendar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DatelineCalendar      *self = DATELINE_CALENDAR (widget);
  DatelineTimelineColors colors = dateline_timeline_colors_get (widget);
  DatelineDay            first, last;
  cairo_t               *cr;

  if (!get_span (self, &first, &last) || !count (self))
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (-2, 0, gtk_widget_get_width (widget) + 4, gtk_widget_get_height (widget)));
  draw_weeks (self, cr, &colors, first, last);
  cairo_destroy (cr);
  append_names (self, snapshot, dateline_timeline_color_fade (colors.foreground, 0.7), last);

  if (gtk_widget_has_visible_focus (self->scale))
    {
      GskRoundedRect ring;

      gsk_rounded_rect_init_from_rect (&ring, &GRAPHENE_RECT_INIT (-3, -1, gtk_widget_get_width (widget) + 6, gtk_widget_get_height (widget) + 2), 4);
      gtk_snapshot_append_border (snapshot, &ring, (const float[]){ 2, 2, 2, 2 }, (const GdkRGBA[]){ colors.accent, colors.accent, colors.accent, colors.accent });
    }
}

static void
dateline_calendar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  int rest = measure_name (DATELINE_CALENDAR (widget)) + WEEK_BAR_HEIGHT;

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : rest + DAYS_PER_WEEK * MIN_CELL;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 600 : rest + DAYS_PER_WEEK * NATURAL_CELL;
}

static void
dateline_calendar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DatelineCalendar *self = DATELINE_CALENDAR (widget);
  int               minimum_width, minimum_height;

  gtk_widget_measure (self->scale, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, NULL, NULL, NULL);
  gtk_widget_measure (self->scale, GTK_ORIENTATION_VERTICAL, -1, &minimum_height, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->scale, &(GtkAllocation){ 0, 0, MAX (width, minimum_width), MAX (height, minimum_height) }, -1);
  forget_bins (self);
  reveal (self);
}

/* The slider stays within the span, however far the week or month goes. */
static void
show_days (DatelineCalendar *self, DatelineDay first, DatelineDay last)
{
  DatelineDay first_day, last_day;

  if (get_span (self, &first_day, &last_day))
    dateline_session_show_days (self->session, MIN (first, last_day), CLAMP (last, first_day, last_day));
}

static void
on_drag_begin_cb (DatelineCalendar *self, double x, double y, GtkGesture *gesture)
{
  if (!dateline_calendar_get_days_at (self, x, y, &self->drag_first, &self->drag_last))
    {
      self->drag_first = DATELINE_DAY_NONE;
      return;
    }

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (self->scale);
  show_days (self, self->drag_first, self->drag_last);
}

static void
on_drag_update_cb (DatelineCalendar *self, double offset_x, double offset_y, GtkGesture *gesture)
{
  DatelineDay first, last;
  double      x, y;

  if (self->drag_first != DATELINE_DAY_NONE && gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y) &&
      dateline_calendar_get_days_at (self, x + offset_x, y + offset_y, &first, &last))
    show_days (self, MIN (first, self->drag_first), MAX (last, self->drag_last));
}

static gboolean
on_scroll_cb (DatelineCalendar *self, double dx, double dy)
{
  int n_weeks;

  self->scrolled += (dx + dy) * SCROLL_WEEKS;
  n_weeks = (int) self->scrolled;
  self->scrolled -= n_weeks;
  if (self->monday != DATELINE_DAY_NONE)
    set_monday (self, self->monday + DAYS_PER_WEEK * n_weeks);
  return GDK_EVENT_STOP;
}

static void
get_month (DatelineDay day, DatelineDay *first, DatelineDay *last)
{
  int year, month, day_of_month, n_days = 28;

  dateline_day_get_ymd (day, &year, &month, &day_of_month);
  while (dateline_day_is_valid_ymd (year, month, n_days + 1))
    n_days++;
  *first = day - day_of_month + 1;
  *last = *first + n_days - 1;
}

/* Up and down lead along a column; D, W and M show the day, its week, its
 * month. Left and right lead from day to day, as everywhere. */
static gboolean
on_key_pressed_cb (DatelineCalendar *self, guint keyval, guint keycode, GdkModifierType state)
{
  DatelineDay day = self->day, first = day, last = day;

  if (day == DATELINE_DAY_NONE || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)))
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_Down:
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
      if (!get_span (self, &first, &last))
        return GDK_EVENT_PROPAGATE;
      day += keyval == GDK_KEY_Up ? -1 : keyval == GDK_KEY_Down    ? 1
                                       : keyval == GDK_KEY_Page_Up ? -DAYS_PER_WEEK
                                                                   : DAYS_PER_WEEK;
      dateline_session_set_day (self->session, CLAMP (day, first, last));
      return GDK_EVENT_STOP;
    case GDK_KEY_d:
      break;
    case GDK_KEY_w:
      first = get_monday (day);
      last = first + DAYS_PER_WEEK - 1;
      break;
    case GDK_KEY_m:
      get_month (day, &first, &last);
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  show_days (self, first, last);
  return GDK_EVENT_STOP;
}

static gboolean
on_query_tooltip_cb (DatelineCalendar *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autofree char *text = NULL;
  DatelineDay      first, last;

  if (keyboard || !count (self) || !dateline_calendar_get_days_at (self, x, y, &first, &last) || first != last)
    return FALSE;

  text = dateline_histogram_bins_describe (self->bins, (guint) (first - self->monday));
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
dateline_calendar_dispose (GObject *object)
{
  DatelineCalendar *self = DATELINE_CALENDAR (object);

  g_clear_pointer (&self->bins, dateline_histogram_bins_free);
  g_clear_pointer (&self->passes, g_bytes_unref);
  g_clear_pointer (&self->scale, gtk_widget_unparent);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_calendar_parent_class)->dispose (object);
}

static void
dateline_calendar_class_init (DatelineCalendarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dateline_calendar_dispose;

  widget_class->measure = dateline_calendar_measure;
  widget_class->size_allocate = dateline_calendar_size_allocate;
  widget_class->snapshot = dateline_calendar_snapshot;

  gtk_widget_class_set_css_name (widget_class, "calendarstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_controllers (DatelineCalendar *self)
{
  GtkGesture         *drag = gtk_gesture_drag_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (on_drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (on_scroll_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, G_CONNECT_SWAPPED);
  /* Before the slider, which would take some of them for its own steps. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);

  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
dateline_calendar_init (DatelineCalendar *self)
{
  self->day = DATELINE_DAY_NONE;
  self->monday = DATELINE_DAY_NONE;
  self->drag_first = DATELINE_DAY_NONE;

  self->scale = dateline_day_scale_new (DATELINE_DAY_SCALE_DATE);
  gtk_widget_set_parent (self->scale, GTK_WIDGET (self));
  g_signal_connect_object (self->scale, "state-flags-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);

  self->session_signals = g_signal_group_new (DATELINE_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "incidents-changed", G_CALLBACK (on_incidents_changed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "visible-changed", G_CALLBACK (on_visible_changed_cb), self);

  /* Time runs from left to right whatever the language. */
  gtk_widget_set_direction (GTK_WIDGET (self), GTK_TEXT_DIR_LTR);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip_cb), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Calendar"), -1);
  add_controllers (self);
}

/**
 * dateline_calendar_set_session:
 * @self: a calendar
 * @session: (nullable): whose days to show
 */
void
dateline_calendar_set_session (DatelineCalendar *self, DatelineSession *session)
{
  g_return_if_fail (DATELINE_IS_CALENDAR (self));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  dateline_day_scale_set_session (DATELINE_DAY_SCALE (self->scale), session);
  self->day = DATELINE_DAY_NONE;
  self->monday = DATELINE_DAY_NONE;
  forget_bins (self);
  if (session != NULL)
    on_visible_changed_cb (self);
}

/**
 * dateline_calendar_get_days_at:
 * @self: a calendar
 * @x: pixels
 * @y: pixels
 * @first: (out): the first day meant; untouched on failure
 * @last: (out): the last day meant; untouched on failure
 *
 * Returns: whether there is a day, a week or a month at that place
 */
gboolean
dateline_calendar_get_days_at (DatelineCalendar *self, double x, double y, DatelineDay *first, DatelineDay *last)
{
  int         cell = get_cell (self);
  int         row = (int) floor ((y - measure_name (self)) / cell);
  DatelineDay first_day, last_day, monday;

  g_return_val_if_fail (DATELINE_IS_CALENDAR (self), FALSE);

  if (x < 0 || self->monday == DATELINE_DAY_NONE || !get_span (self, &first_day, &last_day))
    return FALSE;
  monday = self->monday + DAYS_PER_WEEK * (int) (x / cell);
  if (monday > last_day)
    return FALSE;

  if (row < 0)
    /* The month that most of the week is in. */
    get_month (monday + 3, first, last);
  else if (row >= DAYS_PER_WEEK)
    *first = monday, *last = monday + DAYS_PER_WEEK - 1;
  else if (monday + row < first_day || monday + row > last_day)
    return FALSE;
  else
    *first = *last = monday + row;
  return TRUE;
}

DatelineDay
dateline_calendar_get_first_monday (DatelineCalendar *self)
{
  g_return_val_if_fail (DATELINE_IS_CALENDAR (self), DATELINE_DAY_NONE);

  return self->monday;
}
