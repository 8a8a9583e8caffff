/* dateline-store-save.c: an article and what was found in it, into the file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-store-private.h"

/* A statement and the number of its next parameter. */
typedef struct
{
  sqlite3_stmt *statement;
  int           next;
} Binder;

static void
bind_int (Binder *binder, gint64 value)
{
  sqlite3_bind_int64 (binder->statement, binder->next++, value);
}

static void
bind_double (Binder *binder, double value)
{
  sqlite3_bind_double (binder->statement, binder->next++, value);
}

/* The caller keeps @text until the statement is reset. */
static void
bind_text (Binder *binder, const char *text)
{
  if (text != NULL)
    sqlite3_bind_text (binder->statement, binder->next++, text, -1, SQLITE_STATIC);
  else
    sqlite3_bind_null (binder->statement, binder->next++);
}

static void
bind_day (Binder *binder, DatelineDay day)
{
  if (day != DATELINE_DAY_NONE)
    bind_int (binder, day);
  else
    sqlite3_bind_null (binder->statement, binder->next++);
}

static void
bind_seconds (Binder *binder, gint64 seconds)
{
  if (seconds != G_MININT64)
    bind_int (binder, seconds);
  else
    sqlite3_bind_null (binder->statement, binder->next++);
}

/* 0 is no row. */
static void
bind_id (Binder *binder, gint64 id)
{
  if (id != 0)
    bind_int (binder, id);
  else
    sqlite3_bind_null (binder->statement, binder->next++);
}

static void
bind_span (Binder *binder, DatelineSpan span)
{
  bind_int (binder, span.begin);
  bind_int (binder, span.end);
}

/* The values of a report are of its own @article; those of a whole, for
 * which it is 0, name theirs. */
static void
bind_provenance (Binder *binder, gint64 article, DatelineProvenance provenance)
{
  bind_id (binder, article != 0 ? article : provenance.article);
  bind_span (binder, provenance.span);
}

/* SQLite keeps NAN, which stands for no point, as NULL. */
static void
bind_point (Binder *binder, DatelinePoint point)
{
  bind_double (binder, point.lat);
  bind_double (binder, point.lon);
}

