/* dateline-actor-mentions.c: who acts, by name or by class
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names, what they meant on the article's day and in its country, stand in
 * actors.tsv. Here: nouns that extend a name ("Turkish warplanes"), names
 * that the article itself introduces, sponsors, and "the group".
 */

#define G_LOG_DOMAIN "dateline-event"

#include "config.h"

#include "dateline-actor-mentions.h"

#include <string.h>

/* Acronyms and names that one article may introduce. */
#define MAX_LEARNED 32
/* Sentences back to which "the group" may refer. */
#define MAX_PRONOUN_DISTANCE 2
/* Tokens from "Iran-backed" to whom Iran backs. */
#define MAX_SPONSOR_GAP 5
/* Words of an unknown group's name. */
#define MAX_NAME_TOKENS 7

typedef struct
{
  guint                token; /* the acronym's first occurrence */
  DatelineActorMention mention;
} Learned;

typedef struct
{
  const DatelineEventLexicon *lexicon;
  const DatelineDocument     *document;
  DatelineDay                 day; /* the anchor */
  const char                 *country;
  GArray                     *mentions;
  Learned                     learned[MAX_LEARNED];
  guint                       n_learned;
  guint                       sponsor_row;
  guint                       sponsor_end; /* token up to which it waits */
} Finder;

static const DatelineActorRow *
get_row (const Finder *self, guint row)
{
  return &self->lexicon->tables->actors[row];
}

static DatelineActorKind
get_kind (const Finder *self, const DatelineMatch *match)
{
  return get_row (self, match->row)->kind;
}

static gboolean
is_valid_on (const Finder *self, guint row)
{
  return self->day == DATELINE_DAY_NONE || (self->day >= get_row (self, row)->from && self->day < get_row (self, row)->to);
}

/* "us", "is", "un" are words as well. */
static gboolean
is_small_word (const DatelineDocument *document, guint token)
{
  const DatelineToken *t = &document->tokens[token];

  return t->end - t->begin == 2 && !(t->flags & DATELINE_TOKEN_UPPER) && dateline_document_token_is_any (document, token, "us|is|un");
}

/* The longest name at @token that holds on the day and in the country; a
 * row for this country is preferred to one for all. */
static const DatelineMatch *
find_name (const Finder *self, guint token, gboolean head)
{
  guint                n;
  const DatelineMatch *matches;
  const DatelineMatch *best = NULL;
  int                  best_score = -1;

  if (!dateline_event_lexicon_begins (self->lexicon, token, DATELINE_LEXICON_ACTOR))
    return NULL;
  matches = dateline_document_get_matches (self->document, token, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *within;
      gboolean    is_head;
      int         score;

      if (matches[i].lexicon != DATELINE_LEXICON_ACTOR || (best != NULL && matches[i].n_tokens < best->n_tokens))
        continue;
      is_head = get_kind (self, &matches[i]) >= DATELINE_ACTOR_KIND_HEAD_STATE;
      if (is_head != head || is_small_word (self->document, token))
        continue;
      within = get_row (self, matches[i].row)->within;
      if (*within != '\0' && (*self->country == '\0' || strstr (within, self->country) == NULL))
        continue;
      score = (is_valid_on (self, matches[i].row) ? 4 : 0) + (*within != '\0' ? 2 : 0) + (get_kind (self, &matches[i]) != DATELINE_ACTOR_KIND_CLASS);
      if (score > best_score)
        {
          best = &matches[i];
          best_score = score;
        }
    }
  return best;
}

/* The forces of a country: the first state row whose parent it is. */
static guint
find_forces (const Finder *self, guint row)
{
  const DatelineEventTables *tables = self->lexicon->tables;
  const char                *id = get_row (self, row)->id;
  guint                      found = row;

  for (guint i = 0; i < tables->n_states; i++)
    {
      guint state = tables->states[i];

      if (tables->actors[state].parent != id) /* equal strings are one */
        continue;
      if (found == row || is_valid_on (self, state))
        found = state;
      if (is_valid_on (self, state) && *tables->actors[state].name != '\0')
        return state;
    }
  return found;
}

