/* dateline-extract-job.c: articles to records, many at once, in input order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The caller's thread reads and writes; workers extract. What is under way
 * is bounded in number and in bytes, so that a stream of any length needs
 * the same memory.
 */

#include "config.h"

#include "dateline-extract-job.h"

#include <string.h>

#include "dateline-copies.h"
#include "dateline-export.h"
#include "dateline-json-record.h"
#include "dateline-merge.h"
#include "dateline-published.h"

#define TASKS_PER_JOB 4
#define MAX_PENDING_BYTES (8 << 20)
/* So many go to a worker at once: to wake one for each costs as much as to
 * extract one. */
#define ARTICLES_PER_TASK 64
#define BYTES_PER_TASK (32 << 10)

typedef struct
{
  GPtrArray *articles;    /* DatelineArticle * */
  GPtrArray *extractions; /* DatelineExtraction *, one an article; NULL until it is made */
  GString   *chunk;
  gsize      n_bytes; /* of the texts */
  gboolean   done;    /* guarded by the job's mutex */
} Task;

struct _DatelineExtractJob
{
  const DatelineEngine  *engine;
  DatelineExtractOptions options; /* its published is the caller's */
  DatelineOutput        *output;
  gboolean               separate; /* a chunk was written */

  DatelinePublicCopy *public_copy; /* NULL when it need not be one */
  DatelineScratch    *scratch;     /* the caller's thread's */
  Task               *task;        /* that articles are put into */
  GQueue              spare;       /* Task *, done and written */
  GPtrArray          *threads;     /* GThread *; empty when the caller's does it all */
  GAsyncQueue        *waiting;     /* Task * to be worked on; the job itself means stop */
  GQueue              pending;     /* Task * in input order, done or not */
  gsize               n_pending_bytes;
  GMutex              mutex;
  GCond               task_done;

  /* With --merge. */
  GPtrArray      *articles;  /* DatelineArticle * */
  GPtrArray      *incidents; /* DatelineIncident *, their provenances count articles */
  GHashTable     *texts;     /* SHA-256 of each article's, as hex */
  GArray         *numbers;   /* gint64, of each article as it was read; −1 for one that was there already */
  guint           n_added;
  GPtrArray      *wholes; /* DatelineIncident *, their provenances count articles as they were read */
  DatelineCopies *copies;
};

static Task *
task_new (void)
{
  Task *task = g_new0 (Task, 1);

  task->articles = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_article_free);
  task->extractions = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_extraction_free);
  task->chunk = g_string_new (NULL);

  return task;
}

static void
task_free (Task *task)
{
  g_ptr_array_unref (task->articles);
  g_ptr_array_unref (task->extractions);
  g_string_free (task->chunk, TRUE);
  g_free (task);
}

static gboolean
is_in_country (const DatelineIncident *incident, char **countries)
{
  for (guint i = 0; i < incident->places->len; i++)
    {
      const DatelinePlace *place = &g_array_index (incident->places, DatelinePlace, i);

      if (place->role == DATELINE_PLACE_SITE && g_strv_contains ((const char *const *) countries, place->country))
        return TRUE;
    }
  return FALSE;
}

/* By the days of the region; without a date only when none is asked for. */
static gboolean
is_in_days (const DatelineIncident *incident, DatelineDay from, DatelineDay to)
{
  DatelineDateInterval interval = incident->when.interval;

  if (from == DATELINE_DAY_NONE && to == DATELINE_DAY_NONE)
    return TRUE;
  if (!dateline_date_interval_is_set (interval))
    return FALSE;
  return (from == DATELINE_DAY_NONE || dateline_day_at (interval.end - 1, DATELINE_REGION_OFFSET_MINUTES) >= from) &&
         (to == DATELINE_DAY_NONE || dateline_day_at (interval.start, DATELINE_REGION_OFFSET_MINUTES) <= to);
}

/**
 * dateline_extract_options_is_filter:
 * @options: what is asked for
 *
 * Returns: whether anything may be left out
 */
