/* dateline-basemap.c: the read-only geometry and names under the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-map"

#include "config.h"

#include "dateline-basemap.h"

#include <string.h>

struct _DatelineBasemap
{
  GMappedFile                  *file;
  const DatelineBasemapHeader  *header;
  const DatelineBasemapFeature *features;
  const DatelineBasemapRing    *rings;
  const DatelineBasemapVertex  *vertices;
  const DatelineBasemapLabel   *labels;
  const char                   *strings;
};

G_DEFINE_QUARK (dateline - basemap - error - quark, dateline_basemap_error)

static gboolean
fits (guint32 first, guint32 n, guint32 size)
{
  return first <= size && n <= size - first;
}

static const void *
get_section (const DatelineBasemapHeader *header, DatelineBasemapSection section, gsize element_size)
{
  if (section.offset % 4 != 0 || section.offset > header->size || section.n > (header->size - section.offset) / element_size)
    return NULL;

  return (const char *) header + section.offset;
}

static gboolean
find_sections (DatelineBasemap *self)
{
  const DatelineBasemapHeader *header = self->header;

  self->features = get_section (header, header->features, sizeof *self->features);
  self->rings = get_section (header, header->rings, sizeof *self->rings);
  self->vertices = get_section (header, header->vertices, sizeof *self->vertices);
  self->labels = get_section (header, header->labels, sizeof *self->labels);
  self->strings = get_section (header, header->strings, 1);

  return self->features && self->rings && self->vertices && self->labels && self->strings && header->strings.n > 0 && self->strings[header->strings.n - 1] == '\0';
}

static gboolean
check_features (const DatelineBasemap *self)
{
  const DatelineBasemapHeader *header = self->header;

  for (guint i = 0; i < G_N_ELEMENTS (header->levels); i++)
    if (!fits (header->levels[i].first_feature, header->levels[i].n_features, header->features.n))
      return FALSE;

  for (guint i = 0; i < header->features.n; i++)
    if (self->features[i].layer >= DATELINE_N_LAYERS || !fits (self->features[i].first_ring, self->features[i].n_rings, header->rings.n))
      return FALSE;

  for (guint i = 0; i < header->rings.n; i++)
    if (self->rings[i].n_vertices < 2 || !fits (self->rings[i].first_vertex, self->rings[i].n_vertices, header->vertices.n))
      return FALSE;

  return TRUE;
}

static gboolean
check_labels (const DatelineBasemap *self)
{
  for (guint i = 0; i < self->header->labels.n; i++)
    if (self->labels[i].kind >= DATELINE_N_LABEL_KINDS || self->labels[i].english >= self->header->strings.n || self->labels[i].arabic >= self->header->strings.n || !g_utf8_validate (self->strings + self->labels[i].english, -1, NULL) || !g_utf8_validate (self->strings + self->labels[i].arabic, -1, NULL))
      return FALSE;

  return TRUE;
}

static gboolean
check (DatelineBasemap *self, const char *path, GError **error)
{
  gsize length = g_mapped_file_get_length (self->file);

  self->header = (const DatelineBasemapHeader *) g_mapped_file_get_contents (self->file);
  if (length < sizeof *self->header || memcmp (self->header->magic, DATELINE_BASEMAP_MAGIC, 4) != 0)
    {
      g_set_error (error, DATELINE_BASEMAP_ERROR, DATELINE_BASEMAP_ERROR_INVALID, "%s: not a basemap", path);
      return FALSE;
    }
  if (self->header->version != DATELINE_BASEMAP_VERSION)
    {
      g_set_error (error, DATELINE_BASEMAP_ERROR, DATELINE_BASEMAP_ERROR_VERSION,
                   "%s: basemap of version %u, expected %u", path, self->header->version, DATELINE_BASEMAP_VERSION);
      return FALSE;
    }
  if (self->header->size != length)
    {
      g_set_error (error, DATELINE_BASEMAP_ERROR, DATELINE_BASEMAP_ERROR_INVALID,
                   "%s: basemap is cut off: %" G_GSIZE_FORMAT " bytes of %u", path, length, self->header->size);
      return FALSE;
    }
  if (!find_sections (self) || !check_features (self) || !check_labels (self))
    {
      g_set_error (error, DATELINE_BASEMAP_ERROR, DATELINE_BASEMAP_ERROR_INVALID, "%s: basemap is damaged", path);
      return FALSE;
    }

  return TRUE;
}

static void
clear_basemap (gpointer data)
{
  DatelineBasemap *self = data;

  g_clear_pointer (&self->file, g_mapped_file_unref);
}

/**
 * dateline_basemap_new_from_file:
 * @path: basemap.dat as compile-basemap writes it
 * @error: return location for a #GError
 *
 * Maps the file and checks every offset in it once, so that nothing read
 * from it later can lie outside it. May be read from any thread.
 *
 * Errors: #GFileError when it cannot be opened;
 *   %DATELINE_BASEMAP_ERROR_INVALID and %DATELINE_BASEMAP_ERROR_VERSION.
 *
 * Returns: (transfer full) (nullable): the basemap
 */
