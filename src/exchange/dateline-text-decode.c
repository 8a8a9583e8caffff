/* dateline-text-decode.c: from a file's bytes to valid UTF-8
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-text-decode.h"

#include <string.h>

/**
 * dateline_text_is_utf8:
 * @text: bytes
 * @length: how many
 *
 * As g_utf8_validate_len(), but eight bytes at a time where all are ASCII.
 *
 * Returns: whether @text is UTF-8 without NUL
 */
gboolean
dateline_text_is_utf8 (const char *text, gsize length)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  const char   *end = text + length;

  for (const char *p = text; p < end;)
    {
      guint64 bytes;

      if ((gsize) (end - p) >= sizeof bytes)
        {
          memcpy (&bytes, p, sizeof bytes);
          if (((bytes | (bytes - ones)) & (ones << 7)) == 0)
            {
              p += sizeof bytes;
              continue;
            }
        }
      if (*p == '\0' || ((guchar) *p >= 0x80 && (gint32) g_utf8_get_char_validated (p, end - p) < 0))
        return FALSE;
      p = g_utf8_next_char (p);
    }
  return TRUE;
}

/**
 * dateline_text_check_utf8:
 * @name: the input, for the message
 * @text: bytes
 * @length: how many
 * @error: return location for a #GError
 *
 * Errors: %DATELINE_EXCHANGE_ERROR_BINARY when there is a NUL byte,
 *   %DATELINE_EXCHANGE_ERROR_ENCODING at the first byte that is not UTF-8.
 *
 * Returns: whether @text is UTF-8 without NUL
 */
gboolean
dateline_text_check_utf8 (const char *name, const char *text, gsize length, GError **error)
{
  const char *end;

  if (g_utf8_validate_len (text, length, &end))
    return TRUE;

  if (*end == '\0')
    g_set_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_BINARY,
                 "%s: byte %" G_GSIZE_FORMAT " is NUL, so this is no text; give text, HTML, RSS, Atom, JSON or NDJSON",
                 name, (gsize) (end - text));
  else
    g_set_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_ENCODING,
                 "%s: byte %" G_GSIZE_FORMAT " (0x%02X) is not UTF-8; save it as UTF-8 and try again",
                 name, (gsize) (end - text), (guint) (guchar) *end);
  return FALSE;
}

static char *
convert (const char *name, const char *bytes, gsize n_bytes, const char *charset, gsize *length, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char   *text = g_convert (bytes, (gssize) n_bytes, "UTF-8", charset, NULL, length, &local_error);

  if (text == NULL)
    {
      g_set_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_ENCODING,
                   "%s: it says it is %s, but it is not (%s); save it as UTF-8 and try again",
                   name, charset, local_error->message);
      return NULL;
    }
  if (!dateline_text_check_utf8 (name, text, *length, error))
    return NULL;
  return g_steal_pointer (&text);
}

/**
 * dateline_text_decode:
 * @name: the input, for messages
 * @bytes: its bytes
 * @n_bytes: how many
 * @charset: (nullable): the encoding it declares, used when it is not UTF-8
 * @length: (out): bytes of the text
 * @error: return location for a #GError
 *
 * A byte order mark says UTF-8 or UTF-16 and is left out of the text;
 * without one the text is UTF-8, and is kept byte for byte.
 *
 * Errors: as dateline_text_check_utf8().
 *
 * Returns: (transfer full): nul-terminated UTF-8 without NUL
 */
char *
dateline_text_decode (const char *name, const char *bytes, gsize n_bytes, const char *charset, gsize *length, GError **error)
{
  if (n_bytes >= 2 && memcmp (bytes, "\xff\xfe", 2) == 0)
    return convert (name, bytes + 2, n_bytes - 2, "UTF-16LE", length, error);
  if (n_bytes >= 2 && memcmp (bytes, "\xfe\xff", 2) == 0)
    return convert (name, bytes + 2, n_bytes - 2, "UTF-16BE", length, error);
  if (n_bytes >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    {
      bytes += 3;
      n_bytes -= 3;
    }

  if (charset != NULL && !g_utf8_validate_len (bytes, n_bytes, NULL) && memchr (bytes, '\0', n_bytes) == NULL)
    return convert (name, bytes, n_bytes, charset, length, error);
  if (!dateline_text_check_utf8 (name, bytes, n_bytes, error))
    return NULL;

  *length = n_bytes;
  return g_strndup (bytes, n_bytes);
}

/**
 * dateline_text_is_blank:
 * @text: UTF-8
 * @length: its bytes
 *
 * Returns: whether there is nothing but white space
 */
gboolean
dateline_text_is_blank (const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}
