/* dateline-article-table-view.c: the articles of a project, in columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Also those in which nothing was found, and those that copy others: what
 * was read can be held against what came of it.
 */

#define G_LOG_DOMAIN "dateline-panel"

#include "config.h"

#include "dateline-article-table-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dateline-locale-text.h"
#include "dateline-table-column.h"
#include "dateline-words.h"

/* --- a row ------------------------------------------------------------ */

#define DATELINE_TYPE_ARTICLE_ROW (dateline_article_row_get_type ())
G_DECLARE_FINAL_TYPE (DatelineArticleRow, dateline_article_row, DATELINE, ARTICLE_ROW, GObject)

struct _DatelineArticleRow
{
  GObject parent_instance;

  gint64      id;
  const char *title; /* of the table's strings, as the publisher; NULL for none */
  const char *publisher;
  char       *keys[2]; /* of the two, to be compared; NULL until they are */
  DatelineDay day;
  guint       n_reports;
  guint       n_rejected;
  guint       n_copies;
  gint64      copy_of; /* 0 for none */
};

G_DEFINE_FINAL_TYPE (DatelineArticleRow, dateline_article_row, G_TYPE_OBJECT)

static void
dateline_article_row_finalize (GObject *object)
{
  g_free (DATELINE_ARTICLE_ROW (object)->keys[0]);
  g_free (DATELINE_ARTICLE_ROW (object)->keys[1]);

  G_OBJECT_CLASS (dateline_article_row_parent_class)->finalize (object);
}

static void
dateline_article_row_class_init (DatelineArticleRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dateline_article_row_finalize;
}

static void
dateline_article_row_init (DatelineArticleRow *self)
{
}

/* --- the view --------------------------------------------------------- */

typedef enum
{
  COLUMN_TITLE,
  COLUMN_PUBLISHER,
  COLUMN_DATE,
  COLUMN_INCIDENTS,
  COLUMN_COPIES,
  COLUMN_FOUND,
  N_COLUMNS
} Column;

