/* dateline-table-column.c: a column of a table, of words, that may sort
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-table-column.h"

#include <glib/gi18n.h>

#include "dateline-list-focus.h"

typedef struct
{
  DatelineTableColumn     like;
  guint                   column;
  DatelineCellFunc        format;
  DatelineCellCompareFunc compare;
  gpointer                view; /* not owned: it owns the table */
} Cells;

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const Cells *cells)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), cells->like.is_number ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (cells->like.is_number)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const Cells *cells)
{
  g_autofree char *text = cells->format (cells->view, gtk_list_item_get_item (item), cells->column);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

/* What was cut off; asked for only where the pointer rests. */
static gboolean
on_query_tooltip_cb (GtkWidget *label, int x, int y, gboolean keyboard_mode, GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (label)));
  return TRUE;
}

static void
on_setup_tooltip_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (on_query_tooltip_cb), NULL);
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Cells *cells = user_data;

  return cells->compare (cells->view, (gpointer) a, (gpointer) b, cells->column);
}

static void
add_column (GtkColumnView *table, const Cells *cells)
{
  GtkListItemFactory             *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (_ (cells->like.title), factory);
  Cells                          *kept = g_memdup2 (cells, sizeof *cells);

  g_object_set_data_full (G_OBJECT (factory), "cells", kept, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), kept);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), kept);
  if (!cells->like.is_number)
    g_signal_connect (factory, "setup", G_CALLBACK (on_setup_tooltip_cb), NULL);
  if (cells->like.sorts)
    {
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_rows, g_memdup2 (cells, sizeof *cells), g_free));

      gtk_column_view_column_set_sorter (column, sorter);
    }
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, cells->like.expands);
  gtk_column_view_column_set_fixed_width (column, cells->like.width);
  gtk_column_view_append_column (table, column);
}

/* GTK writes every title at the start of its column, away from numbers. They
 * get theirs above them, with the arrow of sorting, which has its room always,
 * in front. */
static void
align_number_titles (GtkColumnView *table, const DatelineTableColumn *columns, guint n_columns)
{
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (table)));

  for (guint i = 0; i < n_columns && title != NULL; i++, title = gtk_widget_get_next_sibling (title))
    {
      GtkWidget *box = gtk_widget_get_first_child (title);
      GtkWidget *label = GTK_IS_BOX (box) ? gtk_widget_get_first_child (box) : NULL;

      if (!columns[i].is_number || !GTK_IS_LABEL (label))
        continue;
      gtk_widget_set_hexpand (label, TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_box_reorder_child_after (GTK_BOX (box), label, gtk_widget_get_last_child (box));
    }
}

/**
 * dateline_table_set_up:
 * @table: an empty table
 * @rows: its rows
 * @columns: what its columns are like
 * @n_columns: how many
 * @format: makes the words of a cell
 * @compare: tells which of two rows comes first in a column
 * @view: for the two, whose table it is
 *
 * Gives @table its columns, and its rows in the order that its header asks
 * for. Rows are sorted little by little, so that the window goes on.
 *
 * Returns: (transfer full): what is selected of the sorted rows
 */
GtkSelectionModel *
dateline_table_set_up (GtkColumnView             *table,
                       GListModel                *rows,
                       const DatelineTableColumn *columns,
                       guint                      n_columns,
                       DatelineCellFunc           format,
                       DatelineCellCompareFunc    compare,
                       gpointer                   view)
{
  GtkSortListModel  *sorted;
  GtkSelectionModel *selection;

  for (guint i = 0; i < n_columns; i++)
    add_column (table, &(Cells){ columns[i], i, format, compare, view });
  align_number_titles (table, columns, n_columns);
  sorted = gtk_sort_list_model_new (g_object_ref (rows), g_object_ref (gtk_column_view_get_sorter (table)));
  gtk_sort_list_model_set_incremental (sorted, TRUE);
  selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (sorted)));
  gtk_column_view_set_model (table, selection);
  dateline_list_let_tab_leave (gtk_widget_get_last_child (GTK_WIDGET (table)));
  return selection;
}
