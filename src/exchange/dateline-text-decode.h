/* dateline-text-decode.h: from a file's bytes to valid UTF-8
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-exchange-error.h"

G_BEGIN_DECLS

char    *dateline_text_decode (const char *name, const char *bytes, gsize n_bytes, const char *charset, gsize *length, GError **error);
gboolean dateline_text_is_utf8 (const char *text, gsize length);
gboolean dateline_text_check_utf8 (const char *name, const char *text, gsize length, GError **error);
gboolean dateline_text_is_blank (const char *text, gsize length);

G_END_DECLS
