/* dateline-lexicon.h: the tables of what the engine knows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each is compiled from data/lexicon/<name>.tsv, but the gazetteer, which
 * is compiled from every file of data/gazetteer/. Each row's `phrases`
 * column goes into the phrase trie.
 */

#pragma once

typedef enum
{
  DATELINE_LEXICON_PLACE,        /* gazetteer: row = place */
  DATELINE_LEXICON_PLACE_CUE,    /* place-cues.tsv: district, km, north of … */
  DATELINE_LEXICON_NOT_PLACE,    /* not-places.tsv: people and organisations named like places */
  DATELINE_LEXICON_TEMPORAL,     /* temporal.tsv: months, weekdays, units, zones … */
  DATELINE_LEXICON_TEMPONYM,     /* temponyms.tsv: "October 7", "the 2003 invasion" */
  DATELINE_LEXICON_NUMBER,       /* numbers.tsv: one … million, dozens, several */
  DATELINE_LEXICON_ACTOR,        /* actors.tsv */
  DATELINE_LEXICON_TRIGGER,      /* triggers.tsv */
  DATELINE_LEXICON_WEAPON,       /* weapons.tsv */
  DATELINE_LEXICON_TARGET,       /* targets.tsv: facilities and other nouns that are hit */
  DATELINE_LEXICON_PERSON,       /* persons.tsv: nouns for victims: civilians, soldiers … */
  DATELINE_LEXICON_CASUALTY,     /* casualties.tsv: killed, dead, wounded, toll … */
  DATELINE_LEXICON_REALIS,       /* realis.tsv: negation, modals, conditionals … */
  DATELINE_LEXICON_SPEECH,       /* speech.tsv: verbs of saying, accusing, denying, claiming */
  DATELINE_LEXICON_SOURCE,       /* sources.tsv: who can be cited */
  DATELINE_LEXICON_ABBREVIATION, /* abbreviations.tsv: "Gen.", "Jan." */
  DATELINE_LEXICON_BOILERPLATE,  /* boilerplate.tsv: "Advertisement", "Read more" */
  DATELINE_N_LEXICONS
} DatelineLexicon;

#define DATELINE_LEXICON_BIT(lexicon) (1u << (lexicon))

/* What a phrase demands of the letters it matches; written in the tables
 * as "^IS" (upper case) or "^Hit" (capitalised). */
typedef enum
{
  DATELINE_CASE_ANY,
  DATELINE_CASE_CAPITAL,
  DATELINE_CASE_UPPER,
  DATELINE_CASE_CAPITAL_WEAK /* a place's name without its article */
} DatelineCase;
