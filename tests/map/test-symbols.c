/* test-symbols.c: the signs on the map, against pictures and each other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "dateline-symbol-painter.h"
#include "golden.h"

#define CELL_PX 32
#define N_STATUSES 4

/* Of the 250 pixels or so that a symbol covers. */
#define MIN_DIFFERING 25

static cairo_surface_t *
create_sheet (int columns, int rows, gboolean dark, cairo_t **cr)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, columns * CELL_PX, rows * CELL_PX);

  *cr = cairo_create (surface);
  cairo_set_source_rgb (*cr, dark ? 0.16 : 0.96, dark ? 0.18 : 0.95, dark ? 0.20 : 0.92);
  cairo_paint (*cr);
  return surface;
}

static void
draw_at (cairo_t *cr, int column, int row, const DatelineSymbolLook *look, gboolean dark)
{
  cairo_save (cr);
  cairo_translate (cr, (column + 0.5) * CELL_PX, (row + 0.5) * CELL_PX);
  dateline_symbol_painter_draw (cr, look, dark);
  cairo_restore (cr);
}

/* Every type by every review; below, an air strike by age, then outlined
 * and faint. */
static cairo_surface_t *
draw_symbols (gboolean dark)
{
  cairo_t         *cr;
  cairo_surface_t *surface = create_sheet (DATELINE_N_INCIDENT_TYPES, N_STATUSES + 1, dark, &cr);

  for (int type = 0; type < DATELINE_N_INCIDENT_TYPES; type++)
    for (guint status = 0; status < N_STATUSES; status++)
      draw_at (cr, type, (int) status, &(DatelineSymbolLook){ .type = type, .status = status, .radius_px = 8.0 }, dark);
  for (guint age = 0; age < DATELINE_N_SYMBOL_AGES; age++)
    draw_at (cr, (int) age, N_STATUSES, &(DatelineSymbolLook){ .type = DATELINE_INCIDENT_AIR_STRIKE, .age = age, .radius_px = 8.0 }, dark);
  draw_at (cr, 5, N_STATUSES, &(DatelineSymbolLook){ .type = DATELINE_INCIDENT_NAVAL_ATTACK, .variant = DATELINE_SYMBOL_OUTLINED, .radius_px = 8.0 }, dark);
  draw_at (cr, 6, N_STATUSES, &(DatelineSymbolLook){ .type = DATELINE_INCIDENT_NAVAL_ATTACK, .variant = DATELINE_SYMBOL_FAINT, .radius_px = 8.0 }, dark);
  draw_at (cr, 7, N_STATUSES, &(DatelineSymbolLook){ .type = DATELINE_INCIDENT_AIR_STRIKE, .radius_px = 11.5 }, dark);

  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
draw_ring_at (cairo_t *cr, int column, const DatelineRing *ring, gboolean dark)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  cairo_save (cr);
  cairo_translate (cr, (column + 0.5) * 2 * CELL_PX, CELL_PX);
  dateline_symbol_painter_draw_ring (cr, ring, context, dark);
  cairo_restore (cr);
  g_object_unref (context);
}

static const DatelineRing rings[] = {
  { .families = { 5, 3, 0, 4 }, .n = 12, .radius_px = 14.0 },
  { .families = { 1 }, .n = 1, .radius_px = 12.0, .is_area = TRUE },
  { .families = { 20, 0, 30, 0, 10, 5, 5, 30 }, .n = 100, .radius_px = 17.0, .is_area = TRUE },
  { .families = { 900, 100 }, .n = 1000, .radius_px = 20.0, .age = 3 },
};

