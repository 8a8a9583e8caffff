/* test-table-view.c: the table shows, sorts and judges what the list shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <string.h>

#include "dateline-article-table-view.h"
#include "dateline-incident-table-view.h"
#include "find-widget.h"
#include "fixture.h"

static guint
count_status (DatelineSession *session, DatelineStatus status)
{
  const DatelineIncidentTable *table = dateline_session_get_table (session);
  guint                        n = 0;

  for (guint row = 0; row < table->n_rows; row++)
    n += table->status[row] == status;
  return n;
}

static void
test_judges_what_is_selected (void)
{
  DatelineSession   *session = fixture_session_new ();
  GtkWidget         *window = gtk_window_new ();
  GtkWidget         *view = dateline_incident_table_view_new (session);
  GtkSelectionModel *model;
  guint              n_rows;

  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  model = gtk_column_view_get_model (GTK_COLUMN_VIEW (find_widget (view, GTK_TYPE_COLUMN_VIEW, NULL)));
  n_rows = g_list_model_get_n_items (G_LIST_MODEL (model));

  /* Those of the list, and the one without a date. */
  g_assert_cmpuint (n_rows, ==, g_list_model_get_n_items (dateline_session_get_list (session)) + 1);

  gtk_selection_model_select_item (model, 0, TRUE);
  g_assert_cmpint (dateline_session_get_selected (session), !=, 0);

  gtk_selection_model_select_all (model);
  g_signal_emit_by_name (find_widget (view, GTK_TYPE_BUTTON, "_Accept"), "clicked");
  g_assert_cmpuint (count_status (session, DATELINE_STATUS_ACCEPTED), ==, n_rows);
  g_assert_true (dateline_session_undo (session, NULL)); /* one step for all */
  g_assert_cmpuint (count_status (session, DATELINE_STATUS_ACCEPTED), ==, 0);

  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (session);
}

/* What is merged twice keeps what was said each time. */
static void
test_merges_what_is_selected (void)
{
  static const char *const reasons[] = { "One raid", "One campaign" };
  DatelineSession         *session = fixture_session_new ();
  GtkWidget               *window = gtk_window_new ();
  GtkWidget               *view = dateline_incident_table_view_new (session);
  GtkWidget               *button = find_widget (view, GTK_TYPE_MENU_BUTTON, "Merge");
  GtkSelectionModel       *model;

  g_autoptr (DatelineMerging) merging = NULL;

  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  model = gtk_column_view_get_model (GTK_COLUMN_VIEW (find_widget (view, GTK_TYPE_COLUMN_VIEW, NULL)));
  gtk_selection_model_select_item (model, 0, TRUE);
  g_assert_false (gtk_widget_is_sensitive (button));

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));

      gtk_selection_model_select_item (model, 0, TRUE);
      gtk_selection_model_select_item (model, 1, FALSE);
      g_assert_true (gtk_widget_is_sensitive (button));
      gtk_menu_button_popup (GTK_MENU_BUTTON (button));
      gtk_editable_set_text (GTK_EDITABLE (find_widget (popover, GTK_TYPE_ENTRY, NULL)), reasons[i]);
      g_signal_emit_by_name (find_widget (popover, GTK_TYPE_BUTTON, "_Merge"), "clicked");
    }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 1);
  g_assert_true (dateline_store_load_merging (dateline_session_get_store (session), dateline_session_get_table (session)->id[0], &merging, NULL));
  g_assert_cmpstr (merging->reason, ==, "One raid; One campaign");

  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (session);
}

