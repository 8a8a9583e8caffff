/* fuzz-engine.c: any text as an article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever the text, every span lies in it, on character boundaries, the
 * same text gives the same JSON, and the JSON can be read back.
 */

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
  for (guint i = 0; toll->claims != NULL && i < toll->claims->len; i++)
    check_span (article, g_array_index (toll->claims, DatelineTollClaim, i).provenance.span);
}

static void
check_place (const DatelineArticle *article, const DatelinePlace *place)
{
  check_span (article, place->provenance.span);
  check (place->confidence >= 0 && place->confidence <= 1);
  check (!dateline_point_is_set (place->point) || (fabs (place->point.lat) <= 90 && fabs (place->point.lon) <= 180));
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
  second = extract (engine, article);
  check (strcmp (first, second) == 0);
  dateline_json_scanner_init (&scanner, first, strlen (first));
  check (dateline_json_scanner_skip (&scanner) && dateline_json_scanner_peek (&scanner) == '\0');
  return 0;
}
