/* dateline-casualty-sum.c: what a list of people adds up to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "Three soldiers, two policemen and a child, including …": one number for
 * the list, and its parts.
 */

#define G_LOG_DOMAIN "dateline-event"

#include "config.h"

#include "dateline-casualty-private.h"

static DatelineCasualtyMention
new_mention (const DatelineCasualtyFinder *self, const DatelineCasualtyCue *cue)
{
  DatelineCasualtyMention mention = {
    .first_token = cue->first_token,
    .end_token = cue->end_token,
    .number_token = cue->first_token,
    .verb_token = cue->first_token,
    .sentence = self->sentence,
    .low = -1,
    .best = -1,
    .high = -1,
    .victim = "",
  };

  return mention;
}

static void
add_kind (DatelineCasualtyFinder *self, DatelineCasualtyMention *mention, DatelineCasualtyKind kind)
{
  mention->kind = kind;
  dateline_scratch_append (self->mentions, *mention);
}

static void
add_mention (DatelineCasualtyFinder *self, const DatelineCasualtyCue *cue, DatelineCasualtyMention *mention)
{
  if (mention->best == 0 && (cue->kind == DATELINE_CASUALTY_WORD_EITHER || cue->kind == DATELINE_CASUALTY_WORD_BOTH))
    {
      add_kind (self, mention, DATELINE_CASUALTY_KILLED);
      add_kind (self, mention, DATELINE_CASUALTY_INJURED);
      return;
    }
  switch (cue->kind)
    {
    case DATELINE_CASUALTY_WORD_BOTH:
      mention->low = mention->low > 0 ? 1 : mention->low;
      mention->high = mention->best > 0 ? MAX (mention->best - 1, 1) : mention->high;
      mention->best = -1;
      add_kind (self, mention, DATELINE_CASUALTY_KILLED);
      add_kind (self, mention, DATELINE_CASUALTY_INJURED);
      break;
    case DATELINE_CASUALTY_WORD_INJURED:
      add_kind (self, mention, DATELINE_CASUALTY_INJURED);
      break;
    case DATELINE_CASUALTY_WORD_OTHER:
      add_kind (self, mention, DATELINE_CASUALTY_OTHER);
      break;
    case DATELINE_CASUALTY_WORD_KILLED:
    case DATELINE_CASUALTY_WORD_EITHER:
    default:
      if (cue->kind == DATELINE_CASUALTY_WORD_EITHER)
        mention->low = 0; /* the wounded may be among them */
      add_kind (self, mention, DATELINE_CASUALTY_KILLED);
      break;
    }
}

static int
add_number (int a, int b)
{
  return a < 0 || b < 0 ? -1 : a + b;
}

static void
take_words_of (DatelineCasualtyMention *mention, const DatelinePeople *people)
{
  mention->first_token = MIN (mention->first_token, people->first_token);
  mention->end_token = MAX (mention->end_token, people->end_token);
}

static void
add_part (DatelineCasualtyFinder *self, const DatelineCasualtyCue *cue, const DatelinePeople *people)
{
  DatelineCasualtyMention mention = new_mention (self, cue);

  if (people->flags & DATELINE_PEOPLE_WEAK)
    return;
  mention.first_token = people->first_token;
  mention.end_token = people->end_token;
  mention.number_token = people->number_token;
  mention.low = people->low;
  mention.best = people->best;
  mention.high = people->high;
  mention.victim = people->victim;
  mention.subset = TRUE;
  add_mention (self, cue, &mention);
}

/* Parts told after the list: ", including four children". */
void
dateline_casualty_add_announced_parts (DatelineCasualtyFinder *self, const DatelineCasualtyCue *cue, guint group)
{
  for (guint i = group; i < self->people->len && i < group + DATELINE_CASUALTY_MAX_CHAIN; i++)
    {
      DatelinePeople *people = dateline_casualty_get_people (self, i);

      if (!(people->flags & (DATELINE_PEOPLE_SUBSET | DATELINE_PEOPLE_PARTITIVE)) || people->first_token >= self->end || !dateline_casualty_is_usable (people) ||
          (i > group && people->first_token > dateline_casualty_get_people (self, i - 1)->end_token + 6))
        return;
      people->flags |= DATELINE_PEOPLE_CONSUMED;
      add_part (self, cue, people);
    }
}

/* "Three people, a man and his two sons,": the rest names the first again. */
static gboolean
restates_first (const DatelineCasualtyFinder *self, DatelineCasualtyChain chain)
{
  int   sum = 0;
  guint end = dateline_casualty_get_people (self, chain.first)->end_token;

  if (chain.end - chain.first < 2 || !dateline_document_token_is_punct (self->document, end, ','))
    return FALSE;
  for (guint i = chain.first + 1; i < chain.end; i++)
    sum = add_number (sum, dateline_casualty_get_people (self, i)->best);
  return sum > 0 && sum == dateline_casualty_get_people (self, chain.first)->best && chain.end - chain.first > 2;
}

