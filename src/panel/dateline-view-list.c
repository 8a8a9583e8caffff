/* dateline-view-list.c: the filters that were given a name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line each: a button that filters so, one to rename it, one to delete
 * it. Below, the filter of the moment is given a name.
 */

#define G_LOG_DOMAIN "dateline-panel"

#include "config.h"

#include "dateline-view-list.h"

#include <glib/gi18n.h>

struct _DatelineViewList
{
  GtkWidget parent_instance;

  DatelineSession *session;

  GtkBox    *views_box;
  GtkWidget *heading;
  GtkEntry  *name_entry;
  GtkWidget *save_button;
};

G_DEFINE_FINAL_TYPE (DatelineViewList, dateline_view_list, GTK_TYPE_WIDGET)

static void
tell (DatelineViewList *self, const GError *error)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static char *
read_name (GtkWidget *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

/* The name of the view whose line @widget is in. */
static const char *
get_name (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (gtk_widget_get_ancestor (widget, GTK_TYPE_STACK)), "name");
}

static void
on_apply_clicked_cb (DatelineViewList *self, GtkWidget *button)
{
  g_autoptr (GError) error = NULL;

  if (!dateline_session_apply_view (self->session, get_name (button), &error))
    tell (self, error);
}

static void
on_delete_clicked_cb (DatelineViewList *self, GtkWidget *button)
{
  g_autofree char   *name = g_strdup (get_name (button));
  g_autoptr (GError) error = NULL;

  /* The line goes, and would take the focus with it. */
  gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
  if (!dateline_session_remove_view (self->session, name, &error))
    tell (self, error);
}

static void
on_rename_clicked_cb (DatelineViewList *self, GtkWidget *button)
{
  GtkStack  *line = GTK_STACK (gtk_widget_get_ancestor (button, GTK_TYPE_STACK));
  GtkWidget *entry = gtk_stack_get_child_by_name (line, "entry");

  gtk_stack_set_visible_child (line, entry);
  gtk_widget_grab_focus (entry);
}

static void
on_renamed_cb (DatelineViewList *self, GtkWidget *entry)
{
  g_autofree char   *from = g_strdup (get_name (entry));
  g_autofree char   *to = read_name (entry);
  g_autoptr (GError) error = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
  if (*to != '\0' && !dateline_session_rename_view (self->session, from, to, &error))
    tell (self, error);
}

static void
on_entry_left_cb (GtkStack *line)
{
  gtk_stack_set_visible_child_name (line, "view");
}

static GtkWidget *
create_button (DatelineViewList *self, const char *icon, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
create_entry (DatelineViewList *self, GtkWidget *line, const char *name)
{
  GtkWidget          *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("New name of the view"), -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (on_renamed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_entry_left_cb), line, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

static GtkWidget *
create_line (DatelineViewList *self, const char *name)
{
  GtkWidget       *line = gtk_stack_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget       *label = gtk_label_new (name);
  GtkWidget       *apply = gtk_button_new ();
  g_autofree char *rename = g_strdup_printf (_ ("Rename view “%s”"), name);
  g_autofree char *delete = g_strdup_printf (_ ("Delete view “%s”"), name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
  gtk_button_set_child (GTK_BUTTON (apply), label);
  gtk_widget_add_css_class (apply, "flat");
  gtk_widget_set_hexpand (apply, TRUE);
  gtk_widget_set_tooltip_text (apply, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (apply), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (apply, "clicked", G_CALLBACK (on_apply_clicked_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (box), apply);
  gtk_box_append (GTK_BOX (box), create_button (self, "document-edit-symbolic", rename, G_CALLBACK (on_rename_clicked_cb)));
  gtk_box_append (GTK_BOX (box), create_button (self, "user-trash-symbolic", delete, G_CALLBACK (on_delete_clicked_cb)));
  gtk_stack_add_named (GTK_STACK (line), box, "view");
  gtk_stack_add_named (GTK_STACK (line), create_entry (self, line, name), "entry");
  g_object_set_data_full (G_OBJECT (line), "name", g_strdup (name), g_free);
  return line;
}

static void
fill (DatelineViewList *self)
{
  g_auto (GStrv) names = dateline_session_list_views (self->session);
  GtkWidget     *line;

  while ((line = gtk_widget_get_first_child (GTK_WIDGET (self->views_box))) != NULL)
    gtk_box_remove (self->views_box, line);
  for (guint i = 0; names[i] != NULL; i++)
    gtk_box_append (self->views_box, create_line (self, names[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->views_box), names[0] != NULL);
  gtk_widget_set_visible (self->heading, names[0] != NULL);
}

/* Only what filters is worth a name. */
static void
update_save (DatelineViewList *self)
{
  g_autofree char *name = read_name (GTK_WIDGET (self->name_entry));
  gboolean         active = dateline_filter_is_active (dateline_session_get_filter (self->session));

  gtk_widget_set_sensitive (GTK_WIDGET (self->name_entry), active || gtk_widget_get_visible (self->heading));
  gtk_widget_set_sensitive (self->save_button, active && *name != '\0');
}

static void
on_save_cb (DatelineViewList *self)
{
  g_autofree char   *name = read_name (GTK_WIDGET (self->name_entry));
  g_autoptr (GError) error = NULL;

  if (!gtk_widget_get_sensitive (self->save_button))
    return;
  if (dateline_session_save_view (self->session, name, &error))
    gtk_editable_set_text (GTK_EDITABLE (self->name_entry), "");
  else
    tell (self, error);
}

static void
dateline_view_list_dispose (GObject *object)
{
  DatelineViewList *self = DATELINE_VIEW_LIST (object);
  GtkWidget        *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_view_list_parent_class)->dispose (object);
}

static void
dateline_view_list_class_init (DatelineViewListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dateline_view_list_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
dateline_view_list_init (DatelineViewList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *save_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->heading = gtk_label_new (_ ("Saved views"));
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_widget_add_css_class (self->heading, "heading");
  self->views_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->name_entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->name_entry, _ ("Name of this filter"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->name_entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Name of this filter"), -1);
  self->save_button = gtk_button_new_with_mnemonic (_ ("Sa_ve View"));

  gtk_box_append (GTK_BOX (box), self->heading);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->views_box));
  gtk_box_append (GTK_BOX (save_box), GTK_WIDGET (self->name_entry));
  gtk_box_append (GTK_BOX (save_box), self->save_button);
  gtk_box_append (GTK_BOX (box), save_box);
  gtk_widget_set_parent (box, GTK_WIDGET (self));

  g_signal_connect_object (self->name_entry, "changed", G_CALLBACK (update_save), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->name_entry, "activate", G_CALLBACK (on_save_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->save_button, "clicked", G_CALLBACK (on_save_cb), self, G_CONNECT_SWAPPED);
}

/**
 * dateline_view_list_new:
 * @session: the hub whose views it shows and changes
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
dateline_view_list_new (DatelineSession *session)
{
  DatelineViewList *self = g_object_new (DATELINE_TYPE_VIEW_LIST, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "views-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "visible-changed", G_CALLBACK (update_save), self, G_CONNECT_SWAPPED);
  fill (self);
  update_save (self);
  return GTK_WIDGET (self);
}
