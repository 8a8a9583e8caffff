/* dateline-filter-popover.c: which kinds of incident to show
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A box that is ticked narrows the view to what is ticked in its group; a
 * group without a tick lets all through.
 */

#define G_LOG_DOMAIN "dateline-panel"

#include "config.h"

#include "dateline-filter-popover.h"

#include <glib/gi18n.h>

#include "dateline-filter.h"
#include "dateline-lines.h"
#include "dateline-symbol-icon.h"
#include "dateline-words.h"

struct _DatelineFilterPopover
{
  GtkPopover parent_instance;

  DatelineSession *session;
  GtkCheckButton  *type_buttons[DATELINE_N_INCIDENT_TYPES]; /* NULL where the project has none */
  GtkLabel        *count_labels[DATELINE_N_INCIDENT_TYPES];
  GPtrArray       *country_buttons; /* GtkCheckButton, with their code as "country" */
  gboolean         updating;

  /* Template widgets */
  GtkBox         *types_box;
  GtkBox         *countries_box;
  GtkCheckButton *background_button;
  GtkWidget      *clear_button;
};

G_DEFINE_FINAL_TYPE (DatelineFilterPopover, dateline_filter_popover, GTK_TYPE_POPOVER)

static void
apply (DatelineFilterPopover *self)
{
  g_autoptr (DatelineFilter) filter = NULL;
  guint32                    types = 0;

  if (self->updating)
    return;

  filter = dateline_filter_copy (dateline_session_get_filter (self->session));
  for (guint i = 0; i < DATELINE_N_INCIDENT_TYPES; i++)
    if (self->type_buttons[i] != NULL && gtk_check_button_get_active (self->type_buttons[i]))
      types |= 1u << i;
  if (types == 0)
    {
      g_autoptr (DatelineFilter) all = dateline_filter_new ();

      types = all->types;
    }
  filter->types = types;

  filter->n_countries = 0;
  for (guint i = 0; i < self->country_buttons->len; i++)
    {
      GtkCheckButton *button = g_ptr_array_index (self->country_buttons, i);

      if (gtk_check_button_get_active (button))
        dateline_filter_add_country (filter, g_object_get_data (G_OBJECT (button), "country"));
    }

  filter->hide_background = gtk_check_button_get_active (self->background_button);
  dateline_session_set_filter (self->session, filter);
}

static void
update_counts (DatelineFilterPopover *self)
{
  guint counts[DATELINE_N_INCIDENT_TYPES] = { 0 };

  gtk_widget_set_sensitive (self->clear_button, dateline_filter_is_active (dateline_session_get_filter (self->session)));
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  dateline_session_get_type_counts (self->session, counts);
  for (guint i = 0; i < DATELINE_N_INCIDENT_TYPES; i++)
    {
      g_autofree char *count = g_strdup_printf ("%u", counts[i]);

      if (self->count_labels[i] != NULL)
        gtk_label_set_label (self->count_labels[i], count);
    }
}

static GtkCheckButton *
add_type (DatelineFilterPopover *self, DatelineIncidentType type)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = g_object_new (DATELINE_TYPE_SYMBOL_ICON, NULL);
  GtkWidget *label = gtk_label_new (dateline_incident_type_to_words (type));
  GtkWidget *count = gtk_label_new (NULL);

  dateline_symbol_icon_set_incident_type (DATELINE_SYMBOL_ICON (icon), type);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), box);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, dateline_incident_type_to_words (type), -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (apply), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->types_box, button);

  self->count_labels[type] = GTK_LABEL (count);
  return GTK_CHECK_BUTTON (button);
}

static void
add_country (DatelineFilterPopover *self, guint16 country)
{
  char        code[3] = { (char) (country >> 8), (char) (country & 0xff), '\0' };
  const char *name = dateline_country_to_words (code);
  GtkWidget  *button = gtk_check_button_new_with_label (name);

  g_object_set_data_full (G_OBJECT (button), "country", g_strdup (code), g_free);
  g_signal_connect_object (button, "toggled", G_CALLBACK (apply), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->countries_box, button);
  g_ptr_array_add (self->country_buttons, button);
}

