/* test-article-reader.c: articles out of files, folders, pipes and bytes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "dateline-article-reader.h"

#define BYTES(literal) literal, sizeof (literal) - 1

/* Reads every article of one input into a line each: "id|day|text" or
 * "error: message". */
static char *
read_all (DatelineArticleReader *reader)
{
  GString *out = g_string_new (NULL);

  for (;;)
    {
      g_autoptr (GError)          error = NULL;
      g_autoptr (DatelineArticle) article = dateline_article_reader_next (reader, &error);
      g_autofree char            *day = NULL;

      if (article == NULL && error == NULL)
        break;
      if (error != NULL)
        {
          g_assert_null (article);
          g_assert_true (error->domain == DATELINE_EXCHANGE_ERROR);
          g_string_append_printf (out, "error %d: %s\n", error->code, error->message);
          continue;
        }
      g_assert_cmpuint (strlen (article->text), ==, article->length);
      g_assert_true (g_utf8_validate (article->text, -1, NULL));
      day = article->published_day != DATELINE_DAY_NONE ? dateline_day_to_string (article->published_day) : g_strdup ("-");
      g_string_append_printf (out, "%s|%s|%s\n", article->id, day, article->text);
    }
  return g_string_free (out, FALSE);
}

typedef struct
{
  const char *path;
  const char *name;
  const char *bytes;
  gsize       n_bytes;
  const char *expected;
} Case;

/* Errors: 0 missing, 1 read, 2 empty, 3 binary, 4 encoding, 5 too large,
 * 6 format, 7 no articles. */
