/* dateline-html-article.c: one HTML page to one article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-html-article.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#include "dateline-exchange-error.h"
#include "dateline-html-metadata.h"
#include "dateline-html-text.h"
#include "dateline-text-decode.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)

/* The parser gives up on what is nested more than 256 deep; a text that
 * ends there would look whole. */
static xmlDoc *
parse (const char *name, const char *html, gsize length, GError **error)
{
  g_autoptr (xmlParserCtxt) context = htmlNewParserCtxt ();
  g_autoptr (xmlDoc)        document = NULL;
  const xmlError           *problem;

  document = htmlCtxtReadMemory (context, html, (int) length, NULL, "UTF-8",
                                 HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                   HTML_PARSE_NONET | HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC);
  problem = xmlCtxtGetLastError (context);
  if (problem != NULL && problem->code == XML_ERR_INTERNAL_ERROR)
    {
      g_set_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_FORMAT,
                   "%s, line %d: elements are nested too deep; save the article as text", name, problem->line);
      return NULL;
    }
  return g_steal_pointer (&document);
}

/**
 * dateline_html_article_read:
 * @name: the input, for messages
 * @html: UTF-8
 * @length: its bytes
 * @error: return location for a #GError
 *
 * Reads the page's metadata, and its text without what surrounds it, the
 * headline first. Nothing is fetched. The article has no id.
 *
 * Errors: %DATELINE_EXCHANGE_ERROR_TOO_LARGE over 16 MiB of HTML or 4 MiB
 *   of text, %DATELINE_EXCHANGE_ERROR_EMPTY when no text is left,
 *   %DATELINE_EXCHANGE_ERROR_FORMAT when elements are nested too deep.
 *
 * Returns: (transfer full) (nullable): the article
 */
DatelineArticle *
dateline_html_article_read (const char *name, const char *html, gsize length, GError **error)
{
  g_autoptr (xmlDoc)          document = NULL;
  g_autoptr (DatelineArticle) article = NULL;
  GError                     *local_error = NULL;
  GString                    *text;

  if (length > DATELINE_PAGE_MAX_BYTES)
    {
      g_set_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_TOO_LARGE,
                   "%s: the page is larger than 16 MiB; save the article alone", name);
      return NULL;
    }

  document = parse (name, html, length, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }
  article = dateline_article_new (NULL, NULL, 0);
  text = g_string_new (NULL);
  if (document != NULL)
    {
      g_autofree char *headline = dateline_html_metadata_read (document, article);

      dateline_html_text_append (document, headline, text);
    }

  article->length = text->len;
  article->text = g_string_free (text, FALSE);
  if (article->length == 0)
    {
      g_set_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_EMPTY,
                   "%s: the page holds no article text; save it as text", name);
      return NULL;
    }
  if (article->length > DATELINE_ARTICLE_MAX_BYTES)
    {
      g_set_error (error, DATELINE_EXCHANGE_ERROR, DATELINE_EXCHANGE_ERROR_TOO_LARGE,
                   "%s: the text is larger than 4 MiB, the most that one article may have; split it", name);
      return NULL;
    }
  return g_steal_pointer (&article);
}

/**
 * dateline_html_find_charset:
 * @bytes: a page's bytes
 * @n_bytes: how many
 *
 * Looks for charset= or encoding= in the first 2048 bytes.
 *
 * Returns: (transfer full) (nullable): the encoding's name
 */
char *
dateline_html_find_charset (const char *bytes, gsize n_bytes)
{
  static const char *const keys[] = { "charset=", "encoding=" };
  g_autofree char         *head = g_ascii_strdown (bytes, (gssize) MIN (n_bytes, 2048));

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *value = strstr (head, keys[i]);
      gsize       length;

      if (value == NULL)
        continue;
      value += strlen (keys[i]);
      value += strspn (value, "\"' ");
      length = strspn (value, "abcdefghijklmnopqrstuvwxyz0123456789-_");
      if (length > 0 && length < 40)
        return g_strndup (value, length);
    }
  return NULL;
}
