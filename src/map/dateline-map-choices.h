/* dateline-map-choices.h: what the reader may choose of the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Their nicks are the values in the settings.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  DATELINE_BACKGROUND_BUILT_IN,
  DATELINE_BACKGROUND_ONLINE,
  DATELINE_BACKGROUND_MBTILES
} DatelineBackground;

#define DATELINE_TYPE_BACKGROUND (dateline_background_get_type ())
GType dateline_background_get_type (void);

typedef enum
{
  DATELINE_LABELS_ENGLISH,
  DATELINE_LABELS_ARABIC,
  DATELINE_LABELS_BOTH
} DatelineLabelLanguage;

#define DATELINE_TYPE_LABEL_LANGUAGE (dateline_label_language_get_type ())
GType dateline_label_language_get_type (void);

/* What makes a symbol larger. */
typedef enum
{
  DATELINE_SIZE_BY_TOLL,
  DATELINE_SIZE_BY_REPORTS
} DatelineSizeBy;

#define DATELINE_TYPE_SIZE_BY (dateline_size_by_get_type ())
GType dateline_size_by_get_type (void);

G_END_DECLS
