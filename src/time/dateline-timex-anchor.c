/* dateline-timex-anchor.c: the day that an article's relative dates count from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Its metadata's date, unless the text contradicts it outright. Candidates
 * are scored in nats; the weights are start values set by hand and hold on
 * the cases of tests/time/test-anchor.c.
 */

#define G_LOG_DOMAIN "dateline-time"

#include "config.h"

#include "dateline-timex.h"

#include <math.h>

#include "dateline-timex-days.h"

/* Evidence is read from so many expressions at most. */
#define MAX_TIMEXES 300
#define MAX_WEEKDAYS 12
#define MAX_DATES 24
#define MAX_CANDIDATES (MAX_DATES * 3)
/* Words compared to see whether two sentences tell of one event. */
#define MAX_SENTENCE_TOKENS 80
#define MIN_SHARED_NAMES 3

#define KEEP_METADATA 1.5
#define MIN_LEAD 3.0
/* A press dateline may be so many days older than the metadata. */
#define MAX_DATELINE_LAG 3
/* A weekday may lie so far from the date of the same event. */
#define MAX_PAIR_GAP 5

typedef struct
{
  const DatelineTimex *timex;
  DatelineDay          day; /* under the metadata's year, or its own */
} Date;

typedef struct
{
  const DatelineDocument *document;
  DatelineDay             metadata;
  const DatelineTimex    *weekdays[MAX_WEEKDAYS];
  guint                   n_weekdays;
  Date                    dates[MAX_DATES];
  guint                   n_dates;
  guint8                  paired[MAX_WEEKDAYS][MAX_DATES]; /* tell of one event */
} Evidence;

static DatelineDay
find_day (const DatelineTimex *timex, DatelineDay anchor)
{
  DatelineTimexContext context = { anchor, DATELINE_DAY_NONE, 0 };
  DatelineDays         days = dateline_timex_find_days (timex, &context);

  return days.first == days.last ? days.first : DATELINE_DAY_NONE;
}

static gboolean
is_in_dateline (const DatelineTimex *timex)
{
  return (timex->flags & DATELINE_TIMEX_IN_DATELINE) != 0;
}

/* A post quoted in the text, not the article's own dateline. */
static gboolean
is_signature (const Evidence *self, const Date *date)
{
  return is_in_dateline (date->timex) && date->timex->first_token > 0 && dateline_document_token_is_punct (self->document, date->timex->first_token - 1, ')');
}

static void
collect (Evidence *self, GArray *timexes)
{
  for (guint i = 0; i < MIN (timexes->len, MAX_TIMEXES); i++)
    {
      const DatelineTimex *timex = &g_array_index (timexes, DatelineTimex, i);

      if (timex->kind != DATELINE_TIMEX_DATE || (timex->flags & (DATELINE_TIMEX_FUTURE | DATELINE_TIMEX_ANNIVERSARY)) || timex->end_day != 0)
        continue;
      if (timex->flags & DATELINE_TIMEX_EXPLICIT_DAY && timex->month != 0)
        {
          DatelineDay day = find_day (timex, self->metadata);

          if (day != DATELINE_DAY_NONE && self->n_dates < MAX_DATES)
            self->dates[self->n_dates++] = (Date){ timex, day };
        }
      else if (timex->weekday != 0 && timex->which == 0 && timex->week_offset == G_MININT && !(timex->flags & (DATELINE_TIMEX_NARRATIVE | DATELINE_TIMEX_EXPLICIT_DAY)) && self->n_weekdays < MAX_WEEKDAYS)
        self->weekdays[self->n_weekdays++] = timex;
    }
}

static gboolean
is_name (const DatelineDocument *document, guint token, guint first)
{
  const DatelineToken *t = &document->tokens[token];

  return token > first && (t->flags & DATELINE_TOKEN_WORD) && (t->flags & DATELINE_TOKEN_CAPITAL) && t->end - t->begin > 3;
}

static gboolean
is_same_word (const DatelineDocument *document, guint a, guint b)
{
  const DatelineToken *x = &document->tokens[a], *y = &document->tokens[b];

  return x->end - x->begin == y->end - y->begin && g_ascii_strncasecmp (document->text + x->begin, document->text + y->begin, x->end - x->begin) == 0;
}

/* Whether two sentences name enough of the same. */
static gboolean
share_names (const DatelineDocument *document, guint a, guint b)
{
  const DatelineSentence *x = &document->sentences[a], *y = &document->sentences[b];
  guint                   x_end = MIN (x->end_token, x->first_token + MAX_SENTENCE_TOKENS), y_end = MIN (y->end_token, y->first_token + MAX_SENTENCE_TOKENS);
  guint                   n = 0;

  if (a == b)
    return TRUE;
  for (guint i = x->first_token; i < x_end; i++)
    {
      gboolean repeated = FALSE, found = FALSE;

      if (!is_name (document, i, x->first_token))
        continue;
      for (guint j = x->first_token; j < i && !repeated; j++)
        repeated = is_same_word (document, i, j);
      for (guint j = y->first_token; j < y_end && !found; j++)
        found = is_name (document, j, y->first_token) && is_same_word (document, i, j);
      n += found && !repeated;
    }
  return n >= MIN_SHARED_NAMES;
}

