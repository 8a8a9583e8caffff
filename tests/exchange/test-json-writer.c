/* test-json-writer.c: extractions as JSON, GeoJSON and CSV
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <json-glib/json-glib.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "dateline-csv-writer.h"
#include "dateline-json-output.h"
#include "dateline-output-format.h"

static DatelineProvenance
words (gint64 article, guint32 begin, guint32 end)
{
  return (DatelineProvenance){ article, { begin, end } };
}

/* "Café" puts one byte more than characters before the rest. */
static DatelineArticle *
make_article (const char *id)
{
  const char      *text = "Caf\xc3\xa9 hit: US jets bombed al-Qa'im and Jurf al-Sakhar on \"Tuesday\", killing 3.";
  DatelineArticle *article = dateline_article_new (id, g_strdup (text), strlen (text));

  article->title = g_strdup ("=HYPERLINK(1)");
  article->published = g_strdup ("2024-02-08");
  article->published_day = dateline_day_new (2024, 2, 8);
  return article;
}

static void
add_place (DatelineIncident *incident, const char *name, double lat, double lon, DatelineWherePrecision precision, DatelinePlaceRole role, DatelineProvenance provenance)
{
  DatelinePlace place = { 0 };

  place.name = g_strdup (name);
  place.id = g_strdup_printf ("id-%s", name);
  strcpy (place.country, "IQ");
  place.adm1 = g_strdup ("Anbar");
  place.point = (DatelinePoint){ lat, lon };
  place.precision = precision;
  place.radius_km = 7.5;
  place.role = role;
  place.confidence = 0.91254;
  place.provenance = provenance;
  g_array_append_val (incident->places, place);
}

static DatelineIncident *
make_incident (void)
{
  DatelineIncident  *incident = dateline_incident_new (DATELINE_INCIDENT_AIR_STRIKE);
  DatelineActor      actor = { g_strdup ("usa"), g_strdup ("United States"), NULL, DATELINE_ACTOR_INITIATOR, DATELINE_ACTOR_CLAIMED, 0.8, words (0, 11, 13) };
  DatelineThing      target = { g_strdup ("headquarters"), g_strdup ("command \"post\""), words (0, 0, 0) };
  DatelineSource     source = { g_strdup ("CENTCOM"), g_strdup ("belligerent"), words (0, 11, 13) };
  DatelineProvenance evidence = words (0, 0, 78);

  incident->id = g_strdup ("a/1");
  incident->type_provenance = words (0, 19, 25);
  incident->type_confidence = 0.95;
  incident->when.interval = (DatelineDateInterval){ 1706044500, 1706044560 };
  incident->when.precision = DATELINE_DATE_DAY;
  incident->when.offset_minutes = 180;
  incident->when.timezone = "Asia/Baghdad";
  incident->when.confidence = 0.8125;
  incident->when.provenance = words (0, 57, 66);
  add_place (incident, "al-Qa'im", 34.383333, 41.0, DATELINE_WHERE_NEAR, DATELINE_PLACE_SITE, words (0, 26, 34));
  add_place (incident, "Jurf al-Sakhar", 32.85, 44.2166666, DATELINE_WHERE_EXACT, DATELINE_PLACE_SITE, words (0, 39, 53));
  g_array_append_val (incident->actors, actor);
  g_array_append_val (incident->targets, target);
  incident->killed.low = incident->killed.best = 3;
  incident->killed.confidence = 0.7;
  dateline_toll_add_claim (&incident->killed, 3, 3, "officials", words (0, 68, 77));
  dateline_toll_add_claim (&incident->killed, 5, -1, NULL, words (0, 68, 77));
  g_array_append_val (incident->sources, source);
  g_array_append_val (incident->evidence, evidence);
  incident->confidence = 0.75;
  g_ptr_array_add (incident->rules, g_strdup ("trigger"));
  return incident;
}

#define INCIDENT_BEFORE_SPANS "{\"id\":\"a/1\",\"type\":\"air-strike\",\"acled\":\"Explosions/Remote violence: Air/drone strike\",\"plover\":\"ASSAULT/aerial\""

