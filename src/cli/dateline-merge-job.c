/* dateline-merge-job.c: the reports of a project into incidents, in the background
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A thread loads the reports, finds those of one event, fuses them and
 * writes what changed in one transaction, all by a connection of its own.
 * Before it commits, the main thread's connection holds on to what it
 * shows, so that no row is gone that somebody still looks at.
 */

#define G_LOG_DOMAIN "dateline-cli"

#include "config.h"

#include "dateline-merge-job.h"

#include "dateline-merge.h"

/* A whole to be added. */
typedef struct
{
  DatelineIncident *incident;
  GArray           *reports; /* gint64 */
  DatelineMerging   merging; /* why */
} Whole;

typedef struct
{
  DatelineStore *project; /* the main thread's connection */
  gboolean       holds;   /* it does */

  DatelineStore        *store;     /* the thread's */
  GArray               *ids;       /* gint64, the reports that no analyst has judged */
  GArray               *part_of;   /* gint64, one a report: the whole it is part of, 0 for none */
  GHashTable           *n_parts;   /* whole → how many reports it has */
  GPtrArray            *incidents; /* DatelineIncident, one a report */
  DatelineCopies       *copies;
  GPtrArray            *wholes; /* Whole, to be added */
  GHashTable           *kept;   /* wholes that stay as they are */
  DatelineMergeLoadFunc load;
  gpointer              user_data;

  GMutex   mutex;
  GCond    changed;
  gboolean answered; /* by the main thread, under the mutex */
} Job;

static void
whole_free (gpointer data)
{
  Whole *whole = data;

  dateline_incident_free (whole->incident);
  g_array_unref (whole->reports);
  g_free (whole->merging.reason);
  g_free (whole);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  dateline_store_free (job->store);
  g_array_unref (job->ids);
  g_array_unref (job->part_of);
  g_hash_table_unref (job->n_parts);
  g_ptr_array_unref (job->incidents);
  g_ptr_array_unref (job->wholes);
  g_hash_table_unref (job->kept);
  dateline_copies_free (job->copies);
  g_mutex_clear (&job->mutex);
  g_cond_clear (&job->changed);
  g_free (job);
}

static guint
count_parts (const Job *job, gint64 whole)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (job->n_parts, &whole));
}

static void
add_copy (gint64 copy, gint64 original, gpointer user_data)
{
  dateline_copies_add (user_data, copy, original, NULL);
}

static void
add_part (gint64 report, gint64 whole, gboolean reviewed, gpointer user_data)
{
  Job *job = user_data;

  if (reviewed)
    return;

  g_array_append_val (job->ids, report);
  g_array_append_val (job->part_of, whole);
  if (whole != 0)
    g_hash_table_insert (job->n_parts, g_memdup2 (&whole, sizeof whole), GUINT_TO_POINTER (count_parts (job, whole) + 1));
}

/* The whole that has the reports of @group and no other; 0 for none. */
static gint64
find_kept (const Job *job, const DatelineMergeGroup *group)
{
  gint64 whole = g_array_index (job->part_of, gint64, g_array_index (group->members, guint, 0));

  for (guint i = 1; i < group->members->len; i++)
    if (g_array_index (job->part_of, gint64, g_array_index (group->members, guint, i)) != whole)
      return 0;
  return whole != 0 && count_parts (job, whole) == group->members->len ? whole : 0;
}

static void
add_whole (Job *job, const DatelineMergeGroup *group)
{
  Whole *whole = g_new0 (Whole, 1);

  whole->incident = dateline_merge_fuse (job->incidents, group, job->copies);
  whole->merging = (DatelineMerging){ FALSE, group->score, g_strdup (group->reason) };
  whole->reports = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < group->members->len; i++)
    g_array_append_val (whole->reports, g_array_index (job->ids, gint64, g_array_index (group->members, guint, i)));
  g_ptr_array_add (job->wholes, whole);
}

static void
forget (Job *job)
{
  g_array_set_size (job->ids, 0);
  g_array_set_size (job->part_of, 0);
  g_hash_table_remove_all (job->n_parts);
  g_ptr_array_set_size (job->incidents, 0);
  g_ptr_array_set_size (job->wholes, 0);
  g_hash_table_remove_all (job->kept);
  g_clear_pointer (&job->copies, dateline_copies_free);
}

static gboolean
load_reports (Job *job, GError **error)
{
  job->copies = dateline_copies_new ();
  if (!dateline_store_foreach_part (job->store, add_part, job, error) || !dateline_store_foreach_copy (job->store, add_copy, job->copies, error))
    return FALSE;
  for (guint i = 0; i < job->ids->len; i++)
    {
      DatelineIncident *incident = dateline_store_load_incident (job->store, g_array_index (job->ids, gint64, i), error);

      if (incident == NULL)
        return FALSE;
      g_ptr_array_add (job->incidents, incident);
    }
  return TRUE;
}

