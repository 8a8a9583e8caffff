/* dateline-store-load.c: incidents and articles out of the file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-store"

#include "config.h"

#include <string.h>

#include "dateline-store-reader.h"

static guint
find_id (const char *text, const char *const *ids, guint n_ids)
{
  for (guint i = 0; i < n_ids; i++)
    if (g_strcmp0 (text, ids[i]) == 0)
      return i;
  g_warning ("The project has the word “%s”, which this Dateline does not know", text);
  return 0;
}

DatelinePlaceRole
dateline_store_parse_place_role (const char *text)
{
  const char *ids[] = { dateline_place_role_get_id (DATELINE_PLACE_SITE),
                        dateline_place_role_get_id (DATELINE_PLACE_LAUNCH_ORIGIN) };

  return (DatelinePlaceRole) find_id (text, ids, G_N_ELEMENTS (ids));
}

DatelineActorRole
dateline_store_parse_actor_role (const char *text)
{
  const char *ids[] = { dateline_actor_role_get_id (DATELINE_ACTOR_INITIATOR),
                        dateline_actor_role_get_id (DATELINE_ACTOR_TARGET),
                        dateline_actor_role_get_id (DATELINE_ACTOR_PARTICIPANT) };

  return (DatelineActorRole) find_id (text, ids, G_N_ELEMENTS (ids));
}

DatelineActorStatus
dateline_store_parse_actor_status (const char *text)
{
  const char *ids[] = { dateline_actor_status_get_id (DATELINE_ACTOR_ASSERTED),
                        dateline_actor_status_get_id (DATELINE_ACTOR_CLAIMED),
                        dateline_actor_status_get_id (DATELINE_ACTOR_ALLEGED),
                        dateline_actor_status_get_id (DATELINE_ACTOR_DENIED) };

  return (DatelineActorStatus) find_id (text, ids, G_N_ELEMENTS (ids));
}

DatelineGrade
dateline_store_parse_grade (const char *text)
{
  const char *ids[] = { dateline_grade_get_id (DATELINE_GRADE_CONFIRMED), dateline_grade_get_id (DATELINE_GRADE_FAIR),
                        dateline_grade_get_id (DATELINE_GRADE_WEAK), dateline_grade_get_id (DATELINE_GRADE_CONTESTED) };

  return (DatelineGrade) find_id (text, ids, G_N_ELEMENTS (ids));
}

DatelineIncidentType
dateline_store_parse_type (const char *id)
{
  DatelineIncidentType type = DATELINE_INCIDENT_UNSPECIFIED_ATTACK;

  if (!dateline_incident_type_parse (id, &type))
    g_warning ("The project has the type “%s”, which this Dateline does not know", id);
  return type;
}

/* Calls @func with the first column of every row. */
gboolean
dateline_store_foreach_id (DatelineStore *self, sqlite3_stmt *statement, DatelineIncidentIdFunc func, gpointer user_data, GError **error)
{
  gboolean has_row = TRUE;

  while (has_row)
    {
      if (!dateline_store_step (self, statement, &has_row, error))
        return FALSE;
      if (has_row)
        func (sqlite3_column_int64 (statement, 0), user_data);
    }
  return TRUE;
}

static void
read_toll (Reader *reader, DatelineToll *toll)
{
  toll->low = read_int (reader);
  toll->best = read_int (reader);
  toll->high = read_int (reader);
}

static void
read_incident (Reader *reader, DatelineIncident *incident)
{
  incident->id = read_text (reader);
  incident->type = dateline_store_parse_type (peek_text (reader));
  incident->type_provenance = read_provenance (reader);
  incident->when.interval.start = read_seconds (reader);
  incident->when.interval.end = read_seconds (reader);
  incident->when.precision = (DatelineDatePrecision) read_int (reader);
  incident->when.offset_minutes = (gint16) read_int (reader);
  incident->when.timezone = g_intern_string (peek_text (reader));
  incident->when.assumed = read_int (reader);
  incident->when.provenance = read_provenance (reader);
  read_toll (reader, &incident->killed);
  read_toll (reader, &incident->injured);
  incident->n_strikes = read_int (reader);
  incident->n_strikes_provenance = read_provenance (reader);
  incident->background = read_int (reader);
  incident->confidence = read_double (reader);
  incident->grade = dateline_store_parse_grade (peek_text (reader));
  incident->type_confidence = read_double (reader);
  incident->when.confidence = read_double (reader);
  incident->killed.confidence = read_double (reader);
  incident->injured.confidence = read_double (reader);
}

