/* dateline-json-article.c: one JSON object to one article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-json-article.h"

#include <string.h>

#include "dateline-exchange-error.h"
#include "dateline-html-article.h"
#include "dateline-json-record.h"
#include "dateline-published.h"
#include "dateline-text-decode.h"

typedef enum
{
  FIELD_ID,
  FIELD_TEXT,
  FIELD_HTML,
  FIELD_TITLE,
  FIELD_URL,
  FIELD_PUBLISHER,
  FIELD_PUBLISHED,
  FIELD_COPY_OF,
  FIELD_TEXT_SHA256,
  N_FIELDS
} Field;

static const char *const field_names[N_FIELDS] = { "id", "text", "html", "title", "url", "publisher", "published", "copy_of", "text_sha256" };

typedef struct
{
  DatelineJsonScanner *scanner;
  const char          *name;
  guint64              first_line;
  char                *values[N_FIELDS];
  gsize                lengths[N_FIELDS];
  DatelineJsonRecord  *record; /* of an object that we wrote; NULL for another */
  GError              *error;  /* the first complaint; the object is read to its end */
} Reading;

static void
complain (Reading *reading, DatelineExchangeError code, const char *problem)
{
  if (reading->error != NULL)
    return;

  g_set_error (&reading->error, DATELINE_EXCHANGE_ERROR, (int) code, "%s, line %" G_GUINT64_FORMAT ": %s",
               reading->name, reading->first_line + dateline_json_scanner_get_line (reading->scanner) - 1, problem);
}

static void
read_field (Reading *reading, Field field)
{
  char  mark = dateline_json_scanner_peek (reading->scanner);
  char *value = NULL;
  gsize length = 0;

  if (mark == '"')
    value = dateline_json_scanner_read_string (reading->scanner, &length);
  else if (field == FIELD_ID && (mark == '-' || g_ascii_isdigit (mark)))
    value = dateline_json_scanner_read_number (reading->scanner);
  else
    {
      g_autofree char *problem = g_strdup_printf ("\"%s\" must be a string", field_names[field]);

      if (mark != 'n')
        complain (reading, DATELINE_EXCHANGE_ERROR_FORMAT, problem);
      dateline_json_scanner_skip (reading->scanner);
      return;
    }

  g_free (reading->values[field]);
  reading->values[field] = value;
  reading->lengths[field] = length;
}

static void read_members (Reading *reading);

/* An object that we wrote: its article is a member, and its incidents
 * are others. */
static gboolean
read_record_member (Reading *reading, const char *key)
{
  char mark = dateline_json_scanner_peek (reading->scanner);

  if (strcmp (key, "articles") == 0 && mark == '[')
    complain (reading, DATELINE_EXCHANGE_ERROR_FORMAT, "this is a merged list of incidents; give it as a file of its own");
  if (strcmp (key, "article") == 0 && mark == '{')
    {
      dateline_json_scanner_expect (reading->scanner, '{');
      read_members (reading);
    }
  else if (strcmp (key, "anchor") == 0)
    dateline_json_record_read_anchor (reading->record, reading->scanner);
  else if (strcmp (key, "incidents") == 0)
    dateline_json_record_read_incidents (reading->record, reading->scanner);
  else if (strcmp (key, "rejected") == 0)
    dateline_json_record_read_rejected (reading->record, reading->scanner);
  else
    return FALSE;
  return TRUE;
}

/* The first member of what we wrote says so. */
static gboolean
read_schema (Reading *reading, const char *key)
{
  g_autofree char *schema = NULL;

  if (strcmp (key, "schema") != 0 || dateline_json_scanner_peek (reading->scanner) != '"')
    return FALSE;
  schema = dateline_json_scanner_read_string (reading->scanner, NULL);
  if (g_strcmp0 (schema, "dateline/1") == 0 && reading->record == NULL)
    reading->record = dateline_json_record_new ();
  return TRUE;
}

static void
read_members (Reading *reading)
{
  gboolean first = TRUE;

  while (dateline_json_scanner_next_member (reading->scanner, &first, '}'))
    {
      g_autofree char *key = dateline_json_scanner_read_string (reading->scanner, NULL);
      guint            field = 0;

      if (key == NULL || !dateline_json_scanner_expect (reading->scanner, ':'))
        return;
      while (field < N_FIELDS && strcmp (key, field_names[field]) != 0)
        field++;
      if (field < N_FIELDS)
        read_field (reading, (Field) field);
      else if (!read_schema (reading, key) && (reading->record == NULL || !read_record_member (reading, key)))
        dateline_json_scanner_skip (reading->scanner);
    }
}

static void
take (char **to, char **from)
{
  if (*from == NULL || **from == '\0')
    return;

  g_free (*to);
  *to = g_steal_pointer (from);
}

