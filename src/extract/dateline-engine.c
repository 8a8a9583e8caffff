/* dateline-engine.c: from an article to its incidents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-extract"

#include "config.h"

#include "dateline-engine.h"

#include <math.h>
#include <string.h>

#include "dateline-incident-builder.h"
#include "dateline-organisation.h"
#include "dateline-zone.h"

struct _DatelineEngine
{
  DatelineData           *data;
  DatelineGazetteer      *gazetteer;
  DatelineTriggerLexicon *triggers;
  DatelineEventTables    *tables;
};

/**
 * dateline_engine_open:
 * @data_path: engine.dat
 * @error: return location for a #GError
 *
 * Errors: those of dateline_data_open().
 *
 * Returns: (transfer full): the engine, or %NULL
 */
DatelineEngine *
dateline_engine_open (const char *data_path, GError **error)
{
  g_autoptr (DatelineEngine) self = g_new0 (DatelineEngine, 1);

  if ((self->data = dateline_data_open (data_path, error)) == NULL ||
      (self->gazetteer = dateline_gazetteer_new (self->data, error)) == NULL ||
      (self->triggers = dateline_trigger_lexicon_new (self->data, error)) == NULL)
    return NULL;
  self->tables = dateline_event_tables_new (self->data);
  return g_steal_pointer (&self);
}

void
dateline_engine_free (DatelineEngine *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->tables, dateline_event_tables_free);
  g_clear_pointer (&self->triggers, dateline_trigger_lexicon_free);
  g_clear_pointer (&self->gazetteer, dateline_gazetteer_free);
  g_clear_pointer (&self->data, dateline_data_free);
  g_free (self);
}

const char *
dateline_engine_get_data_sha256 (const DatelineEngine *self)
{
  return dateline_data_get_sha256 (self->data);
}

const DatelineGazetteer *
dateline_engine_get_gazetteer (const DatelineEngine *self)
{
  return self->gazetteer;
}

/* The country whose places the article names most: its zone is the clock. */
static void
find_country (DatelineAnalysis *analysis)
{
  static const char *const countries[] = { "IQ", "SY", "YE" };
  guint                    counts[G_N_ELEMENTS (countries)] = { 0 };
  guint                    best = 0;

  for (guint i = 0; i < analysis->toponyms->len; i++)
    {
      const DatelineToponym *toponym = dateline_analysis_get_toponym (analysis, i);

      if (toponym->row == G_MAXUINT32 || (toponym->flags & DATELINE_TOPONYM_PERSON))
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (countries); j++)
        counts[j] += strcmp (dateline_gazetteer_get_place (analysis->gazetteer, toponym->row)->country, countries[j]) == 0;
    }
  for (guint j = 1; j < G_N_ELEMENTS (countries); j++)
    if (counts[j] > counts[best])
      best = j;
  g_strlcpy (analysis->country, counts[best] > 0 ? countries[best] : "IQ", sizeof analysis->country);
}

/* "Jan. 24", "(Iraq time)": words of a date name no place. */
static void
drop_toponyms_in_dates (DatelineAnalysis *analysis)
{
  for (guint i = 0; i < analysis->timexes->len; i++)
    {
      const DatelineTimex *timex = dateline_analysis_get_timex (analysis, i);

      for (guint j = DATELINE_LOWER_BOUND (analysis->toponyms, DatelineToponym, timex->first_token); j < analysis->toponyms->len; j++)
        {
          DatelineToponym *toponym = &g_array_index (analysis->toponyms, DatelineToponym, j);

          if (toponym->first_token >= timex->end_token)
            break;
          if (timex->kind != DATELINE_TIMEX_EVENT_RELATIVE)
            toponym->flags |= DATELINE_TOPONYM_PERSON;
        }
    }
}

/* The longer of two readings stands: "al-Assad Airbase" is no Assad, and
 * where something happens in Iraq, Iraq does nothing. */
