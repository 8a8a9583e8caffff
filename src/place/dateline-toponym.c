/* dateline-toponym.c: place names in a text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of the gazetteer are found by the phrase trie, others by their
 * sound where a word beside them says that they are places. What is little
 * known needs such a word, too: villages are called Ali and Hassan.
 */

#define G_LOG_DOMAIN "dateline-place"

#include "config.h"

#include "dateline-toponym.h"

#include <math.h>
#include <string.h>

#include "dateline-fold.h"
#include "dateline-name-key.h"
#include "dateline-toponym-private.h"

/* Longest name, in tokens. */
#define MAX_NAME_TOKENS 8
#define MAX_UNKNOWN_TOKENS 4

/* What is listed together lies together. */
#define LIST_KM 25

typedef struct
{
  DatelineToponymCandidate items[DATELINE_TOPONYM_MAX_CANDIDATES];
  guint                    n;
} Candidates;

typedef struct
{
  const DatelineDocument  *document;
  const DatelineGazetteer *gazetteer;
  GArray                  *toponyms;
  guint32                  article_word; /* "al" */
  guint                    sentence;
} Finder;

/* A form of "al" with a name after it. Inside a name it may be a word of
 * its own in lower case: "Jisr ash Shughur". */
static gboolean
may_be_inner_article (const DatelineDocument *document, guint token)
{
  const DatelineToken *t = &document->tokens[token];
  char                 folded[DATELINE_FOLD_SIZE];
  guint                length;

  length = t->end - t->begin;
  if (length < 2 || length > 5 || !(t->flags & DATELINE_TOKEN_WORD) ||
      !(t[1].flags & (DATELINE_TOKEN_HYPHEN | DATELINE_TOKEN_CAPITAL)) || (t[1].flags & DATELINE_TOKEN_PUNCT))
    return FALSE;
  if (t->flags & DATELINE_TOKEN_PLAIN)
    return dateline_document_token_is_any (document, token, DATELINE_NAME_ARTICLES);
  return dateline_fold (document->text + t->begin, length, folded) > 0 && dateline_name_is_article (folded);
}

/* Most words are plain, and stand in no list. */
static inline gboolean
is_inner_article (const DatelineDocument *document, guint token)
{
  return token + 1 < document->n_tokens && (document->tokens[token].listed != 0 || !(document->tokens[token].flags & DATELINE_TOKEN_PLAIN)) &&
         may_be_inner_article (document, token);
}

/* One that can begin a name: "al-Bab", "al Bab", "At Tuhayta", but "at Bab",
 * and "At Bab" where a sentence begins, are English. */
static gboolean
is_article (const DatelineDocument *document, guint token)
{
  if (!is_inner_article (document, token))
    return FALSE;
  if (dateline_document_token_has (document, token + 1, DATELINE_TOKEN_HYPHEN) || dateline_document_token_is_any (document, token, "al|el"))
    return TRUE;
  if (!dateline_document_token_has (document, token, DATELINE_TOKEN_CAPITAL) || dateline_document_token_has (document, token, DATELINE_TOKEN_UPPER))
    return FALSE;
  return document->sentences[dateline_document_get_sentence (document, token)].first_token != token ||
         !dateline_document_token_is_any (document, token, "at|as|an|en|et|us");
}

static inline gboolean
is_capital (const DatelineDocument *document, guint token)
{
  return dateline_document_token_has (document, token, DATELINE_TOKEN_CAPITAL) ||
         (token < document->n_tokens && dateline_document_token_has (document, token, DATELINE_TOKEN_WORD) &&
          (guchar) document->text[document->tokens[token].begin] >= 0xd6);
}

static void
add_candidate (Candidates *candidates, guint row, DatelineSpelling spelling)
{
  if (candidates->n >= DATELINE_TOPONYM_MAX_CANDIDATES)
    return;
  for (guint i = 0; i < candidates->n; i++)
    if (candidates->items[i].row == row)
      return;
  candidates->items[candidates->n++] = (DatelineToponymCandidate){ row, 0, 0, spelling };
}

/* Articles inside a name take as many forms as before it. */
static guint32
get_word (const Finder *self, guint token)
{
  return is_inner_article (self->document, token) ? self->article_word : self->document->tokens[token].word;
}

