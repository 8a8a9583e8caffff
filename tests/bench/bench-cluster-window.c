/* bench-cluster-window.c: the time that a frame of the map takes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * usage: bench-cluster-window [INCIDENTS [PROJECT]]
 *
 * Prints, for a map of 1280 × 800 pixels in a real window, the CPU time of
 * a snapshot and, for a replay that steps a day 30 times a second for a
 * few seconds, the frames that came of it. Needs a display. The incidents
 * are stored in PROJECT, to be there at once the next time: a million take
 * a minute or two to write.
 */

#include "config.h"

#include <gtk/gtk.h>
#include <time.h>

#include "dateline-map.h"
#include "dateline-session.h"

#define N_TOWNS 60
#define FIRST_DAY 18000
#define N_DAYS 1500
#define DAY_S G_GINT64_CONSTANT (86400)
#define N_SNAPSHOTS 300
#define INCIDENTS_PER_ARTICLE 500
#define REPLAY_S 5.0
#define STEP_MS 33

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
on_timeout_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

static void
run_for (guint timeout_ms)
{
  gboolean is_over = FALSE;

  g_timeout_add_once (timeout_ms, on_timeout_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

/* Most near one of 60 towns, the rest anywhere in the region. */
static DatelineIncident *
create_incident (GRand *rand, const DatelinePoint towns[N_TOWNS], guint i)
{
  DatelineIncident *incident = dateline_incident_new (g_rand_int_range (rand, 0, DATELINE_N_INCIDENT_TYPES));
  DatelinePoint     town = towns[g_rand_int_range (rand, 0, N_TOWNS)];
  double            spread = i % 4 == 0 ? 8.0 : 0.3;
  gint64            day = FIRST_DAY + g_rand_int_range (rand, 0, N_DAYS);
  DatelinePlace     place = { .name = g_strdup ("Somewhere"), .country = "IQ", .precision = DATELINE_WHERE_EXACT };

  place.point = (DatelinePoint){ town.lat + spread * (g_rand_double (rand) - 0.5), town.lon + spread * (g_rand_double (rand) - 0.5) };
  g_array_append_val (incident->places, place);
  incident->when.interval = (DatelineDateInterval){ day * DAY_S, (day + 1) * DAY_S };
  incident->when.precision = DATELINE_DATE_DAY;
  incident->when.offset_minutes = DATELINE_REGION_OFFSET_MINUTES;
  return incident;
}

static void
fill (DatelineStore *store, guint n)
{
  g_autoptr (GRand)  rand = g_rand_new_with_seed (1);
  g_autoptr (GError) error = NULL;
  DatelinePoint      towns[N_TOWNS];

  for (guint i = 0; i < N_TOWNS; i++)
    towns[i] = (DatelinePoint){ g_rand_double_range (rand, 12.5, 37.0), g_rand_double_range (rand, 36.0, 53.0) };
  g_assert_true (dateline_store_begin (store, NULL));
  for (guint i = 0; i < n;)
    {
      g_autofree char               *text = g_strdup_printf ("Article %u.", i);
      gsize                          length = strlen (text);
      g_autoptr (DatelineArticle)    article = dateline_article_new (NULL, g_steal_pointer (&text), length);
      g_autoptr (DatelineExtraction) extraction = dateline_extraction_new ();

      for (guint last = MIN (i + INCIDENTS_PER_ARTICLE, n); i < last; i++)
        g_ptr_array_add (extraction->incidents, create_incident (rand, towns, i));
      dateline_store_add_extraction (store, article, extraction, &error);
      g_assert_no_error (error);
    }
  g_assert_true (dateline_store_commit (store, NULL));
}

static DatelineSession *
create_session (guint n, const char *path)
{
  g_autoptr (GError)        error = NULL;
  gboolean                  is_there = path != NULL && g_file_test (path, G_FILE_TEST_EXISTS);
  g_autoptr (DatelineStore) store = dateline_store_open (path, &error);

  g_assert_no_error (error);
  if (!is_there)
    fill (store, n);
  return dateline_session_new (g_steal_pointer (&store));
}

/* All that is drawn is drawn anew. */
static void
queue_draw_all (GtkWidget *widget)
{
  gtk_widget_queue_draw (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    queue_draw_all (child);
}

static void
measure_snapshots (GtkWidget *map, int zoom)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (map);
  double                   total = 0.0, best = G_MAXDOUBLE;

  dateline_map_go_to (DATELINE_MAP (map), (DatelinePoint){ 27.0, 44.5 }, zoom);
  run_for (1500);
  for (int i = 0; i < N_SNAPSHOTS; i++)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      double       begin, took;

      queue_draw_all (map);
      begin = get_cpu_ms ();
      GTK_WIDGET_GET_CLASS (map)->snapshot (map, snapshot);
      took = get_cpu_ms () - begin;
      total += took;
      best = MIN (best, took);
      g_clear_pointer (&snapshot, g_object_unref);
      if (i % 10 == 9)
        run_for (5);
    }
  g_print ("%9s %5d %10.3f %10.3f\n", "snapshot", zoom, total / N_SNAPSHOTS, best);
}

typedef struct
{
  DatelineSession *session;
  guint            n_steps;
} Replay;

static gboolean
on_step_cb (gpointer user_data)
{
  Replay *self = user_data;

  dateline_session_set_day (self->session, FIRST_DAY + (int) (self->n_steps++ % N_DAYS));
  return G_SOURCE_CONTINUE;
}

static void
measure_replay (GtkWidget *map, DatelineSession *session, DatelineWindowKind kind, const char *name)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (map);
  Replay         replay = { session, 0 };
  gint64         frames;
  double         begin;
  guint          source;

  dateline_session_set_window_kind (session, kind);
  dateline_map_go_to (DATELINE_MAP (map), (DatelinePoint){ 27.0, 44.5 }, 5);
  run_for (1000);
  frames = gdk_frame_clock_get_frame_counter (clock);
  begin = get_cpu_ms ();
  source = g_timeout_add_full (G_PRIORITY_LOW, STEP_MS, on_step_cb, &replay, NULL);
  run_for ((guint) (REPLAY_S * 1000.0));
  g_source_remove (source);
  frames = gdk_frame_clock_get_frame_counter (clock) - frames;
  g_print ("replay of %s: %.1f frames a second, %.1f days a second, %.1f ms of CPU a frame, painting included\n", name, (double) frames / REPLAY_S, replay.n_steps / REPLAY_S, (get_cpu_ms () - begin) / (double) MAX (frames, 1));
}

int
main (int argc, char **argv)
{
  static const int            zooms[] = { 5, 7, 10 };
  guint                       n = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 20000;
  g_autoptr (DatelineSession) session = create_session (n, argc > 2 ? argv[2] : NULL);
  GtkWidget                  *window;
  GtkWidget                  *map;

  gtk_init ();
  dateline_session_set_window_kind (session, DATELINE_WINDOW_UP_TO);
  map = dateline_map_new (session, g_getenv ("DATELINE_TEST_BASEMAP"));
  window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_set_child (GTK_WINDOW (window), map);
  gtk_window_present (GTK_WINDOW (window));
  run_for (1000);

  g_print ("a window with %u incidents, %s\n%9s %5s %10s %10s\n", dateline_session_get_table (session)->n_rows, G_OBJECT_TYPE_NAME (gtk_native_get_renderer (GTK_NATIVE (window))), "", "zoom", "mean ms", "best ms");
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    measure_snapshots (map, zooms[i]);
  measure_replay (map, session, DATELINE_WINDOW_DAY, "days");
  measure_replay (map, session, DATELINE_WINDOW_MONTH, "months");
  measure_replay (map, session, DATELINE_WINDOW_UP_TO, "all up to a day");

  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
