/* dateline-map-picture.c: the map of a span of time, wherever cairo draws
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-map-picture.h"

#include <glib/gi18n.h>
#include <math.h>

#include "dateline-area-painter.h"
#include "dateline-locale-text.h"
#include "dateline-map-painter.h"
#include "dateline-picture-legend.h"
#include "dateline-picture-text.h"
#include "dateline-words.h"

#define MARGIN_PX 16.0
#define GAP_PX 10.0
#define TITLE_PX 20.0
#define DATES_PX 15.0
#define COUNTS_PX 12.0
#define LICENCES_PX 9.5

/* Of the scale, at the map's lower left. */
#define SCALE_INSET_PX 10.0
#define MAX_SCALE_PX 150.0
#define SCALE_TEXT_PX 11.0
#define SCALE_HEIGHT_PX 26.0

/* A legend that leaves the map less than this part of the picture is not
 * drawn. */
#define MIN_MAP_PART 0.4

/* A mark whose middle is so far outside reaches into the picture. */
#define REACH_PX 12.0

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} Box;

/* Round the map. */
typedef struct
{
  DatelinePictureInk ground;
  DatelinePictureInk text;
  DatelinePictureInk dim_text;
  DatelinePictureInk line;
} Inks;

static const Inks all_inks[] = {
  [DATELINE_BASEMAP_LIGHT] = { { 1.0, 1.0, 1.0 }, { 0.10, 0.11, 0.13 }, { 0.36, 0.37, 0.40 }, { 0.80, 0.80, 0.80 } },
  [DATELINE_BASEMAP_DARK] = { { 0.12, 0.12, 0.135 }, { 0.95, 0.95, 0.96 }, { 0.70, 0.70, 0.73 }, { 0.30, 0.30, 0.33 } },
  [DATELINE_BASEMAP_HIGH_CONTRAST] = { { 1.0, 1.0, 1.0 }, { 0.0, 0.0, 0.0 }, { 0.0, 0.0, 0.0 }, { 0.0, 0.0, 0.0 } },
  [DATELINE_BASEMAP_HIGH_CONTRAST_DARK] = { { 0.0, 0.0, 0.0 }, { 1.0, 1.0, 1.0 }, { 1.0, 1.0, 1.0 }, { 1.0, 1.0, 1.0 } },
};

G_STATIC_ASSERT (G_N_ELEMENTS (all_inks) == DATELINE_N_BASEMAP_STYLES);

struct _DatelineMapPicture
{
  const DatelineIncidentTable *table;
  DatelineMapPictureOptions    options; /* its title is a copy */
  PangoContext                *context;
  DatelineMapPainter          *painter;
  DatelineDateInterval         window;
  DatelineDateInterval         whole;      /* what the legend explains */
  DatelinePoint                south_west; /* of what is to be seen */
  DatelinePoint                north_east;
  gboolean                     is_fitted; /* with room round it, at a half zoom */
  gboolean                     keeps_ground;
  gboolean                     is_planned;

  /* The plan */
  DatelinePictureLegend legend; /* empty when it is not drawn */
  DatelineMapView       view;
  Box                   map;
  Box                   legend_box;
  double                licences_y;
};

/* One place alone is shown with what lies about it. */
#define MIN_ACROSS_DEGREES 0.5

/* Shown when there is nothing to show: Syria to Yemen. */
static const DatelinePoint region_south_west = { 12.0, 35.5 };
static const DatelinePoint region_north_east = { 37.5, 55.0 };

/**
 * dateline_map_picture_new:
 * @basemap: (nullable): the basemap; bare sea without
 * @table: the incidents, of which those are drawn that pass
 * @options: how the picture looks
 *
 * Returns: (transfer full): a picture of all days of @table, fitted
 */
