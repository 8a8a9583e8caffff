/* dateline-grammar.c: what a small word may do in a sentence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Closed classes: function words, units, a few nouns. Words that name
 * things or people stand in data/lexicon/. Each letter's words go from short
 * to long.
 */

#define G_LOG_DOMAIN "dateline-event"

#include "config.h"

#include "dateline-grammar.h"

#include <string.h>

typedef struct
{
  const char *word;
  guint32     length;
  guint32     flags;
} Word;

/* clang-format off */
#define WORD(word, flags) { word, sizeof (word) - 1, flags }
#define BE DATELINE_GRAMMAR_BE
#define FILLER DATELINE_GRAMMAR_FILLER
#define STOP DATELINE_GRAMMAR_STOP
#define LIST DATELINE_GRAMMAR_LIST
#define GAP DATELINE_GRAMMAR_GAP
#define PART DATELINE_GRAMMAR_PART
#define VICTIM DATELINE_GRAMMAR_VICTIM
#define MONTH DATELINE_GRAMMAR_MONTH
#define UNIT DATELINE_GRAMMAR_UNIT
#define DETERMINER DATELINE_GRAMMAR_DETERMINER
#define BOUNDARY DATELINE_GRAMMAR_BOUNDARY
#define LEAD DATELINE_GRAMMAR_LEAD
#define LATER DATELINE_GRAMMAR_LATER
#define THING_STOP DATELINE_GRAMMAR_THING_STOP
#define MODIFIER DATELINE_GRAMMAR_MODIFIER
#define GROUP_NOUN DATELINE_GRAMMAR_GROUP_NOUN
#define GROUP_PREFIX DATELINE_GRAMMAR_GROUP_PREFIX
#define ANTECEDENT DATELINE_GRAMMAR_ANTECEDENT
#define TOTAL DATELINE_GRAMMAR_TOTAL