/* Of a record's article there is what it quotes. */
static DatelineArticle *
restore_article (Reading *reading)
{
  gsize            length;
  char            *text = dateline_json_record_restore_text (reading->record, 0, &length);
  DatelineArticle *article = text != NULL ? dateline_article_new (NULL, text, length) : NULL;

  if (article == NULL)
    complain (reading, DATELINE_EXCHANGE_ERROR_FORMAT, "its quotations contradict one another; extract the article again");
  else
    take (&article->text_sha256, &reading->values[FIELD_TEXT_SHA256]);
  return article;
}

static DatelineArticle *
build_article (Reading *reading, const char *fallback_id)
{
  char           **values = reading->values;
  DatelineArticle *article = NULL;

  if (values[FIELD_TEXT] != NULL && reading->lengths[FIELD_TEXT] > DATELINE_ARTICLE_MAX_BYTES)
    complain (reading, DATELINE_EXCHANGE_ERROR_TOO_LARGE, "\"text\" is larger than 4 MiB, the most that one article may have; split it");
  else if (values[FIELD_TEXT] != NULL && dateline_text_is_blank (values[FIELD_TEXT], reading->lengths[FIELD_TEXT]))
    complain (reading, DATELINE_EXCHANGE_ERROR_EMPTY, "\"text\" is empty; there is nothing to read");
  else if (values[FIELD_TEXT] != NULL)
    article = dateline_article_new (NULL, g_steal_pointer (&values[FIELD_TEXT]), reading->lengths[FIELD_TEXT]);
  else if (values[FIELD_HTML] != NULL)
    {
      g_autofree char *name = g_strdup_printf ("%s, line %" G_GUINT64_FORMAT, reading->name, reading->first_line + dateline_json_scanner_get_line (reading->scanner) - 1);

      article = dateline_html_article_read (name, values[FIELD_HTML], reading->lengths[FIELD_HTML], &reading->error);
    }
  else if (reading->record != NULL)
    article = restore_article (reading);
  else
    complain (reading, DATELINE_EXCHANGE_ERROR_FORMAT, "neither \"text\" nor \"html\"; an article is {\"id\", \"text\" or \"html\", \"title\", \"url\", \"publisher\", \"published\"}");
  if (article == NULL)
    return NULL;

  article->id = g_strdup (fallback_id);
  take (&article->id, &values[FIELD_ID]);
  take (&article->title, &values[FIELD_TITLE]);
  take (&article->url, &values[FIELD_URL]);
  take (&article->publisher, &values[FIELD_PUBLISHER]);
  take (&article->copy_of, &values[FIELD_COPY_OF]);
  if (values[FIELD_PUBLISHED] != NULL && *values[FIELD_PUBLISHED] != '\0')
    dateline_article_set_published (article, values[FIELD_PUBLISHED]);
  return article;
}

/**
 * dateline_json_article_read:
 * @scanner: stands before an object
 * @name: the input, for messages
 * @first_line: the line on which the scanner's text begins
 * @fallback_id: the article's id when the object has none
 * @extraction: (out) (transfer full) (nullable): the incidents of a record
 *   that we wrote; untouched for an article alone
 * @error: return location for a #GError
 *
 * Reads {"id", "text" or "html", "title", "url", "publisher",
 * "published"}; other members are stepped over, null is as good as
 * absent, and what stands twice counts the last time. After a wrong type
 * @scanner stands behind the object; after malformed JSON its problem is
 * set and it can go no further.
 *
 * Errors: %DATELINE_EXCHANGE_ERROR_FORMAT, %DATELINE_EXCHANGE_ERROR_EMPTY,
 *   %DATELINE_EXCHANGE_ERROR_TOO_LARGE.
 *
 * Returns: (transfer full) (nullable): the article
 */
DatelineArticle *
dateline_json_article_read (DatelineJsonScanner *scanner, const char *name, guint64 first_line, const char *fallback_id, DatelineExtraction **extraction, GError **error)
{
  Reading          reading = { .scanner = scanner, .name = name, .first_line = first_line };
  DatelineArticle *article = NULL;

  if (dateline_json_scanner_expect (scanner, '{'))
    read_members (&reading);
  if (scanner->problem != NULL)
    {
      g_clear_error (&reading.error);
      complain (&reading, DATELINE_EXCHANGE_ERROR_FORMAT, scanner->problem);
    }
  else if (reading.error == NULL)
    article = build_article (&reading, fallback_id);

  for (guint i = 0; i < N_FIELDS; i++)
    g_free (reading.values[i]);
  if (article != NULL && reading.record != NULL)
    *extraction = g_steal_pointer (&reading.record->extraction);
  g_clear_pointer (&reading.record, dateline_json_record_free);
  if (reading.error != NULL)
    g_propagate_error (error, reading.error);
  return article;
}
