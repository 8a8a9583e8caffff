/* dateline-incident.c: one incident, every value with the words it came from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-incident.h"

static void
clear_alternative (gpointer data)
{
  DatelinePlaceAlternative *alternative = data;

  g_free (alternative->id);
  g_free (alternative->name);
  g_free (alternative->adm1);
}

static void
clear_place (gpointer data)
{
  DatelinePlace *place = data;

  g_free (place->name);
  g_free (place->id);
  g_free (place->adm1);
  g_clear_pointer (&place->alternatives, g_array_unref);
}

static void
clear_actor (gpointer data)
{
  DatelineActor *actor = data;

  g_free (actor->id);
  g_free (actor->name);
  g_free (actor->sponsor);
}

static void
clear_thing (gpointer data)
{
  DatelineThing *thing = data;

  g_free (thing->id);
  g_free (thing->name);
}

static void
clear_claim (gpointer data)
{
  DatelineTollClaim *claim = data;

  g_free (claim->source);
}

static void
clear_source (gpointer data)
{
  DatelineSource *source = data;

  g_free (source->name);
  g_free (source->kind);
}

static GArray *
array_new (gsize element_size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, (guint) element_size);

  if (clear != NULL)
    g_array_set_clear_func (array, clear);
  return array;
}

static void
clear_values (DatelineIncident *self, DatelineIncidentType type)
{
  self->type = type;
  self->when.interval = DATELINE_DATE_INTERVAL_NONE;
  self->killed = (DatelineToll){ .low = -1, .best = -1, .high = -1 };
  self->injured = (DatelineToll){ .low = -1, .best = -1, .high = -1 };
  self->n_strikes = -1;
  self->grade = DATELINE_GRADE_WEAK;
}

/**
 * dateline_incident_new:
 * @type: what happened
 *
 * Returns: (transfer full): an incident with empty arrays, no date, and
 *   unknown numbers
 */
