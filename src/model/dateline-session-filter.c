/* dateline-session-filter.c: which incidents are shown, and how many there would be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-model"

#include "config.h"

#include "dateline-session-private.h"

#include <string.h>

#include "dateline-facets-load.h"

typedef struct
{
  const DatelineIncidentTable *table;
  guint8                      *matches; /* a byte a row */
  guint                        n_found;
} Matching;

static void
add_match (gint64 incident, gpointer user_data)
{
  Matching *matching = user_data;
  guint     row = dateline_incident_table_find (matching->table, incident);

  if (row == G_MAXUINT)
    return;
  matching->matches[row] = TRUE;
  matching->n_found++;
}

static char *
respell (DatelineSession *self, const char *text, gboolean by_sound)
{
  return self->respell != NULL ? self->respell (text, by_sound) : g_strdup (text);
}

static gboolean
search (DatelineSession *self, const char *text, gboolean by_sound, Matching *matching)
{
  g_autofree char   *words = respell (self, text, by_sound);
  g_autoptr (GError) error = NULL;

  if (!dateline_store_search (self->store, words, add_match, matching, &error))
    g_warning ("%s", error->message);
  return matching->n_found > 0;
}

/* A byte a row, whether it has every word of @text; where nothing has,
 * names that sound so are looked for. */
static guint8 *
find_matches (DatelineSession *self, const char *text)
{
  guint8  *matches = g_new0 (guint8, self->table->n_rows);
  Matching matching = { self->table, matches, 0 };

  if (text[strspn (text, " \t\n")] == '\0')
    memset (matches, TRUE, self->table->n_rows);
  else if (!search (self, text, FALSE, &matching) && self->respell != NULL)
    search (self, text, TRUE, &matching);
  return matches;
}

/* They cost a walk through the project: not before someone asks. */
static const DatelineFacets *
ensure_facets (DatelineSession *self)
{
  if (self->facets == NULL)
    self->facets = dateline_facets_load (self->store, self->table);
  return self->facets;
}

void
dateline_session_apply_filter (DatelineSession *self)
{
  g_autofree guint8 *matches = self->filter->text != NULL ? find_matches (self, self->filter->text) : NULL;

  g_free (self->held_back);
  self->held_back = g_new (guint8, self->table->n_rows);
  dateline_filter_apply (self->filter, self->table, dateline_filter_needs_facets (self->filter) ? ensure_facets (self) : NULL, matches, self->held_back);
}

/**
 * dateline_session_get_filter:
 * @self: a session
 *
 * Returns: (transfer none): which incidents are shown; copy it to change
 *   it
 */
const DatelineFilter *
dateline_session_get_filter (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), NULL);

  return self->filter;
}

/**
 * dateline_session_set_filter:
 * @self: a session
 * @filter: which incidents to show; copied
 *
 * Leaves window and selection as they are.
 */
void
dateline_session_set_filter (DatelineSession *self, const DatelineFilter *filter)
{
  g_autoptr (DatelineFilter) old_filter = NULL;
  guint                      n_shown;

  g_return_if_fail (DATELINE_IS_SESSION (self));
  g_return_if_fail (filter != NULL);

  if (dateline_filter_equal (self->filter, filter))
    return;

  old_filter = g_steal_pointer (&self->filter);
  self->filter = dateline_filter_copy (filter);
  n_shown = dateline_incident_list_get_n_rows (self->list);
  dateline_session_apply_filter (self);
  dateline_incident_list_refilter (self->list);
  if (dateline_incident_list_get_n_rows (self->list) != n_shown)
    dateline_session_notify (self, PROP_N_SHOWN);
  dateline_session_tell_visible_changed (self);
}

/**
 * dateline_session_get_facets:
 * @self: a session
 *
 * Returns: (transfer none): the values of its table's rows, until
 *   incidents-changed
 */
const DatelineFacets *
dateline_session_get_facets (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), NULL);

  return ensure_facets (self);
}

/**
 * dateline_session_count_values:
 * @self: a session
 * @facet: which question
 *
 * Returns: (transfer full): a count for each of the facet's values: how
 *   many incidents have it that are in the window and pass the filter but
 *   for this facet, which is what ticking the value would show
 */
guint *
dateline_session_count_values (DatelineSession *self, DatelineFacet facet)
{
  const DatelineIncidentTable *table;
  DatelineDateInterval         window;
  guint                       *counts;

  g_return_val_if_fail (DATELINE_IS_SESSION (self), NULL);

  table = self->table;
  window = dateline_session_get_window (self);
  counts = g_new0 (guint, dateline_facets_get_n_values (ensure_facets (self), facet) + 1);
  for (guint row = 0; row < table->n_dated && table->start[row] < window.end; row++)
    {
      guint          n_values;
      const guint32 *values;

      if (table->end[row] <= window.start ||
          (self->held_back[row] != DATELINE_HELD_BACK_NOT && self->held_back[row] != 1 + facet))
        continue;
      values = dateline_facets_get_row (self->facets, facet, row, &n_values);
      for (guint i = 0; i < n_values; i++)
        counts[values[i]]++;
    }

  return counts;
}

/**
 * dateline_session_set_respell:
 * @self: a session
 * @func: finds other names for what is looked for
 */
void
dateline_session_set_respell (DatelineSession *self, DatelineRespellFunc func)
{
  g_return_if_fail (DATELINE_IS_SESSION (self));

  self->respell = func;
}

/**
 * dateline_session_search_articles:
 * @self: a session
 * @text: what someone looks for
 * @func: called for every article with it; may not use the store
 * @user_data: for @func
 * @error: return location for a #GError
 */
gboolean
dateline_session_search_articles (DatelineSession *self, const char *text, DatelineIncidentIdFunc func, gpointer user_data, GError **error)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (DATELINE_IS_SESSION (self), FALSE);

  words = respell (self, text, FALSE);
  return dateline_store_search_articles (self->store, words, func, user_data, error);
}
