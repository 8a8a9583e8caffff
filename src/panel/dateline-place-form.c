/* dateline-place-form.c: where an incident was, to be corrected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A place is chosen among those that the name could be, or given by its
 * coordinates, typed or picked on the map.
 */

#define G_LOG_DOMAIN "dateline-panel"

#include "config.h"

#include "dateline-place-form.h"

#include <glib/gi18n.h>

#include "dateline-choice.h"
#include "dateline-incident-fields.h"
#include "dateline-lines.h"
#include "dateline-words.h"

/* Around coordinates that are not exact: the least that the precision
 * codes know, in km. */
#define NEAR_RADIUS_KM 25.0

struct _DatelinePlaceForm
{
  GtkWidget parent_instance;

  DatelineSession  *session;
  gint64            incident;
  DatelineIncident *current;
  DatelineIncident *engine;
  GArray           *choices; /* DatelinePlace, borrowed from the two; the line after them is for coordinates */
  gboolean          filling;

  GtkDropDown *which_drop_down; /* of several places */
  GtkDropDown *choice_drop_down;
  GtkWidget   *hint; /* that the choices are on the map, too */
  GtkBox      *point_box;
  GtkEntry    *name_entry;
  GtkEntry    *point_entry;
  GtkDropDown *precision_drop_down;
  GtkDropDown *scope_drop_down;
};

G_DEFINE_FINAL_TYPE (DatelinePlaceForm, dateline_place_form, GTK_TYPE_WIDGET)

static const char *const scope_words[] = {
  [DATELINE_PLACE_SCOPE_INCIDENT] = NC_ ("reach of a correction", "This incident only"),
  [DATELINE_PLACE_SCOPE_ARTICLE] = NC_ ("reach of a correction", "This name in the article"),
  [DATELINE_PLACE_SCOPE_PROJECT] = NC_ ("reach of a correction", "This name in the project"),
};

static guint
get_which (DatelinePlaceForm *self)
{
  guint which = gtk_drop_down_get_selected (self->which_drop_down);

  return which != GTK_INVALID_LIST_POSITION ? which : 0;
}

static gboolean
has_place (DatelinePlaceForm *self)
{
  return self->current->places->len > 0;
}

static const DatelinePlace *
get_place (DatelinePlaceForm *self)
{
  return has_place (self) ? &g_array_index (self->current->places, DatelinePlace, get_which (self)) : NULL;
}

/* Nothing is chosen but what is there. */
static gboolean
is_untouched (DatelinePlaceForm *self)
{
  const DatelinePlace *place = get_place (self);
  guint                choice = gtk_drop_down_get_selected (self->choice_drop_down);

  if (place == NULL)
    return *gtk_editable_get_text (GTK_EDITABLE (self->point_entry)) == '\0';
  return choice == 0 && gtk_drop_down_get_selected (self->precision_drop_down) + 1 == (guint) place->precision;
}

/* Coordinates that stand in the form count as one more. */
static void
offer_candidates (DatelinePlaceForm *self)
{
  DatelineCandidates *candidates = dateline_session_get_candidates (self->session);
  guint               chosen = gtk_drop_down_get_selected (self->choice_drop_down);
  g_autoptr (GArray)  offered = g_array_new (FALSE, FALSE, sizeof (DatelineCandidate));
  GListModel         *lines = gtk_drop_down_get_model (self->choice_drop_down);
  DatelinePoint       point = dateline_point_none ();

  if (self->filling || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  for (guint i = 0; i < self->choices->len; i++)
    {
      const DatelinePlace *choice = &g_array_index (self->choices, DatelinePlace, i);
      DatelineCandidate    candidate = { choice->point, (char *) gtk_string_list_get_string (GTK_STRING_LIST (lines), i) };

      g_array_append_val (offered, candidate);
    }
  if (chosen == self->choices->len && dateline_coordinates_parse (gtk_editable_get_text (GTK_EDITABLE (self->point_entry)), &point))
    {
      DatelineCandidate candidate = { point, (char *) gtk_editable_get_text (GTK_EDITABLE (self->point_entry)) };

      g_array_append_val (offered, candidate);
    }
  dateline_candidates_offer (candidates, (DatelineCandidate *) offered->data, offered->len, chosen);
}

static void
on_candidate_chosen_cb (DatelinePlaceForm *self, guint candidate)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && candidate < self->choices->len)
    gtk_drop_down_set_selected (self->choice_drop_down, candidate);
}

