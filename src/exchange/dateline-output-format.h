/* dateline-output-format.h: what dateline-extract writes, and in which form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document is begin, then the articles' chunks in order with a
 * separator between those that are not empty, then end. Chunks depend on
 * nothing else, so that threads may make them.
 */

#pragma once

#include "dateline-article.h"
#include "dateline-extraction.h"

G_BEGIN_DECLS

typedef enum
{
  DATELINE_OUTPUT_NDJSON,
  DATELINE_OUTPUT_JSON,
  DATELINE_OUTPUT_GEOJSON,
  DATELINE_OUTPUT_CSV,
  DATELINE_OUTPUT_ACLED, /* CSV in the columns of ACLED, … */
  DATELINE_OUTPUT_GED,   /* … of UCDP GED */
  DATELINE_OUTPUT_KML,
  DATELINE_OUTPUT_GPX,
  DATELINE_OUTPUT_HTML /* a report; of a whole document only */
} DatelineOutputFormat;

/* Takes the next bytes of a document; %FALSE when it can take no more. */
typedef gboolean (*DatelineOutputFunc) (const char *bytes, gsize length, gpointer user_data);

/* What a whole document is made of. */
typedef struct
{
  GPtrArray  *incidents;    /* DatelineIncident * */
  GPtrArray  *articles;     /* DatelineArticle *, which provenances count from 0 */
  const char *data_version; /* of the engine's data; NULL when unknown */
  const char *picture;      /* for a report: the address of a map, with the picture in it; NULL for none */
} DatelineOutputDocument;

gboolean    dateline_output_format_parse (const char *name, DatelineOutputFormat *format);
const char *dateline_output_format_get_name (DatelineOutputFormat format);
const char *dateline_output_format_get_extension (DatelineOutputFormat format);
void        dateline_output_format_begin (DatelineOutputFormat format, GString *out);
const char *dateline_output_format_get_separator (DatelineOutputFormat format);
const char *dateline_output_format_get_end (DatelineOutputFormat format);
void        dateline_output_format_write (DatelineOutputFormat format, GString *out, const DatelineArticle *article, const DatelineExtraction *extraction, const char *data_version);
gboolean    dateline_output_format_write_merged (DatelineOutputFormat format, const DatelineOutputDocument *document, DatelineOutputFunc func, gpointer user_data);

G_END_DECLS
