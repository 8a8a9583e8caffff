/* dateline-feed-reader.c: the articles of an RSS or Atom feed, one by one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-feed-reader.h"

#include <libxml/parser.h>
#include <string.h>

#include "dateline-exchange-error.h"
#include "dateline-html-article.h"
#include "dateline-html-node.h"
#include "dateline-published.h"
#include "dateline-text-decode.h"

struct _DatelineFeedReader
{
  char    *name;
  xmlDoc  *document;
  xmlNode *at;        /* the entry last read; NULL before the first */
  char    *publisher; /* the feed's title */
  guint    n_entries;
  gboolean done;
  char    *problem; /* what is not well-formed; NULL when all is */
  int      problem_line;
};

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)

/**
 * dateline_feed_reader_new:
 * @name: the input, for messages
 * @xml: the feed, UTF-8 whatever it declares
 * @length: its bytes, at most 16 MiB
 *
 * What is not well-formed is read as far as it can be, and told last.
 * Nothing is fetched, and entities of the feed's own are left out.
 *
 * Returns: (transfer full): a reader before the first entry
 */
DatelineFeedReader *
dateline_feed_reader_new (const char *name, const char *xml, gsize length)
{
  DatelineFeedReader       *self = g_new0 (DatelineFeedReader, 1);
  g_autoptr (xmlParserCtxt) context = xmlNewParserCtxt ();
  const xmlError           *problem;

  self->name = g_strdup (name);
  self->document = xmlCtxtReadMemory (context, xml, (int) length, NULL, "UTF-8",
                                      XML_PARSE_NONET | XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT);
  problem = xmlCtxtGetLastError (context);
  if (!context->wellFormed)
    {
      self->problem = g_strchomp (g_strdup (problem != NULL && problem->message != NULL ? problem->message : "unknown problem"));
      self->problem_line = problem != NULL ? problem->line : 1;
    }

  return self;
}

void
dateline_feed_reader_free (DatelineFeedReader *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->document, xmlFreeDoc);
  g_free (self->name);
  g_free (self->publisher);
  g_free (self->problem);
  g_free (self);
}

/* Not xmlNodeGetContent(), which would expand what entities hold. */
static char *
get_content (xmlNode *node)
{
  GString *content = g_string_new (NULL);

  for (xmlNode *n = node; n != NULL; n = dateline_html_node_next (n, node))
    if ((n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE) && n->content != NULL)
      g_string_append (content, (const char *) n->content);
  return g_string_free (content, FALSE);
}

static void
keep_content (char **to, xmlNode *node)
{
  g_free (*to);
  *to = g_strstrip (get_content (node));
  if (**to == '\0')
    g_clear_pointer (to, g_free);
}

static char *
get_markup (xmlNode *node)
{
  xmlBuffer *buffer = xmlBufferCreate ();
  char      *markup;

  xmlNodeDump (buffer, node->doc, node, 0, 0);
  markup = g_strdup ((const char *) xmlBufferContent (buffer));
  xmlBufferFree (buffer);
  return markup;
}

typedef struct
{
  char *id;
  char *title;
  char *url;
  char *published;
  char *updated;
  char *body;
  char *summary;
} Entry;

static void
entry_clear (Entry *entry)
{
  g_free (entry->id);
  g_free (entry->title);
  g_free (entry->url);
  g_free (entry->published);
  g_free (entry->updated);
  g_free (entry->body);
  g_free (entry->summary);
}

static void
read_link (xmlNode *node, Entry *entry)
{
  const char *href = dateline_html_node_get_attribute (node, "href");
  const char *rel = dateline_html_node_get_attribute (node, "rel");

  if (href == NULL)
    keep_content (&entry->url, node);
  else if (entry->url == NULL && (rel == NULL || strcmp (rel, "alternate") == 0))
    entry->url = g_strdup (href);
}

static void
read_body (xmlNode *node, char **body)
{
  const char *type = dateline_html_node_get_attribute (node, "type");

  g_free (*body);
  *body = type != NULL && strcmp (type, "xhtml") == 0 ? get_markup (node) : get_content (node);
}

static void
read_child (xmlNode *node, Entry *entry)
{
  gboolean    plain = node->ns == NULL || node->ns->prefix == NULL;
  const char *name = (const char *) node->name;

  if (plain && strcmp (name, "title") == 0)
    keep_content (&entry->title, node);
  else if (plain && strcmp (name, "link") == 0)
    read_link (node, entry);
  else if (plain && (strcmp (name, "guid") == 0 || strcmp (name, "id") == 0))
    keep_content (&entry->id, node);
  else if (strcmp (name, "pubDate") == 0 || strcmp (name, "published") == 0 || strcmp (name, "date") == 0)
    keep_content (&entry->published, node);
  else if (plain && strcmp (name, "updated") == 0)
    keep_content (&entry->updated, node);
  else if (strcmp (name, "encoded") == 0 || (plain && strcmp (name, "content") == 0))
    read_body (node, &entry->body);
  else if (plain && (strcmp (name, "description") == 0 || strcmp (name, "summary") == 0))
    read_body (node, &entry->summary);
}

