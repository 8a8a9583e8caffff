/* dateline-application.c: the program: its windows and what they share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-app"

#include "config.h"

#include "dateline-application.h"

#include <glib/gi18n.h>

#include "dateline-about.h"
#include "dateline-preferences-window.h"
#include "dateline-search-provider.h"
#include "dateline-settings.h"
#include "dateline-window.h"

struct _DatelineApplication
{
  AdwApplication parent_instance;

  DatelineSearchProvider *search_provider;
};

G_DEFINE_FINAL_TYPE (DatelineApplication, dateline_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "new-window", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_ ("Open a new window"), NULL },
  { "version", 'v', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
  { NULL }
};

typedef struct
{
  const char *action;
  const char *accels[3];
} Accelerator;

/* Keys that a text entry or a button may want (Space, arrows) are not
 * here: the window offers those only to what does not take them. */
static const Accelerator accelerators[] = {
  { "app.quit", { "<Control>q", NULL } },
  { "app.new-window", { "<Control>n", NULL } },
  { "app.preferences", { "<Control>comma", NULL } },
  { "app.help", { "F1", NULL } },
  { "window.close", { "<Control>w", NULL } },
  { "win.open", { "<Control>o", NULL } },
  { "win.open-folder", { "<Control><Shift>o", NULL } },
  { "win.save", { "<Control>s", NULL } },
  { "win.save-as", { "<Control><Shift>s", NULL } },
  { "win.export", { "<Control>e", NULL } },
  { "win.save-picture", { "<Control><Shift>p", NULL } },
  { "win.save-replay", { "<Control><Shift>r", NULL } },
  { "win.undo", { "<Control>z", NULL } },
  { "win.redo", { "<Control><Shift>z", "<Control>y", NULL } },
  { "win.copy-briefing", { "<Control><Shift>c", NULL } },
  { "win.show-table", { "<Control>t", NULL } },
  { "win.go-back", { "<Alt>Left", NULL } },
  { "win.search", { "<Control>f", NULL } },
  { "win.show-list", { "F9", NULL } },
  { "win.show-evidence", { "<Control>F9", NULL } },
  { "win.show-menu", { "F10", NULL } },
  { "win.show-help-overlay", { "<Control>question", NULL } },
  { "win.fullscreen", { "F11", NULL } },
};

static DatelineWindow *
get_window (DatelineApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (DATELINE_IS_WINDOW (window))
    return DATELINE_WINDOW (window);
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (DATELINE_IS_WINDOW (l->data))
      return l->data;
  return DATELINE_WINDOW (dateline_window_new (ADW_APPLICATION (self)));
}

static void
on_about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  dateline_about_present (gtk_application_get_active_window (user_data));
}

static void
on_help_shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GtkWindow         *window = GTK_WINDOW (source);
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (window, result, &error))
    {
      GtkWidget *dialog = adw_message_dialog_new (window, _ ("The Help Could Not Be Opened"), NULL);

      adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                      /* Translators: %s is the reason */
                                      _ ("%s. A program that reads help is needed; Yelp is one."),
                                      error->message);
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
      gtk_window_present (GTK_WINDOW (dialog));
    }
}

static void
on_help_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  if (window != NULL)
    gtk_show_uri_full (window, "help:dateline", GDK_CURRENT_TIME, NULL, on_help_shown_cb, NULL);
}

static void
on_preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow            *parent = gtk_application_get_active_window (user_data);
  g_autoptr (GSettings) settings = dateline_settings_new ();
  GtkWidget            *window;

  if (settings == NULL)
    return;

  window = dateline_preferences_window_new (settings);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (dateline_window_new (user_data)));
}

static void
on_quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window;

  while ((window = gtk_application_get_active_window (user_data)) != NULL)
    gtk_window_destroy (window);
  g_application_quit (user_data);
}

static const GActionEntry actions[] = {
  { "about", on_about_cb },
  { "help", on_help_cb },
  { "new-window", on_new_window_cb },
  { "preferences", on_preferences_cb },
  { "quit", on_quit_cb },
};

