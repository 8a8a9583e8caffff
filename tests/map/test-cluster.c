/* test-cluster.c: clusters against counting by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "dateline-cluster.h"

#define N_ROWS 5000
#define DAY_S G_GINT64_CONSTANT (86400)

typedef struct
{
  DatelineIncidentTable *table;
  guint8                *families;
} Fixture;

/* Points over the region, some of them all at one spot, days over three
 * years, one row in five filtered out, one in seven not drawn. */
static void
fixture_set_up (Fixture *self, gconstpointer unused)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20240124);

  self->table = dateline_incident_table_new (N_ROWS);
  self->families = g_new (guint8, N_ROWS);
  for (guint i = 0; i < N_ROWS; i++)
    {
      gboolean is_same = i % 3 == 0;

      self->table->id[i] = i + 1;
      self->table->start[i] = i % 11 == 0 ? G_MAXINT64 : g_rand_int_range (rand, 18000, 19000) * DAY_S;
      self->table->end[i] = i % 11 == 0 ? G_MAXINT64 : self->table->start[i] + g_rand_int_range (rand, 1, 40) * DAY_S;
      dateline_incident_table_set_point (self->table, i, (DatelinePoint){ is_same ? 33.3 : g_rand_double_range (rand, 12.0, 38.0), is_same ? 44.4 : g_rand_double_range (rand, 35.0, 55.0) });
      self->table->type[i] = (guint8) g_rand_int_range (rand, 0, DATELINE_N_INCIDENT_TYPES);
      self->table->passes[i] = i % 5 != 0;
    }
  dateline_incident_table_sort (self->table);
  for (guint i = 0; i < N_ROWS; i++)
    self->families[i] = self->table->id[i] % 7 == 0 ? DATELINE_CLUSTER_NOT_DRAWN : (guint8) dateline_symbol_for_type (self->table->type[i]).family;
}

static void
fixture_tear_down (Fixture *self, gconstpointer unused)
{
  dateline_incident_table_free (self->table);
  g_free (self->families);
}

static gboolean
counts (const Fixture *self, guint row, DatelineDateInterval window)
{
  return self->table->passes[row] && self->families[row] != DATELINE_CLUSTER_NOT_DRAWN && dateline_incident_table_row_in_window (self->table, row, window);
}

static void
check_cluster (const Fixture *self, const DatelineCluster *cluster, guint shift, DatelineDateInterval window)
{
  guint   families[DATELINE_N_SYMBOL_FAMILIES] = { 0 };
  guint   n = 0;
  guint64 sum_row = 0;
  double  x = 0.0, y = 0.0;

  for (guint row = 0; row < N_ROWS; row++)
    if (counts (self, row, window) && self->table->x[row] >> shift == cluster->cell_x && self->table->y[row] >> shift == cluster->cell_y)
      {
        families[self->families[row]]++;
        x += self->table->x[row];
        y += self->table->y[row];
        sum_row += row;
        n++;
      }

  g_assert_cmpuint (cluster->n, ==, n);
  g_assert_cmpuint (cluster->row, ==, sum_row / n);
  g_assert_cmpmem (cluster->families, sizeof families, families, sizeof families);
  /* A cell is at most 72 pixels wide: a 2¹²th of it is not seen. */
  g_assert_cmpfloat_with_epsilon (cluster->x, x / n, exp2 (shift - 12.0) + 1e-6);
  g_assert_cmpfloat_with_epsilon (cluster->y, y / n, exp2 (shift - 12.0) + 1e-6);
}

static const DatelineDateInterval windows[] = {
  { G_MININT64, G_MAXINT64 },
  { 18000 * DAY_S, 18001 * DAY_S },
  { 18400 * DAY_S, 18430 * DAY_S },
  { G_MININT64, 18200 * DAY_S },
  { 20000 * DAY_S, 20001 * DAY_S },
  { 18500 * DAY_S, 18500 * DAY_S },
};

static const double px_per_unit[] = { 256.0 * 8.0, 256.0 * 55.0, 256.0 * 1024.0, 256.0 * 262144.0 };