/* A feed's text is HTML more often than it says so. */
static void
append_body (GString *text, const char *name, const char *body)
{
  g_autoptr (DatelineArticle) page = NULL;

  if (body == NULL)
    return;
  if (strchr (body, '<') != NULL || strchr (body, '&') != NULL)
    page = dateline_html_article_read (name, body, strlen (body), NULL);
  if (page == NULL && (strchr (body, '<') != NULL || dateline_text_is_blank (body, strlen (body))))
    return;

  if (text->len > 0)
    g_string_append (text, "\n\n");
  g_string_append (text, page != NULL ? page->text : body);
}

static DatelineArticle *
build_article (DatelineFeedReader *self, Entry *entry, int line, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%s, line %d", self->name, line);
  GString         *text = g_string_new (entry->title);
  DatelineArticle *article;

  append_body (text, name, entry->body != NULL ? entry->body : entry->summary);
  if (text->len == 0 || text->len > DATELINE_ARTICLE_MAX_BYTES)
    {
      g_set_error (error, DATELINE_EXCHANGE_ERROR, text->len == 0 ? DATELINE_EXCHANGE_ERROR_EMPTY : DATELINE_EXCHANGE_ERROR_TOO_LARGE,
                   text->len == 0 ? "%s: the entry has neither title nor text; there is nothing to read"
                                  : "%s: the entry's text is larger than 4 MiB, the most that one article may have; split it",
                   name);
      g_string_free (text, TRUE);
      return NULL;
    }

  article = dateline_article_new (entry->id != NULL ? entry->id : entry->url, NULL, 0);
  article->length = text->len;
  article->text = g_string_free (text, FALSE);
  article->title = g_steal_pointer (&entry->title);
  article->url = g_steal_pointer (&entry->url);
  article->publisher = g_strdup (self->publisher);
  if (entry->published != NULL || entry->updated != NULL)
    dateline_article_set_published (article, entry->published != NULL ? entry->published : entry->updated);
  if (article->id == NULL)
    article->id = g_strdup_printf ("%s:%u", self->name, self->n_entries);
  return article;
}

static DatelineArticle *
read_entry (DatelineFeedReader *self, GError **error)
{
  Entry            entry = { NULL };
  DatelineArticle *article;

  self->n_entries++;
  for (xmlNode *child = self->at->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      read_child (child, &entry);
  article = build_article (self, &entry, (int) xmlGetLineNo (self->at), error);
  entry_clear (&entry);
  return article;
}

static gboolean
fail (DatelineFeedReader *self, DatelineExchangeError code, const char *problem, GError **error)
{
  self->done = TRUE;
  if (self->problem != NULL)
    g_set_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_FORMAT,
                 "%s, line %d: not well-formed XML: %s; save the feed again", self->name, self->problem_line, self->problem);
  else
    g_set_error (error, DATELINE_EXCHANGE_ERROR, (int) code, "%s: %s", self->name, problem);
  return FALSE;
}

static gboolean
is_feed (const xmlNode *root)
{
  static const char *const names[] = { "rss", "feed", "RDF", NULL };

  return root != NULL && dateline_html_node_is_one_of (root, names);
}

static gboolean
is_feed_title (const xmlNode *node)
{
  return dateline_html_node_is (node, "title") &&
         (dateline_html_node_is (node->parent, "channel") || dateline_html_node_is (node->parent, "feed"));
}

/* Steps to the next entry; %FALSE at the end and on an error. */
static gboolean
find_entry (DatelineFeedReader *self, GError **error)
{
  xmlNode *root = self->document != NULL ? xmlDocGetRootElement (self->document) : NULL;
  xmlNode *node = self->at != NULL ? dateline_html_node_next_outside (self->at, root) : root;

  if (!is_feed (root))
    return fail (self, DATELINE_EXCHANGE_ERROR_FORMAT, "XML, but neither RSS nor Atom; give text, HTML, RSS, Atom, JSON or NDJSON", error);
  for (; node != NULL; node = dateline_html_node_next (node, root))
    {
      if (dateline_html_node_is (node, "item") || dateline_html_node_is (node, "entry"))
        {
          self->at = node;
          return TRUE;
        }
      if (self->publisher == NULL && is_feed_title (node))
        keep_content (&self->publisher, node);
    }

  self->done = TRUE;
  if (self->problem != NULL || self->n_entries == 0)
    return fail (self, DATELINE_EXCHANGE_ERROR_EMPTY, "the feed has no entries", error);
  return FALSE;
}

/**
 * dateline_feed_reader_next:
 * @self: a feed
 * @error: return location for a #GError
 *
 * Errors: %DATELINE_EXCHANGE_ERROR_EMPTY and
 *   %DATELINE_EXCHANGE_ERROR_TOO_LARGE for one entry, after which the
 *   others still come; %DATELINE_EXCHANGE_ERROR_FORMAT, which is the last.
 *
 * Returns: (transfer full) (nullable): the next article; %NULL without
 *   @error at the end
 */
DatelineArticle *
dateline_feed_reader_next (DatelineFeedReader *self, GError **error)
{
  if (self->done || !find_entry (self, error))
    return NULL;
  return read_entry (self, error);
}