static gboolean
is_upper (const DatelineDocument *document, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    if (!dateline_document_token_has (document, i, DATELINE_TOKEN_UPPER) && !dateline_document_token_has (document, i, DATELINE_TOKEN_DOTTED))
      return FALSE;
  return TRUE;
}

static gboolean
node_has_place (const Finder *self, guint32 node, guint first, guint end)
{
  guint          n;
  const guint32 *payloads = dateline_data_get_payloads (self->document->data, node, &n);

  if (!(dateline_data_get_node_lexicons (self->document->data, node) & DATELINE_LEXICON_BIT (DATELINE_LEXICON_PLACE)))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (DATELINE_PAYLOAD_LEXICON (payloads[i]) == DATELINE_LEXICON_PLACE &&
        (DATELINE_PAYLOAD_CASE (payloads[i]) != DATELINE_CASE_UPPER || is_upper (self->document, first, end)))
      return TRUE;
  return FALSE;
}

/* The longest name of a place that begins at @token: its end, or 0, and
 * where it stands in the trie. Only its first word needs a capital: "Nasib
 * crossing". */
static guint
walk (const Finder *self, guint token, guint32 *found)
{
  guint   limit = MIN (token + MAX_NAME_TOKENS, self->document->sentences[self->sentence].end_token);
  guint32 node = dateline_data_get_root_child (self->document->data, get_word (self, token));
  guint   end = 0;

  for (guint i = token; node != 0; i++)
    {
      guint32 word;

      if (node_has_place (self, node, token, i + 1))
        {
          end = i + 1;
          *found = node;
        }
      if (i + 1 >= limit || (word = get_word (self, i + 1)) == 0)
        break;
      node = dateline_data_get_child (self->document->data, node, word);
    }
  return end;
}

static void
add_node (const Finder *self, guint32 node, gboolean after_article, Candidates *candidates)
{
  guint          n;
  const guint32 *payloads = dateline_data_get_payloads (self->document->data, node, &n);

  for (guint i = 0; i < n; i++)
    if (DATELINE_PAYLOAD_LEXICON (payloads[i]) == DATELINE_LEXICON_PLACE)
      add_candidate (candidates, DATELINE_PAYLOAD_ROW (payloads[i]),
                     (DATELINE_PAYLOAD_CASE (payloads[i]) == DATELINE_CASE_CAPITAL_WEAK) != after_article
                       ? DATELINE_SPELLING_ARTICLE
                       : DATELINE_SPELLING_EXACT);
}

/* Candidates for the longest name that begins at @token; its end, or 0. */
static guint
find_name (const Finder *self, guint token, Candidates *candidates)
{
  guint   end, bare_end;
  guint32 node = 0, bare_node = 0;

  if (!is_article (self->document, token))
    {
      end = is_capital (self->document, token) ? walk (self, token, &node) : 0;
      if (end != 0)
        add_node (self, node, FALSE, candidates);
      return end;
    }

  if (!is_capital (self->document, token + 1))
    return 0;
  end = walk (self, token, &node);
  bare_end = walk (self, token + 1, &bare_node);
  if (end != 0 && end >= bare_end)
    add_node (self, node, FALSE, candidates);
  if (bare_end != 0 && bare_end >= end)
    add_node (self, bare_node, TRUE, candidates);
  return MAX (end, bare_end);
}

/* Whether a known name begins there. */
static guint
find_end (const Finder *self, guint token)
{
  guint32 node;

  if (token >= self->document->n_tokens || (!is_capital (self->document, token) && !is_article (self->document, token)))
    return 0;
  return walk (self, token, &node) | (is_article (self->document, token) ? walk (self, token + 1, &node) : 0);
}

static void
add_toponym (const Finder *self, guint first, guint end, const Candidates *found, guint flags)
{
  DatelineToponym toponym = {
    .first_token = first,
    .end_token = end,
    .cue_token = first,
    .sentence = self->sentence,
    .flags = flags,
    .candidates = dateline_scratch_alloc (self->document->scratch, sizeof (DatelineToponymCandidate) * found->n),
    .n_candidates = found->n,
    .container = -1,
    .row = G_MAXUINT32,
    .point = dateline_point_none (),
    .bearing_degrees = NAN,
    .offset_km = NAN,
    .other = -1,
  };

  for (guint i = 0; i < found->n; i++)
    {
      DatelineToponymCandidate     *candidate = &toponym.candidates[i];
      const DatelineGazetteerPlace *place;

      *candidate = found->items[i];
      place = dateline_gazetteer_get_place (self->gazetteer, candidate->row);
      if (place->demonym)
        {
          toponym.flags |= DATELINE_TOPONYM_DEMONYM;
          candidate->row = place->parent;
        }
    }
  dateline_scratch_append (self->toponyms, toponym);
}

