/* test-evidence-panel.c: the panel says what is known, and shows the words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <string.h>

#include "dateline-article-view.h"
#include "dateline-evidence-panel.h"
#include "dateline-excerpt-row.h"
#include "dateline-incident-list-view.h"
#include "dateline-report-list.h"
#include "find-widget.h"
#include "fixture.h"

typedef struct
{
  DatelineSession *session;
  GtkWidget       *window;
  GtkWidget       *panel;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = fixture_session_new ();
  fixture->window = gtk_window_new ();
  fixture->panel = dateline_evidence_panel_new (fixture->session);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 380, 640);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->panel);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->session);
}

/* All that a reader sees below @widget, line by line. */
static void
append_text (GtkWidget *widget, GString *text)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    append_text (child, text);
}

static char *
get_text (GtkWidget *widget)
{
  GString *text = g_string_new (NULL);

  append_text (widget, text);
  return g_string_free (text, FALSE);
}

static void
assert_says (GtkWidget *widget, const char *expected)
{
  g_autofree char *text = get_text (widget);

  if (strstr (text, expected) == NULL)
    g_error ("“%s” is not in:\n%s", expected, text);
}

static void
assert_says_not (GtkWidget *widget, const char *unexpected)
{
  g_autofree char *text = get_text (widget);

  if (strstr (text, unexpected) != NULL)
    g_error ("“%s” is in:\n%s", unexpected, text);
}

/* Popovers have lists of their own. */
static void
test_nothing_selected (Fixture *fixture, gconstpointer data)
{
  assert_says (fixture->panel, "Select an incident");
}

static void
test_every_field (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[] = {
    "Air strike", "al-Qa’im, Anbar, Iraq", "Near the place, within about 25 km",
    "24 January 2024, 00:15", "United States (claimed) → Kataib Hezbollah",
    "Kataib Hezbollah: said to be backed by Iran", "facilities", "guided bombs",
    "at least 3", "No source named", "Evidence: Weak", "Not stated: injured", "1 excerpt",
    "Strikes in Iraq’s west", "The Example · 24 January 2024"
  };

  dateline_session_select (fixture->session, FIXTURE_STRIKE);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    assert_says (fixture->panel, expected[i]);
  assert_says_not (fixture->panel, "assumed");
  assert_says_not (fixture->panel, "Told as background");
}

static void
test_doubts_are_said (Fixture *fixture, gconstpointer data)
{
  dateline_session_select (fixture->session, FIXTURE_COUNTRY);
  assert_says (fixture->panel, "Country only");
  assert_says (fixture->panel, "Date assumed from publication");
  assert_says (fixture->panel, "Told as background");
  assert_says (fixture->panel, "not named → Houthis");

  dateline_session_select (fixture->session, FIXTURE_UNKNOWN);
  assert_says (fixture->panel, "Not stated\n");
  assert_says (fixture->panel, "Not stated: targets, weapons, killed, injured");
  assert_says_not (fixture->panel, "→");
}

static void
test_clearing_the_selection (Fixture *fixture, gconstpointer data)
{
  dateline_session_select (fixture->session, FIXTURE_STRIKE);
  dateline_session_select (fixture->session, 0);
  assert_says (fixture->panel, "Select an incident");
}

/* A line break in the sentence is shown as a space, and no byte moves. */
static void
test_excerpt_bytes (Fixture *fixture, gconstpointer data)
{
  GtkWidget         *row;
  const char        *text;
  DatelineProvenance evidence;

  dateline_session_select (fixture->session, FIXTURE_STRIKE);
  row = find_widget (fixture->panel, DATELINE_TYPE_EXCERPT_ROW, NULL);
  g_assert_nonnull (row);
  text = dateline_excerpt_row_get_text (DATELINE_EXCERPT_ROW (row));
  evidence = dateline_excerpt_row_get_evidence (DATELINE_EXCERPT_ROW (row));
  g_assert_cmpuint (strlen (text), ==, evidence.span.end - evidence.span.begin);
  g_assert_null (strchr (text, '\n'));
  g_assert_true (g_str_has_prefix (text, "On Jan. 24"));
  g_assert_nonnull (strstr (text, "three facilities"));
}

