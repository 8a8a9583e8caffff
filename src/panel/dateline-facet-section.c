/* dateline-facet-section.c: the values of one facet, to be ticked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The values that most incidents have, those ticked, and an entry to find
 * the others. While the section is seen its lines stay where they are:
 * only their counts change.
 */

#define G_LOG_DOMAIN "dateline-panel"

#include "config.h"

#include "dateline-facet-section.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dateline-lines.h"
#include "dateline-locale-text.h"
#include "dateline-symbol-icon.h"
#include "dateline-words.h"

/* Lines that are shown unasked; with more values there is an entry. */
#define N_LINES 10

struct _DatelineFacetSection
{
  GtkWidget parent_instance;

  DatelineSession *session;
  DatelineFacet    facet;
  char            *title;
  GPtrArray       *lines; /* Line */
  gboolean         filling;

  /* Template widgets */
  GtkExpander    *expander;
  GtkLabel       *title_label;
  GtkSearchEntry *find_entry;
  GtkBox         *values_box;
  GtkLabel       *more_label;
};

G_DEFINE_FINAL_TYPE (DatelineFacetSection, dateline_facet_section, GTK_TYPE_WIDGET)

/* A value that is shown. */
typedef struct
{
  char           *value;
  GtkCheckButton *button;
  GtkLabel       *count_label;
} Line;

/* A value that might be. */
typedef struct
{
  guint    value;
  guint    count;
  gboolean wanted;
  char    *words;
} Candidate;

/**
 * dateline_facet_value_to_words:
 * @facet: which question
 * @value: an answer as the store has it
 *
 * Returns: (transfer full): it for people
 */
char *
dateline_facet_value_to_words (DatelineFacet facet, const char *value)
{
  DatelineIncidentType type;
  int                  digit = g_ascii_digit_value (value[0]);
  char                *words;

  switch (facet)
    {
    case DATELINE_FACET_TYPE:
      return g_strdup (dateline_incident_type_parse (value, &type) ? dateline_incident_type_to_words (type) : value);

    case DATELINE_FACET_COUNTRY:
      return g_strdup (dateline_country_to_words (value));

    case DATELINE_FACET_STATUS:
      return g_strdup (digit >= 0 && digit <= DATELINE_STATUS_REJECTED ? dateline_status_to_words ((DatelineStatus) digit) : value);

    case DATELINE_FACET_PRECISION:
      return g_strdup (digit >= 0 && digit <= DATELINE_WHERE_SEA_OR_AIR ? dateline_where_precision_to_words ((DatelineWherePrecision) digit) : value);

    case DATELINE_FACET_GRADE:
      for (int grade = DATELINE_GRADE_CONFIRMED; grade <= DATELINE_GRADE_CONTESTED; grade++)
        if (g_str_equal (value, dateline_grade_get_id (grade)))
          return g_strdup (dateline_grade_to_words (grade));
      return g_strdup (value);

    case DATELINE_FACET_WEAPON: /* a class of the lexicon: "ballistic-missile" */
      words = g_strdelimit (g_strdup (value), "-", ' ');
      words[0] = g_ascii_toupper (words[0]);
      return words;

    default:
      return g_strdup (value);
    }
}

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->value);
  g_free (line);
}

static void
candidate_clear (gpointer data)
{
  g_free (((Candidate *) data)->words);
}

/* Those ticked first, then by how many incidents, then by name. */
static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *x = a, *y = b;

  if (x->wanted != y->wanted)
    return y->wanted - x->wanted;
  if (x->count != y->count)
    return x->count < y->count ? 1 : -1;
  return g_utf8_collate (x->words, y->words);
}

static gboolean
contains_words (const char *text, const char *part)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *wanted = g_utf8_casefold (part, -1);

  return strstr (folded, wanted) != NULL;
}

