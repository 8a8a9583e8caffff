/* dateline-people.c: counted people: "at least five soldiers", "a man"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A noun phrase with a number, an article or a possessive whose head is a
 * noun of persons.tsv; and numbers without a noun, for the words around
 * them to judge.
 */

#define G_LOG_DOMAIN "dateline-event"

#include "config.h"

#include "dateline-people.h"

#include <string.h>

#include "dateline-quantity.h"

/* Words between the number and the noun: "12 suspected Islamic State militants". */
#define MAX_MODIFIERS 7

typedef struct
{
  guint       end; /* after the head noun; 0 none */
  gboolean    plural;
  gboolean    blocked; /* the head is a thing */
  const char *victim;
} Head;

static const DatelineMatch *
find_person (const DatelineEventLexicon *lexicon, guint token, gboolean *plural)
{
  guint                n;
  const DatelineMatch *matches;
  const DatelineMatch *found = NULL;

  *plural = FALSE;
  if (!dateline_event_lexicon_begins (lexicon, token, DATELINE_LEXICON_PERSON))
    return NULL;
  matches = dateline_document_get_matches (lexicon->document, token, &n);
  for (guint i = 0; i < n; i++)
    {
      if (matches[i].lexicon != DATELINE_LEXICON_PERSON || (found != NULL && matches[i].n_tokens < found->n_tokens))
        continue;
      if (found == NULL)
        found = &matches[i];
      *plural |= lexicon->tables->persons[matches[i].row].plural;
    }
  return found;
}

/* Words that cannot stand between a number and its noun. */
static gboolean
ends_noun_phrase (const DatelineEventLexicon *lexicon, guint token)
{
  const DatelineDocument *document = lexicon->document;

  if (token >= document->n_tokens || (document->tokens[token].flags & (DATELINE_TOKEN_PUNCT | DATELINE_TOKEN_NUMBER)))
    return TRUE;
  return dateline_event_lexicon_may (lexicon, token, DATELINE_GRAMMAR_STOP) || dateline_event_lexicon_begins (lexicon, token, DATELINE_LEXICON_CASUALTY);
}

/* Past a name: "Islamic State of Iraq", but only to "pro-Hadi" in "pro-Hadi soldiers". */
static guint
skip_actor (const DatelineEventLexicon *lexicon, guint token)
{
  const DatelineMatch *match = dateline_event_lexicon_find (lexicon, token, DATELINE_LEXICON_ACTOR);
  gboolean             plural;

  if (match == NULL)
    return token + 1;
  for (guint t = token + 1; t < token + match->n_tokens; t++)
    if (find_person (lexicon, t, &plural) != NULL)
      return t;
  return token + match->n_tokens;
}

/* Follows the words from @token to the noun that they end in. */
static Head
find_head (const DatelineEventLexicon *lexicon, guint token)
{
  const DatelineDocument *document = lexicon->document;
  Head                    head = { 0, FALSE, FALSE, "" };
  guint                   at = token;

  for (guint n = 0; n < MAX_MODIFIERS && at < document->n_tokens; n++)
    {
      const DatelineMatch *match;
      gboolean             plural;

      if (document->tokens[at].flags & DATELINE_TOKEN_POSSESSIVE)
        {
          at++;
          continue;
        }
      match = find_person (lexicon, at, &plural);
      if (match != NULL)
        {
          at += match->n_tokens;
          head = (Head){ at, plural, FALSE, lexicon->tables->persons[match->row].victim };
          continue;
        }
      if (dateline_event_lexicon_is_thing (lexicon, at) && !dateline_document_token_has (document, at + 1, DATELINE_TOKEN_HYPHEN))
        {
          const DatelineMatch *weapon = dateline_event_lexicon_find (lexicon, at, DATELINE_LEXICON_WEAPON);
          const DatelineMatch *target = dateline_event_lexicon_find (lexicon, at, DATELINE_LEXICON_TARGET);

          at += MAX (weapon ? weapon->n_tokens : 0, target ? target->n_tokens : 0);
          head.end = 0;
          head.blocked = TRUE;
          continue;
        }
      if (head.end != 0 || head.blocked || ends_noun_phrase (lexicon, at) ||
          dateline_event_lexicon_find (lexicon, at, DATELINE_LEXICON_NUMBER) != NULL)
        break;
      at = skip_actor (lexicon, at);
    }
  return head;
}