static void
read_place (Reader *reader, DatelineIncident *incident)
{
  DatelinePlace place = { 0 };

  place.name = read_text (reader);
  place.id = read_text (reader);
  read_country (reader, place.country);
  place.adm1 = read_text (reader);
  place.point = read_point (reader);
  place.precision = (DatelineWherePrecision) read_int (reader);
  place.radius_km = read_double (reader);
  place.derived = read_int (reader);
  place.role = dateline_store_parse_place_role (peek_text (reader));
  place.confidence = read_double (reader);
  place.provenance = read_provenance (reader);
  g_array_append_val (incident->places, place);
}

static void
read_alternative (Reader *reader, DatelineIncident *incident)
{
  guint                    position = (guint) read_int (reader);
  DatelinePlaceAlternative alternative = { 0 };

  alternative.id = (char *) peek_text (reader);
  alternative.name = (char *) peek_text (reader);
  read_country (reader, alternative.country);
  alternative.adm1 = (char *) peek_text (reader);
  alternative.point = read_point (reader);
  alternative.score = read_double (reader);
  if (position < incident->places->len)
    dateline_place_add_alternative (&g_array_index (incident->places, DatelinePlace, position), &alternative);
}

static void
read_actor (Reader *reader, DatelineIncident *incident)
{
  DatelineActor actor = { 0 };

  actor.id = read_text (reader);
  actor.name = read_text (reader);
  actor.sponsor = read_text (reader);
  actor.role = dateline_store_parse_actor_role (peek_text (reader));
  actor.status = dateline_store_parse_actor_status (peek_text (reader));
  actor.confidence = read_double (reader);
  actor.provenance = read_provenance (reader);
  g_array_append_val (incident->actors, actor);
}

static void
read_thing (Reader *reader, DatelineIncident *incident)
{
  gboolean      is_target = g_strcmp0 (peek_text (reader), "target") == 0;
  DatelineThing thing = { 0 };

  thing.id = read_text (reader);
  thing.name = read_text (reader);
  thing.provenance = read_provenance (reader);
  g_array_append_val (is_target ? incident->targets : incident->weapons, thing);
}

static void
read_claim (Reader *reader, DatelineIncident *incident)
{
  gboolean    is_killed = g_strcmp0 (peek_text (reader), "killed") == 0;
  int         low = read_int (reader);
  int         high = read_int (reader);
  const char *source = peek_text (reader);

  dateline_toll_add_claim (is_killed ? &incident->killed : &incident->injured, low, high, source, read_provenance (reader));
}

static void
read_source (Reader *reader, DatelineIncident *incident)
{
  DatelineSource source = { 0 };

  source.name = read_text (reader);
  source.kind = read_text (reader);
  source.provenance = read_provenance (reader);
  g_array_append_val (incident->sources, source);
}

static void
read_evidence (Reader *reader, DatelineIncident *incident)
{
  DatelineProvenance provenance = read_provenance (reader);

  g_array_append_val (incident->evidence, provenance);
}

static void
read_rule (Reader *reader, DatelineIncident *incident)
{
  gboolean is_rule = g_strcmp0 (peek_text (reader), "rule") == 0;

  g_ptr_array_add (is_rule ? incident->rules : incident->explanations, read_text (reader));
}

/* The tables of an incident's parts; places before their alternatives. */
static const struct
{
  Statement statement;
  void (*read) (Reader *reader, DatelineIncident *incident);
} parts[] = {
  { STATEMENT_LOAD_PLACES, read_place },
  { STATEMENT_LOAD_ALTERNATIVES, read_alternative },
  { STATEMENT_LOAD_ACTORS, read_actor },
  { STATEMENT_LOAD_THINGS, read_thing },
  { STATEMENT_LOAD_CLAIMS, read_claim },
  { STATEMENT_LOAD_SOURCES, read_source },
  { STATEMENT_LOAD_EVIDENCE, read_evidence },
  { STATEMENT_LOAD_RULES, read_rule },
};