static GArray *
list_candidates (DatelineFacetSection *self, const guint *counts)
{
  const DatelineFacets *facets = dateline_session_get_facets (self->session);
  const DatelineFilter *filter = dateline_session_get_filter (self->session);
  const char           *part = gtk_editable_get_text (GTK_EDITABLE (self->find_entry));
  GArray               *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  g_array_set_clear_func (candidates, candidate_clear);
  for (guint value = 0; value < dateline_facets_get_n_values (facets, self->facet); value++)
    {
      const char *name = dateline_facets_get_value (facets, self->facet, value);
      Candidate   candidate = { value, counts[value], dateline_filter_is_wanted (filter, self->facet, name), NULL };

      candidate.words = dateline_facet_value_to_words (self->facet, name);
      if (candidate.wanted || contains_words (candidate.words, part))
        g_array_append_val (candidates, candidate);
      else
        g_free (candidate.words);
    }
  g_array_sort (candidates, compare_candidates);

  return candidates;
}

static void
update_title (DatelineFacetSection *self)
{
  const DatelineFilter *filter = dateline_session_get_filter (self->session);
  GHashTable           *wanted = filter->wanted[self->facet];
  g_autofree char      *title = NULL;

  if (wanted == NULL)
    {
      gtk_label_set_label (self->title_label, self->title);
      return;
    }

  /* Translators: a kind of filter, and how many of its values are ticked */
  title = dateline_strdup_printf (_ ("%s · %u"), self->title, g_hash_table_size (wanted));
  gtk_label_set_label (self->title_label, title);
}

static void
on_toggled_cb (DatelineFacetSection *self, GtkCheckButton *button)
{
  g_autoptr (DatelineFilter) filter = NULL;

  if (self->filling)
    return;

  filter = dateline_filter_copy (dateline_session_get_filter (self->session));
  dateline_filter_set_wanted (filter, self->facet, g_object_get_data (G_OBJECT (button), "value"), gtk_check_button_get_active (button));
  dateline_session_set_filter (self->session, filter);
  update_title (self);
}

static void
add_line (DatelineFacetSection *self, const char *value, const Candidate *candidate)
{
  Line      *line = g_new0 (Line, 1);
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (candidate->words);
  GtkWidget *count = gtk_label_new (NULL);

  if (self->facet == DATELINE_FACET_TYPE)
    {
      GtkWidget           *icon = g_object_new (DATELINE_TYPE_SYMBOL_ICON, NULL);
      DatelineIncidentType type = DATELINE_INCIDENT_UNSPECIFIED_ATTACK;

      dateline_incident_type_parse (value, &type);
      dateline_symbol_icon_set_incident_type (DATELINE_SYMBOL_ICON (icon), type);
      gtk_box_append (GTK_BOX (box), icon);
    }
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, candidate->words);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), box);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), candidate->wanted);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, candidate->words, -1);
  g_object_set_data_full (G_OBJECT (button), "value", g_strdup (value), g_free);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->values_box, button);

  line->value = g_strdup (value);
  line->button = GTK_CHECK_BUTTON (button);
  line->count_label = GTK_LABEL (count);
  g_ptr_array_add (self->lines, line);
}

static void
fill (DatelineFacetSection *self)
{
  const DatelineFacets *facets = dateline_session_get_facets (self->session);
  g_autofree guint     *counts = dateline_session_count_values (self->session, self->facet);
  g_autoptr (GArray)    candidates = list_candidates (self, counts);
  guint                 n_values = dateline_facets_get_n_values (facets, self->facet);
  GtkWidget            *child;
  guint                 n_shown = 0;

  self->filling = TRUE;
  g_ptr_array_set_size (self->lines, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->values_box))) != NULL)
    gtk_box_remove (self->values_box, child);

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      /* Kinds and grades are few: all are shown. */
      if (!candidate->wanted && n_shown >= N_LINES && n_values > 2 * N_LINES)
        break;
      add_line (self, dateline_facets_get_value (facets, self->facet, candidate->value), candidate);
      n_shown++;
    }
  self->filling = FALSE;

  gtk_widget_set_visible (GTK_WIDGET (self->find_entry), n_values > 2 * N_LINES);
  gtk_widget_set_visible (GTK_WIDGET (self->more_label), n_shown < candidates->len);
  if (n_shown < candidates->len)
    {
      guint            n_more = candidates->len - n_shown;
      g_autofree char *more = dateline_strdup_printf (ngettext ("%u more", "%u more", n_more), n_more);

      gtk_label_set_label (self->more_label, more);
    }
  dateline_facet_section_update_counts (self);
}

