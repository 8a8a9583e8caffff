/* dateline-store-values.c: the analyst's values as text, and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an analyst says is sure. A field is kept as a GVariant of a type of its own, printed: a person
 * can read it, and what does not parse is told from what does. A type is
 * never changed once released; a field of another shape gets another name.
 */

#define G_LOG_DOMAIN "dateline-store"

#include "config.h"

#include "dateline-store-private.h"

#define PROVENANCE "(xuu)"
#define PLACE "(msmssmsddidbsd" PROVENANCE "a(msmssmsddd))"
#define ACTOR "(msmsmsssd" PROVENANCE ")"
#define THING "(msms" PROVENANCE ")"
#define TOLL "(iiia(iims" PROVENANCE "))"

static GVariant *
pack_provenance (DatelineProvenance provenance)
{
  return g_variant_new (PROVENANCE, provenance.article, provenance.span.begin, provenance.span.end);
}

static void
unpack_provenance (GVariant *value, DatelineProvenance *provenance)
{
  g_variant_get (value, PROVENANCE, &provenance->article, &provenance->span.begin, &provenance->span.end);
  g_variant_unref (value);
}

static GVariant *
pack_type (const DatelineIncident *incident)
{
  return g_variant_new_string (dateline_incident_type_get_id (incident->type));
}

static void
unpack_type (DatelineIncident *incident, GVariant *value)
{
  incident->type = dateline_store_parse_type (g_variant_get_string (value, NULL));
  incident->type_confidence = 1;
}

static GVariant *
pack_when (const DatelineIncident *incident)
{
  const DatelineWhen *when = &incident->when;

  return g_variant_new ("(xxinmsb@" PROVENANCE ")", when->interval.start, when->interval.end, (int) when->precision,
                        when->offset_minutes, when->timezone, when->assumed, pack_provenance (when->provenance));
}

static void
unpack_when (DatelineIncident *incident, GVariant *value)
{
  DatelineWhen *when = &incident->when;
  const char   *timezone;
  int           precision;
  GVariant     *provenance;

  g_variant_get (value, "(xxinm&sb@" PROVENANCE ")", &when->interval.start, &when->interval.end, &precision,
                 &when->offset_minutes, &timezone, &when->assumed, &provenance);
  when->precision = (DatelineDatePrecision) CLAMP (precision, 0, DATELINE_DATE_YEAR);
  when->timezone = g_intern_string (timezone);
  when->confidence = 1;
  unpack_provenance (provenance, &when->provenance);
}

static GVariant *
pack_alternatives (const GArray *alternatives)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(msmssmsddd)"));
  for (guint i = 0; alternatives != NULL && i < alternatives->len; i++)
    {
      const DatelinePlaceAlternative *each = &g_array_index (alternatives, DatelinePlaceAlternative, i);

      g_variant_builder_add (&builder, "(msmssmsddd)", each->id, each->name, each->country, each->adm1,
                             each->point.lat, each->point.lon, each->score);
    }
  return g_variant_builder_end (&builder);
}

static void
unpack_alternatives (DatelinePlace *place, GVariant *value)
{
  for (gsize i = 0; i < g_variant_n_children (value); i++)
    {
      g_autoptr (GVariant)     child = g_variant_get_child_value (value, i);
      DatelinePlaceAlternative each = { 0 };
      const char              *country;

      g_variant_get (child, "(m&sm&s&sm&sddd)", &each.id, &each.name, &country, &each.adm1,
                     &each.point.lat, &each.point.lon, &each.score);
      g_strlcpy (each.country, country, sizeof each.country);
      dateline_place_add_alternative (place, &each);
    }
  g_variant_unref (value);
}

static GVariant *
pack_places (const DatelineIncident *incident)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" PLACE));
  for (guint i = 0; i < incident->places->len; i++)
    {
      const DatelinePlace *place = &g_array_index (incident->places, DatelinePlace, i);

      g_variant_builder_add (&builder, "(msmssmsddidbsd@" PROVENANCE "@a(msmssmsddd))",
                             place->name, place->id, place->country, place->adm1, place->point.lat, place->point.lon,
                             (int) place->precision, place->radius_km, place->derived,
                             dateline_place_role_get_id (place->role), place->confidence,
                             pack_provenance (place->provenance), pack_alternatives (place->alternatives));
    }
  return g_variant_builder_end (&builder);
}