/* Months, units and signs that make of a number something other than people. */
static gboolean
counts_no_people (const DatelineEventLexicon *lexicon, guint first, guint number, guint end)
{
  const DatelineDocument *document = lexicon->document;
  const DatelineToken    *tokens = document->tokens;

  if (number > 0 && (tokens[number - 1].flags & DATELINE_TOKEN_PUNCT) && !dateline_document_token_has (document, number - 1, DATELINE_TOKEN_LINE) &&
      (tokens[number - 1].number == '$' || tokens[number - 1].number == 0xa3 || tokens[number - 1].number == 0x20ac || tokens[number - 1].number == '#' || tokens[number - 1].number == '/'))
    return TRUE;
  if (dateline_document_token_has (document, end, DATELINE_TOKEN_HYPHEN) && !dateline_document_token_is (document, end, "member"))
    return TRUE;
  if (dateline_document_token_is_punct (document, end, '%') || dateline_document_token_is_punct (document, end, '/'))
    return TRUE;
  if ((tokens[number].flags & DATELINE_TOKEN_NUMBER) &&
      ((first > 0 && dateline_event_lexicon_may (lexicon, first - 1, DATELINE_GRAMMAR_MONTH)) || dateline_event_lexicon_may (lexicon, end, DATELINE_GRAMMAR_MONTH)))
    return TRUE;
  return dateline_event_lexicon_may (lexicon, end, DATELINE_GRAMMAR_UNIT);
}

static gboolean
is_year (const DatelineDocument *document, guint token)
{
  const DatelineToken *t = &document->tokens[token];

  return (t->flags & DATELINE_TOKEN_NUMBER) && t->end - t->begin == 4 && t->number >= 1900 && t->number <= 2040;
}

/* "12 May 2016", "in 2016" */
static gboolean
follows_date (const DatelineEventLexicon *lexicon, guint token)
{
  const DatelineDocument *document = lexicon->document;

  return token > 0 && (dateline_document_token_has (document, token - 1, DATELINE_TOKEN_NUMBER) ||
                       dateline_event_lexicon_may (lexicon, token - 1, DATELINE_GRAMMAR_MONTH) ||
                       dateline_document_token_is_any (document, token - 1, "in|since|of|by|until|mid|early|late"));
}

static gboolean
begins_number (const DatelineDocument *document, guint token)
{
  DatelineQuantity quantity;

  return dateline_quantity_find (document, token, &quantity) && !dateline_document_token_is_any (document, token, "a|an");
}

/* "26 IS and seven SDF fighters", "four Houthis and": the noun comes with
 * the last of them. Returns one past the name, or 0. */
static guint
find_shared_head (const DatelineEventLexicon *lexicon, guint token)
{
  const DatelineDocument *document = lexicon->document;
  guint                   end;

  if (!dateline_event_lexicon_begins (lexicon, token, DATELINE_LEXICON_ACTOR))
    return 0;
  end = skip_actor (lexicon, token);
  if (!dateline_document_token_is (document, end, "and") || !begins_number (document, end + 1) ||
      !dateline_event_lexicon_begins (lexicon, end + 2, DATELINE_LEXICON_ACTOR))
    return 0;
  return end;
}

/* "of them", "of whom", "of the dead": a part of a number told before. */
static guint
skip_partitive (const DatelineDocument *document, guint token, guint *flags)
{
  if (!dateline_document_token_is (document, token, "of"))
    return token;
  if (dateline_document_token_is_any (document, token + 1, "them|whom|those|these"))
    {
      *flags |= DATELINE_PEOPLE_PARTITIVE;
      return token + 2;
    }
  if (dateline_document_token_is_any (document, token + 1, "the") && dateline_document_token_is_any (document, token + 2, "dead|wounded|injured|victims|casualties|killed|deceased"))
    {
      *flags |= DATELINE_PEOPLE_PARTITIVE;
      return token + 3;
    }
  if (dateline_document_token_is_any (document, token + 1, "the|its|his|their|our"))
    return token + 2;
  return token + 1;
}

/* Is @token after words that announce a part: "including", "among them"? */
static gboolean
is_announced_part (const DatelineEventLexicon *lexicon, guint token)
{
  const DatelineDocument *document = lexicon->document;

  for (guint n = 0; n < 3 && token > 0; n++)
    {
      token--;
      if (dateline_event_lexicon_may (lexicon, token, DATELINE_GRAMMAR_PART))
        return TRUE;
      if (dateline_event_lexicon_may (lexicon, token, DATELINE_GRAMMAR_VICTIM) && token > 0 &&
          (dateline_document_token_is_any (document, token - 1, "among|amongst|of") ||
           (dateline_document_token_is (document, token - 1, "the") && token > 1 && dateline_document_token_is_any (document, token - 2, "among|amongst|of"))))
        return TRUE;
      if (!dateline_document_token_is_any (document, token, "were|was|are|is|at|least|the|of|some"))
        return FALSE;
    }
  return FALSE;
}

