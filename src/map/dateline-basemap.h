/* dateline-basemap.h: the read-only geometry and names under the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-basemap-format.h"

G_BEGIN_DECLS

#define DATELINE_BASEMAP_ERROR (dateline_basemap_error_quark ())

typedef enum
{
  DATELINE_BASEMAP_ERROR_INVALID, /* not a basemap, or cut off */
  DATELINE_BASEMAP_ERROR_VERSION  /* made by another version of the program */
} DatelineBasemapError;

typedef struct _DatelineBasemap DatelineBasemap;

GQuark dateline_basemap_error_quark (void);

DatelineBasemap *dateline_basemap_new_from_file (const char *path, GError **error);
DatelineBasemap *dateline_basemap_ref (DatelineBasemap *self);
void             dateline_basemap_unref (DatelineBasemap *self);

void                          dateline_basemap_get_region (const DatelineBasemap *self, DatelineBasemapVertex *north_west, DatelineBasemapVertex *south_east);
const DatelineBasemapFeature *dateline_basemap_get_features (const DatelineBasemap *self, int zoom, guint *n_features);
const DatelineBasemapVertex  *dateline_basemap_get_ring (const DatelineBasemap *self, const DatelineBasemapFeature *feature, guint n, guint *n_vertices);
const DatelineBasemapLabel   *dateline_basemap_get_labels (const DatelineBasemap *self, guint *n_labels);
const char                   *dateline_basemap_get_string (const DatelineBasemap *self, guint32 offset);
gboolean                      dateline_basemap_find_country (const DatelineBasemap *self, guint16 country, DatelineBasemapVertex *at);
guint                         dateline_basemap_find_governorate (const DatelineBasemap *self, guint32 x, guint32 y);
const DatelineBasemapFeature *dateline_basemap_get_governorate (const DatelineBasemap *self, guint index, int zoom);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineBasemap, dateline_basemap_unref)

G_END_DECLS
