/* test-sentences.c: what a sentence reports, and who does it to whom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row a sentence, in tests/spec/realis.txt and tests/spec/roles.txt, each
 * read as an article published on the same Thursday.
 */

#include <glib.h>
#include <string.h>

#include "dateline-engine.h"

#define PUBLISHED "2024-05-16"

static DatelineEngine *engine;

static DatelineExtraction *
extract (const char *sentence)
{
  g_autoptr (DatelineArticle) article = dateline_article_new ("a", g_strdup (sentence), strlen (sentence));

  article->published_day = dateline_day_parse (PUBLISHED, NULL);
  return dateline_engine_extract (engine, article, DATELINE_EXTRACT_DEFAULT);
}

static const char *
get_verdict (const DatelineExtraction *extraction)
{
  for (guint i = 0; i < extraction->incidents->len; i++)
    if (!((DatelineIncident *) g_ptr_array_index (extraction->incidents, i))->background)
      return "actual";
  return extraction->incidents->len > 0 ? "background" : "rejected";
}

static gboolean
has_reason (const DatelineExtraction *extraction, const char *reason)
{
  for (guint i = 0; i < extraction->rejected->len; i++)
    if (strcmp (g_array_index (extraction->rejected, DatelineRejection, i).reason, reason) == 0)
      return TRUE;
  return FALSE;
}

static void
test_realis (gconstpointer data)
{
  char *const                   *cells = (char *const *) data;
  g_autoptr (DatelineExtraction) extraction = extract (cells[0]);

  if (strcmp (get_verdict (extraction), cells[1]) != 0)
    {
      g_test_message ("%s: expected %s, found %s", cells[0], cells[1], get_verdict (extraction));
      g_test_fail ();
    }
  else if (cells[2] != NULL && cells[2][0] != '\0' && !has_reason (extraction, cells[2]))
    {
      g_test_message ("%s: no rejection as %s", cells[0], cells[2]);
      g_test_fail ();
    }
}

/* Whether the words stand in the name of one who has the role; "none" when
 * nobody has it, "-" always. A side of a clash has both roles. */
static gboolean
names_role (const DatelineIncident *incident, DatelineActorRole role, const char *words)
{
  g_autofree char *wanted = g_utf8_casefold (words, -1);
  gboolean         any = FALSE;

  if (strcmp (words, "-") == 0)
    return TRUE;
  for (guint i = 0; i < incident->actors->len; i++)
    {
      const DatelineActor *actor = &g_array_index (incident->actors, DatelineActor, i);
      g_autofree char     *name = g_utf8_casefold (actor->name, -1);

      if (actor->role != role && actor->role != DATELINE_ACTOR_PARTICIPANT)
        continue;
      any = TRUE;
      if (strstr (name, wanted) != NULL)
        return TRUE;
    }
  return strcmp (words, "none") == 0 && !any;
}

static char *
describe_actors (const DatelineIncident *incident)
{
  static const char *const roles[] = { "initiator", "target", "participant" };
  GString                 *words = g_string_new (dateline_incident_type_get_id (incident->type));

  for (guint i = 0; i < incident->actors->len; i++)
    {
      const DatelineActor *actor = &g_array_index (incident->actors, DatelineActor, i);

      g_string_append_printf (words, ", %s %s (%.2f)", roles[actor->role], actor->name, actor->confidence);
    }
  return g_string_free (words, FALSE);
}

static void
test_roles (gconstpointer data)
{
  char *const                   *cells = (char *const *) data;
  g_autoptr (DatelineExtraction) extraction = extract (cells[0]);
  const DatelineIncident        *incident;
  g_autofree char               *found = NULL;

  if (extraction->incidents->len == 0)
    {
      g_test_message ("%s: no incident", cells[0]);
      g_test_fail ();
      return;
    }
  incident = g_ptr_array_index (extraction->incidents, 0);
  if (names_role (incident, DATELINE_ACTOR_INITIATOR, cells[1]) && names_role (incident, DATELINE_ACTOR_TARGET, cells[2]) &&
      (strcmp (cells[3], "-") == 0 || strcmp (cells[3], dateline_incident_type_get_id (incident->type)) == 0))
    return;
  found = describe_actors (incident);
  g_test_message ("%s: expected %s, %s, %s; found %s", cells[0], cells[1], cells[2], cells[3], found);
  g_test_fail ();
}

/* A row's cells; the rows under the head, without comments. */
static GPtrArray *
read_rows (const char *folder, const char *file, guint n_cells)
{
  GPtrArray         *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autofree char   *path = g_build_filename (folder, file, NULL);
  g_autofree char   *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv)     lines = NULL;
  gboolean           head = TRUE;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] == '\0' || lines[i][0] == '#')
        continue;
      if (!head)
        {
          char **cells = g_strsplit (lines[i], "\t", -1);

          if (g_strv_length (cells) < n_cells)
            g_error ("%s: line %u: expected %u columns, found %u", file, i + 1, n_cells, g_strv_length (cells));
          g_ptr_array_add (rows, cells);
        }
      head = FALSE;
    }
  g_assert_cmpuint (rows->len, >, 0);
  return rows;
}

static void
add_tests (const GPtrArray *rows, const char *group, GTestDataFunc function)
{
  for (guint i = 0; i < rows->len; i++)
    {
      char *const     *cells = g_ptr_array_index (rows, i);
      g_autofree char *path = g_strdup_printf ("/extract/%s/%03u", group, i + 1);

      g_test_add_data_func (path, cells, function);
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) realis = NULL;
  g_autoptr (GPtrArray) roles = NULL;
  g_autoptr (GError)    error = NULL;
  int                   status;

  g_test_init (&argc, &argv, NULL);

  engine = dateline_engine_open (g_getenv ("DATELINE_ENGINE_DATA"), &error);
  g_assert_no_error (error);
  realis = read_rows (g_getenv ("DATELINE_SPEC_FOLDER"), "realis.txt", 2);
  roles = read_rows (g_getenv ("DATELINE_SPEC_FOLDER"), "roles.txt", 4);
  add_tests (realis, "realis", test_realis);
  add_tests (roles, "roles", test_roles);

  status = g_test_run ();
  dateline_engine_free (engine);
  return status;
}
