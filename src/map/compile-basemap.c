/* compile-basemap.c: from the tables of data/basemap to basemap.dat, at build time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * usage: compile-basemap OUTPUT LABELS PLACES FEATURES… [-- GAZETTEERS…]
 */

#include "config.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "compile-basemap-places.h"

/* The region of the detailed data: BOX in data/basemap/build.py. */
#define BOX_WEST 28.0
#define BOX_SOUTH 8.0
#define BOX_EAST 66.0
#define BOX_NORTH 43.0

#define MAX_LATITUDE 85.05112878 /* where Web Mercator's square ends */

/* What the eye does not miss, in pixels of 1/256 tile. */
#define TOLERANCE_PX 0.25
#define MIN_AREA_PX2 0.6

/* Places of two sources are one when so near, or so near with one name. */
#define SAME_PLACE_KM 0.4
#define SAME_NAME_KM 6.0

typedef struct
{
  DatelineBasemapLayer layer;
  int                  first_zoom;
  int                  last_zoom;
  int                  rank;
  gboolean             is_area;
  guint32              index;
  GPtrArray           *rings; /* GArray of DatelineBasemapVertex */
  GArray              *last;  /* DatelineBasemapRing written for the level before, by ring */
} Feature;

typedef struct
{
  GPtrArray  *features; /* Feature */
  GPtrArray  *places;   /* Place */
  GHashTable *codes;    /* governorate code → Place, not owned */
  GHashTable *near;     /* a tenth of a degree → GList of Place */
  GArray     *out_features;
  GArray     *out_rings;
  GArray     *out_vertices;
  GArray     *out_labels;
  GString    *strings;
} Compiler;

static const char *const layer_names[] = { "world-land", "land", "urban", "lake", "river", "road", "admin1", "border", "governorate" };
static const char *const kind_names[] = { "country", "capital", "sea", "city", "governorate", "water", "town" };

G_STATIC_ASSERT (G_N_ELEMENTS (layer_names) == DATELINE_N_LAYERS);
G_STATIC_ASSERT (G_N_ELEMENTS (kind_names) == DATELINE_N_LABEL_KINDS);

G_GNUC_NORETURN static void
fail (const char *path, guint line, const char *message)
{
  g_printerr ("%s:%u: %s\n", path, line, message);
  exit (1);
}

static int
find_name (const char *const *names, guint n_names, const char *name)
{
  for (guint i = 0; i < n_names; i++)
    if (g_str_equal (names[i], name))
      return (int) i;

  return -1;
}

static guint32
to_world (double unit)
{
  return (guint32) CLAMP (unit * 4294967296.0, 0.0, 4294967295.0);
}

static DatelineBasemapVertex
project (double lat, double lon)
{
  double phi = CLAMP (lat, -MAX_LATITUDE, MAX_LATITUDE) * G_PI / 180.0;

  return (DatelineBasemapVertex){
    to_world ((lon + 180.0) / 360.0),
    to_world (0.5 - log (tan (G_PI / 4.0 + phi / 2.0)) / (2.0 * G_PI))
  };
}

/* The "encoded polyline algorithm format" at 1/10000 degree. */
static GArray *
decode_ring (const char **text, const char *path, guint line)
{
  GArray     *ring = g_array_new (FALSE, FALSE, sizeof (DatelineBasemapVertex));
  const char *p = *text;
  gint64      at[2] = { 0, 0 };

  while (*p && *p != ' ')
    {
      for (int axis = 0; axis < 2; axis++)
        {
          guint64 value = 0;
          guint   shift = 0;
          int     c;

          do
            {
              c = *p++ - 63;
              if (c < 0 || c > 63 || shift > 35)
                fail (path, line, "a ring is not an encoded polyline");
              value |= (guint64) (c & 31) << shift;
              shift += 5;
            }
          while (c & 32);

          at[axis] += value & 1 ? ~(gint64) (value >> 1) : (gint64) (value >> 1);
        }

      DatelineBasemapVertex vertex = project ((double) at[0] / 1e4, (double) at[1] / 1e4);
      g_array_append_val (ring, vertex);
    }

  *text = *p == ' ' ? p + 1 : p;
  return ring;
}

