/* dateline-histogram.c: stacked columns of incidents by family over time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-timeline"

#include "config.h"

#include "dateline-histogram.h"

#include <glib/gi18n.h>
#include <math.h>

#include "dateline-histogram-bins.h"
#include "dateline-timeline-colors.h"

#define MIN_HEIGHT 36
#define NATURAL_HEIGHT 52

/* A column of few days does not become a wall. */
#define MAX_COLUMN_WIDTH 28.0
#define MIN_COLUMN_WIDTH 3.0

/* However tall the tallest, a single incident is seen. */
#define MIN_COLUMN_HEIGHT 2.0

#define UNCERTAIN_ALPHA 0.45
#define OUTSIDE_OPACITY 0.6

struct _DatelineHistogram
{
  GtkWidget parent_instance;

  DatelineSession  *session; /* NULL for none */
  GSignalGroup     *session_signals;
  DatelineTimeScale scale;
  GBytes           *passes; /* the filter that the columns were counted with */

  DatelineHistogramBins *bins;    /* NULL until drawn */
  GskRenderNode         *columns; /* NULL until drawn; empty ones have none */
};

G_DEFINE_FINAL_TYPE (DatelineHistogram, dateline_histogram, GTK_TYPE_WIDGET)

static void
forget_columns (DatelineHistogram *self)
{
  g_clear_pointer (&self->columns, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
forget_bins (DatelineHistogram *self)
{
  g_clear_pointer (&self->bins, dateline_histogram_bins_free);
  g_clear_pointer (&self->passes, g_bytes_unref);
  forget_columns (self);
}

static gboolean
count (DatelineHistogram *self)
{
  const DatelineIncidentTable *table;

  if (self->bins != NULL)
    return TRUE;
  if (self->session == NULL || !dateline_time_scale_is_set (self->scale))
    return FALSE;

  table = dateline_session_get_table (self->session);
  self->bins = dateline_histogram_bins_new (table, self->scale);
  self->passes = g_bytes_new (table->passes, table->n_rows);
  return TRUE;
}

/* The window moves with every step of a replay, the filter seldom: only
 * when it let other rows through are they counted again. */
static void
on_visible_changed_cb (DatelineHistogram *self)
{
  const DatelineIncidentTable *table = dateline_session_get_table (self->session);
  gsize                        n_rows;
  const guint8                *passes;

  if (self->passes == NULL)
    return;

  passes = g_bytes_get_data (self->passes, &n_rows);
  if (n_rows != table->n_rows || (n_rows > 0 && memcmp (passes, table->passes, n_rows) != 0))
    forget_bins (self);
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* One column, the known below the uncertain, which is seen over its whole
 * range however little of it falls here. The parts end on whole pixels,
 * so that no seam shows between them. */
static void
draw_column (cairo_t *cr, const DatelineHistogramBin *bin, const DatelineColor *colors, double x, double width, double height, double per_incident)
{
  double bottom = height;

  for (int soft = 0; soft < 2; soft++)
    {
      const float *counts = soft ? bin->uncertain : bin->known;
      double       foot = bottom, total = 0, sum = 0, rate;

      for (guint family = 0; family < DATELINE_N_SYMBOL_FAMILIES; family++)
        total += counts[family];
      if (total <= 0)
        continue;

      rate = MAX (per_incident, MIN_COLUMN_HEIGHT / total);
      for (guint family = 0; family < DATELINE_N_SYMBOL_FAMILIES; family++)
        {
          double top;

          sum += counts[family];
          top = MAX (round (foot - sum * rate), 0);
          if (top >= bottom)
            continue;
          cairo_set_source_rgba (cr, colors[family].red, colors[family].green, colors[family].blue, soft ? UNCERTAIN_ALPHA : 1);
          cairo_rectangle (cr, x, top, width, bottom - top);
          cairo_fill (cr);
          bottom = top;
        }
    }
}

/* Columns are one pixel apart. The first and the last may be cut short by
 * the span, but are wide enough to be seen. */
static void
get_column_edges (DatelineHistogram *self, guint i, double *left, double *width)
{
  double right = round (dateline_time_scale_get_x (self->scale, self->bins->edges[i + 1]));

  *left = round (dateline_time_scale_get_x (self->scale, self->bins->edges[i]));
  *width = CLAMP (right - *left - 1, MIN_COLUMN_WIDTH, MAX_COLUMN_WIDTH);
  if (right - *left > MAX_COLUMN_WIDTH)
    *left = round ((*left + right - MAX_COLUMN_WIDTH) / 2);
  *left = CLAMP (*left, 0, MAX (self->scale.width - *width, 0));
}

static void
draw_columns (DatelineHistogram *self, cairo_t *cr, gboolean is_dark, double height)
{
  DatelineColor colors[DATELINE_N_SYMBOL_FAMILIES];
  double        per_incident = height / MAX (self->bins->highest, 1e-6);

  for (guint family = 0; family < DATELINE_N_SYMBOL_FAMILIES; family++)
    colors[family] = dateline_symbol_family_get_color ((DatelineSymbolFamily) family, is_dark);

  for (guint i = 0; i < self->bins->n_bins; i++)
    {
      double left, width;

      get_column_edges (self, i, &left, &width);
      draw_column (cr, &self->bins->bins[i], colors, left, width, height, per_incident);
    }
}

static void
build_columns (DatelineHistogram *self, gboolean is_dark)
{
  int          width = gtk_widget_get_width (GTK_WIDGET (self));
  int          height = gtk_widget_get_height (GTK_WIDGET (self));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t     *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  draw_columns (self, cr, is_dark, height);
  cairo_destroy (cr);
  self->columns = gtk_snapshot_free_to_node (snapshot);
}

static void
append_columns (DatelineHistogram *self, GtkSnapshot *snapshot, double from, double to, double opacity)
{
  if (to <= from)
    return;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (from, 0, to - from, gtk_widget_get_height (GTK_WIDGET (self))));
  if (opacity < 1)
    gtk_snapshot_push_opacity (snapshot, opacity);
  gtk_snapshot_append_node (snapshot, self->columns);
  if (opacity < 1)
    gtk_snapshot_pop (snapshot);
  gtk_snapshot_pop (snapshot);
}

/* The columns that the window touches stand out from the others. */
static void
get_window_edges (DatelineHistogram *self, double *from, double *to)
{
  DatelineDateInterval window = dateline_session_get_window (self->session);
  guint                first = dateline_histogram_bins_find (self->bins, window.start);
  guint                last = dateline_histogram_bins_find (self->bins, window.end - 1);

  *from = round (dateline_time_scale_get_x (self->scale, self->bins->edges[first]));
  *to = round (dateline_time_scale_get_x (self->scale, self->bins->edges[last + 1]));
}

static gboolean
on_query_tooltip_cb (DatelineHistogram *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autofree char *text = NULL;
  double           left, right;
  guint            i;

  if (keyboard || !count (self))
    return FALSE;

  i = dateline_histogram_bins_find (self->bins, dateline_time_scale_get_seconds (self->scale, x));
  left = dateline_time_scale_get_x (self->scale, self->bins->edges[i]);
  right = dateline_time_scale_get_x (self->scale, self->bins->edges[i + 1]);
  text = dateline_histogram_bins_describe (self->bins, i);

  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ (int) left, 0, MAX ((int) (right - left), 1), gtk_widget_get_height (GTK_WIDGET (self)) });
  return TRUE;
}

