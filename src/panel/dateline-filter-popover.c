/* dateline-filter-popover.c: which incidents to show
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A box that is ticked narrows the view to what is ticked in its section;
 * a section without a tick lets all through.
 */

#define G_LOG_DOMAIN "dateline-panel"

#include "config.h"

#include "dateline-filter-popover.h"

#include <glib/gi18n.h>

#include "dateline-facet-section.h"
#include "dateline-filter.h"
#include "dateline-view-list.h"

struct _DatelineFilterPopover
{
  GtkPopover parent_instance;

  DatelineSession      *session;
  DatelineFacetSection *sections[DATELINE_N_FACETS];
  gboolean              updating;

  /* Template widgets */
  GtkBox         *views_box;
  GtkBox         *sections_box;
  GtkDropDown    *killed_drop_down;
  GtkDropDown    *confidence_drop_down;
  GtkCheckButton *background_button;
  GtkWidget      *clear_button;
};

G_DEFINE_FINAL_TYPE (DatelineFilterPopover, dateline_filter_popover, GTK_TYPE_POPOVER)

static const struct
{
  DatelineFacet facet;
  const char   *title;
  gboolean      expanded;
} sections[] = {
  { DATELINE_FACET_TYPE, N_ ("Kind"), TRUE },
  { DATELINE_FACET_COUNTRY, N_ ("Country"), TRUE },
  { DATELINE_FACET_GOVERNORATE, N_ ("Governorate"), FALSE },
  { DATELINE_FACET_ACTOR, N_ ("Actor"), FALSE },
  { DATELINE_FACET_WEAPON, N_ ("Weapon"), FALSE },
  { DATELINE_FACET_PUBLISHER, N_ ("Publisher"), FALSE },
  { DATELINE_FACET_STATUS, N_ ("Review"), FALSE },
  { DATELINE_FACET_GRADE, N_ ("Evidence grade"), FALSE },
  { DATELINE_FACET_PRECISION, N_ ("Precision of the place"), FALSE },
  { DATELINE_FACET_TAG, N_ ("Tag"), FALSE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (sections) == DATELINE_N_FACETS);

/* What the two lists of least values offer, in the order of their lines. */
static const int min_killed[] = { 0, 1, 5, 10, 50, 100 };
static const int min_confidence[] = { 0, 50, 70, 80, 90 };

static guint
find_choice (const int *choices, guint n_choices, int value)
{
  guint choice = 0;

  while (choice + 1 < n_choices && choices[choice + 1] <= value)
    choice++;
  return choice;
}

static void
apply (DatelineFilterPopover *self)
{
  g_autoptr (DatelineFilter) filter = NULL;

  if (self->updating || self->session == NULL)
    return;

  filter = dateline_filter_copy (dateline_session_get_filter (self->session));
  filter->min_killed = min_killed[gtk_drop_down_get_selected (self->killed_drop_down)];
  filter->min_confidence = min_confidence[gtk_drop_down_get_selected (self->confidence_drop_down)];
  filter->hide_background = gtk_check_button_get_active (self->background_button);
  dateline_session_set_filter (self->session, filter);
}

static void
update_counts (DatelineFilterPopover *self)
{
  gtk_widget_set_sensitive (self->clear_button, dateline_filter_is_active (dateline_session_get_filter (self->session)));
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  for (guint i = 0; i < DATELINE_N_FACETS; i++)
    dateline_facet_section_update_counts (self->sections[i]);
}

/* Also when it is about to be seen: until then nothing is counted. */
static void
rebuild (DatelineFilterPopover *self)
{
  const DatelineFilter *filter = dateline_session_get_filter (self->session);

  self->updating = TRUE;
  gtk_drop_down_set_selected (self->killed_drop_down, find_choice (min_killed, G_N_ELEMENTS (min_killed), filter->min_killed));
  gtk_drop_down_set_selected (self->confidence_drop_down, find_choice (min_confidence, G_N_ELEMENTS (min_confidence), filter->min_confidence));
  gtk_check_button_set_active (self->background_button, filter->hide_background);
  self->updating = FALSE;

  for (guint i = 0; i < DATELINE_N_FACETS; i++)
    dateline_facet_section_rebuild (self->sections[i]);
  update_counts (self);
}

static void
on_incidents_changed_cb (DatelineFilterPopover *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    rebuild (self);
}

static void
on_clear_clicked_cb (DatelineFilterPopover *self)
{
  g_autoptr (DatelineFilter) all = dateline_filter_new ();

  /* The button is of no use then, and would lose the focus. */
  gtk_widget_child_focus (GTK_WIDGET (self->sections_box), GTK_DIR_TAB_FORWARD);
  dateline_session_set_filter (self->session, all);
  rebuild (self);
}

static void
dateline_filter_popover_dispose (GObject *object)
{
  DatelineFilterPopover *self = DATELINE_FILTER_POPOVER (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_filter_popover_parent_class)->dispose (object);
}

static void
dateline_filter_popover_class_init (DatelineFilterPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dateline_filter_popover_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/dateline/Dateline/dateline-filter-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineFilterPopover, views_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineFilterPopover, sections_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineFilterPopover, killed_drop_down);
  gtk_widget_class_bind_template_child (widget_class, DatelineFilterPopover, confidence_drop_down);
  gtk_widget_class_bind_template_child (widget_class, DatelineFilterPopover, background_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineFilterPopover, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, apply);
  gtk_widget_class_bind_template_callback (widget_class, rebuild);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked_cb);
}

static void
dateline_filter_popover_init (DatelineFilterPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dateline_filter_popover_set_session:
 * @self: a popover
 * @session: the hub whose filter it shows and changes; set once
 */
void
dateline_filter_popover_set_session (DatelineFilterPopover *self, DatelineSession *session)
{
  g_return_if_fail (DATELINE_IS_FILTER_POPOVER (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  gtk_box_append (self->views_box, dateline_view_list_new (session));
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      GtkWidget *section = dateline_facet_section_new (session, sections[i].facet, _ (sections[i].title));

      self->sections[i] = DATELINE_FACET_SECTION (section);
      gtk_box_append (self->sections_box, section);
      dateline_facet_section_set_expanded (self->sections[i], sections[i].expanded);
    }
  g_signal_connect_object (session, "incidents-changed", G_CALLBACK (on_incidents_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "visible-changed", G_CALLBACK (update_counts), self, G_CONNECT_SWAPPED);
}