static Feature *
parse_feature (Compiler *self, char **columns, const char *path, guint line)
{
  g_autofree Feature *feature = g_new0 (Feature, 1);
  int                 layer = find_name (layer_names, G_N_ELEMENTS (layer_names), columns[0]);
  const char         *rings = columns[6];

  if (layer < 0)
    fail (path, line, "unknown layer");

  feature->layer = (DatelineBasemapLayer) layer;
  feature->first_zoom = atoi (columns[1]);
  feature->last_zoom = atoi (columns[2]);
  feature->rank = atoi (columns[3]);
  feature->is_area = g_str_equal (columns[5], "A");
  feature->rings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  feature->last = g_array_new (FALSE, TRUE, sizeof (DatelineBasemapRing));
  while (*rings)
    g_ptr_array_add (feature->rings, decode_ring (&rings, path, line));
  g_array_set_size (feature->last, feature->rings->len);

  if (layer == DATELINE_LAYER_GOVERNORATE)
    {
      g_auto (GStrv) parts = g_strsplit (columns[4], "|", 3);
      Place         *place = g_new0 (Place, 1);

      if (g_strv_length (parts) != 3)
        fail (path, line, "a governorate needs \"code|latitude|longitude\"");
      place->name = g_strdup (parts[0]);
      place->kind = DATELINE_LABEL_GOVERNORATE;
      place->lat = g_ascii_strtod (parts[1], NULL);
      place->lon = g_ascii_strtod (parts[2], NULL);
      place->first_zoom = 99;
      g_ptr_array_add (self->places, place);
      g_hash_table_insert (self->codes, place->name, place);
      feature->index = g_hash_table_size (self->codes);
    }

  return g_steal_pointer (&feature);
}

typedef void (*RowFunc) (Compiler *self, char **columns, const char *path, guint line);

static void
read_table (Compiler *self, const char *path, guint n_columns, guint n_optional, RowFunc parse_row)
{
  g_autofree char   *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv)     lines = NULL;

  if (!g_file_get_contents (path, &contents, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      exit (1);
    }

  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = NULL;

      if (lines[i][0] == '\0' || lines[i][0] == '#')
        continue;
      columns = g_strsplit (lines[i], "\t", -1);
      if (g_strv_length (columns) < n_columns || g_strv_length (columns) > n_columns + n_optional)
        fail (path, i + 1, "wrong number of columns");
      parse_row (self, columns, path, i + 1);
    }
}

static void
read_feature_row (Compiler *self, char **columns, const char *path, guint line)
{
  g_ptr_array_add (self->features, parse_feature (self, columns, path, line));
}

static guint16
parse_country (const char *code)
{
  return strlen (code) == 2 ? (guint16) ((guchar) code[0] << 8 | (guchar) code[1]) : 0;
}

/* "Ḩaḑramawt" → "Hadramawt": the letters without their marks, without
 * the signs for hamza and ayn. */
static char *
plain_name (const char *name)
{
  g_autofree char *apart = g_utf8_normalize (name, -1, G_NORMALIZE_NFD);
  GString         *plain = g_string_new (NULL);

  for (const char *p = apart; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_ismark (c) && c != 0x2018 && c != 0x2019 && c != 0x02bc && c != '`')
        g_string_append_unichar (plain, c);
    }

  g_string_replace (plain, "Nahiyat ", "", 1);
  return g_string_free (plain, FALSE);
}

