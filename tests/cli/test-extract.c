/* test-extract.c: dateline-extract as a shell sees it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * $DATELINE_EXTRACT is the program.
 */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *contents;
  } files[] = {
    { "good.txt", "date 2024-01-24\nShells hit Aleppo." },
    { "also.html", "<title>T</title><p>Shells hit Idlib.</p>" },
    { "empty.txt", "" },
    { "binary.txt", "\x89PNG\r\n" },
    { "latin.txt", "caf\xe9 in Hama" },
    { "some.ndjson", "{\"id\":\"a\",\"text\":\"A\"}\n{\"id\":\"b\"}\n{\"id\":\"c\",\"text\":\"C\"}\n" },
  };

  fixture->folder = g_dir_make_tmp ("dateline-cli-XXXXXX", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, files[i].name, NULL);

      g_assert_true (g_file_set_contents (path, files[i].contents, -1, NULL));
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char      *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

/* Runs the program in the fixture's folder; returns its exit status. */
static int
run (Fixture *fixture, const char *command_line, const char *input, char **output, char **errors)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autofree char                *whole = g_strconcat (g_getenv ("DATELINE_EXTRACT"), " ", command_line, NULL);
  g_auto (GStrv)                  arguments = NULL;
  g_autoptr (GSubprocess)         process = NULL;
  g_autoptr (GError)              error = NULL;
  g_autofree char                *ignored = NULL;

  g_assert_true (g_shell_parse_argv (whole, NULL, &arguments, NULL));
  g_subprocess_launcher_set_cwd (launcher, fixture->folder);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) arguments, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, input, NULL, output, errors != NULL ? errors : &ignored, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  return g_subprocess_get_exit_status (process);
}

static void
test_exit_status (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *command_line;
    const char *input;
    int         status;
    const char *errors; /* a part of them */
  } cases[] = {
    { "good.txt", NULL, 0, "" },
    { "-", "Shells hit Hama.", 0, "" },
    { "good.txt missing.txt", NULL, 1, "missing.txt: there is no such file or folder" },
    { ".", NULL, 1, "empty.txt: it is empty" },
    { "some.ndjson", NULL, 1, "some.ndjson, line 2: neither" },
    { "missing.txt", NULL, 3, "missing.txt" },
    { "empty.txt binary.txt latin.txt", NULL, 3, "latin.txt: byte 3 (0xE9) is not UTF-8" },
    { "-", "", 3, "standard input: it is empty" },
    { "", NULL, 2, "nothing to read" },
    { "--format=xml good.txt", NULL, 2, "--format=xml: expected" },
    { "--published=2024-02-30 good.txt", NULL, 2, "--published=2024-02-30: expected" },
    { "--published=2024-02-03x good.txt", NULL, 2, "--published" },
    { "--jobs=0 good.txt", NULL, 2, "--jobs=0: expected" },
    { "--jobs=many good.txt", NULL, 2, "jobs" },
    { "--nonsense good.txt", NULL, 2, "--nonsense" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *output = NULL;
      g_autofree char *errors = NULL;
      int              status = run (fixture, cases[i].command_line, cases[i].input, &output, &errors);

      g_test_message ("dateline-extract %s", cases[i].command_line);
      g_assert_cmpint (status, ==, cases[i].status);
      g_assert_nonnull (strstr (errors, cases[i].errors));
      g_assert_cmpint (*cases[i].errors == '\0', ==, *errors == '\0');
      g_assert_cmpint (status >= 2, ==, *output == '\0');
    }
}

static void
test_version (Fixture *fixture, gconstpointer data)
{
  g_autofree char *output = NULL;

  g_assert_cmpint (run (fixture, "--version", NULL, &output, NULL), ==, 0);
  g_assert_true (g_str_has_prefix (output, "dateline-extract "));
}

/* Every bad input is named, and nothing else is lost. */
static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  g_auto (GStrv)   lines = NULL;

  run (fixture, ".", NULL, &output, &errors);
  lines = g_strsplit (errors, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  g_assert_nonnull (strstr (lines[0], "binary.txt"));
  g_assert_nonnull (strstr (lines[1], "empty.txt"));
  g_assert_nonnull (strstr (lines[2], "latin.txt"));
  g_assert_nonnull (strstr (lines[3], "some.ndjson, line 2"));
  g_strfreev (g_steal_pointer (&lines));
  lines = g_strsplit (output, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  g_assert_nonnull (strstr (lines[0], "\"id\":\"also\""));
  g_assert_nonnull (strstr (lines[1], "\"id\":\"good\""));
  g_assert_nonnull (strstr (lines[2], "\"id\":\"a\""));
  g_assert_nonnull (strstr (lines[3], "\"id\":\"c\""));
}

static char *
make_stream (guint n_articles)
{
  GString *stream = g_string_new (NULL);

  for (guint i = 0; i < n_articles; i++)
    g_string_append_printf (stream, "{\"id\":\"%u\",\"text\":\"Article %u%s\"}\n", i, i, i % 100 == 7 ? " slow" : "");
  return g_string_free (stream, FALSE);
}

/* Any number of jobs gives the same bytes, in input order. */
static void
test_jobs (Fixture *fixture, gconstpointer data)
{
  static const char *const formats[] = { "ndjson", "json", "geojson", "csv" };
  g_autofree char         *stream = make_stream (1000);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *one_job = g_strdup_printf ("--jobs=1 --format=%s -", formats[i]);
      g_autofree char *many_jobs = g_strdup_printf ("--jobs=7 --format=%s -", formats[i]);
      g_autofree char *one = NULL;
      g_autofree char *many = NULL;

      g_assert_cmpint (run (fixture, one_job, stream, &one, NULL), ==, 0);
      g_assert_cmpint (run (fixture, many_jobs, stream, &many, NULL), ==, 0);
      g_assert_cmpstr (one, ==, many);
    }
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autofree char *stream = make_stream (500);
  g_autofree char *output = NULL;
  g_auto (GStrv)   lines = NULL;

  g_assert_cmpint (run (fixture, "--jobs=4 -", stream, &output, NULL), ==, 0);
  lines = g_strsplit (output, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 501);
  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *id = g_strdup_printf ("\"article\":{\"id\":\"%u\"", i);

      g_assert_nonnull (strstr (lines[i], id));
    }
}

