/* dateline-whole-file.c: a file that is written whole or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bytes go into a hidden file of the same folder, and from there to
 * the disk; only then does that file take the name. Who looks at the name
 * sees the old file or the new one, also after a crash.
 */

#include "config.h"

#include "dateline-whole-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dateline-exchange-error.h"

struct _DatelineWholeFile
{
  char *path;   /* where it shall be; no symbolic link */
  char *folder; /* of both files */
  char *partial;
  int   file_descriptor; /* of @partial; −1 when it is closed */
};

static gboolean
fail (const DatelineWholeFile *self, int failure, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);
  const char      *before = g_file_test (self->path, G_FILE_TEST_EXISTS) ? "; the file that is there is untouched" : "";

  if (failure == ENOSPC || failure == EDQUOT || failure == EFBIG)
    g_set_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_WRITE,
                 "%s: there is not enough room on the disk; make room, or choose another folder%s", name, before);
  else if (failure == EACCES || failure == EPERM || failure == EROFS)
    g_set_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_WRITE,
                 "%s: this folder cannot be written to; choose another%s", name, before);
  else
    g_set_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_WRITE,
                 "%s: cannot be written: %s%s", name, g_strerror (failure), before);
  return FALSE;
}

/* What a symbolic link points to keeps its name, and the link stays. */
static char *
resolve (const char *path)
{
  g_autofree char *found = realpath (path, NULL);

  return g_strdup (found != NULL ? found : path);
}

/* A new file is readable for whom new files are; an old one stays what it
 * was. */
static void
set_mode (const DatelineWholeFile *self)
{
  struct stat old;

  if (stat (self->path, &old) == 0 && fchmod (self->file_descriptor, old.st_mode & 0777) != 0)
    g_debug ("%s: keeps no mode: %s", self->path, g_strerror (errno));
}

/**
 * dateline_whole_file_new:
 * @path: where the file shall be
 * @error: return location for a #GError
 *
 * Errors: %DATELINE_EXCHANGE_ERROR_WRITE, as for all below
 *
 * Returns: (transfer full) (nullable): a file that takes the place of
 *   @path when it is committed
 */
DatelineWholeFile *
dateline_whole_file_new (const char *path, GError **error)
{
  g_autoptr (DatelineWholeFile) self = g_new0 (DatelineWholeFile, 1);

  self->path = resolve (path);
  self->folder = g_path_get_dirname (self->path);
  self->file_descriptor = -1;
  if (g_file_test (self->path, G_FILE_TEST_IS_DIR))
    {
      fail (self, EISDIR, error);
      return NULL;
    }

  self->partial = g_build_filename (self->folder, ".dateline-XXXXXX", NULL);
  self->file_descriptor = g_mkstemp_full (self->partial, O_RDWR | O_CLOEXEC, 0666);
  if (self->file_descriptor < 0)
    {
      int failure = errno;

      g_clear_pointer (&self->partial, g_free);
      fail (self, failure, error);
      return NULL;
    }
  set_mode (self);
  return g_steal_pointer (&self);
}

gboolean
dateline_whole_file_write (DatelineWholeFile *self, const char *bytes, gsize length, GError **error)
{
  while (length > 0)
    {
      gssize n_written = write (self->file_descriptor, bytes, length);

      if (n_written < 0 && errno == EINTR)
        continue;
      if (n_written < 0)
        return fail (self, errno, error);
      bytes += n_written;
      length -= (gsize) n_written;
    }
  return TRUE;
}

/* The name is on the disk when its folder is. */
static void
sync_folder (const DatelineWholeFile *self)
{
  int folder = g_open (self->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (folder < 0)
    return;
  if (fsync (folder) != 0)
    g_debug ("%s: %s", self->folder, g_strerror (errno));
  close (folder);
}

/**
 * dateline_whole_file_commit:
 * @self: a file into which all was written
 * @error: return location for a #GError
 *
 * Gives it its name. On failure what had the name before has it still.
 */
gboolean
dateline_whole_file_commit (DatelineWholeFile *self, GError **error)
{
  int file_descriptor = self->file_descriptor;
  int failure = fsync (file_descriptor) != 0 ? errno : 0;

  self->file_descriptor = -1;
  if (close (file_descriptor) != 0 && failure == 0)
    failure = errno;
  if (failure == 0 && g_rename (self->partial, self->path) != 0)
    failure = errno;
  if (failure != 0)
    return fail (self, failure, error);

  g_clear_pointer (&self->partial, g_free);
  sync_folder (self);
  return TRUE;
}

void
dateline_whole_file_free (DatelineWholeFile *self)
{
  if (self == NULL)
    return;

  if (self->file_descriptor >= 0)
    close (self->file_descriptor);
  if (self->partial != NULL)
    g_unlink (self->partial);
  g_free (self->partial);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}