static void
on_choice_changed_cb (DatelinePlaceForm *self)
{
  guint choice = gtk_drop_down_get_selected (self->choice_drop_down);

  if (self->filling)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->point_box), choice == self->choices->len);
  if (choice < self->choices->len)
    {
      DatelineWherePrecision precision = g_array_index (self->choices, DatelinePlace, choice).precision;

      gtk_drop_down_set_selected (self->precision_drop_down, MAX (precision, DATELINE_WHERE_EXACT) - 1);
    }
  else
    gtk_drop_down_set_selected (self->precision_drop_down, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->scope_drop_down), has_place (self) && choice > 0);
  offer_candidates (self);
}

/* With its coordinates: a city and its governorate have one name. */
static char *
describe (const DatelinePlace *place)
{
  g_autofree char *line = dateline_place_to_line (place);

  if (!dateline_point_is_set (place->point))
    return g_steal_pointer (&line);
  return g_strdup_printf (_ ("%s · %.2f, %.2f"), line, place->point.lat, place->point.lon);
}

static void
add_choice (DatelinePlaceForm *self, GtkStringList *lines, const DatelinePlace *place)
{
  g_autofree char *line = describe (place);
  g_autofree char *numbered = NULL;

  for (guint i = 0; i < self->choices->len; i++)
    {
      g_autofree char *other = describe (&g_array_index (self->choices, DatelinePlace, i));

      if (g_str_equal (line, other))
        return;
    }
  g_array_append_val (self->choices, *place);
  /* Translators: a candidate for a place and its number on the map */
  numbered = g_strdup_printf (_ ("%u · %s"), self->choices->len, line);
  gtk_string_list_append (lines, numbered);
}

/* Another place of that name is as exact as a named place can be. */
static DatelinePlace
from_alternative (const DatelinePlaceAlternative *alternative)
{
  DatelinePlace place = { .name = alternative->name, .id = alternative->id, .adm1 = alternative->adm1, .point = alternative->point, .precision = DATELINE_WHERE_EXACT };

  g_strlcpy (place.country, alternative->country, sizeof place.country);
  return place;
}

static void
add_alternatives (DatelinePlaceForm *self, GtkStringList *lines, const DatelinePlace *place)
{
  for (guint i = 0; place->alternatives != NULL && i < place->alternatives->len; i++)
    {
      DatelinePlace alternative = from_alternative (&g_array_index (place->alternatives, DatelinePlaceAlternative, i));

      add_choice (self, lines, &alternative);
    }
}

static void
fill_choices (DatelinePlaceForm *self)
{
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);
  const DatelinePlace      *place = get_place (self);
  guint                     which = get_which (self);

  if (self->filling)
    return;

  self->filling = TRUE;
  g_array_set_size (self->choices, 0);
  if (place != NULL)
    {
      add_choice (self, lines, place);
      if (which < self->engine->places->len)
        add_choice (self, lines, &g_array_index (self->engine->places, DatelinePlace, which));
      add_alternatives (self, lines, place);
      if (which < self->engine->places->len)
        add_alternatives (self, lines, &g_array_index (self->engine->places, DatelinePlace, which));
    }
  gtk_string_list_append (lines, _ ("Other coordinates…"));
  gtk_drop_down_set_model (self->choice_drop_down, G_LIST_MODEL (lines));
  gtk_drop_down_set_selected (self->choice_drop_down, 0);
  gtk_editable_set_text (GTK_EDITABLE (self->name_entry), place != NULL && place->name != NULL ? place->name : "");
  gtk_editable_set_text (GTK_EDITABLE (self->point_entry), "");
  gtk_widget_set_visible (self->hint, self->choices->len > 0);
  self->filling = FALSE;
  on_choice_changed_cb (self);
}

static void
on_point_picked_cb (DatelinePlaceForm *self, double lat, double lon)
{
  g_autofree char *text = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  /* As exact as a pixel of the map: 5 digits are a metre. */
  text = g_strdup_printf ("%.5f, %.5f", lat, lon);
  for (char *c = text; *c != '\0'; c++) /* a locale's comma is not read back */
    if (*c == ',' && g_ascii_isdigit (c[1]))
      *c = '.';
  gtk_drop_down_set_selected (self->choice_drop_down, self->choices->len);
  gtk_editable_set_text (GTK_EDITABLE (self->point_entry), text);
}

static void
on_pick_clicked_cb (DatelinePlaceForm *self)
{
  dateline_session_set_picking (self->session, TRUE);
}

static void
dateline_place_form_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dateline_place_form_parent_class)->map (widget);
  offer_candidates (DATELINE_PLACE_FORM (widget));
}

