/* dateline-time-axis.c: marks and dates under a span of time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-timeline"

#include "config.h"

#include "dateline-time-axis.h"

#include <math.h>

#include "dateline-day-text.h"
#include "dateline-timeline-colors.h"

#define LABEL_GAP 10.0
#define LABEL_INDENT 4.0 /* from the mark to its label */
#define MARK_ALPHA 0.25
#define LABEL_ALPHA 0.7

struct _DatelineTimeAxis
{
  GtkWidget parent_instance;

  DatelineTimeScale scale;
  GArray           *ticks; /* DatelineTick; NULL until drawn */
};

G_DEFINE_FINAL_TYPE (DatelineTimeAxis, dateline_time_axis, GTK_TYPE_WIDGET)

static PangoLayout *
create_layout (DatelineTimeAxis *self, const DatelineTick *tick)
{
  g_autofree char *label = dateline_tick_to_label (tick);

  return gtk_widget_create_pango_layout (GTK_WIDGET (self), label);
}

static double
measure_label (const DatelineTick *tick, gpointer user_data)
{
  g_autoptr (PangoLayout) layout = create_layout (user_data, tick);
  int                     width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width + LABEL_INDENT;
}

static void
append_tick (DatelineTimeAxis *self, GtkSnapshot *snapshot, const DatelineTick *tick, const GdkRGBA *foreground)
{
  g_autoptr (PangoLayout) layout = NULL;
  int                     height = gtk_widget_get_height (GTK_WIDGET (self));
  int                     label_height;
  double                  x = round (tick->x);
  GdkRGBA                 mark = dateline_timeline_color_fade (*foreground, tick->strong ? 2 * MARK_ALPHA : MARK_ALPHA);
  GdkRGBA                 text = dateline_timeline_color_fade (*foreground, tick->strong ? 1 : LABEL_ALPHA);

  gtk_snapshot_append_color (snapshot, &mark, &GRAPHENE_RECT_INIT (x, 0, 1, tick->labelled ? height - 2 : height / 3));
  if (!tick->labelled)
    return;

  layout = create_layout (self, tick);
  pango_layout_get_pixel_size (layout, NULL, &label_height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x + LABEL_INDENT, height - label_height));
  gtk_snapshot_append_layout (snapshot, layout, &text);
  gtk_snapshot_restore (snapshot);
}

static void
dateline_time_axis_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "2024");

      pango_layout_get_pixel_size (layout, NULL, minimum);
      *natural = *minimum;
    }
}

static void
dateline_time_axis_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DatelineTimeAxis *self = DATELINE_TIME_AXIS (widget);
  GdkRGBA           foreground = dateline_timeline_colors_get (widget).foreground;

  if (self->ticks == NULL)
    self->ticks = dateline_time_ticks_choose (self->scale, LABEL_GAP, measure_label, self);

  for (guint i = 0; i < self->ticks->len; i++)
    append_tick (self, snapshot, &g_array_index (self->ticks, DatelineTick, i), &foreground);
}

/* Another font, another room for labels. */
static void
dateline_time_axis_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (dateline_time_axis_parent_class)->css_changed (widget, change);

  g_clear_pointer (&DATELINE_TIME_AXIS (widget)->ticks, g_array_unref);
  gtk_widget_queue_draw (widget);
}

static void
dateline_time_axis_dispose (GObject *object)
{
  DatelineTimeAxis *self = DATELINE_TIME_AXIS (object);

  g_clear_pointer (&self->ticks, g_array_unref);

  G_OBJECT_CLASS (dateline_time_axis_parent_class)->dispose (object);
}

static void
dateline_time_axis_class_init (DatelineTimeAxisClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_time_axis_dispose;

  widget_class->measure = dateline_time_axis_measure;
  widget_class->snapshot = dateline_time_axis_snapshot;
  widget_class->css_changed = dateline_time_axis_css_changed;

  gtk_widget_class_set_css_name (widget_class, "timeaxis");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
dateline_time_axis_init (DatelineTimeAxis *self)
{
  self->scale.span = DATELINE_DATE_INTERVAL_NONE;
}

/**
 * dateline_time_axis_set_scale:
 * @self: an axis
 * @scale: the time that lies over its whole width; may be unset
 */
void
dateline_time_axis_set_scale (DatelineTimeAxis *self, DatelineTimeScale scale)
{
  g_return_if_fail (DATELINE_IS_TIME_AXIS (self));

  if (dateline_date_interval_equal (self->scale.span, scale.span) && self->scale.width == scale.width)
    return;

  self->scale = scale;
  g_clear_pointer (&self->ticks, g_array_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
