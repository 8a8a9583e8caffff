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

/* FTS5 writes out what it holds at every savepoint, which each article of
 * a batch is: so words wait, folded, for the end of the batch. */
typedef struct
{
  gint64 id;
  char  *title; /* NULL for an article */
  char  *words;
} Unindexed;

static void
clear_unindexed (gpointer data)
{
  Unindexed *unindexed = data;

  g_free (unindexed->title);
  g_free (unindexed->words);
}

GArray *
dateline_store_new_unindexed (void)
{
  GArray *unindexed = g_array_new (FALSE, FALSE, sizeof (Unindexed));

  g_array_set_clear_func (unindexed, clear_unindexed);
  return unindexed;
}

static gboolean
write_words (DatelineStore *self, const Unindexed *words, GError **error)
{
  g_autoptr (DatelineStatement) statement =
    dateline_store_prepare (self, words->title == NULL ? STATEMENT_INDEX_ARTICLE : STATEMENT_INDEX_INCIDENT, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, words->id);
  sqlite3_bind_text (statement, 2, words->words, -1, SQLITE_STATIC);
  if (words->title != NULL)
    sqlite3_bind_text (statement, 3, words->title, -1, SQLITE_STATIC);
  return dateline_store_step (self, statement, NULL, error);
}

/* Writes what waits. */
gboolean
dateline_store_index_batch (DatelineStore *self, GError **error)
{
  for (guint i = 0; i < self->unindexed->len; i++)
    if (!write_words (self, &g_array_index (self->unindexed, Unindexed, i), error))
      return FALSE;
  g_array_set_size (self->unindexed, 0);
  return TRUE;
}

/* Takes the strings. */
static gboolean
index_words (DatelineStore *self, gint64 id, char *words, char *title, GError **error)
{
  Unindexed unindexed = { id, title, words };

  g_array_append_val (self->unindexed, unindexed);
  return self->in_batch || dateline_store_index_batch (self, error);
}

gboolean
dateline_store_index_article (DatelineStore *self, gint64 article, const char *title, const char *text, GError **error)
{
  g_autofree char *whole = title != NULL ? g_strconcat (title, "\n", text, NULL) : NULL;

  return index_words (self, article, fold (self, whole != NULL ? whole : text), NULL, error);
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
  g_autofree char *names = collect_names (incident);

  return index_words (self, id, fold (self, names), fold (self, title != NULL ? title : ""), error) &&
         index_place (self, id, incident, error);
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

/* What waits for @id is out of date. */
static void
forget_unindexed (DatelineStore *self, gint64 id)
{
  for (guint i = self->unindexed->len; i > 0; i--)
    {
      const Unindexed *unindexed = &g_array_index (self->unindexed, Unindexed, i - 1);

      if (unindexed->id == id && unindexed->title != NULL)
        g_array_remove_index (self->unindexed, i - 1);
    }
}

/* Brings the index of an incident that changed, or is no more, up to date. */
gboolean
dateline_store_index_again (DatelineStore *self, gint64 id, GError **error)
{
  g_autofree char             *title = NULL;
  g_autoptr (GError)           load_error = NULL;
  g_autoptr (DatelineIncident) incident = dateline_store_load_incident (self, id, &load_error);

  if (g_error_matches (load_error, DATELINE_STORE_ERROR, DATELINE_STORE_ERROR_UNKNOWN_ID))
    {
      forget_unindexed (self, id);
      return run_with_id (self, STATEMENT_UNINDEX_INCIDENT, id, error) &&
             run_with_id (self, STATEMENT_UNPLACE_INCIDENT, id, error);
    }
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
                                                    (const char *) sqlite3_column_text (articles, 1),
                                                    (const char *) sqlite3_column_text (articles, 2), error))
        return FALSE;
    }
  for (guint i = 0; i < ids->len; i++)
    if (!dateline_store_index_again (self, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

/* The words of @text, in quotes, so that none is an operator of FTS5;
 * all are wanted, each as it is or as a beginning. Words are parted as
 * FTS5 parts them. */
static void
append_words (GString *query, const char *text, gboolean are_beginnings)
{
  const char *begin = NULL;
  gsize       length = query->len;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean inside = c != 0 && g_unichar_isalnum (c);

      if (inside && begin == NULL)
        begin = p;
      if (!inside && begin != NULL)
        {
          g_string_append_printf (query, "%s\"%.*s\"%s", query->len > length ? " AND " : "", (int) (p - begin), begin, are_beginnings ? "*" : "");
          begin = NULL;
        }
      if (c == 0)
        break;
    }
}

/* "(a OR b)" of the alternatives of a line. */
static void
append_line (DatelineStore *self, GString *query, const char *line)
{
  g_auto (GStrv)      alternatives = g_strsplit (line, "|", -1);
  g_autoptr (GString) any = g_string_new (NULL);

  for (guint i = 0; alternatives[i] != NULL; i++)
    {
      g_autofree char    *folded = fold (self, alternatives[i]);
      g_autoptr (GString) all = g_string_new (NULL);

      append_words (all, folded, i == 0);
      if (all->len > 0)
        g_string_append_printf (any, "%s(%s)", any->len > 0 ? " OR " : "", all->str);
    }
  if (any->len > 0)
    g_string_append_printf (query, "%s(%s)", query->len > 0 ? " AND " : "", any->str);
}

/* NULL when there is no word. */
static char *
make_query (DatelineStore *self, const char *words)
{
  g_auto (GStrv) lines = NULL;
  GString       *query = g_string_new (NULL);

  lines = g_strsplit (words, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    append_line (self, query, lines[i]);
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
 * @words: lines of alternatives parted by "|", UTF-8: the first of a line
 *   are beginnings of words, the others whole words, in any order. One line
 *   without a "|" is what people type.
 * @func: called for every incident of the list that has, of each line, all
 *   words of one alternative; once each; may not use the store
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
 * dateline_store_search_articles:
 * @self: a store
 * @words: as of dateline_store_search()
 * @func: called for every article that has them in its title or text, or
 *   as the names of one incident, by id; may not use the store
 * @user_data: for @func
 * @error: return location for a #GError
 */
gboolean
dateline_store_search_articles (DatelineStore *self, const char *words, DatelineIncidentIdFunc func, gpointer user_data, GError **error)
{
  g_autofree char *query = g_utf8_validate (words, -1, NULL) ? make_query (self, words) : NULL;
  Search           search = { func, user_data, 0 };

  return query == NULL || search_in (self, STATEMENT_FIND_ARTICLES, query, &search, error);
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
