/* dateline-map-choices.c: what the reader may choose of the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-map-choices.h"

G_DEFINE_ENUM_TYPE (DatelineBackground, dateline_background, G_DEFINE_ENUM_VALUE (DATELINE_BACKGROUND_BUILT_IN, "built-in"), G_DEFINE_ENUM_VALUE (DATELINE_BACKGROUND_ONLINE, "online"), G_DEFINE_ENUM_VALUE (DATELINE_BACKGROUND_MBTILES, "mbtiles"))

G_DEFINE_ENUM_TYPE (DatelineLabelLanguage, dateline_label_language, G_DEFINE_ENUM_VALUE (DATELINE_LABELS_ENGLISH, "english"), G_DEFINE_ENUM_VALUE (DATELINE_LABELS_ARABIC, "arabic"), G_DEFINE_ENUM_VALUE (DATELINE_LABELS_BOTH, "both"))

G_DEFINE_ENUM_TYPE (DatelineSizeBy, dateline_size_by, G_DEFINE_ENUM_VALUE (DATELINE_SIZE_BY_TOLL, "toll"), G_DEFINE_ENUM_VALUE (DATELINE_SIZE_BY_REPORTS, "reports"))
