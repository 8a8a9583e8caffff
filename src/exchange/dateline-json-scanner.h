/* dateline-json-scanner.h: reads JSON piece by piece, without a tree
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A tree of a 64 MiB file would take ten times its size, and a recursive
 * reader can be made to overflow its stack; this one does neither.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *begin;
  const char *at;
  const char *end;
  const char *problem; /* static: what was wrong at @at; NULL while all is well */
} DatelineJsonScanner;

void     dateline_json_scanner_init (DatelineJsonScanner *self, const char *text, gsize length);
char     dateline_json_scanner_peek (DatelineJsonScanner *self);
gboolean dateline_json_scanner_accept (DatelineJsonScanner *self, char mark);
gboolean dateline_json_scanner_expect (DatelineJsonScanner *self, char mark);
gboolean dateline_json_scanner_next_member (DatelineJsonScanner *self, gboolean *first, char close);
char    *dateline_json_scanner_read_string (DatelineJsonScanner *self, gsize *length);
char    *dateline_json_scanner_read_number (DatelineJsonScanner *self);
gboolean dateline_json_scanner_skip (DatelineJsonScanner *self);
guint64  dateline_json_scanner_get_line (const DatelineJsonScanner *self);

const char *dateline_json_find_plain_end (const char *p, const char *end);

/* Whether one of eight bytes is a quote, a backslash or a control
 * character: the tests for a zero and for a small byte of "Bit Twiddling
 * Hacks" (Anderson). What they say beyond the first such byte may be
 * wrong, which is of no matter here. */
static inline gboolean
dateline_json_has_special (guint64 bytes)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  const guint64 highs = ones << 7;
  guint64       quotes = bytes ^ (ones * '"');
  guint64       backslashes = bytes ^ (ones * '\\');

  return (((bytes - ones * 0x20) & ~bytes) | ((quotes - ones) & ~quotes) | ((backslashes - ones) & ~backslashes)) & highs ? TRUE : FALSE;
}

G_END_DECLS
