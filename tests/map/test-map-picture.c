/* test-map-picture.c: pictures of the map, and their files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "dateline-map-picture.h"
#include "golden.h"
#include "picture-fixture.h"

#define DAY_S G_GINT64_CONSTANT (86400)

static DatelineBasemap *basemap;

static DatelineMapPictureOptions
get_options (int width_px, int height_px)
{
  return (DatelineMapPictureOptions){ .width_px = width_px, .height_px = height_px, .has_legend = TRUE, .title = "Six weeks" };
}

static cairo_surface_t *
paint (DatelineMapPicture *picture)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, dateline_map_picture_get_width (picture), dateline_map_picture_get_height (picture));
  cairo_t         *cr = cairo_create (surface);

  dateline_map_picture_draw (picture, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Against pictures that were looked at: every kind of precision, beside
 * and under the map, light and dark, both languages. */
static void
test_golden (void)
{
  g_autoptr (DatelineIncidentTable) table = picture_fixture_create ();
  DatelineMapPictureOptions         wide = get_options (800, 520), tall = get_options (480, 760), zoomed = get_options (560, 400);
  g_autoptr (DatelineMapPicture)    all = NULL;
  g_autoptr (DatelineMapPicture)    dark = NULL;
  g_autoptr (DatelineMapPicture)    part = NULL;
  const struct
  {
    const char          *name;
    DatelineMapPicture **picture;
  } pictures[] = { { "picture-wide", &all }, { "picture-tall-dark", &dark }, { "picture-part", &part } };

  all = dateline_map_picture_new (basemap, table, &wide);
  tall.style = DATELINE_BASEMAP_DARK;
  tall.language = DATELINE_LABELS_BOTH;
  tall.fades = TRUE;
  dark = dateline_map_picture_new (basemap, table, &tall);
  zoomed.title = NULL;
  zoomed.has_legend = FALSE;
  part = dateline_map_picture_new (basemap, table, &zoomed);
  dateline_map_picture_show_area (part, (DatelinePoint){ 32.0, 42.5 }, (DatelinePoint){ 34.5, 45.5 });

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      cairo_surface_t *surface = paint (*pictures[i].picture);

      golden_check (surface, pictures[i].name);
      cairo_surface_destroy (surface);
    }
}

/* The same input gives the same bytes, whatever was drawn before. */
static void
test_deterministic (void)
{
  g_autoptr (DatelineIncidentTable) table = picture_fixture_create ();
  DatelineMapPictureOptions         options = get_options (640, 420);
  GBytes                           *files[2][2];

  options.fades = TRUE;
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError)             error = NULL;
      g_autoptr (DatelineMapPicture) picture = dateline_map_picture_new (basemap, table, &options);

      files[0][i] = dateline_map_picture_to_png (picture, 1.5, &error);
      g_assert_no_error (error);
      files[1][i] = dateline_map_picture_to_svg (picture, &error);
      g_assert_no_error (error);
    }
  for (guint format = 0; format < 2; format++)
    {
      g_assert_true (g_bytes_equal (files[format][0], files[format][1]));
      g_bytes_unref (files[format][0]);
      g_bytes_unref (files[format][1]);
    }
}

/* Lines, not pixels: it can be enlarged. */
static void
test_svg (void)
{
  g_autoptr (DatelineIncidentTable) table = picture_fixture_create ();
  DatelineMapPictureOptions         options = get_options (640, 420);
  g_autoptr (DatelineMapPicture)    picture = NULL;
  g_autoptr (GError)                error = NULL;
  g_autoptr (GBytes)                svg = NULL;
  const char                       *text;
  gsize                             length;

  options.fades = TRUE;
  picture = dateline_map_picture_new (basemap, table, &options);
  svg = dateline_map_picture_to_svg (picture, &error);
  g_assert_no_error (error);
  text = g_bytes_get_data (svg, &length);
  g_assert_nonnull (g_strstr_len (text, (gssize) length, "width=\"640px\""));
  g_assert_nonnull (g_strstr_len (text, (gssize) length, "</svg>"));
  g_assert_null (g_strstr_len (text, (gssize) length, "<image"));
}