DatelineIncident *
dateline_incident_new (DatelineIncidentType type)
{
  DatelineIncident *self = g_new0 (DatelineIncident, 1);

  clear_values (self, type);
  self->places = array_new (sizeof (DatelinePlace), clear_place);
  self->actors = array_new (sizeof (DatelineActor), clear_actor);
  self->targets = array_new (sizeof (DatelineThing), clear_thing);
  self->weapons = array_new (sizeof (DatelineThing), clear_thing);
  self->sources = array_new (sizeof (DatelineSource), clear_source);
  self->evidence = array_new (sizeof (DatelineProvenance), NULL);
  self->rules = g_ptr_array_new_with_free_func (g_free);
  self->explanations = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * dateline_incident_new_in:
 * @scratch: what holds the incident, its arrays and what is put into them
 * @type: what happened
 *
 * Returns: (transfer none): as dateline_incident_new(), until @scratch is
 *   reset; it is never freed, and may be copied
 */
DatelineIncident *
dateline_incident_new_in (DatelineScratch *scratch, DatelineIncidentType type)
{
  DatelineIncident *self = dateline_scratch_new0 (scratch, DatelineIncident, 1);

  clear_values (self, type);
  self->places = dateline_scratch_take_array (scratch, sizeof (DatelinePlace));
  self->actors = dateline_scratch_take_array (scratch, sizeof (DatelineActor));
  self->targets = dateline_scratch_take_array (scratch, sizeof (DatelineThing));
  self->weapons = dateline_scratch_take_array (scratch, sizeof (DatelineThing));
  self->sources = dateline_scratch_take_array (scratch, sizeof (DatelineSource));
  self->evidence = dateline_scratch_take_array (scratch, sizeof (DatelineProvenance));
  self->rules = dateline_scratch_take_pointers (scratch);
  self->explanations = dateline_scratch_take_pointers (scratch);

  return self;
}

void
dateline_incident_free (DatelineIncident *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_array_unref (self->places);
  g_array_unref (self->actors);
  g_array_unref (self->targets);
  g_array_unref (self->weapons);
  g_array_unref (self->sources);
  g_array_unref (self->evidence);
  g_clear_pointer (&self->killed.claims, g_array_unref);
  g_clear_pointer (&self->injured.claims, g_array_unref);
  g_ptr_array_unref (self->rules);
  g_ptr_array_unref (self->explanations);
  g_free (self->note);
  g_strfreev (self->tags);
  g_free (self);
}

static void
copy_places (GArray *to, GArray *from)
{
  g_array_append_vals (to, from->data, from->len);
  for (guint i = 0; i < to->len; i++)
    {
      DatelinePlace *place = &g_array_index (to, DatelinePlace, i);
      GArray        *alternatives = place->alternatives;

      place->name = g_strdup (place->name);
      place->id = g_strdup (place->id);
      place->adm1 = g_strdup (place->adm1);
      if (alternatives == NULL)
        continue;

      place->alternatives = array_new (sizeof (DatelinePlaceAlternative), clear_alternative);
      g_array_append_vals (place->alternatives, alternatives->data, alternatives->len);
      for (guint j = 0; j < place->alternatives->len; j++)
        {
          DatelinePlaceAlternative *alternative = &g_array_index (place->alternatives, DatelinePlaceAlternative, j);

          alternative->id = g_strdup (alternative->id);
          alternative->name = g_strdup (alternative->name);
          alternative->adm1 = g_strdup (alternative->adm1);
        }
    }
}

static void
copy_actors (GArray *to, GArray *from)
{
  g_array_append_vals (to, from->data, from->len);
  for (guint i = 0; i < to->len; i++)
    {
      DatelineActor *actor = &g_array_index (to, DatelineActor, i);

      actor->id = g_strdup (actor->id);
      actor->name = g_strdup (actor->name);
      actor->sponsor = g_strdup (actor->sponsor);
    }
}

static void
copy_things (GArray *to, GArray *from)
{
  g_array_append_vals (to, from->data, from->len);
  for (guint i = 0; i < to->len; i++)
    {
      DatelineThing *thing = &g_array_index (to, DatelineThing, i);

      thing->id = g_strdup (thing->id);
      thing->name = g_strdup (thing->name);
    }
}

static void
copy_toll (DatelineToll *to, const DatelineToll *from)
{
  *to = *from;
  if (from->claims == NULL)
    return;

  to->claims = array_new (sizeof (DatelineTollClaim), clear_claim);
  g_array_append_vals (to->claims, from->claims->data, from->claims->len);
  for (guint i = 0; i < to->claims->len; i++)
    {
      DatelineTollClaim *claim = &g_array_index (to->claims, DatelineTollClaim, i);

      claim->source = g_strdup (claim->source);
    }
}

/**
 * dateline_incident_copy:
 * @self: an incident
 *
 * Returns: (transfer full): a deep copy
 */
DatelineIncident *
dateline_incident_copy (const DatelineIncident *self)
{
  DatelineIncident *copy = dateline_incident_new (self->type);

  copy->id = g_strdup (self->id);
  copy->type_provenance = self->type_provenance;
  copy->type_confidence = self->type_confidence;
  copy->when = self->when;
  copy_places (copy->places, self->places);
  copy_actors (copy->actors, self->actors);
  copy_things (copy->targets, self->targets);
  copy_things (copy->weapons, self->weapons);
  copy_toll (&copy->killed, &self->killed);
  copy_toll (&copy->injured, &self->injured);
  copy->n_strikes = self->n_strikes;
  copy->n_strikes_provenance = self->n_strikes_provenance;
  g_array_append_vals (copy->sources, self->sources->data, self->sources->len);
  for (guint i = 0; i < copy->sources->len; i++)
    {
      DatelineSource *source = &g_array_index (copy->sources, DatelineSource, i);

      source->name = g_strdup (source->name);
      source->kind = g_strdup (source->kind);
    }
  g_array_append_vals (copy->evidence, self->evidence->data, self->evidence->len);
  copy->background = self->background;
  copy->confidence = self->confidence;
  copy->grade = self->grade;
  for (guint i = 0; i < self->rules->len; i++)
    g_ptr_array_add (copy->rules, g_strdup (g_ptr_array_index (self->rules, i)));
  for (guint i = 0; i < self->explanations->len; i++)
    g_ptr_array_add (copy->explanations, g_strdup (g_ptr_array_index (self->explanations, i)));
  copy->status = self->status;
  copy->note = g_strdup (self->note);
  copy->tags = g_strdupv (self->tags);

  return copy;
}

/**
 * dateline_incident_get_site:
 * @self: an incident
 *
 * Returns: (nullable): its first place that is not a launch origin
 */
const DatelinePlace *
dateline_incident_get_site (const DatelineIncident *self)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      const DatelinePlace *place = &g_array_index (self->places, DatelinePlace, i);

      if (place->role == DATELINE_PLACE_SITE)
        return place;
    }
  return NULL;
}

const DatelineActor *
dateline_incident_get_actor (const DatelineIncident *self, DatelineActorRole role)
{
  for (guint i = 0; i < self->actors->len; i++)
    {
      const DatelineActor *actor = &g_array_index (self->actors, DatelineActor, i);

      if (actor->role == role)
        return actor;
    }
  return NULL;
}

