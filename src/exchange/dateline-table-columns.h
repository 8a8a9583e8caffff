/* dateline-table-columns.h: what the columns of a table are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names of the columns stand in data/exchange/columns.tsv.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DATELINE_TABLE_ARTICLES, /* an article a row, and no incident */
  DATELINE_TABLE_ACLED,
  DATELINE_TABLE_GED,
  DATELINE_TABLE_GTD,
  DATELINE_N_TABLES
} DatelineTableKind;

typedef enum
{
  DATELINE_FIELD_ID,
  DATELINE_FIELD_NOTE, /* what happened, in words */
  DATELINE_FIELD_HEADLINE,
  DATELINE_FIELD_TYPE,
  DATELINE_FIELD_EVENT_TYPE,
  DATELINE_FIELD_TYPE_TEXT,
  DATELINE_FIELD_SUICIDE,
  DATELINE_FIELD_DATE,
  DATELINE_FIELD_DATE_END,
  DATELINE_FIELD_YEAR,
  DATELINE_FIELD_MONTH,
  DATELINE_FIELD_DAY,
  DATELINE_FIELD_DATE_PRECISION,
  DATELINE_FIELD_SIDE_A,
  DATELINE_FIELD_ALLIES_A,
  DATELINE_FIELD_SIDE_B,
  DATELINE_FIELD_ALLIES_B,
  DATELINE_FIELD_CLAIMED,
  DATELINE_FIELD_TARGET,
  DATELINE_FIELD_TARGET_KIND,
  DATELINE_FIELD_WEAPON,
  DATELINE_FIELD_PLACE,
  DATELINE_FIELD_WHERE,
  DATELINE_FIELD_ADM1,
  DATELINE_FIELD_ADM2,
  DATELINE_FIELD_COUNTRY,
  DATELINE_FIELD_LAT,
  DATELINE_FIELD_LON,
  DATELINE_FIELD_WHERE_PRECISION,
  DATELINE_FIELD_KILLED,
  DATELINE_FIELD_KILLED_LOW,
  DATELINE_FIELD_KILLED_HIGH,
  DATELINE_FIELD_INJURED,
  DATELINE_FIELD_SOURCES,
  DATELINE_FIELD_TEXT,
  DATELINE_FIELD_HTML,
  DATELINE_FIELD_TITLE,
  DATELINE_FIELD_URL,
  DATELINE_FIELD_PUBLISHER,
  DATELINE_N_FIELDS
} DatelineTableField;

typedef struct
{
  DatelineTableKind kind;
  int               columns[DATELINE_N_FIELDS]; /* −1 without one */
  char             *headers[DATELINE_N_FIELDS];
} DatelineTableColumns;

DatelineTableColumns *dateline_table_columns_find (const GPtrArray *header);
void                  dateline_table_columns_free (DatelineTableColumns *self);
const char           *dateline_table_columns_get (const DatelineTableColumns *self, const GPtrArray *cells, DatelineTableField field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineTableColumns, dateline_table_columns_free)

G_END_DECLS