static const Case cases[] = {
  { "text/whole", "a.txt", BYTES (" Hello\r\n there \n"), "a|-| Hello\r\n there \n\n" },
  { "text/date-line", "a.txt", BYTES ("date 2024-02-08\n\n  Hello"), "a|2024-02-08|Hello\n" },
  { "text/date-words", "a.md", BYTES (" date 2024-02-08 Advertisement\n\nHello"), "a|2024-02-08|Advertisement\n\nHello\n" },
  { "text/no-such-day", "a.txt", BYTES ("date 2024-02-31 Hello"), "a|-|date 2024-02-31 Hello\n" },
  { "text/date-is-a-word", "a.txt", BYTES ("date palms burnt"), "a|-|date palms burnt\n" },
  { "text/date-goes-on", "a.txt", BYTES ("date 2024-02-081 x"), "a|-|date 2024-02-081 x\n" },
  { "text/date-alone", "a.txt", BYTES ("date 2024-02-08\n"), "error 2: a.txt: it is empty; there is nothing to read\n" },
  { "text/bom", "a.txt", BYTES ("\xef\xbb\xbf"
                                "date 2024-02-08 caf\xc3\xa9"),
    "a|2024-02-08|caf\xc3\xa9\n" },
  { "text/utf-16le", "a.txt", BYTES ("\xff\xfeh\0\xe9\0"), "a|-|h\xc3\xa9\n" },
  { "text/utf-16be", "a.txt", BYTES ("\xfe\xff\0h\0\xe9"), "a|-|h\xc3\xa9\n" },
  { "text/utf-16-odd", "a.txt", BYTES ("\xff\xfeh\0\xe9"), "error 4: a.txt: it says it is UTF-16LE, but it is not *" },
  { "text/no-extension", "dispatch", BYTES ("Hello"), "dispatch|-|Hello\n" },
  { "text/brace-in-txt", "a.txt", BYTES ("{ not JSON"), "a|-|{ not JSON\n" },
  { "text/html-inside", "a.txt", BYTES ("<!DOCTYPE html><p>Hello"), "a|-|Hello\n" },
  { "bad/empty", "a.txt", BYTES (""), "error 2: a.txt: it is empty; there is nothing to read\n" },
  { "bad/blank", "a.txt", BYTES (" \n\t\xc2\xa0"), "error 2: a.txt: it is empty; there is nothing to read\n" },
  { "bad/nul", "a.txt", BYTES ("ab\0c"), "error 3: a.txt: byte 2 is NUL, so this is no text; give text, HTML, RSS, Atom, JSON or NDJSON\n" },
  { "bad/pdf", "a.txt", BYTES ("%PDF-1.7 x"), "error 3: a.txt: this is a PDF file; give text, HTML, RSS, Atom, JSON or NDJSON\n" },
  { "bad/latin-1", "a.txt", BYTES ("caf\xe9 x"), "error 4: a.txt: byte 3 (0xE9) is not UTF-8; save it as UTF-8 and try again\n" },
  { "ndjson/text", "x.ndjson", BYTES ("{\"id\":\"a\",\"text\":\" x\\ny \",\"published\":\"2024-01-02T03:04:05Z\"}\r\n\n{\"id\":7,\"text\":\"q\"}"), "a|2024-01-02| x\ny \n7|-|q\n" },
  { "ndjson/no-id", "x.ndjson", BYTES ("\n{\"text\":\"a\"}\n"), "x:2|-|a\n" },
  { "ndjson/other-fields", "x.ndjson", BYTES ("{\"n\":[1,{\"text\":\"no\"},-2.5e3,true,null,\"\\u00e9\"],\"id\":null,\"text\":\"a\",\"o\":{}}"), "x:1|-|a\n" },
  { "ndjson/escapes", "x.ndjson", BYTES ("{\"text\":\"\\u0041\\ud83d\\ude00\\ud800\\/\\t\"}"), "x:1|-|A\xf0\x9f\x98\x80\xef\xbf\xbd/\t\n" },
  { "ndjson/html", "x.ndjson", BYTES ("{\"id\":\"h\",\"html\":\"<h1>T<\\/h1><p>Body\",\"title\":\"Other\"}"), "h|-|T\n\nBody\n" },
  { "ndjson/bom", "x.ndjson", BYTES ("\xef\xbb\xbf{\"text\":\"a\"}"), "x:1|-|a\n" },
  { "ndjson/without-extension", "stdin", BYTES ("{\"text\":\"a\"}\n{\"text\":\"b\"}\n"), "stdin:1|-|a\nstdin:2|-|b\n" },
  { "ndjson/others-go-on", "x.ndjson", BYTES ("{\"text\":3}\n{\"title\":\"t\"}\n{bad}\n{\"text\":\"caf\xe9\"}\n{\"text\":\"\"}\n{\"text\":\"a\"} b\n{\"text\":\"a\\u0000\"}\n[1]\n{\"text\":\"a\"\n{\"text\":\"ok\"}\n"),
    "error 6: x.ndjson, line 1: \"text\" must be a string\n"
    "error 6: x.ndjson, line 2: neither \"text\" nor \"html\"; an article is {\"id\", \"text\" or \"html\", \"title\", \"url\", \"publisher\", \"published\"}\n"
    "error 6: x.ndjson, line 3: expected a string in double quotes\n"
    "error 4: x.ndjson, line 4: byte 12 (0xE9) is not UTF-8; save it as UTF-8 and try again\n"
    "error 2: x.ndjson, line 5: \"text\" is empty; there is nothing to read\n"
    "error 6: x.ndjson, line 6: something follows the article; NDJSON has one on each line\n"
    "error 6: x.ndjson, line 7: a string holds the character NUL\n"
    "error 6: x.ndjson, line 8: expected an object\n"
    "error 6: x.ndjson, line 9: it ends in the middle of a value\n"
    "x:10|-|ok\n" },
  { "json/object", "x.json", BYTES ("{\n \"id\": \"a\",\n \"text\": \"b\"\n}\n"), "a|-|b\n" },
  { "json/object-without-extension", "x", BYTES ("{\n \"id\": \"a\",\n \"text\": \"b\"\n}\n"), "a|-|b\n" },
  { "json/list", "x.json", BYTES ("[{\"id\":\"a\",\"text\":\"b\"},\n{\"text\":1},\n{\"text\":\"c\"}]"), "a|-|b\nerror 6: x.json, line 2: \"text\" must be a string\nx:3|-|c\n" },
  { "json/lines", "x.json", BYTES ("{\"text\":\"b\"}\n{\"text\":\"c\"}\n"), "x:1|-|b\nx:2|-|c\n" },
  { "json/no-end", "x.json", BYTES ("[{\"text\":\"b\"},\n{\"text\":\"c\"}\n"), "x:1|-|b\nx:2|-|c\nerror 6: x.json, line 3: it ends in the middle of a value\n" },
  { "json/empty-list", "x.json", BYTES ("[]"), "error 6: x.json, line 1: the list has no articles\n" },
  { "json/a-number", "x.json", BYTES ("12"), "error 6: x.json, line 1: expected an article or a list of articles, {\xe2\x80\xa6} or [{\xe2\x80\xa6}, \xe2\x80\xa6]\n" },
  { "feed/rss", "x.rss", BYTES ("<rss><channel><title>Feed</title><item><title>One &amp; two</title><guid>g</guid><pubDate>Tue, 23 Jan 2024 12:00:00 GMT</pubDate><description>&lt;p&gt;Body &lt;b&gt;bold&lt;/b&gt;&lt;/p&gt;</description></item><item/></channel></rss>"),
    "g|2024-01-23|One & two\n\nBody bold\nerror 2: x.rss, line 1: the entry has neither title nor text; there is nothing to read\n" },
  { "feed/atom", "x.xml", BYTES ("<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><entry><id>e</id><title>T</title><updated>2020-01-03T00:00:00Z</updated><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>One</p><p>Two</p></div></content></entry></feed>"),
    "e|2020-01-03|T\n\nOne\n\nTwo\n" },
  { "feed/broken", "x.xml", BYTES ("<rss><channel><item><title>A</title></item>\n<oops></channel></rss>"), "x.xml:1|-|A\nerror 6: x.xml, line 2: not well-formed XML: *" },
  { "feed/entities", "x.xml", BYTES ("<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/hostname'><!ENTITY b 'bb'>]><rss><channel><item><title>A&a;&b;</title></item></channel></rss>"), "x.xml:1|-|A\n" },
  { "feed/latin-1", "x.xml", BYTES ("<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><item><title>caf\xe9</title></item></channel></rss>"), "x.xml:1|-|caf\xc3\xa9\n" },
  { "feed/not-utf-8", "x.xml", BYTES ("<rss><channel><item><title>caf\xe9</title></item></channel></rss>"), "error 4: x.xml: byte 30 (0xE9) is not UTF-8; save it as UTF-8 and try again\n" },
  { "mail/plain", "m.eml", BYTES ("From: =?utf-8?q?Caf=C3=A9_Wire?= <desk@example.org>\r\nSubject: =?iso-8859-1?q?Attaque_=E0_Mossoul?=\r\nDate: Wed, 24 Jan 2024 08:00:00 +0300\r\nMessage-ID: <1@example.org>\r\n\r\nShells fell.\r\n"),
    "1@example.org|2024-01-24|Attaque \xc3\xa0 Mossoul\n\nShells fell.\r\n\n" },
  { "mail/alternatives", "m.eml", BYTES ("Subject: Hit\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>page\n--b\nContent-Type: text/plain; charset=windows-1256\nContent-Transfer-Encoding: base64\n\n5s8=\n--b--\n"),
    "m|-|Hit\n\n\xd9\x88\xd8\xaf\n" },
  { "mail/html-alone", "m.eml", BYTES ("Subject: Hit\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<p>caf=C3=A9 and=\n more</p>"), "m|-|caf\xc3\xa9 and more\n" },
  { "mail/attachment-alone", "m.eml", BYTES ("Subject: Hit\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nText"), "error 2: m.eml: the message has no text of its own; save what is attached, and give that\n" },
  { "mail/forwarded", "m.eml", BYTES ("Subject: Fwd\nContent-Type: message/rfc822\n\nSubject: Inner\n\nShells fell."), "m|-|Fwd\n\nShells fell.\n" },
  { "mail/without-extension", "1700000000.M1", BYTES ("Received: from here\nSubject: Hit\n\nShells fell."), "1700000000|-|Hit\n\nShells fell.\n" },
  { "mailbox", "b.mbox", BYTES ("From a@b Wed Jan 24 08:00:00 2024\nSubject: One\n\nA\n>From the town.\nFrom here on.\n\nFrom a@b Wed Jan 24 09:00:00 2024\nSubject: Two\n\n\nFrom a@b Wed Jan 24 09:00:00 2024\nSubject: Three\n\nC\n"),
    "b:1|-|One\n\nA\nFrom the town.\nFrom here on.\n\n\nerror 2: b.mbox, message 2: the message has no text of its own; save what is attached, and give that\nb:3|-|Three\n\nC\n\n" },
  { "csv/articles", "t.csv", BYTES ("\xef\xbb\xbfID,Headline,Text,Date,Source\r\n7,\"A \"\"b\"\"\",\"one,\r\ntwo\",2024-01-24,Wire\r\n\r\n,,three 5\" gun,24 January 2024,\r\n"), "7|2024-01-24|one,\r\ntwo\nt:2|2024-01-24|three 5\" gun\n" },
  { "csv/semicolons", "t.csv", BYTES ("text;url\n\"a;b\";http://x\n"), "t:1|-|a;b\n" },
  { "csv/tabs", "t.csv", BYTES ("title\tbody\nT\ta, b; c\n"), "t:1|-|a, b; c\n" },
  { "csv/utf-16", "t.csv", BYTES ("\xff\xfet\0e\0x\0t\0\n\0h\0\xe9\0"), "t:1|-|h\xc3\xa9\n" },
  { "csv/windows-1252", "t.csv", BYTES ("text\ncaf\xe9 \x93so\x94\n"), "t:1|-|caf\xc3\xa9 \xe2\x80\x9cso\xe2\x80\x9d\n" },
  { "csv/html", "t.csv", BYTES ("id,html\nh,<h1>T</h1><p>Body\n"), "h|-|T\n\nBody\n" },
  { "csv/others-go-on", "t.csv", BYTES ("id,text\na,\nb,good\n"), "error 2: t.csv, line 2: the row has no text; there is nothing to read\nb|-|good\n" },
  { "csv/open-quote", "t.csv", BYTES ("text\ngood\n\"never closed\n\n"), "t:1|-|good\nerror 6: t.csv, line 3: a quotation mark is opened here and never closed\n" },
  { "csv/header-alone", "t.csv", BYTES ("id,text\n"), "error 2: t.csv, line 2: the table has a first row and no other; there is nothing to read\n" },
  { "csv/incident-without-words", "t.csv", BYTES ("eventid,iyear,imonth,iday,attacktype1,latitude,longitude,summary,x\n,,,,,,,,y\n"), "error 2: t.csv, line 2: the row has nothing in the columns that are known\n" },
  { "csv/other-columns", "t.csv", BYTES ("name,age\nA,3\n"), "error 6: t.csv, line 1: the first row names no columns that are known; *" },
  { "feed/not-a-feed", "x.xml", BYTES ("<svg/>"), "error 6: x.xml: XML, but neither RSS nor Atom; give text, HTML, RSS, Atom, JSON or NDJSON\n" },
};

