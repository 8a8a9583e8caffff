/* dateline-store-statements.c: the SQL of the store, prepared once each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-store-private.h"

static const char *const sql[] = {
  [STATEMENT_BEGIN] = "BEGIN IMMEDIATE",
  [STATEMENT_BEGIN_READING] = "BEGIN",
  [STATEMENT_COMMIT] = "COMMIT",
  [STATEMENT_ROLLBACK] = "ROLLBACK",
  [STATEMENT_GENERATION] = "PRAGMA data_version",
  [STATEMENT_SAVE] = "SAVEPOINT extraction",
  [STATEMENT_REFERENCES_OFF] = "PRAGMA foreign_keys = OFF",
  [STATEMENT_REFERENCES_ON] = "PRAGMA foreign_keys = ON",
  [STATEMENT_RELEASE] = "RELEASE extraction",
  [STATEMENT_ROLLBACK_TO] = "ROLLBACK TO extraction",

  [STATEMENT_ADD_ARTICLE] =
    "INSERT INTO article (source_id, title, publisher, url, published, published_day, text, sha256, source_sha256,"
    " anchor_day, anchor_source, anchor_reason, anchor_begin, anchor_end, engine, sketch, copy_of)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)"
    " ON CONFLICT (sha256) DO NOTHING",
  [STATEMENT_FIND_ARTICLE] = "SELECT id FROM article WHERE sha256 = ?1",
  [STATEMENT_SKETCHES] = "SELECT id, sketch, copy_of FROM article WHERE sketch IS NOT NULL ORDER BY id",
  [STATEMENT_LAST_ARTICLE] = "SELECT coalesce(max(id), 0) FROM article",
  [STATEMENT_ADD_INCIDENT] =
    "INSERT INTO incident (id, article, ordinal, name, type, type_article, type_begin, type_end,"
    " start, end, date_precision, offset_minutes, timezone, date_assumed, date_article, date_begin, date_end,"
    " killed_low, killed_best, killed_high, injured_low, injured_best, injured_high,"
    " n_strikes, n_strikes_article, n_strikes_begin, n_strikes_end, background, confidence, grade,"
    " type_confidence, date_confidence, killed_confidence, injured_confidence)"
    " VALUES (1 + max((SELECT coalesce(max(id), 0) FROM incident), (SELECT last_incident FROM project)), ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,"
    " ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33)",
  [STATEMENT_ADD_PLACE] =
    "INSERT INTO incident_place (incident, position, name, place_id, country, adm1, lat, lon, precision, radius_km,"
    " derived, role, confidence, article, begin, end)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
  [STATEMENT_ADD_ALTERNATIVE] =
    "INSERT INTO place_alternative (incident, place, position, place_id, name, country, adm1, lat, lon, score)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
  [STATEMENT_ADD_ACTOR] =
    "INSERT INTO incident_actor (incident, position, actor_id, name, sponsor, role, status, confidence, article, begin, end)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
  [STATEMENT_ADD_THING] =
    "INSERT INTO incident_thing (incident, kind, position, thing_id, name, article, begin, end)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
  [STATEMENT_ADD_CLAIM] =
    "INSERT INTO toll_claim (incident, kind, position, low, high, source, article, begin, end)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
  [STATEMENT_ADD_SOURCE] =
    "INSERT INTO incident_source (incident, position, name, kind, article, begin, end)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
  [STATEMENT_ADD_EVIDENCE] =
    "INSERT INTO evidence (incident, position, article, begin, end) VALUES (?1, ?2, ?3, ?4, ?5)",
  [STATEMENT_ADD_RULE] = "INSERT INTO rule (incident, kind, position, text) VALUES (?1, ?2, ?3, ?4)",
  [STATEMENT_ADD_REJECTION] =
    "INSERT INTO rejection (article, position, reason, begin, end) VALUES (?1, ?2, ?3, ?4, ?5)",
  [STATEMENT_SET_WHOLE] = "UPDATE incident SET part_of = ?1 WHERE id = ?2 AND article IS NOT NULL",
  [STATEMENT_KEEP_ID] = "UPDATE project SET last_incident = ?1 WHERE last_incident < ?1",
  [STATEMENT_REMOVE_WHOLE] = "DELETE FROM incident WHERE id = ?1 AND article IS NULL",

  [STATEMENT_COUNT] =
    "SELECT (SELECT count(*) FROM article),"
    " (SELECT count(*) FROM incident WHERE article IS NOT NULL),"
    " (SELECT count(*) FROM incident) - (SELECT count(*) FROM incident WHERE part_of IS NOT NULL)",
  [STATEMENT_SUMMARIES] =
    "SELECT i.id, i.type, i.start, i.end, i.date_precision, i.background, i.status,"
    " CASE WHEN i.article IS NULL THEN (SELECT count(*) FROM incident AS r WHERE r.part_of = i.id) ELSE 1 END,"
    " i.killed_best, i.grade, i.confidence"
    " FROM incident AS i WHERE i.part_of IS NULL ORDER BY i.id",
  [STATEMENT_SUMMARY] =
    "SELECT i.id, i.type, i.start, i.end, i.date_precision, i.background, i.status,"
    " CASE WHEN i.article IS NULL THEN (SELECT count(*) FROM incident AS r WHERE r.part_of = i.id) ELSE 1 END,"
    " i.killed_best, i.grade, i.confidence"
    " FROM incident AS i WHERE i.id = ?1 AND i.part_of IS NULL",
  [STATEMENT_SITES_OF] =
    "SELECT incident, lat, lon, precision, radius_km, country"
    " FROM incident_place WHERE incident = ?1 AND role = 'site' ORDER BY position",
  [STATEMENT_SITES] =
    "SELECT incident, lat, lon, precision, radius_km, country"
    " FROM incident_place WHERE role = 'site' ORDER BY incident, position",
  [STATEMENT_FURTHER_SITES] =
    "SELECT p.incident, p.lat, p.lon, p.precision, p.radius_km"
    " FROM incident_place AS p JOIN incident AS i ON i.id = p.incident"
    " WHERE p.position > 0 AND p.role = 'site' AND i.part_of IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM edit AS e WHERE e.incident = p.incident AND e.field = 'places') AND EXISTS"
    " (SELECT 1 FROM incident_place AS s WHERE s.incident = p.incident AND s.position < p.position AND s.role = 'site')"
    " ORDER BY p.incident, p.position",
  [STATEMENT_REPORTS] = "SELECT id FROM incident WHERE article = ?1 ORDER BY ordinal",
  [STATEMENT_PARTS] =
    "WITH judged (incident) AS MATERIALIZED"
    " (SELECT incident FROM step_incident UNION SELECT report FROM decision UNION SELECT incident FROM edit"
    " UNION SELECT id FROM incident WHERE status <> 0 OR by_hand)"
    " SELECT id, coalesce(part_of, 0), id IN judged OR coalesce(part_of IN judged, 0) FROM incident"
    " WHERE article IS NOT NULL ORDER BY id",
  [STATEMENT_FIND_WHOLE] = "SELECT coalesce(part_of, id) FROM incident WHERE id = ?1",
  [STATEMENT_FIND_REPORT] =
    "SELECT coalesce((SELECT min(r.id) FROM incident AS r WHERE r.part_of = i.id), i.id) FROM incident AS i WHERE i.id = ?1",
  [STATEMENT_LOAD_ANCHOR] =
    "SELECT anchor_day, anchor_source, anchor_reason, anchor_begin, anchor_end FROM article WHERE id = ?1",
  [STATEMENT_LOAD_REJECTIONS] = "SELECT reason, begin, end FROM rejection WHERE article = ?1 ORDER BY position",
  [STATEMENT_LOAD_ARTICLE] =
    "SELECT source_id, title, publisher, url, published, published_day, text, source_sha256 FROM article WHERE id = ?1",
  [STATEMENT_LOAD_INCIDENT] =
    "SELECT name, type, type_article, type_begin, type_end,"
    " start, end, date_precision, offset_minutes, timezone, date_assumed, date_article, date_begin, date_end,"
    " killed_low, killed_best, killed_high, injured_low, injured_best, injured_high,"
    " n_strikes, n_strikes_article, n_strikes_begin, n_strikes_end, background, confidence, grade,"
    " type_confidence, date_confidence, killed_confidence, injured_confidence"
    " FROM incident WHERE id = ?1",
  [STATEMENT_LOAD_PLACES] =
    "SELECT name, place_id, country, adm1, lat, lon, precision, radius_km, derived, role, confidence, article, begin, end"
    " FROM incident_place WHERE incident = ?1 ORDER BY position",
  [STATEMENT_LOAD_ALTERNATIVES] =
    "SELECT place, place_id, name, country, adm1, lat, lon, score"
    " FROM place_alternative WHERE incident = ?1 ORDER BY place, position",
  [STATEMENT_LOAD_ACTORS] =
    "SELECT actor_id, name, sponsor, role, status, confidence, article, begin, end"
    " FROM incident_actor WHERE incident = ?1 ORDER BY position",
  [STATEMENT_LOAD_THINGS] =
    "SELECT kind, thing_id, name, article, begin, end FROM incident_thing WHERE incident = ?1 ORDER BY kind, position",
  [STATEMENT_LOAD_CLAIMS] =
    "SELECT kind, low, high, source, article, begin, end FROM toll_claim WHERE incident = ?1 ORDER BY kind, position",
  [STATEMENT_LOAD_SOURCES] =
    "SELECT name, kind, article, begin, end FROM incident_source WHERE incident = ?1 ORDER BY position",
  [STATEMENT_LOAD_EVIDENCE] = "SELECT article, begin, end FROM evidence WHERE incident = ?1 ORDER BY position",
  [STATEMENT_LOAD_RULES] = "SELECT kind, text FROM rule WHERE incident = ?1 ORDER BY kind, position",

  /* What an analyst changed is told apart: dateline-store-facets.c. */
  [STATEMENT_EDITS_OF_FIELD] =
    "SELECT e.incident, e.value FROM edit AS e JOIN incident AS i ON i.id = e.incident"
    " WHERE e.field = ?1 AND i.part_of IS NULL ORDER BY e.incident",
  [STATEMENT_COUNTRIES] =
    "SELECT p.incident, p.country FROM incident_place AS p JOIN incident AS i ON i.id = p.incident"
    " WHERE i.part_of IS NULL AND p.role = 'site'"
    " AND NOT EXISTS (SELECT 1 FROM edit AS e WHERE e.incident = i.id AND e.field = 'places')",
  [STATEMENT_GOVERNORATES] =
    "SELECT p.incident, p.adm1 FROM incident_place AS p JOIN incident AS i ON i.id = p.incident"
    " WHERE i.part_of IS NULL AND p.role = 'site'"
    " AND NOT EXISTS (SELECT 1 FROM edit AS e WHERE e.incident = i.id AND e.field = 'places')",
  [STATEMENT_ACTOR_NAMES] =
    "SELECT a.incident, a.name FROM incident_actor AS a JOIN incident AS i ON i.id = a.incident"
    " WHERE i.part_of IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM edit AS e WHERE e.incident = i.id AND e.field = 'actors')",
  [STATEMENT_WEAPON_NAMES] =
    "SELECT t.incident, coalesce(t.thing_id, t.name) FROM incident_thing AS t JOIN incident AS i ON i.id = t.incident"
    " WHERE i.part_of IS NULL AND t.kind = 'weapon'"
    " AND NOT EXISTS (SELECT 1 FROM edit AS e WHERE e.incident = i.id AND e.field = 'weapons')",
  [STATEMENT_PUBLISHERS] =
    "SELECT coalesce(i.part_of, i.id), a.publisher FROM incident AS i JOIN article AS a ON a.id = i.article",
  [STATEMENT_GRADES] =
    "SELECT i.id, i.grade FROM incident AS i WHERE i.part_of IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM edit AS e WHERE e.incident = i.id AND e.field = 'grade')",

  [STATEMENT_ALL_EDITS] =
    "SELECT incident, field, value FROM edit ORDER BY incident",
  [STATEMENT_EDITS_OF] = "SELECT incident, field, value FROM edit WHERE incident = ?1",
  [STATEMENT_SET_EDIT] =
    "INSERT INTO edit (incident, field, value) VALUES (?1, ?2, ?3)"
    " ON CONFLICT (incident, field) DO UPDATE SET value = excluded.value WHERE value <> excluded.value",
  [STATEMENT_REMOVE_EDIT] = "DELETE FROM edit WHERE incident = ?1 AND field = ?2",
  [STATEMENT_SET_STATUS] = "UPDATE incident SET status = ?2 WHERE id = ?1 AND status <> ?2",
  [STATEMENT_LOAD_STATUS] = "SELECT status, by_hand FROM incident WHERE id = ?1",
  [STATEMENT_SET_NOTE] =
    "INSERT INTO note (incident, text) VALUES (?1, ?2)"
    " ON CONFLICT (incident) DO UPDATE SET text = excluded.text WHERE text <> excluded.text",
  [STATEMENT_REMOVE_NOTE] = "DELETE FROM note WHERE incident = ?1",
  [STATEMENT_LOAD_NOTE] = "SELECT text FROM note WHERE incident = ?1",
  [STATEMENT_ADD_TAG] = "INSERT INTO tag (incident, name) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
  [STATEMENT_REMOVE_TAG] = "DELETE FROM tag WHERE incident = ?1 AND name = ?2",
  [STATEMENT_LOAD_TAGS] = "SELECT name FROM tag WHERE incident = ?1 ORDER BY name",
  [STATEMENT_ALL_TAGS] = "SELECT t.incident, t.name FROM tag AS t ORDER BY t.name, t.incident",
  [STATEMENT_SET_MERGING] =
    "INSERT INTO merging (whole, by_hand, score, reason) VALUES (?1, ?2, ?3, ?4)"
    " ON CONFLICT (whole) DO UPDATE SET by_hand = excluded.by_hand, score = excluded.score, reason = excluded.reason",
  [STATEMENT_LOAD_MERGING] = "SELECT by_hand, score, reason FROM merging WHERE whole = ?1",
  [STATEMENT_SET_DECISION] =
    "INSERT INTO decision (report, reason) VALUES (?1, ?2)"
    " ON CONFLICT (report) DO UPDATE SET reason = excluded.reason WHERE reason <> excluded.reason",
  [STATEMENT_LOAD_DECISION] = "SELECT reason FROM decision WHERE report = ?1",
  [STATEMENT_WHOLE_PARTS] =
    "SELECT id FROM incident WHERE part_of = ?1 UNION ALL SELECT id FROM incident WHERE id = ?1 AND article IS NOT NULL ORDER BY id",
  [STATEMENT_MOVE_EDITS] = "UPDATE OR REPLACE edit SET incident = ?2 WHERE incident = ?1",
  [STATEMENT_MOVE_NOTE] = "UPDATE OR REPLACE note SET incident = ?2 WHERE incident = ?1",
  [STATEMENT_MOVE_TAGS] = "UPDATE OR REPLACE tag SET incident = ?2 WHERE incident = ?1",
  [STATEMENT_MOVE_STATUS] = "UPDATE incident SET status = (SELECT status FROM incident WHERE id = ?1) WHERE id = ?2",
  [STATEMENT_NEXT_ORDINAL] = "SELECT coalesce(max(ordinal), -1) + 1 FROM incident WHERE article = ?1",
  [STATEMENT_SET_BY_HAND] = "UPDATE incident SET by_hand = 1 WHERE id = ?1",
  [STATEMENT_ADD_RESCUE] = "INSERT INTO rescue (article, position, incident) VALUES (?1, ?2, ?3)",
  [STATEMENT_FIND_RESCUE] = "SELECT incident FROM rescue WHERE article = ?1 AND position = ?2",
  [STATEMENT_LISTED_WITH_PLACE] =
    "SELECT DISTINCT coalesce(i.part_of, i.id) FROM incident_place AS p JOIN incident AS i ON i.id = p.incident"
    " WHERE p.name = ?1 AND (?2 = 0 OR p.article = ?2) ORDER BY 1",

  [STATEMENT_ADD_STEP] = "INSERT INTO step (label, at, changes) VALUES (?1, ?2, ?3)",
  [STATEMENT_ADD_STEP_INCIDENT] = "INSERT INTO step_incident (incident, step) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
  [STATEMENT_SET_UNDONE] = "UPDATE step SET undone = ?2 WHERE id = ?1",
  [STATEMENT_FORGET_UNDONE] = "DELETE FROM step WHERE undone",
  [STATEMENT_LAST_DONE] = "SELECT id, label, changes FROM step WHERE NOT undone ORDER BY id DESC LIMIT 1",
  [STATEMENT_FIRST_UNDONE] = "SELECT id, label, changes FROM step WHERE undone ORDER BY id LIMIT 1",
  [STATEMENT_STEPS] = "SELECT id, label, at, undone FROM step ORDER BY id",
  [STATEMENT_STEPS_OF] =
    "SELECT s.id, s.label, s.at, s.undone FROM step_incident AS i JOIN step AS s ON s.id = i.step"
    " WHERE i.incident = ?1 ORDER BY s.id",

  [STATEMENT_SET_UNMERGED] = "UPDATE project SET unmerged = ?1 WHERE unmerged <> ?1",
  [STATEMENT_GET_UNMERGED] = "SELECT unmerged FROM project",
  [STATEMENT_ADD_ENGINE] = "INSERT INTO engine (version, data) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
  [STATEMENT_FIND_ENGINE] = "SELECT id FROM engine WHERE version = ?1 AND data = ?2",
  [STATEMENT_LOAD_ORIGIN] =
    "SELECT a.source_sha256, a.sha256, e.version, e.data FROM article AS a LEFT JOIN engine AS e ON e.id = a.engine WHERE a.id = ?1",

  [STATEMENT_INDEX_ARTICLE] = "INSERT INTO article_text (rowid, body) VALUES (?1, ?2)",
  [STATEMENT_INDEX_INCIDENT] = "INSERT OR REPLACE INTO incident_text (rowid, names, title) VALUES (?1, ?2, ?3)",
  [STATEMENT_UNINDEX_INCIDENT] = "DELETE FROM incident_text WHERE rowid = ?1",
  [STATEMENT_PLACE_INCIDENT] =
    "INSERT OR REPLACE INTO incident_where (id, south, north, west, east, first, last) VALUES (?1, ?2, ?2, ?3, ?3, ?4, ?5)",
  [STATEMENT_UNPLACE_INCIDENT] = "DELETE FROM incident_where WHERE id = ?1",
  [STATEMENT_ALL_ARTICLES] = "SELECT id, title, text FROM article",
  [STATEMENT_ALL_INCIDENTS] = "SELECT id FROM incident",
  [STATEMENT_LOAD_TITLE] = "SELECT a.title FROM incident AS i JOIN article AS a ON a.id = i.article WHERE i.id = ?1",
  [STATEMENT_SEARCH_NAMES] =
    "SELECT DISTINCT coalesce(i.part_of, i.id) FROM incident_text AS t JOIN incident AS i ON i.id = t.rowid"
    " WHERE incident_text MATCH ?1",
  [STATEMENT_SEARCH_ARTICLES] =
    "SELECT DISTINCT coalesce(i.part_of, i.id) FROM article_text AS t JOIN incident AS i ON i.article = t.rowid"
    " WHERE article_text MATCH ?1",
  [STATEMENT_FIND_ARTICLES] =
    "SELECT rowid FROM article_text WHERE article_text MATCH ?1"
    " UNION SELECT i.article FROM incident_text AS t JOIN incident AS i ON i.id = t.rowid"
    " WHERE incident_text MATCH ?1 AND i.article IS NOT NULL ORDER BY 1",
  [STATEMENT_NEAR] =
    "SELECT DISTINCT coalesce(i.part_of, i.id) FROM incident_where AS w JOIN incident AS i ON i.id = w.id"
    " WHERE w.south <= ?2 AND w.north >= ?1 AND w.west <= ?4 AND w.east >= ?3 AND w.first <= ?6 AND w.last >= ?5 ORDER BY 1",

  [STATEMENT_ARTICLES] =
    "SELECT a.id, a.title, a.publisher, a.published_day,"
    " (SELECT count(*) FROM incident AS i WHERE i.article = a.id), (SELECT count(*) FROM rejection AS r WHERE r.article = a.id)"
    " FROM article AS a ORDER BY a.id",
  [STATEMENT_COPIES] = "SELECT id, copy_of FROM article WHERE copy_of IS NOT NULL",

  [STATEMENT_SET_VIEW] =
    "INSERT INTO view (name, filter) VALUES (?1, ?2)"
    " ON CONFLICT (name) DO UPDATE SET filter = excluded.filter WHERE filter <> excluded.filter",
  [STATEMENT_RENAME_VIEW] = "UPDATE OR REPLACE view SET name = ?2 WHERE name = ?1",
  [STATEMENT_REMOVE_VIEW] = "DELETE FROM view WHERE name = ?1",
  [STATEMENT_VIEWS] = "SELECT name, filter FROM view ORDER BY name COLLATE NOCASE, name",
};

