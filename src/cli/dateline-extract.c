/* dateline-extract.c: articles in, incidents out, without a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "dateline-article-reader.h"
#include "dateline-data-dir.h"
#include "dateline-extract-job.h"
#include "dateline-extract-project.h"
#include "dateline-render.h"

typedef enum
{
  STATUS_ALL_READ = 0,
  STATUS_SOME_FAILED = 1,
  STATUS_USAGE = 2,
  STATUS_NOTHING_READ = 3
} Status;

typedef struct
{
  DatelineExtractOptions extract;
  DatelineRenderOptions  render;
  char                  *project; /* NULL for none */
  gboolean               writes;  /* a format was asked for */
  char                 **paths;
  gboolean               version;
} Options;

G_GNUC_PRINTF (1, 2)
static void
complain (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  fputs ("dateline-extract: ", stderr);
  vfprintf (stderr, format, arguments);
  fputc ('\n', stderr);
  va_end (arguments);
}

static gboolean
fail_usage (GError **error, const char *option, const char *value, const char *expected)
{
  /* Translators: an option, what was given, and what it can be, such as "a date, YYYY-MM-DD" */
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("--%s=%s: expected %s"), option, value, expected);
  return FALSE;
}

static gboolean
parse_day (const char *option, const char *text, DatelineDay *day, GError **error)
{
  const char *rest;

  *day = DATELINE_DAY_NONE;
  if (text == NULL)
    return TRUE;
  *day = dateline_day_parse (text, &rest);
  return *day != DATELINE_DAY_NONE && *rest == '\0' ? TRUE : fail_usage (error, option, text, _ ("a date, YYYY-MM-DD"));
}

/* "iq,SY" */
static gboolean
parse_countries (const char *text, char ***countries, GError **error)
{
  g_autofree char *upper = text != NULL ? g_ascii_strup (text, -1) : NULL;

  *countries = upper != NULL ? g_strsplit (upper, ",", -1) : NULL;
  for (char **country = *countries; country != NULL && *country != NULL; country++)
    if (strlen (*country) != 2)
      return fail_usage (error, "country", text, _ ("codes of two letters, as IQ,SY,YE"));
  return TRUE;
}

static gboolean
parse_types (const char *text, char ***types, GError **error)
{
  *types = text != NULL ? g_strsplit (text, ",", -1) : NULL;
  for (char **type = *types; type != NULL && *type != NULL; type++)
    {
      DatelineIncidentType known;

      if (!dateline_incident_type_parse (*type, &known))
        return fail_usage (error, "type", *type, _ ("types of incidents, as air-strike,shelling"));
    }
  return TRUE;
}

static gboolean
on_public_cb (const char *name, const char *value, gpointer data, GError **error)
{
  DatelinePublicOptions *options = data;

  options->coarseness = DATELINE_COARSENESS_GRID;
  return value == NULL || dateline_coarseness_parse (value, &options->coarseness) || fail_usage (error, "public", value, "0.1, adm2, adm1");
}

static GOptionGroup *
create_group (DatelinePublicOptions *public)
{
  GOptionEntry entries[] = {
    { "public", 0, G_OPTION_FLAG_OPTIONAL_ARG, G_OPTION_ARG_CALLBACK, on_public_cb, N_ ("Make places coarser (to a tenth of a degree, the district or the governorate), and leave out quotations, notes, and names of persons"), "0.1|adm2|adm1" },
    { "keep-quotations", 0, 0, G_OPTION_ARG_NONE, &public->quotations, N_ ("Keep the quotations with --public"), NULL },
    { NULL },
  };
  GOptionGroup *group = g_option_group_new ("dateline-extract", "", "", public, NULL);

  g_option_group_add_entries (group, entries);
  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  return group;
}

/* What a project keeps is what the window would keep of it. */
static gboolean
check_project (const Options *options, GError **error)
{
  if (options->project == NULL || (options->extract.published == NULL && options->extract.flags == 0 && options->render.path == NULL))
    return TRUE;
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _ ("--project goes with none of --published, --entities, --explain and --render"));
  return FALSE;
}

