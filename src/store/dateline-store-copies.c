/* dateline-store-copies.c: which articles are copies of others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-store-private.h"

/**
 * dateline_store_foreach_sketch:
 * @self: a store
 * @func: told of every article that has one, by row id
 * @user_data: for @func
 * @error: return location for a #GError
 *
 * Errors: %DATELINE_STORE_ERROR_DAMAGED
 */
gboolean
dateline_store_foreach_sketch (DatelineStore *self, DatelineSketchFunc func, gpointer user_data, GError **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_SKETCHES, error);
  gboolean                      has_row = FALSE;

  if (statement == NULL)
    return FALSE;
  for (;;)
    {
      g_autoptr (GBytes) sketch = NULL;

      if (!dateline_store_step (self, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      sketch = g_bytes_new (sqlite3_column_blob (statement, 1), (gsize) sqlite3_column_bytes (statement, 1));
      func (sqlite3_column_int64 (statement, 0), sketch, sqlite3_column_int64 (statement, 2), user_data);
    }
}

/**
 * dateline_store_get_last_article:
 * @self: a store
 * @article: (out): the greatest row id of an article; 0 without any
 * @error: return location for a #GError
 *
 * An article that is added gets a greater one.
 */
gboolean
dateline_store_get_last_article (DatelineStore *self, gint64 *article, GError **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_LAST_ARTICLE, error);

  if (statement == NULL || !dateline_store_step (self, statement, NULL, error))
    return FALSE;
  *article = sqlite3_column_int64 (statement, 0);
  return TRUE;
}
