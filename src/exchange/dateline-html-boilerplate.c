/* dateline-html-boilerplate.c: which elements of a page are not its article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * By element, by role, by the words of class and id, and by link density:
 * the share of an element's letters that are links (Kohlschütter et al.,
 * "Boilerplate Detection using Shallow Text Features", 2010).
 */

#include "config.h"

#include "dateline-html-boilerplate.h"

#include <string.h>

#include "dateline-html-node.h"

/* What is more than this share of the page is the page, whatever its
 * class says ("layout-with-sidebar"). */
#define MAX_DROPPED_SHARE 0.5
#define MAX_LINK_DENSITY 0.5

/* What an element marked as the article must hold to be believed. */
#define MIN_ARTICLE_BYTES 200
#define MIN_ARTICLE_SHARE 0.4

typedef struct
{
  guint32  n_bytes; /* of words */
  guint32  n_link_bytes;
  gboolean has_embed;
  gboolean has_heading; /* h1 */
} Measure;

struct _DatelineHtmlBoilerplate
{
  xmlNode    *body;
  GHashTable *measures; /* const xmlNode * to Measure *, elements only */
  guint32     n_bytes;
};

static const char *const silent[] = { "script", "style", "noscript", "template", "head", "nav", "footer", "button", "select", "option", "textarea",
                                      "input", "label", "iframe", "object", "embed", "canvas", "svg", "math", "figcaption", "audio", "video", "dialog",
                                      "menu", "map", NULL };
static const char *const linked_blocks[] = { "p", "div", "section", "ul", "ol", "dl", "li", "table", "tr", "td", "h2", "h3", "h4", "h5", "h6", "aside", NULL };

static guint32
count_words_bytes (const char *text)
{
  guint32 n_bytes = 0;

  for (; *text != '\0'; text++)
    n_bytes += !g_ascii_isspace (*text);
  return n_bytes;
}

static Measure *
get_measure (const DatelineHtmlBoilerplate *self, const xmlNode *node)
{
  return g_hash_table_lookup (self->measures, node);
}

static void
add_to_ancestors (DatelineHtmlBoilerplate *self, const xmlNode *node, const Measure *amount)
{
  for (const xmlNode *n = node; n != NULL; n = n == self->body ? NULL : n->parent)
    {
      Measure *measure = get_measure (self, n);

      if (measure == NULL)
        {
          measure = g_new0 (Measure, 1);
          g_hash_table_insert (self->measures, (gpointer) n, measure);
        }
      measure->n_bytes += amount->n_bytes;
      measure->n_link_bytes += amount->n_link_bytes;
      measure->has_embed |= amount->has_embed;
      measure->has_heading |= amount->has_heading;
    }
}

static gboolean
is_in_link (const DatelineHtmlBoilerplate *self, const xmlNode *node)
{
  for (const xmlNode *n = node->parent; n != NULL && n != self->body; n = n->parent)
    if (dateline_html_node_is (n, "a"))
      return TRUE;
  return FALSE;
}

/**
 * dateline_html_boilerplate_new:
 * @body: the page's body; must outlive the result
 *
 * Measures every element once. The parser nests at most 256 deep, which
 * bounds the work.
 *
 * Returns: (transfer full): a judge of its elements
 */
DatelineHtmlBoilerplate *
dateline_html_boilerplate_new (xmlNode *body)
{
  DatelineHtmlBoilerplate *self = g_new0 (DatelineHtmlBoilerplate, 1);
  xmlNode                 *node = body;

  self->body = body;
  self->measures = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  while (node != NULL)
    {
      Measure amount = { 0 };

      if (dateline_html_node_is_one_of (node, silent))
        {
          node = dateline_html_node_next_outside (node, body);
          continue;
        }
      if (node->type == XML_TEXT_NODE && node->content != NULL)
        {
          amount.n_bytes = count_words_bytes ((const char *) node->content);
          amount.n_link_bytes = amount.n_bytes > 0 && is_in_link (self, node) ? amount.n_bytes : 0;
        }
      amount.has_embed = dateline_html_boilerplate_is_embed (node);
      amount.has_heading = dateline_html_node_is (node, "h1");
      if (amount.n_bytes > 0 || amount.has_embed || amount.has_heading)
        add_to_ancestors (self, node->type == XML_ELEMENT_NODE ? node : node->parent, &amount);
      node = dateline_html_node_next (node, body);
    }
  self->n_bytes = get_measure (self, body) != NULL ? get_measure (self, body)->n_bytes : 0;

  return self;
}

