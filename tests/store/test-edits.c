/* test-edits.c: the analyst's values beside the engine's, and how they are found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "dateline-store-private.h"

typedef struct
{
  DatelineStore *store;
} Fixture;

/* Upper case, so that a test sees whether it was asked. */
static char *
fold_up (const char *text)
{
  return g_utf8_strup (text, -1);
}

static void
add_article (DatelineStore *store, const char *title, const char *text, const char *place, DatelinePoint point)
{
  g_autoptr (DatelineArticle)    article = dateline_article_new (NULL, g_strdup (text), strlen (text));
  g_autoptr (DatelineExtraction) extraction = dateline_extraction_new ();
  g_autoptr (GError)             error = NULL;
  DatelineIncident              *incident = dateline_incident_new (DATELINE_INCIDENT_SHELLING);
  DatelinePlace                  where = { .name = g_strdup (place), .country = "SY", .adm1 = g_strdup ("Idlib"), .point = point, .precision = DATELINE_WHERE_EXACT };
  DatelineActor                  actor = { .name = g_strdup ("Ba'ath \"1\""), .role = DATELINE_ACTOR_TARGET, .status = DATELINE_ACTOR_DENIED };
  DatelineRejection              rejection = { "statistic", { 0, 4 } };

  article->title = g_strdup (title);
  article->source_sha256 = g_strnfill (64, 'f');
  incident->when.interval = (DatelineDateInterval){ 86400, 172800 };
  incident->killed = (DatelineToll){ 2, 3, 4 };
  g_array_append_val (incident->places, where);
  g_array_append_val (incident->actors, actor);
  g_ptr_array_add (extraction->incidents, incident);
  g_array_append_val (extraction->rejected, rejection);
  g_assert_cmpint (dateline_store_add_extraction (store, article, extraction, &error), !=, 0);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = dateline_store_open_folding (NULL, fold_up, NULL);
  g_assert_true (dateline_store_set_engine (fixture->store, "0.1", "abc", NULL));
  add_article (fixture->store, "Dawn", "Shells fell on the bakery.", "Aleppo", (DatelinePoint){ 36.2, 37.2 });
  add_article (fixture->store, NULL, "Shells fell on the harbour.", "Homs", (DatelinePoint){ 34.7, 36.7 });
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  dateline_store_free (fixture->store);
}

static void
begin (Fixture *fixture, const char *label)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (dateline_store_begin_step (fixture->store, label, 1700000000, &error));
  g_assert_no_error (error);
}

static void
end (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (dateline_store_end_step (fixture->store, NULL, &error));
  g_assert_no_error (error);
}

/* An incident with something in every field, some of it odd. */
static DatelineIncident *
make_odd (void)
{
  DatelineIncident *odd = dateline_incident_new (DATELINE_INCIDENT_SABOTAGE);
  DatelinePlace     nowhere = { .name = g_strdup ("عين العرب'); DROP"), .point = { NAN, NAN }, .precision = DATELINE_WHERE_REGION, .radius_km = 0.1, .provenance = { 1, { 3, 9 } } };
  DatelinePlace     exact = { .id = g_strdup ("geonames:1"), .country = "SY", .point = { 36.891, -38.353 }, .role = DATELINE_PLACE_LAUNCH_ORIGIN, .derived = TRUE, .confidence = 1.0 / 3 };
  DatelineActor     actor = { .name = g_strdup (""), .sponsor = g_strdup ("Iran\n"), .role = DATELINE_ACTOR_PARTICIPANT, .status = DATELINE_ACTOR_ALLEGED, .confidence = 0.1 };
  DatelineThing     thing = { g_strdup ("bridge"), NULL, { 1, { 0, 6 } } };

  dateline_place_add_alternative (&nowhere, &(DatelinePlaceAlternative){ (char *) "x", NULL, "IQ", (char *) "y", { 1, 2 }, 0.7 });
  odd->when = (DatelineWhen){ { G_MININT64, G_MININT64 }, DATELINE_DATE_YEAR, -210, g_intern_string ("Asia/Aden"), TRUE, { 1, { 1, 2 } } };
  g_array_append_val (odd->places, nowhere);
  g_array_append_val (odd->places, exact);
  g_array_append_val (odd->actors, actor);
  g_array_append_val (odd->weapons, thing);
  thing = (DatelineThing){ NULL, g_strdup ("50% ‘of’ it"), { 0, { 0, 0 } } };
  g_array_append_val (odd->targets, thing);
  odd->killed = (DatelineToll){ -1, 0, 7 };
  dateline_toll_add_claim (&odd->injured, 1, -1, NULL, (DatelineProvenance){ 1, { 0, 5 } });
  odd->n_strikes = 12;
  odd->background = TRUE;
  odd->grade = DATELINE_GRADE_CONTESTED;
  return odd;
}