static gboolean
add_places (DatelineStore *self, gint64 article, gint64 id, const DatelineIncident *incident, GError **error)
{
  for (guint i = 0; i < incident->places->len; i++)
    {
      g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_ADD_PLACE, error);
      const DatelinePlace          *place = &g_array_index (incident->places, DatelinePlace, i);
      Binder                        binder = { statement, 1 };

      if (statement == NULL)
        return FALSE;
      bind_int (&binder, id);
      bind_int (&binder, i);
      bind_text (&binder, place->name);
      bind_text (&binder, place->id);
      bind_text (&binder, place->country);
      bind_text (&binder, place->adm1);
      bind_point (&binder, place->point);
      bind_int (&binder, place->precision);
      bind_double (&binder, place->radius_km);
      bind_int (&binder, place->derived);
      bind_text (&binder, dateline_place_role_get_id (place->role));
      bind_double (&binder, place->confidence);
      bind_provenance (&binder, article, place->provenance);
      if (!dateline_store_step (self, statement, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_alternatives (DatelineStore *self, gint64 id, guint position, const DatelinePlace *place, GError **error)
{
  for (guint i = 0; place->alternatives != NULL && i < place->alternatives->len; i++)
    {
      g_autoptr (DatelineStatement)   statement = dateline_store_prepare (self, STATEMENT_ADD_ALTERNATIVE, error);
      const DatelinePlaceAlternative *alternative =
        &g_array_index (place->alternatives, DatelinePlaceAlternative, i);
      Binder binder = { statement, 1 };

      if (statement == NULL)
        return FALSE;
      bind_int (&binder, id);
      bind_int (&binder, position);
      bind_int (&binder, i);
      bind_text (&binder, alternative->id);
      bind_text (&binder, alternative->name);
      bind_text (&binder, alternative->country);
      bind_text (&binder, alternative->adm1);
      bind_point (&binder, alternative->point);
      bind_double (&binder, alternative->score);
      if (!dateline_store_step (self, statement, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_actors (DatelineStore *self, gint64 article, gint64 id, const DatelineIncident *incident, GError **error)
{
  for (guint i = 0; i < incident->actors->len; i++)
    {
      g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_ADD_ACTOR, error);
      const DatelineActor          *actor = &g_array_index (incident->actors, DatelineActor, i);
      Binder                        binder = { statement, 1 };

      if (statement == NULL)
        return FALSE;
      bind_int (&binder, id);
      bind_int (&binder, i);
      bind_text (&binder, actor->id);
      bind_text (&binder, actor->name);
      bind_text (&binder, actor->sponsor);
      bind_text (&binder, dateline_actor_role_get_id (actor->role));
      bind_text (&binder, dateline_actor_status_get_id (actor->status));
      bind_double (&binder, actor->confidence);
      bind_provenance (&binder, article, actor->provenance);
      if (!dateline_store_step (self, statement, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_things (DatelineStore *self, gint64 article, gint64 id, const char *kind, GArray *things, GError **error)
{
  for (guint i = 0; i < things->len; i++)
    {
      g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_ADD_THING, error);
      const DatelineThing          *thing = &g_array_index (things, DatelineThing, i);
      Binder                        binder = { statement, 1 };

      if (statement == NULL)
        return FALSE;
      bind_int (&binder, id);
      bind_text (&binder, kind);
      bind_int (&binder, i);
      bind_text (&binder, thing->id);
      bind_text (&binder, thing->name);
      bind_provenance (&binder, article, thing->provenance);
      if (!dateline_store_step (self, statement, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_claims (DatelineStore *self, gint64 article, gint64 id, const char *kind, GArray *claims, GError **error)
{
  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_ADD_CLAIM, error);
      const DatelineTollClaim      *claim = &g_array_index (claims, DatelineTollClaim, i);
      Binder                        binder = { statement, 1 };

      if (statement == NULL)
        return FALSE;
      bind_int (&binder, id);
      bind_text (&binder, kind);
      bind_int (&binder, i);
      bind_int (&binder, claim->low);
      bind_int (&binder, claim->high);
      bind_text (&binder, claim->source);
      bind_provenance (&binder, article, claim->provenance);
      if (!dateline_store_step (self, statement, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_sources (DatelineStore *self, gint64 article, gint64 id, const DatelineIncident *incident, GError **error)
{
  for (guint i = 0; i < incident->sources->len; i++)
    {
      g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_ADD_SOURCE, error);
      const DatelineSource         *source = &g_array_index (incident->sources, DatelineSource, i);
      Binder                        binder = { statement, 1 };

      if (statement == NULL)
        return FALSE;
      bind_int (&binder, id);
      bind_int (&binder, i);
      bind_text (&binder, source->name);
      bind_text (&binder, source->kind);
      bind_provenance (&binder, article, source->provenance);
      if (!dateline_store_step (self, statement, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_evidence (DatelineStore *self, gint64 article, gint64 id, const DatelineIncident *incident, GError **error)
{
  for (guint i = 0; i < incident->evidence->len; i++)
    {
      g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_ADD_EVIDENCE, error);
      Binder                        binder = { statement, 1 };

      if (statement == NULL)
        return FALSE;
      bind_int (&binder, id);
      bind_int (&binder, i);
      bind_provenance (&binder, article, g_array_index (incident->evidence, DatelineProvenance, i));
      if (!dateline_store_step (self, statement, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_rules (DatelineStore *self, gint64 id, const char *kind, GPtrArray *texts, GError **error)
{
  for (guint i = 0; i < texts->len; i++)
    {
      g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_ADD_RULE, error);
      Binder                        binder = { statement, 1 };

      if (statement == NULL)
        return FALSE;
      bind_int (&binder, id);
      bind_text (&binder, kind);
      bind_int (&binder, i);
      bind_text (&binder, g_ptr_array_index (texts, i));
      if (!dateline_store_step (self, statement, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static void
bind_incident (Binder *binder, gint64 article, const DatelineIncident *incident)
{
  bind_text (binder, incident->id);
  bind_text (binder, dateline_incident_type_get_id (incident->type));
  bind_provenance (binder, article, incident->type_provenance);
  bind_seconds (binder, incident->when.interval.start);
  bind_seconds (binder, incident->when.interval.end);
  bind_int (binder, incident->when.precision);
  bind_int (binder, incident->when.offset_minutes);
  bind_text (binder, incident->when.timezone);
  bind_int (binder, incident->when.assumed);
  bind_provenance (binder, article, incident->when.provenance);
  bind_int (binder, incident->killed.low);
  bind_int (binder, incident->killed.best);
  bind_int (binder, incident->killed.high);
  bind_int (binder, incident->injured.low);
  bind_int (binder, incident->injured.best);
  bind_int (binder, incident->injured.high);
  bind_int (binder, incident->n_strikes);
  bind_provenance (binder, article, incident->n_strikes_provenance);
  bind_int (binder, incident->background);
  bind_double (binder, incident->confidence);
  bind_text (binder, dateline_grade_get_id (incident->grade));
  bind_double (binder, incident->type_confidence);
  bind_double (binder, incident->when.confidence);
  bind_double (binder, incident->killed.confidence);
  bind_double (binder, incident->injured.confidence);
}

static gboolean
add_row (DatelineStore *self, gint64 article, guint ordinal, const DatelineIncident *incident, gint64 *id, GError **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_ADD_INCIDENT, error);
  Binder                        binder = { statement, 1 };

  if (statement == NULL)
    return FALSE;
  bind_id (&binder, article);
  if (article != 0)
    bind_int (&binder, ordinal);
  else
    binder.next++;
  bind_incident (&binder, article, incident);
  if (!dateline_store_step (self, statement, NULL, error))
    return FALSE;

  *id = sqlite3_last_insert_rowid (self->database);
  return TRUE;
}

/* What an analyst said of it in the project that it was exported from. */
static gboolean
add_review (DatelineStore *self, gint64 id, const DatelineIncident *incident, GError **error)
{
  if (incident->status != DATELINE_STATUS_UNREVIEWED && !dateline_store_set_status (self, id, incident->status, error))
    return FALSE;
  if (incident->note != NULL && !dateline_store_set_note (self, id, incident->note, error))
    return FALSE;
  for (char **tag = incident->tags; tag != NULL && *tag != NULL; tag++)
    if (**tag != '\0' && !dateline_store_add_tag (self, id, *tag, error))
      return FALSE;
  return TRUE;
}

/* Adds @incident with all its values: a report of @article, or a whole
 * when that is 0. */
gboolean
dateline_store_add_incident (DatelineStore *self, gint64 article, guint ordinal, const DatelineIncident *incident, gint64 *id, GError **error)
{
  if (!add_row (self, article, ordinal, incident, id, error) ||
      !add_places (self, article, *id, incident, error) ||
      !add_actors (self, article, *id, incident, error) ||
      !add_things (self, article, *id, "target", incident->targets, error) ||
      !add_things (self, article, *id, "weapon", incident->weapons, error) ||
      !add_claims (self, article, *id, "killed", incident->killed.claims, error) ||
      !add_claims (self, article, *id, "injured", incident->injured.claims, error) ||
      !add_sources (self, article, *id, incident, error) ||
      !add_evidence (self, article, *id, incident, error) ||
      !add_rules (self, *id, "rule", incident->rules, error) ||
      !add_rules (self, *id, "explanation", incident->explanations, error) ||
      !add_review (self, *id, incident, error))
    return FALSE;

  for (guint i = 0; i < incident->places->len; i++)
    if (!add_alternatives (self, *id, i, &g_array_index (incident->places, DatelinePlace, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
add_rejections (DatelineStore *self, gint64 article, GArray *rejected, GError **error)
{
  for (guint i = 0; i < rejected->len; i++)
    {
      g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_ADD_REJECTION, error);
      const DatelineRejection      *rejection = &g_array_index (rejected, DatelineRejection, i);
      Binder                        binder = { statement, 1 };

      if (statement == NULL)
        return FALSE;
      bind_int (&binder, article);
      bind_int (&binder, i);
      bind_text (&binder, rejection->reason);
      bind_span (&binder, rejection->span);
      if (!dateline_store_step (self, statement, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* What an article's copies are known by, and what it is a copy of. */
typedef struct
{
  GBytes *sketch; /* NULL for none */
  gint64  of;     /* 0 for none */
} Copy;

static void
bind_copy (Binder *binder, Copy copy)
{
  gsize       length = 0;
  const void *bytes = copy.sketch != NULL ? g_bytes_get_data (copy.sketch, &length) : NULL;

  if (copy.sketch != NULL)
    sqlite3_bind_blob (binder->statement, binder->next++, length > 0 ? bytes : "", (int) length, SQLITE_STATIC);
  else
    sqlite3_bind_null (binder->statement, binder->next++);
  bind_id (binder, copy.of);
}

/* Adds the article unless its text is there already. */
static gboolean
add_article (DatelineStore         *self,
             const DatelineArticle *article,
             const DatelineAnchor  *anchor,
             Copy                   copy,
             const char            *sha256,
             gboolean              *added,
             GError               **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_ADD_ARTICLE, error);
  Binder                        binder = { statement, 1 };

  if (statement == NULL)
    return FALSE;
  bind_text (&binder, article->id);
  bind_text (&binder, article->title);
  bind_text (&binder, article->publisher);
  bind_text (&binder, article->url);
  bind_text (&binder, article->published);
  bind_day (&binder, article->published_day);
  bind_text (&binder, article->text);
  bind_text (&binder, sha256);
  bind_text (&binder, article->source_sha256);
  bind_day (&binder, anchor->day);
  bind_text (&binder, anchor->source);
  bind_text (&binder, anchor->reason);
  bind_span (&binder, anchor->span);
  bind_id (&binder, self->engine);
  bind_copy (&binder, copy);
  if (!dateline_store_step (self, statement, NULL, error))
    return FALSE;

  *added = sqlite3_changes (self->database) > 0;
  return TRUE;
}

/**
 * dateline_store_set_engine:
 * @self: a store
 * @version: of the engine whose results are added from now on
 * @data: SHA-256 of what it knows
 * @error: return location for a #GError
 */
gboolean
dateline_store_set_engine (DatelineStore *self, const char *version, const char *data, GError **error)
{
  g_autoptr (DatelineStatement) adding = dateline_store_prepare (self, STATEMENT_ADD_ENGINE, error);
  g_autoptr (DatelineStatement) finding = adding != NULL ? dateline_store_prepare (self, STATEMENT_FIND_ENGINE, error) : NULL;
  Binder                        binder = { adding, 1 };

  if (finding == NULL)
    return FALSE;
  bind_text (&binder, version);
  bind_text (&binder, data);
  binder = (Binder){ finding, 1 };
  bind_text (&binder, version);
  bind_text (&binder, data);
  if (!dateline_store_step (self, adding, NULL, error) || !dateline_store_step (self, finding, NULL, error))
    return FALSE;

  self->engine = sqlite3_column_int64 (finding, 0);
  return TRUE;
}

static gboolean
find_article (DatelineStore *self, const char *sha256, gint64 *id, GError **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_FIND_ARTICLE, error);
  Binder                        binder = { statement, 1 };
  gboolean                      found;

  if (statement == NULL)
    return FALSE;
  bind_text (&binder, sha256);
  if (!dateline_store_step (self, statement, &found, error))
    return FALSE;

  if (found)
    *id = sqlite3_column_int64 (statement, 0);
  return found;
}

/* Until the next merge the project has reports that stand alone without
 * anyone having said so. Undone steps are forgotten: they would be made
 * again in a project that is another. */
static gboolean
note_import (DatelineStore *self, GError **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_SET_UNMERGED, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int (statement, 1, 1);
  return dateline_store_step (self, statement, NULL, error) && dateline_store_run (self, STATEMENT_FORGET_UNDONE, error);
}

static gboolean
add_all (DatelineStore            *self,
         const DatelineArticle    *article,
         const DatelineExtraction *extraction,
         Copy                      copy,
         gint64                   *id,
         GError                  **error)
{
  g_autofree char *sha256 = dateline_article_get_sha256 (article);
  gint64           incident;
  gboolean         added;

  if (!add_article (self, article, &extraction->anchor, copy, sha256, &added, error))
    return FALSE;
  if (!added)
    return find_article (self, sha256, id, error);

  *id = sqlite3_last_insert_rowid (self->database);
  if (!dateline_store_index_article (self, *id, article->title, article->text, error))
    return FALSE;
  for (guint i = 0; i < extraction->incidents->len; i++)
    {
      const DatelineIncident *each = g_ptr_array_index (extraction->incidents, i);

      if (!dateline_store_add_incident (self, *id, i, each, &incident, error) ||
          !dateline_store_index_incident (self, incident, each, article->title, error))
        return FALSE;
    }
  return add_rejections (self, *id, extraction->rejected, error) && note_import (self, error);
}

/**
 * dateline_store_add_extraction:
 * @self: a store, within a transaction or not
 * @article: the article as read
 * @extraction: what the engine found in it
 * @error: return location for a #GError
 *
 * Adds the article, its incidents and its rejections, all or nothing.
 * An article with the same text is not added again. Within a transaction
 * a failure takes back this article alone, unless SQLite had to end the
 * transaction.
 *
 * Errors: %DATELINE_STORE_ERROR_WRITE, %DATELINE_STORE_ERROR_OPEN when
 *   another window is writing, %DATELINE_STORE_ERROR_DAMAGED
 *
 * Returns: the article's row id, the older one's for a text known
 *   already; 0 on failure
 */
gint64
dateline_store_add_extraction (DatelineStore            *self,
                               const DatelineArticle    *article,
                               const DatelineExtraction *extraction,
                               GError                  **error)
{
  return dateline_store_add_copy (self, article, extraction, NULL, 0, error);
}

/**
 * dateline_store_add_copy:
 * @self: a store, within a transaction or not
 * @article: the article as read
 * @extraction: what the engine found in it
 * @sketch: (nullable): what its copies are known by
 * @copy_of: the article of which it is a copy, 0 for none
 * @error: return location for a #GError
 *
 * As dateline_store_add_extraction().
 */
gint64
dateline_store_add_copy (DatelineStore            *self,
                         const DatelineArticle    *article,
                         const DatelineExtraction *extraction,
                         GBytes                   *sketch,
                         gint64                    copy_of,
                         GError                  **error)
{
  guint  n_unindexed = self->unindexed->len;
  gint64 id = 0;

  g_return_val_if_fail (article->text != NULL, 0);

  if (!dateline_store_run (self, STATEMENT_SAVE, error))
    return 0;
  if (add_all (self, article, extraction, (Copy){ sketch, copy_of }, &id, error) && dateline_store_run (self, STATEMENT_RELEASE, error))
    return id;

  dateline_store_take_back (self, n_unindexed);
  return 0;
}
