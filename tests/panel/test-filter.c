/* test-filter.c: search and filter reach the session, and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "dateline-filter-popover.h"
#include "dateline-filter.h"
#include "dateline-incident-list-view.h"
#include "find-widget.h"
#include "fixture.h"

static guint
get_n_shown (DatelineSession *session)
{
  return g_list_model_get_n_items (dateline_session_get_list (session));
}

static void
tick (GtkWidget *popover, const char *label, gboolean active)
{
  GtkWidget *button = find_widget (popover, GTK_TYPE_CHECK_BUTTON, label);

  g_assert_nonnull (button);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), active);
}

/* A popover that is seen: until then it counts nothing. */
static GtkWidget *
open_popover (DatelineSession *session, GtkWidget **window)
{
  GtkWidget *popover = g_object_new (DATELINE_TYPE_FILTER_POPOVER, NULL);
  GtkWidget *button = gtk_menu_button_new ();

  dateline_filter_popover_set_session (DATELINE_FILTER_POPOVER (popover), session);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  *window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (*window), button);
  gtk_window_present (GTK_WINDOW (*window));
  g_assert_null (find_widget (popover, GTK_TYPE_CHECK_BUTTON, "Iraq"));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  return popover;
}

static void
test_ticks_narrow (void)
{
  g_autoptr (DatelineSession) session = fixture_session_new ();
  GtkWidget                  *window = NULL;
  GtkWidget                  *popover = open_popover (session, &window);

  g_assert_cmpuint (get_n_shown (session), ==, 2);
  g_assert_null (find_widget (popover, GTK_TYPE_CHECK_BUTTON, "Shelling")); /* the project has none */

  tick (popover, "Iraq", TRUE);
  g_assert_cmpuint (get_n_shown (session), ==, 1);
  tick (popover, "Yemen", TRUE);
  g_assert_cmpuint (get_n_shown (session), ==, 2);
  tick (popover, "Iraq", FALSE);
  tick (popover, "Yemen", FALSE);
  g_assert_cmpuint (get_n_shown (session), ==, 2); /* no tick lets all through */

  tick (popover, "Attack", TRUE);
  g_assert_cmpuint (get_n_shown (session), ==, 0);
  tick (popover, "Attack", FALSE);
  tick (popover, "Hide what is told as background", TRUE);
  g_assert_cmpuint (get_n_shown (session), ==, 1);
  g_assert_true (dateline_filter_is_active (dateline_session_get_filter (session)));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A filter is saved under a name, cleared, and comes back with it; what
 * was deleted comes back with undo. */
static void
test_views (void)
{
  g_autoptr (DatelineSession) session = fixture_session_new ();
  g_autoptr (DatelineFilter)  all = dateline_filter_new ();
  GtkWidget                  *window = NULL;
  GtkWidget                  *popover = open_popover (session, &window);
  GtkWidget                  *entry;

  entry = find_widget (popover, GTK_TYPE_ENTRY, "Name of this filter");
  tick (popover, "Iraq", TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), " Iraq: the west ");
  g_signal_emit_by_name (entry, "activate");
  dateline_session_set_filter (session, all);
  g_assert_cmpuint (get_n_shown (session), ==, 2);

  g_signal_emit_by_name (find_widget (popover, GTK_TYPE_BUTTON, "Iraq: the west"), "clicked");
  g_assert_cmpuint (get_n_shown (session), ==, 1);
  g_assert_true (dateline_filter_is_wanted (dateline_session_get_filter (session), DATELINE_FACET_COUNTRY, "IQ"));

  g_signal_emit_by_name (find_widget (popover, GTK_TYPE_BUTTON, "Delete view “Iraq: the west”"), "clicked");
  g_assert_null (find_widget (popover, GTK_TYPE_BUTTON, "Iraq: the west"));
  g_assert_true (dateline_session_undo (session, NULL));
  g_assert_nonnull (find_widget (popover, GTK_TYPE_BUTTON, "Iraq: the west"));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_setenv ("LANGUAGE", "C", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/panel/filter/ticks-narrow", test_ticks_narrow);
  g_test_add_func ("/panel/filter/views", test_views);
  return g_test_run ();
}
