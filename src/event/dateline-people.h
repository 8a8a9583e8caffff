/* dateline-people.h: counted people: "at least five soldiers", "a man"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-event-lexicon.h"

G_BEGIN_DECLS

typedef enum
{
  DATELINE_PEOPLE_BARE = 1 << 0,      /* a number without a noun for people: "12" */
  DATELINE_PEOPLE_WEAK = 1 << 1,      /* a noun without number or article: "civilians" */
  DATELINE_PEOPLE_SUBSET = 1 << 2,    /* "including four children" */
  DATELINE_PEOPLE_ADDITIVE = 1 << 3,  /* "another five", "two more" */
  DATELINE_PEOPLE_BLOCKED = 1 << 4,   /* the number counts something else */
  DATELINE_PEOPLE_CONSUMED = 1 << 5,  /* a casualty mention has it */
  DATELINE_PEOPLE_ATTACKERS = 1 << 6, /* suicide bombers, himself */
  DATELINE_PEOPLE_NAMED = 1 << 7,     /* a title with a name */
  DATELINE_PEOPLE_PARTITIVE = 1 << 8  /* "three of them", "two of the wounded" */
} DatelinePeopleFlags;

typedef struct
{
  guint       first_token;
  guint       end_token;
  guint       number_token;
  int         low;
  int         best;
  int         high;
  guint       flags;
  const char *victim; /* class of persons.tsv, "" unknown */
} DatelinePeople;

GArray *dateline_people_find (const DatelineEventLexicon *lexicon);

G_END_DECLS