static DatelineActorMention
new_mention (const Finder *self, guint first, guint end, guint row)
{
  DatelineActorMention mention = {
    .first_token = first,
    .end_token = end,
    .sentence = dateline_document_get_sentence (self->document, first),
    .row = G_MAXUINT32,
    .id = "",
    .side = "",
    .country = "",
    .sponsor_row = G_MAXUINT32,
  };

  if (row != G_MAXUINT32)
    {
      DatelineActorKind kind = get_row (self, row)->kind;

      mention.generic = kind >= DATELINE_ACTOR_KIND_CLASS;
      mention.state = kind == DATELINE_ACTOR_KIND_STATE || kind == DATELINE_ACTOR_KIND_COALITION || kind == DATELINE_ACTOR_KIND_COUNTRY || kind == DATELINE_ACTOR_KIND_CAPITAL || kind == DATELINE_ACTOR_KIND_LEADER;
      mention.country_name = kind == DATELINE_ACTOR_KIND_COUNTRY || kind == DATELINE_ACTOR_KIND_CAPITAL || kind == DATELINE_ACTOR_KIND_LEADER || kind == DATELINE_ACTOR_KIND_ORGANISATION;
      mention.side = get_row (self, row)->side;
      mention.country = get_row (self, row)->country;
      if (!mention.generic)
        {
          mention.row = row;
          mention.id = get_row (self, row)->id;
        }
      if (kind < DATELINE_ACTOR_KIND_CLASS || *get_row (self, row)->name != '\0')
        mention.name = get_row (self, row)->name;
    }
  return mention;
}

/* "Houthi missile", "Turkish shelling", but not "Turkish jets bombed". */
static gboolean
begins_event_noun (const Finder *self, guint token)
{
  const DatelineMatch *trigger = dateline_event_lexicon_find (self->lexicon, token, DATELINE_LEXICON_TRIGGER);

  if (trigger != NULL)
    return self->lexicon->tables->nominal[trigger->row];
  return dateline_event_lexicon_is_thing (self->lexicon, token) ||
         dateline_event_lexicon_begins (self->lexicon, token, DATELINE_LEXICON_PERSON);
}

static void
add (Finder *self, DatelineActorMention *mention)
{
  const DatelineDocument *document = self->document;

  mention->possessive = dateline_document_token_has (document, mention->end_token, DATELINE_TOKEN_POSSESSIVE) ||
                        dateline_document_token_is_punct (document, mention->end_token, '\'') || dateline_document_token_is_punct (document, mention->end_token, 0x2019);
  mention->modifier = begins_event_noun (self, mention->end_token);
  if (self->sponsor_row != G_MAXUINT32 && mention->first_token < self->sponsor_end)
    {
      mention->sponsor_row = self->sponsor_row;
      self->sponsor_row = G_MAXUINT32;
    }
  dateline_scratch_append (self->mentions, *mention);
}

static const DatelineActorMention *
find_last_named (const Finder *self, guint token)
{
  guint sentence = dateline_document_get_sentence (self->document, token);

  for (guint i = self->mentions->len, n = 0; i > 0 && n < 8; i--, n++)
    {
      const DatelineActorMention *mention = &g_array_index (self->mentions, DatelineActorMention, i - 1);

      if (sentence - mention->sentence > MAX_PRONOUN_DISTANCE)
        return NULL;
      if (!mention->generic && !mention->country_name && !mention->state && !mention->pronoun)
        return mention;
    }
  return NULL;
}

/* "Iran-backed", "Turkey-supported": the sponsor of who comes next. */
static gboolean
take_sponsor (Finder *self, const DatelineMatch *match, guint end)
{
  if (!dateline_document_token_has (self->document, end, DATELINE_TOKEN_HYPHEN) ||
      !dateline_document_token_is_any (self->document, end, "backed|supported|allied|aligned|linked|affiliated|funded|sponsored|trained|armed|supplied|equipped"))
    return FALSE;
  self->sponsor_row = match->row;
  self->sponsor_end = end + 1 + MAX_SPONSOR_GAP;
  return TRUE;
}

/* "the Turkey-backed faction": the noun alone names nobody, but its sponsor does. */
static guint
take_sponsored_noun (Finder *self, guint first, guint token)
{
  const DatelineMatch *head = find_name (self, token, TRUE);
  DatelineActorMention mention;

  if (head == NULL || find_name (self, token, FALSE) != NULL)
    return token;
  mention = new_mention (self, first, token + head->n_tokens, G_MAXUINT32);
  mention.generic = TRUE;
  add (self, &mention);
  return mention.end_token;
}

