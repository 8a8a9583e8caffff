/* dateline-export-dialog.c: what to export, and as what
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a public copy leaves out is counted on the very incidents that
 * would go into it, while the main loop is idle.
 */

#define G_LOG_DOMAIN "dateline-app"

#include "config.h"

#include "dateline-export-dialog.h"

#include <glib/gi18n.h>

#include "dateline-export.h"

/* What one turn of the main loop may spend on counting. */
#define TURN_US 6000

typedef enum
{
  SCOPE_ALL,
  SCOPE_SHOWN,
  SCOPE_SELECTED,
  SCOPE_REVIEWED,
  N_SCOPES
} Scope;

typedef struct
{
  DatelineOutputFormat format;
  const char          *name;
  const char          *keeps;
  const char          *loses;
} FormatWords;

static const FormatWords formats[] = {
  { DATELINE_OUTPUT_GEOJSON, N_ ("GeoJSON, for maps"), N_ ("Everything: all values, precision, status, sources, quotations"), N_ ("Nothing") },
  { DATELINE_OUTPUT_CSV, N_ ("CSV, for spreadsheets"), N_ ("Values, precision, status, all sources and quotations, a row an incident"), N_ ("Where each word stood; other places’ coordinates") },
  { DATELINE_OUTPUT_JSON, N_ ("JSON, for programs"), N_ ("Everything: all values, precision, status, sources, quotations"), N_ ("Nothing") },
  { DATELINE_OUTPUT_HTML, N_ ("HTML report, for readers"), N_ ("A map, a table, and every quotation with its source, in one file that needs no network"), N_ ("Coordinates and confidence; it cannot be imported") },
  { DATELINE_OUTPUT_KML, N_ ("KML, for Google Earth"), N_ ("Places with their areas, times, actors, tolls, status, sources, quotations"), N_ ("Weapons, targets, confidence; incidents of a whole country have no shape") },
  { DATELINE_OUTPUT_ACLED, N_ ("CSV like ACLED’s"), N_ ("What ACLED’s columns have: date, event type, actors, place, fatalities, notes"), N_ ("Weapons, injured, status of claims, spans of time, confidence") },
  { DATELINE_OUTPUT_GED, N_ ("CSV like UCDP GED’s"), N_ ("What GED’s columns have: dates, sides, place, deaths with low and high, sources"), N_ ("Weapons, injured, event type, confidence") },
  { DATELINE_OUTPUT_GPX, N_ ("GPX, for navigation"), N_ ("Points, times, precision, status, sources, quotations"), N_ ("Incidents without a point; actors and tolls") },
};

struct _DatelineExportDialog
{
  AdwWindow parent_instance;

  DatelineSession      *session;
  const DatelineEngine *engine;           /* NULL where there is none: then no public copy */
  GArray               *scopes[N_SCOPES]; /* gint64 */
  GtkCheckButton       *scope_buttons[N_SCOPES];
  DatelineExport       *counting; /* loads what the loss is counted on; NULL when it is not */
  guint                 counting_source;

  /* Template widgets */
  GtkWidget           *export_button;
  AdwPreferencesGroup *scope_group;
  AdwComboRow         *format_row;
  AdwActionRow        *keeps_row;
  AdwActionRow        *loses_row;
  AdwComboRow         *public_row;
  GtkWidget           *quotations_row;
  GtkSwitch           *quotations_switch;
  AdwActionRow        *lost_row;
};

enum
{
  EXPORT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DatelineExportDialog, dateline_export_dialog, ADW_TYPE_WINDOW)

static Scope
get_scope (DatelineExportDialog *self)
{
  for (guint i = 0; i < N_SCOPES; i++)
    if (gtk_check_button_get_active (self->scope_buttons[i]))
      return (Scope) i;
  return SCOPE_ALL;
}

static gboolean
is_in_scope (DatelineExportDialog *self, const DatelineIncidentTable *table, guint row, Scope scope)
{
  switch (scope)
    {
    case SCOPE_SHOWN:
      return dateline_session_is_visible (self->session, row);
    case SCOPE_SELECTED:
      return table->id[row] == dateline_session_get_selected (self->session);
    case SCOPE_REVIEWED:
      return table->status[row] == DATELINE_STATUS_ACCEPTED || table->status[row] == DATELINE_STATUS_CORRECTED;
    case SCOPE_ALL:
    case N_SCOPES:
    default:
      return TRUE;
    }
}

