/* test-export.c: incidents out of a project, and public copies of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "dateline-data-dir.h"
#include "dateline-export.h"
#include "dateline-public-copy.h"
#include "dateline-published.h"

#define STRIKE "BAGHDAD, Jan 24 (Example) - An air strike killed three fighters near Mosul on Tuesday, Ahmed Example told reporters.\n"
#define BOMB "ADEN, Jan 25 (Example) - A car bomb wounded nine people in Aden on Wednesday, police said.\n"

typedef struct
{
  DatelineEngine *engine;
  DatelineStore  *store;
  gint64          strike; /* row of its incident */
} Fixture;

static gint64
add_text (Fixture *fixture, const char *id, const char *text)
{
  g_autoptr (GError)             error = NULL;
  g_autoptr (DatelineArticle)    article = dateline_article_new (id, g_strdup (text), strlen (text));
  g_autoptr (DatelineExtraction) extraction = NULL;
  gint64                         row;

  article->title = g_strdup_printf ("Title of %s", id);
  dateline_article_set_published (article, "2017-01-26");
  extraction = dateline_engine_extract (fixture->engine, article, DATELINE_EXTRACT_DEFAULT);
  g_assert_cmpuint (extraction->incidents->len, ==, 1);
  row = dateline_store_add_extraction (fixture->store, article, extraction, &error);
  g_assert_no_error (error);
  return row;
}

static void
take_id (gint64 incident, gpointer user_data)
{
  *(gint64 *) user_data = incident;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *path = dateline_data_find ("engine.dat");
  gint64             article;

  fixture->engine = dateline_engine_open (path, &error);
  g_assert_no_error (error);
  fixture->store = dateline_store_open (NULL, &error);
  g_assert_no_error (error);
  add_text (fixture, "bomb", BOMB);
  article = add_text (fixture, "strike", STRIKE);
  g_assert_true (dateline_store_foreach_report (fixture->store, article, take_id, &fixture->strike, &error));
  g_assert_true (dateline_store_begin_step (fixture->store, "Accept", 0, &error));
  g_assert_true (dateline_store_set_status (fixture->store, fixture->strike, DATELINE_STATUS_ACCEPTED, &error));
  g_assert_true (dateline_store_set_note (fixture->store, fixture->strike, "told by phone", &error));
  g_assert_true (dateline_store_add_tag (fixture->store, fixture->strike, "mosul", &error));
  g_assert_true (dateline_store_end_step (fixture->store, NULL, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  dateline_store_free (fixture->store);
  dateline_engine_free (fixture->engine);
}

static gboolean
append (const char *bytes, gsize length, gpointer user_data)
{
  g_string_append_len (user_data, bytes, (gssize) length);
  return TRUE;
}

static DatelineExport *
load (Fixture *fixture, const gint64 *ids, guint n)
{
  DatelineExport *export = dateline_export_new (fixture->store, ids, n);
  g_autoptr (GError) error = NULL;
  double             fraction = 0;

  /* A step at a time is as good as all at once. */
  while (fraction < 1)
    {
      g_assert_true (dateline_export_load (export, 0, &fraction, &error));
      g_assert_no_error (error);
    }
  return export;
}

static JsonObject *
write_json (DatelineExport *export, JsonNode **root)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_assert_true (dateline_export_write (export, DATELINE_OUTPUT_JSON, NULL, append, out));
  *root = json_from_string (out->str, NULL);
  g_assert_nonnull (*root);
  return json_node_get_object (*root);
}

static void
test_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DatelineExport) export = load (fixture, NULL, 0);
  g_autoptr (JsonNode) root = NULL;
  JsonObject          *document = write_json (export, &root);
  JsonArray           *incidents = json_object_get_array_member (document, "incidents");
  JsonObject          *strike = json_array_get_object_element (incidents, 0);

  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (document, "articles")), ==, 2);
  g_assert_cmpuint (json_array_get_length (incidents), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (strike, "status"), ==, "accepted");
  g_assert_cmpstr (json_object_get_string_member (strike, "note"), ==, "told by phone");
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (strike, "tags"), 0), ==, "mosul");
  g_assert_false (json_object_has_member (json_array_get_object_element (incidents, 1), "status"));
}

