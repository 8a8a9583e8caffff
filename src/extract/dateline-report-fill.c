/* dateline-report-fill.c: what belongs to a report
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where, when and how many: of what the sentence names, that which stands
 * with the report's event words.
 */

#define G_LOG_DOMAIN "dateline-extract"

#include "config.h"

#include "dateline-report-private.h"

#include "dateline-quantity.h"

/* The report of the sentence that a token belongs to: a background part
 * where one holds it, else the main part. */
static DatelineReport *
owner_of (GPtrArray *reports, guint first_report, guint token)
{
  DatelineReport *owner = NULL;

  for (guint i = first_report; i < reports->len; i++)
    {
      DatelineReport *report = g_ptr_array_index (reports, i);

      if (!dateline_report_holds (report, token))
        continue;
      if (owner == NULL || report->background)
        owner = report;
    }
  if (owner == NULL && reports->len > first_report)
    owner = g_ptr_array_index (reports, reports->len - 1);
  return owner;
}

static double
score_site (const DatelineAnalysis *analysis, const DatelineReport *report, const DatelineToponym *toponym)
{
  const DatelineTrigger *trigger = report->trigger == G_MAXUINT ? NULL : dateline_analysis_get_trigger (analysis, report->trigger);
  double                 score = 0;

  if (toponym->flags & DATELINE_TOPONYM_LOCATIVE)
    score += 3;
  else if ((toponym->flags & DATELINE_TOPONYM_NEAR) && toponym->cue_token < toponym->first_token)
    score += 2; /* "around X" */
  if (toponym->flags & (DATELINE_TOPONYM_MODIFIER | DATELINE_TOPONYM_DEMONYM))
    score -= 3;
  if (toponym->flags & DATELINE_TOPONYM_ORIGIN)
    score -= 3.5;
  if (toponym->flags & DATELINE_TOPONYM_DIRECTION)
    score -= 1;
  if (toponym->row != G_MAXUINT32 && !dateline_gazetteer_get_place (analysis->gazetteer, toponym->row)->in_region)
    score -= 2;
  if (dateline_document_token_is_any (analysis->document, toponym->end_token, "mosque|church|school|hospital|hotel|university|restaurant|street"))
    score -= 1.2; /* a building's name; the town dateline_report_trigger_stands beside it */
  if (toponym->precision <= DATELINE_WHERE_NEAR)
    score += 1;
  else if (toponym->precision == DATELINE_WHERE_DISTRICT)
    score += 0.6;
  else if (toponym->precision == DATELINE_WHERE_COUNTRY)
    score -= 1.5;

  for (guint i = 0; i < report->triggers->len; i++)
    {
      const DatelineTrigger *each = dateline_analysis_get_trigger (analysis, g_array_index (report->triggers, guint, i));

      if (toponym->first_token >= each->clause_first && toponym->first_token < each->clause_end)
        {
          score += 1.5;
          break;
        }
    }
  if (trigger != NULL)
    {
      guint distance = toponym->first_token > trigger->first_token ? toponym->first_token - trigger->first_token : trigger->first_token - toponym->first_token;

      score -= MIN (distance, 40) * 0.04;
      if (toponym->first_token > trigger->first_token)
        score += 0.5;
    }
  return score;
}

/* "in A, B and C": the ones that follow in the list are sites as well. */
static gboolean
is_coordinated (const DatelineAnalysis *analysis, const DatelineToponym *a, const DatelineToponym *b)
{
  const DatelineDocument *document = analysis->document;
  gboolean                joined = FALSE;

  if (b->first_token < a->end_token || b->first_token - a->end_token > 12)
    return FALSE;
  for (guint i = a->end_token; i < b->first_token; i++)
    {
      if (dateline_document_token_is_punct (document, i, ',') || dateline_document_token_is_any (document, i, "and|as|well|or|also"))
        {
          joined = TRUE;
          continue;
        }
      if (dateline_document_token_is_any (document, i, "in|on|at|the|near|of|region|area|areas|district|districts|province|governorate|border|syrian|iraqi|turkish|town|city|village|villages|south|north|east|west|both"))
        continue;
      if (document->tokens[i].flags & (DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_HYPHEN))
        continue;
      return FALSE;
    }
  return joined;
}

/* "fired from Saada" is where it came from; "soldiers from Bahrain" is not. */
static gboolean
is_launched (const DatelineAnalysis *analysis, const DatelineReport *report, const DatelineToponym *toponym)
{
  guint from = toponym->cue_token > report->first_token + 6 ? toponym->cue_token - 6 : report->first_token;

  for (guint i = from; i < toponym->first_token; i++)
    if (dateline_document_token_is_any (analysis->document, i, "fired|launched|launch|fire|flew|flown|sent|shot|lobbed"))
      return TRUE;
  return FALSE;
}

/* "two places in Anbar were struck: al-Qaim and Akashat": the place that
 * lies within the one named first is where it happened. */
