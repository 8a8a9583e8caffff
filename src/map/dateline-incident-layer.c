/* dateline-incident-layer.c: the incidents on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-map"

#include "config.h"

#include "dateline-incident-layer.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "dateline-area-painter.h"
#include "dateline-incident-marks.h"
#include "dateline-incident-popover.h"
#include "dateline-label-layout.h"
#include "dateline-layer-view.h"
#include "dateline-locale-text.h"
#include "dateline-mark-pictures.h"
#include "dateline-selection-painter.h"

/* Round a symbol, for its rim. */
#define RIM_PX 5.0

struct _DatelineIncidentLayer
{
  ShumateLayer parent_instance;

  DatelineSession       *session;
  DatelineBasemap       *basemap;
  DatelineBasemapStyle   style;
  DatelineSizeBy         size_by;
  DatelineIncidentMarks *marks;
  DatelineMarkPictures  *pictures;
  GtkPopover            *popover; /* NULL while no list is open */
  DatelineMapView        view;    /* of the last snapshot */
  GArray                *boxes;   /* DatelineLabelBox, scratch */
  char                  *tip;
};

enum
{
  SIGNAL_ZOOM_TO,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (DatelineIncidentLayer, dateline_incident_layer, SHUMATE_TYPE_LAYER)

static guint signals[N_SIGNALS];

static gboolean
is_dark (DatelineIncidentLayer *self)
{
  return self->style == DATELINE_BASEMAP_DARK || self->style == DATELINE_BASEMAP_HIGH_CONTRAST_DARK;
}

static const DatelineIncidentTable *
get_table (DatelineIncidentLayer *self)
{
  return dateline_session_get_table (self->session);
}

/* With everything up to a date in it, the window has no age to show. */
static DatelineMarkScene
get_scene (DatelineIncidentLayer *self)
{
  DatelineDateInterval window = dateline_session_get_window (self->session);

  if (dateline_session_get_window_kind (self->session) == DATELINE_WINDOW_UP_TO)
    window.start = G_MININT64;

  return (DatelineMarkScene){
    .table = get_table (self),
    .basemap = self->basemap,
    .pictures = self->pictures,
    .view = self->view,
    .window = window,
    .size_by = self->size_by,
    .dark = is_dark (self),
  };
}

/* The mark at a point of the widget, the topmost; G_MAXUINT for none. */
static guint
find_mark (DatelineIncidentLayer *self, double x_px, double y_px)
{
  GArray *marks;

  if (self->marks == NULL || self->view.px_per_unit <= 0.0)
    return G_MAXUINT;

  marks = dateline_incident_marks_update (self->marks, &self->view);
  for (guint i = marks->len; i-- > 0;)
    {
      const DatelineMark *mark = &g_array_index (marks, DatelineMark, i);
      double              x, y;

      dateline_map_view_to_px (&self->view, mark->cluster.x, mark->cluster.y, &x, &y);
      if (hypot (x - x_px, y - y_px) <= dateline_mark_get_radius (mark))
        return i;
    }

  return G_MAXUINT;
}

/* Where the incident is drawn in the world; FALSE when it is not. */
static gboolean
find_row_position (DatelineIncidentLayer *self, guint row, double *x, double *y)
{
  const DatelineIncidentTable *table = get_table (self);
  DatelineBasemapVertex        at;
  guint                        area;

  switch (dateline_incident_marks_get_placement (self->marks, row, &area))
    {
    case DATELINE_PLACEMENT_COUNTRY:
      dateline_basemap_find_country (self->basemap, (guint16) area, &at);
      *x = at.x;
      *y = at.y;
      return TRUE;

    case DATELINE_PLACEMENT_GOVERNORATE:
    case DATELINE_PLACEMENT_POINT:
      *x = table->x[row];
      *y = table->y[row];
      return TRUE;

    default:
      return FALSE;
    }
}

/* --- drawing -------------------------------------------------------- */

static gboolean
is_further_symbol (DatelineIncidentLayer *self, guint further)
{
  const DatelineIncidentTable *table = get_table (self);
  guint8                       precision = table->further_where_precision[further];

  return !isnan (table->further_lat[further]) && dateline_session_is_visible (self->session, table->further_row[further]) &&
         (precision == DATELINE_WHERE_EXACT || precision == DATELINE_WHERE_NEAR || precision == DATELINE_WHERE_SEA_OR_AIR);
}

/* Other sites of what is shown, under the marks: they are places, not
 * incidents, and no cluster counts them. */
static void
append_further_symbols (DatelineIncidentLayer *self, const DatelineMarkScene *scene, GtkSnapshot *snapshot)
{
  const DatelineIncidentTable *table = scene->table;

  for (guint i = 0; i < table->n_further; i++)
    {
      DatelineSymbolLook look;
      double             x, y;

      dateline_map_view_to_px (&self->view, table->further_x[i], table->further_y[i], &x, &y);
      if (!dateline_mark_scene_is_in_view (scene, x, y, DATELINE_FURTHER_RADIUS_PX + RIM_PX) || !is_further_symbol (self, i))
        continue;
      look = dateline_mark_scene_get_look (scene, table->further_row[i]);
      look.radius_px = DATELINE_FURTHER_RADIUS_PX;
      dateline_mark_pictures_append (self->pictures, snapshot, dateline_mark_pictures_get_symbol (self->pictures, &look), x, y);
    }
}

/* The incident that has a further site at a pixel; 0 for none. */
static gint64
find_further (DatelineIncidentLayer *self, double x_px, double y_px)
{
  const DatelineIncidentTable *table;

  if (self->marks == NULL || self->view.px_per_unit <= 0.0)
    return 0;

  table = get_table (self);
  for (guint i = 0; i < table->n_further; i++)
    {
      double x, y;

      dateline_map_view_to_px (&self->view, table->further_x[i], table->further_y[i], &x, &y);
      if (hypot (x - x_px, y - y_px) <= DATELINE_FURTHER_RADIUS_PX + RIM_PX && is_further_symbol (self, i))
        return table->id[table->further_row[i]];
    }
  return 0;
}

static void
append_mark (DatelineIncidentLayer *self, const DatelineMarkScene *scene, GtkSnapshot *snapshot, const DatelineMark *mark)
{
  GdkTexture *texture;
  double      x, y;

  dateline_map_view_to_px (&self->view, mark->cluster.x, mark->cluster.y, &x, &y);
  if (!dateline_mark_scene_is_in_view (scene, x, y, dateline_mark_get_radius (mark) + RIM_PX))
    return;

  if (dateline_mark_is_symbol (mark))
    {
      DatelineSymbolLook look = dateline_mark_scene_get_look (scene, mark->cluster.row);

      texture = dateline_mark_pictures_get_symbol (self->pictures, &look);
    }
  else
    texture = dateline_mark_pictures_get_ring (self->pictures, mark, dateline_mark_scene_get_age (scene, mark->cluster.row));

  dateline_mark_pictures_append (self->pictures, snapshot, texture, x, y);
}

static void
append_selected (DatelineIncidentLayer *self, const DatelineMarkScene *scene, GtkSnapshot *snapshot, const GArray *marks)
{
  gint64            selected = dateline_session_get_selected (self->session);
  guint             row = selected != 0 ? dateline_incident_table_find (scene->table, selected) : G_MAXUINT;
  DatelinePlacement placement;
  guint             area;

  if (row == G_MAXUINT)
    return;

  placement = dateline_incident_marks_get_placement (self->marks, row, &area);
  dateline_selection_painter_append (scene, snapshot, marks, row, placement, area, dateline_session_is_visible (self->session, row));
}

static void
dateline_incident_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DatelineIncidentLayer *self = DATELINE_INCIDENT_LAYER (widget);
  DatelineMarkScene      scene;
  GArray                *marks;

