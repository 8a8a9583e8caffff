/* dateline-search-provider.c: finds incidents from the desktop's own search
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Source: org.gnome.Shell.SearchProvider2. Looks into the projects of the
 * windows and into the last ones that no window holds; the latter are
 * opened in a thread, which reads what it found and lets go of them.
 */

#define G_LOG_DOMAIN "dateline-app"

#include "config.h"

#include "dateline-search-provider.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dateline-fold.h"
#include "dateline-project.h"
#include "dateline-window.h"
#include "dateline-words.h"

/* The shell shows five. */
#define MAX_RESULTS 20
#define MAX_PROJECTS 4

static const char interface_xml[] =
  "<node><interface name='org.gnome.Shell.SearchProvider2'>"
  "<method name='GetInitialResultSet'><arg type='as' direction='in'/><arg type='as' direction='out'/></method>"
  "<method name='GetSubsearchResultSet'><arg type='as' direction='in'/><arg type='as' direction='in'/><arg type='as' direction='out'/></method>"
  "<method name='GetResultMetas'><arg type='as' direction='in'/><arg type='aa{sv}' direction='out'/></method>"
  "<method name='ActivateResult'><arg type='s' direction='in'/><arg type='as' direction='in'/><arg type='u' direction='in'/></method>"
  "<method name='LaunchSearch'><arg type='as' direction='in'/><arg type='u' direction='in'/></method>"
  "</interface></node>";

struct _DatelineSearchProvider
{
  GtkApplication          *application;
  DatelineShowIncidentFunc show_incident;
  DatelineShowSearchFunc   show_search;
  GDBusConnection         *connection;
  guint                    registration;
  GHashTable              *found; /* "12:/home/x/y.dateline" → DatelineIncident */
};

/* One search: what it looks for, where, and what it found. */
typedef struct
{
  char      *words;
  GPtrArray *paths;     /* of projects that no window holds */
  GPtrArray *ids;       /* char* */
  GPtrArray *incidents; /* DatelineIncident, or NULL once taken */
} Search;

static void
free_incident (gpointer incident)
{
  if (incident != NULL)
    dateline_incident_free (incident);
}

static void
search_free (gpointer data)
{
  Search *search = data;

  g_free (search->words);
  g_ptr_array_unref (search->paths);
  g_ptr_array_unref (search->ids);
  g_ptr_array_unref (search->incidents);
  g_free (search);
}

static void
collect_row (gint64 incident, gpointer user_data)
{
  GArray *rows = user_data;

  if (rows->len < MAX_RESULTS)
    g_array_append_val (rows, incident);
}

static void
search_store (Search *search, DatelineStore *store, const char *path)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;

  if (!dateline_store_search (store, search->words, collect_row, rows, &error))
    g_debug ("%s: %s", path, error->message);
  for (guint i = 0; i < rows->len && search->ids->len < MAX_RESULTS; i++)
    {
      gint64            row = g_array_index (rows, gint64, i);
      DatelineIncident *incident = dateline_store_load_incident (store, row, NULL);

      if (incident == NULL)
        continue;
      g_ptr_array_add (search->ids, g_strdup_printf ("%" G_GINT64_FORMAT ":%s", row, path));
      g_ptr_array_add (search->incidents, incident);
    }
}

static void
search_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Search *search = task_data;

  for (guint i = 0; i < search->paths->len && search->ids->len < MAX_RESULTS; i++)
    {
      const char               *path = g_ptr_array_index (search->paths, i);
      g_autoptr (GError)        error = NULL;
      g_autoptr (DatelineStore) store = dateline_store_open_folding (path, dateline_fold_text, &error);

      if (store != NULL)
        search_store (search, store, path);
      else
        g_debug ("%s", error->message);
    }
  g_task_return_boolean (task, TRUE);
}

static int
compare_visited (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b), gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

static gboolean
is_open (DatelineSearchProvider *self, const char *path)
{
  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    if (DATELINE_IS_WINDOW (l->data) && g_strcmp0 (dateline_window_get_path (l->data), path) == 0)
      return TRUE;
  return FALSE;
}