gboolean
dateline_extract_options_is_filter (const DatelineExtractOptions *options)
{
  return options->from != DATELINE_DAY_NONE || options->to != DATELINE_DAY_NONE || options->countries != NULL || options->types != NULL;
}

/**
 * dateline_extract_options_filter:
 * @options: what is asked for
 * @incidents: (element-type DatelineIncident): the others are removed
 */
void
dateline_extract_options_filter (const DatelineExtractOptions *options, GPtrArray *incidents)
{
  for (guint i = incidents->len; i > 0; i--)
    {
      const DatelineIncident *incident = g_ptr_array_index (incidents, i - 1);

      if (!is_in_days (incident, options->from, options->to) ||
          (options->countries != NULL && !is_in_country (incident, options->countries)) ||
          (options->types != NULL && !g_strv_contains ((const char *const *) options->types, dateline_incident_type_get_id (incident->type))))
        g_ptr_array_remove_index (incidents, i - 1);
    }
}

/* Articles are parted by a separator; those that have nothing to say in
 * the format leave none. */
static void
append_chunk (const DatelineExtractJob *self, GString *chunk, const DatelineArticle *article, const DatelineExtraction *extraction)
{
  gsize before = chunk->len, begin;

  if (before > 0)
    g_string_append (chunk, dateline_output_format_get_separator (self->options.format));
  begin = chunk->len;
  dateline_output_format_write (self->options.format, chunk, article, extraction, dateline_engine_get_data_sha256 (self->engine));
  if (chunk->len == begin)
    g_string_truncate (chunk, before);
}

/* What was rejected is quoted, and entities are; neither is for a public
 * copy. What a scratch holds is copied before it is changed. */
static void
write_public (const DatelineExtractJob *self, GString *chunk, const DatelineArticle *article, const DatelineExtraction *extraction)
{
  g_autoptr (DatelineExtraction) copy = dateline_extraction_copy (extraction);
  DatelinePublicLoss             loss = { 0 };

  dateline_public_copy_apply (self->public_copy, copy->incidents, &loss);
  g_array_set_size (copy->rejected, 0);
  g_clear_pointer (&copy->entities, g_array_unref);
  append_chunk (self, chunk, article, copy);
}

static void
write_extraction (const DatelineExtractJob *self, GString *chunk, const DatelineArticle *article, const DatelineExtraction *extraction)
{
  dateline_extract_options_filter (&self->options, extraction->incidents);
  if (self->public_copy != NULL)
    write_public (self, chunk, article, extraction);
  else
    append_chunk (self, chunk, article, extraction);
}

static void
work (const DatelineExtractJob *self, Task *task, DatelineScratch *scratch)
{
  for (guint i = 0; i < task->articles->len; i++)
    {
      const DatelineArticle    *article = g_ptr_array_index (task->articles, i);
      DatelineExtraction      **read = (DatelineExtraction **) &g_ptr_array_index (task->extractions, i);
      const DatelineExtraction *extraction = *read != NULL ? *read : dateline_engine_extract_in (self->engine, scratch, article, self->options.flags);

      if (!self->options.merge)
        {
          write_extraction (self, task->chunk, article, extraction);
        }
      else if (*read == NULL)
        *read = dateline_extraction_copy (extraction);
    }
}

static gpointer
run_worker (gpointer user_data)
{
  DatelineExtractJob         *self = user_data;
  g_autoptr (DatelineScratch) scratch = dateline_scratch_new ();
  Task                       *task;

  while ((task = g_async_queue_pop (self->waiting)) != (gpointer) self)
    {
      work (self, task, scratch);
      g_mutex_lock (&self->mutex);
      task->done = TRUE;
      g_cond_signal (&self->task_done);
      g_mutex_unlock (&self->mutex);
    }
  return NULL;
}

/**
 * dateline_extract_job_new:
 * @engine: extracts; must outlive the job
 * @options: how; copied, but for the string
 * @output: where records go; must outlive the job
 *
 * Returns: (transfer full): a job that has nothing to do yet
 */
