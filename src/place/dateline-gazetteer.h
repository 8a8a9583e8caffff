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
  guint8  demonym;     /* no place of its own: the people of the country that is its parent */
  guint8  weak;        /* little known: a place only where the text says so */
} DatelineGazetteerPlace;

typedef enum
{
  DATELINE_PLACE_ERROR_DATA, /* the compiled gazetteer is missing or damaged */
} DatelinePlaceError;

#define DATELINE_PLACE_ERROR (dateline_place_error_quark ())
GQuark dateline_place_error_quark (void);

/* What a word beside a name says of it (data/lexicon/place-cues.tsv). */
typedef enum
{
  DATELINE_CUE_NONE,
  DATELINE_CUE_LOCATIVE,
  DATELINE_CUE_OBJECT,
  DATELINE_CUE_NEAR,
  DATELINE_CUE_ORIGIN,
  DATELINE_CUE_DIRECTION,
  DATELINE_CUE_BETWEEN,
  DATELINE_CUE_OFF,
  DATELINE_CUE_BEARING, /* value: degrees */
  DATELINE_CUE_PART,    /* value: degrees, or NAN */
  DATELINE_CUE_COUNTRYSIDE,
  DATELINE_CUE_UNIT,  /* value: kilometres */
  DATELINE_CUE_CLASS, /* value: DatelinePlaceKind */
  DATELINE_CUE_GOVERNMENT,
  DATELINE_CUE_SUFFIX,
  DATELINE_CUE_HELD,
  DATELINE_CUE_ORGANISATION,
  DATELINE_CUE_PERSON,
  DATELINE_CUE_FILLER, /* stands between a preposition and the name */
  DATELINE_N_CUES
} DatelineCueKind;

/* What a class noun claims a place to be: "district", "airbase". */
typedef enum
{
  DATELINE_KIND_NONE,
  DATELINE_KIND_ADM1,
  DATELINE_KIND_ADM2,
  DATELINE_KIND_TOWN,
  DATELINE_KIND_VILLAGE,
  DATELINE_KIND_QUARTER,
  DATELINE_KIND_BASE,
  DATELINE_KIND_AIRPORT,
  DATELINE_KIND_CAMP,
  DATELINE_KIND_CROSSING,
  DATELINE_KIND_FIELD,
  DATELINE_KIND_FACILITY,
  DATELINE_KIND_ISLAND,
  DATELINE_KIND_WATER,
  DATELINE_KIND_AREA,
  DATELINE_KIND_ROAD,
  DATELINE_KIND_BORDER,
  DATELINE_N_KINDS
} DatelinePlaceKind;

typedef struct
{
  DatelineCueKind   cue;
  DatelinePlaceKind kind;
  double            value;
} DatelineCue;

/* Two letters, each A to Z. */
#define DATELINE_N_COUNTRY_CODES (26 * 26)

typedef struct
{
  /*< private >*/
  const DatelineData            *data;
  const DatelineGazetteerPlace  *places;
  const struct _DatelineNameKey *keys;
  guint                          n_places;
  guint                          n_keys;
  DatelineCue                   *cues; /* by row of the cue table */
  guint                          n_cues;
  guint32                        capitals[DATELINE_N_COUNTRY_CODES]; /* row + 1 */
} DatelineGazetteer;

DatelineGazetteer *dateline_gazetteer_new (const DatelineData *data, GError **error);
void               dateline_gazetteer_free (DatelineGazetteer *self);
guint              dateline_gazetteer_get_capital (const DatelineGazetteer *self, const char *country);
guint              dateline_gazetteer_find_by_sound (const DatelineGazetteer *self, const char *key, guint *rows, guint *n_exact, guint max_rows);
gboolean           dateline_gazetteer_contains (const DatelineGazetteer *self, guint outer, guint inner);

static inline guint
dateline_gazetteer_get_n_places (const DatelineGazetteer *self)
{
  return self->n_places;
}

static inline const DatelineGazetteerPlace *
dateline_gazetteer_get_place (const DatelineGazetteer *self, guint row)
{
  g_return_val_if_fail (row < self->n_places, self->places);

  return &self->places[row];
}

static inline const char *
dateline_gazetteer_get_string (const DatelineGazetteer *self, guint32 offset)
{
  return dateline_data_get_string (self->data, offset);
}

static inline const DatelineCue *
dateline_gazetteer_get_cue (const DatelineGazetteer *self, guint row)
{
  g_return_val_if_fail (row < self->n_cues, self->cues);

  return &self->cues[row];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineGazetteer, dateline_gazetteer_free)

G_END_DECLS