/* A picture of twice the scale is the same picture, with more pixels. */
static void
test_scale (void)
{
  g_autoptr (DatelineIncidentTable) table = picture_fixture_create ();
  DatelineMapPictureOptions         options = get_options (640, 416);
  g_autoptr (DatelineMapPicture)    picture = dateline_map_picture_new (basemap, table, &options);
  cairo_surface_t                  *once = paint (picture);
  cairo_surface_t                  *shrunk = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 640, 416);
  cairo_surface_t                  *twice = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1280, 832);
  cairo_t                          *cr = cairo_create (twice);

  cairo_scale (cr, 2.0, 2.0);
  dateline_map_picture_draw (picture, cr);
  cairo_destroy (cr);
  cr = cairo_create (shrunk);
  cairo_scale (cr, 0.5, 0.5);
  cairo_set_source_surface (cr, twice, 0.0, 0.0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (shrunk);
  g_assert_cmpint (golden_get_difference (once, shrunk), <=, 12);
  cairo_surface_destroy (once);
  cairo_surface_destroy (shrunk);
  cairo_surface_destroy (twice);
}

/* The legend tells of what is there, and takes no room when that is
 * nothing. */
static void
test_empty (void)
{
  g_autoptr (DatelineIncidentTable) table = dateline_incident_table_new (0);
  DatelineMapPictureOptions         options = get_options (480, 320), bare = options;
  g_autoptr (DatelineMapPicture)    picture = NULL;
  g_autoptr (DatelineMapPicture)    without = NULL;
  cairo_surface_t                  *a, *b;

  dateline_incident_table_sort (table);
  bare.has_legend = FALSE;
  picture = dateline_map_picture_new (basemap, table, &options);
  without = dateline_map_picture_new (basemap, table, &bare);
  a = paint (picture);
  b = paint (without);
  g_assert_cmpint (golden_get_difference (a, b), ==, 0);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  guint            n_files = 0;

  while (g_dir_read_name (files) != NULL)
    n_files++;
  return n_files;
}

/* Whole or not at all, and no trace of the attempt. */
static void
test_save (void)
{
  g_autoptr (DatelineIncidentTable) table = picture_fixture_create ();
  DatelineMapPictureOptions         options = get_options (320, 240);
  g_autoptr (DatelineMapPicture)    picture = dateline_map_picture_new (basemap, table, &options);
  g_autofree char                  *folder = g_dir_make_tmp ("dateline-test-XXXXXX", NULL);
  g_autofree char                  *png = g_build_filename (folder, "a.PNG", NULL);
  g_autofree char                  *svg = g_build_filename (folder, "a.svg", NULL);
  g_autofree char                  *nowhere = g_build_filename (folder, "none", "a.png", NULL);
  g_autofree char                  *contents = NULL;
  g_autoptr (GError)                error = NULL;

  g_assert_true (g_file_set_contents (png, "before", -1, NULL));
  g_assert_false (dateline_map_picture_save (picture, png, 200.0, &error));
  g_assert_error (error, DATELINE_MAP_PICTURE_ERROR, DATELINE_MAP_PICTURE_ERROR_SIZE);
  g_assert_true (g_str_has_prefix (error->message, png));
  g_assert_true (g_file_get_contents (png, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "before");
  g_clear_error (&error);

  g_assert_false (dateline_map_picture_save (picture, nowhere, 1.0, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_true (g_str_has_prefix (error->message, nowhere));
  g_assert_cmpuint (count_files (folder), ==, 1);
  g_clear_error (&error);

  g_assert_true (dateline_map_picture_save (picture, png, 1.0, &error));
  g_assert_true (dateline_map_picture_save (picture, svg, 1.0, &error));
  g_clear_pointer (&contents, g_free);
  g_assert_true (g_file_get_contents (png, &contents, NULL, NULL));
  g_assert_cmpmem (contents, 4, "\x89PNG", 4);
  g_clear_pointer (&contents, g_free);
  g_assert_true (g_file_get_contents (svg, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "<?xml"));
  g_assert_cmpuint (count_files (folder), ==, 2);

  g_remove (png);
  g_remove (svg);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int                status;

  g_test_init (&argc, &argv, NULL);
  basemap = dateline_basemap_new_from_file (g_getenv ("DATELINE_TEST_BASEMAP"), &error);
  g_assert_no_error (error);

  g_test_add_func ("/map/picture/golden", test_golden);
  g_test_add_func ("/map/picture/deterministic", test_deterministic);
  g_test_add_func ("/map/picture/svg", test_svg);
  g_test_add_func ("/map/picture/scale", test_scale);
  g_test_add_func ("/map/picture/empty", test_empty);
  g_test_add_func ("/map/picture/save", test_save);

  status = g_test_run ();
  dateline_basemap_unref (basemap);
  return status;
}