DatelineExtractJob *
dateline_extract_job_new (const DatelineEngine *engine, const DatelineExtractOptions *options, DatelineOutput *output)
{
  DatelineExtractJob *self = g_new0 (DatelineExtractJob, 1);

  self->engine = engine;
  self->options = *options;
  self->output = output;
  if (options->public.coarseness != DATELINE_COARSENESS_NONE)
    self->public_copy = dateline_public_copy_new (engine, &options->public);
  self->scratch = dateline_scratch_new ();
  self->threads = g_ptr_array_new ();
  self->waiting = g_async_queue_new ();
  g_queue_init (&self->pending);
  g_queue_init (&self->spare);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->task_done);
  self->articles = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_article_free);
  self->incidents = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_incident_free);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->copies = dateline_copies_new ();
  self->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->wholes = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_incident_free);
  for (int i = 0; options->n_jobs > 1 && i < options->n_jobs; i++)
    g_ptr_array_add (self->threads, g_thread_new ("extract", run_worker, self));
  if (!options->merge)
    {
      g_autoptr (GString) begin = g_string_new (NULL);

      dateline_output_format_begin (options->format, begin);
      dateline_output_write (output, begin->str, begin->len);
    }

  return self;
}

static void
stop_workers (DatelineExtractJob *self)
{
  for (guint i = 0; i < self->threads->len; i++)
    g_async_queue_push (self->waiting, self);
  for (guint i = 0; i < self->threads->len; i++)
    g_thread_join (g_ptr_array_index (self->threads, i));
  g_ptr_array_set_size (self->threads, 0);
}

void
dateline_extract_job_free (DatelineExtractJob *self)
{
  if (self == NULL)
    return;

  stop_workers (self);
  g_queue_clear_full (&self->pending, (GDestroyNotify) task_free);
  g_queue_clear_full (&self->spare, (GDestroyNotify) task_free);
  g_clear_pointer (&self->task, task_free);
  g_ptr_array_unref (self->threads);
  g_async_queue_unref (self->waiting);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->task_done);
  g_ptr_array_unref (self->incidents);
  g_hash_table_unref (self->texts);
  g_array_unref (self->numbers);
  g_ptr_array_unref (self->wholes);
  dateline_copies_free (self->copies);
  g_ptr_array_unref (self->articles);
  dateline_scratch_free (self->scratch);
  dateline_public_copy_free (self->public_copy);
  g_free (self);
}

/* A copy names its original, and is quoted, but counts for nothing. */
static void
note_copy (DatelineExtractJob *self, DatelineArticle *article)
{
  g_autoptr (GBytes) sketch = dateline_copies_sketch (article->text, article->length);
  gint64             number = self->articles->len;
  gint64             original = dateline_copies_find (self->copies, sketch, number);

  dateline_copies_add (self->copies, number, original, sketch);
  if (original != number)
    article->copy_of = g_strdup (((DatelineArticle *) g_ptr_array_index (self->articles, (guint) original))->id);
}

/* The same text twice is one article. */
static void
keep (DatelineExtractJob *self, DatelineArticle *article, DatelineExtraction *extraction)
{
  gint64 number = self->articles->len;

  if (!g_hash_table_add (self->texts, dateline_article_get_sha256 (article)))
    {
      number = -1;
      g_array_append_val (self->numbers, number);
      dateline_article_free (article);
      return;
    }
  g_array_append_val (self->numbers, number);

  if (extraction->importer == NULL)
    note_copy (self, article);
  for (guint i = 0; i < extraction->incidents->len; i++)
    {
      DatelineIncident *incident = g_ptr_array_index (extraction->incidents, i);

      dateline_incident_set_article (incident, self->articles->len);
      dateline_json_record_round (incident);
      g_ptr_array_add (self->incidents, incident);
    }
  g_ptr_array_set_free_func (extraction->incidents, NULL);
  g_ptr_array_set_size (extraction->incidents, 0);
  g_ptr_array_add (self->articles, article);
}

