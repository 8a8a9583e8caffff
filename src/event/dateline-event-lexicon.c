/* dateline-event-lexicon.c: an article's words as the event tables see them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-event"

#include "config.h"

#include "dateline-event-lexicon.h"

/**
 * dateline_event_lexicon_init:
 * @self: (out): what the document's scratch holds as long as the document
 * @document: must outlive it
 * @tables: must outlive it
 */
void
dateline_event_lexicon_init (DatelineEventLexicon *self, const DatelineDocument *document, const DatelineEventTables *tables)
{
  self->document = document;
  self->tables = tables;
  self->starts = document->lexicons;
  self->grammar = dateline_scratch_alloc (document->scratch, sizeof (guint32) * document->n_tokens);
  dateline_grammar_read (document, self->grammar);
}
