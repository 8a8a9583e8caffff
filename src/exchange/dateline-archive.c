/* dateline-archive.c: the files of a zip or tar archive, one by one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Read front to back, nothing is written to the disk. A small file can
 * unpack to one that fills any memory or lasts for hours: what comes out is
 * held against what went in, over all archives that lie in one another.
 */

#include "config.h"

#include "dateline-archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "dateline-article-format.h"
#include "dateline-exchange-error.h"

/* Text shrinks to a tenth or so, pages of one site to a fortieth; what is
 * made to harm shrinks to a thousandth. */
#define MAX_RATIO 200
#define MIN_UNPACKED_BYTES ((guint64) 64 << 20) /* below which no ratio matters */
#define MAX_ENTRIES 1000000
#define MAX_DEPTH 3 /* an archive in an archive in an archive */

struct _DatelineArchive
{
  DatelineInput         *input;
  DatelineArchiveBudget *budget;
  guint                  depth;
  struct archive        *archive;
  gboolean               goes_on; /* after an error, a further entry may be good */
  char                  *entry;   /* the path of the one being read; NULL before the first and between two */
  guint                  n_given;
  GError                *read_error; /* of @input */
};

static gboolean
fail (DatelineArchive *self, DatelineExchangeError code, const char *problem, GError **error)
{
  g_set_error (error, DATELINE_EXCHANGE_ERROR, (int) code, "%s: %s%s%s", dateline_input_get_name (self->input),
               self->entry != NULL ? self->entry : "", self->entry != NULL ? ": " : "", problem);
  self->goes_on = FALSE;
  return FALSE;
}

/* What libarchive says last. */
static gboolean
fail_archive (DatelineArchive *self, GError **error)
{
  const char      *reason = archive_error_string (self->archive);
  g_autofree char *problem = g_strdup_printf ("the archive is damaged (%s); unpack what can be saved, and give that", reason != NULL ? reason : "it ends too early");

  if (self->read_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->read_error));
      self->goes_on = FALSE;
      return FALSE;
    }
  return fail (self, DATELINE_EXCHANGE_ERROR_FORMAT, problem, error);
}

static la_ssize_t
on_read (struct archive *archive, void *user_data, const void **bytes)
{
  DatelineArchive *self = user_data;
  const char      *block;
  gsize            length;

  if (self->read_error != NULL || !dateline_input_take (self->input, &block, &length, &self->read_error))
    return ARCHIVE_FATAL;

  /* What an inner archive takes was counted when it came out. */
  if (self->depth == 0)
    self->budget->n_packed_bytes += length;
  *bytes = block;
  return (la_ssize_t) length;
}

static gboolean
spend (DatelineArchive *self, guint64 n_bytes, GError **error)
{
  DatelineArchiveBudget *budget = self->budget;

  budget->n_unpacked_bytes += n_bytes;
  if (budget->n_unpacked_bytes > MIN_UNPACKED_BYTES && budget->n_unpacked_bytes / MAX_RATIO > budget->n_packed_bytes)
    return fail (self, DATELINE_EXCHANGE_ERROR_TOO_LARGE,
                 "it unpacks to more than 200 times its size, as only an archive made to do harm does; it is read no further", error);
  return TRUE;
}

/**
 * dateline_archive_new:
 * @input: (transfer full): at its first byte
 * @budget: shared by the archives that lie in one another; must outlive
 *   the result
 * @depth: how many archives @input lies in
 * @error: return location for a #GError
 *
 * Zip and tar, plain or compressed with gzip, bzip2, xz or Zstandard; and
 * one compressed file.
 *
 * Errors: %DATELINE_EXCHANGE_ERROR_TOO_LARGE when archives are nested too
 *   deep, %DATELINE_EXCHANGE_ERROR_FORMAT, %DATELINE_EXCHANGE_ERROR_READ.
 *
 * Returns: (transfer full) (nullable): an archive before its first entry
 */