/* Of a part only what it cites. */
static void
test_some (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DatelineExport) export = load (fixture, &fixture->strike, 1);
  g_autoptr (JsonNode) root = NULL;
  JsonObject          *document = write_json (export, &root);
  JsonArray           *articles = json_object_get_array_member (document, "articles");

  g_assert_cmpuint (json_array_get_length (articles), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (articles, 0), "id"), ==, "strike");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (document, "incidents")), ==, 1);
}

static void
test_none (Fixture *fixture, gconstpointer data)
{
  gint64 none = 0;
  g_autoptr (DatelineExport) export = load (fixture, &none, 0);

  g_assert_cmpuint (dateline_export_get_incidents (export)->len, ==, 0);
  g_assert_cmpuint (dateline_export_get_articles (export)->len, ==, 0);
}

static void
test_public (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    DatelineCoarseness     coarseness;
    DatelineWherePrecision precision;
    double                 least_km;
    const char            *name;
  } cases[] = {
    { DATELINE_COARSENESS_GRID, DATELINE_WHERE_NEAR, 8, NULL },
    { DATELINE_COARSENESS_ADM1, DATELINE_WHERE_PROVINCE, 50, "Nineveh" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DatelineExport) export = load (fixture, &fixture->strike, 1);
      DatelinePublicOptions          options = { cases[i].coarseness, FALSE };
      g_autoptr (DatelinePublicCopy) copy = dateline_public_copy_new (fixture->engine, &options);
      DatelinePublicLoss             loss = { 0 };
      g_autoptr (GString)            out = g_string_new (NULL);
      const DatelineIncident        *incident = g_ptr_array_index (dateline_export_get_incidents (export), 0);
      const DatelinePlace           *site;

      dateline_public_copy_apply (copy, dateline_export_get_incidents (export), &loss);
      site = dateline_incident_get_site (incident);
      g_assert_cmpint (site->precision, ==, cases[i].precision);
      g_assert_cmpfloat (site->radius_km, >=, cases[i].least_km);
      g_assert_cmpstr (site->name, ==, cases[i].name);
      g_assert_cmpuint (loss.n_places, ==, 1);
      g_assert_cmpuint (loss.n_names, >=, 1);
      g_assert_cmpuint (loss.n_notes, ==, 2);
      g_assert_cmpuint (loss.n_quotations, ==, 1);

      g_assert_true (dateline_export_write (export, DATELINE_OUTPUT_JSON, NULL, append, out));
      g_assert_null (strstr (out->str, "Ahmed"));
      g_assert_null (strstr (out->str, "phone"));
      g_assert_null (strstr (out->str, "Mosul"));
      g_assert_nonnull (strstr (out->str, "\"evidence\":[{\"article\":\"strike\"}]"));
      g_assert_nonnull (strstr (out->str, "Title of strike"));
    }
}

/* Every district and governorate has a centre to go to. */
static void
test_public_district (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DatelineExport) export = load (fixture, &fixture->strike, 1);
  DatelinePublicOptions          options = { DATELINE_COARSENESS_ADM2, TRUE };
  g_autoptr (DatelinePublicCopy) copy = dateline_public_copy_new (fixture->engine, &options);
  DatelinePublicLoss             loss = { 0 };
  const DatelineIncident        *incident = g_ptr_array_index (dateline_export_get_incidents (export), 0);

  dateline_public_copy_apply (copy, dateline_export_get_incidents (export), &loss);
  g_assert_cmpint (dateline_incident_get_site (incident)->precision, >=, DATELINE_WHERE_DISTRICT);
  g_assert_cmpuint (loss.n_quotations, ==, 0);
  g_assert_false (dateline_span_is_empty (g_array_index (incident->evidence, DatelineProvenance, 0).span));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/cli/export/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("all", test_all);
  ADD ("some", test_some);
  ADD ("none", test_none);
  ADD ("public", test_public);
  ADD ("public-district", test_public_district);

  return g_test_run ();
}
