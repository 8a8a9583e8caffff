/* dateline-map-picture-file.c: a picture of the map as PNG or SVG
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <cairo-svg.h>
#include <math.h>
#include <string.h>

#include "dateline-map-picture.h"

G_DEFINE_QUARK (dateline - map - picture - error - quark, dateline_map_picture_error)

/* Cairo's surfaces end at 2¹⁵. */
#define MAX_SURFACE_PX 32767.0

static cairo_status_t
append_bytes (void *user_data, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (user_data, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, DATELINE_MAP_PICTURE_ERROR, DATELINE_MAP_PICTURE_ERROR_FAILED, "the picture cannot be drawn: %s", cairo_status_to_string (status));
  return FALSE;
}

static cairo_status_t
draw (DatelineMapPicture *self, cairo_surface_t *surface, double scale)
{
  cairo_t       *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  dateline_map_picture_draw (self, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

/**
 * dateline_map_picture_to_png:
 * @self: a picture
 * @scale: pixels of the file for each of the picture
 * @error: return location for a #GError
 *
 * Errors: %DATELINE_MAP_PICTURE_ERROR_SIZE, %DATELINE_MAP_PICTURE_ERROR_FAILED
 *
 * Returns: (transfer full) (nullable): the file's contents
 */
GBytes *
dateline_map_picture_to_png (DatelineMapPicture *self, double scale, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  double                 width = round (dateline_map_picture_get_width (self) * scale);
  double                 height = round (dateline_map_picture_get_height (self) * scale);
  cairo_surface_t       *surface;
  cairo_status_t         status;

  if (width > MAX_SURFACE_PX || height > MAX_SURFACE_PX)
    {
      g_set_error (error, DATELINE_MAP_PICTURE_ERROR, DATELINE_MAP_PICTURE_ERROR_SIZE, "a picture of %.0f × %.0f pixels is too large; the most is %.0f", width, height, MAX_SURFACE_PX);
      return NULL;
    }

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  status = draw (self, surface, scale);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_destroy (surface);
  return check (status, error) ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

static gboolean
renumber (const GMatchInfo *match, GString *result, gpointer user_data)
{
  GHashTable      *numbers = user_data; /* cairo's → its turn, from 1 */
  g_autofree char *kind = g_match_info_fetch (match, 1);
  char            *number = g_match_info_fetch (match, 2);
  gpointer         turn = g_hash_table_lookup (numbers, number);

  if (turn == NULL)
    turn = GUINT_TO_POINTER (g_hash_table_size (numbers) + 1);
  g_string_append_printf (result, "%s%u", kind, GPOINTER_TO_UINT (turn));
  g_hash_table_replace (numbers, number, turn);
  return FALSE;
}

/* Cairo names what is drawn apart by the number of surfaces that the
 * program has ever made. */
static char *
renumber_surfaces (GByteArray *svg, GError **error)
{
  g_autoptr (GRegex)     regex = g_regex_new ("\\b(surface-?|source-)([0-9]+)", 0, 0, error);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return regex != NULL ? g_regex_replace_eval (regex, (const char *) svg->data, (gssize) svg->len, 0, 0, renumber, numbers, error) : NULL;
}

/**
 * dateline_map_picture_to_svg:
 * @self: a picture
 * @error: return location for a #GError
 *
 * Letters are outlines, so that it looks the same without their font.
 *
 * Errors: %DATELINE_MAP_PICTURE_ERROR_FAILED
 *
 * Returns: (transfer full) (nullable): the file's contents
 */
GBytes *
dateline_map_picture_to_svg (DatelineMapPicture *self, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t       *surface = cairo_svg_surface_create_for_stream (append_bytes, bytes, dateline_map_picture_get_width (self), dateline_map_picture_get_height (self));
  cairo_status_t         status;
  char                  *text;
  gsize                  length;

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  status = draw (self, surface, 1.0);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!check (status, error))
    return NULL;

  text = renumber_surfaces (bytes, error);
  if (text == NULL)
    return NULL;
  length = strlen (text);
  return g_bytes_new_take (text, length);
}

/**
 * dateline_map_picture_save:
 * @self: a picture
 * @path: where to; SVG when it ends with ".svg", else PNG
 * @scale: of a PNG, pixels of the file for each of the picture
 * @error: return location for a #GError
 *
 * The file is there whole, or as it was before.
 *
 * Errors: those of the formats and of g_file_set_contents_full(), after
 *   @path
 *
 * Returns: whether it was written
 */
gboolean
dateline_map_picture_save (DatelineMapPicture *self, const char *path, double scale, GError **error)
{
  g_autofree char   *lower = g_ascii_strdown (path, -1);
  g_autoptr (GBytes) bytes = NULL;
  gconstpointer      data;
  gsize              length;

  bytes = g_str_has_suffix (lower, ".svg") ? dateline_map_picture_to_svg (self, error) : dateline_map_picture_to_png (self, scale, error);
  data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;
  if (data != NULL && g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644, error))
    return TRUE;

  g_prefix_error (error, "%s: ", path);
  return FALSE;
}
