/* dateline-render.h: a picture of the incidents, as the command is asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-map-picture.h"

G_BEGIN_DECLS

typedef struct
{
  char                     *path; /* NULL when no picture is asked for */
  char                     *title;
  DatelineMapPictureOptions picture; /* its title is the one above */
  double                    scale;
  int                       step_days; /* of a replay; 0 when it was not given */
  int                       fps;
  int                       window_days;

  /* As they were typed; NULL when they were not. */
  char *size_text;
  char *style_text;
  char *labels_text;
} DatelineRenderOptions;

void     dateline_render_options_init (DatelineRenderOptions *self);
void     dateline_render_options_clear (DatelineRenderOptions *self);
void     dateline_render_options_add (DatelineRenderOptions *self, GOptionContext *context);
gboolean dateline_render_options_check (DatelineRenderOptions *self, GError **error);
gboolean dateline_render (const DatelineRenderOptions *options, const GPtrArray *incidents, DatelineDay from, DatelineDay to, GError **error);

G_END_DECLS
