/* dateline-label-layout.c: which labels find room on the map, and where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-label-layout.h"

#include <math.h>

#define N_SIDES 4
#define N_POSITIONS 8
#define N_AREA_POSITIONS 5
#define MAX_CORNER_GAP_PX 8.0f

/* Half of what a dot covers. A text has a little room above and below. */
#define DOT_REACH_PX 2.5f

/* Called a hundred thousand times a frame: to be inlined. */
static inline gboolean
overlaps (const DatelineLabelBox *a, const DatelineLabelBox *b)
{
  return (a->x < b->x + b->width) & (b->x < a->x + a->width) & (a->y < b->y + b->height) & (b->y < a->y + a->height);
}

/**
 * dateline_label_box_overlaps:
 * @a: a box
 * @b: another
 *
 * Returns: whether they share any area
 */
gboolean
dateline_label_box_overlaps (const DatelineLabelBox *a, const DatelineLabelBox *b)
{
  return overlaps (a, b);
}

static gboolean
is_free (const DatelineLabelBox *boxes, guint n_boxes, const DatelineLabelBox *box)
{
  for (guint i = 0; i < n_boxes; i++)
    if (overlaps (&boxes[i], box))
      return FALSE;

  return TRUE;
}

/* A name without a dot belongs to an area: it may stand a line above or
 * below its middle, no further, or it would name the neighbour. */
static DatelineLabelBox
get_area_position (const DatelineLabelRequest *request, guint n)
{
  static const float lines[N_AREA_POSITIONS] = { 0.0f, 1.2f, -1.2f, 1.8f, -1.8f };

  return (DatelineLabelBox){
    request->x - request->width / 2.0f,
    request->y - request->height / 2.0f + lines[n] * request->height,
    request->width,
    request->height,
  };
}

/* The nearer side first, then the other, above, below, and the corners. */
static DatelineLabelBox
get_dot_position (const DatelineLabelRequest *request, guint n)
{
  DatelineLabelBox box = { request->x - request->width / 2.0f, request->y - request->height / 2.0f, request->width, request->height };
  gboolean         right_first = request->gap_right <= request->gap_left;
  float            gap = MAX (request->gap_left, request->gap_right);

  if (n == 2 || n == 4 || n == 5)
    box.y = request->y - (request->gap_above > 0.0f ? request->gap_above : gap) - request->height;
  else if (n == 3 || n == 6 || n == 7)
    box.y = request->y + (request->gap_below > 0.0f ? request->gap_below : gap);

  if (n == 2 || n == 3)
    return box;
  if ((n % 2 == 0) == right_first)
    box.x = request->x + request->gap_right;
  else
    box.x = request->x - request->gap_left - request->width;
  return box;
}

/* At the corner of what covers a place, a name would seem to be that of
 * the neighbour. */
static guint
count_positions (const DatelineLabelRequest *request)
{
  if (request->gap_left < 0.0f)
    return N_AREA_POSITIONS;

  return MAX (request->gap_left, request->gap_right) > MAX_CORNER_GAP_PX ? N_SIDES : N_POSITIONS;
}

static DatelineLabelBox
get_dot (const DatelineLabelRequest *request)
{
  return (DatelineLabelBox){ request->x - DOT_REACH_PX, request->y - DOT_REACH_PX, 2.0f * DOT_REACH_PX, 2.0f * DOT_REACH_PX };
}

/**
 * dateline_label_layout_run:
 * @requests: (array length=n_requests): by claim to room, the first first
 * @n_requests: how many
 * @marks: (array length=n_marks) (nullable): what no text covers
 * @n_marks: how many
 * @padding: pixels kept free round each text
 *
 * Gives room greedily: right of the dot, else left of it, above or below
 * it, or at a corner; half a name is worse than none. No two texts
 * overlap, no dot lies on a text, and what is placed never depends on what comes after it, so
 * that a map that is panned does not flicker.
 */
void
dateline_label_layout_run (DatelineLabelRequest *requests, guint n_requests, const DatelineLabelBox *marks, guint n_marks, float padding)
{
  g_autofree DatelineLabelBox *texts = g_new (DatelineLabelBox, MAX (n_requests, 1));
  g_autofree DatelineLabelBox *dots = g_new (DatelineLabelBox, MAX (n_requests, 1));
  guint                        n_texts = 0, n_dots = 0;

  for (guint i = 0; i < n_requests; i++)
    {
      DatelineLabelRequest *request = &requests[i];
      DatelineLabelBox      dot = get_dot (request);
      gboolean              has_dot = request->gap_left >= 0.0f;

      request->placed = FALSE;
      if (has_dot && !is_free (texts, n_texts, &dot))
        continue;
      for (guint n = 0; n < count_positions (request) && !request->placed; n++)
        {
          DatelineLabelBox text = has_dot ? get_dot_position (request, n) : get_area_position (request, n);
          DatelineLabelBox box = { text.x - padding, text.y - padding, text.width + 2.0f * padding, text.height + 2.0f * padding };

          if (!is_free (texts, n_texts, &box) || !is_free (dots, n_dots, &text) || !is_free (marks, n_marks, &text))
            continue;
          request->placed = TRUE;
          request->text_x = text.x;
          request->text_y = text.y;
          texts[n_texts++] = text;
          if (has_dot)
            dots[n_dots++] = dot;
        }
    }
}