/* The head noun after a name, skipping a few adjectives: "Turkish military aircraft". */
static const DatelineMatch *
find_head (const Finder *self, guint token, guint *head_token)
{
  for (guint t = token; t < token + 3 && t < self->document->n_tokens; t++)
    {
      const DatelineMatch *trigger = dateline_event_lexicon_find (self->lexicon, t, DATELINE_LEXICON_TRIGGER);
      const DatelineMatch *head = find_name (self, t, TRUE);

      if (trigger != NULL && (head == NULL || trigger->n_tokens > head->n_tokens))
        return NULL;
      if (head != NULL)
        {
          *head_token = t;
          return head;
        }
      if (!dateline_document_token_has (self->document, t, DATELINE_TOKEN_WORD) || (self->document->tokens[t].flags & DATELINE_TOKEN_POSSESSIVE) ||
          !dateline_event_lexicon_may (self->lexicon, t, DATELINE_GRAMMAR_MODIFIER))
        return NULL;
    }
  return NULL;
}

/* A name swallows the nouns that follow it, but not weapons. */
static guint
extend_name (const Finder *self, guint end)
{
  for (guint n = 0; n < 2; n++)
    {
      guint                at;
      const DatelineMatch *head = find_head (self, end, &at);

      if (head == NULL || at != end || dateline_event_lexicon_begins (self->lexicon, at, DATELINE_LEXICON_WEAPON))
        break;
      end += head->n_tokens;
    }
  return end;
}

static guint
take_country (Finder *self, guint token, const DatelineMatch *match)
{
  guint                end = token + match->n_tokens, at = end, head_token;
  const DatelineMatch *head;
  DatelineActorMention mention = new_mention (self, token, end, match->row);
  DatelineActorKind    kind = get_kind (self, match);

  if (take_sponsor (self, match, end))
    return take_sponsored_noun (self, token, end + 1);
  if (dateline_document_token_has (self->document, at, DATELINE_TOKEN_POSSESSIVE))
    at++;
  head = find_head (self, at, &head_token);
  if (head != NULL && get_kind (self, head) == DATELINE_ACTOR_KIND_HEAD_STATE)
    {
      mention = new_mention (self, token, end, find_forces (self, match->row));
      if (!dateline_event_lexicon_begins (self->lexicon, head_token, DATELINE_LEXICON_WEAPON))
        mention.end_token = head_token + head->n_tokens;
    }
  else if (head != NULL && at == end && kind == DATELINE_ACTOR_KIND_COUNTRY)
    {
      guint row = G_MAXUINT32;

      mention = new_mention (self, token, head_token + head->n_tokens, row);
      mention.generic = TRUE;
      mention.country = get_row (self, match->row)->country;
    }
  else if (kind == DATELINE_ACTOR_KIND_CAPITAL && !dateline_event_lexicon_begins (self->lexicon, end, DATELINE_LEXICON_SPEECH))
    return end;
  add (self, &mention);
  return mention.end_token;
}

/* "Full Name (ACR)" */
static guint
learn_acronym (Finder *self, const DatelineActorMention *mention, guint end)
{
  const DatelineDocument *document = self->document;

  if (!dateline_document_token_is_punct (document, end, '(') || !dateline_document_token_is_punct (document, end + 2, ')') ||
      !dateline_document_token_has (document, end + 1, DATELINE_TOKEN_UPPER))
    return end;
  if (self->n_learned < MAX_LEARNED)
    {
      self->learned[self->n_learned].token = end + 1;
      self->learned[self->n_learned].mention = *mention;
      self->n_learned++;
    }
  return end + 3;
}

static guint
take_learned (Finder *self, guint token)
{
  const DatelineDocument *document = self->document;
  const DatelineToken    *t = &document->tokens[token];

  if (self->n_learned == 0 || !(t->flags & DATELINE_TOKEN_UPPER))
    return token;
  for (guint i = 0; i < self->n_learned; i++)
    {
      const DatelineToken *acronym = &document->tokens[self->learned[i].token];
      DatelineActorMention mention = self->learned[i].mention;

      if (acronym->end - acronym->begin != t->end - t->begin || memcmp (document->text + acronym->begin, document->text + t->begin, t->end - t->begin) != 0)
        continue;
      mention.first_token = token;
      mention.end_token = extend_name (self, token + 1);
      mention.sentence = dateline_document_get_sentence (document, token);
      mention.sponsor_row = G_MAXUINT32;
      add (self, &mention);
      return mention.end_token;
    }
  return token;
}

