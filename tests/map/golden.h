/* golden.h: against pictures that people have looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <glib.h>

#define GOLDEN_BLOCK_PX 8

/* The edges of shapes differ a little from one cairo to the next: means
 * of blocks hardly do. */
#define GOLDEN_TOLERANCE 6

static inline guint32
golden_get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guchar *row = cairo_image_surface_get_data (surface) + (gsize) y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) row)[x] & 0xffffff;
}

/* Of a block, by channel. */
static inline int
golden_get_mean (cairo_surface_t *surface, int x, int y, int shift)
{
  int sum = 0;

  for (int i = 0; i < GOLDEN_BLOCK_PX * GOLDEN_BLOCK_PX; i++)
    sum += golden_get_pixel (surface, x * GOLDEN_BLOCK_PX + i % GOLDEN_BLOCK_PX, y * GOLDEN_BLOCK_PX + i / GOLDEN_BLOCK_PX) >> shift & 0xff;

  return sum / (GOLDEN_BLOCK_PX * GOLDEN_BLOCK_PX);
}

/* The worst difference of any block and channel; 255 when the sizes do. */
static inline int
golden_get_difference (cairo_surface_t *a, cairo_surface_t *b)
{
  int width = cairo_image_surface_get_width (a), height = cairo_image_surface_get_height (a);
  int worst = 0;

  if (width != cairo_image_surface_get_width (b) || height != cairo_image_surface_get_height (b))
    return 255;

  for (int y = 0; y < height / GOLDEN_BLOCK_PX; y++)
    for (int x = 0; x < width / GOLDEN_BLOCK_PX; x++)
      for (int shift = 0; shift <= 16; shift += 8)
        worst = MAX (worst, ABS (golden_get_mean (a, x, y, shift) - golden_get_mean (b, x, y, shift)));

  return worst;
}

/* Against tests/map/golden/NAME.png. A new picture is left in
 * $DATELINE_TEST_OUTPUT when that is set. */
static inline void
golden_check (cairo_surface_t *surface, const char *name)
{
  g_autofree char *file_name = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "golden", file_name, NULL);
  cairo_surface_t *golden = cairo_image_surface_create_from_png (path);
  const char      *output = g_getenv ("DATELINE_TEST_OUTPUT");

  g_test_message ("%s", name);
  if (output != NULL)
    {
      g_autofree char *new_path = g_build_filename (output, file_name, NULL);

      cairo_surface_write_to_png (surface, new_path);
    }
  g_assert_cmpint (cairo_surface_status (golden), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (golden_get_difference (surface, golden), <=, GOLDEN_TOLERANCE);
  cairo_surface_destroy (golden);
}
