/* dateline-article-view.c: a whole article, its evidence marked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-panel"

#include "config.h"

#include "dateline-article-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "dateline-excerpt-row.h"
#include "dateline-lines.h"
#include "dateline-rejection-list.h"
#include "dateline-text-index.h"
#include "dateline-words.h"

struct _DatelineArticleView
{
  GtkWidget parent_instance;

  DatelineSession   *session;
  DatelineProvenance asked;
  DatelineTextIndex *index; /* of the article shown; NULL for none */
  char              *title; /* of the article shown, each may be NULL */
  char              *byline;
  char              *url;
  GtkTextTag        *field_tags[DATELINE_N_FIELDS];
  GtkTextTag        *evidence_tag;
  GtkTextTag        *asked_tag;
  GtkTextTag        *rejected_tag;
  GArray            *evidence; /* Evidence of every incident of the article */
  GArray            *rejected; /* DatelineRejection */

  /* Template widgets */
  GtkLabel      *title_label;
  GtkLabel      *anchor_label;
  GtkLabel      *byline_label;
  GtkButton     *link_button;
  GtkTextView   *text_view;
  GtkTextBuffer *buffer;

  GtkWidget             *add_button;
  DatelineRejectionList *rejection_list;
};

enum
{
  SIGNAL_BACK,
  N_SIGNALS
};

/* A sentence of the article and the incident that rests on it. */
typedef struct
{
  DatelineSpan span;
  gint64       incident;
} Evidence;

G_DEFINE_FINAL_TYPE (DatelineArticleView, dateline_article_view, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

static void
get_bounds (DatelineArticleView *self, DatelineSpan span, GtkTextIter *begin, GtkTextIter *end)
{
  gtk_text_buffer_get_iter_at_offset (self->buffer, begin, (int) dateline_text_index_get_char (self->index, span.begin));
  gtk_text_buffer_get_iter_at_offset (self->buffer, end, (int) dateline_text_index_get_char (self->index, span.end));
}

static void
apply_tag (DatelineArticleView *self, GtkTextTag *tag, DatelineSpan span)
{
  GtkTextIter begin;
  GtkTextIter end;

  get_bounds (self, span, &begin, &end);
  gtk_text_buffer_apply_tag (self->buffer, tag, &begin, &end);
}

static GtkTextTag *
create_tag (DatelineArticleView *self)
{
  GtkTextTag *tag = gtk_text_tag_new (NULL);

  gtk_text_tag_table_add (gtk_text_buffer_get_tag_table (self->buffer), tag);
  g_object_unref (tag);
  return tag;
}

static void
update_colors (DatelineArticleView *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GdkRGBA  evidence = dark ? (GdkRGBA){ 1, 1, 1, 0.06f } : (GdkRGBA){ 0, 0, 0, 0.05f };
  GdkRGBA  rejected = dark ? (GdkRGBA){ 1, 1, 1, 0.55f } : (GdkRGBA){ 0, 0, 0, 0.55f };
  GdkRGBA  asked = dark ? (GdkRGBA){ 0.95f, 0.80f, 0.25f, 0.20f } : (GdkRGBA){ 1, 0.85f, 0.20f, 0.35f };

  g_object_set (self->evidence_tag, "background-rgba", &evidence, NULL);
  g_object_set (self->asked_tag, "background-rgba", &asked, NULL);
  g_object_set (self->rejected_tag, "foreground-rgba", &rejected, NULL);
  for (int field = 0; field < DATELINE_N_FIELDS; field++)
    {
      GdkRGBA color = dateline_field_get_color (field, dark);
      GdkRGBA tint = color;

      tint.alpha = 0.22f;
      g_object_set (self->field_tags[field],
                    "background-rgba", &tint,
                    "underline", PANGO_UNDERLINE_SINGLE,
                    "underline-rgba", &color,
                    NULL);
    }
}

/* The words of the selected incident, each field in its colour. */
static void
mark_fields (DatelineArticleView *self, const DatelineIncident *incident, const DatelineArticle *article)
{
  g_autoptr (GArray) marks = dateline_marks_collect (incident);
  g_autoptr (GArray) spans = dateline_marks_flatten (marks, self->asked.article, (DatelineSpan){ 0, (guint32) article->length });

  for (guint i = 0; i < spans->len; i++)
    {
      const DatelineMarkedSpan *marked = &g_array_index (spans, DatelineMarkedSpan, i);

      apply_tag (self, self->field_tags[marked->field], marked->span);
    }
}

static void
append_id (gint64 incident, gpointer user_data)
{
  g_array_append_val ((GArray *) user_data, incident);
}

/* Where the article's own date is not the one its dates count from, the
 * reader is told, and why. */
static void
show_anchor (DatelineArticleView *self, const DatelineAnchor *anchor)
{
  gboolean         overridden = anchor != NULL && anchor->reason != NULL && anchor->day != DATELINE_DAY_NONE && g_strcmp0 (anchor->source, "metadata") != 0;
  g_autofree char *day = overridden ? dateline_day_to_words (anchor->day) : NULL;
  /* Translators: the first %s is a date, the second a sentence */
  g_autofree char *text = overridden ? g_strdup_printf (_ ("Dates are counted from %s. %s"), day, anchor->reason) : NULL;

  gtk_label_set_label (self->anchor_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->anchor_label), overridden);
}

