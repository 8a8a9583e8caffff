/* test-anchor.c: the anchor date against tests/spec/dates-anchor.txt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include <string.h>

static DatelineData *data;

static gboolean
contains_timex (const Fixture *fixture, const char *wanted)
{
  for (guint i = 0; i < fixture->timexes->len; i++)
    {
      g_autofree char *line = fixture_describe (fixture, &g_array_index (fixture->timexes, DatelineTimex, i), TRUE);

      if (strcmp (line, wanted) == 0)
        return TRUE;
    }
  return FALSE;
}

/* An anchor other than the metadata's gives its reason and its words. */
static void
check_reason (const Fixture *fixture)
{
  if (strcmp (fixture->anchor.source, "metadata") == 0)
    {
      g_assert_null (fixture->anchor.reason);
      return;
    }
  g_assert_nonnull (fixture->anchor.reason);
  g_assert_true (g_str_has_suffix (fixture->anchor.reason, "."));
  if (fixture->anchor.day != DATELINE_DAY_NONE)
    {
      g_assert_false (dateline_span_is_empty (fixture->anchor.span));
      g_assert_cmpuint (fixture->anchor.span.end, <=, fixture->document->length);
    }
}

static void
test_case (gconstpointer user_data)
{
  const char      *example = user_data;
  const char      *published = strstr (example, "published: ") + strlen ("published: ");
  const char      *text = strchr (published, '\n') + 1;
  const char      *divider = strstr (text, "\n--\n");
  g_autofree char *body = g_strndup (text, (gsize) (divider - text));
  g_auto (GStrv)   expected = g_strsplit (divider + strlen ("\n--\n"), "\n", -1);
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *day = NULL;
  g_autofree char *found = NULL;

  fixture_read (&fixture, data, body, dateline_day_parse (published, NULL));
  day = fixture.anchor.day == DATELINE_DAY_NONE ? g_strdup ("none") : dateline_day_to_string (fixture.anchor.day);
  found = g_strdup_printf ("anchor %s %s", day, fixture.anchor.source);
  if (fixture.anchor.reason != NULL)
    g_test_message ("%s", fixture.anchor.reason);

  g_assert_cmpstr (found, ==, expected[0]);
  check_reason (&fixture);
  for (guint i = 1; expected[i] != NULL; i++)
    if (*expected[i] != '\0' && !contains_timex (&fixture, expected[i]))
      g_error ("%s: not found in “%s”", expected[i], body);
}

static void
add_cases (const char *contents)
{
  g_auto (GStrv) examples = g_strsplit (contents, "\n@@ ", -1);

  g_assert_cmpuint (g_strv_length (examples), >, 20);
  for (guint i = 1; examples[i] != NULL; i++)
    {
      g_autofree char *title = g_strndup (examples[i], strcspn (examples[i], "\n"));
      g_autofree char *path = g_strdup_printf ("/time/anchor/%s", g_strdelimit (title, " /", '-'));

      g_test_add_data_func_full (path, g_strdup (examples[i]), test_case, g_free);
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *contents = NULL;
  int                status;

  g_test_init (&argc, &argv, NULL);
  data = fixture_open_data ();
  g_file_get_contents (g_getenv ("DATELINE_SPEC_ANCHOR"), &contents, NULL, &error);
  g_assert_no_error (error);
  add_cases (contents);

  status = g_test_run ();
  dateline_data_free (data);
  return status;
}
