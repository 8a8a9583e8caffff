/* dateline-store-views.c: filters that an analyst gave a name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The store knows a filter as text only. Changes are made within a step,
 * and undone like every other.
 */

#define G_LOG_DOMAIN "dateline-store"

#include "config.h"

#include "dateline-store-private.h"

static gboolean
run_with_names (DatelineStore *self, Statement which, const char *first, const char *second, GError **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, which, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, first, -1, SQLITE_STATIC);
  if (second != NULL)
    sqlite3_bind_text (statement, 2, second, -1, SQLITE_STATIC);
  return dateline_store_step (self, statement, NULL, error);
}

/**
 * dateline_store_set_view:
 * @self: a store within a step
 * @name: what it is called; a view of that name is replaced
 * @filter: its filter as text
 * @error: return location for a #GError
 */
gboolean
dateline_store_set_view (DatelineStore *self, const char *name, const char *filter, GError **error)
{
  return run_with_names (self, STATEMENT_SET_VIEW, name, filter, error);
}

/**
 * dateline_store_rename_view:
 * @self: a store within a step
 * @from: its name
 * @to: its new name; a view that has it already is replaced
 * @error: return location for a #GError
 */
gboolean
dateline_store_rename_view (DatelineStore *self, const char *from, const char *to, GError **error)
{
  return run_with_names (self, STATEMENT_RENAME_VIEW, from, to, error);
}

gboolean
dateline_store_remove_view (DatelineStore *self, const char *name, GError **error)
{
  return run_with_names (self, STATEMENT_REMOVE_VIEW, name, NULL, error);
}

/**
 * dateline_store_foreach_view:
 * @self: a store
 * @func: called for each view, by name; may not use the store
 * @user_data: for @func
 * @error: return location for a #GError
 */
gboolean
dateline_store_foreach_view (DatelineStore *self, DatelineViewFunc func, gpointer user_data, GError **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_VIEWS, error);
  gboolean                      has_row;

  if (statement == NULL || !dateline_store_step (self, statement, &has_row, error))
    return FALSE;

  while (has_row)
    {
      func ((const char *) sqlite3_column_text (statement, 0), (const char *) sqlite3_column_text (statement, 1), user_data);
      if (!dateline_store_step (self, statement, &has_row, error))
        return FALSE;
    }
  return TRUE;
}
