/* test-strips.c: the histogram's picture, and the calendar that can take its place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The histogram has no text, so its picture is the same with any font.
 * With DATELINE_GOLDEN set to a folder, pictures as they are now are
 * saved there.
 */

#include <gtk/gtk.h>
#include <math.h>

#include "dateline-calendar.h"
#include "dateline-day-scale.h"
#include "dateline-histogram.h"
#include "fixture.h"

#define WIDTH 480
#define HEIGHT 60
#define N_INCIDENTS 90

/* From 1 January to 30 June 2024: hours of a day, days, months and a year
 * that are known no better. */
static DatelineSession *
create_session (void)
{
  FixtureIncident incidents[N_INCIDENTS] = { 0 };
  DatelineDay     first = dateline_day_new (2024, 1, 1);
  guint           state = 7;

  for (guint i = 0; i < N_INCIDENTS; i++)
    {
      static const int     lengths[] = { 1, 1, 1, 1, 1, 1, 3, 31 };
      int                  length = lengths[i % G_N_ELEMENTS (lengths)];
      DatelineDateInterval interval;
      int                  day;

      state = state * 1664525u + 1013904223u;
      day = i == 0 ? 0 : i == 1 ? 180
                                : (int) ((state >> 8) % 60 + (state >> 20) % 90);
      interval = dateline_date_interval_for_days (first + day, first + day + length - 1, DATELINE_REGION_OFFSET_MINUTES);
      incidents[i].start = interval.start;
      incidents[i].end = interval.end;
      incidents[i].type = (DatelineIncidentType) ((state >> 12) % DATELINE_N_INCIDENT_TYPES);
      incidents[i].date_precision = length == 1 ? DATELINE_DATE_DAY : length == 3 ? DATELINE_DATE_2_TO_6_DAYS
                                                                                  : DATELINE_DATE_MONTH;
    }
  return fixture_session (incidents, N_INCIDENTS);
}

/* A paintable of a widget that was not drawn yet is empty. */
static void
wait_for_frames (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gint64         until = gdk_frame_clock_get_frame_counter (clock) + 3;

  while (gdk_frame_clock_get_frame_counter (clock) < until)
    {
      gtk_widget_queue_draw (widget);
      g_main_context_iteration (NULL, TRUE);
    }
}

static GtkWidget *
show (GtkWidget *child, int width, int height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_widget_set_size_request (child, width, height);
  gtk_widget_set_halign (child, GTK_ALIGN_START);
  gtk_widget_set_valign (child, GTK_ALIGN_START);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (child) == 0)
    g_main_context_iteration (NULL, TRUE);
  wait_for_frames (window);
  return window;
}

static GdkPixbuf *
paint (GtkWidget *widget)
{
  g_autoptr (GdkPaintable)  paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot)   snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture)    texture = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
  return gdk_pixbuf_get_from_texture (texture);
}

/* The share of pixels that differ by more than rounding does. */
static double
compare (GdkPixbuf *a, GdkPixbuf *b)
{
  guint n_different = 0;

  g_assert_cmpint (gdk_pixbuf_get_width (b), ==, WIDTH);
  g_assert_cmpint (gdk_pixbuf_get_height (b), ==, HEIGHT);
  g_assert_cmpint (gdk_pixbuf_get_n_channels (a), ==, 4);
  g_assert_cmpint (gdk_pixbuf_get_n_channels (b), ==, 4);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        const guchar *pixel_a = gdk_pixbuf_read_pixels (a) + y * gdk_pixbuf_get_rowstride (a) + x * 4;
        const guchar *pixel_b = gdk_pixbuf_read_pixels (b) + y * gdk_pixbuf_get_rowstride (b) + x * 4;
        int           difference = abs (pixel_a[3] - pixel_b[3]);

        for (int channel = 0; channel < 3; channel++)
          difference = MAX (difference, abs (pixel_a[channel] * pixel_a[3] - pixel_b[channel] * pixel_b[3]) / 255);
        n_different += difference > 8;
      }
  return n_different / (double) (WIDTH * HEIGHT);
}

