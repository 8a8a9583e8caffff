/* dateline-window-project.c: the project of a window, and its file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-app"

#include "config.h"

#include "dateline-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dateline-project.h"

/* Of the recent projects, in the menu. */
#define MAX_RECENT 8

/* "Hudayda 2024" of "/home/x/Hudayda 2024.dateline". */
static char *
name_project (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (g_str_has_suffix (name, DATELINE_PROJECT_SUFFIX))
    name[strlen (name) - strlen (DATELINE_PROJECT_SUFFIX)] = '\0';
  return g_steal_pointer (&name);
}

static gboolean
has_articles (DatelineWindow *self)
{
  guint n_articles = 0;

  g_object_get (self->session, "n-articles", &n_articles, NULL);
  return n_articles > 0;
}

static gboolean
is_saved (DatelineWindow *self)
{
  return self->path != NULL && !dateline_project_is_scratch (self->path);
}

/**
 * dateline_window_name_project:
 * @self: a window
 *
 * Returns: (transfer full): what its title says
 */
char *
dateline_window_name_project (DatelineWindow *self)
{
  if (is_saved (self))
    return name_project (self->path);
  return g_strdup (has_articles (self) ? _ ("Unsaved Project") : _ ("Dateline"));
}

static void
show_error (DatelineWindow *self, gboolean saving, const char *path, const GError *error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *heading = g_strdup_printf (saving ? _ ("“%s” Could Not Be Saved") : _ ("“%s” Could Not Be Opened"), name);
  GtkWidget       *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
remember (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char  *uri = g_file_get_uri (file);
  g_autofree char  *command = g_strconcat (g_get_prgname (), " %u", NULL);
  GtkRecentData     data = { .mime_type = (char *) "application/x-dateline", .app_name = (char *) "dateline", .app_exec = command };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/* A scratch project that holds nothing, or is held elsewhere now. */
static void
drop_scratch (char *path)
{
  if (dateline_project_is_scratch (path))
    dateline_project_remove (path);
  g_free (path);
}

/**
 * dateline_window_close_project:
 * @self: a window
 *
 * Lets go of the project; one without articles, or to be discarded, goes
 * for good when nothing saves it.
 */
void
dateline_window_close_project (DatelineWindow *self)
{
  gboolean dropped = self->session != NULL && (self->discards || !has_articles (self));

  dateline_window_close_tables (self);
  /* What is imported still holds it, and removes nothing. */
  if (self->import_session != NULL)
    dropped = FALSE;
  g_clear_object (&self->session);
  if (dropped && self->path != NULL)
    drop_scratch (g_steal_pointer (&self->path));
  g_clear_pointer (&self->path, g_free);
}

static void
show_project (DatelineWindow *self, DatelineSession *session, const char *path)
{
  gboolean unmerged = FALSE;

  dateline_window_close_project (self);
  self->path = g_strdup (path);
  dateline_window_set_session (self, session);
  if (is_saved (self))
    remember (path);
  if (dateline_store_get_unmerged (dateline_session_get_store (session), &unmerged, NULL) && unmerged)
    dateline_window_merge (self);
}

/**
 * dateline_window_start_project:
 * @self: a window without a project
 *
 * Gives it an empty one, in a file that outlives a crash where there can
 * be one.
 */
void
dateline_window_start_project (DatelineWindow *self)
{
  g_autofree char            *path = dateline_project_new_scratch_path ();
  g_autoptr (GError)          error = NULL;
  g_autoptr (DatelineSession) session = dateline_project_new (path, &error);

  if (session == NULL)
    {
      g_warning ("%s; the project is kept in a temporary file until it is saved", error->message);
      g_clear_error (&error);
      g_clear_pointer (&path, g_free);
      session = dateline_project_new (NULL, &error);
    }
  /* Without memory for an empty database there is nothing to run on. */
  if (session == NULL)
    g_error ("an empty project cannot be made: %s", error->message);
  show_project (self, session, path);
}

static DatelineWindow *
find_window (DatelineWindow *self, const char *path)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (DATELINE_IS_WINDOW (l->data) && g_strcmp0 (DATELINE_WINDOW (l->data)->path, path) == 0)
      return l->data;
  return NULL;
}

static void
set_opening (DatelineWindow *self, gboolean opening)
{
  self->opening = opening;
  dateline_window_show_work (self, opening ? _ ("Opening…") : NULL);
}

/* What a window was asked to open. */
typedef struct
{
  DatelineWindow *window;
  char           *path;
  gboolean        restores; /* what was never saved and no window holds; failing is no news */
  gboolean        resumes;  /* what was shown last; nor here */
  gint64          incident; /* to be selected then; 0 for none */
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->window);
  g_free (opening->path);
  g_free (opening);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

/* A window whose project is still empty takes it; else a new one does. */
static void
show_opened (DatelineWindow *self, DatelineSession *session, const Opening *opening)
{
  DatelineWindow *window = self;

  if (has_articles (self) || self->import_cancellable != NULL || is_saved (self))
    window = g_object_new (DATELINE_TYPE_WINDOW, "application", gtk_window_get_application (GTK_WINDOW (self)), NULL);
  show_project (window, session, opening->path);
  gtk_window_present (GTK_WINDOW (window));
  dateline_window_resume_view (window, opening->path);
  if (opening->incident != 0)
    dateline_session_select (session, opening->incident);
  if (opening->restores)
    dateline_window_add_toast (window, _ ("The project that was not saved has been restored"));
}

static void
on_opened_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Opening)         opening = user_data;
  g_autoptr (GError)          error = NULL;
  g_autoptr (DatelineSession) session = dateline_project_open_finish (result, &error);
  DatelineWindow             *self = opening->window;
  guint                       n_articles = 0;

  if (self->session == NULL) /* closed meanwhile */
    return;
  set_opening (self, FALSE);
  if (session != NULL)
    g_object_get (session, "n-articles", &n_articles, NULL);
  if (session != NULL && (!opening->restores || n_articles > 0))
    {
      show_opened (self, session, opening);
      return;
    }
  if (opening->resumes)
    g_debug ("%s", error->message);
  else if (!opening->restores)
    show_error (self, FALSE, opening->path, error);
  else if (session != NULL)
    {
      /* Left by a start that read nothing. */
      g_clear_object (&session);
      dateline_project_remove (opening->path);
    }
  else if (!g_error_matches (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_OPEN))
    g_warning ("%s", error->message);
}

