/* dateline-article-reader.c: articles out of files, folders, pipes and bytes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-article-reader.h"

#include <gio/gunixinputstream.h>
#include <libxml/parser.h>
#include <string.h>
#include <unistd.h>

#include "dateline-article-format.h"
#include "dateline-feed-reader.h"
#include "dateline-html-article.h"
#include "dateline-input.h"
#include "dateline-json-article.h"
#include "dateline-published.h"
#include "dateline-text-decode.h"

#define HEAD_BYTES 4096
#define MAX_HEADLINE_BYTES 160

struct _DatelineArticleReader
{
  GPtrArray *pending;  /* char *, paths still to read, the next one last */
  char      *folder;   /* the path, when it is a folder in which no file was found yet */
  gboolean   started;  /* the path was looked at */
  gboolean   is_stdin; /* still to be read */

  /* The input that is being read: one of these. */
  DatelineInput      *input;
  gboolean            fresh; /* @input's format is not known yet */
  DatelineFeedReader *feed;
  char               *json;
  DatelineJsonScanner scanner; /* over @json */
  gboolean            is_list; /* @json is an array */
  gboolean            is_first;
  guint               n_objects;
  char               *name; /* of the input */
  char               *id;   /* its name without folder and extension */
};

static DatelineArticleReader *
article_reader_new (void)
{
  static gsize           initialised = 0;
  DatelineArticleReader *self = g_new0 (DatelineArticleReader, 1);

  /* libxml2 wants to be woken before threads use it. */
  if (g_once_init_enter (&initialised))
    {
      xmlInitParser ();
      g_once_init_leave (&initialised, 1);
    }

  self->pending = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static void
close_input (DatelineArticleReader *self)
{
  g_clear_pointer (&self->input, dateline_input_free);
  g_clear_pointer (&self->feed, dateline_feed_reader_free);
  g_clear_pointer (&self->json, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->id, g_free);
}

static void
open_stream (DatelineArticleReader *self, const char *name, GInputStream *stream)
{
  g_autofree char *base = g_path_get_basename (name);
  char            *dot = strrchr (base, '.');

  close_input (self);
  self->name = g_filename_display_name (name);
  self->id = dot != NULL && dot > base ? g_strndup (base, (gsize) (dot - base)) : g_strdup (base);
  if (!g_utf8_validate (self->id, -1, NULL))
    {
      char *valid = g_utf8_make_valid (self->id, -1);

      g_free (self->id);
      self->id = valid;
    }
  self->input = dateline_input_new (self->name, stream);
  self->fresh = TRUE;
}

/**
 * dateline_article_reader_new:
 * @path: a file, a folder, or "-" for standard input
 *
 * A folder is read with all below it, in the order of the names, without
 * hidden files and without what has no extension of text, HTML, a feed,
 * JSON or NDJSON; folders that are symbolic links are not entered.
 *
 * Returns: (transfer full): a reader; what is wrong with @path is said by
 *   dateline_article_reader_next()
 */
DatelineArticleReader *
dateline_article_reader_new (const char *path)
{
  DatelineArticleReader *self = article_reader_new ();

  if (strcmp (path, "-") == 0)
    self->is_stdin = TRUE;
  else
    g_ptr_array_add (self->pending, g_strdup (path));
  return self;
}

/**
 * dateline_article_reader_new_for_stream:
 * @name: for messages, the id and the format
 * @stream: where the bytes come from
 *
 * Returns: (transfer full): a reader of one input
 */
DatelineArticleReader *
dateline_article_reader_new_for_stream (const char *name, GInputStream *stream)
{
  DatelineArticleReader *self = article_reader_new ();

  open_stream (self, name, stream);
  return self;
}

/**
 * dateline_article_reader_new_for_bytes:
 * @name: for messages, the id and the format
 * @bytes: what a file would hold
 *
 * Returns: (transfer full): a reader of one input
 */
DatelineArticleReader *
dateline_article_reader_new_for_bytes (const char *name, GBytes *bytes)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  return dateline_article_reader_new_for_stream (name, stream);
}