static void
test_bytes (gconstpointer data)
{
  const Case                       *test = data;
  g_autoptr (GBytes)                bytes = g_bytes_new_static (test->bytes, test->n_bytes);
  g_autoptr (DatelineArticleReader) reader = dateline_article_reader_new_for_bytes (test->name, bytes);
  g_autofree char                  *result = read_all (reader);

  /* What a library says may differ from version to version. */
  if (g_str_has_suffix (test->expected, "*"))
    g_assert_cmpint (strncmp (result, test->expected, strlen (test->expected) - 1), ==, 0);
  else
    g_assert_cmpstr (result, ==, test->expected);
}

static void
test_headline (void)
{
  static const struct
  {
    const char *text;
    const char *title;
  } titles[] = {
    { "Shells hit Aleppo market\n\nALEPPO - Shells", "Shells hit Aleppo market" },
    { "date 2024-01-02\n\nShells hit Aleppo\r\n\r\nShells", "Shells hit Aleppo" },
    { "Shells hit Aleppo.\n\nMore", NULL },
    { "Shells hit Aleppo\nMore", NULL },
    { "Advertisement\n\nMore", NULL },
    { "Shells hit Aleppo", NULL },
    { "\n\nShells hit Aleppo", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (GBytes)                bytes = g_bytes_new_static (titles[i].text, strlen (titles[i].text));
      g_autoptr (DatelineArticleReader) reader = dateline_article_reader_new_for_bytes ("a.txt", bytes);
      g_autoptr (DatelineArticle)       article = dateline_article_reader_next (reader, NULL);

      g_assert_cmpstr (article->title, ==, titles[i].title);
    }
}

static void
write_file (const char *folder, const char *name, const char *contents)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char      *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, name, NULL);

      remove_tree (below);
    }
  g_remove (path);
}

