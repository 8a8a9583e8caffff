/* dateline-csv-reader.c: the rows of a table, one by one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Source: RFC 4180. Beyond it, as programs write them: cells parted by
 * semicolons or tabs, line ends of one byte, a byte order mark, and text
 * in Windows-1252 where it is no UTF-8.
 */

#include "config.h"

#include "dateline-csv-reader.h"

#include <string.h>

#include "dateline-exchange-error.h"

struct _DatelineCsvReader
{
  DatelineInput *input; /* the caller's */
  char           separator;
  guint64        line; /* on which the last row begins */
  GString       *row;  /* as it stands in the input, without its end */
  gboolean       started;
};

/**
 * dateline_csv_reader_new:
 * @input: at its first byte; must outlive the reader
 *
 * Returns: (transfer full): a reader before the first row
 */
DatelineCsvReader *
dateline_csv_reader_new (DatelineInput *input)
{
  DatelineCsvReader *self = g_new0 (DatelineCsvReader, 1);

  self->input = input;
  self->row = g_string_new (NULL);
  return self;
}

void
dateline_csv_reader_free (DatelineCsvReader *self)
{
  if (self == NULL)
    return;

  g_string_free (self->row, TRUE);
  g_free (self);
}

/**
 * dateline_csv_reader_get_line:
 * @self: a reader
 *
 * Returns: the line on which the last row begins, from 1
 */
guint64
dateline_csv_reader_get_line (const DatelineCsvReader *self)
{
  return self->line;
}

/* Where in a row one is. */
typedef enum
{
  AT_CELL,
  IN_PLAIN,
  IN_QUOTES,
  AFTER_QUOTE /* which closes the cell, unless a second follows */
} State;

/* Before the first row is whole, each of the separators may be the one. */
static gboolean
is_separator (const DatelineCsvReader *self, char c)
{
  return self->started ? c == self->separator : c == ',' || c == ';' || c == '\t';
}

static State
step (const DatelineCsvReader *self, State state, char c)
{
  if (state == IN_QUOTES)
    return c == '"' ? AFTER_QUOTE : IN_QUOTES;
  if (c == '"' && (state == AT_CELL || state == AFTER_QUOTE))
    return IN_QUOTES;
  return is_separator (self, c) ? AT_CELL : IN_PLAIN;
}

/* The separator that is most frequent in the first row, outside of quotes. */
static char
find_separator (const DatelineCsvReader *self)
{
  static const char separators[] = { ',', ';', '\t' };
  guint             counts[G_N_ELEMENTS (separators)] = { 0 };
  State             state = AT_CELL;
  guint             best = 0;

  for (gsize i = 0; i < self->row->len; i++)
    {
      state = step (self, state, self->row->str[i]);
      for (guint j = 0; state == AT_CELL && j < G_N_ELEMENTS (separators); j++)
        counts[j] += self->row->str[i] == separators[j];
    }
  for (guint j = 1; j < G_N_ELEMENTS (separators); j++)
    if (counts[j] > counts[best])
      best = j;
  return separators[best];
}

static gboolean
fail (DatelineCsvReader *self, DatelineExchangeError code, const char *problem, GError **error)
{
  g_set_error (error, DATELINE_EXCHANGE_ERROR, (int) code, "%s, line %" G_GUINT64_FORMAT ": %s",
               dateline_input_get_name (self->input), self->line, problem);
  return FALSE;
}

/* Joins the lines of one row; %FALSE at the end and on an error. */
static gboolean
read_row (DatelineCsvReader *self, GError **error)
{
  GError     *local_error = NULL;
  State       state = AT_CELL;
  const char *line;
  gsize       length;

  g_string_truncate (self->row, 0);
  self->line = dateline_input_get_line (self->input) + 1;
  while (dateline_input_read_line (self->input, &line, &length, &local_error))
    {
      if (state == IN_QUOTES)
        g_string_append_c (self->row, '\n');
      for (gsize i = 0; i < length; i++)
        state = step (self, state, line[i]);
      if (self->row->len + length > DATELINE_LINE_MAX_BYTES)
        return fail (self, DATELINE_EXCHANGE_ERROR_TOO_LARGE, "the row is longer than 16 MiB; a quotation mark may be missing", error);
      if (state != IN_QUOTES && length > 0 && line[length - 1] == '\r')
        length--;
      g_string_append_len (self->row, line, (gssize) length);
      if (state != IN_QUOTES)
        return TRUE;
    }

  if (local_error != NULL)
    g_propagate_error (error, local_error);
  else if (state == IN_QUOTES)
    return fail (self, DATELINE_EXCHANGE_ERROR_FORMAT, "a quotation mark is opened here and never closed", error);
  return FALSE;
}

static gboolean
decode_row (DatelineCsvReader *self, GError **error)
{
  g_autofree char *text = NULL;
  gsize            length;

  if (memchr (self->row->str, '\0', self->row->len) != NULL)
    return fail (self, DATELINE_EXCHANGE_ERROR_BINARY, "there is a NUL byte, so this is no text; give CSV", error);
  if (g_utf8_validate_len (self->row->str, self->row->len, NULL))
    return TRUE;

  text = g_convert (self->row->str, (gssize) self->row->len, "UTF-8", "WINDOWS-1252", NULL, &length, NULL);
  if (text == NULL)
    return fail (self, DATELINE_EXCHANGE_ERROR_ENCODING, "this is neither UTF-8 nor Windows-1252; save it as UTF-8 and try again", error);
  g_string_truncate (self->row, 0);
  g_string_append_len (self->row, text, (gssize) length);
  return TRUE;
}

/* A cell up to its separator; quotes count only at its beginning. */
static const char *
read_cell (const char *p, const char *end, char separator, char **value)
{
  GString *cell = g_string_new (NULL);

  if (p < end && *p == '"')
    for (p++; p < end; p++)
      {
        if (*p == '"' && (p + 1 == end || p[1] != '"'))
          {
            p++;
            break;
          }
        p += *p == '"';
        g_string_append_c (cell, *p);
      }
  for (; p < end && *p != separator; p++)
    g_string_append_c (cell, *p);

  *value = g_string_free (cell, FALSE);
  return p;
}

static GPtrArray *
split (DatelineCsvReader *self)
{
  GPtrArray  *cells = g_ptr_array_new_with_free_func (g_free);
  const char *p = self->row->str;
  const char *end = p + self->row->len;

  for (;;)
    {
      char *value;

      p = read_cell (p, end, self->separator, &value);
      g_ptr_array_add (cells, value);
      if (p == end)
        return cells;
      p++;
    }
}

/**
 * dateline_csv_reader_next:
 * @self: a reader
 * @error: return location for a #GError
 *
 * Empty lines are stepped over.
 *
 * Errors: %DATELINE_EXCHANGE_ERROR_FORMAT, _BINARY, _ENCODING, _TOO_LARGE,
 *   _READ; the next call goes on behind the row.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the cells of
 *   the next row; %NULL without @error at the end
 */
GPtrArray *
dateline_csv_reader_next (DatelineCsvReader *self, GError **error)
{
  do
    if (!read_row (self, error) || !decode_row (self, error))
      return NULL;
  while (self->row->len == 0);

  if (!self->started)
    {
      if (g_str_has_prefix (self->row->str, "\xef\xbb\xbf"))
        g_string_erase (self->row, 0, 3);
      self->separator = find_separator (self);
      self->started = TRUE;
    }
  return split (self);
}