/* The last projects that no window holds. */
static GPtrArray *
list_closed (DatelineSearchProvider *self)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  GList     *items = g_list_sort (gtk_recent_manager_get_items (gtk_recent_manager_get_default ()), compare_visited);

  for (GList *l = items; l != NULL && paths->len < MAX_PROJECTS; l = l->next)
    {
      g_autofree char *path = g_filename_from_uri (gtk_recent_info_get_uri (l->data), NULL, NULL);

      if (path != NULL && g_str_has_suffix (path, DATELINE_PROJECT_SUFFIX) && gtk_recent_info_exists (l->data) && !is_open (self, path))
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
  return paths;
}

static void
search_windows (DatelineSearchProvider *self, Search *search)
{
  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    {
      DatelineSession *session = DATELINE_IS_WINDOW (l->data) ? dateline_window_get_session (l->data) : NULL;

      if (session != NULL && dateline_window_get_path (l->data) != NULL)
        search_store (search, dateline_session_get_store (session), dateline_window_get_path (l->data));
    }
}

typedef struct
{
  DatelineSearchProvider *provider;
  GDBusMethodInvocation  *invocation;
} Asked;

static void
on_searched_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asked *asked = user_data;
  Search           *search = g_task_get_task_data (G_TASK (result));
  GVariantBuilder   builder;

  g_hash_table_remove_all (asked->provider->found);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("as"));
  for (guint i = 0; i < search->ids->len; i++)
    {
      g_variant_builder_add (&builder, "s", g_ptr_array_index (search->ids, i));
      g_hash_table_insert (asked->provider->found, g_strdup (g_ptr_array_index (search->ids, i)), g_steal_pointer (&search->incidents->pdata[i]));
    }
  g_dbus_method_invocation_return_value (asked->invocation, g_variant_new ("(as)", &builder));
  g_application_release (G_APPLICATION (asked->provider->application));
}

static void
find (DatelineSearchProvider *self, char **terms, GDBusMethodInvocation *invocation)
{
  Search           *search = g_new0 (Search, 1);
  Asked            *asked = g_new0 (Asked, 1);
  g_autoptr (GTask) task = NULL;

  search->words = g_strjoinv (" ", terms);
  search->paths = list_closed (self);
  search->ids = g_ptr_array_new_with_free_func (g_free);
  search->incidents = g_ptr_array_new_with_free_func (free_incident);
  search_windows (self, search);

  *asked = (Asked){ self, invocation };
  g_application_hold (G_APPLICATION (self->application));
  task = g_task_new (NULL, NULL, on_searched_cb, asked);
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, search_thread);
}

/* "Hudayda 2024" of "12:/home/x/Hudayda 2024.dateline". */
static char *
name_project (const char *id)
{
  g_autofree char *name = g_path_get_basename (id);

  if (g_str_has_suffix (name, DATELINE_PROJECT_SUFFIX))
    name[strlen (name) - strlen (DATELINE_PROJECT_SUFFIX)] = '\0';
  return g_filename_display_name (name);
}

static void
describe (DatelineSearchProvider *self, char **ids, GDBusMethodInvocation *invocation)
{
  g_autoptr (GIcon)    icon = g_themed_icon_new (DATELINE_APPLICATION_ID);
  g_autoptr (GVariant) icon_value = g_icon_serialize (icon);
  GVariantBuilder      builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aa{sv}"));
  for (char **id = ids; *id != NULL; id++)
    {
      const DatelineIncident *incident = g_hash_table_lookup (self->found, *id);
      const char             *path = strchr (*id, ':');
      g_autofree char        *title = NULL;
      g_autofree char        *when = NULL;
      g_autofree char        *project = NULL;

      if (incident == NULL || path == NULL)
        continue;
      title = dateline_incident_to_title (incident);
      when = dateline_when_to_words (&incident->when);
      project = dateline_project_is_scratch (path + 1) ? g_strdup (_ ("Unsaved Project")) : name_project (*id);
      g_variant_builder_open (&builder, G_VARIANT_TYPE ("a{sv}"));
      g_variant_builder_add (&builder, "{sv}", "id", g_variant_new_string (*id));
      g_variant_builder_add (&builder, "{sv}", "name", g_variant_new_string (title));
      g_variant_builder_add (&builder, "{sv}", "description", g_variant_new_take_string (g_strdup_printf (_ ("%s · %s"), when, project)));
      g_variant_builder_add (&builder, "{sv}", "icon", icon_value);
      g_variant_builder_close (&builder);
    }
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(aa{sv})", &builder));
}

