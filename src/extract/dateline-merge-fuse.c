/* dateline-merge-fuse.c: the reports of one event made into one incident
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What one report tells more exactly is taken from it; what only one tells
 * is added; numbers and sources of all stay side by side. Every value
 * keeps the article and the words that it came from.
 */

#define G_LOG_DOMAIN "dateline-extract"

#include "config.h"

#include "dateline-merge-private.h"

#include <string.h>

/* Two sites as like as this are one. */
#define SAME_SITE 0.2

#define MAX_CONFIDENCE 0.97

static gboolean
has_actor (const DatelineIncident *incident, const DatelineActor *actor)
{
  for (guint i = 0; i < incident->actors->len; i++)
    {
      const DatelineActor *each = &g_array_index (incident->actors, DatelineActor, i);

      if (each->role != actor->role)
        continue;
      if (each->id != NULL && g_strcmp0 (each->id, actor->id) == 0)
        return TRUE;
      if (each->name != NULL && actor->name != NULL && g_ascii_strcasecmp (each->name, actor->name) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_place (const DatelineIncident *incident, const DatelinePlace *place)
{
  for (guint i = 0; i < incident->places->len; i++)
    {
      const DatelinePlace *each = &g_array_index (incident->places, DatelinePlace, i);

      if (each->role == place->role && dateline_merge_compare_sites (each, place) > SAME_SITE)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_thing (GArray *things, const DatelineThing *thing)
{
  for (guint i = 0; i < things->len; i++)
    {
      const DatelineThing *each = &g_array_index (things, DatelineThing, i);

      if (each->name != NULL && thing->name != NULL && g_ascii_strcasecmp (each->name, thing->name) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Moves element @index of @from to the end of @to. */
static void
move_element (GArray *to, GArray *from, guint index)
{
  gsize size = g_array_get_element_size (from);

  g_array_append_vals (to, from->data + index * size, 1);
  memset (from->data + index * size, 0, size);
}

static void
fuse_type (DatelineIncident *to, const DatelineIncident *from)
{
  if (to->type != DATELINE_INCIDENT_UNSPECIFIED_ATTACK || from->type == DATELINE_INCIDENT_UNSPECIFIED_ATTACK)
    return;

  to->type = from->type;
  to->type_provenance = from->type_provenance;
  to->type_confidence = from->type_confidence;
}

static void
fuse_when (DatelineIncident *to, const DatelineIncident *from)
{
  gint64 to_length = to->when.interval.end - to->when.interval.start;
  gint64 from_length = from->when.interval.end - from->when.interval.start;

  if (from->when.assumed || (!to->when.assumed && to_length <= from_length))
    return;

  to->when = from->when;
}

static gboolean
is_more_exact (const DatelinePlace *a, const DatelinePlace *b)
{
  return a->precision < b->precision || (a->precision == b->precision && a->radius_km < b->radius_km);
}

/* The report with the more exact site gives the first place. */
static void
fuse_places (DatelineIncident *to, DatelineIncident *from)
{
  const DatelinePlace *a = dateline_incident_get_site (to), *b = dateline_incident_get_site (from);

  if (b != NULL && (a == NULL || is_more_exact (b, a)))
    {
      GArray *places = to->places;

      to->places = from->places;
      from->places = places;
    }
  for (guint i = 0; i < from->places->len; i++)
    {
      const DatelinePlace *place = &g_array_index (from->places, DatelinePlace, i);

      if (dateline_merge_is_fine (place) && !has_place (to, place))
        move_element (to->places, from->places, i);
    }
}

static void
fuse_actors (DatelineIncident *to, DatelineIncident *from)
{
  for (guint i = 0; i < from->actors->len; i++)
    if (!has_actor (to, &g_array_index (from->actors, DatelineActor, i)))
      move_element (to->actors, from->actors, i);
}

/* "Suicide bombers", but not a group that no table knows. */
static gboolean
is_nameless (const DatelineActor *actor)
{
  if (actor->id != NULL || actor->name == NULL || actor->name[0] == '\0')
    return actor->id == NULL;
  for (const char *c = actor->name + 1; *c != '\0'; c++)
    if (g_ascii_isupper (*c))
      return FALSE;
  return TRUE;
}

/* Where one report names who did it, the others' "bombers" are they. */
static void
drop_nameless (DatelineIncident *whole)
{
  gboolean named = FALSE;

  for (guint i = 0; i < whole->actors->len; i++)
    {
      const DatelineActor *actor = &g_array_index (whole->actors, DatelineActor, i);

      named = named || (actor->role == DATELINE_ACTOR_INITIATOR && actor->status != DATELINE_ACTOR_DENIED && !is_nameless (actor));
    }
  for (guint i = whole->actors->len; named && i-- > 0;)
    {
      const DatelineActor *actor = &g_array_index (whole->actors, DatelineActor, i);

      if (actor->role == DATELINE_ACTOR_INITIATOR && is_nameless (actor))
        g_array_remove_index (whole->actors, i);
    }
}

static void
fuse_things (GArray *to, GArray *from)
{
  for (guint i = 0; i < from->len; i++)
    if (!has_thing (to, &g_array_index (from, DatelineThing, i)))
      move_element (to, from, i);
}

/* A copy says nothing that its original did not. */
static gboolean
has_claim (const DatelineToll *toll, const DatelineTollClaim *claim)
{
  for (guint i = 0; toll->claims != NULL && i < toll->claims->len; i++)
    {
      const DatelineTollClaim *each = &g_array_index (toll->claims, DatelineTollClaim, i);

      if (each->low == claim->low && each->high == claim->high && g_strcmp0 (each->source, claim->source) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Claims of all stand side by side. */
static void
fuse_toll (DatelineToll *to, const DatelineToll *from, gboolean is_copy)
{
  for (guint i = 0; from->claims != NULL && i < from->claims->len; i++)
    {
      const DatelineTollClaim *claim = &g_array_index (from->claims, DatelineTollClaim, i);

      if (!is_copy || !has_claim (to, claim))
        dateline_toll_add_claim (to, claim->low, claim->high, claim->source, claim->provenance);
    }
  if (from->low >= 0)
    to->low = to->low < 0 ? from->low : MIN (to->low, from->low);
  to->high = MAX (to->high, MAX (from->high, from->best));
}

static const DatelineIncident *
get_member (GPtrArray *incidents, const GArray *members, guint i)
{
  return g_ptr_array_index (incidents, g_array_index (members, guint, i));
}

/* The article of a report. */
static gint64
get_article (const DatelineIncident *report)
{
  return report->evidence->len > 0 ? g_array_index (report->evidence, DatelineProvenance, 0).article : report->type_provenance.article;
}

/* Whether no report before is of the same text; notes this one's. */
static gboolean
note_source (GHashTable *originals, const DatelineIncident *report, const DatelineCopies *copies)
{
  gint64 original = dateline_copies_get_original (copies, get_article (report));

  return copies == NULL || g_hash_table_add (originals, g_memdup2 (&original, sizeof original));
}

/* The number that most reports give; of two as frequent the higher, for
 * tolls rise as they become known. It is as sure as the surest of them. */
static void
choose_best (GPtrArray *incidents, const GArray *members, const gboolean *copied, gsize toll_offset, DatelineToll *toll)
{
  guint n_best = 0;

  toll->best = -1;
  for (guint i = 0; i < members->len; i++)
    {
      int    value = G_STRUCT_MEMBER (DatelineToll, get_member (incidents, members, i), toll_offset).best;
      double confidence = 0;
      guint  n = 0;

      for (guint j = 0; j < members->len; j++)
        {
          const DatelineToll *other = &G_STRUCT_MEMBER (DatelineToll, get_member (incidents, members, j), toll_offset);

          if (other->best != value)
            continue;
          n += !copied[j];
          confidence = MAX (confidence, other->confidence);
        }
      if (value >= 0 && (n > n_best || (n == n_best && value > toll->best)))
        {
          toll->best = value;
          toll->confidence = confidence;
          n_best = n;
        }
    }
}

static void
fuse_words (DatelineIncident *to, DatelineIncident *from, gboolean is_copy)
{
  g_array_append_vals (to->evidence, from->evidence->data, from->evidence->len);
  for (guint i = 0; !is_copy && i < from->sources->len; i++)
    move_element (to->sources, from->sources, i);
  for (guint i = 0; i < from->explanations->len; i++)
    g_ptr_array_add (to->explanations, g_strdup (g_ptr_array_index (from->explanations, i)));
}

static void
fuse (DatelineIncident *to, DatelineIncident *from, gboolean is_copy)
{
  fuse_type (to, from);
  fuse_when (to, from);
  fuse_places (to, from);
  fuse_actors (to, from);
  fuse_things (to->targets, from->targets);
  fuse_things (to->weapons, from->weapons);
  fuse_toll (&to->killed, &from->killed, is_copy);
  fuse_toll (&to->injured, &from->injured, is_copy);
  if (to->n_strikes < 0)
    {
      to->n_strikes = from->n_strikes;
      to->n_strikes_provenance = from->n_strikes_provenance;
    }
  fuse_words (to, from, is_copy);
  to->background = to->background && from->background;
  if (is_copy)
    to->confidence = MAX (to->confidence, from->confidence);
  else
    to->confidence = MIN (MAX_CONFIDENCE, 1 - (1 - to->confidence) * (1 - from->confidence * 0.6));
  if (from->grade == DATELINE_GRADE_CONTESTED)
    to->grade = DATELINE_GRADE_CONTESTED;
}

/* "merge.2-reports", "merge.1-copy", "merge.same-day", "merge.same-place". */
static void
add_rules (DatelineIncident *whole, const DatelineMergeGroup *group, guint n_sources)
{
  guint n_copies = group->members->len - n_sources;

  g_auto (GStrv) reasons = g_strsplit (group->reason, " ", -1);

  g_ptr_array_add (whole->rules, g_strdup_printf ("merge.%u-reports", group->members->len));
  if (n_copies > 0)
    g_ptr_array_add (whole->rules, g_strdup_printf (n_copies == 1 ? "merge.%u-copy" : "merge.%u-copies", n_copies));
  for (guint i = 0; reasons[i] != NULL; i++)
    if (reasons[i][0] != '\0')
      g_ptr_array_add (whole->rules, g_strconcat ("merge.", reasons[i], NULL));
}

/* Two numbers that cannot both be right are contested; else two articles
 * are more than one, unless they are one text. */
static void
grade (DatelineIncident *whole, GPtrArray *incidents, const GArray *members, guint n_sources)
{
  int least = G_MAXINT, most = -1;

  for (guint i = 0; i < members->len; i++)
    {
      const DatelineIncident *report = g_ptr_array_index (incidents, g_array_index (members, guint, i));

      if (report->killed.best < 0)
        continue;
      least = MIN (least, report->killed.best);
      most = MAX (most, report->killed.best);
    }
  if (most > least && most > least * 2 + 2)
    whole->grade = DATELINE_GRADE_CONTESTED;
  else if (whole->grade == DATELINE_GRADE_WEAK && n_sources > 1)
    whole->grade = DATELINE_GRADE_FAIR;
}

/**
 * dateline_merge_fuse:
 * @incidents: (element-type DatelineIncident): the reports, left as they
 *   are
 * @group: some of them
 * @copies: (nullable): which of their articles are copies: they are
 *   quoted, and count for nothing
 *
 * Returns: (transfer full): the event that they tell, with the values and
 *   the provenance of all
 */
DatelineIncident *
dateline_merge_fuse (GPtrArray *incidents, const DatelineMergeGroup *group, const DatelineCopies *copies)
{
  const GArray          *members = group->members;
  DatelineIncident      *whole = dateline_incident_copy (get_member (incidents, members, 0));
  g_autofree gboolean   *copied = g_new0 (gboolean, members->len);
  g_autoptr (GHashTable) originals = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint                  n_sources = note_source (originals, get_member (incidents, members, 0), copies);

  for (guint i = 1; i < members->len; i++)
    {
      g_autoptr (DatelineIncident) copy = dateline_incident_copy (get_member (incidents, members, i));

      copied[i] = !note_source (originals, get_member (incidents, members, i), copies);
      n_sources += !copied[i];
      fuse (whole, copy, copied[i]);
    }
  choose_best (incidents, members, copied, G_STRUCT_OFFSET (DatelineIncident, killed), &whole->killed);
  choose_best (incidents, members, copied, G_STRUCT_OFFSET (DatelineIncident, injured), &whole->injured);
  drop_nameless (whole);
  grade (whole, incidents, members, n_sources);
  add_rules (whole, group, n_sources);

  return whole;
}