static const DatelineTableColumn columns[] = {
  [COLUMN_TITLE] = { N_ ("Title"), 360, .expands = TRUE, .sorts = TRUE },
  [COLUMN_PUBLISHER] = { N_ ("Publisher"), 170, .sorts = TRUE },
  [COLUMN_DATE] = { N_ ("Date"), 150, .sorts = TRUE },
  [COLUMN_INCIDENTS] = { N_ ("Incidents"), 100, .is_number = TRUE, .sorts = TRUE },
  [COLUMN_COPIES] = { N_ ("Copies"), 90, .is_number = TRUE, .sorts = TRUE },
  [COLUMN_FOUND] = { N_ ("Outcome"), 190, .sorts = TRUE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (columns) == N_COLUMNS);

struct _DatelineArticleTableView
{
  GtkWidget parent_instance;

  DatelineSession   *session;
  GPtrArray         *articles; /* DatelineArticleRow, all, by id */
  GStringChunk      *strings;  /* their titles and publishers */
  GListStore        *rows;     /* those that are shown */
  GtkSelectionModel *selection;
  guint              n_articles, n_reports; /* when it was filled */
  gboolean           filling;

  /* Template widgets */
  GtkSearchEntry *search_entry;
  GtkStack       *stack;
  GtkColumnView  *view;
  GtkLabel       *count_label;
};

G_DEFINE_FINAL_TYPE (DatelineArticleTableView, dateline_article_table_view, GTK_TYPE_WIDGET)

/* Why there are no incidents of it, or what was left out. */
static char *
format_found (const DatelineArticleRow *row)
{
  if (row->copy_of != 0)
    return g_strdup (_ ("Copy of another"));
  if (row->n_reports == 0 && row->n_rejected == 0)
    return g_strdup (_ ("Nothing found"));
  if (row->n_rejected > 0)
    return dateline_strdup_printf (ngettext ("%u not counted", "%u not counted", row->n_rejected), row->n_rejected);
  return g_strdup ("");
}

static char *
format_number (guint n)
{
  return n > 0 ? dateline_strdup_printf ("%u", n) : g_strdup ("");
}

static char *
format_cell (gpointer view, gpointer item, guint column)
{
  const DatelineArticleRow *row = item;

  switch ((Column) column)
    {
    case COLUMN_TITLE:
      return g_strdup (row->title != NULL ? row->title : _ ("Article without a title"));
    case COLUMN_PUBLISHER:
      return g_strdup (row->publisher != NULL ? row->publisher : "");
    case COLUMN_DATE:
      return row->day != DATELINE_DAY_NONE ? dateline_day_to_words (row->day) : g_strdup (_ ("Without a date"));
    case COLUMN_INCIDENTS:
      return format_number (row->n_reports);
    case COLUMN_COPIES:
      return format_number (row->n_copies);
    case COLUMN_FOUND:
      return format_found (row);
    case N_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static const char *
get_key (DatelineArticleRow *row, Column column)
{
  const char *text = column == COLUMN_TITLE ? row->title : row->publisher;
  char      **key = &row->keys[column == COLUMN_TITLE ? 0 : 1];

  if (*key == NULL && text != NULL)
    {
      g_autofree char *folded = g_utf8_casefold (text, -1);

      *key = g_utf8_collate_key (folded, -1);
    }
  return *key != NULL ? *key : "";
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

/* Copies, then what has nothing, then what had most left out. */
static gint64
rank_found (const DatelineArticleRow *row)
{
  if (row->copy_of != 0)
    return -2;
  return row->n_reports == 0 && row->n_rejected == 0 ? -1 : (gint64) row->n_rejected;
}

static int
compare_rows (gpointer view, gpointer a, gpointer b, guint column)
{
  DatelineArticleRow *x = a, *y = b;

  switch ((Column) column)
    {
    case COLUMN_TITLE:
    case COLUMN_PUBLISHER:
      return strcmp (get_key (x, column), get_key (y, column));
    case COLUMN_DATE:
      return compare_numbers (x->day, y->day);
    case COLUMN_INCIDENTS:
      return compare_numbers (x->n_reports, y->n_reports);
    case COLUMN_COPIES:
      return compare_numbers (x->n_copies, y->n_copies);
    case COLUMN_FOUND:
      return compare_numbers (rank_found (x), rank_found (y));
    case N_COLUMNS:
    default:
      g_return_val_if_reached (0);
    }
}

static void
add_article (const DatelineArticleSummary *summary, gpointer user_data)
{
  DatelineArticleTableView *self = user_data;
  DatelineArticleRow       *row = g_object_new (DATELINE_TYPE_ARTICLE_ROW, NULL);

  row->id = summary->id;
  row->title = summary->title != NULL ? g_string_chunk_insert (self->strings, summary->title) : NULL;
  row->publisher = summary->publisher != NULL ? g_string_chunk_insert_const (self->strings, summary->publisher) : NULL;
  row->day = summary->published_day;
  row->n_reports = summary->n_reports;
  row->n_rejected = summary->n_rejected;
  g_ptr_array_add (self->articles, row);
}

/* Articles come by id. */
static DatelineArticleRow *
find_article (DatelineArticleTableView *self, gint64 id)
{
  guint low = 0, high = self->articles->len;

  while (low < high)
    {
      guint               middle = low + (high - low) / 2;
      DatelineArticleRow *row = g_ptr_array_index (self->articles, middle);

      if (row->id == id)
        return row;
      if (row->id < id)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

static void
add_copy (gint64 copy, gint64 original, gpointer user_data)
{
  DatelineArticleRow *row = find_article (user_data, copy);
  DatelineArticleRow *of = find_article (user_data, original);

  if (row == NULL || of == NULL)
    return;
  row->copy_of = original;
  of->n_copies++;
}

static void
load (DatelineArticleTableView *self)
{
  DatelineStore     *store = dateline_session_get_store (self->session);
  g_autoptr (GError) error = NULL;

  g_list_store_remove_all (self->rows);
  g_ptr_array_set_size (self->articles, 0);
  g_string_chunk_clear (self->strings);
  if (!dateline_store_foreach_article (store, add_article, self, &error) ||
      !dateline_store_foreach_copy (store, add_copy, self, &error))
    g_warning ("%s", error->message);
}

static void
add_found (gint64 id, gpointer user_data)
{
  DatelineArticleTableView *self = user_data;
  DatelineArticleRow       *row = find_article (self, id);

  if (row != NULL)
    g_list_store_append (self->rows, row);
}

static void
update_count (DatelineArticleTableView *self)
{
  guint            n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  guint            n_articles = self->articles->len;
  g_autofree char *label = NULL;

  if (n_shown < n_articles)
    label = dateline_strdup_printf (ngettext ("%u of %u article", "%u of %u articles", n_articles), n_shown, n_articles);
  else
    label = dateline_strdup_printf (ngettext ("%u article", "%u articles", n_articles), n_articles);
  gtk_label_set_label (self->count_label, label);
  gtk_stack_set_visible_child_name (self->stack, n_shown > 0 ? "table" : "empty");
}

/* Those with what is looked for, all when nothing is. */
static void
show_found (DatelineArticleTableView *self)
{
  g_autofree char   *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))));
  g_autoptr (GError) error = NULL;
  guint              n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  if (*text == '\0')
    g_list_store_splice (self->rows, 0, n_rows, self->articles->pdata, self->articles->len);
  else
    {
      g_list_store_remove_all (self->rows);
      if (!dateline_session_search_articles (self->session, text, add_found, self, &error))
        g_warning ("%s", error->message);
    }
  update_count (self);
}

static void
fill (DatelineArticleTableView *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  guint                 position = (guint) gtk_bitset_get_minimum (selected);

  self->filling = TRUE;
  load (self);
  show_found (self);
  if (!gtk_bitset_is_empty (selected) && position < g_list_model_get_n_items (G_LIST_MODEL (self->selection)))
    gtk_selection_model_select_item (self->selection, position, TRUE);
  self->filling = FALSE;
}

/* A correction leaves the articles as they are. */
static void
update (DatelineArticleTableView *self)
{
  guint n_articles, n_reports;

  g_object_get (self->session, "n-articles", &n_articles, "n-reports", &n_reports, NULL);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || (n_articles == self->n_articles && n_reports == self->n_reports))
    return;
  self->n_articles = n_articles;
  self->n_reports = n_reports;
  fill (self);
}

/* The one selected row is shown in the window, from its beginning. */
static void
on_selection_changed_cb (DatelineArticleTableView *self)
{
  g_autoptr (GtkBitset)          selected = gtk_selection_model_get_selection (self->selection);
  g_autoptr (DatelineArticleRow) row = NULL;

  if (self->filling || gtk_bitset_get_size (selected) != 1)
    return;
  row = g_list_model_get_item (G_LIST_MODEL (self->selection), (guint) gtk_bitset_get_minimum (selected));
  if (row != NULL)
    dateline_session_show_article (self->session, row->id, (DatelineSpan){ 0, 0 });
}

static void
on_stop_search_cb (DatelineArticleTableView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
dateline_article_table_view_dispose (GObject *object)
{
  DatelineArticleTableView *self = DATELINE_ARTICLE_TABLE_VIEW (object);
  GtkWidget                *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_article_table_view_parent_class)->dispose (object);
}

static void
dateline_article_table_view_finalize (GObject *object)
{
  DatelineArticleTableView *self = DATELINE_ARTICLE_TABLE_VIEW (object);

  g_ptr_array_unref (self->articles);
  g_string_chunk_free (self->strings);

  G_OBJECT_CLASS (dateline_article_table_view_parent_class)->finalize (object);
}

static void
dateline_article_table_view_class_init (DatelineArticleTableViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dateline_article_table_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = dateline_article_table_view_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/dateline/Dateline/dateline-article-table-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineArticleTableView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DatelineArticleTableView, stack);
  gtk_widget_class_bind_template_child (widget_class, DatelineArticleTableView, view);
  gtk_widget_class_bind_template_child (widget_class, DatelineArticleTableView, count_label);
  gtk_widget_class_bind_template_callback (widget_class, show_found);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search_cb);
}

static void
dateline_article_table_view_init (DatelineArticleTableView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_list_store_new (DATELINE_TYPE_ARTICLE_ROW);
  self->articles = g_ptr_array_new_with_free_func (g_object_unref);
  self->strings = g_string_chunk_new (1 << 16);
}

/**
 * dateline_article_table_view_new:
 * @session: the hub
 *
 * Returns: (transfer floating): a table of all articles; filled when it is
 *   seen
 */
GtkWidget *
dateline_article_table_view_new (DatelineSession *session)
{
  DatelineArticleTableView *self = g_object_new (DATELINE_TYPE_ARTICLE_TABLE_VIEW, NULL);

  self->session = g_object_ref (session);
  self->selection = dateline_table_set_up (self->view, G_LIST_MODEL (self->rows), columns, N_COLUMNS, format_cell, compare_rows, self);

  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (on_selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "incidents-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (update), NULL);

  return GTK_WIDGET (self);
}
