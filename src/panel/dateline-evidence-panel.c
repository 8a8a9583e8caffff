/* dateline-evidence-panel.c: the selected incident and the words it rests on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-panel"

#include "config.h"

#include "dateline-evidence-panel.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "dateline-article-view.h"
#include "dateline-excerpt-row.h"
#include "dateline-field-row.h"
#include "dateline-incident-form.h"
#include "dateline-lines.h"
#include "dateline-locale-text.h"
#include "dateline-quote.h"
#include "dateline-report-list.h"
#include "dateline-review-actions.h"
#include "dateline-review-bar.h"
#include "dateline-symbol-icon.h"
#include "dateline-words.h"

/* Below this confidence a place is said to be guessed: as a probability,
 * one in three of them is another. */
#define CERTAIN_PLACE 0.67

struct _DatelineEvidencePanel
{
  GtkWidget parent_instance;

  DatelineSession      *session;
  GActionGroup         *actions;
  DatelineIncidentForm *form;

  /* Template widgets */
  GtkStack            *stack;
  GtkScrolledWindow   *scroller;
  DatelineSymbolIcon  *symbol_icon;
  GtkLabel            *title_label;
  GtkLabel            *background_label;
  GtkLabel            *grade_label;
  GtkLabel            *status_label;
  GtkStack            *fields_stack;
  AdwBin              *form_bin;
  GtkLabel            *note_label;
  GtkLabel            *tags_label;
  GtkWidget           *review_bar;
  GtkWidget           *form_bar;
  GtkBox              *fields_box;
  GtkLabel            *unknown_label;
  GtkWidget           *reports_box;
  GtkLabel            *reports_label;
  GtkLabel            *merged_label;
  DatelineReportList  *report_list;
  GtkLabel            *excerpts_label;
  GtkListBox          *excerpts_list;
  DatelineArticleView *article_view;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (DatelineEvidencePanel, dateline_evidence_panel, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static void
emphasise (DatelineEvidencePanel *self, int field)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->fields_box)); child != NULL; child = gtk_widget_get_next_sibling (child))
    dateline_field_row_set_emphasised (DATELINE_FIELD_ROW (child),
                                       field != DATELINE_FIELD_NONE && (int) dateline_field_row_get_field (DATELINE_FIELD_ROW (child)) == field);
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->excerpts_list)); child != NULL; child = gtk_widget_get_next_sibling (child))
    dateline_excerpt_row_set_emphasised (DATELINE_EXCERPT_ROW (child), field);
}

static DatelineFieldRow *
add_field (DatelineEvidencePanel *self, DatelineField field, const char *label)
{
  GtkWidget *row = dateline_field_row_new (field, label);

  g_signal_connect_object (row, "emphasise", G_CALLBACK (emphasise), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->fields_box, row);
  return DATELINE_FIELD_ROW (row);
}

static void
show_what (DatelineEvidencePanel *self, const DatelineIncident *incident)
{
  DatelineFieldRow *row = add_field (self, DATELINE_FIELD_WHAT, NULL);

  dateline_field_row_add_value (row, dateline_incident_type_to_words (incident->type));
  dateline_field_row_set_confidence (row, incident->type_confidence);
  if (incident->n_strikes > 0)
    {
      g_autofree char *strikes = dateline_strdup_printf (ngettext ("%d strike", "%d strikes", (gulong) incident->n_strikes), incident->n_strikes);

      dateline_field_row_add_note (row, strikes);
    }
}

/* What a place rests on where that is a guess; NULL where it is not. */
static char *
get_doubt (const DatelinePlace *place)
{
  guint n_others = place->alternatives != NULL ? place->alternatives->len : 0;

  if (place->derived)
    return g_strdup (_ ("Worked out from a distance and direction"));
  if (place->confidence >= CERTAIN_PLACE)
    return NULL;
  if (n_others == 0)
    return g_strdup (_ ("Place guessed"));
  /* Translators: how many other places the name could mean */
  return g_strdup_printf (ngettext ("Place guessed: %u other has this name", "Place guessed: %u others have this name", n_others), n_others);
}

