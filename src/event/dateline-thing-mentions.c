/* dateline-thing-mentions.c: weapons, and what is hit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-event"

#include "config.h"

#include "dateline-thing-mentions.h"

#include "dateline-quantity.h"

/* Words between the number and the thing: "three underground weapons depots". */
#define MAX_MODIFIERS 4

static gboolean
joins_number (const DatelineDocument *document, guint first, guint end)
{
  if (end - first > MAX_MODIFIERS)
    return FALSE;
  for (guint t = first; t < end; t++)
    if ((document->tokens[t].flags & (DATELINE_TOKEN_PUNCT | DATELINE_TOKEN_NUMBER)) ||
        dateline_document_token_is_any (document, t, "in|on|at|by|from|and|were|was|with|to|killed|wounded|people|civilians|of|the|near|when|after"))
      return FALSE;
  return TRUE;
}

/* The longer of a weapon and a target that begin at @token. */
static const DatelineMatch *
find_thing (const DatelineDocument *document, guint token)
{
  const DatelineMatch *weapon = dateline_document_find_match (document, token, DATELINE_LEXICON_WEAPON);
  const DatelineMatch *target = dateline_document_find_match (document, token, DATELINE_LEXICON_TARGET);

  if (weapon == NULL || (target != NULL && target->n_tokens > weapon->n_tokens))
    return target;
  return weapon;
}

/**
 * dateline_thing_mentions_find:
 * @lexicon: the columns of a document's tables
 * @mentions: (element-type DatelineThingMention): mentions are added to it,
 *   in text order
 */
void
dateline_thing_mentions_find (const DatelineEventLexicon *lexicon, GArray *mentions)
{
  const DatelineDocument *document = lexicon->document;
  DatelineQuantity        quantity = { 0, 0, -1, -1, -1, FALSE, 0 };
  guint                   token = 0;

  while (token < document->n_tokens)
    {
      const DatelineMatch *match = find_thing (document, token);
      DatelineThingMention mention;

      if (match == NULL)
        {
          DatelineQuantity found;

          if (dateline_quantity_find (document, token, &found))
            {
              quantity = found;
              token = found.end_token;
            }
          else
            token++;
          continue;
        }
      mention.first_token = token;
      mention.end_token = token + match->n_tokens;
      mention.sentence = dateline_document_get_sentence (document, token);
      mention.kind = match->lexicon == DATELINE_LEXICON_WEAPON ? DATELINE_THING_WEAPON : DATELINE_THING_TARGET;
      mention.id = dateline_event_lexicon_get (lexicon, match, mention.kind == DATELINE_THING_WEAPON ? lexicon->weapon_id : lexicon->target_id);
      mention.count = quantity.end_token > 0 && quantity.end_token <= token && joins_number (document, quantity.end_token, token) ? quantity.best : -1;
      g_array_append_val (mentions, mention);
      token = mention.end_token;
    }
}
