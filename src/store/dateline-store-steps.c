/* dateline-store-steps.c: the log of changes, by which they are undone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A step is one transaction. SQLite's session extension records which
 * rows it changed, before and after; that changeset is the step's entry in
 * the log. Undoing applies its inverse, redoing the changeset itself, each
 * all or nothing: no change needs a way back of its own.
 */

#define G_LOG_DOMAIN "dateline-store"

#include "config.h"

/* Debian's SQLite has both; meson.build asks for them. */
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include "dateline-store-private.h"

#include <string.h>

/* All that a step may change. What is derived from them, the search index,
 * is brought up to date after each step. */
#define NO_INCIDENT G_MAXINT

static const struct
{
  const char *table;
  int         incident; /* the column with the incident that a row is of, or NO_INCIDENT */
} recorded[] = {
  { "incident", 0 },
  { "incident_place", 0 },
  { "place_alternative", 0 },
  { "incident_actor", 0 },
  { "incident_thing", 0 },
  { "toll_claim", 0 },
  { "incident_source", 0 },
  { "evidence", 0 },
  { "rule", 0 },
  { "edit", 0 },
  { "note", 0 },
  { "tag", 0 },
  { "merging", 0 },
  { "decision", 0 },
  { "rescue", 2 },
  { "view", NO_INCIDENT },
};

/**
 * dateline_store_begin_step:
 * @self: a store, not within a transaction or a step
 * @label: what the step is, for people: "Accept Air strike, Sanaa"
 * @at: now, seconds since 1970, UTC
 * @error: return location for a #GError
 *
 * Errors: %DATELINE_STORE_ERROR_BUSY within a transaction, and those of
 *   writing
 */
gboolean
dateline_store_begin_step (DatelineStore *self, const char *label, gint64 at, GError **error)
{
  int code;

  g_return_val_if_fail (self->recording == NULL, FALSE);

  if (!sqlite3_get_autocommit (self->database))
    {
      g_set_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_BUSY,
                   "%s: reports are being merged; try again when that is done", self->name);
      return FALSE;
    }
  if (!dateline_store_begin (self, error))
    return FALSE;

  code = sqlite3session_create (self->database, "main", &self->recording);
  for (guint i = 0; code == SQLITE_OK && i < G_N_ELEMENTS (recorded); i++)
    code = sqlite3session_attach (self->recording, recorded[i].table);
  if (code != SQLITE_OK)
    {
      dateline_store_fail (self, code, error);
      dateline_store_cancel_step (self);
      return FALSE;
    }
  self->step_label = g_strdup (label);
  self->step_at = at;
  return TRUE;
}

static void
stop_recording (DatelineStore *self)
{
  g_clear_pointer (&self->recording, sqlite3session_delete);
  g_clear_pointer (&self->step_label, g_free);
}

/**
 * dateline_store_cancel_step:
 * @self: a store
 *
 * Takes back all since dateline_store_begin_step().
 */
void
dateline_store_cancel_step (DatelineStore *self)
{
  stop_recording (self);
  dateline_store_rollback (self, NULL);
}

static int
find_incident_column (const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (recorded); i++)
    if (strcmp (recorded[i].table, table) == 0)
      return recorded[i].incident;
  return -1;
}

/* The id in @column of a change, of after or else of before. */
static gint64
get_id (sqlite3_changeset_iter *iter, int operation, int column)
{
  sqlite3_value *value = NULL;

  if (operation != SQLITE_DELETE)
    sqlite3changeset_new (iter, column, &value);
  if (value == NULL && operation != SQLITE_INSERT)
    sqlite3changeset_old (iter, column, &value);
  return value != NULL ? sqlite3_value_int64 (value) : 0;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

static void
sort_once (GArray *ids)
{
  guint n_kept = 0;

  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    if (n_kept == 0 || g_array_index (ids, gint64, i) != g_array_index (ids, gint64, n_kept - 1))
      g_array_index (ids, gint64, n_kept++) = g_array_index (ids, gint64, i);
  g_array_set_size (ids, n_kept);
}

/* The incidents with a row in @changes, by id, each once. */
static GArray *
find_changed (int n_bytes, void *changes)
{
  GArray                 *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_changeset_iter *iter = NULL;

  if (sqlite3changeset_start (&iter, n_bytes, changes) != SQLITE_OK)
    return ids;
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table;
      int         n_columns, operation, column;
      gint64      id;

      sqlite3changeset_op (iter, &table, &n_columns, &operation, NULL);
      column = find_incident_column (table);
      id = column >= 0 && column < n_columns ? get_id (iter, operation, column) : 0;
      if (id != 0 && (ids->len == 0 || g_array_index (ids, gint64, ids->len - 1) != id))
        g_array_append_val (ids, id);
    }
  sqlite3changeset_finalize (iter);
  sort_once (ids);
  return ids;
}

