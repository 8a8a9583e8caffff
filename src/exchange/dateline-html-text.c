/* dateline-html-text.c: a page's article without what surrounds it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-html-text.h"

#include <string.h>

#include "dateline-html-boilerplate.h"
#include "dateline-html-node.h"

typedef enum
{
  BLOCK_TEXT,
  BLOCK_HEADING,
  BLOCK_LINKS /* no words: a block of links was here */
} BlockKind;

typedef struct
{
  BlockKind kind;
  gsize     begin;
  gsize     end;
} Block;

typedef struct
{
  DatelineHtmlBoilerplate *boilerplate;
  const char              *headline;
  GString                 *words;
  GArray                  *blocks; /* Block */
  gsize                    begin;  /* of the present block */
  BlockKind                kind;
  guint                    n_embeds; /* quoted posts around the present node */
  guint                    n_preformatted;
} Rendering;

static const char *const block_names[] = { "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
                                           "fieldset", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p",
                                           "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", NULL };
static const char *const heading_names[] = { "h1", "h2", "h3", "h4", "h5", "h6", NULL };

static void
trim_end (Rendering *self)
{
  while (self->words->len > self->begin && g_ascii_isspace (self->words->str[self->words->len - 1]))
    g_string_truncate (self->words, self->words->len - 1);
}

static void
end_block (Rendering *self)
{
  gsize length;

  trim_end (self);
  length = self->words->len - self->begin;
  if (length > 0)
    {
      const char *line = self->words->str + self->begin;
      Block       block = { self->kind, self->begin, self->words->len };

      if (!dateline_html_boilerplate_is_line (line, length) &&
          !(self->kind == BLOCK_HEADING && self->headline != NULL && strcmp (line, self->headline) == 0))
        g_array_append_val (self->blocks, block);
    }
  self->begin = self->words->len;
  self->kind = BLOCK_TEXT;
}

static void
break_line (Rendering *self)
{
  trim_end (self);
  if (self->words->len > self->begin)
    g_string_append_c (self->words, '\n');
}

static void
append_preformatted (Rendering *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        break_line (self);
      dateline_html_append_collapsed (self->words, self->begin, lines[i]);
    }
}

static void
enter (Rendering *self, xmlNode *node)
{
  if (node->type == XML_TEXT_NODE)
    {
      if (node->content == NULL)
        return;
      if (self->n_preformatted > 0)
        append_preformatted (self, (const char *) node->content);
      else
        dateline_html_append_collapsed (self->words, self->begin, (const char *) node->content);
      return;
    }

  if (dateline_html_node_is (node, "br"))
    break_line (self);
  else if (self->n_embeds > 0 && dateline_html_node_is_one_of (node, block_names))
    break_line (self);
  else if (dateline_html_node_is_one_of (node, block_names))
    end_block (self);
  if (dateline_html_node_is_one_of (node, heading_names))
    self->kind = BLOCK_HEADING;
  self->n_embeds += dateline_html_boilerplate_is_embed (node);
  self->n_preformatted += dateline_html_node_is (node, "pre");
}

static void
leave (Rendering *self, xmlNode *node)
{
  self->n_embeds -= dateline_html_boilerplate_is_embed (node);
  self->n_preformatted -= dateline_html_node_is (node, "pre");
  if (!dateline_html_node_is_one_of (node, block_names))
    return;
  if (self->n_embeds > 0)
    dateline_html_append_collapsed (self->words, self->begin, " ");
  else
    end_block (self);
}

static void
drop (Rendering *self, DatelineHtmlVerdict verdict)
{
  Block block;

  if (verdict != DATELINE_HTML_DROP_LINKS || self->n_embeds > 0)
    return;

  end_block (self);
  block = (Block){ BLOCK_LINKS, self->begin, self->begin };
  g_array_append_val (self->blocks, block);
}

static void
render (Rendering *self, xmlNode *root)
{
  xmlNode *node = root;

  while (node != NULL)
    {
      DatelineHtmlVerdict verdict = node == root ? DATELINE_HTML_KEEP : dateline_html_boilerplate_judge (self->boilerplate, node);
      gboolean            kept = verdict == DATELINE_HTML_KEEP;

      if (kept)
        enter (self, node);
      else
        drop (self, verdict);

      if (kept && node->type == XML_ELEMENT_NODE && node->children != NULL)
        {
          node = node->children;
          continue;
        }
      if (kept)
        leave (self, node);
      while (node != root && node->next == NULL)
        {
          node = node->parent;
          leave (self, node);
        }
      node = node == root ? NULL : node->next;
    }
  end_block (self);
}

/* A heading over nothing but links goes with them. */
static gboolean
heads_links (const GArray *blocks, guint i)
{
  return g_array_index (blocks, Block, i).kind == BLOCK_HEADING && i + 1 < blocks->len &&
         g_array_index (blocks, Block, i + 1).kind == BLOCK_LINKS;
}

static void
append_block (GString *text, const char *words, gsize length)
{
  if (text->len > 0)
    g_string_append (text, "\n\n");
  g_string_append_len (text, words, (gssize) length);
}

static xmlNode *
find_body (xmlDoc *document)
{
  xmlNode *root = xmlDocGetRootElement (document);

  for (xmlNode *node = root != NULL ? root->children : NULL; node != NULL; node = node->next)
    if (dateline_html_node_is (node, "body"))
      return node;
  return root;
}

/**
 * dateline_html_text_append:
 * @document: a page
 * @headline: (nullable): its headline
 * @text: to append to
 *
 * Appends the headline and then the article's text: blank lines between
 * block elements, line breaks where the page has them, white space
 * collapsed. Nothing is appended when the page holds no text.
 */
void
dateline_html_text_append (xmlDoc *document, const char *headline, GString *text)
{
  g_autoptr (DatelineHtmlBoilerplate) boilerplate = NULL;
  g_autoptr (GString)                 words = g_string_new (NULL);
  g_autoptr (GArray)                  blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  xmlNode                            *body = find_body (document);
  Rendering                           rendering = { .headline = headline, .words = words, .blocks = blocks };

  if (body == NULL)
    return;

  boilerplate = dateline_html_boilerplate_new (body);
  rendering.boilerplate = boilerplate;
  render (&rendering, dateline_html_boilerplate_find_article (boilerplate));
  for (guint i = 0; i < blocks->len; i++)
    {
      const Block *block = &g_array_index (blocks, Block, i);

      if (block->kind == BLOCK_LINKS || heads_links (blocks, i))
        continue;
      if (text->len == 0 && headline != NULL)
        g_string_append (text, headline);
      append_block (text, words->str + block->begin, block->end - block->begin);
    }
}
