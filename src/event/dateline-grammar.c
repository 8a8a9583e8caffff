/* dateline-grammar.c: what a small word may do in a sentence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Closed classes: function words, units, a few nouns. Words that name
 * things or people stand in data/lexicon/.
 */

#define G_LOG_DOMAIN "dateline-event"

#include "config.h"

#include "dateline-grammar.h"

/* clang-format off */
/* One list for each of the flags, in their order; being one array, their
 * bits follow each other in every word's row. */
static const DatelineWordList lists[DATELINE_N_GRAMMAR_FLAGS] __attribute__ ((section ("dateline_word_lists"), used, aligned (sizeof (char *)))) = {
  { /* BE */
    "are|be|been|being|get|got|is|was|were" },
  { /* FILLER */
    "as|all|and|are|also|already|another|allegedly|apparently|be|been|both|badly|being|believed|brutally|confirmed|"
    "critically|dead|directly|either|far|found|feared|fatally|get|got|gravely|had|has|have|is|initially|instantly|"
    "immediately|known|left|later|lightly|likewise|more|mostly|mortally|moderately|on|others|officially|presumed|"
    "reported|reportedly|so|said|spot|severely|slightly|seriously|subsequently|to|that|then|themselves|was|who|"
    "well|were|which|wounded" },
  { /* STOP */
    "a|an|as|at|and|are|amid|after|along|among|across|around|against|according|be|by|but|been|both|before|because|"
    "between|belonging|could|died|during|for|from|following|he|had|has|hit|have|if|in|is|it|into|inside|including|"
    "left|loyal|leaving|may|might|not|near|of|on|or|over|outside|per|so|she|said|since|struck|to|the|that|then|"
    "they|there|through|targeting|under|until|via|was|who|were|when|whom|will|with|where|which|while|whose|would|"
    "within" },
  { /* LIST */
    "as|and|also|along|her|his|its|plus|the|their|well" },
  { /* GAP */
    "a|at|all|and|also|another|called|further|he|his|it|its|instantly|least|of|off|other|some|suspected|the|they|"
    "their|total|were|what" },
  { /* PART */
    "include|included|includes|including|mainly|mostly|namely" },
  { /* VICTIM */
    "casualties|dead|injured|killed|them|those|victims|whom|wounded" },
  { /* MONTH */
    "apr|aug|april|august|dec|december|feb|february|jan|jul|jun|july|june|january|mar|may|march|nov|november|oct|"
    "october|ramadan|sep|sept|september" },
  { /* UNIT */
    "am|a.m.|acres|attacks|airstrikes|blasts|billion|cities|clashes|day|days|degrees|dollars|districts|explosions|"
    "ft|feet|gmt|hour|hours|houses|hectares|incidents|kg|km|kilos|kilograms|kilometer|kilometre|kilometers|"
    "kilometres|liters|litres|m|mile|meter|metre|miles|month|meters|metres|minute|months|minutes|nd|o|o'clock|"
    "operations|pm|per|p.m.|points|percent|provinces|rd|raids|rials|rounds|st|shells|sorties|strikes|th|tons|times|"
    "towns|tonnes|vehicles|villages|week|weeks|year|years" },
  { /* DETERMINER */
    "her|his|its|the|this|their" },
  { /* BOUNDARY */
    "as|are|after|although|but|because|he|had|has|hit|have|i|if|is|it|injured|killed|killing|she|struck|that|they|"
    "targeted|we|was|who|were|when|whom|where|which|while|wounded|wounding" },
  { /* LEAD */
    "and|also|but|earlier|friday|however|in|later|monday|meanwhile|on|sunday|saturday|statement|tuesday|thursday|"
    "wednesday" },
  { /* LATER */
    "also|earlier|friday|had|has|have|initially|immediately|later|monday|meanwhile|on|officially|previously|"
    "quickly|repeatedly|sunday|saturday|separately|then|today|tuesday|thursday|wednesday|yesterday" },
  { /* THING_STOP */
    "at|and|after|by|civilians|from|in|killed|near|of|on|people|to|the|was|were|when|with|wounded" },
  { /* MODIFIER */
    "air|armed|allied|attack|border|combat|coalition|defence|defense|elite|federal|fighter|ground|local|marine|"
    "military|naval|national|proxy|presidential|republican|reconnaissance|special|security|surveillance" },
  { /* GROUP_NOUN */
    "army|brigade|brigades|battalion|battalions|corps|division|front|forces|guards|gathering|legion|militia|"
    "movement|organisation|organization|regiment|resistance|squadron" },
  { /* GROUP_PREFIX */
    "ahrar|ajnad|ansar|failaq|faylaq|firqat|fursan|harakat|jund|jaish|jaysh|jabhat|kataib|kata'ib|kateeba|katibat|"
    "liwa|saraya|suqour|tajammu" },
  { /* ANTECEDENT */
    "extremists|faction|fighters|group|gunmen|insurgents|jihadists|militia|movement|militants|militiamen|"
    "organisation|organization|terrorists" },
  { /* TOTAL */
    "crisis|conflict|fighting|last|past|previous|since|this|uprising|violence|war" },
};
/* clang-format on */

/**
 * dateline_grammar_read:
 * @document: a document
 * @flags: (out): by token: #DatelineGrammarFlags, 0 for any other word
 */
void
dateline_grammar_read (const DatelineDocument *document, guint32 *flags)
{
  guint         first = (guint) (lists - __start_dateline_word_lists);
  guint         word = first / 64, shift = first % 64;
  gboolean      parted = shift + DATELINE_N_GRAMMAR_FLAGS > 64;
  const guint64 mask = (G_GUINT64_CONSTANT (1) << DATELINE_N_GRAMMAR_FLAGS) - 1;

  for (guint i = 0; i < document->n_tokens; i++)
    {
      const guint64 *row = document->list_bits + document->tokens[i].listed + word;
      guint64        bits = row[0] >> shift;

      if (parted)
        bits |= row[1] << (64 - shift);
      flags[i] = document->tokens[i].flags & DATELINE_TOKEN_WORD ? (guint32) (bits & mask) : 0;
    }
}
