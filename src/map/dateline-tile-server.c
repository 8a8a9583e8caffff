/* dateline-tile-server.c: tiles from the network, when the reader asks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * As the tile policy of OpenStreetMap asks: a user agent of our own, a
 * cache that heeds what the server says of it, nothing fetched ahead, and
 * an address that can be changed.
 */

#define G_LOG_DOMAIN "dateline-map"

#include "config.h"

#include "dateline-tile-server.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>
#include <string.h>

#include "dateline-raster-source.h"

/* A server that has not sent a tile by then is not waited for. */
#define TIMEOUT_MS 20000

/* Far more than any tile of 256 or 512 pixels has. */
#define MAX_TILE_BYTES (2 * 1024 * 1024)

#define CACHE_BYTES (200 * 1024 * 1024)

struct _DatelineTileServer
{
  ShumateDataSource parent_instance;

  char        *url_template;
  SoupSession *session;
  SoupCache   *cache; /* NULL when it cannot be kept */
  guint        timeout_ms;
};

G_DEFINE_FINAL_TYPE (DatelineTileServer, dateline_tile_server, SHUMATE_TYPE_DATA_SOURCE)

typedef struct
{
  SoupMessage  *message;
  GCancellable *cancellable; /* ours: ends with the caller's, and in time */
  GCancellable *callers;     /* NULL when there is none */
  gulong        cancelled_handler;
  guint         timeout_source;
  gboolean      is_late;
  guint8       *bytes;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  if (request->callers != NULL)
    g_cancellable_disconnect (request->callers, request->cancelled_handler);
  g_clear_handle_id (&request->timeout_source, g_source_remove);
  g_clear_object (&request->callers);
  g_clear_object (&request->cancellable);
  g_clear_object (&request->message);
  g_free (request->bytes);
  g_free (request);
}

static gboolean
on_timeout_cb (gpointer user_data)
{
  Request *request = user_data;

  request->timeout_source = 0;
  request->is_late = TRUE;
  g_cancellable_cancel (request->cancellable);
  return G_SOURCE_REMOVE;
}

/* In words for the reader; the name of the server is said with them. */
static void
return_failure (GTask *task, const GError *error)
{
  Request *request = g_task_get_task_data (task);

  if (request->is_late || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    g_task_return_new_error (task, DATELINE_RASTER_ERROR, DATELINE_RASTER_ERROR_TIMEOUT, "%s", _ ("it does not answer"));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_error_copy (error));
  else
    g_task_return_new_error (task, DATELINE_RASTER_ERROR, DATELINE_RASTER_ERROR_FAILED, "%s", error->message);
}

static void
on_read_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask)  task = user_data;
  Request           *request = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gsize              n_read = 0;

  if (!g_input_stream_read_all_finish (G_INPUT_STREAM (source_object), result, &n_read, &error))
    return_failure (task, error);
  else if (n_read == MAX_TILE_BYTES)
    g_task_return_new_error (task, DATELINE_RASTER_ERROR, DATELINE_RASTER_ERROR_PICTURE, "%s", _ ("what it sends is not a picture"));
  else
    g_task_return_pointer (task, g_bytes_new (request->bytes, n_read), (GDestroyNotify) g_bytes_unref);
}

static void
on_sent_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask)        task = user_data;
  Request                 *request = g_task_get_task_data (task);
  g_autoptr (GError)       error = NULL;
  g_autoptr (GInputStream) stream = soup_session_send_finish (SOUP_SESSION (source_object), result, &error);
  guint                    status = soup_message_get_status (request->message);
  const char              *type;

  if (stream == NULL)
    {
      return_failure (task, error);
      return;
    }
  if (!SOUP_STATUS_IS_SUCCESSFUL (status))
    {
      g_task_return_new_error (task, DATELINE_RASTER_ERROR, DATELINE_RASTER_ERROR_FAILED, _ ("it answers “%u %s”"), status, soup_message_get_reason_phrase (request->message));
      return;
    }
  type = soup_message_headers_get_content_type (soup_message_get_response_headers (request->message), NULL);
  if (type != NULL && g_str_has_prefix (type, "text/"))
    {
      g_task_return_new_error (task, DATELINE_RASTER_ERROR, DATELINE_RASTER_ERROR_PICTURE, "%s", _ ("what it sends is not a picture"));
      return;
    }

  request->bytes = g_malloc (MAX_TILE_BYTES);
  g_input_stream_read_all_async (stream, request->bytes, MAX_TILE_BYTES, G_PRIORITY_DEFAULT, request->cancellable, on_read_cb, g_steal_pointer (&task));
}

static char *
format_url (const char *url_template, int x, int y, int zoom)
{
  g_autoptr (GString) url = g_string_new (url_template);
  g_autofree char    *x_text = g_strdup_printf ("%d", x);
  g_autofree char    *y_text = g_strdup_printf ("%d", y);
  g_autofree char    *zoom_text = g_strdup_printf ("%d", zoom);

  g_string_replace (url, "{x}", x_text, 0);
  g_string_replace (url, "{y}", y_text, 0);
  g_string_replace (url, "{z}", zoom_text, 0);
  return g_strdup (url->str);
}

static void
on_callers_cancelled_cb (GCancellable *callers, GCancellable *ours)
{
  g_cancellable_cancel (ours);
}

