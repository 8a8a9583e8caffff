/* dateline-locale-text.h: digits and directions of the reader's language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *dateline_strdup_printf (const char *format, ...) G_GNUC_PRINTF (1, 2);
char    *dateline_localize_digits (char *text, const char *locale); /* takes it; NULL: the reader's */
char    *dateline_digits_to_ascii (const char *text);
char    *dateline_isolate (const char *name);
gboolean dateline_text_is_right_to_left (const char *text);

G_END_DECLS
