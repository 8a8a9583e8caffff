/* dateline-candidate-layer.c: where the incident that is being corrected may have been
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * While a place is corrected, and only then: a numbered ring for each that
 * it may be, the chosen one filled. A click chooses, and the chosen one can
 * be dragged; everywhere else the map is panned as ever.
 */

#define G_LOG_DOMAIN "dateline-map"

#include "config.h"

#include "dateline-candidate-layer.h"

#include <math.h>

#include "dateline-layer-view.h"

#define RADIUS_PX 12.0
#define CASING_PX 2.0
#define REACH_PX 15.0
#define TEXT_PX 11.5

struct _DatelineCandidateLayer
{
  ShumateLayer parent_instance;

  DatelineSession *session;
  GtkGesture      *drag;
  gboolean         is_dragging;
  double           drag_x; /* where the ring is now, pixels */
  double           drag_y;
};

G_DEFINE_FINAL_TYPE (DatelineCandidateLayer, dateline_candidate_layer, SHUMATE_TYPE_LAYER)

static DatelineCandidates *
get_candidates (DatelineCandidateLayer *self)
{
  return dateline_session_get_candidates (self->session);
}

/* Where a candidate is in the widget; FALSE when it has no point. */
static gboolean
get_position (DatelineCandidateLayer *self, guint index, double *x, double *y)
{
  DatelinePoint   point = dateline_candidates_get (get_candidates (self), index)->point;
  DatelineMapView view = dateline_layer_view_get (SHUMATE_LAYER (self));
  DatelineMapView there;

  if (!dateline_point_is_set (point))
    return FALSE;

  there = dateline_map_view_new (point.lat, point.lon, 0.0, 0.0, 0.0);
  dateline_map_view_to_px (&view, there.center_x, there.center_y, x, y);
  return TRUE;
}

static gboolean
is_at (DatelineCandidateLayer *self, guint index, double x_px, double y_px)
{
  double x, y;

  return get_position (self, index, &x, &y) && hypot (x - x_px, y - y_px) <= REACH_PX;
}

/* The chosen one lies over the others; G_MAXUINT for none. */
static guint
find_candidate (DatelineCandidateLayer *self, double x, double y)
{
  guint n = dateline_candidates_get_n (get_candidates (self));
  guint chosen = dateline_candidates_get_chosen (get_candidates (self));

  if (chosen < n && is_at (self, chosen, x, y))
    return chosen;
  for (guint i = n; i-- > 0;)
    if (is_at (self, i, x, y))
      return i;

  return G_MAXUINT;
}

/* --- drawing -------------------------------------------------------- */

static GdkRGBA
get_color (GtkWidget *widget, const char *name, const char *otherwise)
{
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &color))
    gdk_rgba_parse (&color, otherwise);
  return color;
}

static void
draw_number (DatelineCandidateLayer *self, cairo_t *cr, guint number)
{
  PangoContext           *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  g_autofree char        *text = g_strdup_printf ("%u", number);
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  PangoFontDescription   *font = pango_font_description_copy (pango_context_get_font_description (context));
  PangoRectangle          ink;

  pango_font_description_set_absolute_size (font, TEXT_PX * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_extents (layout, &ink, NULL);
  cairo_move_to (cr, -ink.x - ink.width / 2.0, -ink.y - ink.height / 2.0);
  pango_cairo_show_layout (cr, layout);
}

static void
append_ring (DatelineCandidateLayer *self, GtkSnapshot *snapshot, guint number, double x, double y, gboolean is_chosen)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRGBA    accent = get_color (widget, "accent_bg_color", "#3584e4");
  GdkRGBA    ground = get_color (widget, "view_bg_color", "#ffffff");
  GdkRGBA    line = get_color (widget, "accent_color", "#1c71d8");
  GdkRGBA    on_accent = get_color (widget, "accent_fg_color", "#ffffff");
  float      reach = (float) (RADIUS_PX + 2.0 * CASING_PX);
  cairo_t   *cr;

  x = round (x);
  y = round (y);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) x - reach, (float) y - reach, 2.0f * reach, 2.0f * reach));
  cairo_translate (cr, x, y);
  cairo_arc (cr, 0.0, 0.0, RADIUS_PX + CASING_PX, 0.0, 2.0 * G_PI);
  gdk_cairo_set_source_rgba (cr, &ground);
  cairo_fill (cr);
  cairo_arc (cr, 0.0, 0.0, RADIUS_PX - 1.0, 0.0, 2.0 * G_PI);
  gdk_cairo_set_source_rgba (cr, is_chosen ? &accent : &line);
  cairo_set_line_width (cr, 2.0);
  if (is_chosen)
    cairo_fill_preserve (cr);
  cairo_stroke (cr);
  gdk_cairo_set_source_rgba (cr, is_chosen ? &on_accent : &line);
  draw_number (self, cr, number);
  cairo_destroy (cr);
}

