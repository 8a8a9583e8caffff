/* dateline-session-edit.c: what an analyst changes, each a step that can be undone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-model"

#include "config.h"

#include "dateline-session-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dateline-locale-text.h"
#include "dateline-words.h"

/* What a step does to one incident. */
typedef struct
{
  DatelineStatus          status;
  guint                   values; /* 1 << DatelineEditField */
  const DatelineIncident *source;
  const char             *text;
} Change;

typedef gboolean (*ChangeFunc) (DatelineStore *store, gint64 incident, const Change *change, GError **error);

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* "Accept: Air strike in Sanaa", or "Accept: 12 incidents". */
static char *
make_label (DatelineSession *self, const char *what, const gint64 *incidents, guint n_incidents)
{
  g_autofree char *whom = NULL;

  if (n_incidents == 1)
    {
      g_autoptr (DatelineIncident) incident = dateline_store_load_incident (dateline_session_get_store (self), incidents[0], NULL);

      whom = incident != NULL ? dateline_incident_to_title (incident) : NULL;
    }
  else
    whom = dateline_strdup_printf (ngettext ("%u incident", "%u incidents", n_incidents), n_incidents);
  /* Translators: a change, such as "Accept", and the incident it is made to */
  return whom != NULL ? g_strdup_printf (_ ("%s: %s"), what, whom) : g_strdup (what);
}

gboolean
dateline_session_begin_step (DatelineSession *self, const char *label, GError **error)
{
  return dateline_store_begin_step (dateline_session_get_store (self), label, get_now (), error);
}

/* Ends the step when it went well, else takes it back. */
gboolean
dateline_session_end_step (DatelineSession *self, gboolean well, GError **error)
{
  DatelineStore     *store = dateline_session_get_store (self);
  g_autoptr (GArray) changed = NULL;

  if (!well)
    {
      dateline_store_cancel_step (store);
      return FALSE;
    }
  if (!dateline_store_end_step (store, &changed, error))
    return FALSE;
  dateline_session_update (self, changed);
  return TRUE;
}

static gboolean
change_each (DatelineSession *self,
             const char      *what,
             const gint64    *incidents,
             guint            n_incidents,
             ChangeFunc       func,
             const Change    *change,
             GError         **error)
{
  g_autofree char *label = make_label (self, what, incidents, n_incidents);
  gboolean         well = TRUE;

  if (!dateline_session_begin_step (self, label, error))
    return FALSE;
  for (guint i = 0; well && i < n_incidents; i++)
    well = func (dateline_session_get_store (self), incidents[i], change, error);
  return dateline_session_end_step (self, well, error);
}

static gboolean
change_status (DatelineStore *store, gint64 incident, const Change *change, GError **error)
{
  return dateline_store_set_status (store, incident, change->status, error);
}