static void
set_number (DatelinePeople *people, int low, int best, int high)
{
  people->low = low;
  people->best = best;
  people->high = high;
}

/* "a family of seven", "a group of five" */
static gboolean
take_size (const DatelineDocument *document, guint token, DatelinePeople *people)
{
  DatelineQuantity quantity;

  if (!dateline_quantity_find (document, token, &quantity) || quantity.best < 2)
    return FALSE;
  people->number_token = quantity.number_token;
  people->end_token = quantity.end_token;
  set_number (people, quantity.low, quantity.best, quantity.high);
  return TRUE;
}

/* A number with or without a noun. */
static gboolean
find_counted (const DatelineEventLexicon *lexicon, guint token, DatelinePeople *people)
{
  const DatelineDocument *document = lexicon->document;
  DatelineQuantity        quantity;
  gboolean                article;
  Head                    head;
  guint                   after;

  if (!dateline_quantity_find (document, token, &quantity))
    return FALSE;

  article = dateline_document_token_is_any (document, quantity.number_token, "a|an") && quantity.end_token == quantity.number_token + 1;
  people->first_token = token;
  people->number_token = quantity.number_token;
  set_number (people, quantity.low, quantity.best, quantity.high);
  if (dateline_document_token_is_any (document, token, "another|additional|further"))
    people->flags |= DATELINE_PEOPLE_ADDITIVE;
  after = skip_partitive (document, quantity.end_token, &people->flags);
  if (dateline_document_token_is_any (document, after, "more|additional|further") && !dateline_document_token_is (document, after + 1, "than"))
    {
      people->flags |= DATELINE_PEOPLE_ADDITIVE;
      after++;
    }

  head = find_head (lexicon, after);
  if (article && (head.end == 0 || head.blocked))
    return FALSE;
  if (article && dateline_document_token_is (document, head.end, "of") && take_size (document, head.end + 1, people))
    head.end = people->end_token;
  if (is_year (document, quantity.number_token) && (head.end == 0 || follows_date (lexicon, quantity.number_token) || begins_number (document, quantity.end_token)))
    return FALSE;
  if (counts_no_people (lexicon, token, quantity.number_token, quantity.end_token))
    return FALSE;
  if (head.end == 0 && (head.end = find_shared_head (lexicon, after)) != 0)
    head.victim = "fighter";
  if (head.end == 0)
    {
      people->flags |= DATELINE_PEOPLE_BARE | (head.blocked ? DATELINE_PEOPLE_BLOCKED : 0);
      people->end_token = after;
      return TRUE;
    }
  people->victim = head.victim;
  people->end_token = head.end;
  return TRUE;
}

/* "the group's commander", "his son", "another soldier": one, by the noun. */
static gboolean
find_definite (const DatelineEventLexicon *lexicon, guint token, DatelinePeople *people)
{
  const DatelineDocument *document = lexicon->document;
  gboolean                additive = dateline_document_token_is (document, token, "another");
  Head                    head;

  if (!additive && !dateline_event_lexicon_may (lexicon, token, DATELINE_GRAMMAR_DETERMINER))
    return FALSE;
  head = find_head (lexicon, token + 1);
  if (additive && head.end == 0 && ends_noun_phrase (lexicon, token + 1) && !dateline_document_token_is (document, token - (token > 0), "one"))
    { /* "and another injured" */
      people->flags |= DATELINE_PEOPLE_BARE;
      head.end = token + 1;
    }
  if (head.end == 0 || head.blocked)
    return FALSE;
  people->first_token = people->number_token = token;
  people->end_token = head.end;
  people->victim = head.victim;
  people->flags |= additive ? DATELINE_PEOPLE_ADDITIVE : 0;
  if (head.plural)
    {
      people->flags |= DATELINE_PEOPLE_WEAK;
      set_number (people, 2, -1, -1);
    }
  else
    set_number (people, 1, 1, 1);
  return TRUE;
}

