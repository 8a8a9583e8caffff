/* dateline-output.c: standard output, buffered, that may be closed any time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-output.h"

#include <errno.h>
#include <unistd.h>

#define BUFFER_BYTES 65536

struct _DatelineOutput
{
  int      file_descriptor;
  int      failure; /* errno of the first failure, 0 while all is well */
  GString *buffer;
};

/**
 * dateline_output_new:
 * @file_descriptor: where to write; not closed
 *
 * Returns: (transfer full): an output
 */
DatelineOutput *
dateline_output_new (int file_descriptor)
{
  DatelineOutput *self = g_new0 (DatelineOutput, 1);

  self->file_descriptor = file_descriptor;
  self->buffer = g_string_sized_new (2 * BUFFER_BYTES);

  return self;
}

void
dateline_output_free (DatelineOutput *self)
{
  if (self == NULL)
    return;

  g_string_free (self->buffer, TRUE);
  g_free (self);
}

static gboolean
write_all (DatelineOutput *self, const char *bytes, gsize length)
{
  while (length > 0 && self->failure == 0)
    {
      gssize n_written = write (self->file_descriptor, bytes, length);

      if (n_written < 0 && errno != EINTR)
        self->failure = errno;
      if (n_written > 0)
        {
          bytes += n_written;
          length -= (gsize) n_written;
        }
    }
  return self->failure == 0;
}

/**
 * dateline_output_flush:
 * @self: an output
 *
 * Returns: %FALSE when this or an earlier write failed
 */
gboolean
dateline_output_flush (DatelineOutput *self)
{
  gboolean written = write_all (self, self->buffer->str, self->buffer->len);

  g_string_truncate (self->buffer, 0);
  return written;
}

/**
 * dateline_output_write:
 * @self: an output
 * @bytes: what to write
 * @length: how many
 *
 * Returns: %FALSE when this or an earlier write failed; nothing more is
 *   written then
 */
gboolean
dateline_output_write (DatelineOutput *self, const char *bytes, gsize length)
{
  if (length >= BUFFER_BYTES)
    return dateline_output_flush (self) && write_all (self, bytes, length);

  g_string_append_len (self->buffer, bytes, (gssize) length);
  return self->buffer->len < BUFFER_BYTES ? self->failure == 0 : dateline_output_flush (self);
}

/**
 * dateline_output_get_errno:
 * @self: an output
 *
 * Returns: why writing failed; EPIPE when the reader has gone; 0 when it
 *   did not
 */
int
dateline_output_get_errno (const DatelineOutput *self)
{
  return self->failure;
}
