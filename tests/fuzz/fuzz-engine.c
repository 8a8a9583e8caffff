/* fuzz-engine.c: any text as an article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever the text, every span lies in it, on character boundaries, every
 * point is finite, numbers and dates are in order, the same text gives the
 * same JSON on any thread, the JSON can be read back, and each excerpt in
 * it is the slice of the article that it says it is.
 */

#include <json-glib/json-glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "dateline-data-dir.h"
#include "dateline-engine.h"
#include "dateline-json-scanner.h"
#include "dateline-json-writer.h"

int LLVMFuzzerTestOneInput (const guint8 *bytes, size_t n_bytes);

static void
check (gboolean holds)
{
  if (!holds)
    abort ();
}

static void
check_span (const DatelineArticle *article, DatelineSpan span)
{
  check (span.begin <= span.end && span.end <= article->length);
  check (((guchar) article->text[span.begin] & 0xc0) != 0x80);
  check (((guchar) article->text[span.end] & 0xc0) != 0x80);
}

static void
check_toll (const DatelineArticle *article, const DatelineToll *toll)
{
  check (toll->low < 0 || toll->best < 0 || toll->low <= toll->best);
  check (toll->high < 0 || toll->best < 0 || toll->best <= toll->high);
  check (toll->low < 0 || toll->high < 0 || toll->low <= toll->high);
  for (guint i = 0; toll->claims != NULL && i < toll->claims->len; i++)
    check_span (article, g_array_index (toll->claims, DatelineTollClaim, i).provenance.span);
}

static void
check_place (const DatelineArticle *article, const DatelinePlace *place)
{
  check_span (article, place->provenance.span);
  check (place->confidence >= 0 && place->confidence <= 1);
  check (isfinite (place->radius_km) && place->radius_km >= 0);
  check (!dateline_point_is_set (place->point) || (fabs (place->point.lat) <= 90 && fabs (place->point.lon) <= 180));
  for (guint i = 0; place->alternatives != NULL && i < place->alternatives->len; i++)
    {
      const DatelinePlaceAlternative *alternative = &g_array_index (place->alternatives, DatelinePlaceAlternative, i);

      check (fabs (alternative->point.lat) <= 90 && fabs (alternative->point.lon) <= 180 && isfinite (alternative->score));
    }
}

static void
check_incident (const DatelineArticle *article, const DatelineIncident *incident)
{
  check (incident->confidence >= 0 && incident->confidence <= 1);
  check (incident->evidence->len > 0);
  check (!dateline_date_interval_is_set (incident->when.interval) || incident->when.interval.start < incident->when.interval.end);
  check_span (article, incident->when.provenance.span);
  check_span (article, incident->type_provenance.span);
  check_toll (article, &incident->killed);
  check_toll (article, &incident->injured);
  for (guint i = 0; i < incident->evidence->len; i++)
    check_span (article, g_array_index (incident->evidence, DatelineProvenance, i).span);
  for (guint i = 0; i < incident->places->len; i++)
    check_place (article, &g_array_index (incident->places, DatelinePlace, i));
  for (guint i = 0; i < incident->actors->len; i++)
    check_span (article, g_array_index (incident->actors, DatelineActor, i).provenance.span);
}

static char *
extract (const DatelineEngine *engine, const DatelineArticle *article)
{
  g_autoptr (DatelineExtraction) extraction = dateline_engine_extract (engine, article, DATELINE_EXTRACT_ENTITIES | DATELINE_EXTRACT_EXPLAIN);
  GString                       *out = g_string_new (NULL);

  check_span (article, extraction->anchor.span);
  for (guint i = 0; i < extraction->incidents->len; i++)
    check_incident (article, g_ptr_array_index (extraction->incidents, i));
  for (guint i = 0; i < extraction->rejected->len; i++)
    check_span (article, g_array_index (extraction->rejected, DatelineRejection, i).span);
  for (guint i = 0; i < extraction->entities->len; i++)
    check_span (article, g_array_index (extraction->entities, DatelineEntity, i).span);
  dateline_json_writer_write (out, article, extraction, NULL);
  return g_string_free (out, FALSE);
}

/* "byte":[a,b],"char":[c,d],"text": what stands there. */
static void
check_excerpt (const DatelineArticle *article, JsonObject *excerpt)
{
  JsonArray  *bytes = json_object_get_array_member (excerpt, "byte");
  JsonArray  *chars = json_object_get_array_member (excerpt, "char");
  const char *text = json_object_get_string_member (excerpt, "text");
  gint64      begin = json_array_get_int_element (bytes, 0);
  gint64      end = json_array_get_int_element (bytes, 1);

  check (0 <= begin && begin < end && end <= (gint64) article->length);
  check (strlen (text) == (gsize) (end - begin) && memcmp (text, article->text + begin, (gsize) (end - begin)) == 0);
  check (g_utf8_strlen (article->text, begin) == json_array_get_int_element (chars, 0));
  check (g_utf8_strlen (article->text, end) == json_array_get_int_element (chars, 1));
}

static void
check_excerpts (const DatelineArticle *article, const char *json)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray             *incidents;

  check (json_parser_load_from_data (parser, json, -1, NULL));
  incidents = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "incidents");
  for (guint i = 0; i < json_array_get_length (incidents); i++)
    {
      JsonArray *evidence = json_object_get_array_member (json_array_get_object_element (incidents, i), "evidence");

      for (guint j = 0; j < json_array_get_length (evidence); j++)
        check_excerpt (article, json_array_get_object_element (evidence, j));
    }
}

typedef struct
{
  const DatelineEngine  *engine;
  const DatelineArticle *article;
} Job;

static gpointer
extract_on_thread (gpointer data)
{
  const Job *job = data;

  return extract (job->engine, job->article);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, size_t n_bytes)
{
  static DatelineEngine      *engine;
  g_autofree char            *valid = g_utf8_make_valid ((const char *) bytes, (gssize) n_bytes);
  gsize                       length = strlen (valid);
  g_autoptr (DatelineArticle) article = dateline_article_new ("fuzz", g_steal_pointer (&valid), length);
  g_autofree char            *first = NULL;
  g_autofree char            *second = NULL;
  DatelineJsonScanner         scanner;

  if (engine == NULL)
    {
      g_autofree char *data = dateline_data_find ("engine.dat");

      engine = data != NULL ? dateline_engine_open (data, NULL) : NULL;
      check (engine != NULL);
    }

  article->published_day = n_bytes % 2 == 0 ? dateline_day_new (2024, 2, 8) : DATELINE_DAY_NONE;
  first = extract (engine, article);
  second = g_thread_join (g_thread_new ("extract", extract_on_thread, &(Job){ engine, article }));
  check (strcmp (first, second) == 0);
  dateline_json_scanner_init (&scanner, first, strlen (first));
  check (dateline_json_scanner_skip (&scanner) && dateline_json_scanner_peek (&scanner) == '\0');
  check_excerpts (article, first);
  return 0;
}
