/* dateline-timeline.c: the date bar: histogram, slider, replay
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-timeline"

#include "config.h"

#include "dateline-timeline.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dateline-calendar.h"
#include "dateline-day-text.h"
#include "dateline-locale-text.h"
#include "dateline-time-scrubber.h"
#include "dateline-timeline-actions.h"
#include "dateline-timeline-date-popover.h"
#include "dateline-timeline-layout.h"
#include "dateline-timeline-window-popover.h"

struct _DatelineTimeline
{
  GtkWidget parent_instance;

  DatelineSession  *session; /* NULL for none, and then so are the next two */
  DatelinePlayback *playback;
  GActionGroup     *actions;
  GSignalGroup     *session_signals;
  GSignalGroup     *playback_signals;

  /* Template widgets */
  GtkMenuButton                 *day_button;
  GtkLabel                      *day_label;
  DatelineTimelineDatePopover   *date_popover;
  GtkLabel                      *count_label;
  GtkWidget                     *transport;
  GtkButton                     *play_button;
  GtkMenuButton                 *speed_button;
  GtkMenuButton                 *window_button;
  GtkLabel                      *window_label;
  GtkLabel                      *speed_label;
  DatelineTimelineWindowPopover *window_popover;
  GtkStack                      *stack;
  DatelineTimeScrubber          *scrubber;
  DatelineCalendar              *calendar;
  GtkWidget                     *note_box;
  GtkLabel                      *note_label;
  GtkWidget                     *clear_button;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (DatelineTimeline, dateline_timeline, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static gboolean
has_dates (DatelineTimeline *self)
{
  return self->session != NULL && dateline_session_get_day (self->session) != DATELINE_DAY_NONE;
}

static void
update_day (DatelineTimeline *self)
{
  g_autofree char *day = has_dates (self) ? dateline_day_to_heading (dateline_session_get_day (self->session)) : NULL;
  const char      *text = day != NULL ? day : _ ("No date");
  /* Translators: what a screen reader says of a button, as in "Go to a date, now Wed 24 Jan 2024" */
  g_autofree char *label = g_strdup_printf (_ ("Go to a date, now %s"), text);

  gtk_label_set_label (self->day_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->day_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->day_button), day != NULL);
}

static void
update_count (DatelineTimeline *self)
{
  g_autofree char *text = NULL;
  guint            n_shown, n_incidents;

  if (self->session == NULL)
    {
      gtk_label_set_label (self->count_label, "");
      return;
    }

  g_object_get (self->session, "n-shown", &n_shown, "n-incidents", &n_incidents, NULL);
  /* Translators: how many incidents the window shows, of all */
  text = dateline_strdup_printf (ngettext ("%'u of %'u incident", "%'u of %'u incidents", n_incidents), n_shown, n_incidents);
  gtk_label_set_label (self->count_label, text);
}

static void
update_window (DatelineTimeline *self)
{
  g_autofree char *window = dateline_timeline_describe_window (self->session);
  /* Translators: what a screen reader says of a button, as in "Days shown: 30 days" */
  g_autofree char *label = g_strdup_printf (_ ("Days shown: %s"), window);

  gtk_label_set_label (self->window_label, window);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->window_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->window_button), has_dates (self));
}

/* Why there is nothing to see, and the way out. */
static void
update_note (DatelineTimeline *self)
{
  const DatelineIncidentTable *table = self->session != NULL ? dateline_session_get_table (self->session) : NULL;
  gboolean                     is_filtered = table != NULL && table->n_dated > 0 && memchr (table->passes, 1, table->n_dated) == NULL;
  gboolean                     is_undated = table != NULL && table->n_dated == 0 && table->n_rows > 0;

  gtk_widget_set_visible (self->note_box, is_filtered || is_undated);
  gtk_widget_set_visible (self->clear_button, is_filtered);
  if (is_filtered || is_undated)
    gtk_label_set_label (self->note_label, is_filtered ? _ ("No incident with a date passes the filters") : _ ("No incident has a date"));
}

