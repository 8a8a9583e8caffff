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
      g_autofree char *text = dateline_ring_format_count (counts[i].n);

      g_assert_cmpstr (text, ==, counts[i].text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map/incident-marks/placement", test_placement);
  g_test_add_func ("/map/incident-marks/rows", test_rows);
  g_test_add_func ("/map/incident-marks/filter", test_filter);
  g_test_add_func ("/map/incident-marks/count", test_count);

  return g_test_run ();
}
