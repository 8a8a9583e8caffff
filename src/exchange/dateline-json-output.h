/* dateline-json-output.h: the small pieces of JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * json-glib builds a tree and a string a value: a third of the time of an
 * extraction. These append.
 */

#pragma once

#include "dateline-date.h"
#include "dateline-text-index.h"

G_BEGIN_DECLS

void dateline_json_append_string (GString *out, const char *text, gsize length);
void dateline_json_append_integer (GString *out, gint64 value);
void dateline_json_append_decimal (GString *out, double value, guint n_decimals);
void dateline_json_append_time (GString *out, gint64 seconds, int offset_minutes);
void dateline_json_append_span (GString *out, DatelineSpan span);

/* A member begins with its comma, unless it is the first of its object. */
void dateline_json_append_key (GString *out, const char *key);
void dateline_json_append_string_member (GString *out, const char *key, const char *value); /* left out when NULL */
void dateline_json_append_integer_member (GString *out, const char *key, gint64 value);
void dateline_json_append_decimal_member (GString *out, const char *key, double value, guint n_decimals); /* left out when not finite */
void dateline_json_append_boolean_member (GString *out, const char *key, gboolean value);
void dateline_json_append_span_member (GString *out, const char *key, DatelineSpan span); /* left out when empty */

G_END_DECLS