DatelineMapPicture *
dateline_map_picture_new (DatelineBasemap *basemap, const DatelineIncidentTable *table, const DatelineMapPictureOptions *options)
{
  DatelineMapPicture *self = g_new0 (DatelineMapPicture, 1);

  self->table = table;
  self->options = *options;
  self->options.title = g_strdup (options->title);
  self->options.width_px = CLAMP (options->width_px, DATELINE_MAP_PICTURE_MIN_PX, DATELINE_MAP_PICTURE_MAX_PX);
  self->options.height_px = CLAMP (options->height_px, DATELINE_MAP_PICTURE_MIN_PX, DATELINE_MAP_PICTURE_MAX_PX);
  self->context = dateline_picture_text_create_context ();
  self->painter = dateline_map_painter_new (basemap, table, self->context, options->style, options->language, options->size_by);
  self->whole = dateline_map_picture_get_span (table);
  dateline_map_picture_set_window (self, self->whole);
  dateline_map_picture_fit (self);

  return self;
}

void
dateline_map_picture_free (DatelineMapPicture *self)
{
  if (self == NULL)
    return;

  g_free ((char *) self->options.title);
  dateline_map_painter_free (self->painter);
  g_object_unref (self->context);
  g_free (self);
}

int
dateline_map_picture_get_width (const DatelineMapPicture *self)
{
  return self->options.width_px;
}

int
dateline_map_picture_get_height (const DatelineMapPicture *self)
{
  return self->options.height_px;
}

/**
 * dateline_map_picture_set_window:
 * @self: a picture
 * @window: the days that it shows
 */
void
dateline_map_picture_set_window (DatelineMapPicture *self, DatelineDateInterval window)
{
  self->window = window;
  dateline_map_painter_set_window (self->painter, window, self->options.fades);
}

/**
 * dateline_map_picture_set_whole:
 * @self: a picture
 * @whole: days of which the window is a part
 *
 * The legend tells of all that there is in @whole, and
 * dateline_map_picture_fit() shows it, so that the frames of a replay
 * stand still. All days of the table until it is called.
 */
void
dateline_map_picture_set_whole (DatelineMapPicture *self, DatelineDateInterval whole)
{
  self->whole = whole;
  self->is_planned = FALSE;
}

/**
 * dateline_map_picture_get_span:
 * @table: incidents
 *
 * Returns: the days of those that pass, whole ones; not set when none
 *   of them has a date
 */
DatelineDateInterval
dateline_map_picture_get_span (const DatelineIncidentTable *table)
{
  gint64 start = G_MAXINT64, end = G_MININT64;

  for (guint row = 0; row < table->n_dated; row++)
    if (table->passes[row])
      {
        start = MIN (start, table->start[row]);
        end = MAX (end, table->end[row]);
      }
  if (start >= end)
    return DATELINE_DATE_INTERVAL_NONE;

  return dateline_date_interval_for_days (dateline_day_at (start, DATELINE_REGION_OFFSET_MINUTES),
                                          dateline_day_at (end - 1, DATELINE_REGION_OFFSET_MINUTES),
                                          DATELINE_REGION_OFFSET_MINUTES);
}

/* --- where ---------------------------------------------------------- */

static gboolean
is_in (DatelineMapPicture *self, guint row, DatelineDateInterval interval)
{
  return self->table->passes[row] && dateline_incident_table_row_in_window (self->table, row, interval);
}

static void
widen (double *from, double *to)
{
  double lack = MAX (MIN_ACROSS_DEGREES - (*to - *from), 0.0);

  *from -= lack / 2.0;
  *to += lack / 2.0;
}

/**
 * dateline_map_picture_fit:
 * @self: a picture
 *
 * Shows all that there is in the whole of the days, as the window's map
 * does when it is opened.
 */