DatelineBasemap *
dateline_basemap_new_from_file (const char *path, GError **error)
{
  g_autoptr (DatelineBasemap) self = g_atomic_rc_box_new0 (DatelineBasemap);

  g_return_val_if_fail (path != NULL, NULL);

  self->file = g_mapped_file_new (path, FALSE, error);
  if (self->file == NULL || !check (self, path, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * dateline_basemap_ref:
 * @self: a basemap
 *
 * Returns: (transfer full): @self
 */
DatelineBasemap *
dateline_basemap_ref (DatelineBasemap *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * dateline_basemap_unref:
 * @self: (transfer full): a basemap
 */
void
dateline_basemap_unref (DatelineBasemap *self)
{
  g_atomic_rc_box_release_full (self, clear_basemap);
}

/**
 * dateline_basemap_get_region:
 * @self: a basemap
 * @north_west: (out): a corner of the detailed region
 * @south_east: (out): its opposite
 */
void
dateline_basemap_get_region (const DatelineBasemap *self, DatelineBasemapVertex *north_west, DatelineBasemapVertex *south_east)
{
  *north_west = (DatelineBasemapVertex){ self->header->x_min, self->header->y_min };
  *south_east = (DatelineBasemapVertex){ self->header->x_max, self->header->y_max };
}

/**
 * dateline_basemap_get_features:
 * @self: a basemap
 * @zoom: 0 and up
 * @n_features: (out): how many there are
 *
 * Returns: (transfer none): what to draw at @zoom, in painting order
 */
const DatelineBasemapFeature *
dateline_basemap_get_features (const DatelineBasemap *self, int zoom, guint *n_features)
{
  int level = CLAMP (zoom - DATELINE_BASEMAP_FIRST_LEVEL, 0, DATELINE_BASEMAP_N_LEVELS - 1);

  *n_features = self->header->levels[level].n_features;
  return self->features + self->header->levels[level].first_feature;
}

/**
 * dateline_basemap_get_ring:
 * @self: a basemap
 * @feature: one of its features
 * @n: a number below @feature's n_rings
 * @n_vertices: (out): at least two
 *
 * Returns: (transfer none): the vertices of a ring, or of a line
 */
const DatelineBasemapVertex *
dateline_basemap_get_ring (const DatelineBasemap *self, const DatelineBasemapFeature *feature, guint n, guint *n_vertices)
{
  const DatelineBasemapRing *ring = &self->rings[feature->first_ring + n];

  *n_vertices = ring->n_vertices;
  return self->vertices + ring->first_vertex;
}

/**
 * dateline_basemap_get_labels:
 * @self: a basemap
 * @n_labels: (out): how many there are
 *
 * Returns: (transfer none): the names, in the order of their claim to room
 */
const DatelineBasemapLabel *
dateline_basemap_get_labels (const DatelineBasemap *self, guint *n_labels)
{
  *n_labels = self->header->labels.n;
  return self->labels;
}

/**
 * dateline_basemap_get_string:
 * @self: a basemap
 * @offset: from a label
 *
 * Returns: (transfer none): the name, "" when there is none
 */
const char *
dateline_basemap_get_string (const DatelineBasemap *self, guint32 offset)
{
  return self->strings + offset;
}

/**
 * dateline_basemap_find_country:
 * @self: a basemap
 * @country: two letters, first << 8 | second
 * @at: (out): where its name stands; untouched on failure
 *
 * Returns: whether the country is known
 */
gboolean
dateline_basemap_find_country (const DatelineBasemap *self, guint16 country, DatelineBasemapVertex *at)
{
  for (guint i = 0; i < self->header->labels.n; i++)
    if (self->labels[i].kind == DATELINE_LABEL_COUNTRY && self->labels[i].country == country)
      {
        *at = (DatelineBasemapVertex){ self->labels[i].x, self->labels[i].y };
        return TRUE;
      }

  return FALSE;
}

/* Even-odd rule, over all rings. */
static gboolean
contains (const DatelineBasemap *self, const DatelineBasemapFeature *feature, guint32 x, guint32 y)
{
  gboolean inside = FALSE;

  for (guint r = 0; r < feature->n_rings; r++)
    {
      guint                        n;
      const DatelineBasemapVertex *v = dateline_basemap_get_ring (self, feature, r, &n);

      for (guint i = 0, j = n - 1; i < n; j = i++)
        if ((v[i].y > y) != (v[j].y > y) && x < v[i].x + ((double) v[j].x - v[i].x) * ((double) y - v[i].y) / ((double) v[j].y - v[i].y))
          inside = !inside;
    }

  return inside;
}

/**
 * dateline_basemap_find_governorate:
 * @self: a basemap
 * @x: Web Mercator
 * @y: Web Mercator
 *
 * Returns: the index of the governorate that contains the point, 0 when
 *   none does
 */
guint
dateline_basemap_find_governorate (const DatelineBasemap *self, guint32 x, guint32 y)
{
  guint                         n_features;
  const DatelineBasemapFeature *features = dateline_basemap_get_features (self, G_MAXINT, &n_features);

  for (guint i = 0; i < n_features; i++)
    if (features[i].layer == DATELINE_LAYER_GOVERNORATE && x >= features[i].x_min && x <= features[i].x_max && y >= features[i].y_min && y <= features[i].y_max && contains (self, &features[i], x, y))
      return features[i].index;

  return 0;
}

/**
 * dateline_basemap_get_governorate:
 * @self: a basemap
 * @index: from dateline_basemap_find_governorate()
 * @zoom: 0 and up
 *
 * Returns: (transfer none) (nullable): its area, %NULL when it is too
 *   small to be seen at @zoom
 */
const DatelineBasemapFeature *
dateline_basemap_get_governorate (const DatelineBasemap *self, guint index, int zoom)
{
  guint                         n_features;
  const DatelineBasemapFeature *features = dateline_basemap_get_features (self, zoom, &n_features);

  for (guint i = 0; i < n_features; i++)
    if (features[i].layer == DATELINE_LAYER_GOVERNORATE && features[i].index == index)
      return &features[i];

  return NULL;
}
