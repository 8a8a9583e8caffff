/* dateline-review-actions.c: accept, correct, reject, skip
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One key each, and the next incident comes by itself.
 */

#include "config.h"

#include "dateline-review-actions.h"

#include <glib/gi18n.h>

typedef struct
{
  DatelineSession       *session;
  DatelineEvidencePanel *panel; /* not owned: it owns the group */
} Actors;

static void
actors_free (gpointer data)
{
  g_object_unref (((Actors *) data)->session);
  g_free (data);
}

static void
tell (Actors *actors, const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (actors->panel), "win.toast", "s", message);
}

/* The next incident shown after the selected one that nobody has judged,
 * from the list's end again at its beginning; 0 when all are judged. */
static gint64
find_next (DatelineSession *session)
{
  const DatelineIncidentTable *table = dateline_session_get_table (session);
  guint                        selected = dateline_incident_table_find (table, dateline_session_get_selected (session));
  guint                        begin = selected != G_MAXUINT ? selected + 1 : 0;

  for (guint i = 0; i < table->n_rows; i++)
    {
      guint row = (begin + i) % table->n_rows;

      if (row != selected && table->status[row] == DATELINE_STATUS_UNREVIEWED && dateline_session_is_visible (session, row))
        return table->id[row];
    }
  return 0;
}

static void
go_on (Actors *actors)
{
  gint64 next = find_next (actors->session);

  if (next != 0)
    dateline_session_select (actors->session, next);
  else
    tell (actors, _ ("Every incident shown has been reviewed"));
}

static void
judge (Actors *actors, DatelineStatus status)
{
  gint64             selected = dateline_session_get_selected (actors->session);
  g_autoptr (GError) error = NULL;

  if (selected == 0)
    {
      go_on (actors);
      return;
    }

  if (dateline_session_set_status (actors->session, &selected, 1, status, &error))
    go_on (actors);
  else
    tell (actors, error->message);
}

static void
on_accept_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  judge (user_data, DATELINE_STATUS_ACCEPTED);
}

static void
on_reject_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  judge (user_data, DATELINE_STATUS_REJECTED);
}

static void
on_skip_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  go_on (user_data);
}

static void
on_correct_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Actors *actors = user_data;

  if (dateline_session_get_selected (actors->session) != 0)
    dateline_evidence_panel_correct (actors->panel);
}

static const GActionEntry entries[] = {
  { "accept", on_accept_cb },
  { "correct", on_correct_cb },
  { "reject", on_reject_cb },
  { "skip", on_skip_cb },
};

/**
 * dateline_review_actions_new:
 * @panel: who tells what happened, and shows the form
 * @session: the hub
 *
 * Returns: (transfer full): the group, to be inserted as "review"
 */
GActionGroup *
dateline_review_actions_new (DatelineEvidencePanel *panel, DatelineSession *session)
{
  GSimpleActionGroup *group = g_simple_action_group_new ();
  Actors             *actors = g_new0 (Actors, 1);

  actors->session = g_object_ref (session);
  actors->panel = panel;
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), actors);
  g_object_set_data_full (G_OBJECT (group), "actors", actors, actors_free);

  return G_ACTION_GROUP (group);
}
