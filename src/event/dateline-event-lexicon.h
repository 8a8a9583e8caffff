/* dateline-event-lexicon.h: the event tables' columns, looked up once a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-document.h"

G_BEGIN_DECLS

typedef struct
{
  const DatelineDocument *document;
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
gboolean    dateline_event_lexicon_is_thing (const DatelineEventLexicon *self, guint token);

G_END_DECLS
