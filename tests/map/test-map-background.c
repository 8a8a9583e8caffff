/* test-map-background.c: online tiles and map files, good and bad
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <libsoup/soup.h>
#include <locale.h>
#include <sqlite3.h>
#include <string.h>

#include "dateline-mbtiles.h"
#include "dateline-raster-source.h"
#include "dateline-tile-server.h"

/* One grey pixel. */
static const guint8 png[] = {
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00, 0x01,
  0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3a, 0x7e, 0x9b, 0x55, 0x00, 0x00, 0x00, 0x0a, 0x49, 0x44, 0x41,
  0x54, 0x78, 0x9c, 0x63, 0x68, 0x00, 0x00, 0x00, 0x82, 0x00, 0x81, 0x77, 0xcd, 0x72, 0xb6, 0x00, 0x00, 0x00, 0x00, 0x49,
  0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82
};

static void
on_result_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
fill (DatelineRasterSource *source, ShumateTile *tile, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  shumate_map_source_fill_tile_async (SHUMATE_MAP_SOURCE (source), tile, cancellable, on_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return shumate_map_source_fill_tile_finish (SHUMATE_MAP_SOURCE (source), result, error);
}

/* --- a server ------------------------------------------------------- */

typedef struct
{
  SoupServer *server;
  char       *base;
  char       *user_agent; /* of the last request */
  char       *path;
} Fixture;

static void
on_request_cb (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer user_data)
{
  Fixture    *self = user_data;
  const char *agent = soup_message_headers_get_one (soup_server_message_get_request_headers (message), "User-Agent");

  g_free (self->user_agent);
  self->user_agent = g_strdup (agent);
  g_free (self->path);
  self->path = g_strdup (path);
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  if (g_str_has_prefix (path, "/good/"))
    soup_server_message_set_response (message, "image/png", SOUP_MEMORY_STATIC, (const char *) png, sizeof png);
  else if (g_str_has_prefix (path, "/html/"))
    soup_server_message_set_response (message, "text/html", SOUP_MEMORY_STATIC, "<p>Log in first</p>", 19);
  else if (g_str_has_prefix (path, "/lie/"))
    soup_server_message_set_response (message, "image/png", SOUP_MEMORY_STATIC, "<p>Log in first</p>", 19);
  else if (g_str_has_prefix (path, "/cut/"))
    soup_server_message_set_response (message, "image/png", SOUP_MEMORY_STATIC, (const char *) png, 30);
  else if (g_str_has_prefix (path, "/endless/"))
    soup_server_message_set_response (message, "image/png", SOUP_MEMORY_TAKE, g_malloc0 (3 << 20), 3 << 20);
  else if (g_str_has_prefix (path, "/forbidden/"))
    soup_server_message_set_status (message, SOUP_STATUS_FORBIDDEN, NULL);
  else if (g_str_has_prefix (path, "/hang/"))
    soup_server_message_pause (message);
}

static void
fixture_set_up (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  GSList            *uris;

  self->server = g_object_new (SOUP_TYPE_SERVER, NULL);
  soup_server_add_handler (self->server, NULL, on_request_cb, self, NULL);
  soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (self->server);
  self->base = g_uri_to_string (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
}

static void
fixture_tear_down (Fixture *self, gconstpointer unused)
{
  soup_server_disconnect (self->server);
  g_clear_object (&self->server);
  g_clear_pointer (&self->base, g_free);
  g_clear_pointer (&self->user_agent, g_free);
  g_clear_pointer (&self->path, g_free);
}

static DatelineRasterSource *
open_server (const Fixture *self, const char *folder, guint timeout_ms)
{
  g_autofree char               *url = g_strconcat (self->base, folder, "/{z}/{x}/{y}.png", NULL);
  g_autoptr (DatelineTileServer) server = dateline_tile_server_new (url);

  g_assert_true (dateline_tile_server_is_template (url));
  dateline_tile_server_set_timeout (server, timeout_ms);
  return dateline_raster_source_new (SHUMATE_DATA_SOURCE (server), 10);
}

static void
test_server_good (Fixture *self, gconstpointer unused)
{
  g_autoptr (DatelineRasterSource) source = open_server (self, "good", 20000);
  g_autoptr (ShumateTile)          tile = shumate_tile_new_full (5, 6, 256, 4);
  g_autoptr (ShumateTile)          deep = shumate_tile_new_full (4099, 8193, 256, 13);
  g_autoptr (GError)               error = NULL;

  g_assert_true (fill (source, tile, NULL, &error));
  g_assert_no_error (error);
  g_assert_nonnull (shumate_tile_get_paintable (tile));
  g_assert_cmpint (shumate_tile_get_state (tile), ==, SHUMATE_STATE_DONE);
  g_assert_cmpstr (self->path, ==, "/good/4/5/6.png");
  g_assert_true (g_str_has_prefix (self->user_agent, "Dateline/"));

  /* Beyond the deepest zoom there is: part of the tile three above. */
  g_assert_true (fill (source, deep, NULL, &error));
  g_assert_cmpstr (self->path, ==, "/good/10/512/1024.png");
  g_assert_null (dateline_raster_source_get_problem (source));
}

static const struct
{
  const char *folder;
  int         code;
  const char *says;
} bad_servers[] = {
  { "html", DATELINE_RASTER_ERROR_PICTURE, "not a picture" },
  { "lie", DATELINE_RASTER_ERROR_PICTURE, "not a picture" },
  { "cut", DATELINE_RASTER_ERROR_PICTURE, "not a picture" },
  { "endless", DATELINE_RASTER_ERROR_PICTURE, "not a picture" },
  { "forbidden", DATELINE_RASTER_ERROR_FAILED, "403" },
  { "hang", DATELINE_RASTER_ERROR_TIMEOUT, "does not answer" },
};

/* One bad tile is nothing; three in a row are said, in words, until one
 * comes again. */
static void
test_server_bad (Fixture *self, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_servers); i++)
    {
      g_autoptr (DatelineRasterSource) source = open_server (self, bad_servers[i].folder, 300);

      g_test_message ("%s", bad_servers[i].folder);
      for (guint n = 1; n <= 3; n++)
        {
          g_autoptr (ShumateTile) tile = shumate_tile_new_full (n, 6, 256, 4);
          g_autoptr (GError)      error = NULL;

          g_assert_null (dateline_raster_source_get_problem (source));
          g_assert_false (fill (source, tile, NULL, &error));
          g_assert_error (error, DATELINE_RASTER_ERROR, bad_servers[i].code);
          g_assert_null (shumate_tile_get_paintable (tile));
        }
      g_assert_nonnull (strstr (dateline_raster_source_get_problem (source), bad_servers[i].says));
    }
}

