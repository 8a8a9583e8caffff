/* test-archive.c: articles out of archives, and archives made to do harm
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <string.h>

#include "dateline-article-reader.h"

typedef struct
{
  const char *path;
  const char *bytes; /* NULL: a folder */
} Entry;

static la_ssize_t
on_write (struct archive *archive, void *user_data, const void *bytes, size_t length)
{
  g_byte_array_append (user_data, bytes, (guint) length);
  return (la_ssize_t) length;
}

static struct archive *
begin_archive (const char *kind, GByteArray *out)
{
  struct archive *archive = archive_write_new ();

  if (g_str_has_prefix (kind, "zip"))
    archive_write_set_format_zip (archive);
  else if (strstr (kind, "raw") != NULL)
    archive_write_set_format_raw (archive);
  else
    archive_write_set_format_pax_restricted (archive);
  if (g_str_has_suffix (kind, "gz"))
    archive_write_add_filter_gzip (archive);
  else if (g_str_has_suffix (kind, "xz"))
    archive_write_add_filter_xz (archive);
  else if (g_str_has_suffix (kind, "bz2"))
    archive_write_add_filter_bzip2 (archive);
  else if (g_str_has_suffix (kind, "zst"))
    archive_write_add_filter_zstd (archive);
  if (strcmp (kind, "zip-encrypted") == 0)
    {
      g_assert_cmpint (archive_write_set_options (archive, "zip:encryption=traditional"), ==, ARCHIVE_OK);
      archive_write_set_passphrase (archive, "secret");
    }
  archive_write_set_bytes_in_last_block (archive, 1);
  g_assert_cmpint (archive_write_open (archive, out, NULL, on_write, NULL), ==, ARCHIVE_OK);
  return archive;
}

static void
begin_entry (struct archive *archive, const char *path, mode_t kind, gint64 size)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, path);
  archive_entry_set_filetype (entry, kind);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, size);
  if (kind == AE_IFLNK)
    archive_entry_set_symlink (entry, "/etc/hostname");
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  archive_entry_free (entry);
}

static void
add_bytes (struct archive *archive, const char *path, const void *bytes, gsize length)
{
  begin_entry (archive, path, AE_IFREG, (gint64) length);
  g_assert_cmpint (archive_write_data (archive, bytes, length), ==, (la_ssize_t) length);
}

static GBytes *
end_archive (struct archive *archive, GByteArray *out)
{
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return g_byte_array_free_to_bytes (out);
}

static GBytes *
make_archive (const char *kind, const Entry *entries)
{
  GByteArray     *out = g_byte_array_new ();
  struct archive *archive = begin_archive (kind, out);

  for (; entries->path != NULL; entries++)
    if (entries->bytes == NULL)
      begin_entry (archive, entries->path, g_str_has_suffix (entries->path, ".lnk.txt") ? AE_IFLNK : AE_IFDIR, 0);
    else
      add_bytes (archive, entries->path, entries->bytes, strlen (entries->bytes));
  return end_archive (archive, out);
}

/* "id|text" or "error N: message" a line. */
static char *
read_all (const char *name, GBytes *bytes)
{
  g_autoptr (DatelineArticleReader) reader = dateline_article_reader_new_for_bytes (name, bytes);
  GString                          *out = g_string_new (NULL);

  for (;;)
    {
      g_autoptr (GError)          error = NULL;
      g_autoptr (DatelineArticle) article = dateline_article_reader_next (reader, &error);

      if (article == NULL && error == NULL)
        return g_string_free (out, FALSE);
      if (article != NULL)
        g_string_append_printf (out, "%s|%s\n", article->id, article->text);
      else
        g_string_append_printf (out, "error %d: %s\n", error->code, error->message);
    }
}

static const Entry two_entries[] = { { "folder", NULL }, { "folder/a.txt", "one" }, { "b.html", "<p>two" }, { NULL } };

