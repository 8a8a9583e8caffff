/* dateline-mbtiles.c: tiles from a local MBTiles file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MBTiles 1.3 (github.com/mapbox/mbtiles-spec) is a format of maps that
 * happens to be SQLite: it is read here, and nothing of the project is.
 */

#define G_LOG_DOMAIN "dateline-map"

#include "config.h"

#include "dateline-mbtiles.h"

#include <glib/gi18n.h>
#include <sqlite3.h>

#include "dateline-raster-source.h"

#define MAX_ZOOM 22

struct _DatelineMbtiles
{
  ShumateDataSource parent_instance;

  GMutex        mutex; /* over what follows: tiles are read in threads */
  sqlite3      *database;
  sqlite3_stmt *find_tile;

  char *attribution;
  guint max_zoom;
};

G_DEFINE_FINAL_TYPE (DatelineMbtiles, dateline_mbtiles, SHUMATE_TYPE_DATA_SOURCE)

typedef struct
{
  int x;
  int y;
  int zoom;
} TilePlace;

static void
set_database_error (DatelineMbtiles *self, GError **error)
{
  g_set_error_literal (error, DATELINE_RASTER_ERROR, DATELINE_RASTER_ERROR_FAILED, sqlite3_errmsg (self->database));
}

/* NULL and @error on failure; no bytes where the file has no such tile. */
static GBytes *
read_tile (DatelineMbtiles *self, TilePlace place, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  GBytes                  *bytes = NULL;
  int                      status;

  /* Rows are counted from the south (TMS). */
  sqlite3_bind_int (self->find_tile, 1, place.zoom);
  sqlite3_bind_int (self->find_tile, 2, place.x);
  sqlite3_bind_int (self->find_tile, 3, (1 << place.zoom) - 1 - place.y);
  status = sqlite3_step (self->find_tile);
  if (status == SQLITE_ROW)
    bytes = g_bytes_new (sqlite3_column_blob (self->find_tile, 0), (gsize) sqlite3_column_bytes (self->find_tile, 0));
  else if (status == SQLITE_DONE)
    bytes = g_bytes_new (NULL, 0);
  else
    set_database_error (self, error);
  sqlite3_reset (self->find_tile);

  return bytes;
}

static void
read_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  GBytes            *bytes;

  if (g_task_return_error_if_cancelled (task))
    return;

  bytes = read_tile (source_object, *(TilePlace *) task_data, &error);
  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
dateline_mbtiles_get_tile_data_async (ShumateDataSource *source, int x, int y, int zoom, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  TilePlace         place = { x, y, zoom };

  g_task_set_source_tag (task, dateline_mbtiles_get_tile_data_async);
  g_task_set_task_data (task, g_memdup2 (&place, sizeof place), g_free);
  g_task_run_in_thread (task, read_in_thread);
}

static GBytes *
dateline_mbtiles_get_tile_data_finish (ShumateDataSource *source, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
dateline_mbtiles_finalize (GObject *object)
{
  DatelineMbtiles *self = DATELINE_MBTILES (object);

  g_clear_pointer (&self->find_tile, sqlite3_finalize);
  g_clear_pointer (&self->database, sqlite3_close);
  g_clear_pointer (&self->attribution, g_free);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (dateline_mbtiles_parent_class)->finalize (object);
}

static void
dateline_mbtiles_class_init (DatelineMbtilesClass *klass)
{
  GObjectClass           *object_class = G_OBJECT_CLASS (klass);
  ShumateDataSourceClass *source_class = SHUMATE_DATA_SOURCE_CLASS (klass);

  object_class->finalize = dateline_mbtiles_finalize;
  source_class->get_tile_data_async = dateline_mbtiles_get_tile_data_async;
  source_class->get_tile_data_finish = dateline_mbtiles_get_tile_data_finish;
}

static void
dateline_mbtiles_init (DatelineMbtiles *self)
{
  g_mutex_init (&self->mutex);
}

/* NULL when the metadata does not say. */
static char *
read_metadata (DatelineMbtiles *self, const char *name)
{
  sqlite3_stmt *statement = NULL;
  char         *value = NULL;

  if (sqlite3_prepare_v2 (self->database, "SELECT value FROM metadata WHERE name = ?", -1, &statement, NULL) != SQLITE_OK)
    return NULL;
  sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC);
  if (sqlite3_step (statement) == SQLITE_ROW && sqlite3_column_text (statement, 0) != NULL)
    value = g_utf8_make_valid ((const char *) sqlite3_column_text (statement, 0), -1);
  sqlite3_finalize (statement);

  return value;
}

