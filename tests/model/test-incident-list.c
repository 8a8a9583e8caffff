/* test-incident-list.c: the list against a brute-force model
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "dateline-incident-list.h"
#include "fixture.h"

/* What somebody who only hears items-changed believes the list to be. */
typedef struct
{
  GListModel      *model;
  DatelineSession *session;
  GArray          *ids; /* gint64 */
  guint            n_signals;
} Listener;

static gint64
get_id (GListModel *model, guint position)
{
  g_autoptr (DatelineIncidentItem) item = g_list_model_get_item (model, position);

  g_assert_nonnull (item);
  return dateline_incident_item_get_id (item);
}

static void
on_items_changed_cb (GListModel *model, guint position, guint n_removed, guint n_added, Listener *listener)
{
  listener->n_signals++;
  g_assert_cmpuint (position + n_removed, <=, listener->ids->len);
  g_array_remove_range (listener->ids, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    {
      gint64 id = get_id (model, position + i);

      g_array_insert_val (listener->ids, position + i, id);
    }
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, listener->ids->len);

  /* The list is whole at every step, not only at the last. */
  for (guint i = 0; i < listener->ids->len; i++)
    {
      gint64 id = g_array_index (listener->ids, gint64, i);

      g_assert_cmpint (get_id (model, i), ==, id);
      if (listener->session != NULL)
        g_assert_cmpuint (dateline_session_find_position (listener->session, id), ==, i);
    }
}

static void
assert_list_is_right (DatelineSession *session, Listener *listener)
{
  const DatelineIncidentTable *table = dateline_session_get_table (session);
  guint                        n = 0, n_shown;

  for (guint row = 0; row < table->n_rows; row++)
    if (dateline_session_is_visible (session, row))
      {
        g_assert_cmpuint (n, <, listener->ids->len);
        g_assert_cmpint (g_array_index (listener->ids, gint64, n), ==, table->id[row]);
        n++;
      }
  for (guint row = 0; row < table->n_rows; row++)
    if (!dateline_session_is_visible (session, row))
      g_assert_cmpuint (dateline_session_find_position (session, table->id[row]), ==, G_MAXUINT);
  g_object_get (session, "n-shown", &n_shown, NULL);
  g_assert_cmpuint (n, ==, n_shown);
  g_assert_cmpuint (n, ==, listener->ids->len);
  g_assert_cmpuint (n, ==, g_list_model_get_n_items (listener->model));
  g_assert_null (g_list_model_get_item (listener->model, n));
}

static void
set_random_filter (DatelineSession *session, GRand *random)
{
  g_autoptr (DatelineFilter) filter = dateline_filter_new ();

  for (guint type = 0; type < DATELINE_N_INCIDENT_TYPES; type++)
    if (g_rand_boolean (random))
      dateline_filter_set_wanted (filter, DATELINE_FACET_TYPE, dateline_incident_type_get_id (type), TRUE);
  if (g_rand_int_range (random, 0, 3) == 0)
    dateline_filter_set_wanted (filter, DATELINE_FACET_COUNTRY, "SY", TRUE);
  if (g_rand_int_range (random, 0, 3) == 0)
    filter->text = g_strdup (g_rand_boolean (random) ? "place" : "PLACE 1");
  dateline_session_set_filter (session, filter);
}

