/* compile-basemap-places.c: which name is shown from which zoom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "compile-basemap-places.h"

#include <math.h>
#include <string.h>

/* A place that near one three times as populous waits until z10. */
#define SUBURB_KM 12.0
#define SUBURB_ZOOM 10

/* So much room each name of a town has at the zoom it begins with, in
 * pixels: the sources know far more villages of one country than of
 * another, and no country should look fuller for it. */
#define ROOM_WIDTH_PX 68.0
#define ROOM_HEIGHT_PX 26.0

/* By then every name begins. */
#define LAST_SPREAD_ZOOM 14

/* Flat: good enough for what is near. */
double
compile_place_distance_km (const Place *a, const Place *b)
{
  double dy = a->lat - b->lat;
  double dx = (a->lon - b->lon) * cos ((a->lat + b->lat) * G_PI / 360.0);

  return sqrt (dx * dx + dy * dy) * 111.2;
}

gboolean
compile_place_is_settlement (const Place *place)
{
  return place->kind == DATELINE_LABEL_CAPITAL || place->kind == DATELINE_LABEL_CITY || place->kind == DATELINE_LABEL_TOWN;
}

/* A place beside one three times as populous is of it. */
void
compile_places_demote_suburbs (GPtrArray *places)
{
  for (guint i = 0; i < places->len; i++)
    for (guint j = 0; j < places->len; j++)
      {
        Place       *a = g_ptr_array_index (places, i);
        const Place *b = g_ptr_array_index (places, j);

        if (compile_place_is_settlement (a) && compile_place_is_settlement (b) && a->population > 0 && b->population / 3 > a->population && a->kind != DATELINE_LABEL_CAPITAL && compile_place_distance_km (a, b) < SUBURB_KM)
          {
            a->first_zoom = MAX (a->first_zoom, SUBURB_ZOOM);
            a->kind = DATELINE_LABEL_TOWN;
          }
      }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *p = *(const Place *const *) a;
  const Place *q = *(const Place *const *) b;
  int          big_p = p->kind == DATELINE_LABEL_COUNTRY || p->kind == DATELINE_LABEL_CAPITAL ? 0 : 1;
  int          big_q = q->kind == DATELINE_LABEL_COUNTRY || q->kind == DATELINE_LABEL_CAPITAL ? 0 : 1;

  if (big_p != big_q)
    return big_p - big_q;
  if (p->first_zoom != q->first_zoom)
    return p->first_zoom - q->first_zoom;
  if (p->kind != q->kind)
    return p->kind - q->kind;
  if (p->population != q->population)
    return p->population < q->population ? 1 : -1;
  return p->english && q->english ? strcmp (p->english, q->english) : 0;
}

void
compile_places_sort (GPtrArray *places)
{
  g_ptr_array_sort (places, compare_places);
}

/* --- room ----------------------------------------------------------- */

static double
get_column (const Place *place, int zoom)
{
  return (place->lon + 180.0) / 360.0 * 256.0 * exp2 (zoom) / ROOM_WIDTH_PX;
}

static double
get_row (const Place *place, int zoom)
{
  double phi = CLAMP (place->lat, -85.0, 85.0) * G_PI / 180.0;

  return (0.5 - log (tan (G_PI / 4.0 + phi / 2.0)) / (2.0 * G_PI)) * 256.0 * exp2 (zoom) / ROOM_HEIGHT_PX;
}

static gint64
get_key (double column, double row)
{
  return (gint64) floor (column) << 32 | (gint64) floor (row);
}

/* A room holds the list of those in it. */
static void
take_room (GHashTable *rooms, Place *place, int zoom)
{
  gint64 key = get_key (get_column (place, zoom), get_row (place, zoom));
  GList *there = g_hash_table_lookup (rooms, &key);

  g_hash_table_insert (rooms, g_memdup2 (&key, sizeof key), g_list_prepend (there, place));
}

static gboolean
has_room (GHashTable *rooms, const Place *place, int zoom)
{
  double column = get_column (place, zoom), row = get_row (place, zoom);

  for (int dx = -1; dx <= 1; dx++)
    for (int dy = -1; dy <= 1; dy++)
      {
        gint64 key = get_key (column + dx, row + dy);

        for (GList *l = g_hash_table_lookup (rooms, &key); l != NULL; l = l->next)
          if (fabs (get_column (l->data, zoom) - column) < 1.0 && fabs (get_row (l->data, zoom) - row) < 1.0)
            return FALSE;
      }

  return TRUE;
}

/**
 * compile_places_spread:
 * @places: (element-type Place): sorted by claim to room
 *
 * Lets a town wait for the zoom at which no greater one is so near that
 * the names would crowd. Capitals and cities stay.
 */
void
compile_places_spread (GPtrArray *places)
{
  for (int zoom = 3; zoom < LAST_SPREAD_ZOOM; zoom++)
    {
      g_autoptr (GHashTable) rooms = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      GHashTableIter         iter;
      gpointer               list;

      for (guint i = 0; i < places->len; i++)
        {
          Place *place = g_ptr_array_index (places, i);

          if (!compile_place_is_settlement (place) || place->first_zoom > zoom)
            continue;
          /* Those of the zooms before have their room already. */
          if (place->kind == DATELINE_LABEL_TOWN && place->first_zoom == zoom && !has_room (rooms, place, zoom))
            place->first_zoom++;
          else
            take_room (rooms, place, zoom);
        }
      compile_places_sort (places);

      g_hash_table_iter_init (&iter, rooms);
      while (g_hash_table_iter_next (&iter, NULL, &list))
        g_list_free (list);
    }
}