static Opening *
opening_new (DatelineWindow *self, const char *path)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->window = g_object_ref (self);
  opening->path = g_strdup (path);
  return opening;
}

/* Takes @opening. */
static void
start_opening (Opening *opening)
{
  set_opening (opening->window, TRUE);
  dateline_project_open_async (opening->path, on_opened_cb, opening);
}

static void
open_project (DatelineWindow *self, const char *path)
{
  dateline_window_open_at (self, path, 0);
}

/**
 * dateline_window_open_at:
 * @self: a window
 * @path: of a project
 * @incident: the row to select in it; 0 for none
 *
 * Shows the window that holds the project; where none does, opens it.
 */
void
dateline_window_open_at (DatelineWindow *self, const char *path, gint64 incident)
{
  DatelineWindow *other;
  Opening        *opening;

  g_return_if_fail (DATELINE_IS_WINDOW (self));

  other = find_window (self, path);
  if (other != NULL)
    {
      gtk_window_present (GTK_WINDOW (other));
      if (incident != 0)
        dateline_session_select (other->session, incident);
      return;
    }
  opening = opening_new (self, path);
  opening->incident = incident;
  start_opening (opening);
}

/**
 * dateline_window_restore:
 * @self: a window with an empty project
 *
 * Opens the projects that were never saved and that no window holds, and
 * the project that was shown last.
 */
void
dateline_window_restore (DatelineWindow *self)
{
  g_autoptr (GPtrArray) paths = dateline_project_find_scratch ();
  g_autofree char      *last = dateline_window_get_last_project (self);

  for (guint i = 0; i < paths->len; i++)
    if (find_window (self, g_ptr_array_index (paths, i)) == NULL)
      {
        Opening *opening = opening_new (self, g_ptr_array_index (paths, i));

        opening->restores = TRUE;
        start_opening (opening);
      }
  if (last != NULL && !dateline_project_is_scratch (last) && find_window (self, last) == NULL)
    {
      Opening *opening = opening_new (self, last);

      opening->resumes = TRUE;
      start_opening (opening);
    }
}

/**
 * dateline_window_open:
 * @self: a window
 * @files: #GFile: projects, which are opened, and articles and folders,
 *   which are read into this window's project
 */
void
dateline_window_open (DatelineWindow *self, GListModel *files)
{
  g_autoptr (GListStore) articles = g_list_store_new (G_TYPE_FILE);

  g_return_if_fail (DATELINE_IS_WINDOW (self));

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char  *path = g_file_get_path (file);

      if (dateline_project_is_project (file))
        open_project (self, path);
      else
        g_list_store_append (articles, file);
    }
  dateline_window_import (self, G_LIST_MODEL (articles));
}

