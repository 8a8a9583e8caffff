/* dateline-label-painter.c: which names are on the map, and how they are drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-label-painter.h"

#include <math.h>

/* Beyond the edge, so that what stands there keeps its room and a name
 * half in view does not come and go. */
#define MARGIN_PX 240.0

#define DOT_GAP_PX 6.0f

/* Between these two zooms names grow: a town is more of what is seen. */
#define FAR_ZOOM 4
#define NEAR_ZOOM 11

typedef struct
{
  double      far_px;
  double      near_px;
  PangoWeight weight;
  PangoStyle  slant;
  int         spacing; /* Pango units between letters */
  gboolean    upper_case;
} LabelFont;

static const LabelFont fonts[] = {
  [DATELINE_LABEL_COUNTRY] = { 12.5, 18.0, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 2 * PANGO_SCALE, TRUE },
  [DATELINE_LABEL_CAPITAL] = { 12.0, 16.0, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 0, FALSE },
  [DATELINE_LABEL_SEA] = { 12.5, 15.0, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, PANGO_SCALE, FALSE },
  [DATELINE_LABEL_CITY] = { 11.5, 15.0, PANGO_WEIGHT_MEDIUM, PANGO_STYLE_NORMAL, 0, FALSE },
  [DATELINE_LABEL_GOVERNORATE] = { 10.0, 12.5, PANGO_WEIGHT_MEDIUM, PANGO_STYLE_NORMAL, 3 * PANGO_SCALE / 2, TRUE },
  [DATELINE_LABEL_WATER] = { 10.5, 12.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, PANGO_SCALE / 4, FALSE },
  [DATELINE_LABEL_TOWN] = { 11.0, 12.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 0, FALSE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fonts) == DATELINE_N_LABEL_KINDS);

/**
 * dateline_label_is_settlement:
 * @label: a label
 *
 * Returns: whether its place has a dot
 */
gboolean
dateline_label_is_settlement (const DatelineBasemapLabel *label)
{
  return label->kind == DATELINE_LABEL_CAPITAL || label->kind == DATELINE_LABEL_CITY || label->kind == DATELINE_LABEL_TOWN;
}

static guint32
get_text_color (const DatelineLabelPainter *self, const DatelineBasemapLabel *label)
{
  const DatelineBasemapPalette *palette = dateline_basemap_style_get_palette (self->style);

  switch ((DatelineLabelKind) label->kind)
    {
    case DATELINE_LABEL_COUNTRY:
      return palette->country_text;
    case DATELINE_LABEL_SEA:
    case DATELINE_LABEL_WATER:
      return palette->water_text;
    case DATELINE_LABEL_GOVERNORATE:
      return palette->governorate_text;
    default:
      return palette->place_text;
    }
}

/* The label in the reader's language; the English name where there is
 * no Arabic one. */
static char *
get_text (const DatelineLabelPainter *self, const DatelineBasemapLabel *label)
{
  const char      *english = dateline_basemap_get_string (self->basemap, label->english);
  const char      *arabic = dateline_basemap_get_string (self->basemap, label->arabic);
  g_autofree char *latin = fonts[label->kind].upper_case ? g_utf8_strup (english, -1) : g_strdup (english);

  if (self->language == DATELINE_LABELS_ENGLISH || *arabic == '\0')
    return g_steal_pointer (&latin);
  if (self->language == DATELINE_LABELS_ARABIC)
    return g_strdup (arabic);
  return g_strdup_printf ("%s\n%s", latin, arabic);
}

/* In half pixels. */
static double
get_size_px (const LabelFont *font, int zoom)
{
  double near = CLAMP ((zoom - FAR_ZOOM) / (double) (NEAR_ZOOM - FAR_ZOOM), 0.0, 1.0);

  return round (2.0 * (font->far_px + near * (font->near_px - font->far_px))) / 2.0;
}

/**
 * dateline_label_painter_create_layout:
 * @self: how names look
 * @label: one of the basemap's
 * @zoom: the tiles' zoom, see dateline_map_view_get_tile_zoom()
 * @context: tells the font's family
 *
 * Returns: (transfer full): its text, laid out
 */
PangoLayout *
dateline_label_painter_create_layout (const DatelineLabelPainter *self, const DatelineBasemapLabel *label, int zoom, PangoContext *context)
{
  const LabelFont      *font = &fonts[label->kind];
  g_autofree char      *text = get_text (self, label);
  PangoLayout          *layout = pango_layout_new (context);
  PangoFontDescription *description = pango_font_description_copy (pango_context_get_font_description (context));
  PangoAttrList        *attributes = pango_attr_list_new ();

  pango_layout_set_text (layout, text, -1);
  pango_font_description_set_absolute_size (description, get_size_px (font, zoom) * PANGO_SCALE);
  pango_font_description_set_weight (description, font->weight);
  pango_font_description_set_style (description, font->slant);
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);

  /* Arabic letters join: no space between them. */
  if (font->spacing != 0 && self->language == DATELINE_LABELS_ENGLISH)
    pango_attr_list_insert (attributes, pango_attr_letter_spacing_new (font->spacing));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);

  return layout;
}

