/* dateline-tokenizer.h: words, numbers and punctuation beside the text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-span.h"

G_BEGIN_DECLS

typedef enum
{
  DATELINE_TOKEN_WORD = 1 << 0,
  DATELINE_TOKEN_NUMBER = 1 << 1, /* digits; the value is in number */
  DATELINE_TOKEN_PUNCT = 1 << 2,  /* one character; its code point is in number */
  DATELINE_TOKEN_CAPITAL = 1 << 3,
  DATELINE_TOKEN_UPPER = 1 << 4,       /* two letters or more, all upper case */
  DATELINE_TOKEN_HYPHEN = 1 << 5,      /* joined to the token before by a hyphen: "Iran-backed" */
  DATELINE_TOKEN_GLUED = 1 << 6,       /* nothing stands between it and the token before */
  DATELINE_TOKEN_CLOCK = 1 << 7,       /* "12:15"; number is minutes since midnight */
  DATELINE_TOKEN_ORDINAL = 1 << 8,     /* "24th" */
  DATELINE_TOKEN_DECIMAL = 1 << 9,     /* "3.5"; number is the whole part */
  DATELINE_TOKEN_POSSESSIVE = 1 << 10, /* the 's of "Syria's" */
  DATELINE_TOKEN_DOTTED = 1 << 11,     /* "U.S.", "a.m."; the last point is part of it */
  DATELINE_TOKEN_LINE = 1 << 12,       /* first on its line */
  DATELINE_TOKEN_PARAGRAPH = 1 << 13,  /* first after a blank line */
  DATELINE_TOKEN_PLAIN = 1 << 14       /* letters and digits of ASCII alone */
} DatelineTokenFlags;

typedef struct
{
  guint32 begin; /* bytes */
  guint32 end;
  guint32 word;   /* id in the vocabulary, 0 when no phrase contains it */
  guint32 number; /* G_MAXUINT32 when too large */
  guint16 flags;  /* DatelineTokenFlags */
  guint16 listed; /* where its row of dateline_word_lists_get_bits() begins */
} DatelineToken;

void dateline_tokenize (const char *text, gsize length, GArray *tokens);

G_END_DECLS
