/* dateline-article-stream.c: the articles of one input, whatever its format
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-article-stream.h"

#include <string.h>

#include "dateline-csv-articles.h"
#include "dateline-exchange-error.h"
#include "dateline-feed-reader.h"
#include "dateline-html-article.h"
#include "dateline-json-article.h"
#include "dateline-mail-article.h"
#include "dateline-merged-file.h"
#include "dateline-published.h"
#include "dateline-text-decode.h"

#define MAX_HEADLINE_BYTES 160

typedef DatelineArticle *(*ReadNext) (DatelineArticleStream *self, DatelineExtraction **extraction, GError **error);

struct _DatelineArticleStream
{
  DatelineInput *input; /* NULL once it is in memory */
  char          *name;
  char          *id;        /* of an article that has none of its own */
  ReadNext       read_next; /* NULL at the end */
  char          *digest;    /* SHA-256 of the bytes last read; NULL when nobody asks */

  DatelineFeedReader  *feed;
  DatelineMergedFile  *document;
  guint                n_parts; /* of the article last given */
  DatelineCsvArticles *csv;

  char               *json;
  DatelineJsonScanner scanner; /* over @json */
  gboolean            is_list; /* @json is an array */
  gboolean            is_first;
  guint               n_objects; /* of JSON; messages of a mailbox */
};

/* Of a file with many articles, each line or message has its own; what is
 * read as a whole is the source of all its articles. */
static void
note_digest (DatelineArticleStream *self)
{
  char *digest = self->input != NULL ? dateline_input_take_digest (self->input) : NULL;

  if (digest == NULL)
    return;
  g_free (self->digest);
  self->digest = digest;
}

static gboolean
fail_empty (const char *name, GError **error)
{
  g_set_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_EMPTY, "%s: it is empty; there is nothing to read", name);
  return FALSE;
}

/* "date YYYY-MM-DD" before the text; what follows it, or @text itself. */
static const char *
read_date (const char *text, char **published)
{
  const char *p = text;
  const char *begin;

  while (g_ascii_isspace (*p))
    p++;
  if (!g_str_has_prefix (p, "date") || (p[4] != ' ' && p[4] != '\t'))
    return text;
  for (p += 4; *p == ' ' || *p == '\t';)
    p++;
  begin = p;
  if (dateline_day_parse (begin, &p) == DATELINE_DAY_NONE || (*p != '\0' && !g_ascii_isspace (*p)))
    return text;

  *published = g_strndup (begin, (gsize) (p - begin));
  while (g_ascii_isspace (*p))
    p++;
  return p;
}

/* A first line of some words that stands alone and is no sentence. */
static char *
find_headline (const char *text)
{
  gsize length = strcspn (text, "\r\n");
  guint n_spaces = 0;

  for (gsize i = 0; i < length; i++)
    n_spaces += text[i] == ' ';
  if (length > MAX_HEADLINE_BYTES || n_spaces < 2 || text[length - 1] == '.')
    return NULL;
  if (!g_str_has_prefix (text + length, "\n\n") && !g_str_has_prefix (text + length, "\r\n\r\n"))
    return NULL;
  return g_strndup (text, length);
}

static DatelineArticle *
read_text (DatelineArticleStream *self, DatelineExtraction **extraction, GError **error)
{
  gsize            n_bytes, length;
  g_autofree char *bytes = dateline_input_read_all (self->input, DATELINE_ARTICLE_MAX_BYTES, &n_bytes, error);
  g_autofree char *text = bytes != NULL ? dateline_text_decode (self->name, bytes, n_bytes, NULL, &length, error) : NULL;
  g_autofree char *published = NULL;
  DatelineArticle *article;
  const char      *begin;

  self->read_next = NULL;
  if (text == NULL)
    return NULL;

  begin = read_date (text, &published);
  length -= (gsize) (begin - text);
  if (dateline_text_is_blank (begin, length))
    {
      fail_empty (self->name, error);
      return NULL;
    }

  article = dateline_article_new (self->id, begin == text ? g_steal_pointer (&text) : g_strndup (begin, length), length);
  article->title = find_headline (article->text);
  if (published != NULL)
    dateline_article_set_published (article, published);
  return article;
}

