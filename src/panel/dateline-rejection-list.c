/* dateline-rejection-list.c: what reads like an incident and was not counted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each with the reason, and a button for who judges otherwise.
 */

#define G_LOG_DOMAIN "dateline-panel"

#include "config.h"

#include "dateline-rejection-list.h"

#include <glib/gi18n.h>

#include "dateline-lines.h"
#include "dateline-locale-text.h"

struct _DatelineRejectionList
{
  GtkWidget parent_instance;

  DatelineSession *session; /* NULL until something was shown */
  gint64           article;

  GtkExpander *expander;
  GtkListBox  *list;
};

G_DEFINE_FINAL_TYPE (DatelineRejectionList, dateline_rejection_list, GTK_TYPE_WIDGET)

static void
on_count_clicked_cb (DatelineRejectionList *self, GtkButton *button)
{
  guint              at = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "rejection"));
  g_autoptr (GError) error = NULL;
  gint64             incident = dateline_session_rescue (self->session, self->article, at, &error);

  if (incident == 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
      return;
    }
  dateline_session_select (self->session, incident);
  gtk_widget_activate_action (GTK_WIDGET (self), "review.correct", NULL);
}

static GtkWidget *
create_row (DatelineRejectionList *self, const DatelineRejection *rejection, const DatelineArticle *article, guint at)
{
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget       *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget       *reason = gtk_label_new (dateline_rejection_to_words (rejection->reason));
  g_autofree char *words = g_strndup (article->text + rejection->span.begin, rejection->span.end - rejection->span.begin);
  GtkWidget       *text = gtk_label_new (words);
  GtkWidget       *button = gtk_button_new_with_label (_ ("Count It"));

  gtk_label_set_xalign (GTK_LABEL (reason), 0);
  gtk_label_set_wrap (GTK_LABEL (reason), TRUE);
  gtk_widget_add_css_class (reason, "caption-heading");
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (text), 3);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (text, "caption");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), reason);
  gtk_box_append (GTK_BOX (texts), text);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Make an incident of these words"));
  g_object_set_data (G_OBJECT (button), "rejection", GUINT_TO_POINTER (at));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_count_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), button);
  gtk_widget_set_margin_top (row, 8);
  gtk_widget_set_margin_bottom (row, 8);
  gtk_widget_set_margin_start (row, 10);
  gtk_widget_set_margin_end (row, 10);

  return row;
}

static void
dateline_rejection_list_dispose (GObject *object)
{
  DatelineRejectionList *self = DATELINE_REJECTION_LIST (object);
  GtkWidget             *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_rejection_list_parent_class)->dispose (object);
}

static void
dateline_rejection_list_class_init (DatelineRejectionListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dateline_rejection_list_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
dateline_rejection_list_init (DatelineRejectionList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->expander = GTK_EXPANDER (gtk_expander_new (NULL));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Not counted"), -1);
  gtk_widget_set_margin_top (GTK_WIDGET (self->list), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->list), 2);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 220);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_expander_set_child (self->expander, scroller);
  gtk_widget_set_parent (GTK_WIDGET (self->expander), GTK_WIDGET (self));
}

/**
 * dateline_rejection_list_show:
 * @self: a list
 * @session: the hub
 * @article: a row id
 *
 * Shows what of the article was not counted.
 */
void
dateline_rejection_list_show (DatelineRejectionList *self, DatelineSession *session, gint64 article)
{
  g_autoptr (DatelineExtraction) extraction = NULL;
  const DatelineArticle         *loaded;
  GtkWidget                     *row;
  g_autofree char               *title = NULL;
  guint                          n_rejected;

  g_return_if_fail (DATELINE_IS_REJECTION_LIST (self));

  g_set_object (&self->session, session);
  self->article = article;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);

  extraction = dateline_store_load_extraction (dateline_session_get_store (session), article, NULL);
  loaded = dateline_session_get_article (session, article, NULL);
  n_rejected = extraction != NULL && loaded != NULL ? extraction->rejected->len : 0;
  for (guint i = 0; i < n_rejected; i++)
    gtk_list_box_append (self->list, create_row (self, &g_array_index (extraction->rejected, DatelineRejection, i), loaded, i));

  /* Translators: mentions that read like an incident, and how many */
  title = dateline_strdup_printf (_ ("Not counted · %u"), n_rejected);
  gtk_expander_set_label (self->expander, title);
  gtk_widget_set_visible (GTK_WIDGET (self), n_rejected > 0);
}