static void
dateline_tile_server_get_tile_data_async (ShumateDataSource *source, int x, int y, int zoom, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  DatelineTileServer *self = DATELINE_TILE_SERVER (source);
  g_autoptr (GTask)   task = g_task_new (source, cancellable, callback, user_data);
  g_autofree char    *url = format_url (self->url_template, x, y, zoom);
  SoupMessage        *message = soup_message_new (SOUP_METHOD_GET, url);
  Request            *request;

  g_task_set_source_tag (task, dateline_tile_server_get_tile_data_async);
  if (message == NULL)
    {
      g_task_return_new_error (task, DATELINE_RASTER_ERROR, DATELINE_RASTER_ERROR_FAILED, _ ("its address cannot be read: %s"), url);
      return;
    }

  request = g_new0 (Request, 1);
  request->message = message;
  request->cancellable = g_cancellable_new ();
  g_task_set_task_data (task, request, request_free);
  if (cancellable != NULL)
    {
      request->callers = g_object_ref (cancellable);
      request->cancelled_handler = g_cancellable_connect (cancellable, G_CALLBACK (on_callers_cancelled_cb), g_object_ref (request->cancellable), g_object_unref);
    }
  request->timeout_source = g_timeout_add (self->timeout_ms, on_timeout_cb, request);
  soup_session_send_async (self->session, message, G_PRIORITY_DEFAULT, request->cancellable, on_sent_cb, g_steal_pointer (&task));
}

static GBytes *
dateline_tile_server_get_tile_data_finish (ShumateDataSource *source, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
dateline_tile_server_finalize (GObject *object)
{
  DatelineTileServer *self = DATELINE_TILE_SERVER (object);

  soup_session_abort (self->session);
  if (self->cache != NULL)
    {
      soup_cache_flush (self->cache);
      soup_cache_dump (self->cache);
    }
  g_clear_object (&self->cache);
  g_clear_object (&self->session);
  g_clear_pointer (&self->url_template, g_free);

  G_OBJECT_CLASS (dateline_tile_server_parent_class)->finalize (object);
}

static void
dateline_tile_server_class_init (DatelineTileServerClass *klass)
{
  GObjectClass           *object_class = G_OBJECT_CLASS (klass);
  ShumateDataSourceClass *source_class = SHUMATE_DATA_SOURCE_CLASS (klass);

  object_class->finalize = dateline_tile_server_finalize;
  source_class->get_tile_data_async = dateline_tile_server_get_tile_data_async;
  source_class->get_tile_data_finish = dateline_tile_server_get_tile_data_finish;
}

static void
open_cache (DatelineTileServer *self)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "dateline", "tiles", NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return;

  self->cache = soup_cache_new (folder, SOUP_CACHE_SINGLE_USER);
  soup_cache_set_max_size (self->cache, CACHE_BYTES);
  soup_cache_load (self->cache);
  soup_session_add_feature (self->session, SOUP_SESSION_FEATURE (self->cache));
}

static void
dateline_tile_server_init (DatelineTileServer *self)
{
  self->timeout_ms = TIMEOUT_MS;
  self->session = soup_session_new_with_options ("user-agent", "Dateline/" DATELINE_VERSION " (" DATELINE_APPLICATION_ID ")", NULL);
  open_cache (self);
}

/**
 * dateline_tile_server_new:
 * @url_template: as dateline_tile_server_is_template() wants it
 *
 * Returns: (transfer full): the server; nothing is asked of it yet
 */
DatelineTileServer *
dateline_tile_server_new (const char *url_template)
{
  DatelineTileServer *self = g_object_new (DATELINE_TYPE_TILE_SERVER, NULL);

  self->url_template = g_strdup (url_template);

  return self;
}

/**
 * dateline_tile_server_set_timeout:
 * @self: a server
 * @timeout_ms: how long a tile is waited for
 */
void
dateline_tile_server_set_timeout (DatelineTileServer *self, guint timeout_ms)
{
  self->timeout_ms = timeout_ms;
}

/**
 * dateline_tile_server_is_template:
 * @url: what the reader typed
 *
 * Returns: whether it is an address of the web that has {x}, {y} and {z}
 */
gboolean
dateline_tile_server_is_template (const char *url)
{
  g_autofree char *sample = format_url (url, 1, 1, 1);
  g_autoptr (GUri) uri = g_uri_parse (sample, SOUP_HTTP_URI_FLAGS, NULL);

  return uri != NULL && (g_str_equal (g_uri_get_scheme (uri), "https") || g_str_equal (g_uri_get_scheme (uri), "http")) &&
         g_uri_get_host (uri) != NULL && g_uri_get_host (uri)[0] != '\0' &&
         strstr (url, "{x}") && strstr (url, "{y}") && strstr (url, "{z}");
}

/**
 * dateline_tile_server_get_attribution:
 * @url_template: of a server
 *
 * Returns: (transfer full): whose tiles they are
 */
char *
dateline_tile_server_get_attribution (const char *url_template)
{
  g_autofree char *sample = format_url (url_template, 1, 1, 1);
  g_autoptr (GUri) uri = g_uri_parse (sample, SOUP_HTTP_URI_FLAGS, NULL);
  const char      *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL)
    return g_strdup ("");
  if (g_str_equal (host, "openstreetmap.org") || g_str_has_suffix (host, ".openstreetmap.org"))
    return g_strdup (_ ("© OpenStreetMap contributors"));

  /* Translators: the name of a web server */
  return g_strdup_printf (_ ("Tiles from %s"), host);
}
