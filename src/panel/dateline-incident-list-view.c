/* dateline-incident-list-view.c: the incidents shown, line by line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-panel"

#include "config.h"

#include "dateline-incident-list-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "dateline-filter-popover.h"
#include "dateline-filter.h"
#include "dateline-incident-item.h"
#include "dateline-incident-row.h"
#include "dateline-incident-selection.h"
#include "dateline-list-focus.h"
#include "dateline-locale-text.h"
#include "dateline-tray.h"

struct _DatelineIncidentListView
{
  GtkWidget parent_instance;

  DatelineSession           *session;
  DatelineIncidentSelection *selection;

  /* Template widgets */
  GtkStack              *stack;
  GtkLabel              *count_label;
  GtkSearchEntry        *search_entry;
  GtkMenuButton         *filter_button;
  DatelineFilterPopover *filter_popover;
  GtkListView           *list_view;
  AdwStatusPage         *empty_page;
  GtkButton             *show_all_button;
  GtkBox                *trays_box;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (DatelineIncidentListView, dateline_incident_list_view, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static void
update_shown (DatelineIncidentListView *self)
{
  guint            n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint            n_incidents = dateline_session_get_table (self->session)->n_rows;
  gboolean         filtered = dateline_filter_is_active (dateline_session_get_filter (self->session));
  g_autofree char *count = NULL;

  /* Translators: how many incidents are in the list, and how many there are */
  count = dateline_strdup_printf (ngettext ("%u of %u shown", "%u of %u shown", n_incidents), n_shown, n_incidents);
  gtk_label_set_label (self->count_label, count);
  if (filtered)
    gtk_widget_add_css_class (GTK_WIDGET (self->filter_button), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->filter_button), "accent");

  if (n_shown > 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "list");
      return;
    }

  if (n_incidents == 0)
    {
      adw_status_page_set_title (self->empty_page, _ ("No incidents"));
      adw_status_page_set_description (self->empty_page, _ ("Nothing to put on the map was found in the articles."));
    }
  else if (filtered)
    {
      adw_status_page_set_title (self->empty_page, _ ("Nothing matches"));
      adw_status_page_set_description (self->empty_page, _ ("No incident of these dates passes the search and the filter."));
    }
  else
    {
      adw_status_page_set_title (self->empty_page, _ ("Nothing on this date"));
      adw_status_page_set_description (self->empty_page, _ ("Move the date, or show everything up to the last day."));
    }
  gtk_button_set_label (self->show_all_button, filtered ? _ ("Clear Filters") : _ ("Show Everything"));
  gtk_widget_set_visible (GTK_WIDGET (self->show_all_button), n_incidents > 0);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
scroll_to_selected (DatelineIncidentListView *self)
{
  guint position = dateline_incident_selection_get_position (self->selection);

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

static void
set_filter_text (DatelineIncidentListView *self, const char *text)
{
  g_autoptr (DatelineFilter) filter = dateline_filter_copy (dateline_session_get_filter (self->session));

  g_free (filter->text);
  filter->text = *text != '\0' ? g_strdup (text) : NULL;
  dateline_session_set_filter (self->session, filter);
}

static void
on_search_changed_cb (DatelineIncidentListView *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))));

  set_filter_text (self, text);
}

