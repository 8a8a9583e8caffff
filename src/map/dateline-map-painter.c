/* dateline-map-painter.c: the map with its names and incidents, without a widget
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the layers of the window's map show, in their order.
 */

#include "config.h"

#include "dateline-map-painter.h"

#include <math.h>
#include <string.h>

#include "dateline-area-painter.h"
#include "dateline-basemap-painter.h"

/* Round a symbol, for its rim. */
#define RIM_PX 5.0

typedef struct
{
  float width;
  float height;
} TextSize;

struct _DatelineMapPainter
{
  DatelineBasemap             *basemap; /* NULL for bare sea */
  const DatelineIncidentTable *table;
  PangoContext                *context;
  DatelineLabelPainter         labels;
  DatelineSizeBy               size_by;
  DatelineIncidentMarks       *marks;
  DatelineDateInterval         window;
  gboolean                     fades;
  DatelineMapView              view;
  DatelineLabelBox             reserved;   /* no name stands there */
  cairo_surface_t             *ground;     /* of the view; NULL when it is drawn each time */
  GHashTable                  *text_sizes; /* index of a label → TextSize, in the view */
  GArray                      *boxes;      /* DatelineLabelBox, scratch */
  GArray                      *requests;   /* DatelineLabelRequest, scratch */
  GArray                      *indices;    /* guint, the requests' labels */
};

/**
 * dateline_map_painter_new:
 * @basemap: (nullable): what lies under the incidents
 * @table: the incidents; must outlive the painter
 * @context: for all text
 * @style: of the map
 * @language: of its names
 * @size_by: what makes a symbol larger
 *
 * Returns: (transfer full): a painter without a view or a window
 */
DatelineMapPainter *
dateline_map_painter_new (DatelineBasemap             *basemap,
                          const DatelineIncidentTable *table,
                          PangoContext                *context,
                          DatelineBasemapStyle         style,
                          DatelineLabelLanguage        language,
                          DatelineSizeBy               size_by)
{
  DatelineMapPainter *self = g_new0 (DatelineMapPainter, 1);

  self->basemap = basemap != NULL ? dateline_basemap_ref (basemap) : NULL;
  self->table = table;
  self->context = g_object_ref (context);
  self->labels = (DatelineLabelPainter){ basemap, style, language };
  self->size_by = size_by;
  self->marks = dateline_incident_marks_new (basemap);
  self->text_sizes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->boxes = g_array_new (FALSE, FALSE, sizeof (DatelineLabelBox));
  self->requests = g_array_new (FALSE, FALSE, sizeof (DatelineLabelRequest));
  self->indices = g_array_new (FALSE, FALSE, sizeof (guint));
  dateline_incident_marks_set_table (self->marks, table);

  return self;
}

void
dateline_map_painter_free (DatelineMapPainter *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->basemap, dateline_basemap_unref);
  g_clear_pointer (&self->ground, cairo_surface_destroy);
  g_object_unref (self->context);
  dateline_incident_marks_free (self->marks);
  g_hash_table_unref (self->text_sizes);
  g_array_unref (self->boxes);
  g_array_unref (self->requests);
  g_array_unref (self->indices);
  g_free (self);
}

/**
 * dateline_map_painter_set_window:
 * @self: a painter
 * @window: the days shown
 * @fades: whether what is older in them is fainter
 */
void
dateline_map_painter_set_window (DatelineMapPainter *self, DatelineDateInterval window, gboolean fades)
{
  self->window = window;
  self->fades = fades;
  dateline_incident_marks_set_window (self->marks, window);
}

void
dateline_map_painter_set_view (DatelineMapPainter *self, DatelineMapView view)
{
  self->view = view;
  g_hash_table_remove_all (self->text_sizes);
  g_clear_pointer (&self->ground, cairo_surface_destroy);
}

/**
 * dateline_map_painter_set_reserved:
 * @self: a painter
 * @box: where something else will be drawn over the map
 */
void
dateline_map_painter_set_reserved (DatelineMapPainter *self, DatelineLabelBox box)
{
  self->reserved = box;
}

/**
 * dateline_map_painter_keep_ground:
 * @self: a painter with a view
 *
 * Draws the basemap once and for all, in pixels that are not to be
 * scaled.
 */
void
dateline_map_painter_keep_ground (DatelineMapPainter *self)
{
  cairo_t *cr;

  g_clear_pointer (&self->ground, cairo_surface_destroy);
  self->ground = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (self->view.width_px), (int) ceil (self->view.height_px));
  cr = cairo_create (self->ground);
  dateline_basemap_paint_view (self->basemap, self->labels.style, &self->view, cr);
  cairo_destroy (cr);
}

static DatelineMarkScene
get_scene (DatelineMapPainter *self)
{
  DatelineDateInterval window = self->window;

  if (!self->fades)
    window.start = G_MININT64;

  return (DatelineMarkScene){
    .table = self->table,
    .basemap = self->basemap,
    .view = self->view,
    .window = window,
    .size_by = self->size_by,
    .dark = self->labels.style == DATELINE_BASEMAP_DARK || self->labels.style == DATELINE_BASEMAP_HIGH_CONTRAST_DARK,
  };
}

