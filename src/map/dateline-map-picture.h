/* dateline-map-picture.h: the map of a span of time, wherever cairo draws
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The map as the window shows it, with title, dates, counts, legend,
 * scale and attribution round it. A dialog's preview, a PNG, an SVG and
 * the frames of a replay are the same drawing:
 *
 *   picture = dateline_map_picture_new (basemap, table, &options);
 *   dateline_map_picture_set_window (picture, days);
 *   dateline_map_picture_fit (picture);      or _show_area()
 *   dateline_map_picture_draw (picture, cr); or _to_svg(), _to_png()
 *
 * No GTK. On any thread, a picture on one at a time; the basemap and the
 * table are lent to it and must not change while it lives. The same
 * input gives the same bytes. Words are in the reader's language.
 */

#pragma once

#include <cairo.h>

#include "dateline-basemap-style.h"
#include "dateline-basemap.h"
#include "dateline-incident-table.h"
#include "dateline-map-choices.h"

G_BEGIN_DECLS

#define DATELINE_MAP_PICTURE_MIN_PX 240
#define DATELINE_MAP_PICTURE_MAX_PX 16384

/* Sizes are before scaling: letters and signs are as large in a picture
 * of twice the width, which shows more round them. */
typedef struct
{
  int                   width_px;
  int                   height_px;
  DatelineBasemapStyle  style;
  DatelineLabelLanguage language;
  DatelineSizeBy        size_by;
  gboolean              has_legend;
  gboolean              fades; /* what is older in the window is fainter */
  const char           *title; /* NULL or "" for none; copied */
} DatelineMapPictureOptions;

#define DATELINE_MAP_PICTURE_ERROR (dateline_map_picture_error_quark ())

typedef enum
{
  DATELINE_MAP_PICTURE_ERROR_SIZE,  /* more pixels than there can be */
  DATELINE_MAP_PICTURE_ERROR_FAILED /* it could not be drawn or written */
} DatelineMapPictureError;

GQuark dateline_map_picture_error_quark (void);

typedef struct _DatelineMapPicture DatelineMapPicture;

DatelineMapPicture *dateline_map_picture_new (DatelineBasemap *basemap, const DatelineIncidentTable *table, const DatelineMapPictureOptions *options);
void                dateline_map_picture_free (DatelineMapPicture *self);
int                 dateline_map_picture_get_width (const DatelineMapPicture *self);
int                 dateline_map_picture_get_height (const DatelineMapPicture *self);
void                dateline_map_picture_set_window (DatelineMapPicture *self, DatelineDateInterval window);
void                dateline_map_picture_set_whole (DatelineMapPicture *self, DatelineDateInterval whole);
void                dateline_map_picture_fit (DatelineMapPicture *self);
void                dateline_map_picture_show_area (DatelineMapPicture *self, DatelinePoint south_west, DatelinePoint north_east);
void                dateline_map_picture_keep_ground (DatelineMapPicture *self);
void                dateline_map_picture_draw (DatelineMapPicture *self, cairo_t *cr);
GBytes             *dateline_map_picture_to_png (DatelineMapPicture *self, double scale, GError **error);
GBytes             *dateline_map_picture_to_svg (DatelineMapPicture *self, GError **error);
gboolean            dateline_map_picture_save (DatelineMapPicture *self, const char *path, double scale, GError **error);

DatelineDateInterval dateline_map_picture_get_span (const DatelineIncidentTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineMapPicture, dateline_map_picture_free)

G_END_DECLS
