/* dateline-incident-form.c: the values of an incident, to be corrected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each line stands beside what the engine read, one click away. What was
 * not touched is not changed; what was set back to the engine's value is
 * the engine's again.
 */

#define G_LOG_DOMAIN "dateline-panel"

#include "config.h"

#include "dateline-incident-form.h"

#include <glib/gi18n.h>

#include "dateline-choice.h"
#include "dateline-incident-fields.h"
#include "dateline-lines.h"
#include "dateline-place-form.h"

typedef struct
{
  GtkWidget *input; /* GtkEntry, or GtkDropDown where there are choices */
  GtkWidget *reset_button;
  GtkWidget *engine_label;
  char      *text;   /* when it was shown */
  char      *engine; /* the engine's */
} Line;

struct _DatelineIncidentForm
{
  GtkWidget parent_instance;

  DatelineSession   *session;
  gint64             incident; /* row id; 0 before one is shown */
  Line               lines[DATELINE_N_LINES];
  DatelinePlaceForm *place_form;
  GtkTextView       *note_view;
  GtkEntry          *tags_entry;
  GtkLabel          *error_label;
  char              *note; /* when it was shown */
  char             **tags;
};

enum
{
  SIGNAL_DONE,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (DatelineIncidentForm, dateline_incident_form, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

static char *
get_text (const Line *line)
{
  if (GTK_IS_DROP_DOWN (line->input))
    {
      GtkStringObject *choice = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (line->input));

      return g_strdup (choice != NULL ? gtk_string_object_get_string (choice) : "");
    }
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (line->input)));
}

static void
set_text (const Line *line, const char *text)
{
  GListModel *choices;

  if (!GTK_IS_DROP_DOWN (line->input))
    {
      gtk_editable_set_text (GTK_EDITABLE (line->input), text);
      return;
    }

  choices = gtk_drop_down_get_model (GTK_DROP_DOWN (line->input));
  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (choices), i), text))
      gtk_drop_down_set_selected (GTK_DROP_DOWN (line->input), i);
}

static void
update_line (DatelineIncidentForm *self, GParamSpec *pspec, GtkWidget *input)
{
  for (guint i = 0; i < DATELINE_N_LINES; i++)
    {
      const Line      *line = &self->lines[i];
      g_autofree char *text = NULL;
      g_autofree char *read = NULL;

      if (line->input != input || line->engine == NULL)
        continue;
      text = get_text (line);
      if (*line->engine != '\0')
        read = g_strdup_printf (_ ("Read from the article: %s"), line->engine);
      else
        read = g_strdup (_ ("Not stated in the article"));
      gtk_label_set_label (GTK_LABEL (line->engine_label), read);
      gtk_widget_remove_css_class (line->engine_label, "error");
      gtk_widget_set_visible (line->reset_button, !g_str_equal (text, line->engine));
      gtk_widget_set_visible (line->engine_label, !g_str_equal (text, line->engine));
      gtk_widget_remove_css_class (input, "error");
    }
}

static void
on_reset_clicked_cb (GtkButton *button, DatelineIncidentForm *self)
{
  for (guint i = 0; i < DATELINE_N_LINES; i++)
    if (self->lines[i].reset_button == GTK_WIDGET (button))
      set_text (&self->lines[i], self->lines[i].engine);
}

static void
add_line (DatelineIncidentForm *self, GtkGrid *grid, DatelineLine at, int row)
{
  Line                   *line = &self->lines[at];
  g_autofree const char **choices = dateline_line_get_choices (at);
  GtkWidget              *label = gtk_label_new (dateline_line_get_label (at));
  GtkWidget              *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  line->input = choices != NULL ? dateline_choice_new (choices, dateline_line_get_label (at)) : gtk_entry_new ();
  line->reset_button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  line->engine_label = gtk_label_new (NULL);
  gtk_widget_set_hexpand (line->input, TRUE);
  if (choices == NULL)
    gtk_entry_set_activates_default (GTK_ENTRY (line->input), TRUE);
  gtk_widget_add_css_class (line->reset_button, "flat");
  gtk_widget_set_tooltip_text (line->reset_button, _ ("Take what was read from the article"));
  gtk_label_set_xalign (GTK_LABEL (line->engine_label), 0);
  gtk_label_set_wrap (GTK_LABEL (line->engine_label), TRUE);
  gtk_widget_add_css_class (line->engine_label, "caption");
  gtk_widget_add_css_class (line->engine_label, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->input), GTK_ACCESSIBLE_PROPERTY_LABEL, dateline_line_get_label (at), -1);

  gtk_box_append (GTK_BOX (box), line->input);
  gtk_box_append (GTK_BOX (box), line->reset_button);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, box, 1, row, 1, 1);
  gtk_grid_attach (grid, line->engine_label, 1, row + 1, 1, 1);

  g_signal_connect_object (line->input, choices != NULL ? "notify::selected" : "notify::text", G_CALLBACK (update_line), self, G_CONNECT_SWAPPED);
  g_signal_connect (line->reset_button, "clicked", G_CALLBACK (on_reset_clicked_cb), self);
}

