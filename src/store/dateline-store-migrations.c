/* dateline-store-migrations.c: the tables of the project file, by version
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A migration is never edited once released: a change is a further one.
 *
 * incident holds what the engine says, one row a report. When reports of
 * several articles are merged, a row without an article is added for the
 * whole, and the reports name it in part_of; a row without part_of is an
 * incident of the list. What an analyst changes is not written over these
 * values: it gets tables of its own. Only status and part_of, which the
 * engine leaves alone, are changed in place.
 */

#include "config.h"

#include "dateline-store-private.h"

/* "DTLN": in the file's header, so that file(1) and we know it. */
#define APPLICATION_ID 0x44544c4e

/* The migration that brings the search index. */
#define VERSION_INDEXED 4

static const char *const migrations[] = {
  /* 1: articles and what the engine found in them */
  "CREATE TABLE article ("
  " id INTEGER PRIMARY KEY,"
  " source_id TEXT,"
  " title TEXT,"
  " publisher TEXT,"
  " url TEXT,"
  " published TEXT,"
  " published_day INTEGER," /* days since 1970-01-01 */
  " text TEXT NOT NULL,"
  " sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),"
  " anchor_day INTEGER,"
  " anchor_source TEXT NOT NULL,"
  " anchor_reason TEXT,"
  " anchor_begin INTEGER NOT NULL,"
  " anchor_end INTEGER NOT NULL"
  ") STRICT;"

  "CREATE TABLE incident ("
  " id INTEGER PRIMARY KEY,"
  " article INTEGER REFERENCES article ON DELETE CASCADE,"
  " ordinal INTEGER," /* place in the article's list */
  " part_of INTEGER REFERENCES incident ON DELETE SET NULL,"
  " status INTEGER NOT NULL DEFAULT 0 CHECK (status BETWEEN 0 AND 3),"
  " name TEXT," /* the engine's id */
  " type TEXT NOT NULL,"
  " type_article INTEGER REFERENCES article, type_begin INTEGER NOT NULL, type_end INTEGER NOT NULL,"
  " start INTEGER, end INTEGER," /* seconds since 1970, UTC */
  " date_precision INTEGER NOT NULL CHECK (date_precision BETWEEN 0 AND 5),"
  " offset_minutes INTEGER NOT NULL,"
  " timezone TEXT,"
  " date_assumed INTEGER NOT NULL,"
  " date_article INTEGER REFERENCES article, date_begin INTEGER NOT NULL, date_end INTEGER NOT NULL,"
  " killed_low INTEGER NOT NULL, killed_best INTEGER NOT NULL, killed_high INTEGER NOT NULL,"
  " injured_low INTEGER NOT NULL, injured_best INTEGER NOT NULL, injured_high INTEGER NOT NULL,"
  " n_strikes INTEGER NOT NULL,"
  " n_strikes_article INTEGER REFERENCES article, n_strikes_begin INTEGER NOT NULL, n_strikes_end INTEGER NOT NULL,"
  " background INTEGER NOT NULL,"
  " confidence REAL NOT NULL,"
  " grade TEXT NOT NULL,"
  " UNIQUE (article, ordinal)"
  ") STRICT;"
  "CREATE INDEX incident_part_of ON incident (part_of) WHERE part_of IS NOT NULL;"

  "CREATE TABLE incident_place ("
  " incident INTEGER NOT NULL REFERENCES incident ON DELETE CASCADE,"
  " position INTEGER NOT NULL,"
  " name TEXT,"
  " place_id TEXT,"
  " country TEXT NOT NULL,"
  " adm1 TEXT,"
  " lat REAL, lon REAL,"
  " precision INTEGER NOT NULL CHECK (precision BETWEEN 0 AND 7),"
  " radius_km REAL NOT NULL,"
  " derived INTEGER NOT NULL,"
  " role TEXT NOT NULL,"
  " confidence REAL NOT NULL,"
  " article INTEGER REFERENCES article, begin INTEGER NOT NULL, end INTEGER NOT NULL,"
  " PRIMARY KEY (incident, position)"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE place_alternative ("
  " incident INTEGER NOT NULL,"
  " place INTEGER NOT NULL,"
  " position INTEGER NOT NULL,"
  " place_id TEXT,"
  " name TEXT,"
  " country TEXT NOT NULL,"
  " adm1 TEXT,"
  " lat REAL, lon REAL,"
  " score REAL NOT NULL,"
  " PRIMARY KEY (incident, place, position),"
  " FOREIGN KEY (incident, place) REFERENCES incident_place (incident, position) ON DELETE CASCADE"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE incident_actor ("
  " incident INTEGER NOT NULL REFERENCES incident ON DELETE CASCADE,"
  " position INTEGER NOT NULL,"
  " actor_id TEXT,"
  " name TEXT,"
  " sponsor TEXT,"
  " role TEXT NOT NULL,"
  " status TEXT NOT NULL,"
  " confidence REAL NOT NULL,"
  " article INTEGER REFERENCES article, begin INTEGER NOT NULL, end INTEGER NOT NULL,"
  " PRIMARY KEY (incident, position)"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE incident_thing ("
  " incident INTEGER NOT NULL REFERENCES incident ON DELETE CASCADE,"
  " kind TEXT NOT NULL CHECK (kind IN ('target', 'weapon')),"
  " position INTEGER NOT NULL,"
  " thing_id TEXT,"
  " name TEXT,"
  " article INTEGER REFERENCES article, begin INTEGER NOT NULL, end INTEGER NOT NULL,"
  " PRIMARY KEY (incident, kind, position)"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE toll_claim ("
  " incident INTEGER NOT NULL REFERENCES incident ON DELETE CASCADE,"
  " kind TEXT NOT NULL CHECK (kind IN ('injured', 'killed')),"
  " position INTEGER NOT NULL,"
  " low INTEGER NOT NULL,"
  " high INTEGER NOT NULL,"
  " source TEXT,"
  " article INTEGER REFERENCES article, begin INTEGER NOT NULL, end INTEGER NOT NULL,"
  " PRIMARY KEY (incident, kind, position)"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE incident_source ("
  " incident INTEGER NOT NULL REFERENCES incident ON DELETE CASCADE,"
  " position INTEGER NOT NULL,"
  " name TEXT,"
  " kind TEXT,"
  " article INTEGER REFERENCES article, begin INTEGER NOT NULL, end INTEGER NOT NULL,"
  " PRIMARY KEY (incident, position)"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE evidence ("
  " incident INTEGER NOT NULL REFERENCES incident ON DELETE CASCADE,"
  " position INTEGER NOT NULL,"
  " article INTEGER REFERENCES article, begin INTEGER NOT NULL, end INTEGER NOT NULL,"
  " PRIMARY KEY (incident, position)"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE rule ("
  " incident INTEGER NOT NULL REFERENCES incident ON DELETE CASCADE,"
  " kind TEXT NOT NULL CHECK (kind IN ('explanation', 'rule')),"
  " position INTEGER NOT NULL,"
  " text TEXT NOT NULL,"
  " PRIMARY KEY (incident, kind, position)"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE rejection ("
  " article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,"
  " position INTEGER NOT NULL,"
  " reason TEXT NOT NULL,"
  " begin INTEGER NOT NULL, end INTEGER NOT NULL,"
  " PRIMARY KEY (article, position)"
  ") STRICT, WITHOUT ROWID;"

  "PRAGMA application_id = 0x44544c4e;"
  "PRAGMA user_version = 1;",

  /* 2: what the analyst changed, and the log by which it is undone */
  "CREATE TABLE edit (" /* a value in place of the engine's */
  " incident INTEGER NOT NULL REFERENCES incident ON DELETE CASCADE,"
  " field TEXT NOT NULL,"
  " value TEXT NOT NULL," /* a GVariant as text; dateline-store-values.c has the types */
  " PRIMARY KEY (incident, field)"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE note ("
  " incident INTEGER PRIMARY KEY REFERENCES incident ON DELETE CASCADE,"
  " text TEXT NOT NULL"
  ") STRICT;"

  "CREATE TABLE tag ("
  " incident INTEGER NOT NULL REFERENCES incident ON DELETE CASCADE,"
  " name TEXT NOT NULL,"
  " PRIMARY KEY (incident, name)"
  ") STRICT, WITHOUT ROWID;"
  "CREATE INDEX tag_name ON tag (name);"

  "CREATE TABLE merging (" /* why reports are one incident */
  " whole INTEGER PRIMARY KEY REFERENCES incident ON DELETE CASCADE,"
  " by_hand INTEGER NOT NULL,"
  " score REAL,"
  " reason TEXT NOT NULL"
  ") STRICT;"

  "CREATE TABLE decision (" /* an analyst said what a report is part of */
  " report INTEGER PRIMARY KEY REFERENCES incident ON DELETE CASCADE,"
  " reason TEXT NOT NULL"
  ") STRICT;"

  "CREATE TABLE rescue (" /* a rejected mention that is an incident after all */
  " article INTEGER NOT NULL,"
  " position INTEGER NOT NULL,"
  " incident INTEGER NOT NULL REFERENCES incident ON DELETE CASCADE,"
  " PRIMARY KEY (article, position),"
  " FOREIGN KEY (article, position) REFERENCES rejection (article, position) ON DELETE CASCADE"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE step ("
  " id INTEGER PRIMARY KEY,"
  " label TEXT NOT NULL,"
  " at INTEGER NOT NULL," /* seconds since 1970, UTC */
  " undone INTEGER NOT NULL DEFAULT 0,"
  " changes BLOB NOT NULL" /* a changeset of SQLite's session extension */
  ") STRICT;"
  "CREATE INDEX step_undone ON step (id) WHERE undone;"
  "CREATE TABLE step_incident ("
  " incident INTEGER NOT NULL," /* perhaps no more, hence no reference */
  " step INTEGER NOT NULL REFERENCES step ON DELETE CASCADE,"
  " PRIMARY KEY (incident, step)"
  ") STRICT, WITHOUT ROWID;"
  "CREATE INDEX step_incident_step ON step_incident (step);"

  "CREATE TABLE project ("
  " id INTEGER PRIMARY KEY CHECK (id = 1),"
  " unmerged INTEGER NOT NULL DEFAULT 0,"     /* reports came in after the last merge */
  " last_incident INTEGER NOT NULL DEFAULT 0" /* a removed row's id is not given again: a step may bring it back */
  ") STRICT;"
  "INSERT INTO project (id, unmerged, last_incident)"
  " VALUES (1, (SELECT EXISTS (SELECT 1 FROM incident)), (SELECT coalesce(max(id), 0) FROM incident));"
  "PRAGMA user_version = 2;",

  /* 3: from which bytes, and by which engine */
  "CREATE TABLE engine ("
  " id INTEGER PRIMARY KEY,"
  " version TEXT NOT NULL,"
  " data TEXT NOT NULL," /* SHA-256 of what it knows */
  " UNIQUE (version, data)"
  ") STRICT;"
  "ALTER TABLE article ADD COLUMN source_sha256 TEXT;" /* of the file it was read from */
  "ALTER TABLE article ADD COLUMN engine INTEGER REFERENCES engine;"
  "ALTER TABLE incident ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0;" /* made by an analyst, from words of the article */
  "PRAGMA user_version = 3;",

  /* 4: to be searched; dateline_store_index_all() fills what is there */
  "CREATE VIRTUAL TABLE article_text USING fts5 (body, content = '', columnsize = 0, detail = none);"
  "CREATE VIRTUAL TABLE incident_text USING fts5 (names, title, columnsize = 0, detail = none);"
  "CREATE VIRTUAL TABLE incident_where USING rtree (id, south, north, west, east, first, last);" /* of the first site; days since 1970 */
  "PRAGMA user_version = 4;",

  /* 5: to know copies by; an article that is one names its original */
  "ALTER TABLE article ADD COLUMN copy_of INTEGER REFERENCES article ON DELETE SET NULL;"
  "ALTER TABLE article ADD COLUMN sketch BLOB;"
  "CREATE INDEX article_copy_of ON article (copy_of) WHERE copy_of IS NOT NULL;"
  "PRAGMA user_version = 5;",

  /* 6: filters that an analyst gave a name */
  "CREATE TABLE view ("
  " name TEXT PRIMARY KEY,"
  " filter TEXT NOT NULL" /* as dateline_filter_to_string() writes it */
  ") STRICT, WITHOUT ROWID;"
  "PRAGMA user_version = 6;",

  /* 7: how sure each value is; 0 where nobody rated it */
  "ALTER TABLE incident ADD COLUMN type_confidence REAL NOT NULL DEFAULT 0;"
  "ALTER TABLE incident ADD COLUMN date_confidence REAL NOT NULL DEFAULT 0;"
  "ALTER TABLE incident ADD COLUMN killed_confidence REAL NOT NULL DEFAULT 0;"
  "ALTER TABLE incident ADD COLUMN injured_confidence REAL NOT NULL DEFAULT 0;"
  "PRAGMA user_version = 7;",
};

guint
dateline_store_get_n_migrations (void)
{
  return G_N_ELEMENTS (migrations);
}

const char *
dateline_store_get_migration (guint i)
{
  return migrations[i];
}

/* Prepares and runs one statement after the other, dropping any rows. */
static gboolean
run_script (DatelineStore *self, const char *script, GError **error)
{
  while (*script != '\0')
    {
      sqlite3_stmt *statement = NULL;
      int           code = sqlite3_prepare_v2 (self->database, script, -1, &statement, &script);

      while (code == SQLITE_OK || code == SQLITE_ROW)
        code = sqlite3_step (statement);
      sqlite3_finalize (statement);
      if (code != SQLITE_DONE)
        return dateline_store_fail (self, code, error);
    }
  return TRUE;
}

/* The first column of the first row. */
static gboolean
query_number (DatelineStore *self, const char *query, gint64 *number, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int           code = sqlite3_prepare_v2 (self->database, query, -1, &statement, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    *number = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);

  return code == SQLITE_ROW ? TRUE : dateline_store_fail (self, code, error);
}

static gboolean
check_origin (DatelineStore *self, gint64 *version, GError **error)
{
  gint64 application_id = 0, n_tables = 0;

  if (!query_number (self, "PRAGMA application_id", &application_id, error) ||
      !query_number (self, "PRAGMA user_version", version, error) ||
      !query_number (self, "SELECT count(*) FROM sqlite_schema", &n_tables, error))
    return FALSE;

  if (application_id != APPLICATION_ID && (application_id != 0 || *version != 0 || n_tables != 0))
    {
      g_set_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_FOREIGN,
                   "%s: not a Dateline project; it was left as it is", self->name);
      return FALSE;
    }
  if (*version > (gint64) G_N_ELEMENTS (migrations))
    {
      g_set_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_NEWER,
                   "%s: written by a newer Dateline (format %" G_GINT64_FORMAT ", this one reads up to %d); open it with that one",
                   self->name, *version, (int) G_N_ELEMENTS (migrations));
      return FALSE;
    }
  return TRUE;
}

/**
 * dateline_store_migrate:
 * @self: a store whose database has just been opened
 * @error: return location for a #GError
 *
 * Brings an empty or older file to the newest version, all or nothing.
 * A foreign or newer file is left as it is.
 *
 * Errors: %DATELINE_STORE_ERROR_FOREIGN, %DATELINE_STORE_ERROR_NEWER,
 *   %DATELINE_STORE_ERROR_WRITE and those of reading.
 */
gboolean
dateline_store_migrate (DatelineStore *self, GError **error)
{
  gint64 version;

  if (!check_origin (self, &version, error))
    return FALSE;
  if (version == G_N_ELEMENTS (migrations))
    return TRUE;

  if (!dateline_store_begin (self, error))
    return FALSE;
  /* Another window may have been first. */
  if (!check_origin (self, &version, error))
    goto fail;
  for (gint64 i = version; i < (gint64) G_N_ELEMENTS (migrations); i++)
    if (!run_script (self, migrations[i], error))
      goto fail;
  if (version > 0 && version < VERSION_INDEXED && !dateline_store_index_all (self, error))
    goto fail;
  return dateline_store_commit (self, error);

fail:
  dateline_store_rollback (self, NULL);
  return FALSE;
}
