/* dateline-incident-table-view.c: the incidents shown, in columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row knows no more than its line of the session's table, by which it is
 * sorted; the incident is read when the row comes into view. So a hundred
 * thousand rows cost a hundred thousand small objects and no reading.
 */

#define G_LOG_DOMAIN "dateline-panel"

#include "config.h"

#include "dateline-incident-table-view.h"

#include <glib/gi18n.h>

#include "dateline-lines.h"
#include "dateline-locale-text.h"
#include "dateline-reason.h"
#include "dateline-table-column.h"
#include "dateline-words.h"

/* --- a row ------------------------------------------------------------ */

#define DATELINE_TYPE_TABLE_ROW (dateline_table_row_get_type ())
G_DECLARE_FINAL_TYPE (DatelineTableRow, dateline_table_row, DATELINE, TABLE_ROW, GObject)

struct _DatelineTableRow
{
  GObject parent_instance;

  guint             row; /* of the session's table */
  DatelineIncident *incident;
};

G_DEFINE_FINAL_TYPE (DatelineTableRow, dateline_table_row, G_TYPE_OBJECT)

static void
dateline_table_row_finalize (GObject *object)
{
  g_clear_pointer (&DATELINE_TABLE_ROW (object)->incident, dateline_incident_free);

  G_OBJECT_CLASS (dateline_table_row_parent_class)->finalize (object);
}

static void
dateline_table_row_class_init (DatelineTableRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dateline_table_row_finalize;
}

static void
dateline_table_row_init (DatelineTableRow *self)
{
}

/* --- the view --------------------------------------------------------- */

typedef enum
{
  COLUMN_WHEN,
  COLUMN_WHAT,
  COLUMN_WHERE,
  COLUMN_WHO,
  COLUMN_KILLED,
  COLUMN_REPORTS,
  COLUMN_PRECISION,
  COLUMN_CONFIDENCE,
  COLUMN_REVIEW,
  N_COLUMNS
} Column;

