/* dateline-json-writer.c: extractions as JSON, version 1 ("dateline/1")
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The keys, their order and which of them may be absent are the design's.
 */

#include "config.h"

#include "dateline-json-writer.h"

#include <string.h>

#include "dateline-json-output.h"

#define COORDINATE_DECIMALS 5 /* about a metre */
#define RADIUS_DECIMALS 2
#define CONFIDENCE_DECIMALS 3

struct _DatelineJsonSources
{
  GPtrArray          *articles;
  DatelineTextIndex **indices; /* of each article, made when first needed */
  gboolean            merged;
};

/**
 * dateline_json_sources_new:
 * @articles: (element-type DatelineArticle): must outlive the result
 * @merged: whether provenances count @articles from 0, and every span
 *   names its article; else all are about the first
 *
 * Returns: (transfer full): what incidents quote from
 */
DatelineJsonSources *
dateline_json_sources_new (GPtrArray *articles, gboolean merged)
{
  DatelineJsonSources *self = g_new0 (DatelineJsonSources, 1);

  self->articles = articles;
  self->indices = g_new0 (DatelineTextIndex *, MAX (articles->len, 1));
  self->merged = merged;

  return self;
}

void
dateline_json_sources_free (DatelineJsonSources *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->articles->len; i++)
    dateline_text_index_free (self->indices[i]);
  g_free (self->indices);
  g_free (self);
}

static guint
find_source (DatelineJsonSources *sources, gint64 article)
{
  return sources->merged && article >= 0 && article < sources->articles->len ? (guint) article : 0;
}

static void append_article (GString *out, const DatelineArticle *article, const DatelineAnchor *anchor);

static void
append_span (GString *out, DatelineJsonSources *sources, DatelineProvenance provenance)
{
  const DatelineArticle *article = g_ptr_array_index (sources->articles, find_source (sources, provenance.article));

  if (dateline_span_is_empty (provenance.span))
    return;
  if (sources->merged)
    dateline_json_append_string_member (out, "article", article->id);
  dateline_json_append_span_member (out, "span", provenance.span);
}

/* "byte", "char" and "text"; spans past the end, which would be a bug
 * of ours, are cut there. */
static void
append_excerpt (GString *out, const DatelineArticle *article, const DatelineTextIndex *text_index, DatelineSpan span)
{
  DatelineSpan cut = { (guint32) MIN (span.begin, article->length), (guint32) MIN (span.end, article->length) };

  dateline_json_append_key (out, "byte");
  dateline_json_append_span (out, cut);
  dateline_json_append_key (out, "char");
  dateline_json_append_span (out, (DatelineSpan){ dateline_text_index_get_char (text_index, cut.begin),
                                                  dateline_text_index_get_char (text_index, cut.end) });
  dateline_json_append_key (out, "text");
  dateline_json_append_string (out, article->text + cut.begin, cut.end > cut.begin ? cut.end - cut.begin : 0);
}

static const DatelineTextIndex *
get_index (DatelineJsonSources *sources, guint i)
{
  const DatelineArticle *article = g_ptr_array_index (sources->articles, i);

  if (sources->indices[i] == NULL)
    sources->indices[i] = dateline_text_index_new (article->text, article->length);
  return sources->indices[i];
}

static void
append_when (GString *out, const DatelineWhen *when, DatelineJsonSources *sources)
{
  if (!dateline_date_interval_is_set (when->interval))
    return;

  dateline_json_append_key (out, "time");
  dateline_json_append_literal (out, "{");
  dateline_json_append_key (out, "start");
  dateline_json_append_time (out, when->interval.start, when->offset_minutes);
  dateline_json_append_key (out, "end");
  dateline_json_append_time (out, when->interval.end, when->offset_minutes);
  if (when->precision != DATELINE_DATE_UNKNOWN)
    dateline_json_append_integer_member (out, "precision", when->precision);
  dateline_json_append_string_member (out, "timezone", when->timezone);
  if (when->assumed)
    dateline_json_append_boolean_member (out, "assumed", TRUE);
  if (when->confidence > 0)
    dateline_json_append_decimal_member (out, "confidence", when->confidence, CONFIDENCE_DECIMALS);
  append_span (out, sources, when->provenance);
  dateline_json_append_literal (out, "}");
}

