/* dateline-map.c: the map of a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-map"

#include "config.h"

#include "dateline-map.h"

#include <glib/gi18n.h>
#include <math.h>
#include <shumate/shumate.h>

#include "dateline-candidate-layer.h"
#include "dateline-incident-layer.h"
#include "dateline-label-layer.h"
#include "dateline-layer-view.h"
#include "dateline-legend.h"
#include "dateline-map-background.h"
#include "dateline-map-options.h"
#include "dateline-map-view.h"

#define PAN_PX 96.0
#define ANIMATION_MS 350

/* Between a control and a name. */
#define CLEAR_PX 5.0f

/* What is brought into view stands at least this far from the edge. */
#define INSET_PX 56.0

/* While the date moves on its own, libshumate 1.4 loads no tile until
 * its viewport changes. */
#define NUDGE_INTERVAL_US (250 * 1000)

/* Shown when there is nothing to show: Syria to Yemen. */
static const DatelinePoint region_south_west = { 12.0, 35.5 };
static const DatelinePoint region_north_east = { 37.5, 55.0 };

struct _DatelineMap
{
  GtkWidget parent_instance;

  DatelineSession        *session;
  DatelineBasemap        *basemap; /* NULL without a file */
  DatelineMapBackground  *background;
  DatelineLabelLayer     *label_layer;
  DatelineIncidentLayer  *incident_layer;
  DatelineCandidateLayer *candidate_layer;
  char                   *basemap_problem; /* NULL when the built-in map is there */
  gboolean                high_contrast;
  gboolean                is_readers_view; /* moved by hand: it is no longer fitted to what there is */
  gboolean                was_drawn;
  guint                   fit_source;
  gint64                  nudged_at;
  double                  goal_zoom; /* where the last move leads */
  gint64                  goal_at;   /* when it will be there */

  /* Template widgets */
  GtkWidget          *overlay;
  ShumateMap         *map;
  ShumateScale       *scale;
  GtkWidget          *controls;
  GtkBox             *legend_box;
  DatelineMapOptions *options;
  GtkLabel           *attribution_label;
  GtkLabel           *problem_label;
};

enum
{
  PROP_0,
  PROP_HIGH_CONTRAST,
  PROP_BACKGROUND,
  PROP_TILE_URL,
  PROP_MBTILES_PATH,
  PROP_LABEL_LANGUAGE,
  PROP_SIZE_BY,
  N_PROPS
};

enum
{
  SIGNAL_OPEN_SELECTED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (DatelineMap, dateline_map, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static ShumateViewport *
get_viewport (DatelineMap *self)
{
  return shumate_map_get_viewport (self->map);
}

static gboolean
is_animated (DatelineMap *self)
{
  gboolean animated = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animated, NULL);
  return animated;
}

/* --- style ---------------------------------------------------------- */

/* Light text means a dark window. */
static gboolean
is_dark (DatelineMap *self)
{
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  return 0.2126f * color.red + 0.7152f * color.green + 0.0722f * color.blue > 0.5f;
}

static DatelineBasemapStyle
choose_style (DatelineMap *self)
{
  if (self->high_contrast)
    return is_dark (self) ? DATELINE_BASEMAP_HIGH_CONTRAST_DARK : DATELINE_BASEMAP_HIGH_CONTRAST;

  return is_dark (self) ? DATELINE_BASEMAP_DARK : DATELINE_BASEMAP_LIGHT;
}

static void
update_style (DatelineMap *self)
{
  if (self->session != NULL)
    dateline_map_background_set_style (self->background, choose_style (self));
}

/* Whose map it is and what is wrong with it is always said on it. */
static void
on_background_changed_cb (DatelineMap *self)
{
  DatelineBasemapStyle style = dateline_map_background_get_style (self->background);
  const char          *problem = dateline_map_background_get_problem (self->background);
  g_autofree char     *attribution = dateline_map_background_get_attribution (self->background);

  if (self->incident_layer == NULL)
    return;

  if (problem == NULL)
    problem = self->basemap_problem;
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
  gtk_label_set_label (self->attribution_label, attribution);
  gtk_widget_set_visible (GTK_WIDGET (self->label_layer), !dateline_map_background_has_own_names (self->background));
  dateline_label_layer_set_style (self->label_layer, style);
  dateline_incident_layer_set_style (self->incident_layer, style);
}

static void
choose_background (DatelineMap *self)
{
  DatelineBackground kind;
  g_autofree char   *tile_url = NULL;
  g_autofree char   *mbtiles_path = NULL;

  if (self->background == NULL)
    return;

  g_object_get (self->options, "background", &kind, "tile-url", &tile_url, "mbtiles-path", &mbtiles_path, NULL);
  dateline_map_background_choose (self->background, kind, tile_url, mbtiles_path);
}

static void
choose_signs (DatelineMap *self)
{
  DatelineLabelLanguage language;
  DatelineSizeBy        size_by;

  if (self->incident_layer == NULL)
    return;

  g_object_get (self->options, "label-language", &language, "size-by", &size_by, NULL);
  dateline_label_layer_set_language (self->label_layer, language);
  dateline_incident_layer_set_size_by (self->incident_layer, size_by);
}

/* The map's choices are those of its popover. */
static void
on_option_cb (DatelineMap *self, GParamSpec *pspec)
{
  GParamSpec *own = g_object_class_find_property (G_OBJECT_GET_CLASS (self), pspec->name);

  if (own == NULL || own->owner_type != DATELINE_TYPE_MAP)
    return;

  choose_background (self);
  choose_signs (self);
  g_object_notify_by_pspec (G_OBJECT (self), own);
}

static void
dateline_map_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (dateline_map_parent_class)->css_changed (widget, change);
  update_style (DATELINE_MAP (widget));
}