static gboolean
is_date_word (const Finder *self, const DatelineMatch *match)
{
  const char *kind;

  if (match->lexicon != DATELINE_LEXICON_TEMPORAL)
    return FALSE;
  kind = dateline_document_get_cell (self->document, match, "kind");
  return strstr (kind, "month") != NULL || strstr (kind, "weekday") != NULL || strcmp (kind, "feast") == 0;
}

#define VETOING (DATELINE_LEXICON_BIT (DATELINE_LEXICON_NOT_PLACE) | DATELINE_LEXICON_BIT (DATELINE_LEXICON_ACTOR) | \
                 DATELINE_LEXICON_BIT (DATELINE_LEXICON_TEMPONYM) | DATELINE_LEXICON_BIT (DATELINE_LEXICON_TEMPORAL))

/* A longer name of a person, a group or a publication that begins here and
 * swallows the places in it; its end, or 0. */
static guint
find_veto (const Finder *self, guint token, guint place_end, gboolean there, gboolean *word)
{
  guint                n, end = 0;
  const DatelineMatch *matches = dateline_document_get_matches (self->document, token, &n);

  if (!dateline_document_has_match_in (self->document, token, VETOING))
    return 0;
  for (guint i = 0; i < n; i++)
    {
      guint match_end = token + matches[i].n_tokens;

      if (matches[i].lexicon == DATELINE_LEXICON_NOT_PLACE && match_end >= place_end)
        {
          const char *kind = dateline_document_get_cell (self->document, &matches[i], "kind");

          if (strcmp (kind, "word") == 0 || (there && match_end == place_end && strcmp (kind, "person") == 0))
            *word = TRUE;
          else
            end = MAX (end, match_end);
        }
      else if (match_end > place_end && (matches[i].lexicon == DATELINE_LEXICON_ACTOR || matches[i].lexicon == DATELINE_LEXICON_TEMPONYM))
        end = MAX (end, match_end);
      else if (match_end >= place_end && is_date_word (self, &matches[i]))
        end = MAX (end, match_end);
    }
  return end;
}

/* Of a name's words, phrases of these lexicons may begin there. */
#define IN_NAMES (DATELINE_LEXICON_BIT (DATELINE_LEXICON_PERSON) | DATELINE_LEXICON_BIT (DATELINE_LEXICON_TARGET) | \
                  DATELINE_LEXICON_BIT (DATELINE_LEXICON_PLACE))

static gboolean
is_name_token (const DatelineDocument *document, guint token)
{
  guint                n;
  const DatelineMatch *matches = dateline_document_get_matches (document, token, &n);

  if (!dateline_document_token_has (document, token, DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_WORD) ||
      dateline_document_token_has (document, token, DATELINE_TOKEN_POSSESSIVE) || dateline_document_has_match_in (document, token, ~IN_NAMES))
    return FALSE;
  for (guint i = 0; i < n && matches[i].n_tokens > 1; i++)
    if (matches[i].lexicon == DATELINE_LEXICON_PLACE)
      return FALSE;
  return TRUE;
}

/* The end of the capitalised words that begin at @token. */
static guint
find_unknown_end (const Finder *self, guint token)
{
  const DatelineDocument *document = self->document;
  guint                   limit = document->sentences[self->sentence].end_token;
  guint                   end = token;

  for (guint n = 0; end < limit && n < MAX_UNKNOWN_TOKENS; n++)
    {
      guint next = end;

      if (end > token && dateline_document_token_is_any (document, next, "wa|wal"))
        next++;
      if (next + 1 < limit && (end > token ? is_inner_article (document, next) : is_article (document, next)))
        next++;
      if (next >= limit || !is_name_token (document, next))
        break;
      end = next + 1;
    }
  return end;
}

