/* dateline-store-load.c: incidents and articles out of the file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-store"

#include "config.h"

#include <string.h>

#include "dateline-store-private.h"

/* A row and the number of its next column. */
typedef struct
{
  sqlite3_stmt *statement;
  int           next;
} Reader;

static gint64
read_int64 (Reader *reader)
{
  return sqlite3_column_int64 (reader->statement, reader->next++);
}

static int
read_int (Reader *reader)
{
  return sqlite3_column_int (reader->statement, reader->next++);
}

static double
read_double (Reader *reader)
{
  return sqlite3_column_double (reader->statement, reader->next++);
}

static const char *
peek_text (Reader *reader)
{
  return (const char *) sqlite3_column_text (reader->statement, reader->next++);
}

static char *
read_text (Reader *reader)
{
  return g_strdup (peek_text (reader));
}

static gboolean
is_null (Reader *reader)
{
  return sqlite3_column_type (reader->statement, reader->next) == SQLITE_NULL;
}

static gint64
read_seconds (Reader *reader)
{
  if (!is_null (reader))
    return read_int64 (reader);
  reader->next++;
  return G_MININT64;
}

static DatelineDay
read_day (Reader *reader)
{
  if (!is_null (reader))
    return read_int (reader);
  reader->next++;
  return DATELINE_DAY_NONE;
}

static double
read_degrees (Reader *reader)
{
  if (!is_null (reader))
    return read_double (reader);
  reader->next++;
  return dateline_point_none ().lat;
}

static DatelinePoint
read_point (Reader *reader)
{
  double lat = read_degrees (reader);
  double lon = read_degrees (reader);

  return (DatelinePoint){ lat, lon };
}

static DatelineSpan
read_span (Reader *reader)
{
  guint32 begin = (guint32) read_int64 (reader);
  guint32 end = (guint32) read_int64 (reader);

  return (DatelineSpan){ begin, end };
}

static DatelineProvenance
read_provenance (Reader *reader)
{
  gint64 article = read_int64 (reader);

  return (DatelineProvenance){ article, read_span (reader) };
}

static void
read_country (Reader *reader, char country[3])
{
  const char *text = peek_text (reader);

  g_strlcpy (country, text != NULL ? text : "", 3);
}

static guint
find_id (const char *text, const char *const *ids, guint n_ids)
{
  for (guint i = 0; i < n_ids; i++)
    if (g_strcmp0 (text, ids[i]) == 0)
      return i;
  g_warning ("The project has the word “%s”, which this Dateline does not know", text);
  return 0;
}

static DatelinePlaceRole
read_place_role (Reader *reader)
{
  const char *ids[] = { dateline_place_role_get_id (DATELINE_PLACE_SITE),
                        dateline_place_role_get_id (DATELINE_PLACE_LAUNCH_ORIGIN) };

  return (DatelinePlaceRole) find_id (peek_text (reader), ids, G_N_ELEMENTS (ids));
}

static DatelineActorRole
read_actor_role (Reader *reader)
{
  const char *ids[] = { dateline_actor_role_get_id (DATELINE_ACTOR_INITIATOR),
                        dateline_actor_role_get_id (DATELINE_ACTOR_TARGET),
                        dateline_actor_role_get_id (DATELINE_ACTOR_PARTICIPANT) };

  return (DatelineActorRole) find_id (peek_text (reader), ids, G_N_ELEMENTS (ids));
}

static DatelineActorStatus
read_actor_status (Reader *reader)
{
  const char *ids[] = { dateline_actor_status_get_id (DATELINE_ACTOR_ASSERTED),
                        dateline_actor_status_get_id (DATELINE_ACTOR_CLAIMED),
                        dateline_actor_status_get_id (DATELINE_ACTOR_ALLEGED),
                        dateline_actor_status_get_id (DATELINE_ACTOR_DENIED) };

  return (DatelineActorStatus) find_id (peek_text (reader), ids, G_N_ELEMENTS (ids));
}

static DatelineGrade
read_grade (Reader *reader)
{
  const char *ids[] = { dateline_grade_get_id (DATELINE_GRADE_CONFIRMED), dateline_grade_get_id (DATELINE_GRADE_FAIR),
                        dateline_grade_get_id (DATELINE_GRADE_WEAK), dateline_grade_get_id (DATELINE_GRADE_CONTESTED) };

  return (DatelineGrade) find_id (peek_text (reader), ids, G_N_ELEMENTS (ids));
}

static DatelineIncidentType
read_type (Reader *reader)
{
  const char          *id = peek_text (reader);
  DatelineIncidentType type = DATELINE_INCIDENT_UNSPECIFIED_ATTACK;

  if (!dateline_incident_type_parse (id, &type))
    g_warning ("The project has the type “%s”, which this Dateline does not know", id);
  return type;
}

static void
read_summary (Reader *reader, DatelineIncidentSummary *summary)
{
  summary->id = read_int64 (reader);
  summary->type = read_type (reader);
  summary->interval.start = read_seconds (reader);
  summary->interval.end = read_seconds (reader);
  summary->date_precision = (DatelineDatePrecision) read_int (reader);
  summary->background = read_int (reader);
  summary->status = read_int (reader);
  summary->n_reports = (guint) read_int64 (reader);
  summary->killed = read_int (reader);
  summary->confidence = read_double (reader);
}

