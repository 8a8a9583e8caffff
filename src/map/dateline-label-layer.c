/* dateline-label-layer.c: the names on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-map"

#include "config.h"

#include "dateline-label-layer.h"

#include <math.h>

#include "dateline-label-layout.h"
#include "dateline-map-view.h"

/* Beyond the edge, so that what stands there keeps its room and a name
 * half in view does not come and go. */
#define MARGIN_PX 240.0

#define PADDING_PX 3.0f
#define HALO_PX 3.0
#define DOT_GAP_PX 6.0f

/* Pictures of names kept; more are thrown away together. */
#define MAX_IMAGES 800

typedef struct
{
  float       width; /* of the text, without halo */
  float       height;
  GdkTexture *texture; /* NULL until it is shown */
} LabelImage;

struct _DatelineLabelLayer
{
  ShumateLayer parent_instance;

  DatelineBasemap      *basemap;
  DatelineBasemapStyle  style;
  DatelineLabelLanguage language;
  GHashTable           *images;   /* index of the label → LabelImage */
  GArray               *requests; /* DatelineLabelRequest, scratch */
  GArray               *indices;  /* guint, the requests' labels */

  DatelineMarkBoxesFunc mark_boxes; /* NULL when nothing is drawn over the names */
  gpointer              mark_boxes_data;
  GArray               *reserved; /* DatelineLabelBox, where controls stand */
};

G_DEFINE_FINAL_TYPE (DatelineLabelLayer, dateline_label_layer, SHUMATE_TYPE_LAYER)

typedef struct
{
  double      size_px;
  PangoWeight weight;
  PangoStyle  slant;
  int         spacing; /* Pango units between letters */
  gboolean    upper_case;
} LabelFont;

static const LabelFont fonts[] = {
  [DATELINE_LABEL_COUNTRY] = { 12.5, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 2 * PANGO_SCALE, TRUE },
  [DATELINE_LABEL_CAPITAL] = { 13.0, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 0, FALSE },
  [DATELINE_LABEL_SEA] = { 12.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, PANGO_SCALE, FALSE },
  [DATELINE_LABEL_CITY] = { 12.5, PANGO_WEIGHT_MEDIUM, PANGO_STYLE_NORMAL, 0, FALSE },
  [DATELINE_LABEL_GOVERNORATE] = { 10.5, PANGO_WEIGHT_MEDIUM, PANGO_STYLE_NORMAL, 3 * PANGO_SCALE / 2, TRUE },
  [DATELINE_LABEL_WATER] = { 11.0, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, PANGO_SCALE / 4, FALSE },
  [DATELINE_LABEL_TOWN] = { 11.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 0, FALSE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fonts) == DATELINE_N_LABEL_KINDS);

static void
label_image_free (gpointer data)
{
  LabelImage *image = data;

  g_clear_object (&image->texture);
  g_free (image);
}

static gboolean
is_settlement (const DatelineBasemapLabel *label)
{
  return label->kind == DATELINE_LABEL_CAPITAL || label->kind == DATELINE_LABEL_CITY || label->kind == DATELINE_LABEL_TOWN;
}

static guint32
get_text_color (DatelineLabelLayer *self, const DatelineBasemapLabel *label)
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
get_text (DatelineLabelLayer *self, const DatelineBasemapLabel *label)
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