/* Reads what may declare its own encoding. */
static char *
read_markup (DatelineArticleStream *self, gsize *length, GError **error)
{
  gsize            n_bytes;
  g_autofree char *bytes = dateline_input_read_all (self->input, DATELINE_PAGE_MAX_BYTES, &n_bytes, error);
  g_autofree char *charset = bytes != NULL ? dateline_html_find_charset (bytes, n_bytes) : NULL;

  return bytes != NULL ? dateline_text_decode (self->name, bytes, n_bytes, charset, length, error) : NULL;
}

static DatelineArticle *
read_html (DatelineArticleStream *self, DatelineExtraction **extraction, GError **error)
{
  gsize            length;
  g_autofree char *html = read_markup (self, &length, error);
  DatelineArticle *article;

  self->read_next = NULL;
  if (html == NULL)
    return NULL;

  article = dateline_html_article_read (self->name, html, length, error);
  if (article != NULL)
    article->id = g_strdup (self->id);
  return article;
}

static DatelineArticle *
read_entry (DatelineArticleStream *self, DatelineExtraction **extraction, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  DatelineArticle   *article = dateline_feed_reader_next (self->feed, &local_error);

  if (article == NULL && local_error == NULL)
    self->read_next = NULL;
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return article;
}

static DatelineArticle *
read_feed (DatelineArticleStream *self, DatelineExtraction **extraction, GError **error)
{
  gsize            length;
  g_autofree char *xml = read_markup (self, &length, error);

  self->read_next = NULL;
  if (xml == NULL)
    return NULL;

  self->feed = dateline_feed_reader_new (self->name, xml, length);
  self->read_next = read_entry;
  return read_entry (self, extraction, error);
}

static gboolean
fail_json (DatelineArticleStream *self, guint64 line, const char *problem, GError **error)
{
  g_set_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_FORMAT, "%s, line %" G_GUINT64_FORMAT ": %s", self->name, line, problem);
  return FALSE;
}

/* Steps to the next object of a JSON file; %FALSE at the end and on an
 * error. */
static gboolean
find_json_object (DatelineArticleStream *self, GError **error)
{
  const char *problem = NULL;

  if (!self->is_list && self->n_objects == 0)
    return TRUE;
  if (!self->is_list && dateline_json_scanner_peek (&self->scanner) != '\0')
    problem = "something follows the article; put articles into a list, or one on each line";
  if (self->is_list && dateline_json_scanner_next_member (&self->scanner, &self->is_first, ']'))
    return TRUE;

  if (problem == NULL)
    problem = self->scanner.problem;
  if (problem == NULL && self->n_objects == 0)
    problem = "the list has no articles";
  if (problem != NULL)
    fail_json (self, dateline_json_scanner_get_line (&self->scanner), problem, error);
  return FALSE;
}

static DatelineArticle *
read_object (DatelineArticleStream *self, DatelineExtraction **extraction, GError **error)
{
  g_autofree char *id = NULL;
  DatelineArticle *article = NULL;

  if (!find_json_object (self, error))
    {
      self->read_next = NULL;
      return NULL;
    }

  self->n_objects++;
  id = g_strdup_printf ("%s:%u", self->id, self->n_objects);
  article = dateline_json_article_read (&self->scanner, self->name, 1, id, extraction, error);
  if (self->scanner.problem != NULL)
    self->read_next = NULL;
  return article;
}

static DatelineArticle *
read_json (DatelineArticleStream *self, DatelineExtraction **extraction, GError **error)
{
  gsize            n_bytes, length;
  g_autofree char *bytes = dateline_input_read_all (self->input, DATELINE_FILE_MAX_BYTES, &n_bytes, error);

  self->read_next = NULL;
  self->json = bytes != NULL ? dateline_text_decode (self->name, bytes, n_bytes, NULL, &length, error) : NULL;
  if (self->json == NULL)
    return NULL;

  note_digest (self);
  g_clear_pointer (&self->input, dateline_input_free);
  dateline_json_scanner_init (&self->scanner, self->json, length);
  self->is_list = dateline_json_scanner_accept (&self->scanner, '[');
  self->is_first = TRUE;
  if (self->is_list || dateline_json_scanner_peek (&self->scanner) == '{')
    {
      self->read_next = read_object;
      return read_object (self, extraction, error);
    }
  if (dateline_json_scanner_peek (&self->scanner) == '\0')
    fail_empty (self->name, error);
  else
    fail_json (self, dateline_json_scanner_get_line (&self->scanner), "expected an article or a list of articles, {…} or [{…}, …]", error);
  return NULL;
}