/* Nobody listens there. */
static void
test_server_refuses (Fixture *self, gconstpointer unused)
{
  g_autoptr (DatelineRasterSource) source = open_server (self, "good", 20000);
  g_autoptr (ShumateTile)          tile = shumate_tile_new_full (5, 6, 256, 4);
  g_autoptr (GError)               error = NULL;

  soup_server_disconnect (self->server);
  g_assert_false (fill (source, tile, NULL, &error));
  g_assert_error (error, DATELINE_RASTER_ERROR, DATELINE_RASTER_ERROR_FAILED);
}

static gboolean
on_cancel_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_REMOVE;
}

/* Panning away is no failure. */
static void
test_server_cancelled (Fixture *self, gconstpointer unused)
{
  g_autoptr (DatelineRasterSource) source = open_server (self, "hang", 20000);

  for (guint n = 0; n < 4; n++)
    {
      g_autoptr (ShumateTile)  tile = shumate_tile_new_full (n, 6, 256, 4);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError)       error = NULL;

      g_timeout_add (50, on_cancel_cb, cancellable);
      g_assert_false (fill (source, tile, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
  g_assert_null (dateline_raster_source_get_problem (source));
}

static void
test_templates (void)
{
  static const struct
  {
    const char *url;
    gboolean    is_template;
    const char *attribution;
  } urls[] = {
    { DATELINE_TILE_SERVER_DEFAULT_URL, TRUE, "© OpenStreetMap contributors" },
    { "http://tiles.example.org/a/{z}/{x}/{y}@2x.png?key=1", TRUE, "Tiles from tiles.example.org" },
    { "https://evil-openstreetmap.org/{z}/{x}/{y}", TRUE, "Tiles from evil-openstreetmap.org" },
    { "https://tiles.example.org/{z}/{x}.png", FALSE, NULL },
    { "file:///etc/{z}/{x}/{y}", FALSE, NULL },
    { "tiles {z}{x}{y}", FALSE, NULL },
    { "https:///{z}/{x}/{y}", FALSE, NULL },
    { "", FALSE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (urls); i++)
    {
      g_autofree char *attribution = NULL;

      g_test_message ("%s", urls[i].url);
      g_assert_cmpint (dateline_tile_server_is_template (urls[i].url), ==, urls[i].is_template);
      if (!urls[i].is_template)
        continue;
      attribution = dateline_tile_server_get_attribution (urls[i].url);
      g_assert_cmpstr (attribution, ==, urls[i].attribution);
    }
}

/* --- a file --------------------------------------------------------- */

static void
create_file (const char *path, const char *sql)
{
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

#define TABLES                                     \
  "CREATE TABLE metadata (name TEXT, value TEXT);" \
  "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB);"

static char *
get_path (const char *folder)
{
  return g_build_filename (folder, "map.mbtiles", NULL);
}

static void
test_file_good (void)
{
  g_autofree char                 *folder = g_dir_make_tmp ("dateline-test-XXXXXX", NULL);
  g_autofree char                 *path = get_path (folder);
  g_autoptr (GString)              sql = g_string_new (TABLES "INSERT INTO metadata VALUES ('attribution', '<a href=\"x\">&copy; Someone</a>'); INSERT INTO tiles VALUES (2, 1, 3, x'");
  g_autoptr (GError)               error = NULL;
  g_autoptr (DatelineMbtiles)      tiles = NULL;
  g_autoptr (DatelineRasterSource) source = NULL;
  g_autoptr (ShumateTile)          there = shumate_tile_new_full (1, 0, 256, 2); /* rows from the south */
  g_autoptr (ShumateTile)          missing = shumate_tile_new_full (0, 0, 256, 2);

  for (guint i = 0; i < sizeof png; i++)
    g_string_append_printf (sql, "%02x", png[i]);
  g_string_append (sql, "');");
  create_file (path, sql->str);

  tiles = dateline_mbtiles_new_from_file (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dateline_mbtiles_get_max_zoom (tiles), ==, 2);
  g_assert_cmpstr (dateline_mbtiles_get_attribution (tiles), ==, "© Someone");
  source = dateline_raster_source_new (SHUMATE_DATA_SOURCE (tiles), 2);
  g_assert_true (fill (source, there, NULL, &error));
  g_assert_true (fill (source, missing, NULL, &error));
  g_assert_no_error (error);
  g_assert_null (dateline_raster_source_get_problem (source));

  g_remove (path);
  g_rmdir (folder);
}

static const struct
{
  const char *reason;
  const char *sql;  /* NULL for no SQLite at all */
  gssize      kept; /* bytes of the file; −1 all */
  const char *says;
} bad_files[] = {
  { "another kind of file", NULL, -1, "not a database" },
  { "no tables", "CREATE TABLE t (a);", -1, "no such table" },
  { "no tiles", TABLES, -1, "no tiles" },
  { "vectors", TABLES "INSERT INTO metadata VALUES ('format', 'pbf'); INSERT INTO tiles VALUES (0, 0, 0, x'00');", -1, "vectors" },
  { "cut off", TABLES "INSERT INTO tiles VALUES (0, 0, 0, zeroblob (90000));", 5000, "malformed" },
};

static void
test_file_bad (void)
{
  g_autofree char   *folder = g_dir_make_tmp ("dateline-test-XXXXXX", NULL);
  g_autofree char   *path = get_path (folder);
  g_autoptr (GError) missing = NULL;

  g_assert_null (dateline_mbtiles_new_from_file (path, &missing));
  g_assert_nonnull (missing);
  for (guint i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autoptr (GError)          error = NULL;
      g_autoptr (DatelineMbtiles) tiles = NULL;
      g_autofree char            *contents = NULL;
      gsize                       length;

      g_test_message ("%s", bad_files[i].reason);
      if (bad_files[i].sql != NULL)
        create_file (path, bad_files[i].sql);
      else
        g_assert_true (g_file_set_contents (path, "PK\003\004 not what it says, but long enough to have a header of a hundred bytes, and then some more of it", -1, NULL));
      g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
      if (bad_files[i].kept >= 0)
        g_assert_true (g_file_set_contents (path, contents, bad_files[i].kept, NULL));
      tiles = dateline_mbtiles_new_from_file (path, &error);
      g_assert_null (tiles);
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, bad_files[i].says));
      g_remove (path);
    }
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  gtk_test_init (&argc, &argv, NULL);

  g_test_add ("/map/background/server-good", Fixture, NULL, fixture_set_up, test_server_good, fixture_tear_down);
  g_test_add ("/map/background/server-bad", Fixture, NULL, fixture_set_up, test_server_bad, fixture_tear_down);
  g_test_add ("/map/background/server-refuses", Fixture, NULL, fixture_set_up, test_server_refuses, fixture_tear_down);
  g_test_add ("/map/background/server-cancelled", Fixture, NULL, fixture_set_up, test_server_cancelled, fixture_tear_down);
  g_test_add_func ("/map/background/templates", test_templates);
  g_test_add_func ("/map/background/file-good", test_file_good);
  g_test_add_func ("/map/background/file-bad", test_file_bad);

  return g_test_run ();
}