static void
dateline_place_form_unmap (GtkWidget *widget)
{
  DatelinePlaceForm *self = DATELINE_PLACE_FORM (widget);

  dateline_candidates_offer (dateline_session_get_candidates (self->session), NULL, 0, 0);
  GTK_WIDGET_CLASS (dateline_place_form_parent_class)->unmap (widget);
}

static void
dateline_place_form_dispose (GObject *object)
{
  DatelinePlaceForm *self = DATELINE_PLACE_FORM (object);
  GtkWidget         *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dateline_place_form_parent_class)->dispose (object);
}

static void
dateline_place_form_finalize (GObject *object)
{
  DatelinePlaceForm *self = DATELINE_PLACE_FORM (object);

  g_array_unref (self->choices);
  g_clear_pointer (&self->current, dateline_incident_free);
  g_clear_pointer (&self->engine, dateline_incident_free);

  G_OBJECT_CLASS (dateline_place_form_parent_class)->finalize (object);
}

static void
dateline_place_form_class_init (DatelinePlaceFormClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dateline_place_form_dispose;
  object_class->finalize = dateline_place_form_finalize;
  widget_class->map = dateline_place_form_map;
  widget_class->unmap = dateline_place_form_unmap;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
dateline_place_form_init (DatelinePlaceForm *self)
{
  self->choices = g_array_new (FALSE, FALSE, sizeof (DatelinePlace));
}

static GtkDropDown *
add_drop_down (GtkBox *box, const char *label)
{
  GtkWidget *drop_down = dateline_choice_new (NULL, label);

  gtk_box_append (box, drop_down);
  return GTK_DROP_DOWN (drop_down);
}

static GtkWidget *
add_hint (DatelinePlaceForm *self, GtkBox *box)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (_ ("Each is a ring on the map: click one, or drag the filled one to where it was."));
  GtkWidget *show = gtk_button_new_from_icon_name ("zoom-fit-best-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (show, "flat");
  gtk_widget_set_valign (show, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (show, _ ("Show all of them on the map"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (show), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Show all of them on the map"), -1);
  g_signal_connect_object (show, "clicked", G_CALLBACK (dateline_candidates_show_all), dateline_session_get_candidates (self->session), G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), show);
  gtk_box_append (box, line);
  return line;
}

static GtkEntry *
add_entry (GtkBox *box, const char *label, const char *placeholder)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (box, entry);
  return GTK_ENTRY (entry);
}

static void
fill_precisions (DatelinePlaceForm *self)
{
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);

  for (DatelineWherePrecision precision = DATELINE_WHERE_EXACT; precision <= DATELINE_WHERE_SEA_OR_AIR; precision++)
    gtk_string_list_append (lines, dateline_where_precision_to_words (precision));
  gtk_drop_down_set_model (self->precision_drop_down, G_LIST_MODEL (lines));
}

static void
fill_scopes (DatelinePlaceForm *self)
{
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (scope_words); i++)
    gtk_string_list_append (lines, g_dpgettext2 (NULL, "reach of a correction", scope_words[i]));
  gtk_drop_down_set_model (self->scope_drop_down, G_LIST_MODEL (lines));
}

/**
 * dateline_place_form_new:
 * @session: the hub whose incidents it changes
 *
 * Returns: (transfer floating): an empty form
 */
