/* dateline-incident-table.c: every incident of a project as plain columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-incident-table.h"

#include <math.h>
#include <string.h>

/* The latitude at which the Web Mercator map is a square, degrees. */
#define MAX_LATITUDE 85.0511287798066

/* The columns that sorting moves along: where they are, and how wide. */
static const struct
{
  gsize offset;
  gsize size;
} columns[] = {
#define COLUMN(name)                                                                              \
  {                                                                                               \
    G_STRUCT_OFFSET (DatelineIncidentTable, name), sizeof *((DatelineIncidentTable *) NULL)->name \
  }
  COLUMN (id),
  COLUMN (start),
  COLUMN (end),
  COLUMN (x),
  COLUMN (y),
  COLUMN (lat),
  COLUMN (lon),
  COLUMN (radius_km),
  COLUMN (type),
  COLUMN (where_precision),
  COLUMN (date_precision),
  COLUMN (status),
  COLUMN (background),
  COLUMN (confidence),
  COLUMN (n_reports),
  COLUMN (killed),
  COLUMN (country),
  COLUMN (passes),
#undef COLUMN
};

static gpointer *
get_column (DatelineIncidentTable *self, guint column)
{
  return G_STRUCT_MEMBER_P (self, columns[column].offset);
}

/**
 * dateline_incident_table_new:
 * @n_rows: how many incidents
 *
 * Returns: (transfer full): a table whose rows have no date, no place and
 *   pass the filter; fill them, then sort
 */
DatelineIncidentTable *
dateline_incident_table_new (guint n_rows)
{
  DatelineIncidentTable *self = g_new0 (DatelineIncidentTable, 1);

  self->n_rows = n_rows;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    *get_column (self, i) = g_malloc0_n (n_rows, columns[i].size);
  self->by_id = g_new (guint32, n_rows);
  for (guint row = 0; row < n_rows; row++)
    {
      self->by_id[row] = row;
      self->start[row] = G_MAXINT64;
      self->end[row] = G_MAXINT64;
      self->lat[row] = NAN;
      self->lon[row] = NAN;
      self->killed[row] = -1;
      self->passes[row] = 1;
    }

  return self;
}

static guint
count_kept_further (const DatelineIncidentTable *self, const guint8 *left_out)
{
  guint n_kept = 0;

  for (guint i = 0; i < self->n_further; i++)
    n_kept += !left_out[self->further_row[i]];
  return n_kept;
}

/* The further sites of the rows that stay, which are @new_rows now. */
static void
copy_further (DatelineIncidentTable *self, const DatelineIncidentTable *from, const guint8 *left_out, const guint32 *new_rows)
{
  guint n = 0;

  for (guint i = 0; i < from->n_further; i++)
    {
      if (left_out[from->further_row[i]])
        continue;
      self->further_row[n] = new_rows[from->further_row[i]];
      self->further_x[n] = from->further_x[i];
      self->further_y[n] = from->further_y[i];
      self->further_lat[n] = from->further_lat[i];
      self->further_lon[n] = from->further_lon[i];
      self->further_radius_km[n] = from->further_radius_km[i];
      self->further_where_precision[n] = from->further_where_precision[i];
      n++;
    }
}

static void
copy_rows (DatelineIncidentTable *self, guint row, const DatelineIncidentTable *from, guint from_row, guint n_rows)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    memcpy ((char *) *get_column (self, i) + row * columns[i].size,
            (const char *) *get_column ((DatelineIncidentTable *) from, i) + from_row * columns[i].size,
            n_rows * columns[i].size);
}

/**
 * dateline_incident_table_copy:
 * @self: a table
 * @left_out: a byte a row, whether it is left out
 * @n_more: rows to come behind those that stay
 * @n_more_further: further sites to come behind theirs
 *
 * Returns: (transfer full): the rows that stay, in their order, and room
 *   for the others; fill that, then sort
 */
DatelineIncidentTable *
dateline_incident_table_copy (const DatelineIncidentTable *self, const guint8 *left_out, guint n_more, guint n_more_further)
{
  g_autofree guint32    *new_rows = g_new (guint32, self->n_rows + 1);
  DatelineIncidentTable *copy;
  guint                  n_kept = 0;

  for (guint row = 0; row < self->n_rows; row++)
    {
      new_rows[row] = n_kept;
      n_kept += !left_out[row];
    }
  copy = dateline_incident_table_new (n_kept + n_more);
  for (guint begin = 0, end; begin < self->n_rows; begin = end + 1)
    {
      for (end = begin; end < self->n_rows && !left_out[end];)
        end++;
      copy_rows (copy, new_rows[begin], self, begin, end - begin);
    }
  dateline_incident_table_set_n_further (copy, count_kept_further (self, left_out) + n_more_further);
  copy_further (copy, self, left_out, new_rows);

  return copy;
}

