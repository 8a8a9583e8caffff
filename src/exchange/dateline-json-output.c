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

  dateline_json_append_literal (out, "\"");
  for (const char *p = text;; p++)
    {
      const char *plain_end = dateline_json_find_plain_end (p, end);

      dateline_json_append_bytes (out, p, (gsize) (plain_end - p));
      if (plain_end == end)
        break;
      p = plain_end;
      append_escape (out, (guchar) *p);
    }
  dateline_json_append_literal (out, "\"");
}

/* Returns where the digits end. */
static char *
write_natural (char *p, guint64 value)
{
  char  digits[MAX_INTEGER_BYTES];
  char *begin = digits + sizeof digits;

  do
    *--begin = (char) ('0' + value % 10);
  while ((value /= 10) > 0);
  while (begin < digits + sizeof digits)
    *p++ = *begin++;
  return p;
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

void
dateline_json_append_integer (GString *out, gint64 value)
{
  char *p = get_room (out, MAX_INTEGER_BYTES + 1);

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
  static const guint64 powers[] = { 1, 10, 100, 1000, 10000, 100000, 1000000 };
  double               size = MIN (value < 0 ? -value : value, 1e12) * (double) powers[n_decimals];
  guint64              scaled = (guint64) size;
  guint64              fraction;
  char                *p = get_room (out, 2 * MAX_INTEGER_BYTES);

  scaled += size - (double) scaled >= 0.5;
  fraction = scaled % powers[n_decimals];
  if (value < 0 && scaled > 0)
    *p++ = '-';
  p = write_natural (p, scaled / powers[n_decimals]);
  if (fraction > 0)
    *p++ = '.';
  for (guint64 power = powers[n_decimals] / 10; fraction > 0; power /= 10)
    {
      *p++ = (char) ('0' + fraction / power);
      fraction %= power;
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
  char *p = get_room (out, 2 * MAX_INTEGER_BYTES + 3);

  *p++ = '[';
  p = write_natural (p, span.begin);
  *p++ = ',';
  p = write_natural (p, span.end);
  *p++ = ']';
  set_end (out, p);
}