static DatelineArticle *
read_json_line (DatelineArticleStream *self, const char *line, gsize length, DatelineExtraction **extraction, GError **error)
{
  guint64             n = dateline_input_get_line (self->input);
  g_autofree char    *name = NULL;
  g_autofree char    *id = NULL;
  DatelineJsonScanner scanner;
  DatelineArticle    *article;

  if (!dateline_text_is_utf8 (line, length))
    {
      name = g_strdup_printf ("%s, line %" G_GUINT64_FORMAT, self->name, n);
      dateline_text_check_utf8 (name, line, length, error);
      return NULL;
    }

  id = g_strdup_printf ("%s:%" G_GUINT64_FORMAT, self->id, n);
  dateline_json_scanner_init (&scanner, line, length);
  article = dateline_json_article_read (&scanner, self->name, n, id, extraction, error);
  if (article != NULL && dateline_json_scanner_peek (&scanner) != '\0')
    {
      g_clear_pointer (&article, dateline_article_free);
      g_clear_pointer (extraction, dateline_extraction_free);
      fail_json (self, n, "something follows the article; NDJSON has one on each line", error);
    }
  return article;
}

static gboolean
is_blank_line (const char *line, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (line[i]))
      return FALSE;
  return TRUE;
}

static DatelineArticle *
read_ndjson (DatelineArticleStream *self, DatelineExtraction **extraction, GError **error)
{
  GError     *local_error = NULL;
  const char *line;
  gsize       length;

  while (dateline_input_read_line (self->input, &line, &length, &local_error))
    {
      if (dateline_input_get_line (self->input) == 1 && length >= 3 && memcmp (line, "\xef\xbb\xbf", 3) == 0)
        {
          line += 3;
          length -= 3;
        }
      if (!is_blank_line (line, length))
        return read_json_line (self, line, length, extraction, error);
      note_digest (self);
    }

  if (local_error == NULL || g_error_matches (local_error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_READ))
    self->read_next = NULL;
  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return NULL;
}

static DatelineArticle *
read_of_document (DatelineArticleStream *self, DatelineExtraction **extraction, GError **error)
{
  DatelineArticle *article = dateline_merged_file_next (self->document, extraction, &self->n_parts);

  if (article == NULL)
    self->read_next = NULL;
  return article;
}

static DatelineArticle *
read_row (DatelineArticleStream *self, DatelineExtraction **extraction, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  DatelineArticle   *article = dateline_csv_articles_next (self->csv, extraction, &local_error);

  if (dateline_csv_articles_get_merged (self->csv) != NULL)
    {
      self->document = dateline_csv_articles_get_merged (self->csv);
      self->read_next = read_of_document;
      return read_of_document (self, extraction, error);
    }
  if (article == NULL && (local_error == NULL || dateline_csv_articles_is_at_end (self->csv)))
    self->read_next = NULL;
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return article;
}

static DatelineArticle *
read_csv (DatelineArticleStream *self, DatelineExtraction **extraction, GError **error)
{
  self->csv = dateline_csv_articles_new (self->input, self->id);
  self->read_next = read_row;
  return read_row (self, extraction, error);
}

static DatelineArticle *
read_mail (DatelineArticleStream *self, DatelineExtraction **extraction, GError **error)
{
  gsize            length;
  g_autofree char *bytes = dateline_input_read_all (self->input, DATELINE_MAIL_MAX_BYTES, &length, error);

  self->read_next = NULL;
  return bytes != NULL ? dateline_mail_article_read (self->name, bytes, length, self->id, error) : NULL;
}

