/* dateline-preferences-window.h: what the reader likes, kept for all projects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DATELINE_TYPE_PREFERENCES_WINDOW (dateline_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (DatelinePreferencesWindow, dateline_preferences_window, DATELINE, PREFERENCES_WINDOW, AdwPreferencesWindow)

GtkWidget *dateline_preferences_window_new (GSettings *settings);

G_END_DECLS
