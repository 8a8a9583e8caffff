/* dateline-session-selection.c: the incident that is selected, and its articles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-model"

#include "config.h"

#include "dateline-session-private.h"

/* Articles kept after they were asked for. */
#define N_CACHED_ARTICLES 64

void
dateline_session_drop_articles (DatelineSession *self)
{
  g_queue_clear (&self->article_ids);
  g_hash_table_remove_all (self->articles);
}

void
dateline_session_set_selected (DatelineSession *self, gint64 incident)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->selected_incident, dateline_incident_free);
  if (self->selected == incident)
    return;

  self->selected = incident;
  self->selected_report = incident != 0 ? dateline_store_find_report (self->store, incident, &error) : 0;
  if (error != NULL)
    g_warning ("%s", error->message);
  dateline_session_notify (self, PROP_SELECTED);
}

gint64
dateline_session_get_selected (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), 0);

  return self->selected;
}

/**
 * dateline_session_select:
 * @self: a session
 * @incident: a row id, 0 for none; one that is not there is ignored
 *
 * Selects, and moves the day to the incident's first when it is outside
 * the window.
 */
void
dateline_session_select (DatelineSession *self, gint64 incident)
{
  guint    row = G_MAXUINT;
  gboolean moves;

  g_return_if_fail (DATELINE_IS_SESSION (self));

  if (self->selected == incident)
    return;
  if (incident != 0 && (row = dateline_incident_table_find (self->table, incident)) == G_MAXUINT)
    return;

  moves = row < self->table->n_dated &&
          !dateline_incident_table_row_in_window (self->table, row, dateline_session_get_window (self));
  g_object_freeze_notify (G_OBJECT (self));
  dateline_session_set_selected (self, incident);
  if (moves)
    {
      DatelineDateWindow window = self->window;

      if (!self->can_go_back)
        self->window_before = window;
      window.day = dateline_day_at (self->table->start[row], DATELINE_REGION_OFFSET_MINUTES);
      dateline_session_replace_window (self, window);
      dateline_session_set_can_go_back (self, TRUE);
    }
  g_object_thaw_notify (G_OBJECT (self));
  if (moves)
    dateline_session_tell_visible_changed (self);
}

/**
 * dateline_session_get_selected_incident:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the selected incident, until the
 *   selection or the project changes; %NULL when there is none or it
 *   cannot be read
 */
const DatelineIncident *
dateline_session_get_selected_incident (DatelineSession *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (DATELINE_IS_SESSION (self), NULL);

  if (self->selected != 0 && self->selected_incident == NULL)
    {
      self->selected_incident = dateline_store_load_incident (self->store, self->selected, &error);
      if (self->selected_incident == NULL)
        g_warning ("%s", error->message);
    }
  return self->selected_incident;
}

/**
 * dateline_session_get_article:
 * @self: a session
 * @article: a row id
 * @error: return location for a #GError
 *
 * Errors: those of dateline_store_load_article()
 *
 * Returns: (transfer none) (nullable): the article, until 64 others were
 *   asked for or the project changes
 */
const DatelineArticle *
dateline_session_get_article (DatelineSession *self, gint64 article, GError **error)
{
  DatelineArticle *loaded;
  gint64          *key;

  g_return_val_if_fail (DATELINE_IS_SESSION (self), NULL);

  loaded = g_hash_table_lookup (self->articles, &article);
  if (loaded != NULL)
    return loaded;
  loaded = dateline_store_load_article (self->store, article, error);
  if (loaded == NULL)
    return NULL;

  if (g_queue_get_length (&self->article_ids) == N_CACHED_ARTICLES)
    g_hash_table_remove (self->articles, g_queue_pop_tail (&self->article_ids));
  key = g_new (gint64, 1);
  *key = article;
  g_queue_push_head (&self->article_ids, key);
  g_hash_table_insert (self->articles, key, loaded);

  return loaded;
}
