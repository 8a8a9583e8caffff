/* dateline-window.h: list, map, evidence and timeline of one project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dateline-session.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_WINDOW (dateline_window_get_type ())
G_DECLARE_FINAL_TYPE (DatelineWindow, dateline_window, DATELINE, WINDOW, AdwApplicationWindow)

GtkWidget          *dateline_window_new (AdwApplication *application);
DatelineSession    *dateline_window_get_session (DatelineWindow *self);
void                dateline_window_open (DatelineWindow *self, GListModel *files);
void                dateline_window_restore (DatelineWindow *self);
void                dateline_window_open_at (DatelineWindow *self, const char *path, gint64 incident);
GdkContentProvider *dateline_window_create_drag_content (DatelineWindow *self, gint64 incident);
const char         *dateline_window_get_path (DatelineWindow *self); /* of the project; NULL in memory */
void                dateline_window_search (DatelineWindow *self, const char *words);
void                dateline_window_import (DatelineWindow *self, GListModel *files);
void                dateline_window_cancel_import (DatelineWindow *self);
void                dateline_window_show_report (DatelineWindow *self);
void                dateline_window_add_toast (DatelineWindow *self, const char *message);

G_END_DECLS
