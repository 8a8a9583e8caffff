/* dateline-mark-pictures.c: pictures of marks, each drawn once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-mark-pictures.h"

#include <math.h>
#include <string.h>

/* Room for the rim round a sign. */
#define RIM_PX 5.0

/* Ring sectors are rounded to this many parts, so that like clusters
 * share a picture. */
#define SECTORS 24

/* Pictures kept; more are thrown away together. */
#define MAX_PICTURES 1500

typedef enum
{
  PICTURE_SYMBOL,
  PICTURE_RING,
  PICTURE_AREA
} PictureKind;

/* What a picture shows. Looked up for every mark of every frame, so no
 * string; two words without a gap. */
typedef struct
{
  guint32 size; /* of a symbol, its radius in quarters of a pixel; else the number */
  guint16 kind;
  guint16 age;
  guint8  parts[DATELINE_N_SYMBOL_FAMILIES]; /* of a symbol, type, variant and status; else the sectors */
} PictureKey;

G_STATIC_ASSERT (sizeof (PictureKey) == 2 * sizeof (guint64));

struct _DatelineMarkPictures
{
  GtkWidget  *widget;   /* not owned: it owns this */
  GHashTable *textures; /* PictureKey * → GdkTexture */
  gboolean    dark;
};

static guint
picture_key_hash (gconstpointer key)
{
  guint64 words[2];

  memcpy (words, key, sizeof words);
  /* Fibonacci hashing (Knuth 1998, 6.4): the upper bits are well mixed. */
  return (guint) (((words[0] * 31 + words[1]) * G_GUINT64_CONSTANT (11400714819323198485)) >> 32);
}

static gboolean
picture_key_equal (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, sizeof (PictureKey)) == 0;
}

/**
 * dateline_mark_pictures_new:
 * @widget: (transfer none): what they are drawn on; must outlive them
 *
 * Returns: (transfer full): no pictures yet
 */
DatelineMarkPictures *
dateline_mark_pictures_new (GtkWidget *widget)
{
  DatelineMarkPictures *self = g_new0 (DatelineMarkPictures, 1);

  self->widget = widget;
  self->textures = g_hash_table_new_full (picture_key_hash, picture_key_equal, g_free, g_object_unref);

  return self;
}

/**
 * dateline_mark_pictures_free:
 * @self: (nullable): pictures
 */
void
dateline_mark_pictures_free (DatelineMarkPictures *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->textures);
  g_free (self);
}

/**
 * dateline_mark_pictures_clear:
 * @self: pictures
 * @dark: whether the ground is dark
 *
 * To be called when the ground or the screen's scale has changed.
 */
void
dateline_mark_pictures_clear (DatelineMarkPictures *self, gboolean dark)
{
  self->dark = dark;
  g_hash_table_remove_all (self->textures);
}

static cairo_t *
begin_picture (DatelineMarkPictures *self, double radius_px, cairo_surface_t **surface)
{
  int      scale = gtk_widget_get_scale_factor (self->widget);
  int      size = 2 * (int) ceil (radius_px) * scale;
  cairo_t *cr;

  *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  cr = cairo_create (*surface);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, ceil (radius_px), ceil (radius_px));
  return cr;
}

static GdkTexture *
end_picture (cairo_t *cr, cairo_surface_t *surface)
{
  int                stride = cairo_image_surface_get_stride (surface);
  int                height = cairo_image_surface_get_height (surface);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture        *texture;

  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) stride * height);
  texture = gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
  cairo_surface_destroy (surface);
  return texture;
}

static void
keep (DatelineMarkPictures *self, const PictureKey *key, GdkTexture *texture)
{
  if (g_hash_table_size (self->textures) >= MAX_PICTURES)
    g_hash_table_remove_all (self->textures);
  g_hash_table_insert (self->textures, g_memdup2 (key, sizeof *key), texture);
}