static void
on_expanded_cb (DatelineFacetSection *self)
{
  if (!self->filling && gtk_expander_get_expanded (self->expander))
    fill (self);
}

static void
dateline_facet_section_dispose (GObject *object)
{
  DatelineFacetSection *self = DATELINE_FACET_SECTION (object);
  GtkWidget            *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (dateline_facet_section_parent_class)->dispose (object);
}

static void
dateline_facet_section_class_init (DatelineFacetSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dateline_facet_section_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/dateline/Dateline/dateline-facet-section.ui");
  gtk_widget_class_bind_template_child (widget_class, DatelineFacetSection, expander);
  gtk_widget_class_bind_template_child (widget_class, DatelineFacetSection, title_label);
  gtk_widget_class_bind_template_child (widget_class, DatelineFacetSection, find_entry);
  gtk_widget_class_bind_template_child (widget_class, DatelineFacetSection, values_box);
  gtk_widget_class_bind_template_child (widget_class, DatelineFacetSection, more_label);
  gtk_widget_class_bind_template_callback (widget_class, fill);
  gtk_widget_class_bind_template_callback (widget_class, on_expanded_cb);
}

static void
dateline_facet_section_init (DatelineFacetSection *self)
{
  self->lines = g_ptr_array_new_with_free_func (line_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dateline_facet_section_new:
 * @session: the hub whose filter it shows and changes
 * @facet: which question
 * @title: its name
 *
 * Returns: (transfer floating): the section, folded, and empty until it
 *   is unfolded
 */
GtkWidget *
dateline_facet_section_new (DatelineSession *session, DatelineFacet facet, const char *title)
{
  DatelineFacetSection *self = g_object_new (DATELINE_TYPE_FACET_SECTION, NULL);
  g_autofree char      *find = NULL;

  self->session = g_object_ref (session);
  self->facet = facet;
  self->title = g_strdup (title);
  gtk_label_set_label (self->title_label, title);
  /* Translators: of an entry that looks for values of a filter: "Find: Actor" */
  find = g_strdup_printf (_ ("Find: %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->find_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, find, -1);

  return GTK_WIDGET (self);
}

/**
 * dateline_facet_section_set_expanded:
 * @self: a section
 * @expanded: whether its values are seen
 *
 * They are not counted before dateline_facet_section_rebuild().
 */
void
dateline_facet_section_set_expanded (DatelineFacetSection *self, gboolean expanded)
{
  self->filling = TRUE;
  gtk_expander_set_expanded (self->expander, expanded);
  self->filling = FALSE;
}

/**
 * dateline_facet_section_rebuild:
 * @self: a section
 *
 * Shows the project's values anew; hides itself where there is none.
 */
void
dateline_facet_section_rebuild (DatelineFacetSection *self)
{
  guint n_values = dateline_facets_get_n_values (dateline_session_get_facets (self->session), self->facet);

  gtk_widget_set_visible (GTK_WIDGET (self), n_values > 0);
  update_title (self);
  if (gtk_expander_get_expanded (self->expander))
    fill (self);
}

/**
 * dateline_facet_section_update_counts:
 * @self: a section
 *
 * Counts again, and leaves the lines where they are.
 */
void
dateline_facet_section_update_counts (DatelineFacetSection *self)
{
  const DatelineFacets *facets = dateline_session_get_facets (self->session);
  g_autofree guint     *counts = NULL;

  update_title (self);
  if (!gtk_expander_get_expanded (self->expander))
    return;

  counts = dateline_session_count_values (self->session, self->facet);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line      *line = g_ptr_array_index (self->lines, i);
      guint            value = dateline_facets_find_value (facets, self->facet, line->value);
      g_autofree char *count = dateline_strdup_printf ("%u", value != G_MAXUINT ? counts[value] : 0);

      gtk_label_set_label (line->count_label, count);
    }
}
