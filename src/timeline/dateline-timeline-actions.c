/* dateline-timeline-actions.c: what keys and buttons do to the timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-timeline"

#include "config.h"

#include "dateline-timeline-actions.h"

/* What every action works on; the group owns it. */
typedef struct
{
  DatelineSession  *session;
  DatelinePlayback *playback;
} Actors;

static void
actors_free (gpointer data)
{
  Actors *actors = data;

  g_object_unref (actors->session);
  g_object_unref (actors->playback);
  g_free (actors);
}

static void
step (Actors *actors, int n_days)
{
  DatelineDay first, last;

  if (dateline_session_get_span (actors->session, &first, &last))
    dateline_session_set_day (actors->session, CLAMP (dateline_session_get_day (actors->session) + n_days, first, last));
}

static void
go_to_incident_day (Actors *actors, int direction)
{
  DatelineDay day = dateline_session_get_day (actors->session);

  if (day != DATELINE_DAY_NONE)
    day = dateline_session_find_day_with_incidents (actors->session, day, direction);
  if (day != DATELINE_DAY_NONE)
    dateline_session_set_day (actors->session, day);
}

static void
change_speed (Actors *actors, int change)
{
  int speed = (int) dateline_playback_get_speed (actors->playback) + change;

  dateline_playback_set_speed (actors->playback, (guint) CLAMP (speed, 0, (int) dateline_playback_get_n_speeds () - 1));
}

/* As J and L do in a video editor. */
static void
shuttle (Actors *actors, gboolean backwards)
{
  if (dateline_playback_get_playing (actors->playback) && dateline_playback_get_backwards (actors->playback) == backwards)
    {
      change_speed (actors, 1);
      return;
    }

  dateline_playback_set_backwards (actors->playback, backwards);
  dateline_playback_set_playing (actors->playback, TRUE);
}

static void
on_play_pause_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Actors  *actors = user_data;
  gboolean playing = dateline_playback_get_playing (actors->playback);

  if (!playing)
    dateline_playback_set_backwards (actors->playback, FALSE);
  dateline_playback_set_playing (actors->playback, !playing);
}

static void
on_pause_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  dateline_playback_set_playing (((Actors *) user_data)->playback, FALSE);
}

static void
on_step_forward_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  step (user_data, 1);
}

static void
on_step_back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  step (user_data, -1);
}

static void
on_next_incident_day_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  go_to_incident_day (user_data, 1);
}

static void
on_previous_incident_day_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  go_to_incident_day (user_data, -1);
}

static void
on_first_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Actors     *actors = user_data;
  DatelineDay first, last;

  if (dateline_session_get_span (actors->session, &first, &last))
    dateline_session_set_day (actors->session, first);
}

static void
on_last_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Actors     *actors = user_data;
  DatelineDay first, last;

  if (dateline_session_get_span (actors->session, &first, &last))
    dateline_session_set_day (actors->session, last);
}

static void
on_faster_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  change_speed (user_data, 1);
}

static void
on_slower_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  change_speed (user_data, -1);
}

static void
on_shuttle_forward_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  shuttle (user_data, FALSE);
}

static void
on_shuttle_back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  shuttle (user_data, TRUE);
}

static const GActionEntry entries[] = {
  { "play-pause", on_play_pause_cb },
  { "pause", on_pause_cb },
  { "step-forward", on_step_forward_cb },
  { "step-back", on_step_back_cb },
  { "next-incident-day", on_next_incident_day_cb },
  { "previous-incident-day", on_previous_incident_day_cb },
  { "first", on_first_cb },
  { "last", on_last_cb },
  { "faster", on_faster_cb },
  { "slower", on_slower_cb },
  { "shuttle-forward", on_shuttle_forward_cb },
  { "shuttle-back", on_shuttle_back_cb },
};

static void
set_enabled (GActionMap *group, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (group, name)), enabled);
}

static void
on_visible_changed_cb (GActionMap *group, DatelineSession *session)
{
  DatelineDay first = DATELINE_DAY_NONE, last = DATELINE_DAY_NONE, day;
  gboolean    has_dates = dateline_session_get_span (session, &first, &last);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    set_enabled (group, entries[i].name, has_dates);
  if (!has_dates)
    return;

  day = dateline_session_get_day (session);
  set_enabled (group, "next-incident-day", dateline_session_find_day_with_incidents (session, day, 1) != DATELINE_DAY_NONE);
  set_enabled (group, "previous-incident-day", dateline_session_find_day_with_incidents (session, day, -1) != DATELINE_DAY_NONE);
}

static void
add_property (GSimpleActionGroup *group, const char *name, gpointer object)
{
  g_autoptr (GPropertyAction) action = g_property_action_new (name, object, name);

  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
}

/**
 * dateline_timeline_actions_new:
 * @session: whose day to move
 * @playback: plays @session
 *
 * Returns: (transfer full): the actions, as the header lists them
 */
GActionGroup *
dateline_timeline_actions_new (DatelineSession *session, DatelinePlayback *playback)
{
  GSimpleActionGroup *group;
  Actors             *actors;

  g_return_val_if_fail (DATELINE_IS_SESSION (session), NULL);
  g_return_val_if_fail (DATELINE_IS_PLAYBACK (playback), NULL);

  group = g_simple_action_group_new ();
  actors = g_new0 (Actors, 1);
  actors->session = g_object_ref (session);
  actors->playback = g_object_ref (playback);
  g_object_set_data_full (G_OBJECT (group), "dateline-actors", actors, actors_free);

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), actors);
  add_property (group, "speed", playback);
  add_property (group, "loop", playback);
  add_property (group, "skip-quiet", playback);
  add_property (group, "window-kind", session);

  g_signal_connect_object (session, "visible-changed", G_CALLBACK (on_visible_changed_cb), group, G_CONNECT_SWAPPED);
  on_visible_changed_cb (G_ACTION_MAP (group), session);

  return G_ACTION_GROUP (group);
}