  self->view = dateline_layer_view_get (SHUMATE_LAYER (self));
  scene = get_scene (self);

  marks = dateline_incident_marks_update (self->marks, &self->view);
  if (dateline_area_painter_is_needed (&scene, marks))
    {
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->view.width_px, (float) self->view.height_px));

      dateline_area_painter_draw (&scene, cr, marks);
      cairo_destroy (cr);
    }
  append_further_symbols (self, &scene, snapshot);
  for (guint i = 0; i < marks->len; i++)
    append_mark (self, &scene, snapshot, &g_array_index (marks, DatelineMark, i));
  append_selected (self, &scene, snapshot, marks);
}

/* --- naming, picking ------------------------------------------------ */

static char *
get_tip_for_incident (DatelineIncidentLayer *self, gint64 id)
{
  g_autofree char *title = NULL;
  g_autofree char *when = NULL;

  if (!dateline_incident_popover_describe (self->session, id, &title, &when))
    return NULL;

  return g_strdup_printf ("%s\n%s", title, when);
}

static char *
get_mark_tip (DatelineIncidentLayer *self, const DatelineMark *mark)
{
  const DatelineIncidentTable *table = get_table (self);
  GString                     *tip;

  if (mark->cluster.n == 1)
    return get_tip_for_incident (self, table->id[mark->cluster.row]);

  tip = g_string_new (NULL);
  g_string_append_printf (tip, ngettext ("%u incident", "%u incidents", mark->cluster.n), mark->cluster.n);
  for (guint i = 0; i < DATELINE_N_SYMBOL_FAMILIES; i++)
    if (mark->cluster.families[i] > 0)
      g_string_append_printf (tip, "\n%s: %u", dateline_symbol_family_get_label (i), mark->cluster.families[i]);

  return dateline_localize_digits (g_string_free (tip, FALSE), NULL);
}