static const char golden[] =
  "{\"schema\":\"dateline/1\",\"engine\":{\"version\":\"" DATELINE_VERSION "\",\"data\":\"d\"},"
  "\"article\":{\"id\":\"a\",\"title\":\"=HYPERLINK(1)\",\"published\":\"2024-02-08\","
  "\"anchor\":{\"date\":\"2024-01-24\",\"source\":\"text\",\"reason\":\"because\",\"span\":[57,66]},"
  "\"text_sha256\":\"%s\"},"
  "\"incidents\":[" INCIDENT_BEFORE_SPANS ",\"type_span\":[19,25],\"type_confidence\":0.95,"
  "\"time\":{\"start\":\"2024-01-24T00:15:00+03:00\",\"end\":\"2024-01-24T00:16:00+03:00\",\"precision\":1,\"timezone\":\"Asia/Baghdad\",\"confidence\":0.813,\"span\":[57,66]},"
  "\"places\":[{\"name\":\"al-Qa'im\",\"id\":\"id-al-Qa'im\",\"country\":\"IQ\",\"adm1\":\"Anbar\",\"lat\":34.38333,\"lon\":41,\"precision\":2,\"radius_km\":7.5,\"derived\":false,\"role\":\"site\",\"confidence\":0.913,\"span\":[26,34]},"
  "{\"name\":\"Jurf al-Sakhar\",\"id\":\"id-Jurf al-Sakhar\",\"country\":\"IQ\",\"adm1\":\"Anbar\",\"lat\":32.85,\"lon\":44.21667,\"precision\":1,\"radius_km\":7.5,\"derived\":false,\"role\":\"site\",\"confidence\":0.913,\"span\":[39,53]}],"
  "\"actors\":[{\"id\":\"usa\",\"name\":\"United States\",\"role\":\"initiator\",\"status\":\"claimed\",\"confidence\":0.8,\"span\":[11,13]}],"
  "\"targets\":[{\"text\":\"command \\\"post\\\"\",\"class\":\"headquarters\"}],\"weapons\":[],"
  "\"killed\":{\"low\":3,\"best\":3,\"confidence\":0.7,\"claims\":[{\"value\":3,\"source\":\"officials\",\"span\":[68,77]},{\"value\":5,\"low\":5,\"span\":[68,77]}]},"
  "\"sources\":[{\"name\":\"CENTCOM\",\"kind\":\"belligerent\",\"span\":[11,13]}],"
  "\"evidence\":[{\"article\":\"a\",\"byte\":[0,78],\"char\":[0,77],\"text\":\"Caf\xc3\xa9 hit: US jets bombed al-Qa'im and Jurf al-Sakhar on \\\"Tuesday\\\", killing 3.\"}],"
  "\"background\":false,\"confidence\":0.75,\"grade\":\"weak\",\"rules\":[\"trigger\"]}],"
  "\"rejected\":[{\"reason\":\"statistic\",\"span\":[0,5],\"text\":\"Caf\xc3\xa9\"}],"
  "\"entities\":[{\"kind\":\"location\",\"byte\":[26,34],\"char\":[25,33],\"text\":\"al-Qa'im\",\"lat\":34.38333,\"lon\":41}]}\n";

static DatelineExtraction *
make_extraction (void)
{
  DatelineExtraction *extraction = dateline_extraction_new ();
  DatelineRejection   rejection = { "statistic", { 0, 5 } };
  DatelineEntity      entity = { "location", { 26, 34 }, { 34.383333, 41.0 } };

  extraction->anchor.day = dateline_day_new (2024, 1, 24);
  extraction->anchor.source = "text";
  extraction->anchor.reason = g_strdup ("because");
  extraction->anchor.span = (DatelineSpan){ 57, 66 };
  g_ptr_array_add (extraction->incidents, make_incident ());
  g_array_append_val (extraction->rejected, rejection);
  extraction->entities = g_array_new (FALSE, FALSE, sizeof (DatelineEntity));
  g_array_append_val (extraction->entities, entity);
  return extraction;
}

static void
test_golden (void)
{
  g_autoptr (DatelineArticle)    article = make_article ("a");
  g_autoptr (DatelineExtraction) extraction = make_extraction ();
  g_autoptr (GString)            out = g_string_new (NULL);
  g_autofree char               *sha256 = dateline_article_get_sha256 (article);
  g_auto (GStrv)                 parts = g_strsplit (golden, "%s", 2);
  g_autofree char               *expected = g_strjoinv (sha256, parts);

  dateline_output_format_write (DATELINE_OUTPUT_NDJSON, out, article, extraction, "d");
  g_assert_cmpstr (out->str, ==, expected);
}

static JsonNode *
parse (const char *text)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError)     error = NULL;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

