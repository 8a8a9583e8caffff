/* dateline-event-lexicon.h: the event tables' columns, looked up once a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-document.h"
#include "dateline-grammar.h"

G_BEGIN_DECLS

typedef struct
{
  const DatelineDocument *document;
  guint32                *starts;  /* by token: bit per lexicon of which a phrase begins there */
  guint32                *grammar; /* by token: DatelineGrammarFlags; one more at the end */
  struct
  {
    int id, name, side, country, parent, from, to, kind, within;
  } actor;
  struct
  {
    int kind, form;
  } casualty;
  struct
  {
    int victim_class, number;
  } person;
  struct
  {
    int attitude, form;
  } speech;
  int trigger_form;
  int weapon_id;
  int target_id;
  int source_kind;
} DatelineEventLexicon;

void        dateline_event_lexicon_init (DatelineEventLexicon *self, const DatelineDocument *document);
const char *dateline_event_lexicon_get (const DatelineEventLexicon *self, const DatelineMatch *match, int column);
void        dateline_event_lexicon_clear (DatelineEventLexicon *self);
gboolean    dateline_event_lexicon_is_thing (const DatelineEventLexicon *self, guint token);

static inline gboolean
dateline_event_lexicon_begins (const DatelineEventLexicon *self, guint token, DatelineLexicon lexicon)
{
  return token < self->document->n_tokens && (self->starts[token] >> lexicon & 1);
}

static inline const DatelineMatch *
dateline_event_lexicon_find (const DatelineEventLexicon *self, guint token, DatelineLexicon lexicon)
{
  return dateline_event_lexicon_begins (self, token, lexicon) ? dateline_document_find_match (self->document, token, lexicon) : NULL;
}

static inline gboolean
dateline_event_lexicon_may (const DatelineEventLexicon *self, guint token, guint32 flags)
{
  return token < self->document->n_tokens && (self->grammar[token] & flags) != 0;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DatelineEventLexicon, dateline_event_lexicon_clear)

G_END_DECLS
