/* dateline-symbol-painter.c: the marks of incidents, as pictures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-symbol-painter.h"

#include <math.h>

#include "dateline-locale-text.h"

#define RING_PX 4.5

/* Still selected, but filtered out. */
#define FAINT_ALPHA 0.45

/* Of a review, as in the incident table. */
enum
{
  STATUS_UNREVIEWED,
  STATUS_ACCEPTED,
  STATUS_CORRECTED,
  STATUS_REJECTED
};

static void
set_source (cairo_t *cr, DatelineColor color, double alpha)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, alpha);
}

static DatelineColor
get_ground (gboolean dark)
{
  return dark ? (DatelineColor){ 0.11f, 0.12f, 0.14f } : (DatelineColor){ 1.0f, 1.0f, 1.0f };
}

static void
add_outline (cairo_t *cr, DatelineShape shape, double radius)
{
  guint        n_points;
  const float *points = dateline_shape_get_points (shape, &n_points);

  cairo_new_path (cr);
  for (guint i = 0; i < n_points; i++)
    cairo_line_to (cr, points[2 * i] * radius, points[2 * i + 1] * radius);
  cairo_close_path (cr);
}

static DatelineColor
get_ink (gboolean dark)
{
  return dark ? (DatelineColor){ 0.95f, 0.96f, 0.97f } : (DatelineColor){ 0.10f, 0.11f, 0.13f };
}

/* The oldest is still well seen. */
static double
get_age_alpha (guint age)
{
  static const double alphas[DATELINE_N_SYMBOL_AGES] = { 1.0, 0.8, 0.62, 0.46 };

  return alphas[MIN (age, DATELINE_N_SYMBOL_AGES - 1)];
}

/* What the review said stands round the symbol: nothing yet, a line when
 * it was accepted, a broken line when it was corrected. */
static void
draw_rim (cairo_t *cr, guint status, gboolean dark)
{
  static const double dashes[] = { 3.0, 2.2 };
  gboolean            is_reviewed = status == STATUS_ACCEPTED || status == STATUS_CORRECTED;

  set_source (cr, (DatelineColor){ 0.0f, 0.0f, 0.0f }, 0.28);
  cairo_set_line_width (cr, 4.0);
  if (!is_reviewed)
    cairo_stroke_preserve (cr);
  else
    {
      set_source (cr, get_ground (dark), 1.0);
      cairo_set_line_width (cr, 6.4);
      cairo_stroke_preserve (cr);
      set_source (cr, get_ink (dark), 1.0);
      cairo_set_line_width (cr, 5.6);
      if (status == STATUS_CORRECTED)
        {
          cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
          cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0.0);
        }
      cairo_stroke_preserve (cr);
      cairo_set_dash (cr, NULL, 0, 0.0);
    }
  set_source (cr, get_ground (dark), 1.0);
  cairo_set_line_width (cr, 2.8);
  cairo_stroke_preserve (cr);
}

/* Hollow and crossed out. */
static void
draw_rejected (cairo_t *cr, double radius_px, gboolean dark)
{
  DatelineColor gray = dark ? (DatelineColor){ 0.66f, 0.67f, 0.69f } : (DatelineColor){ 0.42f, 0.43f, 0.45f };

  set_source (cr, get_ground (dark), 1.0);
  cairo_fill_preserve (cr);
  set_source (cr, gray, 1.0);
  cairo_set_line_width (cr, 1.4);
  cairo_stroke (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cr, -radius_px * 0.95, radius_px * 0.95);
  cairo_line_to (cr, radius_px * 0.95, -radius_px * 0.95);
  cairo_set_line_width (cr, 1.8);
  cairo_stroke (cr);
}

static void
draw_symbol (cairo_t *cr, const DatelineSymbolLook *look, gboolean dark)
{
  DatelineSymbol symbol = dateline_symbol_for_type (look->type);
  DatelineColor  color = dark ? symbol.dark : symbol.light;

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  add_outline (cr, symbol.shape, look->radius_px);
  draw_rim (cr, look->status, dark);

  if (look->status == STATUS_REJECTED)
    draw_rejected (cr, look->radius_px, dark);
  else if (look->variant == DATELINE_SYMBOL_OUTLINED)
    {
      set_source (cr, get_ground (dark), 1.0);
      cairo_fill_preserve (cr);
      set_source (cr, color, 1.0);
      cairo_set_line_width (cr, 1.8);
      cairo_stroke (cr);
    }
  else
    {
      set_source (cr, color, 1.0);
      cairo_fill (cr);
    }
}

/**
 * dateline_symbol_painter_draw:
 * @cr: draws round 0, 0
 * @look: what is shown, and how
 * @dark: whether the ground is dark
 */
void
dateline_symbol_painter_draw (cairo_t *cr, const DatelineSymbolLook *look, gboolean dark)
{
  double alpha = look->variant == DATELINE_SYMBOL_FAINT ? FAINT_ALPHA : get_age_alpha (look->age);

  if (alpha == 1.0)
    {
      draw_symbol (cr, look, dark);
      return;
    }

  cairo_push_group (cr);
  draw_symbol (cr, look, dark);
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, alpha);
}

