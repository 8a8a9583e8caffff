/* fake-engine.c: an engine that knows no language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * So that the command's own duties, order, exit status and pipes, are
 * tested apart from what the real engine finds. Each article is one
 * incident whose evidence is its whole text; "slow" in it takes a while.
 */

#include "config.h"

#include <string.h>

#include "dateline-engine.h"

struct _DatelineEngine
{
  int nothing;
};

DatelineEngine *
dateline_engine_open (const char *data_path, GError **error)
{
  return g_new0 (DatelineEngine, 1);
}

void
dateline_engine_free (DatelineEngine *self)
{
  g_free (self);
}

const char *
dateline_engine_get_data_sha256 (const DatelineEngine *self)
{
  return "fake";
}

DatelineExtraction *
dateline_engine_extract (const DatelineEngine *self, const DatelineArticle *article, DatelineExtractFlags flags)
{
  DatelineExtraction *extraction = dateline_extraction_new ();
  DatelineIncident   *incident = dateline_incident_new (DATELINE_INCIDENT_SHELLING);
  DatelineProvenance  whole = { 0, { 0, (guint32) article->length } };

  if (strstr (article->text, "slow") != NULL)
    g_usleep (20000);
  extraction->anchor.day = article->published_day;
  extraction->anchor.source = article->published_day != DATELINE_DAY_NONE ? "metadata" : "none";
  incident->id = g_strconcat (article->id, "/1", NULL);
  g_array_append_val (incident->evidence, whole);
  if (flags & DATELINE_EXTRACT_EXPLAIN)
    g_ptr_array_add (incident->explanations, g_strdup ("because"));
  if (flags & DATELINE_EXTRACT_ENTITIES)
    extraction->entities = g_array_new (FALSE, TRUE, sizeof (DatelineEntity));
  g_ptr_array_add (extraction->incidents, incident);

  return extraction;
}
