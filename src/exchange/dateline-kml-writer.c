/* dateline-kml-writer.c: incidents as KML placemarks and as GPX waypoints
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Source: OGC 07-147r2 (KML 2.2), GPX 1.1 schema. A place that is no point
 * has its area drawn; an incident that is known to be in a country alone is
 * a placemark without a geometry, and in GPX, which has none, is left out.
 */

#include "config.h"

#include "dateline-kml-writer.h"

#include <string.h>

#include "dateline-json-output.h"

/* Areas below this would not be seen. */
#define MIN_AREA_KM 1.0
#define N_CORNERS 36

typedef struct
{
  GString                *out;
  const DatelineIncident *incident;
  GPtrArray              *articles;
  gboolean                merged;
} Record;

/* XML has no place for most control characters. */
static void
append_text (GString *out, const char *text, gsize length)
{
  g_autofree char *plain = g_strndup (text, length);
  g_autofree char *escaped = NULL;

  for (char *p = plain; *p != '\0'; p++)
    if ((guchar) *p < 0x20 && *p != '\t' && *p != '\n' && *p != '\r')
      *p = ' ';
  escaped = g_markup_escape_text (plain, -1);
  g_string_append (out, escaped);
}

static void
append_element (GString *out, const char *name, const char *text)
{
  if (text == NULL)
    return;
  g_string_append_printf (out, "<%s>", name);
  append_text (out, text, strlen (text));
  g_string_append_printf (out, "</%s>", name);
}

static void
append_decimal_element (GString *out, const char *name, double value)
{
  g_string_append_printf (out, "<%s>", name);
  dateline_json_append_decimal (out, value, 2);
  g_string_append_printf (out, "</%s>", name);
}

/* The time as in JSON, without its quotation marks. */
static void
append_time_element (GString *out, const char *name, gint64 seconds, int offset_minutes)
{
  g_autofree char *time = dateline_seconds_to_iso8601 (seconds, offset_minutes);

  append_element (out, name, time);
}

static const DatelineArticle *
get_article (const Record *record, DatelineProvenance provenance)
{
  guint i = record->merged && provenance.article >= 0 && provenance.article < record->articles->len ? (guint) provenance.article : 0;

  return g_ptr_array_index (record->articles, i);
}

static char *
make_name (const DatelineIncident *incident)
{
  const DatelinePlace *site = dateline_incident_get_site (incident);
  const char          *label = dateline_incident_type_get_label (incident->type);

  return site != NULL && site->name != NULL ? g_strdup_printf ("%s, %s", label, site->name) : g_strdup (label);
}

/* Every quotation with where it was printed. */
static char *
make_description (const Record *record)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < record->incident->evidence->len; i++)
    {
      DatelineProvenance     provenance = g_array_index (record->incident->evidence, DatelineProvenance, i);
      const DatelineArticle *article = get_article (record, provenance);
      gsize                  begin = MIN (provenance.span.begin, article->length);
      gsize                  end = CLAMP (provenance.span.end, begin, article->length);
      const char            *source[] = { article->publisher, article->title, article->published, article->url };

      if (end > begin)
        g_string_append_printf (text, "%s“%.*s”", text->len > 0 ? "\n\n" : "", (int) (end - begin), article->text + begin);
      for (guint j = 0; j < G_N_ELEMENTS (source); j++)
        if (source[j] != NULL)
          g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", source[j]);
    }
  return g_string_free (text, FALSE);
}

static void
append_data (GString *out, const char *name, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (out, "<Data name=\"%s\">", name);
  append_element (out, "value", value);
  g_string_append (out, "</Data>");
}

static void
append_number (GString *out, const char *name, int value)
{
  g_autofree char *text = g_strdup_printf ("%d", value);

  if (value >= 0)
    append_data (out, name, text);
}