static gboolean
dateline_incident_layer_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard_tooltip, GtkTooltip *tooltip)
{
  DatelineIncidentLayer *self = DATELINE_INCIDENT_LAYER (widget);
  guint                  at = keyboard_tooltip || self->popover != NULL ? G_MAXUINT : find_mark (self, x, y);
  const DatelineMark    *mark;
  double                 mark_x, mark_y, radius;

  if (at == G_MAXUINT)
    {
      gint64 further = keyboard_tooltip || self->popover != NULL ? 0 : find_further (self, x, y);

      g_free (self->tip);
      self->tip = further != 0 ? get_tip_for_incident (self, further) : NULL;
      gtk_tooltip_set_text (tooltip, self->tip);
      return self->tip != NULL;
    }

  mark = &g_array_index (dateline_incident_marks_update (self->marks, &self->view), DatelineMark, at);
  g_free (self->tip);
  self->tip = get_mark_tip (self, mark);
  if (self->tip == NULL)
    return FALSE;

  dateline_map_view_to_px (&self->view, mark->cluster.x, mark->cluster.y, &mark_x, &mark_y);
  radius = dateline_mark_get_radius (mark);
  gtk_tooltip_set_text (tooltip, self->tip);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ (int) (mark_x - radius), (int) (mark_y - radius), (int) (2 * radius), (int) (2 * radius) });
  return TRUE;
}

static void
on_popover_closed_cb (DatelineIncidentLayer *self, GtkPopover *popover)
{
  if (self->popover == popover)
    self->popover = NULL;
  gtk_widget_unparent (GTK_WIDGET (popover));
}

