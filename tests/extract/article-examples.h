/* article-examples.h: the articles of tests/spec/articles.txt and reports.txt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each example opens with "@@ title" and "published: YYYY-MM-DD" (or "none"),
 * then the text, "--", and what must come out: one line an incident, in any
 * order, "reject REASON" lines, or "none". Keys that a line does not name
 * are not judged.
 *   incident type=shelling start=2024-05-14 end=2024-05-14 place=Taiz precision=1
 *            killed=3 injured=5 initiator=Houthi target=… n=2 background
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char  *title;
  char  *published;
  char  *text;
  char **expected;
} ArticleExample;

GPtrArray *article_examples_read (const char *paths);

G_END_DECLS
