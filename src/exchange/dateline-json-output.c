/* dateline-json-output.c: the small pieces of JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-json-output.h"

#include "dateline-json-scanner.h"

#define MAX_INTEGER_BYTES 20

/**
 * dateline_json_make_room:
 * @out: to append to
 * @length: bytes that are to be appended
 *
 * Grows @out by as much again as it is, if it must.
 */
void
dateline_json_make_room (GString *out, gsize length)
{
  gsize before = out->len;

  g_string_set_size (out, before + length);
  g_string_truncate (out, before);
}

static void
append_escape (GString *out, guchar byte)
{
  static const char hex[] = "0123456789abcdef";
  static const char marks[] = "btn\0fr"; /* U+0008 to U+000D but U+000B */

  g_string_append_c (out, '\\');
  if (byte >= 0x20)
    g_string_append_c (out, (char) byte);
  else if (byte >= 8 && byte <= 13 && marks[byte - 8] != '\0')
    g_string_append_c (out, marks[byte - 8]);
  else
    {
      g_string_append (out, "u00");
      g_string_append_c (out, hex[byte >> 4]);
      g_string_append_c (out, hex[byte & 15]);
    }
}

static char *
get_room (GString *out, gsize length)
{
  if (G_UNLIKELY (out->len + length >= out->allocated_len))
    dateline_json_make_room (out, length);
  return out->str + out->len;
}

static void
set_end (GString *out, char *end)
{
  *end = '\0';
  out->len = (gsize) (end - out->str);
}

/* Copies up to the first byte that wants escaping, eight at a time; moves
 * @text there and returns where the copy ends. */
static char *
copy_plain (char *p, const char **text, const char *end)
{
  const char *from = *text;
  guint64     bytes;

  for (; end - from >= 8; from += 8, p += 8)
    {
      memcpy (&bytes, from, 8);
      if (dateline_json_has_special (bytes))
        break;
      memcpy (p, &bytes, 8);
    }
  if (end - from < 8 && from - *text >= 8)
    { /* the last eight, of which the first were looked at */
      memcpy (&bytes, end - 8, 8);
      if (!dateline_json_has_special (bytes))
        {
          p += end - from;
          memcpy (p - 8, &bytes, 8);
          *text = end;
          return p;
        }
    }
  while (from < end && *from != '"' && *from != '\\' && (guchar) *from >= 0x20)
    *p++ = *from++;
  *text = from;
  return p;
}

/**
 * dateline_json_append_string:
 * @out: to append to
 * @text: UTF-8
 * @length: its bytes
 *
 * Appends @text in quotes, with nothing escaped that need not be.
 */
void
dateline_json_append_string (GString *out, const char *text, gsize length)
{
  const char *end = text + length;
  char       *p = get_room (out, length + 2);

  *p++ = '"';
  p = copy_plain (p, &text, end);
  while (G_UNLIKELY (text < end))
    {
      set_end (out, p);
      append_escape (out, (guchar) *text++);
      p = copy_plain (get_room (out, (gsize) (end - text) + 1), &text, end);
    }
  *p++ = '"';
  set_end (out, p);
}

/* Writes in one go, within MAX_INTEGER_BYTES; returns where the digits end. */
static char *
write_natural (char *p, guint64 value)
{
  char  digits[2 * MAX_INTEGER_BYTES];
  char *begin = digits + MAX_INTEGER_BYTES;

  do
    *--begin = (char) ('0' + value % 10);
  while ((value /= 10) > 0);
  memcpy (p, begin, MAX_INTEGER_BYTES);
  return p + (digits + MAX_INTEGER_BYTES - begin);
}

void
dateline_json_append_integer (GString *out, gint64 value)
{
  char *p = get_room (out, 2 * MAX_INTEGER_BYTES);

  if (value < 0)
    *p++ = '-';
  set_end (out, write_natural (p, value < 0 ? -(guint64) value : (guint64) value));
}

/**
 * dateline_json_append_decimal:
 * @out: to append to
 * @value: finite, below 10¹² in size
 * @n_decimals: at most 6
 *
 * Appends @value rounded to @n_decimals, halves away from zero, without
 * needless zeros, with a point in every locale.
 */
void
dateline_json_append_decimal (GString *out, double value, guint n_decimals)
{
  static const guint32 powers[] = { 1, 10, 100, 1000, 10000, 100000, 1000000 };
  double               size = MIN (value < 0 ? -value : value, 1e12);
  double               shifted = size * powers[n_decimals];
  guint64              scaled = (guint64) shifted, whole = (guint64) size;
  guint32              fraction;
  char                *p = get_room (out, 3 * MAX_INTEGER_BYTES);

  scaled += shifted - (double) scaled >= 0.5;
  fraction = (guint32) (scaled - whole * powers[n_decimals]);
  if (fraction == powers[n_decimals])
    {
      whole++;
      fraction = 0;
    }
  if (value < 0 && scaled > 0)
    *p++ = '-';
  p = write_natural (p, whole);
  if (fraction > 0)
    {
      for (; fraction % 10 == 0; fraction /= 10)
        n_decimals--;
      *p = '.';
      for (guint i = n_decimals; i > 0; i--, fraction /= 10)
        p[i] = (char) ('0' + fraction % 10);
      p += n_decimals + 1;
    }
  set_end (out, p);
}

void
dateline_json_append_time (GString *out, gint64 seconds, int offset_minutes)
{
  char time[DATELINE_ISO8601_SIZE];

  dateline_json_append_literal (out, "\"");
  dateline_json_append_bytes (out, time, dateline_seconds_write_iso8601 (time, seconds, offset_minutes));
  dateline_json_append_literal (out, "\"");
}

void
dateline_json_append_span (GString *out, DatelineSpan span)
{
  char *p = get_room (out, 3 * MAX_INTEGER_BYTES);

  *p++ = '[';
  p = write_natural (p, span.begin);
  *p++ = ',';
  p = write_natural (p, span.end);
  *p++ = ']';
  set_end (out, p);
}