static void
add_article (DatelineSession *session, const char *title, const char *text, gint64 copy_of)
{
  g_autoptr (DatelineArticle)    article = dateline_article_new (NULL, g_strdup (text), strlen (text));
  g_autoptr (DatelineExtraction) extraction = dateline_extraction_new ();
  g_autoptr (GBytes)             sketch = g_bytes_new_static ("sketch", 6);
  g_autoptr (GError)             error = NULL;
  gint64                         id;

  article->title = g_strdup (title);
  if (copy_of != 0)
    id = dateline_store_add_copy (dateline_session_get_store (session), article, extraction, sketch, copy_of, &error);
  else
    id = dateline_store_add_extraction (dateline_session_get_store (session), article, extraction, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
}

static void
on_show_article_cb (gint64 *shown, gint64 article)
{
  *shown = article;
}

/* The words of a row, cell after cell. */
static char *
read_row (GtkWidget *view, const char *title)
{
  GtkWidget *label = NULL;
  GString   *words = g_string_new (NULL);

  while ((label = find_widget (view, GTK_TYPE_LABEL, title)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  for (GtkWidget *cell = gtk_widget_get_parent (label); cell != NULL; cell = gtk_widget_get_next_sibling (cell))
    g_string_append_printf (words, "%s;", gtk_label_get_text (GTK_LABEL (find_widget (cell, GTK_TYPE_LABEL, NULL))));
  return g_string_free (words, FALSE);
}

static void
search (GtkWidget *view, const char *words)
{
  GtkWidget *entry = find_widget (view, GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
}

/* All articles are there, those without incidents, too; one is found by
 * its words or its incidents' names, and shown when it is chosen. */
static void
test_articles (void)
{
  DatelineSession   *session = fixture_session_new ();
  GtkWidget         *window = gtk_window_new ();
  GtkWidget         *view = dateline_article_table_view_new (session);
  GtkSelectionModel *model;
  gint64             shown = 0;

  add_article (session, "Weather", "It rained over the bakery.", 0);
  add_article (session, "Strikes again", "U.S. forces carried out strikes, we hear.", 1);
  dateline_session_reload (session);
  g_signal_connect_swapped (session, "show-article", G_CALLBACK (on_show_article_cb), &shown);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  model = gtk_column_view_get_model (GTK_COLUMN_VIEW (find_widget (view, GTK_TYPE_COLUMN_VIEW, NULL)));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 3);
  g_assert_nonnull (find_widget (view, GTK_TYPE_LABEL, "3 articles"));

  search (view, "bakery");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 1);
  gtk_selection_model_select_item (model, 0, TRUE);
  g_assert_cmpint (shown, ==, 2);
  search (view, "weather"); /* the title */
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 1);
  search (view, "anbar"); /* an incident's governorate, which no article says */
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 1);
  gtk_selection_model_select_item (model, 0, TRUE);
  g_assert_cmpint (shown, ==, 1);
  search (view, "nowhere");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
  search (view, "");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 3);

  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (session);
}

/* What came of each: incidents, copies, nothing. */
static void
test_article_columns (void)
{
  static const struct
  {
    const char *title, *row;
  } cases[] = {
    { "Strikes in Iraq’s west", "Strikes in Iraq’s west;The Example;24 January 2024;3;1;;" },
    { "Weather", "Weather;;Without a date;;;Nothing found;" },
    { "Strikes again", "Strikes again;;Without a date;;;Copy of another;" },
  };
  DatelineSession *session = fixture_session_new ();
  GtkWidget       *window = gtk_window_new ();
  GtkWidget       *view = dateline_article_table_view_new (session);

  add_article (session, "Weather", "It rained over the bakery.", 0);
  add_article (session, "Strikes again", "U.S. forces carried out strikes, we hear.", 1);
  dateline_session_reload (session);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 400);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *row = read_row (view, cases[i].title);

      g_assert_cmpstr (row, ==, cases[i].row);
    }

  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (session);
}

int
main (int argc, char **argv)
{
  g_setenv ("LANGUAGE", "C", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/panel/table-view/judges-what-is-selected", test_judges_what_is_selected);
  g_test_add_func ("/panel/table-view/merges-what-is-selected", test_merges_what_is_selected);
  g_test_add_func ("/panel/table-view/articles", test_articles);
  g_test_add_func ("/panel/table-view/article-columns", test_article_columns);
  return g_test_run ();
}
