/* dateline-casualty-mentions.c: how many were killed and hurt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each word of casualties.tsv looks for the people it speaks of where its
 * grammatical form puts them: "killing five" after it, "five died" before.
 */

#define G_LOG_DOMAIN "dateline-event"

#include "config.h"

#include "dateline-casualty-private.h"

/* Tokens between a subject and its verb, at most. */
#define MAX_SUBJECT_GAP 30
/* Groups looked at for one verb, at most. */
#define MAX_GROUPS 12
/* Words of ", police and hospital sources said", at most. */
#define MAX_ATTRIBUTION 14
/* Words of a person's name, at most. */
#define MAX_NAME 8

static GArray *
find_cues (const DatelineEventLexicon *lexicon)
{
  const DatelineDocument *document = lexicon->document;
  GArray                 *cues = dateline_scratch_take_array (document->scratch, sizeof (DatelineCasualtyCue));

  for (guint i = 0; i < document->n_tokens; i++)
    {
      const DatelineMatch *match = dateline_event_lexicon_find (lexicon, i, DATELINE_LEXICON_CASUALTY);
      DatelineCasualtyCue  cue;

      if (match == NULL)
        continue;
      cue.first_token = i;
      cue.end_token = i + match->n_tokens;
      cue.kind = lexicon->tables->casualties[match->row].kind;
      cue.form = lexicon->tables->casualties[match->row].form;
      dateline_scratch_append (cues, cue);
      i = cue.end_token - 1;
    }
  return cues;
}

static gboolean
is_be (const DatelineCasualtyFinder *self, guint token)
{
  return dateline_event_lexicon_may (self->lexicon, token, DATELINE_GRAMMAR_BE) && !dateline_document_token_has (self->document, token, DATELINE_TOKEN_UPPER); /* IS */
}

/* Adverbs and auxiliaries that may stand between people and their verb. */
static gboolean
is_filler (const DatelineCasualtyFinder *self, guint token)
{
  return dateline_event_lexicon_may (self->lexicon, token, DATELINE_GRAMMAR_FILLER);
}

/* The group that begins at @token or after a few words that do not part it
 * from the verb; G_MAXUINT none. */
static guint
find_group_at (const DatelineCasualtyFinder *self, guint token, guint max_gap)
{
  for (guint i = self->next; i < self->people->len; i++)
    {
      const DatelinePeople *people = dateline_casualty_get_people (self, i);

      if (people->first_token < token)
        continue;
      if (people->first_token > token + max_gap || people->first_token >= self->end)
        return G_MAXUINT;
      for (guint t = token; t < people->first_token; t++)
        if (!dateline_event_lexicon_may (self->lexicon, t, DATELINE_GRAMMAR_GAP) &&
            !dateline_document_token_is_punct (self->document, t, ':') && !dateline_document_token_is_punct (self->document, t, '('))
          return G_MAXUINT;
      return i;
    }
  return G_MAXUINT;
}