G_STATIC_ASSERT (G_N_ELEMENTS (sql) == N_STATEMENTS);

const char *
dateline_store_get_sql (Statement statement)
{
  return sql[statement];
}

/**
 * dateline_store_prepare:
 * @self: an open store
 * @statement: which
 * @error: return location for a #GError
 *
 * Returns: (transfer none) (nullable): the statement, reset and without
 *   bindings; give it back with dateline_store_reset()
 */
sqlite3_stmt *
dateline_store_prepare (DatelineStore *self, Statement statement, GError **error)
{
  if (self->statements[statement] == NULL)
    {
      int code = sqlite3_prepare_v3 (self->database, sql[statement], -1, SQLITE_PREPARE_PERSISTENT,
                                     &self->statements[statement], NULL);

      if (code != SQLITE_OK)
        {
          dateline_store_fail (self, code, error);
          return NULL;
        }
    }
  return self->statements[statement];
}

void
dateline_store_reset (sqlite3_stmt *statement)
{
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

/**
 * dateline_store_step:
 * @self: an open store
 * @statement: a bound statement
 * @has_row: (out) (optional): whether there is a row to read
 * @error: return location for a #GError
 */
gboolean
dateline_store_step (DatelineStore *self, sqlite3_stmt *statement, gboolean *has_row, GError **error)
{
  int code = sqlite3_step (statement);

  if (code != SQLITE_ROW && code != SQLITE_DONE)
    return dateline_store_fail (self, code, error);
  if (has_row != NULL)
    *has_row = code == SQLITE_ROW;
  return TRUE;
}

/* Runs a statement that has no parameters and no rows. */
gboolean
dateline_store_run (DatelineStore *self, Statement statement, GError **error)
{
  g_autoptr (DatelineStatement) prepared = dateline_store_prepare (self, statement, error);

  return prepared != NULL && dateline_store_step (self, prepared, NULL, error);
}