/* --- moving about --------------------------------------------------- */

static void
go_to (DatelineMap *self, double lat, double lon, double zoom)
{
  ShumateViewport *viewport = get_viewport (self);

  shumate_map_stop_go_to (self->map);
  zoom = CLAMP (zoom, DATELINE_BASEMAP_MIN_ZOOM, DATELINE_BASEMAP_MAX_ZOOM);
  self->goal_zoom = zoom;
  self->goal_at = g_get_monotonic_time ();
  if (is_animated (self) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->goal_at += ANIMATION_MS * 1000;
      shumate_map_go_to_full_with_duration (self->map, lat, lon, zoom, ANIMATION_MS);
      return;
    }

  shumate_viewport_set_zoom_level (viewport, zoom);
  shumate_map_center_on (self->map, lat, lon);
}

/* A move that is under way counts as done. */
static double
get_zoom (DatelineMap *self)
{
  if (g_get_monotonic_time () < self->goal_at)
    return self->goal_zoom;

  return shumate_viewport_get_zoom_level (get_viewport (self));
}

static DatelineMapView
get_view (DatelineMap *self)
{
  return dateline_layer_view_get (SHUMATE_LAYER (self->incident_layer));
}

static void
fit (DatelineMap *self, DatelinePoint south_west, DatelinePoint north_east)
{
  DatelineMapView here = get_view (self);
  DatelineMapView view = dateline_map_view_new_fitting (south_west, north_east, here.width_px, here.height_px);
  double          lat, lon;

  dateline_map_view_to_degrees (view.center_x, view.center_y, &lat, &lon);
  go_to (self, lat, lon, view.zoom);
}

static void
pan (DatelineMap *self, double right_px, double down_px)
{
  DatelineMapView view = get_view (self);
  double          x, y, lat, lon;

  self->is_readers_view = TRUE;
  shumate_map_stop_go_to (self->map);
  dateline_map_view_to_world (&view, view.width_px / 2.0 + right_px, view.height_px / 2.0 + down_px, &x, &y);
  dateline_map_view_to_degrees (x, CLAMP (y, 0.0, 4294967295.0), &lat, &lon);
  shumate_map_center_on (self->map, lat, CLAMP (lon, -180.0, 180.0));
}

static void
zoom_by (DatelineMap *self, double steps)
{
  ShumateViewport *viewport = get_viewport (self);
  double           zoom = round (get_zoom (self) + steps);

  self->is_readers_view = TRUE;
  go_to (self, shumate_location_get_latitude (SHUMATE_LOCATION (viewport)), shumate_location_get_longitude (SHUMATE_LOCATION (viewport)), zoom);
}