static gsize
make_key (const Finder *self, guint first, guint end, char key[DATELINE_NAME_KEY_SIZE])
{
  gsize length = 0;

  key[0] = '\0';
  for (guint i = first; i < end; i++)
    {
      const DatelineToken *token = &self->document->tokens[i];
      char                 folded[DATELINE_FOLD_SIZE];

      if (i + 1 < end && is_inner_article (self->document, i))
        continue;
      if (dateline_fold (self->document->text + token->begin, token->end - token->begin, folded) > 0)
        length = dateline_name_key_append (folded, key, length);
    }
  return length;
}

static gboolean
find_by_sound (const Finder *self, guint first, guint end, gboolean is_explicit, Candidates *candidates)
{
  char  key[DATELINE_NAME_KEY_SIZE];
  guint rows[DATELINE_TOPONYM_MAX_CANDIDATES];
  guint n, n_exact;
  gsize length = make_key (self, first, end, key);

  if (length < 3)
    return FALSE;
  n = dateline_gazetteer_find_by_sound (self->gazetteer, key, rows, &n_exact, G_N_ELEMENTS (rows));
  if (length < (is_explicit ? 4 : 5))
    n = n_exact;
  for (guint i = 0; i < n; i++)
    add_candidate (candidates, rows[i], i < n_exact ? DATELINE_SPELLING_SOUND : DATELINE_SPELLING_NEAR);
  return n > 0;
}

/* Words that begin names of hills, valleys and hamlets, and may be left out. */
static gboolean
is_generic (const DatelineDocument *document, guint token)
{
  return dateline_document_token_is_any (document, token, "wadi|jabal|jebel|mount|tal|tell|tel|tall|khirbat|khirbet|suq|souq|bilad|naqil|district|village|town|city|area|bab|khan|najd|ras|bir|bayt|beit|bait|bani|abu|umm|kafr|deir|dayr|ain|ayn|qasr|dar|hisn|husn|madinat|qalat|marj|nahr|burj|jisr|harib|rabia|hajar|kharab|barat|sheikh|camp");
}

static gboolean
is_common_word (const DatelineDocument *document, guint token)
{
  return dateline_document_token_is_any (document, token, "the|a|an|this|that|these|those|several|many|some|all|other|others|both|each|another|its|his|their|our|local|two|three|four|five|populated|residential|tribal|liberated|overtaken|rural|these|such|most|any|no|government|military|civilian|eastern|western|northern|southern|central|nearby|islamic|sunni|shia|kurdish|zionist|coalition");
}

/* Tries the whole name, then less of it; the end of what was found, or 0. */
static guint
find_shorter (const Finder *self, guint token, guint end, Candidates *candidates)
{
  char     key[DATELINE_NAME_KEY_SIZE];
  gboolean is_explicit;

  dateline_toponym_has_cue (self->document, self->gazetteer, token, end, &is_explicit);
  if (find_by_sound (self, token, end, is_explicit, candidates))
    return end;
  if (is_generic (self->document, token))
    return token + 1 < end && make_key (self, token + 1, end, key) >= 5 && find_by_sound (self, token + 1, end, is_explicit, candidates) ? end : 0;
  if (is_explicit)
    return 0; /* "the village of Zarqat Twal" */
  for (guint e = end - 1; e > token; e--)
    {
      if (is_inner_article (self->document, e - 1) || is_inner_article (self->document, e) || dateline_document_token_is_any (self->document, e, "wa|wal") ||
          dateline_document_token_has (self->document, e, DATELINE_TOKEN_HYPHEN) ||
          !dateline_toponym_has_cue (self->document, self->gazetteer, token, e, &is_explicit))
        continue;
      if (find_by_sound (self, token, e, is_explicit, candidates))
        return e;
    }
  return 0;
}

/* A name that the trie does not know, at a place's place in the sentence.
 * Returns its end, or 0. */
static guint
find_unknown (const Finder *self, guint token)
{
  const DatelineSentence *sentence = &self->document->sentences[self->sentence];
  guint                   end, found;
  Candidates              candidates;
  gboolean                is_explicit;

  if (is_common_word (self->document, token) || (end = find_unknown_end (self, token)) == token ||
      !dateline_toponym_has_cue (self->document, self->gazetteer, token, end, &is_explicit))
    return 0;

  candidates.n = 0;
  found = find_shorter (self, token, end, &candidates);
  if (found != 0)
    {
      add_toponym (self, token, found, &candidates, DATELINE_TOPONYM_FUZZY);
      return found;
    }
  if (!is_explicit || sentence->upper)
    return 0;
  add_toponym (self, token, end, &candidates, DATELINE_TOPONYM_UNKNOWN_NAME);
  return end;
}

