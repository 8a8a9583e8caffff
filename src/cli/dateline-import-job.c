/* dateline-import-job.c: files into incidents, in the background
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A thread reads, as many as there are processors extract, and one adds
 * what is ready to the project, in the order in which it was read, by a
 * connection of its own. A queue of bounded length lies between them. The
 * main thread hears how far it is.
 */

#define G_LOG_DOMAIN "dateline-cli"

#include "config.h"

#include "dateline-import-job.h"

#include <glib/gi18n.h>

#include "dateline-article-reader.h"
#include "dateline-copies.h"
#include "dateline-json-record.h"
#include "dateline-merged-file.h"

/* Articles that may wait for the store. */
#define MAX_WAITING 512

/* At most so many are stored in one transaction. */
#define ARTICLES_PER_TRANSACTION 128

/* How often progress is told. */
#define PROGRESS_US 50000

typedef struct
{
  DatelineArticle    *article; /* NULL for a failure */
  DatelineExtraction *extraction;
  GBytes             *sketch; /* to know copies by; NULL for what the engine did not read */
  GPtrArray          *wholes; /* DatelineWhole, of this and earlier results; NULL for none */
  char               *name;
  char               *reason;
  gboolean            known; /* in the project already */
  gboolean            ready; /* under the mutex */
} Result;

typedef struct
{
  /* Main thread */
  DatelineStore             *project;
  DatelineImportProgressFunc progress;
  gpointer                   progress_data;

  /* The storing thread */
  DatelineStore        *store; /* another connection to the project */
  DatelineImportReport *report;
  gint64                last_progress;
  DatelineCopies       *copies;       /* of all in the store */
  gint64                last_article; /* the greatest row id */
  GArray               *rows;         /* gint64, of each article as it was read; 0 for one that was not added */
  const char           *importer;     /* as of DatelineExtraction */
  gboolean              engine_set;

  /* The reading thread */
  GPtrArray *files; /* GFile */

  /* The extracting threads */
  const DatelineEngine *engine;
  GThreadPool          *pool;

  GCancellable *cancellable;

  /* All, under the mutex */
  GMutex   mutex;
  GCond    changed;
  GQueue   waiting; /* Result, in the order in which they were read, ready or not */
  gboolean all_read;
} Job;

static void
failure_free (gpointer data)
{
  DatelineImportFailure *failure = data;

  g_free (failure->name);
  g_free (failure->reason);
  g_free (failure);
}

static void
result_free (gpointer data)
{
  Result *result = data;

  g_clear_pointer (&result->article, dateline_article_free);
  g_clear_pointer (&result->extraction, dateline_extraction_free);
  g_clear_pointer (&result->sketch, g_bytes_unref);
  g_clear_pointer (&result->wholes, g_ptr_array_unref);
  g_free (result->name);
  g_free (result->reason);
  g_free (result);
}

static DatelineImportReport *
report_new (void)
{
  DatelineImportReport *self = g_new0 (DatelineImportReport, 1);

  self->nothing_found = g_ptr_array_new_with_free_func (g_free);
  self->undated = g_ptr_array_new_with_free_func (g_free);
  self->failed = g_ptr_array_new_with_free_func (failure_free);
  return self;
}

static void
report_add_failure (DatelineImportReport *self, const char *name, const char *reason)
{
  DatelineImportFailure *failure = g_new0 (DatelineImportFailure, 1);

  failure->name = g_strdup (name);
  failure->reason = g_strdup (reason);
  g_ptr_array_add (self->failed, failure);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->report, dateline_import_report_free);
  g_clear_pointer (&job->copies, dateline_copies_free);
  g_clear_pointer (&job->store, dateline_store_free);
  g_ptr_array_unref (job->files);
  g_clear_object (&job->cancellable);
  g_queue_clear_full (&job->waiting, result_free);
  g_mutex_clear (&job->mutex);
  g_cond_clear (&job->changed);
  g_array_unref (job->rows);
  g_free (job);
}

