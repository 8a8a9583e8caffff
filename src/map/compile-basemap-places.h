/* compile-basemap-places.h: which name is shown from which zoom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-basemap-format.h"

G_BEGIN_DECLS

typedef struct
{
  char   *name;
  char   *english;
  char   *arabic;
  double  lat;
  double  lon;
  int     population;
  guint16 country;
  int     kind; /* −1 skip */
  int     first_zoom;
  int     last_zoom;
} Place;

gboolean compile_place_is_settlement (const Place *place);
double   compile_place_distance_km (const Place *a, const Place *b);
void     compile_places_demote_suburbs (GPtrArray *places);
void     compile_places_sort (GPtrArray *places);
void     compile_places_spread (GPtrArray *places);

G_END_DECLS