GtkWidget *
dateline_place_form_new (DatelineSession *session)
{
  DatelinePlaceForm *self = g_object_new (DATELINE_TYPE_PLACE_FORM, NULL);
  GtkBox            *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  GtkWidget         *pick = gtk_button_new_with_mnemonic (_ ("_Pick on the Map"));

  self->session = g_object_ref (session);
  self->which_drop_down = add_drop_down (box, _ ("Which place"));
  self->choice_drop_down = add_drop_down (box, _ ("Place"));
  self->hint = add_hint (self, box);
  self->point_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_box_append (box, GTK_WIDGET (self->point_box));
  self->name_entry = add_entry (self->point_box, _ ("Name of the place"), _ ("Name"));
  self->point_entry = add_entry (self->point_box, _ ("Latitude and longitude"), "32.8596, 44.2156");
  gtk_box_append (self->point_box, pick);
  self->precision_drop_down = add_drop_down (box, _ ("Precision of the place"));
  self->scope_drop_down = add_drop_down (box, _ ("What is corrected"));
  fill_precisions (self);
  fill_scopes (self);
  gtk_widget_set_parent (GTK_WIDGET (box), GTK_WIDGET (self));

  g_signal_connect_object (self->which_drop_down, "notify::selected", G_CALLBACK (fill_choices), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->choice_drop_down, "notify::selected", G_CALLBACK (on_choice_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pick, "clicked", G_CALLBACK (on_pick_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->point_entry, "notify::text", G_CALLBACK (offer_candidates), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "point-picked", G_CALLBACK (on_point_picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dateline_session_get_candidates (session), "chosen", G_CALLBACK (on_candidate_chosen_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * dateline_place_form_show:
 * @self: a form
 * @incident: a row id
 * @current: its values
 * @engine: the engine's
 */
void
dateline_place_form_show (DatelinePlaceForm *self, gint64 incident, const DatelineIncident *current, const DatelineIncident *engine)
{
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);

  self->filling = TRUE;
  g_clear_pointer (&self->current, dateline_incident_free);
  g_clear_pointer (&self->engine, dateline_incident_free);
  self->incident = incident;
  self->current = dateline_incident_copy (current);
  self->engine = dateline_incident_copy (engine);
  for (guint i = 0; i < current->places->len; i++)
    {
      g_autofree char *line = dateline_place_to_line (&g_array_index (current->places, DatelinePlace, i));

      gtk_string_list_append (lines, line);
    }
  gtk_drop_down_set_model (self->which_drop_down, G_LIST_MODEL (lines));
  gtk_widget_set_visible (GTK_WIDGET (self->which_drop_down), current->places->len > 1);
  gtk_drop_down_set_selected (self->scope_drop_down, DATELINE_PLACE_SCOPE_INCIDENT);
  self->filling = FALSE;
  fill_choices (self);
}

/**
 * dateline_place_form_check:
 * @self: a form that shows an incident
 * @error: return location for a #GError
 *
 * Errors: %DATELINE_LINE_ERROR_INVALID
 *
 * Returns: whether what stands in it can be saved
 */
gboolean
dateline_place_form_check (DatelinePlaceForm *self, GError **error)
{
  DatelinePoint point;

  if (is_untouched (self) || gtk_drop_down_get_selected (self->choice_drop_down) < self->choices->len ||
      dateline_coordinates_parse (gtk_editable_get_text (GTK_EDITABLE (self->point_entry)), &point))
    return TRUE;

  g_set_error_literal (error, DATELINE_LINE_ERROR, DATELINE_LINE_ERROR_INVALID, _ ("Write coordinates as 32.8596, 44.2156: degrees north, degrees east"));
  gtk_widget_grab_focus (GTK_WIDGET (self->point_entry));
  return FALSE;
}

/* What was chosen; its strings are borrowed. */
static DatelinePlace
read_place (DatelinePlaceForm *self)
{
  guint         choice = gtk_drop_down_get_selected (self->choice_drop_down);
  DatelinePlace place = { 0 };

  if (choice < self->choices->len)
    place = g_array_index (self->choices, DatelinePlace, choice);
  else
    {
      const DatelinePlace *old = get_place (self);

      place.name = (char *) gtk_editable_get_text (GTK_EDITABLE (self->name_entry));
      if (old != NULL)
        {
          place.adm1 = old->adm1;
          g_strlcpy (place.country, old->country, sizeof place.country);
        }
      dateline_coordinates_parse (gtk_editable_get_text (GTK_EDITABLE (self->point_entry)), &place.point);
    }
  place.precision = (DatelineWherePrecision) (gtk_drop_down_get_selected (self->precision_drop_down) + 1);
  place.confidence = 1.0;
  if (place.precision == DATELINE_WHERE_EXACT)
    place.radius_km = 0.0;
  else if (place.radius_km <= 0.0 && place.precision == DATELINE_WHERE_NEAR)
    place.radius_km = NEAR_RADIUS_KM;

  return place;
}

static gboolean
add_place (DatelinePlaceForm *self, const DatelinePlace *place, GError **error)
{
  g_autoptr (DatelineIncident) incident = dateline_incident_copy (self->current);
  DatelinePlace                copy = *place;

  copy.name = g_strdup (place->name);
  g_array_append_val (incident->places, copy);
  return dateline_session_set_values (self->session, &self->incident, 1, 1u << DATELINE_EDIT_PLACES, incident, error);
}

/**
 * dateline_place_form_save:
 * @self: a form that dateline_place_form_check() let pass
 * @error: return location for a #GError
 *
 * Errors: those of dateline_session_correct_place()
 */
gboolean
dateline_place_form_save (DatelinePlaceForm *self, GError **error)
{
  DatelinePlace place;

  if (is_untouched (self))
    return TRUE;

  place = read_place (self);
  if (!has_place (self))
    return add_place (self, &place, error);
  return dateline_session_correct_place (self->session, self->incident, get_which (self), &place,
                                         gtk_drop_down_get_selected (self->scope_drop_down), error);
}
