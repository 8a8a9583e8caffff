/* dateline-import-report-window.c: what an import could not do, and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-app"

#include "config.h"

#include "dateline-import-report-window.h"

#include <glib/gi18n.h>

#include "dateline-locale-text.h"

/* Rows a group shows; the text that can be copied has all. */
#define MAX_ROWS 200

struct _DatelineImportReportWindow
{
  AdwWindow parent_instance;

  char *text; /* the whole report */

  /* Template widgets */
  GtkLabel            *summary_label;
  AdwPreferencesGroup *failed_group;
  AdwPreferencesGroup *undated_group;
  AdwPreferencesGroup *nothing_group;
  GtkButton           *copy_button;
};

G_DEFINE_FINAL_TYPE (DatelineImportReportWindow, dateline_import_report_window, ADW_TYPE_WINDOW)

static void
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  adw_preferences_group_add (group, row);
}

static void
finish_group (AdwPreferencesGroup *group, guint n_rows)
{
  if (n_rows > MAX_ROWS)
    {
      g_autofree char *more = dateline_strdup_printf (ngettext ("… and %u more", "… and %u more", n_rows - MAX_ROWS), n_rows - MAX_ROWS);

      add_row (group, more, _ ("Copy the report to see all."));
    }
  gtk_widget_set_visible (GTK_WIDGET (group), n_rows > 0);
}

static void
show_failures (DatelineImportReportWindow *self, const GPtrArray *failed, GString *text)
{
  for (guint i = 0; i < failed->len; i++)
    {
      const DatelineImportFailure *failure = g_ptr_array_index (failed, i);

      if (i < MAX_ROWS)
        add_row (self->failed_group, failure->name, failure->reason);
      g_string_append_printf (text, "%s: %s\n", failure->name, failure->reason);
    }
  finish_group (self->failed_group, failed->len);
}

static void
show_names (AdwPreferencesGroup *group, const GPtrArray *names, GString *text)
{
  if (names->len > 0)
    g_string_append_printf (text, "\n%s\n", adw_preferences_group_get_title (group));
  for (guint i = 0; i < names->len; i++)
    {
      if (i < MAX_ROWS)
        add_row (group, g_ptr_array_index (names, i), NULL);
      g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (names, i));
    }
  finish_group (group, names->len);
}

static void
on_copy_clicked_cb (DatelineImportReportWindow *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->text);
  gtk_button_set_label (self->copy_button, _ ("Copied"));
}

static void
dateline_import_report_window_finalize (GObject *object)
{
  g_free (DATELINE_IMPORT_REPORT_WINDOW (object)->text);

  G_OBJECT_CLASS (dateline_import_report_window_parent_class)->finalize (object);
}

static void
dateline_import_report_window_class_init (DatelineImportReportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dateline_import_report_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/dateline/Dateline/dateline-import-report-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineImportReportWindow, summary_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineImportReportWindow, failed_group);
  gtk_widget_class_bind_template_child (widget_class, DatelineImportReportWindow, undated_group);
  gtk_widget_class_bind_template_child (widget_class, DatelineImportReportWindow, nothing_group);
  gtk_widget_class_bind_template_child (widget_class, DatelineImportReportWindow, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dateline_import_report_window_init (DatelineImportReportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dateline_import_report_window_new:
 * @report: what an import did
 *
 * Returns: (transfer full): a window that lists each input that failed with
 *   its reason, and the articles that gave no date or no incident
 */
GtkWidget *
dateline_import_report_window_new (const DatelineImportReport *report)
{
  DatelineImportReportWindow *self = g_object_new (DATELINE_TYPE_IMPORT_REPORT_WINDOW, NULL);
  g_autofree char            *summary = dateline_import_report_to_sentence (report);
  GString                    *text = g_string_new (NULL);

  gtk_label_set_label (self->summary_label, summary);
  g_string_append_printf (text, "%s\n", summary);
  show_failures (self, report->failed, text);
  if (report->n_read == 0)
    adw_preferences_group_set_description (self->failed_group, NULL);
  show_names (self->undated_group, report->undated, text);
  show_names (self->nothing_group, report->nothing_found, text);
  self->text = g_string_free (text, FALSE);

  return GTK_WIDGET (self);
}

/**
 * dateline_import_report_to_sentence:
 * @report: what an import did
 *
 * Returns: (transfer full): its counts in words, failures included
 */
char *
dateline_import_report_to_sentence (const DatelineImportReport *report)
{
  g_autofree char *reports = report->n_incidents > 0 ? dateline_strdup_printf (ngettext ("%u report", "%u reports", report->n_incidents), report->n_incidents) : g_strdup (_ ("No reports"));
  g_autofree char *articles = dateline_strdup_printf (ngettext ("%u article", "%u articles", report->n_read), report->n_read);
  GString         *sentence = g_string_new (NULL);

  if (report->n_read == 0 && report->failed->len > 0)
    {
      g_string_append_printf (sentence, ngettext ("%u input could not be read", "%u inputs could not be read", report->failed->len), report->failed->len);
      return dateline_localize_digits (g_string_free (sentence, FALSE), NULL);
    }

  if (report->cancelled)
    g_string_append_printf (sentence, "%s ", _ ("Stopped."));
  /* Translators: "23 reports" found in "14 articles"; of incidents, some of
   * which may be the same */
  g_string_append_printf (sentence, _ ("%s found in %s"), reports, articles);
  if (report->n_known > 0)
    {
      g_string_append (sentence, _ (", "));
      g_string_append_printf (sentence, ngettext ("%u article was in the project already", "%u articles were in the project already", report->n_known), report->n_known);
    }
  if (report->failed->len > 0)
    {
      g_string_append (sentence, _ (", "));
      g_string_append_printf (sentence, ngettext ("%u input not read", "%u inputs not read", report->failed->len), report->failed->len);
    }

  return dateline_localize_digits (g_string_free (sentence, FALSE), NULL);
}