static void
pair (Evidence *self)
{
  for (guint i = 0; i < self->n_weekdays; i++)
    for (guint j = 0; j < self->n_dates; j++)
      if (is_in_dateline (self->dates[j].timex))
        self->paired[i][j] = is_signature (self, &self->dates[j]);
      else
        self->paired[i][j] = share_names (self->document, self->weekdays[i]->sentence, self->dates[j].timex->sentence);
}

static DatelineDay
get_date (const Date *date, DatelineDay anchor)
{
  return date->timex->year != 0 ? date->day : find_day (date->timex, anchor);
}

/* How well the weekdays agree with the dates of the same events; 0 when
 * nothing can be compared. */
static double
score_pairs (const Evidence *self, DatelineDay anchor)
{
  double best = -4;
  guint  n = 0;

  for (guint i = 0; i < self->n_weekdays; i++)
    {
      DatelineDay weekday = find_day (self->weekdays[i], anchor);

      for (guint j = 0; j < self->n_dates; j++)
        {
          DatelineDay date = get_date (&self->dates[j], anchor);
          gint64      gap = ABS ((gint64) weekday - date);
          guint       markers = (self->weekdays[i]->flags | self->dates[j].timex->flags) & (DATELINE_TIMEX_ZONE | DATELINE_TIMEX_LOCAL);

          if (!self->paired[i][j] || date == DATELINE_DAY_NONE || weekday == DATELINE_DAY_NONE)
            continue;
          n++;
          if (gap == 0)
            best = MAX (best, 3);
          else if (gap == 1 && (markers != 0 || is_in_dateline (self->dates[j].timex)))
            best = MAX (best, 2);
          else if (gap <= MAX_PAIR_GAP)
            best = MAX (best, 0);
        }
    }
  return n == 0 ? 0 : best;
}

static double
score_dates (const Evidence *self, DatelineDay anchor)
{
  DatelineDay newest = DATELINE_DAY_NONE;
  double      score = 0;
  gboolean    ahead = FALSE;
  gint64      dateline_lag = 0;

  for (guint i = 0; i < self->n_dates; i++)
    {
      DatelineDay day = get_date (&self->dates[i], anchor);

      if (day == DATELINE_DAY_NONE)
        continue;
      if (day > anchor + 1)
        ahead = TRUE;
      else if (newest == DATELINE_DAY_NONE || day > newest)
        newest = day;
      if (is_in_dateline (self->dates[i].timex) && !is_signature (self, &self->dates[i]))
        dateline_lag = MAX (dateline_lag, ABS ((gint64) anchor - day) - 1);
    }
  if (ahead)
    score -= 8;
  if (newest != DATELINE_DAY_NONE)
    score -= newest > anchor ? .5 : .28 * (double) MIN ((gint64) anchor - newest, 20);
  return score - MIN (6., (double) dateline_lag);
}

/* "today, Jan. 23", "yesterday (January 22)" */
static double
score_relative (const Evidence *self, DatelineDay anchor)
{
  double score = 0;

  for (guint i = 0; i < self->n_dates; i++)
    {
      const DatelineTimex *timex = self->dates[i].timex;

      if (timex->unit == DATELINE_TIMEX_UNIT_DAY && (timex->flags & DATELINE_TIMEX_RELATIVE))
        score += get_date (&self->dates[i], anchor) == anchor + timex->offset ? 3 : -5;
    }
  return score;
}

static double
score_anchor (const Evidence *self, DatelineDay anchor)
{
  double prior = 0;

  if (self->metadata != DATELINE_DAY_NONE)
    prior = anchor == self->metadata ? KEEP_METADATA : -MIN (6., .9 * sqrt (fabs ((double) anchor - self->metadata)));
  return prior + score_pairs (self, anchor) + score_dates (self, anchor) + score_relative (self, anchor);
}

/* A date that the metadata's cannot be reconciled with. */
static const Date *
find_contradiction (const Evidence *self)
{
  for (guint i = 0; i < self->n_dates; i++)
    {
      const Date *date = &self->dates[i];

      if (date->day > self->metadata + 1)
        return date;
      if (is_in_dateline (date->timex) && !is_signature (self, date) && self->metadata - date->day > MAX_DATELINE_LAG)
        return date;
      if (date->timex->unit == DATELINE_TIMEX_UNIT_DAY && (date->timex->flags & DATELINE_TIMEX_RELATIVE) &&
          ABS ((gint64) date->day - self->metadata - date->timex->offset) > 1)
        return date;
    }
  if (self->n_weekdays > 0 && score_pairs (self, self->metadata) < 0)
    for (guint i = self->n_dates; i > 0; i--)
      for (guint j = 0; j < self->n_weekdays; j++)
        if (self->paired[j][i - 1])
          return &self->dates[i - 1];
  return NULL;
}