/* Whoever reads the output may stop at any time. */
static void
test_closed_pipe (Fixture *fixture, gconstpointer data)
{
  g_autofree char         *path = g_build_filename (fixture->folder, "stream.ndjson", NULL);
  g_autofree char         *stream = make_stream (20000);
  g_autofree char         *errors = NULL;
  char                     first[64];
  g_autoptr (GSubprocess)  process = NULL;
  g_autoptr (GInputStream) error_pipe = NULL;
  g_autoptr (GError)       error = NULL;

  g_assert_true (g_file_set_contents (path, stream, -1, NULL));
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error, g_getenv ("DATELINE_EXTRACT"), path, NULL);
  g_assert_no_error (error);
  g_assert_true (g_input_stream_read_all (g_subprocess_get_stdout_pipe (process), first, sizeof first, NULL, NULL, NULL));
  g_assert_true (g_input_stream_close (g_subprocess_get_stdout_pipe (process), NULL, NULL));
  g_assert_true (g_subprocess_wait (process, NULL, &error));
  g_assert_cmpint (strncmp (first, "{\"schema\":\"dateline/1\"", 22), ==, 0);
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
  g_assert_cmpint (g_input_stream_read (g_subprocess_get_stderr_pipe (process), first, sizeof first, NULL, NULL), ==, 0);
}

static JsonNode *
parse (const char *text)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError)     error = NULL;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

static void
test_published (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *input;
    const char *published;
  } cases[] = {
    { "{\"text\":\"Shells hit Hama.\"}", "2020-05-06" },
    { "{\"text\":\"Shells hit Hama.\",\"published\":\"2021-01-02\"}", "2021-01-02" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char     *output = NULL;
      g_autoptr (JsonNode) root = NULL;
      JsonObject          *article;

      g_assert_cmpint (run (fixture, "--published=2020-05-06 -", cases[i].input, &output, NULL), ==, 0);
      root = parse (output);
      article = json_object_get_object_member (json_node_get_object (root), "article");
      g_assert_cmpstr (json_object_get_string_member (article, "published"), ==, cases[i].published);
    }
}

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  g_autofree char     *output = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonArray           *articles;

  g_assert_cmpint (run (fixture, "--merge some.ndjson good.txt", NULL, &output, NULL), ==, 1);
  root = parse (output);
  articles = json_object_get_array_member (json_node_get_object (root), "articles");
  g_assert_cmpuint (json_array_get_length (articles), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (articles, 2), "id"), ==, "good");
  g_assert_true (json_object_has_member (json_node_get_object (root), "incidents"));
}

/* Two reports of one event are one incident, with the words of both. */
static void
test_merge_reports (Fixture *fixture, gconstpointer data)
{
  const char          *input = "{\"id\":\"a\",\"published\":\"2016-05-04\",\"text\":\"An air strike killed five people in Aleppo on Tuesday.\"}\n"
                               "{\"id\":\"b\",\"published\":\"2016-05-05\",\"text\":\"Five people died in an air strike on Aleppo on May 3.\"}\n";
  g_autofree char     *output = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonArray           *incidents, *evidence;

  g_assert_cmpint (run (fixture, "--merge -", input, &output, NULL), ==, 0);
  root = parse (output);
  incidents = json_object_get_array_member (json_node_get_object (root), "incidents");
  g_assert_cmpuint (json_array_get_length (incidents), ==, 1);
  evidence = json_object_get_array_member (json_array_get_object_element (incidents, 0), "evidence");
  g_assert_cmpuint (json_array_get_length (evidence), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (evidence, 0), "article"), ==, "a");
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (evidence, 1), "article"), ==, "b");
}

static void
test_json (Fixture *fixture, gconstpointer data)
{
  g_autofree char     *output = NULL;
  g_autofree char     *features = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (JsonNode) collection = NULL;

  g_assert_cmpint (run (fixture, "--format=json --entities --explain good.txt also.html", NULL, &output, NULL), ==, 0);
  root = parse (output);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (root)), ==, 2);
  g_assert_true (json_object_has_member (json_array_get_object_element (json_node_get_array (root), 1), "entities"));

  g_assert_cmpint (run (fixture, "--format=geojson good.txt also.html", NULL, &features, NULL), ==, 0);
  collection = parse (features);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (collection), "type"), ==, "FeatureCollection");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_nonnull (g_getenv ("DATELINE_EXTRACT"));

#define ADD(name, function) g_test_add ("/cli/extract/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("exit-status", test_exit_status);
  ADD ("version", test_version);
  ADD ("folder", test_folder);
  ADD ("jobs", test_jobs);
  ADD ("order", test_order);
  ADD ("closed-pipe", test_closed_pipe);
  ADD ("published", test_published);
  ADD ("merge", test_merge);
  ADD ("merge-reports", test_merge_reports);
  ADD ("json", test_json);

  return g_test_run ();
}