static void
append_extended_data (const Record *record)
{
  const DatelineIncident *incident = record->incident;
  const DatelinePlace    *site = dateline_incident_get_site (incident);
  GString                *out = record->out;

  g_string_append (out, "<ExtendedData>");
  append_data (out, "id", incident->id);
  append_data (out, "type", dateline_incident_type_get_id (incident->type));
  append_data (out, "grade", dateline_grade_get_id (incident->grade));
  append_data (out, "status", dateline_status_get_id (incident->status));
  append_data (out, "note", incident->note);
  append_number (out, "date_precision", incident->when.precision != DATELINE_DATE_UNKNOWN ? (int) incident->when.precision : -1);
  append_number (out, "where_precision", site != NULL && site->precision != DATELINE_WHERE_UNKNOWN ? (int) site->precision : -1);
  append_data (out, "country", site != NULL && site->country[0] != '\0' ? site->country : NULL);
  append_data (out, "adm1", site != NULL ? site->adm1 : NULL);
  for (guint i = 0; i < incident->actors->len; i++)
    {
      const DatelineActor *actor = &g_array_index (incident->actors, DatelineActor, i);
      g_autofree char     *name = g_strdup_printf ("%s_%u", dateline_actor_role_get_id (actor->role), i + 1);
      g_autofree char     *value = g_strdup_printf ("%s (%s)", actor->name != NULL ? actor->name : actor->id, dateline_actor_status_get_id (actor->status));

      append_data (out, name, value);
    }
  append_number (out, "killed_low", incident->killed.low);
  append_number (out, "killed_best", incident->killed.best);
  append_number (out, "killed_high", incident->killed.high);
  append_number (out, "injured_best", incident->injured.best);
  for (guint i = 0; i < incident->sources->len; i++)
    append_data (out, "source", g_array_index (incident->sources, DatelineSource, i).name);
  g_string_append (out, "</ExtendedData>");
}

static void
append_position (GString *out, DatelinePoint point)
{
  dateline_json_append_decimal (out, point.lon, 5);
  g_string_append_c (out, ',');
  dateline_json_append_decimal (out, point.lat, 5);
}

static gboolean
has_point (const DatelinePlace *place)
{
  return place->role == DATELINE_PLACE_SITE && dateline_point_is_set (place->point) &&
         place->precision != DATELINE_WHERE_UNKNOWN && place->precision != DATELINE_WHERE_COUNTRY;
}

/* Counter-clockwise, the first corner again at the end. */
static void
append_area (GString *out, const DatelinePlace *place)
{
  g_string_append (out, "<Polygon><outerBoundaryIs><LinearRing><coordinates>");
  for (guint i = 0; i <= N_CORNERS; i++)
    {
      double bearing = 360.0 - (double) (i % N_CORNERS) * 360.0 / N_CORNERS;

      if (i > 0)
        g_string_append_c (out, ' ');
      append_position (out, dateline_point_offset (place->point, place->radius_km, bearing));
    }
  g_string_append (out, "</coordinates></LinearRing></outerBoundaryIs></Polygon>");
}

static void
append_geometry (const Record *record)
{
  const GArray *places = record->incident->places;
  GString      *out = record->out;
  guint         n_points = 0;

  for (guint i = 0; i < places->len; i++)
    n_points += has_point (&g_array_index (places, DatelinePlace, i));
  if (n_points == 0)
    return;

  g_string_append (out, "<MultiGeometry>");
  for (guint i = 0; i < places->len; i++)
    {
      const DatelinePlace *place = &g_array_index (places, DatelinePlace, i);

      if (!has_point (place))
        continue;
      g_string_append (out, "<Point><coordinates>");
      append_position (out, place->point);
      g_string_append (out, "</coordinates></Point>");
      if (place->precision != DATELINE_WHERE_EXACT && place->radius_km >= MIN_AREA_KM)
        append_area (out, place);
    }
  g_string_append (out, "</MultiGeometry>");
}

/**
 * dateline_kml_writer_write_header:
 * @out: to append to
 *
 * Appends what stands before the first placemark.
 */
void
dateline_kml_writer_write_header (GString *out)
{
  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><name>Dateline</name>\n"
                        "<Style id=\"incident\"><LineStyle><color>ff2a6fdb</color><width>1</width></LineStyle>"
                        "<PolyStyle><color>402a6fdb</color></PolyStyle></Style>\n");
}

const char *
dateline_kml_writer_get_end (void)
{
  return "</Document></kml>\n";
}