/* "Karim Salih and four others": the name counts as well. */
gboolean
dateline_casualty_follows_name (const DatelineCasualtyFinder *self, guint group)
{
  const DatelinePeople *people = dateline_casualty_get_people (self, group);
  guint                 token = people->first_token;

  return people->best > 0 && token >= self->begin + 2 && dateline_document_token_is (self->document, token - 1, "and") &&
         dateline_document_token_has (self->document, token - 2, DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_WORD) &&
         dateline_document_token_is_any (self->document, people->end_token - 1, "others|companions|colleagues|relatives") &&
         !dateline_event_lexicon_begins (self->lexicon, token - 2, DATELINE_LEXICON_ACTOR) && !dateline_event_lexicon_begins (self->lexicon, token - 2, DATELINE_LEXICON_PLACE);
}

static void
sum_up (const DatelineCasualtyFinder *self, DatelineCasualtyChain chain, DatelineCasualtyMention *mention)
{
  const DatelinePeople *first = dateline_casualty_get_people (self, chain.first);

  mention->low = first->low;
  mention->best = first->best;
  mention->high = first->high;
  mention->number_token = first->number_token;
  mention->victim = first->victim;
  mention->additive = (first->flags & DATELINE_PEOPLE_ADDITIVE) != 0 ||
                      ((first->flags & DATELINE_PEOPLE_PARTITIVE) && dateline_document_token_is_any (self->document, first->end_token - 1, "wounded|injured"));
  mention->subset = (first->flags & DATELINE_PEOPLE_SUBSET) != 0;
  mention->victims_are_attackers = (first->flags & DATELINE_PEOPLE_ATTACKERS) != 0;
  for (guint i = chain.first; i < chain.end; i++)
    take_words_of (mention, dateline_casualty_get_people (self, i));
  if (restates_first (self, chain))
    return;
  if (dateline_casualty_follows_name (self, chain.first))
    {
      mention->low = add_number (mention->low, 1);
      mention->best = add_number (mention->best, 1);
      mention->high = add_number (mention->high, 1);
    }
  for (guint i = chain.first + 1; i < chain.end; i++)
    {
      const DatelinePeople *people = dateline_casualty_get_people (self, i);

      if (people->best < 0 && people->low > 0 && mention->best >= 0)
        { /* "five soldiers and several civilians": five at least */
          mention->low = add_number (mention->low, people->low);
          mention->high = -1;
          continue;
        }
      mention->low = add_number (mention->low, people->low);
      mention->best = add_number (mention->best, people->best);
      mention->high = add_number (mention->high, people->high);
    }
}

/* One mention for the whole list, one more for each part of it; attackers
 * who died with their victims ("himself and three soldiers") apart. */
void
dateline_casualty_add_chain (DatelineCasualtyFinder *self, const DatelineCasualtyCue *cue, DatelineCasualtyChain chain)
{
  DatelineCasualtyMention mention = new_mention (self, cue);

  if (chain.end - chain.first > 1 && (dateline_casualty_get_people (self, chain.first)->flags & DATELINE_PEOPLE_ATTACKERS))
    {
      dateline_casualty_add_chain (self, cue, (DatelineCasualtyChain){ chain.first, chain.first + 1 });
      chain.first++;
    }

  sum_up (self, chain, &mention);
  add_mention (self, cue, &mention);
  for (guint i = chain.first; i < chain.end; i++)
    dateline_casualty_get_people (self, i)->flags |= DATELINE_PEOPLE_CONSUMED;
  if (chain.end - chain.first > 1)
    for (guint i = chain.first + (restates_first (self, chain) ? 1 : 0); i < chain.end; i++)
      add_part (self, cue, dateline_casualty_get_people (self, i));
  if (chain.end < self->people->len && dateline_casualty_get_people (self, chain.end)->first_token <= dateline_casualty_get_people (self, chain.end - 1)->end_token + 6)
    dateline_casualty_add_announced_parts (self, cue, chain.end);
}

void
dateline_casualty_add_plain (DatelineCasualtyFinder *self, const DatelineCasualtyCue *cue, guint token, int low, int best, int high)
{
  DatelineCasualtyMention mention = new_mention (self, cue);

  mention.first_token = MIN (token, cue->first_token);
  mention.end_token = MAX (token + 1, cue->end_token);
  mention.number_token = token;
  mention.low = low;
  mention.best = best;
  mention.high = high;
  add_mention (self, cue, &mention);
}
