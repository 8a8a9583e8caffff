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

#include "dateline-archive.h"
#include "dateline-article-stream.h"
#include "dateline-text-decode.h"

#define HEAD_BYTES 4096

struct _DatelineArticleReader
{
  GPtrArray    *pending;  /* char *, paths still to read, the next one last */
  char         *folder;   /* the path, when it is a folder in which no file was found yet */
  gboolean      started;  /* the path was looked at */
  gboolean      is_stdin; /* still to be read */
  gboolean      at_end;
  GCancellable *cancellable;
  gboolean      digests;

  GPtrArray            *archives; /* DatelineArchive, the innermost last */
  DatelineArchiveBudget budget;   /* of the outermost */

  DatelineInput         *input;      /* opened, its format not known yet */
  DatelineArticleStream *stream;     /* being read */
  DatelineExtraction    *extraction; /* of the article last given */
  char                  *id;         /* the input's name without folder and extension */
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
  self->archives = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_archive_free);
  return self;
}

static char *
make_id (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  char            *dot = strrchr (base, '.');

  if (dot != NULL && dot > base)
    *dot = '\0';
  return g_utf8_make_valid (base, -1);
}

static void
set_input (DatelineArticleReader *self, const char *path, DatelineInput *input)
{
  g_free (self->id);
  self->id = make_id (path);
  self->input = input;
  if (self->digests)
    dateline_input_set_digesting (input, NULL);
}

static void
open_stream (DatelineArticleReader *self, const char *path, GInputStream *stream)
{
  g_autofree char *name = g_filename_display_name (path);

  set_input (self, path, dateline_input_new (name, stream));
  dateline_input_set_cancellable (self->input, self->cancellable);
  self->budget = (DatelineArchiveBudget){ 0 };
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

  /* A stream reads from an archive, and that from the one around it. */
  g_clear_pointer (&self->stream, dateline_article_stream_free);
  g_clear_pointer (&self->input, dateline_input_free);
  while (self->archives->len > 0)
    g_ptr_array_set_size (self->archives, (int) self->archives->len - 1);
  g_ptr_array_unref (self->archives);
  g_clear_pointer (&self->extraction, dateline_extraction_free);
  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->pending);
  g_free (self->folder);
  g_free (self->id);
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
      set_input (self, "stdin", dateline_input_new ("standard input", stream));
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
                   "%s: no articles in this folder; give .txt, .md, .html, .xml, .rss, .atom, .json, .ndjson, .csv, .eml or .mbox files, or archives of them", folder);
    }
  return FALSE;
}

static gboolean
convert_utf16 (DatelineInput **input, GError **error)
{
  const char              *name = dateline_input_get_name (*input);
  gsize                    n_bytes, length;
  g_autofree char         *bytes = dateline_input_read_all (*input, DATELINE_FILE_MAX_BYTES, &n_bytes, error);
  char                    *text = bytes != NULL ? dateline_text_decode (name, bytes, n_bytes, NULL, &length, error) : NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autofree char         *digest = NULL;
  DatelineInput           *converted;

  if (text == NULL)
    return FALSE;
  stream = g_memory_input_stream_new_from_data (text, (gssize) length, g_free);
  converted = dateline_input_new (name, stream);
  digest = dateline_input_take_digest (*input);
  if (digest != NULL)
    dateline_input_set_digesting (converted, digest);
  dateline_input_free (*input);
  *input = converted;
  return TRUE;
}

static gboolean
find_format (DatelineInput **input, DatelineArticleFormat *format, GError **error)
{
  const char *head;
  gsize       length;

  if (!dateline_input_peek (*input, HEAD_BYTES, &head, &length, error))
    return FALSE;
  if (length >= 2 && (memcmp (head, "\xff\xfe", 2) == 0 || memcmp (head, "\xfe\xff", 2) == 0) &&
      (!convert_utf16 (input, error) || !dateline_input_peek (*input, HEAD_BYTES, &head, &length, error)))
    return FALSE;
  if (length == 0)
    {
      g_set_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_EMPTY,
                   "%s: it is empty; there is nothing to read", dateline_input_get_name (*input));
      return FALSE;
    }
  return dateline_article_format_find (dateline_input_get_name (*input), head, length, format, error);
}

static gboolean
open_archive (DatelineArticleReader *self, DatelineInput *input, GError **error)
{
  DatelineArchive *archive = dateline_archive_new (input, &self->budget, self->archives->len, error);

  if (archive == NULL)
    return FALSE;
  g_ptr_array_add (self->archives, archive);
  return TRUE;
}