static void
test_article_opens_at_the_words (Fixture *fixture, gconstpointer data)
{
  static const char *const asked[] = { "al-Qa’im", "القائم", "BAGHDĀD", "An attack was also reported.", "precision-guided bombs" };
  GtkWidget               *view;

  dateline_session_select (fixture->session, FIXTURE_STRIKE);
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_autofree char *shown = NULL;

      dateline_session_show_article (fixture->session, 1, fixture_find (fixture_text, asked[i]));
      view = find_widget (fixture->panel, DATELINE_TYPE_ARTICLE_VIEW, NULL);
      shown = dateline_article_view_get_asked_text (DATELINE_ARTICLE_VIEW (view));
      g_assert_cmpstr (shown, ==, asked[i]);
    }
  assert_says (fixture->panel, "Strikes in Iraq’s west");
}

static guint
count_tags (GtkWidget *view, const char *words)
{
  GtkTextView   *text_view = GTK_TEXT_VIEW (find_widget (view, GTK_TYPE_TEXT_VIEW, NULL));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (text_view);
  GtkTextIter    begin, found;

  gtk_text_buffer_get_start_iter (buffer, &begin);
  g_assert_true (gtk_text_iter_forward_search (&begin, words, 0, &found, NULL, NULL));
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (&found);
  return g_slist_length (tags);
}

static void
test_article_marks_every_incident (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = find_widget (fixture->panel, DATELINE_TYPE_ARTICLE_VIEW, NULL);

  dateline_session_select (fixture->session, FIXTURE_STRIKE);
  dateline_session_show_article (fixture->session, 1, fixture_find (fixture_text, "carried out"));
  g_assert_cmpuint (count_tags (view, "BAGHD"), ==, 0);
  g_assert_cmpuint (count_tags (view, "on three"), ==, 1);     /* a sentence of the selected incident */
  g_assert_cmpuint (count_tags (view, "carried"), ==, 2);      /* and what was asked for */
  g_assert_cmpuint (count_tags (view, "Qa’im"), ==, 2);        /* and where */
  g_assert_cmpuint (count_tags (view, "A day before"), ==, 1); /* a sentence of another */
}

static void
test_quotation_has_its_source (Fixture *fixture, gconstpointer data)
{
  GtkWidget       *view = find_widget (fixture->panel, DATELINE_TYPE_ARTICLE_VIEW, NULL);
  g_autofree char *quotation = NULL;

  dateline_session_show_article (fixture->session, 1, fixture_find (fixture_text, "strikes hit Houthi targets in Yemen."));
  quotation = dateline_article_view_get_quotation (DATELINE_ARTICLE_VIEW (view));
  g_assert_cmpstr (quotation, ==,
                   "“strikes hit Houthi targets in Yemen.”\n"
                   "Strikes in Iraq’s west\n"
                   "The Example · 24 January 2024\n"
                   "https://example.org/strikes");
}

static void
test_unknown_article_is_not_shown (Fixture *fixture, gconstpointer data)
{
  g_test_expect_message ("dateline-panel", G_LOG_LEVEL_WARNING, "article 99 cannot be shown*");
  dateline_session_show_article (fixture->session, 99, (DatelineSpan){ 0, 4 });
  g_test_assert_expected_messages ();
  assert_says (fixture->panel, "Select an incident");
}

static void
test_list_and_session_select_together (void)
{
  DatelineSession   *session = fixture_session_new ();
  GtkWidget         *window = gtk_window_new ();
  GtkWidget         *view = dateline_incident_list_view_new (session);
  GtkListView       *list_view;
  GtkSelectionModel *model;
  DatelineDay        first, last;

  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  list_view = GTK_LIST_VIEW (find_widget (view, GTK_TYPE_LIST_VIEW, NULL));
  model = gtk_list_view_get_model (list_view);

  dateline_session_set_window_kind (session, DATELINE_WINDOW_UP_TO);
  g_assert_true (dateline_session_get_span (session, &first, &last));
  dateline_session_set_day (session, last);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), >=, 2);

  gtk_selection_model_select_item (model, 1, TRUE);
  g_assert_cmpint (dateline_session_get_selected (session), ==, FIXTURE_STRIKE);
  g_assert_true (gtk_selection_model_is_selected (model, 1));

  dateline_session_select (session, FIXTURE_COUNTRY);
  g_assert_true (gtk_selection_model_is_selected (model, 0));
  g_assert_false (gtk_selection_model_is_selected (model, 1));

  assert_says (view, "1 without a place");
  assert_says (view, "1 without a date");

  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (session);
}