/**
 * dateline_kml_writer_write_placemarks:
 * @out: to append to
 * @incidents: (element-type DatelineIncident): what to write
 * @articles: (element-type DatelineArticle): the one article they are
 *   from, or those that their provenances count from 0
 * @merged: which of the two
 *
 * Appends a placemark for each incident, a line each.
 */
void
dateline_kml_writer_write_placemarks (GString *out, GPtrArray *incidents, GPtrArray *articles, gboolean merged)
{
  for (guint i = 0; i < incidents->len; i++)
    {
      const DatelineIncident *incident = g_ptr_array_index (incidents, i);
      Record                  record = { out, incident, articles, merged };
      g_autofree char        *name = make_name (incident);
      g_autofree char        *description = make_description (&record);

      g_string_append (out, "<Placemark>");
      append_element (out, "name", name);
      append_element (out, "description", description);
      if (dateline_date_interval_is_set (incident->when.interval))
        {
          g_string_append (out, "<TimeSpan>");
          append_time_element (out, "begin", incident->when.interval.start, incident->when.offset_minutes);
          append_time_element (out, "end", incident->when.interval.end, incident->when.offset_minutes);
          g_string_append (out, "</TimeSpan>");
        }
      g_string_append (out, "<styleUrl>#incident</styleUrl>");
      append_extended_data (&record);
      append_geometry (&record);
      g_string_append (out, "</Placemark>\n");
    }
}

/**
 * dateline_gpx_writer_write_header:
 * @out: to append to
 *
 * Appends what stands before the first waypoint.
 */
void
dateline_gpx_writer_write_header (GString *out)
{
  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<gpx version=\"1.1\" creator=\"Dateline " DATELINE_VERSION "\" xmlns=\"http://www.topografix.com/GPX/1/1\""
                        " xmlns:dateline=\"urn:dateline:gpx:1\">\n");
}

const char *
dateline_gpx_writer_get_end (void)
{
  return "</gpx>\n";
}

/* Times of GPX are in UTC. */
static void
append_waypoint (const Record *record, const DatelinePlace *place)
{
  const DatelineIncident *incident = record->incident;
  GString                *out = record->out;
  g_autofree char        *name = make_name (incident);
  g_autofree char        *description = make_description (record);

  g_string_append (out, "<wpt lat=\"");
  dateline_json_append_decimal (out, place->point.lat, 5);
  g_string_append (out, "\" lon=\"");
  dateline_json_append_decimal (out, place->point.lon, 5);
  g_string_append (out, "\">");
  if (dateline_date_interval_is_set (incident->when.interval))
    append_time_element (out, "time", incident->when.interval.start, 0);
  append_element (out, "name", name);
  append_element (out, "desc", description);
  append_element (out, "type", dateline_incident_type_get_id (incident->type));
  g_string_append (out, "<extensions>");
  append_element (out, "dateline:id", incident->id);
  append_element (out, "dateline:grade", dateline_grade_get_id (incident->grade));
  append_element (out, "dateline:status", dateline_status_get_id (incident->status));
  append_element (out, "dateline:note", incident->note);
  g_string_append_printf (out, "<dateline:where_precision>%d</dateline:where_precision>", place->precision);
  append_decimal_element (out, "dateline:radius_km", place->radius_km);
  g_string_append (out, "</extensions></wpt>\n");
}

/**
 * dateline_gpx_writer_write_waypoints:
 * @out: to append to
 * @incidents: (element-type DatelineIncident): what to write
 * @articles: (element-type DatelineArticle): the one article they are
 *   from, or those that their provenances count from 0
 * @merged: which of the two
 *
 * Appends a waypoint for each site that has a point.
 */
void
dateline_gpx_writer_write_waypoints (GString *out, GPtrArray *incidents, GPtrArray *articles, gboolean merged)
{
  for (guint i = 0; i < incidents->len; i++)
    {
      const DatelineIncident *incident = g_ptr_array_index (incidents, i);
      Record                  record = { out, incident, articles, merged };

      for (guint j = 0; j < incident->places->len; j++)
        if (has_point (&g_array_index (incident->places, DatelinePlace, j)))
          append_waypoint (&record, &g_array_index (incident->places, DatelinePlace, j));
    }
}
