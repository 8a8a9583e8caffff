/* dateline-geojson-writer.c: incidents as GeoJSON features
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Source: RFC 7946. Positions are longitude, latitude; a feature without
 * a place has a null geometry.
 */

#include "config.h"

#include "dateline-geojson-writer.h"

#include "dateline-json-output.h"
#include "dateline-json-writer.h"

#define COORDINATE_DECIMALS 5

/* A country is not a point, and what nobody placed is nowhere. */
static gboolean
has_point (const DatelinePlace *place)
{
  return place->role == DATELINE_PLACE_SITE && dateline_point_is_set (place->point) &&
         place->precision != DATELINE_WHERE_UNKNOWN && place->precision != DATELINE_WHERE_COUNTRY;
}

static void
append_position (GString *out, DatelinePoint point)
{
  g_string_append_c (out, '[');
  dateline_json_append_decimal (out, point.lon, COORDINATE_DECIMALS);
  g_string_append_c (out, ',');
  dateline_json_append_decimal (out, point.lat, COORDINATE_DECIMALS);
  g_string_append_c (out, ']');
}

/* West, south, east, north. Where the points lie nearer one another across
 * the antimeridian, east is the lesser. */
static void
append_bbox (GString *out, const GArray *places)
{
  double west = 180, east = -180, south = 90, north = -90, west_of_0 = -180, east_of_0 = 180;

  for (guint i = 0; i < places->len; i++)
    {
      const DatelinePlace *place = &g_array_index (places, DatelinePlace, i);

      if (!has_point (place))
        continue;
      west = MIN (west, place->point.lon);
      east = MAX (east, place->point.lon);
      south = MIN (south, place->point.lat);
      north = MAX (north, place->point.lat);
      if (place->point.lon < 0)
        west_of_0 = MAX (west_of_0, place->point.lon);
      else
        east_of_0 = MIN (east_of_0, place->point.lon);
    }
  if (east - west > 180)
    {
      west = east_of_0;
      east = west_of_0;
    }
  dateline_json_append_key (out, "bbox");
  append_position (out, (DatelinePoint){ south, west });
  g_string_truncate (out, out->len - 1);
  g_string_append_c (out, ',');
  dateline_json_append_decimal (out, east, COORDINATE_DECIMALS);
  g_string_append_c (out, ',');
  dateline_json_append_decimal (out, north, COORDINATE_DECIMALS);
  g_string_append_c (out, ']');
}

static void
append_geometry (GString *out, const GArray *places)
{
  guint n_points = 0;

  for (guint i = 0; i < places->len; i++)
    n_points += has_point (&g_array_index (places, DatelinePlace, i));

  if (n_points > 1)
    append_bbox (out, places);
  dateline_json_append_key (out, "geometry");
  if (n_points == 0)
    {
      g_string_append (out, "null");
      return;
    }
  g_string_append (out, n_points == 1 ? "{\"type\":\"Point\",\"coordinates\":" : "{\"type\":\"MultiPoint\",\"coordinates\":[");
  for (guint i = 0; i < places->len; i++)
    {
      const DatelinePlace *place = &g_array_index (places, DatelinePlace, i);

      if (!has_point (place))
        continue;
      if (out->str[out->len - 1] == ']')
        g_string_append_c (out, ',');
      append_position (out, place->point);
    }
  g_string_append (out, n_points == 1 ? "}" : "]}");
}

static void
append_place_members (GString *out, const DatelineIncident *incident)
{
  const DatelinePlace *site = dateline_incident_get_site (incident);

  if (site == NULL)
    return;

  dateline_json_append_string_member (out, "place", site->name);
  dateline_json_append_string_member (out, "adm1", site->adm1);
  dateline_json_append_string_member (out, "country", site->country[0] != '\0' ? site->country : NULL);
  if (site->precision != DATELINE_WHERE_UNKNOWN)
    dateline_json_append_integer_member (out, "where_precision", site->precision);
  dateline_json_append_decimal_member (out, "radius_km", site->radius_km, 2);
}

static void
append_time_members (GString *out, const DatelineWhen *when)
{
  if (!dateline_date_interval_is_set (when->interval))
    return;

  dateline_json_append_key (out, "start");
  dateline_json_append_time (out, when->interval.start, when->offset_minutes);
  dateline_json_append_key (out, "end");
  dateline_json_append_time (out, when->interval.end, when->offset_minutes);
  if (when->precision != DATELINE_DATE_UNKNOWN)
    dateline_json_append_integer_member (out, "date_precision", when->precision);
}

static const char *
find_actor_name (const DatelineIncident *incident, DatelineActorRole role)
{
  const DatelineActor *actor = dateline_incident_get_actor (incident, role);

  return actor == NULL ? NULL : actor->name != NULL ? actor->name
                                                    : actor->id;
}

/* Plain values first, for programs that show a table; then the whole
 * incident as in JSON version 1. */
static void
append_properties (GString *out, const DatelineIncident *incident, DatelineJsonSources *sources)
{
  dateline_json_append_key (out, "properties");
  g_string_append_c (out, '{');
  dateline_json_append_string_member (out, "label", dateline_incident_type_get_label (incident->type));
  dateline_json_append_string_member (out, "type", dateline_incident_type_get_id (incident->type));
  append_time_members (out, &incident->when);
  append_place_members (out, incident);
  dateline_json_append_string_member (out, "initiator", find_actor_name (incident, DATELINE_ACTOR_INITIATOR));
  dateline_json_append_string_member (out, "target", find_actor_name (incident, DATELINE_ACTOR_TARGET));
  if (incident->killed.best >= 0)
    dateline_json_append_integer_member (out, "killed", incident->killed.best);
  if (incident->injured.best >= 0)
    dateline_json_append_integer_member (out, "injured", incident->injured.best);
  dateline_json_append_string_member (out, "status", dateline_status_get_id (incident->status));
  dateline_json_append_key (out, "articles");
  dateline_json_writer_write_articles (out, incident, sources);
  dateline_json_append_key (out, "incident");
  dateline_json_writer_write_incident (out, incident, sources);
  g_string_append_c (out, '}');
}

/**
 * dateline_geojson_writer_write_features:
 * @out: to append to
 * @incidents: (element-type DatelineIncident): what to write
 * @articles: (element-type DatelineArticle): the one article they are
 *   from, or those that their provenances count from 0
 * @merged: which of the two
 *
 * Appends a feature for each incident, a comma and a line end between
 * them: a Point, or a MultiPoint for several sites.
 */
void
dateline_geojson_writer_write_features (GString *out, GPtrArray *incidents, GPtrArray *articles, gboolean merged)
{
  g_autoptr (DatelineJsonSources) sources = dateline_json_sources_new (articles, merged);

  for (guint i = 0; i < incidents->len; i++)
    {
      const DatelineIncident *incident = g_ptr_array_index (incidents, i);

      g_string_append (out, i > 0 ? ",\n{\"type\":\"Feature\"" : "{\"type\":\"Feature\"");
      dateline_json_append_string_member (out, "id", incident->id);
      append_geometry (out, incident->places);
      append_properties (out, incident, sources);
      g_string_append_c (out, '}');
    }
}