/* "the Iraqi capital", "Yemen's capital", "the capital": the city, unless
 * its name follows. */
static guint
find_capital (const Finder *self, guint token)
{
  const DatelineToponym        *last;
  const DatelineGazetteerPlace *country;
  Candidates                    candidates;
  guint                         row;

  if (self->toponyms->len == 0 || token == 0 || dateline_document_token_is_any (self->document, token - 1, "provincial|s|state|regional|tribal|business|self|proclaimed|facto"))
    return 0;
  if (dateline_document_token_is_any (self->document, token + 1, "of|punishment|city") || find_end (self, token + 1) != 0 ||
      (dateline_document_token_is_punct (self->document, token + 1, ',') && find_end (self, token + 2) != 0))
    return 0;
  last = &g_array_index (self->toponyms, DatelineToponym, self->toponyms->len - 1);
  if (last->n_candidates == 0)
    return 0;
  country = dateline_gazetteer_get_place (self->gazetteer, last->candidates[0].row);
  if (!country->in_region || (last->end_token < token && !dateline_document_token_is_any (self->document, token - 1, "the|'s")))
    return 0;
  row = dateline_gazetteer_get_capital (self->gazetteer, country->country);
  if (row == G_MAXUINT32)
    return 0;

  candidates.n = 0;
  add_candidate (&candidates, row, DATELINE_SPELLING_EXACT);
  add_toponym (self, token, token + 1, &candidates, 0);
  return token + 1;
}

static gboolean
all_are_weak (const Finder *self, const Candidates *candidates)
{
  for (guint i = 0; i < candidates->n; i++)
    {
      const DatelineToponymCandidate *candidate = &candidates->items[i];

      if (!dateline_gazetteer_get_place (self->gazetteer, candidate->row)->weak)
        return FALSE;
    }
  return TRUE;
}

/* "Harib al-Qaramish" is not Harib: where the name goes on, the longer one
 * is tried by its sound. Returns its end, or 0; @end is set to 0 where what
 * was found is no name by itself. */
static guint
find_longer (const Finder *self, guint token, guint *end, gboolean weak, Candidates *candidates)
{
  guint    longer;
  gboolean goes_on = is_inner_article (self->document, *end) || dateline_document_token_is_any (self->document, *end, "wa|wal");
  gboolean generic = *end == token + 1 && is_generic (self->document, token);
  gboolean named = is_name_token (self->document, *end) && !self->document->sentences[self->sentence].upper;

  if (named && weak && self->document->tokens[*end].word == 0)
    generic = TRUE; /* "Zarqat Twal" is not the hamlet Zarqat */
  if (!goes_on && !(generic && named))
    return 0;
  longer = find_unknown_end (self, token);
  if (longer <= *end)
    return 0;
  if (find_by_sound (self, token, longer, FALSE, candidates))
    return longer;
  if (generic)
    *end = 0;
  return 0;
}

/* "Sanaa Street in Hodeidah" is not in Sanaa. */
static gboolean
is_named_after (const Finder *self, guint token)
{
  return dateline_document_token_has (self->document, token, DATELINE_TOKEN_CAPITAL) &&
         dateline_document_token_is_any (self->document, token, "street|square|brothers|hotel|restaurant|company|group|school|avenue|roundabout|mosque|hospital|stadium|club|mall");
}

/* Takes what the trie knows from @token to @end, unless the words beside it
 * say that it is more, or else; its end, or 0. */
static guint
take_known (const Finder *self, guint token, guint end, Candidates *candidates)
{
  gboolean   weak = all_are_weak (self, candidates);
  Candidates others;
  guint      longer;

  if (is_named_after (self, end))
    {
      candidates->n = 0;
      add_toponym (self, token, end + 1, candidates, DATELINE_TOPONYM_UNKNOWN_NAME);
      return end + 1;
    }
  others.n = 0;
  longer = find_longer (self, token, &end, weak, &others);
  if (longer != 0)
    {
      add_toponym (self, token, longer, &others, DATELINE_TOPONYM_FUZZY);
      return longer;
    }
  if (end != 0)
    add_toponym (self, token, end, candidates, 0);
  return end;
}

