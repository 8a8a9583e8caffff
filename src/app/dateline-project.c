/* dateline-project.c: the files that projects are in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A project without a name of its own is a file all the same, in the
 * user's data folder: each change is in it at once, and a crash leaves it
 * there for the next start.
 */

#define G_LOG_DOMAIN "dateline-app"

#include "config.h"

#include "dateline-project.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "dateline-data-dir.h"
#include "dateline-fold.h"
#include "dateline-incident-table-load.h"
#include "dateline-merge.h"
#include "dateline-names.h"

/* What one turn of the main loop may spend on copying, microseconds, and
 * how many pages of 4 kB are copied between two looks at the clock. */
#define TURN_US 6000
#define N_PAGES 64

static char *
get_scratch_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "dateline", "scratch", NULL);
}

/**
 * dateline_project_new_scratch_path:
 *
 * In a test run ($DATELINE_TEST) nothing is left behind, unless
 * $XDG_DATA_HOME says where.
 *
 * Returns: (transfer full) (nullable): where a new project without a name
 *   can be
 */
char *
dateline_project_new_scratch_path (void)
{
  g_autofree char *folder = get_scratch_folder ();
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (id, DATELINE_PROJECT_SUFFIX, NULL);

  if (g_getenv ("DATELINE_TEST") != NULL && g_getenv ("XDG_DATA_HOME") == NULL)
    return NULL;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_warning ("%s: %s; the project is kept in a temporary file until it is saved", folder, g_strerror (errno));
      return NULL;
    }
  return g_build_filename (folder, name, NULL);
}

gboolean
dateline_project_is_scratch (const char *path)
{
  g_autofree char *folder = get_scratch_folder ();
  g_autofree char *parent = path != NULL ? g_path_get_dirname (path) : NULL;

  return g_strcmp0 (folder, parent) == 0;
}

gboolean
dateline_project_is_project (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL && g_str_has_suffix (name, DATELINE_PROJECT_SUFFIX) && g_file_is_native (file);
}

static gint64
get_time (const char *path)
{
  GStatBuf buffer;

  return g_stat (path, &buffer) == 0 ? (gint64) buffer.st_mtime : 0;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 x = get_time (*(const char *const *) a), y = get_time (*(const char *const *) b);

  return x > y ? -1 : x < y;
}

/**
 * dateline_project_find_scratch:
 *
 * Returns: (transfer full) (element-type filename): projects that were
 *   never saved, those of other windows among them, the latest first
 */
GPtrArray *
dateline_project_find_scratch (void)
{
  g_autofree char *folder = get_scratch_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray       *paths = g_ptr_array_new_with_free_func (g_free);
  const char      *name;

  if (g_getenv ("DATELINE_TEST") != NULL && g_getenv ("XDG_DATA_HOME") == NULL)
    return paths;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, DATELINE_PROJECT_SUFFIX))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_times);
  return paths;
}

/**
 * dateline_project_remove:
 * @path: a project that is not open
 *
 * Removes the file and what belongs to it.
 */
void
dateline_project_remove (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *each = g_strconcat (path, suffixes[i], NULL);

      g_unlink (each);
    }
}

static void
add_copy (gint64 copy, gint64 original, gpointer user_data)
{
  dateline_copies_add (user_data, copy, original, NULL);
}

static DatelineIncident *
fuse (DatelineStore *store, GPtrArray *reports)
{
  g_autoptr (GArray)         members = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (DatelineCopies) copies = dateline_copies_new ();
  g_autoptr (GError)         error = NULL;
  DatelineMergeGroup         group = { members, 1, (char *) "by-hand" };

  if (!dateline_store_foreach_copy (store, add_copy, copies, &error))
    g_warning ("%s", error->message);
  for (guint i = 0; i < reports->len; i++)
    g_array_append_val (members, i);
  return dateline_merge_fuse (reports, &group, copies);
}

/* One for all windows, read when someone looks for something. Where it
 * cannot be read, things are found as they are written. */
static char *
respell (const char *words, gboolean by_sound)
{
  static DatelineNames *names = NULL;
  static gboolean       opened = FALSE;

  if (!opened)
    {
      g_autofree char   *path = dateline_data_find ("engine.dat");
      g_autoptr (GError) error = NULL;

      opened = TRUE;
      names = path != NULL ? dateline_names_open (path, &error) : NULL;
      if (error != NULL)
        g_warning ("%s", error->message);
    }
  return names != NULL ? dateline_names_respell (names, words, by_sound) : g_strdup (words);
}

static void
set_up (DatelineSession *session)
{
  dateline_session_set_fuse (session, fuse);
  dateline_session_set_respell (session, respell);
}

/**
 * dateline_project_new:
 * @path: (nullable): a file that is not there; %NULL for a temporary one
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): an empty project
 */
DatelineSession *
dateline_project_new (const char *path, GError **error)
{
  DatelineStore   *store = dateline_store_open_folding (path, dateline_fold_text, error);
  DatelineSession *session;

  if (store == NULL)
    return NULL;
  session = dateline_session_new (store);
  set_up (session);
  return session;
}

