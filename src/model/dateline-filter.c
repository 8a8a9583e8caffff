/* dateline-filter.c: which incidents are of interest
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-filter.h"

#include <string.h>

#define ALL_TYPES ((1u << DATELINE_N_INCIDENT_TYPES) - 1)
#define ALL_WHERE_PRECISIONS 0xff
#define ALL_STATUSES 0x0f

G_STATIC_ASSERT (DATELINE_N_INCIDENT_TYPES < 32);

DatelineFilter *
dateline_filter_new (void)
{
  DatelineFilter *self = g_new0 (DatelineFilter, 1);

  self->types = ALL_TYPES;
  self->where_precisions = ALL_WHERE_PRECISIONS;
  self->statuses = ALL_STATUSES;

  return self;
}

DatelineFilter *
dateline_filter_copy (const DatelineFilter *self)
{
  DatelineFilter *copy = g_new (DatelineFilter, 1);

  *copy = *self;
  copy->text = g_strdup (self->text);

  return copy;
}

void
dateline_filter_free (DatelineFilter *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self);
}

gboolean
dateline_filter_equal (const DatelineFilter *a, const DatelineFilter *b)
{
  return a->types == b->types && a->where_precisions == b->where_precisions && a->statuses == b->statuses &&
         !a->hide_background == !b->hide_background && a->n_countries == b->n_countries &&
         memcmp (a->countries, b->countries, a->n_countries * sizeof *a->countries) == 0 &&
         g_strcmp0 (a->text, b->text) == 0;
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
 * dateline_filter_add_country:
 * @self: a filter
 * @country: ISO 3166-1 alpha-2
 *
 * Lets @country through, beside those added before.
 *
 * Returns: %FALSE when there are too many
 */
gboolean
dateline_filter_add_country (DatelineFilter *self, const char *country)
{
  g_return_val_if_fail (strlen (country) == 2, FALSE);

  if (self->n_countries == DATELINE_FILTER_MAX_COUNTRIES)
    return FALSE;

  self->countries[self->n_countries++] = (guint16) ((guchar) country[0] << 8 | (guchar) country[1]);
  return TRUE;
}

static gboolean
has_country (const DatelineFilter *self, guint16 country)
{
  for (guint i = 0; i < self->n_countries; i++)
    if (self->countries[i] == country)
      return TRUE;
  return self->n_countries == 0;
}

static gboolean
passes_but_type (const DatelineFilter *self, const DatelineIncidentTable *table, guint row)
{
  return (self->where_precisions >> table->where_precision[row] & 1) != 0 &&
         (self->statuses >> table->status[row] & 1) != 0 &&
         !(self->hide_background && table->background[row]) && has_country (self, table->country[row]);
}

/**
 * dateline_filter_apply:
 * @self: a filter
 * @table: the table whose column passes is written
 * @matches: (nullable): a byte a row, whether it has the filter's text;
 *   %NULL when all have
 * @of_any_type: a byte a row, written: whether the row would pass if its
 *   type did
 */
void
dateline_filter_apply (const DatelineFilter *self, DatelineIncidentTable *table, const guint8 *matches, guint8 *of_any_type)
{
  for (guint row = 0; row < table->n_rows; row++)
    {
      of_any_type[row] = (matches == NULL || matches[row]) && passes_but_type (self, table, row);
      table->passes[row] = of_any_type[row] && (self->types >> table->type[row] & 1) != 0;
    }
}
