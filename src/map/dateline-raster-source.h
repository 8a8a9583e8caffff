/* dateline-raster-source.h: a map source of tiles that others have drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

#define DATELINE_RASTER_ERROR (dateline_raster_error_quark ())

typedef enum
{
  DATELINE_RASTER_ERROR_FAILED,  /* the server or the file said no */
  DATELINE_RASTER_ERROR_PICTURE, /* what came is no picture */
  DATELINE_RASTER_ERROR_TIMEOUT
} DatelineRasterError;

GQuark dateline_raster_error_quark (void);

#define DATELINE_TYPE_RASTER_SOURCE (dateline_raster_source_get_type ())
G_DECLARE_FINAL_TYPE (DatelineRasterSource, dateline_raster_source, DATELINE, RASTER_SOURCE, ShumateMapSource)

/* Properties:
 *   "problem"  string, why no tile comes, in words for the reader; NULL
 *              while they do. Notified.
 */
DatelineRasterSource *dateline_raster_source_new (ShumateDataSource *data, guint max_data_zoom);
const char           *dateline_raster_source_get_problem (DatelineRasterSource *self);

G_END_DECLS
