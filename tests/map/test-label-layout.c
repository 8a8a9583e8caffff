/* test-label-layout.c: names that find room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "dateline-basemap.h"
#include "dateline-label-layout.h"
#include "dateline-map-view.h"
#include "dateline-point.h"

#define N_REQUESTS 400

static DatelineLabelBox
get_text (const DatelineLabelRequest *request)
{
  return (DatelineLabelBox){ request->text_x, request->text_y, request->width, request->height };
}

static void
fill (DatelineLabelRequest *requests, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i < N_REQUESTS; i++)
    requests[i] = (DatelineLabelRequest){
      .x = (float) g_rand_double_range (rand, 0.0, 1280.0),
      .y = (float) g_rand_double_range (rand, 0.0, 800.0),
      .width = (float) g_rand_double_range (rand, 20.0, 140.0),
      .height = (float) g_rand_double_range (rand, 12.0, 34.0),
      .gap_left = i % 4 == 0 ? -1.0f : 6.0f,
      .gap_right = i % 4 == 0 ? -1.0f : 6.0f,
    };
}

static guint
count_placed (const DatelineLabelRequest *requests)
{
  guint n = 0;

  for (guint i = 0; i < N_REQUESTS; i++)
    n += requests[i].placed != FALSE;

  return n;
}

static gboolean
has_dot_on (const DatelineLabelRequest *request, const DatelineLabelBox *text)
{
  DatelineLabelBox dot = { request->x - 2.0f, request->y - 2.0f, 4.0f, 4.0f };

  return dateline_label_box_overlaps (&dot, text);
}

/* No two texts overlap, no dot lies on a text, and enough find room for
 * that to mean something. */
static void
test_no_overlap (void)
{
  for (guint32 seed = 1; seed <= 20; seed++)
    {
      DatelineLabelRequest requests[N_REQUESTS];

      fill (requests, seed);
      dateline_label_layout_run (requests, N_REQUESTS, NULL, 0, 3.0f);
      g_assert_cmpuint (count_placed (requests), >, 100);
      g_assert_cmpuint (count_placed (requests), <, N_REQUESTS);
      for (guint i = 0; i < N_REQUESTS; i++)
        for (guint j = 0; j < i; j++)
          {
            DatelineLabelBox a = get_text (&requests[i]), b = get_text (&requests[j]);

            if (!requests[i].placed || !requests[j].placed)
              continue;
            g_assert_false (dateline_label_box_overlaps (&a, &b));
            if (requests[i].gap_left >= 0.0f)
              g_assert_false (has_dot_on (&requests[i], &b));
            if (requests[j].gap_left >= 0.0f)
              g_assert_false (has_dot_on (&requests[j], &a));
          }
    }
}

/* Later requests change nothing for earlier ones, so that names stay
 * while others come into view. */
static void
test_greedy (void)
{
  DatelineLabelRequest all[N_REQUESTS], some[N_REQUESTS];

  fill (all, 7);
  fill (some, 7);
  dateline_label_layout_run (all, N_REQUESTS, NULL, 0, 3.0f);
  dateline_label_layout_run (some, N_REQUESTS / 2, NULL, 0, 3.0f);
  g_assert_cmpmem (all, sizeof all / 2, some, sizeof some / 2);
}

typedef struct
{
  const char          *reason;
  DatelineLabelRequest request;
  DatelineLabelBox     mark;
  float                text_x;
  float                text_y;
} Case;

static const Case cases[] = {
  { "right of its dot", { .x = 100, .y = 100, .width = 40, .height = 10, .gap_left = 6, .gap_right = 6 }, { 0 }, 106, 95 },
  { "centred on its place", { .x = 100, .y = 100, .width = 40, .height = 10, .gap_left = -1, .gap_right = -1 }, { 0 }, 80, 95 },
  { "left where a mark stands right", { .x = 100, .y = 100, .width = 40, .height = 10, .gap_left = 6, .gap_right = 6 }, { 110, 90, 20, 20 }, 54, 95 },
  { "above where a mark stands on both sides", { .x = 100, .y = 100, .width = 40, .height = 10, .gap_left = 6, .gap_right = 6 }, { 50, 95, 100, 8 }, 80, 84 },
  { "the nearer side first", { .x = 100, .y = 100, .width = 40, .height = 10, .gap_left = 8, .gap_right = 30 }, { 0 }, 52, 95 },
  { "at a corner where marks take the sides", { .x = 100, .y = 100, .width = 40, .height = 10, .gap_left = 6, .gap_right = 6 }, { 50, 86, 52, 24 }, 106, 95 },
  { "an area's name steps down from a mark", { .x = 100, .y = 100, .width = 40, .height = 10, .gap_left = -1, .gap_right = -1 }, { 90, 92, 20, 10 }, 80, 107 },
  { "close above what covers its place", { .x = 100, .y = 100, .width = 40, .height = 10, .gap_left = 20, .gap_right = 20, .gap_above = 12, .gap_below = 12 }, { 50, 95, 100, 8 }, 80, 78 },
  { "nowhere rather than over a mark", { .x = 100, .y = 100, .width = 40, .height = 10, .gap_left = 6, .gap_right = 6 }, { 0, 0, 300, 300 }, NAN, NAN },
};

