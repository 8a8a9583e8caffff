/* dateline-store-edit.c: what an analyst changes, and what was changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The engine's values stay as they are: the analyst's stand beside them,
 * field by field.
 */

#define G_LOG_DOMAIN "dateline-store"

#include "config.h"

#include "dateline-store-private.h"

#include <string.h>

/* A statement with its first parameters, ready to be stepped. */
static sqlite3_stmt *
prepare_for (DatelineStore *self, Statement which, gint64 id, const char *text, GError **error)
{
  sqlite3_stmt *statement = dateline_store_prepare (self, which, error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  if (text != NULL)
    sqlite3_bind_text (statement, 2, text, -1, SQLITE_STATIC);
  return statement;
}

static gboolean
run_for (DatelineStore *self, Statement which, gint64 id, const char *text, GError **error)
{
  g_autoptr (DatelineStatement) statement = prepare_for (self, which, id, text, error);

  return statement != NULL && dateline_store_step (self, statement, NULL, error);
}

static gboolean
run_for_two (DatelineStore *self, Statement which, gint64 first, gint64 second, GError **error)
{
  g_autoptr (DatelineStatement) statement = prepare_for (self, which, first, NULL, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 2, second);
  return dateline_store_step (self, statement, NULL, error);
}

/* The first column of the first row, a copy; NULL without one. */
static gboolean
load_text (DatelineStore *self, Statement which, gint64 id, char **text, GError **error)
{
  g_autoptr (DatelineStatement) statement = prepare_for (self, which, id, NULL, error);
  gboolean                      found;

  if (statement == NULL || !dateline_store_step (self, statement, &found, error))
    return FALSE;
  *text = found ? g_strdup ((const char *) sqlite3_column_text (statement, 0)) : NULL;
  return TRUE;
}

static gboolean
load_status (DatelineStore *self, gint64 id, DatelineStatus *status, gboolean *by_hand, GError **error)
{
  g_autoptr (DatelineStatement) statement = prepare_for (self, STATEMENT_LOAD_STATUS, id, NULL, error);
  gboolean                      found;

  if (statement == NULL || !dateline_store_step (self, statement, &found, error))
    return FALSE;
  if (!found)
    return dateline_store_set_unknown_id (self, "incident", id, error);
  *status = (DatelineStatus) sqlite3_column_int (statement, 0);
  *by_hand = sqlite3_column_int (statement, 1);
  return TRUE;
}

/**
 * dateline_store_set_status:
 * @self: a store within a step, as for all that changes a store below
 * @incident: a row
 * @status: what the analyst decided
 * @error: return location for a #GError
 *
 * Errors: %DATELINE_STORE_ERROR_UNKNOWN_ID and those of writing, as for
 *   all below
 */
gboolean
dateline_store_set_status (DatelineStore *self, gint64 incident, DatelineStatus status, GError **error)
{
  DatelineStatus before;
  gboolean       by_hand;

  g_return_val_if_fail (status <= DATELINE_STATUS_REJECTED, FALSE);

  return load_status (self, incident, &before, &by_hand, error) &&
         run_for_two (self, STATEMENT_SET_STATUS, incident, status, error);
}

static gboolean
reset_value (DatelineStore *self, gint64 incident, DatelineEditField value, GError **error)
{
  return run_for (self, STATEMENT_REMOVE_EDIT, incident, dateline_store_edit_get_id (value), error);
}

static gboolean
set_value (DatelineStore *self, gint64 incident, DatelineEditField value, const char *text, GError **error)
{
  g_autoptr (DatelineStatement) statement =
    prepare_for (self, STATEMENT_SET_EDIT, incident, dateline_store_edit_get_id (value), error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 3, text, -1, SQLITE_STATIC);
  return dateline_store_step (self, statement, NULL, error);
}

/**
 * dateline_store_set_values:
 * @self: a store within a step
 * @incident: a row
 * @values: 1 << DatelineEditField of those to set
 * @source: an incident with the values wanted; its others are not looked
 *   at
 * @error: return location for a #GError
 *
 * A value that is the engine's own is no edit.
 */
gboolean
dateline_store_set_values (DatelineStore *self, gint64 incident, guint values, const DatelineIncident *source, GError **error)
{
  g_autoptr (DatelineIncident) engine = dateline_store_load_engine_incident (self, incident, error);

  if (engine == NULL)
    return FALSE;
  for (guint value = 0; value < DATELINE_N_EDIT_FIELDS; value++)
    {
      g_autofree char *wanted = NULL;
      g_autofree char *found = NULL;

      if ((values & 1u << value) == 0)
        continue;
      wanted = dateline_store_edit_to_text (source, value);
      found = dateline_store_edit_to_text (engine, value);
      if (!(strcmp (wanted, found) == 0 ? reset_value (self, incident, value, error)
                                        : set_value (self, incident, value, wanted, error)))
        return FALSE;
    }
  return TRUE;
}

/**
 * dateline_store_reset_values:
 * @self: a store within a step
 * @incident: a row
 * @values: 1 << DatelineEditField of those that shall be the engine's again
 * @error: return location for a #GError
 */
gboolean
dateline_store_reset_values (DatelineStore *self, gint64 incident, guint values, GError **error)
{
  for (guint value = 0; value < DATELINE_N_EDIT_FIELDS; value++)
    if ((values & 1u << value) != 0 && !reset_value (self, incident, value, error))
      return FALSE;
  return TRUE;
}

gboolean
dateline_store_set_note (DatelineStore *self, gint64 incident, const char *note, GError **error)
{
  if (note == NULL || note[0] == '\0')
    return run_for (self, STATEMENT_REMOVE_NOTE, incident, NULL, error);
  return run_for (self, STATEMENT_SET_NOTE, incident, note, error);
}

gboolean
dateline_store_add_tag (DatelineStore *self, gint64 incident, const char *tag, GError **error)
{
  g_return_val_if_fail (tag != NULL && tag[0] != '\0', FALSE);

  return run_for (self, STATEMENT_ADD_TAG, incident, tag, error);
}

gboolean
dateline_store_remove_tag (DatelineStore *self, gint64 incident, const char *tag, GError **error)
{
  return run_for (self, STATEMENT_REMOVE_TAG, incident, tag, error);
}

/**
 * dateline_store_add_report:
 * @self: a store within a step
 * @article: a row
 * @incident: what the analyst read in it
 * @error: return location for a #GError
 *
 * Returns: its row; 0 on failure
 */
gint64
dateline_store_add_report (DatelineStore *self, gint64 article, const DatelineIncident *incident, GError **error)
{
  g_autoptr (DatelineStatement) statement = prepare_for (self, STATEMENT_NEXT_ORDINAL, article, NULL, error);
  guint                         ordinal;
  gint64                        id;

  if (statement == NULL || !dateline_store_step (self, statement, NULL, error))
    return 0;
  ordinal = (guint) sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  if (!dateline_store_add_incident (self, article, ordinal, incident, &id, error) ||
      !run_for (self, STATEMENT_SET_BY_HAND, id, NULL, error))
    return 0;
  return id;
}

/**
 * dateline_store_set_rescued:
 * @self: a store within a step
 * @article: a row
 * @rejection: which of its rejected mentions, from 0
 * @incident: the incident made of it
 * @error: return location for a #GError
 */
gboolean
dateline_store_set_rescued (DatelineStore *self, gint64 article, guint rejection, gint64 incident, GError **error)
{
  g_autoptr (DatelineStatement) statement = prepare_for (self, STATEMENT_ADD_RESCUE, article, NULL, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 2, rejection);
  sqlite3_bind_int64 (statement, 3, incident);
  return dateline_store_step (self, statement, NULL, error);
}

gint64
dateline_store_find_rescued (DatelineStore *self, gint64 article, guint rejection, GError **error)
{
  g_autoptr (DatelineStatement) statement = prepare_for (self, STATEMENT_FIND_RESCUE, article, NULL, error);
  gboolean                      found;

  if (statement == NULL)
    return 0;
  sqlite3_bind_int64 (statement, 2, rejection);
  if (!dateline_store_step (self, statement, &found, error))
    return 0;
  return found ? sqlite3_column_int64 (statement, 0) : 0;
}

/**
 * dateline_store_set_merging:
 * @self: a store
 * @whole: a row of dateline_store_add_whole()
 * @merging: why its reports are one
 * @error: return location for a #GError
 */
gboolean
dateline_store_set_merging (DatelineStore *self, gint64 whole, const DatelineMerging *merging, GError **error)
{
  g_autoptr (DatelineStatement) statement = prepare_for (self, STATEMENT_SET_MERGING, whole, NULL, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int (statement, 2, merging->by_hand != FALSE);
  if (merging->score >= 0)
    sqlite3_bind_double (statement, 3, merging->score);
  sqlite3_bind_text (statement, 4, merging->reason != NULL ? merging->reason : "", -1, SQLITE_STATIC);
  return dateline_store_step (self, statement, NULL, error);
}

/**
 * dateline_store_load_merging:
 * @self: a store
 * @whole: a row
 * @merging: (out) (transfer full) (nullable): why its reports are one;
 *   %NULL for a single report
 * @error: return location for a #GError
 */
gboolean
dateline_store_load_merging (DatelineStore *self, gint64 whole, DatelineMerging **merging, GError **error)
{
  g_autoptr (DatelineStatement) statement = prepare_for (self, STATEMENT_LOAD_MERGING, whole, NULL, error);
  gboolean                      found;

  if (statement == NULL || !dateline_store_step (self, statement, &found, error))
    return FALSE;
  *merging = NULL;
  if (!found)
    return TRUE;

  *merging = g_new0 (DatelineMerging, 1);
  (*merging)->by_hand = sqlite3_column_int (statement, 0);
  (*merging)->score = sqlite3_column_type (statement, 1) == SQLITE_NULL ? -1 : sqlite3_column_double (statement, 1);
  (*merging)->reason = g_strdup ((const char *) sqlite3_column_text (statement, 2));
  return TRUE;
}

/**
 * dateline_store_set_decision:
 * @self: a store within a step
 * @report: a row
 * @reason: why it is part of what it is part of, or stands alone
 * @error: return location for a #GError
 *
 * From now on reports are not merged with it but by hand.
 */
gboolean
dateline_store_set_decision (DatelineStore *self, gint64 report, const char *reason, GError **error)
{
  return run_for (self, STATEMENT_SET_DECISION, report, reason != NULL ? reason : "", error);
}

gboolean
dateline_store_load_decision (DatelineStore *self, gint64 report, char **reason, GError **error)
{
  return load_text (self, STATEMENT_LOAD_DECISION, report, reason, error);
}

/**
 * dateline_store_move_review:
 * @self: a store within a step
 * @from: a row
 * @to: the row that takes its place
 * @error: return location for a #GError
 *
 * Moves the analyst's values, note, tags and status.
 */
gboolean
dateline_store_move_review (DatelineStore *self, gint64 from, gint64 to, GError **error)
{
  return run_for_two (self, STATEMENT_MOVE_EDITS, from, to, error) &&
         run_for_two (self, STATEMENT_MOVE_NOTE, from, to, error) &&
         run_for_two (self, STATEMENT_MOVE_TAGS, from, to, error) &&
         run_for_two (self, STATEMENT_MOVE_STATUS, from, to, error) &&
         run_for_two (self, STATEMENT_SET_STATUS, from, DATELINE_STATUS_UNREVIEWED, error);
}

static gboolean
load_edited (DatelineStore *self, gint64 id, guint *edited, GError **error)
{
  g_autoptr (DatelineStatement) statement = prepare_for (self, STATEMENT_EDITS_OF, id, NULL, error);
  gboolean                      has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (has_row)
    {
      DatelineEditField value;

      if (!dateline_store_step (self, statement, &has_row, error))
        return FALSE;
      if (has_row && dateline_store_edit_parse ((const char *) sqlite3_column_text (statement, 1), &value))
        *edited |= 1u << value;
    }
  return TRUE;
}

static gboolean
load_tags (DatelineStore *self, gint64 id, char ***tags, GError **error)
{
  g_autoptr (DatelineStatement) statement = prepare_for (self, STATEMENT_LOAD_TAGS, id, NULL, error);
  g_autoptr (GStrvBuilder)      builder = g_strv_builder_new ();
  gboolean                      has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (has_row)
    {
      if (!dateline_store_step (self, statement, &has_row, error))
        return FALSE;
      if (has_row)
        g_strv_builder_add (builder, (const char *) sqlite3_column_text (statement, 0));
    }
  *tags = g_strv_builder_end (builder);
  return TRUE;
}

/**
 * dateline_store_load_review:
 * @self: a store
 * @id: a row
 * @error: return location for a #GError
 *
 * Errors: %DATELINE_STORE_ERROR_UNKNOWN_ID and those of reading
 *
 * Returns: (transfer full) (nullable): what the analyst said of it
 */
DatelineReview *
dateline_store_load_review (DatelineStore *self, gint64 id, GError **error)
{
  g_autoptr (DatelineReview) review = g_new0 (DatelineReview, 1);

  if (!load_status (self, id, &review->status, &review->by_hand, error) ||
      !load_edited (self, id, &review->edited, error) ||
      !load_text (self, STATEMENT_LOAD_NOTE, id, &review->note, error) ||
      !load_tags (self, id, &review->tags, error))
    return NULL;
  return g_steal_pointer (&review);
}

void
dateline_review_free (DatelineReview *self)
{
  if (self == NULL)
    return;

  g_free (self->note);
  g_strfreev (self->tags);
  g_free (self);
}

void
dateline_merging_free (DatelineMerging *self)
{
  if (self == NULL)
    return;

  g_free (self->reason);
  g_free (self);
}

/**
 * dateline_store_foreach_part_of:
 * @self: a store
 * @incident: a row of the list
 * @func: called for each of its reports, itself when it stands alone, by
 *   id; may not use the store
 * @user_data: for @func
 * @error: return location for a #GError
 */
gboolean
dateline_store_foreach_part_of (DatelineStore *self, gint64 incident, DatelineIncidentIdFunc func, gpointer user_data, GError **error)
{
  g_autoptr (DatelineStatement) statement = prepare_for (self, STATEMENT_WHOLE_PARTS, incident, NULL, error);

  return statement != NULL && dateline_store_foreach_id (self, statement, func, user_data, error);
}

/**
 * dateline_store_foreach_with_place:
 * @self: a store
 * @name: the engine's name of a place
 * @article: whose; 0 for all
 * @func: called for each incident of the list with a place of that name,
 *   by id; may not use the store
 * @user_data: for @func
 * @error: return location for a #GError
 */
gboolean
dateline_store_foreach_with_place (DatelineStore *self, const char *name, gint64 article, DatelineIncidentIdFunc func, gpointer user_data, GError **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_LISTED_WITH_PLACE, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, article);
  return dateline_store_foreach_id (self, statement, func, user_data, error);
}

gboolean
dateline_store_get_unmerged (DatelineStore *self, gboolean *unmerged, GError **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_GET_UNMERGED, error);

  if (statement == NULL || !dateline_store_step (self, statement, NULL, error))
    return FALSE;
  *unmerged = sqlite3_column_int (statement, 0);
  return TRUE;
}

/**
 * dateline_store_set_merged:
 * @self: a store, in the transaction that writes what was merged
 * @error: return location for a #GError
 *
 * Says that all reports are merged; the next that comes says otherwise.
 */
gboolean
dateline_store_set_merged (DatelineStore *self, GError **error)
{
  return run_for (self, STATEMENT_SET_UNMERGED, 0, NULL, error);
}