static void
show_lines (DatelineIncidentForm *self, const DatelineIncident *incident, const DatelineIncident *engine)
{
  for (DatelineLine at = 0; at < DATELINE_N_LINES; at++)
    {
      Line *line = &self->lines[at];

      g_free (line->text);
      g_free (line->engine);
      line->text = dateline_line_format (at, incident);
      line->engine = dateline_line_format (at, engine);
      set_text (line, line->text);
      update_line (self, NULL, line->input);
    }
}

static void
show_review (DatelineIncidentForm *self, const DatelineReview *review)
{
  g_autofree char *tags = g_strjoinv ("; ", review->tags);

  g_free (self->note);
  g_strfreev (self->tags);
  self->note = g_strdup (review->note != NULL ? review->note : "");
  self->tags = g_strdupv (review->tags);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->note_view), self->note, -1);
  gtk_editable_set_text (GTK_EDITABLE (self->tags_entry), tags);
}

/* What of the lines changed: to be set, to be the engine's again. */
static gboolean
read_lines (DatelineIncidentForm *self, DatelineIncident *incident, guint *set, guint *reset)
{
  guint differs = 0;

  *set = *reset = 0;
  for (DatelineLine at = 0; at < DATELINE_N_LINES; at++)
    {
      const Line        *line = &self->lines[at];
      guint              field = 1u << dateline_line_get_field (at);
      g_autofree char   *text = get_text (line);
      g_autoptr (GError) error = NULL;

      /* By whom and against whom are one field. */
      if (!g_str_equal (text, line->engine))
        differs |= field;
      if (g_str_equal (text, line->text))
        continue;
      if (!dateline_line_parse (at, text, incident, &error))
        {
          gtk_label_set_label (GTK_LABEL (line->engine_label), error->message);
          gtk_widget_add_css_class (line->engine_label, "error");
          gtk_widget_set_visible (line->engine_label, TRUE);
          gtk_widget_add_css_class (line->input, "error");
          gtk_widget_grab_focus (line->input);
          return FALSE;
        }
      *set |= field;
    }

  *reset = *set & ~differs;
  *set &= differs;
  return TRUE;
}

static char *
get_note (DatelineIncidentForm *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note_view);
  GtkTextIter    begin, end;

  gtk_text_buffer_get_bounds (buffer, &begin, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &begin, &end, FALSE));
}

static gboolean
save_tags (DatelineIncidentForm *self, GError **error)
{
  g_auto (GStrv) tags = g_strsplit_set (gtk_editable_get_text (GTK_EDITABLE (self->tags_entry)), ";,", -1);

  for (guint i = 0; tags[i] != NULL; i++)
    {
      g_strstrip (tags[i]);
      if (*tags[i] != '\0' && !g_strv_contains ((const char *const *) self->tags, tags[i]) &&
          !dateline_session_add_tag (self->session, &self->incident, 1, tags[i], error))
        return FALSE;
    }
  for (guint i = 0; self->tags[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) tags, self->tags[i]) &&
        !dateline_session_remove_tag (self->session, &self->incident, 1, self->tags[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
save_all (DatelineIncidentForm *self, const DatelineIncident *incident, guint set, guint reset, GError **error)
{
  g_autofree char *note = get_note (self);

  return (set == 0 || dateline_session_set_values (self->session, &self->incident, 1, set, incident, error)) &&
         (reset == 0 || dateline_session_reset_values (self->session, &self->incident, 1, reset, error)) &&
         dateline_place_form_save (self->place_form, error) &&
         (g_str_equal (note, self->note) || dateline_session_set_note (self->session, self->incident, note, error)) &&
         save_tags (self, error);
}

/**
 * dateline_incident_form_save:
 * @self: a form that shows an incident
 *
 * Writes what was changed; where a line cannot be read, says so in the
 * form and writes nothing.
 *
 * Returns: whether it was written
 */
gboolean
dateline_incident_form_save (DatelineIncidentForm *self)
{
  g_autoptr (GError)           error = NULL;
  g_autoptr (DatelineIncident) incident = NULL;
  guint                        set, reset;

  g_return_val_if_fail (DATELINE_IS_INCIDENT_FORM (self), FALSE);

  incident = dateline_store_load_incident (dateline_session_get_store (self->session), self->incident, &error);
  if (incident != NULL && !read_lines (self, incident, &set, &reset))
    return FALSE;
  if (incident == NULL || !dateline_place_form_check (self->place_form, &error) || !save_all (self, incident, set, reset, &error))
    {
      gtk_label_set_label (self->error_label, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->error_label), TRUE);
      return FALSE;
    }

  g_signal_emit (self, signals[SIGNAL_DONE], 0, TRUE);
  return TRUE;
}

/**
 * dateline_incident_form_cancel:
 * @self: a form
 *
 * Leaves it, and changes nothing.
 */
void
dateline_incident_form_cancel (DatelineIncidentForm *self)
{
  g_return_if_fail (DATELINE_IS_INCIDENT_FORM (self));

  g_signal_emit (self, signals[SIGNAL_DONE], 0, FALSE);
}

static gboolean
on_key_pressed_cb (DatelineIncidentForm *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval == GDK_KEY_Escape)
    {
      dateline_incident_form_cancel (self);
      return TRUE;
    }
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && (state & GDK_CONTROL_MASK) != 0)
    {
      dateline_incident_form_save (self);
      return TRUE;
    }
  return FALSE;
}

