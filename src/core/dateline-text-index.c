/* dateline-text-index.c: from byte offsets to code points
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON readers and GtkTextIter count code points. A sample every
 * SAMPLE_BYTES keeps each look-up bounded.
 */

#include "config.h"

#include "dateline-text-index.h"

#define SAMPLE_BYTES 256

struct _DatelineTextIndex
{
  const char *text;
  gsize       length;
  gboolean    ascii;
  guint32    *samples;
};

static gboolean
begins_character (char byte)
{
  return ((guchar) byte & 0xc0) != 0x80;
}

/**
 * dateline_text_index_new:
 * @text: UTF-8; must outlive the index
 * @length: bytes of @text
 *
 * Returns: (transfer full): an index of @text
 */
DatelineTextIndex *
dateline_text_index_new (const char *text, gsize length)
{
  DatelineTextIndex *self = g_new0 (DatelineTextIndex, 1);
  guint32            n_chars = 0;

  self->text = text;
  self->length = length;
  self->samples = g_new (guint32, length / SAMPLE_BYTES + 1);
  for (gsize begin = 0; begin < length; begin += SAMPLE_BYTES)
    {
      gsize end = MIN (begin + SAMPLE_BYTES, length);

      /* Nothing but counting in here, so that the compiler vectorises it. */
      self->samples[begin / SAMPLE_BYTES] = n_chars;
      for (gsize i = begin; i < end; i++)
        n_chars += begins_character (text[i]);
    }
  self->ascii = n_chars == length;
  if (length % SAMPLE_BYTES == 0)
    self->samples[length / SAMPLE_BYTES] = n_chars;

  return self;
}

void
dateline_text_index_free (DatelineTextIndex *self)
{
  if (self == NULL)
    return;

  g_free (self->samples);
  g_free (self);
}

/**
 * dateline_text_index_get_char:
 * @self: an index
 * @byte: an offset into its text, at most its length
 *
 * Returns: how many code points begin before @byte
 */
guint32
dateline_text_index_get_char (const DatelineTextIndex *self, guint32 byte)
{
  guint32 n_chars;

  g_return_val_if_fail (byte <= self->length, 0);

  if (self->ascii)
    return byte;

  n_chars = self->samples[byte / SAMPLE_BYTES];
  for (guint32 i = byte / SAMPLE_BYTES * SAMPLE_BYTES; i < byte; i++)
    n_chars += begins_character (self->text[i]);
  return n_chars;
}
