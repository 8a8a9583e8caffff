/* dateline-incident-marks.c: what the incident layer shows, before it is drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-map"

#include "config.h"

#include "dateline-incident-marks.h"

#include <math.h>
#include <string.h>

#include "dateline-symbol-painter.h"

/* A country's badge stands below its name. */
#define BADGE_BELOW_PX 26.0

/* How far badges step aside, and how often. */
#define BADGE_STEP_PX 22.0
#define MAX_BADGE_STEPS 2

/* A row that is not a mark of its own. */
typedef struct
{
  guint             row;
  DatelinePlacement placement;
  guint             area;
} AreaRow;

typedef struct
{
  double x;
  double y;
} Mean;

struct _DatelineIncidentMarks
{
  DatelineBasemap             *basemap;
  DatelineClusterer           *clusterer;
  const DatelineIncidentTable *table;
  guint8                      *families;     /* by row */
  GHashTable                  *governorates; /* gint64 *, a point → the governorate there */
  GHashTable                  *countries;    /* two letters → whether the map knows it */
  GArray                      *area_rows;    /* AreaRow, in the table's order */
  DatelineDateInterval         window;

  GArray             *marks; /* areas, then clusters */
  guint               n_area_marks;
  GArray             *area_means; /* Mean, where their badges would like to be */
  GArray             *cells;      /* DatelineCluster, before they were merged */
  GArray             *owners;     /* guint, the cluster of each of them */
  DatelineClusterView cluster_view;
  double              merged_at; /* px_per_unit */
  gboolean            areas_dirty;
  gboolean            clusters_dirty;
};

/**
 * dateline_incident_marks_new:
 * @basemap: (nullable): where governorates and countries lie
 *
 * Returns: (transfer full): marks of nothing yet
 */
DatelineIncidentMarks *
dateline_incident_marks_new (DatelineBasemap *basemap)
{
  DatelineIncidentMarks *self = g_new0 (DatelineIncidentMarks, 1);

  self->basemap = basemap ? dateline_basemap_ref (basemap) : NULL;
  self->clusterer = dateline_clusterer_new ();
  self->governorates = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->countries = g_hash_table_new (NULL, NULL);
  self->area_rows = g_array_new (FALSE, FALSE, sizeof (AreaRow));
  self->marks = g_array_new (FALSE, TRUE, sizeof (DatelineMark));
  self->area_means = g_array_new (FALSE, FALSE, sizeof (Mean));

  return self;
}

/**
 * dateline_incident_marks_free:
 * @self: (nullable): marks
 */
void
dateline_incident_marks_free (DatelineIncidentMarks *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->basemap, dateline_basemap_unref);
  g_clear_pointer (&self->clusterer, dateline_clusterer_free);
  g_clear_pointer (&self->families, g_free);
  g_clear_pointer (&self->governorates, g_hash_table_unref);
  g_clear_pointer (&self->countries, g_hash_table_unref);
  g_clear_pointer (&self->area_rows, g_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->area_means, g_array_unref);
  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_pointer (&self->owners, g_array_unref);
  g_free (self);
}

/* Reports name the same few governorates and countries again and again,
 * so each is looked for once. */
static guint
find_governorate (DatelineIncidentMarks *self, guint32 x, guint32 y)
{
  gint64   key = (gint64) ((guint64) x << 32 | y);
  gpointer known;
  guint    area;

  if (self->basemap == NULL)
    return 0;
  if (g_hash_table_lookup_extended (self->governorates, &key, NULL, &known))
    return GPOINTER_TO_UINT (known);

  area = dateline_basemap_find_governorate (self->basemap, x, y);
  g_hash_table_insert (self->governorates, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (area));
  return area;
}

static gboolean
knows_country (DatelineIncidentMarks *self, guint16 country)
{
  gpointer              known;
  DatelineBasemapVertex at;
  gboolean              is_known;

  if (self->basemap == NULL)
    return FALSE;
  if (g_hash_table_lookup_extended (self->countries, GUINT_TO_POINTER (country), NULL, &known))
    return GPOINTER_TO_INT (known);

  is_known = dateline_basemap_find_country (self->basemap, country, &at);
  g_hash_table_insert (self->countries, GUINT_TO_POINTER (country), GINT_TO_POINTER (is_known));
  return is_known;
}

