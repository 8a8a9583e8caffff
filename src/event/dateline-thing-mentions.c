/* dateline-thing-mentions.c: weapons, and what is hit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-event"

#include "config.h"

#include "dateline-thing-mentions.h"

#include "dateline-quantity.h"

/* Words from the number to the thing. */
#define MAX_MODIFIERS 6

static gboolean
parts_number (const DatelineEventLexicon *lexicon, guint token)
{
  return (lexicon->document->tokens[token].flags & DATELINE_TOKEN_PUNCT) || dateline_event_lexicon_may (lexicon, token, DATELINE_GRAMMAR_THING_STOP);
}

/* The number before the thing at @token: "three underground weapons depots". */
static int
find_count (const DatelineEventLexicon *lexicon, guint token)
{
  for (guint t = token, n = 0; t > 0 && n < MAX_MODIFIERS; t--, n++)
    {
      DatelineQuantity quantity;

      if (parts_number (lexicon, t - 1))
        return -1;
      if ((dateline_document_token_has (lexicon->document, t - 1, DATELINE_TOKEN_NUMBER) || dateline_event_lexicon_begins (lexicon, t - 1, DATELINE_LEXICON_NUMBER)) &&
          dateline_quantity_find (lexicon->document, t - 1, &quantity) && quantity.end_token <= token)
        {
          for (guint between = quantity.end_token; between < token; between++)
            if (parts_number (lexicon, between))
              return -1;
          return quantity.best;
        }
    }
  return -1;
}

/* The longer of a weapon and a target that begin at @token. */
static const DatelineMatch *
find_thing (const DatelineEventLexicon *lexicon, guint token)
{
  const DatelineMatch *weapon = dateline_event_lexicon_find (lexicon, token, DATELINE_LEXICON_WEAPON);
  const DatelineMatch *target = dateline_event_lexicon_find (lexicon, token, DATELINE_LEXICON_TARGET);

  if (weapon == NULL || (target != NULL && target->n_tokens > weapon->n_tokens))
    return target;
  return weapon;
}

/**
 * dateline_thing_mentions_find:
 * @lexicon: the columns of a document's tables
 * @mentions: (element-type DatelineThingMention): mentions are added to it,
 *   in text order
 *
 * Source: tests/spec/things.txt.
 */
void
dateline_thing_mentions_find (const DatelineEventLexicon *lexicon, GArray *mentions)
{
  guint token = 0;

  while (token < lexicon->document->n_tokens)
    {
      const DatelineMatch *match;
      DatelineThingMention mention;

      if (!dateline_event_lexicon_is_thing (lexicon, token))
        {
          token++;
          continue;
        }
      match = find_thing (lexicon, token);
      mention.first_token = token;
      mention.end_token = token + match->n_tokens;
      mention.sentence = dateline_document_get_sentence (lexicon->document, token);
      mention.kind = match->lexicon == DATELINE_LEXICON_WEAPON ? DATELINE_THING_WEAPON : DATELINE_THING_TARGET;
      mention.id = (mention.kind == DATELINE_THING_WEAPON ? lexicon->tables->weapon_ids : lexicon->tables->target_ids)[match->row];
      mention.count = find_count (lexicon, token);
      dateline_scratch_append (mentions, mention);
      token = mention.end_token;
    }
}
