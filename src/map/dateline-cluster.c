/* dateline-cluster.c: gathers a million incidents into the marks of a map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-map"

#include "config.h"

#include "dateline-cluster.h"

#include <math.h>
#include <string.h>

/* The widest a cell gets on the screen; it shrinks to half of it before
 * the next power of two takes over. */
#define CELL_PX 72.0

/* Cells beyond the edge that are counted too, so that a mark whose
 * members straddle the edge does not change when it comes into view. */
#define MARGIN_CELLS 2

/* Rows looked at before those that are seen are counted. */
#define BLOCK_ROWS 1024

/* A cache line. */
typedef struct
{
  guint   families[DATELINE_N_SYMBOL_FAMILIES + 1]; /* the last of what is not drawn */
  guint64 sum_xy;                                   /* from the cell's corner: x in the upper half, y in the lower */
  guint64 sum_row;
  guint64 reserved;
} Cell;

typedef struct
{
  guint32 cell;
  guint32 row;
} Seen;

struct _DatelineClusterer
{
  const DatelineIncidentTable *table;
  const guint8                *families;
  gint64                      *end_so_far; /* greatest end up to a row */
  guint8                      *passes;     /* the table's, when shown was made */
  guint8                      *shown;      /* by row: its family, or DATELINE_CLUSTER_NOT_DRAWN */
  Cell                        *cells;      /* one more than the view has */
  gsize                        n_allocated;

  /* What the cells hold, so that the next run need only count what
   * comes and goes. */
  gboolean             has_run;
  DatelineClusterView  view;
  DatelineDateInterval window;
};

/**
 * dateline_clusterer_new:
 *
 * Returns: (transfer full): a clusterer without a table
 */
DatelineClusterer *
dateline_clusterer_new (void)
{
  return g_new0 (DatelineClusterer, 1);
}

/**
 * dateline_clusterer_free:
 * @self: (nullable): a clusterer
 */
void
dateline_clusterer_free (DatelineClusterer *self)
{
  if (self == NULL)
    return;

  g_free (self->end_so_far);
  g_free (self->passes);
  g_free (self->shown);
  g_free (self->cells);
  g_free (self);
}

/**
 * dateline_clusterer_set_table:
 * @self: a clusterer
 * @table: (nullable): sorted by start; must stay until the next call
 * @families: (nullable): for each row its #DatelineSymbolFamily, or
 *   %DATELINE_CLUSTER_NOT_DRAWN; must stay as long
 *
 * To be called again whenever the table was rebuilt.
 */
void
dateline_clusterer_set_table (DatelineClusterer *self, const DatelineIncidentTable *table, const guint8 *families)
{
  gint64 end = G_MININT64;

  self->table = table;
  self->families = families;
  self->has_run = FALSE;
  g_clear_pointer (&self->end_so_far, g_free);
  g_clear_pointer (&self->passes, g_free);
  g_clear_pointer (&self->shown, g_free);
  if (table == NULL)
    return;

  self->end_so_far = g_new (gint64, MAX (table->n_dated, 1));
  for (guint i = 0; i < table->n_dated; i++)
    {
      end = MAX (end, table->end[i]);
      self->end_so_far[i] = end;
    }
}

/* The first of @n ascending values that is not below @value. */
static guint
lower_bound (const gint64 *values, guint n, gint64 value)
{
  guint first = 0;

  while (n > 0)
    {
      guint half = n / 2;

      if (values[first + half] < value)
        {
          first += half + 1;
          n -= half + 1;
        }
      else
        n = half;
    }

  return first;
}

/* Rows that may overlap @window: those before *@first end too early,
 * those from *@last on start too late. */
static void
find_range (const DatelineClusterer *self, DatelineDateInterval window, guint *first, guint *last)
{
  *last = lower_bound (self->table->start, self->table->n_dated, window.end);
  *first = window.start == G_MININT64 ? 0 : lower_bound (self->end_so_far, *last, window.start + 1);
}

