/* dateline-label-layer.c: the names on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-map"

#include "config.h"

#include "dateline-label-layer.h"

#include <math.h>

#include "dateline-label-layout.h"
#include "dateline-label-painter.h"
#include "dateline-layer-view.h"

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

  DatelineBasemap     *basemap;
  DatelineLabelPainter painter;  /* of @basemap */
  GHashTable          *images;   /* index of the label → LabelImage */
  int                  zoom;     /* of the images */
  GArray              *requests; /* DatelineLabelRequest, scratch */
  GArray              *indices;  /* guint, the requests' labels */

  DatelineMarkBoxesFunc mark_boxes; /* NULL when nothing is drawn over the names */
  gpointer              mark_boxes_data;
  GArray               *reserved; /* DatelineLabelBox, where controls stand */
};

G_DEFINE_FINAL_TYPE (DatelineLabelLayer, dateline_label_layer, SHUMATE_TYPE_LAYER)

static void
label_image_free (gpointer data)
{
  LabelImage *image = data;

  g_clear_object (&image->texture);
  g_free (image);
}

static LabelImage *
get_image (DatelineLabelLayer *self, const DatelineBasemapLabel *label, guint index)
{
  LabelImage *image = g_hash_table_lookup (self->images, GUINT_TO_POINTER (index));

  if (image == NULL)
    {
      g_autoptr (PangoLayout) layout = dateline_label_painter_create_layout (&self->painter, label, self->zoom, gtk_widget_get_pango_context (GTK_WIDGET (self)));
      int                     width, height;

      pango_layout_get_pixel_size (layout, &width, &height);
      image = g_new0 (LabelImage, 1);
      image->width = (float) width;
      image->height = (float) height;
      g_hash_table_insert (self->images, GUINT_TO_POINTER (index), image);
    }

  return image;
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
  g_autoptr (PangoLayout) layout = dateline_label_painter_create_layout (&self->painter, label, self->zoom, gtk_widget_get_pango_context (GTK_WIDGET (self)));
  int                     scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int                     width = (int) ((image->width + 2 * DATELINE_LABEL_HALO_PX) * scale);
  int                     height = (int) ((image->height + 2 * DATELINE_LABEL_HALO_PX) * scale);
  cairo_surface_t        *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t                *cr = cairo_create (surface);
  GdkTexture             *texture;

  cairo_scale (cr, scale, scale);
  dateline_label_painter_draw_text (&self->painter, label, layout, cr, DATELINE_LABEL_HALO_PX, DATELINE_LABEL_HALO_PX);
  cairo_destroy (cr);

  texture = surface_to_texture (surface);
  cairo_surface_destroy (surface);
  return texture;
}

/* A DatelineLabelSizeFunc. */
static void
measure (const DatelineBasemapLabel *label, guint index, float *width, float *height, gpointer user_data)
{
  const LabelImage *image = get_image (user_data, label, index);

  *width = image->width;
  *height = image->height;
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
  double         radius_px;
  guint32        color = dateline_label_painter_get_dot (&self->painter, label, &radius_px);
  float          radius = (float) radius_px;
  GdkRGBA        rgba = { (float) (color >> 24 & 0xff) / 255.0f, (float) (color >> 16 & 0xff) / 255.0f, (float) (color >> 8 & 0xff) / 255.0f, (float) (color & 0xff) / 255.0f };
  GskRoundedRect rect;

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

  if (dateline_label_is_settlement (label))
    append_dot (self, snapshot, label, request->x, request->y);
  gtk_snapshot_append_texture (snapshot, image->texture, &GRAPHENE_RECT_INIT (snap (request->text_x - (float) DATELINE_LABEL_HALO_PX, scale), snap (request->text_y - (float) DATELINE_LABEL_HALO_PX, scale), (float) gdk_texture_get_width (image->texture) / (float) scale, (float) gdk_texture_get_height (image->texture) / (float) scale));
}

/* No half names at the edge of the map and none without its dot; none
 * under its controls. */
static gboolean
is_whole (DatelineLabelLayer *self, const DatelineLabelRequest *request, const DatelineMapView *view)
{
  DatelineLabelBox box = { request->text_x, request->text_y, request->width, request->height };

  if (box.x < 0.0f || box.y < 0.0f || box.x + box.width > (float) view->width_px || box.y + box.height > (float) view->height_px)
    return FALSE;
  if (request->gap_left >= 0.0f && (request->x < 0.0f || request->y < 0.0f || request->x > (float) view->width_px || request->y > (float) view->height_px))
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
  DatelineMapView     view = dateline_layer_view_get (SHUMATE_LAYER (self));
  const GArray       *marks;
  int                 zoom;

  if (self->basemap == NULL)
    return;

  zoom = dateline_map_view_get_tile_zoom (&view);
  if (zoom != self->zoom || g_hash_table_size (self->images) > MAX_IMAGES)
    g_hash_table_remove_all (self->images);
  self->zoom = zoom;

  marks = self->mark_boxes ? self->mark_boxes (self->mark_boxes_data) : NULL;
  dateline_label_painter_collect (&self->painter, &view, marks, measure, self, self->requests, self->indices);
  dateline_label_layout_run ((DatelineLabelRequest *) self->requests->data, self->requests->len, marks ? (const DatelineLabelBox *) marks->data : NULL, marks ? marks->len : 0, DATELINE_LABEL_PADDING_PX);
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
  self->painter.basemap = basemap;

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
  if (self->painter.style == style)
    return;

  self->painter.style = style;
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
  if (self->painter.language == language)
    return;

  self->painter.language = language;
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
