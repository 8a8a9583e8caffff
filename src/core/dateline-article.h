/* dateline-article.h: a news article as read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-date.h"

G_BEGIN_DECLS

/* The text is UTF-8, never altered after reading: every offset in the
 * program counts bytes of it. Any string may be NULL but @text. */
typedef struct
{
  char       *id;
  char       *title;
  char       *publisher;
  char       *url;
  char       *published;     /* as the metadata writes it */
  DatelineDay published_day; /* DATELINE_DAY_NONE without a date */
  char       *text;          /* nul-terminated, no nul within */
  gsize       length;        /* bytes of text */
  char       *copy_of;       /* the id of the article of which this is a copy; NULL for none that is known */
  char       *text_sha256;   /* of the text as first read, when @text is only what was quoted of it; else NULL */
  char       *source_sha256; /* of the bytes it was read from: the file, or the line or message of one that has many; NULL when unknown */
} DatelineArticle;

/* Of a SHA-256 in hex, with the nul. */
#define DATELINE_SHA256_SIZE 65

DatelineArticle *dateline_article_new (const char *id, char *text, gsize length);
void             dateline_article_free (DatelineArticle *article);
char            *dateline_article_get_sha256 (const DatelineArticle *article);
void             dateline_article_write_sha256 (const DatelineArticle *article, char *hex);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineArticle, dateline_article_free)

G_END_DECLS