static void
read_place_row (Compiler *self, char **columns, const char *path, guint line)
{
  Place *place = g_new0 (Place, 1);

  place->country = parse_country (columns[0]);
  place->name = g_strdup (columns[1]);
  place->english = plain_name (columns[1]);
  place->lat = g_ascii_strtod (columns[2], NULL);
  place->lon = g_ascii_strtod (columns[3], NULL);
  place->first_zoom = atoi (columns[4]);
  place->last_zoom = 22;
  place->population = atoi (columns[5]);
  place->arabic = g_strdup (columns[6]);
  place->kind = place->first_zoom <= 3   ? DATELINE_LABEL_CAPITAL
                : place->first_zoom <= 6 ? DATELINE_LABEL_CITY
                                         : DATELINE_LABEL_TOWN;
  g_ptr_array_add (self->places, place);
}

/* From which zoom a class of the gazetteer is shown; 0 for what is no
 * settlement, or has its name from elsewhere. */
static int
get_class_zoom (const char *class)
{
  if (g_str_equal (class, "city") || g_str_equal (class, "town"))
    return 10;
  if (g_str_equal (class, "quarter") || g_str_equal (class, "camp"))
    return 11;
  if (g_str_equal (class, "village"))
    return 12;

  return 0;
}

static char *
find_arabic (const char *phrases)
{
  g_auto (GStrv) names = g_strsplit (phrases, "|", -1);

  for (guint i = 0; names[i] != NULL; i++)
    if (g_unichar_get_script (g_utf8_get_char (names[i])) == G_UNICODE_SCRIPT_ARABIC)
      return g_strdup (names[i]);

  return g_strdup ("");
}

static gint64
get_degree_key (double lat, double lon)
{
  return (gint64) floor (lat * 10.0) << 32 | (guint32) (gint32) floor (lon * 10.0);
}

/* The sources overlap: the same name, or anything nearer than that, is
 * the same place. */
static gboolean
is_known (Compiler *self, const Place *place)
{
  for (int dy = -1; dy <= 1; dy++)
    for (int dx = -1; dx <= 1; dx++)
      {
        gint64 key = get_degree_key (place->lat + dy * 0.1, place->lon + dx * 0.1);

        for (GList *l = g_hash_table_lookup (self->near, &key); l != NULL; l = l->next)
          {
            const Place *other = l->data;
            double       distance = compile_place_distance_km (other, place);

            if (distance < SAME_PLACE_KM || (distance < SAME_NAME_KM && g_strcmp0 (other->english, place->english) == 0))
              return TRUE;
          }
      }

  return FALSE;
}

static void
remember (Compiler *self, Place *place)
{
  gint64 key = get_degree_key (place->lat, place->lon);

  g_hash_table_insert (self->near, g_memdup2 (&key, sizeof key), g_list_prepend (g_hash_table_lookup (self->near, &key), place));
}

static void
read_gazetteer_row (Compiler *self, char **columns, const char *path, guint line)
{
  int    first_zoom = get_class_zoom (columns[5]);
  Place *place;

  if (first_zoom == 0)
    return;

  place = g_new0 (Place, 1);
  place->country = parse_country (columns[7]);
  place->name = g_strdup ("");
  place->english = plain_name (columns[1]);
  place->lat = g_ascii_strtod (columns[3], NULL);
  place->lon = g_ascii_strtod (columns[4], NULL);
  place->first_zoom = first_zoom;
  place->last_zoom = 22;
  place->population = atoi (columns[6]);
  place->arabic = find_arabic (columns[2]);
  place->kind = DATELINE_LABEL_TOWN;
  if (is_known (self, place))
    return;
  g_ptr_array_add (self->places, place);
  remember (self, place);
}

static Place *
find_place (Compiler *self, guint16 country, const char *name)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = g_ptr_array_index (self->places, i);

      if (place->country == country && g_str_equal (place->name, name))
        return place;
    }

  return NULL;
}

