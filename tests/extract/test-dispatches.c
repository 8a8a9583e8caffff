/* test-dispatches.c: real articles must give exactly what EXPECTED.tsv says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An article is looked for beside EXPECTED.tsv, then in the folder that
 * DATELINE_SHARED_ARTICLES names; the tests of one that is in neither are
 * not registered, since it may not be passed on.
 */

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "dateline-article-reader.h"
#include "dateline-engine.h"

enum
{
  COLUMN_FILE,
  COLUMN_KIND,
  COLUMN_TYPE,
  COLUMN_START,
  COLUMN_END,
  COLUMN_PLACES,
  COLUMN_PRECISION,
  COLUMN_INITIATOR,
  COLUMN_KILLED,
  COLUMN_INJURED,
  COLUMN_BACKGROUND,
  N_COLUMNS
};

typedef struct
{
  char      *path;
  GPtrArray *rows; /* GStrv, borrowed */
} Dispatch;

static DatelineEngine *engine;

static DatelineArticle *
read_article (const char *path)
{
  g_autoptr (GError)                error = NULL;
  g_autoptr (DatelineArticleReader) reader = dateline_article_reader_new (path);
  DatelineArticle                  *article;

  article = dateline_article_reader_next (reader, &error);
  g_assert_no_error (error);
  return article;
}

static char *
fold (const char *text)
{
  GString *folded = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (*text != '\'')
      g_string_append_c (folded, g_ascii_tolower (*text));
  return g_string_free (folded, FALSE);
}

