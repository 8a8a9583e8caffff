/* dateline-briefing.c: the incidents shown as a text with numbered sources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-briefing.h"

#include <glib/gi18n.h>

#include "dateline-excerpt-row.h"
#include "dateline-incident-list.h"
#include "dateline-lines.h"
#include "dateline-locale-text.h"
#include "dateline-quote.h"
#include "dateline-words.h"

/* More than anybody reads, and few enough to be loaded at once. */
#define MAX_LISTED 200

/* A sentence is quoted whole up to here, in characters. */
#define MAX_QUOTATION 300

/* The rows of one country, in order of time. */
typedef struct
{
  guint16 country;
  GArray *rows; /* guint32 */
} Group;

typedef struct
{
  DatelineSession *session;
  GString         *text;
  GHashTable      *numbers; /* gint64 of an article → its number, from 1 */
  GString         *sources;
} Briefing;

static void
group_free (gpointer data)
{
  Group *group = data;

  g_array_unref (group->rows);
  g_free (group);
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const Group *left = *(Group *const *) a;
  const Group *right = *(Group *const *) b;

  return right->rows->len == left->rows->len ? (int) left->country - (int) right->country
                                             : (left->rows->len < right->rows->len ? 1 : -1);
}

/* What an analyst has rejected is no incident. */
static GPtrArray *
group_by_country (DatelineSession *session)
{
  const DatelineIncidentTable *table = dateline_session_get_table (session);
  DatelineIncidentList        *list = DATELINE_INCIDENT_LIST (dateline_session_get_list (session));
  const guint32               *rows = dateline_incident_list_get_rows (list);
  GPtrArray                   *groups = g_ptr_array_new_with_free_func (group_free);

  for (guint i = 0; i < dateline_incident_list_get_n_rows (list); i++)
    {
      Group *group = NULL;

      if (table->status[rows[i]] == DATELINE_STATUS_REJECTED)
        continue;

      for (guint j = 0; j < groups->len && group == NULL; j++)
        if (((Group *) groups->pdata[j])->country == table->country[rows[i]])
          group = groups->pdata[j];
      if (group == NULL)
        {
          group = g_new (Group, 1);
          group->country = table->country[rows[i]];
          group->rows = g_array_new (FALSE, FALSE, sizeof (guint32));
          g_ptr_array_add (groups, group);
        }
      g_array_append_val (group->rows, rows[i]);
    }

  g_ptr_array_sort (groups, compare_groups);
  return groups;
}

static char *
days_to_words (DatelineSession *session)
{
  DatelineDay      last = dateline_session_get_day (session);
  DatelineDay      first = dateline_session_get_window_first (session);
  g_autofree char *end = NULL;
  g_autofree char *begin = NULL;

  if (last == DATELINE_DAY_NONE)
    return g_strdup (_ ("no date"));

  end = dateline_day_to_words (last);
  if (first == last)
    return g_steal_pointer (&end);
  begin = dateline_day_to_words (first);
  return g_strdup_printf (_ ("%s – %s"), begin, end);
}

static void
append_summary (Briefing *self, const GPtrArray *groups)
{
  const DatelineIncidentTable *table = dateline_session_get_table (self->session);
  guint                        n_incidents = 0;
  guint                        n_reports = 0;
  guint                        n_reviewed = 0;
  guint                        n_counted = 0;
  guint                        killed = 0;
  g_autofree char             *days = days_to_words (self->session);
  g_autofree char             *incidents = NULL;
  g_autofree char             *reports = NULL;

  for (guint i = 0; i < groups->len; i++)
    {
      const GArray *rows = ((Group *) groups->pdata[i])->rows;

      for (guint j = 0; j < rows->len; j++)
        {
          guint32 row = g_array_index (rows, guint32, j);

          n_incidents++;
          n_reports += table->n_reports[row];
          n_reviewed += table->status[row] != DATELINE_STATUS_UNREVIEWED;
          n_counted += table->killed[row] >= 0;
          killed += (guint) MAX (table->killed[row], 0);
        }
    }

  incidents = dateline_strdup_printf (ngettext ("%u incident", "%u incidents", n_incidents), n_incidents);
  reports = dateline_strdup_printf (ngettext ("%u report", "%u reports", n_reports), n_reports);
  /* Translators: the heading of a briefing: the days that it is on */
  g_string_append_printf (self->text, _ ("Incidents, %s"), days);
  /* Translators: "12 incidents" from "15 reports", and how many an analyst has judged */
  g_string_append_printf (self->text, _ ("\n%s from %s, %u reviewed."), incidents, reports, n_reviewed);
  if (n_counted > 0)
    /* Translators: a sum, of how many incidents it is the sum, and of how many in all */
    g_string_append_printf (self->text, _ (" Killed: %u, by the likeliest numbers of %u of %u incidents."), killed, n_counted, n_incidents);
  if (dateline_filter_is_active (dateline_session_get_filter (self->session)))
    g_string_append (self->text, _ (" A search or a filter leaves others out."));
  g_string_append_c (self->text, '\n');
}

/* The article's number among the sources, which it joins when it is new. */
static guint
number_of (Briefing *self, gint64 id)
{
  guint                  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, &id));
  const DatelineArticle *article;
  g_autofree char       *byline = NULL;

  if (number > 0)
    return number;

  article = dateline_session_get_article (self->session, id, NULL);
  if (article == NULL)
    return 0;

  number = g_hash_table_size (self->numbers) + 1;
  g_hash_table_insert (self->numbers, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (number));
  byline = dateline_article_to_byline (article);
  g_string_append_printf (self->sources, "[%u] %s", number, article->title != NULL ? article->title : _ ("Article without a title"));
  if (*byline != '\0')
    g_string_append_printf (self->sources, " · %s", byline);
  if (article->url != NULL)
    g_string_append_printf (self->sources, " · %s", article->url);
  g_string_append_c (self->sources, '\n');
  return number;
}