/* "Zamalka, Jobar and Ain Tarma": in a list of places, one close to the
 * place before it is one, though as a word by itself it need not be. */
static gboolean
goes_on_list (const Finder *self, guint token, guint end, const Candidates *candidates)
{
  const DatelineToponym        *before = self->toponyms->len > 0 ? &g_array_index (self->toponyms, DatelineToponym, self->toponyms->len - 1) : NULL;
  const DatelineGazetteerPlace *place, *next_to;

  if (before == NULL || before->n_candidates == 0 || before->sentence != self->sentence || before->end_token + 1 != token || candidates->n == 0)
    return FALSE;
  if (!dateline_document_token_is_punct (self->document, token - 1, ',') && !dateline_document_token_is (self->document, token - 1, "and"))
    return FALSE;
  if (!dateline_document_token_is_punct (self->document, end, ',') && !dateline_document_token_is_punct (self->document, end, '.') &&
      !dateline_document_token_is_any (self->document, end, "and|on|in|as|with|killing|wounding|injuring|after|during|early|late|overnight|over|districts|neighborhoods|neighbourhoods"))
    return FALSE;
  next_to = dateline_gazetteer_get_place (self->gazetteer, before->candidates[0].row);
  if (next_to->place_class < DATELINE_PLACE_CAPITAL || next_to->place_class == DATELINE_PLACE_WATER)
    return FALSE;
  for (guint i = 0; i < candidates->n; i++)
    {
      place = dateline_gazetteer_get_place (self->gazetteer, candidates->items[i].row);
      if (dateline_point_distance_km ((DatelinePoint){ place->lat, place->lon }, (DatelinePoint){ next_to->lat, next_to->lon }) < LIST_KM)
        return TRUE;
    }
  return FALSE;
}

/* Looks for a name at @token; returns where to go on. */
static guint
find_at (Finder *self, guint token)
{
  Candidates candidates;
  gboolean   word = FALSE, is_explicit = FALSE, cue, there;
  guint      end, veto;

  candidates.n = 0;
  end = find_name (self, token, &candidates);
  cue = end != 0 && dateline_toponym_has_cue (self->document, self->gazetteer, token, end, &is_explicit);
  there = end != 0 && ((cue && is_explicit) || (token > 0 && dateline_document_token_is_any (self->document, token - 1, "in|at|near|outside")));
  veto = find_veto (self, token, end != 0 ? end : token + 1, there, &word);

  if (veto != 0)
    {
      /* "Iraqi army": the people's country still counts for the focus. */
      if (end != 0 && end < veto)
        add_toponym (self, token, end, &candidates, DATELINE_TOPONYM_MODIFIER);
      return veto;
    }
  if (end != 0 && !cue && (word || (all_are_weak (self, &candidates) && !goes_on_list (self, token, end, &candidates))))
    return end;
  if (end != 0)
    end = take_known (self, token, end, &candidates);
  if (end == 0 && is_name_token (self->document, token + is_article (self->document, token)))
    end = find_unknown (self, token);
  return end != 0 ? end : token + 1;
}

/* Most words in lower case: no article of a name, no phrase for a place, and
 * not the word "capital", which is listed. */
static inline gboolean
begins_nothing (const DatelineDocument *document, guint token)
{
  const DatelineToken *t = &document->tokens[token];

  return !is_capital (document, token) && !(document->lexicons[token] & DATELINE_LEXICON_BIT (DATELINE_LEXICON_PLACE)) &&
         (t->listed == 0 || t->end - t->begin != 7) &&
         (token + 1 == document->n_tokens || !(t[1].flags & (DATELINE_TOKEN_HYPHEN | DATELINE_TOKEN_CAPITAL)));
}

