/* dateline-output-format.c: what dateline-extract writes, and in which form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-output-format.h"

#include "dateline-csv-writer.h"
#include "dateline-data-set-writer.h"
#include "dateline-geojson-writer.h"
#include "dateline-html-writer.h"
#include "dateline-json-writer.h"
#include "dateline-kml-writer.h"

#define INCIDENTS_AT_ONCE 256

static const struct
{
  const char *name;
  const char *extension;
  const char *begin;
  const char *separator;
  const char *end;
} formats[] = {
  [DATELINE_OUTPUT_NDJSON] = { "ndjson", ".ndjson", "", "", "" },
  [DATELINE_OUTPUT_JSON] = { "json", ".json", "[\n", ",\n", "\n]\n" },
  [DATELINE_OUTPUT_GEOJSON] = { "geojson", ".geojson", "{\"type\":\"FeatureCollection\",\"features\":[\n", ",\n", "\n]}\n" },
  [DATELINE_OUTPUT_CSV] = { "csv", ".csv", "", "", "" },
  [DATELINE_OUTPUT_ACLED] = { "acled", ".csv", "", "", "" },
  [DATELINE_OUTPUT_GED] = { "ucdp-ged", ".csv", "", "", "" },
  [DATELINE_OUTPUT_KML] = { "kml", ".kml", "", "", "" },
  [DATELINE_OUTPUT_GPX] = { "gpx", ".gpx", "", "", "" },
  [DATELINE_OUTPUT_HTML] = { "html", ".html", "", "", "" },
};

/**
 * dateline_output_format_parse:
 * @name: "ndjson", "json", "geojson", "csv", "acled", "ucdp-ged", "kml",
 *   "gpx" or "html"
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

const char *
dateline_output_format_get_name (DatelineOutputFormat format)
{
  return formats[format].name;
}

/**
 * dateline_output_format_get_extension:
 * @format: the form
 *
 * Returns: how a file in it is called, ".csv"
 */
const char *
dateline_output_format_get_extension (DatelineOutputFormat format)
{
  return formats[format].extension;
}

void
dateline_output_format_begin (DatelineOutputFormat format, GString *out)
{
  g_string_append (out, formats[format].begin);
  switch (format)
    {
    case DATELINE_OUTPUT_CSV:
      dateline_csv_writer_write_header (out);
      break;
    case DATELINE_OUTPUT_ACLED:
      dateline_data_set_writer_write_header (DATELINE_TABLE_ACLED, out);
      break;
    case DATELINE_OUTPUT_GED:
      dateline_data_set_writer_write_header (DATELINE_TABLE_GED, out);
      break;
    case DATELINE_OUTPUT_KML:
      dateline_kml_writer_write_header (out);
      break;
    case DATELINE_OUTPUT_GPX:
      dateline_gpx_writer_write_header (out);
      break;
    case DATELINE_OUTPUT_NDJSON:
    case DATELINE_OUTPUT_JSON:
    case DATELINE_OUTPUT_GEOJSON:
    case DATELINE_OUTPUT_HTML:
    default:
      break;
    }
}

const char *
dateline_output_format_get_separator (DatelineOutputFormat format)
{
  return formats[format].separator;
}

const char *
dateline_output_format_get_end (DatelineOutputFormat format)
{
  if (format == DATELINE_OUTPUT_KML)
    return dateline_kml_writer_get_end ();
  if (format == DATELINE_OUTPUT_GPX)
    return dateline_gpx_writer_get_end ();
  if (format == DATELINE_OUTPUT_HTML)
    return dateline_html_writer_get_end ();
  return formats[format].end;
}