/* What a thread has read. */
typedef struct
{
  DatelineStore         *store;
  DatelineIncidentTable *table;
  DatelineStoreCounts    counts;
} Opened;

static void
opened_free (gpointer data)
{
  Opened *opened = data;

  dateline_incident_table_free (opened->table);
  dateline_store_free (opened->store);
  g_free (opened);
}

/* SQLite would make what is not there. */
static gboolean
check_there (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return TRUE;
  g_set_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_OPEN, _ ("%s: there is no such file; it may have been moved or renamed"), name);
  return FALSE;
}

static void
open_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  const char *path = task_data;
  Opened     *opened = g_new0 (Opened, 1);
  GError     *error = NULL;

  if (check_there (path, &error))
    opened->store = dateline_store_open_folding (path, dateline_fold_text, &error);
  if (opened->store != NULL)
    opened->table = dateline_incident_table_load (opened->store, &opened->counts, &error);
  if (opened->table != NULL)
    {
      g_task_return_pointer (task, opened, opened_free);
      return;
    }
  opened_free (opened);
  g_task_return_error (task, error);
}

/**
 * dateline_project_open_async:
 * @path: a project file
 * @callback: told when it is open, or why not
 * @user_data: for @callback
 *
 * Opens and reads a project in a thread.
 */
void
dateline_project_open_async (const char *path, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, dateline_project_open_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, open_thread);
}

/**
 * dateline_project_open_finish:
 * @result: as given to the callback
 * @error: return location for a #GError
 *
 * Errors: those of dateline_store_open()
 *
 * Returns: (transfer full) (nullable): the project
 */
DatelineSession *
dateline_project_open_finish (GAsyncResult *result, GError **error)
{
  Opened          *opened = g_task_propagate_pointer (G_TASK (result), error);
  DatelineSession *session;

  if (opened == NULL)
    return NULL;
  session = dateline_session_new_loaded (g_steal_pointer (&opened->store), g_steal_pointer (&opened->table), &opened->counts);
  set_up (session);
  opened_free (opened);
  return session;
}

typedef struct
{
  DatelineSession   *session;
  char              *path;
  DatelineStoreCopy *copy;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  dateline_store_copy_free (saving->copy);
  g_object_unref (saving->session);
  g_free (saving->path);
  g_free (saving);
}

static void
sync_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  const Saving *saving = task_data;

  if (!dateline_store_sync (saving->path))
    g_warning ("%s: the disk does not say that the project is on it", saving->path);
  g_task_return_boolean (task, TRUE);
}

static gboolean
on_copy_cb (gpointer user_data)
{
  GTask         *task = user_data;
  Saving        *saving = g_task_get_task_data (task);
  DatelineStore *store;
  GError        *error = NULL;
  gint64         begin = g_get_monotonic_time ();
  gboolean       done = FALSE;

  while (!done)
    {
      if (!dateline_store_copy_step (saving->copy, N_PAGES, &done, &error))
        goto fail;
      if (!done && g_get_monotonic_time () - begin > TURN_US)
        return G_SOURCE_CONTINUE;
    }

  /* In the same turn, so that no change falls between the two files. */
  if (!dateline_store_copy_finish (saving->copy, &error))
    goto fail;
  store = dateline_store_open_folding (saving->path, dateline_fold_text, &error);
  if (store == NULL)
    goto fail;
  dateline_session_replace_store (saving->session, store);
  g_task_run_in_thread (task, sync_thread);
  return G_SOURCE_REMOVE;

fail:
  g_task_return_error (task, error);
  return G_SOURCE_REMOVE;
}

/**
 * dateline_project_save_async:
 * @session: a project; nothing may be imported into it meanwhile
 * @path: its new file; one that is there is replaced
 * @callback: told when it is saved, or why not
 * @user_data: for @callback
 *
 * Copies the project while the main loop is idle and goes on in the copy.
 * The file that it was in stays.
 */
void
dateline_project_save_async (DatelineSession *session, const char *path, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask)   task = g_task_new (NULL, NULL, callback, user_data);
  g_autoptr (GSource) source = g_timeout_source_new (2);
  Saving             *saving = g_new0 (Saving, 1);
  GError             *error = NULL;

  saving->session = g_object_ref (session);
  saving->path = g_strdup (path);
  g_task_set_source_tag (task, dateline_project_save_async);
  g_task_set_task_data (task, saving, saving_free);
  saving->copy = dateline_store_copy_new (dateline_session_get_store (session), path, &error);
  if (saving->copy == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_source_set_callback (source, on_copy_cb, g_object_ref (task), g_object_unref);
  g_source_attach (source, g_task_get_context (task));
}

/**
 * dateline_project_save_finish:
 * @result: as given to the callback
 * @error: return location for a #GError
 *
 * Errors: those of dateline_store_copy_new() and of writing; then the
 *   project is where it was
 */
gboolean
dateline_project_save_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