static const char *
name_status (DatelineStatus status)
{
  switch (status)
    {
    case DATELINE_STATUS_UNREVIEWED:
      return C_ ("step", "Mark as unreviewed");
    case DATELINE_STATUS_ACCEPTED:
      return C_ ("step", "Accept");
    case DATELINE_STATUS_CORRECTED:
      return C_ ("step", "Mark as corrected");
    case DATELINE_STATUS_REJECTED:
      return C_ ("step", "Reject");
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * dateline_session_set_status:
 * @self: a session
 * @incidents: rows of the list
 * @n_incidents: how many; one step for all of them, as for all below
 * @status: what the analyst decided
 * @error: return location for a #GError
 *
 * Errors: those of the store, as for all below; then nothing was changed
 */
gboolean
dateline_session_set_status (DatelineSession *self, const gint64 *incidents, guint n_incidents, DatelineStatus status, GError **error)
{
  Change change = { .status = status };

  g_return_val_if_fail (DATELINE_IS_SESSION (self), FALSE);
  g_return_val_if_fail (status <= DATELINE_STATUS_REJECTED, FALSE);

  return change_each (self, name_status (status), incidents, n_incidents, change_status, &change, error);
}

/* What has been changed has been seen. */
static gboolean
mark_corrected (DatelineStore *store, gint64 incident, GError **error)
{
  return dateline_store_set_status (store, incident, DATELINE_STATUS_CORRECTED, error);
}

static gboolean
change_values (DatelineStore *store, gint64 incident, const Change *change, GError **error)
{
  return dateline_store_set_values (store, incident, change->values, change->source, error) &&
         mark_corrected (store, incident, error);
}

static gboolean
reset_values (DatelineStore *store, gint64 incident, const Change *change, GError **error)
{
  return dateline_store_reset_values (store, incident, change->values, error);
}

static const char *
name_values (guint values)
{
  switch (values)
    {
    case 1 << DATELINE_EDIT_TYPE:
      return C_ ("step", "Correct the type");
    case 1 << DATELINE_EDIT_WHEN:
      return C_ ("step", "Correct the date");
    case 1 << DATELINE_EDIT_PLACES:
      return C_ ("step", "Correct the place");
    case 1 << DATELINE_EDIT_ACTORS:
      return C_ ("step", "Correct the actors");
    case 1 << DATELINE_EDIT_TARGETS:
      return C_ ("step", "Correct the targets");
    case 1 << DATELINE_EDIT_WEAPONS:
      return C_ ("step", "Correct the weapons");
    case 1 << DATELINE_EDIT_KILLED:
    case 1 << DATELINE_EDIT_INJURED:
      return C_ ("step", "Correct the toll");
    case 1 << DATELINE_EDIT_GRADE:
      return C_ ("step", "Grade");
    default:
      return C_ ("step", "Correct");
    }
}

/**
 * dateline_session_set_values:
 * @self: a session
 * @incidents: rows of the list
 * @n_incidents: how many
 * @values: 1 << DatelineEditField of those to set
 * @source: an incident with the values wanted; the others of it are not
 *   looked at
 * @error: return location for a #GError
 *
 * Sets values, and the status to corrected.
 */
gboolean
dateline_session_set_values (DatelineSession        *self,
                             const gint64           *incidents,
                             guint                   n_incidents,
                             guint                   values,
                             const DatelineIncident *source,
                             GError                **error)
{
  Change change = { .values = values, .source = source };

  g_return_val_if_fail (DATELINE_IS_SESSION (self), FALSE);
  g_return_val_if_fail (source != NULL, FALSE);

  return change_each (self, name_values (values), incidents, n_incidents, change_values, &change, error);
}

/**
 * dateline_session_reset_values:
 * @self: a session
 * @incidents: rows of the list
 * @n_incidents: how many
 * @values: 1 << DatelineEditField of those that shall be the engine's again
 * @error: return location for a #GError
 */
gboolean
dateline_session_reset_values (DatelineSession *self, const gint64 *incidents, guint n_incidents, guint values, GError **error)
{
  Change change = { .values = values };

  g_return_val_if_fail (DATELINE_IS_SESSION (self), FALSE);

  return change_each (self, C_ ("step", "Take the engine's value"), incidents, n_incidents, reset_values, &change, error);
}

static gboolean
change_note (DatelineStore *store, gint64 incident, const Change *change, GError **error)
{
  return dateline_store_set_note (store, incident, change->text, error);
}

/**
 * dateline_session_set_note:
 * @self: a session
 * @incident: a row of the list
 * @note: (nullable): the analyst's words; %NULL or "" removes them
 * @error: return location for a #GError
 */
gboolean
dateline_session_set_note (DatelineSession *self, gint64 incident, const char *note, GError **error)
{
  Change change = { .text = note };

  g_return_val_if_fail (DATELINE_IS_SESSION (self), FALSE);

  return change_each (self, C_ ("step", "Note"), &incident, 1, change_note, &change, error);
}

static gboolean
add_tag (DatelineStore *store, gint64 incident, const Change *change, GError **error)
{
  return dateline_store_add_tag (store, incident, change->text, error);
}

static gboolean
remove_tag (DatelineStore *store, gint64 incident, const Change *change, GError **error)
{
  return dateline_store_remove_tag (store, incident, change->text, error);
}

gboolean
dateline_session_add_tag (DatelineSession *self, const gint64 *incidents, guint n_incidents, const char *tag, GError **error)
{
  Change           change = { .text = tag };
  g_autofree char *what = g_strdup_printf (_ ("Add tag “%s”"), tag);

  g_return_val_if_fail (DATELINE_IS_SESSION (self), FALSE);
  g_return_val_if_fail (tag != NULL && tag[0] != '\0', FALSE);

  return change_each (self, what, incidents, n_incidents, add_tag, &change, error);
}

gboolean
dateline_session_remove_tag (DatelineSession *self, const gint64 *incidents, guint n_incidents, const char *tag, GError **error)
{
  Change           change = { .text = tag };
  g_autofree char *what = g_strdup_printf (_ ("Remove tag “%s”"), tag);

  g_return_val_if_fail (DATELINE_IS_SESSION (self), FALSE);
  g_return_val_if_fail (tag != NULL, FALSE);

  return change_each (self, what, incidents, n_incidents, remove_tag, &change, error);
}

/* Where a name is written as the engine's own place @from is, it is @to. */
static void
replace_place (DatelinePlace *place, const DatelinePlace *to)
{
  g_free (place->name);
  g_free (place->id);
  g_free (place->adm1);
  place->name = g_strdup (to->name);
  place->id = g_strdup (to->id);
  place->adm1 = g_strdup (to->adm1);
  g_strlcpy (place->country, to->country, sizeof place->country);
  place->point = to->point;
  place->precision = to->precision;
  place->radius_km = to->radius_km;
  place->derived = FALSE;
  place->confidence = 1;
}

static gboolean
correct_places (DatelineStore *store, gint64 id, const char *name, const DatelinePlace *to, GError **error)
{
  g_autoptr (DatelineIncident) incident = dateline_store_load_incident (store, id, error);
  guint                        n_replaced = 0;

  if (incident == NULL)
    return FALSE;
  for (guint i = 0; i < incident->places->len; i++)
    {
      DatelinePlace *place = &g_array_index (incident->places, DatelinePlace, i);

      if (g_strcmp0 (place->name, name) != 0)
        continue;
      replace_place (place, to);
      n_replaced++;
    }
  return n_replaced == 0 || (dateline_store_set_values (store, id, 1 << DATELINE_EDIT_PLACES, incident, error) &&
                             mark_corrected (store, id, error));
}

static void
append_id (gint64 id, gpointer user_data)
{
  g_array_append_val ((GArray *) user_data, id);
}

/* The incidents with a place of @name within @scope; @incident itself
 * always. */
static GArray *
find_in_scope (DatelineStore *store, gint64 incident, const DatelinePlace *place, DatelinePlaceScope scope, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, incident);
  if (scope == DATELINE_PLACE_SCOPE_INCIDENT || place->name == NULL)
    return g_steal_pointer (&ids);
  if (!dateline_store_foreach_with_place (store, place->name, scope == DATELINE_PLACE_SCOPE_ARTICLE ? place->provenance.article : 0,
                                          append_id, ids, error))
    return NULL;
  for (guint i = ids->len - 1; i > 0; i--)
    if (g_array_index (ids, gint64, i) == incident)
      g_array_remove_index (ids, i);
  return g_steal_pointer (&ids);
}

/**
 * dateline_session_correct_place:
 * @self: a session
 * @incident: a row of the list
 * @place: which of its places, as dateline_store_load_incident() gives
 *   them
 * @to: where it is: name, gazetteer's id, country, governorate, point,
 *   precision and radius are taken
 * @scope: the one incident, or all of the article or the project with a
 *   place of that name
 * @error: return location for a #GError
 */
gboolean
dateline_session_correct_place (DatelineSession     *self,
                                gint64               incident,
                                guint                place,
                                const DatelinePlace *to,
                                DatelinePlaceScope   scope,
                                GError             **error)
{
  DatelineStore               *store = dateline_session_get_store (self);
  g_autoptr (DatelineIncident) loaded = dateline_store_load_incident (store, incident, error);
  g_autoptr (GArray)           ids = NULL;
  g_autofree char             *label = NULL;
  gboolean                     well = TRUE;
  const DatelinePlace         *from;

  if (loaded == NULL)
    return FALSE;
  g_return_val_if_fail (place < loaded->places->len, FALSE);
  from = &g_array_index (loaded->places, DatelinePlace, place);
  ids = find_in_scope (store, incident, from, scope, error);
  if (ids == NULL)
    return FALSE;

  label = make_label (self, C_ ("step", "Correct the place"), (const gint64 *) (gpointer) ids->data, ids->len);
  if (!dateline_session_begin_step (self, label, error))
    return FALSE;
  for (guint i = 0; well && i < ids->len; i++)
    well = correct_places (store, g_array_index (ids, gint64, i), from->name, to, error);
  return dateline_session_end_step (self, well, error);
}

/* What the words alone say: that something happened, in the article's own
 * time until somebody says when. */
static DatelineIncident *
make_incident (DatelineStore *store, gint64 article, DatelineSpan span, GError **error)
{
  g_autoptr (DatelineArticle)  loaded = dateline_store_load_article (store, article, error);
  g_autoptr (DatelineIncident) incident = dateline_incident_new (DATELINE_INCIDENT_UNSPECIFIED_ATTACK);
  DatelineProvenance           provenance = { article, span };

  if (loaded == NULL)
    return NULL;
  g_return_val_if_fail (span.begin < span.end && span.end <= loaded->length, NULL);

  incident->type_provenance = provenance;
  g_array_append_val (incident->evidence, provenance);
  incident->confidence = 1;
  incident->when.offset_minutes = DATELINE_REGION_OFFSET_MINUTES;
  if (loaded->published_day != DATELINE_DAY_NONE)
    {
      incident->when.interval = dateline_date_interval_for_days (loaded->published_day, loaded->published_day, DATELINE_REGION_OFFSET_MINUTES);
      incident->when.precision = DATELINE_DATE_DAY;
      incident->when.assumed = TRUE;
    }
  return g_steal_pointer (&incident);
}

/* Adds an incident of @span, which is @rejection of the article unless
 * that is G_MAXUINT. */
static gint64
add_from_words (DatelineSession *self, const char *label, gint64 article, DatelineSpan span, guint rejection, GError **error)
{
  DatelineStore               *store = dateline_session_get_store (self);
  g_autoptr (DatelineIncident) incident = make_incident (store, article, span, error);
  gint64                       id;
  gboolean                     well;

  if (incident == NULL || !dateline_session_begin_step (self, label, error))
    return 0;
  id = dateline_store_add_report (store, article, incident, error);
  well = id != 0 && (rejection == G_MAXUINT || dateline_store_set_rescued (store, article, rejection, id, error));
  return dateline_session_end_step (self, well, error) ? id : 0;
}

/**
 * dateline_session_add_incident:
 * @self: a session
 * @article: a row
 * @span: the words that tell of it
 * @error: return location for a #GError
 *
 * Makes an incident of words of an article, of no type and place yet, on
 * the article's own day. dateline_session_set_values() says more of it.
 *
 * Returns: its row; 0 on failure
 */
gint64
dateline_session_add_incident (DatelineSession *self, gint64 article, DatelineSpan span, GError **error)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), 0);

  return add_from_words (self, C_ ("step", "New incident"), article, span, G_MAXUINT, error);
}

