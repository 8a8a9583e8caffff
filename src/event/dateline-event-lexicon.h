/* dateline-event-lexicon.h: an article's words as the event tables see them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-document.h"
#include "dateline-event-tables.h"
#include "dateline-grammar.h"

G_BEGIN_DECLS

typedef struct
{
  const DatelineDocument    *document;
  const DatelineEventTables *tables;
  const guint32             *starts;  /* by token: bit per lexicon of which a phrase begins there */
  guint32                   *grammar; /* by token: DatelineGrammarFlags */
} DatelineEventLexicon;

void dateline_event_lexicon_init (DatelineEventLexicon *self, const DatelineDocument *document, const DatelineEventTables *tables);

static inline gboolean
dateline_event_lexicon_begins (const DatelineEventLexicon *self, guint token, DatelineLexicon lexicon)
{
  return token < self->document->n_tokens && (self->starts[token] >> lexicon & 1);
}

static inline const DatelineMatch *
dateline_event_lexicon_find (const DatelineEventLexicon *self, guint token, DatelineLexicon lexicon)
{
  return dateline_event_lexicon_begins (self, token, lexicon) ? dateline_document_find_first_of (self->document, token, lexicon) : NULL;
}

static inline gboolean
dateline_event_lexicon_may (const DatelineEventLexicon *self, guint token, guint32 flags)
{
  return token < self->document->n_tokens && (self->grammar[token] & flags) != 0;
}

/**
 * dateline_event_lexicon_is_thing:
 * @self: the article's words
 * @token: an index
 *
 * Returns: whether a weapon or something that is hit begins at @token
 */
static inline gboolean
dateline_event_lexicon_is_thing (const DatelineEventLexicon *self, guint token)
{
  return token < self->document->n_tokens &&
         (self->starts[token] & (1u << DATELINE_LEXICON_WEAPON | 1u << DATELINE_LEXICON_TARGET)) != 0;
}

G_END_DECLS