static void
append_toll (GString *line, const char *label, const DatelineToll *toll)
{
  g_autofree char *number = dateline_toll_to_line (toll);

  if (number != NULL)
    g_string_append_printf (line, "; %s: %s", label, number);
}

static void
append_quotation (Briefing *self, const DatelineIncident *incident)
{
  const DatelineProvenance *first = &g_array_index (incident->evidence, DatelineProvenance, 0);
  const DatelineArticle    *article = dateline_session_get_article (self->session, first->article, NULL);
  g_autofree char          *words = NULL;
  g_autofree char          *quotation = NULL;
  gboolean                  too_long;

  if (article == NULL)
    return;

  words = g_strstrip (dateline_quote_as_line (article, first->span));
  too_long = g_utf8_strlen (words, -1) > MAX_QUOTATION;
  if (too_long)
    *g_utf8_offset_to_pointer (words, MAX_QUOTATION - 1) = '\0';
  quotation = g_strconcat (words, too_long ? "…" : "", NULL);
  g_string_append (self->text, "\n  ");
  g_string_append_printf (self->text, _ ("“%s”"), quotation);
}

static void
append_incident (Briefing *self, const DatelineIncident *incident, DatelineStatus status)
{
  g_autofree char       *when = dateline_when_to_words (&incident->when);
  g_autofree char       *title = dateline_incident_to_title (incident);
  g_autofree char       *actors = dateline_actors_to_line (incident);
  const DatelinePlace   *site = dateline_incident_get_site (incident);
  g_autoptr (GHashTable) cited = g_hash_table_new (NULL, NULL);

  g_string_append_printf (self->text, "\n• %s: %s", when, title);
  if (site != NULL && site->precision != DATELINE_WHERE_EXACT)
    g_string_append_printf (self->text, " (%s)", dateline_where_precision_to_words (site->precision));
  if (actors != NULL)
    g_string_append_printf (self->text, "; %s", actors);
  append_toll (self->text, _ ("killed"), &incident->killed);
  append_toll (self->text, _ ("injured"), &incident->injured);
  g_string_append (self->text, "; ");
  g_string_append_printf (self->text, _ ("Evidence: %s"), dateline_grade_to_words (incident->grade));
  g_string_append_printf (self->text, "; %s.", dateline_status_to_words (status));

  for (guint i = 0; i < incident->evidence->len; i++)
    {
      guint number = number_of (self, g_array_index (incident->evidence, DatelineProvenance, i).article);

      if (number > 0 && g_hash_table_add (cited, GUINT_TO_POINTER (number)))
        g_string_append_printf (self->text, " [%u]", number);
    }
  if (incident->evidence->len > 0)
    append_quotation (self, incident);
}

static gboolean
append_group (Briefing *self, const Group *group, guint *n_left, GError **error)
{
  const DatelineIncidentTable *table = dateline_session_get_table (self->session);
  const char                   code[3] = { (char) (group->country >> 8), (char) (group->country & 0xff), '\0' };
  const char                  *country = group->country != 0 ? dateline_country_to_words (code) : _ ("Unknown place");
  guint                        n_listed = MIN (group->rows->len, *n_left);
  guint                        n_more = group->rows->len - n_listed;

  g_string_append_printf (self->text, "\n%s · %u", country, group->rows->len);
  for (guint i = 0; i < n_listed; i++)
    {
      guint32                      row = g_array_index (group->rows, guint32, i);
      g_autoptr (DatelineIncident) incident = dateline_store_load_incident (dateline_session_get_store (self->session), table->id[row], error);

      if (incident == NULL)
        return FALSE;
      append_incident (self, incident, table->status[row]);
    }
  if (n_more > 0)
    {
      g_string_append (self->text, "\n");
      g_string_append_printf (self->text, ngettext ("… and %u more", "… and %u more", n_more), n_more);
    }
  g_string_append_c (self->text, '\n');
  *n_left -= n_listed;
  return TRUE;
}

/**
 * dateline_briefing_write:
 * @session: a session
 * @n_incidents: (out): how many incidents it is on
 * @error: return location for an error of the store
 *
 * Writes what the window and the filter show as a text to paste into a
 * report: the sums, then each incident under its country in order of time,
 * with how well it is known, the words it rests on, and the numbers of its
 * sources, which follow at the end. What was rejected in review is left
 * out; of very many incidents the first %MAX_LISTED are told.
 *
 * Returns: (transfer full): the text, or %NULL on an error
 */
char *
dateline_briefing_write (DatelineSession *session, guint *n_incidents, GError **error)
{
  g_autoptr (GPtrArray)  groups = NULL;
  g_autoptr (GString)    text = g_string_new (NULL);
  g_autoptr (GString)    sources = g_string_new (NULL);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Briefing               self = { session, text, numbers, sources };
  guint                  n_left = MAX_LISTED;

  g_return_val_if_fail (DATELINE_IS_SESSION (session), NULL);

  groups = group_by_country (session);
  *n_incidents = 0;
  for (guint i = 0; i < groups->len; i++)
    *n_incidents += ((Group *) groups->pdata[i])->rows->len;

  append_summary (&self, groups);
  for (guint i = 0; i < groups->len; i++)
    if (!append_group (&self, groups->pdata[i], &n_left, error))
      return NULL;

  if (sources->len > 0)
    g_string_append_printf (text, "\n%s\n%s", _ ("Sources"), sources->str);
  return g_strdup (text->str);
}
