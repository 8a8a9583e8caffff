/* dateline-window.c: list, map, evidence and timeline of one project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-app"

#include "config.h"

#include "dateline-window-private.h"

#include <glib/gi18n.h>

#include "dateline-data-dir.h"
#include "dateline-evidence-panel.h"
#include "dateline-incident-list-view.h"
#include "dateline-locale-text.h"
#include "dateline-map.h"
#include "dateline-settings.h"
#include "dateline-timeline.h"
#include "dateline-words.h"

G_DEFINE_FINAL_TYPE (DatelineWindow, dateline_window, ADW_TYPE_APPLICATION_WINDOW)

/* «214 incidents from 240 reports in 87 articles»: the counts stand side by
 * side, for a count of reports is no count of events. */
static char *
count_all (DatelineWindow *self, guint *n_articles)
{
  guint            n_incidents = 0;
  guint            n_reports = 0;
  g_autofree char *incidents = NULL;
  g_autofree char *reports = NULL;
  g_autofree char *articles = NULL;

  g_object_get (self->session, "n-incidents", &n_incidents, "n-reports", &n_reports, "n-articles", n_articles, NULL);
  if (*n_articles == 0)
    return g_strdup ("");

  incidents = dateline_strdup_printf (ngettext ("%u incident", "%u incidents", n_incidents), n_incidents);
  reports = dateline_strdup_printf (ngettext ("%u report", "%u reports", n_reports), n_reports);
  articles = dateline_strdup_printf (ngettext ("%u article", "%u articles", *n_articles), *n_articles);
  /* Translators: "214 incidents" from "240 reports" in "87 articles" */
  return g_strdup_printf (_ ("%s from %s in %s"), incidents, reports, articles);
}

void
dateline_window_update_title (DatelineWindow *self)
{
  guint            n_articles = 0;
  g_autofree char *subtitle = count_all (self, &n_articles);
  g_autofree char *title = dateline_window_name_project (self);

  adw_window_title_set_title (self->window_title, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  gtk_stack_set_visible_child_name (self->stack, n_articles > 0 ? "project" : "start");
  gtk_widget_set_visible (self->timeline_box, n_articles > 0);
  gtk_widget_set_visible (self->list_button, n_articles > 0);
  gtk_widget_set_visible (self->evidence_button, n_articles > 0);
}

/* In a narrow window the evidence comes over the map when it is asked
 * for, and the list that was used to ask for it goes. */
static void
on_selected_cb (DatelineWindow *self)
{
  if (dateline_session_get_selected (self->session) == 0)
    return;

  /* The focus would jump from the list that hides to an excerpt, and
   * scroll the incident's name away. */
  if (adw_flap_get_folded (self->list_flap) && adw_flap_get_reveal_flap (self->list_flap))
    {
      gtk_widget_grab_focus (adw_bin_get_child (self->map_bin));
      adw_flap_set_reveal_flap (self->list_flap, FALSE);
    }
  adw_flap_set_reveal_flap (self->evidence_flap, TRUE);
}

/* Enter on the map: on to the words that the marker rests on. */
static void
on_open_selected_cb (DatelineWindow *self)
{
  adw_flap_set_reveal_flap (self->evidence_flap, TRUE);
  gtk_widget_child_focus (adw_bin_get_child (self->evidence_bin), GTK_DIR_TAB_FORWARD);
}

static void
bind_map (DatelineWindow *self, GtkWidget *map)
{
  g_object_bind_property (adw_style_manager_get_default (), "high-contrast", map, "high-contrast", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (map, "open-selected", G_CALLBACK (on_open_selected_cb), self, G_CONNECT_SWAPPED);
  if (self->settings == NULL)
    return;

  g_settings_bind (self->settings, "map-tile-url", map, "tile-url", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "map-mbtiles-path", map, "mbtiles-path", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "map-background", map, "background", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "map-label-language", map, "label-language", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "map-size-by", map, "size-by", G_SETTINGS_BIND_DEFAULT);
}

static void
bind_replay (DatelineWindow *self, DatelinePlayback *playback)
{
  if (self->settings == NULL)
    return;

  g_settings_bind (self->settings, "replay-speed", playback, "speed", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "replay-skip-quiet", playback, "skip-quiet", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "replay-loop", playback, "loop", G_SETTINGS_BIND_DEFAULT);
}

/* What was written with another zone is written anew. */
static void
on_zone_changed_cb (DatelineWindow *self)
{
  dateline_words_set_zone (g_settings_get_enum (self->settings, "display-zone"));
  if (self->session != NULL)
    dateline_session_reload (self->session);
}

static void
fill_panes (DatelineWindow *self)
{
  g_autofree char *basemap = dateline_data_find ("basemap.dat");
  GtkWidget       *map = dateline_map_new (self->session, basemap);
  GtkWidget       *timeline = dateline_timeline_new (self->session);
  GtkWidget       *evidence = dateline_evidence_panel_new (self->session);

  adw_bin_set_child (self->list_bin, dateline_incident_list_view_new (self->session));
  adw_bin_set_child (self->evidence_bin, evidence);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "review", dateline_evidence_panel_get_actions (DATELINE_EVIDENCE_PANEL (evidence)));
  adw_bin_set_child (self->map_bin, map);
  bind_map (self, map);
  adw_bin_set_child (self->timeline_bin, timeline);
  bind_replay (self, dateline_timeline_get_playback (DATELINE_TIMELINE (timeline)));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "timeline", dateline_timeline_get_actions (DATELINE_TIMELINE (timeline)));
}