/* Every field goes in and comes out, alone; the engine's value stands
 * beside it, and is back when the edit goes. */
static void
test_values (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DatelineIncident) odd = make_odd ();
  g_autoptr (DatelineIncident) engine = dateline_store_load_engine_incident (fixture->store, 1, NULL);

  for (guint value = 0; value < DATELINE_N_EDIT_FIELDS; value++)
    {
      g_autoptr (DatelineIncident) edited = NULL, beside = NULL, back = NULL;
      g_autoptr (DatelineReview)   review = NULL;

      begin (fixture, "set");
      g_assert_true (dateline_store_set_values (fixture->store, 1, 1u << value, odd, NULL));
      end (fixture);
      edited = dateline_store_load_incident (fixture->store, 1, NULL);
      beside = dateline_store_load_engine_incident (fixture->store, 1, NULL);
      review = dateline_store_load_review (fixture->store, 1, NULL);
      g_assert_cmphex (review->edited, ==, 1u << value);
      begin (fixture, "reset");
      g_assert_true (dateline_store_reset_values (fixture->store, 1, 1u << value, NULL));
      end (fixture);
      back = dateline_store_load_incident (fixture->store, 1, NULL);

      for (guint i = 0; i < DATELINE_N_EDIT_FIELDS; i++)
        {
          g_autofree char *of_engine = dateline_store_edit_to_text (engine, i);
          g_autofree char *of_odd = dateline_store_edit_to_text (odd, i);
          g_autofree char *of_edited = dateline_store_edit_to_text (edited, i);
          g_autofree char *of_beside = dateline_store_edit_to_text (beside, i);
          g_autofree char *of_back = dateline_store_edit_to_text (back, i);

          g_assert_cmpstr (of_edited, ==, i == value ? of_odd : of_engine);
          g_assert_cmpstr (of_beside, ==, of_engine);
          g_assert_cmpstr (of_back, ==, of_engine);
        }
    }
}

/* The engine's own value is no edit, and what cannot be read is none. */
static void
test_not_edited (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DatelineIncident) engine = dateline_store_load_engine_incident (fixture->store, 1, NULL);
  g_autoptr (DatelineIncident) loaded = NULL;
  g_autoptr (DatelineReview)   review = NULL;
  g_autofree char             *undo = NULL, *redo = NULL;

  begin (fixture, "set");
  g_assert_true (dateline_store_set_values (fixture->store, 1, (1u << DATELINE_N_EDIT_FIELDS) - 1, engine, NULL));
  end (fixture);
  review = dateline_store_load_review (fixture->store, 1, NULL);
  g_assert_cmphex (review->edited, ==, 0);
  g_assert_true (dateline_store_get_step_labels (fixture->store, &undo, &redo, NULL));
  g_assert_null (undo);

  g_assert_cmpint (sqlite3_exec (fixture->store->database,
                                 "INSERT INTO edit VALUES (1, 'places', '[(1,'), (1, 'colour', '1')", NULL, NULL, NULL),
                   ==, SQLITE_OK);
  for (guint i = 0; i < 2; i++)
    g_test_expect_message ("dateline-store", G_LOG_LEVEL_WARNING, "*cannot be read*");
  loaded = dateline_store_load_incident (fixture->store, 1, NULL);
  g_test_assert_expected_messages ();
  g_assert_cmpstr (dateline_incident_get_site (loaded)->name, ==, "Aleppo");
}

