/* dateline-gazetteer.c: read-only index from toponyms to places
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-place"

#include "config.h"

#include "dateline-gazetteer.h"

#include <math.h>
#include <string.h>

#include "dateline-name-key.h"

G_DEFINE_QUARK (dateline - place - error - quark, dateline_place_error)

static const char *const cue_names[DATELINE_N_CUES] = {
  "", "locative", "object", "near", "origin", "direction", "between", "off", "bearing", "part", "countryside", "unit",
  "class", "government", "suffix", "held", "organisation", "person", "filler"
};

static const char *const kind_names[DATELINE_N_KINDS] = {
  "", "adm1", "adm2", "town", "village", "quarter", "base", "airport", "camp", "crossing", "field", "facility",
  "island", "water", "area", "road", "border"
};

static guint
find_name (const char *const *names, guint n, const char *name)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (names[i], name) == 0)
      return i;
  return 0;
}

static gboolean
place_is_sound (const DatelineGazetteerPlace *place, guint row, guint n_places)
{
  return place->place_class < DATELINE_N_PLACE_CLASSES && place->country[2] == '\0' &&
         (place->parent == G_MAXUINT32 || (place->parent < n_places && (place->parent < row || row < place->parent))) &&
         place->lat >= -90 && place->lat <= 90 && place->lon >= -180 && place->lon <= 180 &&
         place->radius_km >= 0 && place->radius_km <= 20100 && (!place->demonym || place->parent != G_MAXUINT32);
}

/* Every place and key, so that look-ups need check nothing. */
static gboolean
check (const DatelineGazetteer *self)
{
  const DatelineGazetteerPlace *places = self->places;

  if (places == NULL || self->n_places == 0 || self->n_places != dateline_data_get_n_rows (self->data, DATELINE_LEXICON_PLACE))
    return FALSE;
  if (!dateline_data_check_strings (self->data, &places->id, self->n_places, sizeof *places) ||
      !dateline_data_check_strings (self->data, &places->name, self->n_places, sizeof *places) ||
      !dateline_data_check_strings (self->data, &places->adm1, self->n_places, sizeof *places))
    return FALSE;
  for (guint i = 0; i < self->n_places; i++)
    if (!place_is_sound (&places[i], i, self->n_places))
      return FALSE;

  if (self->n_keys > 0 && !dateline_data_check_strings (self->data, &self->keys->key, self->n_keys, sizeof *self->keys))
    return FALSE;
  for (guint i = 0; i < self->n_keys; i++)
    if (self->keys[i].row >= self->n_places || (i > 0 && self->keys[i].hash < self->keys[i - 1].hash))
      return FALSE;
  return TRUE;
}

static int
country_index (const char *country)
{
  if (!g_ascii_isupper (country[0]) || !g_ascii_isupper (country[1]))
    return -1;
  return (country[0] - 'A') * 26 + (country[1] - 'A');
}

static void
read_capitals (DatelineGazetteer *self)
{
  for (guint i = 0; i < self->n_places; i++)
    if (self->places[i].place_class == DATELINE_PLACE_CAPITAL)
      {
        int index = country_index (self->places[i].country);

        if (index >= 0 && self->capitals[index] == 0)
          self->capitals[index] = i + 1;
      }
}

static void
read_cues (DatelineGazetteer *self)
{
  int cue = dateline_data_find_column (self->data, DATELINE_LEXICON_PLACE_CUE, "cue");
  int value = dateline_data_find_column (self->data, DATELINE_LEXICON_PLACE_CUE, "value");

  self->n_cues = dateline_data_get_n_rows (self->data, DATELINE_LEXICON_PLACE_CUE);
  self->cues = g_new0 (DatelineCue, self->n_cues);
  for (guint i = 0; i < self->n_cues; i++)
    {
      const char *text = value < 0 ? "" : dateline_data_get_cell (self->data, DATELINE_LEXICON_PLACE_CUE, i, value);

      if (cue >= 0)
        self->cues[i].cue = find_name (cue_names, DATELINE_N_CUES, dateline_data_get_cell (self->data, DATELINE_LEXICON_PLACE_CUE, i, cue));
      self->cues[i].kind = find_name (kind_names, DATELINE_N_KINDS, text);
      self->cues[i].value = g_ascii_isdigit (*text) ? g_ascii_strtod (text, NULL) : NAN;
    }
}

/**
 * dateline_gazetteer_new:
 * @data: what the engine knows; must outlive the gazetteer
 * @error: return location for a #GError
 *
 * Errors: %DATELINE_PLACE_ERROR_DATA when the places are missing or damaged.
 *
 * Returns: (transfer full): the gazetteer, or %NULL
 */
