/* dateline-trigger.h: words that report an incident, and whether it happened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-document.h"
#include "dateline-incident-type.h"

G_BEGIN_DECLS

typedef enum
{
  DATELINE_TRIGGER_NOUN,
  DATELINE_TRIGGER_NOUNS, /* plural */
  DATELINE_TRIGGER_PAST,  /* past tense or participle */
  DATELINE_TRIGGER_BASE,
  DATELINE_TRIGGER_ING
} DatelineTriggerForm;

/* Whether the text says that it happened (De Facto's polarity and modality,
 * cut to what an incident list needs). */
typedef enum
{
  DATELINE_REALIS_ACTUAL,
  DATELINE_REALIS_BACKGROUND, /* told as the cause or the past of another */
  DATELINE_REALIS_NEGATED,    /* did not happen */
  DATELINE_REALIS_FOILED,
  DATELINE_REALIS_HYPOTHETICAL, /* may, would, should happen; threatened; called for */
  DATELINE_REALIS_GENERIC,      /* attacks in general */
  DATELINE_REALIS_STATISTIC,    /* a rate: "on average three a day" */
  DATELINE_REALIS_TRAINING,
  DATELINE_REALIS_REACTION,   /* condemned, protested against, investigated */
  DATELINE_REALIS_ANNIVERSARY /* remembered, tried in court */
} DatelineRealis;

typedef struct
{
  guint                first_token;
  guint                end_token;
  guint                sentence;
  guint                clause_first; /* the clause around it, tokens */
  guint                clause_end;
  guint                row; /* in triggers.tsv */
  DatelineIncidentType type;
  DatelineTriggerForm  form;
  double               weight; /* 0–1 */
  DatelineRealis       realis;
  gboolean             passive;
  gboolean             definite;       /* the attack, these strikes, Sunday's bombing */
  gboolean             another;        /* a second attack, another blast */
  guint                count_token;    /* of "three strikes", G_MAXUINT none */
  guint                background_cue; /* token of "after", "in response to"; G_MAXUINT none */
} DatelineTrigger;

typedef struct _DatelineTriggerLexicon DatelineTriggerLexicon;

DatelineTriggerLexicon *dateline_trigger_lexicon_new (const DatelineData *data, GError **error);
void                    dateline_trigger_lexicon_free (DatelineTriggerLexicon *self);
gboolean                dateline_trigger_lexicon_get_weapon_type (const DatelineTriggerLexicon *self, guint weapon_row, DatelineIncidentType *type);
gboolean                dateline_trigger_is_reaction (const DatelineDocument *document, const DatelineTriggerLexicon *lexicon, guint sentence);
gboolean                dateline_trigger_is_accident (const DatelineDocument *document, const DatelineTriggerLexicon *lexicon, guint first, guint end);
GArray                 *dateline_trigger_find (const DatelineDocument *document, const DatelineTriggerLexicon *lexicon);
const char             *dateline_realis_get_reason (DatelineRealis realis);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineTriggerLexicon, dateline_trigger_lexicon_free)

G_END_DECLS