static void
restore_size (DatelineWindow *self)
{
  const char *test = g_getenv ("DATELINE_TEST");
  int         width = 1280;
  int         height = 800;

  /* A test run may ask for a size: "400x700". */
  if (test != NULL && sscanf (test, "%dx%d", &width, &height) != 2)
    width = 1280;

  self->settings = dateline_settings_new ();
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (self->settings == NULL || test != NULL)
    return;

  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

static void
on_dropped_cb (DatelineWindow *self, const GValue *value)
{
  GSList                *files = g_value_get_boxed (value);
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_FILE);

  for (GSList *l = files; l != NULL; l = l->next)
    g_list_store_append (list, l->data);
  dateline_window_open (self, G_LIST_MODEL (list));
}

static gboolean
on_drop_cb (DatelineWindow *self, const GValue *value)
{
  if (!G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return FALSE;

  on_dropped_cb (self, value);
  return TRUE;
}

/* libadwaita gives the arrow beside "Open" a tooltip alone. */
static void
name_arrow (GtkWidget *split_button)
{
  for (GtkWidget *child = gtk_widget_get_first_child (split_button); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_MENU_BUTTON (child))
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Other ways to open"), -1);
}

static void
dateline_window_constructed (GObject *object)
{
  DatelineWindow *self = DATELINE_WINDOW (object);
  GtkDropTarget  *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  G_OBJECT_CLASS (dateline_window_parent_class)->constructed (object);

  g_signal_connect_object (drop, "drop", G_CALLBACK (on_drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  name_arrow (self->open_button);
  dateline_window_init_actions (self);
  dateline_window_init_drag (self);
  dateline_window_init_project (self);
  restore_size (self);
  if (self->settings != NULL)
    {
      dateline_words_set_zone (g_settings_get_enum (self->settings, "display-zone"));
      g_signal_connect_object (self->settings, "changed::display-zone", G_CALLBACK (on_zone_changed_cb), self, G_CONNECT_SWAPPED);
    }
}

/* A test clicks by coordinates, which a frame drawn by the program would
 * move. */
static void
dateline_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dateline_window_parent_class)->realize (widget);

  if (g_getenv ("DATELINE_TEST") != NULL)
    {
      gtk_widget_remove_css_class (widget, "csd");
      gtk_widget_remove_css_class (widget, "solid-csd");
    }
}

static void
dateline_window_dispose (GObject *object)
{
  DatelineWindow *self = DATELINE_WINDOW (object);

  dateline_window_save_view (self);
  dateline_window_cancel_import (self);
  dateline_window_close_project (self);
  g_clear_handle_id (&self->marker_source, g_source_remove);
  g_queue_clear_full (&self->imports, g_object_unref);
  g_clear_pointer (&self->report, dateline_import_report_free);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (dateline_window_parent_class)->dispose (object);
}

static void
dateline_window_class_init (DatelineWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = dateline_window_constructed;
  object_class->dispose = dateline_window_dispose;

  widget_class->realize = dateline_window_realize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/dateline/Dateline/dateline-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, list_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, evidence_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, import_revealer);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, import_spinner);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, import_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, list_flap);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, evidence_flap);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, list_bin);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, evidence_bin);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, map_bin);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, timeline_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, timeline_bin);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, DatelineWindow, step_menu);
  dateline_window_class_install_actions (widget_class);
  dateline_window_class_install_picture_actions (widget_class);
  dateline_window_class_install_project_actions (widget_class);
  dateline_window_class_install_export_actions (widget_class);
}

static void
dateline_window_init (DatelineWindow *self)
{
  g_queue_init (&self->imports);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dateline_window_new:
 * @application: the program
 *
 * Returns: (transfer floating): a window with an empty project that has no
 *   name yet
 */
GtkWidget *
dateline_window_new (AdwApplication *application)
{
  DatelineWindow *self = g_object_new (DATELINE_TYPE_WINDOW, "application", application, NULL);

  dateline_window_start_project (self);
  return GTK_WIDGET (self);
}

/**
 * dateline_window_set_session:
 * @self: a window whose project was closed
 * @session: the hub of another
 */
void
dateline_window_set_session (DatelineWindow *self, DatelineSession *session)
{
  g_clear_handle_id (&self->marker_source, g_source_remove);
  g_clear_pointer (&self->report, dateline_import_report_free);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-report", FALSE);

  self->session = g_object_ref (session);
  fill_panes (self);
  dateline_window_follow_project (self);
  g_signal_connect_object (session, "notify::selected", G_CALLBACK (on_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::can-go-back", G_CALLBACK (dateline_window_offer_way_back), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "incidents-changed", G_CALLBACK (dateline_window_update_title), self, G_CONNECT_SWAPPED);
  dateline_window_update_title (self);
  if (g_getenv ("DATELINE_TEST") != NULL)
    dateline_window_report_markers (self);
}

/**
 * dateline_window_get_session:
 * @self: a window
 *
 * Returns: (transfer none): its hub
 */
DatelineSession *
dateline_window_get_session (DatelineWindow *self)
{
  g_return_val_if_fail (DATELINE_IS_WINDOW (self), NULL);

  return self->session;
}

/**
 * dateline_window_add_toast:
 * @self: a window
 * @message: what happened, in a few words
 */
void
dateline_window_add_toast (DatelineWindow *self, const char *message)
{
  g_return_if_fail (DATELINE_IS_WINDOW (self));

  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (message));
}

/**
 * dateline_window_get_path:
 * @self: a window
 *
 * Returns: (nullable): where its project is; %NULL for one in memory
 */
const char *
dateline_window_get_path (DatelineWindow *self)
{
  g_return_val_if_fail (DATELINE_IS_WINDOW (self), NULL);

  return self->path;
}
