/* dateline-merge-job.c: the reports of a project into incidents, in the background
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The main thread, to which the store belongs, loads the reports while it
 * is idle; a thread finds those of one event and fuses them; the main
 * thread writes what changed, again while it is idle, in one transaction.
 * Wholes that are no more go in the last turn of all, in which the caller
 * is told: no row is gone that somebody still shows.
 */

#define G_LOG_DOMAIN "dateline-cli"

#include "config.h"

#include "dateline-merge-job.h"

#include "dateline-merge.h"

/* What one turn of the main loop may spend on the store, microseconds. */
#define TURN_US 6000

/* A whole to be added. */
typedef struct
{
  DatelineIncident *incident;
  GArray           *reports; /* gint64 */
  DatelineMerging   merging; /* why */
} Whole;

typedef struct
{
  /* Main thread */
  DatelineStore *store;
  guint          n_written;
  gboolean       in_transaction;

  /* Of the one thread, then of the other */
  GArray         *ids;       /* gint64, the reports that no analyst has judged */
  GArray         *part_of;   /* gint64, one a report: the whole it is part of, 0 for none */
  GHashTable     *n_parts;   /* whole → how many reports it has */
  GPtrArray      *incidents; /* DatelineIncident, one a report */
  DatelineCopies *copies;
  GPtrArray      *wholes; /* Whole, to be added */
  GHashTable     *kept;   /* wholes that stay as they are */
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

  g_array_unref (job->ids);
  g_array_unref (job->part_of);
  g_hash_table_unref (job->n_parts);
  g_ptr_array_unref (job->incidents);
  g_ptr_array_unref (job->wholes);
  g_hash_table_unref (job->kept);
  dateline_copies_free (job->copies);
  g_free (job);
}

/* Gives up. What stood in the project stands there still. */
static gboolean
fail (GTask *task, GError *error)
{
  Job *job = g_task_get_task_data (task);

  if (job->in_transaction)
    dateline_store_rollback (job->store, NULL);
  g_task_return_error (task, error);
  return G_SOURCE_REMOVE;
}

static void
run_when_idle (GTask *task, GSourceFunc func)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_callback (source, func, g_object_ref (task), g_object_unref);
  g_source_attach (source, g_task_get_context (task));
}

static guint
count_parts (const Job *job, gint64 whole)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (job->n_parts, &whole));
}

static void
add_copy (gint64 article, GBytes *sketch, gint64 copy_of, gpointer user_data)
{
  Job *job = user_data;

  dateline_copies_add (job->copies, article, copy_of != 0 ? copy_of : article, NULL);
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
group_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Job                  *job = task_data;
  g_autoptr (GPtrArray) groups = dateline_merge_find_groups (job->incidents);

  for (guint i = 0; i < groups->len; i++)
    {
      const DatelineMergeGroup *group = g_ptr_array_index (groups, i);
      gint64                    kept = find_kept (job, group);

      if (kept != 0)
        g_hash_table_add (job->kept, g_memdup2 (&kept, sizeof kept));
      else
        add_whole (job, group);
    }
  g_ptr_array_set_size (job->incidents, 0);
  g_task_return_boolean (task, TRUE);
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
on_write_cb (gpointer user_data)
{
  GTask  *task = user_data;
  Job    *job = g_task_get_task_data (task);
  GError *error = NULL;
  gint64  begin = g_get_monotonic_time ();

  if (!job->in_transaction && !dateline_store_begin (job->store, &error))
    return fail (task, error);
  job->in_transaction = TRUE;

  while (job->n_written < job->wholes->len)
    {
      const Whole *whole = g_ptr_array_index (job->wholes, job->n_written++);
      gint64       id = dateline_store_add_whole (job->store, whole->incident, (gint64 *) (gpointer) whole->reports->data, whole->reports->len, &error);

      if (id == 0 || !dateline_store_set_merging (job->store, id, &whole->merging, &error))
        return fail (task, error);
      if (g_get_monotonic_time () - begin > TURN_US)
        return G_SOURCE_CONTINUE;
    }

  if (!remove_wholes (job, &error) || !dateline_store_set_merged (job->store, &error))
    return fail (task, error);
  job->in_transaction = FALSE;
  if (!dateline_store_commit (job->store, &error))
    return fail (task, error);
  g_task_return_boolean (task, TRUE);
  return G_SOURCE_REMOVE;
}

static void
on_grouped_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  run_when_idle (task, on_write_cb);
}

static gboolean
on_load_cb (gpointer user_data)
{
  GTask            *task = user_data;
  Job              *job = g_task_get_task_data (task);
  g_autoptr (GTask) grouping = NULL;
  GError           *error = NULL;
  gint64            begin = g_get_monotonic_time ();

  while (job->incidents->len < job->ids->len)
    {
      DatelineIncident *incident = dateline_store_load_incident (job->store, g_array_index (job->ids, gint64, job->incidents->len), &error);

      if (incident == NULL)
        return fail (task, error);
      g_ptr_array_add (job->incidents, incident);
      if (g_get_monotonic_time () - begin > TURN_US)
        return G_SOURCE_CONTINUE;
    }

  grouping = g_task_new (NULL, NULL, on_grouped_cb, g_object_ref (task));
  g_task_set_task_data (grouping, job, NULL);
  g_task_run_in_thread (grouping, group_thread);
  return G_SOURCE_REMOVE;
}

/**
 * dateline_merge_async:
 * @store: the project; must outlive the merge, and no transaction of its
 *   own may be open when the main loop runs
 * @callback: told when all is merged, in the turn of the main loop in
 *   which rows change
 * @user_data: for @callback
 *
 * Merges the reports of @store that no analyst has judged. A whole whose
 * reports are what they were keeps its row.
 */
void
dateline_merge_async (DatelineStore *store, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Job              *job = g_new0 (Job, 1);
  GError           *error = NULL;

  job->store = store;
  job->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  job->part_of = g_array_new (FALSE, FALSE, sizeof (gint64));
  job->n_parts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  job->incidents = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_incident_free);
  job->wholes = g_ptr_array_new_with_free_func (whole_free);
  job->kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  g_task_set_source_tag (task, dateline_merge_async);
  g_task_set_task_data (task, job, job_free);
  job->copies = dateline_copies_new ();
  if (!dateline_store_foreach_part (store, add_part, job, &error) || !dateline_store_foreach_sketch (store, add_copy, job, &error))
    g_task_return_error (task, error);
  else
    run_when_idle (task, on_load_cb);
}

/**
 * dateline_merge_finish:
 * @result: as given to the callback
 * @error: return location for a #GError
 *
 * Errors: those of the store; then nothing was merged
 */
gboolean
dateline_merge_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, dateline_merge_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
