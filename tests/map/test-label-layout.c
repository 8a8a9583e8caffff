/* test-label-layout.c: names that find room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "dateline-label-layout.h"

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

/* No two texts overlap, and enough find room for that to mean something. */
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

            if (requests[i].placed && requests[j].placed)
              g_assert_false (dateline_label_box_overlaps (&a, &b));
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map/label-layout/no-overlap", test_no_overlap);
  g_test_add_func ("/map/label-layout/greedy", test_greedy);
  g_test_add_func ("/map/label-layout/positions", test_positions);

  return g_test_run ();
}