static void
show_where (DatelineEvidencePanel *self, const DatelineIncident *incident)
{
  DatelineFieldRow *row = add_field (self, DATELINE_FIELD_WHERE, NULL);

  if (incident->places->len == 0)
    dateline_field_row_add_note (row, _ ("Not stated"));
  for (guint i = 0; i < incident->places->len; i++)
    {
      const DatelinePlace *place = &g_array_index (incident->places, DatelinePlace, i);
      g_autofree char     *line = dateline_place_to_line (place);
      g_autofree char     *note = dateline_place_to_note (place);
      g_autofree char     *doubt = get_doubt (place);

      dateline_field_row_add_value (row, line);
      dateline_field_row_add_note (row, note);
      if (i == 0)
        dateline_field_row_set_confidence (row, place->confidence);
      if (doubt != NULL)
        dateline_field_row_add_warning (row, doubt);
    }
}

static void
show_when (DatelineEvidencePanel *self, const DatelineIncident *incident)
{
  DatelineFieldRow *row = add_field (self, DATELINE_FIELD_WHEN, NULL);
  DatelineWhen      when = incident->when;
  g_autofree char  *words = NULL;

  if (!dateline_date_interval_is_set (when.interval))
    {
      dateline_field_row_add_note (row, _ ("Not stated"));
      return;
    }

  /* That it is assumed has a line of its own here. */
  when.assumed = FALSE;
  words = dateline_when_to_words (&when);
  dateline_field_row_add_value (row, words);
  dateline_field_row_set_confidence (row, when.confidence);
  if (!incident->when.assumed)
    dateline_field_row_add_note (row, dateline_date_precision_to_words (when.precision));
  else
    dateline_field_row_add_warning (row, _ ("Date assumed from publication"));
}

static void
show_who (DatelineEvidencePanel *self, const DatelineIncident *incident)
{
  DatelineFieldRow *row = add_field (self, DATELINE_FIELD_WHO, NULL);
  g_autofree char  *actors = dateline_actors_to_line (incident);

  if (actors != NULL)
    dateline_field_row_add_value (row, actors);
  else
    dateline_field_row_add_note (row, _ ("Not stated"));
  if (incident->actors->len > 0)
    dateline_field_row_set_confidence (row, g_array_index (incident->actors, DatelineActor, 0).confidence);

  for (guint i = 0; i < incident->actors->len; i++)
    {
      const DatelineActor *actor = &g_array_index (incident->actors, DatelineActor, i);
      g_autofree char     *note = NULL;

      if (actor->sponsor == NULL)
        continue;

      /* Translators: an armed group, and the state that is said to back it */
      note = g_strdup_printf (_ ("%s: said to be backed by %s"), actor->name, actor->sponsor);
      dateline_field_row_add_note (row, note);
    }
}

static gboolean
show_things (DatelineEvidencePanel *self, DatelineField field, const char *label, const GArray *things)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < things->len; i++)
    {
      const DatelineThing *thing = &g_array_index (things, DatelineThing, i);

      if (thing->name == NULL)
        continue;
      if (line->len > 0)
        g_string_append (line, _ (", "));
      g_string_append (line, thing->name);
    }
  if (line->len == 0)
    return FALSE;

  dateline_field_row_add_value (add_field (self, field, label), line->str);
  return TRUE;
}

/* Whether no number fits all that is said. */
static gboolean
conflicts (const DatelineToll *toll)
{
  int low = 0, high = G_MAXINT;

  for (guint i = 0; i < toll->claims->len; i++)
    {
      const DatelineTollClaim *claim = &g_array_index (toll->claims, DatelineTollClaim, i);

      low = MAX (low, claim->low);
      high = claim->high >= 0 ? MIN (high, claim->high) : high;
    }
  return low > high;
}

