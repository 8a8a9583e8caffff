/* dateline-label-layout.h: which labels find room on the map, and where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  float x;
  float y;
  float width;
  float height;
} DatelineLabelBox;

typedef struct
{
  float    x; /* where the place is, pixels */
  float    y;
  float    width; /* of the text */
  float    height;
  float    gap_left;  /* between the place and a text left of it; below 0 the text is centred on the place */
  float    gap_right; /* and right of it */
  float    gap_above; /* and above it; 0 the wider of those */
  float    gap_below;
  gboolean placed; /* out */
  float    text_x; /* out: the text's left and top */
  float    text_y;
} DatelineLabelRequest;

void     dateline_label_layout_run (DatelineLabelRequest *requests, guint n_requests, const DatelineLabelBox *marks, guint n_marks, float padding);
gboolean dateline_label_box_overlaps (const DatelineLabelBox *a, const DatelineLabelBox *b);

G_END_DECLS
