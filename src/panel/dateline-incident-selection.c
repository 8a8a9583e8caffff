/* dateline-incident-selection.c: the session's selection, for a list widget
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GtkSingleSelection keeps a selection of its own, and loads every row of
 * a list that was replaced to look for it. Here the session alone knows
 * what is selected.
 */

#define G_LOG_DOMAIN "dateline-panel"

#include "config.h"

#include "dateline-incident-selection.h"

#include "dateline-incident-item.h"

struct _DatelineIncidentSelection
{
  GObject parent_instance;

  DatelineSession *session;
  GListModel      *list;
  guint            position; /* of the selected row; GTK_INVALID_LIST_POSITION for none */
};

static void list_model_iface_init (GListModelInterface *iface);
static void selection_model_iface_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DatelineIncidentSelection, dateline_incident_selection, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init) G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_iface_init))

/* The list holds the visible rows of the table in the table's order. */
static guint
find_position (DatelineIncidentSelection *self)
{
  const DatelineIncidentTable *table = dateline_session_get_table (self->session);
  gint64                       selected = dateline_session_get_selected (self->session);
  guint                        row = selected != 0 ? dateline_incident_table_find (table, selected) : G_MAXUINT;
  guint                        position = 0;

  if (row == G_MAXUINT || !dateline_session_is_visible (self->session, row))
    return GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < row; i++)
    if (dateline_session_is_visible (self->session, i))
      position++;
  return position < g_list_model_get_n_items (self->list) ? position : GTK_INVALID_LIST_POSITION;
}

static void
update_position (DatelineIncidentSelection *self)
{
  guint old = self->position;
  guint n_items = g_list_model_get_n_items (self->list);

  self->position = find_position (self);
  if (old == self->position)
    return;

  if (old < n_items)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), old, 1);
  if (self->position != GTK_INVALID_LIST_POSITION)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), self->position, 1);
}

static void
on_items_changed_cb (DatelineIncidentSelection *self, guint position, guint n_removed, guint n_added)
{
  self->position = find_position (self);
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
}

static GType
dateline_incident_selection_get_item_type (GListModel *model)
{
  return DATELINE_TYPE_INCIDENT_ITEM;
}

static guint
dateline_incident_selection_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (DATELINE_INCIDENT_SELECTION (model)->list);
}

static gpointer
dateline_incident_selection_get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (DATELINE_INCIDENT_SELECTION (model)->list, position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = dateline_incident_selection_get_item_type;
  iface->get_n_items = dateline_incident_selection_get_n_items;
  iface->get_item = dateline_incident_selection_get_item;
}

static gboolean
dateline_incident_selection_is_selected (GtkSelectionModel *model, guint position)
{
  return DATELINE_INCIDENT_SELECTION (model)->position == position;
}

static GtkBitset *
dateline_incident_selection_get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  DatelineIncidentSelection *self = DATELINE_INCIDENT_SELECTION (model);
  GtkBitset                 *bitset = gtk_bitset_new_empty ();

  if (self->position != GTK_INVALID_LIST_POSITION)
    gtk_bitset_add (bitset, self->position);
  return bitset;
}

static gboolean
dateline_incident_selection_select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  DatelineIncidentSelection       *self = DATELINE_INCIDENT_SELECTION (model);
  g_autoptr (DatelineIncidentItem) item = g_list_model_get_item (self->list, position);

  if (item == NULL)
    return FALSE;

  dateline_session_select (self->session, dateline_incident_item_get_id (item));
  return TRUE;
}

static gboolean
dateline_incident_selection_unselect_item (GtkSelectionModel *model, guint position)
{
  DatelineIncidentSelection *self = DATELINE_INCIDENT_SELECTION (model);

  if (position == self->position)
    dateline_session_select (self->session, 0);
  return TRUE;
}

static void
selection_model_iface_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = dateline_incident_selection_is_selected;
  iface->get_selection_in_range = dateline_incident_selection_get_selection_in_range;
  iface->select_item = dateline_incident_selection_select_item;
  iface->unselect_item = dateline_incident_selection_unselect_item;
}

static void
dateline_incident_selection_dispose (GObject *object)
{
  DatelineIncidentSelection *self = DATELINE_INCIDENT_SELECTION (object);

  /* The session empties its list when it goes. */
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_incident_selection_parent_class)->dispose (object);
}

static void
dateline_incident_selection_class_init (DatelineIncidentSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dateline_incident_selection_dispose;
}

static void
dateline_incident_selection_init (DatelineIncidentSelection *self)
{
  self->position = GTK_INVALID_LIST_POSITION;
}

/**
 * dateline_incident_selection_new:
 * @session: the hub
 *
 * Returns: (transfer full): the incidents shown, of which the session's
 *   selected one is selected
 */
DatelineIncidentSelection *
dateline_incident_selection_new (DatelineSession *session)
{
  DatelineIncidentSelection *self = g_object_new (DATELINE_TYPE_INCIDENT_SELECTION, NULL);

  self->session = g_object_ref (session);
  self->list = g_object_ref (dateline_session_get_list (session));
  self->position = find_position (self);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (on_items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected", G_CALLBACK (update_position), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "visible-changed", G_CALLBACK (update_position), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * dateline_incident_selection_get_position:
 * @self: a selection
 *
 * Returns: where the selected incident stands in the list, or
 *   %GTK_INVALID_LIST_POSITION when it is not in it
 */
guint
dateline_incident_selection_get_position (DatelineIncidentSelection *self)
{
  g_return_val_if_fail (DATELINE_IS_INCIDENT_SELECTION (self), GTK_INVALID_LIST_POSITION);

  return self->position;
}
