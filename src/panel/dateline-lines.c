/* dateline-lines.c: places, actors and tolls as lines of the panel
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-lines.h"

#include <glib/gi18n.h>

#include "dateline-locale-text.h"
#include "dateline-words.h"

typedef struct
{
  const char *code;
  const char *name;
} Country;

/* ISO 3166-1; the region and those whose forces appear in it. */
static const Country countries[] = {
  { "AE", N_ ("United Arab Emirates") },
  { "BH", N_ ("Bahrain") },
  { "CY", N_ ("Cyprus") },
  { "DJ", N_ ("Djibouti") },
  { "EG", N_ ("Egypt") },
  { "ER", N_ ("Eritrea") },
  { "IL", N_ ("Israel") },
  { "IQ", N_ ("Iraq") },
  { "IR", N_ ("Iran") },
  { "JO", N_ ("Jordan") },
  { "KW", N_ ("Kuwait") },
  { "LB", N_ ("Lebanon") },
  { "OM", N_ ("Oman") },
  { "PS", N_ ("Palestine") },
  { "QA", N_ ("Qatar") },
  { "SA", N_ ("Saudi Arabia") },
  { "SO", N_ ("Somalia") },
  { "SY", N_ ("Syria") },
  { "TR", N_ ("Turkey") },
  { "YE", N_ ("Yemen") },
};

/**
 * dateline_country_to_words:
 * @code: two letters
 *
 * Returns: the country's name, or @code itself where it is not known
 */
const char *
dateline_country_to_words (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    if (g_strcmp0 (countries[i].code, code) == 0)
      return _ (countries[i].name);
  return code;
}

static void
append_part (GString *line, const char *part)
{
  g_autofree char *isolated = dateline_isolate (part);

  if (*isolated == '\0')
    return;

  if (line->len > 0)
    g_string_append (line, _ (", "));
  g_string_append (line, isolated);
}

/**
 * dateline_place_to_line:
 * @place: a place
 *
 * Returns: (transfer full): its name, governorate and country, each once
 */
char *
dateline_place_to_line (const DatelinePlace *place)
{
  GString    *line = g_string_new (NULL);
  const char *country = dateline_country_to_words (place->country);

  append_part (line, place->name);
  if (g_strcmp0 (place->adm1, place->name) != 0)
    append_part (line, place->adm1);
  if (g_strcmp0 (country, place->name) != 0)
    append_part (line, country);

  return g_string_free (line, FALSE);
}

/**
 * dateline_place_to_note:
 * @place: a place
 *
 * Returns: (transfer full): how exactly it is known, and in what part
 */
char *
dateline_place_to_note (const DatelinePlace *place)
{
  GString *note = g_string_new (dateline_where_precision_to_words (place->precision));

  if (place->role == DATELINE_PLACE_LAUNCH_ORIGIN)
    g_string_append_printf (note, " · %s", _ ("launched from here"));

  return g_string_free (note, FALSE);
}

/* NULL for what is simply asserted. */
static const char *
status_to_remark (DatelineActorStatus status)
{
  switch (status)
    {
    case DATELINE_ACTOR_CLAIMED:
      /* Translators: an actor who says so himself */
      return C_ ("actor remark", "claimed");
    case DATELINE_ACTOR_ALLEGED:
      return C_ ("actor remark", "alleged");
    case DATELINE_ACTOR_DENIED:
      return C_ ("actor remark", "denied");
    case DATELINE_ACTOR_ASSERTED:
    default:
      return NULL;
    }
}

/* "United States, CENTCOM (claimed)", or NULL when no one has the role. */
static char *
list_actors (const DatelineIncident *incident, DatelineActorRole role)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < incident->actors->len; i++)
    {
      const DatelineActor *actor = &g_array_index (incident->actors, DatelineActor, i);
      const char          *remark = status_to_remark (actor->status);

      if (actor->role != role)
        continue;

      append_part (line, actor->name);
      if (remark != NULL)
        g_string_append_printf (line, " (%s)", remark);
    }

  return line->len > 0 ? g_strdup (line->str) : NULL;
}

/**
 * dateline_actors_to_line:
 * @incident: an incident
 *
 * Returns: (transfer full) (nullable): who did it to whom, with the status
 *   of what is not simply asserted; %NULL when no one is named
 */
char *
dateline_actors_to_line (const DatelineIncident *incident)
{
  g_autofree char *initiators = list_actors (incident, DATELINE_ACTOR_INITIATOR);
  g_autofree char *targets = list_actors (incident, DATELINE_ACTOR_TARGET);
  g_autofree char *participants = list_actors (incident, DATELINE_ACTOR_PARTICIPANT);

  if (initiators != NULL && targets != NULL)
    /* Translators: who did it → to whom */
    return g_strdup_printf (_ ("%s → %s"), initiators, targets);
  if (initiators != NULL)
    return g_steal_pointer (&initiators);
  if (targets != NULL)
    return g_strdup_printf (_ ("not named → %s"), targets);
  return g_steal_pointer (&participants);
}

static char *
range_to_words (int low, int high)
{
  if (low >= 0 && high >= 0 && low != high)
    return dateline_strdup_printf (_ ("%d–%d"), low, high);
  if (low >= 0 && high < 0)
    return dateline_strdup_printf (_ ("at least %d"), low);
  if (low < 0 && high >= 0)
    return dateline_strdup_printf (_ ("at most %d"), high);
  if (low >= 0)
    return dateline_strdup_printf ("%d", low);
  return NULL;
}

/**
 * dateline_toll_to_line:
 * @toll: a toll
 *
 * Returns: (transfer full) (nullable): its range, or %NULL when no number
 *   is known
 */