static void
test_list_says_why_it_is_empty (void)
{
  g_autoptr (DatelineSession) session = fixture_session_new ();
  g_autoptr (GtkWidget)       view = g_object_ref_sink (dateline_incident_list_view_new (session));

  dateline_session_set_window_kind (session, DATELINE_WINDOW_DAY);
  dateline_session_set_day (session, dateline_day_new (2024, 1, 23));
  assert_says (view, "Nothing on this date");
  assert_says (view, "Show Everything");
}

/* The panel of a whole says how many reports it rests on, and why. */
static void
test_merged (Fixture *fixture, gconstpointer data)
{
  static const gint64          reports[] = { FIXTURE_STRIKE, FIXTURE_COUNTRY };
  DatelineStore               *store = dateline_session_get_store (fixture->session);
  g_autoptr (GError)           error = NULL;
  g_autoptr (DatelineIncident) whole = dateline_store_load_incident (store, FIXTURE_STRIKE, &error);

  g_assert_no_error (error);
  dateline_session_select (fixture->session, FIXTURE_STRIKE);
  assert_says_not (fixture->panel, "Why merged");
  assert_says_not (fixture->panel, "reports in");

  g_ptr_array_add (whole->rules, g_strdup ("merge.2-reports"));
  g_ptr_array_add (whole->rules, g_strdup ("merge.same-day"));
  g_ptr_array_add (whole->rules, g_strdup ("merge.like-toll"));
  g_assert_cmpint (dateline_store_add_whole (store, whole, reports, G_N_ELEMENTS (reports), &error), >, 0);
  g_assert_no_error (error);
  dateline_session_reload (fixture->session);

  assert_says (fixture->panel, "2 reports in 1 article");
  assert_says (fixture->panel, "Why merged: same day, similar numbers killed");
}

/* The popover of the button that says @label, opened. */
static GtkWidget *
open_popover (GtkWidget *widget, const char *label)
{
  GtkWidget *button = find_widget (widget, GTK_TYPE_MENU_BUTTON, label);

  g_assert_nonnull (button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  return GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
}

static void
enter_reason (GtkWidget *popover, const char *reason)
{
  GtkWidget *entry = find_widget (popover, GTK_TYPE_ENTRY, "Reason (kept with the project)");

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), reason);
  g_signal_emit_by_name (entry, "activate");
}

/* What an analyst writes when they merge and split stands where the
 * engine's reason does; it goes and comes with undo and redo. */
static void
test_reasons_are_kept (Fixture *fixture, gconstpointer data)
{
  GtkWidget                   *list = find_widget (fixture->panel, DATELINE_TYPE_REPORT_LIST, NULL);
  g_autoptr (DatelineIncident) strike = dateline_store_load_incident (dateline_session_get_store (fixture->session), FIXTURE_STRIKE, NULL);
  gint64                       country = FIXTURE_COUNTRY;

  /* Only what lies near is offered. */
  g_assert_true (dateline_session_set_values (fixture->session, &country, 1, 1 << DATELINE_EDIT_PLACES, strike, NULL));
  dateline_session_select (fixture->session, FIXTURE_STRIKE);
  enter_reason (open_popover (list, "Merge With…"), " Both speak of one raid ");
  assert_says (fixture->panel, "2 reports in 1 article");
  assert_says (fixture->panel, "Merged by hand: Both speak of one raid\n");

  enter_reason (open_popover (list, "Split Off"), "Another country");
  dateline_session_select (fixture->session, FIXTURE_STRIKE);
  assert_says (fixture->panel, "Split off by hand: Another country\n");
  dateline_session_select (fixture->session, FIXTURE_COUNTRY);
  assert_says (fixture->panel, "Split off by hand: Another country\n");
  assert_says_not (fixture->panel, "one raid");

  g_assert_true (dateline_session_undo (fixture->session, NULL));
  assert_says (fixture->panel, "Merged by hand: Both speak of one raid\n");
  g_assert_true (dateline_session_undo (fixture->session, NULL));
  assert_says_not (fixture->panel, "by hand");
}

