/* test-table-view.c: the table shows, sorts and judges what the list shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "dateline-incident-table-view.h"
#include "fixture.h"

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static guint
count_status (DatelineSession *session, DatelineStatus status)
{
  const DatelineIncidentTable *table = dateline_session_get_table (session);
  guint                        n = 0;

  for (guint row = 0; row < table->n_rows; row++)
    n += table->status[row] == status;
  return n;
}

static void
test_judges_what_is_selected (void)
{
  DatelineSession   *session = fixture_session_new ();
  GtkWidget         *window = gtk_window_new ();
  GtkWidget         *view = dateline_incident_table_view_new (session);
  GtkSelectionModel *model;
  guint              n_rows;

  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  model = gtk_column_view_get_model (GTK_COLUMN_VIEW (find_widget (view, GTK_TYPE_COLUMN_VIEW)));
  n_rows = g_list_model_get_n_items (G_LIST_MODEL (model));

  /* Those of the list, and the one without a date. */
  g_assert_cmpuint (n_rows, ==, g_list_model_get_n_items (dateline_session_get_list (session)) + 1);

  gtk_selection_model_select_item (model, 0, TRUE);
  g_assert_cmpint (dateline_session_get_selected (session), !=, 0);

  gtk_selection_model_select_all (model);
  g_signal_emit_by_name (find_button (view, "_Accept"), "clicked");
  g_assert_cmpuint (count_status (session, DATELINE_STATUS_ACCEPTED), ==, n_rows);
  g_assert_true (dateline_session_undo (session, NULL)); /* one step for all */
  g_assert_cmpuint (count_status (session, DATELINE_STATUS_ACCEPTED), ==, 0);

  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (session);
}

int
main (int argc, char **argv)
{
  g_setenv ("LANGUAGE", "C", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/panel/table-view/judges-what-is-selected", test_judges_what_is_selected);
  return g_test_run ();
}