void
dateline_map_picture_fit (DatelineMapPicture *self)
{
  double x_min = G_MAXDOUBLE, y_min = G_MAXDOUBLE, x_max = -1.0, y_max = -1.0;

  for (guint row = 0; row < self->table->n_dated; row++)
    {
      DatelinePlacement placement;
      double            x, y;

      if (!is_in (self, row, self->whole) || !dateline_map_painter_find_row (self->painter, row, &placement, &x, &y))
        continue;
      x_min = MIN (x_min, x);
      y_min = MIN (y_min, y);
      x_max = MAX (x_max, x);
      y_max = MAX (y_max, y);
    }

  self->south_west = region_south_west;
  self->north_east = region_north_east;
  if (x_max >= 0.0)
    {
      dateline_map_view_to_degrees (x_min, y_max, &self->south_west.lat, &self->south_west.lon);
      dateline_map_view_to_degrees (x_max, y_min, &self->north_east.lat, &self->north_east.lon);
      widen (&self->south_west.lat, &self->north_east.lat);
      widen (&self->south_west.lon, &self->north_east.lon);
    }
  self->is_fitted = TRUE;
  self->is_planned = FALSE;
}

/**
 * dateline_map_picture_show_area:
 * @self: a picture
 * @south_west: a corner
 * @north_east: its opposite
 *
 * Shows that part of the world, in the middle and as large as it goes.
 */
void
dateline_map_picture_show_area (DatelineMapPicture *self, DatelinePoint south_west, DatelinePoint north_east)
{
  self->south_west = south_west;
  self->north_east = north_east;
  self->is_fitted = FALSE;
  self->is_planned = FALSE;
}

static DatelineMapView
get_view (DatelineMapPicture *self, Box box)
{
  DatelineMapView a, b;
  double          zoom, lat, lon;

  if (self->is_fitted)
    return dateline_map_view_new_fitting (self->south_west, self->north_east, box.width, box.height);

  a = dateline_map_view_new (self->south_west.lat, self->south_west.lon, 0.0, 0.0, 0.0);
  b = dateline_map_view_new (self->north_east.lat, self->north_east.lon, 0.0, 0.0, 0.0);
  zoom = MIN (log2 (box.width / MAX ((b.center_x - a.center_x) * a.px_per_unit, 1e-9)),
              log2 (box.height / MAX ((a.center_y - b.center_y) * a.px_per_unit, 1e-9)));
  dateline_map_view_to_degrees ((a.center_x + b.center_x) / 2.0, (a.center_y + b.center_y) / 2.0, &lat, &lon);
  return dateline_map_view_new (lat, lon, CLAMP (zoom, DATELINE_BASEMAP_MIN_ZOOM, DATELINE_BASEMAP_MAX_ZOOM), box.width, box.height);
}

static gboolean
is_in_view (DatelineMapPicture *self, double x, double y)
{
  double x_px, y_px;

  dateline_map_view_to_px (&self->view, x, y, &x_px, &y_px);
  return x_px >= -REACH_PX && y_px >= -REACH_PX && x_px <= self->map.width + REACH_PX && y_px <= self->map.height + REACH_PX;
}

/* --- the plan ------------------------------------------------------- */

static guint32
get_signs_of_row (DatelineMapPicture *self, guint row, DatelinePlacement placement)
{
  static const guint by_status[] = { 0, 1u << DATELINE_LEGEND_ACCEPTED, 1u << DATELINE_LEGEND_CORRECTED, 1u << DATELINE_LEGEND_REJECTED };
  guint32            signs = 0;

  if (placement == DATELINE_PLACEMENT_GOVERNORATE)
    return 1u << DATELINE_LEGEND_AREA | 1u << DATELINE_LEGEND_BADGE;
  if (placement == DATELINE_PLACEMENT_COUNTRY)
    return 1u << DATELINE_LEGEND_BADGE;

  if (dateline_area_painter_has_circle (self->table, row))
    signs |= 1u << DATELINE_LEGEND_CIRCLE;
  if (self->table->where_precision[row] == DATELINE_WHERE_SEA_OR_AIR)
    signs |= 1u << DATELINE_LEGEND_SEA;
  return signs | by_status[MIN (self->table->status[row], G_N_ELEMENTS (by_status) - 1)];
}