static void
update_play_button (DatelineTimeline *self)
{
  gboolean    playing = self->playback != NULL && dateline_playback_get_playing (self->playback);
  const char *label = playing ? _ ("Pause") : _ ("Play");

  gtk_button_set_icon_name (self->play_button, playing ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play_button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
update_speed (DatelineTimeline *self)
{
  guint       speed = self->playback != NULL ? dateline_playback_get_speed (self->playback) : 0;
  const char *label = dateline_playback_speed_get_label (speed);

  gtk_label_set_label (self->speed_label, dateline_playback_speed_get_short_label (speed));
  gtk_widget_set_sensitive (GTK_WIDGET (self->speed_button), has_dates (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->speed_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
on_visible_changed_cb (DatelineTimeline *self)
{
  update_day (self);
  update_count (self);
  update_window (self);
  update_note (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->speed_button), has_dates (self));
}

static void
on_clear_clicked_cb (DatelineTimeline *self)
{
  g_autoptr (DatelineFilter) all = dateline_filter_new ();

  dateline_session_set_filter (self->session, all);
}

static void
on_view_changed_cb (DatelineTimeline *self)
{
  static const struct
  {
    const char *action;
    double      factor;
  } zooms[] = { { "zoom-in", 2 }, { "zoom-out", 0.5 }, { "zoom-all", 0.5 } };
  gboolean is_histogram;

  if (self->actions == NULL)
    return;
  is_histogram = gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->scrubber);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), zooms[i].action)),
                                 is_histogram && dateline_time_scrubber_can_zoom (self->scrubber, zooms[i].factor));
}

static void
on_zoom_in_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  dateline_time_scrubber_zoom (DATELINE_TIMELINE (user_data)->scrubber, 2);
}

static void
on_zoom_out_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  dateline_time_scrubber_zoom (DATELINE_TIMELINE (user_data)->scrubber, 0.5);
}

static void
on_zoom_all_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  dateline_time_scrubber_show_all (DATELINE_TIMELINE (user_data)->scrubber);
}

static void
on_calendar_changed_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  DatelineTimeline *self = user_data;

  g_simple_action_set_state (action, state);
  gtk_stack_set_visible_child_name (self->stack, g_variant_get_boolean (state) ? "calendar" : "histogram");
}

/* What the actions do that work on the bar, not on its session. */
static void
add_view_actions (DatelineTimeline *self)
{
  static const GActionEntry entries[] = {
    { "zoom-in", on_zoom_in_cb },
    { "zoom-out", on_zoom_out_cb },
    { "zoom-all", on_zoom_all_cb },
    { "calendar", NULL, NULL, "false", on_calendar_changed_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}

static GMenuModel *
create_speed_menu (void)
{
  GMenu            *menu = g_menu_new ();
  g_autoptr (GMenu) rates = g_menu_new ();
  g_autoptr (GMenu) options = g_menu_new ();

  for (guint speed = 0; speed < dateline_playback_get_n_speeds (); speed++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (dateline_playback_speed_get_label (speed), NULL);

      g_menu_item_set_action_and_target (item, "timeline.speed", "u", speed);
      g_menu_append_item (rates, item);
    }
  g_menu_append (options, _ ("Skip quiet days"), "timeline.skip-quiet");
  g_menu_append (options, _ ("Loop"), "timeline.loop");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rates));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (options));

  return G_MENU_MODEL (menu);
}

/* Time runs from left to right whatever the language, and so do the
 * buttons that move along it, with their icons. */
static void
set_left_to_right (GtkWidget *widget)
{
  gtk_widget_set_direction (widget, GTK_TEXT_DIR_LTR);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    set_left_to_right (child);
}

static void
load_style (void)
{
  static gsize loaded = 0;

  if (g_once_init_enter (&loaded))
    {
      g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

      gtk_css_provider_load_from_resource (provider, "/io/github/dateline/Dateline/dateline-timeline.css");
      gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
      g_once_init_leave (&loaded, 1);
    }
}

static void
dateline_timeline_dispose (GObject *object)
{
  DatelineTimeline *self = DATELINE_TIMELINE (object);
  GtkWidget        *child;

  if (self->playback != NULL)
    dateline_playback_set_playing (self->playback, FALSE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->playback_signals);
  g_clear_object (&self->actions);
  g_clear_object (&self->playback);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_timeline_parent_class)->dispose (object);
}