/* Judges an incident, moves it in time, or takes the last such step back. */
static void
edit_at_random (DatelineSession *session, GRand *random)
{
  const DatelineIncidentTable *table = dateline_session_get_table (session);
  g_autoptr (DatelineIncident) source = dateline_incident_new (DATELINE_INCIDENT_SHELLING);
  g_autoptr (GError)           error = NULL;
  DatelineDay                  day = dateline_day_new (2024, 1, 1) + g_rand_int_range (random, 0, 90);
  gint64                       ids[2];

  if (table->n_rows == 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = table->id[g_rand_int_range (random, 0, (gint32) table->n_rows)];
  source->when.interval = dateline_date_interval_for_days (day, day, DATELINE_REGION_OFFSET_MINUTES);
  source->when.precision = DATELINE_DATE_DAY;

  switch (g_rand_int_range (random, 0, 3))
    {
    case 0:
      dateline_session_set_status (session, ids, ids[0] != ids[1] ? 2 : 1, g_rand_int_range (random, 0, 4), &error);
      break;
    case 1:
      dateline_session_set_values (session, ids, 1, 1 << DATELINE_EDIT_WHEN, source, &error);
      break;
    default:
      dateline_session_undo (session, &error);
    }
  g_assert_no_error (error);
}

static DatelineSession *
new_random_session (GRand *random, guint n_incidents)
{
  static const char *const    names[] = { NULL, "Place 1", "Place 2" };
  g_autofree FixtureIncident *incidents = g_new0 (FixtureIncident, n_incidents);

  for (guint i = 0; i < n_incidents; i++)
    {
      DatelineDay          first = dateline_day_new (2024, 1, 1) + g_rand_int_range (random, 0, 90);
      int                  n_days = g_rand_int_range (random, 0, 8) == 0 ? g_rand_int_range (random, 1, 60) : 1;
      DatelineDateInterval interval = dateline_date_interval_for_days (first, first + n_days - 1, DATELINE_REGION_OFFSET_MINUTES);

      incidents[i] = (FixtureIncident){ interval.start, interval.end, n_days == 1 ? DATELINE_DATE_DAY : DATELINE_DATE_MONTH };
      if (g_rand_int_range (random, 0, 10) == 0)
        incidents[i].start = G_MININT64;
      incidents[i].type = g_rand_int_range (random, 0, DATELINE_N_INCIDENT_TYPES);
      incidents[i].place = names[g_rand_int_range (random, 0, G_N_ELEMENTS (names))];
      incidents[i].country = g_rand_boolean (random) ? "IQ" : "SY";
    }
  return fixture_session (incidents, n_incidents);
}

/* Random moves, wide and narrow, and random filters: whoever only follows
 * items-changed always has what is visible, in order. */
static void
test_random_moves (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (42);

  for (guint round = 0; round < 8; round++)
    {
      DatelineSession *session = new_random_session (random, round * 12);
      Listener         listener = { .session = session, .ids = g_array_new (FALSE, FALSE, sizeof (gint64)) };

      listener.model = g_object_ref (dateline_session_get_list (session));
      on_items_changed_cb (listener.model, 0, 0, g_list_model_get_n_items (listener.model), &listener);
      g_signal_connect (listener.model, "items-changed", G_CALLBACK (on_items_changed_cb), &listener);
      for (guint i = 0; i < 300; i++)
        {
          switch (g_rand_int_range (random, 0, 10))
            {
            case 0:
              dateline_session_set_window_kind (session, g_rand_int_range (random, 0, 4));
              break;
            case 1:
              dateline_session_set_day (session, dateline_day_new (2024, 1, 1) + g_rand_int_range (random, -40, 160));
              break;
            case 2:
              set_random_filter (session, random);
              break;
            case 3:
              dateline_session_select (session, g_rand_int_range (random, 0, 100));
              break;
            case 4:
            case 5:
              edit_at_random (session, random);
              break;
            default:
              if (dateline_session_get_day (session) != DATELINE_DAY_NONE)
                dateline_session_set_day (session, dateline_session_get_day (session) + g_rand_int_range (random, -3, 4));
            }
          assert_list_is_right (session, &listener);
        }

      /* Who holds the list longer than the session finds it empty. */
      listener.session = NULL;
      g_assert_finalize_object (session);
      g_assert_cmpuint (listener.ids->len, ==, 0);
      g_assert_null (g_list_model_get_item (listener.model, 0));
      g_assert_finalize_object (DATELINE_INCIDENT_LIST (listener.model));
      g_array_unref (listener.ids);
    }
}

/* Moving a day tells of what comes and goes, not of the whole list. */
static void
test_small_changes (void)
{
  FixtureIncident  incidents[40] = { 0 };
  DatelineSession *session;
  Listener         listener = { .ids = g_array_new (FALSE, FALSE, sizeof (gint64)) };
  DatelineDay      first = dateline_day_new (2024, 1, 1);

  for (guint i = 0; i < G_N_ELEMENTS (incidents); i++)
    {
      DatelineDateInterval day = dateline_date_interval_for_days (first + (int) i, first + (int) i, DATELINE_REGION_OFFSET_MINUTES);

      incidents[i] = (FixtureIncident){ day.start, day.end, DATELINE_DATE_DAY };
    }
  session = fixture_session (incidents, G_N_ELEMENTS (incidents));
  listener.model = dateline_session_get_list (session);
  on_items_changed_cb (listener.model, 0, 0, g_list_model_get_n_items (listener.model), &listener);
  g_signal_connect (listener.model, "items-changed", G_CALLBACK (on_items_changed_cb), &listener);

  listener.n_signals = 0;
  dateline_session_set_day (session, first + 38);
  g_assert_cmpuint (listener.n_signals, ==, 1);
  dateline_session_set_day (session, first + 39);
  g_assert_cmpuint (listener.n_signals, ==, 2);
  dateline_session_set_day (session, first + 100);
  g_assert_cmpuint (listener.n_signals, ==, 2); /* nothing came */
  dateline_session_set_day (session, first + 20);
  dateline_session_set_window_kind (session, DATELINE_WINDOW_WEEK);
  listener.n_signals = 0;
  dateline_session_set_day (session, first + 21);
  g_assert_cmpuint (listener.n_signals, ==, 2); /* one went, one came */
  g_assert_cmpuint (listener.ids->len, ==, 7);

  g_assert_finalize_object (session);
  g_array_unref (listener.ids);
}

static void
note_change (GListModel *model, guint position, guint n_removed, guint n_added, GString *told)
{
  g_string_append_printf (told, "%u −%u +%u;", position, n_removed, n_added);
}

/* An edit tells of the incident that it changes, and no other. */
static void
test_edit (void)
{
  FixtureIncident                  incidents[40] = { 0 };
  DatelineSession                 *session;
  DatelineDay                      first = dateline_day_new (2024, 1, 1);
  g_autoptr (GString)              told = g_string_new (NULL);
  g_autoptr (GError)               error = NULL;
  g_autoptr (DatelineIncidentItem) before = NULL, after = NULL, beside = NULL, still_beside = NULL;
  gint64                           id;

  for (guint i = 0; i < G_N_ELEMENTS (incidents); i++)
    {
      DatelineDateInterval day = dateline_date_interval_for_days (first + (int) i, first + (int) i, DATELINE_REGION_OFFSET_MINUTES);

      incidents[i] = (FixtureIncident){ day.start, day.end, DATELINE_DATE_DAY };
    }
  session = fixture_session (incidents, G_N_ELEMENTS (incidents));
  id = dateline_session_get_table (session)->id[7];
  before = g_list_model_get_item (dateline_session_get_list (session), 7);
  beside = g_list_model_get_item (dateline_session_get_list (session), 8);
  g_signal_connect (dateline_session_get_list (session), "items-changed", G_CALLBACK (note_change), told);

  g_assert_true (dateline_session_set_status (session, &id, 1, DATELINE_STATUS_ACCEPTED, &error));
  g_assert_cmpstr (told->str, ==, "7 −1 +1;");
  after = g_list_model_get_item (dateline_session_get_list (session), 7);
  still_beside = g_list_model_get_item (dateline_session_get_list (session), 8);
  g_assert_true (before != after);
  g_assert_true (beside == still_beside);

  g_assert_finalize_object (session);
}

static void
on_first_change_cb (GListModel *model, guint position, guint n_removed, guint n_added, DatelineSession *session)
{
  g_signal_handlers_disconnect_by_func (model, on_first_change_cb, session);
  dateline_session_set_day (session, dateline_day_new (2024, 1, 20));
}

/* Who hears of a change and asks for another gets it, and those who are
 * told later are told both in order. */
static void
test_nested_change (void)
{
  FixtureIncident  incidents[30] = { 0 };
  DatelineSession *session;
  Listener         listener = { .ids = g_array_new (FALSE, FALSE, sizeof (gint64)) };

  for (guint i = 0; i < G_N_ELEMENTS (incidents); i++)
    {
      DatelineDay          day = dateline_day_new (2024, 1, 1) + (int) i;
      DatelineDateInterval interval = dateline_date_interval_for_days (day, day, DATELINE_REGION_OFFSET_MINUTES);

      incidents[i] = (FixtureIncident){ interval.start, interval.end, DATELINE_DATE_DAY };
    }
  session = fixture_session (incidents, G_N_ELEMENTS (incidents));
  dateline_session_set_window_kind (session, DATELINE_WINDOW_WEEK);
  listener.model = dateline_session_get_list (session);
  on_items_changed_cb (listener.model, 0, 0, g_list_model_get_n_items (listener.model), &listener);
  g_signal_connect (listener.model, "items-changed", G_CALLBACK (on_first_change_cb), session);
  g_signal_connect (listener.model, "items-changed", G_CALLBACK (on_items_changed_cb), &listener);

  dateline_session_set_day (session, dateline_day_new (2024, 1, 28));
  g_assert_cmpint (dateline_session_get_day (session), ==, dateline_day_new (2024, 1, 20));
  assert_list_is_right (session, &listener);

  g_assert_finalize_object (session);
  g_array_unref (listener.ids);
}

static void
test_items (void)
{
  const FixtureIncident incident = { 0, 60, DATELINE_DATE_DAY, DATELINE_INCIDENT_RAID, "SY", "Raqqa", { 35.95, 39.01 } };
  DatelineSession      *session = fixture_session (&incident, 1);
  GListModel           *model = dateline_session_get_list (session);
  DatelineIncidentItem *item = g_list_model_get_item (model, 0);
  DatelineIncidentItem *again = g_list_model_get_item (model, 0);

  g_assert_true (item == again);
  g_assert_true (g_list_model_get_item_type (model) == DATELINE_TYPE_INCIDENT_ITEM);
  g_assert_cmpint (dateline_incident_item_get_id (item), ==, 1);
  g_assert_cmpint (dateline_incident_item_get_incident (item)->type, ==, DATELINE_INCIDENT_RAID);
  g_object_unref (again);
  g_assert_finalize_object (session);
  g_assert_cmpstr (dateline_incident_get_site (dateline_incident_item_get_incident (item))->name, ==, "Raqqa");
  g_assert_finalize_object (item);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/incident-list/random-moves", test_random_moves);
  g_test_add_func ("/model/incident-list/small-changes", test_small_changes);
  g_test_add_func ("/model/incident-list/edit", test_edit);
  g_test_add_func ("/model/incident-list/nested-change", test_nested_change);
  g_test_add_func ("/model/incident-list/items", test_items);

  return g_test_run ();
}