static void
on_saved_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Opening) saving = user_data;
  g_autoptr (GError)  error = NULL;
  gboolean            saved = dateline_project_save_finish (result, &error);
  DatelineWindow     *self = saving->window;

  self->saving = FALSE;
  if (self->session == NULL) /* closed meanwhile */
    return;
  dateline_window_show_work (self, NULL);
  if (!saved)
    {
      self->closes = FALSE;
      show_error (self, TRUE, saving->path, error);
    }
  else
    {
      drop_scratch (self->path);
      self->path = g_strdup (saving->path);
      remember (self->path);
      dateline_window_update_title (self);
      if (self->closes)
        gtk_window_destroy (GTK_WINDOW (self));
      else
        dateline_window_add_toast (self, _ ("Saved; from now on every change is saved at once"));
    }
  dateline_window_continue_import (self);
}

static void
save_as (DatelineWindow *self, const char *path)
{
  Opening *saving;

  if (g_strcmp0 (path, self->path) == 0)
    return;
  saving = g_new0 (Opening, 1);
  saving->window = g_object_ref (self);
  saving->path = g_strdup (path);
  self->saving = TRUE;
  dateline_window_show_work (self, _ ("Saving…"));
  dateline_project_save_async (self->session, path, on_saved_cb, saving);
}

static void
on_save_chosen_cb (DatelineWindow *self, int response, GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autofree char  *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && !g_str_has_suffix (path, DATELINE_PROJECT_SUFFIX))
    {
      g_autofree char *without = g_steal_pointer (&path);

      path = g_strconcat (without, DATELINE_PROJECT_SUFFIX, NULL);
    }
  if (path != NULL)
    save_as (self, path);
  else
    self->closes = FALSE;
  g_object_unref (chooser);
}

static GtkFileFilter *
create_project_filter (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Dateline projects"));
  gtk_file_filter_add_suffix (filter, DATELINE_PROJECT_SUFFIX + 1);
  return filter;
}

static void
choose_save (DatelineWindow *self)
{
  GtkFileChooserNative     *chooser = gtk_file_chooser_native_new (_ ("Save the Project"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), NULL);
  g_autoptr (GtkFileFilter) filter = create_project_filter ();
  g_autofree char          *name = is_saved (self) ? name_project (self->path) : g_strdup (_ ("New Project"));
  g_autofree char          *file_name = g_strconcat (name, DATELINE_PROJECT_SUFFIX, NULL);

  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), file_name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_save_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
save_as_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DatelineWindow *self = DATELINE_WINDOW (widget);

  if (self->export != NULL)
    dateline_window_add_toast (self, _ ("The project is busy; save when that is done"));
  else if (self->import_cancellable != NULL || self->saving)
    dateline_window_add_toast (self, _ ("Articles are being read; save when that is done"));
  else
    choose_save (self);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DatelineWindow *self = DATELINE_WINDOW (widget);

  if (is_saved (self))
    dateline_window_add_toast (self, _ ("Every change is saved already"));
  else
    save_as_action (widget, name, parameter);
}

static void
on_project_chosen_cb (DatelineWindow *self, int response, GtkFileChooserNative *chooser)
{
  g_autoptr (GListModel) files = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser)) : NULL;

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char  *path = g_file_get_path (file);

      if (path != NULL)
        open_project (self, path);
    }
  g_object_unref (chooser);
}

static void
open_project_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkFileChooserNative     *chooser = gtk_file_chooser_native_new (_ ("Open Project"), GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_autoptr (GtkFileFilter) projects = create_project_filter ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), projects);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_project_chosen_cb), widget, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
open_recent_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *path = g_filename_from_uri (g_variant_get_string (parameter, NULL), NULL, NULL);

  if (path != NULL)
    open_project (DATELINE_WINDOW (widget), path);
}

static int
compare_visited (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b), gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

/* The recent projects that are there, the latest first. */
static void
update_recent (DatelineWindow *self)
{
  GList *items = g_list_sort (gtk_recent_manager_get_items (gtk_recent_manager_get_default ()), compare_visited);

  g_menu_remove_all (self->recent_menu);
  for (GList *l = items; l != NULL && g_menu_model_get_n_items (G_MENU_MODEL (self->recent_menu)) < MAX_RECENT; l = l->next)
    {
      g_autofree char      *path = g_filename_from_uri (gtk_recent_info_get_uri (l->data), NULL, NULL);
      g_autofree char      *label = NULL;
      g_autoptr (GMenuItem) item = NULL;

      if (path == NULL || !g_str_has_suffix (path, DATELINE_PROJECT_SUFFIX) || !gtk_recent_info_exists (l->data))
        continue;
      label = name_project (path);
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "win.open-recent", "s", gtk_recent_info_get_uri (l->data));
      g_menu_append_item (self->recent_menu, item);
    }
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

