/* dateline-exchange-error.h: why an input could not be read, or an output written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Every message names the input, the line where there is one, and what
 * to do about it. */
typedef enum
{
  DATELINE_EXCHANGE_ERROR_MISSING, /* not there, or not ours to read */
  DATELINE_EXCHANGE_ERROR_READ,    /* the disk or the pipe failed */
  DATELINE_EXCHANGE_ERROR_EMPTY,   /* no words in it */
  DATELINE_EXCHANGE_ERROR_BINARY,
  DATELINE_EXCHANGE_ERROR_ENCODING, /* text, but not UTF-8 */
  DATELINE_EXCHANGE_ERROR_TOO_LARGE,
  DATELINE_EXCHANGE_ERROR_FORMAT,      /* JSON or XML that is wrong */
  DATELINE_EXCHANGE_ERROR_NO_ARTICLES, /* a folder with nothing to read */
  DATELINE_EXCHANGE_ERROR_WRITE        /* no room, or not ours to write */
} DatelineExchangeError;

#define DATELINE_EXCHANGE_ERROR (dateline_exchange_error_quark ())
GQuark dateline_exchange_error_quark (void);

/* One article's text, and a file that is read into memory whole. */
#define DATELINE_ARTICLE_MAX_BYTES (4u << 20)
#define DATELINE_FILE_MAX_BYTES (64u << 20)
#define DATELINE_PAGE_MAX_BYTES (16u << 20) /* of HTML or a feed: the tree is many times larger */
#define DATELINE_LINE_MAX_BYTES (16u << 20) /* of NDJSON; a row of CSV */
#define DATELINE_MAIL_MAX_BYTES (32u << 20) /* a message with what is attached */

G_END_DECLS
