/* dateline-gazetteer.h: read-only index from toponyms to places
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-data.h"
#include "dateline-point.h"

G_BEGIN_DECLS

typedef enum
{
  DATELINE_PLACE_COUNTRY,
  DATELINE_PLACE_ADM1,
  DATELINE_PLACE_ADM2,
  DATELINE_PLACE_CAPITAL, /* of a country */
  DATELINE_PLACE_SEAT,    /* of a governorate */
  DATELINE_PLACE_TOWN,
  DATELINE_PLACE_VILLAGE,
  DATELINE_PLACE_QUARTER, /* part of a town */
  DATELINE_PLACE_BASE,    /* air base, camp of soldiers, outpost */
  DATELINE_PLACE_AIRPORT,
  DATELINE_PLACE_CAMP, /* of refugees or detainees */
  DATELINE_PLACE_CROSSING,
  DATELINE_PLACE_FIELD,    /* oil, gas */
  DATELINE_PLACE_FACILITY, /* dam, port, plant, hospital, prison … */
  DATELINE_PLACE_ISLAND,
  DATELINE_PLACE_WATER, /* sea, gulf, strait, river, lake */
  DATELINE_PLACE_AREA,  /* range, plain, region without borders */
  DATELINE_N_PLACE_CLASSES
} DatelinePlaceClass;

/* As compiled; one of the gazetteer's rows, all checked at opening. */
typedef struct
{
  guint32 id;   /* strings */
  guint32 name; /* English, as the press writes it */
  guint32 adm1; /* English name of the governorate, "" none */
  guint32 population;
  float   lat;
  float   lon;
  float   radius_km;   /* how far the place reaches from its point */
  guint32 parent;      /* row of the containing ADM1, or country for an ADM1; G_MAXUINT32 none */
  char    country[3];  /* ISO 3166-1 alpha-2, "" for a sea */
  guint8  place_class; /* DatelinePlaceClass */
  guint8  in_region;   /* Iraq, Syria, Yemen and their waters */
  guint8  approximate; /* the point is a guess; radius_km says how wide */
} DatelineGazetteerPlace;

typedef struct _DatelineGazetteer DatelineGazetteer;

DatelineGazetteer            *dateline_gazetteer_new (const DatelineData *data, GError **error);
void                          dateline_gazetteer_free (DatelineGazetteer *self);
guint                         dateline_gazetteer_get_n_places (const DatelineGazetteer *self);
const DatelineGazetteerPlace *dateline_gazetteer_get_place (const DatelineGazetteer *self, guint row);
const char                   *dateline_gazetteer_get_string (const DatelineGazetteer *self, guint32 offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineGazetteer, dateline_gazetteer_free)

G_END_DECLS