static PangoLayout *
create_layout (DatelineLabelLayer *self, const DatelineBasemapLabel *label)
{
  const LabelFont      *font = &fonts[label->kind];
  g_autofree char      *text = get_text (self, label);
  PangoLayout          *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoFontDescription *description = pango_font_description_copy (pango_context_get_font_description (pango_layout_get_context (layout)));
  PangoAttrList        *attributes = pango_attr_list_new ();

  pango_font_description_set_absolute_size (description, font->size_px * PANGO_SCALE);
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

static LabelImage *
get_image (DatelineLabelLayer *self, const DatelineBasemapLabel *label, guint index)
{
  LabelImage *image = g_hash_table_lookup (self->images, GUINT_TO_POINTER (index));

  if (image == NULL)
    {
      g_autoptr (PangoLayout) layout = create_layout (self, label);
      int                     width, height;

      pango_layout_get_pixel_size (layout, &width, &height);
      image = g_new0 (LabelImage, 1);
      image->width = (float) width;
      image->height = (float) height;
      g_hash_table_insert (self->images, GUINT_TO_POINTER (index), image);
    }

  return image;
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

static GdkTexture *
surface_to_texture (cairo_surface_t *surface)
{
  int                stride = cairo_image_surface_get_stride (surface);
  int                height = cairo_image_surface_get_height (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) stride * height);
  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
}

static GdkTexture *
draw_image (DatelineLabelLayer *self, const DatelineBasemapLabel *label, const LabelImage *image)
{
  const DatelineBasemapPalette *palette = dateline_basemap_style_get_palette (self->style);
  g_autoptr (PangoLayout)       layout = create_layout (self, label);
  gboolean                      is_water = label->kind == DATELINE_LABEL_SEA || label->kind == DATELINE_LABEL_WATER;
  int                           scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int                           width = (int) ((image->width + 2 * HALO_PX) * scale);
  int                           height = (int) ((image->height + 2 * HALO_PX) * scale);
  cairo_surface_t              *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t                      *cr = cairo_create (surface);
  GdkTexture                   *texture;

  cairo_scale (cr, scale, scale);
  cairo_move_to (cr, HALO_PX, HALO_PX);
  pango_cairo_layout_path (cr, layout);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, HALO_PX);
  set_color (cr, is_water ? palette->water_halo : palette->halo);
  cairo_stroke (cr);
  cairo_move_to (cr, HALO_PX, HALO_PX);
  set_color (cr, get_text_color (self, label));
  pango_cairo_show_layout (cr, layout);
  cairo_destroy (cr);

  texture = surface_to_texture (surface);
  cairo_surface_destroy (surface);
  return texture;
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

static void
collect_requests (DatelineLabelLayer *self, const DatelineMapView *view, const GArray *marks)
{
  guint                       n_labels;
  const DatelineBasemapLabel *labels = dateline_basemap_get_labels (self->basemap, &n_labels);
  int                         zoom = (int) floor (view->zoom + 0.3);

  g_array_set_size (self->requests, 0);
  g_array_set_size (self->indices, 0);
  for (guint i = 0; i < n_labels; i++)
    {
      DatelineLabelRequest request = { 0 };
      const LabelImage    *image;
      double               x, y;

      if (labels[i].first_zoom > zoom || labels[i].last_zoom < zoom)
        continue;
      dateline_map_view_to_px (view, labels[i].x, labels[i].y, &x, &y);
      if (x < -MARGIN_PX || x > view->width_px + MARGIN_PX || y < -MARGIN_PX || y > view->height_px + MARGIN_PX)
        continue;

      image = get_image (self, &labels[i], i);
      request.x = (float) x;
      request.y = (float) y;
      request.width = image->width;
      request.height = image->height;
      request.gap_left = request.gap_right = is_settlement (&labels[i]) ? DOT_GAP_PX : -1.0f;
      step_aside (&request, marks);
      g_array_append_val (self->requests, request);
      g_array_append_val (self->indices, i);
    }
}

/* Text is sharp only on whole pixels of the screen. */
static float
snap (float px, int scale)
{
  return roundf (px * (float) scale) / (float) scale;
}

static void
append_dot (DatelineLabelLayer *self, GtkSnapshot *snapshot, const DatelineBasemapLabel *label, float x, float y)
{
  const DatelineBasemapPalette *palette = dateline_basemap_style_get_palette (self->style);
  float                         radius = label->kind == DATELINE_LABEL_CAPITAL ? 3.5f : label->kind == DATELINE_LABEL_CITY ? 2.75f
                                                                                                                           : 2.0f;
  guint32                       color = palette->place_text;
  GdkRGBA                       rgba = { (float) (color >> 24 & 0xff) / 255.0f, (float) (color >> 16 & 0xff) / 255.0f, (float) (color >> 8 & 0xff) / 255.0f, 0.75f };
  GskRoundedRect                rect;

  gsk_rounded_rect_init_from_rect (&rect, &GRAPHENE_RECT_INIT (x - radius, y - radius, 2 * radius, 2 * radius), radius);
  gtk_snapshot_push_rounded_clip (snapshot, &rect);
  gtk_snapshot_append_color (snapshot, &rgba, &rect.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
append_label (DatelineLabelLayer *self, GtkSnapshot *snapshot, const DatelineLabelRequest *request, guint index)
{
  guint                       n_labels;
  const DatelineBasemapLabel *label = &dateline_basemap_get_labels (self->basemap, &n_labels)[index];
  LabelImage                 *image = get_image (self, label, index);
  int                         scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (image->texture == NULL)
    image->texture = draw_image (self, label, image);

  if (is_settlement (label))
    append_dot (self, snapshot, label, request->x, request->y);
  gtk_snapshot_append_texture (snapshot, image->texture, &GRAPHENE_RECT_INIT (snap (request->text_x - (float) HALO_PX, scale), snap (request->text_y - (float) HALO_PX, scale), (float) gdk_texture_get_width (image->texture) / (float) scale, (float) gdk_texture_get_height (image->texture) / (float) scale));
}

/* No half names at the edge of the map, none under its controls. */
static gboolean
is_whole (DatelineLabelLayer *self, const DatelineLabelRequest *request, const DatelineMapView *view)
{
  DatelineLabelBox box = { request->text_x, request->text_y, request->width, request->height };

  if (box.x < 0.0f || box.y < 0.0f || box.x + box.width > (float) view->width_px || box.y + box.height > (float) view->height_px)
    return FALSE;

  for (guint i = 0; i < self->reserved->len; i++)
    if (dateline_label_box_overlaps (&g_array_index (self->reserved, DatelineLabelBox, i), &box))
      return FALSE;

  return TRUE;
}

static void
dateline_label_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DatelineLabelLayer *self = DATELINE_LABEL_LAYER (widget);
  DatelineMapView     view = dateline_map_view_for_layer (SHUMATE_LAYER (self));
  const GArray       *marks;

  if (self->basemap == NULL)
    return;

  if (g_hash_table_size (self->images) > MAX_IMAGES)
    g_hash_table_remove_all (self->images);

  marks = self->mark_boxes ? self->mark_boxes (self->mark_boxes_data) : NULL;
  collect_requests (self, &view, marks);
  dateline_label_layout_run ((DatelineLabelRequest *) self->requests->data, self->requests->len, marks ? (const DatelineLabelBox *) marks->data : NULL, marks ? marks->len : 0, PADDING_PX);
  for (guint i = 0; i < self->requests->len; i++)
    {
      const DatelineLabelRequest *request = &g_array_index (self->requests, DatelineLabelRequest, i);

      if (request->placed && is_whole (self, request, &view))
        append_label (self, snapshot, request, g_array_index (self->indices, guint, i));
    }
}

static void
forget_images (DatelineLabelLayer *self)
{
  g_hash_table_remove_all (self->images);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
dateline_label_layer_contains (GtkWidget *widget, double x, double y)
{
  return FALSE;
}

static void
dateline_label_layer_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (dateline_label_layer_parent_class)->system_setting_changed (widget, setting);
  forget_images (DATELINE_LABEL_LAYER (widget));
}

static void
dateline_label_layer_constructed (GObject *object)
{
  DatelineLabelLayer *self = DATELINE_LABEL_LAYER (object);

  G_OBJECT_CLASS (dateline_label_layer_parent_class)->constructed (object);

  g_signal_connect_object (shumate_layer_get_viewport (SHUMATE_LAYER (self)), "notify", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::scale-factor", G_CALLBACK (forget_images), self, G_CONNECT_SWAPPED);
}

static void
dateline_label_layer_finalize (GObject *object)
{
  DatelineLabelLayer *self = DATELINE_LABEL_LAYER (object);

  g_clear_pointer (&self->basemap, dateline_basemap_unref);
  g_clear_pointer (&self->images, g_hash_table_unref);
  g_clear_pointer (&self->requests, g_array_unref);
  g_clear_pointer (&self->indices, g_array_unref);
  g_clear_pointer (&self->reserved, g_array_unref);

  G_OBJECT_CLASS (dateline_label_layer_parent_class)->finalize (object);
}

static void
dateline_label_layer_class_init (DatelineLabelLayerClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = dateline_label_layer_constructed;
  object_class->finalize = dateline_label_layer_finalize;
  widget_class->snapshot = dateline_label_layer_snapshot;
  widget_class->contains = dateline_label_layer_contains;
  widget_class->system_setting_changed = dateline_label_layer_system_setting_changed;
}

static void
dateline_label_layer_init (DatelineLabelLayer *self)
{
  self->images = g_hash_table_new_full (NULL, NULL, NULL, label_image_free);
  self->requests = g_array_new (FALSE, FALSE, sizeof (DatelineLabelRequest));
  self->indices = g_array_new (FALSE, FALSE, sizeof (guint));
  self->reserved = g_array_new (FALSE, FALSE, sizeof (DatelineLabelBox));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * dateline_label_layer_new:
 * @viewport: the map's
 * @basemap: (nullable): where the names come from
 *
 * Returns: (transfer floating): the layer
 */
DatelineLabelLayer *
dateline_label_layer_new (ShumateViewport *viewport, DatelineBasemap *basemap)
{
  DatelineLabelLayer *self = g_object_new (DATELINE_TYPE_LABEL_LAYER, "viewport", viewport, NULL);

  self->basemap = basemap ? dateline_basemap_ref (basemap) : NULL;

  return self;
}

/**
 * dateline_label_layer_set_style:
 * @self: a label layer
 * @style: the basemap's
 */
void
dateline_label_layer_set_style (DatelineLabelLayer *self, DatelineBasemapStyle style)
{
  if (self->style == style)
    return;

  self->style = style;
  forget_images (self);
}

/**
 * dateline_label_layer_set_language:
 * @self: a label layer
 * @language: of the names
 */
void
dateline_label_layer_set_language (DatelineLabelLayer *self, DatelineLabelLanguage language)
{
  if (self->language == language)
    return;

  self->language = language;
  forget_images (self);
}

/**
 * dateline_label_layer_set_mark_boxes:
 * @self: a label layer
 * @func: (nullable) (scope forever): tells where marks are drawn
 * @user_data: for @func
 *
 * Names then stand beside the marks that cover their places.
 */
void
dateline_label_layer_set_mark_boxes (DatelineLabelLayer *self, DatelineMarkBoxesFunc func, gpointer user_data)
{
  self->mark_boxes = func;
  self->mark_boxes_data = user_data;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * dateline_label_layer_set_reserved:
 * @self: a label layer
 * @boxes: (array length=n_boxes): where controls stand on the map
 * @n_boxes: how many
 *
 * Takes effect when the layer is next drawn.
 */
void
dateline_label_layer_set_reserved (DatelineLabelLayer *self, const DatelineLabelBox *boxes, guint n_boxes)
{
  g_array_set_size (self->reserved, 0);
  g_array_append_vals (self->reserved, boxes, n_boxes);
}
