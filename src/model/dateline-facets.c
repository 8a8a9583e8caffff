/* dateline-facets.c: the values by which incidents are told apart and counted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-facets.h"

#include <string.h>

typedef struct
{
  guint32 row;
  guint32 value;
} Pair;

/* While it is filled the pairs stand in the order they came; then they
 * are gathered by row: row r has values[begins[r] … begins[r + 1]). */
typedef struct
{
  GPtrArray  *names; /* interned in the chunk; index is the value */
  GHashTable *by_name;
  GArray     *pairs;
  guint32    *begins;
  guint32    *values;
} Column;

struct _DatelineFacets
{
  guint         n_rows;
  GStringChunk *strings;
  Column        columns[DATELINE_N_FACETS];
};

static const char *const facet_ids[] = {
  [DATELINE_FACET_TYPE] = "type",
  [DATELINE_FACET_COUNTRY] = "country",
  [DATELINE_FACET_GOVERNORATE] = "governorate",
  [DATELINE_FACET_ACTOR] = "actor",
  [DATELINE_FACET_WEAPON] = "weapon",
  [DATELINE_FACET_PUBLISHER] = "publisher",
  [DATELINE_FACET_STATUS] = "status",
  [DATELINE_FACET_GRADE] = "grade",
  [DATELINE_FACET_PRECISION] = "precision",
  [DATELINE_FACET_TAG] = "tag",
};

G_STATIC_ASSERT (G_N_ELEMENTS (facet_ids) == DATELINE_N_FACETS);

/**
 * dateline_facets_new:
 * @n_rows: how many incidents
 *
 * Returns: (transfer full): facets without a value; add them, then finish
 */
DatelineFacets *
dateline_facets_new (guint n_rows)
{
  DatelineFacets *self = g_new0 (DatelineFacets, 1);

  self->n_rows = n_rows;
  self->strings = g_string_chunk_new (4096);
  for (guint i = 0; i < DATELINE_N_FACETS; i++)
    {
      self->columns[i].names = g_ptr_array_new ();
      self->columns[i].by_name = g_hash_table_new (g_str_hash, g_str_equal);
      self->columns[i].pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
    }

  return self;
}

void
dateline_facets_free (DatelineFacets *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < DATELINE_N_FACETS; i++)
    {
      g_ptr_array_unref (self->columns[i].names);
      g_hash_table_unref (self->columns[i].by_name);
      g_clear_pointer (&self->columns[i].pairs, g_array_unref);
      g_free (self->columns[i].begins);
      g_free (self->columns[i].values);
    }
  g_string_chunk_free (self->strings);
  g_free (self);
}

/**
 * dateline_facets_add:
 * @self: facets that are not finished
 * @facet: which question
 * @row: which incident
 * @value: the answer, one of several perhaps
 */
void
dateline_facets_add (DatelineFacets *self, DatelineFacet facet, guint row, const char *value)
{
  Column  *column = &self->columns[facet];
  Pair     pair = { row, 0 };
  gpointer known;

  g_return_if_fail (column->pairs != NULL);
  g_return_if_fail (row < self->n_rows);

  if (g_hash_table_lookup_extended (column->by_name, value, NULL, &known))
    pair.value = GPOINTER_TO_UINT (known);
  else
    {
      char *name = g_string_chunk_insert (self->strings, value);

      pair.value = column->names->len;
      g_ptr_array_add (column->names, name);
      g_hash_table_insert (column->by_name, name, GUINT_TO_POINTER (pair.value));
    }
  g_array_append_val (column->pairs, pair);
}

/* The same value twice in a row, of two sites in one country, is one. */
static gboolean
has_value (const guint32 *values, guint n, guint32 value)
{
  for (guint i = 0; i < n; i++)
    if (values[i] == value)
      return TRUE;
  return FALSE;
}

static void
gather (Column *column, guint n_rows)
{
  g_autofree guint32 *n_in_row = g_new0 (guint32, n_rows);
  guint32             n_kept = 0;

  column->begins = g_new0 (guint32, n_rows + 1);
  column->values = g_new (guint32, column->pairs->len);
  for (guint i = 0; i < column->pairs->len; i++)
    column->begins[g_array_index (column->pairs, Pair, i).row + 1]++;
  for (guint row = 0; row < n_rows; row++)
    column->begins[row + 1] += column->begins[row];

  for (guint i = 0; i < column->pairs->len; i++)
    {
      const Pair *pair = &g_array_index (column->pairs, Pair, i);
      guint32    *values = column->values + column->begins[pair->row];

      if (!has_value (values, n_in_row[pair->row], pair->value))
        values[n_in_row[pair->row]++] = pair->value;
    }

  for (guint row = 0; row < n_rows; row++)
    {
      memmove (column->values + n_kept, column->values + column->begins[row], n_in_row[row] * sizeof *column->values);
      column->begins[row] = n_kept;
      n_kept += n_in_row[row];
    }
  column->begins[n_rows] = n_kept;
}

/**
 * dateline_facets_finish:
 * @self: facets with all their values; no more can be added
 *
 * Linear in what was added.
 */
void
dateline_facets_finish (DatelineFacets *self)
{
  for (guint i = 0; i < DATELINE_N_FACETS; i++)
    {
      gather (&self->columns[i], self->n_rows);
      g_clear_pointer (&self->columns[i].pairs, g_array_unref);
    }
}

guint
dateline_facets_get_n_values (const DatelineFacets *self, DatelineFacet facet)
{
  return self->columns[facet].names->len;
}

const char *
dateline_facets_get_value (const DatelineFacets *self, DatelineFacet facet, guint value)
{
  g_return_val_if_fail (value < self->columns[facet].names->len, NULL);

  return g_ptr_array_index (self->columns[facet].names, value);
}

guint
dateline_facets_find_value (const DatelineFacets *self, DatelineFacet facet, const char *value)
{
  gpointer known;

  if (!g_hash_table_lookup_extended (self->columns[facet].by_name, value, NULL, &known))
    return G_MAXUINT;
  return GPOINTER_TO_UINT (known);
}

/**
 * dateline_facets_get_row:
 * @self: finished facets
 * @facet: which question
 * @row: which incident
 * @n_values: (out): how many answers it has
 *
 * Returns: (transfer none) (array length=n_values): the answers, no order
 */
const guint32 *
dateline_facets_get_row (const DatelineFacets *self, DatelineFacet facet, guint row, guint *n_values)
{
  const Column *column = &self->columns[facet];

  *n_values = column->begins[row + 1] - column->begins[row];
  return column->values + column->begins[row];
}

const char *
dateline_facet_get_id (DatelineFacet facet)
{
  g_return_val_if_fail (facet < DATELINE_N_FACETS, NULL);

  return facet_ids[facet];
}

gboolean
dateline_facet_parse (const char *id, DatelineFacet *facet)
{
  for (guint i = 0; i < DATELINE_N_FACETS; i++)
    if (g_str_equal (facet_ids[i], id))
      {
        *facet = i;
        return TRUE;
      }
  return FALSE;
}
