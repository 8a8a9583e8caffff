/* dateline-window-import.c: bringing articles into the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-app"

#include "config.h"

#include "dateline-window-private.h"

#include <glib/gi18n.h>

#include "dateline-data-dir.h"
#include "dateline-import-report-window.h"
#include "dateline-incident-table-load.h"
#include "dateline-locale-text.h"
#include "dateline-merge-job.h"

/* From here on, one who waits may have gone to another window. */
#define LONG_IMPORT_US (5 * G_USEC_PER_SEC)

static void start_next_import (DatelineWindow *self);

/**
 * dateline_window_get_engine:
 * @error: return location for a #GError
 *
 * Returns: (nullable): the one engine of all windows: it is immutable, and
 *   most of it is a file mapped into memory
 */
const DatelineEngine *
dateline_window_get_engine (GError **error)
{
  static DatelineEngine *engine = NULL;
  g_autofree char       *path = NULL;

  if (engine != NULL)
    return engine;

  path = dateline_data_find ("engine.dat");
  if (path == NULL)
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_NOENT, _ ("engine.dat: what Dateline knows of language and places is not installed"));
      return NULL;
    }
  engine = dateline_engine_open (path, error);
  return engine;
}

static void
show_error (DatelineWindow *self, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * dateline_window_show_work:
 * @self: a window
 * @what: (nullable): what it is busy with and cannot stop; %NULL when it
 *   is done
 */
void
dateline_window_show_work (DatelineWindow *self, const char *what)
{
  if (self->import_cancellable != NULL)
    return;
  gtk_revealer_set_reveal_child (self->import_revealer, what != NULL);
  gtk_spinner_set_spinning (self->import_spinner, what != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel-import", FALSE);
  if (what != NULL)
    gtk_label_set_label (self->import_label, what);
}

static void
set_importing (DatelineWindow *self, gboolean importing)
{
  gtk_revealer_set_reveal_child (self->import_revealer, importing);
  gtk_spinner_set_spinning (self->import_spinner, importing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel-import", importing);
}

static void
on_progress_cb (guint n_read, guint n_incidents, gpointer user_data)
{
  DatelineWindow  *self = user_data;
  g_autofree char *label = NULL;

  label = dateline_strdup_printf (ngettext ("Reading… %'u article, %'u reports", "Reading… %'u articles, %'u reports", n_read),
                                  n_read, n_incidents);
  gtk_label_set_label (self->import_label, label);
}

/* Whoever waits looks at something else. */
static void
notify_reader (DatelineWindow *self, const char *sentence)
{
  g_autoptr (GNotification) notification = NULL;

  if (gtk_window_is_active (GTK_WINDOW (self)) || g_get_monotonic_time () - self->import_start_us < LONG_IMPORT_US)
    return;

  notification = g_notification_new (_ ("Articles Have Been Read"));
  g_notification_set_body (notification, sentence);
  g_application_send_notification (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), "import", notification);
}

static void
tell_result (DatelineWindow *self)
{
  g_autofree char *sentence = dateline_import_report_to_sentence (self->report);
  AdwToast        *toast;

  notify_reader (self, sentence);
  /* When nothing at all could be read, or one input failed alone, the
   * reason matters more than the count. */
  if (self->report->n_read == 0 && self->report->failed->len == 1)
    {
      const DatelineImportFailure *failure = g_ptr_array_index (self->report->failed, 0);
      g_autofree char             *heading = g_strdup_printf (_ ("“%s” Could Not Be Read"), failure->name);

      show_error (self, heading, failure->reason);
      return;
    }
  if (self->report->n_read == 0 && self->report->failed->len > 1)
    {
      dateline_window_show_report (self);
      return;
    }

  toast = adw_toast_new (sentence);
  if (self->report->failed->len + self->report->undated->len + self->report->nothing_found->len > 0)
    {
      adw_toast_set_button_label (toast, _ ("_Details"));
      adw_toast_set_action_name (toast, "win.show-report");
    }
  if (self->report->failed->len > 0)
    adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

/* What a merge has loaded. */
typedef struct
{
  DatelineWindow        *window;
  DatelineIncidentTable *table;
  DatelineStoreCounts    counts;
} Merging;

static void
merging_free (Merging *merging)
{
  dateline_incident_table_free (merging->table);
  g_object_unref (merging->window);
  g_free (merging);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Merging, merging_free)

static gboolean
load_merged (DatelineStore *store, gpointer user_data, GError **error)
{
  Merging *merging = user_data;

  merging->table = dateline_incident_table_load (store, &merging->counts, error);
  return merging->table != NULL;
}

static void
on_merged_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Merging)         merging = user_data;
  DatelineWindow             *self = merging->window;
  g_autoptr (DatelineSession) session = g_steal_pointer (&self->import_session);
  g_autoptr (GError)          error = NULL;
  gboolean                    merged = dateline_merge_finish (result, &error);

  g_clear_object (&self->import_cancellable);
  if (self->session == NULL) /* closed meanwhile */
    return;

  set_importing (self, FALSE);
  if (merged)
    dateline_session_show (self->session, g_steal_pointer (&merging->table), &merging->counts);
  else
    dateline_session_reload (self->session);
  if (merged && self->report != NULL)
    tell_result (self);
  else if (!merged)
    show_error (self, _ ("Reports Were Not Merged"), error->message);
  start_next_import (self);
}

static void
start_merge (DatelineWindow *self)
{
  Merging *merging = g_new0 (Merging, 1);

  merging->window = g_object_ref (self);
  gtk_label_set_label (self->import_label, _ ("Merging reports of the same events…"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel-import", FALSE);
  dateline_merge_async (dateline_session_get_store (self->session), load_merged, on_merged_cb, merging);
}

static void
on_imported_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DatelineWindow) self = user_data;
  g_autoptr (GError)         error = NULL;
  DatelineImportReport      *report = dateline_import_finish (result, &error);

  if (self->session == NULL || report == NULL)
    {
      g_clear_object (&self->import_cancellable);
      g_clear_object (&self->import_session);
    }
  if (self->session == NULL) /* closed meanwhile */
    {
      g_clear_pointer (&report, dateline_import_report_free);
      return;
    }

  if (report == NULL)
    {
      set_importing (self, FALSE);
      show_error (self, _ ("Nothing Was Read"), error->message);
      return;
    }

  g_clear_pointer (&self->report, dateline_import_report_free);
  self->report = report;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-report", TRUE);
  start_merge (self);
}

/**
 * dateline_window_merge:
 * @self: a window that imports nothing
 *
 * Merges the reports that came in before a crash kept them from it.
 */
void
dateline_window_merge (DatelineWindow *self)
{
  self->import_cancellable = g_cancellable_new ();
  self->import_session = g_object_ref (self->session);
  set_importing (self, TRUE);
  start_merge (self);
}

/**
 * dateline_window_continue_import:
 * @self: a window
 *
 * Reads what waits, when nothing hinders it any more.
 */
void
dateline_window_continue_import (DatelineWindow *self)
{
  start_next_import (self);
}

static void
start_next_import (DatelineWindow *self)
{
  g_autoptr (GListModel) files = NULL;
  g_autoptr (GError)     error = NULL;
  const DatelineEngine  *engine;

  if (self->import_cancellable != NULL || self->saving || self->export != NULL || g_queue_is_empty (&self->imports))
    return;

  files = g_queue_pop_head (&self->imports);
  engine = dateline_window_get_engine (&error);
  if (engine == NULL)
    {
      show_error (self, _ ("Articles Cannot Be Read"), error->message);
      return;
    }

  self->import_cancellable = g_cancellable_new ();
  self->import_start_us = g_get_monotonic_time ();
  self->import_session = g_object_ref (self->session);
  gtk_label_set_label (self->import_label, _ ("Reading…"));
  set_importing (self, TRUE);
  dateline_import_async (dateline_session_get_store (self->session), engine, files,
                         on_progress_cb, self, self->import_cancellable,
                         on_imported_cb, g_object_ref (self));
}

/**
 * dateline_window_import:
 * @self: a window
 * @files: #GFile, files and folders
 *
 * Reads @files in the background, after what is being read already. The
 * window tells what came of it.
 */
void
dateline_window_import (DatelineWindow *self, GListModel *files)
{
  g_return_if_fail (DATELINE_IS_WINDOW (self));

  if (g_list_model_get_n_items (files) == 0)
    return;

  g_queue_push_tail (&self->imports, g_object_ref (files));
  start_next_import (self);
}

/**
 * dateline_window_cancel_import:
 * @self: a window
 *
 * Stops between two articles. What was read before stays.
 */
void
dateline_window_cancel_import (DatelineWindow *self)
{
  g_return_if_fail (DATELINE_IS_WINDOW (self));

  g_queue_clear_full (&self->imports, g_object_unref);
  dateline_window_cancel_export (self);
  if (self->import_cancellable != NULL)
    g_cancellable_cancel (self->import_cancellable);
}

/**
 * dateline_window_show_report:
 * @self: a window that has imported something
 *
 * Shows what the last import could not do.
 */
void
dateline_window_show_report (DatelineWindow *self)
{
  GtkWidget *window;

  g_return_if_fail (DATELINE_IS_WINDOW (self));

  if (self->report == NULL)
    return;

  window = dateline_import_report_window_new (self->report);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (window));
}
