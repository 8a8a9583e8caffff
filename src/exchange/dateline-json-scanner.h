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

G_END_DECLS
