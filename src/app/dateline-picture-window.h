/* dateline-picture-window.h: saves the map as a picture, or its replay
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dateline-map.h"
#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_PICTURE_WINDOW (dateline_picture_window_get_type ())
G_DECLARE_FINAL_TYPE (DatelinePictureWindow, dateline_picture_window, DATELINE, PICTURE_WINDOW, AdwWindow)

/* Signals:
 *   "saved" (string path)  it was written; the window closes after that
 */
GtkWidget *dateline_picture_window_new (DatelineSession *session, DatelineMap *map, const char *name, gboolean is_replay);
void       dateline_picture_window_save (DatelinePictureWindow *self, const char *path);

G_END_DECLS
