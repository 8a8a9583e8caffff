/* dateline-html-node.c: walking a page's tree, and asking its elements
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No walk recurses: how deep a page nests is its author's choice.
 */

#include "config.h"

#include "dateline-html-node.h"

#include <string.h>

/**
 * dateline_html_node_next_outside:
 * @node: a node
 * @root: where the walk began
 *
 * Returns: (nullable): the next node in document order that is not
 *   inside @node, %NULL when @root is done
 */
xmlNode *
dateline_html_node_next_outside (xmlNode *node, const xmlNode *root)
{
  while (node != NULL && node != root)
    {
      if (node->next != NULL)
        return node->next;
      node = node->parent;
    }
  return NULL;
}

/**
 * dateline_html_node_next:
 * @node: a node
 * @root: where the walk began
 *
 * Returns: (nullable): the next node in document order
 */
xmlNode *
dateline_html_node_next (xmlNode *node, const xmlNode *root)
{
  /* An entity reference's child is the declaration, shared by all. */
  if (node->children != NULL && node->type == XML_ELEMENT_NODE)
    return node->children;
  return dateline_html_node_next_outside (node, root);
}

gboolean
dateline_html_node_is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

gboolean
dateline_html_node_is_one_of (const xmlNode *node, const char *const *names)
{
  if (node->type != XML_ELEMENT_NODE)
    return FALSE;
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp ((const char *) node->name, names[i]) == 0)
      return TRUE;
  return FALSE;
}

/**
 * dateline_html_node_get_attribute:
 * @node: a node
 * @name: an attribute's name, lower case
 *
 * Returns: (nullable): its value
 */
const char *
dateline_html_node_get_attribute (const xmlNode *node, const char *name)
{
  if (node->type != XML_ELEMENT_NODE)
    return NULL;
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (strcmp ((const char *) attribute->name, name) == 0)
      return attribute->children != NULL ? (const char *) attribute->children->content : "";
  return NULL;
}

/**
 * dateline_html_node_has_word:
 * @node: a node
 * @attribute: "class", "rel" …
 * @word: one word, lower case
 *
 * Returns: whether @word is among the attribute's words, in any case
 */
gboolean
dateline_html_node_has_word (const xmlNode *node, const char *attribute, const char *word)
{
  const char *p = dateline_html_node_get_attribute (node, attribute);
  gsize       length = strlen (word);

  while (p != NULL && *p != '\0')
    {
      gsize n = strcspn (p, " \t\r\n\f");

      if (n == length && g_ascii_strncasecmp (p, word, n) == 0)
        return TRUE;
      p += n;
      p += strspn (p, " \t\r\n\f");
    }
  return FALSE;
}

/**
 * dateline_html_append_collapsed:
 * @out: to append to
 * @begin: where the present block begins in @out
 * @text: UTF-8
 *
 * Appends @text with every run of white space as one space, and none at
 * the block's beginning.
 */
void
dateline_html_append_collapsed (GString *out, gsize begin, const char *text)
{
  for (const char *p = text; *p != '\0';)
    {
      const char *next = g_utf8_next_char (p);
      gboolean    space = g_ascii_isspace (*p) || (next - p > 1 && g_unichar_isspace (g_utf8_get_char (p)));

      if (!space)
        g_string_append_len (out, p, next - p);
      else if (out->len > begin && out->str[out->len - 1] != ' ' && out->str[out->len - 1] != '\n')
        g_string_append_c (out, ' ');
      p = next;
    }
}

/**
 * dateline_html_node_get_text:
 * @node: an element
 *
 * Returns: (transfer full) (nullable): its words on one line, %NULL when
 *   it has none
 */
char *
dateline_html_node_get_text (xmlNode *node)
{
  GString *out = g_string_new (NULL);

  for (xmlNode *n = node; n != NULL; n = dateline_html_node_next (n, node))
    {
      if (n->type == XML_TEXT_NODE && n->content != NULL)
        dateline_html_append_collapsed (out, 0, (const char *) n->content);
      else if (dateline_html_node_is (n, "br"))
        dateline_html_append_collapsed (out, 0, " ");
    }
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  if (out->len == 0)
    {
      g_string_free (out, TRUE);
      return NULL;
    }
  return g_string_free (out, FALSE);
}
