/* test-html-article.c: one HTML page to one article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "dateline-exchange-error.h"
#include "dateline-html-article.h"
#include "dateline-published.h"

typedef struct
{
  const char *path;
  const char *html;
  const char *text;
} TextCase;

#define LONG "Shells fell on the market of the town early on Tuesday, and hospital staff said that several of the wounded had died on the way. " \
             "Nobody said who had fired, and the road out of the town remained closed until the evening of the same day."

static const TextCase texts[] = {
  { "blocks", "<p>One<p>Two<div>Three</div>Four", "One\n\nTwo\n\nThree\n\nFour" },
  { "white-space", "<p>  One \n\t two&nbsp;<b> three</b> </p>", "One two three" },
  { "inline", "<p>a<b>b</b>c <i>d</i></p>", "abc d" },
  { "line-break", "<p>One<br>two<br/> three</p>", "One\ntwo\nthree" },
  { "preformatted", "<pre>one  x\n\n two</pre>", "one x\ntwo" },
  { "list", "<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo" },
  { "entities", "<p>caf&eacute; &amp; &#x62a; &lt;b&gt;", "caf\xc3\xa9 & \xd8\xaa <b>" },
  { "headline-first", "<title>T | Site</title><h1>Head line</h1><p>Body", "Head line\n\nBody" },
  { "headline-once", "<p>By us<h1>Head</h1><p>Body", "Head\n\nBy us\n\nBody" },
  { "headline-of-title", "<title>Only title</title><p>Body", "Only title\n\nBody" },
  { "script", "<p>One<script>var x = '<p>no';</script><style>p{}</style><noscript>no</noscript><p>Two", "One\n\nTwo" },
  { "comment", "<p>One<!-- no --> two", "One two" },
  { "navigation", "<nav>Home</nav><header><a>Menu</a></header><p>" LONG "</p><footer>Copyright</footer>", LONG },
  { "aside", "<p>" LONG "</p><aside>Read this instead</aside><div role=complementary>And this</div>", LONG },
  { "share", "<div class='social-share'>Share it</div><p>" LONG "</p><button>Tweet</button>", LONG },
  { "caption", "<figure><img><figcaption>A picture</figcaption></figure><p>" LONG, LONG },
  { "hidden", "<p hidden>no</p><p style='display: none'>no</p><p aria-hidden=true>no</p><p>Yes", "Yes" },
  { "links", "<p>" LONG "</p><h3>More on this</h3><ul><li><a href=1>One story</a><li><a href=2>Another story</a></ul>", LONG },
  { "link-in-text", "<p>Shells hit <a href=x>the town of Hama</a>, and nobody said who had fired.</p><p>" LONG, "Shells hit the town of Hama, and nobody said who had fired.\n\n" LONG },
  { "layout-class", "<div class='page with-sidebar'><p>" LONG "</p></div>", LONG },
  { "advertisement", "<p>One</p><p>Advertisement</p><p>ADVERTISEMENT</p><p>Two</p>", "One\n\nTwo" },
  { "article", "<div>Weather: sunny</div><article><p>" LONG "</p></article><div>Stocks: down</div>", LONG },
  { "article-body", "<article><p>By us, staff</p><div itemprop=articleBody><p>" LONG "</p></div></article>", LONG },
  { "short-article", "<article><p>Brief.</p></article><p>And more outside.</p>", "Brief.\n\nAnd more outside." },
  { "post",
    "<p>" LONG "</p><div class=social-embed><blockquote class='twitter-tweet x'><p>We hit <a href=u>pic.example/1</a></p>&mdash; Command (@c) <a href=v>January 23, 2024</a></blockquote></div><script></script>",
    LONG "\n\nWe hit pic.example/1 \xe2\x80\x94 Command (@c) January 23, 2024" },
  { "arabic", "<p dir=rtl>\xd9\x82\xd8\xb5\xd9\x81 \xd8\xad\xd9\x84\xd8\xa8", "\xd9\x82\xd8\xb5\xd9\x81 \xd8\xad\xd9\x84\xd8\xa8" },
  { "broken", "<p>One<b><i>two</b></p></div></span><p three>four", "Onetwo\n\nfour" },
  { "no-tags", "Just words", "Just words" },
};

static void
test_text (gconstpointer data)
{
  const TextCase             *test = data;
  g_autoptr (GError)          error = NULL;
  g_autoptr (DatelineArticle) article = dateline_html_article_read ("x.html", test->html, strlen (test->html), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (article->text, ==, test->text);
  g_assert_cmpuint (article->length, ==, strlen (test->text));
}

typedef struct
{
  const char *path;
  const char *head;
  const char *title;
  const char *publisher;
  const char *url;
  const char *published;
} MetadataCase;

static const MetadataCase metadata[] = {
  { "none", "", NULL, NULL, NULL, NULL },
  { "title", "<title> A\n b </title>", "A b", NULL, NULL, NULL },
  { "heading-over-title", "<title>T</title><h1>H</h1>", "H", NULL, NULL, NULL },
  { "open-graph", "<title>T</title><meta property=og:title content='O'><meta property='og:site_name' content='The Daily'><meta property=og:url content='https://x/y'><h1>H</h1>", "O", "The Daily", "https://x/y", NULL },
  { "publisher-in-title", "<title>A strike | The Daily</title><meta property='og:site_name' content='The Daily'>", "A strike", "The Daily", NULL, NULL },
  { "publisher-is-title", "<title>The Daily</title><meta property='og:site_name' content='The Daily'>", "The Daily", "The Daily", NULL, NULL },
  { "canonical-over-open-graph", "<link rel='nofollow Canonical' href='https://c/'><meta property=og:url content='https://o/'>", NULL, NULL, "https://c/", NULL },
  { "article-published-time", "<time datetime=2020-01-01>x</time><meta name=date content=2019-01-01><meta property='article:published_time' content='2024-01-23T10:00:00Z'>", NULL, NULL, NULL, "2024-01-23T10:00:00Z" },
  { "json-ld", "<script type='application/ld+json'>{\"@graph\":[{\"a\":[1,{\"name\":\"no\"}],\"publisher\":{\"@type\":\"Organization\",\"logo\":{\"url\":\"u\"},\"name\":\"P\"},\"datePublished\":\"2024-01-23\"}]}</script>", NULL, "P", NULL, "2024-01-23" },
  { "json-ld-publisher-string", "<script type='application/ld+json'>[{\"publisher\":\"P\"}]</script>", NULL, "P", NULL, NULL },
  { "json-ld-broken", "<script type='application/ld+json'>{\"datePublished\":\"2024-01-23\",,,</script>", NULL, NULL, NULL, "2024-01-23" },
  { "time", "<time datetime='soon'>x</time><time datetime='2024-01-23'>y</time>", NULL, NULL, NULL, "2024-01-23" },
  { "time-marked", "<time datetime='2024-01-25'>x</time><time itemprop=datePublished datetime='2024-01-23'>y</time>", NULL, NULL, NULL, "2024-01-23" },
  { "meta-date", "<meta name='DC.date.issued' content='23 January 2024'>", NULL, NULL, NULL, "23 January 2024" },
  { "url", "<link rel=canonical href='https://x/news/2024/1/23/strike'>", NULL, NULL, "https://x/news/2024/1/23/strike", "2024-01-23" },
};

static void
test_metadata (gconstpointer data)
{
  const MetadataCase         *test = data;
  g_autofree char            *html = g_strconcat (test->head, "<p>Body", NULL);
  g_autoptr (GError)          error = NULL;
  g_autoptr (DatelineArticle) article = dateline_html_article_read ("x.html", html, strlen (html), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (article->title, ==, test->title);
  g_assert_cmpstr (article->publisher, ==, test->publisher);
  g_assert_cmpstr (article->url, ==, test->url);
  g_assert_cmpstr (article->published, ==, test->published);
  g_assert_cmpint (article->published_day != DATELINE_DAY_NONE, ==, test->published != NULL);
}

static void
test_published (void)
{
  static const struct
  {
    const char *text;
    int         year, month, day; /* 0 when it is no date */
  } cases[] = {
    { "2024-01-23", 2024, 1, 23 },
    { " 2024-01-23T23:30:00-05:00", 2024, 1, 23 },
    { "20240123", 2024, 1, 23 },
    { "Tue, 23 Jan 2024 12:00:00 GMT", 2024, 1, 23 },
    { "January 23rd, 2024", 2024, 1, 23 },
    { "3 Sept. 2019", 2019, 9, 3 },
    { "2024-02-30", 0, 0, 0 },
    { "202401234", 0, 0, 0 },
    { "1/2/2024", 0, 0, 0 },
    { "yesterday", 0, 0, 0 },
    { "", 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (dateline_published_parse (cases[i].text), ==, dateline_day_new (cases[i].year, cases[i].month, cases[i].day));
  g_assert_cmpint (dateline_published_find_in_url ("https://x/2024/jan/23/a"), ==, dateline_day_new (2024, 1, 23));
  g_assert_cmpint (dateline_published_find_in_url ("https://x/a/2024-01-23-b"), ==, dateline_day_new (2024, 1, 23));
  g_assert_cmpint (dateline_published_find_in_url ("https://x/1234/56/78"), ==, DATELINE_DAY_NONE);
}

static void
test_charset (void)
{
  g_autofree char *meta = dateline_html_find_charset ("<meta charset='Windows-1256'>", 29);
  g_autofree char *xml = dateline_html_find_charset ("<?xml version='1.0' encoding=\"iso-8859-6\"?>", 43);

  g_assert_cmpstr (meta, ==, "windows-1256");
  g_assert_cmpstr (xml, ==, "iso-8859-6");
  g_assert_null (dateline_html_find_charset ("<p>x", 4));
}

static char *
repeat (const char *before, const char *part, guint n, const char *after)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (text, part);
  g_string_append (text, after);
  return g_string_free (text, FALSE);
}