DatelineArchive *
dateline_archive_new (DatelineInput *input, DatelineArchiveBudget *budget, guint depth, GError **error)
{
  g_autoptr (DatelineArchive) self = g_new0 (DatelineArchive, 1);

  self->input = input;
  self->budget = budget;
  self->depth = depth;
  self->goes_on = TRUE;
  if (depth >= MAX_DEPTH)
    {
      fail (self, DATELINE_EXCHANGE_ERROR_TOO_LARGE, "archives lie in one another too deep; unpack the outer ones", error);
      return NULL;
    }

  self->archive = archive_read_new ();
  archive_read_support_format_zip_streamable (self->archive);
  archive_read_support_format_tar (self->archive);
  archive_read_support_format_raw (self->archive);
  archive_read_support_filter_gzip (self->archive);
  archive_read_support_filter_bzip2 (self->archive);
  archive_read_support_filter_xz (self->archive);
  archive_read_support_filter_zstd (self->archive);
  if (archive_read_open (self->archive, self, NULL, on_read, NULL) != ARCHIVE_OK)
    {
      fail_archive (self, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
dateline_archive_free (DatelineArchive *self)
{
  if (self == NULL)
    return;

  if (self->archive != NULL)
    archive_read_free (self->archive);
  dateline_input_free (self->input);
  g_clear_error (&self->read_error);
  g_free (self->entry);
  g_free (self);
}

const char *
dateline_archive_get_name (const DatelineArchive *self)
{
  return dateline_input_get_name (self->input);
}

/**
 * dateline_archive_goes_on:
 * @self: an archive of which dateline_archive_next() failed
 *
 * Returns: whether only one entry was bad
 */
gboolean
dateline_archive_goes_on (const DatelineArchive *self)
{
  return self->goes_on;
}

/* The name in UTF-8, or what comes nearest to it. */
static char *
get_path (DatelineArchive *self, struct archive_entry *entry)
{
  const char *name;

  if (archive_format (self->archive) == ARCHIVE_FORMAT_RAW)
    {
      g_autofree char *base = g_path_get_basename (dateline_input_get_name (self->input));

      return dateline_article_format_strip_compression (base);
    }
  name = archive_entry_pathname_utf8 (entry);
  if (name == NULL)
    name = archive_entry_pathname (entry);
  return g_utf8_make_valid (name != NULL ? name : "", -1);
}

static gboolean
is_hidden (const char *path)
{
  return path[0] == '.' || strstr (path, "/.") != NULL || g_str_has_prefix (path, "__MACOSX/");
}

static gboolean
is_wanted (DatelineArchive *self, struct archive_entry *entry, const char *path)
{
  if (archive_format (self->archive) == ARCHIVE_FORMAT_RAW)
    return TRUE;
  if (archive_entry_filetype (entry) != AE_IFREG || archive_entry_hardlink (entry) != NULL)
    return FALSE;
  return !is_hidden (g_str_has_prefix (path, "./") ? path + 2 : path) && dateline_article_format_has_known_extension (path);
}

static gboolean
is_zip (DatelineArchive *self)
{
  return (archive_format (self->archive) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_ZIP;
}

/* A tar archive has to be unpacked to be stepped through: what passes by
 * counts. In a zip archive libarchive jumps. */
static gboolean
skip (DatelineArchive *self, GError **error)
{
  const void *bytes;
  gsize       length;
  la_int64_t  offset;
  int         code;

  if (is_zip (self))
    return TRUE;
  while ((code = archive_read_data_block (self->archive, &bytes, &length, &offset)) == ARCHIVE_OK)
    if (!spend (self, length, error))
      return FALSE;
  return code == ARCHIVE_EOF ? TRUE : fail_archive (self, error);
}

static gboolean
check_entry (DatelineArchive *self, struct archive_entry *entry, const char *path, GError **error)
{
  if (++self->budget->n_entries > MAX_ENTRIES)
    return fail (self, DATELINE_EXCHANGE_ERROR_TOO_LARGE, "it has more than 1,000,000 files; unpack it, and give some of its folders", error);
  if (is_zip (self) && (strcmp (path, "[Content_Types].xml") == 0 || strcmp (path, "mimetype") == 0))
    return fail (self, DATELINE_EXCHANGE_ERROR_BINARY, "this is an office document or a book; save it as text or HTML", error);
  if (archive_entry_is_encrypted (entry) && is_wanted (self, entry, path))
    return fail (self, DATELINE_EXCHANGE_ERROR_FORMAT, "it is protected by a password; unpack it, and give the files", error);
  return TRUE;
}

/**
 * dateline_archive_next:
 * @self: an archive
 * @error: return location for a #GError
 *
 * Steps to the next file that could be an article, by its name. What the
 * last one still held is left out.
 *
 * Errors: %DATELINE_EXCHANGE_ERROR_FORMAT, _TOO_LARGE, _BINARY, _READ;
 *   %DATELINE_EXCHANGE_ERROR_NO_ARTICLES at the end of an archive in which
 *   there was none.
 *
 * Returns: (transfer full) (nullable): the file's path in the archive;
 *   %NULL at the end
 */
char *
dateline_archive_next (DatelineArchive *self, GError **error)
{
  struct archive_entry *entry;
  int                   code;

  if (!self->goes_on || (self->entry != NULL && !skip (self, error)))
    return NULL;
  g_clear_pointer (&self->entry, g_free);
  while ((code = archive_read_next_header (self->archive, &entry)) == ARCHIVE_OK || code == ARCHIVE_WARN)
    {
      g_autofree char *path = get_path (self, entry);

      if (!check_entry (self, entry, path, error))
        return NULL;
      if (is_wanted (self, entry, path))
        {
          self->n_given++;
          self->entry = g_strdup (path);
          return g_steal_pointer (&path);
        }
      if (!skip (self, error))
        return NULL;
    }

  if (code != ARCHIVE_EOF)
    fail_archive (self, error);
  else if (self->n_given == 0)
    fail (self, DATELINE_EXCHANGE_ERROR_NO_ARTICLES,
          "no articles in this archive; give .txt, .md, .html, .xml, .rss, .atom, .json, .ndjson, .csv, .eml or .mbox files", error);
  return NULL;
}

/**
 * dateline_archive_read:
 * @data: an archive that has given an entry
 * @buffer: to be filled
 * @n_bytes: its size
 * @error: return location for a #GError
 *
 * Reads on in the entry, a #DatelineInputReadFunc.
 *
 * Errors: %DATELINE_EXCHANGE_ERROR_READ.
 *
 * Returns: how many bytes; 0 at the entry's end, −1 with @error
 */
gssize
dateline_archive_read (gpointer data, char *buffer, gsize n_bytes, GError **error)
{
  DatelineArchive   *self = data;
  g_autoptr (GError) local_error = NULL;
  la_ssize_t         n_read = archive_read_data (self->archive, buffer, n_bytes);

  if (n_read >= 0 && spend (self, (guint64) n_read, &local_error))
    return n_read;
  if (n_read < 0)
    {
      gboolean broken = n_read == ARCHIVE_FATAL || self->read_error != NULL;

      fail_archive (self, &local_error);
      self->goes_on = !broken;
    }
  g_set_error_literal (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_READ, local_error->message);
  return -1;
}