void
dateline_article_reader_free (DatelineArticleReader *self)
{
  if (self == NULL)
    return;

  close_input (self);
  g_ptr_array_unref (self->pending);
  g_free (self->folder);
  g_free (self);
}

static int
compare_names_backwards (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) b, *(const char *const *) a);
}

static gboolean
is_wanted (const char *path, const char *name)
{
  if (name[0] == '.')
    return FALSE;
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return !g_file_test (path, G_FILE_TEST_IS_SYMLINK);
  return dateline_article_format_has_known_extension (name);
}

static gboolean
open_folder (DatelineArticleReader *self, const char *path, GError **error)
{
  g_autoptr (GError)    local_error = NULL;
  g_autoptr (GDir)      folder = g_dir_open (path, 0, &local_error);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  const char           *name;

  if (folder == NULL)
    {
      g_set_error_literal (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_MISSING, local_error->message);
      return FALSE;
    }
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      char *below = g_build_filename (path, name, NULL);

      if (is_wanted (below, name))
        g_ptr_array_add (found, below);
      else
        g_free (below);
    }
  g_ptr_array_sort (found, compare_names_backwards);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (self->pending, g_ptr_array_index (found, i));
  return TRUE;
}

static gboolean
open_file (DatelineArticleReader *self, const char *path, GError **error)
{
  g_autoptr (GError)           local_error = NULL;
  g_autoptr (GFile)            file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &local_error);

  self->started = TRUE;
  g_clear_pointer (&self->folder, g_free);
  if (stream == NULL)
    {
      g_autofree char *name = g_filename_display_name (path);

      if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        g_set_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_MISSING, "%s: there is no such file or folder; check the name", name);
      else
        g_set_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_MISSING, "%s: cannot be opened: %s", name, local_error->message);
      return FALSE;
    }
  open_stream (self, path, G_INPUT_STREAM (stream));
  return TRUE;
}

/* Opens the next file; %FALSE at the end and on an error. */
static gboolean
open_next (DatelineArticleReader *self, GError **error)
{
  if (self->is_stdin)
    {
      g_autoptr (GInputStream) stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);

      self->is_stdin = FALSE;
      open_stream (self, "standard input", stream);
      g_free (self->id);
      self->id = g_strdup ("stdin");
      return TRUE;
    }

  while (self->pending->len > 0)
    {
      g_autofree char *path = g_ptr_array_steal_index (self->pending, self->pending->len - 1);

      if (!g_file_test (path, G_FILE_TEST_IS_DIR))
        return open_file (self, path, error);
      if (!open_folder (self, path, error))
        return FALSE;
      if (!self->started)
        self->folder = g_filename_display_name (path);
      self->started = TRUE;
    }

  if (self->folder != NULL)
    {
      g_autofree char *folder = g_steal_pointer (&self->folder);

      g_set_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_NO_ARTICLES,
                   "%s: no articles in this folder; give .txt, .md, .html, .xml, .rss, .atom, .json or .ndjson files", folder);
    }
  return FALSE;
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
read_text (DatelineArticleReader *self, GError **error)
{
  gsize            n_bytes, length;
  g_autofree char *bytes = dateline_input_read_all (self->input, DATELINE_ARTICLE_MAX_BYTES, &n_bytes, error);
  g_autofree char *text = bytes != NULL ? dateline_text_decode (self->name, bytes, n_bytes, NULL, &length, error) : NULL;
  g_autofree char *published = NULL;
  DatelineArticle *article;
  const char      *begin;

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
read_markup (DatelineArticleReader *self, gsize *length, GError **error)
{
  gsize            n_bytes;
  g_autofree char *bytes = dateline_input_read_all (self->input, DATELINE_PAGE_MAX_BYTES, &n_bytes, error);
  g_autofree char *charset = bytes != NULL ? dateline_html_find_charset (bytes, n_bytes) : NULL;

  return bytes != NULL ? dateline_text_decode (self->name, bytes, n_bytes, charset, length, error) : NULL;
}

static DatelineArticle *
read_html (DatelineArticleReader *self, GError **error)
{
  gsize            length;
  g_autofree char *html = read_markup (self, &length, error);
  DatelineArticle *article;

  if (html == NULL)
    return NULL;

  article = dateline_html_article_read (self->name, html, length, error);
  if (article != NULL)
    article->id = g_strdup (self->id);
  return article;
}

static gboolean
open_feed (DatelineArticleReader *self, GError **error)
{
  gsize            length;
  g_autofree char *xml = read_markup (self, &length, error);

  if (xml == NULL)
    return FALSE;

  self->feed = dateline_feed_reader_new (self->name, xml, length);
  return TRUE;
}

static gboolean
fail_json (DatelineArticleReader *self, guint64 line, const char *problem, GError **error)
{
  g_set_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_FORMAT, "%s, line %" G_GUINT64_FORMAT ": %s", self->name, line, problem);
  return FALSE;
}