static void
test_folder (void)
{
  g_autofree char                  *folder = g_dir_make_tmp ("dateline-reader-XXXXXX", NULL);
  g_autofree char                  *missing = g_build_filename (folder, "missing.txt", NULL);
  g_autofree char                  *empty = g_build_filename (folder, "d", NULL);
  g_autofree char                  *result = NULL;
  g_autofree char                  *expected = NULL;
  g_autoptr (DatelineArticleReader) reader = NULL;
  g_autoptr (DatelineArticleReader) no_file = dateline_article_reader_new (missing);
  g_autoptr (DatelineArticleReader) no_articles = dateline_article_reader_new (empty);
  g_autoptr (GError)                error = NULL;

  write_file (folder, "b.txt", "second");
  write_file (folder, "a/z.html", "<p>first");
  write_file (folder, "a/.hidden.txt", "hidden");
  write_file (folder, ".git/x.txt", "hidden");
  write_file (folder, "SOURCES.tsv", "not an article");
  write_file (folder, "c.txt", "");
  write_file (folder, "d/SOURCES.tsv", "not an article");
  write_file (folder, "e.ndjson", "{\"text\":\"third\"}");
  reader = dateline_article_reader_new (folder);
  result = read_all (reader);
  expected = g_strdup_printf ("z|-|first\nb|-|second\nerror 2: %s/c.txt: it is empty; there is nothing to read\ne:1|-|third\n", folder);
  g_assert_cmpstr (result, ==, expected);

  g_assert_null (dateline_article_reader_next (no_file, &error));
  g_assert_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_MISSING);
  g_assert_nonnull (strstr (error->message, missing));
  g_clear_error (&error);
  g_assert_null (dateline_article_reader_next (no_articles, &error));
  g_assert_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_NO_ARTICLES);
  g_assert_nonnull (strstr (error->message, empty));
  remove_tree (folder);
}