static void
on_stop_search_cb (DatelineIncidentListView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

/* Whoever cleared the filter cleared the search with it. */
static void
update_search (DatelineIncidentListView *self)
{
  const DatelineFilter *filter = dateline_session_get_filter (self->session);

  if (filter->text == NULL && *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0' && !gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->search_entry)))))
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

/* First the filters, which leave the dates as they are. */
static void
on_show_all_clicked_cb (DatelineIncidentListView *self)
{
  g_autoptr (DatelineFilter) all = dateline_filter_new ();
  DatelineDay                first = DATELINE_DAY_NONE;
  DatelineDay                last = DATELINE_DAY_NONE;

  if (dateline_filter_is_active (dateline_session_get_filter (self->session)))
    {
      dateline_session_set_filter (self->session, all);
      return;
    }

  dateline_session_set_window_kind (self->session, DATELINE_WINDOW_UP_TO);
  if (dateline_session_get_span (self->session, &first, &last))
    dateline_session_set_day (self->session, last);
}

static void
on_setup_cb (DatelineIncidentListView *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (DATELINE_TYPE_INCIDENT_ROW, NULL));
}

static void
on_bind_cb (DatelineIncidentListView *self, GtkListItem *item)
{
  DatelineIncidentItem *incident = gtk_list_item_get_item (item);

  dateline_incident_row_set_incident (DATELINE_INCIDENT_ROW (gtk_list_item_get_child (item)), dateline_incident_item_get_incident (incident));
  dateline_incident_row_set_id (DATELINE_INCIDENT_ROW (gtk_list_item_get_child (item)), dateline_incident_item_get_id (incident));
}

static void
on_activate_cb (DatelineIncidentListView *self, guint position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
}

static void
dateline_incident_list_view_constructed (GObject *object)
{
  DatelineIncidentListView *self = DATELINE_INCIDENT_LIST_VIEW (object);

  G_OBJECT_CLASS (dateline_incident_list_view_parent_class)->constructed (object);

  self->selection = dateline_incident_selection_new (self->session);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->session, "notify::selected", G_CALLBACK (scroll_to_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "incidents-changed", G_CALLBACK (update_shown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "visible-changed", G_CALLBACK (update_shown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "visible-changed", G_CALLBACK (update_search), self, G_CONNECT_SWAPPED);
  dateline_filter_popover_set_session (self->filter_popover, self->session);
  gtk_box_append (self->trays_box, dateline_tray_new (self->session, DATELINE_TRAY_WITHOUT_PLACE));
  gtk_box_append (self->trays_box, dateline_tray_new (self->session, DATELINE_TRAY_WITHOUT_DATE));
  update_shown (self);
}

static void
dateline_incident_list_view_dispose (GObject *object)
{
  DatelineIncidentListView *self = DATELINE_INCIDENT_LIST_VIEW (object);
  GtkWidget                *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_incident_list_view_parent_class)->dispose (object);
}

static void
dateline_incident_list_view_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  DatelineIncidentListView *self = DATELINE_INCIDENT_LIST_VIEW (object);

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
dateline_incident_list_view_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  DatelineIncidentListView *self = DATELINE_INCIDENT_LIST_VIEW (object);

  switch (property_id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
dateline_incident_list_view_class_init (DatelineIncidentListViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = dateline_incident_list_view_constructed;
  object_class->dispose = dateline_incident_list_view_dispose;
  object_class->get_property = dateline_incident_list_view_get_property;
  object_class->set_property = dateline_incident_list_view_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL,
                         DATELINE_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (DATELINE_TYPE_FILTER_POPOVER);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/dateline/Dateline/dateline-incident-list-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineIncidentListView, stack);
  gtk_widget_class_bind_template_child (widget_class, DatelineIncidentListView, count_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineIncidentListView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DatelineIncidentListView, filter_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineIncidentListView, filter_popover);
  gtk_widget_class_bind_template_child (widget_class, DatelineIncidentListView, list_view);
  gtk_widget_class_bind_template_child (widget_class, DatelineIncidentListView, empty_page);
  gtk_widget_class_bind_template_child (widget_class, DatelineIncidentListView, show_all_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineIncidentListView, trays_box);
  gtk_widget_class_bind_template_callback (widget_class, on_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_show_all_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
dateline_incident_list_view_init (DatelineIncidentListView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dateline_list_let_tab_leave (GTK_WIDGET (self->list_view));
}

/**
 * dateline_incident_list_view_new:
 * @session: the window's hub
 *
 * Returns: (transfer floating): a list of what the window and the filter
 *   let through
 */
GtkWidget *
dateline_incident_list_view_new (DatelineSession *session)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (session), NULL);

  return g_object_new (DATELINE_TYPE_INCIDENT_LIST_VIEW, "session", session, NULL);
}

/**
 * dateline_incident_list_view_start_search:
 * @self: a list
 *
 * Puts the cursor into the search entry.
 */
void
dateline_incident_list_view_start_search (DatelineIncidentListView *self)
{
  g_return_if_fail (DATELINE_IS_INCIDENT_LIST_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/**
 * dateline_incident_list_view_search:
 * @self: a list
 * @words: what to look for, as if it were typed
 */
void
dateline_incident_list_view_search (DatelineIncidentListView *self, const char *words)
{
  dateline_incident_list_view_start_search (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), words);
}
