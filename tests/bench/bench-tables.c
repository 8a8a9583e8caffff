/* bench-tables.c: the tables of incidents and articles, scrolled and sorted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * xvfb-run -a -s "-screen 0 1280x900x24 -noreset" bench-tables [ROWS]
 * Prints CPU: of filling a table, of a frame while it scrolls by a third
 * of a page a frame and by leaps, and of sorting it by each column.
 */

#include <adwaita.h>
#include <stdlib.h>
#include <time.h>

#include "dateline-article-table-view.h"
#include "dateline-incident-table-view.h"
#include "fixture.h"

#define N_FRAMES 120

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static DatelineSession *
create_session (guint n_rows)
{
  DatelineStore   *store = dateline_store_open (NULL, NULL);
  DatelineSession *session;

  dateline_store_begin (store, NULL);
  for (guint i = 0; i < n_rows; i++)
    {
      DatelineDateInterval interval = dateline_date_interval_for_days (16000 + (DatelineDay) (i % 3650), 16000 + (DatelineDay) (i % 3650), DATELINE_REGION_OFFSET_MINUTES);
      FixtureIncident      incident = { interval.start, interval.end, DATELINE_DATE_DAY, i % DATELINE_N_INCIDENT_TYPES, "SY", "Somewhere", { 33 + i % 100 / 50.0, 38 } };

      fixture_add (store, &incident, (i * 7919) % n_rows);
    }
  dateline_store_commit (store, NULL);
  session = dateline_session_new (store);
  dateline_session_set_window_kind (session, DATELINE_WINDOW_UP_TO);
  return session;
}

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
on_painted_cb (gboolean *painted)
{
  return *painted = TRUE;
}

static void
wait_for_frame (GtkWidget *window)
{
  gboolean painted = FALSE;
  gulong   handler = g_signal_connect_swapped (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_painted_cb), &painted);

  gtk_widget_queue_draw (window);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (gtk_widget_get_frame_clock (window), handler);
}

static void
scroll (GtkWidget *window, GtkAdjustment *adjustment, const char *what, double step)
{
  double start_ms, longest_ms = 0, before_ms;

  gtk_adjustment_set_value (adjustment, 0);
  wait_for_frame (window);
  start_ms = before_ms = get_cpu_ms ();
  for (guint i = 0; i < N_FRAMES; i++)
    {
      double now_ms;

      gtk_adjustment_set_value (adjustment, (i + 1) * step);
      wait_for_frame (window);
      now_ms = get_cpu_ms ();
      longest_ms = MAX (longest_ms, now_ms - before_ms);
      before_ms = now_ms;
    }
  g_print ("  scroll %-12s %6.1f ms a frame, longest %6.1f ms\n", what, (get_cpu_ms () - start_ms) / N_FRAMES, longest_ms);
}

static void
sort (GtkColumnView *view)
{
  GtkSelectionModel *selection = gtk_column_view_get_model (view);
  GtkSortListModel  *sorted = GTK_SORT_LIST_MODEL (gtk_multi_selection_get_model (GTK_MULTI_SELECTION (selection)));
  GListModel        *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      double                          start_ms = get_cpu_ms (), longest_ms = 0;

      if (gtk_column_view_column_get_sorter (column) == NULL)
        continue;
      gtk_column_view_sort_by_column (view, column, GTK_SORT_DESCENDING);
      while (gtk_sort_list_model_get_pending (sorted) > 0)
        {
          double turn_ms = get_cpu_ms ();

          g_main_context_iteration (NULL, TRUE);
          turn_ms = get_cpu_ms () - turn_ms;
          longest_ms = MAX (longest_ms, turn_ms);
        }
      g_print ("  sort by %-12s %6.0f ms, longest turn %5.1f ms\n", gtk_column_view_column_get_title (column), get_cpu_ms () - start_ms, longest_ms);
    }
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static void
measure (const char *name, GtkWidget *table)
{
  GtkWidget     *window = gtk_window_new ();
  double         start_ms = get_cpu_ms ();
  GtkColumnView *view;
  GtkAdjustment *adjustment;

  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 700);
  gtk_window_set_child (GTK_WINDOW (window), table);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_frame (window);
  iterate ();
  view = GTK_COLUMN_VIEW (find (table, GTK_TYPE_COLUMN_VIEW));
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  g_print ("%s: %u rows, shown after %.0f ms\n", name, g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view))), get_cpu_ms () - start_ms);
  scroll (window, adjustment, "by a third", gtk_adjustment_get_page_size (adjustment) / 3);
  scroll (window, adjustment, "by leaps", gtk_adjustment_get_upper (adjustment) / (N_FRAMES + 2));
  sort (view);
  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();
}

int
main (int argc, char *argv[])
{
  g_autoptr (DatelineSession) session = NULL;

  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  adw_init ();
  session = create_session (argc > 1 ? (guint) atoi (argv[1]) : 100000);
  measure ("incidents", dateline_incident_table_view_new (session));
  measure ("articles", dateline_article_table_view_new (session));
  return 0;
}
