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

typedef struct
{
  const DatelineDocument  *document;
  const DatelineGazetteer *gazetteer;
  GArray                  *toponyms;
  guint32                  article_node; /* in the trie, after "al" */
  guint                    sentence;
} Finder;

static void
toponym_clear (DatelineToponym *toponym)
{
  g_clear_pointer (&toponym->candidates, g_array_unref);
}

static gboolean
is_article (const DatelineDocument *document, guint token)
{
  char  folded[DATELINE_FOLD_SIZE];
  guint length;

  if (token + 1 >= document->n_tokens)
    return FALSE;
  length = document->tokens[token].end - document->tokens[token].begin;
  if (length < 2 || length > 5 || !dateline_document_token_has (document, token, DATELINE_TOKEN_WORD) ||
      dateline_document_token_has (document, token + 1, DATELINE_TOKEN_PUNCT))
    return FALSE;
  if (dateline_fold (document->text + document->tokens[token].begin, length, folded) == 0 || !dateline_name_is_article (folded))
    return FALSE;
  if (dateline_document_token_has (document, token + 1, DATELINE_TOKEN_HYPHEN))
    return TRUE;
  if (!dateline_document_token_has (document, token + 1, DATELINE_TOKEN_CAPITAL))
    return FALSE;
  /* "At Tuhayta", but "At Hays" may begin a sentence */
  return strcmp (folded, "al") == 0 || strcmp (folded, "el") == 0 ||
         (dateline_document_token_has (document, token, DATELINE_TOKEN_CAPITAL) && !(document->tokens[token].flags & DATELINE_TOKEN_UPPER && length > 2));
}

static gboolean
is_capital (const DatelineDocument *document, guint token)
{
  return dateline_document_token_has (document, token, DATELINE_TOKEN_CAPITAL) ||
         (token < document->n_tokens && dateline_document_token_has (document, token, DATELINE_TOKEN_WORD) &&
          (guchar) document->text[document->tokens[token].begin] >= 0xd6);
}

static void
add_candidate (GArray *candidates, guint row, DatelineSpelling spelling)
{
  DatelineToponymCandidate candidate = { row, 0, spelling };

  if (candidates->len >= DATELINE_TOPONYM_MAX_CANDIDATES)
    return;
  for (guint i = 0; i < candidates->len; i++)
    if (g_array_index (candidates, DatelineToponymCandidate, i).row == row)
      return;
  g_array_append_val (candidates, candidate);
}

/* The deepest phrase of places that continues the article at @token; its
 * end, or 0. */
static guint
find_with_article (const Finder *self, guint token, guint32 *found)
{
  guint32 node = self->article_node;
  guint   end = 0;

  for (guint i = token + 1; node != 0 && i < self->document->n_tokens && i < token + MAX_NAME_TOKENS; i++)
    {
      const guint32 *payloads;
      guint          n;

      if (self->document->tokens[i].word == 0)
        break;
      node = dateline_data_get_child (self->document->data, node, self->document->tokens[i].word);
      if (node == 0)
        break;
      payloads = dateline_data_get_payloads (self->document->data, node, &n);
      for (guint j = 0; j < n; j++)
        if (DATELINE_PAYLOAD_LEXICON (payloads[j]) == DATELINE_LEXICON_PLACE)
          {
            end = i + 1;
            *found = node;
            break;
          }
    }
  return end;
}

static void
add_node (const Finder *self, guint32 node, GArray *candidates)
{
  guint          n;
  const guint32 *payloads = dateline_data_get_payloads (self->document->data, node, &n);

  for (guint i = 0; i < n; i++)
    if (DATELINE_PAYLOAD_LEXICON (payloads[i]) == DATELINE_LEXICON_PLACE)
      add_candidate (candidates, DATELINE_PAYLOAD_ROW (payloads[i]),
                     DATELINE_PAYLOAD_CASE (payloads[i]) == DATELINE_CASE_CAPITAL_WEAK ? DATELINE_SPELLING_ARTICLE : DATELINE_SPELLING_EXACT);
}