static gboolean
is_read_as_place (const DatelineAnalysis *analysis, const DatelineActorMention *actor)
{
  guint from = actor->first_token > 4 ? actor->first_token - 4 : 0;

  for (guint i = DATELINE_LOWER_BOUND (analysis->toponyms, DatelineToponym, from); i < analysis->toponyms->len; i++)
    {
      const DatelineToponym *toponym = dateline_analysis_get_toponym (analysis, i);
      guint                  length = toponym->end_token - toponym->first_token;

      if (toponym->first_token >= actor->end_token)
        break;
      if (toponym->end_token <= actor->first_token || (toponym->flags & (DATELINE_TOPONYM_METONYM | DATELINE_TOPONYM_DEMONYM)))
        continue;
      if (toponym->flags & DATELINE_TOPONYM_PERSON)
        {
          if (actor->country_name)
            return TRUE;
          continue;
        }
      if (length > actor->end_token - actor->first_token)
        return TRUE;
      if (actor->country_name && (toponym->flags & (DATELINE_TOPONYM_LOCATIVE | DATELINE_TOPONYM_CONTAINER | DATELINE_TOPONYM_ORIGIN | DATELINE_TOPONYM_DIRECTION | DATELINE_TOPONYM_SUBAREA)))
        return TRUE;
    }
  return FALSE;
}

/* Keeps indices valid: a mention that is none takes no part. */
static void
drop_actors_that_are_places (DatelineAnalysis *analysis)
{
  for (guint i = 0; i < analysis->mentions->actors->len; i++)
    {
      DatelineActorMention *actor = &g_array_index (analysis->mentions->actors, DatelineActorMention, i);

      actor->place = is_read_as_place (analysis, actor);
    }
}

static void
analyse (DatelineAnalysis *analysis, const DatelineEngine *self, const DatelineArticle *article, DatelineScratch *scratch)
{
  const char *zone;

  analysis->gazetteer = self->gazetteer;
  analysis->trigger_lexicon = self->triggers;
  analysis->document = dateline_document_new_in (scratch, self->data, article->text, article->length);
  analysis->toponyms = dateline_toponym_find (analysis->document, self->gazetteer);
  dateline_toponym_resolve (analysis->document, self->gazetteer, analysis->toponyms);
  find_country (analysis);

  analysis->timexes = dateline_timex_find (analysis->document);
  drop_toponyms_in_dates (analysis);
  analysis->anchor = dateline_timex_choose_anchor (analysis->document, analysis->timexes, article);
  zone = dateline_zone_for_country (analysis->country);
  analysis->offset_minutes = zone == NULL || analysis->anchor.day == DATELINE_DAY_NONE ? DATELINE_REGION_OFFSET_MINUTES : dateline_zone_get_offset_minutes (zone, analysis->anchor.day);
  dateline_timex_resolve (analysis->document, analysis->timexes, &analysis->anchor, analysis->offset_minutes);

  analysis->triggers = dateline_trigger_find (analysis->document, self->triggers);
  analysis->mentions = dateline_event_mentions_find (analysis->document, self->tables, analysis->anchor.day, analysis->country);
  drop_actors_that_are_places (analysis);
}

static void
clear_analysis (DatelineAnalysis *analysis)
{
  g_free (analysis->anchor.reason);
  dateline_document_free (analysis->document);
}

/* --- what is rejected ---------------------------------------------------- */

#define MAX_REJECTIONS_COMPARED 128

static void
add_rejection (DatelineExtraction *extraction, const char *reason, DatelineSpan span)
{
  DatelineRejection rejection = { reason, span };

  /* Those of one sentence follow each other: older ones lie elsewhere. */
  for (guint i = extraction->rejected->len - MIN (extraction->rejected->len, MAX_REJECTIONS_COMPARED); i < extraction->rejected->len; i++)
    {
      const DatelineRejection *other = &g_array_index (extraction->rejected, DatelineRejection, i);

      if (dateline_span_overlaps (other->span, span) && other->reason == reason)
        return;
    }
  dateline_scratch_append (extraction->rejected, rejection);
}

static gboolean
holds_trigger (const DatelineAnalysis *analysis, const DatelineTimex *timex)
{
  guint i = DATELINE_LOWER_BOUND (analysis->triggers, DatelineTrigger, timex->first_token);

  return i < analysis->triggers->len && dateline_analysis_get_trigger (analysis, i)->first_token < timex->end_token;
}

/* "the October 7 massacre": an event used as a date, or one far away. */
static void
reject_temponyms (DatelineExtraction *extraction, const DatelineAnalysis *analysis)
{
  for (guint i = 0; i < analysis->timexes->len; i++)
    {
      const DatelineTimex *timex = dateline_analysis_get_timex (analysis, i);

      if (timex->kind == DATELINE_TIMEX_TEMPONYM && holds_trigger (analysis, timex))
        add_rejection (extraction, "out_of_region", dateline_document_get_span (analysis->document, timex->first_token, timex->end_token));
    }
}

