/* dateline-grammar.h: what a small word may do in a sentence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-document.h"

G_BEGIN_DECLS

typedef enum
{
  DATELINE_GRAMMAR_BE = 1 << 0,            /* forms of "to be" */
  DATELINE_GRAMMAR_FILLER = 1 << 1,        /* may stand between people and their verb */
  DATELINE_GRAMMAR_STOP = 1 << 2,          /* ends a noun phrase */
  DATELINE_GRAMMAR_LIST = 1 << 3,          /* joins the items of a list */
  DATELINE_GRAMMAR_GAP = 1 << 4,           /* may stand between a verb and its object */
  DATELINE_GRAMMAR_PART = 1 << 5,          /* announces a part of a number */
  DATELINE_GRAMMAR_VICTIM = 1 << 6,        /* "among the dead" */
  DATELINE_GRAMMAR_MONTH = 1 << 7,         /* a month */
  DATELINE_GRAMMAR_UNIT = 1 << 8,          /* what a number counts that is not people */
  DATELINE_GRAMMAR_DETERMINER = 1 << 9,    /* a definite noun follows */
  DATELINE_GRAMMAR_BOUNDARY = 1 << 10,     /* no source reaches over it */
  DATELINE_GRAMMAR_LEAD = 1 << 11,         /* may stand before a source */
  DATELINE_GRAMMAR_LATER = 1 << 12,        /* may stand between a source and its verb */
  DATELINE_GRAMMAR_THING_STOP = 1 << 13,   /* parts a number from a thing */
  DATELINE_GRAMMAR_MODIFIER = 1 << 14,     /* may stand between a name and its noun */
  DATELINE_GRAMMAR_GROUP_NOUN = 1 << 15,   /* ends the name of an armed group */
  DATELINE_GRAMMAR_GROUP_PREFIX = 1 << 16, /* begins the name of an armed group */
  DATELINE_GRAMMAR_ANTECEDENT = 1 << 17,   /* "the group": who was named before */
  DATELINE_GRAMMAR_TOTAL = 1 << 18         /* may tell a total of months or years */
} DatelineGrammarFlags;

#define DATELINE_N_GRAMMAR_FLAGS 19

void dateline_grammar_read (const DatelineDocument *document, guint32 *flags);

G_END_DECLS