static void
remove_children (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static int
compare_countries (gconstpointer a, gconstpointer b)
{
  return *(const guint16 *) a - *(const guint16 *) b;
}

/* The countries that the project has, each once, by code. */
static GArray *
list_countries (const DatelineIncidentTable *table)
{
  GArray *countries = g_array_new (FALSE, FALSE, sizeof (guint16));

  for (guint row = 0; row < table->n_rows; row++)
    {
      gboolean known = table->country[row] >> 8 == 0;

      for (guint i = 0; !known && i < countries->len; i++)
        known = g_array_index (countries, guint16, i) == table->country[row];
      if (!known)
        g_array_append_val (countries, table->country[row]);
    }
  g_array_sort (countries, compare_countries);
  return countries;
}

static void
rebuild (DatelineFilterPopover *self)
{
  const DatelineIncidentTable *table = dateline_session_get_table (self->session);
  const DatelineFilter        *filter = dateline_session_get_filter (self->session);
  g_autoptr (DatelineFilter)   all = dateline_filter_new ();
  g_autoptr (GArray)           countries = list_countries (table);
  gboolean                     has_type[DATELINE_N_INCIDENT_TYPES] = { FALSE };

  self->updating = TRUE;
  remove_children (self->types_box);
  remove_children (self->countries_box);
  g_ptr_array_set_size (self->country_buttons, 0);
  for (guint row = 0; row < table->n_rows; row++)
    has_type[table->type[row]] = TRUE;

  for (guint i = 0; i < DATELINE_N_INCIDENT_TYPES; i++)
    {
      self->type_buttons[i] = has_type[i] ? add_type (self, i) : NULL;
      self->count_labels[i] = has_type[i] ? self->count_labels[i] : NULL;
      if (has_type[i] && filter->types != all->types)
        gtk_check_button_set_active (self->type_buttons[i], (filter->types & 1u << i) != 0);
    }
  for (guint i = 0; i < countries->len; i++)
    {
      add_country (self, g_array_index (countries, guint16, i));
      for (guint j = 0; j < filter->n_countries; j++)
        if (filter->countries[j] == g_array_index (countries, guint16, i))
          gtk_check_button_set_active (g_ptr_array_index (self->country_buttons, i), TRUE);
    }
  gtk_check_button_set_active (self->background_button, filter->hide_background);
  self->updating = FALSE;
  update_counts (self);
}

static void
on_clear_clicked_cb (DatelineFilterPopover *self)
{
  g_autoptr (DatelineFilter) all = dateline_filter_new ();

  dateline_session_set_filter (self->session, all);
  rebuild (self);
}

static void
dateline_filter_popover_dispose (GObject *object)
{
  DatelineFilterPopover *self = DATELINE_FILTER_POPOVER (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->country_buttons, g_ptr_array_unref);

  G_OBJECT_CLASS (dateline_filter_popover_parent_class)->dispose (object);
}

static void
dateline_filter_popover_class_init (DatelineFilterPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dateline_filter_popover_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/dateline/Dateline/dateline-filter-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineFilterPopover, types_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineFilterPopover, countries_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineFilterPopover, background_button);
  gtk_widget_class_bind_template_child (widget_class, DatelineFilterPopover, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, apply);
  gtk_widget_class_bind_template_callback (widget_class, rebuild);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked_cb);
}

static void
dateline_filter_popover_init (DatelineFilterPopover *self)
{
  self->country_buttons = g_ptr_array_new ();
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
  g_signal_connect_object (session, "incidents-changed", G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "visible-changed", G_CALLBACK (update_counts), self, G_CONNECT_SWAPPED);
  rebuild (self);
}