static gboolean
cluster_is_out_of_region (const DatelineCluster *cluster, const DatelineAnalysis *analysis)
{
  gboolean out = FALSE;

  for (guint i = 0; i < cluster->reports->len; i++)
    {
      const DatelineReport *report = g_ptr_array_index (cluster->reports, i);

      if (report->sites->len == 0)
        continue;
      if (!dateline_report_is_out_of_region (report, analysis))
        return FALSE;
      out = TRUE;
    }
  return out;
}

static int
compare_rejections (gconstpointer a, gconstpointer b)
{
  const DatelineRejection *x = a, *y = b;

  if (x->span.begin != y->span.begin)
    return x->span.begin < y->span.begin ? -1 : 1;
  return strcmp (x->reason, y->reason);
}

/* --- incidents ----------------------------------------------------------- */

static const DatelineCluster *
find_cluster_of (GPtrArray *clusters, const DatelineReport *report, guint *index)
{
  for (guint i = 0; i < clusters->len; i++)
    {
      const DatelineCluster *cluster = g_ptr_array_index (clusters, i);

      for (guint j = 0; j < cluster->reports->len; j++)
        if (g_ptr_array_index (cluster->reports, j) == report)
          {
            *index = i;
            return cluster;
          }
    }
  return NULL;
}

/* Dates those that are told by their distance from another. */
static void
date_relatives (GPtrArray *clusters, GPtrArray *incidents, GPtrArray *reports, const DatelineAnalysis *analysis)
{
  for (guint i = 0; i < clusters->len; i++)
    {
      const DatelineCluster *cluster = g_ptr_array_index (clusters, i);
      DatelineIncident      *incident = g_ptr_array_index (incidents, i);

      if (incident == NULL || !incident->when.assumed)
        continue;
      for (guint j = 0; j < cluster->reports->len; j++)
        {
          const DatelineReport  *report = g_ptr_array_index (cluster->reports, j);
          const DatelineReport  *base;
          const DatelineCluster *other;
          guint                  index;

          if (report->relative_to == G_MAXUINT || report->relative == G_MAXUINT)
            continue;
          base = g_ptr_array_index (reports, report->relative_to);
          other = find_cluster_of (clusters, base, &index);
          if (other != NULL && other != cluster && g_ptr_array_index (incidents, index) != NULL)
            dateline_incident_date_from (incident, cluster, other, g_ptr_array_index (incidents, index), analysis);
          break;
        }
    }
}

/* "article#1" */
static char *
name_incident (DatelineScratch *scratch, const char *article, guint number)
{
  gsize length = strlen (article);
  char *name = dateline_scratch_alloc (scratch, length + 12);

  memcpy (name, article, length);
  g_snprintf (name + length, 12, "#%u", number);
  return name;
}

static void
name_incidents (DatelineExtraction *extraction, const DatelineArticle *article, DatelineScratch *scratch)
{
  for (guint i = 0; i < extraction->incidents->len; i++)
    {
      DatelineIncident *incident = g_ptr_array_index (extraction->incidents, i);

      incident->id = name_incident (scratch, article->id != NULL ? article->id : "", i + 1);
    }
}

static void
extract_incidents (DatelineExtraction *extraction, const DatelineAnalysis *analysis, DatelineExtractFlags flags)
{
  GPtrArray *reports = dateline_report_find (analysis, extraction->rejected);
  GPtrArray *clusters = dateline_link_reports (analysis, reports);
  GPtrArray *incidents = dateline_scratch_take_pointers (analysis->document->scratch);

  for (guint i = 0; i < clusters->len; i++)
    {
      const DatelineCluster *cluster = g_ptr_array_index (clusters, i);
      DatelineIncident      *incident = NULL;

      if (dateline_cluster_is_incident (cluster, analysis))
        {
          if (cluster_is_out_of_region (cluster, analysis))
            add_rejection (extraction, "out_of_region", dateline_document_get_sentence_span (analysis->document, cluster->first->sentence));
          else
            incident = dateline_incident_build (cluster, analysis, (flags & DATELINE_EXTRACT_EXPLAIN) != 0);
        }
      g_ptr_array_add (incidents, incident);
    }
  date_relatives (clusters, incidents, reports, analysis);

  /* The main ones first. */
  for (guint background = 0; background < 2; background++)
    for (guint i = 0; i < incidents->len; i++)
      {
        DatelineIncident *incident = g_ptr_array_index (incidents, i);

        if (incident != NULL && incident->background == (background == 1))
          g_ptr_array_add (extraction->incidents, incident);
      }
}

/* --- entities ------------------------------------------------------------ */