static gboolean
open_json (DatelineArticleReader *self, GError **error)
{
  gsize            n_bytes, length;
  g_autofree char *bytes = dateline_input_read_all (self->input, DATELINE_FILE_MAX_BYTES, &n_bytes, error);

  self->json = bytes != NULL ? dateline_text_decode (self->name, bytes, n_bytes, NULL, &length, error) : NULL;
  if (self->json == NULL)
    return FALSE;

  g_clear_pointer (&self->input, dateline_input_free);
  dateline_json_scanner_init (&self->scanner, self->json, length);
  self->is_list = dateline_json_scanner_accept (&self->scanner, '[');
  self->is_first = TRUE;
  self->n_objects = 0;
  if (self->is_list || dateline_json_scanner_peek (&self->scanner) == '{')
    return TRUE;
  if (dateline_json_scanner_peek (&self->scanner) == '\0')
    return fail_empty (self->name, error);
  return fail_json (self, dateline_json_scanner_get_line (&self->scanner), "expected an article or a list of articles, {…} or [{…}, …]", error);
}

/* Steps to the next object of a JSON file; %FALSE at the end and on an
 * error. */
static gboolean
find_json_object (DatelineArticleReader *self, GError **error)
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
read_json (DatelineArticleReader *self, GError **error)
{
  g_autofree char *id = NULL;
  DatelineArticle *article = NULL;

  if (!find_json_object (self, error))
    {
      close_input (self);
      return NULL;
    }

  self->n_objects++;
  id = g_strdup_printf ("%s:%u", self->id, self->n_objects);
  article = dateline_json_article_read (&self->scanner, self->name, 1, id, error);
  if (self->scanner.problem != NULL)
    close_input (self);
  return article;
}

static DatelineArticle *
read_json_line (DatelineArticleReader *self, const char *line, gsize length, GError **error)
{
  guint64             n = dateline_input_get_line (self->input);
  g_autofree char    *name = NULL;
  g_autofree char    *id = NULL;
  DatelineJsonScanner scanner;
  DatelineArticle    *article;

  if (!g_utf8_validate_len (line, length, NULL))
    {
      name = g_strdup_printf ("%s, line %" G_GUINT64_FORMAT, self->name, n);
      dateline_text_check_utf8 (name, line, length, error);
      return NULL;
    }

  id = g_strdup_printf ("%s:%" G_GUINT64_FORMAT, self->id, n);
  dateline_json_scanner_init (&scanner, line, length);
  article = dateline_json_article_read (&scanner, self->name, n, id, error);
  if (article != NULL && dateline_json_scanner_peek (&scanner) != '\0')
    {
      g_clear_pointer (&article, dateline_article_free);
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
read_ndjson (DatelineArticleReader *self, GError **error)
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
        return read_json_line (self, line, length, error);
    }

  if (local_error == NULL || g_error_matches (local_error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_READ))
    close_input (self);
  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return NULL;
}