static void
test_review (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DatelineReview) review = NULL, again = NULL;
  g_autoptr (GArray)         changed = NULL;
  g_autofree char           *undo = NULL, *redo = NULL;
  g_autoptr (GError)         error = NULL;

  begin (fixture, "Judge");
  g_assert_true (dateline_store_set_status (fixture->store, 2, DATELINE_STATUS_ACCEPTED, NULL));
  g_assert_true (dateline_store_set_note (fixture->store, 2, "seen on film", NULL));
  g_assert_true (dateline_store_add_tag (fixture->store, 2, "ميناء", NULL));
  g_assert_true (dateline_store_add_tag (fixture->store, 2, "film", NULL));
  g_assert_true (dateline_store_add_tag (fixture->store, 2, "film", NULL));
  end (fixture);
  review = dateline_store_load_review (fixture->store, 2, NULL);
  g_assert_cmpint (review->status, ==, DATELINE_STATUS_ACCEPTED);
  g_assert_cmpstr (review->note, ==, "seen on film");
  g_assert_cmpuint (g_strv_length (review->tags), ==, 2);
  g_assert_cmpstr (review->tags[1], ==, "ميناء");
  g_assert_false (review->by_hand);

  g_assert_true (dateline_store_undo (fixture->store, &changed, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (changed->len, ==, 1);
  g_assert_cmpint (g_array_index (changed, gint64, 0), ==, 2);
  again = dateline_store_load_review (fixture->store, 2, NULL);
  g_assert_cmpint (again->status, ==, DATELINE_STATUS_UNREVIEWED);
  g_assert_null (again->note);
  g_assert_true (dateline_store_get_step_labels (fixture->store, &undo, &redo, NULL));
  g_assert_null (undo);
  g_assert_cmpstr (redo, ==, "Judge");
}

/* Steps are refused while something else is being written, and nothing is
 * half done. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError)         error = NULL;
  g_autoptr (DatelineReview) review = NULL;

  g_assert_true (dateline_store_begin (fixture->store, NULL));
  g_assert_false (dateline_store_begin_step (fixture->store, "Late", 0, &error));
  g_assert_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_false (dateline_store_undo (fixture->store, NULL, &error));
  g_assert_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_true (dateline_store_commit (fixture->store, NULL));

  begin (fixture, "Half");
  g_assert_true (dateline_store_set_status (fixture->store, 1, DATELINE_STATUS_REJECTED, NULL));
  g_assert_false (dateline_store_set_status (fixture->store, 99, DATELINE_STATUS_REJECTED, &error));
  g_assert_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_UNKNOWN_ID);
  dateline_store_cancel_step (fixture->store);
  review = dateline_store_load_review (fixture->store, 1, NULL);
  g_assert_cmpint (review->status, ==, DATELINE_STATUS_UNREVIEWED);
}

/* What a step changed has been changed behind its back: it stays as it is. */
static void
test_conflict (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError)         error = NULL;
  g_autoptr (DatelineReview) review = NULL;

  begin (fixture, "Reject");
  g_assert_true (dateline_store_set_status (fixture->store, 1, DATELINE_STATUS_REJECTED, NULL));
  g_assert_true (dateline_store_set_note (fixture->store, 2, "x", NULL));
  end (fixture);
  g_assert_cmpint (sqlite3_exec (fixture->store->database, "UPDATE incident SET status = 2 WHERE id = 1", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (dateline_store_undo (fixture->store, NULL, &error));
  g_assert_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Reject"));
  review = dateline_store_load_review (fixture->store, 2, NULL);
  g_assert_cmpstr (review->note, ==, "x");
}

static void
append_part (gint64 report, gint64 whole, gboolean reviewed, gpointer user_data)
{
  g_string_append_printf (user_data, "%d%s ", (int) report, reviewed ? "!" : "");
}

/* New articles leave alone what an analyst has touched, whatever came of
 * it; and they end what could be redone. */
static void
test_import_after (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) parts = g_string_new (NULL);
  g_autofree char    *undo = NULL, *redo = NULL;

  begin (fixture, "Accept");
  g_assert_true (dateline_store_set_status (fixture->store, 1, DATELINE_STATUS_ACCEPTED, NULL));
  end (fixture);
  begin (fixture, "Unaccept");
  g_assert_true (dateline_store_set_status (fixture->store, 1, DATELINE_STATUS_UNREVIEWED, NULL));
  end (fixture);
  begin (fixture, "Note");
  g_assert_true (dateline_store_set_note (fixture->store, 2, "x", NULL));
  end (fixture);
  g_assert_true (dateline_store_undo (fixture->store, NULL, NULL));

  add_article (fixture->store, NULL, "Third.", "Hama", (DatelinePoint){ 35, 36 });
  g_assert_true (dateline_store_foreach_part (fixture->store, append_part, parts, NULL));
  g_assert_cmpstr (parts->str, ==, "1! 2 3 ");
  g_assert_true (dateline_store_get_step_labels (fixture->store, &undo, &redo, NULL));
  g_assert_cmpstr (undo, ==, "Unaccept");
  g_assert_null (redo);
}

static void
append_id (gint64 id, gpointer user_data)
{
  g_string_append_printf (user_data, "%d ", (int) id);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *words;
    const char *found;
    const char *reason;
  } cases[] = {
    { "aleppo", "1 ", "a place" },
    { "ALEP", "1 ", "its beginning, folded" },
    { "leppo", "", "no beginning" },
    { "idlib", "1 2 ", "a governorate" },
    { "dawn", "1 ", "a title" },
    { "dawn idlib", "1 ", "two words" },
    { "dawn homs", "", "of two incidents" },
    { "bakery", "1 ", "the article's text, when nothing is called so" },
    { "shells harb", "2 ", "two words of it" },
    { "ba'ath", "1 2 ", "an apostrophe" },
    { "\"", "", "no word" },
    { "* OR (", "", "no operators" },
    { "NEAR(aleppo homs)", "", "nor functions" },
    { "dawn NOT", "", "nor this" },
    { "", "", "nothing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) found = g_string_new (NULL);
      g_autoptr (GError)  error = NULL;

      g_test_message ("“%s”: %s", cases[i].words, cases[i].reason);
      g_assert_true (dateline_store_search (fixture->store, cases[i].words, append_id, found, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (found->str, ==, cases[i].found);
    }
}

/* Place and time, before and after a correction. */
static void
test_near (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DatelineIncident) moved = dateline_store_load_incident (fixture->store, 1, NULL);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GString)  at_aleppo = g_string_new (NULL), at_aden = g_string_new (NULL), later = g_string_new (NULL), found = g_string_new (NULL);
      DatelineDateInterval day = { 86400, 172800 }, next = { 500000, 600000 };

      g_assert_true (dateline_store_foreach_near (fixture->store, (DatelinePoint){ 36, 37 }, (DatelinePoint){ 37, 38 }, day, append_id, at_aleppo, NULL));
      g_assert_true (dateline_store_foreach_near (fixture->store, (DatelinePoint){ 12, 44 }, (DatelinePoint){ 13, 46 }, day, append_id, at_aden, NULL));
      g_assert_true (dateline_store_foreach_near (fixture->store, (DatelinePoint){ -90, -180 }, (DatelinePoint){ 90, 180 }, next, append_id, later, NULL));
      g_assert_true (dateline_store_search (fixture->store, "aden", append_id, found, NULL));
      g_assert_cmpstr (at_aleppo->str, ==, i == 0 ? "1 " : "");
      g_assert_cmpstr (at_aden->str, ==, i == 0 ? "" : "1 ");
      g_assert_cmpstr (found->str, ==, i == 0 ? "" : "1 ");
      g_assert_cmpstr (later->str, ==, "");

      g_array_index (moved->places, DatelinePlace, 0).point = (DatelinePoint){ 12.8, 45.03 };
      g_free (g_array_index (moved->places, DatelinePlace, 0).name);
      g_array_index (moved->places, DatelinePlace, 0).name = g_strdup ("Aden");
      begin (fixture, "Move");
      g_assert_true (dateline_store_set_values (fixture->store, 1, 1 << DATELINE_EDIT_PLACES, moved, NULL));
      end (fixture);
    }
}

