/* test-fit.c: every text of the window has room, in a language of longer words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * test-fit FOLDER: with the pseudo-locale that tests/ui/pseudo-locale wrote there.
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#include "dateline-application.h"
#include "dateline-window.h"
#include "fixture.h"

static DatelineApplication *application;

static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + 600 * 1000;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static gboolean
has_tooltip (GtkWidget *widget)
{
  for (; widget != NULL && !GTK_IS_WINDOW (widget); widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_has_tooltip (widget))
      return TRUE;
  return FALSE;
}

/* Titles of windows have an ellipsis by intent, and a drop-down list shows
 * its choice whole among the others. */
static gboolean
is_of_toolkit (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) != NULL || gtk_widget_get_ancestor (widget, ADW_TYPE_WINDOW_TITLE) != NULL || gtk_widget_get_ancestor (widget, ADW_TYPE_FLAP) == NULL;
}

static gboolean
is_cut_off (GtkLabel *label)
{
  GtkWidget *widget = GTK_WIDGET (label);
  int        least = 0;

  if (pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return !has_tooltip (widget);
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least > gtk_widget_get_allocated_width (widget) + 1;
}

static void
find_cut_off (GtkWidget *widget, const char *state, GString *faults)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget) && strchr (gtk_label_get_text (GTK_LABEL (widget)), '~') != NULL && !is_of_toolkit (widget) && is_cut_off (GTK_LABEL (widget)))
    g_string_append_printf (faults, "\n%s: %s", state, gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    find_cut_off (child, state, faults);
}

static void
test_window (gconstpointer data)
{
  int                 width = GPOINTER_TO_INT (data);
  g_autoptr (GString) faults = g_string_new (NULL);
  GtkWidget          *window = dateline_window_new (ADW_APPLICATION (application));
  DatelineSession    *session = dateline_window_get_session (DATELINE_WINDOW (window));

  gtk_window_set_default_size (GTK_WINDOW (window), width, 800);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  find_cut_off (window, "start", faults);

  fixture_fill (dateline_session_get_store (session));
  dateline_session_reload (session);
  settle ();
  find_cut_off (window, "project", faults);

  dateline_session_select (session, 1);
  settle ();
  find_cut_off (window, "selected", faults);
  gtk_widget_activate_action (window, "review.correct", NULL);
  settle ();
  find_cut_off (window, "form", faults);

  g_assert_cmpstr (faults->str, ==, "");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_assert_cmpint (argc, >, 1);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, argv[1]);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_setenv ("DATELINE_TEST", "1", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", "appmenu:close", NULL);
  application = dateline_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_assert_cmpstr (gettext ("Skip quiet days"), !=, "Skip quiet days");

  g_test_add_data_func ("/app/fit/wide", GINT_TO_POINTER (1280), test_window);
  g_test_add_data_func ("/app/fit/narrow", GINT_TO_POINTER (360), test_window);

  return g_test_run ();
}
