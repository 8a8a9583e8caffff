/* dateline-review-bar.c: what an analyst decides on the selected incident
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-review-bar.h"

#include <glib/gi18n.h>

#include "dateline-lines.h"
#include "dateline-locale-text.h"

struct _DatelineReviewBar
{
  GtkWidget parent_instance;

  DatelineSession *session;

  /* Template widgets */
  GtkWidget *accept_button;
  GtkWidget *correct_button;
  GtkWidget *reject_button;
  GtkLabel  *progress_label;
};

G_DEFINE_FINAL_TYPE (DatelineReviewBar, dateline_review_bar, GTK_TYPE_WIDGET)

static void
set_pressed (GtkWidget *button, gboolean pressed, const char *css_class)
{
  if (pressed)
    gtk_widget_add_css_class (button, css_class);
  else
    gtk_widget_remove_css_class (button, css_class);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_PRESSED, pressed ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

static void
update (DatelineReviewBar *self)
{
  const DatelineIncidentTable *table = dateline_session_get_table (self->session);
  guint                        selected = dateline_incident_table_find (table, dateline_session_get_selected (self->session));
  DatelineStatus               status = selected != G_MAXUINT ? (DatelineStatus) table->status[selected] : DATELINE_STATUS_UNREVIEWED;
  guint                        n_reviewed = 0;
  g_autofree char             *progress = NULL;

  for (guint row = 0; row < table->n_rows; row++)
    n_reviewed += table->status[row] != DATELINE_STATUS_UNREVIEWED;

  /* Translators: state of the incident, then how many of all were reviewed: "Accepted · 3 of 39 reviewed" */
  progress = dateline_strdup_printf (ngettext ("%s · %u of %u reviewed", "%s · %u of %u reviewed", table->n_rows), dateline_status_to_words (status), n_reviewed, table->n_rows);
  gtk_label_set_label (self->progress_label, progress);
  set_pressed (self->accept_button, status == DATELINE_STATUS_ACCEPTED, "suggested-action");
  set_pressed (self->correct_button, status == DATELINE_STATUS_CORRECTED, "suggested-action");
  set_pressed (self->reject_button, status == DATELINE_STATUS_REJECTED, "destructive-action");
}

static void
dateline_review_bar_dispose (GObject *object)
{
  DatelineReviewBar *self = DATELINE_REVIEW_BAR (object);
  GtkWidget         *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_review_bar_parent_class)->dispose (object);
}

static void
dateline_review_bar_class_init (DatelineReviewBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dateline_review_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/dateline/Dateline/dateline-review-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineReviewBar, accept_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineReviewBar, correct_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineReviewBar, reject_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineReviewBar, progress_label);
}

static void
dateline_review_bar_init (DatelineReviewBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dateline_review_bar_set_session:
 * @self: a bar
 * @session: the hub; set once
 */
void
dateline_review_bar_set_session (DatelineReviewBar *self, DatelineSession *session)
{
  g_return_if_fail (DATELINE_IS_REVIEW_BAR (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::selected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "incidents-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
