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
  STATEMENT_COMMIT,
  STATEMENT_ROLLBACK,
  STATEMENT_SAVE,
  STATEMENT_RELEASE,
  STATEMENT_ROLLBACK_TO,
  STATEMENT_ADD_ARTICLE,
  STATEMENT_FIND_ARTICLE,
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
  STATEMENT_REMOVE_WHOLE,
  STATEMENT_COUNT,
  STATEMENT_SUMMARIES,
  STATEMENT_SITES,
  STATEMENT_FURTHER_SITES,
  STATEMENT_MATCHES,
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
  STATEMENT_COUNTRIES,
  STATEMENT_GOVERNORATES,
  STATEMENT_ACTOR_NAMES,
  STATEMENT_WEAPON_NAMES,
  STATEMENT_PUBLISHERS,
  STATEMENT_GRADES,
  N_STATEMENTS
} Statement;

struct _DatelineStore
{
  sqlite3      *database;
  char         *name; /* what messages call it */
  sqlite3_stmt *statements[N_STATEMENTS];
};

/* dateline-store.c */
gboolean dateline_store_fail (DatelineStore *self, int code, GError **error);

gboolean dateline_store_set_unknown_id (DatelineStore *self, const char *what, gint64 id, GError **error);
void     dateline_store_take_back (DatelineStore *self);

/* dateline-store-save.c */
gboolean dateline_store_add_incident (DatelineStore *self, gint64 article, guint ordinal, const DatelineIncident *incident, gint64 *id, GError **error);

/* dateline-store-migrations.c */
gboolean dateline_store_migrate (DatelineStore *self, GError **error);

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