/* Only of what is there. */
static DatelinePictureLegend
find_legend (DatelineMapPicture *self)
{
  DatelinePictureLegend legend = { 0, self->options.fades ? 1u << DATELINE_LEGEND_OLD : 0 };

  for (guint row = 0; row < self->table->n_dated; row++)
    {
      DatelinePlacement placement;
      double            x, y;

      if (!is_in (self, row, self->whole) || !dateline_map_painter_find_row (self->painter, row, &placement, &x, &y) || !is_in_view (self, x, y))
        continue;
      legend.types |= 1u << self->table->type[row];
      legend.signs |= get_signs_of_row (self, row, placement);
    }

  dateline_map_painter_set_window (self->painter, self->whole, self->options.fades);
  if (dateline_map_painter_has_clusters (self->painter))
    legend.signs |= 1u << DATELINE_LEGEND_RING;
  dateline_map_painter_set_window (self->painter, self->window, self->options.fades);
  return legend;
}

static PangoLayout *
create_licences (DatelineMapPicture *self)
{
  /* Translators: also the tooltip of the map's attribution */
  const char  *text = _ ("Made with Natural Earth. Coastline and lakes: GSHHG 2.3.7, P. Wessel and W. H. F. Smith, LGPL v3 or later. Place names © GeoNames, CC BY 4.0, modified. Borders © OpenStreetMap contributors, ODbL 1.0.");
  PangoLayout *layout = dateline_picture_text_new (self->context, text, LICENCES_PX, PANGO_WEIGHT_NORMAL);

  pango_layout_set_width (layout, (int) ((self->options.width_px - 2 * MARGIN_PX) * PANGO_SCALE));
  return layout;
}

static gboolean
has_title (DatelineMapPicture *self)
{
  return self->options.title != NULL && *self->options.title != '\0';
}

static double
get_line_height (double size_px)
{
  return ceil (size_px * 1.45);
}

/* The room between the header and the licences. */
static Box
get_body (DatelineMapPicture *self)
{
  g_autoptr (PangoLayout) licences = create_licences (self);
  double                  width, height, top;

  dateline_picture_text_get_size (licences, &width, &height);
  self->licences_y = self->options.height_px - MARGIN_PX * 0.5 - height;
  top = MARGIN_PX * 0.75 + (has_title (self) ? get_line_height (TITLE_PX) : 0.0) + get_line_height (DATES_PX) + get_line_height (COUNTS_PX) + GAP_PX * 0.8;
  return (Box){ MARGIN_PX, top, self->options.width_px - 2 * MARGIN_PX, MAX (self->licences_y - GAP_PX * 0.6 - top, 32.0) };
}

static double
get_area (Box box)
{
  return MAX (box.width, 0.0) * MAX (box.height, 0.0);
}

/* How well what is to be seen is seen in @box: by the zoom, then by how
 * much there is round it. */
static double
rate_map (DatelineMapPicture *self, Box box)
{
  double part = get_area (box) / ((double) self->options.width_px * self->options.height_px);

  if (part < MIN_MAP_PART)
    return -1.0;
  return get_view (self, box).zoom + part / 1000.0;
}

/* Beside the map or under it, where more is seen of the map. */
static void
place_legend (DatelineMapPicture *self, Box body)
{
  DatelinePictureSize column = dateline_picture_legend_measure (self->legend, self->context, 0.0);
  DatelinePictureSize row = dateline_picture_legend_measure (self->legend, self->context, body.width);
  Box                 beside = { body.x, body.y, body.width - column.width - MARGIN_PX, body.height };
  Box                 above = { body.x, body.y, body.width, body.height - row.height - GAP_PX };

  self->map = body;
  if (self->legend.types == 0)
    return;

  if (column.height > body.height)
    beside.width = 0.0;
  if (row.width > body.width)
    above.height = 0.0;
  if (rate_map (self, beside) < 0.0 && rate_map (self, above) < 0.0)
    self->legend = (DatelinePictureLegend){ 0 };
  else if (rate_map (self, beside) >= rate_map (self, above))
    {
      self->map = beside;
      self->legend_box = (Box){ beside.x + beside.width + MARGIN_PX, body.y, column.width, column.height };
    }
  else
    {
      self->map = above;
      self->legend_box = (Box){ body.x, body.y + above.height + GAP_PX, row.width, row.height };
    }
}

