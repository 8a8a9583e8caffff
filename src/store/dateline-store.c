/* dateline-store.c: opening, closing, transactions and errors of the project file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-store"

#include "config.h"

#include "dateline-store-private.h"

/* Whoever writes has the turn; this is for what SQLite does beside that. */
#define BUSY_TIMEOUT_MS 300

/* What an import goes back to stays in memory: the ends of some forty
 * tables and indices. */
#define CACHE_KB "32768"

/* Pages of the write-ahead log after which it is brought into the file.
 * The window's own connection leaves that to another one, while there is
 * one, for it may wait for the disk. */
#define OWN_FRAMES 1000
#define OTHER_FRAMES 8000

G_DEFINE_QUARK (dateline - store - error - quark, dateline_store_error)

/* What to tell of an error of SQLite's; NULL for its own words. */
static const char *
explain (int code, DatelineStoreError *store_error)
{
  switch (code & 0xff)
    {
    case SQLITE_NOTADB:
      *store_error = DATELINE_STORE_ERROR_FOREIGN;
      return "not a Dateline project; it was left as it is";
    case SQLITE_CORRUPT:
      *store_error = DATELINE_STORE_ERROR_DAMAGED;
      return "the project is damaged; open a copy of it from before";
    case SQLITE_READONLY:
      *store_error = DATELINE_STORE_ERROR_WRITE;
      return "the project or its folder is read-only; make both writable, or copy the project to where they are";
    case SQLITE_FULL:
      *store_error = DATELINE_STORE_ERROR_WRITE;
      return "no space is left on the disk; make some and try again, nothing was changed";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      *store_error = DATELINE_STORE_ERROR_OPEN;
      return "the project is open in another window; close it there first";
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      *store_error = DATELINE_STORE_ERROR_OPEN;
      return "cannot be opened; see whether its folder is there and may be entered";
    case SQLITE_IOERR:
      if (code == SQLITE_IOERR_READ || code == SQLITE_IOERR_SHORT_READ)
        *store_error = DATELINE_STORE_ERROR_DAMAGED;
      else
        *store_error = DATELINE_STORE_ERROR_WRITE;
      return NULL;
    default:
      *store_error = DATELINE_STORE_ERROR_WRITE;
      return NULL;
    }
}

/**
 * dateline_store_fail:
 * @self: a store
 * @code: what SQLite returned
 * @error: return location for a #GError
 *
 * Turns a failure of SQLite into an error that names the file.
 *
 * Returns: %FALSE
 */
gboolean
dateline_store_fail (DatelineStore *self, int code, GError **error)
{
  DatelineStoreError store_error;
  int                extended = self->database != NULL ? sqlite3_extended_errcode (self->database) : code;
  const char        *words;

  if ((extended & 0xff) != (code & 0xff))
    extended = code;
  words = explain (extended, &store_error);
  if (words != NULL)
    g_set_error (error, DATELINE_STORE_ERROR, store_error, "%s: %s", self->name, words);
  else
    g_set_error (error, DATELINE_STORE_ERROR, store_error, "%s: %s (%s)", self->name,
                 store_error == DATELINE_STORE_ERROR_DAMAGED ? "cannot be read" : "cannot be written",
                 self->database != NULL ? sqlite3_errmsg (self->database) : sqlite3_errstr (extended));
  return FALSE;
}

/* Says that there is no @what with @id; returns FALSE. */
gboolean
dateline_store_set_unknown_id (DatelineStore *self, const char *what, gint64 id, GError **error)
{
  g_set_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_UNKNOWN_ID,
               "%s: has no %s %" G_GINT64_FORMAT, self->name, what, id);
  return FALSE;
}

/* Runs one statement and drops its rows. */
static gboolean
run_once (DatelineStore *self, const char *statement_text, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int           code = sqlite3_prepare_v2 (self->database, statement_text, -1, &statement, NULL);

  if (code == SQLITE_OK)
    do
      code = sqlite3_step (statement);
    while (code == SQLITE_ROW);
  sqlite3_finalize (statement);

  return code == SQLITE_DONE ? TRUE : dateline_store_fail (self, code, error);
}

/* The file is other people's data until proven ours: no triggers, views
 * or functions of it are trusted, and nothing may rewrite its schema.
 *
 * With a WAL, NORMAL hands each commit to the system, which no crash of
 * the program undoes, and does not wait for the disk: when power fails,
 * the last commits may be missing, but the file is whole. */
