/* dateline-picture-legend.c: what the signs in a picture mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-picture-legend.h"

#include "dateline-picture-text.h"
#include "dateline-words.h"

#define ROW_PX 25.0
#define TEXT_PX 12.0
#define COLUMN_GAP_PX 18.0
#define TEXT_LEFT_PX (DATELINE_LEGEND_SIGN_PX + 4.0)

typedef struct
{
  const char        *words;
  gboolean           is_type;
  DatelineLegendSign sign; /* or the type */
} Entry;

G_STATIC_ASSERT (DATELINE_N_INCIDENT_TYPES <= 32 && DATELINE_N_LEGEND_SIGNS <= 32);

static GArray *
list_entries (DatelinePictureLegend self)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint type = 0; type < DATELINE_N_INCIDENT_TYPES; type++)
    if (self.types & 1u << type)
      g_array_append_vals (entries, &(Entry){ dateline_incident_type_to_words (type), TRUE, type }, 1);
  for (guint sign = 0; sign < DATELINE_N_LEGEND_SIGNS; sign++)
    if (self.signs & 1u << sign)
      g_array_append_vals (entries, &(Entry){ dateline_legend_sign_to_words (sign), FALSE, sign }, 1);

  return entries;
}

static double
get_entry_width (const Entry *entry, PangoContext *context)
{
  g_autoptr (PangoLayout) layout = dateline_picture_text_new (context, entry->words, TEXT_PX, PANGO_WEIGHT_NORMAL);
  double                  width, height;

  dateline_picture_text_get_size (layout, &width, &height);
  return TEXT_LEFT_PX + width;
}

/* Each column as wide as its widest entry; returns their sum. */
static double
measure_columns (const GArray *entries, PangoContext *context, guint n_rows, GArray *widths)
{
  double sum = 0.0;

  g_array_set_size (widths, 0);
  for (guint i = 0; i < entries->len; i++)
    {
      double width = get_entry_width (&g_array_index (entries, Entry, i), context);

      if (i % n_rows == 0)
        g_array_append_val (widths, width);
      else
        g_array_index (widths, double, widths->len - 1) = MAX (g_array_index (widths, double, widths->len - 1), width);
    }
  for (guint i = 0; i < widths->len; i++)
    sum += g_array_index (widths, double, i) + (i > 0 ? COLUMN_GAP_PX : 0.0);
  return sum;
}

/* As few rows as fit into the width. */
static guint
lay_out (const GArray *entries, PangoContext *context, double max_width_px, GArray *widths)
{
  for (guint n_rows = 1; n_rows < entries->len; n_rows++)
    if (measure_columns (entries, context, n_rows, widths) <= max_width_px)
      return n_rows;

  measure_columns (entries, context, MAX (entries->len, 1), widths);
  return MAX (entries->len, 1);
}

/**
 * dateline_picture_legend_measure:
 * @self: a legend
 * @context: of the picture
 * @max_width_px: how wide it may be; 0 for a single column
 *
 * Returns: the room that it takes; nothing when there is nothing to tell.
 *   A single column may be wider than is allowed.
 */
DatelinePictureSize
dateline_picture_legend_measure (DatelinePictureLegend self, PangoContext *context, double max_width_px)
{
  g_autoptr (GArray) entries = list_entries (self);
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (double));
  guint              n_rows = lay_out (entries, context, max_width_px, widths);

  if (entries->len == 0)
    return (DatelinePictureSize){ 0.0, 0.0 };

  return (DatelinePictureSize){ measure_columns (entries, context, n_rows, widths), n_rows * ROW_PX };
}

static void
draw_entry (const Entry *entry, PangoContext *context, cairo_t *cr, double column_px, DatelinePictureInk ink, gboolean dark)
{
  g_autoptr (PangoLayout) layout = dateline_picture_text_new (context, entry->words, TEXT_PX, PANGO_WEIGHT_NORMAL);
  gboolean                is_right_to_left = dateline_picture_text_is_right_to_left (context, entry->words);
  double                  width, height;

  dateline_picture_text_get_size (layout, &width, &height);
  cairo_set_source_rgb (cr, ink.red, ink.green, ink.blue);
  cairo_move_to (cr, is_right_to_left ? column_px - TEXT_LEFT_PX - width : TEXT_LEFT_PX, (ROW_PX - height) / 2.0);
  pango_cairo_show_layout (cr, layout);

  cairo_save (cr);
  cairo_translate (cr, is_right_to_left ? column_px - DATELINE_LEGEND_SIGN_PX / 2.0 : DATELINE_LEGEND_SIGN_PX / 2.0, ROW_PX / 2.0);
  if (entry->is_type)
    dateline_legend_painter_draw_type (cr, (DatelineIncidentType) entry->sign, dark);
  else
    dateline_legend_painter_draw_sign (cr, entry->sign, context, dark);
  cairo_restore (cr);
}

/**
 * dateline_picture_legend_draw:
 * @self: a legend
 * @context: of the picture
 * @cr: draws from 0, 0
 * @width_px: as it was measured with
 * @ink: of the words
 * @dark: whether the ground is dark
 */
void
dateline_picture_legend_draw (DatelinePictureLegend self, PangoContext *context, cairo_t *cr, double width_px, DatelinePictureInk ink, gboolean dark)
{
  g_autoptr (GArray) entries = list_entries (self);
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (double));
  guint              n_rows = lay_out (entries, context, width_px, widths);
  double             x = 0.0;

  for (guint i = 0; i < entries->len; i++)
    {
      double column_px = g_array_index (widths, double, i / n_rows);

      cairo_save (cr);
      cairo_translate (cr, x, i % n_rows * ROW_PX);
      draw_entry (&g_array_index (entries, Entry, i), context, cr, column_px, ink, dark);
      cairo_restore (cr);
      if (i % n_rows == n_rows - 1)
        x += column_px + COLUMN_GAP_PX;
    }
}
