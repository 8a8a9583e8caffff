/* dateline-output-format.c: what dateline-extract writes, and in which form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-output-format.h"

#include "dateline-csv-writer.h"
#include "dateline-geojson-writer.h"
#include "dateline-json-writer.h"

static const struct
{
  const char *name;
  const char *begin;
  const char *separator;
  const char *end;
} formats[] = {
  [DATELINE_OUTPUT_NDJSON] = { "ndjson", "", "", "" },
  [DATELINE_OUTPUT_JSON] = { "json", "[\n", ",\n", "\n]\n" },
  [DATELINE_OUTPUT_GEOJSON] = { "geojson", "{\"type\":\"FeatureCollection\",\"features\":[\n", ",\n", "\n]}\n" },
  [DATELINE_OUTPUT_CSV] = { "csv", "", "", "" },
};

/**
 * dateline_output_format_parse:
 * @name: "ndjson", "json", "geojson" or "csv"
 * @format: (out): untouched when @name is none of them
 *
 * Returns: whether it is
 */
gboolean
dateline_output_format_parse (const char *name, DatelineOutputFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (formats[i].name, name) == 0)
      {
        *format = (DatelineOutputFormat) i;
        return TRUE;
      }
  return FALSE;
}

void
dateline_output_format_begin (DatelineOutputFormat format, GString *out)
{
  g_string_append (out, formats[format].begin);
  if (format == DATELINE_OUTPUT_CSV)
    dateline_csv_writer_write_header (out);
}

const char *
dateline_output_format_get_separator (DatelineOutputFormat format)
{
  return formats[format].separator;
}

const char *
dateline_output_format_get_end (DatelineOutputFormat format)
{
  return formats[format].end;
}

/**
 * dateline_output_format_write:
 * @format: the form
 * @out: to append to
 * @article: an article
 * @extraction: what it says
 * @data_version: (nullable): the version of the engine's data
 *
 * Appends the article's chunk; an article without incidents has none in
 * GeoJSON and CSV.
 */
void
dateline_output_format_write (DatelineOutputFormat      format,
                              GString                  *out,
                              const DatelineArticle    *article,
                              const DatelineExtraction *extraction,
                              const char               *data_version)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();

  g_ptr_array_add (articles, (gpointer) article);
  switch (format)
    {
    case DATELINE_OUTPUT_GEOJSON:
      dateline_geojson_writer_write_features (out, extraction->incidents, articles, FALSE);
      break;
    case DATELINE_OUTPUT_CSV:
      dateline_csv_writer_write_rows (out, extraction->incidents, articles, FALSE);
      break;
    case DATELINE_OUTPUT_NDJSON:
    case DATELINE_OUTPUT_JSON:
    default:
      dateline_json_writer_write (out, article, extraction, data_version);
      if (format == DATELINE_OUTPUT_NDJSON)
        g_string_append_c (out, '\n');
    }
}

/**
 * dateline_output_format_write_merged:
 * @format: the form
 * @out: to append to
 * @incidents: (element-type DatelineIncident): of all articles
 * @articles: (element-type DatelineArticle): which provenances count from 0
 * @data_version: (nullable): the version of the engine's data
 *
 * Appends the whole document, from begin to end; in both forms of JSON it
 * is one object on one line.
 */
void
dateline_output_format_write_merged (DatelineOutputFormat format, GString *out, GPtrArray *incidents, GPtrArray *articles, const char *data_version)
{
  switch (format)
    {
    case DATELINE_OUTPUT_GEOJSON:
      dateline_output_format_begin (format, out);
      dateline_geojson_writer_write_features (out, incidents, articles, TRUE);
      g_string_append (out, formats[format].end);
      break;
    case DATELINE_OUTPUT_CSV:
      dateline_output_format_begin (format, out);
      dateline_csv_writer_write_rows (out, incidents, articles, TRUE);
      break;
    case DATELINE_OUTPUT_NDJSON:
    case DATELINE_OUTPUT_JSON:
    default:
      dateline_json_writer_write_merged (out, incidents, articles, data_version);
      g_string_append_c (out, '\n');
    }
}
