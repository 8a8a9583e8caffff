/* dateline-json-output.c: the small pieces of JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-json-output.h"

#include <math.h>
#include <string.h>

#include "dateline-json-scanner.h"

/* A GString's own function is called for every piece; most pieces are a few
 * bytes that have room. */
static inline void
append (GString *out, const char *bytes, gsize length)
{
  if (out->len + length < out->allocated_len)
    {
      memcpy (out->str + out->len, bytes, length);
      out->len += length;
      out->str[out->len] = '\0';
    }
  else
    g_string_append_len (out, bytes, (gssize) length);
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
  static const char hex[] = "0123456789abcdef";
  static const char marks[] = "btn\0fr"; /* U+0008 to U+000D but U+000B */
  const char       *end = text + length;

  g_string_append_c (out, '"');
  for (const char *p = text;; p++)
    {
      const char *plain_end = dateline_json_find_plain_end (p, end);
      guchar      byte;

      append (out, p, (gsize) (plain_end - p));
      if (plain_end == end)
        break;
      p = plain_end;
      byte = (guchar) *p;
      g_string_append_c (out, '\\');
      if (byte >= 0x20)
        g_string_append_c (out, *p);
      else if (byte >= 8 && byte <= 13 && marks[byte - 8] != '\0')
        g_string_append_c (out, marks[byte - 8]);
      else
        {
          g_string_append (out, "u00");
          g_string_append_c (out, hex[byte >> 4]);
          g_string_append_c (out, hex[byte & 15]);
        }
    }
  g_string_append_c (out, '"');
}

void
dateline_json_append_integer (GString *out, gint64 value)
{
  char    digits[24];
  char   *p = digits + sizeof digits;
  guint64 rest = value < 0 ? -(guint64) value : (guint64) value;

  do
    *--p = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (value < 0)
    *--p = '-';
  append (out, p, (gsize) (digits + sizeof digits - p));
}

/**
 * dateline_json_append_decimal:
 * @out: to append to
 * @value: finite, below 10¹² in size
 * @n_decimals: at most 6
 *
 * Appends @value rounded to @n_decimals, without needless zeros, with a
 * point in every locale.
 */
void
dateline_json_append_decimal (GString *out, double value, guint n_decimals)
{
  static const gint64 powers[] = { 1, 10, 100, 1000, 10000, 100000, 1000000 };
  gint64              scaled = llround (CLAMP (value, -1e12, 1e12) * (double) powers[n_decimals]);
  gint64              fraction = ABS (scaled) % powers[n_decimals];

  if (scaled < 0)
    g_string_append_c (out, '-');
  dateline_json_append_integer (out, ABS (scaled) / powers[n_decimals]);
  if (fraction == 0)
    return;

  g_string_append_c (out, '.');
  for (gint64 power = powers[n_decimals] / 10; fraction > 0; power /= 10)
    {
      g_string_append_c (out, (char) ('0' + fraction / power));
      fraction %= power;
    }
}

void
dateline_json_append_time (GString *out, gint64 seconds, int offset_minutes)
{
  g_autofree char *time = dateline_seconds_to_iso8601 (seconds, offset_minutes);

  g_string_append_c (out, '"');
  append (out, time, strlen (time));
  g_string_append_c (out, '"');
}

void
dateline_json_append_span (GString *out, DatelineSpan span)
{
  g_string_append_c (out, '[');
  dateline_json_append_integer (out, span.begin);
  g_string_append_c (out, ',');
  dateline_json_append_integer (out, span.end);
  g_string_append_c (out, ']');
}

/**
 * dateline_json_append_key:
 * @out: to append to, inside an object
 * @key: plain ASCII
 *
 * Appends the comma that parts it from a member before it, the key and
 * the colon.
 */
void
dateline_json_append_key (GString *out, const char *key)
{
  if (out->str[out->len - 1] != '{')
    g_string_append_c (out, ',');
  g_string_append_c (out, '"');
  append (out, key, strlen (key));
  append (out, "\":", 2);
}

void
dateline_json_append_string_member (GString *out, const char *key, const char *value)
{
  if (value == NULL)
    return;

  dateline_json_append_key (out, key);
  dateline_json_append_string (out, value, strlen (value));
}

void
dateline_json_append_integer_member (GString *out, const char *key, gint64 value)
{
  dateline_json_append_key (out, key);
  dateline_json_append_integer (out, value);
}

void
dateline_json_append_decimal_member (GString *out, const char *key, double value, guint n_decimals)
{
  if (!isfinite (value))
    return;

  dateline_json_append_key (out, key);
  dateline_json_append_decimal (out, value, n_decimals);
}

void
dateline_json_append_boolean_member (GString *out, const char *key, gboolean value)
{
  dateline_json_append_key (out, key);
  append (out, value ? "true" : "false", value ? 4 : 5);
}

void
dateline_json_append_span_member (GString *out, const char *key, DatelineSpan span)
{
  if (dateline_span_is_empty (span))
    return;

  dateline_json_append_key (out, key);
  dateline_json_append_span (out, span);
}