static PictureKey
get_symbol_key (const DatelineSymbolLook *look)
{
  return (PictureKey){
    .kind = PICTURE_SYMBOL,
    .size = (guint32) (look->radius_px * 4.0),
    .age = (guint16) look->age,
    .parts = { (guint8) look->type, (guint8) look->variant, (guint8) look->status },
  };
}

/**
 * dateline_mark_pictures_get_symbol:
 * @self: pictures
 * @look: what is shown, and how
 *
 * Returns: (transfer none): its picture, valid until the next is asked for
 */
GdkTexture *
dateline_mark_pictures_get_symbol (DatelineMarkPictures *self, const DatelineSymbolLook *look)
{
  PictureKey  key = get_symbol_key (look);
  GdkTexture *texture = g_hash_table_lookup (self->textures, &key);

  if (texture == NULL)
    {
      cairo_surface_t *surface;
      cairo_t         *cr = begin_picture (self, look->radius_px * 1.2 + RIM_PX, &surface);

      dateline_symbol_painter_draw (cr, look, self->dark);
      texture = end_picture (cr, surface);
      keep (self, &key, texture);
    }

  return texture;
}

/* Sectors in parts of SECTORS, each family that is there at least one. */
static PictureKey
get_ring_key (const DatelineMark *mark, guint age)
{
  PictureKey key = {
    .kind = mark->placement == DATELINE_PLACEMENT_POINT ? PICTURE_RING : PICTURE_AREA,
    .size = dateline_ring_round_count (mark->cluster.n),
    .age = (guint16) age,
  };

  for (guint i = 0; i < DATELINE_N_SYMBOL_FAMILIES; i++)
    if (mark->cluster.families[i] > 0)
      key.parts[i] = (guint8) MAX (lround ((double) mark->cluster.families[i] * SECTORS / mark->cluster.n), 1);
  return key;
}

/**
 * dateline_mark_pictures_get_ring:
 * @self: pictures
 * @mark: a mark that stands for several incidents, or for an area
 * @age: of their mean, as a symbol's
 *
 * Returns: (transfer none): its picture, valid until the next is asked for
 */
GdkTexture *
dateline_mark_pictures_get_ring (DatelineMarkPictures *self, const DatelineMark *mark, guint age)
{
  PictureKey  key = get_ring_key (mark, age);
  GdkTexture *texture = g_hash_table_lookup (self->textures, &key);

  if (texture == NULL)
    {
      DatelineRing     ring = { .n = mark->cluster.n, .radius_px = dateline_ring_get_radius (mark->cluster.n), .age = age, .is_area = mark->placement != DATELINE_PLACEMENT_POINT };
      cairo_surface_t *surface;
      cairo_t         *cr = begin_picture (self, ring.radius_px + RIM_PX, &surface);

      memcpy (ring.families, mark->cluster.families, sizeof ring.families);
      dateline_symbol_painter_draw_ring (cr, &ring, gtk_widget_get_pango_context (self->widget), self->dark);
      texture = end_picture (cr, surface);
      keep (self, &key, texture);
    }

  return texture;
}

/**
 * dateline_mark_pictures_append:
 * @self: pictures
 * @snapshot: of the widget
 * @picture: one of @self's
 * @x_px: its centre
 * @y_px: its centre
 *
 * Puts it on whole pixels of the screen, where it is sharp.
 */
void
dateline_mark_pictures_append (DatelineMarkPictures *self, GtkSnapshot *snapshot, GdkTexture *picture, double x_px, double y_px)
{
  int   scale = gtk_widget_get_scale_factor (self->widget);
  float width = (float) gdk_texture_get_width (picture) / (float) scale;
  float height = (float) gdk_texture_get_height (picture) / (float) scale;
  float x = roundf ((float) x_px * (float) scale) / (float) scale - width / 2.0f;
  float y = roundf ((float) y_px * (float) scale) / (float) scale - height / 2.0f;

  gtk_snapshot_append_texture (snapshot, picture, &GRAPHENE_RECT_INIT (x, y, width, height));
}
