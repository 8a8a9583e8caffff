/* dateline-window-view.c: what was seen of a project, kept for the next start
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-app"

#include "config.h"

#include "dateline-window-private.h"

#include "dateline-map.h"

/* Selected row, day, latitude, longitude and zoom. */
#define VIEW_FORMAT "(xiddd)"

/**
 * dateline_window_save_view:
 * @self: a window that goes
 *
 * Keeps its project, and what is selected and seen of it.
 */
void
dateline_window_save_view (DatelineWindow *self)
{
  GtkWidget    *map = self->map_bin != NULL ? adw_bin_get_child (self->map_bin) : NULL;
  guint         n_articles = 0;
  DatelinePoint centre;
  double        zoom;

  if (self->settings == NULL || self->session == NULL || self->path == NULL || map == NULL)
    return;

  g_object_get (self->session, "n-articles", &n_articles, NULL);
  if (n_articles == 0 || self->discards)
    return;

  centre = dateline_map_get_centre (DATELINE_MAP (map), &zoom);
  g_settings_set_string (self->settings, "last-project", self->path);
  g_settings_set (self->settings, "last-view", VIEW_FORMAT, dateline_session_get_selected (self->session),
                  (int) dateline_session_get_day (self->session), centre.lat, centre.lon, zoom);
}

/**
 * dateline_window_resume_view:
 * @self: a window
 * @path: of the project that it shows
 *
 * Selects and shows what was selected and seen when @path was the last
 * project.
 */
void
dateline_window_resume_view (DatelineWindow *self, const char *path)
{
  g_autofree char *last = dateline_window_get_last_project (self);
  DatelinePoint    centre;
  double           zoom;
  gint64           selected;
  int              day;

  if (g_strcmp0 (last, path) != 0)
    return;

  g_settings_get (self->settings, "last-view", VIEW_FORMAT, &selected, &day, &centre.lat, &centre.lon, &zoom);
  if (zoom <= 0)
    return;
  if (day != DATELINE_DAY_NONE)
    dateline_session_set_day (self->session, day);
  if (selected != 0)
    dateline_session_select (self->session, selected);
  dateline_map_go_to (DATELINE_MAP (adw_bin_get_child (self->map_bin)), centre, zoom);
}

/**
 * dateline_window_get_last_project:
 * @self: a window
 *
 * Returns: (transfer full) (nullable): its path; %NULL when it is none, or
 *   no more
 */
char *
dateline_window_get_last_project (DatelineWindow *self)
{
  g_autofree char *path = self->settings != NULL ? g_settings_get_string (self->settings, "last-project") : NULL;

  return path != NULL && g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&path) : NULL;
}