static void
on_method_call_cb (GDBusConnection *connection, const char *sender, const char *object_path, const char *interface_name, const char *method, GVariant *parameters, GDBusMethodInvocation *invocation, gpointer user_data)
{
  DatelineSearchProvider *self = user_data;
  g_auto (GStrv)          words = NULL;

  if (g_str_equal (method, "GetInitialResultSet"))
    {
      g_variant_get (parameters, "(^as)", &words);
      find (self, words, invocation);
    }
  else if (g_str_equal (method, "GetSubsearchResultSet"))
    {
      g_variant_get (parameters, "(as^as)", NULL, &words);
      find (self, words, invocation);
    }
  else if (g_str_equal (method, "GetResultMetas"))
    {
      g_variant_get (parameters, "(^as)", &words);
      describe (self, words, invocation);
    }
  else if (g_str_equal (method, "ActivateResult"))
    {
      const char *id;
      const char *path;

      g_variant_get (parameters, "(&sasu)", &id, NULL, NULL);
      path = strchr (id, ':');
      if (path != NULL)
        self->show_incident (self->application, path + 1, g_ascii_strtoll (id, NULL, 10));
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
  else
    {
      g_autofree char *text = NULL;

      g_variant_get (parameters, "(^asu)", &words, NULL);
      text = g_strjoinv (" ", words);
      self->show_search (self->application, text);
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
}

/**
 * dateline_search_provider_new:
 * @application: the program; it outlives the provider
 * @show_incident: called when a result was chosen
 * @show_search: called when all results were asked for
 *
 * Returns: (transfer full): a provider that nobody can reach yet
 */
DatelineSearchProvider *
dateline_search_provider_new (GtkApplication *application, DatelineShowIncidentFunc show_incident, DatelineShowSearchFunc show_search)
{
  DatelineSearchProvider *self = g_new0 (DatelineSearchProvider, 1);

  self->application = application;
  self->show_incident = show_incident;
  self->show_search = show_search;
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_incident);
  return self;
}

void
dateline_search_provider_free (DatelineSearchProvider *self)
{
  dateline_search_provider_unexport (self);
  g_hash_table_unref (self->found);
  g_free (self);
}

/**
 * dateline_search_provider_export:
 * @self: a provider
 * @connection: the session's bus
 * @path: the object to be
 * @error: return location for a #GError
 *
 * Returns: whether it can be asked from now on
 */
gboolean
dateline_search_provider_export (DatelineSearchProvider *self, GDBusConnection *connection, const char *path, GError **error)
{
  static const GDBusInterfaceVTable table = { .method_call = on_method_call_cb };
  g_autoptr (GDBusNodeInfo)         node = g_dbus_node_info_new_for_xml (interface_xml, error);

  if (node == NULL)
    return FALSE;
  self->registration = g_dbus_connection_register_object (connection, path, node->interfaces[0], &table, self, NULL, error);
  if (self->registration == 0)
    return FALSE;
  self->connection = g_object_ref (connection);
  return TRUE;
}

void
dateline_search_provider_unexport (DatelineSearchProvider *self)
{
  if (self->registration != 0)
    g_dbus_connection_unregister_object (self->connection, self->registration);
  self->registration = 0;
  g_clear_object (&self->connection);
}
