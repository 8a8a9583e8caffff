/* dateline-gazetteer-compiler.c: from data/gazetteer to the data file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes the place table, the section PLAC of all that is known of each
 * place, the section NKEY that finds names by their sound, and all names
 * into the phrase trie. A country's demonyms are a row after all places.
 */

#define G_LOG_DOMAIN "dateline-place"

#include "config.h"

#include "dateline-gazetteer-compiler.h"

#include <math.h>
#include <string.h>

#include "dateline-fold.h"
#include "dateline-gazetteer.h"
#include "dateline-name-key.h"
#include "dateline-tokenizer.h"

/* A town outside the region with fewer people is known to few. */
#define KNOWN_ABROAD_POPULATION 500000
/* Shorter names stand for the place only with their article: "al-Bab". */
#define SHORTEST_WITHOUT_ARTICLE 4

typedef struct
{
  const char *file;
  gboolean    villages_weak;
} Source;

static const Source sources[] = {
  { "countries.tsv", FALSE },
  { "governorates.tsv", FALSE },
  { "places-hand.tsv", FALSE },
  { "places-sites.tsv", FALSE },
  { "places-geonames.tsv", FALSE },
  { "places-airports.tsv", FALSE },
  { "districts.tsv", FALSE },
  { "places-osm.tsv", TRUE },
  { "world.tsv", FALSE },
};

static const char *const class_names[] = {
  "country", "adm1", "adm2", "capital", "seat", "town", "village", "quarter", "base",
  "airport", "camp", "crossing", "field", "facility", "island", "water", "area"
};
G_STATIC_ASSERT (G_N_ELEMENTS (class_names) == DATELINE_N_PLACE_CLASSES);

typedef struct
{
  DatelineDataWriter *writer;
  GArray             *places;   /* DatelineGazetteerPlace */
  GArray             *keys;     /* DatelineNameKey */
  GHashTable         *parents;  /* "IQ" or "IQ/Anbar" → row + 1 */
  GPtrArray          *demonyms; /* char *, by country row; NULL none */
  GHashTable         *ids;
} Compiler;

typedef struct
{
  const char *path;
  char      **columns;
} Table;

static const char *
get (const Table *table, char **cells, const char *column)
{
  for (guint i = 0; table->columns[i] != NULL; i++)
    if (strcmp (table->columns[i], column) == 0)
      return cells[i];
  return "";
}

static gboolean
fail (GError **error, const Table *table, char **cells, const char *what)
{
  g_set_error (error, DATELINE_TEXT_ERROR, DATELINE_TEXT_ERROR_DATA, "%s: place %s: %s", table->path, cells[0], what);
  return FALSE;
}

static gboolean
is_region (const char *country)
{
  return strcmp (country, "IQ") == 0 || strcmp (country, "SY") == 0 || strcmp (country, "YE") == 0;
}

static gboolean
parse_number (const char *text, double low, double high, double *number)
{
  char *end;

  *number = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && *number >= low && *number <= high;
}

static gboolean
parse_class (const char *text, guint8 *place_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (class_names); i++)
    if (strcmp (class_names[i], text) == 0)
      {
        *place_class = (guint8) i;
        return TRUE;
      }
  return FALSE;
}

/* Names that begin with the article are known without it, too. */
static const char *
skip_article (const char *phrase)
{
  const char *space = strpbrk (phrase, " -");
  char        folded[DATELINE_FOLD_SIZE];

  if (space == NULL || dateline_fold (phrase, (gsize) (space - phrase), folded) == 0 || !dateline_name_is_article (folded))
    return NULL;
  return strlen (space + 1) >= SHORTEST_WITHOUT_ARTICLE ? space + 1 : NULL;
}

static void
add_key (Compiler *self, const char *phrase, guint row)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (DatelineToken));
  DatelineNameKey    key = { 0, 0, row };
  char               text[DATELINE_NAME_KEY_SIZE] = "";
  gsize              length = 0;

  dateline_tokenize (phrase, strlen (phrase), tokens);
  for (guint i = 0; i < tokens->len; i++)
    {
      const DatelineToken *token = &g_array_index (tokens, DatelineToken, i);
      char                 folded[DATELINE_FOLD_SIZE];

      if ((token->flags & DATELINE_TOKEN_PUNCT) || dateline_fold (phrase + token->begin, token->end - token->begin, folded) == 0)
        continue;
      if (i + 1 < tokens->len && dateline_name_is_article (folded))
        continue;
      length = dateline_name_key_append (folded, text, length);
    }
  if (length < 3)
    return;

  key.hash = dateline_name_key_hash (text);
  key.key = dateline_data_writer_add_string (self->writer, text);
  g_array_append_val (self->keys, key);
}