/* A name that the table does not know: "Banner of Dawn Brigade", "Liwa al-Fajr". */
static guint
take_unknown_name (Finder *self, guint token)
{
  const DatelineDocument *document = self->document;
  guint                   at = token, sentence = dateline_document_get_sentence (document, token), end = 0;
  DatelineActorMention    mention;

  if (!dateline_document_token_has (document, token, DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_WORD) || document->sentences[sentence].upper)
    return token;
  if (dateline_event_lexicon_may (self->lexicon, token, DATELINE_GRAMMAR_GROUP_PREFIX))
    {
      for (at = token + 1; at < token + MAX_NAME_TOKENS && (dateline_document_token_has (document, at, DATELINE_TOKEN_CAPITAL) || dateline_document_token_has (document, at, DATELINE_TOKEN_HYPHEN) || dateline_document_token_is (document, at, "al")); at++)
        end = at + 1;
    }
  else
    for (at = token + 1; at < token + MAX_NAME_TOKENS && (dateline_document_token_has (document, at, DATELINE_TOKEN_CAPITAL) || dateline_document_token_has (document, at, DATELINE_TOKEN_HYPHEN) || dateline_document_token_is_any (document, at, "of|al|the")); at++)
      {
        if (find_name (self, at, FALSE) != NULL && !dateline_event_lexicon_may (self->lexicon, at, DATELINE_GRAMMAR_GROUP_NOUN))
          return token;
        if (dateline_event_lexicon_may (self->lexicon, at, DATELINE_GRAMMAR_GROUP_NOUN) && dateline_document_token_has (document, at, DATELINE_TOKEN_CAPITAL))
          end = at + 1;
      }
  if (end < token + 2 || end > document->sentences[sentence].end_token || dateline_document_token_is_any (document, token, "the|a|an|in|at|on"))
    return token;
  mention = new_mention (self, token, end, G_MAXUINT32);
  add (self, &mention);
  return learn_acronym (self, &mention, end);
}

/* "they", "the group", "the militants": whoever was named last. */
static guint
take_pronoun (Finder *self, guint token)
{
  const DatelineDocument     *document = self->document;
  const DatelineActorMention *last;
  DatelineActorMention        mention;
  guint                       end = token + 1;

  if (dateline_event_lexicon_may (self->lexicon, token, DATELINE_GRAMMAR_DETERMINER) && dateline_document_token_is (document, token, "the") &&
      dateline_event_lexicon_may (self->lexicon, token + 1, DATELINE_GRAMMAR_ANTECEDENT))
    end = token + 2;
  else if (document->tokens[token].end - document->tokens[token].begin != 4 || !dateline_document_token_is (document, token, "they"))
    return token;
  last = find_last_named (self, token);
  if (last == NULL)
    return token;
  mention = *last;
  mention.first_token = token;
  mention.end_token = end;
  mention.sentence = dateline_document_get_sentence (document, token);
  mention.sponsor_row = G_MAXUINT32;
  mention.pronoun = TRUE;
  add (self, &mention);
  return end;
}

/* "coalition warplanes": the warplanes were named with their owner. */
static gboolean
follows_its_owner (const Finder *self, guint token, DatelineActorKind kind)
{
  const DatelineActorMention *last = self->mentions->len > 0 ? &g_array_index (self->mentions, DatelineActorMention, self->mentions->len - 1) : NULL;

  return kind == DATELINE_ACTOR_KIND_CLASS && last != NULL && last->end_token == token && !last->generic;
}

/* "police station" */
static gboolean
names_longer_target (const Finder *self, guint token, guint n_tokens)
{
  const DatelineMatch *target = dateline_event_lexicon_find (self->lexicon, token, DATELINE_LEXICON_TARGET);

  return target != NULL && target->n_tokens > n_tokens;
}

