/* dateline-store-file.c: what all connections to one project file share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A project is open in one window at a time: who has the lock on the file
 * has it to itself. Within the window, threads have a connection each.
 * SQLite lets many read while one writes; who writes has the turn, and the
 * window's own connection, for which a person waits, comes first.
 */

#define G_LOG_DOMAIN "dateline-store"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "dateline-store-private.h"

/* How long a person may be kept waiting: less than a frame is late by. */
#define PATIENCE_US 50000

/* A byte that SQLite, whose locks end at 2^30 + 512, does not use. */
#define LOCK_OFFSET 0x40001000

struct _DatelineStoreFile
{
  char *path;
  char *folder;   /* of a temporary file, which goes with it; else NULL */
  int   lock;     /* descriptor; −1 for none */
  int   n_others; /* connections beside the window's own; atomic */

  GMutex   mutex;
  GCond    changed;
  gboolean writing;
  guint    n_waiting; /* of the window's own connection */
};

/**
 * dateline_store_file_new:
 * @path: (nullable): the project file; %NULL for a temporary one
 * @error: return location for a #GError
 *
 * Errors: %DATELINE_STORE_ERROR_WRITE when no temporary file can be made
 */
DatelineStoreFile *
dateline_store_file_new (const char *path, GError **error)
{
  DatelineStoreFile *self;
  g_autofree char   *folder = path == NULL ? g_dir_make_tmp ("dateline-XXXXXX", NULL) : NULL;

  if (path == NULL && folder == NULL)
    {
      g_set_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_WRITE, "%s: no temporary project can be made here: %s",
                   g_get_tmp_dir (), g_strerror (errno));
      return NULL;
    }
  self = g_atomic_rc_box_new0 (DatelineStoreFile);
  self->path = path != NULL ? g_strdup (path) : g_build_filename (folder, "project.dateline", NULL);
  self->folder = g_steal_pointer (&folder);
  self->lock = -1;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  return self;
}

DatelineStoreFile *
dateline_store_file_ref (DatelineStoreFile *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
remove_temporary (DatelineStoreFile *self)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (self->path, suffixes[i], NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
}

static void
clear_file (gpointer data)
{
  DatelineStoreFile *self = data;

  if (self->lock >= 0)
    close (self->lock);
  if (self->folder != NULL)
    remove_temporary (self);
  g_free (self->path);
  g_free (self->folder);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
}

void
dateline_store_file_unref (DatelineStoreFile *self)
{
  g_atomic_rc_box_release_full (self, clear_file);
}

const char *
dateline_store_file_get_path (const DatelineStoreFile *self)
{
  return self->path;
}

gboolean
dateline_store_file_is_temporary (const DatelineStoreFile *self)
{
  return self->folder != NULL;
}

/**
 * dateline_store_file_add_others:
 * @self: a file
 * @more: 1 for a further connection, −1 for one less
 *
 * Counts the connections beside the window's own.
 */
void
dateline_store_file_add_others (DatelineStoreFile *self, int more)
{
  g_atomic_int_add (&self->n_others, more);
}

gboolean
dateline_store_file_is_shared (DatelineStoreFile *self)
{
  return g_atomic_int_get (&self->n_others) > 0;
}

/**
 * dateline_store_file_lock:
 * @self: a file that is there
 *
 * The lock is the open file's: closing another descriptor does not lose
 * it, and two windows of one process cannot share it.
 *
 * Returns: %FALSE when another window has it; what cannot be locked, such
 *   as a file that may not be written, is not refused here
 */
gboolean
dateline_store_file_lock (DatelineStoreFile *self)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = LOCK_OFFSET, .l_len = 1 };

  self->lock = g_open (self->path, O_RDWR | O_CLOEXEC, 0);
  return self->lock < 0 || fcntl (self->lock, F_OFD_SETLK, &lock) == 0 || (errno != EAGAIN && errno != EACCES);
}

/**
 * dateline_store_file_take_turn:
 * @self: a file
 * @first: whether a person waits, to whom others give way
 *
 * Waits for the turn to write: a moment with @first, else until it comes.
 *
 * Returns: %FALSE when it did not come
 */
gboolean
dateline_store_file_take_turn (DatelineStoreFile *self, gboolean first)
{
  gint64   until = g_get_monotonic_time () + PATIENCE_US;
  gboolean patient = TRUE;

  g_mutex_lock (&self->mutex);
  self->n_waiting += first;
  while (patient && (self->writing || (!first && self->n_waiting > 0)))
    if (first)
      patient = g_cond_wait_until (&self->changed, &self->mutex, until);
    else
      g_cond_wait (&self->changed, &self->mutex);
  self->n_waiting -= first;
  patient = !self->writing;
  self->writing = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  return patient;
}

void
dateline_store_file_end_turn (DatelineStoreFile *self)
{
  g_mutex_lock (&self->mutex);
  self->writing = FALSE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}

gboolean
dateline_store_file_is_wanted (DatelineStoreFile *self)
{
  gboolean wanted;

  g_mutex_lock (&self->mutex);
  wanted = self->n_waiting > 0;
  g_mutex_unlock (&self->mutex);
  return wanted;
}