static const Word words_a[] = {
  WORD ("a", STOP | GAP),
  WORD ("am", UNIT),
  WORD ("an", STOP),
  WORD ("as", FILLER | STOP | LIST | BOUNDARY),
  WORD ("at", STOP | GAP | THING_STOP),
  WORD ("air", MODIFIER),
  WORD ("all", FILLER | GAP),
  WORD ("and", FILLER | STOP | LIST | GAP | LEAD | THING_STOP),
  WORD ("apr", MONTH),
  WORD ("are", BE | FILLER | STOP | BOUNDARY),
  WORD ("aug", MONTH),
  WORD ("a.m.", UNIT),
  WORD ("also", FILLER | LIST | GAP | LEAD | LATER),
  WORD ("amid", STOP),
  WORD ("army", GROUP_NOUN),
  WORD ("acres", UNIT),
  WORD ("after", STOP | BOUNDARY | THING_STOP),
  WORD ("ahrar", GROUP_PREFIX),
  WORD ("ajnad", GROUP_PREFIX),
  WORD ("along", STOP | LIST),
  WORD ("among", STOP),
  WORD ("ansar", GROUP_PREFIX),
  WORD ("april", MONTH),
  WORD ("armed", MODIFIER),
  WORD ("across", STOP),
  WORD ("allied", MODIFIER),
  WORD ("around", STOP),
  WORD ("attack", MODIFIER),
  WORD ("august", MONTH),
  WORD ("against", STOP),
  WORD ("already", FILLER),
  WORD ("another", FILLER | GAP),
  WORD ("attacks", UNIT),
  WORD ("although", BOUNDARY),
  WORD ("according", STOP),
  WORD ("allegedly", FILLER),
  WORD ("airstrikes", UNIT),
  WORD ("apparently", FILLER),
};
static const Word words_b[] = {
  WORD ("be", BE | FILLER | STOP),
  WORD ("by", STOP | THING_STOP),
  WORD ("but", STOP | BOUNDARY | LEAD),
  WORD ("been", BE | FILLER | STOP),
  WORD ("both", FILLER | STOP),
  WORD ("badly", FILLER),
  WORD ("being", BE | FILLER),
  WORD ("before", STOP),
  WORD ("blasts", UNIT),
  WORD ("border", MODIFIER),
  WORD ("because", STOP | BOUNDARY),
  WORD ("between", STOP),
  WORD ("billion", UNIT),
  WORD ("brigade", GROUP_NOUN),
  WORD ("believed", FILLER),
  WORD ("brigades", GROUP_NOUN),
  WORD ("brutally", FILLER),
  WORD ("battalion", GROUP_NOUN),
  WORD ("belonging", STOP),
  WORD ("battalions", GROUP_NOUN),
};
static const Word words_c[] = {
  WORD ("corps", GROUP_NOUN),
  WORD ("could", STOP),
  WORD ("called", GAP),
  WORD ("cities", UNIT),
  WORD ("combat", MODIFIER),
  WORD ("crisis", TOTAL),
  WORD ("clashes", UNIT),
  WORD ("conflict", TOTAL),
  WORD ("civilians", THING_STOP),
  WORD ("coalition", MODIFIER),
  WORD ("confirmed", FILLER),
  WORD ("casualties", VICTIM),
  WORD ("critically", FILLER),
};
static const Word words_d[] = {
  WORD ("day", UNIT),
  WORD ("dec", MONTH),
  WORD ("days", UNIT),
  WORD ("dead", FILLER | VICTIM),
  WORD ("died", STOP),
  WORD ("during", STOP),
  WORD ("defence", MODIFIER),
  WORD ("defense", MODIFIER),
  WORD ("degrees", UNIT),
  WORD ("dollars", UNIT),
  WORD ("december", MONTH),
  WORD ("directly", FILLER),
  WORD ("division", GROUP_NOUN),
  WORD ("districts", UNIT),
};
static const Word words_e[] = {
  WORD ("elite", MODIFIER),
  WORD ("either", FILLER),
  WORD ("earlier", LEAD | LATER),
  WORD ("explosions", UNIT),
  WORD ("extremists", ANTECEDENT),
};
static const Word words_f[] = {
  WORD ("ft", UNIT),
  WORD ("far", FILLER),
  WORD ("feb", MONTH),
  WORD ("for", STOP),
  WORD ("feet", UNIT),
  WORD ("from", STOP | THING_STOP),
  WORD ("found", FILLER),
  WORD ("front", GROUP_NOUN),
  WORD ("failaq", GROUP_PREFIX),
  WORD ("faylaq", GROUP_PREFIX),
  WORD ("feared", FILLER),
  WORD ("firqat", GROUP_PREFIX),
  WORD ("forces", GROUP_NOUN),
  WORD ("friday", LEAD | LATER),
  WORD ("fursan", GROUP_PREFIX),
  WORD ("faction", ANTECEDENT),
  WORD ("fatally", FILLER),
  WORD ("federal", MODIFIER),
  WORD ("fighter", MODIFIER),
  WORD ("further", GAP),
  WORD ("february", MONTH),
  WORD ("fighters", ANTECEDENT),
  WORD ("fighting", TOTAL),
  WORD ("following", STOP),
};
static const Word words_g[] = {
  WORD ("get", BE | FILLER),
  WORD ("gmt", UNIT),
  WORD ("got", BE | FILLER),
  WORD ("group", ANTECEDENT),
  WORD ("ground", MODIFIER),
  WORD ("guards", GROUP_NOUN),
  WORD ("gunmen", ANTECEDENT),
  WORD ("gravely", FILLER),
  WORD ("gathering", GROUP_NOUN),
};
static const Word words_h[] = {
  WORD ("he", STOP | GAP | BOUNDARY),
  WORD ("had", FILLER | STOP | BOUNDARY | LATER),
  WORD ("has", FILLER | STOP | BOUNDARY | LATER),
  WORD ("her", LIST | DETERMINER),
  WORD ("his", LIST | GAP | DETERMINER),
  WORD ("hit", STOP | BOUNDARY),
  WORD ("have", FILLER | STOP | BOUNDARY | LATER),
  WORD ("hour", UNIT),
  WORD ("hours", UNIT),
  WORD ("houses", UNIT),
  WORD ("harakat", GROUP_PREFIX),
  WORD ("however", LEAD),
  WORD ("hectares", UNIT),
};
static const Word words_i[] = {
  WORD ("i", BOUNDARY),
  WORD ("if", STOP | BOUNDARY),
  WORD ("in", STOP | LEAD | THING_STOP),
  WORD ("is", BE | FILLER | STOP | BOUNDARY),
  WORD ("it", STOP | GAP | BOUNDARY),
  WORD ("its", LIST | GAP | DETERMINER),
  WORD ("into", STOP),
  WORD ("inside", STOP),
  WORD ("include", PART),
  WORD ("injured", VICTIM | BOUNDARY),
  WORD ("included", PART),
  WORD ("includes", PART),
  WORD ("incidents", UNIT),
  WORD ("including", STOP | PART),
  WORD ("initially", FILLER | LATER),
  WORD ("instantly", FILLER | GAP),
  WORD ("insurgents", ANTECEDENT),
  WORD ("immediately", FILLER | LATER),
};
static const Word words_j[] = {
  WORD ("jan", MONTH),
  WORD ("jul", MONTH),
  WORD ("jun", MONTH),
  WORD ("july", MONTH),
  WORD ("jund", GROUP_PREFIX),
  WORD ("june", MONTH),
  WORD ("jaish", GROUP_PREFIX),
  WORD ("jaysh", GROUP_PREFIX),
  WORD ("jabhat", GROUP_PREFIX),
  WORD ("january", MONTH),
  WORD ("jihadists", ANTECEDENT),
};
static const Word words_k[] = {
  WORD ("kg", UNIT),
  WORD ("km", UNIT),
  WORD ("kilos", UNIT),
  WORD ("known", FILLER),
  WORD ("kataib", GROUP_PREFIX),
  WORD ("killed", VICTIM | BOUNDARY | THING_STOP),
  WORD ("kata'ib", GROUP_PREFIX),
  WORD ("kateeba", GROUP_PREFIX),
  WORD ("katibat", GROUP_PREFIX),
  WORD ("killing", BOUNDARY),
  WORD ("kilograms", UNIT),
  WORD ("kilometer", UNIT),
  WORD ("kilometre", UNIT),
  WORD ("kilometers", UNIT),
  WORD ("kilometres", UNIT),
};
static const Word words_l[] = {
  WORD ("last", TOTAL),
  WORD ("left", FILLER | STOP),
  WORD ("liwa", GROUP_PREFIX),
  WORD ("later", FILLER | LEAD | LATER),
  WORD ("least", GAP),
  WORD ("local", MODIFIER),
  WORD ("loyal", STOP),
  WORD ("legion", GROUP_NOUN),
  WORD ("liters", UNIT),
  WORD ("litres", UNIT),
  WORD ("leaving", STOP),
  WORD ("lightly", FILLER),
  WORD ("likewise", FILLER),
};
static const Word words_m[] = {
  WORD ("m", UNIT),
  WORD ("mar", MONTH),
  WORD ("may", STOP | MONTH),
  WORD ("mile", UNIT),
  WORD ("more", FILLER),
  WORD ("march", MONTH),
  WORD ("meter", UNIT),
  WORD ("metre", UNIT),
  WORD ("might", STOP),
  WORD ("miles", UNIT),
  WORD ("month", UNIT),
  WORD ("mainly", PART),
  WORD ("marine", MODIFIER),
  WORD ("meters", UNIT),
  WORD ("metres", UNIT),
  WORD ("minute", UNIT),
  WORD ("monday", LEAD | LATER),
  WORD ("months", UNIT),
  WORD ("mostly", FILLER | PART),
  WORD ("militia", GROUP_NOUN | ANTECEDENT),
  WORD ("minutes", UNIT),
  WORD ("military", MODIFIER),
  WORD ("mortally", FILLER),
  WORD ("movement", GROUP_NOUN | ANTECEDENT),
  WORD ("meanwhile", LEAD | LATER),
  WORD ("militants", ANTECEDENT),
  WORD ("militiamen", ANTECEDENT),
  WORD ("moderately", FILLER),
};
static const Word words_n[] = {
  WORD ("nd", UNIT),
  WORD ("not", STOP),
  WORD ("nov", MONTH),
  WORD ("near", STOP | THING_STOP),
  WORD ("naval", MODIFIER),
  WORD ("namely", PART),
  WORD ("national", MODIFIER),
  WORD ("november", MONTH),
};
static const Word words_o[] = {
  WORD ("o", UNIT),
  WORD ("of", STOP | GAP | THING_STOP),
  WORD ("on", FILLER | STOP | LEAD | LATER | THING_STOP),
  WORD ("or", STOP),
  WORD ("oct", MONTH),
  WORD ("off", GAP),
  WORD ("over", STOP),
  WORD ("other", GAP),
  WORD ("others", FILLER),
  WORD ("o'clock", UNIT),
  WORD ("october", MONTH),
  WORD ("outside", STOP),
  WORD ("officially", FILLER | LATER),
  WORD ("operations", UNIT),
  WORD ("organisation", GROUP_NOUN | ANTECEDENT),
  WORD ("organization", GROUP_NOUN | ANTECEDENT),
};
static const Word words_p[] = {
  WORD ("pm", UNIT),
  WORD ("per", STOP | UNIT),
  WORD ("p.m.", UNIT),
  WORD ("past", TOTAL),
  WORD ("plus", LIST),
  WORD ("proxy", MODIFIER),
  WORD ("people", THING_STOP),
  WORD ("points", UNIT),
  WORD ("percent", UNIT),
  WORD ("presumed", FILLER),
  WORD ("previous", TOTAL),
  WORD ("provinces", UNIT),
  WORD ("previously", LATER),
  WORD ("presidential", MODIFIER),
};
static const Word words_q[] = {
  WORD ("quickly", LATER),
};
static const Word words_r[] = {
  WORD ("rd", UNIT),
  WORD ("raids", UNIT),
  WORD ("rials", UNIT),
  WORD ("rounds", UNIT),
  WORD ("ramadan", MONTH),
  WORD ("regiment", GROUP_NOUN),
  WORD ("reported", FILLER),
  WORD ("repeatedly", LATER),
  WORD ("reportedly", FILLER),
  WORD ("republican", MODIFIER),
  WORD ("resistance", GROUP_NOUN),
  WORD ("reconnaissance", MODIFIER),
};
static const Word words_s[] = {
  WORD ("so", FILLER | STOP),
  WORD ("st", UNIT),
  WORD ("sep", MONTH),
  WORD ("she", STOP | BOUNDARY),
  WORD ("said", FILLER | STOP),
  WORD ("sept", MONTH),
  WORD ("some", GAP),
  WORD ("spot", FILLER),
  WORD ("since", STOP | TOTAL),
  WORD ("saraya", GROUP_PREFIX),
  WORD ("shells", UNIT),
  WORD ("struck", STOP | BOUNDARY),
  WORD ("sunday", LEAD | LATER),
  WORD ("suqour", GROUP_PREFIX),
  WORD ("sorties", UNIT),
  WORD ("special", MODIFIER),
  WORD ("strikes", UNIT),
  WORD ("saturday", LEAD | LATER),
  WORD ("security", MODIFIER),
  WORD ("severely", FILLER),
  WORD ("slightly", FILLER),
  WORD ("squadron", GROUP_NOUN),
  WORD ("september", MONTH),
  WORD ("seriously", FILLER),
  WORD ("statement", LEAD),
  WORD ("suspected", GAP),
  WORD ("separately", LATER),
  WORD ("subsequently", FILLER),
  WORD ("surveillance", MODIFIER),
};
static const Word words_t[] = {
  WORD ("th", UNIT),
  WORD ("to", FILLER | STOP | THING_STOP),
  WORD ("the", STOP | LIST | GAP | DETERMINER | THING_STOP),
  WORD ("that", FILLER | STOP | BOUNDARY),
  WORD ("them", VICTIM),
  WORD ("then", FILLER | STOP | LATER),
  WORD ("they", STOP | GAP | BOUNDARY),
  WORD ("this", DETERMINER | TOTAL),
  WORD ("tons", UNIT),
  WORD ("their", LIST | GAP | DETERMINER),
  WORD ("there", STOP),
  WORD ("those", VICTIM),
  WORD ("times", UNIT),
  WORD ("today", LATER),
  WORD ("total", GAP),
  WORD ("towns", UNIT),
  WORD ("tonnes", UNIT),
  WORD ("tajammu", GROUP_PREFIX),
  WORD ("through", STOP),
  WORD ("tuesday", LEAD | LATER),
  WORD ("targeted", BOUNDARY),
  WORD ("thursday", LEAD | LATER),
  WORD ("targeting", STOP),
  WORD ("terrorists", ANTECEDENT),
  WORD ("themselves", FILLER),
};
static const Word words_u[] = {
  WORD ("under", STOP),
  WORD ("until", STOP),
  WORD ("uprising", TOTAL),
};
static const Word words_v[] = {
  WORD ("via", STOP),
  WORD ("victims", VICTIM),
  WORD ("vehicles", UNIT),
  WORD ("villages", UNIT),
  WORD ("violence", TOTAL),
};
static const Word words_w[] = {
  WORD ("we", BOUNDARY),
  WORD ("war", TOTAL),
  WORD ("was", BE | FILLER | STOP | BOUNDARY | THING_STOP),
  WORD ("who", FILLER | STOP | BOUNDARY),
  WORD ("week", UNIT),
  WORD ("well", FILLER | LIST),
  WORD ("were", BE | FILLER | STOP | GAP | BOUNDARY | THING_STOP),
  WORD ("what", GAP),
  WORD ("when", STOP | BOUNDARY | THING_STOP),
  WORD ("whom", STOP | VICTIM | BOUNDARY),
  WORD ("will", STOP),
  WORD ("with", STOP | THING_STOP),
  WORD ("weeks", UNIT),
  WORD ("where", STOP | BOUNDARY),
  WORD ("which", FILLER | STOP | BOUNDARY),
  WORD ("while", STOP | BOUNDARY),
  WORD ("whose", STOP),
  WORD ("would", STOP),
  WORD ("within", STOP),
  WORD ("wounded", FILLER | VICTIM | BOUNDARY | THING_STOP),
  WORD ("wounding", BOUNDARY),
  WORD ("wednesday", LEAD | LATER),
};
static const Word words_y[] = {
  WORD ("year", UNIT),
  WORD ("years", UNIT),
  WORD ("yesterday", LATER),
};

