/* test-window.c: every part of the window can be made, wide and narrow
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <string.h>

#include "dateline-about.h"
#include "dateline-application.h"
#include "dateline-import-report-window.h"
#include "dateline-incident-item.h"
#include "dateline-window.h"
#include "fixture.h"

static DatelineApplication *application;

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
open_window (int width, int height)
{
  GtkWidget *window = dateline_window_new (ADW_APPLICATION (application));

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  iterate ();
  return window;
}

static void
show_fixture (GtkWidget *window)
{
  DatelineSession *session = dateline_window_get_session (DATELINE_WINDOW (window));
  DatelineDay      first, last;

  fixture_fill (dateline_session_get_store (session));
  dateline_session_reload (session);
  dateline_session_set_window_kind (session, DATELINE_WINDOW_UP_TO);
  g_assert_true (dateline_session_get_span (session, &first, &last));
  dateline_session_set_day (session, last);
  iterate ();
}

static void
close_window (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();
}

static void
test_start_page (void)
{
  GtkWidget *window = open_window (1024, 700);

  g_assert_nonnull (find_label (window, "Put the News on the Map"));
  g_assert_nonnull (find_label (window, "Open Sample Articles"));
  g_assert_null (find_label (window, "Incidents"));
  close_window (window);
}

static void
test_counts_in_the_title (void)
{
  GtkWidget *window = open_window (1280, 800);

  show_fixture (window);
  g_assert_nonnull (find_label (window, "3 incidents from 3 reports in 1 article"));
  g_assert_nonnull (find_label (window, "1 without a place"));
  g_assert_nonnull (find_label (window, "Select an incident"));
  close_window (window);
}

static void
test_escape_clears_the_selection (void)
{
  GtkWidget       *window = open_window (1280, 800);
  DatelineSession *session = dateline_window_get_session (DATELINE_WINDOW (window));

  show_fixture (window);
  dateline_session_select (session, FIXTURE_STRIKE);
  iterate ();
  g_assert_nonnull (find_label (window, "al-Qa’im, Anbar, Iraq"));
  gtk_widget_activate_action (window, "win.clear-selection", NULL);
  g_assert_cmpint (dateline_session_get_selected (session), ==, 0);
  close_window (window);
}

/* The panes fold: nothing asks for more room than the window has, which
 * GTK would warn of. */
static void
test_every_size (gconstpointer data)
{
  static const int sizes[][2] = { { 1280, 800 }, { 1024, 700 }, { 700, 600 }, { 400, 640 }, { 360, 360 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      GtkWidget *window = open_window (sizes[i][0], sizes[i][1]);
      int        minimum = 0;

      show_fixture (window);
      gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 360);
      dateline_session_select (dateline_window_get_session (DATELINE_WINDOW (window)), FIXTURE_STRIKE);
      iterate ();
      close_window (window);
    }
}

static void
test_report_window (void)
{
  DatelineImportFailure failure = { (char *) "notes.bin", (char *) "it is <b>binary</b> & no text" };
  DatelineImportReport  report = { 12, 30, g_ptr_array_new (), g_ptr_array_new (), g_ptr_array_new (), FALSE };
  g_autofree char      *sentence = NULL;
  GtkWidget            *window;

  g_ptr_array_add (report.failed, &failure);
  for (guint i = 0; i < 300; i++)
    g_ptr_array_add (report.nothing_found, (char *) "Bread & butter");
  sentence = dateline_import_report_to_sentence (&report);
  g_assert_cmpstr (sentence, ==, "30 reports found in 12 articles, 1 input not read");

  window = dateline_import_report_window_new (&report);
  gtk_window_present (GTK_WINDOW (window));
  iterate ();
  g_assert_nonnull (find_label (window, "notes.bin"));
  g_assert_nonnull (find_label (window, "it is <b>binary</b> & no text"));
  g_assert_nonnull (find_label (window, "… and 100 more"));
  g_assert_null (find_label (window, "Without a Date"));
  close_window (window);
  g_ptr_array_unref (report.failed);
  g_ptr_array_unref (report.undated);
  g_ptr_array_unref (report.nothing_found);
}

static void
test_about_and_shortcuts (void)
{
  GtkWidget *window = open_window (1280, 800);

  dateline_about_present (GTK_WINDOW (window));
  iterate ();
  gtk_widget_activate_action (window, "win.show-help-overlay", NULL);
  iterate ();
  g_assert_nonnull (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window)));
  close_window (window);
}

static void
on_written_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (source_object), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* An incident that is dragged out is GeoJSON, and text. */
static void
test_drag (void)
{
  GtkWidget                       *window = open_window (1280, 800);
  GListModel                      *list;
  g_autoptr (DatelineIncidentItem) item = NULL;
  g_autoptr (GdkContentProvider)   content = NULL;
  g_autoptr (GdkContentFormats)    formats = NULL;
  g_autoptr (GOutputStream)        stream = g_memory_output_stream_new_resizable ();
  g_auto (GValue)                  text = G_VALUE_INIT;
  g_autoptr (GError)               error = NULL;
  g_autofree char                 *bytes = NULL;
  gboolean                         written = FALSE;

  show_fixture (window);
  list = dateline_session_get_list (dateline_window_get_session (DATELINE_WINDOW (window)));
  item = g_list_model_get_item (list, 0);
  content = dateline_window_create_drag_content (DATELINE_WINDOW (window), dateline_incident_item_get_id (item));
  formats = gdk_content_provider_ref_formats (content);
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "application/geo+json"));

  g_value_init (&text, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &text, &error));
  gdk_content_provider_write_mime_type_async (content, "application/geo+json", stream, G_PRIORITY_DEFAULT, NULL, on_written_cb, &written);
  while (!written)
    g_main_context_iteration (NULL, TRUE);
  bytes = g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)), g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
  g_assert_cmpstr (bytes, ==, g_value_get_string (&text));
  g_assert_true (g_str_has_prefix (bytes, "{\"type\":\"FeatureCollection\""));
  g_assert_nonnull (strstr (bytes, "\"evidence\""));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  int status;

  g_setenv ("LANGUAGE", "C", TRUE);
  g_setenv ("DATELINE_TEST", "1", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", "appmenu:close", NULL); /* as in GNOME */
  application = dateline_application_new ();
  g_application_register (G_APPLICATION (application), NULL, NULL);

  g_test_add_func ("/app/window/start-page", test_start_page);
  g_test_add_func ("/app/window/counts-in-the-title", test_counts_in_the_title);
  g_test_add_func ("/app/window/escape-clears", test_escape_clears_the_selection);
  g_test_add_data_func ("/app/window/every-size", NULL, test_every_size);
  g_test_add_func ("/app/window/drag", test_drag);
  g_test_add_func ("/app/window/report", test_report_window);
  g_test_add_func ("/app/window/about-and-shortcuts", test_about_and_shortcuts);

  status = g_test_run ();
  g_object_unref (application);
  return status;
}
