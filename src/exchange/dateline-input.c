/* dateline-input.c: bytes of a file or a pipe, never more than asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-input.h"

#include <string.h>

#include "dateline-exchange-error.h"

#define CHUNK_BYTES 65536

struct _DatelineInput
{
  char                 *name;
  GInputStream         *stream; /* or: */
  DatelineInputReadFunc read;
  gpointer              source;
  GCancellable         *cancellable;

  char    *buffer;
  gsize    begin; /* of what is not yet taken */
  gsize    end;
  gsize    size;
  gboolean at_end;
  guint64  line; /* of the line last read, from 1 */

  GChecksum *digest; /* NULL when nobody asks */
  gboolean   digested;
  char      *source_digest; /* of what the bytes were made of; NULL for themselves */
};

static DatelineInput *
input_new (const char *name)
{
  DatelineInput *self = g_new0 (DatelineInput, 1);

  self->name = g_strdup (name);
  self->size = CHUNK_BYTES;
  self->buffer = g_malloc (self->size);
  return self;
}

/**
 * dateline_input_new:
 * @name: for messages
 * @stream: where the bytes come from; a reference is taken
 *
 * Returns: (transfer full): an input at its first byte
 */
DatelineInput *
dateline_input_new (const char *name, GInputStream *stream)
{
  DatelineInput *self = input_new (name);

  self->stream = g_object_ref (stream);
  return self;
}

/**
 * dateline_input_new_for_func:
 * @name: for messages
 * @read: gives the bytes; 0 at the end, −1 with an error of ours
 * @source: for @read; must outlive the input
 *
 * Returns: (transfer full): an input at its first byte
 */
DatelineInput *
dateline_input_new_for_func (const char *name, DatelineInputReadFunc read, gpointer source)
{
  DatelineInput *self = input_new (name);

  self->read = read;
  self->source = source;
  return self;
}

/**
 * dateline_input_set_cancellable:
 * @self: an input
 * @cancellable: (nullable): makes reading fail from then on
 */
void
dateline_input_set_cancellable (DatelineInput *self, GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
}

void
dateline_input_free (DatelineInput *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_clear_object (&self->stream);
  g_clear_object (&self->cancellable);
  g_free (self->buffer);
  g_clear_pointer (&self->digest, g_checksum_free);
  g_free (self->source_digest);
  g_free (self);
}

/**
 * dateline_input_set_digesting:
 * @self: an input at its first byte
 * @source_digest: (nullable): the SHA-256 of what its bytes were made of;
 *   %NULL for their own
 *
 * Keeps account of what is read, for dateline_input_take_digest().
 */
void
dateline_input_set_digesting (DatelineInput *self, const char *source_digest)
{
  self->digest = g_checksum_new (G_CHECKSUM_SHA256);
  self->source_digest = g_strdup (source_digest);
}

static void
digest (DatelineInput *self, const char *bytes, gsize length)
{
  if (self->digest == NULL)
    return;
  g_checksum_update (self->digest, (const guchar *) bytes, (gssize) length);
  self->digested = TRUE;
}

/**
 * dateline_input_take_digest:
 * @self: an input
 *
 * Returns: (transfer full) (nullable): the SHA-256 of the lines, or of the
 *   whole, read since the last call; %NULL when there were none, or nobody
 *   asked for it in time
 */
char *
dateline_input_take_digest (DatelineInput *self)
{
  char *taken;

  if (!self->digested)
    return NULL;
  taken = g_strdup (self->source_digest != NULL ? self->source_digest : g_checksum_get_string (self->digest));
  g_checksum_reset (self->digest);
  self->digested = FALSE;
  return taken;
}

const char *
dateline_input_get_name (const DatelineInput *self)
{
  return self->name;
}

/**
 * dateline_input_get_line:
 * @self: an input
 *
 * Returns: the number of the line last read, from 1; 0 before the first
 */
guint64
dateline_input_get_line (const DatelineInput *self)
{
  return self->line;
}

static void
make_room (DatelineInput *self)
{
  if (self->begin > 0 && self->size - (self->end - self->begin) >= CHUNK_BYTES / 2)
    {
      memmove (self->buffer, self->buffer + self->begin, self->end - self->begin);
      self->end -= self->begin;
      self->begin = 0;
    }
  if (self->size == self->end)
    {
      self->size *= 2;
      self->buffer = g_realloc (self->buffer, self->size);
    }
}

static gssize
read_stream (DatelineInput *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gssize             n_read;

  n_read = g_input_stream_read (self->stream, self->buffer + self->end, self->size - self->end, self->cancellable, &local_error);
  if (n_read < 0)
    g_set_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_READ, "%s: cannot be read: %s", self->name, local_error->message);
  return n_read;
}

/* Reads once; sets at_end when there is no more. */
static gboolean
fill (DatelineInput *self, GError **error)
{
  gssize n_read;

  make_room (self);
  if (self->stream != NULL)
    n_read = read_stream (self, error);
  else
    n_read = self->read (self->source, self->buffer + self->end, self->size - self->end, error);
  if (n_read < 0)
    {
      self->at_end = TRUE;
      return FALSE;
    }
  self->at_end = n_read == 0;
  self->end += (gsize) n_read;
  return TRUE;
}