static void
test_golden (void)
{
  static const struct
  {
    const char        *name;
    int                first; /* of the view, days from 1 January */
    int                n_days;
    DatelineWindowKind kind;
  } cases[] = {
    { "histogram-all", 0, 181, DATELINE_WINDOW_UP_TO },
    { "histogram-month", 60, 30, DATELINE_WINDOW_WEEK },
    { "histogram-two-days", 70, 2, DATELINE_WINDOW_DAY },
  };
  DatelineSession   *session = create_session ();
  DatelineHistogram *histogram = g_object_new (DATELINE_TYPE_HISTOGRAM, NULL);
  GtkWidget         *window;
  DatelineDay        first = dateline_day_new (2024, 1, 1);

  dateline_histogram_set_session (histogram, session);
  window = show (GTK_WIDGET (histogram), WIDTH, HEIGHT);
  dateline_session_set_day (session, first + 71);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DatelineTimeScale     scale = { dateline_date_interval_for_days (first + cases[i].first, first + cases[i].first + cases[i].n_days - 1, DATELINE_REGION_OFFSET_MINUTES), WIDTH };
      g_autofree char      *name = g_strconcat (cases[i].name, ".png", NULL);
      g_autofree char      *path = g_test_build_filename (G_TEST_DIST, "golden", name, NULL);
      g_autoptr (GError)    error = NULL;
      g_autoptr (GdkPixbuf) picture = NULL, golden = NULL;

      dateline_session_set_window_kind (session, cases[i].kind);
      dateline_histogram_set_scale (histogram, scale);
      wait_for_frames (window);
      picture = paint (GTK_WIDGET (histogram));
      if (g_getenv ("DATELINE_GOLDEN") != NULL)
        {
          g_autofree char *now = g_build_filename (g_getenv ("DATELINE_GOLDEN"), name, NULL);

          gdk_pixbuf_save (picture, now, "png", &error, NULL);
          g_assert_no_error (error);
        }
      golden = gdk_pixbuf_new_from_file (path, &error);
      g_assert_no_error (error);
      g_test_message ("%s: %.2f %% of the pixels differ", cases[i].name, 100 * compare (picture, golden));
      g_assert_cmpfloat (compare (picture, golden), <=, 0.005);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (session);
}

static void
press (DatelineCalendar *calendar, double x, double y, DatelineDay first, DatelineDay last)
{
  DatelineDay found_first = DATELINE_DAY_NONE, found_last = DATELINE_DAY_NONE;

  g_assert_true (dateline_calendar_get_days_at (calendar, x, y, &found_first, &found_last));
  g_assert_cmpint (found_first, ==, first);
  g_assert_cmpint (found_last, ==, last);
}

/* 1 January 2024 was a Monday. */
static void
test_calendar_places (void)
{
  DatelineSession  *session = create_session ();
  DatelineCalendar *calendar = g_object_new (DATELINE_TYPE_CALENDAR, NULL);
  GtkWidget        *window;
  DatelineDay       first = dateline_day_new (2024, 1, 1), begin = first, end = first + 1;
  int               height, top = 0;

  dateline_calendar_set_session (calendar, session);
  window = show (GTK_WIDGET (calendar), WIDTH, 110);
  height = gtk_widget_get_height (GTK_WIDGET (calendar));
  g_assert_cmpint (dateline_calendar_get_first_monday (calendar), ==, first);

  /* The first square begins where the month's name ends. */
  while (begin != end && dateline_calendar_get_days_at (calendar, 2, top, &begin, &end))
    top++;
  press (calendar, 2, top + 1, first, first);
  press (calendar, 2, 1, first, first + 30);
  press (calendar, 2, height - 2, first, first + 6);
  for (int x = 2; x < 200; x += 3)
    {
      DatelineDay monday, sunday;

      g_assert_true (dateline_calendar_get_days_at (calendar, x, top + 1, &begin, &end));
      g_assert_cmpint (begin, ==, end);
      g_assert_cmpint (dateline_day_get_weekday (begin), ==, 1);
      g_assert_true (dateline_calendar_get_days_at (calendar, x, height - 2, &monday, &sunday));
      g_assert_cmpint (monday, ==, begin);
      g_assert_cmpint (sunday, ==, begin + 6);
    }
  g_assert_false (dateline_calendar_get_days_at (calendar, -1, top + 1, &begin, &end));
  g_assert_false (dateline_calendar_get_days_at (calendar, WIDTH - 1, top + 1, &begin, &end));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (session);
}

/* Ten thousand years do not fit: the page turns to the day, and neither
 * end is passed. */
static void
test_calendar_turns (void)
{
  DatelineDay          ends[] = { dateline_day_new (1, 1, 1), dateline_day_new (9999, 12, 31) };
  DatelineDateInterval begin = dateline_date_interval_for_days (ends[0], ends[0], DATELINE_REGION_OFFSET_MINUTES);
  DatelineDateInterval end = dateline_date_interval_for_days (ends[1], ends[1], DATELINE_REGION_OFFSET_MINUTES);
  FixtureIncident      incidents[] = { { .start = begin.start, .end = begin.end }, { .start = end.start, .end = end.end } };
  DatelineSession     *session = fixture_session (incidents, 2);
  DatelineCalendar    *calendar = g_object_new (DATELINE_TYPE_CALENDAR, NULL);
  GtkWidget           *window;
  g_autoptr (GRand)    random = g_rand_new_with_seed (3);

  dateline_calendar_set_session (calendar, session);
  window = show (GTK_WIDGET (calendar), WIDTH, 110);
  for (int i = 0; i < 300; i++)
    {
      DatelineDay day = i < 2 ? ends[i] : g_rand_int_range (random, ends[0], ends[1]);
      DatelineDay monday;

      dateline_session_set_day (session, day);
      monday = dateline_calendar_get_first_monday (calendar);
      g_assert_cmpint (monday, <=, day);
      g_assert_cmpint (day - monday, <, 7 * 60);
      g_assert_cmpint (dateline_day_get_weekday (monday), ==, 1);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (session);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/histogram/golden", test_golden);
  g_test_add_func ("/timeline/calendar/places", test_calendar_places);
  g_test_add_func ("/timeline/calendar/turns", test_calendar_turns);

  return g_test_run ();
}
