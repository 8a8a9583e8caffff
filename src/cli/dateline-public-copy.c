/* dateline-public-copy.c: incidents made fit to be handed to anybody
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A name is left out rather than judged: what neither the lexicon knows as
 * a group nor is a plain description may be a person. What is coarsened
 * says so in its precision and its radius, and the name that would undo it
 * goes too.
 */

#define G_LOG_DOMAIN "dateline-cli"

#include "config.h"

#include "dateline-public-copy.h"

#include <math.h>
#include <string.h>

#include "dateline-gazetteer.h"

#define GRID_DEGREES 0.1
#define GRID_RADIUS_KM 8.0 /* to the corner of a cell, at the equator */

struct _DatelinePublicCopy
{
  const DatelineGazetteer *gazetteer;
  DatelinePublicOptions    options;
  GPtrArray               *divisions; /* const DatelineGazetteerPlace *, ADM1 and ADM2 of the region */
};

/**
 * dateline_coarseness_parse:
 * @name: "0.1", "adm2" or "adm1"
 * @coarseness: (out): untouched when @name is none of them
 *
 * Returns: whether it is
 */
gboolean
dateline_coarseness_parse (const char *name, DatelineCoarseness *coarseness)
{
  static const char *const names[] = { [DATELINE_COARSENESS_GRID] = "0.1", [DATELINE_COARSENESS_ADM2] = "adm2", [DATELINE_COARSENESS_ADM1] = "adm1" };

  for (guint i = DATELINE_COARSENESS_GRID; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (name, names[i]) == 0)
      {
        *coarseness = (DatelineCoarseness) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * dateline_public_copy_new:
 * @engine: what knows the districts and governorates; must outlive the
 *   result
 * @options: how much is left out; copied
 *
 * Returns: (transfer full): what makes public copies, on any thread
 */
DatelinePublicCopy *
dateline_public_copy_new (const DatelineEngine *engine, const DatelinePublicOptions *options)
{
  DatelinePublicCopy *self = g_new0 (DatelinePublicCopy, 1);

  self->gazetteer = dateline_engine_get_gazetteer (engine);
  self->options = *options;
  self->divisions = g_ptr_array_new ();
  for (guint i = 0; i < dateline_gazetteer_get_n_places (self->gazetteer); i++)
    {
      const DatelineGazetteerPlace *place = dateline_gazetteer_get_place (self->gazetteer, i);

      if (!place->demonym && (place->place_class == DATELINE_PLACE_ADM1 || place->place_class == DATELINE_PLACE_ADM2))
        g_ptr_array_add (self->divisions, (gpointer) place);
    }
  return self;
}

void
dateline_public_copy_free (DatelinePublicCopy *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->divisions);
  g_free (self);
}

/* The governorate of @place, or the district of it whose centre is the
 * nearest. */
static const DatelineGazetteerPlace *
find_division (const DatelinePublicCopy *self, const DatelinePlace *place, DatelinePlaceClass place_class)
{
  const DatelineGazetteerPlace *nearest = NULL;
  double                        nearest_km = INFINITY;

  for (guint i = 0; place->adm1 != NULL && i < self->divisions->len; i++)
    {
      const DatelineGazetteerPlace *each = g_ptr_array_index (self->divisions, i);
      guint32                       adm1 = place_class == DATELINE_PLACE_ADM1 ? each->name : each->adm1;
      double                        km;

      if (each->place_class != place_class || strcmp (each->country, place->country) != 0 ||
          strcmp (dateline_gazetteer_get_string (self->gazetteer, adm1), place->adm1) != 0)
        continue;
      km = dateline_point_distance_km (place->point, (DatelinePoint){ each->lat, each->lon });
      if (km < nearest_km)
        {
          nearest = each;
          nearest_km = km;
        }
    }
  return nearest;
}

static void
set_name (DatelinePlace *place, const char *name, const char *id)
{
  g_free (place->name);
  g_free (place->id);
  place->name = g_strdup (name);
  place->id = g_strdup (id);
}

static void
move_to_division (const DatelinePublicCopy *self, DatelinePlace *place, const DatelineGazetteerPlace *division)
{
  set_name (place, dateline_gazetteer_get_string (self->gazetteer, division->name), dateline_gazetteer_get_string (self->gazetteer, division->id));
  place->point = (DatelinePoint){ division->lat, division->lon };
  place->radius_km = MAX (place->radius_km, division->radius_km);
  place->precision = division->place_class == DATELINE_PLACE_ADM1 ? DATELINE_WHERE_PROVINCE : DATELINE_WHERE_DISTRICT;
}

static void
move_to_grid (DatelinePlace *place)
{
  set_name (place, NULL, NULL);
  place->point.lat = round (place->point.lat / GRID_DEGREES) * GRID_DEGREES;
  place->point.lon = round (place->point.lon / GRID_DEGREES) * GRID_DEGREES;
  place->radius_km = MAX (place->radius_km, GRID_RADIUS_KM);
  if (place->precision == DATELINE_WHERE_EXACT)
    place->precision = DATELINE_WHERE_NEAR;
}

/* Of which no more is known than the country. */
static void
move_to_country (DatelinePlace *place)
{
  set_name (place, NULL, NULL);
  g_clear_pointer (&place->adm1, g_free);
  place->point = dateline_point_none ();
  place->radius_km = 0;
  place->precision = DATELINE_WHERE_COUNTRY;
}

/* What is as coarse already stays what it is. */
static gboolean
is_coarse (const DatelinePublicCopy *self, const DatelinePlace *place)
{
  switch (place->precision)
    {
    case DATELINE_WHERE_COUNTRY:
    case DATELINE_WHERE_PROVINCE:
      return TRUE;
    case DATELINE_WHERE_DISTRICT:
      return self->options.coarseness != DATELINE_COARSENESS_ADM1;
    case DATELINE_WHERE_UNKNOWN:
    case DATELINE_WHERE_EXACT:
    case DATELINE_WHERE_NEAR:
    case DATELINE_WHERE_REGION:
    case DATELINE_WHERE_SEA_OR_AIR:
    default:
      return place->name == NULL && !dateline_point_is_set (place->point);
    }
}

/* At sea there are no districts. */
static void
coarsen (const DatelinePublicCopy *self, DatelinePlace *place, DatelinePublicLoss *loss)
{
  const DatelineGazetteerPlace *division = NULL;

  g_clear_pointer (&place->alternatives, g_array_unref);
  if (is_coarse (self, place))
    return;

  loss->n_places++;
  if (!dateline_point_is_set (place->point))
    {
      set_name (place, NULL, NULL);
      return;
    }
  if (self->options.coarseness == DATELINE_COARSENESS_GRID || place->precision == DATELINE_WHERE_SEA_OR_AIR)
    {
      move_to_grid (place);
      return;
    }
  if (self->options.coarseness == DATELINE_COARSENESS_ADM2)
    division = find_division (self, place, DATELINE_PLACE_ADM2);
  if (division == NULL)
    division = find_division (self, place, DATELINE_PLACE_ADM1);
  if (division != NULL)
    move_to_division (self, place, division);
  else
    move_to_country (place);
}

/* "suicide bombers", "the officials", "No group": a description begins
 * with a small letter, or with a small word. */
static gboolean
is_description (const char *name)
{
  static const char *const small_words[] = { "The ", "A ", "An ", "No ", "Some ", "Two ", "Several " };

  for (guint i = 0; i < G_N_ELEMENTS (small_words); i++)
    if (g_str_has_prefix (name, small_words[i]))
      {
        name += strlen (small_words[i]);
        break;
      }
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* Letters that have no case may be a name. */
      if (g_unichar_isalpha (c) && !g_unichar_islower (c))
        return FALSE;
    }
  return TRUE;
}