static void
dateline_timeline_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  DatelineTimeline *self = DATELINE_TIMELINE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dateline_timeline_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  DatelineTimeline *self = DATELINE_TIMELINE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      dateline_timeline_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (DATELINE_TYPE_CALENDAR);
  g_type_ensure (DATELINE_TYPE_TIME_SCRUBBER);
  g_type_ensure (DATELINE_TYPE_TIMELINE_DATE_POPOVER);
  g_type_ensure (DATELINE_TYPE_TIMELINE_LAYOUT);
  g_type_ensure (DATELINE_TYPE_TIMELINE_WINDOW_POPOVER);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/dateline/Dateline/dateline-timeline.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineTimeline, day_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimeline, day_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimeline, date_popover);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimeline, count_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimeline, play_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimeline, transport);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimeline, speed_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimeline, speed_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimeline, window_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimeline, window_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimeline, window_popover);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimeline, scrubber);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimeline, stack);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimeline, calendar);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimeline, note_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimeline, note_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineTimeline, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_view_changed_cb);
}

static void
dateline_timeline_class_init (DatelineTimelineClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_timeline_dispose;
  object_class->get_property = dateline_timeline_get_property;
  object_class->set_property = dateline_timeline_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, DATELINE_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  bind_template (widget_class);
}

static void
dateline_timeline_init (DatelineTimeline *self)
{
  g_autoptr (GMenuModel) menu = create_speed_menu ();

  load_style ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->speed_button, menu);

  self->session_signals = g_signal_group_new (DATELINE_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "visible-changed", G_CALLBACK (on_visible_changed_cb), self);
  self->playback_signals = g_signal_group_new (DATELINE_TYPE_PLAYBACK);
  g_signal_group_connect_swapped (self->playback_signals, "notify::playing", G_CALLBACK (update_play_button), self);
  g_signal_group_connect_swapped (self->playback_signals, "notify::speed", G_CALLBACK (update_speed), self);

  on_visible_changed_cb (self);
  update_play_button (self);
  update_speed (self);
  set_left_to_right (self->transport);
}

/**
 * dateline_timeline_new:
 * @session: (nullable): whose days to show
 *
 * Returns: the date bar
 */
GtkWidget *
dateline_timeline_new (DatelineSession *session)
{
  return g_object_new (DATELINE_TYPE_TIMELINE, "session", session, NULL);
}

DatelineSession *
dateline_timeline_get_session (DatelineTimeline *self)
{
  g_return_val_if_fail (DATELINE_IS_TIMELINE (self), NULL);

  return self->session;
}

/**
 * dateline_timeline_set_session:
 * @self: a date bar
 * @session: (nullable): whose days to show
 *
 * Starts with a new playback, paused.
 */
void
dateline_timeline_set_session (DatelineTimeline *self, DatelineSession *session)
{
  g_return_if_fail (DATELINE_IS_TIMELINE (self));

  if (self->playback != NULL && self->session != session)
    dateline_playback_set_playing (self->playback, FALSE);
  if (!g_set_object (&self->session, session))
    return;

  g_clear_object (&self->actions);
  g_clear_object (&self->playback);
  if (session != NULL)
    {
      self->playback = dateline_playback_new (session);
      self->actions = dateline_timeline_actions_new (session, self->playback);
      add_view_actions (self);
      g_object_bind_property (gtk_settings_get_default (), "gtk-enable-animations", self->playback, "calm", G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
    }
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->playback_signals, self->playback);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "timeline", self->actions);
  dateline_timeline_date_popover_set_session (self->date_popover, session);
  dateline_timeline_window_popover_set_session (self->window_popover, session);
  dateline_time_scrubber_set_session (self->scrubber, session);
  dateline_calendar_set_session (self->calendar, session);
  gtk_stack_set_visible_child_name (self->stack, "histogram");
  on_view_changed_cb (self);

  on_visible_changed_cb (self);
  update_play_button (self);
  update_speed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * dateline_timeline_get_playback:
 * @self: a date bar
 *
 * Returns: (transfer none) (nullable): what plays its session
 */
DatelinePlayback *
dateline_timeline_get_playback (DatelineTimeline *self)
{
  g_return_val_if_fail (DATELINE_IS_TIMELINE (self), NULL);

  return self->playback;
}

/**
 * dateline_timeline_get_actions:
 * @self: a date bar
 *
 * Returns: (transfer none) (nullable): its actions, as
 *   dateline-timeline-actions.h lists them, for a window to insert as
 *   "timeline" and to bind keys to
 */
GActionGroup *
dateline_timeline_get_actions (DatelineTimeline *self)
{
  g_return_val_if_fail (DATELINE_IS_TIMELINE (self), NULL);

  return self->actions;
}
