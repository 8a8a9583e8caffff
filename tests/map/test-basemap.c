/* test-basemap.c: the basemap's file, whole and damaged, and its tiles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "dateline-basemap-painter.h"
#include "dateline-map-view.h"
#include "golden.h"

static DatelineBasemap *
open_basemap (void)
{
  g_autoptr (GError) error = NULL;
  DatelineBasemap   *basemap = dateline_basemap_new_from_file (g_getenv ("DATELINE_TEST_BASEMAP"), &error);

  g_assert_no_error (error);
  return basemap;
}

/* --- damaged files -------------------------------------------------- */

typedef struct
{
  const char *reason;
  gssize      length; /* what is kept; −1 all */
  goffset     at;     /* where four bytes are overwritten; −1 nowhere */
  guint32     value;
  int         code;
} Damage;

static const Damage damages[] = {
  { "empty", 0, -1, 0, DATELINE_BASEMAP_ERROR_INVALID },
  { "not even a header", 40, -1, 0, DATELINE_BASEMAP_ERROR_INVALID },
  { "a header and no more", sizeof (DatelineBasemapHeader), -1, 0, DATELINE_BASEMAP_ERROR_INVALID },
  { "cut off in the middle", 1000000, -1, 0, DATELINE_BASEMAP_ERROR_INVALID },
  { "another file", -1, 0, 0x47504e89, DATELINE_BASEMAP_ERROR_INVALID },
  { "a later version", -1, G_STRUCT_OFFSET (DatelineBasemapHeader, version), DATELINE_BASEMAP_VERSION + 1, DATELINE_BASEMAP_ERROR_VERSION },
  { "the other byte order", -1, G_STRUCT_OFFSET (DatelineBasemapHeader, version), 0x01000000, DATELINE_BASEMAP_ERROR_VERSION },
  { "vertices past the end", -1, G_STRUCT_OFFSET (DatelineBasemapHeader, vertices.offset), 0xfffffff0, DATELINE_BASEMAP_ERROR_INVALID },
  { "too many vertices", -1, G_STRUCT_OFFSET (DatelineBasemapHeader, vertices.n), 0x20000001, DATELINE_BASEMAP_ERROR_INVALID },
  { "too few rings", -1, G_STRUCT_OFFSET (DatelineBasemapHeader, rings.n), 3, DATELINE_BASEMAP_ERROR_INVALID },
  { "a level past the features", -1, G_STRUCT_OFFSET (DatelineBasemapHeader, levels[4].n_features), 0x7fffffff, DATELINE_BASEMAP_ERROR_INVALID },
  { "no strings", -1, G_STRUCT_OFFSET (DatelineBasemapHeader, strings.n), 0, DATELINE_BASEMAP_ERROR_INVALID },
  { "odd offset", -1, G_STRUCT_OFFSET (DatelineBasemapHeader, labels.offset), 1001, DATELINE_BASEMAP_ERROR_INVALID },
};