char *
dateline_toll_to_line (const DatelineToll *toll)
{
  g_autofree char *range = range_to_words (toll->low, toll->high);

  if (range == NULL)
    return toll->best >= 0 ? dateline_strdup_printf ("%d", toll->best) : NULL;
  if (toll->low >= 0 && toll->high > toll->low && toll->best >= 0)
    /* Translators: a range of numbers, and the one that is most likely */
    return dateline_strdup_printf (_ ("%s, most likely %d"), range, toll->best);
  return g_steal_pointer (&range);
}

/**
 * dateline_claim_to_note:
 * @claim: one number that somebody gives
 *
 * Returns: (transfer full): the number and who gives it
 */
char *
dateline_claim_to_note (const DatelineTollClaim *claim)
{
  g_autofree char *range = range_to_words (claim->low, claim->high);
  g_autofree char *source = NULL;

  if (range == NULL)
    /* Translators: instead of a number of people: more than none */
    range = g_strdup (C_ ("number", "some"));
  if (claim->source == NULL)
    return g_strdup_printf (_ ("%s, no source named"), range);
  source = dateline_isolate (claim->source);
  /* Translators: a number, and who says so */
  return g_strdup_printf (_ ("%s, says %s"), range, source);
}

static guint
count_articles (const DatelineIncident *incident)
{
  g_autoptr (GHashTable) articles = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < incident->evidence->len; i++)
    g_hash_table_add (articles, &g_array_index (incident->evidence, DatelineProvenance, i).article);
  return g_hash_table_size (articles);
}

/**
 * dateline_reports_to_line:
 * @incident: an incident
 * @n_reports: how many reports it was merged from
 *
 * Returns: (transfer full): "2 reports in 2 articles"
 */
char *
dateline_reports_to_line (const DatelineIncident *incident, guint n_reports)
{
  guint            n_articles = count_articles (incident);
  g_autofree char *reports = dateline_strdup_printf (ngettext ("%u report", "%u reports", n_reports), n_reports);
  g_autofree char *articles = dateline_strdup_printf (ngettext ("%u article", "%u articles", n_articles), n_articles);

  /* Translators: "2 reports" in "2 articles" */
  return g_strdup_printf (_ ("%s in %s"), reports, articles);
}

/* What reports agree in, by the rule that says so. */
static const char *
merge_rule_to_words (const char *rule)
{
  static const struct
  {
    const char *rule;
    const char *words;
  } rules[] = {
    { "merge.same-hour", N_ ("same hour") },
    { "merge.same-day", N_ ("same day") },
    { "merge.near-day", N_ ("days close together") },
    { "merge.same-place", N_ ("same place") },
    { "merge.near-place", N_ ("places close together") },
    { "merge.same-region", N_ ("same region") },
    { "merge.same-country", N_ ("same country") },
    { "merge.same-type", N_ ("same kind of attack") },
    { "merge.like-type", N_ ("similar kinds of attack") },
    { "merge.same-doer", N_ ("same attacker") },
    { "merge.same-toll", N_ ("same number killed") },
    { "merge.like-toll", N_ ("similar numbers killed") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_strcmp0 (rule, rules[i].rule) == 0)
      return _ (rules[i].words);
  return NULL;
}

/**
 * dateline_merge_to_note:
 * @incident: an incident
 *
 * Returns: (transfer full) (nullable): why its reports were merged; %NULL
 *   for a single report
 */
char *
dateline_merge_to_note (const DatelineIncident *incident)
{
  g_autoptr (GString) agreed = g_string_new (NULL);

  for (guint i = 0; i < incident->rules->len; i++)
    {
      const char *words = merge_rule_to_words (g_ptr_array_index (incident->rules, i));

      if (words == NULL)
        continue;
      if (agreed->len > 0)
        g_string_append (agreed, _ (", "));
      g_string_append (agreed, words);
    }
  /* Translators: "Why merged: same day, same place, same kind of attack" */
  return agreed->len > 0 ? g_strdup_printf (_ ("Why merged: %s"), agreed->str) : NULL;
}

/**
 * dateline_rejection_to_words:
 * @reason: why words that read like an incident are none
 *
 * Returns: the reason as a sentence
 */
const char *
dateline_rejection_to_words (const char *reason)
{
  static const struct
  {
    const char *reason;
    const char *words;
  } reasons[] = {
    { "statistic", N_ ("No incident: a count of many") },
    { "hypothetical", N_ ("No incident: it may or might happen") },
    { "denied_event", N_ ("No incident: it is said not to have happened") },
    { "out_of_region", N_ ("No incident here: it was elsewhere") },
    { "temponym", N_ ("No incident: the name of a time") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_strcmp0 (reason, reasons[i].reason) == 0)
      return _ (reasons[i].words);
  return _ ("No incident");
}

static const char *const status_words[] = {
  [DATELINE_STATUS_UNREVIEWED] = NC_ ("review status", "Unreviewed"),
  [DATELINE_STATUS_ACCEPTED] = NC_ ("review status", "Accepted"),
  [DATELINE_STATUS_CORRECTED] = NC_ ("review status", "Corrected"),
  [DATELINE_STATUS_REJECTED] = NC_ ("review status", "Rejected"),
};

/**
 * dateline_status_to_words:
 * @status: what an analyst decided
 *
 * Returns: (transfer none): it for people
 */
const char *
dateline_status_to_words (DatelineStatus status)
{
  g_return_val_if_fail (status < G_N_ELEMENTS (status_words), NULL);

  return g_dpgettext2 (NULL, "review status", status_words[status]);
}