DatelineGazetteer *
dateline_gazetteer_new (const DatelineData *data, GError **error)
{
  g_autoptr (DatelineGazetteer) self = g_new0 (DatelineGazetteer, 1);

  self->data = data;
  self->places = dateline_data_get_section (data, "PLAC", sizeof (DatelineGazetteerPlace), &self->n_places);
  self->keys = dateline_data_get_section (data, "NKEY", sizeof (DatelineNameKey), &self->n_keys);
  if (!check (self))
    {
      g_set_error_literal (error, DATELINE_PLACE_ERROR, DATELINE_PLACE_ERROR_DATA, "the gazetteer is missing or damaged");
      return NULL;
    }
  read_cues (self);
  read_capitals (self);
  return g_steal_pointer (&self);
}

void
dateline_gazetteer_free (DatelineGazetteer *self)
{
  if (self == NULL)
    return;

  g_free (self->cues);
  g_free (self);
}

/**
 * dateline_gazetteer_get_capital:
 * @self: a gazetteer
 * @country: ISO 3166-1 alpha-2
 *
 * Returns: its capital's row, %G_MAXUINT32 when none is known
 */
guint
dateline_gazetteer_get_capital (const DatelineGazetteer *self, const char *country)
{
  int index = country_index (country);

  return index < 0 ? G_MAXUINT32 : self->capitals[index] - 1;
}

static guint
find_first_key (const DatelineGazetteer *self, guint32 hash)
{
  guint low = 0, high = self->n_keys;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->keys[middle].hash < hash)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static guint
collect (const DatelineGazetteer *self, guint first, guint32 hash, const char *key, gboolean exact, guint *rows, guint n, guint max_rows)
{
  for (guint i = first; i < self->n_keys && self->keys[i].hash == hash && n < max_rows; i++)
    {
      const char *other = dateline_data_get_string (self->data, self->keys[i].key);
      gboolean    same = strcmp (other, key) == 0;

      if (exact ? !same : same || !dateline_name_keys_are_near (other, key))
        continue;
      if (n == 0 || rows[n - 1] != self->keys[i].row)
        rows[n++] = self->keys[i].row;
    }
  return n;
}

/**
 * dateline_gazetteer_find_by_sound:
 * @self: a gazetteer
 * @key: made by dateline_name_key_append()
 * @rows: (out): the places, at most @max_rows, those that sound the same
 *   first; one may be there twice
 * @n_exact: (out): how many sound the same; the others only nearly so
 * @max_rows: room in @rows
 *
 * Returns: how many places of the region have a name that sounds like @key
 */
guint
dateline_gazetteer_find_by_sound (const DatelineGazetteer *self, const char *key, guint *rows, guint *n_exact, guint max_rows)
{
  guint32 hash = dateline_name_key_hash (key);
  guint   first = find_first_key (self, hash);

  *n_exact = collect (self, first, hash, key, TRUE, rows, 0, max_rows);
  return collect (self, first, hash, key, FALSE, rows, *n_exact, max_rows);
}

/* A quarter, a square or an airport lies in the town around it, give or
 * take the outskirts. */
static gboolean
is_part_of_town (const DatelineGazetteerPlace *town, const DatelineGazetteerPlace *part)
{
  DatelinePoint a = { town->lat, town->lon }, b = { part->lat, part->lon };

  return (part->place_class == DATELINE_PLACE_QUARTER || part->place_class == DATELINE_PLACE_AIRPORT || part->place_class == DATELINE_PLACE_FACILITY) &&
         dateline_point_distance_km (a, b) <= town->radius_km + 8;
}

/**
 * dateline_gazetteer_contains:
 * @self: a gazetteer
 * @outer: a row
 * @inner: another
 *
 * Returns: whether @inner lies within the country, the governorate, the
 *   district or the town @outer
 */
gboolean
dateline_gazetteer_contains (const DatelineGazetteer *self, guint outer, guint inner)
{
  const DatelineGazetteerPlace *a = dateline_gazetteer_get_place (self, outer);
  const DatelineGazetteerPlace *b = dateline_gazetteer_get_place (self, inner);
  DatelinePoint                 from = { a->lat, a->lon }, to = { b->lat, b->lon };

  if (outer == inner || strcmp (a->country, b->country) != 0)
    return FALSE;
  switch ((DatelinePlaceClass) a->place_class)
    {
    case DATELINE_PLACE_COUNTRY:
      return TRUE;
    case DATELINE_PLACE_ADM1:
      return b->place_class != DATELINE_PLACE_COUNTRY &&
             (a->adm1 == b->adm1 || strcmp (dateline_gazetteer_get_string (self, a->name), dateline_gazetteer_get_string (self, b->adm1)) == 0);
    case DATELINE_PLACE_ADM2:
      return b->place_class > DATELINE_PLACE_ADM2 && dateline_point_distance_km (from, to) < MAX (a->radius_km, 25) + 10;
    case DATELINE_PLACE_CAPITAL:
    case DATELINE_PLACE_SEAT:
    case DATELINE_PLACE_TOWN:
      return is_part_of_town (a, b);
    default:
      return FALSE;
    }
}
