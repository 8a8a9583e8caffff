/* test-filter.c: filters and facets, against a filter that is plainly right
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dateline-filter.h"

#define N_ROWS 300
#define N_VALUES 6

typedef struct
{
  DatelineIncidentTable *table;
  DatelineFacets        *facets;
  guint                  has[DATELINE_N_FACETS][N_ROWS]; /* bit v: the row has value v */
} Fixture;

static const char *const values[N_VALUES] = { "a", "b", "c", "d", "e", "f" };

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  self->table = dateline_incident_table_new (N_ROWS);
  self->facets = dateline_facets_new (N_ROWS);
  for (guint row = 0; row < N_ROWS; row++)
    {
      self->table->background[row] = g_rand_boolean (random);
      self->table->killed[row] = g_rand_int_range (random, -1, 20);
      self->table->confidence[row] = (guint8) g_rand_int_range (random, 0, 101);
    }

  /* Rows in no order, some without a value, some with one twice. */
  for (guint i = 0; i < 4 * N_ROWS; i++)
    {
      DatelineFacet facet = (DatelineFacet) g_rand_int_range (random, 0, DATELINE_N_FACETS);
      guint         row = (guint) g_rand_int_range (random, 0, N_ROWS);
      guint         value = (guint) g_rand_int_range (random, 0, N_VALUES);

      dateline_facets_add (self->facets, facet, row, values[value]);
      self->has[facet][row] |= 1u << value;
    }
  dateline_facets_finish (self->facets);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  dateline_incident_table_free (self->table);
  dateline_facets_free (self->facets);
}

static void
test_rows (Fixture *self, gconstpointer data)
{
  for (DatelineFacet facet = 0; facet < DATELINE_N_FACETS; facet++)
    {
      g_assert_cmpuint (dateline_facets_find_value (self->facets, facet, "none such"), ==, G_MAXUINT);
      for (guint row = 0; row < N_ROWS; row++)
        {
          guint          n, found = 0;
          const guint32 *row_values = dateline_facets_get_row (self->facets, facet, row, &n);

          for (guint i = 0; i < n; i++)
            {
              const char *name = dateline_facets_get_value (self->facets, facet, row_values[i]);

              g_assert_cmpuint (dateline_facets_find_value (self->facets, facet, name), ==, row_values[i]);
              g_assert_cmpuint (found >> (name[0] - 'a') & 1, ==, 0); /* each once */
              found |= 1u << (name[0] - 'a');
            }
          g_assert_cmpuint (found, ==, self->has[facet][row]);
        }
    }
}

static gboolean
passes_facet (Fixture *self, const DatelineFilter *filter, DatelineFacet facet, guint row)
{
  if (filter->wanted[facet] == NULL)
    return TRUE;
  for (guint value = 0; value < N_VALUES; value++)
    if ((self->has[facet][row] >> value & 1) != 0 && dateline_filter_is_wanted (filter, facet, values[value]))
      return TRUE;
  return FALSE;
}

static guint8
find_held_back (Fixture *self, const DatelineFilter *filter, const guint8 *matches, guint row)
{
  const DatelineIncidentTable *table = self->table;
  guint8                       held_back = DATELINE_HELD_BACK_NOT;

  if ((matches != NULL && !matches[row]) || (filter->hide_background && table->background[row]) ||
      (filter->min_killed > 0 && table->killed[row] < filter->min_killed) || table->confidence[row] < filter->min_confidence)
    return DATELINE_HELD_BACK_OTHERWISE;

  for (guint facet = 0; facet < DATELINE_N_FACETS; facet++)
    if (!passes_facet (self, filter, facet, row))
      {
        if (held_back != DATELINE_HELD_BACK_NOT)
          return DATELINE_HELD_BACK_OTHERWISE;
        held_back = (guint8) (1 + facet);
      }
  return held_back;
}

static DatelineFilter *
new_random_filter (GRand *random)
{
  DatelineFilter *filter = dateline_filter_new ();

  for (guint i = (guint) g_rand_int_range (random, 0, 5); i > 0; i--)
    dateline_filter_set_wanted (filter, (DatelineFacet) g_rand_int_range (random, 0, DATELINE_N_FACETS),
                                values[g_rand_int_range (random, 0, N_VALUES)], TRUE);
  filter->hide_background = g_rand_int_range (random, 0, 3) == 0;
  filter->min_killed = g_rand_int_range (random, 0, 3) == 0 ? 5 : 0;
  filter->min_confidence = g_rand_int_range (random, 0, 3) == 0 ? 50 : 0;
  if (g_rand_int_range (random, 0, 3) == 0)
    filter->text = g_strdup ("it's \"quoted\" – قائم");
  return filter;
}

static void
test_apply (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand)  random = g_rand_new_with_seed (5);
  g_autofree guint8 *matches = g_new (guint8, N_ROWS);
  g_autofree guint8 *held_back = g_new (guint8, N_ROWS);

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (DatelineFilter) filter = new_random_filter (random);
      const guint8              *given = filter->text != NULL ? matches : NULL;

      for (guint row = 0; row < N_ROWS; row++)
        matches[row] = (guint8) g_rand_boolean (random);
      dateline_filter_apply (filter, self->table, dateline_filter_needs_facets (filter) ? self->facets : NULL, given, held_back);
      for (guint row = 0; row < N_ROWS; row++)
        {
          guint8 expected = find_held_back (self, filter, given, row);

          g_assert_cmpuint (held_back[row], ==, expected);
          g_assert_cmpint (self->table->passes[row] != 0, ==, expected == DATELINE_HELD_BACK_NOT);
        }
    }
}

static void
test_value (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (9);

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (DatelineFilter) filter = new_random_filter (random);
      g_autoptr (DatelineFilter) copy = dateline_filter_copy (filter);
      g_autofree char           *string = dateline_filter_to_string (filter);
      g_autoptr (GError)         error = NULL;
      g_autoptr (DatelineFilter) parsed = dateline_filter_parse (string, &error);

      g_assert_no_error (error);
      g_assert_true (dateline_filter_equal (filter, copy));
      g_assert_true (dateline_filter_equal (filter, parsed));

      dateline_filter_set_wanted (copy, DATELINE_FACET_TAG, "z", TRUE);
      g_assert_false (dateline_filter_equal (filter, copy));
      g_assert_true (dateline_filter_is_active (copy));
      dateline_filter_set_wanted (copy, DATELINE_FACET_TAG, "z", FALSE);
      g_assert_true (dateline_filter_equal (filter, copy));
    }
}

static void
test_parse_bad (void)
{
  static const char *const   bad[] = { "", "(", "5", "({'type': ['x']}, true)", "({'type': 'x'}, true, 0, 0, nothing)" };
  g_autoptr (GError)         error = NULL;
  g_autoptr (DatelineFilter) unknown = dateline_filter_parse ("({'moon': ['full'], 'tag': ['a']}, false, 0, 0, nothing)", &error);

  g_assert_no_error (error);
  g_assert_true (dateline_filter_is_wanted (unknown, DATELINE_FACET_TAG, "a"));

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_null (dateline_filter_parse (bad[i], &error));
      g_assert_nonnull (error);
      g_clear_error (&error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/model/facets/rows", Fixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/model/filter/apply", Fixture, NULL, set_up, test_apply, tear_down);
  g_test_add_func ("/model/filter/value", test_value);
  g_test_add_func ("/model/filter/parse-bad", test_parse_bad);

  return g_test_run ();
}