static void
drop_name (char **name, DatelinePublicLoss *loss)
{
  g_clear_pointer (name, g_free);
  loss->n_names++;
}

/* The other kinds speak as institutions. */
static gboolean
may_be_person (const DatelineSource *source)
{
  static const char *const institutions[] = { "media", "monitor", "military", "medical", "belligerent", NULL };

  return source->name != NULL && !is_description (source->name) &&
         (source->kind == NULL || !g_strv_contains (institutions, source->kind));
}

static gboolean
has_source (const DatelineIncident *incident, const char *name)
{
  for (guint i = 0; i < incident->sources->len; i++)
    if (g_strcmp0 (g_array_index (incident->sources, DatelineSource, i).name, name) == 0)
      return TRUE;
  return FALSE;
}

static void
drop_claimants (const DatelineIncident *incident, DatelineToll *toll, DatelinePublicLoss *loss)
{
  for (guint i = 0; toll->claims != NULL && i < toll->claims->len; i++)
    {
      DatelineTollClaim *claim = &g_array_index (toll->claims, DatelineTollClaim, i);

      if (claim->source != NULL && !is_description (claim->source) && !has_source (incident, claim->source))
        drop_name (&claim->source, loss);
    }
}

static void
drop_names (DatelineIncident *incident, DatelinePublicLoss *loss)
{
  for (guint i = 0; i < incident->actors->len; i++)
    {
      DatelineActor *actor = &g_array_index (incident->actors, DatelineActor, i);

      if (actor->id == NULL && actor->name != NULL && !is_description (actor->name))
        drop_name (&actor->name, loss);
    }
  for (guint i = 0; i < incident->targets->len; i++)
    {
      DatelineThing *target = &g_array_index (incident->targets, DatelineThing, i);

      if (target->name != NULL && !is_description (target->name))
        drop_name (&target->name, loss);
    }
  for (guint i = 0; i < incident->sources->len; i++)
    {
      DatelineSource *source = &g_array_index (incident->sources, DatelineSource, i);

      if (may_be_person (source))
        drop_name (&source->name, loss);
    }
  drop_claimants (incident, &incident->killed, loss);
  drop_claimants (incident, &incident->injured, loss);
}

