/* dateline-extract-project.c: what is read goes into a project file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * By the import and the merge of the window: the project is the one that
 * the window would make of the same inputs.
 */

#include "config.h"

#include "dateline-extract-project.h"

#include <string.h>

#include "dateline-export.h"
#include "dateline-fold.h"
#include "dateline-import-job.h"
#include "dateline-merge-job.h"

static void
on_done_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static GListModel *
list_files (char **paths)
{
  GListStore *files = g_list_store_new (G_TYPE_FILE);

  for (char **path = paths; *path != NULL; path++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (strcmp (*path, "-") == 0 ? "/dev/stdin" : *path);

      g_list_store_append (files, file);
    }
  return G_LIST_MODEL (files);
}

static gboolean
import (DatelineExtractProject *self, DatelineStore *store, const DatelineEngine *engine, GError **error)
{
  g_autoptr (GListModel)           files = list_files (self->inputs);
  g_autoptr (GAsyncResult)         result = NULL;
  g_autoptr (DatelineImportReport) report = NULL;

  dateline_import_async (store, engine, files, NULL, NULL, NULL, on_done_cb, &result);
  report = dateline_import_finish (wait (&result), error);
  if (report == NULL)
    return FALSE;

  self->n_read = report->n_read + report->n_known;
  for (guint i = 0; i < report->failed->len; i++)
    {
      const DatelineImportFailure *failure = g_ptr_array_index (report->failed, i);

      g_ptr_array_add (self->failures, g_strdup_printf ("%s: %s", failure->name, failure->reason));
    }
  return TRUE;
}

static gboolean
merge (DatelineStore *store, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  dateline_merge_async (store, NULL, on_done_cb, &result);
  return dateline_merge_finish (wait (&result), error);
}

static gboolean
write_bytes (const char *bytes, gsize length, gpointer user_data)
{
  return dateline_output_write (user_data, bytes, length);
}

/* As dateline-extract --merge would. */
static gboolean
write_incidents (DatelineStore *store, const DatelineEngine *engine, const DatelineExtractOptions *options, DatelineOutput *output, GError **error)
{
  g_autoptr (DatelineExport) export = dateline_export_new (store, NULL, 0);
  GPtrArray         *incidents = dateline_export_get_incidents (export);
  g_autofree char   *picture = NULL;
  DatelinePublicLoss loss = { 0 };
  double             fraction;

  if (!dateline_export_load (export, -1, &fraction, error))
    return FALSE;
  dateline_extract_options_filter (options, incidents);
  if (dateline_extract_options_is_filter (options) || options->public.coarseness != DATELINE_COARSENESS_NONE)
    dateline_export_keep_cited (incidents, dateline_export_get_articles (export));
  if (options->public.coarseness != DATELINE_COARSENESS_NONE)
    {
      g_autoptr (DatelinePublicCopy) copy = dateline_public_copy_new (engine, &options->public);

      dateline_public_copy_apply (copy, incidents, &loss);
    }
  if (options->format == DATELINE_OUTPUT_HTML)
    picture = dateline_export_draw (incidents);
  dateline_export_write (export, options->format, picture, write_bytes, output);
  dateline_output_flush (output);
  return TRUE;
}

/**
 * dateline_extract_project_run:
 * @self: a project and what to do with it
 * @engine: reads what has no incidents of its own
 * @options: which incidents are written, and how
 * @output: where
 * @error: return location for a #GError
 *
 * Reads the inputs into the project, which is made where there is none,
 * merges what came in, and writes the incidents if it is asked to.
 *
 * Errors: those of the store; inputs that were not read are no error
 */
gboolean
dateline_extract_project_run (DatelineExtractProject *self, const DatelineEngine *engine, const DatelineExtractOptions *options, DatelineOutput *output, GError **error)
{
  g_autoptr (DatelineStore) store = NULL;

  if (self->inputs == NULL && !g_file_test (self->path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_OPEN, "%s: there is no such project; give what it is to be made of", self->path);
      return FALSE;
    }
  store = dateline_store_open_folding (self->path, dateline_fold_text, error);
  if (store == NULL)
    return FALSE;
  if (self->inputs != NULL && (!import (self, store, engine, error) || !merge (store, error)))
    return FALSE;
  return !self->writes || write_incidents (store, engine, options, output, error);
}
