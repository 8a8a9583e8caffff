/* dateline-excerpt-row.c: one sentence of evidence, its words marked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-panel"

#include "config.h"

#include "dateline-excerpt-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "dateline-locale-text.h"
#include "dateline-quote.h"
#include "dateline-words.h"

struct _DatelineExcerptRow
{
  GtkListBoxRow parent_instance;

  DatelineProvenance evidence;
  GArray            *spans; /* DatelineMarkedSpan */
  DatelineField      emphasised;
  DatelineField      hovered;

  /* Template widgets */
  GtkLabel *text_label;
  GtkLabel *title_label;
  GtkLabel *byline_label;
};

enum
{
  SIGNAL_EMPHASISE,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (DatelineExcerptRow, dateline_excerpt_row, GTK_TYPE_LIST_BOX_ROW)

static guint signals[N_SIGNALS];

static void
update_marking (DatelineExcerptRow *self)
{
  gboolean                  dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  g_autoptr (PangoAttrList) attributes = dateline_marks_to_attributes (self->spans, self->evidence.span.begin, dark, self->emphasised);

  gtk_label_set_attributes (self->text_label, attributes);
}

/* The field of the words at x, y of the label, or none. */
static DatelineField
field_at (DatelineExcerptRow *self, double x, double y)
{
  PangoLayout *layout = gtk_label_get_layout (self->text_label);
  int          offset_x = 0;
  int          offset_y = 0;
  int          index = 0;
  int          trailing = 0;

  gtk_label_get_layout_offsets (self->text_label, &offset_x, &offset_y);
  if (!pango_layout_xy_to_index (layout, (int) ((x - offset_x) * PANGO_SCALE), (int) ((y - offset_y) * PANGO_SCALE), &index, &trailing))
    return DATELINE_FIELD_NONE;

  for (guint i = 0; i < self->spans->len; i++)
    {
      const DatelineMarkedSpan *marked = &g_array_index (self->spans, DatelineMarkedSpan, i);
      guint32                   byte = self->evidence.span.begin + (guint32) index;

      if (marked->span.begin <= byte && byte < marked->span.end)
        return marked->field;
    }
  return DATELINE_FIELD_NONE;
}

static void
set_hovered (DatelineExcerptRow *self, DatelineField field)
{
  if (self->hovered == field)
    return;

  self->hovered = field;
  g_signal_emit (self, signals[SIGNAL_EMPHASISE], 0, (int) field);
}

static void
on_motion_cb (DatelineExcerptRow *self, double x, double y)
{
  set_hovered (self, field_at (self, x, y));
}

static void
on_leave_cb (DatelineExcerptRow *self)
{
  set_hovered (self, DATELINE_FIELD_NONE);
}

static gboolean
on_query_tooltip_cb (DatelineExcerptRow *self, int x, int y, gboolean keyboard_mode, GtkTooltip *tooltip)
{
  DatelineField field = keyboard_mode ? DATELINE_FIELD_NONE : field_at (self, x, y);

  if (field == DATELINE_FIELD_NONE)
    return FALSE;

  gtk_tooltip_set_text (tooltip, dateline_field_get_label (field));
  return TRUE;
}

static void
dateline_excerpt_row_finalize (GObject *object)
{
  DatelineExcerptRow *self = DATELINE_EXCERPT_ROW (object);

  g_clear_pointer (&self->spans, g_array_unref);

  G_OBJECT_CLASS (dateline_excerpt_row_parent_class)->finalize (object);
}

static void
dateline_excerpt_row_class_init (DatelineExcerptRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = dateline_excerpt_row_finalize;

  signals[SIGNAL_EMPHASISE] =
    g_signal_new ("emphasise",
                  DATELINE_TYPE_EXCERPT_ROW,
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/dateline/Dateline/dateline-excerpt-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineExcerptRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineExcerptRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineExcerptRow, byline_label);
  gtk_widget_class_bind_template_callback (widget_class, on_motion_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_query_tooltip_cb);
}

static void
dateline_excerpt_row_init (DatelineExcerptRow *self)
{
  self->spans = g_array_new (FALSE, FALSE, sizeof (DatelineMarkedSpan));
  self->emphasised = DATELINE_FIELD_NONE;
  self->hovered = DATELINE_FIELD_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (update_marking), self, G_CONNECT_SWAPPED);
}

/**
 * dateline_excerpt_row_new:
 * @article: the article
 * @evidence: the sentence; clipped to the article's text
 * @marks: #DatelineMark of the incident
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
dateline_excerpt_row_new (const DatelineArticle *article, DatelineProvenance evidence, const GArray *marks)
{
  DatelineExcerptRow *self = g_object_new (DATELINE_TYPE_EXCERPT_ROW, NULL);
  g_autofree char    *text = NULL;
  g_autofree char    *byline = dateline_article_to_byline (article);

  evidence.span.end = (guint32) MIN (evidence.span.end, article->length);
  evidence.span.begin = MIN (evidence.span.begin, evidence.span.end);
  self->evidence = evidence;
  g_array_unref (self->spans);
  self->spans = dateline_marks_flatten (marks, evidence.article, evidence.span);

  text = dateline_quote_as_line (article, evidence.span);
  gtk_label_set_label (self->text_label, text);
  /* What is quoted begins where its own language begins. */
  gtk_widget_set_direction (GTK_WIDGET (self->text_label), dateline_text_is_right_to_left (text) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  gtk_label_set_label (self->title_label, article->title != NULL ? article->title : "");
  gtk_widget_set_visible (GTK_WIDGET (self->title_label), article->title != NULL);
  gtk_label_set_label (self->byline_label, byline);
  update_marking (self);

  return GTK_WIDGET (self);
}

DatelineProvenance
dateline_excerpt_row_get_evidence (DatelineExcerptRow *self)
{
  g_return_val_if_fail (DATELINE_IS_EXCERPT_ROW (self), ((DatelineProvenance){ 0 }));

  return self->evidence;
}

const char *
dateline_excerpt_row_get_text (DatelineExcerptRow *self)
{
  g_return_val_if_fail (DATELINE_IS_EXCERPT_ROW (self), NULL);

  return gtk_label_get_label (self->text_label);
}

/**
 * dateline_excerpt_row_set_emphasised:
 * @self: a row
 * @field: the field whose words to stress, or %DATELINE_FIELD_NONE
 */
void
dateline_excerpt_row_set_emphasised (DatelineExcerptRow *self, DatelineField field)
{
  g_return_if_fail (DATELINE_IS_EXCERPT_ROW (self));

  if (self->emphasised == field)
    return;

  self->emphasised = field;
  update_marking (self);
}

/**
 * dateline_article_to_byline:
 * @article: an article
 *
 * Returns: (transfer full): its publisher and date in one line, saying so
 *   where they are not known
 */
char *
dateline_article_to_byline (const DatelineArticle *article)
{
  g_autofree char *day = NULL;
  const char      *publisher = article->publisher != NULL ? article->publisher : article->id;
  g_autofree char *name = publisher != NULL ? dateline_isolate (publisher) : NULL;

  if (article->published_day != DATELINE_DAY_NONE)
    day = dateline_day_to_words (article->published_day);
  else
    day = g_strdup (_ ("no date"));

  if (name == NULL)
    return g_steal_pointer (&day);
  /* Translators: publisher of an article and its date */
  return g_strdup_printf (_ ("%s · %s"), name, day);
}