static void
add_to_report (DatelineImportReport *report, const Result *result)
{
  const DatelineArticle *article = result->article;

  if (result->known)
    {
      report->n_known++;
      return;
    }
  report->n_read++;
  report->n_incidents += result->extraction->incidents->len;
  if (result->extraction->incidents->len == 0)
    g_ptr_array_add (report->nothing_found, g_strdup (result->name));
  if (result->extraction->anchor.day == DATELINE_DAY_NONE && article->published_day == DATELINE_DAY_NONE)
    g_ptr_array_add (report->undated, g_strdup (result->name));
}

/* Says by what the results are that are stored from now on. */
static gboolean
set_engine (Job *job, const char *importer, GError **error)
{
  g_autofree char *version = NULL;

  if (job->engine_set && g_strcmp0 (job->importer, importer) == 0)
    return TRUE;
  version = importer != NULL ? g_strdup_printf (DATELINE_VERSION " (%s)", importer) : g_strdup (DATELINE_VERSION);
  job->importer = importer;
  job->engine_set = TRUE;
  return dateline_store_set_engine (job->store, version, importer != NULL ? importer : dateline_engine_get_data_sha256 (job->engine), error);
}

/* An article whose text is in the project already is known, and no more. */
static gboolean
store_result (Job *job, Result *result, GError **error)
{
  gint64 original = result->sketch != NULL ? dateline_copies_find (job->copies, result->sketch, 0) : 0;
  gint64 article;

  if (!set_engine (job, result->extraction->importer, error))
    return FALSE;
  article = dateline_store_add_copy (job->store, result->article, result->extraction, result->sketch, original, error);
  if (article <= 0)
    return FALSE;

  result->known = article <= job->last_article;
  job->last_article = MAX (article, job->last_article);
  if (!result->known && result->sketch != NULL)
    dateline_copies_add (job->copies, article, original != 0 ? original : article, result->sketch);
  return TRUE;
}

typedef struct
{
  const GArray *rows;
  gboolean      known; /* an article was there already, and so is the whole */
} Finding;

static gint64
get_row (const GArray *rows, gint64 back)
{
  return back < rows->len ? g_array_index (rows, gint64, rows->len - 1 - back) : 0;
}

static void
find_row (DatelineProvenance *provenance, gpointer user_data)
{
  Finding *finding = user_data;

  provenance->article = get_row (finding->rows, provenance->article);
  finding->known = finding->known || provenance->article == 0;
}

static void
append_id (gint64 id, gpointer user_data)
{
  g_array_append_val ((GArray *) user_data, id);
}

/* The rows of its parts; NULL on failure. */
static GArray *
find_parts (Job *job, const DatelineWhole *whole, GError **error)
{
  g_autoptr (GArray) reports = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < whole->parts->len; i++)
    {
      DatelineWholePart  part = g_array_index (whole->parts, DatelineWholePart, i);
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

      if (!dateline_store_foreach_report (job->store, get_row (job->rows, part.back), append_id, ids, error))
        return NULL;
      if (part.ordinal < ids->len)
        g_array_append_vals (reports, &g_array_index (ids, gint64, part.ordinal), 1);
    }
  return g_steal_pointer (&reports);
}

/* What was merged in the project that it comes from is merged here, and
 * not anew. */
static gboolean
store_whole (Job *job, const DatelineWhole *whole, GError **error)
{
  static const DatelineMerging merging = { TRUE, -1, (char *) "imported" };
  g_autoptr (DatelineIncident) incident = dateline_incident_copy (whole->incident);
  g_autoptr (GArray)           reports = NULL;
  Finding                      finding = { job->rows, FALSE };
  gint64                       id;

  dateline_incident_foreach_provenance (incident, find_row, &finding);
  if (finding.known)
    return TRUE;
  reports = find_parts (job, whole, error);
  if (reports == NULL)
    return FALSE;
  id = dateline_store_add_whole (job->store, incident, (const gint64 *) (gpointer) reports->data, reports->len, error);
  if (id == 0 || !dateline_store_set_merging (job->store, id, &merging, error))
    return FALSE;
  for (guint i = 0; i < reports->len; i++)
    if (!dateline_store_set_decision (job->store, g_array_index (reports, gint64, i), DATELINE_DECISION_IMPORTED, error))
      return FALSE;
  return TRUE;
}