/* Fonts differ from one machine to the next: the numbers are painted over. */
static cairo_surface_t *
draw_rings (gboolean dark)
{
  cairo_t         *cr;
  cairo_surface_t *surface = create_sheet (2 * G_N_ELEMENTS (rings), 2, dark, &cr);

  for (guint i = 0; i < G_N_ELEMENTS (rings); i++)
    {
      draw_ring_at (cr, (int) i, &rings[i], dark);
      cairo_arc (cr, ((int) i + 0.5) * 2 * CELL_PX, CELL_PX, rings[i].radius_px - 5.0, 0.0, 2.0 * G_PI);
      cairo_set_source_rgb (cr, 0.5, 0.5, 0.5);
      cairo_fill (cr);
    }

  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
test_golden (void)
{
  for (int dark = 0; dark <= 1; dark++)
    {
      cairo_surface_t *symbols = draw_symbols (dark);
      cairo_surface_t *ring_sheet = draw_rings (dark);

      golden_check (symbols, dark ? "symbols-dark" : "symbols-light");
      golden_check (ring_sheet, dark ? "rings-dark" : "rings-light");
      cairo_surface_destroy (symbols);
      cairo_surface_destroy (ring_sheet);
    }
}

static cairo_surface_t *
draw_one (const DatelineSymbolLook *look, gboolean dark)
{
  cairo_t         *cr;
  cairo_surface_t *surface = create_sheet (1, 1, dark, &cr);

  draw_at (cr, 0, 0, look, dark);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* How many pixels are clearly of another colour. */
static int
count_differing (cairo_surface_t *p, cairo_surface_t *q)
{
  int n = 0;

  for (int i = 0; i < CELL_PX * CELL_PX; i++)
    {
      guint32 a = golden_get_pixel (p, i % CELL_PX, i / CELL_PX), b = golden_get_pixel (q, i % CELL_PX, i / CELL_PX);

      for (int shift = 0; shift <= 16; shift += 8)
        if (ABS ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)) > 20)
          {
            n++;
            break;
          }
    }

  return n;
}

static void
assert_differ (const DatelineSymbolLook *a, const DatelineSymbolLook *b, gboolean dark)
{
  cairo_surface_t *p = draw_one (a, dark);
  cairo_surface_t *q = draw_one (b, dark);

  g_assert_cmpint (count_differing (p, q), >=, MIN_DIFFERING);
  cairo_surface_destroy (p);
  cairo_surface_destroy (q);
}

/* No two types, reviews or ages look the same. */
static void
test_distinct (void)
{
  for (int dark = 0; dark <= 1; dark++)
    {
      for (int a = 0; a < DATELINE_N_INCIDENT_TYPES; a++)
        for (int b = 0; b < a; b++)
          assert_differ (&(DatelineSymbolLook){ .type = a, .radius_px = 9.0 }, &(DatelineSymbolLook){ .type = b, .radius_px = 9.0 }, dark);
      for (guint a = 0; a < N_STATUSES; a++)
        for (guint b = 0; b < a; b++)
          assert_differ (&(DatelineSymbolLook){ .status = a, .radius_px = 9.0 }, &(DatelineSymbolLook){ .status = b, .radius_px = 9.0 }, dark);
      for (guint a = 1; a < DATELINE_N_SYMBOL_AGES; a++)
        assert_differ (&(DatelineSymbolLook){ .age = a, .radius_px = 9.0 }, &(DatelineSymbolLook){ .age = a - 1, .radius_px = 9.0 }, dark);
    }
}

/* A ring says its number: there is ink in its middle, and more of it for
 * more digits. */
static void
test_numbers (void)
{
  int last = 0;

  for (guint n = 1; n <= 100; n *= 10)
    {
      DatelineRing     ring = { .families = { n }, .n = n, .radius_px = 20.0 };
      cairo_t         *cr;
      cairo_surface_t *surface = create_sheet (2, 2, FALSE, &cr);
      int              n_dark = 0;

      draw_ring_at (cr, 0, &ring, FALSE);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      for (int y = CELL_PX - 12; y < CELL_PX + 12; y++)
        for (int x = CELL_PX - 12; x < CELL_PX + 12; x++)
          n_dark += (golden_get_pixel (surface, x, y) & 0xff) < 0x80;
      g_assert_cmpint (n_dark, >, last);
      last = n_dark;
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map/symbols/golden", test_golden);
  g_test_add_func ("/map/symbols/distinct", test_distinct);
  g_test_add_func ("/map/symbols/numbers", test_numbers);

  return g_test_run ();
}