static const DatelineTableColumn columns[] = {
  [COLUMN_WHEN] = { N_ ("When"), 160, .sorts = TRUE },
  [COLUMN_WHAT] = { N_ ("What"), 150, .sorts = TRUE },
  [COLUMN_WHERE] = { N_ ("Where"), 200, .sorts = TRUE },
  [COLUMN_WHO] = { N_ ("Who"), 200, .expands = TRUE },
  [COLUMN_KILLED] = { N_ ("Killed"), 90, .is_number = TRUE, .sorts = TRUE },
  [COLUMN_REPORTS] = { N_ ("Reports"), 105, .is_number = TRUE, .sorts = TRUE },
  [COLUMN_PRECISION] = { N_ ("Precision"), 125, .sorts = TRUE },
  [COLUMN_CONFIDENCE] = { N_ ("Confidence"), 110, .is_number = TRUE, .sorts = TRUE },
  [COLUMN_REVIEW] = { N_ ("Review"), 100, .sorts = TRUE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (columns) == N_COLUMNS);

struct _DatelineIncidentTableView
{
  GtkWidget parent_instance;

  DatelineSession   *session;
  GListStore        *rows; /* DatelineTableRow */
  GtkColumnView     *view;
  GtkSelectionModel *selection;
  GtkLabel          *count_label;
  GtkWidget         *actions_box;
  GtkEntry          *tag_entry;
  GtkMenuButton     *merge_button;
  gboolean           stale; /* changed while it was not seen */
};

G_DEFINE_FINAL_TYPE (DatelineIncidentTableView, dateline_incident_table_view, GTK_TYPE_WIDGET)

static const DatelineIncident *
get_incident (DatelineIncidentTableView *self, DatelineTableRow *row)
{
  const DatelineIncidentTable *table = dateline_session_get_table (self->session);
  g_autoptr (GError)           error = NULL;

  if (row->incident == NULL && row->row < table->n_rows)
    row->incident = dateline_store_load_incident (dateline_session_get_store (self->session), table->id[row->row], &error);
  if (error != NULL)
    g_warning ("%s", error->message);
  return row->incident;
}

static char *
format_where (const DatelineIncident *incident)
{
  const DatelinePlace *site = incident != NULL ? dateline_incident_get_site (incident) : NULL;

  return site != NULL ? dateline_place_to_line (site) : g_strdup ("");
}

static char *
format_cell (gpointer view, gpointer item, guint column)
{
  DatelineIncidentTableView   *self = view;
  DatelineTableRow            *row = item;
  const DatelineIncidentTable *table = dateline_session_get_table (self->session);
  const DatelineIncident      *incident = get_incident (self, row);
  char                        *text;

  if (incident == NULL)
    return g_strdup ("");

  switch (column)
    {
    case COLUMN_WHEN:
      return dateline_date_interval_is_set (incident->when.interval) ? dateline_when_to_words (&incident->when) : g_strdup (_ ("Without a date"));
    case COLUMN_WHAT:
      return g_strdup (dateline_incident_type_to_words (incident->type));
    case COLUMN_WHERE:
      return format_where (incident);
    case COLUMN_WHO:
      text = dateline_actors_to_line (incident);
      return text != NULL ? text : g_strdup ("");
    case COLUMN_KILLED:
      return table->killed[row->row] >= 0 ? dateline_strdup_printf ("%d", table->killed[row->row]) : g_strdup ("");
    case COLUMN_REPORTS:
      return dateline_strdup_printf ("%u", table->n_reports[row->row]);
    case COLUMN_PRECISION:
      return g_strdup (dateline_where_precision_to_words ((DatelineWherePrecision) table->where_precision[row->row]));
    case COLUMN_CONFIDENCE:
      return dateline_strdup_printf (_ ("%u %%"), table->confidence[row->row]);
    case COLUMN_REVIEW:
      return g_strdup (dateline_status_to_words ((DatelineStatus) table->status[row->row]));
    default:
      g_return_val_if_reached (NULL);
    }
}

/* What a column is sorted by: a number that the table has. */
static gint64
get_key (const DatelineIncidentTable *table, guint row, Column column)
{
  switch (column)
    {
    case COLUMN_WHAT:
      return table->type[row];
    case COLUMN_WHERE:
      return (gint64) table->country[row] << 32 | table->y[row];
    case COLUMN_KILLED:
      return table->killed[row];
    case COLUMN_REPORTS:
      return table->n_reports[row];
    case COLUMN_PRECISION:
      return table->where_precision[row];
    case COLUMN_CONFIDENCE:
      return table->confidence[row];
    case COLUMN_REVIEW:
      return table->status[row];
    default:
      return row; /* by time */
    }
}

static int
compare_rows (gpointer view, gpointer a, gpointer b, guint column)
{
  const DatelineIncidentTable *table = dateline_session_get_table (((DatelineIncidentTableView *) view)->session);
  guint                        x = ((const DatelineTableRow *) a)->row, y = ((const DatelineTableRow *) b)->row;
  gint64                       key_x, key_y;

  /* Rows of a table that is gone, until they are replaced. */
  if (x >= table->n_rows || y >= table->n_rows)
    return 0;

  key_x = get_key (table, x, column);
  key_y = get_key (table, y, column);
  return key_x < key_y ? -1 : key_x > key_y;
}

/* The row ids of what is selected. */
static GArray *
get_selected_ids (DatelineIncidentTableView *self)
{
  const DatelineIncidentTable *table = dateline_session_get_table (self->session);
  g_autoptr (GtkBitset)        selected = gtk_selection_model_get_selection (self->selection);
  GArray                      *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter                iter;
  guint                        position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more; more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (DatelineTableRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

      if (row != NULL && row->row < table->n_rows)
        g_array_append_val (ids, table->id[row->row]);
    }
  return ids;
}

static void
update_actions (DatelineIncidentTableView *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  guint                 n_selected = (guint) gtk_bitset_get_size (selected);
  guint                 n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  g_autofree char      *label = NULL;

  if (n_selected > 0)
    label = dateline_strdup_printf (ngettext ("%u of %u selected", "%u of %u selected", n_rows), n_selected, n_rows);
  else
    label = dateline_strdup_printf (ngettext ("%u incident", "%u incidents", n_rows), n_rows);
  gtk_label_set_label (self->count_label, label);
  gtk_widget_set_sensitive (self->actions_box, n_selected > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->merge_button), n_selected > 1);
}

/* One selected row is the session's selection. */
static void
on_selection_changed_cb (DatelineIncidentTableView *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);

  update_actions (self);
  if (gtk_bitset_get_size (selected) == 1)
    {
      g_autoptr (GArray) ids = get_selected_ids (self);

      if (ids->len == 1)
        dateline_session_select (self->session, g_array_index (ids, gint64, 0));
    }
}