static void
stop_counting (DatelineExportDialog *self)
{
  g_clear_handle_id (&self->counting_source, g_source_remove);
  g_clear_pointer (&self->counting, dateline_export_free);
}

/* Takes @text. */
static void
add_loss (GString *words, guint n, char *text)
{
  if (n > 0)
    g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", text);
  g_free (text);
}

static void
show_loss (DatelineExportDialog *self, const DatelinePublicLoss *loss)
{
  g_autoptr (GString) words = g_string_new (NULL);

  add_loss (words, loss->n_places, g_strdup_printf (ngettext ("%u place made coarser", "%u places made coarser", loss->n_places), loss->n_places));
  add_loss (words, loss->n_names, g_strdup_printf (ngettext ("%u name that may be a person’s", "%u names that may be persons’", loss->n_names), loss->n_names));
  add_loss (words, loss->n_notes, g_strdup_printf (ngettext ("%u note or tag", "%u notes and tags", loss->n_notes), loss->n_notes));
  add_loss (words, loss->n_quotations, g_strdup_printf (ngettext ("%u quotation", "%u quotations", loss->n_quotations), loss->n_quotations));
  adw_action_row_set_subtitle (self->lost_row, words->len > 0 ? words->str : _ ("Nothing"));
}

static gboolean
on_count_cb (gpointer user_data)
{
  DatelineExportDialog *self = user_data;
  DatelinePublicOptions options = dateline_export_dialog_get_public (self);
  DatelinePublicLoss    loss = { 0 };
  g_autoptr (GError)    error = NULL;
  double                fraction;

  if (!dateline_export_load (self->counting, TURN_US, &fraction, &error))
    adw_action_row_set_subtitle (self->lost_row, error->message);
  else if (fraction < 1)
    return G_SOURCE_CONTINUE;
  else
    {
      g_autoptr (DatelinePublicCopy) copy = dateline_public_copy_new (self->engine, &options);

      dateline_public_copy_apply (copy, dateline_export_get_incidents (self->counting), &loss);
      show_loss (self, &loss);
    }
  self->counting_source = 0;
  stop_counting (self);
  return G_SOURCE_REMOVE;
}

static void
update_loss (DatelineExportDialog *self)
{
  gboolean      is_public = adw_combo_row_get_selected (self->public_row) != DATELINE_COARSENESS_NONE;
  const GArray *ids = self->scopes[get_scope (self)];

  stop_counting (self);
  gtk_widget_set_visible (self->quotations_row, is_public);
  gtk_widget_set_visible (GTK_WIDGET (self->lost_row), is_public);
  if (!is_public)
    return;
  adw_action_row_set_subtitle (self->lost_row, _ ("Counting…"));
  self->counting = dateline_export_new (dateline_session_get_store (self->session), (const gint64 *) (gpointer) ids->data, ids->len);
  self->counting_source = g_idle_add (on_count_cb, self);
}

static void
on_scope_toggled_cb (DatelineExportDialog *self)
{
  gtk_widget_set_sensitive (self->export_button, self->scopes[get_scope (self)]->len > 0);
  update_loss (self);
}

static void
on_public_changed_cb (DatelineExportDialog *self)
{
  if (self->session != NULL)
    update_loss (self);
}

static void
on_format_changed_cb (DatelineExportDialog *self)
{
  guint i = adw_combo_row_get_selected (self->format_row);

  if (i >= G_N_ELEMENTS (formats))
    return;
  adw_action_row_set_subtitle (self->keeps_row, _ (formats[i].keeps));
  adw_action_row_set_subtitle (self->loses_row, _ (formats[i].loses));
}

static void
on_export_clicked_cb (DatelineExportDialog *self)
{
  stop_counting (self);
  g_signal_emit (self, signals[EXPORT], 0);
}

static void
add_scope (DatelineExportDialog *self, Scope scope, const char *title)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *button = gtk_check_button_new ();
  g_autofree char *number = g_strdup_printf ("%'u", self->scopes[scope]->len);
  GtkWidget       *count = gtk_label_new (number);

  self->scope_buttons[scope] = GTK_CHECK_BUTTON (button);
  if (scope > 0)
    gtk_check_button_set_group (self->scope_buttons[scope], self->scope_buttons[0]);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), count);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, row, NULL, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_sensitive (row, self->scopes[scope]->len > 0);
  adw_preferences_group_add (self->scope_group, row);
}