/* However it nests, a page is read whole or refused. */
static void
test_hostile (void)
{
  static const struct
  {
    const char *before;
    const char *part;
    guint       n;
    const char *after;
    int         code; /* -1 when it can be read */
    const char *text;
  } cases[] = {
    { "<p>One", "<div>", 100000, "deep", DATELINE_EXCHANGE_ERROR_FORMAT, NULL },
    { "<p>One", "<b>", 3000, "</b><p>Two", DATELINE_EXCHANGE_ERROR_FORMAT, NULL },
    { "<p>One", "<br>", 100000, "Two", -1, "One\nTwo" },
    { "<p title='", "a", 1000000, "'>One", -1, "One" },
    { "<p ", "a=b ", 2000, ">One", -1, "One" },
    { "", "<p>", 100000, "", DATELINE_EXCHANGE_ERROR_EMPTY, NULL },
    { "<p>One", "<!--", 1000, "-->", -1, "One" },
    { "", "<script>", 1, "alone", DATELINE_EXCHANGE_ERROR_EMPTY, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char            *html = repeat (cases[i].before, cases[i].part, cases[i].n, cases[i].after);
      g_autoptr (GError)          error = NULL;
      g_autoptr (DatelineArticle) article = dateline_html_article_read ("x.html", html, strlen (html), &error);

      if (cases[i].code < 0)
        {
          g_assert_no_error (error);
          g_assert_cmpstr (article->text, ==, cases[i].text);
        }
      else
        {
          g_assert_error (error, DATELINE_EXCHANGE_ERROR, cases[i].code);
          g_assert_true (g_str_has_prefix (error->message, "x.html"));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/html-article/text/", texts[i].path, NULL);

      g_test_add_data_func (path, &texts[i], test_text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (metadata); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/html-article/metadata/", metadata[i].path, NULL);

      g_test_add_data_func (path, &metadata[i], test_metadata);
    }
  g_test_add_func ("/exchange/html-article/published", test_published);
  g_test_add_func ("/exchange/html-article/charset", test_charset);
  g_test_add_func ("/exchange/html-article/hostile", test_hostile);

  return g_test_run ();
}