/* What has no place for anything but incidents; %FALSE for JSON. */
static gboolean
write_incidents (DatelineOutputFormat format, GString *out, GPtrArray *incidents, GPtrArray *articles, gboolean merged)
{
  switch (format)
    {
    case DATELINE_OUTPUT_GEOJSON:
      dateline_geojson_writer_write_features (out, incidents, articles, merged);
      return TRUE;
    case DATELINE_OUTPUT_CSV:
      dateline_csv_writer_write_rows (out, incidents, articles, merged);
      return TRUE;
    case DATELINE_OUTPUT_ACLED:
      dateline_data_set_writer_write_rows (DATELINE_TABLE_ACLED, out, incidents, articles, merged);
      return TRUE;
    case DATELINE_OUTPUT_GED:
      dateline_data_set_writer_write_rows (DATELINE_TABLE_GED, out, incidents, articles, merged);
      return TRUE;
    case DATELINE_OUTPUT_KML:
      dateline_kml_writer_write_placemarks (out, incidents, articles, merged);
      return TRUE;
    case DATELINE_OUTPUT_GPX:
      dateline_gpx_writer_write_waypoints (out, incidents, articles, merged);
      return TRUE;
    case DATELINE_OUTPUT_NDJSON:
    case DATELINE_OUTPUT_JSON:
    case DATELINE_OUTPUT_HTML:
    default:
      return FALSE;
    }
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
 * any but JSON.
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
  if (write_incidents (format, out, extraction->incidents, articles, FALSE))
    return;
  dateline_json_writer_write (out, article, extraction, data_version);
  if (format == DATELINE_OUTPUT_NDJSON)
    g_string_append_c (out, '\n');
}

/* Appends some of the incidents, as JSON or as the format has them. */
static void
append_merged (DatelineOutputFormat format, GString *out, GPtrArray *incidents, guint first, const DatelineOutputDocument *document, DatelineJsonSources *sources)
{
  if (format == DATELINE_OUTPUT_HTML)
    {
      dateline_html_writer_write_incidents (out, incidents, document->articles, first);
      return;
    }
  if (write_incidents (format, out, incidents, document->articles, TRUE))
    return;
  for (guint i = 0; i < incidents->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      dateline_json_writer_write_incident (out, g_ptr_array_index (incidents, i), sources);
    }
}

/**
 * dateline_output_format_write_merged:
 * @format: the form
 * @document: what to write
 * @func: called with the bytes, some incidents at a time
 * @user_data: for @func
 *
 * Writes the whole document, from begin to end; in both forms of JSON it
 * is one object on one line.
 *
 * Returns: %FALSE as soon as @func does
 */
gboolean
dateline_output_format_write_merged (DatelineOutputFormat format, const DatelineOutputDocument *document, DatelineOutputFunc func, gpointer user_data)
{
  g_autoptr (GString)             out = g_string_new (NULL);
  g_autoptr (GPtrArray)           some = g_ptr_array_new ();
  g_autoptr (DatelineJsonSources) sources = dateline_json_sources_new (document->articles, TRUE);
  gboolean                        is_json = format == DATELINE_OUTPUT_NDJSON || format == DATELINE_OUTPUT_JSON;
  const char                     *separator = is_json ? "," : formats[format].separator;

  if (is_json)
    dateline_json_writer_begin_merged (out, document->articles, document->data_version);
  else if (format == DATELINE_OUTPUT_HTML)
    dateline_html_writer_begin (out, document->incidents, document->articles, document->picture);
  else
    dateline_output_format_begin (format, out);
  for (guint i = 0; i < document->incidents->len; i += some->len)
    {
      g_ptr_array_set_size (some, 0);
      for (guint j = i; j < document->incidents->len && some->len < INCIDENTS_AT_ONCE; j++)
        g_ptr_array_add (some, g_ptr_array_index (document->incidents, j));
      if (i > 0)
        g_string_append (out, separator);
      append_merged (format, out, some, i, document, sources);
      if (!func (out->str, out->len, user_data))
        return FALSE;
      g_string_truncate (out, 0);
    }
  g_string_append (out, is_json ? "]}\n" : dateline_output_format_get_end (format));
  return func (out->str, out->len, user_data);
}