static void
test_positions (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DatelineLabelRequest request = cases[i].request;

      g_test_message ("%s", cases[i].reason);
      dateline_label_layout_run (&request, 1, &cases[i].mark, 1, 3.0f);
      g_assert_cmpint (request.placed, ==, !isnan (cases[i].text_x));
      if (!request.placed)
        continue;
      g_assert_cmpfloat (request.text_x, ==, cases[i].text_x);
      g_assert_cmpfloat (request.text_y, ==, cases[i].text_y);
    }
}

/* --- the real names -------------------------------------------------- */

static const struct
{
  const char   *name;
  DatelinePoint at;
  int           zoom;
} places[] = {
  { "region", { 27.0, 44.5 }, 4 },
  { "iraq", { 33.6, 43.6 }, 6 },
  { "syria", { 35.4, 38.3 }, 8 },
  { "yemen", { 14.6, 44.6 }, 8 },
  { "aleppo", { 36.2, 37.16 }, 11 },
};

/* As the label layer asks, but with letters that are all of one size:
 * fonts differ from one machine to the next. */
static void
list_names (DatelineBasemap *basemap, guint place, GString *list)
{
  DatelineMapView             view = dateline_map_view_new (places[place].at.lat, places[place].at.lon, places[place].zoom, 1000.0, 640.0);
  g_autoptr (GArray)          requests = g_array_new (FALSE, TRUE, sizeof (DatelineLabelRequest));
  g_autoptr (GPtrArray)       names = g_ptr_array_new ();
  guint                       n_labels;
  const DatelineBasemapLabel *labels = dateline_basemap_get_labels (basemap, &n_labels);

  for (guint i = 0; i < n_labels; i++)
    {
      const char          *english = dateline_basemap_get_string (basemap, labels[i].english);
      gboolean             has_dot = labels[i].kind == DATELINE_LABEL_CAPITAL || labels[i].kind == DATELINE_LABEL_CITY || labels[i].kind == DATELINE_LABEL_TOWN;
      DatelineLabelRequest request = { .width = 6.5f * (float) g_utf8_strlen (english, -1), .height = 15.0f, .gap_left = has_dot ? 6.0f : -1.0f, .gap_right = has_dot ? 6.0f : -1.0f };
      double               x, y;

      dateline_map_view_to_px (&view, labels[i].x, labels[i].y, &x, &y);
      if (labels[i].first_zoom > places[place].zoom || labels[i].last_zoom < places[place].zoom || x < 0.0 || y < 0.0 || x > view.width_px || y > view.height_px)
        continue;
      request.x = (float) x;
      request.y = (float) y;
      g_array_append_val (requests, request);
      g_ptr_array_add (names, (gpointer) english);
    }

  dateline_label_layout_run ((DatelineLabelRequest *) requests->data, requests->len, NULL, 0, 3.0f);
  for (guint i = 0; i < requests->len; i++)
    {
      const DatelineLabelRequest *request = &g_array_index (requests, DatelineLabelRequest, i);

      if (request->placed)
        g_string_append_printf (list, "%s z%d\t%.0f\t%.0f\t%s\n", places[place].name, places[place].zoom, request->text_x, request->text_y, (const char *) g_ptr_array_index (names, i));
    }
}

/* Which names stand where, against a list that was looked at. A new list
 * is left in $DATELINE_TEST_OUTPUT when that is set. */
static void
test_golden (void)
{
  g_autoptr (GError)          error = NULL;
  g_autoptr (DatelineBasemap) basemap = dateline_basemap_new_from_file (g_getenv ("DATELINE_TEST_BASEMAP"), &error);
  g_autoptr (GString)         list = g_string_new ("# place, zoom, left, top, name\n");
  g_autofree char            *path = g_test_build_filename (G_TEST_DIST, "golden", "labels.tsv", NULL);
  g_autofree char            *golden = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    list_names (basemap, i, list);
  if (g_getenv ("DATELINE_TEST_OUTPUT") != NULL)
    {
      g_autofree char *new_path = g_build_filename (g_getenv ("DATELINE_TEST_OUTPUT"), "labels.tsv", NULL);

      g_file_set_contents (new_path, list->str, -1, NULL);
    }
  g_file_get_contents (path, &golden, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (list->str, ==, golden);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map/label-layout/no-overlap", test_no_overlap);
  g_test_add_func ("/map/label-layout/greedy", test_greedy);
  g_test_add_func ("/map/label-layout/positions", test_positions);

  g_test_add_func ("/map/label-layout/golden", test_golden);

  return g_test_run ();
}