/* From where the place was to where it is dragged. */
static void
append_way (DatelineCandidateLayer *self, GtkSnapshot *snapshot, double x, double y)
{
  static const double dashes[] = { 4.0, 4.0 };
  GtkWidget          *widget = GTK_WIDGET (self);
  GdkRGBA             line = get_color (widget, "accent_color", "#1c71d8");
  cairo_t            *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget)));

  cairo_move_to (cr, x, y);
  cairo_line_to (cr, self->drag_x, self->drag_y);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0.0);
  cairo_set_line_width (cr, 2.0);
  gdk_cairo_set_source_rgba (cr, &line);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
dateline_candidate_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DatelineCandidateLayer *self = DATELINE_CANDIDATE_LAYER (widget);
  guint                   n = dateline_candidates_get_n (get_candidates (self));
  guint                   chosen = dateline_candidates_get_chosen (get_candidates (self));
  double                  x, y;

  for (guint i = 0; i < n; i++)
    if (i != chosen && get_position (self, i, &x, &y))
      append_ring (self, snapshot, i + 1, x, y, FALSE);
  if (chosen >= n || !get_position (self, chosen, &x, &y))
    return;

  if (self->is_dragging)
    {
      append_way (self, snapshot, x, y);
      x = self->drag_x;
      y = self->drag_y;
    }
  append_ring (self, snapshot, chosen + 1, x, y, TRUE);
}

/* --- choosing, dragging --------------------------------------------- */

static void
on_released_cb (DatelineCandidateLayer *self, int n_press, double x, double y, GtkGesture *gesture)
{
  guint at = find_candidate (self, x, y);

  if (at == G_MAXUINT)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  dateline_session_set_picking (self->session, FALSE);
  dateline_candidates_choose (get_candidates (self), at);
}

static void
on_drag_begin_cb (DatelineCandidateLayer *self, double x, double y, GtkGesture *gesture)
{
  if (find_candidate (self, x, y) != dateline_candidates_get_chosen (get_candidates (self)))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_drag_update_cb (DatelineCandidateLayer *self, double offset_x, double offset_y, GtkGesture *gesture)
{
  guint  chosen = dateline_candidates_get_chosen (get_candidates (self));
  double x, y;

  if (!self->is_dragging && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) offset_x, (int) offset_y))
    return;
  if (chosen >= dateline_candidates_get_n (get_candidates (self)) || !get_position (self, chosen, &x, &y))
    return;

  self->is_dragging = TRUE;
  self->drag_x = x + offset_x;
  self->drag_y = y + offset_y;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
stop_drag (DatelineCandidateLayer *self)
{
  if (!self->is_dragging)
    return FALSE;

  self->is_dragging = FALSE;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

static void
on_drag_end_cb (DatelineCandidateLayer *self)
{
  DatelineMapView view = dateline_layer_view_get (SHUMATE_LAYER (self));
  DatelinePoint   point;
  double          x, y;

  if (!stop_drag (self))
    return;

  dateline_map_view_to_world (&view, self->drag_x, self->drag_y, &x, &y);
  dateline_map_view_to_degrees (x, y, &point.lat, &point.lon);
  dateline_session_pick (self->session, point);
}

static void
on_motion_cb (DatelineCandidateLayer *self, double x, double y)
{
  guint at = find_candidate (self, x, y);

  if (!self->is_dragging)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), at != G_MAXUINT && at == dateline_candidates_get_chosen (get_candidates (self)) ? "grab" : "pointer");
}