static void
append_point (GString *out, DatelinePoint point)
{
  if (!dateline_point_is_set (point))
    return;

  dateline_json_append_decimal_member (out, "lat", point.lat, COORDINATE_DECIMALS);
  dateline_json_append_decimal_member (out, "lon", point.lon, COORDINATE_DECIMALS);
}

static void
append_alternatives (GString *out, const GArray *alternatives)
{
  if (alternatives == NULL || alternatives->len == 0)
    return;

  dateline_json_append_opening (out, "alternatives", "[");
  for (guint i = 0; i < alternatives->len; i++)
    {
      const DatelinePlaceAlternative *alternative = &g_array_index (alternatives, DatelinePlaceAlternative, i);

      dateline_json_begin_item (out);
      dateline_json_append_string_member (out, "name", alternative->name);
      dateline_json_append_string_member (out, "id", alternative->id);
      dateline_json_append_string_member (out, "country", alternative->country[0] != '\0' ? alternative->country : NULL);
      dateline_json_append_string_member (out, "adm1", alternative->adm1);
      append_point (out, alternative->point);
      dateline_json_append_decimal_member (out, "score", alternative->score, CONFIDENCE_DECIMALS);
      dateline_json_append_literal (out, "}");
    }
  dateline_json_append_literal (out, "]");
}

static void
append_places (GString *out, const GArray *places, DatelineJsonSources *sources)
{
  dateline_json_append_opening (out, "places", "[");
  for (guint i = 0; i < places->len; i++)
    {
      const DatelinePlace *place = &g_array_index (places, DatelinePlace, i);

      dateline_json_begin_item (out);
      dateline_json_append_string_member (out, "name", place->name);
      dateline_json_append_string_member (out, "id", place->id);
      dateline_json_append_string_member (out, "country", place->country[0] != '\0' ? place->country : NULL);
      dateline_json_append_string_member (out, "adm1", place->adm1);
      append_point (out, place->point);
      if (place->precision != DATELINE_WHERE_UNKNOWN)
        dateline_json_append_integer_member (out, "precision", place->precision);
      dateline_json_append_decimal_member (out, "radius_km", place->radius_km, RADIUS_DECIMALS);
      dateline_json_append_boolean_member (out, "derived", place->derived);
      dateline_json_append_string_member (out, "role", dateline_place_role_get_id (place->role));
      dateline_json_append_decimal_member (out, "confidence", place->confidence, CONFIDENCE_DECIMALS);
      append_span (out, sources, place->provenance);
      append_alternatives (out, place->alternatives);
      dateline_json_append_literal (out, "}");
    }
  dateline_json_append_literal (out, "]");
}

static void
append_actors (GString *out, const GArray *actors, DatelineJsonSources *sources)
{
  dateline_json_append_opening (out, "actors", "[");
  for (guint i = 0; i < actors->len; i++)
    {
      const DatelineActor *actor = &g_array_index (actors, DatelineActor, i);

      dateline_json_begin_item (out);
      dateline_json_append_string_member (out, "id", actor->id);
      dateline_json_append_string_member (out, "name", actor->name);
      dateline_json_append_string_member (out, "sponsor", actor->sponsor);
      dateline_json_append_string_member (out, "role", dateline_actor_role_get_id (actor->role));
      dateline_json_append_string_member (out, "status", dateline_actor_status_get_id (actor->status));
      dateline_json_append_decimal_member (out, "confidence", actor->confidence, CONFIDENCE_DECIMALS);
      append_span (out, sources, actor->provenance);
      dateline_json_append_literal (out, "}");
    }
  dateline_json_append_literal (out, "]");
}

