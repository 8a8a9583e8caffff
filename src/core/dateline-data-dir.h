/* dateline-data-dir.h: where the program's own data files are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *dateline_data_find (const char *name);
char *dateline_locale_find (void);

G_END_DECLS