/* Others are offered, or none: what was dragged is no more. */
static void
on_changed_cb (DatelineCandidateLayer *self)
{
  stop_drag (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
dateline_candidate_layer_contains (GtkWidget *widget, double x, double y)
{
  return find_candidate (DATELINE_CANDIDATE_LAYER (widget), x, y) != G_MAXUINT;
}

static gboolean
dateline_candidate_layer_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard_tooltip, GtkTooltip *tooltip)
{
  DatelineCandidateLayer *self = DATELINE_CANDIDATE_LAYER (widget);
  guint                   at = keyboard_tooltip ? G_MAXUINT : find_candidate (self, x, y);

  if (at == G_MAXUINT)
    return FALSE;

  gtk_tooltip_set_text (tooltip, dateline_candidates_get (get_candidates (self), at)->line);
  return TRUE;
}

/* --- life ----------------------------------------------------------- */

static void
dateline_candidate_layer_dispose (GObject *object)
{
  g_clear_object (&DATELINE_CANDIDATE_LAYER (object)->session);

  G_OBJECT_CLASS (dateline_candidate_layer_parent_class)->dispose (object);
}

static void
dateline_candidate_layer_class_init (DatelineCandidateLayerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dateline_candidate_layer_dispose;
  widget_class->snapshot = dateline_candidate_layer_snapshot;
  widget_class->contains = dateline_candidate_layer_contains;
  widget_class->query_tooltip = dateline_candidate_layer_query_tooltip;
}

static void
dateline_candidate_layer_init (DatelineCandidateLayer *self)
{
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);

  self->drag = gtk_gesture_drag_new ();
  g_signal_connect_object (click, "released", G_CALLBACK (on_released_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "drag-begin", G_CALLBACK (on_drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "drag-update", G_CALLBACK (on_drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "drag-end", G_CALLBACK (on_drag_end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "cancel", G_CALLBACK (stop_drag), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/**
 * dateline_candidate_layer_new:
 * @viewport: the map's
 * @session: whose candidates are shown
 *
 * Returns: (transfer floating): the layer
 */
DatelineCandidateLayer *
dateline_candidate_layer_new (ShumateViewport *viewport, DatelineSession *session)
{
  DatelineCandidateLayer *self = g_object_new (DATELINE_TYPE_CANDIDATE_LAYER, "viewport", viewport, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (viewport, "notify", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_candidates (self), "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * dateline_candidate_layer_get_bounds:
 * @self: a candidate layer
 * @south_west: (out): a corner; untouched on failure
 * @north_east: (out): its opposite
 *
 * Returns: whether there are any with a point; then the corners hold them
 */
gboolean
dateline_candidate_layer_get_bounds (DatelineCandidateLayer *self, DatelinePoint *south_west, DatelinePoint *north_east)
{
  DatelinePoint low = { G_MAXDOUBLE, G_MAXDOUBLE }, high = { -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < dateline_candidates_get_n (get_candidates (self)); i++)
    {
      DatelinePoint point = dateline_candidates_get (get_candidates (self), i)->point;

      if (!dateline_point_is_set (point))
        continue;
      low = (DatelinePoint){ MIN (low.lat, point.lat), MIN (low.lon, point.lon) };
      high = (DatelinePoint){ MAX (high.lat, point.lat), MAX (high.lon, point.lon) };
    }

  if (low.lat > high.lat)
    return FALSE;
  *south_west = low;
  *north_east = high;
  return TRUE;
}

/**
 * dateline_candidate_layer_cancel_drag:
 * @self: a candidate layer
 *
 * Returns: whether anything was dragged; it is back where it was
 */
gboolean
dateline_candidate_layer_cancel_drag (DatelineCandidateLayer *self)
{
  if (!stop_drag (self))
    return FALSE;

  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->drag));
  return TRUE;
}