static void
append_targets (GString *out, const GArray *targets, DatelineJsonSources *sources)
{
  dateline_json_append_opening (out, "targets", "[");
  for (guint i = 0; i < targets->len; i++)
    {
      const DatelineThing *target = &g_array_index (targets, DatelineThing, i);

      dateline_json_begin_item (out);
      dateline_json_append_string_member (out, "text", target->name);
      dateline_json_append_string_member (out, "class", target->id);
      append_span (out, sources, target->provenance);
      dateline_json_append_literal (out, "}");
    }
  dateline_json_append_literal (out, "]");
}

static void
append_weapons (GString *out, const GArray *weapons, DatelineJsonSources *sources)
{
  dateline_json_append_opening (out, "weapons", "[");
  for (guint i = 0; i < weapons->len; i++)
    {
      const DatelineThing *weapon = &g_array_index (weapons, DatelineThing, i);

      dateline_json_begin_item (out);
      dateline_json_append_string_member (out, "id", weapon->id);
      dateline_json_append_string_member (out, "name", weapon->name);
      append_span (out, sources, weapon->provenance);
      dateline_json_append_literal (out, "}");
    }
  dateline_json_append_literal (out, "]");
}

static void
append_claim (GString *out, const DatelineTollClaim *claim, DatelineJsonSources *sources)
{
  dateline_json_begin_item (out);
  if (claim->low >= 0 || claim->high >= 0)
    dateline_json_append_integer_member (out, "value", claim->low >= 0 ? claim->low : claim->high);
  if (claim->low >= 0 && claim->low != claim->high)
    dateline_json_append_integer_member (out, "low", claim->low);
  if (claim->high >= 0 && claim->low != claim->high)
    dateline_json_append_integer_member (out, "high", claim->high);
  dateline_json_append_string_member (out, "source", claim->source);
  append_span (out, sources, claim->provenance);
  dateline_json_append_literal (out, "}");
}

static gboolean
has_toll (const DatelineToll *toll)
{
  return toll->low >= 0 || toll->best >= 0 || toll->high >= 0 || (toll->claims != NULL && toll->claims->len > 0);
}

static void
append_toll (GString *out, const DatelineToll *toll, DatelineJsonSources *sources)
{
  dateline_json_append_literal (out, "{");
  if (toll->low >= 0)
    dateline_json_append_integer_member (out, "low", toll->low);
  if (toll->best >= 0)
    dateline_json_append_integer_member (out, "best", toll->best);
  if (toll->high >= 0)
    dateline_json_append_integer_member (out, "high", toll->high);
  if (toll->confidence > 0)
    dateline_json_append_decimal_member (out, "confidence", toll->confidence, CONFIDENCE_DECIMALS);
  dateline_json_append_opening (out, "claims", "[");
  for (guint i = 0; toll->claims != NULL && i < toll->claims->len; i++)
    append_claim (out, &g_array_index (toll->claims, DatelineTollClaim, i), sources);
  dateline_json_append_literal (out, "]}");
}

static void
append_tolls (GString *out, const DatelineIncident *incident, DatelineJsonSources *sources)
{
  if (has_toll (&incident->killed))
    {
      dateline_json_append_key (out, "killed");
      append_toll (out, &incident->killed, sources);
    }
  if (has_toll (&incident->injured))
    {
      dateline_json_append_key (out, "injured");
      append_toll (out, &incident->injured, sources);
    }
}

static const DatelineArticle *
get_source (DatelineJsonSources *sources, gint64 article)
{
  return g_ptr_array_index (sources->articles, find_source (sources, article));
}

