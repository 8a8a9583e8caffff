/* dateline-area-painter.h: how vaguely known places are drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-mark-scene.h"

G_BEGIN_DECLS

void     dateline_area_painter_draw (const DatelineMarkScene *self, cairo_t *cr, const GArray *marks);
gboolean dateline_area_painter_is_needed (const DatelineMarkScene *self, const GArray *marks);
void     dateline_area_painter_draw_governorate (const DatelineMarkScene *self, cairo_t *cr, guint index, DatelineColor color, gboolean is_selected);
void     dateline_area_painter_draw_circle (const DatelineMarkScene *self, cairo_t *cr, guint row, gboolean is_selected);
gboolean dateline_area_painter_has_circle (const DatelineIncidentTable *table, guint row);

G_END_DECLS