/* Who says how many, and the very words where others say otherwise. */
static void
show_claim (DatelineEvidencePanel *self, DatelineFieldRow *row, const DatelineTollClaim *claim, gboolean conflicting)
{
  const DatelineArticle *article = conflicting && claim->provenance.article != 0 ? dateline_session_get_article (self->session, claim->provenance.article, NULL) : NULL;
  g_autofree char       *quote = article != NULL ? dateline_quote_around (article, claim->provenance.span) : NULL;
  g_autofree char       *note = dateline_claim_to_note (claim);
  g_autofree char       *quoted = NULL;

  dateline_field_row_add_note (row, note);
  if (quote == NULL)
    return;
  quoted = g_strdup_printf (_ ("“%s”"), quote);
  dateline_field_row_add_note (row, quoted);
}

static gboolean
show_toll (DatelineEvidencePanel *self, const char *label, const DatelineToll *toll)
{
  g_autofree char  *line = dateline_toll_to_line (toll);
  gboolean          conflicting = toll->claims != NULL && conflicts (toll);
  DatelineFieldRow *row;

  if (line == NULL)
    return FALSE;

  row = add_field (self, DATELINE_FIELD_HOW_MANY, label);
  dateline_field_row_add_value (row, line);
  dateline_field_row_set_confidence (row, toll->confidence);
  if (toll->claims != NULL && toll->claims->len == 1 && g_array_index (toll->claims, DatelineTollClaim, 0).source == NULL)
    {
      dateline_field_row_add_note (row, _ ("No source named"));
      return TRUE;
    }
  if (conflicting)
    dateline_field_row_add_warning (row, _ ("Sources contradict one another"));
  for (guint i = 0; toll->claims != NULL && i < toll->claims->len; i++)
    show_claim (self, row, &g_array_index (toll->claims, DatelineTollClaim, i), conflicting);
  return TRUE;
}

static void
append_unknown (GString *unknown, const char *name)
{
  if (unknown->len > 0)
    g_string_append (unknown, _ (", "));
  g_string_append (unknown, name);
}

static void
show_fields (DatelineEvidencePanel *self, const DatelineIncident *incident)
{
  g_autoptr (GString) unknown = g_string_new (NULL);
  g_autofree char    *line = NULL;
  GtkWidget          *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->fields_box))) != NULL)
    gtk_box_remove (self->fields_box, child);

  show_what (self, incident);
  show_where (self, incident);
  show_when (self, incident);
  show_who (self, incident);
  if (!show_things (self, DATELINE_FIELD_WHO, _ ("Targets"), incident->targets))
    append_unknown (unknown, _ ("targets"));
  if (!show_things (self, DATELINE_FIELD_WHAT, _ ("Weapons"), incident->weapons))
    append_unknown (unknown, _ ("weapons"));
  if (!show_toll (self, _ ("Killed"), &incident->killed))
    append_unknown (unknown, _ ("killed"));
  if (!show_toll (self, _ ("Injured"), &incident->injured))
    append_unknown (unknown, _ ("injured"));

  /* Translators: what the articles leave open: "targets, weapons" */
  line = g_strdup_printf (_ ("Not stated: %s"), unknown->str);
  gtk_label_set_label (self->unknown_label, line);
  gtk_widget_set_visible (GTK_WIDGET (self->unknown_label), unknown->len > 0);
}

/* What an analyst said when they merged it or split it off; NULL for nothing. */
static char *
get_decision_note (DatelineEvidencePanel *self, guint n_reports)
{
  DatelineStore              *store = dateline_session_get_store (self->session);
  gint64                      id = dateline_session_get_selected (self->session);
  g_autoptr (DatelineMerging) merging = NULL;
  g_autofree char            *decision = NULL;
  g_autoptr (GError)          error = NULL;

  if (!dateline_store_load_merging (store, id, &merging, &error) || !dateline_store_load_decision (store, id, &decision, &error))
    {
      g_warning ("%s", error->message);
      return NULL;
    }
  if (merging != NULL && merging->by_hand && *merging->reason != '\0')
    /* Translators: an analyst's reason: "Merged by hand: both speak of the fire" */
    return g_strdup_printf (_ ("Merged by hand: %s"), merging->reason);
  if (n_reports == 1 && decision != NULL && *decision != '\0' && !g_str_equal (decision, DATELINE_DECISION_IMPORTED))
    /* Translators: an analyst's reason: "Split off by hand: another street" */
    return g_strdup_printf (_ ("Split off by hand: %s"), decision);
  return NULL;
}

