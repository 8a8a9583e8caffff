/* dateline-store-private.h: what the files of the store share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <sqlite3.h>

#include "dateline-store.h"

G_BEGIN_DECLS

/* Every statement that runs more than once; its text stands in
 * dateline-store-statements.c. */
typedef enum
{
  STATEMENT_BEGIN,
  STATEMENT_BEGIN_READING,
  STATEMENT_COMMIT,
  STATEMENT_ROLLBACK,
  STATEMENT_GENERATION,
  STATEMENT_SAVE,
  STATEMENT_REFERENCES_OFF,
  STATEMENT_REFERENCES_ON,
  STATEMENT_RELEASE,
  STATEMENT_ROLLBACK_TO,
  STATEMENT_ADD_ARTICLE,
  STATEMENT_FIND_ARTICLE,
  STATEMENT_SKETCHES,
  STATEMENT_LAST_ARTICLE,
  STATEMENT_ADD_INCIDENT,
  STATEMENT_ADD_PLACE,
  STATEMENT_ADD_ALTERNATIVE,
  STATEMENT_ADD_ACTOR,
  STATEMENT_ADD_THING,
  STATEMENT_ADD_CLAIM,
  STATEMENT_ADD_SOURCE,
  STATEMENT_ADD_EVIDENCE,
  STATEMENT_ADD_RULE,
  STATEMENT_ADD_REJECTION,
  STATEMENT_SET_WHOLE,
  STATEMENT_KEEP_ID,
  STATEMENT_REMOVE_WHOLE,
  STATEMENT_COUNT,
  STATEMENT_SUMMARIES,
  STATEMENT_SUMMARY,
  STATEMENT_SITES_OF,
  STATEMENT_SITES,
  STATEMENT_FURTHER_SITES,
  STATEMENT_REPORTS,
  STATEMENT_PARTS,
  STATEMENT_FIND_WHOLE,
  STATEMENT_FIND_REPORT,
  STATEMENT_LOAD_ANCHOR,
  STATEMENT_LOAD_REJECTIONS,
  STATEMENT_LOAD_ARTICLE,
  STATEMENT_LOAD_INCIDENT,
  STATEMENT_LOAD_PLACES,
  STATEMENT_LOAD_ALTERNATIVES,
  STATEMENT_LOAD_ACTORS,
  STATEMENT_LOAD_THINGS,
  STATEMENT_LOAD_CLAIMS,
  STATEMENT_LOAD_SOURCES,
  STATEMENT_LOAD_EVIDENCE,
  STATEMENT_LOAD_RULES,
  STATEMENT_EDITS_OF_FIELD,
  STATEMENT_COUNTRIES,
  STATEMENT_GOVERNORATES,
  STATEMENT_ACTOR_NAMES,
  STATEMENT_WEAPON_NAMES,
  STATEMENT_PUBLISHERS,
  STATEMENT_GRADES,
  STATEMENT_ALL_EDITS,
  STATEMENT_EDITS_OF,
  STATEMENT_SET_EDIT,
  STATEMENT_REMOVE_EDIT,
  STATEMENT_SET_STATUS,
  STATEMENT_LOAD_STATUS,
  STATEMENT_SET_NOTE,
  STATEMENT_REMOVE_NOTE,
  STATEMENT_LOAD_NOTE,
  STATEMENT_ADD_TAG,
  STATEMENT_REMOVE_TAG,
  STATEMENT_LOAD_TAGS,
  STATEMENT_ALL_TAGS,
  STATEMENT_SET_MERGING,
  STATEMENT_LOAD_MERGING,
  STATEMENT_SET_DECISION,
  STATEMENT_LOAD_DECISION,
  STATEMENT_WHOLE_PARTS,
  STATEMENT_MOVE_EDITS,
  STATEMENT_MOVE_NOTE,
  STATEMENT_MOVE_TAGS,
  STATEMENT_MOVE_STATUS,
  STATEMENT_NEXT_ORDINAL,
  STATEMENT_SET_BY_HAND,
  STATEMENT_ADD_RESCUE,
  STATEMENT_FIND_RESCUE,
  STATEMENT_LISTED_WITH_PLACE,
  STATEMENT_ADD_STEP,
  STATEMENT_ADD_STEP_INCIDENT,
  STATEMENT_SET_UNDONE,
  STATEMENT_FORGET_UNDONE,
  STATEMENT_LAST_DONE,
  STATEMENT_FIRST_UNDONE,
  STATEMENT_STEPS,
  STATEMENT_STEPS_OF,
  STATEMENT_SET_UNMERGED,
  STATEMENT_GET_UNMERGED,
  STATEMENT_ADD_ENGINE,
  STATEMENT_FIND_ENGINE,
  STATEMENT_LOAD_ORIGIN,
  STATEMENT_INDEX_ARTICLE,
  STATEMENT_INDEX_INCIDENT,
  STATEMENT_UNINDEX_INCIDENT,
  STATEMENT_PLACE_INCIDENT,
  STATEMENT_UNPLACE_INCIDENT,
  STATEMENT_ALL_ARTICLES,
  STATEMENT_ALL_INCIDENTS,
  STATEMENT_LOAD_TITLE,
  STATEMENT_SEARCH_NAMES,
  STATEMENT_SEARCH_ARTICLES,
  STATEMENT_FIND_ARTICLES,
  STATEMENT_NEAR,
  STATEMENT_ARTICLES,
  STATEMENT_COPIES,
  STATEMENT_SET_VIEW,
  STATEMENT_RENAME_VIEW,
  STATEMENT_REMOVE_VIEW,
  STATEMENT_VIEWS,
  N_STATEMENTS
} Statement;