/* The attribution may be HTML: its words alone are shown. */
static char *
strip_tags (const char *html)
{
  GString *text = g_string_new (NULL);
  gboolean inside = FALSE;

  for (const char *p = html; *p; p++)
    {
      if (*p == '<')
        inside = TRUE;
      else if (*p == '>')
        inside = FALSE;
      else if (!inside)
        g_string_append_c (text, *p == '\n' ? ' ' : *p);
    }
  g_string_replace (text, "&copy;", "©", 0);
  g_string_replace (text, "&quot;", "\"", 0);
  g_string_replace (text, "&lt;", "<", 0);
  g_string_replace (text, "&gt;", ">", 0);
  g_string_replace (text, "&amp;", "&", 0);
  return g_strstrip (g_string_free (text, FALSE));
}

/* The tiles may be a view of millions: their deepest zoom is looked for
 * only when the metadata do not say it. */
static gboolean
find_max_zoom (DatelineMbtiles *self, GError **error)
{
  static const char sql[] =
    "SELECT ifnull ((SELECT CAST (value AS INTEGER) FROM metadata WHERE name = 'maxzoom'), (SELECT max (zoom_level) FROM tiles)) WHERE EXISTS (SELECT 1 FROM tiles)";
  sqlite3_stmt *statement = NULL;
  int           status = sqlite3_prepare_v2 (self->database, sql, -1, &statement, NULL);

  if (status == SQLITE_OK)
    status = sqlite3_step (statement);
  if (status == SQLITE_ROW)
    self->max_zoom = (guint) CLAMP (sqlite3_column_int (statement, 0), 0, MAX_ZOOM);
  else if (status == SQLITE_DONE)
    g_set_error_literal (error, DATELINE_RASTER_ERROR, DATELINE_RASTER_ERROR_FAILED, _ ("it has no tiles"));
  else
    set_database_error (self, error);
  sqlite3_finalize (statement);

  return status == SQLITE_ROW;
}

static gboolean
open_file (DatelineMbtiles *self, const char *path, GError **error)
{
  g_autofree char *format = NULL;
  g_autofree char *attribution = NULL;

  if (sqlite3_open_v2 (path, &self->database, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    {
      set_database_error (self, error);
      return FALSE;
    }
  if (!find_max_zoom (self, error))
    return FALSE;
  if (sqlite3_prepare_v2 (self->database, "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?", -1, &self->find_tile, NULL) != SQLITE_OK)
    {
      set_database_error (self, error);
      return FALSE;
    }

  format = read_metadata (self, "format");
  if (g_strcmp0 (format, "pbf") == 0)
    {
      g_set_error_literal (error, DATELINE_RASTER_ERROR, DATELINE_RASTER_ERROR_PICTURE, _ ("its tiles are vectors; choose a file with pictures (PNG or JPEG)"));
      return FALSE;
    }

  attribution = read_metadata (self, "attribution");
  if (attribution == NULL || *attribution == '\0')
    {
      g_free (attribution);
      attribution = read_metadata (self, "name");
    }
  self->attribution = attribution != NULL ? strip_tags (attribution) : g_path_get_basename (path);
  return TRUE;
}

/**
 * dateline_mbtiles_new_from_file:
 * @path: an MBTiles file of pictures
 * @error: return location for a #GError
 *
 * Errors: #DatelineRasterError, with words for the reader that leave out
 *   the file's name.
 *
 * Returns: (transfer full) (nullable): its tiles
 */
DatelineMbtiles *
dateline_mbtiles_new_from_file (const char *path, GError **error)
{
  g_autoptr (DatelineMbtiles) self = g_object_new (DATELINE_TYPE_MBTILES, NULL);

  g_return_val_if_fail (path != NULL, NULL);

  return open_file (self, path, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * dateline_mbtiles_get_max_zoom:
 * @self: tiles
 *
 * Returns: the deepest zoom that it has
 */
guint
dateline_mbtiles_get_max_zoom (DatelineMbtiles *self)
{
  g_return_val_if_fail (DATELINE_IS_MBTILES (self), 0);

  return self->max_zoom;
}

/**
 * dateline_mbtiles_get_attribution:
 * @self: tiles
 *
 * Returns: (transfer none): whose they are, as the file says it; else its name
 */
const char *
dateline_mbtiles_get_attribution (DatelineMbtiles *self)
{
  g_return_val_if_fail (DATELINE_IS_MBTILES (self), NULL);

  return self->attribution;
}