/* All that waits is among @changed, and may be out of date. */
static gboolean
index_changed (DatelineStore *self, const GArray *changed, GError **error)
{
  g_array_set_size (self->unindexed, 0);
  for (guint i = 0; i < changed->len; i++)
    if (!dateline_store_index_again (self, g_array_index (changed, gint64, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
add_step (DatelineStore *self, int n_bytes, const void *changes, const GArray *changed, GError **error)
{
  g_autoptr (DatelineStatement) statement = NULL;
  g_autoptr (DatelineStatement) naming = NULL;
  gint64                        id;

  if (!dateline_store_run (self, STATEMENT_FORGET_UNDONE, error))
    return FALSE;
  statement = dateline_store_prepare (self, STATEMENT_ADD_STEP, error);
  naming = dateline_store_prepare (self, STATEMENT_ADD_STEP_INCIDENT, error);
  if (statement == NULL || naming == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, self->step_label, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, self->step_at);
  sqlite3_bind_blob (statement, 3, changes, n_bytes, SQLITE_STATIC);
  if (!dateline_store_step (self, statement, NULL, error))
    return FALSE;

  id = sqlite3_last_insert_rowid (self->database);
  for (guint i = 0; i < changed->len; i++)
    {
      sqlite3_reset (naming);
      sqlite3_bind_int64 (naming, 1, g_array_index (changed, gint64, i));
      sqlite3_bind_int64 (naming, 2, id);
      if (!dateline_store_step (self, naming, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
log_changes (DatelineStore *self, GArray **changed, GError **error)
{
  g_autoptr (GArray) ids = NULL;
  int                n_bytes = 0;
  void              *changes = NULL;
  int                code = sqlite3session_changeset (self->recording, &n_bytes, &changes);
  gboolean           logged = FALSE;

  if (code != SQLITE_OK)
    return dateline_store_fail (self, code, error);

  ids = find_changed (n_bytes, changes);
  /* What changed nothing is no step. */
  if (n_bytes == 0 || (add_step (self, n_bytes, changes, ids, error) && index_changed (self, ids, error)))
    logged = TRUE;
  sqlite3_free (changes);
  if (logged && changed != NULL)
    *changed = g_steal_pointer (&ids);
  return logged;
}

/**
 * dateline_store_end_step:
 * @self: a store within a step
 * @changed: (out) (optional) (transfer full) (element-type gint64): rows
 *   of the incidents that changed, some perhaps no more, by id
 * @error: return location for a #GError
 *
 * Writes the step and its entry in the log; steps that were undone can be
 * redone no more. A step that changed nothing leaves no entry. On failure
 * all of it is taken back.
 */
gboolean
dateline_store_end_step (DatelineStore *self, GArray **changed, GError **error)
{
  g_autoptr (GArray) ids = NULL;

  g_return_val_if_fail (self->recording != NULL, FALSE);

  if (!log_changes (self, &ids, error))
    {
      dateline_store_cancel_step (self);
      return FALSE;
    }
  stop_recording (self);
  if (!dateline_store_commit (self, error))
    return FALSE;
  if (changed != NULL)
    *changed = g_steal_pointer (&ids);
  return TRUE;
}

static int
accept_table (void *data, const char *table)
{
  return find_incident_column (table) >= 0;
}

/* A row is not as the step left it. */
static int
on_conflict (void *data, int conflict, sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

static gboolean
apply (DatelineStore *self, const char *label, int n_bytes, void *changes, GError **error)
{
  int code = sqlite3changeset_apply (self->database, n_bytes, changes, accept_table, on_conflict, NULL);

  if (code == SQLITE_ABORT)
    {
      g_set_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_CONFLICT,
                   "%s: “%s” can be neither undone nor redone, because what it changed has changed since", self->name, label);
      return FALSE;
    }
  return code == SQLITE_OK ? TRUE : dateline_store_fail (self, code, error);
}

static gboolean
apply_inverse (DatelineStore *self, const char *label, int n_bytes, const void *changes, GError **error)
{
  int      n_inverse = 0;
  void    *inverse = NULL;
  int      code = sqlite3changeset_invert (n_bytes, changes, &n_inverse, &inverse);
  gboolean applied;

  if (code != SQLITE_OK)
    return dateline_store_fail (self, code, error);
  applied = apply (self, label, n_inverse, inverse, error);
  sqlite3_free (inverse);
  return applied;
}

static gboolean
set_undone (DatelineStore *self, gint64 step, gboolean undone, GError **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_SET_UNDONE, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, step);
  sqlite3_bind_int (statement, 2, undone);
  return dateline_store_step (self, statement, NULL, error);
}

/* Within a transaction: takes the last step back, or makes the first that
 * was taken back again. */
static gboolean
move (DatelineStore *self, gboolean undo, GArray **changed, GError **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, undo ? STATEMENT_LAST_DONE : STATEMENT_FIRST_UNDONE, error);
  g_autoptr (GBytes)            changes = NULL;
  g_autofree char              *label = NULL;
  gboolean                      found;
  gint64                        step;
  void                         *bytes;
  gsize                         n_bytes;

  if (statement == NULL || !dateline_store_step (self, statement, &found, error))
    return FALSE;
  *changed = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!found)
    return TRUE;

  step = sqlite3_column_int64 (statement, 0);
  label = g_strdup ((const char *) sqlite3_column_text (statement, 1));
  changes = g_bytes_new (sqlite3_column_blob (statement, 2), (gsize) sqlite3_column_bytes (statement, 2));
  bytes = (void *) g_bytes_get_data (changes, &n_bytes);
  sqlite3_reset (statement);
  if (!(undo ? apply_inverse (self, label, (int) n_bytes, bytes, error) : apply (self, label, (int) n_bytes, bytes, error)))
    return FALSE;

  g_array_unref (*changed);
  *changed = find_changed ((int) n_bytes, bytes);
  return set_undone (self, step, undo, error) && index_changed (self, *changed, error);
}

static gboolean
move_whole (DatelineStore *self, gboolean undo, GArray **changed, GError **error)
{
  g_autoptr (GArray) ids = NULL;

  if (!sqlite3_get_autocommit (self->database))
    {
      g_set_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_BUSY,
                   "%s: reports are being merged; try again when that is done", self->name);
      return FALSE;
    }

  /* A changeset names every row, those that a reference took along too:
   * the references must not act a second time. They hold before and after. */
  if (!dateline_store_run (self, STATEMENT_REFERENCES_OFF, error))
    return FALSE;
  if (!dateline_store_begin (self, error) || !move (self, undo, &ids, error) || !dateline_store_commit (self, error))
    {
      dateline_store_rollback (self, NULL);
      dateline_store_run (self, STATEMENT_REFERENCES_ON, NULL);
      return FALSE;
    }
  if (!dateline_store_run (self, STATEMENT_REFERENCES_ON, error))
    return FALSE;
  if (changed != NULL)
    *changed = g_steal_pointer (&ids);
  return TRUE;
}

/**
 * dateline_store_undo:
 * @self: a store, not within a transaction or a step
 * @changed: (out) (optional) (transfer full) (element-type gint64): as of
 *   dateline_store_end_step(); empty when there was nothing to undo
 * @error: return location for a #GError
 *
 * Takes the last step back.
 *
 * Errors: %DATELINE_STORE_ERROR_CONFLICT when rows are not as the step left
 *   them, %DATELINE_STORE_ERROR_BUSY within a transaction, and those of
 *   writing; then nothing was changed
 */
gboolean
dateline_store_undo (DatelineStore *self, GArray **changed, GError **error)
{
  return move_whole (self, TRUE, changed, error);
}

/**
 * dateline_store_redo:
 * @self: a store, not within a transaction or a step
 * @changed: (out) (optional) (transfer full) (element-type gint64): as of
 *   dateline_store_undo()
 * @error: return location for a #GError
 *
 * Makes the step that was undone last again. Errors: as of
 * dateline_store_undo().
 */
gboolean
dateline_store_redo (DatelineStore *self, GArray **changed, GError **error)
{
  return move_whole (self, FALSE, changed, error);
}

static gboolean
get_label (DatelineStore *self, Statement which, char **label, GError **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, which, error);
  gboolean                      found;

  if (statement == NULL || !dateline_store_step (self, statement, &found, error))
    return FALSE;
  *label = found ? g_strdup ((const char *) sqlite3_column_text (statement, 1)) : NULL;
  return TRUE;
}

/**
 * dateline_store_get_step_labels:
 * @self: a store
 * @undo: (out) (transfer full) (nullable): what would be undone
 * @redo: (out) (transfer full) (nullable): what would be redone
 * @error: return location for a #GError
 */
gboolean
dateline_store_get_step_labels (DatelineStore *self, char **undo, char **redo, GError **error)
{
  g_autofree char *last = NULL;
  g_autofree char *first = NULL;

  if (!get_label (self, STATEMENT_LAST_DONE, &last, error) || !get_label (self, STATEMENT_FIRST_UNDONE, &first, error))
    return FALSE;
  *undo = g_steal_pointer (&last);
  *redo = g_steal_pointer (&first);
  return TRUE;
}

/**
 * dateline_store_foreach_step:
 * @self: a store
 * @incident: whose steps; 0 for all
 * @func: called for each, the first made first; may not use the store
 * @user_data: for @func
 * @error: return location for a #GError
 */
gboolean
dateline_store_foreach_step (DatelineStore *self, gint64 incident, DatelineStepFunc func, gpointer user_data, GError **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, incident != 0 ? STATEMENT_STEPS_OF : STATEMENT_STEPS, error);
  gboolean                      has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  if (incident != 0)
    sqlite3_bind_int64 (statement, 1, incident);
  while (has_row)
    {
      DatelineStep step;

      if (!dateline_store_step (self, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      step.id = sqlite3_column_int64 (statement, 0);
      step.label = (const char *) sqlite3_column_text (statement, 1);
      step.at = sqlite3_column_int64 (statement, 2);
      step.undone = sqlite3_column_int (statement, 3);
      func (&step, user_data);
    }
  return TRUE;
}