static gboolean
store_with_wholes (Job *job, Result *result, GError **error)
{
  gint64   none = 0;
  gboolean stored = store_result (job, result, error);

  if (!stored || result->known)
    g_array_append_val (job->rows, none);
  else
    g_array_append_val (job->rows, job->last_article);
  for (guint i = 0; stored && result->wholes != NULL && i < result->wholes->len; i++)
    stored = store_whole (job, g_ptr_array_index (result->wholes, i), error);
  return stored;
}

static void
report_result (Job *job, const Result *result, gboolean whole, const GError *error)
{
  if (result->reason != NULL)
    report_add_failure (job->report, result->name, result->reason);
  else if (result->article == NULL) /* dropped */
    return;
  else if (!whole)
    report_add_failure (job->report, result->name, error->message);
  else
    add_to_report (job->report, result);
}

/* Stores @results from @begin on in one transaction, until somebody waits
 * for it to end. An article that the store refuses is a failure of its
 * own; when the transaction itself fails, all of it are. Returns where it
 * ended. */
static guint
store_batch (Job *job, GPtrArray *results, guint begin)
{
  g_autoptr (GError) error = NULL;
  gboolean           whole = dateline_store_begin (job->store, &error);
  guint              end = begin;

  while (end < results->len && (end == begin || !dateline_store_is_wanted (job->store)))
    {
      Result            *result = g_ptr_array_index (results, end++);
      g_autoptr (GError) add_error = NULL;

      if (whole && result->article != NULL && !store_with_wholes (job, result, &add_error))
        result->reason = g_strdup (add_error != NULL ? add_error->message : _ ("the project did not take it"));
    }
  whole = whole && dateline_store_commit (job->store, &error);
  if (!whole)
    {
      dateline_store_rollback (job->store, NULL);
      job->engine_set = FALSE;
    }

  for (guint i = begin; i < end; i++)
    report_result (job, g_ptr_array_index (results, i), whole, error);
  return end;
}

static gboolean
is_head_ready (const Job *job)
{
  const Result *head = g_queue_peek_head ((GQueue *) &job->waiting);

  return head != NULL && head->ready;
}

/* The next results that are ready, once there are any; none when all are
 * taken. */
static GPtrArray *
take_ready (Job *job)
{
  GPtrArray *results = g_ptr_array_new_with_free_func (result_free);

  g_mutex_lock (&job->mutex);
  while (!is_head_ready (job) && !(job->all_read && job->waiting.length == 0))
    g_cond_wait (&job->changed, &job->mutex);
  while (results->len < ARTICLES_PER_TRANSACTION && is_head_ready (job))
    g_ptr_array_add (results, g_queue_pop_head (&job->waiting));
  g_cond_broadcast (&job->changed);
  g_mutex_unlock (&job->mutex);

  return results;
}

/* How far it is, on its way to the main thread. */
typedef struct
{
  GTask *task;
  guint  n_read;
  guint  n_incidents;
} Progress;

static void
progress_free (gpointer data)
{
  Progress *progress = data;

  g_object_unref (progress->task);
  g_free (progress);
}

static gboolean
on_progress_cb (gpointer user_data)
{
  const Progress *progress = user_data;
  const Job      *job = g_task_get_task_data (progress->task);

  job->progress (progress->n_read, progress->n_incidents, job->progress_data);
  return G_SOURCE_REMOVE;
}

