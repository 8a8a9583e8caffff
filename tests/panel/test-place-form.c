/* test-place-form.c: where an incident was, corrected in a form and on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gtk/gtk.h>

#include "dateline-place-form.h"
#include "fixture.h"

typedef struct
{
  DatelineSession   *session;
  DatelineIncident  *incident; /* the fixture's strike, with two other places of the name */
  DatelinePlaceForm *form;
  GtkWidget         *window;
} Fixture;

static void
add_alternative (DatelinePlace *place, const char *name, double lat, double lon)
{
  DatelinePlaceAlternative alternative = { .name = (char *) name, .country = "IQ", .point = { lat, lon } };

  dateline_place_add_alternative (place, &alternative);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  DatelinePlace     *place;

  fixture->session = fixture_session_new ();
  fixture->incident = dateline_store_load_incident (dateline_session_get_store (fixture->session), FIXTURE_STRIKE, &error);
  g_assert_no_error (error);
  place = &g_array_index (fixture->incident->places, DatelinePlace, 0);
  add_alternative (place, "al-Qaim", 33.1, 44.3);
  add_alternative (place, "al-Qaim", 35.5, 44.4);

  fixture->form = DATELINE_PLACE_FORM (dateline_place_form_new (fixture->session));
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->form));
  dateline_place_form_show (fixture->form, FIXTURE_STRIKE, fixture->incident, fixture->incident);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  dateline_incident_free (fixture->incident);
  g_assert_finalize_object (fixture->session);
}

static void
present (Fixture *fixture)
{
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (!gtk_widget_get_mapped (GTK_WIDGET (fixture->form)))
    g_main_context_iteration (NULL, TRUE);
}

static DatelineCandidates *
get_candidates (Fixture *fixture)
{
  return dateline_session_get_candidates (fixture->session);
}

static DatelinePoint
load_point (Fixture *fixture)
{
  g_autoptr (GError)           error = NULL;
  g_autoptr (DatelineIncident) incident = dateline_store_load_incident (dateline_session_get_store (fixture->session), FIXTURE_STRIKE, &error);

  g_assert_no_error (error);
  return g_array_index (incident->places, DatelinePlace, 0).point;
}

/* Offered while the form is there to be seen, and not a moment longer. */
static void
test_offers (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (dateline_candidates_get_n (get_candidates (fixture)), ==, 0);
  present (fixture);
  g_assert_cmpuint (dateline_candidates_get_n (get_candidates (fixture)), ==, 3);
  g_assert_cmpuint (dateline_candidates_get_chosen (get_candidates (fixture)), ==, 0);
  g_assert_cmpfloat (dateline_candidates_get (get_candidates (fixture), 1)->point.lat, ==, 33.1);
  g_assert_true (g_str_has_prefix (dateline_candidates_get (get_candidates (fixture), 2)->line, "3 · al-Qaim"));
  gtk_widget_set_visible (GTK_WIDGET (fixture->form), FALSE);
  g_assert_cmpuint (dateline_candidates_get_n (get_candidates (fixture)), ==, 0);
}

/* What is chosen on the map is saved, as one step to be undone. */
static void
test_chooses (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  DatelinePoint      before = load_point (fixture);

  present (fixture);
  dateline_candidates_choose (get_candidates (fixture), 2);
  g_assert_cmpuint (dateline_candidates_get_chosen (get_candidates (fixture)), ==, 2);
  g_assert_true (dateline_place_form_check (fixture->form, &error));
  g_assert_true (dateline_place_form_save (fixture->form, &error));
  g_assert_cmpfloat (load_point (fixture).lat, ==, 35.5);
  g_assert_true (dateline_session_undo (fixture->session, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (load_point (fixture).lat, ==, before.lat);
  g_assert_null (dateline_session_get_undo_label (fixture->session));
}

/* A marker dragged to a point is one more candidate, and the chosen one;
 * nothing is written before it is saved. */
static void
test_drags (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  DatelinePoint      before = load_point (fixture);

  dateline_session_pick (fixture->session, (DatelinePoint){ 34.25, 41.75 });
  present (fixture);
  g_assert_cmpuint (dateline_candidates_get_chosen (get_candidates (fixture)), ==, 0);
  dateline_session_pick (fixture->session, (DatelinePoint){ 34.25, 41.75 });
  g_assert_cmpuint (dateline_candidates_get_n (get_candidates (fixture)), ==, 4);
  g_assert_cmpuint (dateline_candidates_get_chosen (get_candidates (fixture)), ==, 3);
  g_assert_cmpfloat (dateline_candidates_get (get_candidates (fixture), 3)->point.lon, ==, 41.75);
  g_assert_cmpfloat (load_point (fixture).lat, ==, before.lat);

  g_assert_true (dateline_place_form_save (fixture->form, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (load_point (fixture).lat, ==, 34.25);
  g_assert_true (dateline_session_undo (fixture->session, &error));
  g_assert_cmpfloat (load_point (fixture).lat, ==, before.lat);
  g_assert_null (dateline_session_get_undo_label (fixture->session));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add ("/panel/place-form/offers", Fixture, NULL, set_up, test_offers, tear_down);
  g_test_add ("/panel/place-form/chooses", Fixture, NULL, set_up, test_chooses, tear_down);
  g_test_add ("/panel/place-form/drags", Fixture, NULL, set_up, test_drags, tear_down);

  return g_test_run ();
}