/* Looks at what @self->input holds and goes into it. */
static gboolean
enter_input (DatelineArticleReader *self, GError **error)
{
  g_autoptr (DatelineInput) input = g_steal_pointer (&self->input);
  DatelineArticleFormat     format;

  if (!find_format (&input, &format, error))
    return FALSE;
  if (format == DATELINE_ARTICLE_ARCHIVE)
    return open_archive (self, g_steal_pointer (&input), error);

  self->stream = dateline_article_stream_new (g_steal_pointer (&input), self->id, format);
  return TRUE;
}

/* Opens the next entry of the innermost archive, or leaves that archive. */
static gboolean
open_entry (DatelineArticleReader *self, GError **error)
{
  DatelineArchive   *archive = g_ptr_array_index (self->archives, self->archives->len - 1);
  g_autoptr (GError) local_error = NULL;
  g_autofree char   *path = dateline_archive_next (archive, &local_error);

  if (path != NULL)
    {
      g_autofree char *name = g_strdup_printf ("%s: %s", dateline_archive_get_name (archive), path);

      set_input (self, path, dateline_input_new_for_func (name, dateline_archive_read, archive));
      return TRUE;
    }
  if (local_error == NULL || !dateline_archive_goes_on (archive))
    g_ptr_array_set_size (self->archives, (int) self->archives->len - 1);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* One step towards the next article. */
static DatelineArticle *
advance (DatelineArticleReader *self, GError **error)
{
  DatelineArticle   *article;
  g_autoptr (GError) local_error = NULL;

  if (self->input != NULL)
    {
      enter_input (self, error);
      return NULL;
    }
  if (self->stream == NULL)
    {
      if (self->archives->len > 0)
        open_entry (self, error);
      else
        self->at_end = !open_next (self, &local_error) && local_error == NULL;
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  article = dateline_article_stream_next (self->stream, &self->extraction, &local_error);
  if (article == NULL && local_error == NULL)
    g_clear_pointer (&self->stream, dateline_article_stream_free);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
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
  g_clear_pointer (&self->extraction, dateline_extraction_free);
  for (;;)
    {
      GError          *local_error = NULL;
      DatelineArticle *article = advance (self, &local_error);

      if (local_error != NULL)
        g_propagate_error (error, local_error);
      if (article != NULL || local_error != NULL || self->at_end)
        return article;
    }
}

/**
 * dateline_article_reader_take_extraction:
 * @self: a reader that has just given an article
 *
 * Returns: (transfer full) (nullable): the incidents that the input itself
 *   gives for that article, as a data set and Dateline's own files do;
 *   %NULL when they are yet to be found in its text
 */
DatelineExtraction *
dateline_article_reader_take_extraction (DatelineArticleReader *self)
{
  return g_steal_pointer (&self->extraction);
}

/**
 * dateline_article_reader_set_digests:
 * @self: a reader from which nothing was read
 * @digests: whether each article shall have the SHA-256 of the bytes it
 *   is read from, as they are in the file once that is unpacked
 */
void
dateline_article_reader_set_digests (DatelineArticleReader *self, gboolean digests)
{
  self->digests = digests;
  if (digests && self->input != NULL)
    dateline_input_set_digesting (self->input, NULL);
}

/**
 * dateline_article_reader_set_cancellable:
 * @self: a reader that has not read anything yet
 * @cancellable: (nullable): makes what is being read fail at once
 */
void
dateline_article_reader_set_cancellable (DatelineArticleReader *self, GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
}

/**
 * dateline_article_reader_get_n_parts:
 * @self: a reader that has just given an article
 *
 * Returns: how many of the last incidents of its extraction are parts of
 *   those that dateline_article_reader_take_wholes() will give
 */
guint
dateline_article_reader_get_n_parts (DatelineArticleReader *self)
{
  return self->stream != NULL ? dateline_article_stream_get_n_parts (self->stream) : 0;
}

/**
 * dateline_article_reader_take_wholes:
 * @self: a reader that has just given an article
 *
 * Returns: (transfer full) (nullable) (element-type DatelineWhole): the
 *   incidents of several articles, of which this is the last
 */
GPtrArray *
dateline_article_reader_take_wholes (DatelineArticleReader *self)
{
  return self->stream != NULL ? dateline_article_stream_take_wholes (self->stream) : NULL;
}
