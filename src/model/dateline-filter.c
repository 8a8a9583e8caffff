/* dateline-filter.c: which incidents are of interest
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-filter.h"

#include <string.h>

/* A filter as text: what is wanted of each facet, then the rest. */
#define FILTER_TYPE G_VARIANT_TYPE ("(a{sas}biims)")

DatelineFilter *
dateline_filter_new (void)
{
  return g_new0 (DatelineFilter, 1);
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static GHashTable *
copy_set (GHashTable *set)
{
  GHashTable    *copy = new_set ();
  GHashTableIter iter;
  gpointer       value;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &value, NULL))
    g_hash_table_add (copy, g_strdup (value));
  return copy;
}

static gboolean
sets_equal (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer       value;

  if (a == NULL || b == NULL)
    return a == b;
  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &value, NULL))
    if (!g_hash_table_contains (b, value))
      return FALSE;
  return TRUE;
}

DatelineFilter *
dateline_filter_copy (const DatelineFilter *self)
{
  DatelineFilter *copy = g_new (DatelineFilter, 1);

  *copy = *self;
  copy->text = g_strdup (self->text);
  for (guint i = 0; i < DATELINE_N_FACETS; i++)
    copy->wanted[i] = self->wanted[i] != NULL ? copy_set (self->wanted[i]) : NULL;

  return copy;
}

void
dateline_filter_free (DatelineFilter *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < DATELINE_N_FACETS; i++)
    g_clear_pointer (&self->wanted[i], g_hash_table_unref);
  g_free (self->text);
  g_free (self);
}

gboolean
dateline_filter_equal (const DatelineFilter *a, const DatelineFilter *b)
{
  for (guint i = 0; i < DATELINE_N_FACETS; i++)
    if (!sets_equal (a->wanted[i], b->wanted[i]))
      return FALSE;
  return !a->hide_background == !b->hide_background && a->min_killed == b->min_killed &&
         a->min_confidence == b->min_confidence && g_strcmp0 (a->text, b->text) == 0;
}

/**
 * dateline_filter_is_active:
 * @self: a filter
 *
 * Returns: whether it may hold anything back
 */
gboolean
dateline_filter_is_active (const DatelineFilter *self)
{
  g_autoptr (DatelineFilter) all = dateline_filter_new ();

  return !dateline_filter_equal (self, all);
}

/**
 * dateline_filter_set_wanted:
 * @self: a filter
 * @facet: which question
 * @value: an answer
 * @wanted: whether it is among those let through; a facet of which nothing
 *   is wanted lets all through
 */
void
dateline_filter_set_wanted (DatelineFilter *self, DatelineFacet facet, const char *value, gboolean wanted)
{
  g_return_if_fail (facet < DATELINE_N_FACETS);

  if (wanted && self->wanted[facet] == NULL)
    self->wanted[facet] = new_set ();
  if (wanted)
    g_hash_table_add (self->wanted[facet], g_strdup (value));
  else if (self->wanted[facet] != NULL)
    g_hash_table_remove (self->wanted[facet], value);

  if (self->wanted[facet] != NULL && g_hash_table_size (self->wanted[facet]) == 0)
    g_clear_pointer (&self->wanted[facet], g_hash_table_unref);
}

gboolean
dateline_filter_is_wanted (const DatelineFilter *self, DatelineFacet facet, const char *value)
{
  return self->wanted[facet] != NULL && g_hash_table_contains (self->wanted[facet], value);
}

gboolean
dateline_filter_needs_facets (const DatelineFilter *self)
{
  for (guint i = 0; i < DATELINE_N_FACETS; i++)
    if (self->wanted[i] != NULL)
      return TRUE;
  return FALSE;
}

/* A byte a value of the facet, whether it is wanted. */
static guint8 *
find_wanted_values (const DatelineFilter *self, const DatelineFacets *facets, DatelineFacet facet)
{
  guint   n_values = dateline_facets_get_n_values (facets, facet);
  guint8 *wanted = g_new0 (guint8, n_values + 1);

  for (guint value = 0; value < n_values; value++)
    wanted[value] = g_hash_table_contains (self->wanted[facet], dateline_facets_get_value (facets, facet, value));
  return wanted;
}