/* "fired from the rebel-held outskirts" does name who fired. */
static gboolean
comes_from (const DatelineDocument *document, guint token)
{
  return token > 1 && (dateline_document_token_is (document, token - 1, "from") ||
                       (dateline_document_token_is_any (document, token - 1, "the|a") && dateline_document_token_is (document, token - 2, "from")));
}

/* "attacked a police checkpoint", "on regime positions": whoever hits what
 * a force mans hits the force. */
static gboolean
is_manned (const Finder *self, guint token, const DatelineMatch *match, guint end)
{
  return match->n_tokens == 1 && dateline_document_token_is_any (self->document, token, "police|army|regime|opposition") &&
         dateline_document_token_is_any (self->document, end, "position|positions|checkpoint|checkpoints|patrol|patrols|convoy|convoys|post|posts|outpost|outposts|barracks|gathering|gatherings|points");
}

/* "A US defence official said": who tells it. */
static gboolean
speaks (const Finder *self, guint end)
{
  const DatelineDocument *document = self->document;
  guint                   token = end;

  while (token < end + 2 && dateline_document_token_is_any (document, token, "defence|defense|military|intelligence|security|government|senior|state|health|police|foreign|ministry"))
    token++;
  if (!dateline_document_token_is_any (document, token, "official|officials|spokesman|spokeswoman|diplomat|diplomats|source|sources|newspaper|analyst|analysts|envoy"))
    return FALSE;
  for (guint t = token + 1; t < token + 4 && t < document->n_tokens; t++)
    if (dateline_event_lexicon_begins (self->lexicon, t, DATELINE_LEXICON_SPEECH))
      return TRUE;
  return FALSE;
}

/* "rebel-held Aleppo", "anti-ISIS", "military vehicles", "in Damascus": no actor. */
static gboolean
is_no_actor (const Finder *self, guint token, const DatelineMatch *match)
{
  const DatelineDocument *document = self->document;
  guint                   end = token + match->n_tokens;
  DatelineActorKind       kind = get_kind (self, match);

  if (dateline_document_token_has (document, end, DATELINE_TOKEN_HYPHEN) && !comes_from (document, token) &&
      dateline_document_token_is_any (document, end, "held|controlled|run|besieged|dominated|occupied|ruled|populated|majority|inhabited|born|speaking|owned|flagged|made|built|designed|style|based|free"))
    return TRUE;
  if (token > 0 && dateline_document_token_has (document, token, DATELINE_TOKEN_HYPHEN) && dateline_document_token_is_any (document, token - 1, "anti|non|post|counter|ex"))
    return TRUE;
  if (token > 1 && dateline_document_token_has (document, token, DATELINE_TOKEN_HYPHEN) && dateline_document_token_is (document, token - 1, "al") &&
      kind == DATELINE_ACTOR_KIND_COUNTRY)
    return TRUE; /* "Abu Hamza al-Iraqi" */
  if (kind == DATELINE_ACTOR_KIND_COUNTRY && speaks (self, end))
    return TRUE;
  if (dateline_document_token_is_any (document, end, "uniform|uniforms|fatigues|vest|vests"))
    return TRUE;
  if (kind == DATELINE_ACTOR_KIND_COUNTRY && dateline_document_token_is_punct (document, end, ':') &&
      document->sentences[dateline_document_get_sentence (document, token)].first_token == token)
    return TRUE; /* "Yemen: Strike kills 21" */
  if (is_manned (self, token, match, end))
    return FALSE;
  if (names_longer_target (self, token, match->n_tokens))
    return TRUE;
  if (kind == DATELINE_ACTOR_KIND_CAPITAL && token > 0 && dateline_document_token_is_any (document, token - 1, "in|near|at|of|to|from|around|outside|on|the|into|toward|towards|central|eastern|western|northern|southern|inside|capital|over|between"))
    return TRUE;
  if (match->n_tokens == 1 && dateline_document_token_is_any (document, token, "military|government|army|police|regime|opposition|security"))
    return dateline_document_token_is (document, token, "military") || dateline_document_token_is (document, token, "government")
             ? dateline_event_lexicon_begins (self->lexicon, end, DATELINE_LEXICON_TARGET) || dateline_event_lexicon_begins (self->lexicon, end, DATELINE_LEXICON_PERSON) ||
                 dateline_document_token_is_any (document, end, "spokesman|source|sources|operation|operations|campaign|statement|media|assistance|aid|training|action|solution|personnel|presence|intervention|region|areas|control")
             : dateline_event_lexicon_begins (self->lexicon, end, DATELINE_LEXICON_TARGET);
  return FALSE;
}