/* All that was found in the article: its sentences lead to their
 * incidents, and what is none says why. */
static void
load_findings (DatelineArticleView *self)
{
  DatelineStore                 *store = dateline_session_get_store (self->session);
  g_autoptr (GArray)             ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (DatelineExtraction) extraction = dateline_store_load_extraction (store, self->asked.article, NULL);

  g_array_set_size (self->evidence, 0);
  g_array_set_size (self->rejected, 0);
  show_anchor (self, extraction != NULL ? &extraction->anchor : NULL);
  if (extraction == NULL || !dateline_store_foreach_report (store, self->asked.article, append_id, ids, NULL))
    return;

  g_array_append_vals (self->rejected, extraction->rejected->data, extraction->rejected->len);
  for (guint i = 0; i < MIN (ids->len, extraction->incidents->len); i++)
    {
      const DatelineIncident *incident = g_ptr_array_index (extraction->incidents, i);
      gint64                  whole = dateline_store_find_whole (store, g_array_index (ids, gint64, i), NULL);

      for (guint j = 0; j < incident->evidence->len; j++)
        {
          DatelineProvenance provenance = g_array_index (incident->evidence, DatelineProvenance, j);
          Evidence           evidence = { provenance.span, whole };

          if (provenance.article == self->asked.article)
            g_array_append_val (self->evidence, evidence);
        }
    }
}

static void
mark_findings (DatelineArticleView *self)
{
  for (guint i = 0; i < self->rejected->len; i++)
    apply_tag (self, self->rejected_tag, g_array_index (self->rejected, DatelineRejection, i).span);
  for (guint i = 0; i < self->evidence->len; i++)
    apply_tag (self, self->evidence_tag, g_array_index (self->evidence, Evidence, i).span);
}

/* The byte under x, y of the text view, or G_MAXUINT32. */
static guint32
byte_at (DatelineArticleView *self, double x, double y)
{
  GtkTextIter      begin;
  GtkTextIter      iter;
  g_autofree char *text = NULL;
  int              buffer_x = 0;
  int              buffer_y = 0;

  gtk_text_view_window_to_buffer_coords (self->text_view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (self->text_view, &iter, buffer_x, buffer_y))
    return G_MAXUINT32;

  gtk_text_buffer_get_start_iter (self->buffer, &begin);
  text = gtk_text_buffer_get_slice (self->buffer, &begin, &iter, TRUE);
  return (guint32) strlen (text);
}

/* What stands at @byte for an incident that is not selected. */
static const Evidence *
find_other_evidence (DatelineArticleView *self, guint32 byte)
{
  gint64 selected = dateline_session_get_selected (self->session);

  for (guint i = 0; i < self->evidence->len; i++)
    {
      const Evidence *evidence = &g_array_index (self->evidence, Evidence, i);

      if (evidence->incident != selected && evidence->span.begin <= byte && byte < evidence->span.end)
        return evidence;
    }
  return NULL;
}

static const DatelineRejection *
find_rejection (DatelineArticleView *self, guint32 byte)
{
  for (guint i = 0; i < self->rejected->len; i++)
    {
      const DatelineRejection *rejection = &g_array_index (self->rejected, DatelineRejection, i);

      if (rejection->span.begin <= byte && byte < rejection->span.end)
        return rejection;
    }
  return NULL;
}

static void
show_header (DatelineArticleView *self, const DatelineArticle *article)
{
  g_free (self->title);
  g_free (self->byline);
  g_free (self->url);
  self->title = g_strdup (article->title);
  self->byline = dateline_article_to_byline (article);
  self->url = g_strdup (article->url);

  gtk_label_set_label (self->title_label, self->title != NULL ? self->title : _ ("Article without a title"));
  gtk_label_set_label (self->byline_label, self->byline);
  gtk_widget_set_visible (GTK_WIDGET (self->link_button), self->url != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->link_button), self->url);
}

static void
scroll_to_asked (DatelineArticleView *self)
{
  GtkTextIter begin;
  GtkTextIter end;

  get_bounds (self, self->asked.span, &begin, &end);
  gtk_text_buffer_place_cursor (self->buffer, &begin);
  gtk_text_view_scroll_to_mark (self->text_view, gtk_text_buffer_get_insert (self->buffer), 0, TRUE, 0, 0.25);
}

