/* dateline-table-column.h: a column of a table, of words, that may sort
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef char *(*DatelineCellFunc) (gpointer view, gpointer row, guint column);
typedef int (*DatelineCellCompareFunc) (gpointer view, gpointer row_a, gpointer row_b, guint column);

/* What a column is like; a table is an array of these. */
typedef struct
{
  const char *title; /* untranslated */
  int         width; /* pixels */
  gboolean    is_number;
  gboolean    expands;
  gboolean    sorts;
} DatelineTableColumn;

GtkSelectionModel *dateline_table_set_up (GtkColumnView             *table,
                                          GListModel                *rows,
                                          const DatelineTableColumn *columns,
                                          guint                      n_columns,
                                          DatelineCellFunc           format,
                                          DatelineCellCompareFunc    compare,
                                          gpointer                   view);

G_END_DECLS