static guint
find_finer (const DatelineAnalysis *analysis, const DatelineReport *report, guint best)
{
  const DatelineToponym *coarse = dateline_analysis_get_toponym (analysis, best);
  guint                  finer = best;
  double                 finer_score = -1.0;

  if (coarse->precision < DATELINE_WHERE_PROVINCE || coarse->row == G_MAXUINT32)
    return best;
  for (guint i = DATELINE_LOWER_BOUND (analysis->toponyms, DatelineToponym, report->first_token); i < analysis->toponyms->len; i++)
    {
      const DatelineToponym *toponym = dateline_analysis_get_toponym (analysis, i);
      double                 score;

      if (toponym->first_token >= report->end_token)
        break;
      if (!dateline_report_is_site_like (toponym) || toponym->row == G_MAXUINT32 || toponym->precision > DATELINE_WHERE_DISTRICT ||
          (toponym->flags & (DATELINE_TOPONYM_ORIGIN | DATELINE_TOPONYM_MODIFIER)))
        continue;
      if (!dateline_gazetteer_contains (analysis->gazetteer, coarse->row, toponym->row))
        continue;
      score = score_site (analysis, report, toponym);
      if (score > finer_score)
        {
          finer_score = score;
          finer = i;
        }
    }
  return finer;
}

static void
choose_sites (const DatelineAnalysis *analysis, DatelineReport *report)
{
  guint  best = G_MAXUINT;
  double best_score = -1.0;
  guint  first = DATELINE_LOWER_BOUND (analysis->toponyms, DatelineToponym, report->first_token);

  for (guint i = first; i < analysis->toponyms->len; i++)
    {
      const DatelineToponym *toponym = dateline_analysis_get_toponym (analysis, i);
      double                 score;

      if (toponym->first_token >= report->end_token)
        break;
      if (!dateline_report_is_site_like (toponym))
        continue;
      if ((toponym->flags & DATELINE_TOPONYM_ORIGIN) && is_launched (analysis, report, toponym) && report->trigger != G_MAXUINT &&
          (report->type == DATELINE_INCIDENT_MISSILE_ATTACK || report->type == DATELINE_INCIDENT_DRONE_STRIKE || report->type == DATELINE_INCIDENT_SHELLING || report->type == DATELINE_INCIDENT_INTERCEPTION))
        dateline_scratch_append (report->origins, i);
      score = score_site (analysis, report, toponym);
      if (score > best_score)
        {
          best_score = score;
          best = i;
        }
    }
  if (best == G_MAXUINT)
    return;
  best = find_finer (analysis, report, best);

  dateline_scratch_append (report->sites, best);
  for (guint i = 0; i < report->origins->len; i++)
    if (g_array_index (report->origins, guint, i) == best)
      g_array_remove_index (report->origins, i--);

  for (guint i = best + 1, last = best; i < analysis->toponyms->len && report->sites->len < 12; i++)
    {
      const DatelineToponym *toponym = dateline_analysis_get_toponym (analysis, i);

      if (toponym->first_token >= report->end_token)
        break;
      if (toponym->flags & (DATELINE_TOPONYM_CONTAINER | DATELINE_TOPONYM_QUALIFIER | DATELINE_TOPONYM_LANDMARK))
        continue;
      if (!dateline_report_is_site_like (toponym) || toponym->precision >= DATELINE_WHERE_COUNTRY ||
          (toponym->flags & (DATELINE_TOPONYM_MODIFIER | DATELINE_TOPONYM_ORIGIN)) ||
          !is_coordinated (analysis, dateline_analysis_get_toponym (analysis, last), toponym))
        break;
      dateline_scratch_append (report->sites, i);
      last = i;
    }
}

/* Two dates in one sentence: the one beside the event word is its own. */
static void
prefer_dates_in_clause (const DatelineAnalysis *analysis, DatelineReport *report)
{
  DatelineScratch *scratch = analysis->document->scratch;
  GArray          *inside;

  if (report->timexes->len < 2)
    return;
  inside = dateline_scratch_take_array (scratch, sizeof (guint));

  for (guint i = 0; i < report->timexes->len; i++)
    {
      guint                index = g_array_index (report->timexes, guint, i);
      const DatelineTimex *timex = dateline_analysis_get_timex (analysis, index);

      for (guint j = 0; j < report->triggers->len; j++)
        {
          const DatelineTrigger *trigger = dateline_analysis_get_trigger (analysis, g_array_index (report->triggers, guint, j));

          if (timex->first_token >= trigger->clause_first && timex->first_token < trigger->clause_end)
            {
              dateline_scratch_append (inside, index);
              break;
            }
        }
    }
  if (inside->len > 0 && inside->len < report->timexes->len)
    {
      GArray *all = report->timexes;

      report->timexes = inside;
      inside = all;
    }
  dateline_scratch_put_array (scratch, inside);
}