static void
dateline_histogram_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = 0;
  else
    {
      *minimum = MIN_HEIGHT;
      *natural = NATURAL_HEIGHT;
    }
}

static void
dateline_histogram_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  g_clear_pointer (&DATELINE_HISTOGRAM (widget)->columns, gsk_render_node_unref);
}

static void
dateline_histogram_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DatelineHistogram *self = DATELINE_HISTOGRAM (widget);
  double             from, to;

  if (!count (self))
    return;
  if (self->columns == NULL)
    build_columns (self, dateline_timeline_colors_get (widget).is_dark);
  if (self->columns == NULL)
    return;

  get_window_edges (self, &from, &to);
  append_columns (self, snapshot, 0, from, OUTSIDE_OPACITY);
  append_columns (self, snapshot, from, to, 1);
  append_columns (self, snapshot, to, self->scale.width, OUTSIDE_OPACITY);
}

static void
dateline_histogram_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (dateline_histogram_parent_class)->css_changed (widget, change);

  forget_columns (DATELINE_HISTOGRAM (widget));
}

static void
dateline_histogram_dispose (GObject *object)
{
  DatelineHistogram *self = DATELINE_HISTOGRAM (object);

  g_clear_pointer (&self->bins, dateline_histogram_bins_free);
  g_clear_pointer (&self->passes, g_bytes_unref);
  g_clear_pointer (&self->columns, gsk_render_node_unref);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_histogram_parent_class)->dispose (object);
}

static void
dateline_histogram_class_init (DatelineHistogramClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_histogram_dispose;

  widget_class->measure = dateline_histogram_measure;
  widget_class->size_allocate = dateline_histogram_size_allocate;
  widget_class->snapshot = dateline_histogram_snapshot;
  widget_class->css_changed = dateline_histogram_css_changed;

  gtk_widget_class_set_css_name (widget_class, "histogram");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
dateline_histogram_init (DatelineHistogram *self)
{
  self->scale.span = DATELINE_DATE_INTERVAL_NONE;
  self->session_signals = g_signal_group_new (DATELINE_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "incidents-changed", G_CALLBACK (forget_bins), self);
  g_signal_group_connect_swapped (self->session_signals, "visible-changed", G_CALLBACK (on_visible_changed_cb), self);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip_cb), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Incidents over time"),
                                  -1);
}

/**
 * dateline_histogram_set_session:
 * @self: a histogram
 * @session: (nullable): whose incidents to count, those that its filter
 *   lets through
 */
void
dateline_histogram_set_session (DatelineHistogram *self, DatelineSession *session)
{
  g_return_if_fail (DATELINE_IS_HISTOGRAM (self));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  forget_bins (self);
}

/**
 * dateline_histogram_set_scale:
 * @self: a histogram
 * @scale: the time that lies over its whole width; may be unset
 */
void
dateline_histogram_set_scale (DatelineHistogram *self, DatelineTimeScale scale)
{
  g_return_if_fail (DATELINE_IS_HISTOGRAM (self));

  if (dateline_date_interval_equal (self->scale.span, scale.span) && self->scale.width == scale.width)
    return;

  self->scale = scale;
  forget_bins (self);
}
