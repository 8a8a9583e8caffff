/* dateline-json-output.h: the small pieces of JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * json-glib builds a tree and a string a value: a third of the time of an
 * extraction. These append, and most pieces are so small that what stands
 * around the copying of their bytes would cost more than the copying.
 */

#pragma once

#include <string.h>

#include "dateline-date.h"
#include "dateline-text-index.h"

G_BEGIN_DECLS

void dateline_json_make_room (GString *out, gsize length);
void dateline_json_append_string (GString *out, const char *text, gsize length);
void dateline_json_append_integer (GString *out, gint64 value);
void dateline_json_append_decimal (GString *out, double value, guint n_decimals);
void dateline_json_append_time (GString *out, gint64 seconds, int offset_minutes);
void dateline_json_append_span (GString *out, DatelineSpan span);

/* @begin is the opening mark of what @out is inside: a comma follows
 * anything else. */
static inline void
dateline_json_append_bytes_after (GString *out, char begin, const char *bytes, gsize length)
{
  char *p;

  if (G_UNLIKELY (out->len + length + 1 >= out->allocated_len))
    dateline_json_make_room (out, length + 1);
  p = out->str + out->len;
  *p = ',';
  p += p[-1] != begin;
  memcpy (p, bytes, length);
  p[length] = '\0';
  out->len = (gsize) (p - out->str) + length;
}

static inline void
dateline_json_append_bytes (GString *out, const char *bytes, gsize length)
{
  if (G_UNLIKELY (out->len + length >= out->allocated_len))
    dateline_json_make_room (out, length);
  memcpy (out->str + out->len, bytes, length);
  out->len += length;
  out->str[out->len] = '\0';
}

/* Text of the program's own, as it stands. */
#define dateline_json_append_literal(out, text) dateline_json_append_bytes ((out), (text), sizeof (text) - 1)

/* An object in an array, up to its brace. */
#define dateline_json_begin_item(out) dateline_json_append_bytes_after ((out), '[', "{", 1)

/* A member begins with its comma, unless it is the first of its object.
 * Its @key is a literal of plain ASCII. */
#define dateline_json_append_key(out, key) dateline_json_append_bytes_after ((out), '{', "\"" key "\":", sizeof (key) + 2)

/* A member that is an object or an array, with its opening @mark. */
#define dateline_json_append_opening(out, key, mark) dateline_json_append_bytes_after ((out), '{', "\"" key "\":" mark, sizeof (key) + 3)

/* Left out when NULL. */
#define dateline_json_append_string_member(out, key, value)         \
  G_STMT_START                                                      \
  {                                                                 \
    const char *value_ = (value);                                   \
                                                                    \
    if (value_ != NULL)                                             \
      {                                                             \
        dateline_json_append_key (out, key);                        \
        dateline_json_append_string (out, value_, strlen (value_)); \
      }                                                             \
  }                                                                 \
  G_STMT_END

#define dateline_json_append_integer_member(out, key, value) \
  (dateline_json_append_key (out, key), dateline_json_append_integer (out, value))

/* Left out when not finite. */
#define dateline_json_append_decimal_member(out, key, value, n_decimals) \
  G_STMT_START                                                           \
  {                                                                      \
    double value_ = (value);                                             \
                                                                         \
    if (__builtin_isfinite (value_))                                     \
      {                                                                  \
        dateline_json_append_key (out, key);                             \
        dateline_json_append_decimal (out, value_, n_decimals);          \
      }                                                                  \
  }                                                                      \
  G_STMT_END

#define dateline_json_append_boolean_member(out, key, value)                              \
  G_STMT_START                                                                            \
  {                                                                                       \
    if (value)                                                                            \
      dateline_json_append_bytes_after (out, '{', "\"" key "\":true", sizeof (key) + 6);  \
    else                                                                                  \
      dateline_json_append_bytes_after (out, '{', "\"" key "\":false", sizeof (key) + 7); \
  }                                                                                       \
  G_STMT_END

/* Left out when empty. */
#define dateline_json_append_span_member(out, key, span) \
  G_STMT_START                                           \
  {                                                      \
    DatelineSpan span_ = (span);                         \
                                                         \
    if (!dateline_span_is_empty (span_))                 \
      {                                                  \
        dateline_json_append_key (out, key);             \
        dateline_json_append_span (out, span_);          \
      }                                                  \
  }                                                      \
  G_STMT_END

G_END_DECLS