static guint
find_end (const DatelineDocument *document, guint token)
{
  const DatelineMatch *match = dateline_document_find_match (document, token, DATELINE_LEXICON_PLACE);

  return match != NULL ? token + match->n_tokens : 0;
}

static void
add_matches (const Finder *self, guint token, guint end, DatelineSpelling spelling, GArray *candidates)
{
  guint                n;
  const DatelineMatch *matches = dateline_document_get_matches (self->document, token, &n);

  for (guint i = 0; i < n; i++)
    if (matches[i].lexicon == DATELINE_LEXICON_PLACE && token + matches[i].n_tokens == end)
      add_candidate (candidates, matches[i].row,
                     matches[i].letter_case == DATELINE_CASE_CAPITAL_WEAK
                       ? (spelling == DATELINE_SPELLING_ARTICLE ? DATELINE_SPELLING_EXACT : DATELINE_SPELLING_ARTICLE)
                       : spelling);
}

/* Candidates for the longest name that begins at @token; its end, or 0. */
static guint
find_name (const Finder *self, guint token, GArray *candidates)
{
  guint   end, article_end;
  guint32 node = 0;

  if (!is_article (self->document, token))
    {
      if (!is_capital (self->document, token) && !dateline_document_token_has (self->document, token, DATELINE_TOKEN_WORD))
        return 0;
      end = find_end (self->document, token);
      if (end != 0)
        add_matches (self, token, end, DATELINE_SPELLING_EXACT, candidates);
      return end;
    }

  if (!is_capital (self->document, token + 1))
    return 0;
  article_end = find_with_article (self, token, &node);
  end = MAX (find_end (self->document, token + 1), find_end (self->document, token));
  if (article_end >= end && node != 0)
    add_node (self, node, candidates);
  if (end >= article_end && end != 0)
    {
      add_matches (self, token, end, DATELINE_SPELLING_EXACT, candidates);
      add_matches (self, token + 1, end, DATELINE_SPELLING_ARTICLE, candidates);
    }
  return MAX (end, article_end);
}

static void
add_toponym (const Finder *self, guint first, guint end, GArray *candidates, guint flags)
{
  DatelineToponym toponym = {
    .first_token = first,
    .end_token = end,
    .cue_token = first,
    .sentence = self->sentence,
    .flags = flags,
    .candidates = candidates,
    .container = -1,
    .row = G_MAXUINT32,
    .point = dateline_point_none (),
    .bearing_degrees = NAN,
    .offset_km = NAN,
    .other = -1,
  };

  for (guint i = 0; i < candidates->len; i++)
    {
      DatelineToponymCandidate     *candidate = &g_array_index (candidates, DatelineToponymCandidate, i);
      const DatelineGazetteerPlace *place = dateline_gazetteer_get_place (self->gazetteer, candidate->row);

      if (place->demonym)
        {
          toponym.flags |= DATELINE_TOPONYM_DEMONYM;
          candidate->row = place->parent;
        }
    }
  g_array_append_val (self->toponyms, toponym);
}

/* A longer name of a person, a group or a publication that begins here and
 * swallows the places in it; its end, or 0. */
static guint
find_veto (const Finder *self, guint token, guint place_end, gboolean *word)
{
  guint                n, end = 0;
  const DatelineMatch *matches = dateline_document_get_matches (self->document, token, &n);

  for (guint i = 0; i < n; i++)
    {
      guint match_end = token + matches[i].n_tokens;

      if (matches[i].lexicon == DATELINE_LEXICON_NOT_PLACE && match_end >= place_end)
        {
          if (strcmp (dateline_document_get_cell (self->document, &matches[i], "kind"), "word") == 0)
            *word = TRUE;
          else
            end = MAX (end, match_end);
        }
      else if ((matches[i].lexicon == DATELINE_LEXICON_ACTOR && match_end > place_end) ||
               ((matches[i].lexicon == DATELINE_LEXICON_TEMPORAL || matches[i].lexicon == DATELINE_LEXICON_TEMPONYM) && match_end >= place_end))
        end = MAX (end, match_end);
    }
  return end;
}