static gboolean
convert_utf16 (DatelineArticleReader *self, GError **error)
{
  gsize                    n_bytes, length;
  g_autofree char         *bytes = dateline_input_read_all (self->input, DATELINE_FILE_MAX_BYTES, &n_bytes, error);
  char                    *text = bytes != NULL ? dateline_text_decode (self->name, bytes, n_bytes, NULL, &length, error) : NULL;
  g_autoptr (GInputStream) stream = NULL;

  if (text == NULL)
    return FALSE;
  stream = g_memory_input_stream_new_from_data (text, (gssize) length, g_free);
  dateline_input_free (self->input);
  self->input = dateline_input_new (self->name, stream);
  return TRUE;
}

static gboolean
find_format (DatelineArticleReader *self, DatelineArticleFormat *format, GError **error)
{
  const char *head;
  gsize       length;

  if (!dateline_input_peek (self->input, HEAD_BYTES, &head, &length, error))
    return FALSE;
  if (length >= 2 && (memcmp (head, "\xff\xfe", 2) == 0 || memcmp (head, "\xfe\xff", 2) == 0) &&
      (!convert_utf16 (self, error) || !dateline_input_peek (self->input, HEAD_BYTES, &head, &length, error)))
    return FALSE;
  if (length == 0)
    return fail_empty (self->name, error);
  return dateline_article_format_find (self->name, head, length, format, error);
}

static DatelineArticle *
read_fresh (DatelineArticleReader *self, gboolean *goes_on, GError **error)
{
  DatelineArticleFormat format;

  self->fresh = FALSE;
  *goes_on = FALSE;
  if (!find_format (self, &format, error))
    return NULL;

  switch (format)
    {
    case DATELINE_ARTICLE_HTML:
      return read_html (self, error);
    case DATELINE_ARTICLE_FEED:
      *goes_on = open_feed (self, error);
      return NULL;
    case DATELINE_ARTICLE_JSON:
      *goes_on = open_json (self, error);
      return NULL;
    case DATELINE_ARTICLE_NDJSON:
      *goes_on = TRUE;
      return NULL;
    case DATELINE_ARTICLE_TEXT:
    default:
      return read_text (self, error);
    }
}

/* Reads on in the open input; closes it at its end. */
static DatelineArticle *
read_open (DatelineArticleReader *self, GError **error)
{
  DatelineArticle *article;
  GError          *local_error = NULL;

  if (self->fresh)
    {
      gboolean goes_on;

      article = read_fresh (self, &goes_on, error);
      if (!goes_on)
        close_input (self);
      return article;
    }
  if (self->json != NULL)
    return read_json (self, error);
  if (self->feed == NULL)
    return read_ndjson (self, error);

  article = dateline_feed_reader_next (self->feed, &local_error);
  if (article == NULL && local_error == NULL)
    close_input (self);
  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return article;
}

/**
 * dateline_article_reader_next:
 * @self: a reader
 * @error: return location for a #GError
 *
 * An error is about one file, one line or one entry; call again for what
 * comes after it.
 *
 * Errors: any #DatelineExchangeError.
 *
 * Returns: (transfer full) (nullable): the next article; %NULL without
 *   @error at the end
 */
DatelineArticle *
dateline_article_reader_next (DatelineArticleReader *self, GError **error)
{
  for (;;)
    {
      GError          *local_error = NULL;
      DatelineArticle *article = NULL;

      if (self->name == NULL)
        {
          if (!open_next (self, error))
            return NULL;
          continue;
        }

      article = read_open (self, &local_error);
      if (local_error != NULL)
        g_propagate_error (error, local_error);
      if (article != NULL || local_error != NULL)
        return article;
    }
}
