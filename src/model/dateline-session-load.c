/* dateline-session-load.c: a session and what is in its project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-model"

#include "config.h"

#include "dateline-session-private.h"

#include "dateline-incident-table-load.h"

/* The last day that an incident is known to have reached: the end of a
 * short interval, but only the start of "in March" or "in 2023". */
static DatelineDay
get_last_day (const DatelineIncidentTable *table, guint row)
{
  gint64 last = table->date_precision[row] <= DATELINE_DATE_WEEK ? table->end[row] - 1 : table->start[row];

  return dateline_day_at (last, DATELINE_REGION_OFFSET_MINUTES);
}

static void
measure_span (DatelineSession *self)
{
  const DatelineIncidentTable *table = self->table;

  self->first_day = DATELINE_DAY_NONE;
  self->last_day = DATELINE_DAY_NONE;
  if (table->n_dated == 0)
    return;

  self->first_day = dateline_day_at (table->start[0], DATELINE_REGION_OFFSET_MINUTES);
  for (guint row = 0; row < table->n_dated; row++)
    self->last_day = MAX (self->last_day, get_last_day (table, row));
}

/* Who stands on the last day stays on the last day when more comes. */
static DatelineDay
choose_day (DatelineSession *self, DatelineDay old_last_day)
{
  if (self->window.day == DATELINE_DAY_NONE || self->window.day == old_last_day)
    return self->last_day;
  return self->window.day;
}

static void
notify_counts (DatelineSession *self, const DatelineStoreCounts *before)
{
  if (before->n_incidents != self->counts.n_incidents)
    dateline_session_notify (self, PROP_N_INCIDENTS);
  if (before->n_reports != self->counts.n_reports)
    dateline_session_notify (self, PROP_N_REPORTS);
  if (before->n_articles != self->counts.n_articles)
    dateline_session_notify (self, PROP_N_ARTICLES);
}

static void
set_label (DatelineSession *self, char **label, char *now, guint property)
{
  g_autofree char *before = *label;

  *label = now;
  if (g_strcmp0 (before, now) != 0)
    dateline_session_notify (self, property);
}

static void
update_labels (DatelineSession *self)
{
  g_autoptr (GError) error = NULL;
  char              *undo = NULL, *redo = NULL;

  if (!dateline_store_get_step_labels (self->store, &undo, &redo, &error))
    g_warning ("%s", error->message);
  set_label (self, &self->undo_label, undo, PROP_UNDO_LABEL);
  set_label (self, &self->redo_label, redo, PROP_REDO_LABEL);
}

/* The selected incident in @table; where its reports were merged anew,
 * the one that its first report is part of now. */
static gint64
follow_selected (DatelineSession *self, const DatelineIncidentTable *table)
{
  gint64 whole;

  if (self->selected == 0 || dateline_incident_table_find (table, self->selected) != G_MAXUINT)
    return self->selected;

  whole = dateline_store_find_whole (self->store, self->selected_report, NULL);
  return whole != 0 && dateline_incident_table_find (table, whole) != G_MAXUINT ? whole : 0;
}

/* Puts @table in place of the old one, and all that hangs on it; only
 * @changed differ unless that is NULL. */
static void
replace_table (DatelineSession *self, DatelineIncidentTable *table, const GArray *changed)
{
  g_autoptr (DatelineIncidentTable) old_table = self->table;
  guint                             n_shown = dateline_incident_list_get_n_rows (self->list);
  DatelineDay                       old_first = dateline_session_get_window_first (self);
  DatelineDay                       old_last_day = self->last_day;
  DatelineDay                       day;

  self->table = table;
  g_clear_pointer (&self->facets, dateline_facets_free);
  dateline_session_apply_filter (self);
  measure_span (self);
  day = choose_day (self, old_last_day);
  if (self->window.day != day)
    dateline_session_notify (self, PROP_DAY);
  self->window.day = day;
  dateline_session_update_interval (self);
  if (dateline_session_get_window_first (self) != old_first)
    dateline_session_notify (self, PROP_WINDOW_FIRST);
  if (changed != NULL)
    dateline_incident_list_change_table (self->list, table, changed);
  else
    dateline_incident_list_set_table (self->list, self->store, table);
  dateline_session_update_list (self, n_shown);

  dateline_session_drop_articles (self);
  dateline_session_set_selected (self, follow_selected (self, table));
}

