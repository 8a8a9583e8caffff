/* dateline-article-format.c: what an input is, by its content and its name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-article-format.h"

#include <string.h>

#include "dateline-exchange-error.h"
#include "dateline-merged-file.h"

static const struct
{
  const char           *extension;
  DatelineArticleFormat format;
} extensions[] = {
  { ".txt", DATELINE_ARTICLE_TEXT },
  { ".md", DATELINE_ARTICLE_TEXT },
  { ".text", DATELINE_ARTICLE_TEXT },
  { ".html", DATELINE_ARTICLE_HTML },
  { ".htm", DATELINE_ARTICLE_HTML },
  { ".xhtml", DATELINE_ARTICLE_HTML },
  { ".xml", DATELINE_ARTICLE_FEED },
  { ".rss", DATELINE_ARTICLE_FEED },
  { ".atom", DATELINE_ARTICLE_FEED },
  { ".rdf", DATELINE_ARTICLE_FEED },
  { ".json", DATELINE_ARTICLE_JSON },
  { ".geojson", DATELINE_ARTICLE_JSON },
  { ".ndjson", DATELINE_ARTICLE_NDJSON },
  { ".jsonl", DATELINE_ARTICLE_NDJSON },
  { ".csv", DATELINE_ARTICLE_CSV },
  { ".eml", DATELINE_ARTICLE_MAIL },
  { ".mbox", DATELINE_ARTICLE_MAILBOX },
  { ".zip", DATELINE_ARTICLE_ARCHIVE },
  { ".tar", DATELINE_ARTICLE_ARCHIVE },
  { ".tgz", DATELINE_ARTICLE_ARCHIVE },
  { ".tbz2", DATELINE_ARTICLE_ARCHIVE },
  { ".txz", DATELINE_ARTICLE_ARCHIVE },
};

/* What follows the name of a file that is compressed by itself. */
static const char *const compressions[] = { ".gz", ".bz2", ".xz", ".zst" };

static gboolean
find_by_extension (const char *name, DatelineArticleFormat *format)
{
  const char *dot = strrchr (name, '.');

  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (extensions); i++)
    if (g_ascii_strcasecmp (dot, extensions[i].extension) == 0)
      {
        *format = extensions[i].format;
        return TRUE;
      }
  return FALSE;
}

/**
 * dateline_article_format_strip_compression:
 * @name: a file's name
 *
 * Returns: (transfer full): @name without its ".gz", ".bz2", ".xz" or
 *   ".zst", which name no format by themselves
 */
char *
dateline_article_format_strip_compression (const char *name)
{
  gsize length = strlen (name);

  for (guint i = 0; i < G_N_ELEMENTS (compressions); i++)
    {
      gsize n = strlen (compressions[i]);

      if (length > n && g_ascii_strcasecmp (name + length - n, compressions[i]) == 0)
        return g_strndup (name, length - n);
    }
  return g_strdup (name);
}

/**
 * dateline_article_format_has_known_extension:
 * @name: a file's name
 *
 * Returns: whether a folder's or an archive's file of that name is taken
 *   for an article
 */
gboolean
dateline_article_format_has_known_extension (const char *name)
{
  g_autofree char      *plain = dateline_article_format_strip_compression (name);
  DatelineArticleFormat format;

  return find_by_extension (plain, &format);
}

static gboolean
starts_with_magic (const char *head, gsize length, const char *magic, gsize n)
{
  return length >= n && memcmp (head, magic, n) == 0;
}

static gboolean
is_archive (const char *head, gsize length)
{
  static const struct
  {
    const char *magic;
    gsize       length;
  } kinds[] = {
    { "PK\x03\x04", 4 },
    { "PK\x05\x06", 4 },
    { "\x1f\x8b\x08", 3 },
    { "\xfd"
      "7zXZ",
      5 },
    { "\x28\xb5\x2f\xfd", 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (starts_with_magic (head, length, kinds[i].magic, kinds[i].length))
      return TRUE;
  if (length >= 10 && memcmp (head, "BZh", 3) == 0 && memcmp (head + 4, "1AY&SY", 6) == 0)
    return TRUE;
  return length > 262 && memcmp (head + 257, "ustar", 5) == 0;
}

static gboolean
refuse_binary (const char *name, const char *head, gsize length, GError **error)
{
  static const struct
  {
    const char *magic;
    gsize       length;
    const char *what;
  } kinds[] = {
    { "%PDF-", 5, "a PDF file" },
    { "7z\xbc\xaf", 4, "a 7z archive" },
    { "Rar!", 4, "a RAR archive" },
    { "\x89PNG", 4, "an image" },
    { "\xff\xd8\xff", 3, "an image" },
    { "GIF8", 4, "an image" },
    { "SQLite format 3", 15, "a database" },
    { "{\\rtf", 5, "an RTF document" },
  };
  gboolean has_mark = length >= 2 && (memcmp (head, "\xff\xfe", 2) == 0 || memcmp (head, "\xfe\xff", 2) == 0);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (starts_with_magic (head, length, kinds[i].magic, kinds[i].length))
      {
        g_set_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_BINARY,
                     "%s: this is %s; give text, HTML, RSS, Atom, JSON or NDJSON", name, kinds[i].what);
        return TRUE;
      }
  if (!has_mark && memchr (head, '\0', length) != NULL)
    {
      g_set_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_BINARY,
                   "%s: byte %" G_GSIZE_FORMAT " is NUL, so this is no text; give text, HTML, RSS, Atom, JSON or NDJSON",
                   name, (gsize) ((const char *) memchr (head, '\0', length) - head));
      return TRUE;
    }
  return FALSE;
}