static void
unpack_places (DatelineIncident *incident, GVariant *value)
{
  g_array_set_size (incident->places, 0);
  for (gsize i = 0; i < g_variant_n_children (value); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (value, i);
      DatelinePlace        place = { 0 };
      const char          *country, *role;
      int                  precision;
      GVariant            *provenance, *alternatives;

      g_variant_get (child, "(msms&smsddidb&sd@" PROVENANCE "@a(msmssmsddd))",
                     &place.name, &place.id, &country, &place.adm1, &place.point.lat, &place.point.lon,
                     &precision, &place.radius_km, &place.derived, &role, &place.confidence, &provenance, &alternatives);
      g_strlcpy (place.country, country, sizeof place.country);
      place.precision = (DatelineWherePrecision) CLAMP (precision, 0, DATELINE_WHERE_SEA_OR_AIR);
      place.role = dateline_store_parse_place_role (role);
      unpack_provenance (provenance, &place.provenance);
      unpack_alternatives (&place, alternatives);
      g_array_append_val (incident->places, place);
    }
}

static GVariant *
pack_actors (const DatelineIncident *incident)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" ACTOR));
  for (guint i = 0; i < incident->actors->len; i++)
    {
      const DatelineActor *actor = &g_array_index (incident->actors, DatelineActor, i);

      g_variant_builder_add (&builder, "(msmsmsssd@" PROVENANCE ")", actor->id, actor->name, actor->sponsor,
                             dateline_actor_role_get_id (actor->role), dateline_actor_status_get_id (actor->status),
                             actor->confidence, pack_provenance (actor->provenance));
    }
  return g_variant_builder_end (&builder);
}

static void
unpack_actors (DatelineIncident *incident, GVariant *value)
{
  g_array_set_size (incident->actors, 0);
  for (gsize i = 0; i < g_variant_n_children (value); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (value, i);
      DatelineActor        actor = { 0 };
      const char          *role, *status;
      GVariant            *provenance;

      g_variant_get (child, "(msmsms&s&sd@" PROVENANCE ")", &actor.id, &actor.name, &actor.sponsor, &role, &status,
                     &actor.confidence, &provenance);
      actor.role = dateline_store_parse_actor_role (role);
      actor.status = dateline_store_parse_actor_status (status);
      unpack_provenance (provenance, &actor.provenance);
      g_array_append_val (incident->actors, actor);
    }
}

static GVariant *
pack_things (const GArray *things)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" THING));
  for (guint i = 0; i < things->len; i++)
    {
      const DatelineThing *thing = &g_array_index (things, DatelineThing, i);

      g_variant_builder_add (&builder, "(msms@" PROVENANCE ")", thing->id, thing->name, pack_provenance (thing->provenance));
    }
  return g_variant_builder_end (&builder);
}

static void
unpack_things (GArray *things, GVariant *value)
{
  g_array_set_size (things, 0);
  for (gsize i = 0; i < g_variant_n_children (value); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (value, i);
      DatelineThing        thing = { 0 };
      GVariant            *provenance;

      g_variant_get (child, "(msms@" PROVENANCE ")", &thing.id, &thing.name, &provenance);
      unpack_provenance (provenance, &thing.provenance);
      g_array_append_val (things, thing);
    }
}

static GVariant *
pack_targets (const DatelineIncident *incident)
{
  return pack_things (incident->targets);
}

static void
unpack_targets (DatelineIncident *incident, GVariant *value)
{
  unpack_things (incident->targets, value);
}

static GVariant *
pack_weapons (const DatelineIncident *incident)
{
  return pack_things (incident->weapons);
}

static void
unpack_weapons (DatelineIncident *incident, GVariant *value)
{
  unpack_things (incident->weapons, value);
}

static GVariant *
pack_toll (const DatelineToll *toll)
{
  GVariantBuilder claims;

  g_variant_builder_init (&claims, G_VARIANT_TYPE ("a(iims" PROVENANCE ")"));
  for (guint i = 0; toll->claims != NULL && i < toll->claims->len; i++)
    {
      const DatelineTollClaim *claim = &g_array_index (toll->claims, DatelineTollClaim, i);

      g_variant_builder_add (&claims, "(iims@" PROVENANCE ")", claim->low, claim->high, claim->source, pack_provenance (claim->provenance));
    }
  return g_variant_new ("(iii@a(iims" PROVENANCE "))", toll->low, toll->best, toll->high, g_variant_builder_end (&claims));
}

static void
unpack_toll (DatelineToll *toll, GVariant *value)
{
  g_autoptr (GVariant) claims = NULL;

  g_variant_get (value, "(iii@a(iims" PROVENANCE "))", &toll->low, &toll->best, &toll->high, &claims);
  toll->confidence = 1;
  if (toll->claims != NULL)
    g_array_set_size (toll->claims, 0);
  for (gsize i = 0; i < g_variant_n_children (claims); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (claims, i);
      int                  low, high;
      const char          *source;
      DatelineProvenance   provenance;
      GVariant            *packed;

      g_variant_get (child, "(iim&s@" PROVENANCE ")", &low, &high, &source, &packed);
      unpack_provenance (packed, &provenance);
      dateline_toll_add_claim (toll, low, high, source, provenance);
    }
}