static gboolean
configure (DatelineStore *self, GError **error)
{
  sqlite3_extended_result_codes (self->database, 1);
  sqlite3_busy_timeout (self->database, BUSY_TIMEOUT_MS);
  sqlite3_db_config (self->database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);

  return run_once (self, "PRAGMA trusted_schema = OFF", error) &&
         run_once (self, "PRAGMA cell_size_check = ON", error) &&
         run_once (self, "PRAGMA cache_size = -" CACHE_KB, error) &&
         run_once (self, dateline_store_file_is_temporary (self->file) ? "PRAGMA synchronous = OFF" : "PRAGMA synchronous = NORMAL", error) &&
         run_once (self, "PRAGMA foreign_keys = ON", error);
}

/* SQLite tells it after each commit. */
static int
on_committed (void *user_data, sqlite3 *database, const char *name, int n_frames)
{
  DatelineStore *self = user_data;

  self->n_frames = n_frames;
  return SQLITE_OK;
}

/* A connection to @file, which it takes. */
static DatelineStore *
connect_to (DatelineStoreFile *file, gboolean is_own, DatelineFoldFunc fold, GError **error)
{
  g_autoptr (DatelineStore) self = g_new0 (DatelineStore, 1);
  const char               *path = dateline_store_file_get_path (file);
  int                       code;

  self->file = file;
  self->is_own = is_own;
  dateline_store_file_add_others (file, !is_own);
  self->fold = fold;
  self->unindexed = dateline_store_new_unindexed ();
  self->name = dateline_store_file_is_temporary (file) ? g_strdup ("(not saved)") : g_filename_display_name (path);
  code = sqlite3_open_v2 (path, &self->database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
  if (code == SQLITE_OK && is_own && !dateline_store_file_lock (file))
    code = SQLITE_BUSY;
  if (code != SQLITE_OK)
    {
      dateline_store_fail (self, code, error);
      return NULL;
    }
  sqlite3_wal_hook (self->database, on_committed, self);
  return configure (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * dateline_store_open_folding:
 * @path: (nullable): the project file, made when it is not there; %NULL
 *   for a temporary one that goes with the store
 * @fold: (nullable): the form in which words are indexed and looked for;
 *   always the same one for a file
 * @error: return location for a #GError
 *
 * The store may be used by one thread at a time. Until it is freed, no
 * other window can open the file.
 *
 * Errors: all of #DatelineStoreError but
 *   %DATELINE_STORE_ERROR_UNKNOWN_ID. A file that is not ours, newer or
 *   damaged is left byte for byte as it was.
 *
 * Returns: (transfer full) (nullable): the project
 */
DatelineStore *
dateline_store_open_folding (const char *path, DatelineFoldFunc fold, GError **error)
{
  DatelineStoreFile        *file = dateline_store_file_new (path, error);
  g_autoptr (DatelineStore) self = file != NULL ? connect_to (file, TRUE, fold, error) : NULL;

  if (self == NULL)
    return NULL;

  /* SQLite opens what it may not write without a word. */
  if (sqlite3_db_readonly (self->database, "main") == 1)
    {
      dateline_store_fail (self, SQLITE_READONLY, error);
      return NULL;
    }
  if (!dateline_store_migrate (self, error) || !run_once (self, "PRAGMA journal_mode = WAL", error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * dateline_store_open_another:
 * @self: a project that is open
 * @error: return location for a #GError
 *
 * Any thread may call this while @self is open, and free either first.
 *
 * Returns: (transfer full) (nullable): the same project for another
 *   thread, which sees what @self has committed and the other way round;
 *   its batches keep @self from writing: see dateline_store_is_wanted()
 */
DatelineStore *
dateline_store_open_another (DatelineStore *self, GError **error)
{
  return connect_to (dateline_store_file_ref (self->file), FALSE, self->fold, error);
}

/**
 * dateline_store_open:
 * @path: (nullable): as of dateline_store_open_folding()
 * @error: return location for a #GError
 *
 * Opens a project whose words are indexed as they are.
 */
DatelineStore *
dateline_store_open (const char *path, GError **error)
{
  return dateline_store_open_folding (path, NULL, error);
}

/* Brings the write-ahead log into the file, so that it does not grow. */
static void
limit_log (DatelineStore *self, int n_frames)
{
  if (self->n_frames < n_frames)
    return;
  sqlite3_wal_checkpoint_v2 (self->database, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
  self->n_frames = 0;
}

static void
end_turn (DatelineStore *self)
{
  self->in_batch = FALSE;
  if (self->has_turn)
    dateline_store_file_end_turn (self->file);
  self->has_turn = FALSE;
}

void
dateline_store_free (DatelineStore *self)
{
  if (self == NULL)
    return;

  if (self->recording != NULL)
    dateline_store_cancel_step (self);
  end_turn (self);
  if (!self->is_own)
    limit_log (self, 1);
  for (guint i = 0; i < N_STATEMENTS; i++)
    sqlite3_finalize (self->statements[i]);
  if (sqlite3_close (self->database) != SQLITE_OK)
    g_critical ("%s: a statement is still in use", self->name);
  dateline_store_file_add_others (self->file, -!self->is_own);
  dateline_store_file_unref (self->file);
  g_array_unref (self->unindexed);
  g_free (self->name);
  g_free (self);
}

/**
 * dateline_store_begin:
 * @self: a store, not within a transaction
 * @error: return location for a #GError
 *
 * Begins a batch: nothing of it is in the file before
 * dateline_store_commit(). The window's own connection waits a moment for
 * another's batch, any other one until its turn comes.
 *
 * Errors: %DATELINE_STORE_ERROR_BUSY when that batch takes longer,
 *   %DATELINE_STORE_ERROR_WRITE
 */
gboolean
dateline_store_begin (DatelineStore *self, GError **error)
{
  self->has_turn = dateline_store_file_take_turn (self->file, self->is_own);
  if (!self->has_turn)
    {
      g_set_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_BUSY,
                   "%s: reports are being merged; try again when that is done", self->name);
      return FALSE;
    }
  self->in_batch = dateline_store_run (self, STATEMENT_BEGIN, error);
  if (!self->in_batch)
    end_turn (self);
  return self->in_batch;
}

/**
 * dateline_store_commit:
 * @self: a store within a transaction
 * @error: return location for a #GError
 *
 * When this returns %TRUE the batch survives a crash; on failure it is
 * taken back whole.
 */
gboolean
dateline_store_commit (DatelineStore *self, GError **error)
{
  if (!dateline_store_index_batch (self, error) || !dateline_store_run (self, STATEMENT_COMMIT, error))
    {
      dateline_store_rollback (self, NULL);
      return FALSE;
    }
  end_turn (self);
  if (!self->is_own)
    limit_log (self, OTHER_FRAMES);
  else if (!dateline_store_file_is_shared (self->file))
    limit_log (self, OWN_FRAMES);
  return TRUE;
}

/**
 * dateline_store_rollback:
 * @self: a store
 * @error: return location for a #GError
 *
 * Takes back all since dateline_store_begin(). Without a transaction,
 * for SQLite may have ended it itself on an error, nothing is done.
 */
gboolean
dateline_store_rollback (DatelineStore *self, GError **error)
{
  gboolean well = sqlite3_get_autocommit (self->database) || dateline_store_run (self, STATEMENT_ROLLBACK, error);

  g_array_set_size (self->unindexed, 0);
  end_turn (self);
  return well;
}

/**
 * dateline_store_is_wanted:
 * @self: a store within a batch
 *
 * Returns: whether a person waits for the batch to end
 */
gboolean
dateline_store_is_wanted (DatelineStore *self)
{
  return dateline_store_file_is_wanted (self->file);
}

/**
 * dateline_store_hold:
 * @self: a store, not within a transaction
 * @error: return location for a #GError
 *
 * From now on @self is read as it is, whatever others commit, and cannot
 * be written; until dateline_store_rollback().
 */
gboolean
dateline_store_hold (DatelineStore *self, GError **error)
{
  gboolean unmerged;

  return dateline_store_run (self, STATEMENT_BEGIN_READING, error) && dateline_store_get_unmerged (self, &unmerged, error);
}

/**
 * dateline_store_get_generation:
 * @self: a store
 * @generation: (out): another number when another connection has
 *   committed since
 * @error: return location for a #GError
 */
gboolean
dateline_store_get_generation (DatelineStore *self, guint *generation, GError **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_GENERATION, error);

  if (statement == NULL || !dateline_store_step (self, statement, NULL, error))
    return FALSE;
  *generation = (guint) sqlite3_column_int64 (statement, 0);
  return TRUE;
}

/* After a failure within STATEMENT_SAVE: takes back what came since, when
 * @n_unindexed were waiting to be indexed, unless SQLite had to end the
 * transaction. */
void
dateline_store_take_back (DatelineStore *self, guint n_unindexed)
{
  g_array_set_size (self->unindexed, MIN (self->unindexed->len, n_unindexed));
  if (sqlite3_get_autocommit (self->database))
    return;

  dateline_store_run (self, STATEMENT_ROLLBACK_TO, NULL);
  dateline_store_run (self, STATEMENT_RELEASE, NULL);
}

/**
 * dateline_store_get_counts:
 * @self: a store
 * @counts: (out): untouched on failure
 * @error: return location for a #GError
 */
gboolean
dateline_store_get_counts (DatelineStore *self, DatelineStoreCounts *counts, GError **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_COUNT, error);

  if (statement == NULL || !dateline_store_step (self, statement, NULL, error))
    return FALSE;

  counts->n_articles = (guint) sqlite3_column_int64 (statement, 0);
  counts->n_reports = (guint) sqlite3_column_int64 (statement, 1);
  counts->n_incidents = (guint) sqlite3_column_int64 (statement, 2);
  return TRUE;
}