static guint
take_name (Finder *self, guint token, const DatelineMatch *match)
{
  DatelineActorKind    kind = get_kind (self, match);
  guint                end = token + match->n_tokens;
  DatelineActorMention mention;

  if (is_no_actor (self, token, match) || follows_its_owner (self, token, kind))
    return end;
  if (kind == DATELINE_ACTOR_KIND_COUNTRY || kind == DATELINE_ACTOR_KIND_CAPITAL || kind == DATELINE_ACTOR_KIND_LEADER)
    return take_country (self, token, match);
  if (kind == DATELINE_ACTOR_KIND_GROUP && take_sponsor (self, match, end))
    return take_sponsored_noun (self, token, end + 1);
  mention = new_mention (self, token, kind == DATELINE_ACTOR_KIND_ORGANISATION ? end : extend_name (self, end), match->row);
  if (kind == DATELINE_ACTOR_KIND_CLASS && *get_row (self, match->row)->name == '\0')
    {
      mention.id = "";
      mention.name = NULL;
    }
  add (self, &mention);
  return learn_acronym (self, &mention, mention.end_token);
}

/* Which of the three countries its names speak of most. */
static const char *
guess_country (const Finder *self)
{
  static const char *const countries[] = { "YE", "SY", "IQ" };
  guint                    votes[G_N_ELEMENTS (countries)] = { 0 };
  guint                    best = 0;

  for (guint i = 0; i < self->document->n_matches; i++)
    {
      const DatelineMatch *match = &self->document->matches[i];
      const char          *country;

      if (match->lexicon != DATELINE_LEXICON_ACTOR || *get_row (self, match->row)->within != '\0')
        continue;
      country = get_row (self, match->row)->country;
      for (guint j = 0; j < G_N_ELEMENTS (countries); j++)
        votes[j] += strcmp (country, countries[j]) == 0;
    }
  for (guint j = 1; j < G_N_ELEMENTS (countries); j++)
    if (votes[j] > votes[best])
      best = j;
  return votes[best] > 0 ? countries[best] : "";
}

/* A name that the tables know, one that they do not, "the group" or "they". */
static gboolean
may_begin (const Finder *self, guint token)
{
  return dateline_event_lexicon_begins (self->lexicon, token, DATELINE_LEXICON_ACTOR) ||
         (self->document->tokens[token].flags & (DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_UPPER)) != 0 ||
         dateline_event_lexicon_may (self->lexicon, token, DATELINE_GRAMMAR_DETERMINER | DATELINE_GRAMMAR_STOP);
}

/**
 * dateline_actor_mentions_find:
 * @lexicon: the columns of a document's tables
 * @anchor: the article's day, for names that changed their meaning
 * @country: (nullable): ISO 3166-1 code of the country that it is about;
 *   %NULL to judge by the names in it
 * @mentions: (element-type DatelineActorMention): mentions are added to it,
 *   in text order, none overlapping another
 *
 * Source: tests/spec/actors.txt.
 */
void
dateline_actor_mentions_find (const DatelineEventLexicon *lexicon, DatelineDay anchor, const char *country, GArray *mentions)
{
  Finder self = { .lexicon = lexicon, .document = lexicon->document, .day = anchor, .mentions = mentions, .sponsor_row = G_MAXUINT32 };
  guint  token = 0;

  self.country = country != NULL ? country : guess_country (&self);
  while (token < self.document->n_tokens)
    {
      const DatelineMatch *match;
      guint                next;

      if ((self.document->tokens[token].flags & DATELINE_TOKEN_PUNCT) || !may_begin (&self, token))
        {
          token++;
          continue;
        }
      match = find_name (&self, token, FALSE);
      next = token;
      if (match == NULL || (get_kind (&self, match) == DATELINE_ACTOR_KIND_CLASS && dateline_document_token_is (self.document, token, "the")))
        next = take_pronoun (&self, token);
      if (next == token && match == NULL)
        next = take_unknown_name (&self, token);
      if (next == token && match != NULL)
        next = take_name (&self, token, match);
      if (next == token)
        next = take_learned (&self, token);
      token = MAX (next, token + 1);
    }
}