/* How many say so, and why they are held for one event. */
static void
show_reports (DatelineEvidencePanel *self, const DatelineIncident *incident)
{
  const DatelineIncidentTable *table = dateline_session_get_table (self->session);
  guint                        row = dateline_incident_table_find (table, dateline_session_get_selected (self->session));
  guint                        n_reports = row != G_MAXUINT ? table->n_reports[row] : 1;
  g_autofree char             *line = dateline_reports_to_line (incident, n_reports);
  g_autofree char             *agreed = dateline_merge_to_note (incident);
  g_autofree char             *decided = get_decision_note (self, n_reports);
  g_autofree char             *note = agreed != NULL && decided != NULL ? g_strconcat (agreed, "\n", decided, NULL) : g_strdup (agreed != NULL ? agreed : decided);

  gtk_label_set_label (self->reports_label, line);
  gtk_widget_set_visible (GTK_WIDGET (self->reports_label), n_reports > 1);
  gtk_widget_set_visible (self->reports_box, n_reports > 1 || note != NULL);
  dateline_report_list_show (self->report_list, dateline_session_get_selected (self->session));
  gtk_label_set_label (self->merged_label, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->merged_label), note != NULL);
}

static void
show_excerpts (DatelineEvidencePanel *self, const DatelineIncident *incident)
{
  g_autoptr (GArray) marks = dateline_marks_collect (incident);
  g_autofree char   *label = NULL;
  GtkWidget         *child;
  guint              n_excerpts = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->excerpts_list))) != NULL)
    gtk_list_box_remove (self->excerpts_list, child);

  for (guint i = 0; i < incident->evidence->len; i++)
    {
      DatelineProvenance     evidence = g_array_index (incident->evidence, DatelineProvenance, i);
      g_autoptr (GError)     error = NULL;
      const DatelineArticle *article = dateline_session_get_article (self->session, evidence.article, &error);
      GtkWidget             *row;

      if (article == NULL)
        {
          g_warning ("an excerpt of article %" G_GINT64_FORMAT " cannot be shown: %s", evidence.article, error->message);
          continue;
        }

      row = dateline_excerpt_row_new (article, evidence, marks);
      g_signal_connect_object (row, "emphasise", G_CALLBACK (emphasise), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->excerpts_list, row);
      n_excerpts++;
    }

  label = dateline_strdup_printf (ngettext ("%u excerpt", "%u excerpts", n_excerpts), n_excerpts);
  gtk_label_set_label (self->excerpts_label, label);
  gtk_widget_set_visible (GTK_WIDGET (self->excerpts_list), n_excerpts > 0);
}

static void
show_form (DatelineEvidencePanel *self, gboolean shown)
{
  gtk_stack_set_visible_child_name (self->fields_stack, shown ? "form" : "values");
  gtk_widget_set_visible (self->form_bar, shown);
  gtk_widget_set_visible (self->review_bar, !shown);
}