static void
drop_notes (DatelineIncident *incident, DatelinePublicLoss *loss)
{
  loss->n_notes += incident->note != NULL;
  loss->n_notes += incident->tags != NULL ? g_strv_length (incident->tags) : 0;
  g_clear_pointer (&incident->note, g_free);
  g_clear_pointer (&incident->tags, g_strfreev);
}

static void
clear_span (DatelineProvenance *provenance, gpointer user_data)
{
  provenance->span = (DatelineSpan){ 0, 0 };
}

/* Which articles it was in is still said, once each. */
static void
drop_quotations (DatelineIncident *incident, DatelinePublicLoss *loss)
{
  loss->n_quotations += incident->evidence->len;
  dateline_incident_foreach_provenance (incident, clear_span, NULL);
  for (guint i = incident->evidence->len; i > 1; i--)
    if (g_array_index (incident->evidence, DatelineProvenance, i - 1).article == g_array_index (incident->evidence, DatelineProvenance, i - 2).article)
      g_array_remove_index (incident->evidence, i - 1);
}

/**
 * dateline_public_copy_apply:
 * @self: what to leave out
 * @incidents: (element-type DatelineIncident): changed in place; none of
 *   them in a scratch
 * @loss: added to
 */
void
dateline_public_copy_apply (const DatelinePublicCopy *self, GPtrArray *incidents, DatelinePublicLoss *loss)
{
  for (guint i = 0; i < incidents->len; i++)
    {
      DatelineIncident *incident = g_ptr_array_index (incidents, i);

      for (guint j = 0; j < incident->places->len; j++)
        coarsen (self, &g_array_index (incident->places, DatelinePlace, j), loss);
      drop_names (incident, loss);
      drop_notes (incident, loss);
      g_ptr_array_set_size (incident->explanations, 0);
      if (!self->options.quotations)
        drop_quotations (incident, loss);
    }
}
