/* test-incident-marks.c: how precisely a place is drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "dateline-incident-marks.h"
#include "dateline-symbol-painter.h"

#define DAY_S G_GINT64_CONSTANT (86400)
#define COUNTRY(code) ((guint16) ((code)[0] << 8 | (code)[1]))

typedef struct
{
  const char            *reason;
  DatelineWherePrecision precision;
  const char            *country;
  DatelinePoint          point;
  DatelinePlacement      placement;
} Case;

static const Case cases[] = {
  { "an exact place", DATELINE_WHERE_EXACT, "IQ", { 36.34, 43.13 }, DATELINE_PLACEMENT_POINT },
  { "near one", DATELINE_WHERE_NEAR, "IQ", { 35.5, 43.3 }, DATELINE_PLACEMENT_POINT },
  { "a district", DATELINE_WHERE_DISTRICT, "YE", { 13.93, 43.48 }, DATELINE_PLACEMENT_POINT },
  { "a governorate", DATELINE_WHERE_PROVINCE, "IQ", { 33.0, 41.5 }, DATELINE_PLACEMENT_GOVERNORATE },
  { "the same governorate by another point", DATELINE_WHERE_PROVINCE, "IQ", { 33.4, 42.5 }, DATELINE_PLACEMENT_GOVERNORATE },
  { "a governorate that the map does not know", DATELINE_WHERE_PROVINCE, "SA", { 24.7, 46.7 }, DATELINE_PLACEMENT_POINT },
  { "a country: a badge, never a pin", DATELINE_WHERE_COUNTRY, "SY", { 35.0, 38.0 }, DATELINE_PLACEMENT_COUNTRY },
  { "a country without a name", DATELINE_WHERE_COUNTRY, "XX", { 35.0, 38.0 }, DATELINE_PLACEMENT_NONE },
  { "at sea", DATELINE_WHERE_SEA_OR_AIR, "", { 13.0, 42.9 }, DATELINE_PLACEMENT_POINT },
  { "no place", DATELINE_WHERE_UNKNOWN, "", { NAN, NAN }, DATELINE_PLACEMENT_NONE },
  { "a place without a point", DATELINE_WHERE_EXACT, "IQ", { NAN, NAN }, DATELINE_PLACEMENT_NONE },
};

static DatelineIncidentTable *
create_table (void)
{
  DatelineIncidentTable *table = dateline_incident_table_new (G_N_ELEMENTS (cases));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      table->id[i] = i + 1;
      table->start[i] = i * DAY_S;
      table->end[i] = (i + 1) * DAY_S;
      table->passes[i] = 1;
      table->where_precision[i] = cases[i].precision;
      table->country[i] = *cases[i].country ? COUNTRY (cases[i].country) : 0;
      dateline_incident_table_set_point (table, i, cases[i].point);
    }
  dateline_incident_table_sort (table);

  return table;
}

static DatelineBasemap *
open_basemap (void)
{
  g_autoptr (GError) error = NULL;
  DatelineBasemap   *basemap = dateline_basemap_new_from_file (g_getenv ("DATELINE_TEST_BASEMAP"), &error);

  g_assert_no_error (error);
  return basemap;
}

static void
test_placement (void)
{
  g_autoptr (DatelineBasemap)       basemap = open_basemap ();
  g_autoptr (DatelineIncidentTable) table = create_table ();
  g_autoptr (DatelineIncidentMarks) marks = dateline_incident_marks_new (basemap);

  dateline_incident_marks_set_table (marks, table);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint area;

      g_test_message ("%s", cases[i].reason);
      g_assert_cmpint (dateline_incident_marks_get_placement (marks, i, &area), ==, cases[i].placement);
    }
}

/* Every row that has a place stands behind exactly one mark. */
static void
test_rows (void)
{
  g_autoptr (DatelineBasemap)       basemap = open_basemap ();
  g_autoptr (DatelineIncidentTable) table = create_table ();
  g_autoptr (DatelineIncidentMarks) marks = dateline_incident_marks_new (basemap);

  dateline_incident_marks_set_table (marks, table);
  dateline_incident_marks_set_window (marks, (DatelineDateInterval){ G_MININT64, G_MAXINT64 });
  for (double zoom = 3.0; zoom < 7.5; zoom += 0.7)
    {
      DatelineMapView view = dateline_map_view_new (27.0, 44.0, zoom, 8000.0, 8000.0);
      GArray         *found = dateline_incident_marks_update (marks, &view);
      guint           seen[G_N_ELEMENTS (cases)] = { 0 };

      for (guint i = 0; i < found->len; i++)
        {
          g_autoptr (GArray) rows = dateline_incident_marks_find_rows (marks, i);

          g_assert_cmpuint (rows->len, ==, g_array_index (found, DatelineMark, i).cluster.n);
          for (guint j = 0; j < rows->len; j++)
            seen[g_array_index (rows, guint, j)]++;
        }
      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        g_assert_cmpuint (seen[i], ==, cases[i].placement == DATELINE_PLACEMENT_NONE ? 0 : 1);
    }
}

/* The two reports from Anbar share one badge; the filter and the window
 * take incidents off the map. */