/* --- names ---------------------------------------------------------- */

/* A DatelineLabelSizeFunc. */
static void
measure (const DatelineBasemapLabel *label, guint index, float *width, float *height, gpointer user_data)
{
  DatelineMapPainter *self = user_data;
  TextSize           *size = g_hash_table_lookup (self->text_sizes, GUINT_TO_POINTER (index));

  if (size == NULL)
    {
      g_autoptr (PangoLayout) layout = dateline_label_painter_create_layout (&self->labels, label, dateline_map_view_get_tile_zoom (&self->view), self->context);
      int                     pixel_width, pixel_height;

      pango_layout_get_pixel_size (layout, &pixel_width, &pixel_height);
      size = g_new (TextSize, 1);
      *size = (TextSize){ (float) pixel_width, (float) pixel_height };
      g_hash_table_insert (self->text_sizes, GUINT_TO_POINTER (index), size);
    }

  *width = size->width;
  *height = size->height;
}

static void
update_boxes (DatelineMapPainter *self, const GArray *marks)
{
  g_array_set_size (self->boxes, 0);
  for (guint i = 0; i < marks->len; i++)
    {
      const DatelineMark *mark = &g_array_index (marks, DatelineMark, i);
      float               radius = (float) dateline_mark_get_radius (mark);
      DatelineLabelBox    box = { 0.0f, 0.0f, 2.0f * radius, 2.0f * radius };
      double              x, y;

      dateline_map_view_to_px (&self->view, mark->cluster.x, mark->cluster.y, &x, &y);
      box.x = (float) x - radius;
      box.y = (float) y - radius;
      g_array_append_val (self->boxes, box);
    }
}

static void
draw_dot (DatelineMapPainter *self, cairo_t *cr, const DatelineBasemapLabel *label, double x, double y)
{
  double  radius;
  guint32 color = dateline_label_painter_get_dot (&self->labels, label, &radius);

  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius, 0.0, 2.0 * G_PI);
  cairo_set_source_rgba (cr, (color >> 24 & 0xff) / 255.0, (color >> 16 & 0xff) / 255.0, (color >> 8 & 0xff) / 255.0, (color & 0xff) / 255.0);
  cairo_fill (cr);
}

static gboolean
is_inside (DatelineMapPainter *self, float x, float y)
{
  return x >= 0.0f && y >= 0.0f && x <= (float) self->view.width_px && y <= (float) self->view.height_px;
}

/* No half names at the edge and none without its dot; none where
 * something else stands. */
static gboolean
is_whole (DatelineMapPainter *self, const DatelineLabelRequest *request)
{
  DatelineLabelBox box = { request->text_x, request->text_y, request->width, request->height };

  return is_inside (self, box.x, box.y) && is_inside (self, box.x + box.width, box.y + box.height) &&
         (request->gap_left < 0.0f || is_inside (self, request->x, request->y)) &&
         !dateline_label_box_overlaps (&self->reserved, &box);
}

static void
draw_names (DatelineMapPainter *self, cairo_t *cr, const GArray *marks)
{
  guint                       n_labels;
  const DatelineBasemapLabel *labels;

  if (self->basemap == NULL)
    return;

  labels = dateline_basemap_get_labels (self->basemap, &n_labels);
  update_boxes (self, marks);
  dateline_label_painter_collect (&self->labels, &self->view, self->boxes, measure, self, self->requests, self->indices);
  dateline_label_layout_run ((DatelineLabelRequest *) self->requests->data, self->requests->len, (const DatelineLabelBox *) self->boxes->data, self->boxes->len, DATELINE_LABEL_PADDING_PX);
  for (guint i = 0; i < self->requests->len; i++)
    {
      const DatelineLabelRequest *request = &g_array_index (self->requests, DatelineLabelRequest, i);
      const DatelineBasemapLabel *label = &labels[g_array_index (self->indices, guint, i)];
      g_autoptr (PangoLayout)     layout = NULL;

      if (!request->placed || !is_whole (self, request))
        continue;
      layout = dateline_label_painter_create_layout (&self->labels, label, dateline_map_view_get_tile_zoom (&self->view), self->context);
      if (dateline_label_is_settlement (label))
        draw_dot (self, cr, label, request->x, request->y);
      dateline_label_painter_draw_text (&self->labels, label, layout, cr, roundf (request->text_x), roundf (request->text_y));
    }
}

/* --- incidents ------------------------------------------------------ */

static gboolean
is_visible (DatelineMapPainter *self, guint row)
{
  return self->table->passes[row] && dateline_incident_table_row_in_window (self->table, row, self->window);
}

static gboolean
is_further_symbol (DatelineMapPainter *self, guint further)
{
  guint8 precision = self->table->further_where_precision[further];

  return !isnan (self->table->further_lat[further]) && is_visible (self, self->table->further_row[further]) &&
         (precision == DATELINE_WHERE_EXACT || precision == DATELINE_WHERE_NEAR || precision == DATELINE_WHERE_SEA_OR_AIR);
}