/**
 * dateline_input_peek:
 * @self: an input
 * @n_bytes: how many are wanted
 * @bytes: (out) (transfer none): them, until the next call
 * @length: (out): how many there are; fewer than @n_bytes only at the end
 * @error: return location for a #GError
 *
 * Takes nothing.
 *
 * Errors: %DATELINE_EXCHANGE_ERROR_READ.
 *
 * Returns: whether reading went well
 */
gboolean
dateline_input_peek (DatelineInput *self, gsize n_bytes, const char **bytes, gsize *length, GError **error)
{
  while (self->end - self->begin < n_bytes && !self->at_end)
    if (!fill (self, error))
      return FALSE;

  *bytes = self->buffer + self->begin;
  *length = MIN (n_bytes, self->end - self->begin);
  return TRUE;
}

/**
 * dateline_input_take:
 * @self: an input
 * @bytes: (out) (transfer none): what comes next, until the next call
 * @length: (out): how much; 0 only at the end
 * @error: return location for a #GError
 *
 * Takes what is at hand, or what one reading gives.
 *
 * Errors: %DATELINE_EXCHANGE_ERROR_READ.
 *
 * Returns: whether reading went well
 */
gboolean
dateline_input_take (DatelineInput *self, const char **bytes, gsize *length, GError **error)
{
  if (self->begin == self->end && !self->at_end && !fill (self, error))
    return FALSE;

  *bytes = self->buffer + self->begin;
  *length = self->end - self->begin;
  self->begin = self->end;
  return TRUE;
}

/**
 * dateline_input_read_all:
 * @self: an input
 * @max_bytes: the most to take
 * @length: (out): how many there are
 * @error: return location for a #GError
 *
 * Errors: %DATELINE_EXCHANGE_ERROR_TOO_LARGE when there are more than
 *   @max_bytes, which stops the reading there;
 *   %DATELINE_EXCHANGE_ERROR_READ.
 *
 * Returns: (transfer full) (nullable): the rest of the input, with a nul
 *   behind it
 */
char *
dateline_input_read_all (DatelineInput *self, gsize max_bytes, gsize *length, GError **error)
{
  char *bytes;

  while (!self->at_end)
    {
      if (!fill (self, error))
        return NULL;
      if (self->end - self->begin > max_bytes)
        {
          g_set_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_TOO_LARGE,
                       "%s: larger than %u MiB, the most that may stand in such a file; split it into one file an article, or into NDJSON",
                       self->name, (guint) (max_bytes >> 20));
          return NULL;
        }
    }

  *length = self->end - self->begin;
  bytes = g_malloc (*length + 1);
  memcpy (bytes, self->buffer + self->begin, *length);
  bytes[*length] = '\0';
  digest (self, bytes, *length);
  return bytes;
}

static gboolean
skip_to_line_end (DatelineInput *self, GError **error)
{
  for (;;)
    {
      char *newline = memchr (self->buffer + self->begin, '\n', self->end - self->begin);

      if (newline != NULL)
        {
          self->begin = (gsize) (newline - self->buffer) + 1;
          return TRUE;
        }
      self->begin = self->end = 0;
      if (self->at_end)
        return TRUE;
      if (!fill (self, error))
        return FALSE;
    }
}

static gboolean
refuse_line (DatelineInput *self, GError **error)
{
  if (skip_to_line_end (self, error))
    g_set_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_TOO_LARGE,
                 "%s, line %" G_GUINT64_FORMAT ": longer than %u MiB, the most that one line may have",
                 self->name, self->line, DATELINE_LINE_MAX_BYTES >> 20);
  return FALSE;
}

/**
 * dateline_input_read_line:
 * @self: an input
 * @line: (out) (transfer none): the line without its end, until the next call
 * @length: (out): its bytes
 * @error: return location for a #GError
 *
 * Errors: %DATELINE_EXCHANGE_ERROR_TOO_LARGE for a line over 16 MiB, which
 *   is stepped over; %DATELINE_EXCHANGE_ERROR_READ.
 *
 * Returns: whether there was a line; %FALSE without @error at the end
 */
gboolean
dateline_input_read_line (DatelineInput *self, const char **line, gsize *length, GError **error)
{
  gsize searched = 0;

  self->line++;
  for (;;)
    {
      const char *begin = self->buffer + self->begin;
      gsize       n_bytes = self->end - self->begin;
      const char *newline = memchr (begin + searched, '\n', n_bytes - searched);

      if ((newline != NULL ? (gsize) (newline - begin) : n_bytes) > DATELINE_LINE_MAX_BYTES)
        return refuse_line (self, error);
      if (newline != NULL || (self->at_end && n_bytes > 0))
        {
          *line = begin;
          *length = newline != NULL ? (gsize) (newline - begin) : n_bytes;
          self->begin += *length + (newline != NULL);
          digest (self, begin, *length + (newline != NULL));
          return TRUE;
        }
      if (self->at_end)
        return FALSE;
      searched = n_bytes;
      if (!fill (self, error))
        return FALSE;
    }
}