static gboolean
group (Job *job, GError **error)
{
  g_autoptr (GPtrArray) groups = NULL;

  forget (job);
  if (!load_reports (job, error))
    return FALSE;
  groups = dateline_merge_find_groups (job->incidents);
  for (guint i = 0; i < groups->len; i++)
    {
      const DatelineMergeGroup *each = g_ptr_array_index (groups, i);
      gint64                    kept = find_kept (job, each);

      if (kept != 0)
        g_hash_table_add (job->kept, g_memdup2 (&kept, sizeof kept));
      else
        add_whole (job, each);
    }
  g_ptr_array_set_size (job->incidents, 0);
  return TRUE;
}

/* Groups, and begins the transaction in which that is written. Who edits
 * need not wait while reports are grouped; if somebody did, it is done
 * again, within the transaction. */
static gboolean
begin (Job *job, GError **error)
{
  guint before, now;

  if (!dateline_store_get_generation (job->store, &before, error) || !group (job, error) ||
      !dateline_store_begin (job->store, error) || !dateline_store_get_generation (job->store, &now, error))
    return FALSE;
  return now == before || group (job, error);
}

static gboolean
remove_wholes (Job *job, GError **error)
{
  GHashTableIter iter;
  gpointer       key;

  g_hash_table_iter_init (&iter, job->n_parts);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (job->kept, key) && !dateline_store_remove_whole (job->store, *(gint64 *) key, error))
      return FALSE;
  return TRUE;
}

static gboolean
write_wholes (Job *job, GError **error)
{
  for (guint i = 0; i < job->wholes->len; i++)
    {
      const Whole *whole = g_ptr_array_index (job->wholes, i);
      gint64       id = dateline_store_add_whole (job->store, whole->incident, (gint64 *) (gpointer) whole->reports->data, whole->reports->len, error);

      if (id == 0 || !dateline_store_set_merging (job->store, id, &whole->merging, error))
        return FALSE;
    }
  return remove_wholes (job, error) && dateline_store_set_merged (job->store, error);
}

static gboolean
on_hold_cb (gpointer user_data)
{
  Job               *job = g_task_get_task_data (user_data);
  g_autoptr (GError) error = NULL;

  job->holds = dateline_store_hold (job->project, &error);
  if (!job->holds)
    g_warning ("%s", error->message);

  g_mutex_lock (&job->mutex);
  job->answered = TRUE;
  g_cond_signal (&job->changed);
  g_mutex_unlock (&job->mutex);
  return G_SOURCE_REMOVE;
}

/* Has the main thread hold on to what it shows. */
static void
ask_to_hold (GTask *task, Job *job)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_hold_cb, g_object_ref (task), g_object_unref);
  g_source_attach (source, g_task_get_context (task));

  g_mutex_lock (&job->mutex);
  while (!job->answered)
    g_cond_wait (&job->changed, &job->mutex);
  g_mutex_unlock (&job->mutex);
}

static void
merge_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Job     *job = task_data;
  GError  *error = NULL;
  gboolean well;

  job->store = dateline_store_open_another (job->project, &error);
  well = job->store != NULL && begin (job, &error) && write_wholes (job, &error);

  if (well)
    {
      ask_to_hold (task, job);
      well = dateline_store_commit (job->store, &error);
    }
  else if (job->store != NULL)
    dateline_store_rollback (job->store, NULL);
  well = well && (job->load == NULL || job->load (job->store, job->user_data, &error));
  g_clear_pointer (&job->store, dateline_store_free);
  forget (job);

  if (well)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * dateline_merge_async:
 * @store: the project; must outlive the merge, and no transaction of its
 *   own may be open when the main loop runs
 * @load: (nullable): called in another thread when all is merged, with a
 *   connection of that thread's, to read what is needed then
 * @callback: told when all is merged; until then @store is read as it was
 * @user_data: for @load and @callback
 *
 * Merges the reports of @store that no analyst has judged. A whole whose
 * reports are what they were keeps its row.
 */
void
dateline_merge_async (DatelineStore *store, DatelineMergeLoadFunc load, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Job              *job = g_new0 (Job, 1);

  job->project = store;
  job->load = load;
  job->user_data = user_data;
  job->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  job->part_of = g_array_new (FALSE, FALSE, sizeof (gint64));
  job->n_parts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  job->incidents = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_incident_free);
  job->wholes = g_ptr_array_new_with_free_func (whole_free);
  job->kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  job->copies = dateline_copies_new ();
  g_mutex_init (&job->mutex);
  g_cond_init (&job->changed);

  g_task_set_source_tag (task, dateline_merge_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, merge_thread);
}

/**
 * dateline_merge_finish:
 * @result: as given to the callback
 * @error: return location for a #GError
 *
 * The store is read as it is now from here on.
 *
 * Errors: those of the store, and then nothing was merged, or @load's
 */
gboolean
dateline_merge_finish (GAsyncResult *result, GError **error)
{
  Job *job;

  g_return_val_if_fail (g_async_result_is_tagged (result, dateline_merge_async), FALSE);

  job = g_task_get_task_data (G_TASK (result));
  if (job->holds)
    dateline_store_rollback (job->project, NULL);
  job->holds = FALSE;
  return g_task_propagate_boolean (G_TASK (result), error);
}
