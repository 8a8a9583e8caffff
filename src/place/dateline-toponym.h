/* dateline-toponym.h: place names in a text, and which places they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-document.h"
#include "dateline-gazetteer.h"
#include "dateline-precision.h"

G_BEGIN_DECLS

/* How a toponym stands in its sentence. */
typedef enum
{
  DATELINE_TOPONYM_LOCATIVE = 1 << 0,      /* in, at, on, near, over …: something happens there */
  DATELINE_TOPONYM_NEAR = 1 << 1,          /* near, outside, around, "X area" */
  DATELINE_TOPONYM_ORIGIN = 1 << 2,        /* from X */
  DATELINE_TOPONYM_DIRECTION = 1 << 3,     /* toward X, bound for X */
  DATELINE_TOPONYM_QUALIFIER = 1 << 4,     /* "near the Syrian border": locates another place */
  DATELINE_TOPONYM_CONTAINER = 1 << 5,     /* the governorate or country of the place before it: "Qaim, Anbar" */
  DATELINE_TOPONYM_METONYM = 1 << 6,       /* a government: "Damascus said" */
  DATELINE_TOPONYM_MODIFIER = 1 << 7,      /* "Syria's army", "Yemen conflict", "Iran-backed" */
  DATELINE_TOPONYM_PERSON = 1 << 8,        /* a person or an organisation named so; never a place */
  DATELINE_TOPONYM_DEMONYM = 1 << 9,       /* Syrian, Yemeni: adjective of a country */
  DATELINE_TOPONYM_IN_DATELINE = 1 << 10,  /* "BAGHDAD (Reuters) —" */
  DATELINE_TOPONYM_DERIVED = 1 << 11,      /* the point was computed: "20 km west of X" */
  DATELINE_TOPONYM_UNKNOWN_NAME = 1 << 12, /* not in the gazetteer; anchored to its container */
  DATELINE_TOPONYM_SUBAREA = 1 << 13,      /* northern X, countryside of X */
  DATELINE_TOPONYM_LANDMARK = 1 << 14,     /* the reference of a derived point or a distance */
  DATELINE_TOPONYM_FUZZY = 1 << 15         /* found by its sound, not by its spelling */
} DatelineToponymFlags;

/* How the name in the text was matched with one of the place's. */
typedef enum
{
  DATELINE_SPELLING_EXACT,
  DATELINE_SPELLING_ARTICLE, /* but for the article */
  DATELINE_SPELLING_SOUND,   /* sounds the same */
  DATELINE_SPELLING_NEAR     /* sounds nearly the same */
} DatelineSpelling;

typedef struct
{
  guint            row;   /* in the gazetteer */
  double           prior; /* its score before the words and the places around it */
  double           score;
  DatelineSpelling spelling;
} DatelineToponymCandidate;

typedef struct
{
  guint first_token; /* of the name, with its facility noun: "al-Asad Airbase" */
  guint end_token;
  guint cue_token; /* first token of the whole expression: "20 km west of X"; first_token when none */
  guint sentence;
  guint flags; /* DatelineToponymFlags */

  DatelineToponymCandidate *candidates; /* best first; none for an unknown name */
  guint                     n_candidates;

  int container; /* index of the toponym that contains it, −1 none */

  DatelinePlaceKind kind;            /* what a noun beside the name calls it */
  double            bearing_degrees; /* "west of X", "western X"; NAN none */
  double            offset_km;       /* "20 km west of X"; NAN none */
  gboolean          countryside;     /* "countryside of X" */
  int               other;           /* "between A and B": index of B in A; −1 none */

  /* Filled by dateline_toponym_resolve(); for what is no place, no point. */
  guint                  row; /* the winner; G_MAXUINT32 none */
  DatelinePoint          point;
  DatelineWherePrecision precision;
  double                 radius_km;
  double                 confidence; /* 0–1 */
} DatelineToponym;

/* An expression that names or means a place: "Mosul", "western Mosul", "the
 * city". */
typedef struct
{
  guint         first_token;
  guint         end_token;
  DatelinePoint point; /* none for what only means a place */
} DatelinePlaceExpression;

GArray *dateline_toponym_find (const DatelineDocument *document, const DatelineGazetteer *gazetteer);
void    dateline_toponym_resolve (const DatelineDocument *document, const DatelineGazetteer *gazetteer, GArray *toponyms);
GArray *dateline_toponym_list_expressions (const DatelineDocument *document, const DatelineGazetteer *gazetteer, const GArray *toponyms);
char   *dateline_toponym_explain (const DatelineDocument *document, const DatelineGazetteer *gazetteer, const DatelineToponym *toponym);

G_END_DECLS
