/* dateline-data-phrases.c: every phrase that the engine knows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The trie leads from words to what they stand for; here it is walked the
 * other way.
 */

#define G_LOG_DOMAIN "dateline-text"

#include "config.h"

#include "dateline-data-phrases.h"

/* How a node is reached. */
typedef struct
{
  guint32 parent; /* node, 0 for the root */
  guint32 word;
} Step;

static Step *
find_steps (const DatelineData *data)
{
  Step *steps = g_new0 (Step, data->n_nodes);

  for (guint32 slot = 0; slot <= data->word_mask; slot++)
    if (data->words[slot].letters != 0 && data->words[slot].root_child != 0)
      steps[data->words[slot].root_child] = (Step){ 0, slot + 1 };
  for (guint32 slot = 0; slot <= data->edge_mask; slot++)
    if (data->edges[slot].child != 0)
      steps[data->edges[slot].child] = (Step){ data->edges[slot].node, data->edges[slot].word };
  return steps;
}

static void
spell (const DatelineData *data, const Step *steps, guint32 node, GString *phrase)
{
  if (steps[node].parent != 0)
    {
      spell (data, steps, steps[node].parent, phrase);
      g_string_append_c (phrase, ' ');
    }
  g_string_append (phrase, dateline_data_get_word (data, steps[node].word));
}

/**
 * dateline_data_foreach_phrase:
 * @self: the data
 * @lexicons: DATELINE_LEXICON_BIT() of those wanted
 * @func: called for every phrase of theirs, once for each of its payloads
 * @user_data: for @func
 */
void
dateline_data_foreach_phrase (const DatelineData *self, guint32 lexicons, DatelinePhraseFunc func, gpointer user_data)
{
  g_autofree Step    *steps = find_steps (self);
  g_autoptr (GString) phrase = g_string_new (NULL);

  for (guint32 node = 1; node < self->n_nodes; node++)
    {
      guint          n_payloads;
      const guint32 *payloads;

      if ((dateline_data_get_node_lexicons (self, node) & lexicons) == 0 || steps[node].word == 0)
        continue;
      payloads = dateline_data_get_payloads (self, node, &n_payloads);
      g_string_truncate (phrase, 0);
      spell (self, steps, node, phrase);
      for (guint i = 0; i < n_payloads; i++)
        if (lexicons & DATELINE_LEXICON_BIT (DATELINE_PAYLOAD_LEXICON (payloads[i])))
          func (phrase->str, payloads[i], user_data);
    }
}