static void
apply_facet (const DatelineFilter *self, const DatelineFacets *facets, DatelineFacet facet, guint n_rows, guint8 *held_back)
{
  g_autofree guint8 *wanted = find_wanted_values (self, facets, facet);

  for (guint row = 0; row < n_rows; row++)
    {
      guint          n_values;
      const guint32 *values = dateline_facets_get_row (facets, facet, row, &n_values);
      gboolean       passes = FALSE;

      for (guint i = 0; i < n_values && !passes; i++)
        passes = wanted[values[i]];
      if (!passes)
        held_back[row] = held_back[row] == DATELINE_HELD_BACK_NOT ? 1 + facet : DATELINE_HELD_BACK_OTHERWISE;
    }
}

/**
 * dateline_filter_apply:
 * @self: a filter
 * @table: the table whose column passes is written
 * @facets: (nullable): the values of its rows; %NULL only where
 *   dateline_filter_needs_facets() says so
 * @matches: (nullable): a byte a row, whether it has the filter's text;
 *   %NULL when all have
 * @held_back: a byte a row, written: what holds the row back
 *
 * Linear in the rows, once for each facet of which something is wanted.
 */
void
dateline_filter_apply (const DatelineFilter *self, DatelineIncidentTable *table, const DatelineFacets *facets, const guint8 *matches, guint8 *held_back)
{
  for (guint row = 0; row < table->n_rows; row++)
    {
      gboolean passes = (matches == NULL || matches[row]) && !(self->hide_background && table->background[row]) &&
                        (self->min_killed == 0 || table->killed[row] >= self->min_killed) &&
                        table->confidence[row] >= self->min_confidence;

      held_back[row] = passes ? DATELINE_HELD_BACK_NOT : DATELINE_HELD_BACK_OTHERWISE;
    }

  for (guint i = 0; i < DATELINE_N_FACETS; i++)
    if (self->wanted[i] != NULL)
      apply_facet (self, facets, i, table->n_rows, held_back);

  for (guint row = 0; row < table->n_rows; row++)
    table->passes[row] = held_back[row] == DATELINE_HELD_BACK_NOT;
}

/**
 * dateline_filter_to_string:
 * @self: a filter
 *
 * Returns: (transfer full): it as text, for dateline_filter_parse()
 */
char *
dateline_filter_to_string (const DatelineFilter *self)
{
  GVariantBuilder      facets;
  g_autoptr (GVariant) variant = NULL;

  g_variant_builder_init (&facets, G_VARIANT_TYPE ("a{sas}"));
  for (guint i = 0; i < DATELINE_N_FACETS; i++)
    if (self->wanted[i] != NULL)
      {
        g_autofree gpointer *values = g_hash_table_get_keys_as_array (self->wanted[i], NULL);

        g_variant_builder_add (&facets, "{s^as}", dateline_facet_get_id (i), values);
      }
  variant = g_variant_ref_sink (g_variant_new ("(a{sas}biims)", &facets, self->hide_background, self->min_killed, self->min_confidence, self->text));

  return g_variant_print (variant, FALSE);
}

/**
 * dateline_filter_parse:
 * @string: of dateline_filter_to_string()
 * @error: return location for a #GError
 *
 * Facets that this version does not know are left out.
 *
 * Errors: %G_VARIANT_PARSE_ERROR
 *
 * Returns: (transfer full) (nullable): the filter
 */
DatelineFilter *
dateline_filter_parse (const char *string, GError **error)
{
  g_autoptr (GVariant)     variant = g_variant_parse (FILTER_TYPE, string, NULL, NULL, error);
  g_autoptr (GVariantIter) facets = NULL;
  DatelineFilter          *self;
  const char              *id;
  g_autofree const char  **values = NULL;

  if (variant == NULL)
    return NULL;

  self = dateline_filter_new ();
  g_variant_get (variant, "(a{sas}biims)", &facets, &self->hide_background, &self->min_killed, &self->min_confidence, &self->text);
  while (g_variant_iter_next (facets, "{&s^a&s}", &id, &values))
    {
      DatelineFacet facet;

      for (guint i = 0; dateline_facet_parse (id, &facet) && values[i] != NULL; i++)
        dateline_filter_set_wanted (self, facet, values[i], TRUE);
      g_clear_pointer (&values, g_free);
    }

  return self;
}