static void
on_close_response_cb (DatelineWindow *self, const char *response)
{
  if (g_str_equal (response, "save"))
    {
      self->closes = TRUE;
      choose_save (self);
    }
  else if (g_str_equal (response, "discard"))
    {
      self->discards = TRUE;
      gtk_window_destroy (GTK_WINDOW (self));
    }
}

/* A project without a name asks before it goes. */
static gboolean
on_close_request_cb (DatelineWindow *self)
{
  GtkWidget *dialog;

  if (is_saved (self) || !has_articles (self) || (self->path == NULL && g_getenv ("DATELINE_TEST") != NULL))
    return GDK_EVENT_PROPAGATE;

  dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Save the Project?"),
                                   _ ("It has no file of its own yet. What is discarded cannot be brought back."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"),
                                    "discard", _ ("_Discard"), "save", _ ("_Save…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "save", self->import_cancellable == NULL);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_close_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  return GDK_EVENT_STOP;
}

/* The keys are the window's before they are an entry's: what is being
 * written is taken back first. */
static gboolean
move_step_in_text (DatelineWindow *self, gboolean undo)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return (GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus)) && gtk_widget_activate_action (focus, undo ? "text.undo" : "text.redo", NULL);
}

static void
move_step (DatelineWindow *self, gboolean undo)
{
  const char        *label = undo ? dateline_session_get_undo_label (self->session) : dateline_session_get_redo_label (self->session);
  g_autofree char   *step = g_strdup (label);
  g_autofree char   *message = NULL;
  g_autoptr (GError) error = NULL;

  if (step == NULL || move_step_in_text (self, undo))
    return;
  if (!(undo ? dateline_session_undo (self->session, &error) : dateline_session_redo (self->session, &error)))
    message = g_strdup (error->message);
  else
    /* Translators: %s is a change, "Accept: Air strike in Sanaa" */
    message = g_strdup_printf (undo ? _ ("Undone: %s") : _ ("Redone: %s"), step);
  dateline_window_add_toast (self, message);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_step (DATELINE_WINDOW (widget), TRUE);
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_step (DATELINE_WINDOW (widget), FALSE);
}

/* A label with an underscore of its own, which a menu would take for the
 * mark of a key. */
static char *
label_step (const char *verb, const char *step)
{
  g_auto (GStrv)   parts = g_strsplit (step, "_", -1);
  g_autofree char *safe = g_strjoinv ("__", parts);

  /* Translators: "Undo" and a change, "Accept: Air strike in Sanaa" */
  return g_strdup_printf (C_ ("step", "%s %s"), verb, safe);
}

/* "Undo Accept: Air strike in Sanaa" in the menu; not to be chosen when
 * there is nothing to undo. */
static void
update_steps (DatelineWindow *self)
{
  const char      *undo = dateline_session_get_undo_label (self->session);
  const char      *redo = dateline_session_get_redo_label (self->session);
  g_autofree char *undo_label = label_step (_ ("_Undo"), undo != NULL ? undo : "");
  g_autofree char *redo_label = label_step (_ ("_Redo"), redo != NULL ? redo : "");

  g_menu_remove_all (self->step_menu);
  g_menu_append (self->step_menu, undo_label, "win.undo");
  g_menu_append (self->step_menu, redo_label, "win.redo");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", undo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", redo != NULL);
}

/**
 * dateline_window_follow_project:
 * @self: a window with a new session
 *
 * Keeps menus and actions up to date with it.
 */
void
dateline_window_follow_project (DatelineWindow *self)
{
  g_signal_connect_object (self->session, "notify::undo-label", G_CALLBACK (update_steps), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::redo-label", G_CALLBACK (update_steps), self, G_CONNECT_SWAPPED);
  update_steps (self);
}

void
dateline_window_class_install_project_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-project", NULL, open_project_action);
  gtk_widget_class_install_action (widget_class, "win.open-recent", "s", open_recent_action);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
}

void
dateline_window_init_project (DatelineWindow *self)
{
  g_signal_connect (self, "close-request", G_CALLBACK (on_close_request_cb), NULL);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (update_recent), self, G_CONNECT_SWAPPED);
  update_recent (self);
}