static void
set_view (DatelineMapPicture *self)
{
  self->view = get_view (self, self->map);
  dateline_map_painter_set_view (self->painter, self->view);
}

/* The legend takes room from the map, and tells only of what that shows:
 * it is chosen for the map without it. */
static void
plan (DatelineMapPicture *self)
{
  if (self->is_planned)
    return;

  self->map = get_body (self);
  set_view (self);
  self->legend = self->options.has_legend ? find_legend (self) : (DatelinePictureLegend){ 0 };
  place_legend (self, self->map);
  set_view (self);
  dateline_map_painter_set_reserved (self->painter, (DatelineLabelBox){ 0.0f, (float) (self->map.height - SCALE_HEIGHT_PX - SCALE_INSET_PX), (float) (MAX_SCALE_PX + 2 * SCALE_INSET_PX), (float) (SCALE_HEIGHT_PX + SCALE_INSET_PX) });
  if (self->keeps_ground)
    dateline_map_painter_keep_ground (self->painter);
  self->is_planned = TRUE;
}

/**
 * dateline_map_picture_keep_ground:
 * @self: a picture that will be drawn many times, never scaled
 *
 * Draws what lies under names and incidents only once.
 */
void
dateline_map_picture_keep_ground (DatelineMapPicture *self)
{
  self->keeps_ground = TRUE;
  self->is_planned = FALSE;
}

/* --- drawing -------------------------------------------------------- */

static const Inks *
get_inks (DatelineMapPicture *self)
{
  return &all_inks[self->options.style];
}

static gboolean
is_dark (DatelineMapPicture *self)
{
  return self->options.style == DATELINE_BASEMAP_DARK || self->options.style == DATELINE_BASEMAP_HIGH_CONTRAST_DARK;
}

static void
set_ink (cairo_t *cr, DatelinePictureInk ink)
{
  cairo_set_source_rgb (cr, ink.red, ink.green, ink.blue);
}

static gboolean
is_right_to_left (DatelineMapPicture *self)
{
  /* Any words of the reader's language tell which way it runs. */
  return dateline_picture_text_is_right_to_left (self->context, dateline_incident_type_to_words (DATELINE_INCIDENT_SHELLING));
}