static void
set_color (cairo_t *cr, guint32 color)
{
  cairo_set_source_rgba (cr,
                         (color >> 24 & 0xff) / 255.0,
                         (color >> 16 & 0xff) / 255.0,
                         (color >> 8 & 0xff) / 255.0,
                         (color & 0xff) / 255.0);
}

/**
 * dateline_label_painter_draw_text:
 * @self: how names look
 * @label: one of the basemap's
 * @layout: of that label
 * @cr: where to
 * @x_px: the text's left
 * @y_px: its top
 */
void
dateline_label_painter_draw_text (const DatelineLabelPainter *self, const DatelineBasemapLabel *label, PangoLayout *layout, cairo_t *cr, double x_px, double y_px)
{
  const DatelineBasemapPalette *palette = dateline_basemap_style_get_palette (self->style);
  gboolean                      is_water = label->kind == DATELINE_LABEL_SEA || label->kind == DATELINE_LABEL_WATER;

  cairo_move_to (cr, x_px, y_px);
  pango_cairo_layout_path (cr, layout);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, DATELINE_LABEL_HALO_PX);
  set_color (cr, is_water ? palette->water_halo : palette->halo);
  cairo_stroke (cr);
  cairo_move_to (cr, x_px, y_px);
  set_color (cr, get_text_color (self, label));
  pango_cairo_show_layout (cr, layout);
}

/**
 * dateline_label_painter_get_dot:
 * @self: how names look
 * @label: a settlement
 * @radius_px: (out): of its dot
 *
 * Returns: the dot's colour, 0xrrggbbaa
 */
guint32
dateline_label_painter_get_dot (const DatelineLabelPainter *self, const DatelineBasemapLabel *label, double *radius_px)
{
  *radius_px = label->kind == DATELINE_LABEL_CAPITAL ? 3.5 : label->kind == DATELINE_LABEL_CITY ? 2.75
                                                                                                : 2.0;
  return (dateline_basemap_style_get_palette (self->style)->place_text & 0xffffff00) | 0xbf;
}

/* A mark over the place would hide the beginning of its name. */
static void
step_aside (DatelineLabelRequest *request, const GArray *marks)
{
  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const DatelineLabelBox *mark = &g_array_index (marks, DatelineLabelBox, i);

      if (request->x <= mark->x || request->x >= mark->x + mark->width || request->y <= mark->y || request->y >= mark->y + mark->height)
        continue;
      if (request->gap_left < 0.0f)
        return;
      request->gap_left = MAX (request->gap_left, request->x - mark->x + 2.0f);
      request->gap_right = MAX (request->gap_right, mark->x + mark->width - request->x + 2.0f);
      request->gap_above = MAX (request->gap_above, request->y - mark->y + 2.0f);
      request->gap_below = MAX (request->gap_below, mark->y + mark->height - request->y + 2.0f);
    }
}

/**
 * dateline_label_painter_collect:
 * @self: how names look
 * @view: what part of the world is drawn
 * @marks: (nullable) (element-type DatelineLabelBox): what is drawn over
 *   the names
 * @measure: tells a text's size
 * @user_data: for @measure
 * @requests: (element-type DatelineLabelRequest): filled anew; for
 *   dateline_label_layout_run()
 * @indices: (element-type guint): filled anew; which label each is
 */
void
dateline_label_painter_collect (const DatelineLabelPainter *self,
                                const DatelineMapView      *view,
                                const GArray               *marks,
                                DatelineLabelSizeFunc       measure,
                                gpointer                    user_data,
                                GArray                     *requests,
                                GArray                     *indices)
{
  guint                       n_labels;
  const DatelineBasemapLabel *labels = dateline_basemap_get_labels (self->basemap, &n_labels);
  int                         zoom = dateline_map_view_get_tile_zoom (view);

  g_array_set_size (requests, 0);
  g_array_set_size (indices, 0);
  for (guint i = 0; i < n_labels; i++)
    {
      DatelineLabelRequest request = { 0 };
      double               x, y;

      if (labels[i].first_zoom > zoom || labels[i].last_zoom < zoom)
        continue;
      dateline_map_view_to_px (view, labels[i].x, labels[i].y, &x, &y);
      if (x < -MARGIN_PX || x > view->width_px + MARGIN_PX || y < -MARGIN_PX || y > view->height_px + MARGIN_PX)
        continue;

      measure (&labels[i], i, &request.width, &request.height, user_data);
      request.x = (float) x;
      request.y = (float) y;
      request.gap_left = request.gap_right = dateline_label_is_settlement (&labels[i]) ? DOT_GAP_PX : -1.0f;
      step_aside (&request, marks);
      g_array_append_val (requests, request);
      g_array_append_val (indices, i);
    }
}