static DatelinePlacement
find_placement (DatelineIncidentMarks *self, const DatelineIncidentTable *table, guint row, guint *area)
{
  *area = 0;
  switch ((DatelineWherePrecision) table->where_precision[row])
    {
    case DATELINE_WHERE_COUNTRY:
      *area = table->country[row];
      return knows_country (self, table->country[row]) ? DATELINE_PLACEMENT_COUNTRY : DATELINE_PLACEMENT_NONE;

    case DATELINE_WHERE_PROVINCE:
      if (isnan (table->lat[row]))
        return DATELINE_PLACEMENT_NONE;
      *area = find_governorate (self, table->x[row], table->y[row]);
      return *area != 0 ? DATELINE_PLACEMENT_GOVERNORATE : DATELINE_PLACEMENT_POINT;

    case DATELINE_WHERE_UNKNOWN:
      return DATELINE_PLACEMENT_NONE;

    default:
      return isnan (table->lat[row]) ? DATELINE_PLACEMENT_NONE : DATELINE_PLACEMENT_POINT;
    }
}

/**
 * dateline_incident_marks_set_table:
 * @self: marks
 * @table: (nullable): must stay until the next call
 *
 * To be called whenever the table was rebuilt.
 */
void
dateline_incident_marks_set_table (DatelineIncidentMarks *self, const DatelineIncidentTable *table)
{
  self->table = table;
  g_array_set_size (self->area_rows, 0);
  g_clear_pointer (&self->families, g_free);
  if (table != NULL)
    {
      self->families = g_new (guint8, MAX (table->n_rows, 1));
      for (guint row = 0; row < table->n_rows; row++)
        {
          AreaRow area_row = { .row = row };

          area_row.placement = find_placement (self, table, row, &area_row.area);
          self->families[row] = area_row.placement == DATELINE_PLACEMENT_POINT
                                  ? (guint8) dateline_symbol_for_type (table->type[row]).family
                                  : DATELINE_CLUSTER_NOT_DRAWN;
          if (area_row.area != 0 && area_row.placement != DATELINE_PLACEMENT_NONE)
            g_array_append_val (self->area_rows, area_row);
        }
    }

  dateline_clusterer_set_table (self->clusterer, table, self->families);
  self->areas_dirty = self->clusters_dirty = TRUE;
}

/**
 * dateline_incident_marks_set_window:
 * @self: marks
 * @window: what is shown
 *
 * To be called whenever the window or the filter changed.
 */
void
dateline_incident_marks_set_window (DatelineIncidentMarks *self, DatelineDateInterval window)
{
  self->window = window;
  self->areas_dirty = self->clusters_dirty = TRUE;
}

static gboolean
is_shown (DatelineIncidentMarks *self, guint row)
{
  return self->table->passes[row] && dateline_incident_table_row_in_window (self->table, row, self->window);
}

static DatelineMark *
find_area_mark (DatelineIncidentMarks *self, const AreaRow *area_row)
{
  DatelineMark mark = { .placement = area_row->placement, .area = area_row->area };

  for (guint i = 0; i < self->marks->len; i++)
    {
      DatelineMark *known = &g_array_index (self->marks, DatelineMark, i);

      if (known->placement == mark.placement && known->area == mark.area)
        return known;
    }

  g_array_append_val (self->marks, mark);
  return &g_array_index (self->marks, DatelineMark, self->marks->len - 1);
}

