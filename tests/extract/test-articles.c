/* test-articles.c: whole articles against tests/spec/articles.txt and reports.txt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How they are written: article-examples.h.
 */

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "article-examples.h"
#include "dateline-engine.h"

#define N_HARD 25 /* "25 hardest cases", numbered as in the notes on extraction */

static DatelineEngine *engine;

/* "24-05-14" of a moment in the incident's own zone. */
static char *
civil_day (const DatelineIncident *incident, gint64 seconds)
{
  return dateline_day_to_string (dateline_day_at (seconds, incident->when.offset_minutes));
}

static gboolean
names_actor (const DatelineIncident *incident, DatelineActorRole role, const char *words)
{
  g_autofree char *wanted = g_ascii_strdown (words, -1);

  g_strdelimit (wanted, "_", ' ');
  for (guint i = 0; i < incident->actors->len; i++)
    {
      const DatelineActor *actor = &g_array_index (incident->actors, DatelineActor, i);
      g_autofree char     *name = g_ascii_strdown (actor->name, -1);

      if ((actor->role == role || actor->role == DATELINE_ACTOR_PARTICIPANT) && strstr (name, wanted) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
names_place (const DatelineIncident *incident, const char *words)
{
  g_autofree char *wanted = g_ascii_strdown (words, -1);

  g_strdelimit (wanted, "_", ' ');
  for (guint i = 0; i < incident->places->len; i++)
    {
      const DatelinePlace *place = &g_array_index (incident->places, DatelinePlace, i);
      g_autofree char     *name = g_ascii_strdown (place->name, -1);

      if (place->role == DATELINE_PLACE_SITE && strstr (name, wanted) != NULL)
        return TRUE;
    }
  return strcmp (wanted, "none") == 0 && dateline_incident_get_site (incident) == NULL;
}

static gboolean
satisfies (const DatelineIncident *incident, const char *key, const char *value)
{
  const DatelinePlace *site = dateline_incident_get_site (incident);
  g_autofree char     *start = dateline_date_interval_is_set (incident->when.interval) ? civil_day (incident, incident->when.interval.start) : g_strdup ("none");
  g_autofree char     *end = dateline_date_interval_is_set (incident->when.interval) ? civil_day (incident, incident->when.interval.end - 1) : g_strdup ("none");

  if (strcmp (key, "type") == 0)
    return strcmp (dateline_incident_type_get_id (incident->type), value) == 0;
  if (strcmp (key, "start") == 0)
    return strcmp (start, value) == 0;
  if (strcmp (key, "end") == 0)
    return strcmp (end, value) == 0;
  if (strcmp (key, "date") == 0)
    return strcmp (start, value) == 0 && strcmp (end, value) == 0;
  if (strcmp (key, "assumed") == 0)
    return incident->when.assumed == (strcmp (value, "yes") == 0);
  if (strcmp (key, "place") == 0)
    return names_place (incident, value);
  if (strcmp (key, "precision") == 0)
    return site != NULL && (int) site->precision == atoi (value);
  if (strcmp (key, "country") == 0)
    return site != NULL && strcmp (site->country, value) == 0;
  if (strcmp (key, "killed") == 0)
    return incident->killed.best == atoi (value);
  if (strcmp (key, "injured") == 0)
    return incident->injured.best == atoi (value);
  if (strcmp (key, "initiator") == 0 && strcmp (value, "none") == 0)
    return dateline_incident_get_actor (incident, DATELINE_ACTOR_INITIATOR) == NULL;
  if (strcmp (key, "initiator") == 0)
    return names_actor (incident, DATELINE_ACTOR_INITIATOR, value);
  if (strcmp (key, "target") == 0)
    return names_actor (incident, DATELINE_ACTOR_TARGET, value);
  if (strcmp (key, "status") == 0)
    {
      const DatelineActor *initiator = dateline_incident_get_actor (incident, DATELINE_ACTOR_INITIATOR);

      return initiator != NULL && strcmp (dateline_actor_status_get_id (initiator->status), value) == 0;
    }
  if (strcmp (key, "n") == 0)
    return incident->n_strikes == atoi (value);
  if (strcmp (key, "background") == 0)
    return incident->background == (strcmp (value, "yes") == 0);
  g_error ("tests/spec/articles.txt: no such key: %s", key);
}

static char *
describe (const DatelineIncident *incident)
{
  const DatelinePlace *site = dateline_incident_get_site (incident);
  const DatelineActor *initiator = dateline_incident_get_actor (incident, DATELINE_ACTOR_INITIATOR);
  g_autofree char     *start = dateline_date_interval_is_set (incident->when.interval) ? civil_day (incident, incident->when.interval.start) : g_strdup ("none");

  return g_strdup_printf ("type=%s start=%s assumed=%d place=%s precision=%d killed=%d injured=%d initiator=%s background=%d",
                          dateline_incident_type_get_id (incident->type), start, incident->when.assumed,
                          site != NULL ? site->name : "none", site != NULL ? (int) site->precision : 0,
                          incident->killed.best, incident->injured.best, initiator != NULL ? initiator->name : "none", incident->background);
}

/* Whether the incident is what the line says; @faults, when given, hears
 * where it is not. */
static gboolean
judge_incident (const DatelineIncident *incident, const char *line, GString *faults)
{
  g_auto (GStrv)   words = g_strsplit (line, " ", -1);
  g_autofree char *found = describe (incident);
  gboolean         good = TRUE;

  for (guint i = 1; words[i] != NULL; i++)
    {
      char *equals = strchr (words[i], '=');

      if (equals == NULL)
        continue;
      *equals = '\0';
      if (satisfies (incident, words[i], equals + 1))
        continue;
      good = FALSE;
      if (faults != NULL)
        g_string_append_printf (faults, "  expected %s=%s in %s\n", words[i], equals + 1, found);
    }
  return good;
}

/* Gives each line an incident of its own: the first that fulfils it, else
 * the first that is left, whose faults are told. */
static void
judge_incidents (const DatelineExtraction *extraction, const GPtrArray *lines, GString *faults)
{
  g_autofree gboolean  *taken = g_new0 (gboolean, extraction->incidents->len + 1);
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();
  guint                 next = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      guint found = 0;

      while (found < extraction->incidents->len &&
             (taken[found] || !judge_incident (g_ptr_array_index (extraction->incidents, found), g_ptr_array_index (lines, i), NULL)))
        found++;
      taken[found] = TRUE;
      if (found == extraction->incidents->len)
        g_ptr_array_add (rest, g_ptr_array_index (lines, i));
    }
  for (guint i = 0; i < rest->len; i++)
    {
      while (next < extraction->incidents->len && taken[next])
        next++;
      if (next < extraction->incidents->len)
        judge_incident (g_ptr_array_index (extraction->incidents, next++), g_ptr_array_index (rest, i), faults);
      else
        g_string_append_printf (faults, "  nothing for: %s\n", (char *) g_ptr_array_index (rest, i));
    }
}

/* Every promise of the engine that holds for any text. */
static void
check_invariants (const DatelineExtraction *extraction, const char *text)
{
  gsize length = strlen (text);

  for (guint i = 0; i < extraction->incidents->len; i++)
    {
      const DatelineIncident *incident = g_ptr_array_index (extraction->incidents, i);

      g_assert_cmpuint (incident->evidence->len, >, 0);
      for (guint j = 0; j < incident->evidence->len; j++)
        {
          DatelineSpan span = g_array_index (incident->evidence, DatelineProvenance, j).span;

          g_assert_cmpuint (span.begin, <, span.end);
          g_assert_cmpuint (span.end, <=, length);
          g_assert_true (g_utf8_validate (text + span.begin, span.end - span.begin, NULL));
        }
      for (guint j = 0; j < incident->places->len; j++)
        {
          const DatelinePlace *place = &g_array_index (incident->places, DatelinePlace, j);

          g_assert_cmpuint (place->provenance.span.end, <=, length);
          if (dateline_point_is_set (place->point))
            g_assert_cmpfloat (ABS (place->point.lat), <=, 90);
        }
      if (dateline_date_interval_is_set (incident->when.interval))
        g_assert_cmpint (incident->when.interval.start, <, incident->when.interval.end);
      if (incident->killed.best >= 0 && incident->killed.low >= 0)
        g_assert_cmpint (incident->killed.low, <=, incident->killed.best);
      if (incident->killed.best >= 0 && incident->killed.high >= 0)
        g_assert_cmpint (incident->killed.best, <=, incident->killed.high);
      g_assert_cmpfloat (incident->confidence, >, 0);
      g_assert_cmpfloat (incident->confidence, <, 1);
    }
}

static void
test_example (gconstpointer data)
{
  const ArticleExample          *example = data;
  g_autoptr (DatelineArticle)    article = dateline_article_new ("a", g_strdup (example->text), strlen (example->text));
  g_autoptr (DatelineExtraction) extraction = NULL;
  g_autoptr (GString)            faults = g_string_new (NULL);
  g_autoptr (GPtrArray)          lines = g_ptr_array_new ();

  article->published_day = dateline_day_parse (example->published, NULL);
  extraction = dateline_engine_extract (engine, article, DATELINE_EXTRACT_DEFAULT);
  check_invariants (extraction, example->text);

  for (guint i = 0; example->expected[i] != NULL; i++)
    {
      const char *line = example->expected[i];

      if (g_str_has_prefix (line, "incident"))
        g_ptr_array_add (lines, (char *) line);
      else if (g_str_has_prefix (line, "reject "))
        {
          gboolean found = FALSE;

          for (guint j = 0; j < extraction->rejected->len; j++)
            found = found || strcmp (g_array_index (extraction->rejected, DatelineRejection, j).reason, line + strlen ("reject ")) == 0;
          if (!found)
            g_string_append_printf (faults, "  expected %s\n", line);
        }
    }
  judge_incidents (extraction, lines, faults);
  if (lines->len != extraction->incidents->len)
    {
      g_string_append_printf (faults, "  expected %u incidents, found %u\n", lines->len, extraction->incidents->len);
      for (guint i = 0; i < extraction->incidents->len; i++)
        {
          g_autofree char *found = describe (g_ptr_array_index (extraction->incidents, i));

          g_string_append_printf (faults, "    %s\n", found);
        }
    }
  if (faults->len > 0)
    {
      g_test_message ("%s\n%s", example->title, faults->str);
      g_test_fail ();
    }
}

/* The hardest cases are found by their number, and a third of all articles
 * tell nothing. */
static void
test_coverage (gconstpointer data)
{
  const GPtrArray *examples = data;
  gboolean         hard[N_HARD + 1] = { FALSE };
  guint            n_empty = 0;

  for (guint i = 0; i < examples->len; i++)
    {
      const ArticleExample *example = g_ptr_array_index (examples, i);

      n_empty += strcmp (example->expected[0], "none") == 0;
      if (g_str_has_prefix (example->title, "hard "))
        hard[CLAMP (atoi (example->title + strlen ("hard ")), 0, N_HARD)] = TRUE;
    }
  for (guint i = 1; i <= N_HARD; i++)
    if (!hard[i])
      g_error ("tests/spec has no article \"hard %u: …\"", i);
  g_assert_cmpuint (examples->len, >=, 80);
  g_assert_cmpuint (n_empty * 3, >=, examples->len);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) examples = NULL;
  g_autoptr (GError)    error = NULL;
  int                   status;

  g_test_init (&argc, &argv, NULL);

  engine = dateline_engine_open (g_getenv ("DATELINE_ENGINE_DATA"), &error);
  g_assert_no_error (error);
  examples = article_examples_read (g_getenv ("DATELINE_SPEC"));
  for (guint i = 0; i < examples->len; i++)
    {
      const ArticleExample *example = g_ptr_array_index (examples, i);
      g_autofree char      *path = g_strdelimit (g_strdup_printf ("/extract/articles/%03u %s", i + 1, example->title), " '\"", '-');

      g_test_add_data_func (path, example, test_example);
    }

  g_test_add_data_func ("/extract/articles/coverage", examples, test_coverage);

  status = g_test_run ();
  dateline_engine_free (engine);
  return status;
}
