/* test-picture-window.c: the map saved as a picture and as a replay
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "../model/fixture.h"
#include "dateline-picture-window.h"

#define DAY_S G_GINT64_CONSTANT (86400)

static const FixtureIncident incidents[] = {
  { 19800 * DAY_S, 19801 * DAY_S, DATELINE_DATE_DAY, DATELINE_INCIDENT_AIR_STRIKE, "IQ", "Mosul", { 36.34, 43.13 } },
  { 19802 * DAY_S, 19803 * DAY_S, DATELINE_DATE_DAY, DATELINE_INCIDENT_SHELLING, "SY", "Idlib", { 35.93, 36.63 } },
};

typedef struct
{
  DatelineSession *session;
  GtkWidget       *map;
  GtkWidget       *map_window;
  GtkWidget       *window;
  char            *folder;
  char            *saved; /* NULL until it is */
} Fixture;

static void
on_saved_cb (Fixture *fixture, const char *path)
{
  fixture->saved = g_strdup (path);
}

static void
set_up (Fixture *fixture, gconstpointer is_replay)
{
  fixture->session = fixture_session (incidents, G_N_ELEMENTS (incidents));
  fixture->map = dateline_map_new (fixture->session, NULL);
  fixture->map_window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->map_window), 400, 300);
  gtk_window_set_child (GTK_WINDOW (fixture->map_window), fixture->map);
  gtk_window_present (GTK_WINDOW (fixture->map_window));
  while (gtk_widget_get_width (fixture->map) == 0)
    g_main_context_iteration (NULL, TRUE);
  fixture->window = dateline_picture_window_new (fixture->session, DATELINE_MAP (fixture->map), "Test", is_replay != NULL);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  g_signal_connect_swapped (fixture->window, "saved", G_CALLBACK (on_saved_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->folder = g_dir_make_tmp ("dateline-test-XXXXXX", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer is_replay)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  /* Until its last preview is drawn. */
  while (fixture->window != NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (fixture->map_window));
  g_object_unref (fixture->session);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->saved);
}

/* The format gives the file its ending; the window closes when it is
 * there. */
static void
test_save (Fixture *fixture, gconstpointer is_replay)
{
  g_autofree char *path = g_build_filename (fixture->folder, "map", NULL);
  g_autofree char *contents = NULL;

  dateline_picture_window_save (DATELINE_PICTURE_WINDOW (fixture->window), path);
  while (fixture->window != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (fixture->saved);
  g_assert_true (g_str_has_prefix (fixture->saved, path));
  g_assert_true (g_str_has_suffix (fixture->saved, is_replay != NULL ? ".webm" : ".png"));
  g_assert_true (g_file_get_contents (fixture->saved, &contents, NULL, NULL));
  g_assert_cmpmem (contents, 4, is_replay != NULL ? "\x1a\x45\xdf\xa3" : "\x89PNG", 4);
  g_remove (fixture->saved);
}

/* Closed while it writes, it leaves nothing. */
static void
test_close (Fixture *fixture, gconstpointer is_replay)
{
  g_autofree char *path = g_build_filename (fixture->folder, "map", NULL);

  dateline_picture_window_save (DATELINE_PICTURE_WINDOW (fixture->window), path);
  gtk_window_close (GTK_WINDOW (fixture->window));
  while (fixture->window != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (fixture->saved);
}

/* What cannot be written is told in the window, which stays. */
static void
test_problem (Fixture *fixture, gconstpointer is_replay)
{
  GtkWidget       *problem;
  g_autofree char *path = g_build_filename (fixture->folder, "none", "map.png", NULL);

  problem = GTK_WIDGET (gtk_widget_get_template_child (fixture->window, DATELINE_TYPE_PICTURE_WINDOW, "problem_label"));
  dateline_picture_window_save (DATELINE_PICTURE_WINDOW (fixture->window), path);
  g_assert_false (gtk_widget_get_visible (problem));
  while (!gtk_widget_get_visible (problem))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_str_has_prefix (gtk_label_get_label (GTK_LABEL (problem)), path));
  g_assert_null (fixture->saved);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/app/picture-window/picture", Fixture, NULL, set_up, test_save, tear_down);
  g_test_add ("/app/picture-window/replay", Fixture, "", set_up, test_save, tear_down);
  g_test_add ("/app/picture-window/close", Fixture, "", set_up, test_close, tear_down);
  g_test_add ("/app/picture-window/problem", Fixture, NULL, set_up, test_problem, tear_down);

  return g_test_run ();
}