static void
read_label_row (Compiler *self, char **columns, const char *path, guint line)
{
  int      kind = find_name (kind_names, G_N_ELEMENTS (kind_names), columns[0]);
  guint16  country = parse_country (columns[1]);
  Place   *place = NULL;
  gboolean skip = g_str_equal (columns[0], "skip");

  if (kind < 0 && !skip)
    fail (path, line, "unknown kind");

  if (columns[2][0] != '\0')
    {
      place = kind == DATELINE_LABEL_GOVERNORATE ? g_hash_table_lookup (self->codes, columns[2]) : find_place (self, country, columns[2]);
      if (place == NULL)
        fail (path, line, "no such place");
    }
  else
    {
      place = g_new0 (Place, 1);
      place->name = g_strdup ("");
      place->lat = g_ascii_strtod (columns[3], NULL);
      place->lon = g_ascii_strtod (columns[4], NULL);
      place->population = G_MAXINT / 4; /* written by hand: not a suburb */
      g_ptr_array_add (self->places, place);
    }

  place->kind = kind;
  if (skip)
    return;
  place->country = country;
  place->first_zoom = atoi (columns[5]);
  place->last_zoom = atoi (columns[6]);
  g_free (place->english);
  place->english = g_strdup (columns[7]);
  g_free (place->arabic);
  place->arabic = g_strdup (columns[8]);
}

/* --- geometry ------------------------------------------------------- */

static double
segment_distance2 (DatelineBasemapVertex p, DatelineBasemapVertex a, DatelineBasemapVertex b)
{
  double dx = (double) b.x - a.x, dy = (double) b.y - a.y;
  double px = (double) p.x - a.x, py = (double) p.y - a.y;
  double length2 = dx * dx + dy * dy;
  double t = length2 > 0.0 ? CLAMP ((px * dx + py * dy) / length2, 0.0, 1.0) : 0.0;

  px -= t * dx;
  py -= t * dy;
  return px * px + py * py;
}

/* Douglas and Peucker 1973; marks what stays between first and last. */
static void
mark_kept (const DatelineBasemapVertex *v, guint first, guint last, double tolerance2, guint8 *kept)
{
  double farthest = tolerance2;
  guint  at = 0;

  for (guint i = first + 1; i < last; i++)
    {
      double d2 = segment_distance2 (v[i], v[first], v[last]);

      if (d2 > farthest)
        {
          farthest = d2;
          at = i;
        }
    }

  if (at == 0)
    return;
  kept[at] = 1;
  mark_kept (v, first, at, tolerance2, kept);
  mark_kept (v, at, last, tolerance2, kept);
}

static double
ring_area (const DatelineBasemapVertex *v, guint n)
{
  double sum = 0.0;

  for (guint i = 0, j = n - 1; i < n; j = i++)
    sum += ((double) v[j].x - v[0].x) * ((double) v[i].y - v[0].y) - ((double) v[i].x - v[0].x) * ((double) v[j].y - v[0].y);

  return fabs (sum) / 2.0;
}

/* Returns an empty array for a ring too small to be seen. */
static GArray *
simplify (GArray *ring, gboolean is_area, double pixel)
{
  const DatelineBasemapVertex *v = (const DatelineBasemapVertex *) ring->data;
  GArray                      *out = g_array_new (FALSE, FALSE, sizeof (DatelineBasemapVertex));
  g_autofree guint8           *kept = g_new0 (guint8, ring->len);
  double                       tolerance2 = TOLERANCE_PX * TOLERANCE_PX * pixel * pixel;
  guint                        n = ring->len, middle = n / 2;

  if (n < 2 || (is_area && (n < 4 || (pixel > 0.0 && ring_area (v, n) < MIN_AREA_PX2 * pixel * pixel))))
    return out;

  kept[0] = kept[n - 1] = 1;
  if (is_area)
    kept[middle] = 1;
  if (pixel == 0.0)
    memset (kept, 1, n);
  else if (is_area)
    {
      mark_kept (v, 0, middle, tolerance2, kept);
      mark_kept (v, middle, n - 1, tolerance2, kept);
    }
  else
    mark_kept (v, 0, n - 1, tolerance2, kept);

  for (guint i = 0; i < n; i++)
    if (kept[i])
      g_array_append_val (out, v[i]);
  return out;
}

