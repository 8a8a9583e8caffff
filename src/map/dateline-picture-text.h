/* dateline-picture-text.h: the letters of a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

PangoContext *dateline_picture_text_create_context (void);
PangoLayout  *dateline_picture_text_new (PangoContext *context, const char *text, double size_px, PangoWeight weight);
void          dateline_picture_text_get_size (PangoLayout *layout, double *width_px, double *height_px);
gboolean      dateline_picture_text_is_right_to_left (PangoContext *context, const char *text);

G_END_DECLS