/* The next message of a mailbox; an error is about one message. */
static DatelineArticle *
read_mailbox (DatelineArticleStream *self, DatelineExtraction **extraction, GError **error)
{
  g_autoptr (GError)  local_error = NULL;
  g_autoptr (GString) message = dateline_mailbox_read (self->input, &local_error);
  g_autofree char    *name = NULL;
  g_autofree char    *id = NULL;

  if (local_error != NULL)
    {
      if (g_error_matches (local_error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_READ))
        self->read_next = NULL;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (message == NULL)
    {
      self->read_next = NULL;
      return NULL;
    }

  self->n_objects++;
  name = g_strdup_printf ("%s, message %u", self->name, self->n_objects);
  id = g_strdup_printf ("%s:%u", self->id, self->n_objects);
  return dateline_mail_article_read (name, message->str, message->len, id, error);
}

static DatelineArticle *
read_document (DatelineArticleStream *self, DatelineExtraction **extraction, GError **error)
{
  gsize            n_bytes, length;
  g_autofree char *bytes = dateline_input_read_all (self->input, DATELINE_FILE_MAX_BYTES, &n_bytes, error);
  g_autofree char *text = bytes != NULL ? dateline_text_decode (self->name, bytes, n_bytes, NULL, &length, error) : NULL;

  self->read_next = NULL;
  if (text != NULL)
    self->document = dateline_merged_file_read (self->name, text, length, error);
  if (self->document == NULL)
    return NULL;
  self->read_next = read_of_document;
  return read_of_document (self, extraction, error);
}

static const ReadNext first_reads[] = {
  [DATELINE_ARTICLE_MERGED] = read_document,
  [DATELINE_ARTICLE_TEXT] = read_text,
  [DATELINE_ARTICLE_HTML] = read_html,
  [DATELINE_ARTICLE_FEED] = read_feed,
  [DATELINE_ARTICLE_JSON] = read_json,
  [DATELINE_ARTICLE_NDJSON] = read_ndjson,
  [DATELINE_ARTICLE_CSV] = read_csv,
  [DATELINE_ARTICLE_MAIL] = read_mail,
  [DATELINE_ARTICLE_MAILBOX] = read_mailbox,
};

/**
 * dateline_article_stream_new:
 * @input: (transfer full): at its first byte
 * @id: for articles that have none of their own
 * @format: what it holds; no archive
 *
 * Returns: (transfer full): a stream before its first article
 */
DatelineArticleStream *
dateline_article_stream_new (DatelineInput *input, const char *id, DatelineArticleFormat format)
{
  DatelineArticleStream *self = g_new0 (DatelineArticleStream, 1);

  self->input = input;
  self->name = g_strdup (dateline_input_get_name (input));
  self->id = g_strdup (id);
  self->read_next = first_reads[format];

  return self;
}

void
dateline_article_stream_free (DatelineArticleStream *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->feed, dateline_feed_reader_free);
  if (self->csv == NULL)
    g_clear_pointer (&self->document, dateline_merged_file_free);
  g_clear_pointer (&self->csv, dateline_csv_articles_free);
  g_clear_pointer (&self->input, dateline_input_free);
  g_free (self->json);
  g_free (self->digest);
  g_free (self->name);
  g_free (self->id);
  g_free (self);
}

/**
 * dateline_article_stream_next:
 * @self: a stream
 * @extraction: (out) (transfer full) (nullable): as of
 *   dateline_article_reader_next(); %NULL before the call
 * @error: return location for a #GError
 *
 * Errors: any #DatelineExchangeError; call again for what comes after it.
 *
 * Returns: (transfer full) (nullable): the next article; %NULL without
 *   @error at the end
 */
DatelineArticle *
dateline_article_stream_next (DatelineArticleStream *self, DatelineExtraction **extraction, GError **error)
{
  DatelineArticle *article = self->read_next != NULL ? self->read_next (self, extraction, error) : NULL;

  note_digest (self);
  if (article != NULL)
    article->source_sha256 = g_strdup (self->digest);
  return article;
}

guint
dateline_article_stream_get_n_parts (const DatelineArticleStream *self)
{
  return self->n_parts;
}

GPtrArray *
dateline_article_stream_take_wholes (DatelineArticleStream *self)
{
  return self->document != NULL ? dateline_merged_file_take_wholes (self->document) : NULL;
}