static void
on_back_clicked_cb (DatelineArticleView *self)
{
  g_signal_emit (self, signals[SIGNAL_BACK], 0);
}

static void
on_link_clicked_cb (DatelineArticleView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->url, GDK_CURRENT_TIME);
}

/* The bytes of the article that are selected. */
static DatelineSpan
get_selection (DatelineArticleView *self)
{
  GtkTextIter      start, begin, end;
  g_autofree char *before = NULL;
  g_autofree char *words = NULL;
  DatelineSpan     span;

  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_get_selection_bounds (self->buffer, &begin, &end);
  before = gtk_text_buffer_get_slice (self->buffer, &start, &begin, TRUE);
  words = gtk_text_buffer_get_slice (self->buffer, &begin, &end, TRUE);
  span.begin = (guint32) strlen (before);
  span.end = span.begin + (guint32) strlen (words);
  return span;
}

static void
on_add_clicked_cb (DatelineArticleView *self)
{
  g_autoptr (GError) error = NULL;
  gint64             incident = dateline_session_add_incident (self->session, self->asked.article, get_selection (self), &error);

  if (incident == 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
      return;
    }
  dateline_session_select (self->session, incident);
  gtk_widget_activate_action (GTK_WIDGET (self), "review.correct", NULL);
}

static void
on_selection_changed_cb (DatelineArticleView *self)
{
  gtk_widget_set_sensitive (self->add_button, gtk_text_buffer_get_has_selection (self->buffer));
}

static void
on_copy_clicked_cb (DatelineArticleView *self)
{
  g_autofree char *quotation = dateline_article_view_get_quotation (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), quotation);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("Quotation copied"));
}

/* A click, not the end of a selection, on a sentence of another incident
 * leads to that incident. */
static void
on_released_cb (DatelineArticleView *self, int n_press, double x, double y)
{
  const Evidence *evidence;

  if (n_press != 1 || gtk_text_buffer_get_has_selection (self->buffer))
    return;

  evidence = find_other_evidence (self, byte_at (self, x, y));
  if (evidence != NULL)
    dateline_session_select (self->session, evidence->incident);
}

static gboolean
on_query_tooltip_cb (DatelineArticleView *self, int x, int y, gboolean keyboard_mode, GtkTooltip *tooltip)
{
  guint32                  byte = keyboard_mode || self->index == NULL ? G_MAXUINT32 : byte_at (self, x, y);
  const Evidence          *evidence = find_other_evidence (self, byte);
  const DatelineRejection *rejection = evidence == NULL ? find_rejection (self, byte) : NULL;

  if (evidence != NULL)
    gtk_tooltip_set_text (tooltip, _ ("Another incident: click to see it"));
  else if (rejection != NULL)
    gtk_tooltip_set_text (tooltip, dateline_rejection_to_words (rejection->reason));
  else
    return FALSE;

  return TRUE;
}

/* Where the cursor stands, as a click there would. */
static gboolean
select_at_cursor (DatelineArticleView *self)
{
  const Evidence *evidence = find_other_evidence (self, get_selection (self).begin);

  if (evidence == NULL || !gtk_widget_has_focus (GTK_WIDGET (self->text_view)))
    return GDK_EVENT_PROPAGATE;
  dateline_session_select (self->session, evidence->incident);
  return GDK_EVENT_STOP;
}

static gboolean
on_key_pressed_cb (DatelineArticleView *self, guint keyval)
{
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    return select_at_cursor (self);
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  on_back_clicked_cb (self);
  return GDK_EVENT_STOP;
}

static void
dateline_article_view_dispose (GObject *object)
{
  DatelineArticleView *self = DATELINE_ARTICLE_VIEW (object);
  GtkWidget           *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_article_view_parent_class)->dispose (object);
}

static void
dateline_article_view_finalize (GObject *object)
{
  DatelineArticleView *self = DATELINE_ARTICLE_VIEW (object);

  g_clear_pointer (&self->index, dateline_text_index_free);
  g_clear_pointer (&self->evidence, g_array_unref);
  g_clear_pointer (&self->rejected, g_array_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->byline, g_free);
  g_clear_pointer (&self->url, g_free);

  G_OBJECT_CLASS (dateline_article_view_parent_class)->finalize (object);
}

static void
dateline_article_view_class_init (DatelineArticleViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_article_view_dispose;
  object_class->finalize = dateline_article_view_finalize;

  signals[SIGNAL_BACK] =
    g_signal_new ("back",
                  DATELINE_TYPE_ARTICLE_VIEW,
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  g_type_ensure (DATELINE_TYPE_REJECTION_LIST);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/dateline/Dateline/dateline-article-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineArticleView, title_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineArticleView, anchor_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineArticleView, byline_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineArticleView, link_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineArticleView, text_view);
  gtk_widget_class_bind_template_child (widget_class, DatelineArticleView, buffer);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_link_clicked_cb);
  gtk_widget_class_bind_template_child (widget_class, DatelineArticleView, add_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineArticleView, rejection_list);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_released_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_query_tooltip_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
