/* dateline-event-mentions.h: who, with what, on what, and how many
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Mentions are what the words say, each with its tokens; which incident
 * they belong to is decided in extract/.
 */

#pragma once

#include "dateline-date.h"
#include "dateline-document.h"
#include "dateline-event-tables.h"

G_BEGIN_DECLS

typedef struct
{
  guint       first_token;
  guint       end_token;
  guint       sentence;
  guint       row;          /* in actors.tsv; G_MAXUINT32 for a generic group ("gunmen") or a name learned in the text */
  const char *id;           /* the lexicon's; "" when generic */
  const char *name;         /* the lexicon's English name; NULL when generic: use the words */
  const char *side;         /* the lexicon's column: usa, houthi, syrian_gov …; "" none */
  const char *country;      /* where it belongs, "" none */
  guint       sponsor_row;  /* actors.tsv row of "Iran" in "Iran-backed fighters"; G_MAXUINT32 none */
  gboolean    generic;      /* gunmen, militants, rebels: a class, not a name */
  gboolean    state;        /* a government or its forces */
  gboolean    country_name; /* a bare country or demonym: an actor only where it acts */
  gboolean    possessive;   /* "Turkey's" */
  gboolean    modifier;     /* stands before a noun that it modifies: "Houthi missile" */
  gboolean    place;        /* the same words name a place; takes no part. Set in extract/ */
  gboolean    pronoun;      /* resolved from "they", "the group" */
} DatelineActorMention;

typedef enum
{
  DATELINE_CASUALTY_KILLED,
  DATELINE_CASUALTY_INJURED,
  DATELINE_CASUALTY_OTHER /* captured, missing, displaced, arrested */
} DatelineCasualtyKind;

typedef struct
{
  guint                first_token; /* number and noun and verb: all its words */
  guint                end_token;
  guint                number_token; /* the number itself; first_token when there is none */
  guint                verb_token;   /* killed, dead, wounded … */
  guint                sentence;
  DatelineCasualtyKind kind;
  int                  low;  /* −1 open */
  int                  best; /* −1 when only vague words say it */
  int                  high;
  gboolean             subset;                /* "including four children": part of another, never added */
  gboolean             update;                /* "the toll rose to 31" */
  gboolean             additive;              /* "three more", "another five" */
  gboolean             statistic;             /* "since 2015", "this year": no single incident's */
  gboolean             victims_are_attackers; /* "killing himself", "two militants were killed when their bomb went off" */
  const char          *victim;                /* class of persons.tsv: civilian, soldier …; "" unknown */
} DatelineCasualtyMention;

typedef enum
{
  DATELINE_THING_WEAPON,
  DATELINE_THING_TARGET
} DatelineThingKind;

typedef struct
{
  guint             first_token;
  guint             end_token;
  guint             sentence;
  DatelineThingKind kind;
  const char       *id;    /* class in weapons.tsv or targets.tsv */
  int               count; /* −1 none: "three facilities" */
} DatelineThingMention;

typedef struct
{
  guint       first_token; /* who says it */
  guint       end_token;
  guint       sentence;
  const char *kind;     /* official, military, medical, monitor, media, resident, belligerent, anonymous */
  const char *attitude; /* says, claims, blames, denies, reports */
  guint       verb_token;
  guint       actor; /* index among the actor mentions, G_MAXUINT none */
} DatelineSourceMention;

/* All mentions of a document, by token. */
typedef struct
{
  GArray *actors;     /* DatelineActorMention */
  GArray *casualties; /* DatelineCasualtyMention */
  GArray *things;     /* DatelineThingMention */
  GArray *sources;    /* DatelineSourceMention */
} DatelineEventMentions;

DatelineEventMentions *dateline_event_mentions_find (const DatelineDocument *document, const DatelineEventTables *tables, DatelineDay anchor, const char *country);

G_END_DECLS
