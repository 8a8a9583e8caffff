/* dateline-store-reader.h: the columns of a row, one after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-store-private.h"

G_BEGIN_DECLS

/* A row and the number of its next column. */
typedef struct
{
  sqlite3_stmt *statement;
  int           next;
} Reader;

static inline gint64
read_int64 (Reader *reader)
{
  return sqlite3_column_int64 (reader->statement, reader->next++);
}

static inline int
read_int (Reader *reader)
{
  return sqlite3_column_int (reader->statement, reader->next++);
}

static inline double
read_double (Reader *reader)
{
  return sqlite3_column_double (reader->statement, reader->next++);
}

static inline const char *
peek_text (Reader *reader)
{
  return (const char *) sqlite3_column_text (reader->statement, reader->next++);
}

static inline char *
read_text (Reader *reader)
{
  return g_strdup (peek_text (reader));
}

static inline gboolean
is_null (Reader *reader)
{
  return sqlite3_column_type (reader->statement, reader->next) == SQLITE_NULL;
}

static inline gint64
read_seconds (Reader *reader)
{
  if (!is_null (reader))
    return read_int64 (reader);
  reader->next++;
  return G_MININT64;
}

static inline DatelineDay
read_day (Reader *reader)
{
  if (!is_null (reader))
    return read_int (reader);
  reader->next++;
  return DATELINE_DAY_NONE;
}

static inline double
read_degrees (Reader *reader)
{
  if (!is_null (reader))
    return read_double (reader);
  reader->next++;
  return dateline_point_none ().lat;
}

static inline DatelinePoint
read_point (Reader *reader)
{
  double lat = read_degrees (reader);
  double lon = read_degrees (reader);

  return (DatelinePoint){ lat, lon };
}

static inline DatelineSpan
read_span (Reader *reader)
{
  guint32 begin = (guint32) read_int64 (reader);
  guint32 end = (guint32) read_int64 (reader);

  return (DatelineSpan){ begin, end };
}

static inline DatelineProvenance
read_provenance (Reader *reader)
{
  gint64 article = read_int64 (reader);

  return (DatelineProvenance){ article, read_span (reader) };
}

static inline void
read_country (Reader *reader, char country[3])
{
  const char *text = peek_text (reader);

  g_strlcpy (country, text != NULL ? text : "", 3);
}

G_END_DECLS
