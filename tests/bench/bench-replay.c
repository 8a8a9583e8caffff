/* bench-replay.c: frames a second of the real window while it replays
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * xvfb-run -a -s "-screen 0 1280x900x24 -noreset" bench-replay [N_INCIDENTS…]
 * Plays a month a second for some seconds, over ten years of incidents in
 * Iraq, Syria and Yemen, with each of two windows.
 */

#include <adwaita.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "dateline-application.h"
#include "dateline-window.h"
#include "fixture.h"

#define SECONDS 4

typedef struct
{
  guint  n_frames;
  guint  n_days;
  gint64 longest_us;
  gint64 last_us;
} Counts;

static double
get_cpu_s (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static void
fill (DatelineSession *session, guint n_incidents)
{
  static const char *const countries[] = { "IQ", "SY", "YE" };
  static const double      places[][2] = { { 33, 44 }, { 35, 38 }, { 15, 45 } };
  DatelineStore           *store = dateline_session_get_store (session);
  DatelineDay              first = dateline_day_new (2014, 1, 1);
  guint                    state = 1;

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
  g_assert_true (dateline_store_commit (store, NULL));
  dateline_session_reload (session);
}

static void
on_after_paint_cb (Counts *counts)
{
  gint64 now_us = g_get_monotonic_time ();

  counts->n_frames++;
  if (counts->last_us != 0)
    counts->longest_us = MAX (counts->longest_us, now_us - counts->last_us);
  counts->last_us = now_us;
}

static void
on_day_cb (Counts *counts)
{
  counts->n_days++;
}

static void
iterate_for (double seconds)
{
  gint64 until = g_get_monotonic_time () + (gint64) (seconds * G_USEC_PER_SEC);

  while (g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

static void
play (GtkWidget *window, DatelineSession *session, DatelineWindowKind kind, guint n_incidents)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  Counts         counts = { 0 };
  double         cpu_s;
  gulong         handlers[2];

  dateline_session_set_window_kind (session, kind);
  dateline_session_set_day (session, dateline_day_new (2016, 1, 1));
  iterate_for (1);
  handlers[0] = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (on_after_paint_cb), &counts);
  handlers[1] = g_signal_connect_swapped (session, "notify::day", G_CALLBACK (on_day_cb), &counts);
  cpu_s = get_cpu_s ();
  gtk_widget_activate_action (window, "timeline.play-pause", NULL);
  iterate_for (SECONDS);
  gtk_widget_activate_action (window, "timeline.pause", NULL);
  cpu_s = get_cpu_s () - cpu_s;
  g_signal_handler_disconnect (clock, handlers[0]);
  g_signal_handler_disconnect (session, handlers[1]);

  g_print ("%8u incidents, %-8s %5.1f frames/s, %5.1f days/s, %5.1f ms of CPU a frame, longest wait %4.0f ms\n", n_incidents,
           kind == DATELINE_WINDOW_MONTH ? "30 days:" : "up to:", counts.n_frames / (double) SECONDS, counts.n_days / (double) SECONDS,
           1000 * cpu_s / MAX (counts.n_frames, 1), (double) counts.longest_us / 1000);
}

static void
measure (DatelineApplication *application, guint n_incidents)
{
  GtkWidget       *window = dateline_window_new (ADW_APPLICATION (application));
  DatelineSession *session = dateline_window_get_session (DATELINE_WINDOW (window));

  fill (session, n_incidents);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  iterate_for (2);
  for (int i = 0; i < 10; i++)
    gtk_widget_activate_action (window, "timeline.faster", NULL);
  play (window, session, DATELINE_WINDOW_MONTH, n_incidents);
  play (window, session, DATELINE_WINDOW_UP_TO, n_incidents);
  gtk_window_destroy (GTK_WINDOW (window));
  iterate_for (0.2);
}

int
main (int argc, char *argv[])
{
  static const guint              sizes[] = { 1000, 20000, 100000 };
  g_autoptr (DatelineApplication) application = NULL;

  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  adw_init ();
  application = dateline_application_new ();
  g_application_register (G_APPLICATION (application), NULL, NULL);

  if (argc < 2)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      measure (application, sizes[i]);
  for (int i = 1; i < argc; i++)
    measure (application, (guint) strtoul (argv[i], NULL, 10));
  return 0;
}