/* One line of the header; returns where the next begins. */
static double
draw_line (DatelineMapPicture *self, cairo_t *cr, const char *text, double y, double size_px, PangoWeight weight, DatelinePictureInk ink)
{
  g_autoptr (PangoLayout) layout = dateline_picture_text_new (self->context, text, size_px, weight);
  double                  room = self->options.width_px - 2 * MARGIN_PX;
  double                  width, height;

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_width (layout, (int) (room * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_auto_dir (layout, TRUE);
  if (is_right_to_left (self) != dateline_picture_text_is_right_to_left (self->context, text))
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  dateline_picture_text_get_size (layout, &width, &height);
  set_ink (cr, ink);
  cairo_move_to (cr, MARGIN_PX, y + (get_line_height (size_px) - height) / 2.0);
  pango_cairo_show_layout (cr, layout);
  return y + get_line_height (size_px);
}

static char *
get_dates (DatelineMapPicture *self)
{
  return dateline_when_to_words (&(DatelineWhen){ .interval = self->window, .offset_minutes = DATELINE_REGION_OFFSET_MINUTES });
}

typedef struct
{
  guint n_incidents;
  guint n_reports;
  guint n_outside;
  guint n_without_place;
  guint n_without_date;
} Counts;

static Counts
count (DatelineMapPicture *self)
{
  Counts counts = { 0 };

  for (guint row = 0; row < self->table->n_rows; row++)
    {
      DatelinePlacement placement;
      double            x, y;

      if (row >= self->table->n_dated)
        counts.n_without_date += self->table->passes[row];
      else if (!is_in (self, row, self->window))
        continue;
      else if (!dateline_map_painter_find_row (self->painter, row, &placement, &x, &y))
        counts.n_without_place++;
      else if (!is_in_view (self, x, y))
        counts.n_outside++;
      else
        {
          counts.n_incidents++;
          counts.n_reports += MAX (self->table->n_reports[row], 1);
        }
    }
  return counts;
}

/* Takes the words. */
static void
append_missing (GString *text, guint n, char *words)
{
  if (n > 0 && text->len > 0)
    /* Translators: between parts of a list */
    g_string_append (text, C_ ("list", ", "));
  if (n > 0)
    g_string_append (text, words);
  g_free (words);
}

/* A count of reports is no count of events: both are told, and so is what
 * the map cannot show. */
static char *
get_counts (DatelineMapPicture *self)
{
  Counts           counts = count (self);
  g_autofree char *incidents = dateline_strdup_printf (ngettext ("%u incident", "%u incidents", counts.n_incidents), counts.n_incidents);
  g_autofree char *reports = dateline_strdup_printf (ngettext ("%u report", "%u reports", counts.n_reports), counts.n_reports);
  /* Translators: "214 incidents" from "240 reports" */
  g_autofree char    *shown = counts.n_incidents > 0 ? g_strdup_printf (_ ("%s from %s"), incidents, reports) : g_strdup (incidents);
  g_autoptr (GString) missing = g_string_new (NULL);

  append_missing (missing, counts.n_outside, dateline_strdup_printf (ngettext ("%u outside of it", "%u outside of it", counts.n_outside), counts.n_outside));
  append_missing (missing, counts.n_without_place, dateline_strdup_printf (ngettext ("%u without a place", "%u without a place", counts.n_without_place), counts.n_without_place));
  append_missing (missing, counts.n_without_date, dateline_strdup_printf (ngettext ("%u without a date", "%u without a date", counts.n_without_date), counts.n_without_date));
  if (missing->len == 0)
    return g_steal_pointer (&shown);
  /* Translators: "214 incidents from 240 reports"; what is missing is as "3 outside of it, 2 without a place" */
  return g_strdup_printf (_ ("%s. Not on this map: %s"), shown, missing->str);
}

static void
draw_header (DatelineMapPicture *self, cairo_t *cr)
{
  const Inks      *inks = get_inks (self);
  g_autofree char *dates = get_dates (self);
  g_autofree char *counts = get_counts (self);
  double           y = MARGIN_PX * 0.75;

  if (has_title (self))
    y = draw_line (self, cr, self->options.title, y, TITLE_PX, PANGO_WEIGHT_BOLD, inks->text);
  y = draw_line (self, cr, dates, y, DATES_PX, PANGO_WEIGHT_SEMIBOLD, inks->text);
  draw_line (self, cr, counts, y, COUNTS_PX, PANGO_WEIGHT_NORMAL, inks->dim_text);
}

/* The longest of 1, 2, 5, 10, … km that fits; true at the map's middle. */
static double
get_scale_km (DatelineMapPicture *self, double *length_px)
{
  static const double steps[] = { 5.0, 2.0, 1.0 };
  double              lat, lon, px_per_km, unit;

  dateline_map_view_to_degrees (self->view.center_x, self->view.center_y, &lat, &lon);
  px_per_km = dateline_map_view_km_to_px (&self->view, 1.0, lat);
  unit = pow (10.0, floor (log10 (MAX_SCALE_PX / px_per_km)));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * unit * px_per_km <= MAX_SCALE_PX)
      {
        *length_px = steps[i] * unit * px_per_km;
        return steps[i] * unit;
      }

  *length_px = unit * px_per_km;
  return unit;
}

static void
draw_scale (DatelineMapPicture *self, cairo_t *cr)
{
  const DatelineBasemapPalette *palette = dateline_basemap_style_get_palette (self->options.style);
  double                        length, km = get_scale_km (self, &length);
  /* Translators: a length on the map's scale */
  g_autofree char        *text = km >= 1.0 ? g_strdup_printf (_ ("%g km"), km) : g_strdup_printf (_ ("%g m"), km * 1000.0);
  g_autoptr (PangoLayout) layout = dateline_picture_text_new (self->context, text, SCALE_TEXT_PX, PANGO_WEIGHT_MEDIUM);
  double                  left = SCALE_INSET_PX + 0.5, bottom = floor (self->map.height - SCALE_INSET_PX) - 0.5;
  double                  widths[] = { 4.5, 1.5 };
  guint32                 colors[] = { palette->halo | 0xff, palette->place_text };
  double                  width, height;

  dateline_picture_text_get_size (layout, &width, &height);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      cairo_set_source_rgba (cr, (colors[i] >> 24 & 0xff) / 255.0, (colors[i] >> 16 & 0xff) / 255.0, (colors[i] >> 8 & 0xff) / 255.0, (colors[i] & 0xff) / 255.0);
      cairo_set_line_width (cr, widths[i]);
      cairo_move_to (cr, left, bottom - 6.0);
      cairo_line_to (cr, left, bottom);
      cairo_line_to (cr, left + length, bottom);
      cairo_line_to (cr, left + length, bottom - 6.0);
      cairo_stroke (cr);
      cairo_move_to (cr, left + 5.0, bottom - 3.0 - height);
      if (i > 0)
        {
          pango_cairo_show_layout (cr, layout);
          continue;
        }
      pango_cairo_layout_path (cr, layout);
      cairo_set_line_width (cr, 3.0);
      cairo_stroke (cr);
    }
}