/* "civilians", "Sheikh Salman": no number, no article. */
static gboolean
find_weak (const DatelineEventLexicon *lexicon, guint token, DatelinePeople *people)
{
  const DatelineDocument *document = lexicon->document;
  gboolean                plural;
  Head                    head;

  if (!dateline_event_lexicon_begins (lexicon, token, DATELINE_LEXICON_PERSON) || find_person (lexicon, token, &plural) == NULL)
    return FALSE;
  head = find_head (lexicon, token);
  if (head.end == 0 || head.blocked)
    return FALSE;
  people->first_token = people->number_token = token;
  people->end_token = head.end;
  people->victim = head.victim;
  people->flags |= DATELINE_PEOPLE_WEAK;
  if (head.plural)
    {
      set_number (people, 2, -1, -1);
      return TRUE;
    }
  set_number (people, 1, 1, 1);
  while (dateline_document_token_has (document, people->end_token, DATELINE_TOKEN_CAPITAL) && people->end_token < head.end + 5)
    {
      people->end_token++;
      people->flags |= DATELINE_PEOPLE_NAMED;
    }
  return TRUE;
}

/* "including a woman and two children": the children are a part as well. */
static gboolean
continues_part (const DatelineDocument *document, const GArray *all, const DatelinePeople *people)
{
  const DatelinePeople *before = all->len > 0 ? &g_array_index (all, DatelinePeople, all->len - 1) : NULL;

  if (before == NULL || !(before->flags & DATELINE_PEOPLE_SUBSET) || (people->flags & DATELINE_PEOPLE_BARE) ||
      people->first_token > before->end_token + 3 || people->first_token == before->end_token)
    return FALSE;
  for (guint t = before->end_token; t < people->first_token; t++)
    if (!dateline_document_token_is_punct (document, t, ',') && !dateline_document_token_is_any (document, t, "and|as|well"))
      return FALSE;
  return TRUE;
}

/* "six members of one family": the family is no group of its own. */
static gboolean
is_complement (const DatelineDocument *document, const GArray *all, const DatelinePeople *people)
{
  const DatelinePeople *before = all->len > 0 ? &g_array_index (all, DatelinePeople, all->len - 1) : NULL;

  return before != NULL && people->first_token == before->end_token + 1 && !(before->flags & DATELINE_PEOPLE_WEAK) &&
         dateline_document_token_is_any (document, before->end_token, "of|from");
}

/* "himself", "themselves" */
static gboolean
is_attacker (const char *victim)
{
  return strcmp (victim, "attacker") == 0;
}

/* Most tokens begin nothing: a look at two bits says so. */
static gboolean
may_begin (const DatelineEventLexicon *lexicon, guint token)
{
  return dateline_document_token_has (lexicon->document, token, DATELINE_TOKEN_NUMBER) ||
         (lexicon->starts[token] & (1u << DATELINE_LEXICON_NUMBER | 1u << DATELINE_LEXICON_PERSON)) != 0 ||
         (lexicon->grammar[token] & DATELINE_GRAMMAR_DETERMINER) != 0;
}

/**
 * dateline_people_find:
 * @lexicon: the columns of a document's tables
 *
 * Returns: (transfer none) (element-type DatelinePeople): in text order,
 *   none overlapping another; the document's scratch holds it
 */
GArray *
dateline_people_find (const DatelineEventLexicon *lexicon)
{
  const DatelineDocument *document = lexicon->document;
  GArray                 *all = dateline_scratch_take_array (document->scratch, sizeof (DatelinePeople));

  for (guint i = 0; i < document->n_tokens; i++)
    {
      DatelinePeople people;

      if (!may_begin (lexicon, i))
        continue;
      people = (DatelinePeople){ .victim = "" };
      if (!find_counted (lexicon, i, &people))
        {
          people = (DatelinePeople){ .victim = "" };
          if (!find_definite (lexicon, i, &people))
            {
              people = (DatelinePeople){ .victim = "" };
              if (!find_weak (lexicon, i, &people))
                continue;
            }
        }
      if (is_complement (document, all, &people))
        {
          g_array_index (all, DatelinePeople, all->len - 1).end_token = people.end_token;
          i = people.end_token - 1;
          continue;
        }
      if (is_announced_part (lexicon, people.first_token) || continues_part (document, all, &people))
        people.flags |= DATELINE_PEOPLE_SUBSET;
      if (is_attacker (people.victim))
        people.flags |= DATELINE_PEOPLE_ATTACKERS;
      dateline_scratch_append (all, people);
      i = people.end_token - 1;
    }
  return all;
}