static void
dateline_incident_form_dispose (GObject *object)
{
  DatelineIncidentForm *self = DATELINE_INCIDENT_FORM (object);
  GtkWidget            *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_incident_form_parent_class)->dispose (object);
}

static void
dateline_incident_form_finalize (GObject *object)
{
  DatelineIncidentForm *self = DATELINE_INCIDENT_FORM (object);

  for (guint i = 0; i < DATELINE_N_LINES; i++)
    {
      g_free (self->lines[i].text);
      g_free (self->lines[i].engine);
    }
  g_free (self->note);
  g_strfreev (self->tags);

  G_OBJECT_CLASS (dateline_incident_form_parent_class)->finalize (object);
}

static void
dateline_incident_form_class_init (DatelineIncidentFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dateline_incident_form_dispose;
  object_class->finalize = dateline_incident_form_finalize;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[SIGNAL_DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
dateline_incident_form_init (DatelineIncidentForm *self)
{
}

static GtkWidget *
add_heading (GtkGrid *grid, const char *text, int row)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  return label;
}

static void
add_note_and_tags (DatelineIncidentForm *self, GtkGrid *grid, int row)
{
  GtkWidget *frame = gtk_frame_new (NULL);

  self->tags_entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->tags_entry, _ ("one; another"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tags_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Tags"), -1);
  add_heading (grid, _ ("Tags"), row);
  gtk_grid_attach (grid, GTK_WIDGET (self->tags_entry), 1, row, 1, 1);

  self->note_view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->note_view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->note_view, FALSE);
  gtk_text_view_set_left_margin (self->note_view, 6);
  gtk_text_view_set_top_margin (self->note_view, 6);
  gtk_widget_set_size_request (GTK_WIDGET (self->note_view), -1, 64);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->note_view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Note"), -1);
  gtk_frame_set_child (GTK_FRAME (frame), GTK_WIDGET (self->note_view));
  add_heading (grid, _ ("Note"), row + 1);
  gtk_grid_attach (grid, frame, 1, row + 1, 1, 1);
}

/**
 * dateline_incident_form_new:
 * @session: the hub whose incidents it changes
 *
 * Returns: (transfer floating): an empty form
 */
GtkWidget *
dateline_incident_form_new (DatelineSession *session)
{
  DatelineIncidentForm *self = g_object_new (DATELINE_TYPE_INCIDENT_FORM, NULL);
  GtkEventController   *keys = gtk_event_controller_key_new ();
  GtkWidget            *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget            *grid = gtk_grid_new ();
  int                   row = 0;

  self->session = g_object_ref (session);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  for (DatelineLine at = 0; at < DATELINE_N_LINES; at++)
    {
      add_line (self, GTK_GRID (grid), at, row);
      row += 2;
      if (at != DATELINE_LINE_TYPE)
        continue;
      add_heading (GTK_GRID (grid), _ ("Where"), row);
      self->place_form = DATELINE_PLACE_FORM (dateline_place_form_new (session));
      gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self->place_form), 1, row++, 1, 1);
    }
  add_note_and_tags (self, GTK_GRID (grid), row);

  self->error_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->error_label, TRUE);
  gtk_label_set_xalign (self->error_label, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->error_label), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), FALSE);

  gtk_box_append (GTK_BOX (box), grid);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->error_label));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  return GTK_WIDGET (self);
}

/**
 * dateline_incident_form_show:
 * @self: a form
 * @incident: a row id
 *
 * Returns: %FALSE when the incident cannot be read
 */
gboolean
dateline_incident_form_show (DatelineIncidentForm *self, gint64 incident)
{
  DatelineStore               *store;
  g_autoptr (GError)           error = NULL;
  g_autoptr (DatelineIncident) current = NULL;
  g_autoptr (DatelineIncident) engine = NULL;
  g_autoptr (DatelineReview)   review = NULL;

  g_return_val_if_fail (DATELINE_IS_INCIDENT_FORM (self), FALSE);

  store = dateline_session_get_store (self->session);
  if ((current = dateline_store_load_incident (store, incident, &error)) == NULL ||
      (engine = dateline_store_load_engine_incident (store, incident, &error)) == NULL ||
      (review = dateline_store_load_review (store, incident, &error)) == NULL)
    {
      g_warning ("incident %" G_GINT64_FORMAT " cannot be edited: %s", incident, error->message);
      return FALSE;
    }

  self->incident = incident;
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), FALSE);
  show_lines (self, current, engine);
  dateline_place_form_show (self->place_form, incident, current, engine);
  show_review (self, review);
  gtk_widget_grab_focus (self->lines[DATELINE_LINE_TYPE].input);

  return TRUE;
}