static gboolean
is_same_ring (Compiler *self, DatelineBasemapRing ring, GArray *vertices)
{
  return ring.n_vertices == vertices->len && memcmp (&g_array_index (self->out_vertices, DatelineBasemapVertex, ring.first_vertex),
                                                     vertices->data,
                                                     vertices->len * sizeof (DatelineBasemapVertex)) == 0;
}

static void
grow_bounds (DatelineBasemapFeature *out, GArray *vertices)
{
  for (guint i = 0; i < vertices->len; i++)
    {
      DatelineBasemapVertex v = g_array_index (vertices, DatelineBasemapVertex, i);

      out->x_min = MIN (out->x_min, v.x);
      out->y_min = MIN (out->y_min, v.y);
      out->x_max = MAX (out->x_max, v.x);
      out->y_max = MAX (out->y_max, v.y);
    }
}

static void
emit_feature (Compiler *self, Feature *feature, double pixel)
{
  DatelineBasemapFeature out = {
    .layer = feature->layer,
    .is_area = feature->is_area,
    .rank = feature->rank,
    .first_zoom = feature->first_zoom,
    .index = feature->index,
    .first_ring = self->out_rings->len,
    .x_min = G_MAXUINT32,
    .y_min = G_MAXUINT32,
  };

  for (guint i = 0; i < feature->rings->len; i++)
    {
      g_autoptr (GArray)   vertices = simplify (g_ptr_array_index (feature->rings, i), feature->is_area, pixel);
      DatelineBasemapRing *last = &g_array_index (feature->last, DatelineBasemapRing, i);

      if (vertices->len < 2)
        continue;
      if (!is_same_ring (self, *last, vertices))
        {
          *last = (DatelineBasemapRing){ self->out_vertices->len, vertices->len };
          g_array_append_vals (self->out_vertices, vertices->data, vertices->len);
        }
      g_array_append_val (self->out_rings, *last);
      grow_bounds (&out, vertices);
      out.n_rings++;
    }

  if (out.n_rings > 0)
    g_array_append_val (self->out_features, out);
}

static void
emit_level (Compiler *self, int zoom, DatelineBasemapLevel *level)
{
  gboolean is_last = zoom == DATELINE_BASEMAP_FIRST_LEVEL + DATELINE_BASEMAP_N_LEVELS - 1;
  double   pixel = is_last ? 0.0 : pow (2.0, 24 - zoom);

  level->first_feature = self->out_features->len;
  for (int layer = 0; layer < DATELINE_N_LAYERS; layer++)
    for (guint i = 0; i < self->features->len; i++)
      {
        Feature *feature = g_ptr_array_index (self->features, i);

        if ((int) feature->layer == layer && feature->first_zoom <= zoom && zoom <= feature->last_zoom)
          emit_feature (self, feature, pixel);
      }
  level->n_features = self->out_features->len - level->first_feature;
}

/* --- labels --------------------------------------------------------- */

static guint32
add_string (Compiler *self, const char *string)
{
  guint32 offset = (guint32) self->strings->len;

  if (string == NULL || *string == '\0')
    return 0;
  g_string_append_len (self->strings, string, (gssize) strlen (string) + 1);
  return offset;
}

static void
emit_labels (Compiler *self)
{
  compile_places_demote_suburbs (self->places);
  compile_places_sort (self->places);
  compile_places_spread (self->places);
  for (guint i = 0; i < self->places->len; i++)
    {
      const Place          *place = g_ptr_array_index (self->places, i);
      DatelineBasemapVertex at = project (place->lat, place->lon);
      DatelineBasemapLabel  label = {
         .x = at.x,
         .y = at.y,
         .kind = (guint8) place->kind,
         .first_zoom = (guint8) place->first_zoom,
         .last_zoom = (guint8) place->last_zoom,
         .country = place->country,
      };

      if (place->kind < 0 || place->first_zoom > 22 || place->english == NULL)
        continue;
      label.english = add_string (self, place->english);
      label.arabic = add_string (self, place->arabic);
      g_array_append_val (self->out_labels, label);
    }
}

