/* dateline-mark-scene.h: how the marks of incidents look now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-incident-marks.h"
#include "dateline-map-choices.h"
#include "dateline-symbol-painter.h"

G_BEGIN_DECLS

/* Of the symbol at an incident's further sites. */
#define DATELINE_FURTHER_RADIUS_PX 5.5

/* Of a widget; a picture has none. */
typedef struct _DatelineMarkPictures DatelineMarkPictures;

/* All that the painters of marks look at; they change nothing. */
typedef struct
{
  const DatelineIncidentTable *table;
  DatelineBasemap             *basemap;
  DatelineMarkPictures        *pictures; /* NULL off the screen */
  DatelineMapView              view;
  DatelineDateInterval         window;
  DatelineSizeBy               size_by;
  gboolean                     dark;
} DatelineMarkScene;

guint              dateline_mark_scene_get_age (const DatelineMarkScene *self, guint row);
DatelineSymbolLook dateline_mark_scene_get_look (const DatelineMarkScene *self, guint row);
gboolean           dateline_mark_scene_is_in_view (const DatelineMarkScene *self, double x_px, double y_px, double radius_px);
gboolean           dateline_mark_is_symbol (const DatelineMark *mark);
double             dateline_mark_get_radius (const DatelineMark *mark);

G_END_DECLS