static void
update_areas (DatelineIncidentMarks *self)
{
  g_array_set_size (self->marks, 0);
  for (guint i = 0; i < self->area_rows->len; i++)
    {
      const AreaRow   *area_row = &g_array_index (self->area_rows, AreaRow, i);
      DatelineCluster *cluster;

      if (!is_shown (self, area_row->row))
        continue;
      cluster = &find_area_mark (self, area_row)->cluster;
      cluster->x += ((double) self->table->x[area_row->row] - cluster->x) / (cluster->n + 1);
      cluster->y += ((double) self->table->y[area_row->row] - cluster->y) / (cluster->n + 1);
      cluster->row = (guint) (((guint64) cluster->row * cluster->n + area_row->row) / (cluster->n + 1));
      cluster->n++;
      cluster->families[dateline_symbol_for_type (self->table->type[area_row->row]).family]++;
    }

  self->n_area_marks = self->marks->len;
  g_array_set_size (self->area_means, 0);
  for (guint i = 0; i < self->n_area_marks; i++)
    {
      const DatelineCluster *cluster = &g_array_index (self->marks, DatelineMark, i).cluster;
      Mean                   mean = { cluster->x, cluster->y };

      g_array_append_val (self->area_means, mean);
    }
  self->areas_dirty = FALSE;
  self->clusters_dirty = TRUE;
}

static gboolean
is_badge_free (DatelineIncidentMarks *self, guint badge, double x, double y, double px_per_unit)
{
  double size_px = dateline_ring_get_radius (g_array_index (self->marks, DatelineMark, badge).cluster.n);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const DatelineMark *other = &g_array_index (self->marks, DatelineMark, i);
      double              reach = (size_px + dateline_ring_get_radius (other->cluster.n)) / px_per_unit;

      /* Badges after this one have no place yet. */
      if (i >= badge && i < self->n_area_marks)
        continue;
      if (fabs (other->cluster.x - x) < reach && fabs (other->cluster.y - y) < reach)
        return FALSE;
    }

  return TRUE;
}

/* A badge stands for an area, not for a point in it: it gives way to
 * the marks of points. Depends on the zoom alone, not on the view. */
static void
place_badge (DatelineIncidentMarks *self, guint badge, double px_per_unit)
{
  static const double directions[][2] = { { 0, 0 }, { 0, 1 }, { 1, 0 }, { -1, 0 }, { 0, -1 }, { 1, 1 }, { -1, 1 }, { 1, -1 }, { -1, -1 } };
  DatelineCluster    *cluster = &g_array_index (self->marks, DatelineMark, badge).cluster;
  double              x = cluster->x, y = cluster->y;

  for (int step = 1; step <= MAX_BADGE_STEPS; step++)
    for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
      {
        double at_x = x + directions[i][0] * step * BADGE_STEP_PX / px_per_unit;
        double at_y = y + directions[i][1] * step * BADGE_STEP_PX / px_per_unit;

        if (!is_badge_free (self, badge, at_x, at_y, px_per_unit))
          continue;
        cluster->x = at_x;
        cluster->y = at_y;
        return;
      }
}

static void
place_badges (DatelineIncidentMarks *self, double px_per_unit)
{
  for (guint i = 0; i < self->n_area_marks; i++)
    {
      DatelineMark         *mark = &g_array_index (self->marks, DatelineMark, i);
      DatelineBasemapVertex at;

      mark->cluster.x = g_array_index (self->area_means, Mean, i).x;
      mark->cluster.y = g_array_index (self->area_means, Mean, i).y;
      if (mark->placement == DATELINE_PLACEMENT_COUNTRY && dateline_basemap_find_country (self->basemap, (guint16) mark->area, &at))
        {
          mark->cluster.x = at.x;
          mark->cluster.y = at.y + BADGE_BELOW_PX / px_per_unit;
        }
      mark->anchor_x = mark->cluster.x;
      mark->anchor_y = mark->cluster.y;
      place_badge (self, i, px_per_unit);
    }
}

