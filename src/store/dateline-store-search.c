/* dateline-store-search.c: incidents by words, and by place and time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words are indexed, and looked for, in the form that the program's fold
 * function gives them: letters that writers interchange are one, in Latin
 * and Arabic. FTS5 sees folded words only.
 */

#define G_LOG_DOMAIN "dateline-store"

#include "config.h"

#include "dateline-store-private.h"

static char *
fold (DatelineStore *self, const char *text)
{
  return self->fold != NULL ? self->fold (text) : g_strdup (text);
}

gboolean
dateline_store_index_article (DatelineStore *self, gint64 article, const char *text, GError **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_INDEX_ARTICLE, error);
  g_autofree char              *folded = fold (self, text);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, article);
  sqlite3_bind_text (statement, 2, folded, -1, SQLITE_STATIC);
  return dateline_store_step (self, statement, NULL, error);
}

static void
append_name (GString *names, const char *name)
{
  if (name == NULL)
    return;
  if (names->len > 0)
    g_string_append_c (names, '\n');
  g_string_append (names, name);
}

static char *
collect_names (const DatelineIncident *incident)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < incident->places->len; i++)
    {
      append_name (names, g_array_index (incident->places, DatelinePlace, i).name);
      append_name (names, g_array_index (incident->places, DatelinePlace, i).adm1);
    }
  for (guint i = 0; i < incident->actors->len; i++)
    append_name (names, g_array_index (incident->actors, DatelineActor, i).name);
  for (guint i = 0; i < incident->targets->len; i++)
    append_name (names, g_array_index (incident->targets, DatelineThing, i).name);
  for (guint i = 0; i < incident->weapons->len; i++)
    append_name (names, g_array_index (incident->weapons, DatelineThing, i).name);
  return g_string_free (names, FALSE);
}

static gboolean
index_place (DatelineStore *self, gint64 id, const DatelineIncident *incident, GError **error)
{
  const DatelinePlace *site = dateline_incident_get_site (incident);
  gboolean             placed = site != NULL && dateline_point_is_set (site->point) &&
                    dateline_date_interval_is_set (incident->when.interval);
  g_autoptr (DatelineStatement) statement =
    dateline_store_prepare (self, placed ? STATEMENT_PLACE_INCIDENT : STATEMENT_UNPLACE_INCIDENT, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  if (placed)
    {
      sqlite3_bind_double (statement, 2, site->point.lat);
      sqlite3_bind_double (statement, 3, site->point.lon);
      sqlite3_bind_double (statement, 4, (double) incident->when.interval.start / DATELINE_SECONDS_PER_DAY);
      sqlite3_bind_double (statement, 5, (double) incident->when.interval.end / DATELINE_SECONDS_PER_DAY);
    }
  return dateline_store_step (self, statement, NULL, error);
}

/* Enters @incident, or enters it anew: the names of what takes part, the
 * @title of its article, its first site and its time. */
gboolean
dateline_store_index_incident (DatelineStore *self, gint64 id, const DatelineIncident *incident, const char *title, GError **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_INDEX_INCIDENT, error);
  g_autofree char              *names = collect_names (incident);
  g_autofree char              *folded_names = fold (self, names);
  g_autofree char              *folded_title = fold (self, title != NULL ? title : "");

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  sqlite3_bind_text (statement, 2, folded_names, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, folded_title, -1, SQLITE_STATIC);
  return dateline_store_step (self, statement, NULL, error) && index_place (self, id, incident, error);
}

static gboolean
load_title (DatelineStore *self, gint64 id, char **title, GError **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_LOAD_TITLE, error);
  gboolean                      found;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  if (!dateline_store_step (self, statement, &found, error))
    return FALSE;
  *title = found ? g_strdup ((const char *) sqlite3_column_text (statement, 0)) : NULL;
  return TRUE;
}

static gboolean
run_with_id (DatelineStore *self, Statement which, gint64 id, GError **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, which, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  return dateline_store_step (self, statement, NULL, error);
}

/* Brings the index of an incident that changed, or is no more, up to date. */
gboolean
dateline_store_index_again (DatelineStore *self, gint64 id, GError **error)
{
  g_autofree char             *title = NULL;
  g_autoptr (GError)           load_error = NULL;
  g_autoptr (DatelineIncident) incident = dateline_store_load_incident (self, id, &load_error);

  if (g_error_matches (load_error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_UNKNOWN_ID))
    return run_with_id (self, STATEMENT_UNINDEX_INCIDENT, id, error) &&
           run_with_id (self, STATEMENT_UNPLACE_INCIDENT, id, error);
  if (incident == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&load_error));
      return FALSE;
    }
  return load_title (self, id, &title, error) && dateline_store_index_incident (self, id, incident, title, error);
}

