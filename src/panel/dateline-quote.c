/* dateline-quote.c: some words of an article, with a little around them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-quote.h"

#include <string.h>

/* How much stands before and after the words, in bytes at most. */
#define N_BEFORE 24
#define N_AFTER 48

static gboolean
is_space (char c)
{
  return strchr (" \n\r\t\v\f", c) != NULL;
}

/* An empty line ends one, too; a line may end in its midst. */
static gboolean
ends_sentence (const char *text, gsize at)
{
  return (text[at] == '\n' && text[at + 1] == '\n') || (strchr (".!?", text[at]) != NULL && is_space (text[at + 1]));
}

static gsize
find_begin (const DatelineArticle *article, gsize from)
{
  gsize begin = from;

  for (gsize at = from; at > 0 && from - at < N_BEFORE && !ends_sentence (article->text, at - 1); at--)
    if (at == 1 || is_space (article->text[at - 2]))
      begin = at - 1;
  return begin;
}

static gsize
find_end (const DatelineArticle *article, gsize from)
{
  gsize end = from;

  for (gsize at = from; at < article->length && at - from < N_AFTER && !ends_sentence (article->text, at); at++)
    if (at + 1 == article->length || is_space (article->text[at + 1]) || ends_sentence (article->text, at + 1))
      end = at + 1;
  return end;
}

/**
 * dateline_quote_as_line:
 * @article: an article
 * @span: words of it; clipped to its text
 *
 * Returns: (transfer full): the words, with a space for each byte of a
 *   line break, so that offsets into them hold
 */
char *
dateline_quote_as_line (const DatelineArticle *article, DatelineSpan span)
{
  gsize end = MIN (span.end, article->length);
  gsize begin = MIN (span.begin, end);

  return g_strdelimit (g_strndup (article->text + begin, end - begin), "\n\r\t\v\f", ' ');
}

/**
 * dateline_quote_around:
 * @article: an article
 * @span: words of it
 *
 * Returns: (transfer full) (nullable): the words in a line, with those
 *   before and after them in their sentence, and dots where it goes on;
 *   %NULL when @span is empty or not in the article
 */
char *
dateline_quote_around (const DatelineArticle *article, DatelineSpan span)
{
  gsize            begin, end;
  g_autofree char *words = NULL;
  gboolean         cut_before, cut_after;

  if (span.begin >= span.end || span.end > article->length)
    return NULL;

  begin = find_begin (article, span.begin);
  end = find_end (article, span.end);
  cut_before = begin > 0 && !ends_sentence (article->text, begin - 1) && !(begin > 1 && ends_sentence (article->text, begin - 2));
  cut_after = end < article->length && !ends_sentence (article->text, end);
  words = dateline_quote_as_line (article, (DatelineSpan){ (guint32) begin, (guint32) end });
  return g_strconcat (cut_before ? "… " : "", g_strstrip (words), cut_after ? " …" : "", NULL);
}