static gboolean
begins_with (const char *at, const char *end, const char *lower)
{
  gsize length = strlen (lower);

  return (gsize) (end - at) >= length && g_ascii_strncasecmp (at, lower, length) == 0;
}

/* Whether an object stands on many lines, so that it cannot be NDJSON. */
static gboolean
opens_long_object (const char *at, const char *end, gboolean strict)
{
  const char *line_end = memchr (at, '\n', (gsize) (end - at));

  if (line_end == NULL)
    return FALSE;
  while (line_end > at && g_ascii_isspace (line_end[-1]))
    line_end--;
  return strict ? line_end[-1] != '}' : line_end == at + 1;
}

static DatelineArticleFormat
find_markup (const char *at, const char *end, DatelineArticleFormat otherwise)
{
  static const char *const feeds[] = { "<rss", "<feed", "<rdf:rdf" };
  g_autofree char         *head = g_ascii_strdown (at, end - at);

  if (strstr (head, "<html") != NULL || strstr (head, "<!doctype html") != NULL)
    return DATELINE_ARTICLE_HTML;
  for (guint i = 0; i < G_N_ELEMENTS (feeds); i++)
    if (strstr (head, feeds[i]) != NULL)
      return DATELINE_ARTICLE_FEED;
  return begins_with (at, end, "<?xml") ? DATELINE_ARTICLE_FEED : otherwise;
}

/* Mail as it is kept without an extension begins with what its transport
 * wrote. */
static DatelineArticleFormat
find_mail (const char *head, const char *end)
{
  static const char *const headers[] = { "return-path:", "received:", "delivered-to:", "message-id:", "mime-version:" };

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    if (begins_with (head, end, headers[i]))
      return DATELINE_ARTICLE_MAIL;
  return DATELINE_ARTICLE_TEXT;
}

/**
 * dateline_article_format_find:
 * @name: the input's name
 * @head: its first bytes
 * @length: how many
 * @format: (out): untouched on failure
 * @error: return location for a #GError
 *
 * The extension decides, unless the content plainly says otherwise: a
 * page or a feed begins with its own markup, and an object on many lines
 * is JSON, not NDJSON. Archives and compressed files are known by their
 * first bytes alone. Without a known extension "{" means NDJSON, and what
 * looks like nothing else is text.
 *
 * Errors: %DATELINE_EXCHANGE_ERROR_BINARY.
 *
 * Returns: %TRUE when @format was set
 */
gboolean
dateline_article_format_find (const char *name, const char *head, gsize length, DatelineArticleFormat *format, GError **error)
{
  const char           *at = head;
  const char           *end = head + length;
  DatelineArticleFormat by_name = DATELINE_ARTICLE_TEXT;
  gboolean              named = find_by_extension (name, &by_name);

  if (is_archive (head, length))
    {
      *format = DATELINE_ARTICLE_ARCHIVE;
      return TRUE;
    }
  if (refuse_binary (name, head, length, error))
    return FALSE;
  /* It is named like an archive, and is none. */
  if (by_name == DATELINE_ARTICLE_ARCHIVE)
    by_name = DATELINE_ARTICLE_TEXT;
  if (length >= 3 && memcmp (head, "\xef\xbb\xbf", 3) == 0)
    at += 3;
  while (at < end && g_ascii_isspace (*at))
    at++;

  *format = by_name;
  if (begins_with (at, end, "<?xml") || begins_with (at, end, "<!doctype") || begins_with (at, end, "<html") ||
      begins_with (at, end, "<rss") || begins_with (at, end, "<feed") || by_name == DATELINE_ARTICLE_FEED)
    *format = find_markup (at, end, by_name);
  else if (at < end && *at == '{' && (!named || by_name == DATELINE_ARTICLE_NDJSON || by_name == DATELINE_ARTICLE_JSON))
    *format = dateline_merged_file_is_one (at, (gsize) (end - at))            ? DATELINE_ARTICLE_MERGED
              : opens_long_object (at, end, by_name == DATELINE_ARTICLE_JSON) ? DATELINE_ARTICLE_JSON
                                                                              : DATELINE_ARTICLE_NDJSON;
  else if (!named)
    *format = find_mail (head, end);
  return TRUE;
}