static void
append_n_strikes (GString *out, const DatelineIncident *incident, DatelineJsonSources *sources)
{
  if (incident->n_strikes < 0)
    return;

  dateline_json_append_integer_member (out, "n_strikes", incident->n_strikes);
  if (sources->merged && !dateline_span_is_empty (incident->n_strikes_provenance.span))
    dateline_json_append_string_member (out, "n_strikes_article", get_source (sources, incident->n_strikes_provenance.article)->id);
  dateline_json_append_span_member (out, "n_strikes_span", incident->n_strikes_provenance.span);
}

static void
append_incident_sources (GString *out, const GArray *array, DatelineJsonSources *sources)
{
  dateline_json_append_opening (out, "sources", "[");
  for (guint i = 0; i < array->len; i++)
    {
      const DatelineSource *source = &g_array_index (array, DatelineSource, i);

      dateline_json_begin_item (out);
      dateline_json_append_string_member (out, "name", source->name);
      dateline_json_append_string_member (out, "kind", source->kind);
      append_span (out, sources, source->provenance);
      dateline_json_append_literal (out, "}");
    }
  dateline_json_append_literal (out, "]");
}

static void
append_evidence (GString *out, const GArray *evidence, DatelineJsonSources *sources)
{
  dateline_json_append_opening (out, "evidence", "[");
  for (guint i = 0; i < evidence->len; i++)
    {
      const DatelineProvenance *provenance = &g_array_index (evidence, DatelineProvenance, i);
      guint                     source = find_source (sources, provenance->article);
      const DatelineArticle    *article = g_ptr_array_index (sources->articles, source);

      dateline_json_begin_item (out);
      dateline_json_append_string_member (out, "article", article->id);
      if (!dateline_span_is_empty (provenance->span))
        append_excerpt (out, article, get_index (sources, source), provenance->span);
      dateline_json_append_literal (out, "}");
    }
  dateline_json_append_literal (out, "]");
}

static void
append_strings (GString *out, const GPtrArray *strings)
{
  dateline_json_append_literal (out, "[");
  for (guint i = 0; i < strings->len; i++)
    {
      const char *string = g_ptr_array_index (strings, i);

      if (i > 0)
        dateline_json_append_literal (out, ",");
      dateline_json_append_string (out, string, strlen (string));
    }
  dateline_json_append_literal (out, "]");
}

/* What an analyst said of it, if anything. */
static void
append_review (GString *out, const DatelineIncident *incident)
{
  if (incident->status != DATELINE_STATUS_UNREVIEWED)
    dateline_json_append_string_member (out, "status", dateline_status_get_id (incident->status));
  dateline_json_append_string_member (out, "note", incident->note);
  if (incident->tags == NULL || incident->tags[0] == NULL)
    return;

  dateline_json_append_opening (out, "tags", "[");
  for (char **tag = incident->tags; *tag != NULL; tag++)
    {
      if (tag > incident->tags)
        dateline_json_append_literal (out, ",");
      dateline_json_append_string (out, *tag, strlen (*tag));
    }
  dateline_json_append_literal (out, "]");
}

static void
append_text (GString *out, const char *text)
{
  dateline_json_append_bytes (out, text, strlen (text));
}

/**
 * dateline_json_writer_write_articles:
 * @out: to append to
 * @incident: an incident
 * @sources: what it quotes from
 *
 * Appends a list of the articles that it quotes.
 */
void
dateline_json_writer_write_articles (GString *out, const DatelineIncident *incident, DatelineJsonSources *sources)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  dateline_json_append_literal (out, "[");
  for (guint i = 0; i < MAX (incident->evidence->len, 1); i++)
    {
      gint64                 number = i < incident->evidence->len ? g_array_index (incident->evidence, DatelineProvenance, i).article : 0;
      const DatelineArticle *article = get_source (sources, number);

      if (!g_hash_table_add (seen, (gpointer) article))
        continue;
      if (g_hash_table_size (seen) > 1)
        dateline_json_append_literal (out, ",");
      append_article (out, article, NULL);
    }
  dateline_json_append_literal (out, "]");
}