static void
keep_all (DatelineExtractJob *self, Task *task)
{
  for (guint i = 0; i < task->articles->len; i++)
    keep (self, g_steal_pointer (&g_ptr_array_index (task->articles, i)), g_ptr_array_index (task->extractions, i));
}

static gboolean
write_chunk (DatelineExtractJob *self, const GString *chunk)
{
  const char *separator = dateline_output_format_get_separator (self->options.format);

  if (chunk->len == 0)
    return TRUE;
  if (self->separate)
    dateline_output_write (self->output, separator, strlen (separator));
  self->separate = TRUE;
  return dateline_output_write (self->output, chunk->str, chunk->len);
}

static gboolean
finish_task (DatelineExtractJob *self, Task *task)
{
  gboolean written = TRUE;

  if (self->options.merge)
    keep_all (self, task);
  else
    written = write_chunk (self, task->chunk);

  g_ptr_array_set_size (task->articles, 0);
  g_ptr_array_set_size (task->extractions, 0);
  g_string_truncate (task->chunk, 0);
  task->n_bytes = 0;
  task->done = FALSE;
  g_queue_push_tail (&self->spare, task);
  return written;
}

static gboolean
is_done (DatelineExtractJob *self, Task *task, gboolean wait)
{
  gboolean done;

  g_mutex_lock (&self->mutex);
  while (wait && !task->done)
    g_cond_wait (&self->task_done, &self->mutex);
  done = task->done;
  g_mutex_unlock (&self->mutex);
  return done;
}

/* Finishes the oldest tasks: all, or those that are done and as many more
 * as there are too many. */
static gboolean
drain (DatelineExtractJob *self, gboolean all)
{
  gboolean written = TRUE;

  while (written && !g_queue_is_empty (&self->pending))
    {
      Task    *task = g_queue_peek_head (&self->pending);
      gboolean too_many = self->pending.length > (guint) self->options.n_jobs * TASKS_PER_JOB || self->n_pending_bytes > MAX_PENDING_BYTES;

      if (!is_done (self, task, all || too_many))
        break;
      g_queue_pop_head (&self->pending);
      self->n_pending_bytes -= task->n_bytes;
      written = finish_task (self, task);
    }
  return written;
}

/* Has the task that was filled worked on. */
static gboolean
hand_out (DatelineExtractJob *self)
{
  Task *task = g_steal_pointer (&self->task);

  if (self->threads->len == 0)
    {
      work (self, task, self->scratch);
      return finish_task (self, task);
    }

  self->n_pending_bytes += task->n_bytes;
  g_queue_push_tail (&self->pending, task);
  g_async_queue_push (self->waiting, task);
  return drain (self, FALSE);
}

/**
 * dateline_extract_job_add:
 * @self: a job
 * @article: (transfer full): the next article
 * @extraction: (transfer full) (nullable): what it says; %NULL when that
 *   is to be found
 *
 * Blocks while too much is under way.
 *
 * Returns: %FALSE when the output can take no more
 */
gboolean
dateline_extract_job_add (DatelineExtractJob *self, DatelineArticle *article, DatelineExtraction *extraction)
{
  guint max_articles = self->threads->len > 0 ? ARTICLES_PER_TASK : 1;

  if (article->published_day == DATELINE_DAY_NONE && self->options.published != NULL)
    dateline_article_set_published (article, self->options.published);
  if (self->task == NULL && (self->task = g_queue_pop_tail (&self->spare)) == NULL)
    self->task = task_new ();
  g_ptr_array_add (self->task->articles, article);
  g_ptr_array_add (self->task->extractions, extraction);
  self->task->n_bytes += article->length;
  self->n_added++;
  if (self->task->articles->len < max_articles && self->task->n_bytes < BYTES_PER_TASK)
    return TRUE;
  return hand_out (self);
}

static void
count_from_start (DatelineProvenance *provenance, gpointer user_data)
{
  provenance->article = *(const gint64 *) user_data - provenance->article;
}

/**
 * dateline_extract_job_add_wholes:
 * @self: a job that merges
 * @wholes: (transfer full) (element-type DatelineWhole): of the article
 *   last added and of those before it, without whose parts they were added
 */