static void
draw_map (DatelineMapPicture *self, cairo_t *cr)
{
  cairo_save (cr);
  cairo_translate (cr, self->map.x, self->map.y);
  cairo_rectangle (cr, 0.0, 0.0, self->map.width, self->map.height);
  cairo_clip (cr);
  dateline_map_painter_draw (self->painter, cr);
  draw_scale (self, cr);
  cairo_restore (cr);

  set_ink (cr, get_inks (self)->line);
  cairo_set_line_width (cr, 1.0);
  cairo_rectangle (cr, self->map.x - 0.5, self->map.y - 0.5, self->map.width + 1.0, self->map.height + 1.0);
  cairo_stroke (cr);
}

/**
 * dateline_map_picture_draw:
 * @self: a picture
 * @cr: draws from 0, 0 to the size in the options
 */
void
dateline_map_picture_draw (DatelineMapPicture *self, cairo_t *cr)
{
  g_autoptr (PangoLayout) licences = create_licences (self);
  const Inks             *inks = get_inks (self);

  plan (self);
  cairo_save (cr);
  cairo_rectangle (cr, 0.0, 0.0, self->options.width_px, self->options.height_px);
  set_ink (cr, inks->ground);
  cairo_fill (cr);
  draw_map (self, cr);
  draw_header (self, cr);
  if (self->legend.types != 0)
    {
      cairo_save (cr);
      cairo_translate (cr, self->legend_box.x, self->legend_box.y);
      dateline_picture_legend_draw (self->legend, self->context, cr, self->legend_box.width, inks->text, is_dark (self));
      cairo_restore (cr);
    }
  set_ink (cr, inks->dim_text);
  cairo_move_to (cr, MARGIN_PX, self->licences_y);
  pango_cairo_show_layout (cr, licences);
  cairo_restore (cr);
}