static void
test_limits (void)
{
  gsize                             length = DATELINE_LINE_MAX_BYTES + (1 << 20);
  g_autofree char                  *long_line = g_malloc (length + 64);
  g_autofree char                  *result = NULL;
  g_autoptr (GBytes)                text = NULL;
  g_autoptr (GBytes)                lines = NULL;
  g_autoptr (DatelineArticleReader) text_reader = NULL;
  g_autoptr (DatelineArticleReader) line_reader = NULL;
  g_autoptr (GError)                error = NULL;

  memset (long_line, 'a', length);
  text = g_bytes_new_static (long_line, DATELINE_ARTICLE_MAX_BYTES + 1);
  text_reader = dateline_article_reader_new_for_bytes ("big.txt", text);
  g_assert_null (dateline_article_reader_next (text_reader, &error));
  g_assert_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_TOO_LARGE);
  g_assert_true (g_str_has_prefix (error->message, "big.txt: larger than 4 MiB"));

  memcpy (long_line, "{\"text\":\"", 9);
  memcpy (long_line + length, "\"}\n{\"text\":\"b\"}\n", 17);
  lines = g_bytes_new_static (long_line, length + 16);
  line_reader = dateline_article_reader_new_for_bytes ("x.ndjson", lines);
  result = read_all (line_reader);
  g_assert_cmpstr (result, ==, "error 5: x.ndjson, line 1: longer than 16 MiB, the most that one line may have\nx:2|-|b\n");
}

/* What each article is read from: the whole, or its own part. */
static const struct
{
  const char *name;
  const char *bytes;
  gsize       n_bytes;
  const char *parts[3]; /* one an article; NULL: all bytes */
  guint       n_articles;
} sources[] = {
  { "a.txt", BYTES ("date 2024-02-08\r\n\r\nHello \xc3\xa4\n"), { NULL }, 1 },
  { "a.txt", BYTES ("\xff\xfeH\0i\0"), { NULL }, 1 },
  { "a.html", BYTES ("<html><body><p>A strike hit Mosul on Tuesday.</p></body></html>"), { NULL }, 1 },
  { "a.json", BYTES ("[{\"text\":\"One.\"},{\"text\":\"Two.\"}]\n"), { NULL, NULL }, 2 },
  { "a.ndjson", BYTES ("{\"text\":\"One.\"}\n\n{\n{\"text\":\"Two.\"}"), { "{\"text\":\"One.\"}\n", "{\"text\":\"Two.\"}" }, 2 },
  { "a.csv", BYTES ("id,text\n1,One.\n2,Two.\n"), { "id,text\n1,One.\n", "2,Two.\n" }, 2 },
};

static void
test_source_digests (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autoptr (GBytes)                bytes = g_bytes_new_static (sources[i].bytes, sources[i].n_bytes);
      g_autoptr (DatelineArticleReader) reader = dateline_article_reader_new_for_bytes (sources[i].name, bytes);
      guint                             n_articles = 0;

      g_test_message ("%s", sources[i].name);
      dateline_article_reader_set_digests (reader, TRUE);
      for (;;)
        {
          g_autoptr (GError)          error = NULL;
          g_autoptr (DatelineArticle) article = dateline_article_reader_next (reader, &error);
          const char                 *part;
          g_autofree char            *expected = NULL;

          if (article == NULL && error == NULL)
            break;
          if (article == NULL)
            continue;
          part = sources[i].parts[n_articles++];
          expected = part != NULL ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, part, -1) : g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
          g_assert_cmpstr (article->source_sha256, ==, expected);
        }
      g_assert_cmpuint (n_articles, ==, sources[i].n_articles);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/article-reader/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], test_bytes);
    }
  g_test_add_func ("/exchange/article-reader/headline", test_headline);
  g_test_add_func ("/exchange/article-reader/folder", test_folder);
  g_test_add_func ("/exchange/article-reader/limits", test_limits);

  g_test_add_func ("/exchange/article-reader/source-digests", test_source_digests);

  return g_test_run ();
}