static void
add_scopes (DatelineExportDialog *self)
{
  static const char *const titles[N_SCOPES] = {
    [SCOPE_ALL] = N_ ("_All of the project"),
    [SCOPE_SHOWN] = N_ ("_Shown: by the filter, in the time span"),
    [SCOPE_SELECTED] = N_ ("The s_elected one"),
    [SCOPE_REVIEWED] = N_ ("_Reviewed: accepted or corrected"),
  };
  const DatelineIncidentTable *table = dateline_session_get_table (self->session);

  for (guint i = 0; i < N_SCOPES; i++)
    {
      self->scopes[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
      for (guint row = 0; row < table->n_rows; row++)
        if (is_in_scope (self, table, row, (Scope) i))
          g_array_append_val (self->scopes[i], table->id[row]);
      add_scope (self, (Scope) i, _ (titles[i]));
    }
  for (guint i = 0; i < N_SCOPES; i++)
    g_signal_connect_swapped (self->scope_buttons[i], "toggled", G_CALLBACK (on_scope_toggled_cb), self);
  gtk_check_button_set_active (self->scope_buttons[SCOPE_ALL], TRUE);
}

static void
dateline_export_dialog_dispose (GObject *object)
{
  DatelineExportDialog *self = DATELINE_EXPORT_DIALOG (object);

  stop_counting (self);
  for (guint i = 0; i < N_SCOPES; i++)
    g_clear_pointer (&self->scopes[i], g_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_export_dialog_parent_class)->dispose (object);
}

static void
dateline_export_dialog_class_init (DatelineExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dateline_export_dialog_dispose;

  signals[EXPORT] = g_signal_new ("export", DATELINE_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/dateline/Dateline/dateline-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineExportDialog, scope_group);
  gtk_widget_class_bind_template_child (widget_class, DatelineExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, DatelineExportDialog, keeps_row);
  gtk_widget_class_bind_template_child (widget_class, DatelineExportDialog, loses_row);
  gtk_widget_class_bind_template_child (widget_class, DatelineExportDialog, public_row);
  gtk_widget_class_bind_template_child (widget_class, DatelineExportDialog, quotations_row);
  gtk_widget_class_bind_template_child (widget_class, DatelineExportDialog, quotations_switch);
  gtk_widget_class_bind_template_child (widget_class, DatelineExportDialog, lost_row);
  gtk_widget_class_bind_template_callback (widget_class, on_export_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_format_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_public_changed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dateline_export_dialog_init (DatelineExportDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    gtk_string_list_append (names, _ (formats[i].name));
  adw_combo_row_set_model (self->format_row, G_LIST_MODEL (names));
}

/**
 * dateline_export_dialog_new:
 * @session: the project
 * @engine: (nullable): what knows districts; %NULL for no public copies
 *
 * Returns: (transfer full): a dialog that asks which incidents to export,
 *   as what, and what to leave out
 */
GtkWidget *
dateline_export_dialog_new (DatelineSession *session, const DatelineEngine *engine)
{
  DatelineExportDialog *self = g_object_new (DATELINE_TYPE_EXPORT_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->engine = engine;
  gtk_widget_set_sensitive (GTK_WIDGET (self->public_row), engine != NULL);
  add_scopes (self);
  on_format_changed_cb (self);
  gtk_window_set_focus (GTK_WINDOW (self), self->export_button);
  return GTK_WIDGET (self);
}

GArray *
dateline_export_dialog_get_incidents (DatelineExportDialog *self)
{
  Scope scope = get_scope (self);

  return scope != SCOPE_ALL ? self->scopes[scope] : NULL;
}

DatelineOutputFormat
dateline_export_dialog_get_format (DatelineExportDialog *self)
{
  guint i = adw_combo_row_get_selected (self->format_row);

  return formats[MIN (i, G_N_ELEMENTS (formats) - 1)].format;
}

DatelinePublicOptions
dateline_export_dialog_get_public (DatelineExportDialog *self)
{
  return (DatelinePublicOptions){ (DatelineCoarseness) adw_combo_row_get_selected (self->public_row), gtk_switch_get_active (self->quotations_switch) };
}
