/* test-incident-table.c: the columns, sorted and searched
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "dateline-incident-table.h"

/* Random rows of which every column tells the id. */
static DatelineIncidentTable *
new_random (GRand *random, guint n_rows)
{
  DatelineIncidentTable *table = dateline_incident_table_new (n_rows);

  for (guint row = 0; row < n_rows; row++)
    {
      gint64 id = (row * 7919u) % 10007u + 1;

      table->id[row] = id;
      if (g_rand_int_range (random, 0, 5) > 0)
        {
          table->start[row] = g_rand_int_range (random, 0, 50);
          table->end[row] = table->start[row] + 1 + id % 30;
        }
      table->killed[row] = (gint32) id;
      table->n_reports[row] = (guint16) id;
      table->type[row] = (guint8) (id % DATELINE_N_INCIDENT_TYPES);
      table->status[row] = (guint8) (id % 4);
      table->where_precision[row] = (guint8) (id % 8);
      table->background[row] = id % 2;
      table->country[row] = (guint16) (id % 3);
      dateline_incident_table_set_point (table, row, (DatelinePoint){ id % 80, id % 170 });
    }
  return table;
}

static void
test_sort (void)
{
  static const guint sizes[] = { 0, 1, 2, 3, 100, 5000 };
  g_autoptr (GRand)  random = g_rand_new_with_seed (7);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (DatelineIncidentTable) table = new_random (random, sizes[i]);
      guint                             n_dated = 0;

      dateline_incident_table_sort (table);
      for (guint row = 0; row < table->n_rows; row++)
        {
          gint64 id = table->id[row];

          n_dated += table->start[row] != G_MAXINT64;
          if (row > 0)
            g_assert_true (table->start[row - 1] < table->start[row] ||
                           (table->start[row - 1] == table->start[row] && table->id[row - 1] < id));
          g_assert_cmpint (table->killed[row], ==, id);
          g_assert_cmpuint (table->n_reports[row], ==, (guint) id);
          g_assert_cmpuint (table->type[row], ==, (guint) (id % DATELINE_N_INCIDENT_TYPES));
          g_assert_cmpfloat (table->lat[row], ==, (float) (id % 80));
          g_assert_cmpfloat (table->lon[row], ==, (float) (id % 170));
          if (row < table->n_dated)
            g_assert_cmpint (table->end[row], ==, table->start[row] + 1 + id % 30);
          g_assert_cmpuint (dateline_incident_table_find (table, id), ==, row);
        }
      g_assert_cmpuint (table->n_dated, ==, n_dated);
      g_assert_cmpuint (dateline_incident_table_find (table, 0), ==, G_MAXUINT);
      g_assert_cmpuint (dateline_incident_table_find (table, 20000), ==, G_MAXUINT);
    }
}

/* Source: the corners of the Web Mercator square. */
static void
test_projection (void)
{
  static const struct
  {
    DatelinePoint point;
    double        x, y; /* share of the square */
  } cases[] = {
    { { 0, 0 }, 0.5, 0.5 },
    { { 85.0511287798066, -180 }, 0, 0 },
    { { -85.0511287798066, 180 }, 1, 1 },
    { { 90, 0 }, 0.5, 0 },
    { { 33.3406, 44.4009 }, 0.623336, 0.401669 }, /* Baghdad, by ln tan (π/4 + φ/2) */
  };
  g_autoptr (DatelineIncidentTable) table = dateline_incident_table_new (1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      dateline_incident_table_set_point (table, 0, cases[i].point);
      g_assert_cmpfloat_with_epsilon (table->x[0] / (double) G_MAXUINT32, cases[i].x, 1e-5);
      g_assert_cmpfloat_with_epsilon (table->y[0] / (double) G_MAXUINT32, cases[i].y, 1e-5);
    }

  dateline_incident_table_set_point (table, 0, dateline_point_none ());
  g_assert_true (isnan (table->lat[0]));
  g_assert_cmpuint (table->x[0], ==, 0);
}

static void
test_further_sites (void)
{
  g_autoptr (DatelineIncidentTable) table = dateline_incident_table_new (3);
  static const gint64               starts[] = { 300, 100, 200 };

  for (guint row = 0; row < 3; row++)
    {
      table->id[row] = row + 1;
      table->start[row] = starts[row];
      table->end[row] = starts[row] + 1;
    }
  dateline_incident_table_set_n_further (table, 3);
  dateline_incident_table_set_further (table, 0, 0, (DatelinePoint){ 30, 40 }, DATELINE_WHERE_EXACT, 1);
  dateline_incident_table_set_further (table, 1, 0, (DatelinePoint){ 31, 41 }, DATELINE_WHERE_NEAR, 25);
  dateline_incident_table_set_further (table, 2, 1, (DatelinePoint){ 32, 42 }, DATELINE_WHERE_EXACT, 2);
  dateline_incident_table_sort (table);

  /* The second incident is now row 0, the first row 2. */
  g_assert_cmpuint (table->further_row[0], ==, 0);
  g_assert_cmpfloat (table->further_lat[0], ==, 32);
  g_assert_cmpfloat (table->further_radius_km[0], ==, 2);
  g_assert_cmpuint (table->further_row[1], ==, 2);
  g_assert_cmpfloat (table->further_lon[1], ==, 40);
  g_assert_cmpuint (table->further_row[2], ==, 2);
  g_assert_cmpuint (table->further_where_precision[2], ==, DATELINE_WHERE_NEAR);
  g_assert_cmpuint (table->further_x[2], >, table->further_x[1]);
}

static void
test_in_window (void)
{
  static const struct
  {
    gint64      start, end;
    gboolean    is_in;
    const char *reason;
  } cases[] = {
    { 10, 20, TRUE, "the same" },
    { 0, 10, FALSE, "over when the window begins" },
    { 20, 30, FALSE, "begins when the window is over" },
    { 0, 11, TRUE, "reaches into it" },
    { 19, 30, TRUE, "begins in it" },
    { 0, 30, TRUE, "holds it" },
    { 12, 13, TRUE, "lies in it" },
    { G_MAXINT64, G_MAXINT64, FALSE, "has no date" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DatelineIncidentTable) table = dateline_incident_table_new (1);

      table->start[0] = cases[i].start;
      table->end[0] = cases[i].end;
      dateline_incident_table_sort (table);
      g_test_message ("%s", cases[i].reason);
      g_assert_cmpint (dateline_incident_table_row_in_window (table, 0, (DatelineDateInterval){ 10, 20 }), ==, cases[i].is_in);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/incident-table/sort", test_sort);
  g_test_add_func ("/model/incident-table/projection", test_projection);
  g_test_add_func ("/model/incident-table/further-sites", test_further_sites);
  g_test_add_func ("/model/incident-table/in-window", test_in_window);

  return g_test_run ();
}