static void
reserve (DatelineClusterer *self, gsize n_cells)
{
  if (n_cells > self->n_allocated)
    {
      self->cells = g_renew (Cell, self->cells, n_cells);
      self->n_allocated = n_cells;
    }
  memset (self->cells, 0, n_cells * sizeof *self->cells);
}

/* The filter and what is drawn as one column. That the filter changed is
 * seen by looking: a million bytes compare in no time. */
static void
update_shown (DatelineClusterer *self)
{
  guint n = self->table->n_dated;

  if (self->shown != NULL && memcmp (self->passes, self->table->passes, n) == 0)
    return;

  g_free (self->passes);
  self->passes = g_memdup2 (self->table->passes, MAX (n, 1));
  if (self->shown == NULL)
    self->shown = g_new (guint8, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    self->shown[i] = self->passes[i] ? self->families[i] : DATELINE_CLUSTER_NOT_DRAWN;
  self->has_run = FALSE;
}

/* Which of the rows in a block are seen, and in which cell. No branch
 * depends on the data: each row is written down, and the next overwrites
 * it when it does not count. */
static inline guint
find_seen (const DatelineClusterer *self, DatelineClusterView view, gint64 end_after, guint first, guint last, Seen *seen, gboolean checks_end)
{
  const guint32 *x = self->table->x, *y = self->table->y;
  const guint8  *shown = self->shown;
  const gint64  *end = self->table->end;
  guint          n = 0;

  for (guint i = first; i < last; i++)
    {
      guint32 column = (x[i] >> view.shift) - view.first_column;
      guint32 row = (y[i] >> view.shift) - view.first_row;
      guint   is_seen = (shown[i] != DATELINE_CLUSTER_NOT_DRAWN) & (column < view.n_columns) & (row < view.n_rows);

      if (checks_end)
        is_seen &= end[i] > end_after;
      seen[n].cell = row * view.n_columns + column;
      seen[n].row = i;
      n += is_seen;
    }

  return n;
}

/* So many low bits of a position in its cell are left out that the sum
 * over all rows fits half a word: with a million rows, a fiftieth of a
 * pixel. */
static guint
get_dropped_bits (const DatelineClusterer *self, DatelineClusterView view)
{
  guint kept = 32 - g_bit_storage (self->table->n_dated);

  return view.shift > kept ? view.shift - kept : 0;
}

/* @sign is 1, or −1 to take the rows out again. */
static inline void
count_seen (DatelineClusterer *self, DatelineClusterView view, const Seen *seen, guint n, gint64 sign)
{
  const guint32 *x = self->table->x, *y = self->table->y;
  const guint8  *shown = self->shown;
  const guint32  mask = (guint32) ((G_GUINT64_CONSTANT (1) << view.shift) - 1);
  const guint    drop = get_dropped_bits (self, view);
  Cell          *cells = self->cells;

  for (guint i = 0; i < n; i++)
    {
      guint32 row = seen[i].row;
      Cell   *cell = &cells[seen[i].cell];
      guint64 xy = (guint64) ((x[row] & mask) >> drop) << 32 | (y[row] & mask) >> drop;

      cell->families[shown[row]] += (guint) sign;
      cell->sum_xy += (guint64) sign * xy;
      cell->sum_row += (guint64) (sign * row);
    }
}

/* The cell of each row in a whole block; rows that are not seen go to the
 * cell behind the last. As many as a block has, and nothing that depends on
 * the data: the compiler does several at once. */
static void
find_cells (const DatelineClusterer *self, DatelineClusterView view, guint first, guint32 *cells)
{
  const guint32 *restrict x = self->table->x + first;
  const guint32 *restrict y = self->table->y + first;
  const guint8 *restrict shown = self->shown + first;
  const guint32 none = view.n_columns * view.n_rows;

  for (guint i = 0; i < BLOCK_ROWS; i++)
    {
      guint32 column = (x[i] >> view.shift) - view.first_column;
      guint32 row = (y[i] >> view.shift) - view.first_row;
      guint32 is_seen = -(guint32) ((shown[i] != DATELINE_CLUSTER_NOT_DRAWN) & (column < view.n_columns) & (row < view.n_rows));

      cells[i] = ((row * view.n_columns + column) & is_seen) | (none & ~is_seen);
    }
}

/* As count_seen(), of a whole block. */
static void
count_block (DatelineClusterer *self, DatelineClusterView view, guint first)
{
  const guint32 mask = (guint32) ((G_GUINT64_CONSTANT (1) << view.shift) - 1);
  const guint   drop = get_dropped_bits (self, view);
  guint32       cells[BLOCK_ROWS];

  find_cells (self, view, first, cells);
  for (guint i = 0; i < BLOCK_ROWS; i++)
    {
      guint32 row = first + i;
      Cell   *cell = &self->cells[cells[i]];
      guint64 xy = (guint64) ((self->table->x[row] & mask) >> drop) << 32 | (self->table->y[row] & mask) >> drop;

      cell->families[self->shown[row]]++;
      cell->sum_xy += xy;
      cell->sum_row += row;
    }
}

static void
count_all (DatelineClusterer *self, DatelineClusterView view, DatelineDateInterval window)
{
  Seen  seen[BLOCK_ROWS];
  guint first, last, inside;

  find_range (self, window, &first, &last);
  /* What starts in the window cannot end before it. */
  inside = MAX (first, lower_bound (self->table->start, last, window.start));
  for (guint begin = first; begin < inside; begin += BLOCK_ROWS)
    count_seen (self, view, seen, find_seen (self, view, window.start, begin, MIN (begin + BLOCK_ROWS, inside), seen, TRUE), 1);
  for (; last - inside >= BLOCK_ROWS; inside += BLOCK_ROWS)
    count_block (self, view, inside);
  for (guint begin = inside; begin < last; begin += BLOCK_ROWS)
    count_seen (self, view, seen, find_seen (self, view, 0, begin, MIN (begin + BLOCK_ROWS, last), seen, FALSE), 1);
}

static gboolean
is_row_in (const DatelineIncidentTable *table, guint row, DatelineDateInterval window)
{
  return table->start[row] < window.end && table->end[row] > window.start;
}

/* Rows that come are added, rows that go are taken out. */
static void
count_changes (DatelineClusterer *self, DatelineDateInterval window, guint first, guint last)
{
  DatelineDateInterval before = self->window;

  for (guint row = first; row < last; row++)
    {
      int  sign = is_row_in (self->table, row, window) - is_row_in (self->table, row, before);
      Seen seen;

      if (sign != 0 && find_seen (self, self->view, 0, row, row + 1, &seen, FALSE) == 1)
        count_seen (self, self->view, &seen, 1, sign);
    }
}

/* Rows are the same in both windows, save near where they begin, and
 * between where they end. FALSE when counting anew is as cheap. */
static gboolean
try_changes (DatelineClusterer *self, DatelineClusterView view, DatelineDateInterval window)
{
  guint first, last, old_first, old_last;
  guint left, left_end, right, right_end;

  if (!self->has_run || memcmp (&view, &self->view, sizeof view) != 0)
    return FALSE;

  find_range (self, window, &first, &last);
  find_range (self, self->window, &old_first, &old_last);
  left = left_end = MIN (first, old_first);
  right = MIN (last, old_last);
  right_end = MAX (last, old_last);
  if (window.start != self->window.start)
    left_end = MAX (left, lower_bound (self->table->start, right_end, MAX (window.start, self->window.start)));
  if (right <= left || 2 * (guint64) (left_end - left + right_end - right) > last - first)
    return FALSE;

  count_changes (self, window, left, MIN (left_end, right));
  count_changes (self, window, right, right_end);
  return TRUE;
}

/* FALSE when the cell is empty. */
static gboolean
summarise (const DatelineClusterer *self, DatelineClusterView view, const Cell *cell, DatelineCluster *cluster)
{
  double unit = exp2 (get_dropped_bits (self, view));

  for (guint family = 0; family < DATELINE_N_SYMBOL_FAMILIES; family++)
    {
      cluster->families[family] = cell->families[family];
      cluster->n += cell->families[family];
    }
  if (cluster->n == 0)
    return FALSE;

  cluster->row = (guint) (cell->sum_row / cluster->n);
  cluster->x = (double) ((guint64) cluster->cell_x << view.shift) + (double) (cell->sum_xy >> 32) / cluster->n * unit;
  cluster->y = (double) ((guint64) cluster->cell_y << view.shift) + (double) (cell->sum_xy & G_MAXUINT32) / cluster->n * unit;
  if (cluster->n == 1)
    {
      cluster->x = self->table->x[cluster->row];
      cluster->y = self->table->y[cluster->row];
    }
  return TRUE;
}

/**
 * dateline_clusterer_run:
 * @self: a clusterer with a table
 * @view: the cells to fill
 * @window: which rows, by time; the table's passes by everything else
 *
 * While neither the filter nor @view changes, only what comes and goes is
 * counted.
 *
 * Returns: (transfer full) (element-type DatelineCluster): one cluster
 *   for each cell that is not empty, row by row
 */
GArray *
dateline_clusterer_run (DatelineClusterer *self, DatelineClusterView view, DatelineDateInterval window)
{
  GArray *clusters = g_array_new (FALSE, TRUE, sizeof (DatelineCluster));
  gsize   n_cells = (gsize) view.n_columns * view.n_rows;

  if (self->table == NULL || n_cells == 0)
    return clusters;

  update_shown (self);
  if (!try_changes (self, view, window))
    {
      reserve (self, n_cells + 1);
      count_all (self, view, window);
    }
  self->has_run = TRUE;
  self->view = view;
  self->window = window;

  for (gsize at = 0; at < n_cells; at++)
    {
      DatelineCluster cluster = {
        .cell_x = view.first_column + (guint32) (at % view.n_columns),
        .cell_y = view.first_row + (guint32) (at / view.n_columns),
      };

      if (summarise (self, view, &self->cells[at], &cluster))
        g_array_append_val (clusters, cluster);
    }

  return clusters;
}

/**
 * dateline_clusterer_find_rows:
 * @self: a clusterer with a table
 * @view: the cells to look in
 * @window: which rows, by time
 *
 * Returns: (transfer full) (element-type guint): the rows that
 *   dateline_clusterer_run() counts in @view, in the table's order
 */
GArray *
dateline_clusterer_find_rows (DatelineClusterer *self, DatelineClusterView view, DatelineDateInterval window)
{
  GArray                      *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  const DatelineIncidentTable *table = self->table;
  guint                        first, last;

  if (table == NULL)
    return rows;

  find_range (self, window, &first, &last);
  for (guint i = first; i < last; i++)
    if (table->passes[i] && table->end[i] > window.start && self->families[i] != DATELINE_CLUSTER_NOT_DRAWN && (table->x[i] >> view.shift) - view.first_column < view.n_columns && (table->y[i] >> view.shift) - view.first_row < view.n_rows)
      g_array_append_val (rows, i);

  return rows;
}

/* The widest power of two that is no wider than CELL_PX. */
static int
get_shift (double px_per_unit)
{
  return CLAMP ((int) floor (log2 (CELL_PX / px_per_unit)), 0, 31);
}

/**
 * dateline_cluster_can_split:
 * @bounds: of a cluster's members
 * @px_per_unit: the scale, at the deepest zoom
 *
 * Returns: whether there they are more than one mark
 */
gboolean
dateline_cluster_can_split (DatelineClusterBounds bounds, double px_per_unit)
{
  int    shift = get_shift (px_per_unit);
  double reach = DATELINE_CLUSTER_MIN_DISTANCE_PX / px_per_unit;

  if (bounds.x_min >> shift == bounds.x_max >> shift && bounds.y_min >> shift == bounds.y_max >> shift)
    return FALSE;

  return bounds.x_max - bounds.x_min >= reach || bounds.y_max - bounds.y_min >= reach;
}

/**
 * dateline_cluster_view_new:
 * @x_min: what is seen, world units
 * @y_min: north of it
 * @x_max: east of it
 * @y_max: south of it
 * @px_per_unit: the scale
 *
 * Returns: the cells that cover what is seen, and some round it
 */
DatelineClusterView
dateline_cluster_view_new (double x_min, double y_min, double x_max, double y_max, double px_per_unit)
{
  int    shift = get_shift (px_per_unit);
  double cell = exp2 (shift);
  double last = exp2 (32 - shift) - 1.0;
  double left = CLAMP (floor (x_min / cell) - MARGIN_CELLS, 0.0, last);
  double right = CLAMP (floor (x_max / cell) + MARGIN_CELLS, 0.0, last);
  double top = CLAMP (floor (y_min / cell) - MARGIN_CELLS, 0.0, last);
  double bottom = CLAMP (floor (y_max / cell) + MARGIN_CELLS, 0.0, last);

  return (DatelineClusterView){
    .shift = (guint) shift,
    .first_column = (guint32) left,
    .first_row = (guint32) top,
    .n_columns = (guint) (right - left) + 1,
    .n_rows = (guint) (bottom - top) + 1,
  };
}

static void
absorb (DatelineCluster *into, const DatelineCluster *other)
{
  guint n = into->n + other->n;

  into->x = (into->x * into->n + other->x * other->n) / n;
  into->y = (into->y * into->n + other->y * other->n) / n;
  into->row = (guint) (((guint64) into->row * into->n + (guint64) other->row * other->n) / n);
  into->n = n;
  for (guint family = 0; family < DATELINE_N_SYMBOL_FAMILIES; family++)
    into->families[family] += other->families[family];
}

static gboolean
is_near (const DatelineCluster *a, const DatelineCluster *b, double distance)
{
  return fabs (a->x - b->x) < distance && fabs (a->y - b->y) < distance;
}

/**
 * dateline_cluster_merge:
 * @clusters: (element-type DatelineCluster): in the order in which
 *   dateline_clusterer_run() gives them
 * @min_distance: world units
 *
 * Joins clusters that would be drawn over each other. Each is compared
 * with those of the cells next to it only, in an order that panning does
 * not change.
 *
 * Returns: (transfer full) (element-type guint): for each of the clusters
 *   given, which of those left it belongs to
 */
GArray *
dateline_cluster_merge (GArray *clusters, double min_distance)
{
  GArray *owners = g_array_sized_new (FALSE, FALSE, sizeof (guint), clusters->len);
  guint   n_kept = 0;
  guint   above = 0; /* the first kept cluster of the row of cells above */

  for (guint i = 0; i < clusters->len; i++)
    {
      DatelineCluster cluster = g_array_index (clusters, DatelineCluster, i);
      guint           owner = n_kept;

      while (above < n_kept && g_array_index (clusters, DatelineCluster, above).cell_y + 1 < cluster.cell_y)
        above++;
      for (guint j = above; j < n_kept && owner == n_kept; j++)
        {
          const DatelineCluster *other = &g_array_index (clusters, DatelineCluster, j);

          if (other->cell_x + 1 >= cluster.cell_x && other->cell_x <= cluster.cell_x + 1 && is_near (other, &cluster, min_distance))
            owner = j;
        }

      if (owner == n_kept)
        g_array_index (clusters, DatelineCluster, n_kept++) = cluster;
      else
        absorb (&g_array_index (clusters, DatelineCluster, owner), &cluster);
      g_array_append_val (owners, owner);
    }

  g_array_set_size (clusters, n_kept);
  return owners;
}