static void
test_filter (void)
{
  g_autoptr (DatelineBasemap)       basemap = open_basemap ();
  g_autoptr (DatelineIncidentTable) table = create_table ();
  g_autoptr (DatelineIncidentMarks) marks = dateline_incident_marks_new (basemap);
  DatelineMapView                   view = dateline_map_view_new (27.0, 44.0, 6.0, 4000.0, 4000.0);
  GArray                           *found;

  dateline_incident_marks_set_table (marks, table);
  dateline_incident_marks_set_window (marks, (DatelineDateInterval){ G_MININT64, G_MAXINT64 });
  found = dateline_incident_marks_update (marks, &view);
  g_assert_cmpint (g_array_index (found, DatelineMark, 0).placement, ==, DATELINE_PLACEMENT_GOVERNORATE);
  g_assert_cmpuint (g_array_index (found, DatelineMark, 0).cluster.n, ==, 2);

  table->passes[3] = 0;
  dateline_incident_marks_set_window (marks, (DatelineDateInterval){ 3 * DAY_S, 5 * DAY_S });
  found = dateline_incident_marks_update (marks, &view);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (g_array_index (found, DatelineMark, 0).cluster.n, ==, 1);
  g_assert_cmpuint (g_array_index (found, DatelineMark, 0).cluster.row, ==, 4);

  dateline_incident_marks_set_table (marks, NULL);
}

#define N_MANY 3000

static DatelineIncidentTable *
create_many (void)
{
  g_autoptr (GRand)      rand = g_rand_new_with_seed (3);
  DatelineIncidentTable *table = dateline_incident_table_new (N_MANY);

  for (guint i = 0; i < N_MANY; i++)
    {
      const Case *from = &cases[g_rand_int_range (rand, 0, G_N_ELEMENTS (cases))];

      table->id[i] = i + 1;
      table->start[i] = i % 17 == 0 ? G_MAXINT64 : g_rand_int_range (rand, 19000, 19060) * DAY_S;
      table->end[i] = i % 17 == 0 ? G_MAXINT64 : table->start[i] + g_rand_int_range (rand, 1, 5) * DAY_S;
      table->passes[i] = i % 7 != 0;
      table->where_precision[i] = from->precision;
      table->country[i] = *from->country ? COUNTRY (from->country) : 0;
      dateline_incident_table_set_point (table, i, (DatelinePoint){ from->point.lat + g_rand_double_range (rand, -0.2, 0.2), from->point.lon + g_rand_double_range (rand, -0.2, 0.2) });
    }
  dateline_incident_table_sort (table);

  return table;
}

/* On each of 30 days the map shows what passes, has a place and lies in
 * the window: no more, no fewer, each once. */
static void
test_replay (void)
{
  g_autoptr (DatelineBasemap)       basemap = open_basemap ();
  g_autoptr (DatelineIncidentTable) table = create_many ();
  g_autoptr (DatelineIncidentMarks) marks = dateline_incident_marks_new (basemap);
  DatelineMapView                   view = dateline_map_view_new (27.0, 44.0, 6.5, 6000.0, 6000.0);

  dateline_incident_marks_set_table (marks, table);
  for (int day = 19010; day < 19040; day++)
    {
      DatelineDateInterval window = { day * DAY_S, (day + 1) * DAY_S };
      guint                seen[N_MANY] = { 0 };
      GArray              *found;

      dateline_incident_marks_set_window (marks, window);
      found = dateline_incident_marks_update (marks, &view);
      g_assert_cmpuint (found->len, >, 5);
      for (guint i = 0; i < found->len; i++)
        {
          g_autoptr (GArray) rows = dateline_incident_marks_find_rows (marks, i);

          for (guint j = 0; j < rows->len; j++)
            seen[g_array_index (rows, guint, j)]++;
        }
      for (guint row = 0; row < N_MANY; row++)
        {
          guint    area;
          gboolean shown = table->passes[row] && dateline_incident_table_row_in_window (table, row, window) && dateline_incident_marks_get_placement (marks, row, &area) != DATELINE_PLACEMENT_NONE;

          g_assert_cmpuint (seen[row], ==, shown ? 1 : 0);
        }
    }
}

static void
test_count (void)
{
  static const struct
  {
    guint       n;
    const char *text;
  } counts[] = { { 2, "2" }, { 999, "999" }, { 1000, "1.0k" }, { 1999, "1.9k" }, { 12345, "12k" }, { 999999, "999k" }, { 1000000, "1.0M" }, { 12345678, "12M" } };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      guint            rounded = dateline_ring_round_count (counts[i].n);
      g_autofree char *text = dateline_ring_format_count (counts[i].n);
      g_autofree char *rounded_text = dateline_ring_format_count (rounded);
      g_autofree char *below = dateline_ring_format_count (rounded - 1);

      g_assert_cmpstr (text, ==, counts[i].text);
      g_assert_cmpstr (rounded_text, ==, text);
      g_assert_cmpstr (below, !=, text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map/incident-marks/placement", test_placement);
  g_test_add_func ("/map/incident-marks/rows", test_rows);
  g_test_add_func ("/map/incident-marks/filter", test_filter);
  g_test_add_func ("/map/incident-marks/replay", test_replay);
  g_test_add_func ("/map/incident-marks/count", test_count);

  return g_test_run ();
}
