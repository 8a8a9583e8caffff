/* dateline-basemap-format.h: the layout of basemap.dat
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One read-only file of arrays, in the byte order of the machine that
 * made it; a machine of the other order sees a wrong version. Positions
 * are Web Mercator in 1/2³² of the world, as in DatelineIncidentTable.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DATELINE_BASEMAP_MAGIC "DLBM"
#define DATELINE_BASEMAP_VERSION 1
#define DATELINE_BASEMAP_FIRST_LEVEL 3
#define DATELINE_BASEMAP_N_LEVELS 10 /* z3 to z12; z12 serves all above it */

/* In the order in which they are painted. */
typedef enum
{
  DATELINE_LAYER_WORLD_LAND,
  DATELINE_LAYER_LAND,
  DATELINE_LAYER_URBAN,
  DATELINE_LAYER_LAKE,
  DATELINE_LAYER_RIVER,
  DATELINE_LAYER_ROAD,
  DATELINE_LAYER_ADMIN1,
  DATELINE_LAYER_BORDER,
  DATELINE_LAYER_GOVERNORATE,
  DATELINE_N_LAYERS
} DatelineBasemapLayer;

/* In the order of their claim to room on the map. */
typedef enum
{
  DATELINE_LABEL_COUNTRY,
  DATELINE_LABEL_CAPITAL,
  DATELINE_LABEL_SEA,
  DATELINE_LABEL_CITY,
  DATELINE_LABEL_GOVERNORATE,
  DATELINE_LABEL_WATER,
  DATELINE_LABEL_TOWN,
  DATELINE_N_LABEL_KINDS
} DatelineLabelKind;

typedef struct
{
  guint32 x;
  guint32 y;
} DatelineBasemapVertex;

typedef struct
{
  guint32 first_vertex;
  guint32 n_vertices;
} DatelineBasemapRing;

typedef struct
{
  guint8  layer;
  guint8  is_area;
  guint8  rank;
  guint8  first_zoom;
  guint32 index; /* governorates: which one; else 0 */
  guint32 first_ring;
  guint32 n_rings;
  guint32 x_min;
  guint32 y_min;
  guint32 x_max;
  guint32 y_max;
} DatelineBasemapFeature;

typedef struct
{
  guint32 first_feature;
  guint32 n_features;
} DatelineBasemapLevel;

typedef struct
{
  guint32 x;
  guint32 y;
  guint8  kind; /* DatelineLabelKind */
  guint8  first_zoom;
  guint8  last_zoom;
  guint8  reserved;
  guint16 country; /* two letters, first << 8 | second; 0 none */
  guint16 reserved2;
  guint32 english; /* offsets into the strings */
  guint32 arabic;
} DatelineBasemapLabel;

typedef struct
{
  guint32 offset; /* bytes from the start of the file */
  guint32 n;      /* elements; for the strings, bytes */
} DatelineBasemapSection;

typedef struct
{
  char                   magic[4];
  guint32                version;
  guint32                size;  /* of the whole file */
  guint32                x_min; /* of the detailed region */
  guint32                y_min;
  guint32                x_max;
  guint32                y_max;
  DatelineBasemapLevel   levels[DATELINE_BASEMAP_N_LEVELS];
  DatelineBasemapSection features;
  DatelineBasemapSection rings;
  DatelineBasemapSection vertices;
  DatelineBasemapSection labels; /* by claim to room */
  DatelineBasemapSection strings;
} DatelineBasemapHeader;

G_END_DECLS