static gboolean
load_part (DatelineStore *self, guint part, gint64 id, DatelineIncident *incident, GError **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, parts[part].statement, error);
  gboolean                      has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  while (has_row)
    {
      Reader reader = { statement, 0 };

      if (!dateline_store_step (self, statement, &has_row, error))
        return FALSE;
      if (has_row)
        parts[part].read (&reader, incident);
    }
  return TRUE;
}

/* The one row with @id, before its first column. */
static gboolean
load_row (DatelineStore *self, sqlite3_stmt *statement, const char *what, gint64 id, GError **error)
{
  gboolean found;

  sqlite3_bind_int64 (statement, 1, id);
  if (!dateline_store_step (self, statement, &found, error))
    return FALSE;
  return found ? TRUE : dateline_store_set_unknown_id (self, what, id, error);
}

/**
 * dateline_store_load_engine_incident:
 * @self: a store
 * @id: an incident's row id
 * @error: return location for a #GError
 *
 * Errors: %DATELINE_STORE_ERROR_UNKNOWN_ID, %DATELINE_STORE_ERROR_DAMAGED
 *
 * Returns: (transfer full) (nullable): the incident as the engine found
 *   it; every provenance names its article's row id
 */
DatelineIncident *
dateline_store_load_engine_incident (DatelineStore *self, gint64 id, GError **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_LOAD_INCIDENT, error);
  g_autoptr (DatelineIncident)  incident = NULL;
  Reader                        reader = { statement, 0 };

  if (statement == NULL || !load_row (self, statement, "incident", id, error))
    return NULL;

  incident = dateline_incident_new (DATELINE_INCIDENT_UNSPECIFIED_ATTACK);
  read_incident (&reader, incident);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!load_part (self, i, id, incident, error))
      return NULL;

  return g_steal_pointer (&incident);
}

static void
apply_edit (DatelineStore *self, DatelineIncident *incident, const char *name, const char *value)
{
  DatelineEditField field;

  if (!dateline_store_edit_parse (name, &field) || !dateline_store_edit_from_text (incident, field, value))
    g_warning ("%s: an edit of the field “%s” cannot be read; the engine's value stands", self->name, name);
}

/**
 * dateline_store_load_incident:
 * @self: a store
 * @id: an incident's row id
 * @error: return location for a #GError
 *
 * Errors: as of dateline_store_load_engine_incident()
 *
 * Returns: (transfer full) (nullable): the incident with the analyst's
 *   values where there are any, else the engine's
 */
DatelineIncident *
dateline_store_load_incident (DatelineStore *self, gint64 id, GError **error)
{
  g_autoptr (DatelineIncident)  incident = dateline_store_load_engine_incident (self, id, error);
  g_autoptr (DatelineStatement) statement = incident != NULL ? dateline_store_prepare (self, STATEMENT_EDITS_OF, error) : NULL;
  gboolean                      has_row = TRUE;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  while (has_row)
    {
      if (!dateline_store_step (self, statement, &has_row, error))
        return NULL;
      if (has_row)
        apply_edit (self, incident, (const char *) sqlite3_column_text (statement, 1), (const char *) sqlite3_column_text (statement, 2));
    }
  return g_steal_pointer (&incident);
}

/**
 * dateline_store_foreach_report:
 * @self: a store
 * @article: an article's row id
 * @func: called for every incident that the engine found in @article, in
 *   the engine's order; may not use the store
 * @user_data: for @func
 * @error: return location for a #GError
 */
gboolean
dateline_store_foreach_report (DatelineStore         *self,
                               gint64                 article,
                               DatelineIncidentIdFunc func,
                               gpointer               user_data,
                               GError               **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_REPORTS, error);
  gboolean                      has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, article);
  while (has_row)
    {
      if (!dateline_store_step (self, statement, &has_row, error))
        return FALSE;
      if (has_row)
        func (sqlite3_column_int64 (statement, 0), user_data);
    }
  return TRUE;
}

static gboolean
load_anchor (DatelineStore *self, gint64 article, DatelineAnchor *anchor, GError **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_LOAD_ANCHOR, error);
  Reader                        reader = { statement, 0 };

  if (statement == NULL || !load_row (self, statement, "article", article, error))
    return FALSE;

  anchor->day = read_day (&reader);
  anchor->source = g_intern_string (peek_text (&reader));
  anchor->reason = read_text (&reader);
  anchor->span = read_span (&reader);
  return TRUE;
}