static DatelineDay
find_best (const Evidence *self, const Date **date, double *score)
{
  DatelineDay best = DATELINE_DAY_NONE;

  *score = -G_MAXDOUBLE;
  for (guint i = 0; i < self->n_dates; i++)
    for (int later = 0; later <= 2; later++)
      {
        DatelineDay candidate = self->dates[i].day + later;
        double      candidate_score = score_anchor (self, candidate);

        if (candidate_score > *score + 1e-9)
          {
            *score = candidate_score;
            *date = &self->dates[i];
            best = candidate;
          }
      }
  return best;
}

static char *
describe (const Evidence *self, DatelineDay anchor, const Date *date)
{
  g_autofree char *metadata = dateline_day_to_string (self->metadata);
  g_autofree char *chosen = dateline_day_to_string (anchor);
  g_autofree char *words = dateline_document_dup_text (self->document, dateline_timex_get_span (self->document, date->timex));
  g_autofree char *told = dateline_day_to_string (date->day);

  if (self->n_weekdays > 0 && score_pairs (self, self->metadata) < 0 && score_pairs (self, anchor) > 0)
    {
      g_autofree char *weekday = dateline_document_dup_text (self->document, dateline_timex_get_span (self->document, self->weekdays[0]));

      return g_strdup_printf ("The metadata say %s, but counted from there “%s” is weeks from the dates that the text gives for the same events (“%s”); counted from %s it agrees with them.",
                              metadata, weekday, words, chosen);
    }
  if (date->day > self->metadata)
    return g_strdup_printf ("The metadata say %s, but the text tells of %s (“%s”) as past.", metadata, told, words);
  return g_strdup_printf ("The metadata say %s, but the text dates itself “%s” (%s).", metadata, words, told);
}

/* No metadata: the article's own dateline, else the newest day it tells of
 * with its year. */
static DatelineAnchor
choose_without_metadata (const Evidence *self)
{
  DatelineAnchor anchor = { DATELINE_DAY_NONE, "none", NULL, { 0, 0 } };
  const Date    *best = NULL;

  for (guint i = 0; i < self->n_dates; i++)
    {
      const Date *date = &self->dates[i];

      if (date->timex->year == 0)
        continue;
      if (best == NULL || is_in_dateline (date->timex) > is_in_dateline (best->timex) ||
          (is_in_dateline (date->timex) == is_in_dateline (best->timex) && date->day > best->day))
        best = date;
    }
  if (best != NULL)
    {
      g_autofree char *words = dateline_document_dup_text (self->document, dateline_timex_get_span (self->document, best->timex));

      anchor.day = best->day;
      anchor.source = is_in_dateline (best->timex) ? "dateline" : "text";
      anchor.span = dateline_timex_get_span (self->document, best->timex);
      anchor.reason = g_strdup_printf (is_in_dateline (best->timex) ? "The article has no date of its own; it is signed “%s”." : "The article has no date of its own; the newest day that it tells of is “%s”.", words);
    }
  else
    anchor.reason = g_strdup ("The article has no date, and its text gives none with a year.");
  return anchor;
}

/**
 * dateline_timex_choose_anchor:
 * @document: an article's text
 * @timexes: (element-type DatelineTimex): its expressions of time
 * @article: the article, for the date of its metadata
 *
 * The metadata's date is replaced only when the text contradicts it
 * outright (a past date after it, a dateline days before it, a weekday that
 * cannot be the date the text gives for the same event) and another day
 * fits clearly better.
 *
 * Returns: the anchor; its reason is the caller's to free
 */
DatelineAnchor
dateline_timex_choose_anchor (const DatelineDocument *document, GArray *timexes, const DatelineArticle *article)
{
  Evidence       self = { document, article->published_day, { NULL }, 0, { { NULL, 0 } }, 0, { { 0 } } };
  DatelineAnchor anchor = { article->published_day, "metadata", NULL, { 0, 0 } };
  const Date    *contradiction, *date = NULL;
  DatelineDay    best;
  double         score;

  collect (&self, timexes);
  if (article->published_day == DATELINE_DAY_NONE)
    return choose_without_metadata (&self);

  pair (&self);
  contradiction = find_contradiction (&self);
  if (contradiction == NULL)
    return anchor;
  best = find_best (&self, &date, &score);
  if (best == DATELINE_DAY_NONE || best == article->published_day || score - score_anchor (&self, article->published_day) < MIN_LEAD)
    return anchor;

  anchor.day = best;
  anchor.source = is_in_dateline (date->timex) && !is_signature (&self, date) ? "dateline" : "text";
  anchor.span = dateline_timex_get_span (document, date->timex);
  anchor.reason = describe (&self, best, date);
  return anchor;
}