static void
tell_progress (GTask *task, Job *job)
{
  g_autoptr (GSource) source = NULL;
  Progress           *progress;
  gint64              now = g_get_monotonic_time ();

  if (job->progress == NULL || now - job->last_progress < PROGRESS_US)
    return;
  job->last_progress = now;
  progress = g_new (Progress, 1);
  *progress = (Progress){ g_object_ref (task), job->report->n_read, job->report->n_incidents };
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_progress_cb, progress, progress_free);
  g_source_attach (source, g_task_get_context (task));
}

static void
set_ready (Job *job, Result *result)
{
  g_mutex_lock (&job->mutex);
  result->ready = TRUE;
  g_cond_broadcast (&job->changed);
  g_mutex_unlock (&job->mutex);
}

/* Puts @result in its place; waits while the queue is full. */
static void
push_result (Job *job, Result *result)
{
  g_mutex_lock (&job->mutex);
  while (job->waiting.length >= MAX_WAITING)
    g_cond_wait (&job->changed, &job->mutex);
  g_queue_push_tail (&job->waiting, result);
  g_mutex_unlock (&job->mutex);
}

/* An extracting thread's work; after a cancel what waits is dropped. */
static void
extract_result (gpointer data, gpointer user_data)
{
  Job    *job = user_data;
  Result *result = data;

  if (result->extraction == NULL && !g_cancellable_is_cancelled (job->cancellable))
    {
      result->extraction = dateline_engine_extract (job->engine, result->article, DATELINE_EXTRACT_DEFAULT);
      result->sketch = dateline_copies_sketch (result->article->text, result->article->length);
    }
  /* As in a record, so that an export is the one of dateline-extract. */
  for (guint i = 0; result->extraction != NULL && i < result->extraction->incidents->len; i++)
    dateline_json_record_round (g_ptr_array_index (result->extraction->incidents, i));
  if (result->extraction == NULL)
    g_clear_pointer (&result->article, dateline_article_free);
  set_ready (job, result);
}

/* What a reader would call the article: its title, else its name. */
static char *
name_article (const DatelineArticle *article, const char *path)
{
  if (article->title != NULL)
    return g_strdup (article->title);
  if (article->id != NULL)
    return g_strdup (article->id);
  return g_filename_display_basename (path);
}

static void
push_failure (Job *job, const char *path, const char *message)
{
  Result          *result = g_new0 (Result, 1);
  g_autofree char *prefix = g_strconcat (path, ": ", NULL);

  /* The list names the input beside the reason: once is enough. */
  if (g_str_has_prefix (message, prefix))
    message += strlen (prefix);
  result->name = g_filename_display_basename (path);
  result->reason = g_strdup (message);
  push_result (job, result);
  set_ready (job, result);
}

static void
import_file (Job *job, const char *path)
{
  g_autoptr (DatelineArticleReader) reader = dateline_article_reader_new (path);

  dateline_article_reader_set_cancellable (reader, job->cancellable);
  dateline_article_reader_set_digests (reader, TRUE);
  while (!g_cancellable_is_cancelled (job->cancellable))
    {
      g_autoptr (GError) error = NULL;
      DatelineArticle   *article = dateline_article_reader_next (reader, &error);
      Result            *result;

      if (article == NULL && (error == NULL || g_cancellable_is_cancelled (job->cancellable)))
        return;
      if (article == NULL)
        {
          push_failure (job, path, error->message);
          continue;
        }

      result = g_new0 (Result, 1);
      result->article = article;
      result->name = name_article (article, path);
      result->extraction = dateline_article_reader_take_extraction (reader);
      result->wholes = dateline_article_reader_take_wholes (reader);
      push_result (job, result);
      g_thread_pool_push (job->pool, result, NULL);
    }
}