/* What is not known is left out, and nothing is made of it. */
static void
test_unknown (void)
{
  g_autoptr (DatelineArticle)    article = dateline_article_new ("b", g_strdup ("x"), 1);
  g_autoptr (DatelineExtraction) extraction = dateline_extraction_new ();
  g_autoptr (GString)            out = g_string_new (NULL);
  g_autofree char               *sha256 = dateline_article_get_sha256 (article);
  g_autofree char               *expected = NULL;

  g_ptr_array_add (extraction->incidents, dateline_incident_new (DATELINE_INCIDENT_SHELLING));
  dateline_output_format_write (DATELINE_OUTPUT_NDJSON, out, article, extraction, NULL);
  expected = g_strdup_printf ("{\"schema\":\"dateline/1\",\"engine\":{\"version\":\"" DATELINE_VERSION "\"},"
                              "\"article\":{\"id\":\"b\",\"anchor\":{\"source\":\"none\"},\"text_sha256\":\"%s\"},"
                              "\"incidents\":[{\"type\":\"shelling\",\"acled\":\"Explosions/Remote violence: Shelling/artillery/missile attack\",\"plover\":\"ASSAULT/heavy-weapons\","
                              "\"places\":[],\"actors\":[],\"targets\":[],\"weapons\":[],\"sources\":[],\"evidence\":[],"
                              "\"background\":false,\"confidence\":0,\"grade\":\"weak\",\"rules\":[]}],\"rejected\":[]}\n",
                              sha256);
  g_assert_cmpstr (out->str, ==, expected);
}

static gboolean
append (const char *bytes, gsize length, gpointer user_data)
{
  g_string_append_len (user_data, bytes, (gssize) length);
  return TRUE;
}

static void
test_merged (void)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_article_free);
  g_autoptr (GPtrArray) incidents = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_incident_free);
  g_autoptr (GString)   out = g_string_new (NULL);
  g_autoptr (JsonNode)  root = NULL;
  DatelineProvenance    second = words (1, 0, 9);
  DatelineIncident     *incident = make_incident ();
  JsonObject           *object;
  JsonArray            *evidence;

  g_ptr_array_add (articles, make_article ("a"));
  g_ptr_array_add (articles, make_article ("b"));
  g_array_append_val (incident->evidence, second);
  g_array_index (incident->places, DatelinePlace, 0).provenance.article = 1;
  g_ptr_array_add (incidents, incident);
  dateline_output_format_write_merged (DATELINE_OUTPUT_JSON, &(DatelineOutputDocument){ incidents, articles, "d", NULL }, append, out);

  root = parse (out->str);
  object = json_node_get_object (root);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "articles")), ==, 2);
  object = json_array_get_object_element (json_object_get_array_member (object, "incidents"), 0);
  evidence = json_object_get_array_member (object, "evidence");
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (evidence, 0), "article"), ==, "a");
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (evidence, 1), "article"), ==, "b");
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (evidence, 1), "text"), ==, "Caf\xc3\xa9 hit");
  object = json_array_get_object_element (json_object_get_array_member (object, "places"), 0);
  g_assert_cmpstr (json_object_get_string_member (object, "article"), ==, "b");
}

/* One feature an incident: points for its sites, nothing for a country. */
static void
test_geojson (void)
{
  g_autoptr (DatelineArticle)    article = make_article ("a");
  g_autoptr (DatelineExtraction) extraction = dateline_extraction_new ();
  g_autoptr (GString)            out = g_string_new (NULL);
  g_autoptr (JsonNode)           root = NULL;
  DatelineIncident              *country = dateline_incident_new (DATELINE_INCIDENT_AIR_STRIKE);
  DatelineIncident              *single = dateline_incident_new (DATELINE_INCIDENT_SHELLING);
  JsonArray                     *features, *coordinates;
  JsonObject                    *geometry;

  add_place (country, "Yemen", 15.5, 47.5, DATELINE_WHERE_COUNTRY, DATELINE_PLACE_SITE, words (0, 0, 0));
  add_place (single, "Iran", 32, 53, DATELINE_WHERE_NEAR, DATELINE_PLACE_LAUNCH_ORIGIN, words (0, 0, 0));
  add_place (single, "Erbil", 36.19, 44.01, DATELINE_WHERE_EXACT, DATELINE_PLACE_SITE, words (0, 0, 0));
  g_ptr_array_add (extraction->incidents, make_incident ());
  g_ptr_array_add (extraction->incidents, country);
  g_ptr_array_add (extraction->incidents, single);

  dateline_output_format_begin (DATELINE_OUTPUT_GEOJSON, out);
  dateline_output_format_write (DATELINE_OUTPUT_GEOJSON, out, article, extraction, NULL);
  g_string_append (out, dateline_output_format_get_end (DATELINE_OUTPUT_GEOJSON));
  root = parse (out->str);
  features = json_object_get_array_member (json_node_get_object (root), "features");
  g_assert_cmpuint (json_array_get_length (features), ==, 3);

  geometry = json_object_get_object_member (json_array_get_object_element (features, 0), "geometry");
  g_assert_cmpstr (json_object_get_string_member (geometry, "type"), ==, "MultiPoint");
  coordinates = json_object_get_array_member (geometry, "coordinates");
  g_assert_cmpuint (json_array_get_length (coordinates), ==, 2);
  g_assert_cmpfloat (json_array_get_double_element (json_array_get_array_element (coordinates, 1), 0), ==, 44.21667);

  g_assert_cmpfloat (json_array_get_double_element (json_object_get_array_member (json_array_get_object_element (features, 0), "bbox"), 0), <,
                     json_array_get_double_element (json_object_get_array_member (json_array_get_object_element (features, 0), "bbox"), 2));
  g_assert_true (json_object_get_null_member (json_array_get_object_element (features, 1), "geometry"));

  geometry = json_object_get_object_member (json_array_get_object_element (features, 2), "geometry");
  g_assert_cmpstr (json_object_get_string_member (geometry, "type"), ==, "Point");
  coordinates = json_object_get_array_member (geometry, "coordinates");
  g_assert_cmpfloat (json_array_get_double_element (coordinates, 1), ==, 36.19);
}