static void
open_list (DatelineIncidentLayer *self, const GArray *rows, double x_px, double y_px)
{
  if (self->popover != NULL)
    gtk_popover_popdown (self->popover);

  self->popover = GTK_POPOVER (dateline_incident_popover_new (self->session, rows));
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
  gtk_popover_set_pointing_to (self->popover, &(GdkRectangle){ (int) x_px - 8, (int) y_px - 8, 16, 16 });
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (on_popover_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (self->popover);
}

static DatelineClusterBounds
get_bounds (const DatelineIncidentTable *table, const GArray *rows)
{
  DatelineClusterBounds bounds = { G_MAXUINT32, G_MAXUINT32, 0, 0 };

  for (guint i = 0; i < rows->len; i++)
    {
      guint row = g_array_index (rows, guint, i);

      bounds.x_min = MIN (bounds.x_min, table->x[row]);
      bounds.x_max = MAX (bounds.x_max, table->x[row]);
      bounds.y_min = MIN (bounds.y_min, table->y[row]);
      bounds.y_max = MAX (bounds.y_max, table->y[row]);
    }

  return bounds;
}

static void
pick_mark (DatelineIncidentLayer *self, guint at)
{
  const DatelineIncidentTable *table = get_table (self);
  const DatelineMark           mark = g_array_index (dateline_incident_marks_update (self->marks, &self->view), DatelineMark, at);
  g_autoptr (GArray)           rows = dateline_incident_marks_find_rows (self->marks, at);
  DatelineClusterBounds        bounds = get_bounds (table, rows);
  double                       x, y, south, west, north, east;

  if (rows->len == 1)
    {
      dateline_session_select (self->session, table->id[g_array_index (rows, guint, 0)]);
      return;
    }

  dateline_map_view_to_px (&self->view, mark.cluster.x, mark.cluster.y, &x, &y);
  if (mark.placement != DATELINE_PLACEMENT_POINT || self->view.zoom >= DATELINE_BASEMAP_MAX_ZOOM || !dateline_cluster_can_split (bounds, dateline_map_view_get_scale (DATELINE_BASEMAP_MAX_ZOOM)))
    {
      open_list (self, rows, x, y);
      return;
    }

  dateline_map_view_to_degrees (bounds.x_min, bounds.y_max, &south, &west);
  dateline_map_view_to_degrees (bounds.x_max, bounds.y_min, &north, &east);
  g_signal_emit (self, signals[SIGNAL_ZOOM_TO], 0, south, west, north, east);
}

static void
pick_point (DatelineIncidentLayer *self, double x, double y)
{
  double        world_x, world_y;
  DatelinePoint point;

  dateline_map_view_to_world (&self->view, x, y, &world_x, &world_y);
  dateline_map_view_to_degrees (world_x, world_y, &point.lat, &point.lon);
  dateline_session_pick (self->session, point);
}

static void
on_picking_changed_cb (DatelineIncidentLayer *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), dateline_session_get_picking (self->session) ? "crosshair" : NULL);
}

/* On release, so that a drag that begins on a mark still pans. */
static void
on_released_cb (DatelineIncidentLayer *self, int n_press, double x, double y, GtkGesture *gesture)
{
  guint  at = find_mark (self, x, y);
  gint64 further = at == G_MAXUINT ? find_further (self, x, y) : 0;

  if (dateline_session_get_picking (self->session))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      pick_point (self, x, y);
      return;
    }
  if ((at == G_MAXUINT && further == 0) || n_press > 1)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (further != 0)
    dateline_session_select (self->session, further);
  else
    pick_mark (self, at);
}

static gboolean
dateline_incident_layer_contains (GtkWidget *widget, double x, double y)
{
  DatelineIncidentLayer *self = DATELINE_INCIDENT_LAYER (widget);

  return dateline_session_get_picking (self->session) || find_mark (self, x, y) != G_MAXUINT || find_further (self, x, y) != 0;
}

static void
dateline_incident_layer_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DatelineIncidentLayer *self = DATELINE_INCIDENT_LAYER (widget);

  GTK_WIDGET_CLASS (dateline_incident_layer_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (self->popover);
}

/* --- life ----------------------------------------------------------- */

static void
close_list (DatelineIncidentLayer *self)
{
  GtkPopover *popover = g_steal_pointer (&self->popover);

  if (popover != NULL)
    {
      g_signal_handlers_disconnect_by_data (popover, self);
      gtk_widget_unparent (GTK_WIDGET (popover));
    }
}