/**
 * dateline_json_writer_write_incident:
 * @out: to append to
 * @incident: an incident
 * @sources: what it quotes from
 *
 * Appends the incident's object alone.
 */
void
dateline_json_writer_write_incident (GString *out, const DatelineIncident *incident, DatelineJsonSources *sources)
{
  dateline_json_append_literal (out, "{");
  dateline_json_append_string_member (out, "id", incident->id);
  dateline_json_append_string_member (out, "type", dateline_incident_type_get_id (incident->type));
  dateline_json_append_key (out, "acled");
  dateline_json_append_literal (out, "\"");
  append_text (out, dateline_incident_type_get_acled_event (incident->type));
  dateline_json_append_literal (out, ": ");
  append_text (out, dateline_incident_type_get_acled_sub_event (incident->type));
  dateline_json_append_literal (out, "\"");
  dateline_json_append_string_member (out, "plover", dateline_incident_type_get_plover (incident->type));
  if (!sources->merged)
    dateline_json_append_span_member (out, "type_span", incident->type_provenance.span);
  if (incident->type_confidence > 0)
    dateline_json_append_decimal_member (out, "type_confidence", incident->type_confidence, CONFIDENCE_DECIMALS);
  append_when (out, &incident->when, sources);
  append_places (out, incident->places, sources);
  append_actors (out, incident->actors, sources);
  append_targets (out, incident->targets, sources);
  append_weapons (out, incident->weapons, sources);
  append_tolls (out, incident, sources);
  append_n_strikes (out, incident, sources);
  append_incident_sources (out, incident->sources, sources);
  append_evidence (out, incident->evidence, sources);
  dateline_json_append_boolean_member (out, "background", incident->background);
  dateline_json_append_decimal_member (out, "confidence", incident->confidence, CONFIDENCE_DECIMALS);
  dateline_json_append_string_member (out, "grade", dateline_grade_get_id (incident->grade));
  append_review (out, incident);
  dateline_json_append_key (out, "rules");
  append_strings (out, incident->rules);
  if (incident->explanations->len > 0)
    {
      dateline_json_append_key (out, "explain");
      append_strings (out, incident->explanations);
    }
  dateline_json_append_literal (out, "}");
}

static void
append_incidents (GString *out, const GPtrArray *incidents, DatelineJsonSources *sources)
{
  dateline_json_append_opening (out, "incidents", "[");
  for (guint i = 0; i < incidents->len; i++)
    {
      if (i > 0)
        dateline_json_append_literal (out, ",");
      dateline_json_writer_write_incident (out, g_ptr_array_index (incidents, i), sources);
    }
  dateline_json_append_literal (out, "]");
}

static void
append_anchor (GString *out, const DatelineAnchor *anchor)
{
  dateline_json_append_opening (out, "anchor", "{");
  if (anchor->day != DATELINE_DAY_NONE)
    {
      char day[DATELINE_ISO8601_SIZE];

      dateline_day_write (day, anchor->day);
      dateline_json_append_string_member (out, "date", day);
    }
  dateline_json_append_string_member (out, "source", anchor->source);
  dateline_json_append_string_member (out, "reason", anchor->reason);
  dateline_json_append_span_member (out, "span", anchor->span);
  dateline_json_append_literal (out, "}");
}

static void
append_article (GString *out, const DatelineArticle *article, const DatelineAnchor *anchor)
{
  char sha256[DATELINE_SHA256_SIZE];

  dateline_article_write_sha256 (article, sha256);
  dateline_json_append_literal (out, "{");
  dateline_json_append_string_member (out, "id", article->id);
  dateline_json_append_string_member (out, "title", article->title);
  dateline_json_append_string_member (out, "publisher", article->publisher);
  dateline_json_append_string_member (out, "url", article->url);
  dateline_json_append_string_member (out, "published", article->published);
  if (anchor != NULL)
    append_anchor (out, anchor);
  dateline_json_append_string_member (out, "copy_of", article->copy_of);
  dateline_json_append_string_member (out, "text_sha256", sha256);
  dateline_json_append_literal (out, "}");
}