static void
test_damaged (void)
{
  g_autofree char *folder = g_dir_make_tmp ("dateline-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "basemap.dat", NULL);
  g_autofree char *contents = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (g_getenv ("DATELINE_TEST_BASEMAP"), &contents, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char            *bytes = g_memdup2 (contents, length);
      g_autoptr (GError)          error = NULL;
      g_autoptr (DatelineBasemap) basemap = NULL;

      g_test_message ("%s", damages[i].reason);
      if (damages[i].at >= 0)
        memcpy (bytes + damages[i].at, &damages[i].value, sizeof damages[i].value);
      g_assert_true (g_file_set_contents (path, bytes, damages[i].length < 0 ? (gssize) length : damages[i].length, NULL));
      basemap = dateline_basemap_new_from_file (path, &error);
      g_assert_error (error, DATELINE_BASEMAP_ERROR, damages[i].code);
      g_assert_nonnull (strstr (error->message, path));
      g_assert_null (basemap);
    }

  g_remove (path);
  g_rmdir (folder);
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (dateline_basemap_new_from_file ("/nowhere/basemap.dat", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

/* --- what lies where ------------------------------------------------ */

static guint
find_governorate (DatelineBasemap *basemap, double lat, double lon)
{
  DatelineMapView view = dateline_map_view_new (lat, lon, 0.0, 0.0, 0.0);

  return dateline_basemap_find_governorate (basemap, (guint32) view.center_x, (guint32) view.center_y);
}

static void
test_governorates (void)
{
  g_autoptr (DatelineBasemap) basemap = open_basemap ();
  guint                       nineveh = find_governorate (basemap, 36.34, 43.13);

  g_assert_cmpuint (nineveh, !=, 0);
  g_assert_cmpuint (find_governorate (basemap, 36.32, 41.86), ==, nineveh);                              /* Sinjar */
  g_assert_cmpuint (find_governorate (basemap, 36.19, 44.01), !=, nineveh);                              /* Erbil */
  g_assert_cmpuint (find_governorate (basemap, 12.5, 53.9), !=, find_governorate (basemap, 16.4, 48.9)); /* Socotra, Hadramawt */
  g_assert_cmpuint (find_governorate (basemap, 12.5, 53.9), !=, 0);
  g_assert_cmpuint (find_governorate (basemap, 12.19, 52.2), ==, find_governorate (basemap, 12.5, 53.9)); /* Abd al Kuri */
  g_assert_cmpuint (find_governorate (basemap, 20.0, 38.5), ==, 0);                                       /* Red Sea */
  g_assert_cmpuint (find_governorate (basemap, 24.7, 46.7), ==, 0);                                       /* Riyadh */
  for (int zoom = 3; zoom <= 18; zoom++)
    g_assert_nonnull (dateline_basemap_get_governorate (basemap, nineveh, zoom));
  g_assert_null (dateline_basemap_get_governorate (basemap, 999, 8));
}

/* Each of the three has a place for its badge, inside its borders. */
static void
test_countries (void)
{
  static const struct
  {
    guint16 code;
    double  south, west, north, east;
  } countries[] = {
    { 'I' << 8 | 'Q', 29.0, 38.8, 37.4, 48.6 },
    { 'S' << 8 | 'Y', 32.3, 35.7, 37.3, 42.4 },
    { 'Y' << 8 | 'E', 12.6, 42.5, 19.0, 53.1 },
  };
  g_autoptr (DatelineBasemap) basemap = open_basemap ();
  DatelineBasemapVertex       at;

  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    {
      double lat, lon;

      g_assert_true (dateline_basemap_find_country (basemap, countries[i].code, &at));
      dateline_map_view_to_degrees (at.x, at.y, &lat, &lon);
      g_assert_cmpfloat (lat, >, countries[i].south);
      g_assert_cmpfloat (lat, <, countries[i].north);
      g_assert_cmpfloat (lon, >, countries[i].west);
      g_assert_cmpfloat (lon, <, countries[i].east);
      g_assert_cmpuint (find_governorate (basemap, lat, lon), !=, 0);
    }
  g_assert_false (dateline_basemap_find_country (basemap, 'X' << 8 | 'X', &at));
}

/* The press's names, not the gazetteer's, and Arabic ones beside them. */
static void
test_labels (void)
{
  static const char *const wanted[][2] = {
    { "Hodeidah", "الحديدة" },
    { "Mosul", "الموصل" },
    { "Deir ez-Zor", "دير الزور" },
    { "Red Sea", "البحر الأحمر" },
  };
  g_autoptr (DatelineBasemap) basemap = open_basemap ();
  guint                       n_labels;
  const DatelineBasemapLabel *labels = dateline_basemap_get_labels (basemap, &n_labels);

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < n_labels; j++)
        found |= g_str_equal (dateline_basemap_get_string (basemap, labels[j].english), wanted[i][0]) && g_str_equal (dateline_basemap_get_string (basemap, labels[j].arabic), wanted[i][1]);
      g_test_message ("%s", wanted[i][0]);
      g_assert_true (found);
    }
}

/* --- tiles ---------------------------------------------------------- */

static cairo_surface_t *
paint (const DatelineBasemap *basemap, DatelineBasemapStyle style, DatelineTilePlace place)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, place.size_px, place.size_px);
  cairo_t         *cr = cairo_create (surface);

  dateline_basemap_paint_tile (basemap, style, place, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static DatelineTilePlace
get_tile (double lat, double lon, int zoom)
{
  DatelineMapView view = dateline_map_view_new (lat, lon, zoom, 0.0, 0.0);
  double          tile = exp2 (32 - zoom);

  return (DatelineTilePlace){ (guint) (view.center_x / tile), (guint) (view.center_y / tile), zoom, 256 };
}

typedef struct
{
  const char *reason;
  double      lat;
  double      lon;
  gboolean    is_land;
} Probe;

static const Probe probes[] = {
  { "the desert of Anbar", 32.2, 41.2, TRUE },
  { "the Red Sea", 19.5, 38.8, FALSE },
  { "the Syrian steppe", 34.9, 39.3, TRUE },
  { "the Gulf of Aden", 12.4, 47.0, FALSE },
  { "the Rub al-Khali", 21.0, 50.5, TRUE },
  { "the Mediterranean", 34.3, 33.6, FALSE },
  { "France, outside of the region", 47.0, 2.5, TRUE },
  { "the Atlantic", 40.0, -30.0, FALSE },
  { "Chukotka, across 180°", 66.0, -174.0, TRUE },
};

/* The same place is sea or land at every zoom, and neither edge of the
 * region nor any number of pixels gets in the way. */
static void
test_land_and_sea (void)
{
  g_autoptr (DatelineBasemap)   basemap = open_basemap ();
  const DatelineBasemapPalette *palette = dateline_basemap_style_get_palette (DATELINE_BASEMAP_LIGHT);

  for (guint i = 0; i < G_N_ELEMENTS (probes); i++)
    for (int zoom = 3; zoom <= 18; zoom += 3)
      {
        DatelineTilePlace place = get_tile (probes[i].lat, probes[i].lon, zoom);
        DatelineMapView   view = dateline_map_view_new (probes[i].lat, probes[i].lon, zoom, 0.0, 0.0);
        cairo_surface_t  *surface = paint (basemap, DATELINE_BASEMAP_LIGHT, place);
        int               x = (int) (view.center_x * view.px_per_unit - place.x * 256.0);
        int               y = (int) (view.center_y * view.px_per_unit - place.y * 256.0);

        g_test_message ("%s at zoom %d", probes[i].reason, zoom);
        g_assert_cmphex (golden_get_pixel (surface, x, y), ==, (probes[i].is_land ? palette->land : palette->sea) >> 8);
        cairo_surface_destroy (surface);
      }
}

/* The same tile is the same bytes, and tiles without a map are bare. */
static void
test_deterministic (void)
{
  g_autoptr (DatelineBasemap) basemap = open_basemap ();
  DatelineTilePlace           place = get_tile (33.3, 44.4, 7);
  cairo_surface_t            *a = paint (basemap, DATELINE_BASEMAP_DARK, place);
  cairo_surface_t            *b = paint (basemap, DATELINE_BASEMAP_DARK, place);
  cairo_surface_t            *bare = paint (NULL, DATELINE_BASEMAP_DARK, place);
  gsize                       size = (gsize) cairo_image_surface_get_stride (a) * 256;

  g_assert_cmpmem (cairo_image_surface_get_data (a), size, cairo_image_surface_get_data (b), size);
  g_assert_cmphex (golden_get_pixel (bare, 100, 100), ==, dateline_basemap_style_get_palette (DATELINE_BASEMAP_DARK)->sea >> 8);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
  cairo_surface_destroy (bare);
}

static const struct
{
  const char          *name;
  double               lat;
  double               lon;
  int                  zoom;
  DatelineBasemapStyle style;
} goldens[] = {
  { "iraq-z6-light", 33.0, 44.0, 6, DATELINE_BASEMAP_LIGHT },
  { "yemen-z6-dark", 13.5, 45.5, 6, DATELINE_BASEMAP_DARK },
  { "syria-z8-light", 36.2, 37.2, 8, DATELINE_BASEMAP_LIGHT },
  { "syria-z11-light", 35.9, 38.3, 11, DATELINE_BASEMAP_LIGHT },
  { "iraq-z9-dark", 33.3, 44.4, 9, DATELINE_BASEMAP_DARK },
  { "yemen-z8-high-contrast-dark", 12.8, 45.0, 8, DATELINE_BASEMAP_HIGH_CONTRAST_DARK },
  { "region-z4-high-contrast", 30.0, 44.0, 4, DATELINE_BASEMAP_HIGH_CONTRAST },
};

/* Against pictures that were looked at. */
static void
test_golden (void)
{
  g_autoptr (DatelineBasemap) basemap = open_basemap ();

  for (guint i = 0; i < G_N_ELEMENTS (goldens); i++)
    {
      cairo_surface_t *surface = paint (basemap, goldens[i].style, get_tile (goldens[i].lat, goldens[i].lon, goldens[i].zoom));

      golden_check (surface, goldens[i].name);
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map/basemap/damaged", test_damaged);
  g_test_add_func ("/map/basemap/missing", test_missing);
  g_test_add_func ("/map/basemap/governorates", test_governorates);
  g_test_add_func ("/map/basemap/countries", test_countries);
  g_test_add_func ("/map/basemap/labels", test_labels);
  g_test_add_func ("/map/basemap/land-and-sea", test_land_and_sea);
  g_test_add_func ("/map/basemap/deterministic", test_deterministic);
  g_test_add_func ("/map/basemap/golden", test_golden);

  return g_test_run ();
}
