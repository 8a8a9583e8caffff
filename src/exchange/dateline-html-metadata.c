/* dateline-html-metadata.c: what a page says about itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-html-metadata.h"

#include <string.h>

#include "dateline-html-node.h"
#include "dateline-json-scanner.h"
#include "dateline-published.h"

#define MAX_JSON_LD_DEPTH 64

/* Where a page may state a value, the most trustworthy first. */
typedef enum
{
  DATE_OPEN_GRAPH,
  DATE_JSON_LD,
  DATE_TIME_MARKED,
  DATE_TIME,
  DATE_META,
  N_DATES
} DateSource;

typedef struct
{
  char *og_title;
  char *heading;
  char *page_title;
  char *site_name;
  char *json_ld_publisher;
  char *meta_publisher;
  char *canonical;
  char *og_url;
  char *dates[N_DATES];
} Found;

static void
found_clear (Found *found)
{
  g_free (found->og_title);
  g_free (found->heading);
  g_free (found->page_title);
  g_free (found->site_name);
  g_free (found->json_ld_publisher);
  g_free (found->meta_publisher);
  g_free (found->canonical);
  g_free (found->og_url);
  for (guint i = 0; i < N_DATES; i++)
    g_free (found->dates[i]);
}

/* The first value wins. */
static void
keep (char **to, const char *value)
{
  GString *out;

  if (*to != NULL || value == NULL)
    return;

  out = g_string_new (NULL);
  dateline_html_append_collapsed (out, 0, value);
  *to = g_strchomp (g_string_free (out, FALSE));
  if (**to == '\0')
    g_clear_pointer (to, g_free);
}

static void
keep_date (Found *found, DateSource source, const char *value)
{
  if (value != NULL && dateline_published_parse (value) != DATELINE_DAY_NONE)
    keep (&found->dates[source], value);
}

static gboolean
equals_one_of (const char *value, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_strcasecmp (value, words[i]) == 0)
      return TRUE;
  return FALSE;
}

static void
read_meta (const xmlNode *node, Found *found)
{
  static const char *const published[] = { "article:published_time", "og:published_time", "og:article:published_time", NULL };
  static const char *const date[] = { "date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "dc.date",
                                      "dc.date.issued", "dcterms.date", "dcterms.created", "dcterms.issued", "datepublished",
                                      "parsely-pub-date", "sailthru.date", "citation_publication_date", NULL };
  static const char *const publisher[] = { "publisher", "dc.publisher", "dcterms.publisher", "application-name", NULL };
  const char              *content = dateline_html_node_get_attribute (node, "content");
  const char              *key = dateline_html_node_get_attribute (node, "property");

  if (key == NULL)
    key = dateline_html_node_get_attribute (node, "name");
  if (key == NULL)
    key = dateline_html_node_get_attribute (node, "itemprop");
  if (key == NULL || content == NULL)
    return;

  if (g_ascii_strcasecmp (key, "og:title") == 0)
    keep (&found->og_title, content);
  else if (g_ascii_strcasecmp (key, "og:site_name") == 0)
    keep (&found->site_name, content);
  else if (g_ascii_strcasecmp (key, "og:url") == 0)
    keep (&found->og_url, content);
  else if (equals_one_of (key, published))
    keep_date (found, DATE_OPEN_GRAPH, content);
  else if (equals_one_of (key, date))
    keep_date (found, DATE_META, content);
  else if (equals_one_of (key, publisher))
    keep (&found->meta_publisher, content);
}

/* Reads one key of JSON-LD and, when it is of use, its value. Returns
 * whether the value is still to come. */
static gboolean
read_json_ld_member (DatelineJsonScanner *scanner, gboolean in_publisher, gboolean *opens_publisher, Found *found)
{
  g_autofree char *key = dateline_json_scanner_read_string (scanner, NULL);
  g_autofree char *value = NULL;

  *opens_publisher = FALSE;
  if (key == NULL || !dateline_json_scanner_expect (scanner, ':'))
    return FALSE;
  if (dateline_json_scanner_peek (scanner) != '"')
    {
      *opens_publisher = strcmp (key, "publisher") == 0;
      return TRUE;
    }

  value = dateline_json_scanner_read_string (scanner, NULL);
  if (strcmp (key, "datePublished") == 0)
    keep_date (found, DATE_JSON_LD, value);
  else if (strcmp (key, "publisher") == 0 || (in_publisher && strcmp (key, "name") == 0))
    keep (&found->json_ld_publisher, value);
  return FALSE;
}

