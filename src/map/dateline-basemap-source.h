/* dateline-basemap-source.h: a map source that draws the offline basemap
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <shumate/shumate.h>

#include "dateline-basemap-style.h"
#include "dateline-basemap.h"

G_BEGIN_DECLS

#define DATELINE_TYPE_BASEMAP_SOURCE (dateline_basemap_source_get_type ())
G_DECLARE_FINAL_TYPE (DatelineBasemapSource, dateline_basemap_source, DATELINE, BASEMAP_SOURCE, ShumateMapSource)

/* Style and scale never change: another one takes another source, as
 * tiles in memory are known by the source's id. */
DatelineBasemapSource *dateline_basemap_source_new (DatelineBasemap *basemap, DatelineBasemapStyle style, int scale);

G_END_DECLS