static void
read_site (Reader *reader, DatelineIncidentSummary *summary)
{
  summary->point = read_point (reader);
  summary->where_precision = (DatelineWherePrecision) read_int (reader);
  summary->radius_km = read_double (reader);
  read_country (reader, summary->country);
}

static void
clear_site (DatelineIncidentSummary *summary)
{
  summary->point = dateline_point_none ();
  summary->where_precision = DATELINE_WHERE_UNKNOWN;
  summary->radius_km = 0;
  summary->country[0] = '\0';
}

/* Moves @sites to the first site of incident @id or behind; sites and
 * incidents both come by id, so that each is read once. */
static gboolean
find_site (DatelineStore *self, sqlite3_stmt *sites, gint64 id, gboolean *has_site, GError **error)
{
  while (*has_site && sqlite3_column_int64 (sites, 0) < id)
    if (!dateline_store_step (self, sites, has_site, error))
      return FALSE;
  return TRUE;
}

/**
 * dateline_store_foreach_summary:
 * @self: a store
 * @func: called once an incident, by id; may not use the store
 * @user_data: for @func
 * @error: return location for a #GError
 *
 * Returns: %FALSE on failure, when @func may have seen some
 */
gboolean
dateline_store_foreach_summary (DatelineStore              *self,
                                DatelineIncidentSummaryFunc func,
                                gpointer                    user_data,
                                GError                    **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_SUMMARIES, error);
  g_autoptr (DatelineStatement) sites = statement != NULL ? dateline_store_prepare (self, STATEMENT_SITES, error) : NULL;
  gboolean                      has_row, has_site;

  if (sites == NULL || !dateline_store_step (self, statement, &has_row, error) ||
      !dateline_store_step (self, sites, &has_site, error))
    return FALSE;

  while (has_row)
    {
      DatelineIncidentSummary summary;
      Reader                  reader = { statement, 0 };
      Reader                  site_reader = { sites, 1 };

      read_summary (&reader, &summary);
      if (!find_site (self, sites, summary.id, &has_site, error))
        return FALSE;
      if (has_site && sqlite3_column_int64 (sites, 0) == summary.id)
        read_site (&site_reader, &summary);
      else
        clear_site (&summary);
      func (&summary, user_data);
      if (!dateline_store_step (self, statement, &has_row, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * dateline_store_foreach_further_site:
 * @self: a store
 * @func: called for every site of an incident but its first, by id and
 *   position; may not use the store
 * @user_data: for @func
 * @error: return location for a #GError
 */
gboolean
dateline_store_foreach_further_site (DatelineStore          *self,
                                     DatelineFurtherSiteFunc func,
                                     gpointer                user_data,
                                     GError                **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_FURTHER_SITES, error);
  gboolean                      has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (has_row)
    {
      DatelineFurtherSite site;
      Reader              reader = { statement, 0 };

      if (!dateline_store_step (self, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      site.incident = read_int64 (&reader);
      site.point = read_point (&reader);
      site.where_precision = (DatelineWherePrecision) read_int (&reader);
      site.radius_km = read_double (&reader);
      func (&site, user_data);
    }
  return TRUE;
}

/* "100%" as a pattern of LIKE that finds it anywhere. */
static char *
make_pattern (const char *word)
{
  GString *pattern = g_string_new ("%");

  for (const char *p = word; *p != '\0'; p++)
    {
      if (*p == '%' || *p == '_' || *p == '\\')
        g_string_append_c (pattern, '\\');
      g_string_append_c (pattern, *p);
    }
  g_string_append_c (pattern, '%');

  return g_string_free (pattern, FALSE);
}

/**
 * dateline_store_foreach_match:
 * @self: a store
 * @word: what to look for, UTF-8; small and capital letters of ASCII are
 *   the same
 * @func: called once for every incident with @word in the name of a
 *   place, its governorate, an actor, a target or a weapon, or in its
 *   article's title; may not use the store
 * @user_data: for @func
 * @error: return location for a #GError
 */
gboolean
dateline_store_foreach_match (DatelineStore         *self,
                              const char            *word,
                              DatelineIncidentIdFunc func,
                              gpointer               user_data,
                              GError               **error)
{
  g_autofree char              *pattern = make_pattern (word);
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_MATCHES, error);
  gboolean                      has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, pattern, -1, SQLITE_STATIC);
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
  incident->type = read_type (reader);
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
  incident->grade = read_grade (reader);
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
  place.role = read_place_role (reader);
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
  actor.role = read_actor_role (reader);
  actor.status = read_actor_status (reader);
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
 * dateline_store_load_incident:
 * @self: a store
 * @id: an incident's row id
 * @error: return location for a #GError
 *
 * Errors: %DATELINE_STORE_ERROR_UNKNOWN_ID, %DATELINE_STORE_ERROR_DAMAGED
 *
 * Returns: (transfer full) (nullable): the incident; every provenance
 *   names its article's row id
 */
DatelineIncident *
dateline_store_load_incident (DatelineStore *self, gint64 id, GError **error)
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

  return g_steal_pointer (&article);
}