static gboolean
has_place (const DatelineIncident *incident, const char *wanted)
{
  g_autofree char *wanted_folded = fold (wanted);

  for (guint i = 0; i < incident->places->len; i++)
    {
      g_autofree char *name = fold (g_array_index (incident->places, DatelinePlace, i).name);

      if (strcmp (name, wanted_folded) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_initiator (const DatelineIncident *incident, const char *wanted)
{
  g_autofree char *wanted_folded = fold (wanted);

  for (guint i = 0; i < incident->actors->len; i++)
    {
      const DatelineActor *actor = &g_array_index (incident->actors, DatelineActor, i);
      g_autofree char     *name = fold (actor->name);

      if (actor->role == DATELINE_ACTOR_INITIATOR && strstr (name, wanted_folded) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
check_time (const DatelineIncident *incident, char **row)
{
  g_autofree char *start = dateline_seconds_to_iso8601 (incident->when.interval.start, incident->when.offset_minutes);
  g_autofree char *end = dateline_seconds_to_iso8601 (incident->when.interval.end, incident->when.offset_minutes);

  if (strlen (row[COLUMN_START]) == 10) /* a range that the dates must lie in */
    {
      g_assert_cmpint (strncmp (start, row[COLUMN_START], 10), >=, 0);
      g_assert_cmpint (strncmp (end, row[COLUMN_END], 10), <=, 0);
    }
  else
    g_assert_cmpstr (start, ==, row[COLUMN_START]);
}

static void
check_incident (const DatelineIncident *incident, char **row)
{
  g_auto (GStrv)       places = g_strsplit (row[COLUMN_PLACES], ";", -1);
  g_auto (GStrv)       initiators = g_strsplit (row[COLUMN_INITIATOR], ";", -1);
  const DatelinePlace *site = dateline_incident_get_site (incident);

  g_assert_cmpstr (dateline_incident_type_get_id (incident->type), ==, row[COLUMN_TYPE]);
  check_time (incident, row);
  g_assert_cmpuint (incident->places->len, ==, g_strv_length (places));
  for (guint i = 0; places[i] != NULL; i++)
    g_assert_true (has_place (incident, places[i]));
  if (row[COLUMN_PRECISION][0] != '\0')
    g_assert_cmpint (site->precision, ==, atoi (row[COLUMN_PRECISION]));
  for (guint i = 0; initiators[i] != NULL; i++)
    g_assert_true (has_initiator (incident, initiators[i]));
  if (row[COLUMN_KILLED][0] != '\0')
    g_assert_cmpint (incident->killed.best, ==, atoi (row[COLUMN_KILLED]));
  if (row[COLUMN_INJURED][0] != '\0')
    g_assert_cmpint (incident->injured.best, ==, atoi (row[COLUMN_INJURED]));
  g_assert_cmpint (incident->background, ==, strcmp (row[COLUMN_BACKGROUND], "true") == 0);
}

static void
check_provenance (const DatelineIncident *incident, gsize length)
{
  g_assert_false (dateline_span_is_empty (incident->type_provenance.span));
  g_assert_true (incident->when.assumed || !dateline_span_is_empty (incident->when.provenance.span));
  for (guint i = 0; i < incident->places->len; i++)
    g_assert_false (dateline_span_is_empty (g_array_index (incident->places, DatelinePlace, i).provenance.span));
  for (guint i = 0; i < incident->actors->len; i++)
    g_assert_false (dateline_span_is_empty (g_array_index (incident->actors, DatelineActor, i).provenance.span));
  for (guint i = 0; i < incident->evidence->len; i++)
    g_assert_cmpuint (g_array_index (incident->evidence, DatelineProvenance, i).span.end, <=, length);
}

static gboolean
is_rejected (const DatelineExtraction *extraction, const char *reason)
{
  for (guint i = 0; i < extraction->rejected->len; i++)
    if (strcmp (g_array_index (extraction->rejected, DatelineRejection, i).reason, reason) == 0)
      return TRUE;
  return FALSE;
}

static void
test_dispatch (gconstpointer data)
{
  const Dispatch                *dispatch = data;
  g_autoptr (DatelineArticle)    article = read_article (dispatch->path);
  g_autoptr (DatelineExtraction) extraction = dateline_engine_extract (engine, article, DATELINE_EXTRACT_DEFAULT);
  guint                          n_incidents = 0, n_rejected = 0;

  for (guint i = 0; i < dispatch->rows->len; i++)
    {
      char **row = g_ptr_array_index (dispatch->rows, i);

      if (strcmp (row[COLUMN_KIND], "anchor") == 0)
        {
          g_assert_cmpint (extraction->anchor.day, ==, dateline_day_parse (row[COLUMN_START], NULL));
          g_assert_nonnull (extraction->anchor.reason);
        }
      else if (strcmp (row[COLUMN_KIND], "rejected") == 0)
        {
          g_assert_true (is_rejected (extraction, row[COLUMN_TYPE]));
          n_rejected++;
        }
      else
        {
          g_assert_cmpuint (n_incidents, <, extraction->incidents->len);
          check_incident (g_ptr_array_index (extraction->incidents, n_incidents), row);
          check_provenance (g_ptr_array_index (extraction->incidents, n_incidents), article->length);
          n_incidents++;
        }
    }
  g_assert_cmpuint (extraction->incidents->len, ==, n_incidents);
  g_assert_cmpuint (extraction->rejected->len, ==, n_rejected);
}

static void
dispatch_free (Dispatch *dispatch)
{
  g_free (dispatch->path);
  g_ptr_array_unref (dispatch->rows);
  g_free (dispatch);
}

static char *
find_article (const char *file)
{
  const char      *shared = g_getenv ("DATELINE_SHARED_ARTICLES");
  g_autofree char *ours = g_build_filename (g_getenv ("DATELINE_ARTICLES"), file, NULL);
  g_autofree char *theirs = g_build_filename (shared != NULL ? shared : "/nonexistent", file, NULL);

  if (g_file_test (ours, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&ours);
  return g_file_test (theirs, G_FILE_TEST_EXISTS) ? g_steal_pointer (&theirs) : NULL;
}

int
main (int argc, char *argv[])
{
  g_autofree char      *table = NULL;
  g_autofree char      *contents = NULL;
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GPtrArray) dispatches = g_ptr_array_new_with_free_func ((GDestroyNotify) dispatch_free);
  g_auto (GStrv)        lines = NULL;
  Dispatch             *last = NULL;
  int                   status;

  g_test_init (&argc, &argv, NULL);

  engine = dateline_engine_open (g_getenv ("DATELINE_ENGINE_DATA"), &error);
  g_assert_no_error (error);
  table = g_build_filename (g_getenv ("DATELINE_ARTICLES"), "EXPECTED.tsv", NULL);
  g_file_get_contents (table, &contents, NULL, &error);
  g_assert_no_error (error);

  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char **row;

      if (lines[i][0] == '#' || lines[i][0] == '\0' || g_str_has_prefix (lines[i], "file\t"))
        continue;
      row = g_strsplit (lines[i], "\t", -1);
      g_assert_cmpuint (g_strv_length (row), ==, N_COLUMNS);
      g_ptr_array_add (rows, row);
      if (last == NULL || strcmp (((char **) g_ptr_array_index (last->rows, 0))[COLUMN_FILE], row[COLUMN_FILE]) != 0)
        {
          last = g_new0 (Dispatch, 1);
          last->path = find_article (row[COLUMN_FILE]);
          last->rows = g_ptr_array_new ();
          g_ptr_array_add (dispatches, last);
        }
      g_ptr_array_add (last->rows, row);
    }
  for (guint i = 0; i < dispatches->len; i++)
    {
      const Dispatch  *dispatch = g_ptr_array_index (dispatches, i);
      g_autofree char *path = g_strdup_printf ("/extract/dispatches/%s", ((char **) g_ptr_array_index (dispatch->rows, 0))[COLUMN_FILE]);

      if (dispatch->path != NULL)
        g_test_add_data_func (path, dispatch, test_dispatch);
    }

  status = g_test_run ();
  dateline_engine_free (engine);
  return status;
}
