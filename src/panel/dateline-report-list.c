/* dateline-report-list.c: the reports of an incident, to be split and merged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the engine held for one event, or for two, an analyst may judge
 * otherwise: a report is split off by its button; others are merged in out
 * of a list of what lies near in time and place.
 */

#define G_LOG_DOMAIN "dateline-panel"

#include "config.h"

#include "dateline-report-list.h"

#include <glib/gi18n.h>
#include <math.h>

#include "dateline-excerpt-row.h"
#include "dateline-incident-lines.h"
#include "dateline-reason.h"

/* How far what may be the same event lies off, and how many are offered. */
#define NEAR_DAYS 3
#define NEAR_DEGREES 1.0
#define N_OFFERED 12

#define DAY_S (24 * 60 * 60)

struct _DatelineReportList
{
  GtkWidget parent_instance;

  DatelineSession *session;
  gint64           incident;

  GtkListBox    *list;
  GtkMenuButton *merge_button;
  GtkWidget     *reason_entry; /* of a merge */
  GtkListBox    *offers;
  GtkLabel      *none_label;
};

G_DEFINE_FINAL_TYPE (DatelineReportList, dateline_report_list, GTK_TYPE_WIDGET)

static void
tell (DatelineReportList *self, const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", message);
}

static void
on_split_cb (DatelineReportList *self, GtkWidget *widget)
{
  GtkWidget         *button = gtk_widget_get_ancestor (widget, GTK_TYPE_MENU_BUTTON);
  gint64             report = *(gint64 *) g_object_get_data (G_OBJECT (button), "report");
  g_autofree char   *reason = dateline_reason_take (widget);
  g_autoptr (GError) error = NULL;

  if (!dateline_session_split (self->session, self->incident, &report, 1, reason, &error))
    tell (self, error->message);
}

/* Only now: an incident may have many reports. */
static void
create_split_popover (GtkMenuButton *button, gpointer user_data)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, dateline_reason_new_popover (C_ ("report", "Split Off"), G_CALLBACK (on_split_cb), user_data));
}

static void
on_offer_activated_cb (DatelineReportList *self, GtkListBoxRow *row)
{
  gint64             both[] = { self->incident, dateline_incident_lines_get_incident (row) };
  g_autofree char   *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason_entry))));
  g_autoptr (GError) error = NULL;
  gint64             merged;

  gtk_menu_button_popdown (self->merge_button);
  merged = dateline_session_merge (self->session, both, G_N_ELEMENTS (both), reason, &error);
  if (merged != 0)
    dateline_session_select (self->session, merged);
  else
    tell (self, error->message);
}

/* Merges with the only one; among several it is left to choose. */
static void
on_reason_activated_cb (DatelineReportList *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->offers, 0);

  if (first != NULL && gtk_list_box_get_row_at_index (self->offers, 1) == NULL)
    on_offer_activated_cb (self, first);
  else if (first != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (first));
}

static void
append_id (gint64 id, gpointer user_data)
{
  g_array_append_val ((GArray *) user_data, id);
}

/* How far a row is from another: a day counts as a degree. */
static double
get_distance (const DatelineIncidentTable *table, guint a, guint b)
{
  double degrees = isnan (table->lat[a]) || isnan (table->lat[b]) ? NEAR_DEGREES : hypot (table->lat[a] - table->lat[b], table->lon[a] - table->lon[b]);

  return degrees + fabs ((double) (table->start[a] - table->start[b])) / DAY_S;
}

typedef struct
{
  guint  row;
  double distance;
} Offer;

static int
compare_offers (gconstpointer a, gconstpointer b)
{
  const Offer *x = a, *y = b;

  return x->distance < y->distance ? -1 : x->distance > y->distance;
}

/* The table is sorted by time: only what lies near is looked at. */
static GArray *
find_offers (const DatelineIncidentTable *table, guint row)
{
  GArray *offers = g_array_new (FALSE, FALSE, sizeof (Offer));
  gint64  limit = (gint64) NEAR_DAYS * DAY_S;
  guint   begin = row;

  if (row >= table->n_dated)
    return offers;
  while (begin > 0 && table->start[row] - table->start[begin - 1] <= limit)
    begin--;
  for (guint other = begin; other < table->n_dated && table->start[other] - table->start[row] <= limit; other++)
    {
      Offer offer = { other, get_distance (table, row, other) };

      if (other != row && offer.distance <= NEAR_DEGREES + NEAR_DAYS)
        g_array_append_val (offers, offer);
    }
  g_array_sort (offers, compare_offers);
  g_array_set_size (offers, MIN (offers->len, N_OFFERED));

  return offers;
}