static gboolean
is_name_token (const DatelineDocument *document, guint token)
{
  guint                n;
  const DatelineMatch *matches = dateline_document_get_matches (document, token, &n);

  if (!dateline_document_token_has (document, token, DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_WORD) ||
      dateline_document_token_has (document, token, DATELINE_TOKEN_POSSESSIVE))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (matches[i].lexicon != DATELINE_LEXICON_PERSON && matches[i].lexicon != DATELINE_LEXICON_TARGET &&
        !(matches[i].lexicon == DATELINE_LEXICON_PLACE && matches[i].n_tokens == 1))
      return FALSE;
  return TRUE;
}

/* The end of the capitalised words that begin at @token. */
static guint
find_unknown_end (const Finder *self, guint token)
{
  guint end = token;
  guint n = 0;
  guint limit = self->document->sentences[self->sentence].end_token;

  while (end < limit && n < MAX_UNKNOWN_TOKENS)
    {
      gboolean article = is_article (self->document, end);

      if (article && end + 1 < limit && is_name_token (self->document, end + 1))
        end += 2;
      else if (!article && is_name_token (self->document, end))
        end++;
      else
        break;
      n++;
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

      if (i + 1 < end && is_article (self->document, i))
        continue;
      if (dateline_fold (self->document->text + token->begin, token->end - token->begin, folded) > 0)
        length = dateline_name_key_append (folded, key, length);
    }
  return length;
}

static gboolean
find_by_sound (const Finder *self, guint first, guint end, GArray *candidates)
{
  char     key[DATELINE_NAME_KEY_SIZE];
  guint    rows[DATELINE_TOPONYM_MAX_CANDIDATES];
  gboolean exact;
  guint    n;

  if (make_key (self, first, end, key) < 4)
    return FALSE;
  n = dateline_gazetteer_find_by_sound (self->gazetteer, key, rows, &exact, G_N_ELEMENTS (rows));
  for (guint i = 0; i < n; i++)
    add_candidate (candidates, rows[i], exact ? DATELINE_SPELLING_SOUND : DATELINE_SPELLING_NEAR);
  return n > 0;
}

/* A name that the trie does not know, at a place's place in the sentence.
 * Returns its end, or 0. */
static guint
find_unknown (const Finder *self, guint token)
{
  const DatelineSentence *sentence = &self->document->sentences[self->sentence];
  guint                   end = find_unknown_end (self, token);
  gboolean                is_explicit;
  GArray                 *candidates;

  if (end == token || sentence->upper || !dateline_toponym_has_cue (self->document, self->gazetteer, token, end, &is_explicit))
    return 0;

  candidates = g_array_new (FALSE, FALSE, sizeof (DatelineToponymCandidate));
  for (guint e = end; e > token; e--)
    {
      if (e < end && !dateline_toponym_has_cue (self->document, self->gazetteer, token, e, &is_explicit))
        continue;
      if (find_by_sound (self, token, e, candidates))
        {
          add_toponym (self, token, e, candidates, DATELINE_TOPONYM_FUZZY);
          return e;
        }
    }
  if (dateline_toponym_has_cue (self->document, self->gazetteer, token, end, &is_explicit) && is_explicit)
    {
      add_toponym (self, token, end, candidates, DATELINE_TOPONYM_UNKNOWN_NAME);
      return end;
    }
  g_array_unref (candidates);
  return 0;
}

static gboolean
all_are_weak (const Finder *self, const GArray *candidates)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const DatelineToponymCandidate *candidate = &g_array_index (candidates, DatelineToponymCandidate, i);

      if (!dateline_gazetteer_get_place (self->gazetteer, candidate->row)->weak)
        return FALSE;
    }
  return TRUE;
}