static const struct
{
  const char *path;
  const char *kind;
  const char *name;
  Entry       entries[5];
  const char *expected;
} cases[] = {
  { "zip", "zip", "x.zip", { { "folder/", NULL }, { "folder/a.txt", "one" }, { "b.html", "<p>two" } }, "a|one\nb|two\n" },
  { "tar", "tar", "x.tar", { { "folder", NULL }, { "folder/a.txt", "one" }, { "b.html", "<p>two" } }, "a|one\nb|two\n" },
  { "tar-gz", "tar-gz", "x.tar.gz", { { "folder/a.txt", "one" } }, "a|one\n" },
  { "tar-xz", "tar-xz", "x.txz", { { "folder/a.txt", "one" } }, "a|one\n" },
  { "tar-bz2", "tar-bz2", "x.tar.bz2", { { "folder/a.txt", "one" } }, "a|one\n" },
  { "tar-zst", "tar-zst", "x.tar.zst", { { "folder/a.txt", "one" } }, "a|one\n" },
  { "by-content-alone", "zip", "download", { { "a.txt", "one" } }, "a|one\n" },
  { "one-compressed-file", "raw-gz", "lines.ndjson.gz", { { "x", "{\"text\":\"one\"}\n{\"text\":\"two\"}\n" } }, "lines:1|one\nlines:2|two\n" },
  { "what-is-no-article", "tar", "x.tar", { { "photo.jpg", "\xff\xd8\xff" }, { ".hidden/a.txt", "no" }, { "__MACOSX/a.txt", "no" }, { "b.lnk.txt", NULL }, { "c.txt", "yes" } }, "c|yes\n" },
  { "none", "zip", "x.zip", { { "photo.jpg", "\xff\xd8\xff" } }, "error 7: x.zip: no articles in this archive; give .txt, .md, .html, .xml, .rss, .atom, .json, .ndjson, .csv, .eml or .mbox files\n" },
  { "bad-among-good", "zip", "x.zip", { { "d/a.txt", "" }, { "d/b.txt", "caf\xe9" }, { "c.txt", "fine" } }, "error 2: x.zip: d/a.txt: it is empty; there is nothing to read\nerror 4: x.zip: d/b.txt: byte 3 (0xE9) is not UTF-8; save it as UTF-8 and try again\nc|fine\n" },
  { "name-of-other-letters", "zip", "x.zip", { { "\xd8\xad\xd9\x84\xd8\xa8.txt", "one" } }, "\xd8\xad\xd9\x84\xd8\xa8|one\n" },
  { "path-out-of-it", "tar", "x.tar", { { "../../etc/a.txt", "one" } }, "error 7: x.tar: no articles*" },
  { "office-document", "zip", "x.docx", { { "[Content_Types].xml", "<Types/>" }, { "word/document.xml", "<w/>" } }, "error 3: x.docx: this is an office document or a book; save it as text or HTML\n" },
  { "password", "zip-encrypted", "x.zip", { { "a.txt", "one" } }, "error 6: x.zip: it is protected by a password; unpack it, and give the files\n" },
};

static void
test_case (gconstpointer data)
{
  guint              i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) bytes = make_archive (cases[i].kind, cases[i].entries);
  g_autofree char   *result = read_all (cases[i].name, bytes);

  if (g_str_has_suffix (cases[i].expected, "*"))
    g_assert_cmpint (strncmp (result, cases[i].expected, strlen (cases[i].expected) - 1), ==, 0);
  else
    g_assert_cmpstr (result, ==, cases[i].expected);
}