static void
test_origin (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DatelineOrigin)  origin = dateline_store_load_origin (fixture->store, 1, NULL);
  g_autoptr (DatelineArticle) article = dateline_store_load_article (fixture->store, 1, NULL);
  g_autofree char            *sha256 = dateline_article_get_sha256 (article);

  g_assert_cmpstr (origin->sha256, ==, sha256);
  g_assert_cmpuint (strlen (origin->source_sha256), ==, 64);
  g_assert_cmpstr (origin->source_sha256, ==, article->source_sha256);
  g_assert_cmpstr (origin->engine, ==, "0.1");
  g_assert_cmpstr (origin->engine_data, ==, "abc");
}

/* A rejected mention that is an incident after all; undone, it is none. */
static void
test_rescue (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DatelineIncident) incident = dateline_incident_new (DATELINE_INCIDENT_SHELLING);
  g_autoptr (DatelineReview)   review = NULL;
  g_autoptr (GError)           error = NULL;
  DatelineStoreCounts          counts;
  gint64                       id;

  begin (fixture, "Rescue");
  id = dateline_store_add_report (fixture->store, 1, incident, &error);
  g_assert_cmpint (id, >, 2);
  g_assert_true (dateline_store_set_rescued (fixture->store, 1, 0, id, &error));
  end (fixture);
  g_assert_cmpint (dateline_store_find_rescued (fixture->store, 1, 0, &error), ==, id);
  review = dateline_store_load_review (fixture->store, id, &error);
  g_assert_true (review->by_hand);

  g_assert_true (dateline_store_undo (fixture->store, NULL, &error));
  g_assert_cmpint (dateline_store_find_rescued (fixture->store, 1, 0, &error), ==, 0);
  g_assert_no_error (error);
  g_assert_true (dateline_store_get_counts (fixture->store, &counts, NULL));
  g_assert_cmpuint (counts.n_reports, ==, 2);
}