/* Looks for a name at @token; returns where to go on. */
static guint
find_at (Finder *self, guint token)
{
  GArray  *candidates = g_array_new (FALSE, FALSE, sizeof (DatelineToponymCandidate));
  guint    end = find_name (self, token, candidates);
  gboolean word = FALSE, is_explicit;
  guint    veto = find_veto (self, token, end != 0 ? end : token + 1, &word);

  if (veto != 0)
    {
      /* "Iraqi army": the people's country still counts for the focus. */
      if (end != 0 && end < veto && candidates->len > 0)
        {
          add_toponym (self, token, end, candidates, DATELINE_TOPONYM_MODIFIER);
          return veto;
        }
      g_array_unref (candidates);
      return veto;
    }
  if (end != 0 && (word || all_are_weak (self, candidates)) &&
      !dateline_toponym_has_cue (self->document, self->gazetteer, token, end, &is_explicit))
    {
      g_array_unref (candidates);
      return end;
    }
  if (end != 0 && word && !is_explicit)
    {
      g_array_unref (candidates);
      return end;
    }
  if (end != 0)
    {
      add_toponym (self, token, end, candidates, 0);
      return end;
    }

  g_array_unref (candidates);
  if (is_article (self->document, token) ? is_name_token (self->document, token + 1) : is_name_token (self->document, token))
    end = find_unknown (self, token);
  return end != 0 ? end : token + 1;
}

/**
 * dateline_toponym_find:
 * @document: a text with its matches
 * @gazetteer: the places
 *
 * Finds place names and how each stands in its sentence; the places they
 * could be are unordered candidates until dateline_toponym_resolve().
 *
 * Returns: (transfer full) (element-type DatelineToponym): by position
 */
GArray *
dateline_toponym_find (const DatelineDocument *document, const DatelineGazetteer *gazetteer)
{
  GArray *toponyms = g_array_new (FALSE, TRUE, sizeof (DatelineToponym));
  guint32 al = dateline_data_find_word (document->data, "al", 2, dateline_data_hash ("al", 2));
  Finder  self = { document, gazetteer, toponyms, al != 0 ? dateline_data_get_root_child (document->data, al) : 0, 0 };

  g_array_set_clear_func (toponyms, (GDestroyNotify) toponym_clear);
  for (self.sentence = 0; self.sentence < document->n_sentences; self.sentence++)
    {
      const DatelineSentence *sentence = &document->sentences[self.sentence];

      if (sentence->boilerplate)
        continue;
      for (guint token = sentence->first_token; token < sentence->end_token;)
        {
          if (!is_capital (document, token) && !is_article (document, token))
            token++;
          else
            token = find_at (&self, token);
        }
    }
  for (guint i = 0; i < toponyms->len; i++)
    dateline_toponym_read_context (document, gazetteer, toponyms, i);
  dateline_toponym_link (document, gazetteer, toponyms);
  return toponyms;
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
  static const char *const spellings[] = { "exact", "but for the article", "same sound", "near in sound" };
  g_autofree char         *name = dateline_document_dup_text (document, dateline_document_get_span (document, toponym->first_token, toponym->end_token));
  GString                 *text = g_string_new (NULL);

  g_string_append_printf (text, "%s: precision %d, radius %.1f km, confidence %.2f\n", name, toponym->precision, toponym->radius_km, toponym->confidence);
  for (guint i = 0; i < toponym->candidates->len; i++)
    {
      const DatelineToponymCandidate *candidate = &g_array_index (toponym->candidates, DatelineToponymCandidate, i);
      const DatelineGazetteerPlace   *place = dateline_gazetteer_get_place (gazetteer, candidate->row);

      g_string_append_printf (text, "  %.2f %s (%s, %s, %s) %.3f %.3f, %s\n", candidate->score,
                              dateline_gazetteer_get_string (gazetteer, place->name), dateline_gazetteer_get_string (gazetteer, place->id),
                              dateline_gazetteer_get_string (gazetteer, place->adm1), place->country,
                              (double) place->lat, (double) place->lon, spellings[candidate->spelling]);
    }
  return g_string_free (text, FALSE);
}
