/* dateline-mark-pictures.h: pictures of marks, each drawn once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dateline-mark-scene.h"

G_BEGIN_DECLS

DatelineMarkPictures *dateline_mark_pictures_new (GtkWidget *widget);
void                  dateline_mark_pictures_free (DatelineMarkPictures *self);
void                  dateline_mark_pictures_clear (DatelineMarkPictures *self, gboolean dark);
GdkTexture           *dateline_mark_pictures_get_symbol (DatelineMarkPictures *self, const DatelineSymbolLook *look);
GdkTexture           *dateline_mark_pictures_get_ring (DatelineMarkPictures *self, const DatelineMark *mark, guint age);
void                  dateline_mark_pictures_append (DatelineMarkPictures *self, GtkSnapshot *snapshot, GdkTexture *picture, double x_px, double y_px);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineMarkPictures, dateline_mark_pictures_free)

G_END_DECLS