void
dateline_extract_job_add_wholes (DatelineExtractJob *self, GPtrArray *wholes)
{
  gint64 last = (gint64) self->n_added - 1;

  for (guint i = 0; i < wholes->len; i++)
    {
      DatelineWhole    *whole = g_ptr_array_index (wholes, i);
      DatelineIncident *incident = dateline_incident_copy (whole->incident);

      dateline_incident_foreach_provenance (incident, count_from_start, &last);
      g_ptr_array_add (self->wholes, incident);
    }
  g_ptr_array_unref (wholes);
}

typedef struct
{
  const GArray *numbers;
  gboolean      known; /* an article was there already, and so is the whole */
} Renumbering;

static void
renumber (DatelineProvenance *provenance, gpointer user_data)
{
  Renumbering *renumbering = user_data;

  provenance->article = g_array_index (renumbering->numbers, gint64, provenance->article);
  renumbering->known = renumbering->known || provenance->article < 0;
}

/* What was merged before stays as it was. */
static void
keep_wholes (DatelineExtractJob *self)
{
  for (guint i = 0; i < self->wholes->len; i++)
    {
      DatelineIncident *incident = g_steal_pointer (&self->wholes->pdata[i]);
      Renumbering       renumbering = { self->numbers, FALSE };

      dateline_incident_foreach_provenance (incident, renumber, &renumbering);
      if (renumbering.known)
        dateline_incident_free (incident);
      else
        g_ptr_array_add (self->incidents, incident);
    }
  g_ptr_array_set_free_func (self->wholes, NULL);
  g_ptr_array_set_size (self->wholes, 0);
}

/* One list of all that was read. */
static void
merge (DatelineExtractJob *self)
{
  DatelinePublicLoss loss = { 0 };

  dateline_merge_incidents (self->incidents, self->copies);
  if (self->wholes->len > 0)
    {
      keep_wholes (self);
      dateline_merge_sort (self->incidents);
    }
  dateline_extract_options_filter (&self->options, self->incidents);
  if (dateline_extract_options_is_filter (&self->options) || self->public_copy != NULL)
    dateline_export_keep_cited (self->incidents, self->articles);
  if (self->public_copy != NULL)
    dateline_public_copy_apply (self->public_copy, self->incidents, &loss);
}

/**
 * dateline_extract_job_get_merged:
 * @self: a job that merges
 *
 * Waits for what is under way, and writes nothing: instead of
 * dateline_extract_job_finish().
 *
 * Returns: (transfer none) (element-type DatelineIncident): the incidents
 *   that are asked for
 */
const GPtrArray *
dateline_extract_job_get_merged (DatelineExtractJob *self)
{
  g_return_val_if_fail (self->options.merge, NULL);

  if (self->task != NULL)
    hand_out (self);
  drain (self, TRUE);
  merge (self);
  return self->incidents;
}

static gboolean
write_bytes (const char *bytes, gsize length, gpointer user_data)
{
  return dateline_output_write (user_data, bytes, length);
}

/**
 * dateline_extract_job_finish:
 * @self: a job
 *
 * Waits for what is under way and writes what is left.
 *
 * Returns: %FALSE when the output could not take it
 */
gboolean
dateline_extract_job_finish (DatelineExtractJob *self)
{
  const char *end = dateline_output_format_get_end (self->options.format);

  if ((self->task != NULL && !hand_out (self)) || !drain (self, TRUE))
    return FALSE;
  if (self->options.merge)
    {
      DatelineOutputDocument document = { self->incidents, self->articles, dateline_engine_get_data_sha256 (self->engine), NULL };
      g_autofree char       *picture = NULL;

      merge (self);
      if (self->options.format == DATELINE_OUTPUT_HTML)
        document.picture = picture = dateline_export_draw (self->incidents);
      dateline_output_format_write_merged (self->options.format, &document, write_bytes, self->output);
    }
  else
    dateline_output_write (self->output, end, strlen (end));
  return dateline_output_flush (self->output);
}