static gboolean
check_options (Options *options, const char *format, GError **error)
{
  const char *published = options->extract.published;
  const char *rest;

  if (format != NULL && !dateline_output_format_parse (format, &options->extract.format))
    return fail_usage (error, "format", format, _ ("ndjson, json, geojson, csv, acled, ucdp-ged, kml, gpx or html"));
  if (published != NULL && (dateline_day_parse (published, &rest) == DATELINE_DAY_NONE || *rest != '\0'))
    return fail_usage (error, "published", published, _ ("a date, YYYY-MM-DD"));
  if (options->extract.n_jobs < 1 || options->extract.n_jobs > 256)
    {
      g_autofree char *n_jobs = g_strdup_printf ("%d", options->extract.n_jobs);

      return fail_usage (error, "jobs", n_jobs, _ ("a number from 1 to 256"));
    }
  options->writes = format != NULL;
  options->extract.merge |= options->render.path != NULL || options->extract.format == DATELINE_OUTPUT_HTML;
  if (options->paths == NULL && !options->version && (options->project == NULL || !options->writes))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _ ("nothing to read: give files, folders, or - for standard input"));
      return FALSE;
    }
  return TRUE;
}

static gboolean
parse_options (int *argc, char ***argv, Options *options, GError **error)
{
  g_autofree char *format = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *country = NULL;
  g_autofree char *type = NULL;
  gboolean         entities = FALSE, explain = FALSE;
  GOptionEntry     entries[] = {
        { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_ ("What to write: ndjson (the default; one line an article), json, geojson, csv, acled, ucdp-ged, kml, gpx or html"), N_ ("FORMAT") },
        { "published", 'p', 0, G_OPTION_ARG_STRING, &options->extract.published, N_ ("When articles without a date of their own were published"), N_ ("YYYY-MM-DD") },
        { "jobs", 'j', 0, G_OPTION_ARG_INT, &options->extract.n_jobs, N_ ("How many articles to work on at once; all processors by default"), "N" },
        { "merge", 'm', 0, G_OPTION_ARG_NONE, &options->extract.merge, N_ ("Write one list of incidents over all that is read"), NULL },
        { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("Leave out incidents that ended before"), N_ ("YYYY-MM-DD") },
        { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("Leave out incidents that began after"), N_ ("YYYY-MM-DD") },
        { "country", 0, 0, G_OPTION_ARG_STRING, &country, N_ ("Leave out incidents elsewhere"), "IQ,SY,…" },
        { "type", 0, 0, G_OPTION_ARG_STRING, &type, N_ ("Leave out incidents of other types"), "air-strike,…" },
        { "entities", 'e', 0, G_OPTION_ARG_NONE, &entities, N_ ("Write the places, times, organisations, weapons and quantities found"), NULL },
        { "explain", 'x', 0, G_OPTION_ARG_NONE, &explain, N_ ("Say why each value was chosen"), NULL },
        { "project", 'P', 0, G_OPTION_ARG_FILENAME, &options->project, N_ ("Read into a project file, and write its incidents if --format is given"), "FILE.dateline" },
        { "version", 'V', 0, G_OPTION_ARG_NONE, &options->version, N_ ("Show the version and exit"), NULL },
        { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->paths, NULL, N_ ("FILE|FOLDER|-...") },
        { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_summary (context, _ ("Finds the incidents that news articles on Iraq, Syria and Yemen report."));
  g_option_context_set_description (context,
                                    _ ("Reads text, HTML, RSS, Atom, mail, CSV, zip and tar archives of these, the tables\n"
                                       "of ACLED, UCDP GED and GTD, and JSON and NDJSON, one article a line:\n"
                                       "  {\"id\", \"text\" or \"html\", \"title\", \"url\", \"publisher\", \"published\"}\n"
                                       "A text may begin with the words: date YYYY-MM-DD\n\n"
                                       "Exit status: 0 all was read; 1 some inputs failed, each named with its reason;\n"
                                       "2 wrong usage; 3 nothing could be read."));
  g_option_context_set_main_group (context, create_group (&options->extract.public));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  dateline_render_options_add (&options->render, context);
  options->extract.n_jobs = (int) CLAMP (g_get_num_processors (), 1, 256);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;

  options->extract.flags = (entities ? DATELINE_EXTRACT_ENTITIES : 0) | (explain ? DATELINE_EXTRACT_EXPLAIN : 0);
  return parse_day ("from", from, &options->extract.from, error) &&
         parse_day ("to", to, &options->extract.to, error) &&
         parse_countries (country, &options->extract.countries, error) &&
         parse_types (type, &options->extract.types, error) &&
         dateline_render_options_check (&options->render, error) &&
         check_options (options, format, error) &&
         check_project (options, error);
}

/* Reads one path to its end; FALSE when the output can take no more. */
static gboolean
read_path (DatelineExtractJob *job, const char *path, gboolean merges, guint *n_read, guint *n_failed)
{
  g_autoptr (DatelineArticleReader) reader = dateline_article_reader_new (path);

  for (;;)
    {
      g_autoptr (GError)  error = NULL;
      DatelineArticle    *article = dateline_article_reader_next (reader, &error);
      DatelineExtraction *extraction;
      GPtrArray          *wholes;

      if (error != NULL)
        {
          complain ("%s", error->message);
          (*n_failed)++;
          continue;
        }
      if (article == NULL)
        return TRUE;
      (*n_read)++;
      extraction = dateline_article_reader_take_extraction (reader);
      if (merges && extraction != NULL)
        g_ptr_array_set_size (extraction->incidents, (int) (extraction->incidents->len - dateline_article_reader_get_n_parts (reader)));
      if (!dateline_extract_job_add (job, article, extraction))
        return FALSE;
      if (merges && (wholes = dateline_article_reader_take_wholes (reader)) != NULL)
        dateline_extract_job_add_wholes (job, wholes);
    }
}

static Status
report (const DatelineOutput *output, guint n_read, guint n_failed)
{
  int failure = dateline_output_get_errno (output);

  /* Whoever read our output has seen enough. */
  if (failure == EPIPE)
    return STATUS_ALL_READ;
  if (failure != 0)
    {
      complain (_ ("standard output: %s"), g_strerror (failure));
      return STATUS_SOME_FAILED;
    }
  if (n_read == 0)
    return STATUS_NOTHING_READ;
  return n_failed > 0 ? STATUS_SOME_FAILED : STATUS_ALL_READ;
}

/* Into the project, and out of it. */
static Status
run_project (const Options *options, const DatelineEngine *engine)
{
  g_autoptr (GError)         error = NULL;
  g_autoptr (GPtrArray)      failures = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DatelineOutput) output = dateline_output_new (STDOUT_FILENO);
  DatelineExtractProject     project = { options->project, options->paths, options->writes, 0, failures };
  gboolean                   done = dateline_extract_project_run (&project, engine, &options->extract, output, &error);

  for (guint i = 0; i < failures->len; i++)
    complain ("%s", (const char *) g_ptr_array_index (failures, i));
  if (!done)
    {
      complain ("%s", error->message);
      return STATUS_NOTHING_READ;
    }
  return report (output, options->paths != NULL ? project.n_read : 1, failures->len);
}

/* Instead of the records. */
static gboolean
render (const Options *options, DatelineExtractJob *job)
{
  g_autoptr (GError) error = NULL;

  if (dateline_render (&options->render, dateline_extract_job_get_merged (job), options->extract.from, options->extract.to, &error))
    return TRUE;
  complain ("%s", error->message);
  return FALSE;
}

static Status
run (const Options *options)
{
  g_autoptr (GError)             error = NULL;
  g_autofree char               *data = dateline_data_find ("engine.dat");
  g_autoptr (DatelineEngine)     engine = NULL;
  g_autoptr (DatelineOutput)     output = NULL;
  g_autoptr (DatelineExtractJob) job = NULL;
  guint                          n_read = 0, n_failed = 0;

  if (data == NULL)
    {
      complain (_ ("engine.dat is missing; install Dateline again, or set DATELINE_DATA_DIR to the folder that holds it"));
      return STATUS_NOTHING_READ;
    }
  engine = dateline_engine_open (data, &error);
  if (engine == NULL)
    {
      complain ("%s", error->message);
      return STATUS_NOTHING_READ;
    }

  if (options->project != NULL)
    return run_project (options, engine);
  output = dateline_output_new (STDOUT_FILENO);
  job = dateline_extract_job_new (engine, &options->extract, output);
  for (char **path = options->paths; *path != NULL; path++)
    if (!read_path (job, *path, options->extract.merge, &n_read, &n_failed))
      break;
  if (n_read > 0 && options->render.path != NULL)
    n_failed += !render (options, job);
  else if (n_read > 0)
    dateline_extract_job_finish (job);
  return report (output, n_read, n_failed);
}

static void
set_up_locale (void)
{
  g_autofree char *folder = dateline_locale_find ();

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  Options            options = { .extract.format = DATELINE_OUTPUT_NDJSON };
  Status             status = STATUS_ALL_READ;

  set_up_locale ();
  dateline_render_options_init (&options.render);
  signal (SIGPIPE, SIG_IGN);

  if (!parse_options (&argc, &argv, &options, &error))
    {
      complain ("%s", error->message);
      fprintf (stderr, "%s\n", _ ("Try: dateline-extract --help"));
      status = STATUS_USAGE;
    }
  else if (options.version)
    printf ("dateline-extract %s\n", DATELINE_VERSION);
  else
    status = run (&options);

  dateline_render_options_clear (&options.render);
  g_strfreev (options.paths);
  g_free (options.project);
  g_free (options.extract.published);
  g_strfreev (options.extract.countries);
  g_strfreev (options.extract.types);
  return (int) status;
}
