/* dateline-picture-maker.h: pictures of a project, made beside the main loop
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dateline-replay.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_PICTURE_MAKER (dateline_picture_maker_get_type ())
G_DECLARE_FINAL_TYPE (DatelinePictureMaker, dateline_picture_maker, DATELINE, PICTURE_MAKER, GObject)

typedef enum
{
  DATELINE_PICTURE_STILL,
  DATELINE_PICTURE_VIDEO,
  DATELINE_PICTURE_FRAMES
} DatelinePictureKind;

/* What is to be made. A plain value; its title is the caller's. */
typedef struct
{
  DatelinePictureKind       kind;
  DatelineMapPictureOptions look;
  DatelineDateInterval      window; /* of a still */
  DatelineReplayOptions     pace;   /* of a replay */
  double                    scale;  /* of a PNG */
} DatelinePictureRequest;

DatelinePictureMaker *dateline_picture_maker_new (DatelineBasemap *basemap, const DatelineIncidentTable *table, DatelinePoint south_west, DatelinePoint north_east);
void                  dateline_picture_maker_preview_async (DatelinePictureMaker *self, const DatelinePictureRequest *request, int max_width_px, int max_height_px, GAsyncReadyCallback callback, gpointer user_data);
GdkTexture           *dateline_picture_maker_preview_finish (DatelinePictureMaker *self, GAsyncResult *result, GError **error);
void                  dateline_picture_maker_save_async (DatelinePictureMaker *self, const DatelinePictureRequest *request, const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean              dateline_picture_maker_save_finish (DatelinePictureMaker *self, GAsyncResult *result, GError **error);
double                dateline_picture_maker_get_progress (DatelinePictureMaker *self);

G_END_DECLS