static void
on_incidents_changed_cb (DatelineIncidentLayer *self)
{
  close_list (self);
  dateline_incident_marks_set_table (self->marks, get_table (self));
  dateline_incident_marks_set_window (self->marks, dateline_session_get_window (self->session));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_visible_changed_cb (DatelineIncidentLayer *self)
{
  dateline_incident_marks_set_window (self->marks, dateline_session_get_window (self->session));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
forget_pictures (DatelineIncidentLayer *self)
{
  dateline_mark_pictures_clear (self->pictures, is_dark (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
dateline_incident_layer_dispose (GObject *object)
{
  DatelineIncidentLayer *self = DATELINE_INCIDENT_LAYER (object);

  close_list (self);
  g_clear_pointer (&self->marks, dateline_incident_marks_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_incident_layer_parent_class)->dispose (object);
}

static void
dateline_incident_layer_finalize (GObject *object)
{
  DatelineIncidentLayer *self = DATELINE_INCIDENT_LAYER (object);

  g_clear_pointer (&self->basemap, dateline_basemap_unref);
  g_clear_pointer (&self->pictures, dateline_mark_pictures_free);
  g_clear_pointer (&self->boxes, g_array_unref);
  g_clear_pointer (&self->tip, g_free);

  G_OBJECT_CLASS (dateline_incident_layer_parent_class)->finalize (object);
}

static void
dateline_incident_layer_class_init (DatelineIncidentLayerClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_incident_layer_dispose;
  object_class->finalize = dateline_incident_layer_finalize;
  widget_class->snapshot = dateline_incident_layer_snapshot;
  widget_class->contains = dateline_incident_layer_contains;
  widget_class->query_tooltip = dateline_incident_layer_query_tooltip;
  widget_class->size_allocate = dateline_incident_layer_size_allocate;

  signals[SIGNAL_ZOOM_TO] = g_signal_new ("zoom-to", DATELINE_TYPE_INCIDENT_LAYER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4, G_TYPE_DOUBLE, G_TYPE_DOUBLE, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
dateline_incident_layer_init (DatelineIncidentLayer *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->boxes = g_array_new (FALSE, FALSE, sizeof (DatelineLabelBox));
  self->pictures = dateline_mark_pictures_new (GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  g_signal_connect_object (click, "released", G_CALLBACK (on_released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * dateline_incident_layer_new:
 * @viewport: the map's
 * @basemap: (nullable): where governorates and countries lie
 * @session: what is shown and selected
 *
 * Returns: (transfer floating): the layer
 */
DatelineIncidentLayer *
dateline_incident_layer_new (ShumateViewport *viewport, DatelineBasemap *basemap, DatelineSession *session)
{
  DatelineIncidentLayer *self = g_object_new (DATELINE_TYPE_INCIDENT_LAYER, "viewport", viewport, NULL);

  self->basemap = basemap ? dateline_basemap_ref (basemap) : NULL;
  self->session = g_object_ref (session);
  self->marks = dateline_incident_marks_new (basemap);
  on_incidents_changed_cb (self);

  g_signal_connect_object (viewport, "notify", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "incidents-changed", G_CALLBACK (on_incidents_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "visible-changed", G_CALLBACK (on_visible_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::picking", G_CALLBACK (on_picking_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::scale-factor", G_CALLBACK (forget_pictures), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * dateline_incident_layer_set_style:
 * @self: an incident layer
 * @style: the basemap's
 */
void
dateline_incident_layer_set_style (DatelineIncidentLayer *self, DatelineBasemapStyle style)
{
  if (self->style == style)
    return;

  self->style = style;
  forget_pictures (self);
}

/**
 * dateline_incident_layer_set_size_by:
 * @self: an incident layer
 * @size_by: what makes a symbol larger
 */
void
dateline_incident_layer_set_size_by (DatelineIncidentLayer *self, DatelineSizeBy size_by)
{
  if (self->size_by == size_by)
    return;

  self->size_by = size_by;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
contains_row (const GArray *rows, guint row)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, guint, i) == row)
      return TRUE;

  return FALSE;
}

/**
 * dateline_incident_layer_open_list:
 * @self: an incident layer
 *
 * Lists the incidents that share the selected one's mark, as a click on
 * that mark would at the deepest zoom.
 *
 * Returns: whether there are any but the selected one
 */
gboolean
dateline_incident_layer_open_list (DatelineIncidentLayer *self)
{
  guint   selected = dateline_incident_table_find (get_table (self), dateline_session_get_selected (self->session));
  GArray *marks = dateline_incident_marks_update (self->marks, &self->view);

  for (guint at = 0; selected != G_MAXUINT && at < marks->len; at++)
    {
      DatelineMark mark = g_array_index (marks, DatelineMark, at);
      double       x, y;

      g_autoptr (GArray) rows = NULL;

      if (mark.cluster.n < 2)
        continue;
      rows = dateline_incident_marks_find_rows (self->marks, at);
      if (!contains_row (rows, selected))
        continue;
      dateline_map_view_to_px (&self->view, mark.cluster.x, mark.cluster.y, &x, &y);
      open_list (self, rows, x, y);
      return TRUE;
    }

  return FALSE;
}

/**
 * dateline_incident_layer_list_drawn:
 * @self: an incident layer
 *
 * Returns: (transfer full): the row ids in the store, as gint64, of the
 *   incidents that have a mark in view, alone or in a cluster
 */
GArray *
dateline_incident_layer_list_drawn (DatelineIncidentLayer *self)
{
  GArray *marks = dateline_incident_marks_update (self->marks, &self->view);
  GArray *drawn = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint at = 0; at < marks->len; at++)
    {
      g_autoptr (GArray) rows = dateline_incident_marks_find_rows (self->marks, at);

      for (guint i = 0; i < rows->len; i++)
        g_array_append_val (drawn, get_table (self)->id[g_array_index (rows, guint, i)]);
    }
  return drawn;
}

/**
 * dateline_incident_layer_find_incident:
 * @self: an incident layer
 * @incident: row id in the store
 * @at: (out): where it is drawn; untouched on failure
 *
 * Returns: whether the incident is drawn anywhere
 */
gboolean
dateline_incident_layer_find_incident (DatelineIncidentLayer *self, gint64 incident, DatelinePoint *at)
{
  guint  row = dateline_incident_table_find (get_table (self), incident);
  double x, y;

  if (row == G_MAXUINT || !find_row_position (self, row, &x, &y))
    return FALSE;

  dateline_map_view_to_degrees (x, y, &at->lat, &at->lon);
  return TRUE;
}

/**
 * dateline_incident_layer_get_mark_boxes:
 * @self: an incident layer
 *
 * Returns: (transfer none) (element-type DatelineLabelBox): what its marks
 *   cover now, in pixels of the widget; valid until the next call
 */
const GArray *
dateline_incident_layer_get_mark_boxes (DatelineIncidentLayer *self)
{
  DatelineMapView view = dateline_layer_view_get (SHUMATE_LAYER (self));
  GArray         *marks = dateline_incident_marks_update (self->marks, &view);

  g_array_set_size (self->boxes, 0);
  for (guint i = 0; i < marks->len; i++)
    {
      const DatelineMark *mark = &g_array_index (marks, DatelineMark, i);
      float               radius = (float) dateline_mark_get_radius (mark);
      DatelineLabelBox    box = { 0.0f, 0.0f, 2.0f * radius, 2.0f * radius };
      double              x, y;

      dateline_map_view_to_px (&view, mark->cluster.x, mark->cluster.y, &x, &y);
      box.x = (float) x - radius;
      box.y = (float) y - radius;
      g_array_append_val (self->boxes, box);
    }

  return self->boxes;
}

/**
 * dateline_incident_layer_get_bounds:
 * @self: an incident layer
 * @south_west: (out): a corner; untouched on failure
 * @north_east: (out): its opposite
 *
 * Returns: whether any incident that is shown has a place; then the
 *   corners hold all of them
 */
gboolean
dateline_incident_layer_get_bounds (DatelineIncidentLayer *self, DatelinePoint *south_west, DatelinePoint *north_east)
{
  const DatelineIncidentTable *table = get_table (self);
  double                       x_min = G_MAXDOUBLE, y_min = G_MAXDOUBLE, x_max = -1.0, y_max = -1.0;

  for (guint row = 0; row < table->n_rows; row++)
    {
      double x, y;

      if (!dateline_session_is_visible (self->session, row) || !find_row_position (self, row, &x, &y))
        continue;
      x_min = MIN (x_min, x);
      y_min = MIN (y_min, y);
      x_max = MAX (x_max, x);
      y_max = MAX (y_max, y);
    }

  if (x_max < 0.0)
    return FALSE;

  dateline_map_view_to_degrees (x_min, y_max, &south_west->lat, &south_west->lon);
  dateline_map_view_to_degrees (x_max, y_min, &north_east->lat, &north_east->lon);
  return TRUE;
}