/* Whatever the zoom and the window, no more and no fewer. */
static void
test_brute_force (Fixture *self, gconstpointer unused)
{
  g_autoptr (DatelineClusterer) clusterer = dateline_clusterer_new ();

  dateline_clusterer_set_table (clusterer, self->table, self->families);
  for (guint w = 0; w < G_N_ELEMENTS (windows); w++)
    for (guint z = 0; z < G_N_ELEMENTS (px_per_unit); z++)
      {
        DatelineClusterView view = dateline_cluster_view_new (2.5e9, 1.6e9, 2.8e9, 2.0e9, px_per_unit[z] / 4294967296.0);
        g_autoptr (GArray)  clusters = NULL;
        g_autoptr (GArray)  rows = NULL;
        guint               n = 0, expected = 0;

        if ((gsize) view.n_columns * view.n_rows > 100000)
          view.n_columns = view.n_rows = 300;
        clusters = dateline_clusterer_run (clusterer, view, windows[w]);
        rows = dateline_clusterer_find_rows (clusterer, view, windows[w]);
        for (guint i = 0; i < clusters->len; i++)
          {
            if (i % (1 + clusters->len / 40) == 0)
              check_cluster (self, &g_array_index (clusters, DatelineCluster, i), view.shift, windows[w]);
            n += g_array_index (clusters, DatelineCluster, i).n;
          }
        for (guint row = 0; row < N_ROWS; row++)
          expected += counts (self, row, windows[w]) && (self->table->x[row] >> view.shift) - view.first_column < view.n_columns && (self->table->y[row] >> view.shift) - view.first_row < view.n_rows;
        g_assert_cmpuint (n, ==, expected);
        g_assert_cmpuint (rows->len, ==, expected);
      }
}

/* However the window moves and whatever the filter does, a clusterer that
 * counts what comes and goes says what one does that counts anew. */
static void
test_moving (Fixture *self, gconstpointer unused)
{
  static const struct
  {
    int      start, end; /* days; 0 is open */
    gboolean filters;    /* another filter first */
  } moves[] = {
    { 18000, 18400, FALSE },
    { 18001, 18401, FALSE },
    { 18002, 18402, FALSE },
    { 18001, 18401, FALSE },
    { 18001, 18402, FALSE },
    { 18000, 18402, FALSE },
    { 18000, 18402, TRUE },
    { 18001, 18403, FALSE },
    { 0, 18403, FALSE },
    { 0, 18404, FALSE },
    { 0, 18403, TRUE },
    { 18403, 18404, FALSE },
    { 18404, 18405, FALSE },
    { 0, 0, FALSE },
    { 18000, 0, FALSE },
    { 20000, 20001, FALSE },
    { 18500, 18500, FALSE },
    { 18400, 18600, FALSE },
    { 18390, 18610, FALSE },
    { 18410, 18590, FALSE },
  };
  g_autoptr (DatelineClusterer) moved = dateline_clusterer_new ();
  DatelineClusterView           view = dateline_cluster_view_new (2.5e9, 1.6e9, 2.8e9, 2.0e9, 256.0 * 64.0 / 4294967296.0);

  dateline_clusterer_set_table (moved, self->table, self->families);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (DatelineClusterer) fresh = dateline_clusterer_new ();
      DatelineDateInterval          window = { moves[i].start == 0 ? G_MININT64 : moves[i].start * DAY_S, moves[i].end == 0 ? G_MAXINT64 : moves[i].end * DAY_S };
      g_autoptr (GArray)            expected = NULL;
      g_autoptr (GArray)            clusters = NULL;

      g_test_message ("move %u", i);
      if (moves[i].filters)
        self->table->passes[N_ROWS / 10 + i] ^= 1;
      dateline_clusterer_set_table (fresh, self->table, self->families);
      expected = dateline_clusterer_run (fresh, view, window);
      clusters = dateline_clusterer_run (moved, view, window);
      g_assert_cmpmem (clusters->data, clusters->len * sizeof (DatelineCluster), expected->data, expected->len * sizeof (DatelineCluster));
    }
}

static const DatelineCluster *
find_cell (const GArray *clusters, const DatelineCluster *cell)
{
  for (guint i = 0; i < clusters->len; i++)
    {
      const DatelineCluster *other = &g_array_index (clusters, DatelineCluster, i);

      if (other->cell_x == cell->cell_x && other->cell_y == cell->cell_y)
        return other;
    }

  return NULL;
}