/* --- the file ------------------------------------------------------- */

static DatelineBasemapSection
append_section (GByteArray *file, const void *data, guint n, gsize element_size)
{
  static const guint8    zeros[8] = { 0 };
  DatelineBasemapSection section;

  g_byte_array_append (file, zeros, (8 - file->len % 8) % 8);
  section = (DatelineBasemapSection){ file->len, n };
  g_byte_array_append (file, data, (guint) (n * element_size));
  return section;
}

static gboolean
write_file (Compiler *self, const char *path, DatelineBasemapHeader *header, GError **error)
{
  g_autoptr (GByteArray) file = g_byte_array_new ();
  DatelineBasemapVertex  north_west = project (BOX_NORTH, BOX_WEST);
  DatelineBasemapVertex  south_east = project (BOX_SOUTH, BOX_EAST);

  g_byte_array_append (file, (const guint8 *) header, sizeof *header);
  header->features = append_section (file, self->out_features->data, self->out_features->len, sizeof (DatelineBasemapFeature));
  header->rings = append_section (file, self->out_rings->data, self->out_rings->len, sizeof (DatelineBasemapRing));
  header->vertices = append_section (file, self->out_vertices->data, self->out_vertices->len, sizeof (DatelineBasemapVertex));
  header->labels = append_section (file, self->out_labels->data, self->out_labels->len, sizeof (DatelineBasemapLabel));
  header->strings = append_section (file, self->strings->str, (guint) self->strings->len, 1);
  memcpy (header->magic, DATELINE_BASEMAP_MAGIC, sizeof header->magic);
  header->version = DATELINE_BASEMAP_VERSION;
  header->size = file->len;
  header->x_min = north_west.x;
  header->y_min = north_west.y;
  header->x_max = south_east.x;
  header->y_max = south_east.y;
  memcpy (file->data, header, sizeof *header);

  return g_file_set_contents (path, (const char *) file->data, file->len, error);
}

static int
find_gazetteers (int argc, char **argv)
{
  for (int i = 4; i < argc; i++)
    if (g_str_equal (argv[i], "--"))
      return i + 1;

  return argc;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError)    error = NULL;
  DatelineBasemapHeader header = { 0 };
  Compiler              self = {
                 .features = g_ptr_array_new (),
                 .places = g_ptr_array_new (),
                 .codes = g_hash_table_new (g_str_hash, g_str_equal),
                 .near = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
                 .out_features = g_array_new (FALSE, TRUE, sizeof (DatelineBasemapFeature)),
                 .out_rings = g_array_new (FALSE, TRUE, sizeof (DatelineBasemapRing)),
                 .out_vertices = g_array_new (FALSE, TRUE, sizeof (DatelineBasemapVertex)),
                 .out_labels = g_array_new (FALSE, TRUE, sizeof (DatelineBasemapLabel)),
                 .strings = g_string_new_len ("", 1),
  };

  if (argc < 5)
    {
      g_printerr ("usage: compile-basemap OUTPUT LABELS PLACES FEATURES… [-- GAZETTEERS…]\n");
      return 2;
    }

  read_table (&self, argv[3], 7, 0, read_place_row);
  for (int i = 4; i < argc && !g_str_equal (argv[i], "--"); i++)
    read_table (&self, argv[i], 7, 0, read_feature_row);
  read_table (&self, argv[2], 9, 0, read_label_row);
  for (guint i = 0; i < self.places->len; i++)
    remember (&self, g_ptr_array_index (self.places, i));
  for (int i = find_gazetteers (argc, argv); i < argc; i++)
    read_table (&self, argv[i], 10, 1, read_gazetteer_row);

  for (int i = 0; i < DATELINE_BASEMAP_N_LEVELS; i++)
    emit_level (&self, DATELINE_BASEMAP_FIRST_LEVEL + i, &header.levels[i]);
  emit_labels (&self);

  if (!write_file (&self, argv[1], &header, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  return 0;
}