void
dateline_html_boilerplate_free (DatelineHtmlBoilerplate *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->measures);
  g_free (self);
}

static int
rank_container (const xmlNode *node)
{
  const char *itemprop = dateline_html_node_get_attribute (node, "itemprop");
  const char *role = dateline_html_node_get_attribute (node, "role");

  if (itemprop != NULL && strcmp (itemprop, "articleBody") == 0)
    return 3;
  if (dateline_html_node_is (node, "article"))
    return 2;
  if (dateline_html_node_is (node, "main") || (role != NULL && strcmp (role, "main") == 0))
    return 1;
  return 0;
}

/**
 * dateline_html_boilerplate_find_article:
 * @self: a judge
 *
 * The element marked as the article's body, else the article, else the
 * main part, that holds the most words outside links, provided that it
 * holds enough of them; else the whole body.
 *
 * Returns: (transfer none): the element to read
 */
xmlNode *
dateline_html_boilerplate_find_article (DatelineHtmlBoilerplate *self)
{
  xmlNode *best = self->body;
  int      best_rank = 0;
  guint32  best_bytes = 0;

  for (xmlNode *node = self->body; node != NULL; node = dateline_html_node_next (node, self->body))
    {
      const Measure *measure = get_measure (self, node);
      int            rank = rank_container (node);
      guint32        n_bytes = measure != NULL ? measure->n_bytes - measure->n_link_bytes : 0;

      if (rank == 0 || (n_bytes < MIN_ARTICLE_BYTES && n_bytes < MIN_ARTICLE_SHARE * self->n_bytes))
        continue;
      if (rank > best_rank || (rank == best_rank && n_bytes > best_bytes))
        {
          best = node;
          best_rank = rank;
          best_bytes = n_bytes;
        }
    }
  return best;
}

/**
 * dateline_html_boilerplate_is_embed:
 * @node: a node
 *
 * Returns: whether it quotes a post of another site, whose text is kept
 */