static void
read_json_ld (const char *json, Found *found)
{
  DatelineJsonScanner scanner;
  char                closes[MAX_JSON_LD_DEPTH];
  gboolean            firsts[MAX_JSON_LD_DEPTH];
  gboolean            publishers[MAX_JSON_LD_DEPTH];
  guint               depth = 0;
  gboolean            opens_publisher = FALSE;

  dateline_json_scanner_init (&scanner, json, strlen (json));
  for (gboolean value_comes = TRUE; scanner.problem == NULL;)
    {
      char mark = dateline_json_scanner_peek (&scanner);

      if (value_comes && (mark == '{' || mark == '[') && depth < MAX_JSON_LD_DEPTH)
        {
          scanner.at++;
          closes[depth] = mark == '{' ? '}' : ']';
          firsts[depth] = TRUE;
          publishers[depth++] = opens_publisher;
        }
      else if (value_comes)
        dateline_json_scanner_skip (&scanner);

      while (depth > 0 && !dateline_json_scanner_next_member (&scanner, &firsts[depth - 1], closes[depth - 1]) && scanner.problem == NULL)
        depth--;
      if (depth == 0)
        return;
      opens_publisher = publishers[depth - 1];
      value_comes = closes[depth - 1] == ']' || read_json_ld_member (&scanner, publishers[depth - 1], &opens_publisher, found);
    }
}

static void
read_script (const xmlNode *node, Found *found)
{
  const char *type = dateline_html_node_get_attribute (node, "type");

  if (type == NULL || g_ascii_strcasecmp (type, "application/ld+json") != 0)
    return;
  if (node->children != NULL && node->children->content != NULL)
    read_json_ld ((const char *) node->children->content, found);
}

static void
read_time (xmlNode *node, Found *found)
{
  const char *datetime = dateline_html_node_get_attribute (node, "datetime");
  const char *itemprop = dateline_html_node_get_attribute (node, "itemprop");
  gboolean    marked = dateline_html_node_get_attribute (node, "pubdate") != NULL ||
                    (itemprop != NULL && strcmp (itemprop, "datePublished") == 0);

  keep_date (found, marked ? DATE_TIME_MARKED : DATE_TIME, datetime);
}

static void
read_element (xmlNode *node, Found *found)
{
  if (dateline_html_node_is (node, "meta"))
    read_meta (node, found);
  else if (dateline_html_node_is (node, "script"))
    read_script (node, found);
  else if (dateline_html_node_is (node, "time"))
    read_time (node, found);
  else if (dateline_html_node_is (node, "link") && dateline_html_node_has_word (node, "rel", "canonical"))
    keep (&found->canonical, dateline_html_node_get_attribute (node, "href"));
  else if (dateline_html_node_is (node, "h1") && found->heading == NULL)
    found->heading = dateline_html_node_get_text (node);
  else if (dateline_html_node_is (node, "title") && found->page_title == NULL)
    found->page_title = dateline_html_node_get_text (node);
}

/* "Strike hits Saada | The Daily" of The Daily is "Strike hits Saada". */
static void
cut_publisher (char *title, const char *publisher)
{
  gsize title_length, publisher_length;

  if (title == NULL || publisher == NULL)
    return;

  title_length = strlen (title);
  publisher_length = strlen (publisher);
  if (title_length <= publisher_length || strcmp (title + title_length - publisher_length, publisher) != 0)
    return;

  for (char *p = title + title_length - publisher_length; p > title;)
    {
      char *previous = g_utf8_prev_char (p);

      if (strchr (" |-:", *previous) == NULL && !g_str_has_prefix (previous, "–") && !g_str_has_prefix (previous, "—") && !g_str_has_prefix (previous, "•"))
        {
          if (p < title + title_length - publisher_length)
            *p = '\0';
          return;
        }
      p = previous;
    }
}

static void
set_published (DatelineArticle *article, const Found *found)
{
  for (guint i = 0; i < N_DATES; i++)
    if (found->dates[i] != NULL)
      {
        dateline_article_set_published (article, found->dates[i]);
        return;
      }
  if (article->url != NULL)
    {
      article->published_day = dateline_published_find_in_url (article->url);
      if (article->published_day != DATELINE_DAY_NONE)
        article->published = dateline_day_to_string (article->published_day);
    }
}

/**
 * dateline_html_metadata_read:
 * @document: a page
 * @article: its title, publisher, url and publication date are set
 *
 * Title: og:title, the first h1, title. Publisher: og:site_name, JSON-LD,
 * meta. Address: the canonical link, og:url. Publication date, the first
 * that can be read of: article:published_time, JSON-LD datePublished,
 * time, meta, /YYYY/MM/DD/ in the address.
 *
 * Returns: (transfer full) (nullable): the headline as the page shows it
 */
char *
dateline_html_metadata_read (xmlDoc *document, DatelineArticle *article)
{
  Found    found = { NULL };
  char    *headline;
  xmlNode *root = xmlDocGetRootElement (document);

  for (xmlNode *node = root; node != NULL; node = dateline_html_node_next (node, root))
    if (node->type == XML_ELEMENT_NODE)
      read_element (node, &found);

  article->publisher = g_strdup (found.site_name != NULL ? found.site_name : found.json_ld_publisher != NULL ? found.json_ld_publisher
                                                                                                             : found.meta_publisher);
  article->url = g_strdup (found.canonical != NULL ? found.canonical : found.og_url);
  cut_publisher (found.og_title, article->publisher);
  cut_publisher (found.page_title, article->publisher);
  article->title = g_strdup (found.og_title != NULL ? found.og_title : found.heading != NULL ? found.heading
                                                                                             : found.page_title);
  set_published (article, &found);
  headline = g_strdup (found.heading != NULL ? found.heading : article->title);
  found_clear (&found);

  return headline;
}