void
dateline_incident_table_free (DatelineIncidentTable *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_free (*get_column (self, i));
  g_free (self->by_id);
  g_free (self->further_row);
  g_free (self->further_x);
  g_free (self->further_y);
  g_free (self->further_lat);
  g_free (self->further_lon);
  g_free (self->further_radius_km);
  g_free (self->further_where_precision);
  g_free (self);
}

/* Source: spherical Mercator, EPSG:3857. */
static void
project (DatelinePoint point, guint32 *x, guint32 *y)
{
  double latitude = CLAMP (point.lat, -MAX_LATITUDE, MAX_LATITUDE) * G_PI / 180;
  double across = (point.lon + 180) / 360;
  double down = 0.5 - asinh (tan (latitude)) / (2 * G_PI);

  *x = (guint32) CLAMP (across * G_MAXUINT32, 0, G_MAXUINT32);
  *y = (guint32) CLAMP (down * G_MAXUINT32, 0, G_MAXUINT32);
}

/**
 * dateline_incident_table_set_point:
 * @self: a table
 * @row: which row
 * @point: where, or no point
 *
 * Sets the row's degrees and its place on the map's square.
 */
void
dateline_incident_table_set_point (DatelineIncidentTable *self, guint row, DatelinePoint point)
{
  g_return_if_fail (row < self->n_rows);

  self->lat[row] = (float) point.lat;
  self->lon[row] = (float) point.lon;
  self->x[row] = 0;
  self->y[row] = 0;
  if (dateline_point_is_set (point))
    project (point, &self->x[row], &self->y[row]);
}

/**
 * dateline_incident_table_set_n_further:
 * @self: a table without further sites
 * @n_further: how many there will be
 *
 * Makes room for further sites; set them with
 * dateline_incident_table_set_further().
 */
void
dateline_incident_table_set_n_further (DatelineIncidentTable *self, guint n_further)
{
  g_return_if_fail (self->n_further == 0);

  self->n_further = n_further;
  self->further_row = g_new0 (guint32, n_further);
  self->further_x = g_new0 (guint32, n_further);
  self->further_y = g_new0 (guint32, n_further);
  self->further_lat = g_new0 (float, n_further);
  self->further_lon = g_new0 (float, n_further);
  self->further_radius_km = g_new0 (float, n_further);
  self->further_where_precision = g_new0 (guint8, n_further);
}

/**
 * dateline_incident_table_set_further:
 * @self: a table
 * @further: which of its further sites
 * @row: the incident's row
 * @point: where
 * @precision: how exactly
 * @radius_km: the radius of what is meant
 */
void
dateline_incident_table_set_further (DatelineIncidentTable *self,
                                     guint                  further,
                                     guint                  row,
                                     DatelinePoint          point,
                                     DatelineWherePrecision precision,
                                     double                 radius_km)
{
  g_return_if_fail (further < self->n_further && row < self->n_rows);

  self->further_row[further] = row;
  self->further_lat[further] = (float) point.lat;
  self->further_lon[further] = (float) point.lon;
  self->further_radius_km[further] = (float) radius_km;
  self->further_where_precision[further] = (guint8) precision;
  if (dateline_point_is_set (point))
    project (point, &self->further_x[further], &self->further_y[further]);
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const DatelineIncidentTable *self = user_data;
  guint32                      row_a = *(const guint32 *) a;
  guint32                      row_b = *(const guint32 *) b;

  if (self->start[row_a] != self->start[row_b])
    return self->start[row_a] < self->start[row_b] ? -1 : 1;
  return self->id[row_a] < self->id[row_b] ? -1 : self->id[row_a] > self->id[row_b];
}

/* The rows by start and id. Those at the beginning that are in order
 * already, as nearly all are after a change, are not sorted again. */
static guint32 *
order_rows (DatelineIncidentTable *self)
{
  guint32            *order = g_new (guint32, self->n_rows);
  g_autofree guint32 *rest = NULL;
  guint               n_ordered = MIN (1, self->n_rows), n_rest, i = 0, j = 0;

  for (guint32 row = 1; row < self->n_rows && compare_rows (&(guint32){ row - 1 }, &row, self) < 0; row++)
    n_ordered++;
  n_rest = self->n_rows - n_ordered;
  rest = g_new (guint32, n_rest);
  for (guint32 k = 0; k < n_rest; k++)
    rest[k] = n_ordered + k;
  if (n_rest > 0)
    g_qsort_with_data (rest, (int) n_rest, sizeof *rest, compare_rows, self);

  for (guint row = 0; row < self->n_rows; row++)
    if (j == n_rest || (i < n_ordered && compare_rows (&i, &rest[j], self) < 0))
      order[row] = i++;
    else
      order[row] = rest[j++];
  return order;
}

static int
compare_ids (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const DatelineIncidentTable *self = user_data;
  gint64                       id_a = self->id[*(const guint32 *) a];
  gint64                       id_b = self->id[*(const guint32 *) b];

  return id_a < id_b ? -1 : id_a > id_b;
}

/* The rows by id. Ids that lie close, as those of a project do, have a
 * place each, which is quicker than sorting. */
