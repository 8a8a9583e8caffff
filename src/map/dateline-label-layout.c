/* dateline-label-layout.c: which labels find room on the map, and where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-label-layout.h"

#include <math.h>

static gboolean
overlaps (const DatelineLabelBox *a, const DatelineLabelBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static gboolean
is_free (const DatelineLabelBox *boxes, guint n_boxes, DatelineLabelBox box)
{
  for (guint i = 0; i < n_boxes; i++)
    if (overlaps (&boxes[i], &box))
      return FALSE;

  return TRUE;
}

static DatelineLabelBox
get_position (const DatelineLabelRequest *request, guint n)
{
  DatelineLabelBox box = { 0.0f, request->y - request->height / 2.0f, request->width, request->height };

  if (request->gap < 0.0f)
    box.x = request->x - request->width / 2.0f;
  else if (n == 0)
    box.x = request->x + request->gap;
  else if (n == 1)
    box.x = request->x - request->gap - request->width;
  else
    {
      box.x = request->x - request->width / 2.0f;
      box.y = n == 2 ? request->y - request->gap - request->height : request->y + request->gap;
    }

  return box;
}

/**
 * dateline_label_layout_run:
 * @requests: (array length=n_requests): by claim to room, the first first
 * @n_requests: how many
 * @taken: (array length=n_taken) (nullable): where no text may stand
 * @n_taken: how many
 * @padding: pixels kept free round each text
 *
 * Gives room greedily: right of the dot, else left of it, above or below
 * it. What is placed never depends on what comes after it, so that a map
 * that is panned does not flicker.
 */
void
dateline_label_layout_run (DatelineLabelRequest *requests, guint n_requests, const DatelineLabelBox *taken, guint n_taken, float padding)
{
  g_autofree DatelineLabelBox *boxes = g_new (DatelineLabelBox, n_requests + n_taken);
  guint                        n_boxes = 0;

  for (guint i = 0; i < n_taken; i++)
    boxes[n_boxes++] = taken[i];

  for (guint i = 0; i < n_requests; i++)
    {
      DatelineLabelRequest *request = &requests[i];
      guint                 n_positions = request->gap < 0.0f ? 1 : 4;

      request->placed = FALSE;
      for (guint n = 0; n < n_positions && !request->placed; n++)
        {
          DatelineLabelBox text = get_position (request, n);
          DatelineLabelBox box = { text.x - padding, text.y - padding, text.width + 2.0f * padding, text.height + 2.0f * padding };

          if (!is_free (boxes, n_boxes, box))
            continue;
          request->placed = TRUE;
          request->text_x = text.x;
          request->text_y = text.y;
          boxes[n_boxes++] = text;
        }
    }
}