static void
append_step (const DatelineStep *step, gpointer user_data)
{
  g_string_append_printf (user_data, "%s%s ", step->label, step->undone ? "-" : "");
}

/* The log tells each change, of all incidents or of one. */
static void
test_log (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) all = g_string_new (NULL), one = g_string_new (NULL);

  for (gint64 i = 1; i <= 2; i++)
    {
      g_autofree char *label = g_strdup_printf ("Accept-%d", (int) i);

      begin (fixture, label);
      g_assert_true (dateline_store_set_status (fixture->store, i, DATELINE_STATUS_ACCEPTED, NULL));
      end (fixture);
    }
  g_assert_true (dateline_store_undo (fixture->store, NULL, NULL));
  g_assert_true (dateline_store_foreach_step (fixture->store, 0, append_step, all, NULL));
  g_assert_true (dateline_store_foreach_step (fixture->store, 1, append_step, one, NULL));
  g_assert_cmpstr (all->str, ==, "Accept-1 Accept-2- ");
  g_assert_cmpstr (one->str, ==, "Accept-1 ");
}

/* A copy has all of it, changes that were made meanwhile too, and stands
 * in its place only when it is whole. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char              *folder = g_dir_make_tmp ("dateline-XXXXXX", NULL);
  g_autofree char              *path = g_build_filename (folder, "copy.dateline", NULL);
  g_autoptr (DatelineStoreCopy) copy = NULL;
  g_autoptr (DatelineReview)    review = NULL;
  g_autoptr (GError)            error = NULL;
  DatelineStore                *copied;
  gboolean                      done = FALSE;

  copy = dateline_store_copy_new (fixture->store, path, &error);
  g_assert_no_error (error);
  g_assert_true (dateline_store_copy_step (copy, 2, &done, &error));
  g_assert_false (done);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  begin (fixture, "Meanwhile");
  g_assert_true (dateline_store_set_note (fixture->store, 1, "meanwhile", NULL));
  end (fixture);
  while (!done)
    g_assert_true (dateline_store_copy_step (copy, 2, &done, &error));
  g_assert_true (dateline_store_copy_finish (copy, &error));
  g_assert_true (dateline_store_sync (path));

  copied = dateline_store_open_folding (path, fold_up, &error);
  g_assert_no_error (error);
  review = dateline_store_load_review (copied, 1, NULL);
  g_assert_cmpstr (review->note, ==, "meanwhile");

  /* Not over a project that is open. */
  g_assert_null (dateline_store_copy_new (fixture->store, path, &error));
  g_assert_error (error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_OPEN);
  dateline_store_free (copied);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/store/edits/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("values", test_values);
  ADD ("not-edited", test_not_edited);
  ADD ("review", test_review);
  ADD ("refused", test_refused);
  ADD ("conflict", test_conflict);
  ADD ("import-after", test_import_after);
  ADD ("search", test_search);
  ADD ("near", test_near);
  ADD ("origin", test_origin);
  ADD ("rescue", test_rescue);
  ADD ("log", test_log);
  ADD ("copy", test_copy);
#undef ADD

  return g_test_run ();
}