/* A place that is described in lower case: "the western coast" of Yemen. */
static gboolean
find_described (const Finder *self, guint *token)
{
  guint                n;
  const DatelineMatch *matches = dateline_document_get_matches (self->document, *token, &n);

  if (!dateline_document_has_match_in (self->document, *token, DATELINE_LEXICON_BIT (DATELINE_LEXICON_PLACE)))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (matches[i].lexicon == DATELINE_LEXICON_PLACE && matches[i].letter_case == DATELINE_CASE_ANY)
      {
        Candidates candidates;

        candidates.n = 0;
        add_candidate (&candidates, matches[i].row, DATELINE_SPELLING_EXACT);
        add_toponym (self, *token, *token + matches[i].n_tokens, &candidates, DATELINE_TOPONYM_FUZZY);
        *token += matches[i].n_tokens;
        return TRUE;
      }
  return FALSE;
}

/**
 * dateline_toponym_find:
 * @document: a text with its matches
 * @gazetteer: the places
 *
 * Finds place names and how each stands in its sentence; the places they
 * could be are unordered candidates until dateline_toponym_resolve().
 *
 * Returns: (transfer none) (element-type DatelineToponym): by position, in
 *   the document's scratch
 */
GArray *
dateline_toponym_find (const DatelineDocument *document, const DatelineGazetteer *gazetteer)
{
  GArray *toponyms = dateline_scratch_take_array (document->scratch, sizeof (DatelineToponym));
  guint32 al = dateline_data_find_word (document->data, "al", 2);
  Finder  self = { document, gazetteer, toponyms, al, 0 };

  for (self.sentence = 0; self.sentence < document->n_sentences; self.sentence++)
    {
      const DatelineSentence *sentence = &document->sentences[self.sentence];

      if (sentence->boilerplate)
        continue;
      for (guint token = sentence->first_token; token < sentence->end_token;)
        {
          if (begins_nothing (document, token))
            token++;
          else if (!is_capital (document, token) && !is_article (document, token))
            {
              if (document->tokens[token].end - document->tokens[token].begin == 7 && dateline_document_token_is (document, token, "capital"))
                find_capital (&self, token);
              else if (find_described (&self, &token))
                continue;
              token++;
            }
          else
            token = find_at (&self, token);
        }
    }
  for (guint i = 0; i < toponyms->len; i++)
    dateline_toponym_read_context (document, gazetteer, toponyms, i);
  dateline_toponym_link (document, gazetteer, toponyms);
  return toponyms;
}

/* With a point, whatever the reader's language writes. */
static void
append_decimal (GString *text, const char *format, double value)
{
  char decimal[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (text, g_ascii_formatd (decimal, sizeof decimal, format, value));
}

static void
explain_candidate (GString *text, const DatelineGazetteer *gazetteer, const DatelineToponymCandidate *candidate)
{
  static const char *const      spellings[] = { "exact", "but for the article", "same sound", "near in sound" };
  const DatelineGazetteerPlace *place = dateline_gazetteer_get_place (gazetteer, candidate->row);

  g_string_append (text, "  ");
  append_decimal (text, "%.2f", candidate->score);
  g_string_append_printf (text, " %s (%s, %s, %s) ",
                          dateline_gazetteer_get_string (gazetteer, place->name), dateline_gazetteer_get_string (gazetteer, place->id),
                          dateline_gazetteer_get_string (gazetteer, place->adm1), place->country);
  append_decimal (text, "%.3f", (double) place->lat);
  g_string_append_c (text, ' ');
  append_decimal (text, "%.3f", (double) place->lon);
  g_string_append_printf (text, ", %s\n", spellings[candidate->spelling]);
}

/**
 * dateline_toponym_explain:
 * @document: the text
 * @gazetteer: the places
 * @toponym: resolved
 *
 * Returns: (transfer full): the name, its candidates and their scores, one
 *   a line
 */
char *
dateline_toponym_explain (const DatelineDocument *document, const DatelineGazetteer *gazetteer, const DatelineToponym *toponym)
{
  g_autofree char *name = dateline_document_dup_text (document, dateline_document_get_span (document, toponym->first_token, toponym->end_token));
  GString         *text = g_string_new (NULL);

  g_string_append_printf (text, "%s: precision %d, radius ", name, toponym->precision);
  append_decimal (text, "%.1f", toponym->radius_km);
  g_string_append (text, " km, confidence ");
  append_decimal (text, "%.2f", toponym->confidence);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < toponym->n_candidates; i++)
    explain_candidate (text, gazetteer, &toponym->candidates[i]);
  return g_string_free (text, FALSE);
}
