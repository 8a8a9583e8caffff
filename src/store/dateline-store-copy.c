/* dateline-store-copy.c: a project into a file of another name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The copy is made some pages at a time, while the project may be changed:
 * SQLite carries the changes over. It grows beside its place under another
 * name, and takes the place when it is whole. Only dateline_store_sync()
 * waits for the disk.
 */

#define G_LOG_DOMAIN "dateline-store"

#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "dateline-store-private.h"

struct _DatelineStoreCopy
{
  DatelineStore   target; /* of which only database and name are used */
  sqlite3_backup *backup;
  char           *path;
  char           *part_path; /* NULL when there is nothing to take away */
};

/* Another window's project is not to be replaced under its feet. */
static gboolean
check_unused (DatelineStoreCopy *self, GError **error)
{
  g_autoptr (DatelineStoreFile) file = dateline_store_file_new (self->path, NULL);

  return dateline_store_file_lock (file) || dateline_store_fail (&self->target, SQLITE_BUSY, error);
}

/**
 * dateline_store_copy_new:
 * @store: a project, which must outlive the copy
 * @path: where the copy shall be; a file there is replaced at the end
 * @error: return location for a #GError
 *
 * Errors: %DATELINE_STORE_ERROR_OPEN when a project at @path is open in
 *   another window, and those of writing
 *
 * Returns: (transfer full) (nullable): a copy that is yet to be made
 */
DatelineStoreCopy *
dateline_store_copy_new (DatelineStore *store, const char *path, GError **error)
{
  g_autoptr (DatelineStoreCopy) self = g_new0 (DatelineStoreCopy, 1);
  g_autofree char              *part_path = g_strconcat (path, ".part", NULL);
  int                           code;

  self->path = g_strdup (path);
  self->target.name = g_filename_display_name (path);
  if (!check_unused (self, error))
    return NULL;

  g_unlink (part_path);
  code = sqlite3_open_v2 (part_path, &self->target.database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
  if (code != SQLITE_OK)
    {
      dateline_store_fail (&self->target, code, error);
      return NULL;
    }
  self->part_path = g_steal_pointer (&part_path);
  sqlite3_extended_result_codes (self->target.database, 1);
  sqlite3_exec (self->target.database, "PRAGMA synchronous = OFF", NULL, NULL, NULL);
  self->backup = sqlite3_backup_init (self->target.database, "main", store->database, "main");
  if (self->backup == NULL)
    {
      dateline_store_fail (&self->target, sqlite3_errcode (self->target.database), error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
dateline_store_copy_free (DatelineStoreCopy *self)
{
  if (self == NULL)
    return;

  sqlite3_backup_finish (self->backup);
  sqlite3_close (self->target.database);
  if (self->part_path != NULL)
    g_unlink (self->part_path);
  g_free (self->part_path);
  g_free (self->path);
  g_free (self->target.name);
  g_free (self);
}

/**
 * dateline_store_copy_step:
 * @self: a copy
 * @n_pages: how many pages to copy, 4 kB each
 * @done: (out): whether all are copied; then dateline_store_copy_finish()
 *   is left to do
 * @error: return location for a #GError
 */
gboolean
dateline_store_copy_step (DatelineStoreCopy *self, guint n_pages, gboolean *done, GError **error)
{
  int code = sqlite3_backup_step (self->backup, (int) n_pages);

  /* The project is within a transaction: later. */
  if (code == SQLITE_LOCKED)
    code = SQLITE_OK;
  *done = code == SQLITE_DONE;
  return code == SQLITE_OK || code == SQLITE_DONE ? TRUE : dateline_store_fail (&self->target, code, error);
}

static gboolean
sync_path (const char *path)
{
  int file = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  int status = file >= 0 ? fsync (file) : -1;

  if (file >= 0)
    close (file);
  return status == 0;
}

/**
 * dateline_store_sync:
 * @path: a project that dateline_store_copy_finish() put in its place
 *
 * Waits until the file and its name are on the disk; any thread may.
 *
 * Returns: whether they are
 */
gboolean
dateline_store_sync (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return sync_path (path) && sync_path (folder);
}

/**
 * dateline_store_copy_finish:
 * @self: a copy of which all pages are copied
 * @error: return location for a #GError
 *
 * Puts the copy in its place. What belongs to a file that was there before
 * goes with it.
 */
gboolean
dateline_store_copy_finish (DatelineStoreCopy *self, GError **error)
{
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (self->path, "-shm", NULL);
  int              code = sqlite3_backup_finish (g_steal_pointer (&self->backup));

  if (code != SQLITE_OK)
    return dateline_store_fail (&self->target, code, error);
  g_clear_pointer (&self->target.database, sqlite3_close);

  g_unlink (wal);
  g_unlink (shm);
  if (g_rename (self->part_path, self->path) != 0)
    return dateline_store_fail (&self->target, SQLITE_CANTOPEN, error);
  g_clear_pointer (&self->part_path, g_free);
  return TRUE;
}