static void
on_zoom_in_clicked_cb (DatelineMap *self)
{
  zoom_by (self, 1.0);
}

static void
on_zoom_out_clicked_cb (DatelineMap *self)
{
  zoom_by (self, -1.0);
}

static void
on_zoom_to_cb (DatelineMap *self, double south, double west, double north, double east)
{
  double before = get_zoom (self);

  self->is_readers_view = TRUE;
  fit (self, (DatelinePoint){ south, west }, (DatelinePoint){ north, east });
  /* A click on a cluster always leads on, even where all of it was in view. */
  if (self->goal_zoom <= before)
    go_to (self, (south + north) / 2.0, (west + east) / 2.0, floor (before) + 1.0);
}

/* Enter opens the selected incident; with Shift, the list of those that
 * share its mark. */
static gboolean
open_selected (DatelineMap *self, gboolean as_list)
{
  if (dateline_session_get_selected (self->session) == 0)
    dateline_map_select_next (self, 1);
  else if (!as_list || !dateline_incident_layer_open_list (self->incident_layer))
    g_signal_emit (self, signals[SIGNAL_OPEN_SELECTED], 0);

  return GDK_EVENT_STOP;
}

static void
on_show_candidates_cb (DatelineMap *self)
{
  DatelinePoint south_west, north_east;

  if (!dateline_candidate_layer_get_bounds (self->candidate_layer, &south_west, &north_east))
    return;

  self->is_readers_view = TRUE;
  fit (self, south_west, north_east);
}

