/* test-dates.c: expressions of time against tests/spec/dates.txt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

/* The table would be empty when it is not found or not read. */
#define MIN_ROWS 300

static DatelineData *data;

static char *
describe_all (const Fixture *fixture)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < fixture->timexes->len; i++)
    {
      g_autofree char *line = fixture_describe (fixture, &g_array_index (fixture->timexes, DatelineTimex, i), FALSE);

      g_string_append_printf (lines, "%s%s", i > 0 ? "; " : "", line);
    }
  return g_string_free (lines, FALSE);
}

static gboolean
check_row (guint number, char **cells)
{
  g_autofree char *text = g_strcompress (cells[1]);
  g_autofree char *found = NULL;
  g_auto (Fixture) fixture = { 0 };

  fixture_read (&fixture, data, text, dateline_day_parse (cells[0], NULL));
  found = describe_all (&fixture);
  if (g_strcmp0 (*found != '\0' ? found : "none", cells[2]) == 0)
    return TRUE;
  g_test_message ("line %u: %s", number, cells[1]);
  g_test_message ("  expected %s", cells[2]);
  g_test_message ("  found    %s", found);
  return FALSE;
}

static void
test_table (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *contents = NULL;
  g_auto (GStrv)     lines = NULL;
  guint              n_rows = 0, n_wrong = 0;

  g_file_get_contents (g_getenv ("DATELINE_SPEC_DATES"), &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", 3);

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      g_assert_cmpuint (g_strv_length (cells), ==, 3);
      n_rows++;
      n_wrong += !check_row (i + 1, cells);
    }
  g_test_message ("%u rows, %u wrong", n_rows, n_wrong);
  g_assert_cmpuint (n_rows, >=, MIN_ROWS);
  g_assert_cmpuint (n_wrong, ==, 0);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  data = fixture_open_data ();

  g_test_add_func ("/time/dates/table", test_table);

  status = g_test_run ();
  dateline_data_free (data);
  return status;
}