static void
draw_symbol (const DatelineMarkScene *scene, cairo_t *cr, DatelineSymbolLook look, double x, double y)
{
  double reach = look.radius_px * 1.2 + RIM_PX;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  /* A faint symbol is drawn apart first, in a picture as large as the clip. */
  if (look.age > 0)
    {
      cairo_rectangle (cr, -reach, -reach, 2.0 * reach, 2.0 * reach);
      cairo_clip (cr);
    }
  dateline_symbol_painter_draw (cr, &look, scene->dark);
  cairo_restore (cr);
}

static void
draw_further_sites (DatelineMapPainter *self, const DatelineMarkScene *scene, cairo_t *cr)
{
  for (guint i = 0; i < self->table->n_further; i++)
    {
      DatelineSymbolLook look;
      double             x, y;

      dateline_map_view_to_px (&self->view, self->table->further_x[i], self->table->further_y[i], &x, &y);
      if (!dateline_mark_scene_is_in_view (scene, x, y, DATELINE_FURTHER_RADIUS_PX + RIM_PX) || !is_further_symbol (self, i))
        continue;
      look = dateline_mark_scene_get_look (scene, self->table->further_row[i]);
      look.radius_px = DATELINE_FURTHER_RADIUS_PX;
      draw_symbol (scene, cr, look, x, y);
    }
}

static void
draw_mark (DatelineMapPainter *self, const DatelineMarkScene *scene, cairo_t *cr, const DatelineMark *mark)
{
  DatelineRing ring = { .n = mark->cluster.n, .radius_px = dateline_ring_get_radius (mark->cluster.n), .is_area = mark->placement != DATELINE_PLACEMENT_POINT };
  double       x, y;

  dateline_map_view_to_px (&self->view, mark->cluster.x, mark->cluster.y, &x, &y);
  if (!dateline_mark_scene_is_in_view (scene, x, y, dateline_mark_get_radius (mark) + RIM_PX))
    return;

  if (dateline_mark_is_symbol (mark))
    {
      draw_symbol (scene, cr, dateline_mark_scene_get_look (scene, mark->cluster.row), x, y);
      return;
    }

  ring.age = dateline_mark_scene_get_age (scene, mark->cluster.row);
  memcpy (ring.families, mark->cluster.families, sizeof ring.families);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  dateline_symbol_painter_draw_ring (cr, &ring, self->context, scene->dark);
  cairo_restore (cr);
}

/**
 * dateline_map_painter_draw:
 * @self: a painter with a view and a window
 * @cr: draws from 0, 0 to the view's size, to which it must be clipped
 */
void
dateline_map_painter_draw (DatelineMapPainter *self, cairo_t *cr)
{
  DatelineMarkScene scene = get_scene (self);
  const GArray     *marks = dateline_incident_marks_update (self->marks, &self->view);

  cairo_save (cr);
  if (self->ground != NULL)
    {
      cairo_set_source_surface (cr, self->ground, 0.0, 0.0);
      cairo_paint (cr);
    }
  else
    dateline_basemap_paint_view (self->basemap, self->labels.style, &self->view, cr);
  cairo_restore (cr);

  cairo_save (cr);
  draw_names (self, cr, marks);
  cairo_restore (cr);

  cairo_save (cr);
  dateline_area_painter_draw (&scene, cr, marks);
  cairo_restore (cr);
  draw_further_sites (self, &scene, cr);
  for (guint i = 0; i < marks->len; i++)
    draw_mark (self, &scene, cr, &g_array_index (marks, DatelineMark, i));
}

/**
 * dateline_map_painter_find_row:
 * @self: a painter
 * @row: a row of its table
 * @placement: (out): how it is drawn
 * @x: (out): where in the world; untouched when it is not drawn
 * @y: (out): where in the world
 *
 * Returns: whether it has a place on the map
 */
gboolean
dateline_map_painter_find_row (DatelineMapPainter *self, guint row, DatelinePlacement *placement, double *x, double *y)
{
  DatelineBasemapVertex at;
  guint                 area;

  *placement = dateline_incident_marks_get_placement (self->marks, row, &area);
  if (*placement == DATELINE_PLACEMENT_NONE)
    return FALSE;

  if (*placement == DATELINE_PLACEMENT_COUNTRY && dateline_basemap_find_country (self->basemap, (guint16) area, &at))
    {
      *x = at.x;
      *y = at.y;
    }
  else
    {
      *x = self->table->x[row];
      *y = self->table->y[row];
    }
  return TRUE;
}

/**
 * dateline_map_painter_has_clusters:
 * @self: a painter with a view and a window
 *
 * Returns: whether any mark of points stands for several incidents
 */
gboolean
dateline_map_painter_has_clusters (DatelineMapPainter *self)
{
  const GArray *marks = dateline_incident_marks_update (self->marks, &self->view);

  for (guint i = 0; i < marks->len; i++)
    {
      const DatelineMark *mark = &g_array_index (marks, DatelineMark, i);

      if (mark->placement == DATELINE_PLACEMENT_POINT && mark->cluster.n > 1)
        return TRUE;
    }
  return FALSE;
}
