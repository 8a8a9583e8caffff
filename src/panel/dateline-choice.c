/* dateline-choice.c: a drop-down that gives way in a narrow panel
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK's own is as wide as the longest of its lines. Here the line chosen is
 * cut off with an ellipsis where there is no room; the list shows all.
 */

#include "config.h"

#include "dateline-choice.h"

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (GPOINTER_TO_INT (user_data))
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
      gtk_widget_set_hexpand (label, TRUE);
    }
  gtk_list_item_set_child (item, label);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkStringObject *choice = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (choice));
}

static GtkListItemFactory *
create_factory (gboolean ellipsizes)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), GINT_TO_POINTER (ellipsizes));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), NULL);
  return factory;
}

/**
 * dateline_choice_new:
 * @choices: (nullable) (array zero-terminated=1): the lines
 * @label: its accessible name
 *
 * Returns: (transfer floating): a #GtkDropDown
 */
GtkWidget *
dateline_choice_new (const char *const *choices, const char *label)
{
  GtkWidget                     *drop_down = gtk_drop_down_new (NULL, NULL);
  g_autoptr (GtkListItemFactory) button = create_factory (TRUE);
  g_autoptr (GtkListItemFactory) list = create_factory (FALSE);
  g_autoptr (GtkStringList)      lines = gtk_string_list_new (choices);

  gtk_drop_down_set_factory (GTK_DROP_DOWN (drop_down), button);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (drop_down), list);
  gtk_drop_down_set_model (GTK_DROP_DOWN (drop_down), G_LIST_MODEL (lines));
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return drop_down;
}
