/* test-gazetteer.c: the gazetteer's facts, its sounds, and damaged files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * usage: test-gazetteer ENGINE-DATA
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "dateline-gazetteer.h"
#include "dateline-name-key.h"

static const char *data_path;

/* What a country reaches, with its islands and a margin. */
static const struct
{
  const char *country;
  double      south, north, west, east;
} boxes[] = {
  { "IQ", 28.9, 37.5, 38.7, 48.8 },
  { "SY", 32.2, 37.5, 35.4, 42.5 },
  { "YE", 11.8, 19.1, 41.4, 54.8 },
};

static DatelineData *
open_data (const char *path)
{
  g_autoptr (GError) error = NULL;
  DatelineData      *data = dateline_data_open (path, &error);

  g_assert_no_error (error);
  return data;
}

static void
test_boxes (void)
{
  g_autoptr (DatelineData)      data = open_data (data_path);
  g_autoptr (DatelineGazetteer) gazetteer = dateline_gazetteer_new (data, NULL);
  guint                         counts[G_N_ELEMENTS (boxes)] = { 0 };

  for (guint i = 0; i < dateline_gazetteer_get_n_places (gazetteer); i++)
    {
      const DatelineGazetteerPlace *place = dateline_gazetteer_get_place (gazetteer, i);

      for (guint j = 0; j < G_N_ELEMENTS (boxes); j++)
        {
          gboolean in_box = (double) place->lat >= boxes[j].south && (double) place->lat <= boxes[j].north &&
                            (double) place->lon >= boxes[j].west && (double) place->lon <= boxes[j].east;

          if (strcmp (place->country, boxes[j].country) != 0)
            continue;
          if (!in_box)
            g_test_message ("%s lies outside %s", dateline_gazetteer_get_string (gazetteer, place->id), boxes[j].country);
          g_assert_true (in_box);
          g_assert_true (place->in_region);
          counts[j]++;
        }
    }
  for (guint j = 0; j < G_N_ELEMENTS (boxes); j++)
    g_assert_cmpuint (counts[j], >, 300);
}

static void
test_parents (void)
{
  g_autoptr (DatelineData)      data = open_data (data_path);
  g_autoptr (DatelineGazetteer) gazetteer = dateline_gazetteer_new (data, NULL);
  guint                         n_adm1 = 0, n_adm2 = 0;

  for (guint i = 0; i < dateline_gazetteer_get_n_places (gazetteer); i++)
    {
      const DatelineGazetteerPlace *place = dateline_gazetteer_get_place (gazetteer, i);
      const DatelineGazetteerPlace *parent;

      if (place->demonym || !place->in_region || place->country[0] == '\0' || place->place_class == DATELINE_PLACE_COUNTRY)
        continue;
      g_assert_cmpuint (place->parent, !=, G_MAXUINT32);
      parent = dateline_gazetteer_get_place (gazetteer, place->parent);
      g_assert_cmpstr (parent->country, ==, place->country);
      n_adm1 += place->place_class == DATELINE_PLACE_ADM1;
      n_adm2 += place->place_class == DATELINE_PLACE_ADM2;
      if (place->place_class == DATELINE_PLACE_ADM2)
        g_assert_cmpint (parent->place_class, ==, DATELINE_PLACE_ADM1);
    }
  g_assert_cmpuint (n_adm1, ==, 19 + 14 + 22);
  g_assert_cmpuint (n_adm2, >=, 500);
}

static void
test_capitals (void)
{
  static const char *const capitals[][2] = { { "IQ", "Baghdad" }, { "SY", "Damascus" }, { "YE", "Sanaa" }, { "FR", "Paris" } };

  g_autoptr (DatelineData)      data = open_data (data_path);
  g_autoptr (DatelineGazetteer) gazetteer = dateline_gazetteer_new (data, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (capitals); i++)
    {
      guint row = dateline_gazetteer_get_capital (gazetteer, capitals[i][0]);

      g_assert_cmpuint (row, !=, G_MAXUINT32);
      g_assert_cmpstr (dateline_gazetteer_get_string (gazetteer, dateline_gazetteer_get_place (gazetteer, row)->name), ==, capitals[i][1]);
    }
  g_assert_cmpuint (dateline_gazetteer_get_capital (gazetteer, ""), ==, G_MAXUINT32);
  g_assert_cmpuint (dateline_gazetteer_get_capital (gazetteer, "zz"), ==, G_MAXUINT32);
}

static const struct
{
  const char *a, *b;
  gboolean    same, near;
} sounds[] = {
  { "durayhimi", "duraihimi", TRUE, TRUE },
  { "durayhimi", "duraihmi", FALSE, TRUE },
  { "hudaydah", "hudaida", TRUE, TRUE },
  { "mosul", "mousul", TRUE, TRUE },
  { "raqqah", "rakka", TRUE, TRUE },
  { "khokha", "khawkhah", TRUE, TRUE },
  { "jouf", "jawf", TRUE, TRUE },
  { "sheikhun", "shaykhoun", TRUE, TRUE },
  { "qusayr", "kusair", TRUE, TRUE },
  { "lahij", "lahej", TRUE, TRUE },
  { "sanaa", "sinah", FALSE, TRUE },
  { "mosul", "masaliyah", FALSE, FALSE },
  { "basrah", "busayrah", FALSE, FALSE },
  { "homs", "hama", FALSE, FALSE },
  { "taiz", "taz", FALSE, TRUE },
};