/**
 * dateline_ring_get_radius:
 * @n: how many incidents
 *
 * Returns: the radius of their mark, pixels; grows with the number's
 *   length, so that it always fits
 */
double
dateline_ring_get_radius (guint n)
{
  return CLAMP (11.0 + 3.0 * log10 (MAX (n, 1)), 12.0, 24.0);
}

/**
 * dateline_ring_round_count:
 * @n: how many incidents
 *
 * Returns: the least number that dateline_ring_format_count() writes as
 *   it writes @n
 */
guint
dateline_ring_round_count (guint n)
{
  guint unit = n < 1000000 ? 1000 : 1000000;

  if (n < 1000)
    return n;
  if (n < 10 * unit)
    return n - n % (unit / 10);

  return n - n % unit;
}

/**
 * dateline_ring_format_count:
 * @n: how many incidents
 *
 * Returns: (transfer full): "214", "3.2k", "1.4M"
 */
char *
dateline_ring_format_count (guint n)
{
  guint       unit = n < 1000000 ? 1000 : 1000000;
  const char *suffix = n < 1000000 ? "k" : "M";

  if (n < 1000)
    return dateline_strdup_printf ("%u", n);
  if (n < 10 * unit)
    return dateline_strdup_printf ("%u.%u%s", n / unit, n % unit / (unit / 10), suffix);

  return dateline_strdup_printf ("%u%s", n / unit, suffix);
}

static void
add_body (cairo_t *cr, gboolean is_area, double radius)
{
  double corner = 5.0;

  cairo_new_path (cr);
  if (!is_area)
    {
      cairo_arc (cr, 0.0, 0.0, radius, 0.0, 2.0 * G_PI);
      return;
    }

  cairo_arc (cr, radius - corner, -radius + corner, corner, -G_PI / 2.0, 0.0);
  cairo_arc (cr, radius - corner, radius - corner, corner, 0.0, G_PI / 2.0);
  cairo_arc (cr, -radius + corner, radius - corner, corner, G_PI / 2.0, G_PI);
  cairo_arc (cr, -radius + corner, -radius + corner, corner, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

/* Clipped to the ring's body, so that a square has its sectors too. */
static void
draw_sectors (cairo_t *cr, const DatelineRing *ring, gboolean dark)
{
  double angle = -G_PI / 2.0;
  guint  n_families = 0;

  for (guint i = 0; i < DATELINE_N_SYMBOL_FAMILIES; i++)
    n_families += ring->families[i] > 0;

  cairo_save (cr);
  add_body (cr, ring->is_area, ring->radius_px);
  cairo_clip (cr);
  for (guint i = 0; i < DATELINE_N_SYMBOL_FAMILIES; i++)
    {
      double sweep = 2.0 * G_PI * ring->families[i] / MAX (ring->n, 1);

      if (ring->families[i] == 0)
        continue;
      cairo_new_path (cr);
      cairo_move_to (cr, 0.0, 0.0);
      cairo_arc (cr, 0.0, 0.0, ring->radius_px * 2.0, angle, angle + sweep);
      cairo_close_path (cr);
      set_source (cr, dateline_symbol_family_get_color (i, dark), get_age_alpha (ring->age));
      cairo_fill_preserve (cr);
      if (n_families > 1)
        {
          set_source (cr, get_ground (dark), 1.0);
          cairo_set_line_width (cr, 1.2);
          cairo_stroke (cr);
        }
      angle += sweep;
    }
  cairo_restore (cr);
}

static void
draw_count (cairo_t *cr, const DatelineRing *ring, PangoContext *context, gboolean dark)
{
  g_autofree char        *text = dateline_ring_format_count (ring->n);
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  PangoFontDescription   *font = pango_font_description_copy (pango_context_get_font_description (context));
  PangoRectangle          ink;
  double                  size_px = ring->n < 100 ? 11.5 : 10.5;

  pango_font_description_set_absolute_size (font, size_px * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_extents (layout, &ink, NULL);

  cairo_move_to (cr, -ink.x - ink.width / 2.0, -ink.y - ink.height / 2.0);
  cairo_set_source_rgb (cr, dark ? 0.93 : 0.13, dark ? 0.94 : 0.14, dark ? 0.96 : 0.17);
  pango_cairo_show_layout (cr, layout);
}

/**
 * dateline_symbol_painter_draw_ring:
 * @cr: draws round 0, 0
 * @ring: how many of which family
 * @context: for the number
 * @dark: whether the ground is dark
 */
void
dateline_symbol_painter_draw_ring (cairo_t *cr, const DatelineRing *ring, PangoContext *context, gboolean dark)
{
  add_body (cr, ring->is_area, ring->radius_px + 1.6);
  set_source (cr, (DatelineColor){ 0.0f, 0.0f, 0.0f }, 0.22);
  cairo_fill (cr);
  add_body (cr, ring->is_area, ring->radius_px + 1.0);
  set_source (cr, get_ground (dark), 1.0);
  cairo_fill (cr);
  draw_sectors (cr, ring, dark);
  add_body (cr, ring->is_area, ring->radius_px - RING_PX + (ring->is_area ? 1.5 : 0.0));
  set_source (cr, get_ground (dark), 1.0);
  cairo_fill (cr);
  draw_count (cr, ring, context, dark);
}