static int
dateline_application_handle_local_options (GApplication *application, GVariantDict *given)
{
  if (g_variant_dict_contains (given, "version"))
    {
      g_print ("dateline %s\n", DATELINE_VERSION);
      return 0;
    }
  if (g_variant_dict_contains (given, "new-window"))
    {
      g_autoptr (GError) error = NULL;

      if (!g_application_register (application, NULL, &error))
        {
          g_printerr ("dateline: %s\n", error->message);
          return 1;
        }
      g_action_group_activate_action (G_ACTION_GROUP (application), "new-window", NULL);
      if (g_application_get_is_remote (application))
        return 0;
    }
  return -1;
}

static void
dateline_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (dateline_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (DATELINE_APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accelerators[i].action, accelerators[i].accels);
}

static void
dateline_application_activate (GApplication *application)
{
  gboolean        first = gtk_application_get_windows (GTK_APPLICATION (application)) == NULL;
  DatelineWindow *window = get_window (DATELINE_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  if (first)
    dateline_window_restore (window);
}

static void
dateline_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  DatelineWindow        *window = get_window (DATELINE_APPLICATION (application));
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_FILE);

  for (int i = 0; i < n_files; i++)
    g_list_store_append (list, files[i]);
  gtk_window_present (GTK_WINDOW (window));
  dateline_window_open (window, G_LIST_MODEL (list));
}

static void
show_incident (GtkApplication *application, const char *project, gint64 incident)
{
  DatelineWindow *window = get_window (DATELINE_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  dateline_window_open_at (window, project, incident);
}

static void
show_search (GtkApplication *application, const char *words)
{
  DatelineWindow *window = get_window (DATELINE_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  dateline_window_search (window, words);
}

static gboolean
dateline_application_dbus_register (GApplication *application, GDBusConnection *connection, const char *object_path, GError **error)
{
  DatelineApplication *self = DATELINE_APPLICATION (application);
  g_autofree char     *path = g_strconcat (object_path, "/SearchProvider", NULL);

  return G_APPLICATION_CLASS (dateline_application_parent_class)->dbus_register (application, connection, object_path, error) &&
         dateline_search_provider_export (self->search_provider, connection, path, error);
}

static void
dateline_application_dbus_unregister (GApplication *application, GDBusConnection *connection, const char *object_path)
{
  dateline_search_provider_unexport (DATELINE_APPLICATION (application)->search_provider);

  G_APPLICATION_CLASS (dateline_application_parent_class)->dbus_unregister (application, connection, object_path);
}

static void
dateline_application_finalize (GObject *object)
{
  g_clear_pointer (&DATELINE_APPLICATION (object)->search_provider, dateline_search_provider_free);

  G_OBJECT_CLASS (dateline_application_parent_class)->finalize (object);
}

static void
dateline_application_class_init (DatelineApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dateline_application_finalize;

  application_class->dbus_register = dateline_application_dbus_register;
  application_class->dbus_unregister = dateline_application_dbus_unregister;
  application_class->handle_local_options = dateline_application_handle_local_options;
  application_class->startup = dateline_application_startup;
  application_class->activate = dateline_application_activate;
  application_class->open = dateline_application_open;
}

static void
dateline_application_init (DatelineApplication *self)
{
  GApplication *application = G_APPLICATION (self);

  self->search_provider = dateline_search_provider_new (GTK_APPLICATION (self), show_incident, show_search);
  g_application_add_main_option_entries (application, options);
  g_application_set_option_context_parameter_string (application, _ ("[FILE|FOLDER]…"));
  g_application_set_option_context_summary (application, _ ("Puts the incidents that news articles report on a map, each with the words it rests on."));
}

/**
 * dateline_application_new:
 *
 * In a test run ($DATELINE_TEST) every start is a program of its own.
 *
 * Returns: (transfer full): the program
 */
DatelineApplication *
dateline_application_new (void)
{
  GApplicationFlags flags = G_APPLICATION_HANDLES_OPEN;

  if (g_getenv ("DATELINE_TEST") != NULL)
    flags |= G_APPLICATION_NON_UNIQUE;

  return g_object_new (DATELINE_TYPE_APPLICATION,
                       "application-id", DATELINE_APPLICATION_ID,
                       "resource-base-path", "/io/github/dateline/Dateline",
                       "flags", flags,
                       NULL);
}
