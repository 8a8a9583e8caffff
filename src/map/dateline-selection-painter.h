/* dateline-selection-painter.h: the selected incident on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-mark-pictures.h"

G_BEGIN_DECLS

void dateline_selection_painter_append (const DatelineMarkScene *self, GtkSnapshot *snapshot, const GArray *marks, guint row, DatelinePlacement placement, guint area, gboolean is_visible);

G_END_DECLS
