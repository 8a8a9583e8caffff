/* test-filter.c: search and filter reach the session, and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "dateline-filter-popover.h"
#include "dateline-filter.h"
#include "dateline-incident-list-view.h"
#include "fixture.h"

static GtkWidget *
find_check_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), label) == 0)
    return gtk_widget_get_ancestor (widget, GTK_TYPE_CHECK_BUTTON);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_check_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static guint
get_n_shown (DatelineSession *session)
{
  return g_list_model_get_n_items (dateline_session_get_list (session));
}

static void
tick (GtkWidget *popover, const char *label, gboolean active)
{
  GtkWidget *button = find_check_button (popover, label);

  g_assert_nonnull (button);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), active);
}

static void
test_ticks_narrow (void)
{
  g_autoptr (DatelineSession) session = fixture_session_new ();
  g_autoptr (GtkWidget)       popover = g_object_ref_sink (g_object_new (DATELINE_TYPE_FILTER_POPOVER, NULL));

  dateline_filter_popover_set_session (DATELINE_FILTER_POPOVER (popover), session);
  g_assert_cmpuint (get_n_shown (session), ==, 2);
  g_assert_null (find_check_button (popover, "Shelling")); /* the project has none */

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
}

static GtkWidget *
find_entry (GtkWidget *widget, const char *placeholder)
{
  if (GTK_IS_ENTRY (widget) && g_strcmp0 (gtk_entry_get_placeholder_text (GTK_ENTRY (widget)), placeholder) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_entry (child, placeholder);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_button (GtkWidget *widget, const char *tooltip)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, tooltip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A filter is saved under a name, cleared, and comes back with it; what
 * was deleted comes back with undo. */
static void
test_views (void)
{
  g_autoptr (DatelineSession) session = fixture_session_new ();
  g_autoptr (GtkWidget)       popover = g_object_ref_sink (g_object_new (DATELINE_TYPE_FILTER_POPOVER, NULL));
  g_autoptr (DatelineFilter)  all = dateline_filter_new ();
  GtkWidget                  *entry;

  dateline_filter_popover_set_session (DATELINE_FILTER_POPOVER (popover), session);
  entry = find_entry (popover, "Name of this filter");
  tick (popover, "Iraq", TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), " Iraq: the west ");
  g_signal_emit_by_name (entry, "activate");
  dateline_session_set_filter (session, all);
  g_assert_cmpuint (get_n_shown (session), ==, 2);

  g_signal_emit_by_name (find_button (popover, "Iraq: the west"), "clicked");
  g_assert_cmpuint (get_n_shown (session), ==, 1);
  g_assert_true (dateline_filter_is_wanted (dateline_session_get_filter (session), DATELINE_FACET_COUNTRY, "IQ"));

  g_signal_emit_by_name (find_button (popover, "Delete view “Iraq: the west”"), "clicked");
  g_assert_null (find_button (popover, "Iraq: the west"));
  g_assert_true (dateline_session_undo (session, NULL));
  g_assert_nonnull (find_button (popover, "Iraq: the west"));
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