/* What an analyst has said of it. */
static void
show_review (DatelineEvidencePanel *self)
{
  g_autoptr (GError)         error = NULL;
  g_autoptr (DatelineReview) review = dateline_store_load_review (dateline_session_get_store (self->session), dateline_session_get_selected (self->session), &error);
  g_autofree char           *tags = NULL;

  if (review == NULL)
    {
      g_warning ("%s", error->message);
      return;
    }

  gtk_label_set_label (self->status_label, dateline_status_to_words (review->status));
  gtk_widget_set_visible (GTK_WIDGET (self->status_label), review->status != DATELINE_STATUS_UNREVIEWED);
  gtk_label_set_label (self->note_label, review->note != NULL ? review->note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), review->note != NULL);
  tags = g_strjoinv (" · ", review->tags);
  gtk_label_set_label (self->tags_label, tags);
  gtk_widget_set_visible (GTK_WIDGET (self->tags_label), *tags != '\0');
}

static void
update_incident (DatelineEvidencePanel *self)
{
  const DatelineIncident *incident = dateline_session_get_selected_incident (self->session);
  g_autofree char        *title = NULL;
  g_autofree char        *grade = NULL;

  if (incident == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  title = dateline_incident_to_title (incident);
  dateline_symbol_icon_set_incident_type (self->symbol_icon, incident->type);
  gtk_label_set_label (self->title_label, title);
  gtk_widget_set_visible (GTK_WIDGET (self->background_label), incident->background);
  /* Translators: how well it is supported: "Evidence: Weak" */
  grade = g_strdup_printf (_ ("Evidence: %s"), dateline_grade_to_words (incident->grade));
  gtk_label_set_label (self->grade_label, grade);
  show_review (self);
  show_fields (self, incident);
  show_reports (self, incident);
  show_form (self, FALSE);
  show_excerpts (self, incident);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_stack_set_visible_child_name (self->stack, "incident");
}

static void
on_show_article_cb (DatelineEvidencePanel *self, gint64 article, guint begin, guint end)
{
  DatelineProvenance asked = { article, { begin, end } };

  if (dateline_article_view_show (self->article_view, asked))
    gtk_stack_set_visible_child_name (self->stack, "article");
}

static void
on_back_cb (DatelineEvidencePanel *self)
{
  gboolean has_incident = dateline_session_get_selected_incident (self->session) != NULL;

  gtk_stack_set_visible_child_name (self->stack, has_incident ? "incident" : "empty");
}

static void
on_excerpt_activated_cb (DatelineEvidencePanel *self, DatelineExcerptRow *row)
{
  DatelineProvenance evidence = dateline_excerpt_row_get_evidence (row);

  dateline_session_show_article (self->session, evidence.article, evidence.span);
}

static void
on_cancel_clicked_cb (DatelineEvidencePanel *self)
{
  dateline_incident_form_cancel (self->form);
}

static void
on_save_clicked_cb (DatelineEvidencePanel *self)
{
  dateline_incident_form_save (self->form);
}

static void
on_form_done_cb (DatelineEvidencePanel *self, gboolean saved)
{
  dateline_session_set_picking (self->session, FALSE);
  show_form (self, FALSE);
  gtk_widget_child_focus (self->review_bar, GTK_DIR_TAB_FORWARD);
}

static void
dateline_evidence_panel_constructed (GObject *object)
{
  DatelineEvidencePanel *self = DATELINE_EVIDENCE_PANEL (object);

  G_OBJECT_CLASS (dateline_evidence_panel_parent_class)->constructed (object);

  dateline_article_view_set_session (self->article_view, self->session);
  dateline_report_list_set_session (self->report_list, self->session);
  dateline_review_bar_set_session (DATELINE_REVIEW_BAR (self->review_bar), self->session);
  self->form = DATELINE_INCIDENT_FORM (dateline_incident_form_new (self->session));
  g_signal_connect_object (self->form, "done", G_CALLBACK (on_form_done_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->form_bin, GTK_WIDGET (self->form));
  self->actions = dateline_review_actions_new (self, self->session);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "review", self->actions);
  g_signal_connect_object (self->session, "notify::selected", G_CALLBACK (update_incident), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "incidents-changed", G_CALLBACK (update_incident), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "show-article", G_CALLBACK (on_show_article_cb), self, G_CONNECT_SWAPPED);
  update_incident (self);
}

static void
dateline_evidence_panel_dispose (GObject *object)
{
  DatelineEvidencePanel *self = DATELINE_EVIDENCE_PANEL (object);
  GtkWidget             *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->actions);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_evidence_panel_parent_class)->dispose (object);
}