/* ", police and a doctor said": who says it, not who was hurt. */
static gboolean
begins_attribution (const DatelineCasualtyFinder *self, guint token)
{
  for (guint t = token; t < MIN (token + MAX_ATTRIBUTION, self->end); t++)
    {
      if (dateline_event_lexicon_begins (self->lexicon, t, DATELINE_LEXICON_CASUALTY) ||
          ((self->document->tokens[t].flags & DATELINE_TOKEN_PUNCT) && t > token && !dateline_document_token_is_punct (self->document, t, '.'))) /* "Brig." */
        return FALSE;
      if (dateline_document_token_is_any (self->document, t, "as|after|when|because|during|by"))
        return FALSE;
      if (dateline_event_lexicon_begins (self->lexicon, t, DATELINE_LEXICON_SPEECH))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_listed (const DatelineCasualtyFinder *self, guint before, guint after)
{
  const DatelinePeople *a = dateline_casualty_get_people (self, before);
  const DatelinePeople *b = dateline_casualty_get_people (self, after);
  guint                 token = a->end_token;

  /* "the mayor of Baquba and two guards" */
  if (a->best == 1 && dateline_document_token_is_any (self->document, token, "of|from"))
    for (token++; token < a->end_token + 4 && dateline_document_token_has (self->document, token, DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_WORD);)
      token++;
  if (b->first_token > token + 3 || b->first_token >= self->end || ((a->flags ^ b->flags) & DATELINE_PEOPLE_SUBSET))
    return FALSE;
  if ((b->flags & DATELINE_PEOPLE_PARTITIVE) && dateline_document_token_is_punct (self->document, a->end_token, ','))
    return FALSE; /* ", 32 of them children" */
  if (b->first_token == token || (((a->flags | b->flags) & DATELINE_PEOPLE_WEAK) && !dateline_document_token_is (self->document, token, "and")))
    return FALSE;
  if (dateline_document_token_is_punct (self->document, token, ',') && begins_attribution (self, b->first_token))
    return FALSE;
  for (; token < b->first_token; token++)
    if (!dateline_document_token_is_punct (self->document, token, ',') && !dateline_document_token_is_punct (self->document, token, '&') &&
        !dateline_event_lexicon_may (self->lexicon, token, DATELINE_GRAMMAR_LIST) &&
        !(dateline_document_token_is (self->document, token, "with") && dateline_document_token_is_any (self->document, token - 1, "along|together")))
      return FALSE;
  return TRUE;
}

/* "three soldiers, two policemen and a child": to the right of @first. */
static DatelineCasualtyChain
extend_right (const DatelineCasualtyFinder *self, guint first)
{
  DatelineCasualtyChain chain = { first, first + 1 };

  while (chain.end < self->people->len && chain.end - first < DATELINE_CASUALTY_MAX_CHAIN &&
         is_listed (self, chain.end - 1, chain.end) && dateline_casualty_is_usable (dateline_casualty_get_people (self, chain.end)))
    chain.end++;
  return chain;
}

/* Is the list's end the subject of a verb of its own: "killing five and 12 were wounded"? */
static gboolean
belongs_to_next_cue (const DatelineCasualtyFinder *self, guint group)
{
  guint token = dateline_casualty_get_people (self, group)->end_token;

  while (token < self->end && is_filler (self, token) && !is_be (self, token) && token < dateline_casualty_get_people (self, group)->end_token + 3)
    token++;
  if (is_be (self, token))
    return TRUE;
  for (guint i = self->cue + 1; i < self->cues->len && dateline_casualty_get_cue (self, i)->first_token <= token; i++)
    if (dateline_casualty_get_cue (self, i)->first_token == token && (dateline_casualty_get_cue (self, i)->form == DATELINE_CASUALTY_FORM_PAST || dateline_casualty_get_cue (self, i)->form == DATELINE_CASUALTY_FORM_ADJECTIVE || dateline_casualty_get_cue (self, i)->form == DATELINE_CASUALTY_FORM_INTRANSITIVE || dateline_casualty_get_cue (self, i)->form == DATELINE_CASUALTY_FORM_NOUN))
      return TRUE;
  return FALSE;
}

/* "killing Ahmed Salih", and who stands after the name: "and four others". */
static void
take_name (DatelineCasualtyFinder *self, const DatelineCasualtyCue *cue, guint token)
{
  guint end = token, group;

  while (end < token + MAX_NAME && dateline_document_token_has (self->document, end, DATELINE_TOKEN_WORD) &&
         ((self->document->tokens[end].flags & (DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_HYPHEN)) || dateline_document_token_is (self->document, end, "al")))
    end++;
  group = dateline_document_token_is (self->document, end, "and") ? find_group_at (self, end + 1, 0) : G_MAXUINT;
  if (group != G_MAXUINT && dateline_casualty_is_usable (dateline_casualty_get_people (self, group)) && dateline_casualty_follows_name (self, group))
    dateline_casualty_add_chain (self, cue, (DatelineCasualtyChain){ group, group + 1 });
  else
    dateline_casualty_add_plain (self, cue, token, 1, 1, 1);
}

/* "Nasser al-Wahishi" */
static gboolean
is_article_of_name (const DatelineDocument *document, guint token)
{
  return dateline_document_token_is_any (document, token, "al|bin|ibn") ||
         (document->tokens[token].end - document->tokens[token].begin > 3 && g_str_has_prefix (document->text + document->tokens[token].begin, "al-"));
}

/* "killing himself", "killed him", "killing Ahmed Salih": one. */
static gboolean
take_unnumbered_object (DatelineCasualtyFinder *self, const DatelineCasualtyCue *cue)
{
  const DatelineDocument *document = self->document;
  guint                   token = cue->end_token;

  if (token >= self->end)
    return FALSE;
  if (dateline_document_token_is_any (document, token, "him|her|himself|herself"))
    {
      dateline_casualty_add_plain (self, cue, token, 1, 1, 1);
      if (dateline_document_token_is_any (document, token, "himself|herself"))
        g_array_index (self->mentions, DatelineCasualtyMention, self->mentions->len - 1).victims_are_attackers = TRUE;
      return TRUE;
    }
  if (dateline_document_token_is_any (document, token, "a|an") && token + 1 < self->end && cue->form != DATELINE_CASUALTY_FORM_OF &&
      dateline_document_token_has (document, token + 1, DATELINE_TOKEN_WORD) && !dateline_event_lexicon_is_thing (self->lexicon, token + 1) &&
      !dateline_event_lexicon_is_thing (self->lexicon, token + 2))
    { /* an occupation that the table does not know */
      dateline_casualty_add_plain (self, cue, token + 1, 1, 1, 1);
      return TRUE;
    }
  if (dateline_document_token_has (document, token, DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_WORD) &&
      token + 1 < self->end &&
      (dateline_document_token_has (document, token + 1, DATELINE_TOKEN_CAPITAL | DATELINE_TOKEN_WORD) || is_article_of_name (document, token + 1)) &&
      !document->sentences[self->sentence].upper &&
      !dateline_event_lexicon_begins (self->lexicon, token, DATELINE_LEXICON_ACTOR) &&
      !dateline_event_lexicon_begins (self->lexicon, token, DATELINE_LEXICON_TEMPORAL))
    {
      take_name (self, cue, token);
      return TRUE;
    }
  return FALSE;
}

static gboolean
take_object (DatelineCasualtyFinder *self, const DatelineCasualtyCue *cue)
{
  guint                 group = find_group_at (self, cue->end_token, 3);
  DatelineCasualtyChain chain;

  if (group == G_MAXUINT || !dateline_casualty_is_usable (dateline_casualty_get_people (self, group)))
    return FALSE;
  if ((dateline_casualty_get_people (self, group)->flags & DATELINE_PEOPLE_SUBSET) && dateline_casualty_get_people (self, group)->first_token > cue->end_token)
    return FALSE;
  chain = extend_right (self, group);
  while (chain.end > chain.first + 1 && belongs_to_next_cue (self, chain.end - 1))
    chain.end--;
  dateline_casualty_add_chain (self, cue, chain);
  return TRUE;
}

/* The last group that ends at or before @token. */
static guint
find_group_before (const DatelineCasualtyFinder *self, guint token)
{
  guint i = self->next;

  while (i < self->people->len && dateline_casualty_get_people (self, i)->end_token <= token)
    i++;
  while (i > 0 && dateline_casualty_get_people (self, i - 1)->end_token > token)
    i--;
  return i == 0 ? G_MAXUINT : i - 1;
}

static gboolean
has_only_fillers (const DatelineCasualtyFinder *self, guint first, guint end)
{
  for (guint t = first; t < end; t++)
    if (!is_filler (self, t))
      return FALSE;
  return TRUE;
}

/* ", including four children," after a number makes of it a subject. */
static gboolean
is_followed_by_part (const DatelineCasualtyFinder *self, guint group)
{
  const DatelinePeople *next = group + 1 < self->people->len ? dateline_casualty_get_people (self, group + 1) : NULL;

  return next != NULL && (next->flags & (DATELINE_PEOPLE_SUBSET | DATELINE_PEOPLE_PARTITIVE)) && next->first_token < dateline_casualty_get_people (self, group)->end_token + 5;
}

static DatelineCasualtyChain
extend_left (const DatelineCasualtyFinder *self, guint last)
{
  DatelineCasualtyChain chain = { last, last + 1 };

  while (chain.first > 0 && last - chain.first < DATELINE_CASUALTY_MAX_CHAIN && dateline_casualty_get_people (self, chain.first - 1)->first_token >= self->begin &&
         is_listed (self, chain.first - 1, chain.first) && dateline_casualty_is_usable (dateline_casualty_get_people (self, chain.first - 1)))
    chain.first--;
  return chain;
}

/* "six fighters allied with US forces were killed" */
static gboolean
is_ally (const DatelineCasualtyFinder *self, guint token)
{
  for (guint t = token; t > self->begin && token - t < 3; t--)
    if (dateline_document_token_is_any (self->document, t - 1, "with|to|by|from"))
      return t > self->begin + 1 && dateline_document_token_is_any (self->document, t - 2, "allied|loyal|affiliated|aligned|linked|belonging|backed|supported|trained|close|sympathetic|defecting");
  return FALSE;
}

/* The people before a verb whose auxiliaries begin at @token; @near asks
 * that nothing but fillers stand between. */
static gboolean
find_subject (const DatelineCasualtyFinder *self, guint token, gboolean near, DatelineCasualtyChain *chain)
{
  guint group = find_group_before (self, token);

  for (guint n = 0; n < MAX_GROUPS && group != G_MAXUINT; n++, group = group == 0 ? G_MAXUINT : group - 1)
    {
      const DatelinePeople *people = dateline_casualty_get_people (self, group);
      gboolean              adjacent;

      if (people->end_token <= self->begin || token - people->end_token > MAX_SUBJECT_GAP)
        return FALSE;
      adjacent = has_only_fillers (self, people->end_token, token);
      if (near && !adjacent && !(people->flags & (DATELINE_PEOPLE_SUBSET | DATELINE_PEOPLE_PARTITIVE)))
        return FALSE;
      if (!dateline_casualty_is_usable (people))
        {
          if (people->flags & DATELINE_PEOPLE_CONSUMED)
            return FALSE;
          continue;
        }
      if ((people->flags & DATELINE_PEOPLE_WEAK) && is_ally (self, people->first_token))
        continue;
      if ((people->flags & DATELINE_PEOPLE_SUBSET) || ((people->flags & DATELINE_PEOPLE_PARTITIVE) && !adjacent))
        continue; /* "three of them died" stands alone, "including three" does not */
      if ((people->flags & (DATELINE_PEOPLE_BARE | DATELINE_PEOPLE_WEAK)) && !adjacent && !is_followed_by_part (self, group) &&
          !(people->flags & DATELINE_PEOPLE_NAMED))
        continue;
      *chain = extend_left (self, group);
      return TRUE;
    }
  return FALSE;
}

/* Where the auxiliaries of the verb at @token begin; @token when it has none. */
static guint
find_auxiliaries (const DatelineCasualtyFinder *self, guint token, gboolean *be, gboolean *singular, gboolean *negated)
{
  guint first = token;

  *be = *singular = *negated = FALSE;
  for (guint t = token; t > self->begin && token - t < 6; t--)
    {
      if (dateline_document_token_is_any (self->document, t - 1, "not|never"))
        *negated = TRUE;
      else if (!is_filler (self, t - 1) || dateline_document_token_is_any (self->document, t - 1, "and|who|that|which|others|more"))
        break;
      if (is_be (self, t - 1))
        {
          *be = TRUE;
          *singular = dateline_document_token_is_any (self->document, t - 1, "was|is|has");
          first = t - 1;
        }
      else if (dateline_document_token_is_any (self->document, t - 1, "have|has|had"))
        first = t - 1;
    }
  return first;
}

static gboolean
take_passive (DatelineCasualtyFinder *self, const DatelineCasualtyCue *cue, guint auxiliaries, gboolean singular)
{
  DatelineCasualtyChain chain;

  if (find_subject (self, auxiliaries, FALSE, &chain))
    {
      dateline_casualty_add_chain (self, cue, chain);
      return TRUE;
    }
  if (singular && cue->kind != DATELINE_CASUALTY_WORD_OTHER && !dateline_document_token_is_any (self->document, auxiliaries - (auxiliaries > self->begin), "and|it|nothing|number|toll|what"))
    dateline_casualty_add_plain (self, cue, cue->first_token, 1, 1, 1);
  return singular;
}

/* "Among the dead were four children" */
static gboolean
take_among (DatelineCasualtyFinder *self, const DatelineCasualtyCue *cue)
{
  guint token = cue->first_token;
  guint group;

  token -= token > self->begin && dateline_document_token_is_any (self->document, token - 1, "the|those");
  if (token == self->begin || !dateline_document_token_is_any (self->document, token - 1, "among|amongst"))
    return FALSE;
  group = find_group_at (self, cue->end_token, 2);
  if (group != G_MAXUINT && (dateline_casualty_get_people (self, group)->flags & DATELINE_PEOPLE_SUBSET))
    dateline_casualty_add_announced_parts (self, cue, group);
  return TRUE;
}

/* "nine were killed and twice as many hurt": counted by the dead. */
static gboolean
take_multiple (DatelineCasualtyFinder *self, const DatelineCasualtyCue *cue)
{
  const DatelineDocument *document = self->document;
  int                     times = 1;

  for (guint t = cue->first_token; t > self->begin + 2 && cue->first_token - t < 4; t--)
    {
      if (!dateline_document_token_is (document, t - 1, "many") || !dateline_document_token_is (document, t - 2, "as"))
        continue;
      if (dateline_document_token_is (document, t - 3, "twice"))
        times = 2;
      else if (dateline_document_token_is_any (document, t - 3, "times"))
        times = dateline_document_token_is (document, t - 4, "three") ? 3 : dateline_document_token_is (document, t - 4, "four") ? 4
                                                                                                                                 : 0;
      else if (!dateline_document_token_is_any (document, t - 3, "and|about|almost|nearly"))
        return FALSE;
      for (guint i = self->mentions->len; i-- > 0;)
        {
          const DatelineCasualtyMention *other = &g_array_index (self->mentions, DatelineCasualtyMention, i);

          if (other->sentence != self->sentence)
            return FALSE;
          if (other->kind != DATELINE_CASUALTY_KILLED || other->subset || other->best <= 0)
            continue;
          if (times == 0)
            return FALSE;
          dateline_casualty_add_plain (self, cue, t - 2, other->best * times, other->best * times, other->best * times);
          return TRUE;
        }
      return FALSE;
    }
  return FALSE;
}

/* "killed", "wounded": passive with an auxiliary, else the object after
 * it, else the number before it ("five killed"). */
static void
take_past (DatelineCasualtyFinder *self, const DatelineCasualtyCue *cue)
{
  gboolean              be, singular, negated;
  guint                 auxiliaries = find_auxiliaries (self, cue->first_token, &be, &singular, &negated);
  guint                 after, before;
  DatelineCasualtyChain chain;

  if (negated || take_among (self, cue) || (cue->kind == DATELINE_CASUALTY_WORD_INJURED && take_multiple (self, cue)))
    return;
  if (be)
    {
      take_passive (self, cue, auxiliaries, singular);
      return;
    }
  after = find_group_at (self, cue->end_token, 1);
  before = find_group_before (self, cue->first_token);
  if (after != G_MAXUINT && dateline_casualty_is_usable (dateline_casualty_get_people (self, after)) &&
      !(dateline_casualty_get_people (self, after)->flags & DATELINE_PEOPLE_SUBSET) &&
      (before == G_MAXUINT || dateline_casualty_get_people (self, before)->end_token != cue->first_token || dateline_casualty_get_people (self, before)->flags & (DATELINE_PEOPLE_CONSUMED | DATELINE_PEOPLE_WEAK) ||
       !belongs_to_next_cue (self, after)) &&
      !dateline_document_token_is_any (self->document, cue->end_token, "and|they"))
    {
      take_object (self, cue);
      return;
    }
  if (find_subject (self, cue->first_token, TRUE, &chain))
    {
      dateline_casualty_add_chain (self, cue, chain);
      return;
    }
  if (dateline_document_token_is_any (self->document, cue->end_token, "in|by|as|after|when|during|and|on|at|near|while|following") &&
      find_subject (self, cue->first_token, FALSE, &chain) &&
      cue->first_token - dateline_casualty_get_people (self, chain.end - 1)->end_token <= 8 && cue->kind != DATELINE_CASUALTY_WORD_OTHER)
    {
      dateline_casualty_add_chain (self, cue, chain);
      return;
    }
  if (cue->kind != DATELINE_CASUALTY_WORD_OTHER)
    take_unnumbered_object (self, cue);
}

static void
take_intransitive (DatelineCasualtyFinder *self, const DatelineCasualtyCue *cue)
{
  gboolean              be, singular, negated;
  guint                 auxiliaries = find_auxiliaries (self, cue->first_token, &be, &singular, &negated);
  DatelineCasualtyChain chain;

  if (negated || !find_subject (self, auxiliaries, FALSE, &chain))
    return;
  dateline_casualty_add_chain (self, cue, chain);
}

static void
take_adjective (DatelineCasualtyFinder *self, const DatelineCasualtyCue *cue)
{
  gboolean              be, singular, negated;
  guint                 auxiliaries = find_auxiliaries (self, cue->first_token, &be, &singular, &negated);
  DatelineCasualtyChain chain;

  if (take_among (self, cue))
    return;

  if (negated)
    return;
  if (find_subject (self, cue->first_token, !be, &chain))
    dateline_casualty_add_chain (self, cue, chain);
  else if (be && singular && auxiliaries + 1 < cue->first_token)
    dateline_casualty_add_plain (self, cue, cue->first_token, 1, 1, 1);
  else if (dateline_document_token_is_punct (self->document, cue->end_token, ':'))
    take_object (self, cue);
}

/* "No reports of casualties", "without causing any injuries" */
static gboolean
take_zero (DatelineCasualtyFinder *self, const DatelineCasualtyCue *cue)
{
  const DatelineDocument *document = self->document;

  for (guint t = cue->first_token; t > self->begin && cue->first_token - t < 9; t--)
    {
      if (dateline_document_token_is_any (document, t - 1, "information|details|word|figures|news|data|estimate|knowledge|idea|unknown|further|confirmation|specific|clear"))
        return FALSE;
      if (dateline_document_token_is_any (document, t - 1, "no|without|zero|neither|not") && !dateline_document_token_is (document, t, "only"))
        {
          dateline_casualty_add_plain (self, cue, t - 1, 0, 0, 0);
          return TRUE;
        }
      if ((document->tokens[t - 1].flags & (DATELINE_TOKEN_PUNCT | DATELINE_TOKEN_NUMBER)) ||
          dateline_document_token_is_any (document, t - 1, "but|while|after|killing|left|leaving|caused|that|which"))
        return FALSE;
    }
  return FALSE;
}

/* "fatalities: 5", "fatalities coded as 10", "casualties were two" */
static gboolean
take_number_after (DatelineCasualtyFinder *self, const DatelineCasualtyCue *cue, guint max_gap, gboolean need_link)
{
  const DatelineDocument *document = self->document;
  gboolean                linked = !need_link;

  for (guint i = self->next; i < self->people->len; i++)
    {
      DatelinePeople *people = dateline_casualty_get_people (self, i);

      if (people->first_token < cue->end_token)
        continue;
      if (people->first_token > cue->end_token + max_gap || people->first_token >= self->end)
        return FALSE;
      for (guint t = cue->end_token; t < people->first_token; t++)
        {
          if (dateline_document_token_is_any (document, t, "as|at|to|was|were|is|are|of|reached|exceeded|hit|passed|stands|stood|coded|rose|climbed|risen|surpassed|above") || dateline_document_token_is_punct (document, t, ':') ||
              dateline_document_token_is_punct (document, t, '(') || dateline_document_token_is_punct (document, t, '='))
            linked = TRUE;
          if (dateline_document_token_is_punct (document, t, ';') || dateline_document_token_is_any (document, t, "wounded|injured|killing|wounding"))
            return FALSE;
        }
      if (!linked || !dateline_casualty_is_usable (people) || (people->flags & DATELINE_PEOPLE_WEAK) || (people->flags & DATELINE_PEOPLE_SUBSET) ||
          (dateline_document_token_is (document, people->first_token - 1, "from") && people->high <= people->low))
        continue;
      if (dateline_document_token_is (document, people->first_token - 1, "from"))
        people->low = people->best = people->high; /* "from 25 to 31" is no range */
      dateline_casualty_add_chain (self, cue, extend_right (self, i));
      return TRUE;
    }
  return FALSE;
}

static void
take_noun (DatelineCasualtyFinder *self, const DatelineCasualtyCue *cue)
{
  guint group = find_group_before (self, cue->first_token);

  if (group != G_MAXUINT && dateline_casualty_get_people (self, group)->first_token >= self->begin && dateline_casualty_is_usable (dateline_casualty_get_people (self, group)) &&
      !(dateline_casualty_get_people (self, group)->flags & DATELINE_PEOPLE_WEAK))
    {
      DatelinePeople *people = dateline_casualty_get_people (self, group);
      guint           gap = cue->first_token - people->end_token;
      gboolean        close = gap <= 3;

      for (guint t = people->end_token; t < cue->first_token; t++)
        if ((self->document->tokens[t].flags & DATELINE_TOKEN_PUNCT) || is_be (self, t) ||
            dateline_document_token_is_any (self->document, t, "in|on|at|by|and|with|without|no|from|of|to|after|that"))
          close = FALSE;
      if (close && people->best != 0 && !(people->flags & DATELINE_PEOPLE_BLOCKED))
        {
          dateline_casualty_add_chain (self, cue, (DatelineCasualtyChain){ group, group + 1 });
          return;
        }
    }
  if (take_zero (self, cue))
    return;
  take_number_after (self, cue, 5, TRUE);
}

/* "the toll rose to 31" */
static void
take_toll (DatelineCasualtyFinder *self, const DatelineCasualtyCue *cue)
{
  guint n = self->mentions->len;

  if (!take_number_after (self, cue, 14, TRUE))
    return;
  for (guint t = MAX (cue->first_token, self->begin + 4) - 4; t < MIN (cue->end_token + 8, self->end); t++)
    if (dateline_document_token_is_any (self->document, t, "bringing|brings|brought|pushing|taking|rose|rises|risen|rise|climbed|climbs|climbing|increased|raised|raising|rising|reached|jumped|now|stands|stood|grew|revised|mounted|passed"))
      for (guint i = n; i < self->mentions->len; i++)
        g_array_index (self->mentions, DatelineCasualtyMention, i).update = TRUE;
}

/* "died of a heart attack": nobody did it; "died of his wounds" is another
 * matter. */
static gboolean
is_natural (const DatelineCasualtyFinder *self, const DatelineCasualtyCue *cue)
{
  if (!dateline_document_token_is_any (self->document, cue->end_token, "of|from"))
    return FALSE;
  for (guint t = cue->end_token + 1; t < MIN (cue->end_token + 4, self->end); t++)
    if (dateline_document_token_is_any (self->document, t, "heart|cancer|illness|disease|stroke|coronavirus|covid|covid-19|cholera|natural|old|kidney"))
      return TRUE;
  return FALSE;
}

static void
take_cue (DatelineCasualtyFinder *self, const DatelineCasualtyCue *cue)
{
  switch (cue->form)
    {
    case DATELINE_CASUALTY_FORM_ACTIVE:
    case DATELINE_CASUALTY_FORM_OF:
      if (!take_object (self, cue))
        take_unnumbered_object (self, cue);
      break;
    case DATELINE_CASUALTY_FORM_PAST:
      take_past (self, cue);
      break;
    case DATELINE_CASUALTY_FORM_INTRANSITIVE:
      if (!is_natural (self, cue))
        take_intransitive (self, cue);
      break;
    case DATELINE_CASUALTY_FORM_ADJECTIVE:
      take_adjective (self, cue);
      break;
    case DATELINE_CASUALTY_FORM_NOUN:
      take_noun (self, cue);
      break;
    case DATELINE_CASUALTY_FORM_TOLL:
    default:
      take_toll (self, cue);
      break;
    }
}

/* "since 2015", "so far this year", "over the past five months": totals. */
static gboolean
tells_total (const DatelineEventLexicon *lexicon, const DatelineSentence *sentence)
{
  const DatelineDocument *document = lexicon->document;

  for (guint t = sentence->first_token; t + 1 < sentence->end_token; t++)
    {
      if (!dateline_event_lexicon_may (lexicon, t, DATELINE_GRAMMAR_TOTAL))
        continue;
      if (dateline_document_token_is (document, t, "since") &&
          (dateline_document_token_has (document, t + 1, DATELINE_TOKEN_NUMBER) ||
           dateline_document_token_is_any (document, t + 1, "the|january|february|march|april|may|june|july|august|september|october|november|december|early|late|mid|last|it|then|a|his|its|they")))
        return TRUE;
      if (dateline_document_token_is_any (document, t, "this|last") && dateline_document_token_is (document, t + 1, "year"))
        return TRUE;
      if (dateline_document_token_is_any (document, t, "past|last|previous") &&
          (dateline_document_token_is_any (document, t + 1, "months|weeks|years|month|decade") ||
           dateline_document_token_is_any (document, t + 2, "months|weeks|years")))
        return TRUE;
      if (dateline_document_token_is_any (document, t, "conflict|war|uprising|fighting|violence|crisis") && dateline_document_token_is_any (document, t + 1, "has|have"))
        return TRUE;
    }
  return FALSE;
}

static void
mark_statistics (DatelineCasualtyFinder *self, guint first_mention, guint sentence)
{
  gboolean total = tells_total (self->lexicon, &self->document->sentences[sentence]);

  for (guint i = first_mention; i < self->mentions->len; i++)
    {
      DatelineCasualtyMention *mention = &g_array_index (self->mentions, DatelineCasualtyMention, i);

      if (total || mention->best >= 1000 || (mention->best < 0 && mention->low >= 1000))
        mention->statistic = TRUE;
    }
}

/* "No injuries were reported" tells of no dead either, where nothing else does. */
static void
add_implied_zero (GArray *mentions)
{
  guint zero = G_MAXUINT;

  for (guint i = 0; i < mentions->len; i++)
    {
      const DatelineCasualtyMention *mention = &g_array_index (mentions, DatelineCasualtyMention, i);

      if (mention->kind == DATELINE_CASUALTY_KILLED)
        return;
      if (mention->kind == DATELINE_CASUALTY_INJURED && mention->best == 0 && zero == G_MAXUINT)
        zero = i;
    }
  if (zero != G_MAXUINT)
    {
      DatelineCasualtyMention killed = g_array_index (mentions, DatelineCasualtyMention, zero);

      killed.kind = DATELINE_CASUALTY_KILLED;
      dateline_scratch_append (mentions, killed);
    }
}

static int
compare_mentions (gconstpointer a, gconstpointer b)
{
  const DatelineCasualtyMention *x = a, *y = b;

  if (x->first_token != y->first_token)
    return x->first_token < y->first_token ? -1 : 1;
  if (x->subset != y->subset)
    return x->subset ? 1 : -1;
  return (int) x->kind - (int) y->kind;
}

/**
 * dateline_casualty_mentions_find:
 * @lexicon: the columns of a document's tables
 * @mentions: (element-type DatelineCasualtyMention): mentions are added to
 *   it, by token
 *
 * Source: tests/spec/casualties.txt.
 */
void
dateline_casualty_mentions_find (const DatelineEventLexicon *lexicon, GArray *mentions)
{
  const DatelineDocument *document = lexicon->document;
  GArray                 *cues = find_cues (lexicon);
  GArray                 *people;
  DatelineCasualtyFinder  self = { .lexicon = lexicon, .document = document, .cues = cues, .mentions = mentions };
  guint                   marked = 0;

  if (cues->len == 0)
    return;
  self.people = people = dateline_people_find (lexicon);
  for (self.cue = 0; self.cue < cues->len; self.cue++)
    {
      const DatelineCasualtyCue *cue = dateline_casualty_get_cue (&self, self.cue);
      guint                      sentence = dateline_document_get_sentence (document, cue->first_token);

      if (sentence != self.sentence)
        {
          mark_statistics (&self, marked, self.sentence);
          marked = mentions->len;
        }
      self.sentence = sentence;
      self.begin = document->sentences[sentence].first_token;
      self.end = document->sentences[sentence].end_token;
      while (self.next < people->len && dateline_casualty_get_people (&self, self.next)->end_token <= cue->first_token)
        self.next++;
      take_cue (&self, cue);
    }
  mark_statistics (&self, marked, self.sentence);
  add_implied_zero (mentions);
  g_array_sort (mentions, compare_mentions);
}