static gpointer
read_thread (gpointer data)
{
  Job *job = data;

  for (guint i = 0; i < job->files->len && !g_cancellable_is_cancelled (job->cancellable); i++)
    {
      GFile           *file = g_ptr_array_index (job->files, i);
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        {
          import_file (job, path);
        }
      else
        {
          g_autofree char *uri = g_file_get_uri (file);

          push_failure (job, uri, _ ("it is not a file of this computer; save it first, then open it"));
        }
    }

  g_mutex_lock (&job->mutex);
  job->all_read = TRUE;
  g_cond_broadcast (&job->changed);
  g_mutex_unlock (&job->mutex);
  return NULL;
}

static void
add_known (gint64 article, GBytes *sketch, gint64 copy_of, gpointer user_data)
{
  Job *job = user_data;

  dateline_copies_add (job->copies, article, copy_of != 0 ? copy_of : article, sketch);
}

static void
import_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Job     *job = task_data;
  GError  *error = NULL;
  GThread *reading;
  guint    n_taken;

  job->store = dateline_store_open_another (job->project, &error);
  if (job->store == NULL || !dateline_store_foreach_sketch (job->store, add_known, job, &error) ||
      !dateline_store_get_last_article (job->store, &job->last_article, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  job->pool = g_thread_pool_new (extract_result, job, (int) g_get_num_processors (), FALSE, NULL);
  reading = g_thread_new ("reading", read_thread, job);
  do
    {
      g_autoptr (GPtrArray) results = take_ready (job);

      n_taken = results->len;
      for (guint i = 0; i < n_taken;)
        i = store_batch (job, results, i);
      tell_progress (task, job);
    }
  while (n_taken > 0);

  g_thread_join (reading);
  g_thread_pool_free (job->pool, FALSE, TRUE);
  g_clear_pointer (&job->store, dateline_store_free);
  g_clear_pointer (&job->copies, dateline_copies_free);
  g_task_return_boolean (task, TRUE);
}

void
dateline_import_report_free (DatelineImportReport *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->nothing_found);
  g_ptr_array_unref (self->undated);
  g_ptr_array_unref (self->failed);
  g_free (self);
}

/**
 * dateline_import_async:
 * @store: the project that incidents go to; must outlive the import, and
 *   no transaction of its own may be open when the main loop runs
 * @engine: must outlive the import
 * @files: #GFile, files and folders
 * @progress: (nullable): told how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): stops between two articles
 * @callback: told when all is stored
 * @user_data: for @callback
 *
 * Reads every article of @files, extracts its incidents, and adds them to
 * @store.
 */
void
dateline_import_async (DatelineStore             *store,
                       const DatelineEngine      *engine,
                       GListModel                *files,
                       DatelineImportProgressFunc progress,
                       gpointer                   progress_data,
                       GCancellable              *cancellable,
                       GAsyncReadyCallback        callback,
                       gpointer                   user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Job              *job = g_new0 (Job, 1);

  job->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  job->project = store;
  job->copies = dateline_copies_new ();
  job->engine = engine;
  job->progress = progress;
  job->progress_data = progress_data;
  job->report = report_new ();
  job->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (job->files, g_list_model_get_item (files, i));
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : g_cancellable_new ();
  g_mutex_init (&job->mutex);
  g_cond_init (&job->changed);
  g_queue_init (&job->waiting);

  g_task_set_source_tag (task, dateline_import_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, import_thread);
}

/**
 * dateline_import_finish:
 * @result: as given to the callback
 * @error: return location for a #GError
 *
 * Inputs that failed are no error of the import: the report lists them.
 *
 * Returns: (transfer full): what was done
 */
DatelineImportReport *
dateline_import_finish (GAsyncResult *result, GError **error)
{
  GTask *task = G_TASK (result);
  Job   *job = g_task_get_task_data (task);

  g_return_val_if_fail (g_async_result_is_tagged (result, dateline_import_async), NULL);

  if (!g_task_propagate_boolean (task, error))
    return NULL;

  job->report->cancelled = g_cancellable_is_cancelled (job->cancellable);
  return g_steal_pointer (&job->report);
}
