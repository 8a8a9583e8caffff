/* dateline-picture-text.c: the letters of a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-picture-text.h"

#include <math.h>

/* The same wherever the picture is made, window or not. */
#define FAMILIES "Cantarell, Adwaita Sans, Noto Sans, sans-serif"

/**
 * dateline_picture_text_create_context:
 *
 * Letters are placed as at the picture's own size, so that it is laid out
 * the same at any scale.
 *
 * Returns: (transfer full): a context of its own, to be used by one
 *   thread at a time
 */
PangoContext *
dateline_picture_text_create_context (void)
{
  g_autoptr (PangoFontMap) fonts = pango_cairo_font_map_new ();
  PangoContext            *context = pango_font_map_create_context (fonts);
  PangoFontDescription    *font = pango_font_description_from_string (FAMILIES);
  cairo_font_options_t    *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 96.0);
  pango_context_set_font_description (context, font);
  cairo_font_options_destroy (options);
  pango_font_description_free (font);

  return context;
}

/**
 * dateline_picture_text_new:
 * @context: of the picture
 * @text: UTF-8
 * @size_px: of the font
 * @weight: of the font
 *
 * Returns: (transfer full): @text laid out on one line
 */
PangoLayout *
dateline_picture_text_new (PangoContext *context, const char *text, double size_px, PangoWeight weight)
{
  PangoLayout          *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (context));

  pango_font_description_set_absolute_size (font, size_px * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);

  return layout;
}

/**
 * dateline_picture_text_get_size:
 * @layout: a text
 * @width_px: (out): whole pixels, rounded up
 * @height_px: (out): whole pixels, rounded up
 */
void
dateline_picture_text_get_size (PangoLayout *layout, double *width_px, double *height_px)
{
  int width, height;

  pango_layout_get_size (layout, &width, &height);
  *width_px = ceil ((double) width / PANGO_SCALE);
  *height_px = ceil ((double) height / PANGO_SCALE);
}

/**
 * dateline_picture_text_is_right_to_left:
 * @context: of the picture
 * @text: UTF-8
 *
 * Returns: which way @text runs, by its first letters
 */
gboolean
dateline_picture_text_is_right_to_left (PangoContext *context, const char *text)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);

  pango_layout_set_text (layout, text, -1);
  return pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL;
}