dateline_article_view_init (DatelineArticleView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->evidence = g_array_new (FALSE, FALSE, sizeof (Evidence));
  self->rejected = g_array_new (FALSE, FALSE, sizeof (DatelineRejection));
  self->rejected_tag = create_tag (self);
  self->evidence_tag = create_tag (self);
  self->asked_tag = create_tag (self);
  for (int field = 0; field < DATELINE_N_FIELDS; field++)
    self->field_tags[field] = create_tag (self);
  update_colors (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (update_colors), self, G_CONNECT_SWAPPED);
}

void
dateline_article_view_set_session (DatelineArticleView *self, DatelineSession *session)
{
  g_return_if_fail (DATELINE_IS_ARTICLE_VIEW (self));

  g_set_object (&self->session, session);
}

/**
 * dateline_article_view_show:
 * @self: a view with a session
 * @asked: the bytes to show; clipped to the article's text
 *
 * Shows the whole article, scrolled to @asked, with the words of the
 * selected incident marked, and the sentences of all others.
 *
 * Returns: %FALSE when there is no such article
 */
gboolean
dateline_article_view_show (DatelineArticleView *self, DatelineProvenance asked)
{
  g_autoptr (GError)      error = NULL;
  const DatelineArticle  *article;
  const DatelineIncident *incident;

  g_return_val_if_fail (DATELINE_IS_ARTICLE_VIEW (self), FALSE);

  article = dateline_session_get_article (self->session, asked.article, &error);
  if (article == NULL)
    {
      g_warning ("article %" G_GINT64_FORMAT " cannot be shown: %s", asked.article, error->message);
      return FALSE;
    }

  asked.span.end = (guint32) MIN (asked.span.end, article->length);
  asked.span.begin = MIN (asked.span.begin, asked.span.end);
  self->asked = asked;
  show_header (self, article);
  g_clear_pointer (&self->index, dateline_text_index_free);
  self->index = dateline_text_index_new (article->text, article->length);
  gtk_text_buffer_set_text (self->buffer, article->text, (int) article->length);

  load_findings (self);
  mark_findings (self);
  dateline_rejection_list_show (self->rejection_list, self->session, asked.article);
  apply_tag (self, self->asked_tag, asked.span);
  incident = dateline_session_get_selected_incident (self->session);
  if (incident != NULL)
    mark_fields (self, incident, article);
  scroll_to_asked (self);

  return TRUE;
}

/**
 * dateline_article_view_get_quotation:
 * @self: a view that shows an article
 *
 * Returns: (transfer full): the selected words, else the asked ones, with
 *   their source
 */
char *
dateline_article_view_get_quotation (DatelineArticleView *self)
{
  g_autofree char *text = NULL;
  GString         *quotation = g_string_new (NULL);
  GtkTextIter      begin;
  GtkTextIter      end;

  g_return_val_if_fail (DATELINE_IS_ARTICLE_VIEW (self), NULL);

  if (!gtk_text_buffer_get_selection_bounds (self->buffer, &begin, &end))
    get_bounds (self, self->asked.span, &begin, &end);
  text = gtk_text_buffer_get_text (self->buffer, &begin, &end, TRUE);

  /* Translators: a quotation, between the quotation marks of your language */
  g_string_append_printf (quotation, _ ("“%s”"), g_strstrip (text));
  if (self->title != NULL)
    g_string_append_printf (quotation, "\n%s", self->title);
  if (self->byline != NULL)
    g_string_append_printf (quotation, "\n%s", self->byline);
  if (self->url != NULL)
    g_string_append_printf (quotation, "\n%s", self->url);

  return g_string_free (quotation, FALSE);
}

/**
 * dateline_article_view_get_asked_text:
 * @self: a view that shows an article
 *
 * Returns: (transfer full): the words that it was asked to show, as they
 *   stand highlighted
 */
char *
dateline_article_view_get_asked_text (DatelineArticleView *self)
{
  GtkTextIter begin;
  GtkTextIter end;

  g_return_val_if_fail (DATELINE_IS_ARTICLE_VIEW (self), NULL);

  gtk_text_buffer_get_start_iter (self->buffer, &begin);
  if (!gtk_text_iter_starts_tag (&begin, self->asked_tag) && !gtk_text_iter_forward_to_tag_toggle (&begin, self->asked_tag))
    return g_strdup ("");

  end = begin;
  gtk_text_iter_forward_to_tag_toggle (&end, self->asked_tag);
  return gtk_text_buffer_get_text (self->buffer, &begin, &end, TRUE);
}