static void
test_sounds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sounds); i++)
    {
      char     a[DATELINE_NAME_KEY_SIZE] = "", b[DATELINE_NAME_KEY_SIZE] = "";
      gboolean same, near;

      dateline_name_key_append (sounds[i].a, a, 0);
      dateline_name_key_append (sounds[i].b, b, 0);
      same = strcmp (a, b) == 0;
      near = dateline_name_key_hash (a) == dateline_name_key_hash (b) && dateline_name_keys_are_near (a, b);
      if (same != sounds[i].same || near != sounds[i].near)
        g_test_message ("%s is %s, %s is %s", sounds[i].a, a, sounds[i].b, b);
      g_assert_cmpint (same, ==, sounds[i].same);
      g_assert_cmpint (near, ==, sounds[i].near);
    }
}

static void
test_long_key (void)
{
  g_autofree char *word = g_strnfill (500, 'b');
  char             key[DATELINE_NAME_KEY_SIZE] = "";
  gsize            length = 0;

  for (guint i = 0; i < 100; i++)
    {
      length = dateline_name_key_append (i % 2 == 0 ? "maqbanah" : word, key, length);
      g_assert_cmpuint (length, <, DATELINE_NAME_KEY_SIZE);
      g_assert_cmpuint (strlen (key), ==, length);
    }
}

/* The section @tag in the file's bytes. */
static DatelineDataSection *
find_section (char *bytes, const char *tag)
{
  DatelineDataHeader  *header = (DatelineDataHeader *) bytes;
  DatelineDataSection *sections = (DatelineDataSection *) (bytes + sizeof *header);

  for (guint i = 0; i < header->n_sections; i++)
    if (memcmp (sections[i].tag, tag, 4) == 0)
      return &sections[i];
  g_assert_not_reached ();
}

typedef struct
{
  const char *title;
  const char *section;
  gsize       offset; /* in its first element */
  guint32     value;
  gsize       size;
} Damage;

static const Damage damages[] = {
  { "place-id", "PLAC", G_STRUCT_OFFSET (DatelineGazetteerPlace, id), 0x7fffffff, 4 },
  { "place-name", "PLAC", G_STRUCT_OFFSET (DatelineGazetteerPlace, name), 0xffffffff, 4 },
  { "place-adm1", "PLAC", G_STRUCT_OFFSET (DatelineGazetteerPlace, adm1), 0xffffff00, 4 },
  { "latitude", "PLAC", G_STRUCT_OFFSET (DatelineGazetteerPlace, lat), 0x7fc00000, 4 },
  { "longitude", "PLAC", G_STRUCT_OFFSET (DatelineGazetteerPlace, lon), 0x7f800000, 4 },
  { "radius", "PLAC", G_STRUCT_OFFSET (DatelineGazetteerPlace, radius_km), 0xbf800000, 4 },
  { "parent", "PLAC", G_STRUCT_OFFSET (DatelineGazetteerPlace, parent), 0x00ffffff, 4 },
  { "class", "PLAC", G_STRUCT_OFFSET (DatelineGazetteerPlace, place_class), 0xff, 1 },
  { "country", "PLAC", G_STRUCT_OFFSET (DatelineGazetteerPlace, country) + 2, 'x', 1 },
  { "key-string", "NKEY", G_STRUCT_OFFSET (DatelineNameKey, key), 0xfffffff0, 4 },
  { "key-row", "NKEY", G_STRUCT_OFFSET (DatelineNameKey, row), 0x00ffffff, 4 },
  { "key-order", "NKEY", G_STRUCT_OFFSET (DatelineNameKey, hash), 0xffffffff, 4 },
};

static void
check_rejected (const char *bytes, gsize length)
{
  g_autofree char              *folder = g_dir_make_tmp ("dateline-XXXXXX", NULL);
  g_autofree char              *path = g_build_filename (folder, "engine.dat", NULL);
  g_autoptr (GError)            error = NULL;
  g_autoptr (DatelineData)      data = NULL;
  g_autoptr (DatelineGazetteer) gazetteer = NULL;

  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  data = open_data (path);
  gazetteer = dateline_gazetteer_new (data, &error);
  g_assert_null (gazetteer);
  g_assert_error (error, DATELINE_PLACE_ERROR, DATELINE_PLACE_ERROR_DATA);
  g_remove (path);
  g_rmdir (folder);
}

static void
test_damage (gconstpointer user_data)
{
  const Damage        *damage = user_data;
  g_autofree char     *bytes = NULL;
  DatelineDataSection *section;
  gsize                length;

  g_assert_true (g_file_get_contents (data_path, &bytes, &length, NULL));
  section = find_section (bytes, damage->section);
  memcpy (bytes + section->offset + damage->offset, &damage->value, damage->size);
  check_rejected (bytes, length);
}

static void
test_missing (void)
{
  g_autofree char *bytes = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (data_path, &bytes, &length, NULL));
  memcpy (find_section (bytes, "PLAC")->tag, "XXXX", 4);
  check_rejected (bytes, length);
}

static void
test_short (void)
{
  g_autofree char *bytes = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (data_path, &bytes, &length, NULL));
  find_section (bytes, "PLAC")->length -= 1;
  check_rejected (bytes, length);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (argc != 2)
    g_error ("usage: %s ENGINE-DATA", argv[0]);
  data_path = argv[1];

  g_test_add_func ("/place/gazetteer/boxes", test_boxes);
  g_test_add_func ("/place/gazetteer/parents", test_parents);
  g_test_add_func ("/place/gazetteer/capitals", test_capitals);
  g_test_add_func ("/place/name-key/sounds", test_sounds);
  g_test_add_func ("/place/name-key/long", test_long_key);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *path = g_strdup_printf ("/place/gazetteer/damaged/%s", damages[i].title);

      g_test_add_data_func (path, &damages[i], test_damage);
    }
  g_test_add_func ("/place/gazetteer/damaged/missing", test_missing);
  g_test_add_func ("/place/gazetteer/damaged/short", test_short);
  return g_test_run ();
}