/* All forms of the article are "al" in the trie: "Jisr ash Shughur". */
static char *
unify_articles (const char *phrase)
{
  g_auto (GStrv) words = g_strsplit_set (phrase, " -", -1);
  GString       *unified = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char     folded[DATELINE_FOLD_SIZE];
      gboolean article = words[i + 1] != NULL && dateline_fold (words[i], strlen (words[i]), folded) > 0 && dateline_name_is_article (folded);

      if (unified->len > 0 && unified->str[unified->len - 1] != '-')
        g_string_append_c (unified, ' ');
      g_string_append (unified, article ? "al-" : words[i]);
    }
  return g_string_free (unified, FALSE);
}

static gboolean
add_phrases (Compiler *self, const char *phrases, guint row, gboolean by_sound)
{
  g_auto (GStrv) each = g_strsplit (phrases, "|", -1);

  for (guint i = 0; each[i] != NULL; i++)
    {
      gboolean         marked = each[i][0] == '^' || each[i][0] == '~';
      g_autofree char *phrase = unify_articles (each[i] + marked);
      DatelineCase     letter_case = !marked ? DATELINE_CASE_CAPITAL : each[i][0] == '^' ? DATELINE_CASE_UPPER
                                                                                         : DATELINE_CASE_ANY;
      const char      *bare;

      if (*phrase == '\0')
        continue;
      if (!dateline_data_writer_add_phrase (self->writer, phrase, DATELINE_LEXICON_PLACE, letter_case, row))
        return FALSE;
      bare = skip_article (phrase);
      if (bare != NULL)
        dateline_data_writer_add_phrase (self->writer, bare, DATELINE_LEXICON_PLACE, DATELINE_CASE_CAPITAL_WEAK, row);
      if (by_sound)
        add_key (self, phrase, row);
    }
  return TRUE;
}

static guint32
find_parent (const Compiler *self, const DatelineGazetteerPlace *place, const char *adm1)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", place->country, adm1);
  guint            row = 0;

  if (*adm1 != '\0' && place->place_class != DATELINE_PLACE_ADM1)
    row = GPOINTER_TO_UINT (g_hash_table_lookup (self->parents, key));
  if (row == 0 && place->place_class != DATELINE_PLACE_COUNTRY)
    row = GPOINTER_TO_UINT (g_hash_table_lookup (self->parents, place->country));
  return row - 1; /* G_MAXUINT32 none */
}

static void
add_parent (Compiler *self, const DatelineGazetteerPlace *place, const char *name, guint row)
{
  if (place->place_class == DATELINE_PLACE_COUNTRY)
    g_hash_table_insert (self->parents, g_strdup (place->country), GUINT_TO_POINTER (row + 1));
  else if (place->place_class == DATELINE_PLACE_ADM1)
    g_hash_table_insert (self->parents, g_strdup_printf ("%s/%s", place->country, name), GUINT_TO_POINTER (row + 1));
}

static gboolean
is_weak (const DatelineGazetteerPlace *place, gboolean villages_weak)
{
  if (!place->in_region)
    return place->population < KNOWN_ABROAD_POPULATION &&
           (place->place_class == DATELINE_PLACE_TOWN || place->place_class == DATELINE_PLACE_VILLAGE || place->place_class == DATELINE_PLACE_SEAT);
  return place->place_class == DATELINE_PLACE_QUARTER || (villages_weak && place->population < 5000);
}

static gboolean
add_place (Compiler *self, const Source *source, const Table *table, char **cells, GError **error)
{
  DatelineGazetteerPlace place = { 0 };
  const char            *name = get (table, cells, "name");
  const char            *country = get (table, cells, "country");
  const char            *demonyms = get (table, cells, "demonyms");
  const char            *row_cells[2] = { cells[0], name };
  double                 lat, lon, radius, population;
  guint                  row;

  if (*cells[0] == '\0' || !g_hash_table_add (self->ids, g_strdup (cells[0])))
    return fail (error, table, cells, "its id is empty or not its own");
  if (!parse_number (get (table, cells, "lat"), -90, 90, &lat) || !parse_number (get (table, cells, "lon"), -180, 180, &lon))
    return fail (error, table, cells, "lat or lon is no coordinate");
  if (!parse_number (get (table, cells, "radius_km"), 0, 20000, &radius) || !parse_number (get (table, cells, "population"), 0, 1e9, &population))
    return fail (error, table, cells, "population or radius_km is no number");
  if (!parse_class (get (table, cells, "class"), &place.place_class))
    return fail (error, table, cells, "its class is unknown");
  if (strlen (country) != 0 && strlen (country) != 2)
    return fail (error, table, cells, "its country is no code of two letters");

  place.id = dateline_data_writer_add_string (self->writer, cells[0]);
  place.name = dateline_data_writer_add_string (self->writer, name);
  place.adm1 = dateline_data_writer_add_string (self->writer, get (table, cells, "adm1"));
  place.population = (guint32) population;
  place.lat = (float) lat;
  place.lon = (float) lon;
  place.radius_km = (float) radius;
  memcpy (place.country, country, strlen (country));
  place.in_region = is_region (country) || (*country == '\0' && lat > 10 && lat < 37.5 && lon > 32 && lon < 58 && place.place_class == DATELINE_PLACE_WATER && source->file[0] == 'p');
  place.approximate = *get (table, cells, "approximate") == '1';
  place.weak = is_weak (&place, source->villages_weak);
  place.parent = find_parent (self, &place, get (table, cells, "adm1"));

  row = dateline_data_writer_add_row (self->writer, DATELINE_LEXICON_PLACE, row_cells);
  g_array_append_val (self->places, place);
  g_ptr_array_add (self->demonyms, *demonyms != '\0' ? g_strdup (demonyms) : NULL);
  add_parent (self, &place, name, row);
  if (!add_phrases (self, get (table, cells, "phrases"), row, place.in_region && place.place_class != DATELINE_PLACE_COUNTRY))
    return fail (error, table, cells, "a phrase has no words");
  return TRUE;
}