#define LETTER(letter) { words_##letter, G_N_ELEMENTS (words_##letter) }
static const struct
{
  const Word *words;
  guint       n;
} letters[26] = {
  LETTER (a),
  LETTER (b),
  LETTER (c),
  LETTER (d),
  LETTER (e),
  LETTER (f),
  LETTER (g),
  LETTER (h),
  LETTER (i),
  LETTER (j),
  LETTER (k),
  LETTER (l),
  LETTER (m),
  LETTER (n),
  LETTER (o),
  LETTER (p),
  LETTER (q),
  LETTER (r),
  LETTER (s),
  LETTER (t),
  LETTER (u),
  LETTER (v),
  LETTER (w),
  { NULL, 0 }, /* x */
  LETTER (y),
  { NULL, 0 }, /* z */
};
/* clang-format on */

/* The longest word of the table. */
#define MAX_LENGTH 14

/**
 * dateline_grammar_find:
 * @word: as in the text
 * @length: its bytes
 *
 * Returns: #DatelineGrammarFlags, 0 for any other word
 */
guint32
dateline_grammar_find (const char *word, gsize length)
{
  guint letter = (guint) (g_ascii_tolower (word[0]) - 'a');
  char  folded[MAX_LENGTH + 1] = { 0 };

  if (letter >= G_N_ELEMENTS (letters) || length > MAX_LENGTH)
    return 0;
  for (gsize i = 0; i < length; i++)
    folded[i] = word[i] >= 'A' && word[i] <= 'Z' ? word[i] | 0x20 : word[i];
  for (guint i = 0; i < letters[letter].n; i++)
    {
      const Word *entry = &letters[letter].words[i];

      if (entry->length > length)
        break;
      if (entry->length == length && entry->word[1] == folded[1] && memcmp (entry->word, folded, length) == 0)
        return entry->flags;
    }
  return 0;
}