static gboolean
load_rejections (DatelineStore *self, gint64 article, GArray *rejected, GError **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_LOAD_REJECTIONS, error);
  gboolean                      has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, article);
  while (has_row)
    {
      DatelineRejection rejection;
      Reader            reader = { statement, 0 };

      if (!dateline_store_step (self, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      rejection.reason = g_intern_string (peek_text (&reader));
      rejection.span = read_span (&reader);
      g_array_append_val (rejected, rejection);
    }
  return TRUE;
}

static void
append_id (gint64 id, gpointer user_data)
{
  g_array_append_val ((GArray *) user_data, id);
}

/**
 * dateline_store_load_extraction:
 * @self: a store
 * @article: an article's row id
 * @error: return location for a #GError
 *
 * Errors: %DATELINE_STORE_ERROR_UNKNOWN_ID, %DATELINE_STORE_ERROR_DAMAGED
 *
 * Returns: (transfer full) (nullable): all that the engine found in the
 *   article: its anchor date, its incidents, and what was rejected
 */
DatelineExtraction *
dateline_store_load_extraction (DatelineStore *self, gint64 article, GError **error)
{
  g_autoptr (DatelineExtraction) extraction = dateline_extraction_new ();
  g_autoptr (GArray)             ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!load_anchor (self, article, &extraction->anchor, error) ||
      !load_rejections (self, article, extraction->rejected, error) ||
      !dateline_store_foreach_report (self, article, append_id, ids, error))
    return NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      DatelineIncident *incident = dateline_store_load_incident (self, g_array_index (ids, gint64, i), error);

      if (incident == NULL)
        return NULL;
      g_ptr_array_add (extraction->incidents, incident);
    }
  return g_steal_pointer (&extraction);
}

/**
 * dateline_store_load_article:
 * @self: a store
 * @id: an article's row id
 * @error: return location for a #GError
 *
 * Errors: %DATELINE_STORE_ERROR_UNKNOWN_ID, %DATELINE_STORE_ERROR_DAMAGED
 *
 * Returns: (transfer full) (nullable): the article
 */
DatelineArticle *
dateline_store_load_article (DatelineStore *self, gint64 id, GError **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_LOAD_ARTICLE, error);
  g_autoptr (DatelineArticle)   article = NULL;
  Reader                        reader = { statement, 0 };

  if (statement == NULL || !load_row (self, statement, "article", id, error))
    return NULL;

  article = g_new0 (DatelineArticle, 1);
  article->id = read_text (&reader);
  article->title = read_text (&reader);
  article->publisher = read_text (&reader);
  article->url = read_text (&reader);
  article->published = read_text (&reader);
  article->published_day = read_day (&reader);
  article->text = read_text (&reader);
  article->length = strlen (article->text);
  article->source_sha256 = read_text (&reader);

  return g_steal_pointer (&article);
}

/**
 * dateline_store_load_origin:
 * @self: a store
 * @article: an article's row id
 * @error: return location for a #GError
 *
 * Errors: %DATELINE_STORE_ERROR_UNKNOWN_ID, %DATELINE_STORE_ERROR_DAMAGED
 *
 * Returns: (transfer full) (nullable): from what it was read, and by what
 */
DatelineOrigin *
dateline_store_load_origin (DatelineStore *self, gint64 article, GError **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_LOAD_ORIGIN, error);
  DatelineOrigin               *origin;
  Reader                        reader = { statement, 0 };

  if (statement == NULL || !load_row (self, statement, "article", article, error))
    return NULL;

  origin = g_new0 (DatelineOrigin, 1);
  origin->source_sha256 = read_text (&reader);
  origin->sha256 = read_text (&reader);
  origin->engine = read_text (&reader);
  origin->engine_data = read_text (&reader);
  return origin;
}

void
dateline_origin_free (DatelineOrigin *self)
{
  if (self == NULL)
    return;

  g_free (self->sha256);
  g_free (self->source_sha256);
  g_free (self->engine);
  g_free (self->engine_data);
  g_free (self);
}