/**
 * dateline_session_rescue:
 * @self: a session
 * @article: a row
 * @rejection: which of its rejected mentions, from 0
 * @error: return location for a #GError
 *
 * Makes an incident of a mention that the engine rejected.
 *
 * Returns: its row, the older one's when it was rescued before; 0 on
 *   failure
 */
gint64
dateline_session_rescue (DatelineSession *self, gint64 article, guint rejection, GError **error)
{
  DatelineStore                 *store = dateline_session_get_store (self);
  g_autoptr (DatelineExtraction) extraction = dateline_store_load_extraction (store, article, error);
  gint64                         rescued;

  if (extraction == NULL)
    return 0;
  g_return_val_if_fail (rejection < extraction->rejected->len, 0);

  rescued = dateline_store_find_rescued (store, article, rejection, NULL);
  if (rescued != 0)
    return rescued;
  return add_from_words (self, C_ ("step", "Rescue a rejected mention"), article,
                         g_array_index (extraction->rejected, DatelineRejection, rejection).span, rejection, error);
}

/* The reports of all @incidents. */
static GArray *
find_reports (DatelineStore *store, const gint64 *incidents, guint n_incidents, GError **error)
{
  g_autoptr (GArray) reports = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n_incidents; i++)
    if (!dateline_store_foreach_part_of (store, incidents[i], append_id, reports, error))
      return NULL;
  return g_steal_pointer (&reports);
}