static void
append_rejected (GString *out, const GArray *rejected, DatelineJsonSources *sources)
{
  const DatelineArticle *article = g_ptr_array_index (sources->articles, 0);

  dateline_json_append_opening (out, "rejected", "[");
  for (guint i = 0; i < rejected->len; i++)
    {
      const DatelineRejection *rejection = &g_array_index (rejected, DatelineRejection, i);
      gsize                    begin = MIN (rejection->span.begin, article->length);
      gsize                    end = CLAMP (rejection->span.end, begin, article->length);

      dateline_json_begin_item (out);
      dateline_json_append_string_member (out, "reason", rejection->reason);
      dateline_json_append_key (out, "span");
      dateline_json_append_span (out, rejection->span);
      dateline_json_append_key (out, "text");
      dateline_json_append_string (out, article->text + begin, end - begin);
      dateline_json_append_literal (out, "}");
    }
  dateline_json_append_literal (out, "]");
}

static void
append_entities (GString *out, const GArray *entities, DatelineJsonSources *sources)
{
  if (entities == NULL)
    return;

  dateline_json_append_opening (out, "entities", "[");
  for (guint i = 0; i < entities->len; i++)
    {
      const DatelineEntity *entity = &g_array_index (entities, DatelineEntity, i);

      dateline_json_begin_item (out);
      dateline_json_append_string_member (out, "kind", entity->kind);
      append_excerpt (out, g_ptr_array_index (sources->articles, 0), get_index (sources, 0), entity->span);
      append_point (out, entity->point);
      dateline_json_append_literal (out, "}");
    }
  dateline_json_append_literal (out, "]");
}

static void
append_head (GString *out, const char *data_version)
{
  dateline_json_append_literal (out, "{\"schema\":\"dateline/1\",\"engine\":{");
  dateline_json_append_string_member (out, "version", DATELINE_VERSION);
  dateline_json_append_string_member (out, "data", data_version);
  dateline_json_append_literal (out, "}");
}

/**
 * dateline_json_writer_write:
 * @out: to append to
 * @article: an article
 * @extraction: what it says
 * @data_version: (nullable): the version of the engine's data
 *
 * Appends one object on one line, without a line end.
 */
void
dateline_json_writer_write (GString *out, const DatelineArticle *article, const DatelineExtraction *extraction, const char *data_version)
{
  g_autoptr (GPtrArray)           articles = g_ptr_array_new ();
  g_autoptr (DatelineJsonSources) sources = NULL;

  g_ptr_array_add (articles, (gpointer) article);
  sources = dateline_json_sources_new (articles, FALSE);
  append_head (out, data_version);
  dateline_json_append_key (out, "article");
  append_article (out, article, &extraction->anchor);
  append_incidents (out, extraction->incidents, sources);
  append_rejected (out, extraction->rejected, sources);
  append_entities (out, extraction->entities, sources);
  dateline_json_append_literal (out, "}");
}

/**
 * dateline_json_writer_begin_merged:
 * @out: to append to
 * @articles: (element-type DatelineArticle): all that was read
 * @data_version: (nullable): the version of the engine's data
 *
 * Appends one object on one line, up to its first incident: "articles" in
 * place of "article", then the incidents of all, and beside every span the
 * id of its article.
 */
void
dateline_json_writer_begin_merged (GString *out, GPtrArray *articles, const char *data_version)
{
  append_head (out, data_version);
  dateline_json_append_opening (out, "articles", "[");
  for (guint i = 0; i < articles->len; i++)
    {
      if (i > 0)
        dateline_json_append_literal (out, ",");
      append_article (out, g_ptr_array_index (articles, i), NULL);
    }
  dateline_json_append_literal (out, "]");
  dateline_json_append_opening (out, "incidents", "[");
}
