/* bench-cluster.c: the time that clusters take
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * usage: bench-cluster [POINTS]
 *
 * Prints the CPU time, in milliseconds, of gathering incidents into the
 * marks of a map of 1280 × 800 pixels: the best of several runs. To jump
 * is to count a window anew; to scrub, to move it by a day. With POINTS,
 * a file, the largest set goes there for others to work on: longitude,
 * latitude (float) and day (int32) of each. See tests/bench/clusters.
 */

#include "config.h"

#include <math.h>
#include <time.h>

#include "dateline-cluster.h"

#define N_RUNS 15
#define WIDTH_PX 1280.0
#define HEIGHT_PX 800.0
#define FIRST_DAY 15000
#define N_DAYS 4000
#define DAY_S G_GINT64_CONSTANT (86400)

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* Most near one of 60 towns, the rest anywhere in the region. */
static DatelineIncidentTable *
create_table (guint n_rows)
{
  g_autoptr (GRand)      rand = g_rand_new_with_seed (1);
  DatelineIncidentTable *table = dateline_incident_table_new (n_rows);
  DatelinePoint          towns[60];

  for (guint i = 0; i < G_N_ELEMENTS (towns); i++)
    towns[i] = (DatelinePoint){ g_rand_double_range (rand, 12.5, 37.0), g_rand_double_range (rand, 36.0, 53.0) };
  for (guint i = 0; i < n_rows; i++)
    {
      DatelinePoint town = towns[g_rand_int_range (rand, 0, G_N_ELEMENTS (towns))];
      double        spread = i % 4 == 0 ? 8.0 : 0.3;

      table->id[i] = i + 1;
      table->start[i] = (FIRST_DAY + g_rand_int_range (rand, 0, N_DAYS)) * DAY_S;
      table->end[i] = table->start[i] + DAY_S;
      table->type[i] = (guint8) g_rand_int_range (rand, 0, DATELINE_N_INCIDENT_TYPES);
      table->passes[i] = 1;
      dateline_incident_table_set_point (table, i, (DatelinePoint){ town.lat + spread * (g_rand_double (rand) - 0.5), town.lon + spread * (g_rand_double (rand) - 0.5) });
    }
  dateline_incident_table_sort (table);

  return table;
}

static DatelineClusterView
get_view (int zoom, double *px_per_unit)
{
  double x = 2.67e9, y = 1.75e9;

  *px_per_unit = 256.0 * exp2 (zoom) / 4294967296.0;
  return dateline_cluster_view_new (x - WIDTH_PX / 2.0 / *px_per_unit, y - HEIGHT_PX / 2.0 / *px_per_unit,
                                    x + WIDTH_PX / 2.0 / *px_per_unit, y + HEIGHT_PX / 2.0 / *px_per_unit, *px_per_unit);
}

/* A window that was jumped to, and the same a day on. */
static void
measure (DatelineClusterer *clusterer, int zoom, double share, double *jump_ms, double *scrub_ms, guint *n_clusters)
{
  double              px_per_unit;
  DatelineClusterView view = get_view (zoom, &px_per_unit);
  gint64              length = (gint64) (share * N_DAYS) * DAY_S;
  gint64              start = FIRST_DAY * DAY_S;

  *jump_ms = *scrub_ms = G_MAXDOUBLE;
  for (int run = 0; run < N_RUNS; run++)
    {
      for (int step = 0; step < 2; step++)
        {
          DatelineDateInterval window = { share == 1.0 ? G_MININT64 : start + (1 + step) * DAY_S, start + length + (step - 1) * DAY_S };
          double               begin = get_cpu_ms ();
          g_autoptr (GArray)   clusters = dateline_clusterer_run (clusterer, view, window);
          g_autoptr (GArray)   owners = dateline_cluster_merge (clusters, DATELINE_CLUSTER_MIN_DISTANCE_PX / px_per_unit);
          double              *best = step == 0 ? jump_ms : scrub_ms;

          *best = MIN (*best, get_cpu_ms () - begin);
          *n_clusters = clusters->len;
        }

      /* Elsewhere, so that the next jump has nothing to build upon. */
      g_array_unref (dateline_clusterer_run (clusterer, get_view (zoom + 1, &px_per_unit), (DatelineDateInterval){ 0, 1 }));
      px_per_unit /= 2.0;
    }
}

static void
write_points (const char *path, const DatelineIncidentTable *table)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError)     error = NULL;

  for (guint i = 0; i < table->n_rows; i++)
    {
      gint32 day = (gint32) (table->start[i] / DAY_S);

      g_byte_array_append (bytes, (const guint8 *) &table->lon[i], sizeof table->lon[i]);
      g_byte_array_append (bytes, (const guint8 *) &table->lat[i], sizeof table->lat[i]);
      g_byte_array_append (bytes, (const guint8 *) &day, sizeof day);
    }
  if (!g_file_set_contents (path, (const char *) bytes->data, bytes->len, &error))
    g_error ("%s", error->message);
}

int
main (int argc, char **argv)
{
  static const guint  sizes[] = { 10000, 100000, 1000000 };
  static const int    zooms[] = { 5, 7, 10 };
  static const double shares[] = { 0.01, 0.1, 1.0 };

  g_print ("%9s %5s %7s %9s %10s %10s\n", "incidents", "zoom", "window", "marks", "jump ms", "scrub ms");
  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (DatelineIncidentTable) table = create_table (sizes[s]);
      g_autoptr (DatelineClusterer)     clusterer = dateline_clusterer_new ();
      g_autofree guint8                *families = g_new (guint8, sizes[s]);

      if (argc > 1 && s == G_N_ELEMENTS (sizes) - 1)
        write_points (argv[1], table);
      for (guint i = 0; i < sizes[s]; i++)
        families[i] = (guint8) dateline_symbol_for_type (table->type[i]).family;
      dateline_clusterer_set_table (clusterer, table, families);
      for (guint z = 0; z < G_N_ELEMENTS (zooms); z++)
        for (guint w = 0; w < G_N_ELEMENTS (shares); w++)
          {
            guint  n_clusters;
            double jump_ms, scrub_ms;

            measure (clusterer, zooms[z], shares[w], &jump_ms, &scrub_ms, &n_clusters);
            g_print ("%9u %5d %6.0f%% %9u %10.3f %10.3f\n", sizes[s], zooms[z], shares[w] * 100.0, n_clusters, jump_ms, scrub_ms);
          }
    }

  return 0;
}
