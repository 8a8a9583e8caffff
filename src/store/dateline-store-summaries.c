/* dateline-store-summaries.c: what the incident table needs of every incident
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Incidents, their sites and the analyst's values are three tables that
 * are read side by side, each by incident and each once.
 */

#define G_LOG_DOMAIN "dateline-store"

#include "config.h"

#include "dateline-store-reader.h"

#include <string.h>

static void
read_summary (Reader *reader, DatelineIncidentSummary *summary)
{
  summary->id = read_int64 (reader);
  summary->type = dateline_store_parse_type (peek_text (reader));
  summary->interval.start = read_seconds (reader);
  summary->interval.end = read_seconds (reader);
  summary->date_precision = (DatelineDatePrecision) read_int (reader);
  summary->background = read_int (reader);
  summary->status = read_int (reader);
  summary->n_reports = (guint) read_int64 (reader);
  summary->killed = read_int (reader);
  summary->grade = dateline_store_parse_grade (peek_text (reader));
  summary->confidence = read_double (reader);
  memset (summary->country, 0, sizeof summary->country);
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
set_site (DatelineIncidentSummary *summary, const DatelinePlace *site)
{
  summary->point = site != NULL ? site->point : dateline_point_none ();
  summary->where_precision = site != NULL ? site->precision : DATELINE_WHERE_UNKNOWN;
  summary->radius_km = site != NULL ? site->radius_km : 0;
  g_strlcpy (summary->country, site != NULL ? site->country : "", sizeof summary->country);
}

/* Puts the analyst's value in place of the engine's. */
static void
apply_edit (DatelineStore *self, DatelineIncidentSummary *summary, const char *name, const char *value)
{
  g_autoptr (DatelineIncident) incident = dateline_incident_new (summary->type);
  DatelineEditField            field;

  if (!dateline_store_edit_parse (name, &field) || !dateline_store_edit_from_text (incident, field, value))
    {
      g_warning ("%s: an edit of the field “%s” cannot be read; the engine's value stands", self->name, name);
      return;
    }
  switch (field)
    {
    case DATELINE_EDIT_TYPE:
      summary->type = incident->type;
      break;
    case DATELINE_EDIT_WHEN:
      summary->interval = incident->when.interval;
      summary->date_precision = incident->when.precision;
      break;
    case DATELINE_EDIT_PLACES:
      set_site (summary, dateline_incident_get_site (incident));
      break;
    case DATELINE_EDIT_KILLED:
      summary->killed = incident->killed.best;
      break;
    case DATELINE_EDIT_BACKGROUND:
      summary->background = incident->background;
      break;
    case DATELINE_EDIT_GRADE:
      summary->grade = incident->grade;
      break;
    default:
      break;
    }
}

/* A statement whose first column names the incident, by which its rows
 * come. */
typedef struct
{
  sqlite3_stmt *statement;
  gboolean      has_row;
} Cursor;

static gboolean
advance (DatelineStore *self, Cursor *cursor, GError **error)
{
  return dateline_store_step (self, cursor->statement, &cursor->has_row, error);
}

/* Moves to the first row of incident @id, or behind. */
static gboolean
find_incident (DatelineStore *self, Cursor *cursor, gint64 id, gboolean *found, GError **error)
{
  while (cursor->has_row && sqlite3_column_int64 (cursor->statement, 0) < id)
    if (!advance (self, cursor, error))
      return FALSE;
  *found = cursor->has_row && sqlite3_column_int64 (cursor->statement, 0) == id;
  return TRUE;
}

static gboolean
complete_summary (DatelineStore *self, DatelineIncidentSummary *summary, Cursor *sites, Cursor *edits, GError **error)
{
  gboolean found;

  if (!find_incident (self, sites, summary->id, &found, error))
    return FALSE;
  if (found)
    read_site (&(Reader){ sites->statement, 1 }, summary);
  else
    set_site (summary, NULL);

  if (!find_incident (self, edits, summary->id, &found, error))
    return FALSE;
  while (found)
    {
      apply_edit (self, summary, (const char *) sqlite3_column_text (edits->statement, 1),
                  (const char *) sqlite3_column_text (edits->statement, 2));
      if (!advance (self, edits, error) || !find_incident (self, edits, summary->id, &found, error))
        return FALSE;
    }
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
  g_autoptr (DatelineStatement) edits = sites != NULL ? dateline_store_prepare (self, STATEMENT_ALL_EDITS, error) : NULL;
  Cursor                        site_cursor = { sites }, edit_cursor = { edits };
  gboolean                      has_row;

  if (edits == NULL || !dateline_store_step (self, statement, &has_row, error) ||
      !advance (self, &site_cursor, error) || !advance (self, &edit_cursor, error))
    return FALSE;

  while (has_row)
    {
      DatelineIncidentSummary summary;

      read_summary (&(Reader){ statement, 0 }, &summary);
      if (!complete_summary (self, &summary, &site_cursor, &edit_cursor, error))
        return FALSE;
      func (&summary, user_data);
      if (!dateline_store_step (self, statement, &has_row, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * dateline_store_load_summary:
 * @self: a store
 * @id: a row
 * @summary: (out): what dateline_store_foreach_summary() tells of it
 * @listed: (out): %FALSE, with @summary undefined, when it is no incident
 *   of the list
 * @error: return location for a #GError
 */
gboolean
dateline_store_load_summary (DatelineStore *self, gint64 id, DatelineIncidentSummary *summary, gboolean *listed, GError **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_SUMMARY, error);
  g_autoptr (DatelineStatement) sites = statement != NULL ? dateline_store_prepare (self, STATEMENT_SITES_OF, error) : NULL;
  g_autoptr (DatelineStatement) edits = sites != NULL ? dateline_store_prepare (self, STATEMENT_EDITS_OF, error) : NULL;
  Cursor                        site_cursor = { sites }, edit_cursor = { edits };

  if (edits == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  sqlite3_bind_int64 (sites, 1, id);
  sqlite3_bind_int64 (edits, 1, id);
  if (!dateline_store_step (self, statement, listed, error) ||
      !advance (self, &site_cursor, error) || !advance (self, &edit_cursor, error))
    return FALSE;
  if (!*listed)
    return TRUE;

  read_summary (&(Reader){ statement, 0 }, summary);
  return complete_summary (self, summary, &site_cursor, &edit_cursor, error);
}

/* Of places that the analyst set. */
static gboolean
foreach_edited_site (DatelineStore *self, DatelineFurtherSiteFunc func, gpointer user_data, GError **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_EDITS_OF_FIELD, error);
  gboolean                      has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, dateline_store_edit_get_id (DATELINE_EDIT_PLACES), -1, SQLITE_STATIC);
  while (has_row)
    {
      g_autoptr (DatelineIncident) incident = dateline_incident_new (DATELINE_INCIDENT_UNSPECIFIED_ATTACK);
      gint64                       id;

      if (!dateline_store_step (self, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      id = sqlite3_column_int64 (statement, 0);
      dateline_store_edit_from_text (incident, DATELINE_EDIT_PLACES, (const char *) sqlite3_column_text (statement, 1));
      for (guint i = 0; i < incident->places->len; i++)
        {
          const DatelinePlace *place = &g_array_index (incident->places, DatelinePlace, i);

          if (place->role == DATELINE_PLACE_SITE && place != dateline_incident_get_site (incident))
            func (&(DatelineFurtherSite){ id, place->point, place->precision, place->radius_km }, user_data);
        }
    }
  return TRUE;
}

/**
 * dateline_store_foreach_further_site:
 * @self: a store
 * @func: called for every site of an incident but its first; those of one
 *   incident come together; may not use the store
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
  return foreach_edited_site (self, func, user_data, error);
}

/**
 * dateline_store_foreach_article:
 * @self: a store
 * @func: called for every article, by id; may not use the store
 * @user_data: for @func
 * @error: return location for a #GError
 */
gboolean
dateline_store_foreach_article (DatelineStore *self, DatelineArticleSummaryFunc func, gpointer user_data, GError **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_ARTICLES, error);
  gboolean                      has_row;

  if (statement == NULL || !dateline_store_step (self, statement, &has_row, error))
    return FALSE;

  while (has_row)
    {
      Reader                 reader = { statement, 0 };
      DatelineArticleSummary summary;

      summary.id = read_int64 (&reader);
      summary.title = peek_text (&reader);
      summary.publisher = peek_text (&reader);
      summary.published_day = read_day (&reader);
      summary.n_reports = (guint) read_int64 (&reader);
      summary.n_rejected = (guint) read_int64 (&reader);
      func (&summary, user_data);
      if (!dateline_store_step (self, statement, &has_row, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * dateline_store_foreach_copy:
 * @self: a store
 * @func: called for every article that is a copy, and the one that it
 *   copies; may not use the store
 * @user_data: for @func
 * @error: return location for a #GError
 */
gboolean
dateline_store_foreach_copy (DatelineStore *self, DatelineCopyFunc func, gpointer user_data, GError **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_COPIES, error);
  gboolean                      has_row;

  if (statement == NULL || !dateline_store_step (self, statement, &has_row, error))
    return FALSE;

  while (has_row)
    {
      func (sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1), user_data);
      if (!dateline_store_step (self, statement, &has_row, error))
        return FALSE;
    }
  return TRUE;
}