/* One incident of @reports, by what the engine found in them. */
static DatelineIncident *
fuse (DatelineSession *self, const GArray *reports, GError **error)
{
  g_autoptr (GPtrArray) incidents = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_incident_free);

  for (guint i = 0; i < reports->len; i++)
    {
      DatelineIncident *incident = dateline_store_load_engine_incident (dateline_session_get_store (self), g_array_index (reports, gint64, i), error);

      if (incident == NULL)
        return NULL;
      g_ptr_array_add (incidents, incident);
    }
  return dateline_session_get_fuse (self) (dateline_session_get_store (self), incidents);
}

static gboolean
decide (DatelineStore *store, const GArray *reports, const char *reason, GError **error)
{
  for (guint i = 0; i < reports->len; i++)
    if (!dateline_store_set_decision (store, g_array_index (reports, gint64, i), reason, error))
      return FALSE;
  return TRUE;
}

/* Makes one incident of @reports, which takes the place of @before. */
static gint64
join (DatelineSession *self, const GArray *reports, gint64 before, const DatelineMerging *merging, GError **error)
{
  DatelineStore               *store = dateline_session_get_store (self);
  g_autoptr (DatelineIncident) whole = fuse (self, reports, error);
  gint64                       id;

  if (whole == NULL)
    return 0;
  id = dateline_store_add_whole (store, whole, (const gint64 *) (gpointer) reports->data, reports->len, error);
  if (id == 0 || !dateline_store_set_merging (store, id, merging, error) || !dateline_store_move_review (store, before, id, error))
    return 0;
  return id;
}