static void
fill_offers (DatelineReportList *self)
{
  const DatelineIncidentTable *table = dateline_session_get_table (self->session);
  guint                        row = dateline_incident_table_find (table, self->incident);
  g_autoptr (GArray)           offers = row != G_MAXUINT ? find_offers (table, row) : g_array_new (FALSE, FALSE, sizeof (Offer));
  guint                        n_shown = 0;

  dateline_incident_lines_clear (self->offers);
  for (guint i = 0; i < offers->len; i++)
    n_shown += (guint) dateline_incident_lines_add (self->offers, self->session, table->id[g_array_index (offers, Offer, i).row]);
  gtk_widget_set_visible (GTK_WIDGET (self->none_label), n_shown == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->offers), n_shown > 0);
  gtk_editable_set_text (GTK_EDITABLE (self->reason_entry), "");
  gtk_widget_set_visible (self->reason_entry, n_shown > 0);
}

static GtkWidget *
create_row (DatelineReportList *self, gint64 report)
{
  g_autoptr (DatelineIncident) incident = dateline_store_load_incident (dateline_session_get_store (self->session), report, NULL);
  const DatelineArticle       *article = NULL;
  GtkWidget                   *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget                   *label = gtk_label_new (NULL);
  GtkWidget                   *button = gtk_menu_button_new ();

  if (incident != NULL && incident->evidence->len > 0)
    article = dateline_session_get_article (self->session, g_array_index (incident->evidence, DatelineProvenance, 0).article, NULL);
  if (article != NULL)
    {
      g_autofree char *byline = dateline_article_to_byline (article);

      gtk_label_set_label (GTK_LABEL (label), byline);
      gtk_widget_set_tooltip_text (label, article->title);
    }
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), gtk_label_new (C_ ("report", "Split Off")));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, C_ ("report", "Split Off"), -1);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_split_popover, self, NULL);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "caption");
  gtk_widget_set_tooltip_text (button, _ ("This report tells of another event"));
  g_object_set_data_full (G_OBJECT (button), "report", g_memdup2 (&report, sizeof report), g_free);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), button);
  gtk_widget_set_margin_start (row, 10);
  gtk_widget_set_margin_end (row, 4);

  return row;
}

static void
dateline_report_list_dispose (GObject *object)
{
  DatelineReportList *self = DATELINE_REPORT_LIST (object);
  GtkWidget          *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_report_list_parent_class)->dispose (object);
}

static void
dateline_report_list_class_init (DatelineReportListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dateline_report_list_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
create_offers (DatelineReportList *self)
{
  GtkWidget *popover = dateline_incident_lines_new_popover (&self->offers, &self->none_label);

  self->reason_entry = dateline_reason_new_entry ();
  gtk_box_prepend (GTK_BOX (gtk_popover_get_child (GTK_POPOVER (popover))), self->reason_entry);
  g_signal_connect_object (self->reason_entry, "activate", G_CALLBACK (on_reason_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_label_set_label (self->none_label, _ ("Nothing lies near in time and place"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->offers), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Merge with"), -1);
  g_signal_connect_object (popover, "show", G_CALLBACK (fill_offers), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->offers, "row-activated", G_CALLBACK (on_offer_activated_cb), self, G_CONNECT_SWAPPED);

  return popover;
}

static void
dateline_report_list_init (DatelineReportList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reports"), -1);

  self->merge_button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->merge_button, _ ("_Merge With…"));
  gtk_menu_button_set_use_underline (self->merge_button, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->merge_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Merge with"), -1);
  gtk_menu_button_set_popover (self->merge_button, create_offers (self));
  gtk_widget_set_halign (GTK_WIDGET (self->merge_button), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->merge_button), "flat");

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->merge_button));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

/**
 * dateline_report_list_set_session:
 * @self: a list
 * @session: the hub; set once
 */
void
dateline_report_list_set_session (DatelineReportList *self, DatelineSession *session)
{
  g_return_if_fail (DATELINE_IS_REPORT_LIST (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
}

/**
 * dateline_report_list_show:
 * @self: a list
 * @incident: a row id
 *
 * Shows its reports where there are several.
 */
void
dateline_report_list_show (DatelineReportList *self, gint64 incident)
{
  g_autoptr (GArray) reports = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;

  g_return_if_fail (DATELINE_IS_REPORT_LIST (self));

  self->incident = incident;
  dateline_incident_lines_clear (self->list);
  if (!dateline_store_foreach_part_of (dateline_session_get_store (self->session), incident, append_id, reports, &error))
    g_warning ("%s", error->message);

  for (guint i = 0; reports->len > 1 && i < reports->len; i++)
    gtk_list_box_append (self->list, create_row (self, g_array_index (reports, gint64, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->list), reports->len > 1);
}