static int
compare_entities (gconstpointer a, gconstpointer b)
{
  const DatelineEntity *x = a, *y = b;

  if (x->span.begin != y->span.begin)
    return x->span.begin < y->span.begin ? -1 : 1;
  if (x->span.end != y->span.end)
    return x->span.end > y->span.end ? -1 : 1;
  return strcmp (x->kind, y->kind);
}

static void
add_entity (GArray *entities, const char *kind, DatelineSpan span, DatelinePoint point)
{
  DatelineEntity entity = { kind, span, point };

  if (!dateline_span_is_empty (span))
    dateline_scratch_append (entities, entity);
}

/* What carries weapons is a platform, not one. */
static gboolean
is_platform (const char *id)
{
  return strcmp (id, "tank") == 0 || strcmp (id, "warplane") == 0 || strcmp (id, "helicopter") == 0;
}

static GArray *
collect_entities (const DatelineAnalysis *analysis, const DatelineEventTables *tables)
{
  GArray                 *entities = dateline_scratch_take_array (analysis->document->scratch, sizeof (DatelineEntity));
  const DatelineDocument *document = analysis->document;
  GArray                 *organisations = dateline_organisations_find (document, tables, analysis->mentions);
  g_autoptr (GArray)      places = dateline_toponym_list_expressions (document, analysis->gazetteer, analysis->toponyms);

  for (guint i = 0; i < places->len; i++)
    {
      const DatelinePlaceExpression *place = &g_array_index (places, DatelinePlaceExpression, i);

      add_entity (entities, "location", dateline_document_get_span (document, place->first_token, place->end_token), place->point);
    }
  for (guint i = 0; i < analysis->timexes->len; i++)
    {
      const DatelineTimex *timex = dateline_analysis_get_timex (analysis, i);

      if (dateline_timex_is_entity (timex))
        add_entity (entities, "temporal", dateline_timex_get_span (document, timex), dateline_point_none ());
    }
  for (guint i = 0; i < organisations->len; i++)
    add_entity (entities, "organisation", g_array_index (organisations, DatelineSpan, i), dateline_point_none ());
  for (guint i = 0; i < analysis->mentions->things->len; i++)
    {
      const DatelineThingMention *thing = dateline_analysis_get_thing (analysis, i);

      if (thing->kind == DATELINE_THING_WEAPON && !is_platform (thing->id))
        add_entity (entities, "weapon", dateline_document_get_span (document, thing->first_token, thing->end_token), dateline_point_none ());
    }
  g_array_sort (entities, compare_entities);
  return entities;
}

/**
 * dateline_engine_extract_in:
 * @self: the engine
 * @scratch: the thread's; taken back first, so that what was extracted with
 *   it before is gone
 * @article: an article; must outlive the extraction
 * @flags: what else is asked for
 *
 * Doubt about language is no error: it lowers confidence, or rejects with a
 * reason. Linear in the text. Needs no allocator from the second article on.
 *
 * Returns: (transfer none): all that the article says, in @scratch
 */
DatelineExtraction *
dateline_engine_extract_in (const DatelineEngine *self, DatelineScratch *scratch, const DatelineArticle *article, DatelineExtractFlags flags)
{
  DatelineAnalysis    analysis = { 0 };
  DatelineExtraction *extraction;

  dateline_scratch_reset (scratch);
  analyse (&analysis, self, article, scratch);
  extraction = dateline_extraction_new_in (scratch);
  extraction->anchor = analysis.anchor;
  extraction->anchor.reason = dateline_scratch_strdup (scratch, analysis.anchor.reason);
  extract_incidents (extraction, &analysis, flags);
  name_incidents (extraction, article, scratch);
  reject_temponyms (extraction, &analysis);
  if (extraction->rejected->len > 1)
    g_array_sort (extraction->rejected, compare_rejections);
  if (flags & DATELINE_EXTRACT_ENTITIES)
    extraction->entities = collect_entities (&analysis, self->tables);

  clear_analysis (&analysis);
  return extraction;
}

/**
 * dateline_engine_extract:
 * @self: the engine
 * @article: an article
 * @flags: what else is asked for
 *
 * As dateline_engine_extract_in(), for a single article.
 *
 * Returns: (transfer full): all that the article says
 */
DatelineExtraction *
dateline_engine_extract (const DatelineEngine *self, const DatelineArticle *article, DatelineExtractFlags flags)
{
  g_autoptr (DatelineScratch) scratch = dateline_scratch_new ();

  return dateline_extraction_copy (dateline_engine_extract_in (self, scratch, article, flags));
}