typedef struct _DatelineStoreFile DatelineStoreFile;

struct _DatelineStore
{
  DatelineStoreFile *file;
  gboolean           is_own;   /* the window's own connection, for which a person waits */
  gboolean           has_turn; /* to write */
  int                n_frames; /* of the write-ahead log that are not in the file yet, at most */

  sqlite3         *database;
  char            *name; /* what messages call it */
  sqlite3_stmt    *statements[N_STATEMENTS];
  DatelineFoldFunc fold;   /* NULL: words are indexed as they are */
  gint64           engine; /* row of what is added; 0 for none */

  /* Between begin() and commit() */
  gboolean in_batch;
  GArray  *unindexed; /* see dateline-store-search.c */

  /* Between begin_step() and end_step() */
  struct sqlite3_session *recording;
  char                   *step_label;
  gint64                  step_at;
};

/* dateline-store.c */
gboolean dateline_store_fail (DatelineStore *self, int code, GError **error);

gboolean dateline_store_set_unknown_id (DatelineStore *self, const char *what, gint64 id, GError **error);
void     dateline_store_take_back (DatelineStore *self, guint n_unindexed);

/* dateline-store-file.c */
DatelineStoreFile *dateline_store_file_new (const char *path, GError **error);
DatelineStoreFile *dateline_store_file_ref (DatelineStoreFile *self);
void               dateline_store_file_unref (DatelineStoreFile *self);
const char        *dateline_store_file_get_path (const DatelineStoreFile *self);
gboolean           dateline_store_file_is_temporary (const DatelineStoreFile *self);
void               dateline_store_file_add_others (DatelineStoreFile *self, int more);
gboolean           dateline_store_file_is_shared (DatelineStoreFile *self);
gboolean           dateline_store_file_lock (DatelineStoreFile *self);
gboolean           dateline_store_file_take_turn (DatelineStoreFile *self, gboolean first);
void               dateline_store_file_end_turn (DatelineStoreFile *self);
gboolean           dateline_store_file_is_wanted (DatelineStoreFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineStoreFile, dateline_store_file_unref)

/* dateline-store-save.c */
gboolean dateline_store_add_incident (DatelineStore *self, gint64 article, guint ordinal, const DatelineIncident *incident, gint64 *id, GError **error);

/* dateline-store-load.c */
gboolean             dateline_store_foreach_id (DatelineStore *self, sqlite3_stmt *statement, DatelineIncidentIdFunc func, gpointer user_data, GError **error);
DatelinePlaceRole    dateline_store_parse_place_role (const char *text);
DatelineActorRole    dateline_store_parse_actor_role (const char *text);
DatelineActorStatus  dateline_store_parse_actor_status (const char *text);
DatelineGrade        dateline_store_parse_grade (const char *text);
DatelineIncidentType dateline_store_parse_type (const char *text);

/* dateline-store-values.c */
const char *dateline_store_edit_get_id (DatelineEditField field);
gboolean    dateline_store_edit_parse (const char *id, DatelineEditField *field);
char       *dateline_store_edit_to_text (const DatelineIncident *incident, DatelineEditField field);
gboolean    dateline_store_edit_from_text (DatelineIncident *incident, DatelineEditField field, const char *text);

/* dateline-store-search.c */
GArray  *dateline_store_new_unindexed (void);
gboolean dateline_store_index_article (DatelineStore *self, gint64 article, const char *title, const char *text, GError **error);
gboolean dateline_store_index_incident (DatelineStore *self, gint64 id, const DatelineIncident *incident, const char *title, GError **error);
gboolean dateline_store_index_batch (DatelineStore *self, GError **error);
gboolean dateline_store_index_again (DatelineStore *self, gint64 id, GError **error);
gboolean dateline_store_index_all (DatelineStore *self, GError **error);

/* dateline-store-migrations.c */
gboolean    dateline_store_migrate (DatelineStore *self, GError **error);
guint       dateline_store_get_n_migrations (void);
const char *dateline_store_get_migration (guint i);

/* dateline-store-statements.c */
sqlite3_stmt *dateline_store_prepare (DatelineStore *self, Statement statement, GError **error);
gboolean      dateline_store_run (DatelineStore *self, Statement statement, GError **error);
gboolean      dateline_store_step (DatelineStore *self, sqlite3_stmt *statement, gboolean *has_row, GError **error);
void          dateline_store_reset (sqlite3_stmt *statement);
const char   *dateline_store_get_sql (Statement statement);

/* A statement in use; leaving the block resets it, bindings and all. */
typedef sqlite3_stmt DatelineStatement;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineStatement, dateline_store_reset)

G_END_DECLS