static void
dateline_evidence_panel_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  DatelineEvidencePanel *self = DATELINE_EVIDENCE_PANEL (object);

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
dateline_evidence_panel_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  DatelineEvidencePanel *self = DATELINE_EVIDENCE_PANEL (object);

  switch (property_id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
dateline_evidence_panel_class_init (DatelineEvidencePanelClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = dateline_evidence_panel_constructed;
  object_class->dispose = dateline_evidence_panel_dispose;
  object_class->get_property = dateline_evidence_panel_get_property;
  object_class->set_property = dateline_evidence_panel_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL,
                         DATELINE_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (DATELINE_TYPE_ARTICLE_VIEW);
  g_type_ensure (DATELINE_TYPE_REPORT_LIST);
  g_type_ensure (DATELINE_TYPE_REVIEW_BAR);
  g_type_ensure (DATELINE_TYPE_SYMBOL_ICON);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/dateline/Dateline/dateline-evidence-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineEvidencePanel, stack);
  gtk_widget_class_bind_template_child (widget_class, DatelineEvidencePanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, DatelineEvidencePanel, symbol_icon);
  gtk_widget_class_bind_template_child (widget_class, DatelineEvidencePanel, title_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineEvidencePanel, background_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineEvidencePanel, grade_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineEvidencePanel, status_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineEvidencePanel, fields_stack);
  gtk_widget_class_bind_template_child (widget_class, DatelineEvidencePanel, form_bin);
  gtk_widget_class_bind_template_child (widget_class, DatelineEvidencePanel, note_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineEvidencePanel, tags_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineEvidencePanel, review_bar);
  gtk_widget_class_bind_template_child (widget_class, DatelineEvidencePanel, form_bar);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
  gtk_widget_class_bind_template_child (widget_class, DatelineEvidencePanel, fields_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineEvidencePanel, unknown_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineEvidencePanel, reports_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineEvidencePanel, reports_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineEvidencePanel, merged_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineEvidencePanel, report_list);
  gtk_widget_class_bind_template_child (widget_class, DatelineEvidencePanel, excerpts_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineEvidencePanel, excerpts_list);
  gtk_widget_class_bind_template_child (widget_class, DatelineEvidencePanel, article_view);
  gtk_widget_class_bind_template_callback (widget_class, on_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_excerpt_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "evidencepanel");
}

static void
dateline_evidence_panel_init (DatelineEvidencePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dateline_evidence_panel_new:
 * @session: the window's hub
 *
 * Returns: (transfer floating): a panel that follows the selection
 */
GtkWidget *
dateline_evidence_panel_new (DatelineSession *session)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (session), NULL);

  return g_object_new (DATELINE_TYPE_EVIDENCE_PANEL, "session", session, NULL);
}

/**
 * dateline_evidence_panel_get_actions:
 * @self: a panel
 *
 * Returns: (transfer none): accept, correct, reject, skip
 */
GActionGroup *
dateline_evidence_panel_get_actions (DatelineEvidencePanel *self)
{
  g_return_val_if_fail (DATELINE_IS_EVIDENCE_PANEL (self), NULL);

  return self->actions;
}

/**
 * dateline_evidence_panel_correct:
 * @self: a panel
 *
 * Opens the form for the selected incident, in the place of its values.
 */
void
dateline_evidence_panel_correct (DatelineEvidencePanel *self)
{
  g_return_if_fail (DATELINE_IS_EVIDENCE_PANEL (self));

  if (!dateline_incident_form_show (self->form, dateline_session_get_selected (self->session)))
    return;
  gtk_stack_set_visible_child_name (self->stack, "incident");
  show_form (self, TRUE);
}