static void
foreach_in_toll (DatelineToll *toll, DatelineProvenanceFunc func, gpointer user_data)
{
  for (guint i = 0; toll->claims != NULL && i < toll->claims->len; i++)
    func (&g_array_index (toll->claims, DatelineTollClaim, i).provenance, user_data);
}

/**
 * dateline_incident_foreach_provenance:
 * @self: an incident
 * @func: called for where each of its values comes from; may change it
 * @user_data: for @func
 */
void
dateline_incident_foreach_provenance (DatelineIncident *self, DatelineProvenanceFunc func, gpointer user_data)
{
  func (&self->type_provenance, user_data);
  func (&self->when.provenance, user_data);
  func (&self->n_strikes_provenance, user_data);
  foreach_in_toll (&self->killed, func, user_data);
  foreach_in_toll (&self->injured, func, user_data);
  for (guint i = 0; i < self->places->len; i++)
    func (&g_array_index (self->places, DatelinePlace, i).provenance, user_data);
  for (guint i = 0; i < self->actors->len; i++)
    func (&g_array_index (self->actors, DatelineActor, i).provenance, user_data);
  for (guint i = 0; i < self->targets->len; i++)
    func (&g_array_index (self->targets, DatelineThing, i).provenance, user_data);
  for (guint i = 0; i < self->weapons->len; i++)
    func (&g_array_index (self->weapons, DatelineThing, i).provenance, user_data);
  for (guint i = 0; i < self->sources->len; i++)
    func (&g_array_index (self->sources, DatelineSource, i).provenance, user_data);
  for (guint i = 0; i < self->evidence->len; i++)
    func (&g_array_index (self->evidence, DatelineProvenance, i), user_data);
}

static void
set_article (DatelineProvenance *provenance, gpointer user_data)
{
  provenance->article = *(const gint64 *) user_data;
}

/**
 * dateline_incident_set_article:
 * @self: an incident from one article
 * @article: the article's row id
 *
 * Makes every provenance name @article.
 */
void
dateline_incident_set_article (DatelineIncident *self, gint64 article)
{
  dateline_incident_foreach_provenance (self, set_article, &article);
}

/**
 * dateline_place_add_alternative:
 * @self: a place
 * @alternative: another place of the same name; copied
 */
void
dateline_place_add_alternative (DatelinePlace *self, const DatelinePlaceAlternative *alternative)
{
  DatelinePlaceAlternative copy = *alternative;

  copy.id = g_strdup (alternative->id);
  copy.name = g_strdup (alternative->name);
  copy.adm1 = g_strdup (alternative->adm1);
  if (self->alternatives == NULL)
    self->alternatives = array_new (sizeof (DatelinePlaceAlternative), clear_alternative);
  g_array_append_val (self->alternatives, copy);
}

/**
 * dateline_toll_add_claim:
 * @self: a toll
 * @low: at least so many, or −1
 * @high: at most so many, or −1
 * @source: (nullable): who says so
 * @provenance: the words
 *
 * Keeps the claim; low, best and high are the caller's to choose.
 */
void
dateline_toll_add_claim (DatelineToll *self, int low, int high, const char *source, DatelineProvenance provenance)
{
  DatelineTollClaim claim = { low, high, g_strdup (source), provenance };

  if (self->claims == NULL)
    self->claims = array_new (sizeof (DatelineTollClaim), clear_claim);
  g_array_append_val (self->claims, claim);
}

const char *
dateline_place_role_get_id (DatelinePlaceRole role)
{
  static const char *const ids[] = { "site", "launch_origin" };

  g_return_val_if_fail (role < G_N_ELEMENTS (ids), NULL);
  return ids[role];
}

const char *
dateline_actor_role_get_id (DatelineActorRole role)
{
  static const char *const ids[] = { "initiator", "target", "participant" };

  g_return_val_if_fail (role < G_N_ELEMENTS (ids), NULL);
  return ids[role];
}

const char *
dateline_actor_status_get_id (DatelineActorStatus status)
{
  static const char *const ids[] = { "asserted", "claimed", "alleged", "denied" };

  g_return_val_if_fail (status < G_N_ELEMENTS (ids), NULL);
  return ids[status];
}

const char *
dateline_grade_get_id (DatelineGrade grade)
{
  static const char *const ids[] = { "confirmed", "fair", "weak", "contested" };

  g_return_val_if_fail (grade < G_N_ELEMENTS (ids), NULL);
  return ids[grade];
}

const char *
dateline_status_get_id (DatelineStatus status)
{
  static const char *const ids[] = { "unreviewed", "accepted", "corrected", "rejected" };

  g_return_val_if_fail (status < G_N_ELEMENTS (ids), NULL);
  return ids[status];
}