/* What is in view both before and after panning is the same. */
static void
test_panning (Fixture *self, gconstpointer unused)
{
  g_autoptr (DatelineClusterer) clusterer = dateline_clusterer_new ();
  double                        scale = 256.0 * 64.0 / 4294967296.0;
  DatelineClusterView           view = dateline_cluster_view_new (2.60e9, 1.70e9, 2.70e9, 1.80e9, scale);
  DatelineClusterView           panned = dateline_cluster_view_new (2.6123e9, 1.7077e9, 2.7123e9, 1.8077e9, scale);
  g_autoptr (GArray)            before = NULL;
  g_autoptr (GArray)            after = NULL;
  guint                         n_both = 0;

  dateline_clusterer_set_table (clusterer, self->table, self->families);
  before = dateline_clusterer_run (clusterer, view, windows[0]);
  after = dateline_clusterer_run (clusterer, panned, windows[0]);
  g_assert_cmpuint (view.shift, ==, panned.shift);
  for (guint i = 0; i < before->len; i++)
    {
      const DatelineCluster *cluster = &g_array_index (before, DatelineCluster, i);
      const DatelineCluster *same = find_cell (after, cluster);

      if (same == NULL)
        {
          g_assert_true (cluster->cell_x - panned.first_column >= panned.n_columns || cluster->cell_y - panned.first_row >= panned.n_rows);
          continue;
        }
      g_assert_cmpmem (cluster, sizeof *cluster, same, sizeof *same);
      n_both++;
    }
  g_assert_cmpuint (n_both, >, 20);
}

/* Merging loses no member, says who owns what, and leaves no two from
 * neighbouring cells on top of each other. */
static void
test_merge (Fixture *self, gconstpointer unused)
{
  g_autoptr (DatelineClusterer) clusterer = dateline_clusterer_new ();
  DatelineClusterView           view = dateline_cluster_view_new (2.5e9, 1.6e9, 2.8e9, 2.0e9, 256.0 * 64.0 / 4294967296.0);
  g_autoptr (GArray)            clusters = NULL;
  g_autoptr (GArray)            cells = NULL;
  g_autoptr (GArray)            owners = NULL;
  g_autofree guint             *sums = NULL;

  dateline_clusterer_set_table (clusterer, self->table, self->families);
  clusters = dateline_clusterer_run (clusterer, view, windows[0]);
  cells = g_array_copy (clusters);
  owners = dateline_cluster_merge (clusters, exp2 (view.shift) / 2.0);
  g_assert_cmpuint (owners->len, ==, cells->len);
  g_assert_cmpuint (clusters->len, <, cells->len);

  sums = g_new0 (guint, clusters->len);
  for (guint i = 0; i < cells->len; i++)
    sums[g_array_index (owners, guint, i)] += g_array_index (cells, DatelineCluster, i).n;
  for (guint i = 0; i < clusters->len; i++)
    g_assert_cmpuint (g_array_index (clusters, DatelineCluster, i).n, ==, sums[i]);
}

/* The corners of the world and no rows at all. */
static void
test_edges (void)
{
  static const DatelinePoint        points[] = { { 90.0, 180.0 }, { -90.0, -180.0 }, { 0.0, 179.999999 }, { 85.1, 0.0 } };
  g_autoptr (DatelineClusterer)     clusterer = dateline_clusterer_new ();
  g_autoptr (DatelineIncidentTable) table = dateline_incident_table_new (G_N_ELEMENTS (points));
  g_autoptr (DatelineIncidentTable) empty = dateline_incident_table_new (0);
  guint8                            families[G_N_ELEMENTS (points)] = { 0 };
  DatelineClusterView               view = dateline_cluster_view_new (-1e12, -1e12, 1e12, 1e12, 256.0 * 8.0 / 4294967296.0);
  g_autoptr (GArray)                clusters = NULL;
  g_autoptr (GArray)                none = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      table->id[i] = i + 1;
      table->start[i] = i * DAY_S;
      table->end[i] = (i + 1) * DAY_S;
      table->passes[i] = 1;
      dateline_incident_table_set_point (table, i, points[i]);
    }
  dateline_incident_table_sort (table);
  dateline_clusterer_set_table (clusterer, table, families);
  clusters = dateline_clusterer_run (clusterer, view, windows[0]);
  g_assert_cmpuint (clusters->len, ==, 4);

  dateline_incident_table_sort (empty);
  dateline_clusterer_set_table (clusterer, empty, families);
  none = dateline_clusterer_run (clusterer, view, windows[0]);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/map/cluster/brute-force", Fixture, NULL, fixture_set_up, test_brute_force, fixture_tear_down);
  g_test_add ("/map/cluster/moving", Fixture, NULL, fixture_set_up, test_moving, fixture_tear_down);
  g_test_add ("/map/cluster/panning", Fixture, NULL, fixture_set_up, test_panning, fixture_tear_down);
  g_test_add ("/map/cluster/merge", Fixture, NULL, fixture_set_up, test_merge, fixture_tear_down);
  g_test_add_func ("/map/cluster/edges", test_edges);

  return g_test_run ();
}