static void
test_csv (void)
{
  g_autoptr (DatelineArticle)    article = make_article ("a");
  g_autoptr (DatelineExtraction) extraction = make_extraction ();
  g_autoptr (GString)            header = g_string_new (NULL);
  g_autoptr (GString)            out = g_string_new (NULL);
  g_auto (GStrv)                 names = NULL;

  dateline_csv_writer_write_header (header);
  names = g_strsplit (header->str, ",", -1);
  g_assert_cmpuint (g_strv_length (names), ==, 43);

  dateline_output_format_write (DATELINE_OUTPUT_CSV, out, article, extraction, NULL);
  g_assert_cmpstr (out->str, ==, "\"a/1\",\"air-strike\",\"Explosions/Remote violence\",\"Air/drone strike\",\"ASSAULT/aerial\","
                                 "\"2024-01-24T00:15:00+03:00\",\"2024-01-24T00:16:00+03:00\",1,false,"
                                 "\"al-Qa'im\",\"Anbar\",\"IQ\",34.38333,41,2,7.5,\"Jurf al-Sakhar\","
                                 "\"United States\",\"claimed\",,,\"command \"\"post\"\"\",,3,3,,,,,,false,0.75,\"weak\",\"CENTCOM\","
                                 "\"a\",,\"2024-02-08\",\"'=HYPERLINK(1)\",,"
                                 "\"Caf\xc3\xa9 hit: US jets bombed al-Qa'im and Jurf al-Sakhar on \"\"Tuesday\"\", killing 3.\",\"unreviewed\",,\r\n");
}

static void
test_strings (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "", "\"\"" },
    { "a\"b\\c/d", "\"a\\\"b\\\\c/d\"" },
    { "\b\t\n\v\f\r\x01\x1f\x7f", "\"\\b\\t\\n\\u000b\\f\\r\\u0001\\u001f\x7f\"" },
    { "\xd8\xb5 \xf0\x9f\x98\x80", "\"\xd8\xb5 \xf0\x9f\x98\x80\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString)  out = g_string_new (NULL);
      g_autoptr (JsonNode) node = NULL;

      dateline_json_append_string (out, cases[i].text, strlen (cases[i].text));
      g_assert_cmpstr (out->str, ==, cases[i].expected);
      node = parse (out->str);
      g_assert_cmpstr (json_node_get_string (node), ==, cases[i].text);
    }
}

/* The same in every locale, and never "-0" or "1e-05". */
static void
test_decimals (void)
{
  static const struct
  {
    double      value;
    guint       n_decimals;
    const char *expected;
  } cases[] = {
    { 0, 5, "0" },
    { 41.0, 5, "41" },
    { 0.00001, 5, "0.00001" },
    { -0.000001, 5, "0" },
    { -33.1, 5, "-33.1" },
    { 44.2166666, 5, "44.21667" },
    { 0.9996, 3, "1" },
    { 1e300, 2, "1000000000000" },
  };

  setlocale (LC_ALL, "de_DE.UTF-8");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      dateline_json_append_decimal (out, cases[i].value, cases[i].n_decimals);
      g_assert_cmpstr (out->str, ==, cases[i].expected);
    }
  setlocale (LC_ALL, "C");
}

static void
test_integers (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  dateline_json_append_integer (out, G_MININT64);
  g_string_append_c (out, ' ');
  dateline_json_append_integer (out, 0);
  g_string_append_c (out, ' ');
  dateline_json_append_integer (out, G_MAXINT64);
  g_assert_cmpstr (out->str, ==, "-9223372036854775808 0 9223372036854775807");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/json-writer/golden", test_golden);
  g_test_add_func ("/exchange/json-writer/unknown", test_unknown);
  g_test_add_func ("/exchange/json-writer/merged", test_merged);
  g_test_add_func ("/exchange/json-writer/geojson", test_geojson);
  g_test_add_func ("/exchange/json-writer/csv", test_csv);
  g_test_add_func ("/exchange/json-writer/strings", test_strings);
  g_test_add_func ("/exchange/json-writer/decimals", test_decimals);
  g_test_add_func ("/exchange/json-writer/integers", test_integers);

  return g_test_run ();
}