/* A reason may be left out, and one of a table that was imported is none. */
static void
test_no_reason (Fixture *fixture, gconstpointer data)
{
  DatelineStore     *store = dateline_session_get_store (fixture->session);
  gint64             both[] = { FIXTURE_STRIKE, FIXTURE_COUNTRY };
  gint64             whole = dateline_session_merge (fixture->session, both, G_N_ELEMENTS (both), "", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (whole, !=, 0);
  dateline_session_select (fixture->session, whole);
  assert_says (fixture->panel, "2 reports");
  assert_says_not (fixture->panel, "by hand");
  enter_reason (open_popover (find_widget (fixture->panel, DATELINE_TYPE_REPORT_LIST, NULL), "Split Off"), "");
  dateline_session_select (fixture->session, FIXTURE_STRIKE);
  assert_says_not (fixture->panel, "by hand");

  g_assert_true (dateline_store_begin (store, &error));
  g_assert_true (dateline_store_set_decision (store, FIXTURE_STRIKE, DATELINE_DECISION_IMPORTED, &error));
  g_assert_true (dateline_store_commit (store, &error));
  dateline_session_reload (fixture->session);
  assert_says_not (fixture->panel, "by hand");
}

/* Numbers that exclude one another stand together, each with its words. */
static void
test_contradiction (Fixture *fixture, gconstpointer data)
{
  gint64                       strike = FIXTURE_STRIKE;
  g_autoptr (GError)           error = NULL;
  g_autoptr (DatelineIncident) incident = dateline_store_load_incident (dateline_session_get_store (fixture->session), strike, &error);

  dateline_session_select (fixture->session, strike);
  assert_says_not (fixture->panel, "Sources contradict one another");

  dateline_toll_add_claim (&incident->killed, -1, 1, "the spokesman", (DatelineProvenance){ 1, fixture_find (fixture_text, "We shall see") });
  g_assert_true (dateline_session_set_values (fixture->session, &strike, 1, 1 << DATELINE_EDIT_KILLED, incident, &error));
  assert_says (fixture->panel, "Sources contradict one another");
  assert_says (fixture->panel, "at least 3, no source named");
  assert_says (fixture->panel, "at most 1, says the spokesman");
  assert_says (fixture->panel, "We shall see");
}

/* A place that the engine is not sure of says so. */
static void
test_place_is_a_guess (Fixture *fixture, gconstpointer data)
{
  gint64                       strike = FIXTURE_STRIKE;
  g_autoptr (GError)           error = NULL;
  g_autoptr (DatelineIncident) incident = dateline_store_load_incident (dateline_session_get_store (fixture->session), strike, &error);

  dateline_session_select (fixture->session, strike);
  assert_says_not (fixture->panel, "Place guessed");
  g_array_index (incident->places, DatelinePlace, 0).confidence = 0.4;
  g_assert_true (dateline_session_set_values (fixture->session, &strike, 1, 1 << DATELINE_EDIT_PLACES, incident, &error));
  assert_says (fixture->panel, "Place guessed");
}

#define PANEL_TEST(name, function) g_test_add ("/panel/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("LANGUAGE", "C", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  PANEL_TEST ("nothing-selected", test_nothing_selected);
  PANEL_TEST ("every-field", test_every_field);
  PANEL_TEST ("doubts-are-said", test_doubts_are_said);
  PANEL_TEST ("clearing-the-selection", test_clearing_the_selection);
  PANEL_TEST ("excerpt-bytes", test_excerpt_bytes);
  PANEL_TEST ("article-opens-at-the-words", test_article_opens_at_the_words);
  PANEL_TEST ("article-marks-every-incident", test_article_marks_every_incident);
  PANEL_TEST ("quotation-has-its-source", test_quotation_has_its_source);
  PANEL_TEST ("unknown-article", test_unknown_article_is_not_shown);
  PANEL_TEST ("merged-reports", test_merged);
  PANEL_TEST ("reasons-are-kept", test_reasons_are_kept);
  PANEL_TEST ("no-reason", test_no_reason);
  PANEL_TEST ("contradiction", test_contradiction);
  PANEL_TEST ("place-is-a-guess", test_place_is_a_guess);
  g_test_add_func ("/panel/list/select-together", test_list_and_session_select_together);
  g_test_add_func ("/panel/list/empty", test_list_says_why_it_is_empty);

  return g_test_run ();
}
