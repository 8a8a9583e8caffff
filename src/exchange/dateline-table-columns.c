/* dateline-table-columns.c: what the columns of a table are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-table-columns.h"

#include <string.h>

typedef struct
{
  DatelineTableKind  kind;
  DatelineTableField field;
  const char        *headers; /* of any one of these */
  const char        *needed;  /* "all", "one" or "" */
} Column;

static const Column known_columns[] = {
#include "columns.inc"
};

/* "Event Date " is event_date. */
static char *
fold_header (const char *header)
{
  g_autofree char *copy = g_strdup (header);

  return g_strdelimit (g_ascii_strdown (g_strstrip (copy), -1), " -", '_');
}

static int
find_header (GStrv header, const char *names)
{
  g_auto (GStrv) alternatives = g_strsplit (names, "|", -1);

  for (guint i = 0; alternatives[i] != NULL; i++)
    for (int j = 0; header[j] != NULL; j++)
      if (strcmp (header[j], alternatives[i]) == 0)
        return j;
  return -1;
}

/* Fills in the columns of @kind; whether those that it needs are there. */
static gboolean
match (DatelineTableColumns *self, DatelineTableKind kind, GStrv header)
{
  gboolean all = TRUE, wants_one = FALSE, has_one = FALSE;

  self->kind = kind;
  for (guint i = 0; i < DATELINE_N_FIELDS; i++)
    {
      self->columns[i] = -1;
      g_clear_pointer (&self->headers[i], g_free);
    }
  for (guint i = 0; i < G_N_ELEMENTS (known_columns); i++)
    {
      const Column *column = &known_columns[i];
      int           found = column->kind == kind ? find_header (header, column->headers) : -1;

      if (column->kind != kind)
        continue;
      self->columns[column->field] = found;
      self->headers[column->field] = found >= 0 ? g_strdup (header[found]) : NULL;
      all = all && (found >= 0 || strcmp (column->needed, "all") != 0);
      wants_one = wants_one || strcmp (column->needed, "one") == 0;
      has_one = has_one || (found >= 0 && strcmp (column->needed, "one") == 0);
    }
  return all && (has_one || !wants_one);
}

/**
 * dateline_table_columns_find:
 * @header: (element-type utf8): the cells of the first row
 *
 * Returns: (transfer full) (nullable): what the columns are; %NULL when
 *   this is no table of articles or of a data set that is known
 */
DatelineTableColumns *
dateline_table_columns_find (const GPtrArray *header)
{
  g_autoptr (DatelineTableColumns) self = g_new0 (DatelineTableColumns, 1);
  g_auto (GStrv)                   folded = g_new0 (char *, header->len + 1);

  for (guint i = 0; i < header->len; i++)
    folded[i] = fold_header (g_ptr_array_index (header, i));
  for (int kind = DATELINE_N_TABLES - 1; kind >= 0; kind--)
    if (match (self, (DatelineTableKind) kind, folded))
      return g_steal_pointer (&self);
  return NULL;
}

void
dateline_table_columns_free (DatelineTableColumns *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < DATELINE_N_FIELDS; i++)
    g_free (self->headers[i]);
  g_free (self);
}

/**
 * dateline_table_columns_get:
 * @self: what the columns are
 * @cells: (element-type utf8): of one row
 * @field: which one
 *
 * Returns: (nullable): the cell; %NULL when there is none or it is empty
 */
const char *
dateline_table_columns_get (const DatelineTableColumns *self, const GPtrArray *cells, DatelineTableField field)
{
  int         column = self->columns[field];
  const char *cell = column >= 0 && column < (int) cells->len ? g_ptr_array_index (cells, (guint) column) : "";

  while (g_ascii_isspace (*cell))
    cell++;
  return *cell != '\0' ? cell : NULL;
}
