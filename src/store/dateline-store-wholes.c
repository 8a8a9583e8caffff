/* dateline-store-wholes.c: reports of one event, and the event as a whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A whole is an incident without an article of its own; its reports name
 * it, and stay what they were: without the whole they stand alone again.
 */

#include "config.h"

#include "dateline-store-private.h"

static gboolean
set_whole (DatelineStore *self, gint64 report, gint64 whole, GError **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_SET_WHOLE, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, whole);
  sqlite3_bind_int64 (statement, 2, report);
  if (!dateline_store_step (self, statement, NULL, error))
    return FALSE;
  return sqlite3_changes (self->database) == 1 || dateline_store_set_unknown_id (self, "report", report, error);
}

static gboolean
add_whole (DatelineStore *self, const DatelineIncident *whole, const gint64 *reports, guint n_reports, gint64 *id, GError **error)
{
  if (!dateline_store_add_incident (self, 0, 0, whole, id, error))
    return FALSE;
  for (guint i = 0; i < n_reports; i++)
    if (!set_whole (self, reports[i], *id, error))
      return FALSE;
  return dateline_store_index_incident (self, *id, whole, NULL, error);
}

/**
 * dateline_store_add_whole:
 * @self: a store, within a transaction or not
 * @whole: an event; every provenance names its article's row
 * @reports: rows of its reports, which leave the wholes that they were
 *   part of
 * @n_reports: how many
 * @error: return location for a #GError
 *
 * Adds @whole, all or nothing, as dateline_store_add_extraction() does.
 *
 * Errors: %DATELINE_STORE_ERROR_UNKNOWN_ID for what is not a report, and
 *   those of writing
 *
 * Returns: its row id; 0 on failure
 */
gint64
dateline_store_add_whole (DatelineStore          *self,
                          const DatelineIncident *whole,
                          const gint64           *reports,
                          guint                   n_reports,
                          GError                **error)
{
  guint  n_unindexed = self->unindexed->len;
  gint64 id = 0;

  if (!dateline_store_run (self, STATEMENT_SAVE, error))
    return 0;
  if (add_whole (self, whole, reports, n_reports, &id, error) && dateline_store_run (self, STATEMENT_RELEASE, error))
    return id;

  dateline_store_take_back (self, n_unindexed);
  return 0;
}

/**
 * dateline_store_remove_whole:
 * @self: a store
 * @id: a whole's row; a report is no whole
 * @error: return location for a #GError
 *
 * Its reports stand alone again.
 *
 * Errors: %DATELINE_STORE_ERROR_UNKNOWN_ID and those of writing
 */
gboolean
dateline_store_remove_whole (DatelineStore *self, gint64 id, GError **error)
{
  g_autoptr (DatelineStatement) keeping = dateline_store_prepare (self, STATEMENT_KEEP_ID, error);
  g_autoptr (DatelineStatement) statement = keeping != NULL ? dateline_store_prepare (self, STATEMENT_REMOVE_WHOLE, error) : NULL;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  if (!dateline_store_step (self, statement, NULL, error))
    return FALSE;
  if (sqlite3_changes (self->database) == 0)
    return dateline_store_set_unknown_id (self, "whole", id, error);

  sqlite3_bind_int64 (keeping, 1, id);
  return dateline_store_step (self, keeping, NULL, error) && dateline_store_index_again (self, id, error);
}

/**
 * dateline_store_foreach_part:
 * @self: a store
 * @func: called for every report of the project, by id; may not use the
 *   store
 * @user_data: for @func
 * @error: return location for a #GError
 */
gboolean
dateline_store_foreach_part (DatelineStore *self, DatelinePartFunc func, gpointer user_data, GError **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_PARTS, error);
  gboolean                      has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (has_row)
    {
      if (!dateline_store_step (self, statement, &has_row, error))
        return FALSE;
      if (has_row)
        func (sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1),
              sqlite3_column_int (statement, 2), user_data);
    }
  return TRUE;
}

static gint64
find (DatelineStore *self, Statement which, gint64 id, GError **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, which, error);
  gboolean                      has_row;

  if (statement == NULL)
    return 0;
  sqlite3_bind_int64 (statement, 1, id);
  if (!dateline_store_step (self, statement, &has_row, error))
    return 0;
  return has_row ? sqlite3_column_int64 (statement, 0) : dateline_store_set_unknown_id (self, "incident", id, error);
}

/**
 * dateline_store_find_whole:
 * @self: a store
 * @report: a row
 * @error: return location for a #GError
 *
 * Errors: %DATELINE_STORE_ERROR_UNKNOWN_ID and those of reading
 *
 * Returns: the incident of the list that @report is part of, itself when
 *   it stands alone; 0 on failure
 */
gint64
dateline_store_find_whole (DatelineStore *self, gint64 report, GError **error)
{
  return find (self, STATEMENT_FIND_WHOLE, report, error);
}

/**
 * dateline_store_find_report:
 * @self: a store
 * @incident: a row
 * @error: return location for a #GError
 *
 * Errors: %DATELINE_STORE_ERROR_UNKNOWN_ID and those of reading
 *
 * Returns: the first report of @incident, by which it is known when the
 *   reports have been merged anew; 0 on failure
 */
gint64
dateline_store_find_report (DatelineStore *self, gint64 incident, GError **error)
{
  return find (self, STATEMENT_FIND_REPORT, incident, error);
}