/**
 * dateline_session_new:
 * @store: (transfer full): the project
 *
 * Returns: (transfer full): a session that has loaded @store and stands
 *   on its last day with incidents
 */
DatelineSession *
dateline_session_new (DatelineStore *store)
{
  DatelineSession *self;

  g_return_val_if_fail (store != NULL, NULL);

  self = g_object_new (DATELINE_TYPE_SESSION, NULL);
  self->store = store;
  dateline_session_reload (self);

  return self;
}

/* Shows @table, which is all that is in the store now. */
static void
show_table (DatelineSession *self, DatelineIncidentTable *table, const DatelineStoreCounts *counts, const GArray *changed)
{
  DatelineStoreCounts before = self->counts;

  self->counts = *counts;
  g_object_freeze_notify (G_OBJECT (self));
  notify_counts (self, &before);
  update_labels (self);
  replace_table (self, table, changed);
  g_object_thaw_notify (G_OBJECT (self));

  dateline_session_tell_incidents_changed (self);
}

/**
 * dateline_session_show:
 * @self: a session
 * @table: (transfer full): what is in its store now
 * @counts: how much that is
 *
 * As dateline_session_reload(), with a @table that was loaded elsewhere.
 */
void
dateline_session_show (DatelineSession *self, DatelineIncidentTable *table, const DatelineStoreCounts *counts)
{
  g_return_if_fail (DATELINE_IS_SESSION (self));

  show_table (self, table, counts, NULL);
}

/**
 * dateline_session_new_loaded:
 * @store: (transfer full): the project
 * @table: (transfer full): its incidents
 * @counts: what is in it
 *
 * Returns: (transfer full): a session as of dateline_session_new(), for
 *   which @store was read elsewhere
 */
DatelineSession *
dateline_session_new_loaded (DatelineStore *store, DatelineIncidentTable *table, const DatelineStoreCounts *counts)
{
  DatelineSession *self;

  g_return_val_if_fail (store != NULL, NULL);

  self = g_object_new (DATELINE_TYPE_SESSION, NULL);
  self->store = store;
  dateline_session_show (self, table, counts);

  return self;
}

/**
 * dateline_session_replace_store:
 * @self: a session
 * @store: (transfer full): a copy of its project, row for row
 *
 * Goes on with @store; nothing else changes.
 */
void
dateline_session_replace_store (DatelineSession *self, DatelineStore *store)
{
  g_return_if_fail (DATELINE_IS_SESSION (self));
  g_return_if_fail (store != NULL);

  dateline_incident_list_set_store (self->list, store);
  dateline_store_free (self->store);
  self->store = store;
}

/**
 * dateline_session_reload:
 * @self: a session
 *
 * Reads the incidents from the store again. Window and selection stay
 * where they can; a day that was the last stays the last. When the store
 * cannot be read, all stays as it was.
 */
void
dateline_session_reload (DatelineSession *self)
{
  g_autoptr (GError)     error = NULL;
  DatelineIncidentTable *table;
  DatelineStoreCounts    counts;

  g_return_if_fail (DATELINE_IS_SESSION (self));

  table = dateline_incident_table_load (self->store, &counts, &error);
  if (table == NULL)
    g_warning ("%s", error->message);
  else
    dateline_session_show (self, table, &counts);
}

/**
 * dateline_session_update:
 * @self: a session
 * @changed: (element-type gint64): rows of the store by id, some perhaps
 *   no more
 *
 * Reads the incidents of @changed again. A step that changed none changed
 * views.
 */
void
dateline_session_update (DatelineSession *self, const GArray *changed)
{
  g_autoptr (GError)     error = NULL;
  DatelineIncidentTable *table;
  DatelineStoreCounts    counts = self->counts;

  if (changed->len == 0)
    {
      update_labels (self);
      dateline_session_tell_views_changed (self);
      return;
    }

  table = dateline_incident_table_load_changed (self->store, self->table, changed, &counts, &error);
  if (table == NULL)
    g_warning ("%s", error->message);
  else
    show_table (self, table, &counts, changed);
}