static GVariant *
pack_killed (const DatelineIncident *incident)
{
  return pack_toll (&incident->killed);
}

static void
unpack_killed (DatelineIncident *incident, GVariant *value)
{
  unpack_toll (&incident->killed, value);
}

static GVariant *
pack_injured (const DatelineIncident *incident)
{
  return pack_toll (&incident->injured);
}

static void
unpack_injured (DatelineIncident *incident, GVariant *value)
{
  unpack_toll (&incident->injured, value);
}

static GVariant *
pack_n_strikes (const DatelineIncident *incident)
{
  return g_variant_new ("(i@" PROVENANCE ")", incident->n_strikes, pack_provenance (incident->n_strikes_provenance));
}

static void
unpack_n_strikes (DatelineIncident *incident, GVariant *value)
{
  GVariant *provenance;

  g_variant_get (value, "(i@" PROVENANCE ")", &incident->n_strikes, &provenance);
  unpack_provenance (provenance, &incident->n_strikes_provenance);
}

static GVariant *
pack_background (const DatelineIncident *incident)
{
  return g_variant_new_boolean (incident->background);
}

static void
unpack_background (DatelineIncident *incident, GVariant *value)
{
  incident->background = g_variant_get_boolean (value);
}

static GVariant *
pack_grade (const DatelineIncident *incident)
{
  return g_variant_new_string (dateline_grade_get_id (incident->grade));
}

static void
unpack_grade (DatelineIncident *incident, GVariant *value)
{
  incident->grade = dateline_store_parse_grade (g_variant_get_string (value, NULL));
}

static const struct
{
  const char *id;
  const char *type;
  GVariant *(*pack) (const DatelineIncident *incident);
  void (*unpack) (DatelineIncident *incident, GVariant *value);
} fields[] = {
  [DATELINE_EDIT_TYPE] = { "type", "s", pack_type, unpack_type },
  [DATELINE_EDIT_WHEN] = { "when", "(xxinmsb" PROVENANCE ")", pack_when, unpack_when },
  [DATELINE_EDIT_PLACES] = { "places", "a" PLACE, pack_places, unpack_places },
  [DATELINE_EDIT_ACTORS] = { "actors", "a" ACTOR, pack_actors, unpack_actors },
  [DATELINE_EDIT_TARGETS] = { "targets", "a" THING, pack_targets, unpack_targets },
  [DATELINE_EDIT_WEAPONS] = { "weapons", "a" THING, pack_weapons, unpack_weapons },
  [DATELINE_EDIT_KILLED] = { "killed", TOLL, pack_killed, unpack_killed },
  [DATELINE_EDIT_INJURED] = { "injured", TOLL, pack_injured, unpack_injured },
  [DATELINE_EDIT_N_STRIKES] = { "n_strikes", "(i" PROVENANCE ")", pack_n_strikes, unpack_n_strikes },
  [DATELINE_EDIT_BACKGROUND] = { "background", "b", pack_background, unpack_background },
  [DATELINE_EDIT_GRADE] = { "grade", "s", pack_grade, unpack_grade },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == DATELINE_N_EDIT_FIELDS);

const char *
dateline_store_edit_get_id (DatelineEditField field)
{
  return fields[field].id;
}

gboolean
dateline_store_edit_parse (const char *id, DatelineEditField *field)
{
  for (guint i = 0; i < DATELINE_N_EDIT_FIELDS; i++)
    if (g_strcmp0 (id, fields[i].id) == 0)
      {
        *field = (DatelineEditField) i;
        return TRUE;
      }
  return FALSE;
}

char *
dateline_store_edit_to_text (const DatelineIncident *incident, DatelineEditField field)
{
  g_autoptr (GVariant) value = g_variant_ref_sink (fields[field].pack (incident));

  return g_variant_print (value, FALSE);
}

/**
 * dateline_store_edit_from_text:
 * @incident: an incident, of which @field is replaced
 * @field: which
 * @text: as dateline_store_edit_to_text() made it
 *
 * Returns: %FALSE, with @incident as it was, when @text is no such value
 */
gboolean
dateline_store_edit_from_text (DatelineIncident *incident, DatelineEditField field, const char *text)
{
  g_autoptr (GVariant) value = g_variant_parse (G_VARIANT_TYPE (fields[field].type), text, NULL, NULL, NULL);

  if (value == NULL)
    return FALSE;
  fields[field].unpack (incident, value);
  return TRUE;
}