/* @bytes in a zip archive, in another, … */
static GBytes *
wrap (GBytes *bytes, guint n_times)
{
  g_bytes_ref (bytes);
  for (guint i = 0; i < n_times; i++)
    {
      GByteArray     *out = g_byte_array_new ();
      struct archive *archive = begin_archive ("zip", out);

      add_bytes (archive, "inner.zip", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      add_bytes (archive, "last.txt", "last", 4);
      g_bytes_unref (bytes);
      bytes = end_archive (archive, out);
    }
  return bytes;
}

static void
test_nested (void)
{
  g_autoptr (GBytes) innermost = make_archive ("tar-gz", two_entries);
  g_autoptr (GBytes) two = wrap (innermost, 2);
  g_autoptr (GBytes) three = wrap (innermost, 3);
  g_autofree char   *result = read_all ("x.zip", two);
  g_autofree char   *too_deep = read_all ("x.zip", three);

  g_assert_cmpstr (result, ==, "a|one\nb|two\nlast|last\nlast|last\n");
  g_assert_cmpstr (too_deep, ==, "error 5: x.zip: inner.zip: inner.zip: inner.zip: archives lie in one another too deep; unpack the outer ones\nlast|last\nlast|last\nlast|last\n");
}

/* @n_mib of blank lines. */
static GBytes *
make_bomb (const char *kind, const char *path, guint n_mib)
{
  GByteArray      *out = g_byte_array_new ();
  struct archive  *archive = begin_archive (kind, out);
  g_autofree char *block = g_malloc (1 << 20);

  memset (block, '\n', 1 << 20);
  begin_entry (archive, path, AE_IFREG, (gint64) n_mib << 20);
  for (guint i = 0; i < n_mib; i++)
    g_assert_cmpint (archive_write_data (archive, block, 1 << 20), ==, 1 << 20);
  add_bytes (archive, "last.txt", "last", 4);
  return end_archive (archive, out);
}

static void
test_bomb (void)
{
  static const struct
  {
    const char *kind;
    const char *path;
  } bombs[] = { { "tar-gz", "lines.ndjson" }, { "zip", "lines.ndjson" }, { "tar-gz", "photo.raw" }, { "tar-xz", "box.mbox" } };

  for (guint i = 0; i < G_N_ELEMENTS (bombs); i++)
    {
      g_autoptr (GBytes) bytes = make_bomb (bombs[i].kind, bombs[i].path, 300);
      g_autoptr (GBytes) inside = wrap (bytes, 1);
      g_autofree char   *result = read_all ("bomb", bytes);
      g_autofree char   *result_inside = read_all ("bomb", inside);

      g_test_message ("%s: %s", bombs[i].kind, result);
      g_assert_nonnull (strstr (result, "it unpacks to more than 200 times its size"));
      g_assert_null (strstr (result, "last|last"));
      g_assert_nonnull (strstr (result_inside, "it unpacks to more than 200 times its size"));
    }
}

/* An archive that breaks off gives what came before, and says so. */
static void
test_cut (void)
{
  g_autoptr (GBytes) whole = make_archive ("zip", two_entries);

  for (gsize length = 1; length < g_bytes_get_size (whole); length++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, length);
      g_autofree char   *result = read_all ("x.zip", cut);

      g_assert_cmpuint (strlen (result), >, 0);
    }
}

/* A file on the disk, in a folder, found by its extension. */
static void
test_folder (void)
{
  g_autofree char                  *folder = g_dir_make_tmp ("dateline-archive-XXXXXX", NULL);
  g_autofree char                  *path = g_build_filename (folder, "x.tar.gz", NULL);
  g_autoptr (GBytes)                bytes = make_archive ("tar-gz", two_entries);
  g_autoptr (DatelineArticleReader) reader = dateline_article_reader_new (folder);
  g_autoptr (GError)                error = NULL;
  g_autoptr (DatelineArticle)       article = NULL;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  article = dateline_article_reader_next (reader, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (article->text, ==, "one");
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/archive/", cases[i].path, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/exchange/archive/nested", test_nested);
  g_test_add_func ("/exchange/archive/bomb", test_bomb);
  g_test_add_func ("/exchange/archive/cut", test_cut);
  g_test_add_func ("/exchange/archive/folder", test_folder);

  return g_test_run ();
}