static void
append_id (gint64 id, gpointer user_data)
{
  g_array_append_val ((GArray *) user_data, id);
}

/* Fills the index of a project that had none. */
gboolean
dateline_store_index_all (DatelineStore *self, GError **error)
{
  g_autoptr (DatelineStatement) articles = dateline_store_prepare (self, STATEMENT_ALL_ARTICLES, error);
  g_autoptr (DatelineStatement) incidents = articles != NULL ? dateline_store_prepare (self, STATEMENT_ALL_INCIDENTS, error) : NULL;
  g_autoptr (GArray)            ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean                      has_row = TRUE;

  if (incidents == NULL || !dateline_store_foreach_id (self, incidents, append_id, ids, error))
    return FALSE;
  while (has_row)
    {
      if (!dateline_store_step (self, articles, &has_row, error))
        return FALSE;
      if (has_row && !dateline_store_index_article (self, sqlite3_column_int64 (articles, 0),
                                                    (const char *) sqlite3_column_text (articles, 1), error))
        return FALSE;
    }
  for (guint i = 0; i < ids->len; i++)
    if (!dateline_store_index_again (self, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

/* Each word as a prefix, in quotes, so that none is an operator of FTS5;
 * NULL when there is none. */
static char *
make_query (DatelineStore *self, const char *words)
{
  g_autofree char *folded = fold (self, words);
  g_auto (GStrv)   parts = g_strsplit_set (folded, " \t\n\"", -1);
  GString         *query = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      gboolean has_letter = FALSE;

      for (const char *p = parts[i]; *p != '\0' && !has_letter; p = g_utf8_next_char (p))
        has_letter = g_unichar_isalnum (g_utf8_get_char (p));
      if (has_letter)
        g_string_append_printf (query, "%s\"%s\"*", query->len > 0 ? " " : "", parts[i]);
    }
  return g_string_free (query, query->len == 0);
}

typedef struct
{
  DatelineIncidentIdFunc func;
  gpointer               user_data;
  guint                  n_found;
} Search;

static void
count_found (gint64 incident, gpointer user_data)
{
  Search *search = user_data;

  search->n_found++;
  search->func (incident, search->user_data);
}

static gboolean
search_in (DatelineStore *self, Statement which, const char *query, Search *search, GError **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, which, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, query, -1, SQLITE_STATIC);
  return dateline_store_foreach_id (self, statement, count_found, search, error);
}

/**
 * dateline_store_search:
 * @self: a store
 * @words: beginnings of words, in any order, UTF-8
 * @func: called for every incident of the list that has all of @words,
 *   once each; may not use the store
 * @user_data: for @func
 * @error: return location for a #GError
 *
 * Looks for the names of places, governorates, actors, targets and
 * weapons, and in the titles of articles; when nothing is called so, in
 * the whole text of the articles.
 */
gboolean
dateline_store_search (DatelineStore *self, const char *words, DatelineIncidentIdFunc func, gpointer user_data, GError **error)
{
  g_autofree char *query = g_utf8_validate (words, -1, NULL) ? make_query (self, words) : NULL;
  Search           search = { func, user_data, 0 };

  if (query == NULL)
    return TRUE;
  if (!search_in (self, STATEMENT_SEARCH_NAMES, query, &search, error))
    return FALSE;
  return search.n_found > 0 || search_in (self, STATEMENT_SEARCH_ARTICLES, query, &search, error);
}

/**
 * dateline_store_foreach_near:
 * @self: a store
 * @south_west: a corner
 * @north_east: the corner opposite
 * @interval: a time
 * @func: called for every incident of the list of which a report has its
 *   first site between the corners, at its point, and its time within
 *   @interval, by id; may not use the store
 * @user_data: for @func
 * @error: return location for a #GError
 *
 * The index keeps 32-bit numbers: what lies within some metres or minutes
 * of an edge may be told too.
 */
gboolean
dateline_store_foreach_near (DatelineStore         *self,
                             DatelinePoint          south_west,
                             DatelinePoint          north_east,
                             DatelineDateInterval   interval,
                             DatelineIncidentIdFunc func,
                             gpointer               user_data,
                             GError               **error)
{
  g_autoptr (DatelineStatement) statement = dateline_store_prepare (self, STATEMENT_NEAR, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_double (statement, 1, south_west.lat);
  sqlite3_bind_double (statement, 2, north_east.lat);
  sqlite3_bind_double (statement, 3, south_west.lon);
  sqlite3_bind_double (statement, 4, north_east.lon);
  sqlite3_bind_double (statement, 5, (double) interval.start / DATELINE_SECONDS_PER_DAY);
  sqlite3_bind_double (statement, 6, (double) interval.end / DATELINE_SECONDS_PER_DAY);
  return dateline_store_foreach_id (self, statement, func, user_data, error);
}