static guint32 *
order_ids (DatelineIncidentTable *self)
{
  guint32            *order = g_new (guint32, self->n_rows);
  gint64              first = G_MAXINT64, last = G_MININT64;
  g_autofree guint32 *places = NULL;
  guint               n = 0;

  for (guint32 row = 0; row < self->n_rows; row++)
    {
      first = MIN (first, self->id[row]);
      last = MAX (last, self->id[row]);
      order[row] = row;
    }
  if (self->n_rows == 0 || first < 0 || last - first >= 8 * (gint64) self->n_rows)
    {
      if (self->n_rows > 0)
        g_qsort_with_data (order, (int) self->n_rows, sizeof *order, compare_ids, self);
      return order;
    }

  places = g_new0 (guint32, last - first + 1);
  for (guint32 row = 0; row < self->n_rows; row++)
    places[self->id[row] - first] = row + 1;
  for (gint64 i = 0; i <= last - first; i++)
    if (places[i] != 0)
      order[n++] = places[i] - 1;
  return order;
}

static void
permute_column (gpointer *column, gsize size, const guint32 *order, guint n_rows)
{
  char *from = *column;
  char *to = g_malloc_n (n_rows, size);

  /* The compiler makes one move of a size that it knows. */
  for (guint row = 0; row < n_rows; row++)
    if (size == 8)
      memcpy (to + row * 8, from + order[row] * 8, 8);
    else if (size == 4)
      memcpy (to + row * 4, from + order[row] * 4, 4);
    else
      memcpy (to + row * size, from + order[row] * size, size);
  g_free (from);
  *column = to;
}

static int
compare_further (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const guint32 *rows = user_data;
  guint32        further_a = *(const guint32 *) a;
  guint32        further_b = *(const guint32 *) b;

  if (rows[further_a] != rows[further_b])
    return rows[further_a] < rows[further_b] ? -1 : 1;
  return further_a < further_b ? -1 : further_a > further_b;
}

/* Lets further sites name the rows where @order has put theirs. */
static void
move_further (DatelineIncidentTable *self, const guint32 *order)
{
  g_autofree guint32 *new_rows = g_new (guint32, self->n_rows);
  g_autofree guint32 *further_order = g_new (guint32, self->n_further);
  guint               n = self->n_further;

  if (n == 0)
    return;
  for (guint32 row = 0; row < self->n_rows; row++)
    new_rows[order[row]] = row;
  for (guint32 i = 0; i < n; i++)
    {
      self->further_row[i] = new_rows[self->further_row[i]];
      further_order[i] = i;
    }
  g_qsort_with_data (further_order, (int) n, sizeof *further_order, compare_further, self->further_row);

  permute_column ((gpointer *) &self->further_row, sizeof *self->further_row, further_order, n);
  permute_column ((gpointer *) &self->further_x, sizeof *self->further_x, further_order, n);
  permute_column ((gpointer *) &self->further_y, sizeof *self->further_y, further_order, n);
  permute_column ((gpointer *) &self->further_lat, sizeof *self->further_lat, further_order, n);
  permute_column ((gpointer *) &self->further_lon, sizeof *self->further_lon, further_order, n);
  permute_column ((gpointer *) &self->further_radius_km, sizeof *self->further_radius_km, further_order, n);
  permute_column ((gpointer *) &self->further_where_precision, sizeof *self->further_where_precision, further_order, n);
}

/**
 * dateline_incident_table_sort:
 * @self: a table whose rows are filled
 *
 * Sorts the rows by start, then by id, those without a date last, and
 * counts the dated ones. Row numbers change.
 */
void
dateline_incident_table_sort (DatelineIncidentTable *self)
{
  g_autofree guint32 *order = order_rows (self);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    permute_column (get_column (self, i), columns[i].size, order, self->n_rows);
  move_further (self, order);

  self->n_dated = self->n_rows;
  while (self->n_dated > 0 && self->start[self->n_dated - 1] == G_MAXINT64)
    self->n_dated--;

  g_free (self->by_id);
  self->by_id = order_ids (self);
}

/**
 * dateline_incident_table_find:
 * @self: a sorted table
 * @id: an incident's row id in the store
 *
 * Returns: its row, or %G_MAXUINT
 */
guint
dateline_incident_table_find (const DatelineIncidentTable *self, gint64 id)
{
  guint low = 0, high = self->n_rows;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->id[self->by_id[middle]] < id)
        low = middle + 1;
      else
        high = middle;
    }

  return low < self->n_rows && self->id[self->by_id[low]] == id ? self->by_id[low] : G_MAXUINT;
}

/**
 * dateline_incident_table_row_in_window:
 * @self: a sorted table
 * @row: which row
 * @window: from when to when
 *
 * Returns: whether the row has a date and its interval overlaps @window
 */
gboolean
dateline_incident_table_row_in_window (const DatelineIncidentTable *self, guint row, DatelineDateInterval window)
{
  return row < self->n_dated && self->start[row] < window.end && window.start < self->end[row];
}