static void
fill (DatelineIncidentTableView *self)
{
  const DatelineIncidentTable *table = dateline_session_get_table (self->session);
  g_autoptr (GPtrArray)        rows = g_ptr_array_new_with_free_func (g_object_unref);

  self->stale = FALSE;
  for (guint row = 0; row < table->n_rows; row++)
    if (row < table->n_dated ? dateline_session_is_visible (self->session, row) : table->passes[row])
      {
        DatelineTableRow *item = g_object_new (DATELINE_TYPE_TABLE_ROW, NULL);

        item->row = row;
        g_ptr_array_add (rows, item);
      }
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
  update_actions (self);
}

static void
on_changed_cb (DatelineIncidentTableView *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

static void
on_map_cb (DatelineIncidentTableView *self)
{
  if (self->stale)
    fill (self);
}

static void
tell (DatelineIncidentTableView *self, const GError *error)
{
  gtk_label_set_label (self->count_label, error->message);
}

static void
judge (DatelineIncidentTableView *self, DatelineStatus status)
{
  g_autoptr (GArray) ids = get_selected_ids (self);
  g_autoptr (GError) error = NULL;

  if (ids->len > 0 && !dateline_session_set_status (self->session, (const gint64 *) (gpointer) ids->data, ids->len, status, &error))
    tell (self, error);
}

static void
on_accept_clicked_cb (DatelineIncidentTableView *self)
{
  judge (self, DATELINE_STATUS_ACCEPTED);
}

static void
on_reject_clicked_cb (DatelineIncidentTableView *self)
{
  judge (self, DATELINE_STATUS_REJECTED);
}

static void
on_merge_cb (DatelineIncidentTableView *self, GtkWidget *widget)
{
  g_autoptr (GArray) ids = get_selected_ids (self);
  g_autofree char   *reason = dateline_reason_take (widget);
  g_autoptr (GError) error = NULL;

  if (ids->len >= 2 && dateline_session_merge (self->session, (const gint64 *) (gpointer) ids->data, ids->len, reason, &error) == 0)
    tell (self, error);
}

static void
on_tag_activated_cb (DatelineIncidentTableView *self)
{
  g_autoptr (GArray) ids = get_selected_ids (self);
  g_autofree char   *tag = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->tag_entry))));
  g_autoptr (GError) error = NULL;

  if (*tag == '\0' || ids->len == 0)
    return;
  if (dateline_session_add_tag (self->session, (const gint64 *) (gpointer) ids->data, ids->len, tag, &error))
    gtk_editable_set_text (GTK_EDITABLE (self->tag_entry), "");
  else
    tell (self, error);
}

static void
dateline_incident_table_view_dispose (GObject *object)
{
  DatelineIncidentTableView *self = DATELINE_INCIDENT_TABLE_VIEW (object);
  GtkWidget                 *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_incident_table_view_parent_class)->dispose (object);
}

static void
dateline_incident_table_view_class_init (DatelineIncidentTableViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dateline_incident_table_view_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/dateline/Dateline/dateline-incident-table-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineIncidentTableView, view);
  gtk_widget_class_bind_template_child (widget_class, DatelineIncidentTableView, count_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineIncidentTableView, actions_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineIncidentTableView, tag_entry);
  gtk_widget_class_bind_template_child (widget_class, DatelineIncidentTableView, merge_button);
  gtk_widget_class_bind_template_callback (widget_class, on_accept_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_reject_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_tag_activated_cb);
}

static void
dateline_incident_table_view_init (DatelineIncidentTableView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_popover (self->merge_button, dateline_reason_new_popover (_ ("_Merge"), G_CALLBACK (on_merge_cb), self));
  self->rows = g_list_store_new (DATELINE_TYPE_TABLE_ROW);
}

/**
 * dateline_incident_table_view_new:
 * @session: the hub
 *
 * Returns: (transfer floating): a table of the incidents in the window that
 *   pass the filter, and of those without a date; filled when it is seen
 */
GtkWidget *
dateline_incident_table_view_new (DatelineSession *session)
{
  DatelineIncidentTableView *self = g_object_new (DATELINE_TYPE_INCIDENT_TABLE_VIEW, NULL);

  self->session = g_object_ref (session);
  self->selection = dateline_table_set_up (self->view, G_LIST_MODEL (self->rows), columns, N_COLUMNS, format_cell, compare_rows, self);

  self->stale = TRUE;
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (on_selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "visible-changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (on_map_cb), NULL);

  return GTK_WIDGET (self);
}