static gboolean
add_source (Compiler *self, const Source *source, const char *folder, GError **error)
{
  g_autofree char      *path = g_build_filename (folder, source->file, NULL);
  g_auto (GStrv)        columns = NULL;
  g_autofree char      *bytes = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  Table                 table;
  gsize                 n_bytes;

  rows = dateline_data_read_tsv (path, &columns, &bytes, &n_bytes, error);
  if (rows == NULL)
    return FALSE;

  dateline_data_writer_add_checksum (self->writer, bytes, n_bytes);
  table = (Table){ path, columns };
  for (guint i = 0; i < rows->len; i++)
    if (!add_place (self, source, &table, g_ptr_array_index (rows, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
add_demonyms (Compiler *self)
{
  guint n_places = self->places->len;

  for (guint i = 0; i < n_places; i++)
    {
      DatelineGazetteerPlace demonym;
      const char            *phrases = g_ptr_array_index (self->demonyms, i);
      const char            *cells[2];
      guint                  row;

      if (phrases == NULL)
        continue;
      demonym = g_array_index (self->places, DatelineGazetteerPlace, i);
      demonym.demonym = TRUE;
      demonym.parent = i;
      cells[0] = cells[1] = phrases;
      row = dateline_data_writer_add_row (self->writer, DATELINE_LEXICON_PLACE, cells);
      g_array_append_val (self->places, demonym);
      if (!add_phrases (self, phrases, row, FALSE))
        return FALSE;
    }
  return TRUE;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const DatelineNameKey *x = a, *y = b;

  if (x->hash != y->hash)
    return x->hash < y->hash ? -1 : 1;
  if (x->row != y->row)
    return x->row < y->row ? -1 : 1;
  return x->key < y->key ? -1 : x->key > y->key;
}

static void
write_keys (Compiler *self)
{
  guint n = 0;

  g_array_sort (self->keys, compare_keys);
  for (guint i = 0; i < self->keys->len; i++)
    if (i == 0 || compare_keys (&g_array_index (self->keys, DatelineNameKey, i), &g_array_index (self->keys, DatelineNameKey, i - 1)) != 0)
      g_array_index (self->keys, DatelineNameKey, n++) = g_array_index (self->keys, DatelineNameKey, i);
  g_array_set_size (self->keys, n);
  dateline_data_writer_add_section (self->writer, "NKEY", self->keys->data, sizeof (DatelineNameKey), self->keys->len);
}

static gboolean
compile (Compiler *self, const char *folder, GError **error)
{
  static const char *const columns[] = { "id", "name", NULL };

  dateline_data_writer_set_columns (self->writer, DATELINE_LEXICON_PLACE, columns);
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (!add_source (self, &sources[i], folder, error))
      return FALSE;
  if (!add_demonyms (self))
    {
      g_set_error (error, DATELINE_TEXT_ERROR, DATELINE_TEXT_ERROR_DATA, "%s: a demonym has no words", folder);
      return FALSE;
    }
  dateline_data_writer_add_section (self->writer, "PLAC", self->places->data, sizeof (DatelineGazetteerPlace), self->places->len);
  write_keys (self);
  return TRUE;
}

/**
 * dateline_gazetteer_compile:
 * @writer: where the places go
 * @folder: holds the gazetteer's TSV files
 * @error: return location for a #GError
 *
 * Returns: %FALSE with @error set when a file is wrong
 */
gboolean
dateline_gazetteer_compile (DatelineDataWriter *writer, const char *folder, GError **error)
{
  Compiler self = {
    writer,
    g_array_new (FALSE, TRUE, sizeof (DatelineGazetteerPlace)),
    g_array_new (FALSE, TRUE, sizeof (DatelineNameKey)),
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    g_ptr_array_new_with_free_func (g_free),
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };
  gboolean done = compile (&self, folder, error);

  g_array_unref (self.places);
  g_array_unref (self.keys);
  g_hash_table_unref (self.parents);
  g_ptr_array_unref (self.demonyms);
  g_hash_table_unref (self.ids);
  return done;
}
