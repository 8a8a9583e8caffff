/* dateline-store-facets.c: the values that incidents are filtered by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-store-private.h"

static gboolean
tell_rows (DatelineStore *self, Statement statement, DatelineValueFunc func, gpointer user_data, GError **error)
{
  g_autoptr (DatelineStatement) rows = dateline_store_prepare (self, statement, error);
  gboolean                      has_row;

  if (rows == NULL || !dateline_store_step (self, rows, &has_row, error))
    return FALSE;

  while (has_row)
    {
      func (sqlite3_column_int64 (rows, 0), (const char *) sqlite3_column_text (rows, 1), user_data);
      if (!dateline_store_step (self, rows, &has_row, error))
        return FALSE;
    }
  return TRUE;
}

/* Of one incident, the values of @kind that the analyst set. */
static void
tell_edited (gint64 id, DatelineValueKind kind, const DatelineIncident *incident, DatelineValueFunc func, gpointer user_data)
{
  switch (kind)
    {
    case DATELINE_VALUE_COUNTRY:
    case DATELINE_VALUE_GOVERNORATE:
      for (guint i = 0; i < incident->places->len; i++)
        {
          const DatelinePlace *place = &g_array_index (incident->places, DatelinePlace, i);

          if (place->role == DATELINE_PLACE_SITE)
            func (id, kind == DATELINE_VALUE_COUNTRY ? place->country : place->adm1, user_data);
        }
      break;
    case DATELINE_VALUE_ACTOR:
      for (guint i = 0; i < incident->actors->len; i++)
        func (id, g_array_index (incident->actors, DatelineActor, i).name, user_data);
      break;
    case DATELINE_VALUE_WEAPON:
      for (guint i = 0; i < incident->weapons->len; i++)
        {
          const DatelineThing *weapon = &g_array_index (incident->weapons, DatelineThing, i);

          func (id, weapon->id != NULL ? weapon->id : weapon->name, user_data);
        }
      break;
    case DATELINE_VALUE_GRADE:
      func (id, dateline_grade_get_id (incident->grade), user_data);
      break;
    default:
      break;
    }
}

static gboolean
tell_edits (DatelineStore *self, DatelineValueKind kind, DatelineEditField field, DatelineValueFunc func, gpointer user_data, GError **error)
{
  g_autoptr (DatelineStatement) rows = dateline_store_prepare (self, STATEMENT_EDITS_OF_FIELD, error);
  gboolean                      has_row = TRUE;

  if (rows == NULL)
    return FALSE;
  sqlite3_bind_text (rows, 1, dateline_store_edit_get_id (field), -1, SQLITE_STATIC);
  while (has_row)
    {
      g_autoptr (DatelineIncident) incident = dateline_incident_new (DATELINE_INCIDENT_UNSPECIFIED_ATTACK);

      if (!dateline_store_step (self, rows, &has_row, error))
        return FALSE;
      if (has_row && dateline_store_edit_from_text (incident, field, (const char *) sqlite3_column_text (rows, 1)))
        tell_edited (sqlite3_column_int64 (rows, 0), kind, incident, func, user_data);
    }
  return TRUE;
}

/**
 * dateline_store_foreach_value:
 * @self: a store
 * @kind: which values
 * @func: called for each value of each incident of the list, in no order,
 *   with %NULL or "" where one is not known; may not use the store
 * @user_data: for @func
 * @error: return location for a #GError
 *
 * The values are the analyst's where there are any.
 *
 * Returns: %FALSE on failure, when @func may have seen some
 */
gboolean
dateline_store_foreach_value (DatelineStore *self, DatelineValueKind kind, DatelineValueFunc func, gpointer user_data, GError **error)
{
  /* The statement leaves out what an analyst has set the field of. */
  static const struct
  {
    Statement statement;
    int       field; /* −1 where the engine's values are all */
  } kinds[] = {
    [DATELINE_VALUE_COUNTRY] = { STATEMENT_COUNTRIES, DATELINE_EDIT_PLACES },
    [DATELINE_VALUE_GOVERNORATE] = { STATEMENT_GOVERNORATES, DATELINE_EDIT_PLACES },
    [DATELINE_VALUE_ACTOR] = { STATEMENT_ACTOR_NAMES, DATELINE_EDIT_ACTORS },
    [DATELINE_VALUE_WEAPON] = { STATEMENT_WEAPON_NAMES, DATELINE_EDIT_WEAPONS },
    [DATELINE_VALUE_PUBLISHER] = { STATEMENT_PUBLISHERS, -1 },
    [DATELINE_VALUE_GRADE] = { STATEMENT_GRADES, DATELINE_EDIT_GRADE },
    [DATELINE_VALUE_TAG] = { STATEMENT_ALL_TAGS, -1 },
  };

  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), FALSE);

  return tell_rows (self, kinds[kind].statement, func, user_data, error) &&
         (kinds[kind].field < 0 || tell_edits (self, kind, (DatelineEditField) kinds[kind].field, func, user_data, error));
}
