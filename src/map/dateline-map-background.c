/* dateline-map-background.c: what lies under the names and the incidents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The built-in map is always there. Tiles of a server or of a file lie
 * over it, so that where none comes there is still a map.
 */

#define G_LOG_DOMAIN "dateline-map"

#include "config.h"

#include "dateline-map-background.h"

#include <glib/gi18n.h>

#include "dateline-basemap-source.h"
#include "dateline-mbtiles.h"
#include "dateline-raster-source.h"
#include "dateline-tile-server.h"

/* A server that failed is asked again after so long. */
#define RETRY_S 30

struct _DatelineMapBackground
{
  GObject parent_instance;

  ShumateMap          *map;     /* not owned: it outlives this */
  DatelineBasemap     *basemap; /* NULL without a file */
  DatelineBasemapStyle style;
  ShumateMapLayer     *built_in_layer;

  DatelineBackground    kind;
  char                 *tile_url;
  char                 *mbtiles_path;
  ShumateMapLayer      *raster_layer;  /* NULL while the built-in map is all */
  DatelineRasterSource *raster_source; /* of raster_layer */
  char                 *attribution;   /* of what it shows */
  char                 *problem;       /* NULL when there is none */
  guint                 retry_source;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (DatelineMapBackground, dateline_map_background, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

/* --- the built-in map ----------------------------------------------- */

/* Tiles in memory are known by their source's id: another style or
 * scale is another source, and a layer of its own. */
static void
replace_built_in (DatelineMapBackground *self)
{
  ShumateViewport                  *viewport = shumate_map_get_viewport (self->map);
  int                               scale = gtk_widget_get_scale_factor (GTK_WIDGET (self->map));
  g_autoptr (DatelineBasemapSource) source = dateline_basemap_source_new (self->basemap, self->style, scale);
  ShumateMapLayer                  *layer = shumate_map_layer_new (SHUMATE_MAP_SOURCE (source), viewport);

  shumate_viewport_set_reference_map_source (viewport, SHUMATE_MAP_SOURCE (source));
  shumate_map_set_map_source (self->map, SHUMATE_MAP_SOURCE (source));
  if (self->built_in_layer != NULL)
    {
      shumate_map_insert_layer_above (self->map, SHUMATE_LAYER (layer), SHUMATE_LAYER (self->built_in_layer));
      shumate_map_remove_layer (self->map, SHUMATE_LAYER (self->built_in_layer));
    }
  else
    shumate_map_add_layer (self->map, SHUMATE_LAYER (layer));
  self->built_in_layer = layer;
}

/* --- tiles over it -------------------------------------------------- */

static void open_raster (DatelineMapBackground *self);

static gboolean
on_retry_cb (gpointer user_data)
{
  DatelineMapBackground *self = user_data;

  self->retry_source = 0;
  open_raster (self);
  return G_SOURCE_REMOVE;
}

static void
set_problem (DatelineMapBackground *self, char *problem)
{
  g_free (self->problem);
  self->problem = problem;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Only a server's: a file fails when it is opened, or a tile of it is
 * damaged, and then its other tiles may still be read. */
static void
on_raster_problem_cb (DatelineMapBackground *self)
{
  const char *why = dateline_raster_source_get_problem (self->raster_source);

  if (why == NULL)
    {
      g_clear_handle_id (&self->retry_source, g_source_remove);
      set_problem (self, NULL);
    }
  else if (self->kind == DATELINE_BACKGROUND_MBTILES)
    set_problem (self, g_strdup_printf (_ ("The map file cannot be read: %s"), why));
  else
    {
      /* Translators: the reason is something like "it does not answer" */
      set_problem (self, g_strdup_printf (_ ("No online map from the tile server: %s"), why));
      if (self->retry_source == 0)
        self->retry_source = g_timeout_add_seconds (RETRY_S, on_retry_cb, self);
    }
}

static void
close_raster (DatelineMapBackground *self)
{
  g_clear_handle_id (&self->retry_source, g_source_remove);
  if (self->raster_layer != NULL)
    shumate_map_remove_layer (self->map, SHUMATE_LAYER (self->raster_layer));
  self->raster_layer = NULL;
  if (self->raster_source != NULL)
    g_signal_handlers_disconnect_by_data (self->raster_source, self);
  g_clear_object (&self->raster_source);
  g_clear_pointer (&self->attribution, g_free);
}

static void
show_raster (DatelineMapBackground *self, ShumateDataSource *data, guint max_zoom)
{
  self->raster_source = dateline_raster_source_new (data, max_zoom);
  self->raster_layer = shumate_map_layer_new (SHUMATE_MAP_SOURCE (self->raster_source), shumate_map_get_viewport (self->map));
  g_signal_connect_object (self->raster_source, "notify::problem", G_CALLBACK (on_raster_problem_cb), self, G_CONNECT_SWAPPED);
  shumate_map_insert_layer_above (self->map, SHUMATE_LAYER (self->raster_layer), SHUMATE_LAYER (self->built_in_layer));
}

static void
open_server (DatelineMapBackground *self)
{
  g_autoptr (DatelineTileServer) server = NULL;

  if (self->tile_url == NULL || !dateline_tile_server_is_template (self->tile_url))
    {
      set_problem (self, g_strdup (_ ("No online map: its address needs {x}, {y} and {z}")));
      return;
    }

  server = dateline_tile_server_new (self->tile_url);
  self->attribution = dateline_tile_server_get_attribution (self->tile_url);
  show_raster (self, SHUMATE_DATA_SOURCE (server), DATELINE_TILE_SERVER_MAX_ZOOM);
}

static void
open_file (DatelineMapBackground *self)
{
  g_autoptr (GError)          error = NULL;
  g_autoptr (DatelineMbtiles) tiles = NULL;

  if (self->mbtiles_path == NULL || self->mbtiles_path[0] == '\0')
    {
      set_problem (self, g_strdup (_ ("No map file is chosen")));
      return;
    }

  tiles = dateline_mbtiles_new_from_file (self->mbtiles_path, &error);
  if (tiles == NULL)
    {
      set_problem (self, g_strdup_printf (_ ("%s: the map file cannot be read: %s"), self->mbtiles_path, error->message));
      return;
    }

  self->attribution = g_strdup (dateline_mbtiles_get_attribution (tiles));
  show_raster (self, SHUMATE_DATA_SOURCE (tiles), dateline_mbtiles_get_max_zoom (tiles));
}

static void
open_raster (DatelineMapBackground *self)
{
  close_raster (self);
  g_clear_pointer (&self->problem, g_free);
  if (self->kind == DATELINE_BACKGROUND_ONLINE)
    open_server (self);
  else if (self->kind == DATELINE_BACKGROUND_MBTILES)
    open_file (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* --- life ----------------------------------------------------------- */

static void
dateline_map_background_finalize (GObject *object)
{
  DatelineMapBackground *self = DATELINE_MAP_BACKGROUND (object);

  g_clear_handle_id (&self->retry_source, g_source_remove);
  g_clear_object (&self->raster_source);
  g_clear_pointer (&self->basemap, dateline_basemap_unref);
  g_clear_pointer (&self->tile_url, g_free);
  g_clear_pointer (&self->mbtiles_path, g_free);
  g_clear_pointer (&self->attribution, g_free);
  g_clear_pointer (&self->problem, g_free);

  G_OBJECT_CLASS (dateline_map_background_parent_class)->finalize (object);
}

static void
dateline_map_background_class_init (DatelineMapBackgroundClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dateline_map_background_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", DATELINE_TYPE_MAP_BACKGROUND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dateline_map_background_init (DatelineMapBackground *self)
{
}

/**
 * dateline_map_background_new:
 * @map: where to put it; must outlive it
 * @basemap: (nullable): the built-in map; without it there is bare sea
 * @style: its colours
 *
 * Puts the built-in map on @map, before any other layer.
 *
 * Returns: (transfer full): the background
 */
DatelineMapBackground *
dateline_map_background_new (ShumateMap *map, DatelineBasemap *basemap, DatelineBasemapStyle style)
{
  DatelineMapBackground *self = g_object_new (DATELINE_TYPE_MAP_BACKGROUND, NULL);

  self->map = map;
  self->basemap = basemap ? dateline_basemap_ref (basemap) : NULL;
  self->style = style;
  replace_built_in (self);
  g_signal_connect_object (map, "notify::scale-factor", G_CALLBACK (replace_built_in), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * dateline_map_background_set_style:
 * @self: a background
 * @style: of the built-in map
 */
void
dateline_map_background_set_style (DatelineMapBackground *self, DatelineBasemapStyle style)
{
  if (self->style == style)
    return;

  self->style = style;
  replace_built_in (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * dateline_map_background_choose:
 * @self: a background
 * @kind: what to show
 * @tile_url: (nullable): of the server, for %DATELINE_BACKGROUND_ONLINE
 * @mbtiles_path: (nullable): for %DATELINE_BACKGROUND_MBTILES
 *
 * Nothing goes over the network but for %DATELINE_BACKGROUND_ONLINE.
 */
void
dateline_map_background_choose (DatelineMapBackground *self, DatelineBackground kind, const char *tile_url, const char *mbtiles_path)
{
  gboolean same_url = g_strcmp0 (self->tile_url, tile_url) == 0;
  gboolean same_path = g_strcmp0 (self->mbtiles_path, mbtiles_path) == 0;
  gboolean is_same = self->kind == kind && (kind != DATELINE_BACKGROUND_ONLINE || same_url) && (kind != DATELINE_BACKGROUND_MBTILES || same_path);

  if (!same_url)
    {
      g_free (self->tile_url);
      self->tile_url = g_strdup (tile_url);
    }
  if (!same_path)
    {
      g_free (self->mbtiles_path);
      self->mbtiles_path = g_strdup (mbtiles_path);
    }
  self->kind = kind;
  if (!is_same)
    open_raster (self);
}

/**
 * dateline_map_background_has_own_names:
 * @self: a background
 *
 * Returns: whether names are drawn into what is shown
 */
gboolean
dateline_map_background_has_own_names (DatelineMapBackground *self)
{
  return self->raster_layer != NULL && self->problem == NULL;
}

/**
 * dateline_map_background_get_style:
 * @self: a background
 *
 * Returns: the colours for what lies on it: the tiles of others are light
 */
DatelineBasemapStyle
dateline_map_background_get_style (DatelineMapBackground *self)
{
  if (self->raster_layer == NULL || self->problem != NULL)
    return self->style;

  return self->style == DATELINE_BASEMAP_HIGH_CONTRAST || self->style == DATELINE_BASEMAP_HIGH_CONTRAST_DARK ? DATELINE_BASEMAP_HIGH_CONTRAST : DATELINE_BASEMAP_LIGHT;
}

/**
 * dateline_map_background_get_problem:
 * @self: a background
 *
 * Returns: (transfer none) (nullable): why what was chosen is not shown,
 *   in words for the reader
 */
const char *
dateline_map_background_get_problem (DatelineMapBackground *self)
{
  return self->problem;
}

/**
 * dateline_map_background_get_attribution:
 * @self: a background
 *
 * Returns: (transfer full): what is shown, and whose it is
 */
char *
dateline_map_background_get_attribution (DatelineMapBackground *self)
{
  static const char built_in[] = N_ ("Natural Earth · GSHHG · GeoNames · © OpenStreetMap contributors");

  if (self->raster_layer == NULL)
    return g_strdup_printf (_ ("Built-in map: %s"), _ (built_in));
  /* What is missing of it is filled by the built-in map. */
  if (self->problem != NULL)
    return g_strdup_printf ("%s · %s", self->attribution, _ (built_in));
  if (self->kind == DATELINE_BACKGROUND_ONLINE)
    return g_strdup_printf (_ ("Online map: %s"), self->attribution);

  return g_strdup_printf (_ ("Map file: %s"), self->attribution);
}