static void
update_clusters (DatelineIncidentMarks *self, DatelineClusterView cluster_view, double px_per_unit)
{
  g_autoptr (GArray) clusters = dateline_clusterer_run (self->clusterer, cluster_view, self->window);

  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_pointer (&self->owners, g_array_unref);
  self->cells = g_array_copy (clusters);
  self->owners = dateline_cluster_merge (clusters, DATELINE_CLUSTER_MIN_DISTANCE_PX / px_per_unit);

  g_array_set_size (self->marks, self->n_area_marks);
  for (guint i = 0; i < clusters->len; i++)
    {
      DatelineMark mark = { .placement = DATELINE_PLACEMENT_POINT, .cluster = g_array_index (clusters, DatelineCluster, i) };

      g_array_append_val (self->marks, mark);
    }

  self->cluster_view = cluster_view;
  self->merged_at = px_per_unit;
  place_badges (self, px_per_unit);
  self->clusters_dirty = FALSE;
}

/**
 * dateline_incident_marks_update:
 * @self: marks
 * @view: what is looked at
 *
 * Counts anew only what changed since the last call: panning inside the
 * same cells costs nothing.
 *
 * Returns: (transfer none) (element-type DatelineMark): what to draw,
 *   areas first; valid until the next call
 */
GArray *
dateline_incident_marks_update (DatelineIncidentMarks *self, const DatelineMapView *view)
{
  DatelineClusterView cluster_view;
  double              x_min, y_min, x_max, y_max;

  if (self->table == NULL)
    return self->marks;

  dateline_map_view_to_world (view, 0.0, 0.0, &x_min, &y_min);
  dateline_map_view_to_world (view, view->width_px, view->height_px, &x_max, &y_max);
  cluster_view = dateline_cluster_view_new (x_min, y_min, x_max, y_max, view->px_per_unit);

  if (self->areas_dirty)
    update_areas (self);
  if (self->clusters_dirty || self->merged_at != view->px_per_unit || memcmp (&cluster_view, &self->cluster_view, sizeof cluster_view) != 0)
    update_clusters (self, cluster_view, view->px_per_unit);

  return self->marks;
}

static void
append_cell_rows (DatelineIncidentMarks *self, GArray *rows, const DatelineCluster *cell)
{
  DatelineClusterView view = {
    .shift = self->cluster_view.shift,
    .first_column = cell->cell_x,
    .first_row = cell->cell_y,
    .n_columns = 1,
    .n_rows = 1,
  };
  g_autoptr (GArray) found = dateline_clusterer_find_rows (self->clusterer, view, self->window);

  g_array_append_vals (rows, found->data, found->len);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  guint p = *(const guint *) a, q = *(const guint *) b;

  return p < q ? -1 : p > q;
}

/**
 * dateline_incident_marks_find_rows:
 * @self: marks
 * @mark: which of those of the last update
 *
 * Returns: (transfer full) (element-type guint): the rows that the mark
 *   stands for, by time
 */
GArray *
dateline_incident_marks_find_rows (DatelineIncidentMarks *self, guint mark)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_val_if_fail (mark < self->marks->len, rows);

  if (mark < self->n_area_marks)
    {
      const DatelineMark *area = &g_array_index (self->marks, DatelineMark, mark);

      for (guint i = 0; i < self->area_rows->len; i++)
        {
          const AreaRow *area_row = &g_array_index (self->area_rows, AreaRow, i);

          if (area_row->placement == area->placement && area_row->area == area->area && is_shown (self, area_row->row))
            g_array_append_val (rows, area_row->row);
        }
      return rows;
    }

  for (guint i = 0; i < self->owners->len; i++)
    if (g_array_index (self->owners, guint, i) == mark - self->n_area_marks)
      append_cell_rows (self, rows, &g_array_index (self->cells, DatelineCluster, i));
  g_array_sort (rows, compare_rows);

  return rows;
}

/**
 * dateline_incident_marks_get_placement:
 * @self: marks
 * @row: a row of the table
 * @area: (out): the governorate or the country, 0 for neither
 *
 * Returns: how that row is drawn
 */
DatelinePlacement
dateline_incident_marks_get_placement (DatelineIncidentMarks *self, guint row, guint *area)
{
  *area = 0;
  g_return_val_if_fail (self->table != NULL && row < self->table->n_rows, DATELINE_PLACEMENT_NONE);

  return find_placement (self, self->table, row, area);
}
