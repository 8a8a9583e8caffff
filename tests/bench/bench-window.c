/* bench-window.c: a large project in the real window: opened, and edited
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * xvfb-run -a -s "-screen 0 1280x900x24 -noreset" bench-window [N_INCIDENTS]
 * Prints the time until the first frame that shows the project, and what an
 * edit and its undoing keep the main thread busy with: in the call itself,
 * and until its frame is painted. CPU of the main thread, in milliseconds,
 * so that a busy machine does not count; the median of several.
 */

#include <adwaita.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <time.h>

#include "dateline-application.h"
#include "dateline-window.h"
#include "fixture.h"

#define N_TIMES 11

static double
get_ms (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
fill (const char *path, guint n_incidents)
{
  static const char *const  countries[] = { "IQ", "SY", "YE" };
  static const double       places[][2] = { { 33, 44 }, { 35, 38 }, { 15, 45 } };
  g_autoptr (DatelineStore) store = dateline_store_open (path, NULL);
  DatelineDay               first = dateline_day_new (2014, 1, 1);
  guint                     state = 1;

  g_assert_true (dateline_store_begin (store, NULL));
  for (guint i = 0; i < n_incidents; i++)
    {
      DatelineDay          day = first + (DatelineDay) ((gint64) i * 3650 / n_incidents);
      DatelineDateInterval interval = dateline_date_interval_for_days (day, day, DATELINE_REGION_OFFSET_MINUTES);
      FixtureIncident      incident = { .start = interval.start, .end = interval.end, .date_precision = DATELINE_DATE_DAY, .type = i % DATELINE_N_INCIDENT_TYPES, .country = countries[i % 3], .place = "Somewhere" };

      state = state * 1664525u + 1013904223u;
      incident.point = (DatelinePoint){ places[i % 3][0] + (state >> 20) / 2048.0 - 1, places[i % 3][1] + (state >> 8 & 0xfff) / 2048.0 - 1 };
      fixture_add (store, &incident, i);
    }
  dateline_store_set_merged (store, NULL);
  g_assert_true (dateline_store_commit (store, NULL));
}

static void
on_after_paint_cb (gboolean *painted)
{
  *painted = TRUE;
}

static void
wait_for_frame (GtkWidget *window)
{
  gboolean painted = FALSE;
  gulong   handler = g_signal_connect_swapped (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_after_paint_cb), &painted);

  gtk_widget_queue_draw (window);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (gtk_widget_get_frame_clock (window), handler);
}

static void
iterate_for (double seconds)
{
  gint64 until = g_get_monotonic_time () + (gint64) (seconds * G_USEC_PER_SEC);

  while (g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

static guint
count_incidents (GtkWidget *window)
{
  guint n_incidents;

  g_object_get (dateline_window_get_session (DATELINE_WINDOW (window)), "n-incidents", &n_incidents, NULL);
  return n_incidents;
}

static void
measure_open (GtkWidget *window, const char *path)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile)      file = g_file_new_for_path (path);
  double                 wall = get_ms (CLOCK_MONOTONIC), all = get_ms (CLOCK_PROCESS_CPUTIME_ID), own = get_ms (CLOCK_THREAD_CPUTIME_ID);

  g_list_store_append (files, file);
  dateline_window_open (DATELINE_WINDOW (window), G_LIST_MODEL (files));
  while (count_incidents (window) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_print ("read: %.0f ms, CPU %.0f ms, of which the main thread's %.0f ms\n",
           get_ms (CLOCK_MONOTONIC) - wall, get_ms (CLOCK_PROCESS_CPUTIME_ID) - all, get_ms (CLOCK_THREAD_CPUTIME_ID) - own);
  wait_for_frame (window);
  g_print ("painted: %.0f ms, CPU %.0f ms, of which the main thread's %.0f ms\n",
           get_ms (CLOCK_MONOTONIC) - wall, get_ms (CLOCK_PROCESS_CPUTIME_ID) - all, get_ms (CLOCK_THREAD_CPUTIME_ID) - own);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
get_median (double *values)
{
  qsort (values, N_TIMES, sizeof *values, compare);
  return values[N_TIMES / 2];
}

static void
measure_edits (GtkWidget *window)
{
  DatelineSession *session = dateline_window_get_session (DATELINE_WINDOW (window));
  double           frame[N_TIMES], call[N_TIMES], painted[N_TIMES], undone[N_TIMES];

  for (guint i = 0; i < N_TIMES; i++)
    {
      const DatelineIncidentTable *table = dateline_session_get_table (session);
      gint64                       id = table->id[table->n_rows - 1 - i * 97 % table->n_rows];
      double                       begin;

      dateline_session_select (session, id);
      iterate_for (0.3);
      begin = get_ms (CLOCK_THREAD_CPUTIME_ID);
      wait_for_frame (window);
      frame[i] = get_ms (CLOCK_THREAD_CPUTIME_ID) - begin;
      begin = get_ms (CLOCK_THREAD_CPUTIME_ID);
      g_assert_true (dateline_session_set_status (session, &id, 1, DATELINE_STATUS_ACCEPTED, NULL));
      call[i] = get_ms (CLOCK_THREAD_CPUTIME_ID) - begin;
      wait_for_frame (window);
      painted[i] = get_ms (CLOCK_THREAD_CPUTIME_ID) - begin;
      iterate_for (0.3);
      begin = get_ms (CLOCK_THREAD_CPUTIME_ID);
      g_assert_true (dateline_session_undo (session, NULL));
      wait_for_frame (window);
      undone[i] = get_ms (CLOCK_THREAD_CPUTIME_ID) - begin;
    }
  g_print ("a frame without an edit: %.1f ms\naccept: %.1f ms in the call, %.1f ms until it is painted\n", get_median (frame), get_median (call), get_median (painted));
  g_print ("undo: %.1f ms until it is painted\n", get_median (undone));
}

int
main (int argc, char *argv[])
{
  guint                           n_incidents = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : 100000;
  g_autofree char                *folder = g_dir_make_tmp ("dateline-XXXXXX", NULL);
  g_autofree char                *path = g_build_filename (folder, "bench.dateline", NULL);
  g_autoptr (DatelineApplication) application = NULL;
  GtkWidget                      *window;

  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  fill (path, n_incidents);
  adw_init ();
  application = dateline_application_new ();
  g_application_register (G_APPLICATION (application), NULL, NULL);
  window = dateline_window_new (ADW_APPLICATION (application));
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  iterate_for (2);

  measure_open (window, path);
  iterate_for (1);
  measure_edits (window);

  gtk_window_destroy (GTK_WINDOW (window));
  iterate_for (0.2);
  g_unlink (path);
  return 0;
}