/* "19 February." alone dates what follows it. */
static void
take_date_of_heading (const DatelineAnalysis *analysis, DatelineReport *report)
{
  const DatelineSentence *heading = &analysis->document->sentences[report->sentence - 1];
  guint                   i = DATELINE_LOWER_BOUND (analysis->timexes, DatelineTimex, heading->first_token);
  const DatelineTimex    *timex;

  if (i >= analysis->timexes->len || heading->end_token - heading->first_token > 8)
    return;
  timex = dateline_analysis_get_timex (analysis, i);
  if (timex->first_token >= heading->end_token || timex->kind != DATELINE_TIMEX_DATE || !(timex->flags & DATELINE_TIMEX_EXPLICIT_DAY) ||
      !dateline_date_interval_is_set (timex->interval))
    return;
  for (guint j = heading->first_token; j < heading->end_token; j++)
    if ((j < timex->first_token || j >= timex->end_token) && !(analysis->document->tokens[j].flags & DATELINE_TOKEN_PUNCT) &&
        !dateline_document_token_is_any (analysis->document, j, "date|on|update"))
      return;
  dateline_scratch_append (report->timexes, i);
}

static void
choose_dates (const DatelineAnalysis *analysis, DatelineReport *report, GPtrArray *reports, guint first_report)
{
  for (guint i = DATELINE_LOWER_BOUND (analysis->timexes, DatelineTimex, report->first_token); i < analysis->timexes->len; i++)
    {
      const DatelineTimex *timex = dateline_analysis_get_timex (analysis, i);

      if (timex->first_token >= report->end_token)
        break;
      if (owner_of (reports, first_report, timex->first_token) != report)
        continue;
      if (timex->kind == DATELINE_TIMEX_EVENT_RELATIVE)
        report->relative = i;
      else if ((timex->kind == DATELINE_TIMEX_DATE || timex->kind == DATELINE_TIMEX_CLOCK) &&
               !(timex->flags & (DATELINE_TIMEX_IN_DATELINE | DATELINE_TIMEX_FUTURE | DATELINE_TIMEX_SET | DATELINE_TIMEX_ANNIVERSARY)) &&
               dateline_date_interval_is_set (timex->interval))
        dateline_scratch_append (report->timexes, i);
    }
  prefer_dates_in_clause (analysis, report);
  if (report->timexes->len == 0 && report->relative == G_MAXUINT && report->sentence > 0)
    take_date_of_heading (analysis, report);
}

/* "they had fired at the vessel", "fired it": what was hit is known already. */
static gboolean
strikes_what_is_known (const DatelineAnalysis *analysis, const DatelineReport *report)
{
  guint token;

  if (report->trigger == G_MAXUINT || report->sites->len > 0 || report->timexes->len > 0)
    return FALSE;
  token = dateline_analysis_get_trigger (analysis, report->trigger)->end_token;
  return dateline_document_token_is_any (analysis->document, token, "it|them") ||
         (dateline_document_token_is (analysis->document, token, "the") &&
          dateline_document_token_is_any (analysis->document, token + 1, "ship|vessel|tanker|freighter|carrier"));
}

static void
choose_strikes (const DatelineAnalysis *analysis, DatelineReport *report)
{
  for (guint i = 0; i < report->triggers->len; i++)
    {
      const DatelineTrigger *trigger = dateline_analysis_get_trigger (analysis, g_array_index (report->triggers, guint, i));
      DatelineQuantity       quantity;

      if (trigger->count_token == G_MAXUINT || trigger->form != DATELINE_TRIGGER_NOUNS)
        continue;
      if (dateline_quantity_find (analysis->document, trigger->count_token, &quantity) && quantity.best > 0 && quantity.best <= DATELINE_REPORT_MAX_STRIKES &&
          quantity.end_token <= trigger->first_token)
        {
          report->n_strikes = quantity.best;
          report->n_strikes_token = trigger->count_token;
        }
    }
}

#define ADD_OWNED(array, type, field)                                                              \
  for (guint i = DATELINE_LOWER_BOUND (array, type, sentence->first_token); i < (array)->len; i++) \
    {                                                                                              \
      const type     *mention = &g_array_index (array, type, i);                                   \
      DatelineReport *owner;                                                                       \
                                                                                                   \
      if (mention->first_token >= sentence->end_token)                                             \
        break;                                                                                     \
      owner = owner_of (reports, first_report, mention->first_token);                              \
      if (owner != NULL)                                                                           \
        dateline_scratch_append (owner->field, i);                                                 \
    }

void
dateline_report_fill_sentence (const DatelineAnalysis *analysis, guint sentence_index, GPtrArray *reports, guint first_report)
{
  const DatelineSentence *sentence = &analysis->document->sentences[sentence_index];

  ADD_OWNED (analysis->mentions->casualties, DatelineCasualtyMention, casualties);
  ADD_OWNED (analysis->mentions->things, DatelineThingMention, things);
  ADD_OWNED (analysis->mentions->sources, DatelineSourceMention, sources);

  for (guint i = first_report; i < reports->len; i++)
    {
      DatelineReport *report = g_ptr_array_index (reports, i);

      choose_dates (analysis, report, reports, first_report);
      choose_sites (analysis, report);
      report->definite = report->definite || strikes_what_is_known (analysis, report);
      choose_strikes (analysis, report);
      dateline_report_assign_roles (report, analysis);
    }
}