static gboolean
on_key_pressed_cb (DatelineMap *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Escape:
      return dateline_candidate_layer_cancel_drag (self->candidate_layer);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      pan (self, -PAN_PX, 0.0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      pan (self, PAN_PX, 0.0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      pan (self, 0.0, -PAN_PX);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      pan (self, 0.0, PAN_PX);
      return GDK_EVENT_STOP;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      zoom_by (self, 1.0);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      zoom_by (self, -1.0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      dateline_map_show_all (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return open_selected (self, state & GDK_SHIFT_MASK);
    case GDK_KEY_n:
      dateline_map_select_next (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_p:
      dateline_map_select_next (self, -1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* The wheel zooms, as libshumate has it; sideways it pans. */
static gboolean
on_scroll_cb (DatelineMap *self, double dx, double dy)
{
  self->is_readers_view = TRUE;
  if (dx != 0.0)
    pan (self, dx * PAN_PX, 0.0);
  return dy != 0.0 ? GDK_EVENT_PROPAGATE : GDK_EVENT_STOP;
}

static void
on_pressed_cb (DatelineMap *self)
{
  self->is_readers_view = TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* What is under the pointer stays there. The second click on a cluster is
 * not counted: the first has set the map moving. */
static void
on_released_cb (DatelineMap *self, int n_press, double x_px, double y_px)
{
  DatelineMapView view = get_view (self);
  double          zoom = floor (view.zoom + 1.0);
  double          x, y, lat, lon, ratio;

  if (n_press != 2 || g_get_monotonic_time () < self->goal_at || zoom > DATELINE_BASEMAP_MAX_ZOOM)
    return;

  ratio = exp2 (view.zoom - zoom);
  dateline_map_view_to_world (&view, x_px, y_px, &x, &y);
  dateline_map_view_to_degrees (x + (view.center_x - x) * ratio, y + (view.center_y - y) * ratio, &lat, &lon);
  go_to (self, lat, lon, zoom);
}

/* --- following the session ------------------------------------------ */

static void
on_selected_cb (DatelineMap *self)
{
  DatelineMapView view = get_view (self);
  DatelineMapView at;
  DatelinePoint   point;
  double          x, y;

  if (view.width_px <= 0.0 || !dateline_incident_layer_find_incident (self->incident_layer, dateline_session_get_selected (self->session), &point))
    return;

  at = dateline_map_view_new (point.lat, point.lon, view.zoom, 0.0, 0.0);
  dateline_map_view_to_px (&view, at.center_x, at.center_y, &x, &y);
  if (x < INSET_PX || y < INSET_PX || x > view.width_px - INSET_PX || y > view.height_px - INSET_PX)
    {
      self->is_readers_view = TRUE;
      go_to (self, point.lat, point.lon, get_zoom (self));
    }
}

static void
on_day_cb (DatelineMap *self)
{
  gint64 now = g_get_monotonic_time ();

  if (now - self->nudged_at < NUDGE_INTERVAL_US)
    return;

  self->nudged_at = now;
  dateline_map_nudge_tiles (self);
}

static gboolean
on_fit_cb (gpointer user_data)
{
  DatelineMap *self = user_data;

  self->fit_source = 0;
  if (self->was_drawn && !self->is_readers_view)
    dateline_map_show_all (self);
  return G_SOURCE_REMOVE;
}

/* While articles come in, the view follows what there is; once the
 * reader has moved it, it is theirs. */
static void
queue_fit (DatelineMap *self)
{
  if (self->is_readers_view || self->fit_source != 0 || self->session == NULL)
    return;

  /* Before the next frame: where frames are slow, they never leave a
   * moment idle. */
  self->fit_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_fit_cb, self, NULL);
}

static void
on_incidents_changed_cb (DatelineMap *self)
{
  queue_fit (self);
}

/* The names keep clear of what stands on the map; the scale's width goes
 * with the zoom, so this is asked for each frame. */
static void
reserve_controls (DatelineMap *self)
{
  GtkWidget       *controls[] = { self->controls, GTK_WIDGET (self->scale), GTK_WIDGET (self->attribution_label) };
  DatelineLabelBox boxes[G_N_ELEMENTS (controls)];
  guint            n_boxes = 0;

  for (guint i = 0; i < G_N_ELEMENTS (controls); i++)
    {
      graphene_rect_t bounds;

      if (gtk_widget_compute_bounds (controls[i], GTK_WIDGET (self), &bounds))
        boxes[n_boxes++] = (DatelineLabelBox){ bounds.origin.x - CLEAR_PX, bounds.origin.y - CLEAR_PX, bounds.size.width + 2 * CLEAR_PX, bounds.size.height + 2 * CLEAR_PX };
    }

  dateline_label_layer_set_reserved (self->label_layer, boxes, n_boxes);
}

static void
dateline_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DatelineMap *self = DATELINE_MAP (widget);

  if (self->label_layer != NULL)
    reserve_controls (self);
  /* The first time that its size is known. */
  if (!self->was_drawn)
    queue_fit (self);
  self->was_drawn = TRUE;
  GTK_WIDGET_CLASS (dateline_map_parent_class)->snapshot (widget, snapshot);

  if (gtk_widget_has_visible_focus (widget))
    {
      GskRoundedRect   outline;
      GdkRGBA          color;
      GtkStyleContext *context = gtk_widget_get_style_context (widget);

      if (!gtk_style_context_lookup_color (context, "accent_color", &color))
        gtk_style_context_get_color (context, &color);
      gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (1, 1, (float) gtk_widget_get_width (widget) - 2, (float) gtk_widget_get_height (widget) - 2), 4);
      gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 2, 2, 2, 2 }, (GdkRGBA[4]){ color, color, color, color });
    }
}

/* --- life ----------------------------------------------------------- */

static void
dateline_map_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  DatelineMap *self = DATELINE_MAP (object);

  if (prop_id == PROP_HIGH_CONTRAST)
    g_value_set_boolean (value, self->high_contrast);
  else
    g_object_get_property (G_OBJECT (self->options), pspec->name, value);
}

static void
dateline_map_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  DatelineMap *self = DATELINE_MAP (object);

  if (prop_id == PROP_HIGH_CONTRAST)
    dateline_map_set_high_contrast (self, g_value_get_boolean (value));
  else
    g_object_set_property (G_OBJECT (self->options), pspec->name, value);
}

static void
dateline_map_dispose (GObject *object)
{
  DatelineMap *self = DATELINE_MAP (object);

  g_clear_handle_id (&self->fit_source, g_source_remove);
  if (self->label_layer != NULL)
    dateline_label_layer_set_mark_boxes (self->label_layer, NULL, NULL);
  self->label_layer = NULL;
  self->incident_layer = NULL;
  if (self->background != NULL)
    g_signal_handlers_disconnect_by_data (self->background, self);
  g_clear_object (&self->background);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_pointer (&self->basemap, dateline_basemap_unref);

  G_OBJECT_CLASS (dateline_map_parent_class)->dispose (object);
}

static void
dateline_map_finalize (GObject *object)
{
  g_clear_pointer (&DATELINE_MAP (object)->basemap_problem, g_free);

  G_OBJECT_CLASS (dateline_map_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_HIGH_CONTRAST] = g_param_spec_boolean ("high-contrast", NULL, NULL, FALSE, flags);
  properties[PROP_BACKGROUND] = g_param_spec_enum ("background", NULL, NULL, DATELINE_TYPE_BACKGROUND, DATELINE_BACKGROUND_BUILT_IN, flags);
  properties[PROP_TILE_URL] = g_param_spec_string ("tile-url", NULL, NULL, NULL, flags);
  properties[PROP_MBTILES_PATH] = g_param_spec_string ("mbtiles-path", NULL, NULL, NULL, flags);
  properties[PROP_LABEL_LANGUAGE] = g_param_spec_enum ("label-language", NULL, NULL, DATELINE_TYPE_LABEL_LANGUAGE, DATELINE_LABELS_ENGLISH, flags);
  properties[PROP_SIZE_BY] = g_param_spec_enum ("size-by", NULL, NULL, DATELINE_TYPE_SIZE_BY, DATELINE_SIZE_BY_TOLL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_map_class_init (DatelineMapClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dateline_map_get_property;
  object_class->set_property = dateline_map_set_property;
  object_class->dispose = dateline_map_dispose;
  object_class->finalize = dateline_map_finalize;
  widget_class->css_changed = dateline_map_css_changed;
  widget_class->snapshot = dateline_map_snapshot;

  install_properties (object_class);
  signals[SIGNAL_OPEN_SELECTED] = g_signal_new ("open-selected", DATELINE_TYPE_MAP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SHUMATE_TYPE_MAP);
  g_type_ensure (SHUMATE_TYPE_SCALE);
  g_type_ensure (DATELINE_TYPE_MAP_OPTIONS);
  gtk_widget_class_set_css_name (widget_class, "datelinemap");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/dateline/Dateline/dateline-map.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineMap, overlay);
  gtk_widget_class_bind_template_child (widget_class, DatelineMap, map);
  gtk_widget_class_bind_template_child (widget_class, DatelineMap, scale);
  gtk_widget_class_bind_template_child (widget_class, DatelineMap, controls);
  gtk_widget_class_bind_template_child (widget_class, DatelineMap, legend_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineMap, options);
  gtk_widget_class_bind_template_child (widget_class, DatelineMap, attribution_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineMap, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_in_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_out_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, dateline_map_show_all);
}

static void
add_controllers (DatelineMap *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture         *press = gtk_gesture_click_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (on_scroll_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->map), scroll);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (on_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (press, "released", G_CALLBACK (on_released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (press));
}

/* North stays up: no label and no cluster is made for a turned map. */
static void
on_rotation_cb (ShumateViewport *viewport)
{
  if (shumate_viewport_get_rotation (viewport) != 0.0)
    shumate_viewport_set_rotation (viewport, 0.0);
}

static void
dateline_map_init (DatelineMap *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Map of incidents"), -1);
  shumate_viewport_set_min_zoom_level (get_viewport (self), DATELINE_BASEMAP_MIN_ZOOM);
  shumate_viewport_set_max_zoom_level (get_viewport (self), DATELINE_BASEMAP_MAX_ZOOM);
  shumate_viewport_set_zoom_level (get_viewport (self), 5.0);
  shumate_map_center_on (self->map, 27.5, 44.5);
  shumate_scale_set_viewport (self->scale, get_viewport (self));
  g_signal_connect_object (get_viewport (self), "notify::rotation", G_CALLBACK (on_rotation_cb), get_viewport (self), 0);
  g_signal_connect_object (self->options, "notify", G_CALLBACK (on_option_cb), self, G_CONNECT_SWAPPED);
  gtk_box_prepend (self->legend_box, dateline_legend_new ());
  add_controllers (self);
}

static const GArray *
get_mark_boxes (gpointer user_data)
{
  return dateline_incident_layer_get_mark_boxes (user_data);
}

static void
open_basemap (DatelineMap *self, const char *path)
{
  g_autoptr (GError) error = NULL;

  if (path != NULL)
    self->basemap = dateline_basemap_new_from_file (path, &error);
  if (self->basemap == NULL)
    self->basemap_problem = path != NULL ? g_strdup_printf (_ ("The map has no background: %s"), error->message)
                                         : g_strdup (_ ("The map has no background: its file is missing"));
}

/**
 * dateline_map_new:
 * @session: what is shown and selected
 * @basemap_path: (nullable): basemap.dat, as dateline_data_find() gives it
 *
 * A basemap that cannot be read leaves a plain map and says so on it.
 *
 * Returns: (transfer floating): the map
 */
GtkWidget *
dateline_map_new (DatelineSession *session, const char *basemap_path)
{
  DatelineMap         *self = g_object_new (DATELINE_TYPE_MAP, NULL);
  DatelineBasemapStyle style;

  g_return_val_if_fail (DATELINE_IS_SESSION (session), GTK_WIDGET (self));

  open_basemap (self, basemap_path);
  style = choose_style (self);
  self->background = dateline_map_background_new (self->map, self->basemap, style);
  g_signal_connect_object (self->background, "changed", G_CALLBACK (on_background_changed_cb), self, G_CONNECT_SWAPPED);

  self->label_layer = dateline_label_layer_new (get_viewport (self), self->basemap);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->label_layer));
  self->incident_layer = dateline_incident_layer_new (get_viewport (self), self->basemap, session);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->incident_layer));
  self->candidate_layer = dateline_candidate_layer_new (get_viewport (self), session);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->candidate_layer));
  self->session = g_object_ref (session);
  dateline_label_layer_set_mark_boxes (self->label_layer, get_mark_boxes, self->incident_layer);

  g_signal_connect_object (session, "visible-changed", G_CALLBACK (gtk_widget_queue_draw), self->label_layer, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->incident_layer, "zoom-to", G_CALLBACK (on_zoom_to_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "incidents-changed", G_CALLBACK (on_incidents_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected", G_CALLBACK (on_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::day", G_CALLBACK (on_day_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dateline_session_get_candidates (session), "show-all", G_CALLBACK (on_show_candidates_cb), self, G_CONNECT_SWAPPED);
  choose_background (self);
  choose_signs (self);
  on_background_changed_cb (self);

  return GTK_WIDGET (self);
}

/**
 * dateline_map_show_all:
 * @self: a map
 *
 * Brings all incidents into view that are shown; without any, the region.
 */
void
dateline_map_show_all (DatelineMap *self)
{
  DatelinePoint south_west = region_south_west;
  DatelinePoint north_east = region_north_east;

  g_return_if_fail (DATELINE_IS_MAP (self));

  self->is_readers_view = FALSE;
  dateline_incident_layer_get_bounds (self->incident_layer, &south_west, &north_east);
  fit (self, south_west, north_east);
}

/**
 * dateline_map_go_to:
 * @self: a map
 * @at: the new centre
 * @zoom: 3 to 18
 *
 * Moves there, at once where the desktop asks for less motion.
 */
void
dateline_map_go_to (DatelineMap *self, DatelinePoint at, double zoom)
{
  g_return_if_fail (DATELINE_IS_MAP (self));

  self->is_readers_view = TRUE;
  go_to (self, at.lat, at.lon, zoom);
}

/**
 * dateline_map_get_centre:
 * @self: a map
 * @zoom: (out): how near it is, as dateline_map_go_to() takes it
 *
 * Returns: the middle of what is shown
 */
DatelinePoint
dateline_map_get_centre (DatelineMap *self, double *zoom)
{
  ShumateLocation *location = SHUMATE_LOCATION (get_viewport (self));

  *zoom = shumate_viewport_get_zoom_level (get_viewport (self));
  return (DatelinePoint){ shumate_location_get_latitude (location), shumate_location_get_longitude (location) };
}

/**
 * dateline_map_get_position:
 * @self: a map
 * @at: a place
 * @x: (out): pixels from the widget's left
 * @y: (out): pixels from the widget's top
 *
 * Returns: whether @at is in view
 */
gboolean
dateline_map_get_position (DatelineMap *self, DatelinePoint at, double *x, double *y)
{
  DatelineMapView view;
  DatelineMapView there;

  g_return_val_if_fail (DATELINE_IS_MAP (self), FALSE);

  view = get_view (self);
  there = dateline_map_view_new (at.lat, at.lon, view.zoom, 0.0, 0.0);
  dateline_map_view_to_px (&view, there.center_x, there.center_y, x, y);
  return *x >= 0.0 && *y >= 0.0 && *x < view.width_px && *y < view.height_px;
}

/**
 * dateline_map_select_next:
 * @self: a map
 * @direction: 1 for the next, −1 for the one before
 *
 * Selects the next incident by time that is shown and has a place; the
 * first, or the last, when none is selected.
 */
void
dateline_map_select_next (DatelineMap *self, int direction)
{
  const DatelineIncidentTable *table;
  gint64                       selected;
  guint                        row;

  g_return_if_fail (DATELINE_IS_MAP (self));

  table = dateline_session_get_table (self->session);
  selected = dateline_session_get_selected (self->session);
  row = selected != 0 ? dateline_incident_table_find (table, selected) : G_MAXUINT;
  if (row == G_MAXUINT && direction < 0)
    row = table->n_rows;

  for (row += (guint) direction; row < table->n_rows; row += (guint) direction)
    {
      DatelinePoint at;

      if (dateline_session_is_visible (self->session, row) && dateline_incident_layer_find_incident (self->incident_layer, table->id[row], &at))
        {
          dateline_session_select (self->session, table->id[row]);
          return;
        }
    }

  gtk_widget_error_bell (GTK_WIDGET (self));
}

/**
 * dateline_map_set_high_contrast:
 * @self: a map
 * @high_contrast: whether to draw strong lines and pure colours
 */
void
dateline_map_set_high_contrast (DatelineMap *self, gboolean high_contrast)
{
  g_return_if_fail (DATELINE_IS_MAP (self));

  if (self->high_contrast == high_contrast)
    return;

  self->high_contrast = high_contrast;
  update_style (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIGH_CONTRAST]);
}

/**
 * dateline_map_get_area:
 * @self: a map
 * @south_west: (out): the corner of what is in view; untouched on failure
 * @north_east: (out): its opposite
 *
 * Returns: whether it has a size yet
 */
gboolean
dateline_map_get_area (DatelineMap *self, DatelinePoint *south_west, DatelinePoint *north_east)
{
  DatelineMapView view;
  double          x, y;

  g_return_val_if_fail (DATELINE_IS_MAP (self), FALSE);

  view = get_view (self);
  if (view.width_px <= 0.0 || view.height_px <= 0.0)
    return FALSE;

  dateline_map_view_to_world (&view, 0.0, view.height_px, &x, &y);
  dateline_map_view_to_degrees (x, y, &south_west->lat, &south_west->lon);
  dateline_map_view_to_world (&view, view.width_px, 0.0, &x, &y);
  dateline_map_view_to_degrees (x, y, &north_east->lat, &north_east->lon);
  return TRUE;
}

/**
 * dateline_map_list_drawn:
 * @self: a map
 *
 * Returns: (transfer full): as dateline_incident_layer_list_drawn()
 */
GArray *
dateline_map_list_drawn (DatelineMap *self)
{
  g_return_val_if_fail (DATELINE_IS_MAP (self), NULL);

  return dateline_incident_layer_list_drawn (self->incident_layer);
}

/**
 * dateline_map_nudge_tiles:
 * @self: a map
 *
 * Lets the map look for tiles that it lacks though it was not moved. It
 * does so by itself while the session's day moves.
 */
void
dateline_map_nudge_tiles (DatelineMap *self)
{
  g_return_if_fail (DATELINE_IS_MAP (self));

  g_object_notify (G_OBJECT (get_viewport (self)), "zoom-level");
}