gboolean
dateline_html_boilerplate_is_embed (const xmlNode *node)
{
  static const char *const words[] = { "twitter-tweet", "twitter-video", "instagram-media", "tiktok-embed", "bluesky-embed", "reddit-embed-bq",
                                       "mastodon-embed", "telegram-post", "text-post-media", "fb-xfbml-parse-ignore", NULL };

  if (!dateline_html_node_is (node, "blockquote"))
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    if (dateline_html_node_has_word (node, "class", words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_boilerplate_word (const char *word, gsize length)
{
  static const char *const words[] = { "ad", "ads", "advert", "advertisement", "advertising", "banner", "breadcrumb", "breadcrumbs", "byline-share", "caption",
                                       "comments", "consent", "cookie", "cookies", "disqus", "dfp", "footer", "masthead", "menu", "nav", "navbar", "navigation",
                                       "newsletter", "outbrain", "pagination", "paywall", "popular", "popup", "promo", "promotion", "recirc", "recommended",
                                       "recommendations", "related", "share", "sharebar", "sharing", "sidebar", "signup", "skip", "social", "sponsor",
                                       "sponsored", "subscribe", "subscription", "taboola", "toolbar", "trending", NULL };

  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) == length && g_ascii_strncasecmp (words[i], word, length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
names_boilerplate (const xmlNode *node, const char *attribute)
{
  const char *p = dateline_html_node_get_attribute (node, attribute);

  while (p != NULL && *p != '\0')
    {
      gsize length = 0;

      while (g_ascii_isalnum (p[length]))
        length++;
      if (length > 0 && is_boilerplate_word (p, length))
        return TRUE;
      p += MAX (length, 1);
    }
  return FALSE;
}

static gboolean
is_hidden (const xmlNode *node)
{
  const char *style = dateline_html_node_get_attribute (node, "style");
  const char *aria = dateline_html_node_get_attribute (node, "aria-hidden");

  return dateline_html_node_get_attribute (node, "hidden") != NULL ||
         (aria != NULL && strcmp (aria, "true") == 0) ||
         (style != NULL && (strstr (style, "display:none") != NULL || strstr (style, "display: none") != NULL));
}

static gboolean
has_boilerplate_role (const xmlNode *node)
{
  static const char *const roles[] = { "navigation", "banner", "complementary", "contentinfo", "search", "menu", "menubar", "dialog", "alertdialog", NULL };
  const char              *role = dateline_html_node_get_attribute (node, "role");

  return role != NULL && g_strv_contains (roles, role);
}

static gboolean
is_header_of_page (const xmlNode *node, const xmlNode *body)
{
  if (!dateline_html_node_is (node, "header"))
    return FALSE;
  for (const xmlNode *n = node->parent; n != NULL && n != body; n = n->parent)
    if (rank_container (n) > 0)
      return FALSE;
  return TRUE;
}

static gboolean
looks_like_boilerplate (DatelineHtmlBoilerplate *self, const xmlNode *node)
{
  return dateline_html_node_is (node, "aside") || dateline_html_node_is (node, "form") ||
         is_header_of_page (node, self->body) || has_boilerplate_role (node) ||
         names_boilerplate (node, "class") || names_boilerplate (node, "id");
}

/**
 * dateline_html_boilerplate_judge:
 * @self: a judge
 * @node: a node of its page
 *
 * Returns: whether @node and all in it belong to the article
 */
DatelineHtmlVerdict
dateline_html_boilerplate_judge (DatelineHtmlBoilerplate *self, const xmlNode *node)
{
  const Measure *measure;

  if (node->type == XML_TEXT_NODE)
    return DATELINE_HTML_KEEP;
  if (node->type != XML_ELEMENT_NODE || dateline_html_node_is_one_of (node, silent) || is_hidden (node))
    return DATELINE_HTML_DROP;
  measure = get_measure (self, node);
  if (measure == NULL)
    return DATELINE_HTML_KEEP; /* no words: nothing to drop */

  if (node == self->body || rank_container (node) > 0 || measure->has_embed || measure->has_heading ||
      measure->n_bytes > MAX_DROPPED_SHARE * self->n_bytes || dateline_html_boilerplate_is_embed (node))
    return DATELINE_HTML_KEEP;
  for (const xmlNode *n = node->parent; n != NULL && n != self->body; n = n->parent)
    if (dateline_html_boilerplate_is_embed (n))
      return DATELINE_HTML_KEEP;

  if (looks_like_boilerplate (self, node))
    return DATELINE_HTML_DROP;
  if (dateline_html_node_is_one_of (node, linked_blocks) && measure->n_link_bytes > MAX_LINK_DENSITY * measure->n_bytes)
    return DATELINE_HTML_DROP_LINKS;
  return DATELINE_HTML_KEEP;
}

/**
 * dateline_html_boilerplate_is_line:
 * @line: a paragraph
 * @length: its bytes
 *
 * Returns: whether it says nothing but "Advertisement" or the like
 */
gboolean
dateline_html_boilerplate_is_line (const char *line, gsize length)
{
  static const char *const lines[] = { "advertisement", "advertisement - scroll to continue", "ad", "sponsored", "sponsored content", "share",
                                       "share this", "share this article", "share on facebook", "share on twitter", "share on x", "tweet", "print",
                                       "email", "comments", "read more", "read more:", "also read", "also read:", "related", "related:", "related articles",
                                       "related stories", "recommended", "recommended stories", "end of list", "list of 3 items", "list of 4 items",
                                       "story continues below advertisement", "article continues below advertisement",
                                       "story continues after advertisement", "article continues after advertisement", "follow us",
                                       "sign up for our newsletter", "skip advertisement", "click here", "loading...", "loading…", NULL };

  for (guint i = 0; lines[i] != NULL; i++)
    if (strlen (lines[i]) == length && g_ascii_strncasecmp (lines[i], line, length) == 0)
      return TRUE;
  return FALSE;
}
