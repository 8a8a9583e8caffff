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
  static const Statement statements[] = {
    [DATELINE_VALUE_COUNTRY] = STATEMENT_COUNTRIES,
    [DATELINE_VALUE_GOVERNORATE] = STATEMENT_GOVERNORATES,
    [DATELINE_VALUE_ACTOR] = STATEMENT_ACTOR_NAMES,
    [DATELINE_VALUE_WEAPON] = STATEMENT_WEAPON_NAMES,
    [DATELINE_VALUE_PUBLISHER] = STATEMENT_PUBLISHERS,
    [DATELINE_VALUE_GRADE] = STATEMENT_GRADES,
  };

  g_return_val_if_fail (kind < G_N_ELEMENTS (statements), FALSE);

  return tell_rows (self, statements[kind], func, user_data, error);
}