static void
append_reason (GString *reasons, const char *reason)
{
  if (strstr (reasons->str, reason) != NULL)
    return;
  if (reasons->len > 0)
    g_string_append (reasons, "; ");
  g_string_append (reasons, reason);
}

static gboolean
is_report (const GArray *reports, gint64 id)
{
  for (guint i = 0; i < reports->len; i++)
    if (g_array_index (reports, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/* What was said of @incidents when they were merged, and @reason. */
static char *
collect_reasons (DatelineStore *store, const gint64 *incidents, guint n_incidents, const char *reason, GError **error)
{
  g_autoptr (GString) reasons = g_string_new (NULL);

  for (guint i = 0; i < n_incidents; i++)
    {
      g_autoptr (DatelineMerging) merging = NULL;

      if (!dateline_store_load_merging (store, incidents[i], &merging, error))
        return NULL;
      if (merging != NULL && merging->by_hand)
        append_reason (reasons, merging->reason);
    }
  append_reason (reasons, reason);
  return g_string_free (g_steal_pointer (&reasons), FALSE);
}

static gint64
merge (DatelineSession *self, const gint64 *incidents, guint n_incidents, const GArray *reports, const char *reason, GError **error)
{
  DatelineStore   *store = dateline_session_get_store (self);
  g_autofree char *reasons = collect_reasons (store, incidents, n_incidents, reason, error);
  DatelineMerging  merging = { TRUE, -1, reasons };
  gint64           id = reasons != NULL ? join (self, reports, incidents[0], &merging, error) : 0;

  if (id == 0 || !decide (store, reports, reason, error))
    return 0;
  for (guint i = 0; i < n_incidents; i++)
    if (!is_report (reports, incidents[i]) && !dateline_store_remove_whole (store, incidents[i], error))
      return 0;
  return id;
}

/**
 * dateline_session_merge:
 * @self: a session
 * @incidents: rows of the list, which are one event; the analyst's values,
 *   note, tags and status of the first are kept
 * @n_incidents: two or more
 * @reason: (nullable): why, in the analyst's words
 * @error: return location for a #GError
 *
 * Returns: the row of the one incident; 0 on failure
 */
gint64
dateline_session_merge (DatelineSession *self, const gint64 *incidents, guint n_incidents, const char *reason, GError **error)
{
  g_autoptr (GArray) reports = NULL;
  g_autofree char   *label = NULL;
  gint64             id;

  g_return_val_if_fail (DATELINE_IS_SESSION (self), 0);
  g_return_val_if_fail (n_incidents >= 2, 0);

  reports = find_reports (dateline_session_get_store (self), incidents, n_incidents, error);
  if (reports == NULL)
    return 0;
  label = make_label (self, C_ ("step", "Merge"), incidents, n_incidents);
  if (!dateline_session_begin_step (self, label, error))
    return 0;
  id = merge (self, incidents, n_incidents, reports, reason != NULL ? reason : "", error);
  return dateline_session_end_step (self, id != 0, error) ? id : 0;
}

/* A report that stands alone again is no longer what its decision, if
 * there is one, calls it. */
static gboolean
renew_decision (DatelineStore *store, gint64 report, const char *reason, GError **error)
{
  g_autofree char *decision = NULL;

  return dateline_store_load_decision (store, report, &decision, error) &&
         (decision == NULL || dateline_store_set_decision (store, report, reason, error));
}

/* Takes @taken out of @whole; what is left keeps the analyst's review. */
static gboolean
split (DatelineSession *self, gint64 whole, const GArray *left, const GArray *taken, const char *reason, GError **error)
{
  DatelineStore              *store = dateline_session_get_store (self);
  g_autoptr (DatelineMerging) merging = NULL;
  gboolean                    well;

  if (!dateline_store_load_merging (store, whole, &merging, error))
    return FALSE;
  if (left->len > 1)
    well = join (self, left, whole, merging != NULL ? merging : &(DatelineMerging){ FALSE, -1, NULL }, error) != 0;
  else
    well = dateline_store_move_review (store, whole, g_array_index (left, gint64, 0), error) &&
           renew_decision (store, g_array_index (left, gint64, 0), reason, error);
  return well && dateline_store_remove_whole (store, whole, error) && decide (store, taken, reason, error);
}

/**
 * dateline_session_split:
 * @self: a session
 * @incident: a row of the list with several reports
 * @reports: rows of those that tell of something else
 * @n_reports: how many, not all
 * @reason: (nullable): why, in the analyst's words
 * @error: return location for a #GError
 *
 * Lets each of @reports stand alone, unreviewed; the others stay one
 * incident.
 */
gboolean
dateline_session_split (DatelineSession *self, gint64 incident, const gint64 *reports, guint n_reports, const char *reason, GError **error)
{
  g_autoptr (GArray) left = NULL;
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char   *label = NULL;

  g_return_val_if_fail (DATELINE_IS_SESSION (self), FALSE);

  left = find_reports (dateline_session_get_store (self), &incident, 1, error);
  if (left == NULL)
    return FALSE;
  g_array_append_vals (taken, reports, n_reports);
  for (guint i = left->len; i > 0; i--)
    if (is_report (taken, g_array_index (left, gint64, i - 1)))
      g_array_remove_index (left, i - 1);
  g_return_val_if_fail (left->len > 0, FALSE);

  label = make_label (self, C_ ("step", "Split"), &incident, 1);
  if (!dateline_session_begin_step (self, label, error))
    return FALSE;
  return dateline_session_end_step (self, split (self, incident, left, taken, reason != NULL ? reason : "", error), error);
}

/* Shows what changed, unless it is shown already. */
static void
select_changed (DatelineSession *self, const GArray *changed)
{
  gint64 first = 0;

  for (guint i = 0; i < changed->len; i++)
    {
      gint64 id = g_array_index (changed, gint64, i);

      if (dateline_incident_table_find (dateline_session_get_table (self), id) == G_MAXUINT)
        continue;
      if (id == dateline_session_get_selected (self))
        return;
      if (first == 0)
        first = id;
    }
  if (first != 0)
    dateline_session_select (self, first);
}

static gboolean
move (DatelineSession *self, gboolean (*func) (DatelineStore *, GArray **, GError **), GError **error)
{
  g_autoptr (GArray) changed = NULL;

  if (!func (dateline_session_get_store (self), &changed, error))
    return FALSE;
  dateline_session_update (self, changed);
  select_changed (self, changed);
  return TRUE;
}

/**
 * dateline_session_undo:
 * @self: a session
 * @error: return location for a #GError
 *
 * Takes the last step back and selects what it had changed; does nothing
 * when there is none.
 */
gboolean
dateline_session_undo (DatelineSession *self, GError **error)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), FALSE);

  return move (self, dateline_store_undo, error);
}

gboolean
dateline_session_redo (DatelineSession *self, GError **error)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), FALSE);

  return move (self, dateline_store_redo, error);
}
