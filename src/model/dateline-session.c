/* dateline-session.c: the one hub of a window: store, filter, window, selection
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-model"

#include "config.h"

#include "dateline-session-private.h"

#include <string.h>

#include "dateline-facets-load.h"
#include "dateline-incident-list.h"
#include "dateline-incident-table-load.h"

/* Articles kept after they were asked for. */
#define N_CACHED_ARTICLES 64

struct _DatelineSession
{
  GObject parent_instance;

  DatelineStore         *store;
  DatelineStoreCounts    counts;
  DatelineIncidentTable *table;
  DatelineIncidentList  *list;

  DatelineFilter *filter;
  DatelineFacets *facets;    /* of the table's rows; NULL until asked for */
  guint8         *held_back; /* a byte a row, see dateline_filter_apply() */

  DatelineDateWindow   window;
  DatelineDateWindow   window_before; /* the one that a selection moved away from */
  gboolean             can_go_back;   /* to it */
  DatelineDay          first_day;
  DatelineDay          last_day;
  DatelineDateInterval interval; /* what that comes to */

  gint64            selected;
  gint64            selected_report;   /* the first of its reports, 0 for none */
  DatelineIncident *selected_incident; /* NULL until asked for */

  gboolean            picking;
  DatelineCandidates *candidates; /* none while no place is corrected */

  DatelineFuseFunc    fuse;
  DatelineRespellFunc respell;    /* NULL: what is looked for is as it is typed */
  char               *undo_label; /* NULL for none */
  char               *redo_label;

  GHashTable *articles;    /* row id → DatelineArticle */
  GQueue      article_ids; /* gint64 *, the hash table's keys, latest first */
};

enum
{
  PROP_0,
  PROP_DAY,
  PROP_WINDOW_KIND,
  PROP_SPAN_DAYS,
  PROP_WINDOW_FIRST,
  PROP_SELECTED,
  PROP_N_INCIDENTS,
  PROP_N_REPORTS,
  PROP_N_ARTICLES,
  PROP_N_SHOWN,
  PROP_PICKING,
  PROP_CAN_GO_BACK,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPS
};

enum
{
  SIGNAL_INCIDENTS_CHANGED,
  SIGNAL_VISIBLE_CHANGED,
  SIGNAL_SHOW_ARTICLE,
  SIGNAL_VIEWS_CHANGED,
  SIGNAL_POINT_PICKED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (DatelineSession, dateline_session, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static void
drop_articles (DatelineSession *self)
{
  g_queue_clear (&self->article_ids);
  g_hash_table_remove_all (self->articles);
}

/* Lets the list follow the window; tells n-shown when it changed. */
static void
update_list (DatelineSession *self, guint n_shown_before)
{
  dateline_incident_list_set_window (self->list, dateline_session_get_window (self));
  if (dateline_incident_list_get_n_rows (self->list) != n_shown_before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SHOWN]);
}

static void
update_interval (DatelineSession *self)
{
  self->interval = dateline_date_window_get_interval (&self->window, self->first_day);
}

/* Puts another window in place; the caller has frozen notification and
 * tells visible-changed. */
static void
replace_window (DatelineSession *self, DatelineDateWindow window)
{
  DatelineDay first = dateline_session_get_window_first (self);

  if (self->window.day != window.day)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
  if (self->window.kind != window.kind)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WINDOW_KIND]);
  if (self->window.n_days != window.n_days)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPAN_DAYS]);

  self->window = window;
  update_interval (self);
  if (dateline_session_get_window_first (self) != first)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WINDOW_FIRST]);
  update_list (self, dateline_incident_list_get_n_rows (self->list));
}

static void
tell_visible_changed (DatelineSession *self)
{
  g_signal_emit (self, signals[SIGNAL_VISIBLE_CHANGED], 0);
}

static void
set_can_go_back (DatelineSession *self, gboolean can_go_back)
{
  if (self->can_go_back == can_go_back)
    return;

  self->can_go_back = can_go_back;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_BACK]);
}

static void
set_window (DatelineSession *self, DatelineDateWindow window)
{
  if (dateline_date_window_equal (&self->window, &window))
    return;

  g_object_freeze_notify (G_OBJECT (self));
  set_can_go_back (self, FALSE);
  replace_window (self, window);
  g_object_thaw_notify (G_OBJECT (self));
  tell_visible_changed (self);
}

typedef struct
{
  const DatelineIncidentTable *table;
  guint8                      *matches; /* a byte a row */
  guint                        n_found;
} Matching;

static void
add_match (gint64 incident, gpointer user_data)
{
  Matching *matching = user_data;
  guint     row = dateline_incident_table_find (matching->table, incident);

  if (row == G_MAXUINT)
    return;
  matching->matches[row] = TRUE;
  matching->n_found++;
}

static char *
respell (DatelineSession *self, const char *text, gboolean by_sound)
{
  return self->respell != NULL ? self->respell (text, by_sound) : g_strdup (text);
}

static gboolean
search (DatelineSession *self, const char *text, gboolean by_sound, Matching *matching)
{
  g_autofree char   *words = respell (self, text, by_sound);
  g_autoptr (GError) error = NULL;

  if (!dateline_store_search (self->store, words, add_match, matching, &error))
    g_warning ("%s", error->message);
  return matching->n_found > 0;
}

/* A byte a row, whether it has every word of @text; where nothing has,
 * names that sound so are looked for. */
static guint8 *
find_matches (DatelineSession *self, const char *text)
{
  guint8  *matches = g_new0 (guint8, self->table->n_rows);
  Matching matching = { self->table, matches, 0 };

  if (text[strspn (text, " \t\n")] == '\0')
    memset (matches, TRUE, self->table->n_rows);
  else if (!search (self, text, FALSE, &matching) && self->respell != NULL)
    search (self, text, TRUE, &matching);
  return matches;
}

/* They cost a walk through the project: not before someone asks. */
static const DatelineFacets *
ensure_facets (DatelineSession *self)
{
  if (self->facets == NULL)
    self->facets = dateline_facets_load (self->store, self->table);
  return self->facets;
}

static void
apply_filter (DatelineSession *self)
{
  g_autofree guint8 *matches = self->filter->text != NULL ? find_matches (self, self->filter->text) : NULL;

  g_free (self->held_back);
  self->held_back = g_new (guint8, self->table->n_rows);
  dateline_filter_apply (self->filter, self->table, dateline_filter_needs_facets (self->filter) ? ensure_facets (self) : NULL, matches, self->held_back);
}

/* The last day that an incident is known to have reached: the end of a
 * short interval, but only the start of "in March" or "in 2023". */
static DatelineDay
get_last_day (const DatelineIncidentTable *table, guint row)
{
  gint64 last = table->date_precision[row] <= DATELINE_DATE_WEEK ? table->end[row] - 1 : table->start[row];

  return dateline_day_at (last, DATELINE_REGION_OFFSET_MINUTES);
}

static void
measure_span (DatelineSession *self)
{
  const DatelineIncidentTable *table = self->table;

  self->first_day = DATELINE_DAY_NONE;
  self->last_day = DATELINE_DAY_NONE;
  if (table->n_dated == 0)
    return;

  self->first_day = dateline_day_at (table->start[0], DATELINE_REGION_OFFSET_MINUTES);
  for (guint row = 0; row < table->n_dated; row++)
    self->last_day = MAX (self->last_day, get_last_day (table, row));
}

/* Who stands on the last day stays on the last day when more comes. */
static DatelineDay
choose_day (DatelineSession *self, DatelineDay old_last_day)
{
  if (self->window.day == DATELINE_DAY_NONE || self->window.day == old_last_day)
    return self->last_day;
  return self->window.day;
}

static void
notify_counts (DatelineSession *self, const DatelineStoreCounts *before)
{
  GObject *object = G_OBJECT (self);

  if (before->n_incidents != self->counts.n_incidents)
    g_object_notify_by_pspec (object, properties[PROP_N_INCIDENTS]);
  if (before->n_reports != self->counts.n_reports)
    g_object_notify_by_pspec (object, properties[PROP_N_REPORTS]);
  if (before->n_articles != self->counts.n_articles)
    g_object_notify_by_pspec (object, properties[PROP_N_ARTICLES]);
}

static void
set_label (DatelineSession *self, char **label, char *now, guint property)
{
  g_autofree char *before = *label;

  *label = now;
  if (g_strcmp0 (before, now) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
update_labels (DatelineSession *self)
{
  g_autoptr (GError) error = NULL;
  char              *undo = NULL, *redo = NULL;

  if (!dateline_store_get_step_labels (self->store, &undo, &redo, &error))
    g_warning ("%s", error->message);
  set_label (self, &self->undo_label, undo, PROP_UNDO_LABEL);
  set_label (self, &self->redo_label, redo, PROP_REDO_LABEL);
}

static void
set_selected (DatelineSession *self, gint64 incident)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->selected_incident, dateline_incident_free);
  if (self->selected == incident)
    return;

  self->selected = incident;
  self->selected_report = incident != 0 ? dateline_store_find_report (self->store, incident, &error) : 0;
  if (error != NULL)
    g_warning ("%s", error->message);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/* The selected incident in @table; where its reports were merged anew,
 * the one that its first report is part of now. */
static gint64
follow_selected (DatelineSession *self, const DatelineIncidentTable *table)
{
  gint64 whole;

  if (self->selected == 0 || dateline_incident_table_find (table, self->selected) != G_MAXUINT)
    return self->selected;

  whole = dateline_store_find_whole (self->store, self->selected_report, NULL);
  return whole != 0 && dateline_incident_table_find (table, whole) != G_MAXUINT ? whole : 0;
}

/* Puts @table in place of the old one, and all that hangs on it; only
 * @changed differ unless that is NULL. */
static void
replace_table (DatelineSession *self, DatelineIncidentTable *table, const GArray *changed)
{
  g_autoptr (DatelineIncidentTable) old_table = self->table;
  guint                             n_shown = dateline_incident_list_get_n_rows (self->list);
  DatelineDay                       old_first = dateline_session_get_window_first (self);
  DatelineDay                       old_last_day = self->last_day;
  DatelineDay                       day;

  self->table = table;
  g_clear_pointer (&self->facets, dateline_facets_free);
  apply_filter (self);
  measure_span (self);
  day = choose_day (self, old_last_day);
  if (self->window.day != day)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
  self->window.day = day;
  update_interval (self);
  if (dateline_session_get_window_first (self) != old_first)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WINDOW_FIRST]);
  if (changed != NULL)
    dateline_incident_list_change_table (self->list, table, changed);
  else
    dateline_incident_list_set_table (self->list, self->store, table);
  update_list (self, n_shown);

  drop_articles (self);
  set_selected (self, follow_selected (self, table));
}

static void
dateline_session_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  DatelineSession *self = DATELINE_SESSION (object);

  switch (property_id)
    {
    case PROP_DAY:
      g_value_set_int (value, self->window.day);
      break;
    case PROP_WINDOW_KIND:
      g_value_set_enum (value, self->window.kind);
      break;
    case PROP_SPAN_DAYS:
      g_value_set_int (value, self->window.n_days);
      break;
    case PROP_WINDOW_FIRST:
      g_value_set_int (value, dateline_session_get_window_first (self));
      break;
    case PROP_SELECTED:
      g_value_set_int64 (value, self->selected);
      break;
    case PROP_N_INCIDENTS:
      g_value_set_uint (value, self->counts.n_incidents);
      break;
    case PROP_N_REPORTS:
      g_value_set_uint (value, self->counts.n_reports);
      break;
    case PROP_N_ARTICLES:
      g_value_set_uint (value, self->counts.n_articles);
      break;
    case PROP_PICKING:
      g_value_set_boolean (value, self->picking);
      break;
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, self->can_go_back);
      break;
    case PROP_N_SHOWN:
      g_value_set_uint (value, dateline_incident_list_get_n_rows (self->list));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
dateline_session_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  DatelineSession *self = DATELINE_SESSION (object);

  switch (property_id)
    {
    case PROP_DAY:
      dateline_session_set_day (self, g_value_get_int (value));
      break;
    case PROP_WINDOW_KIND:
      dateline_session_set_window_kind (self, g_value_get_enum (value));
      break;
    case PROP_SPAN_DAYS:
      dateline_session_set_span_days (self, g_value_get_int (value));
      break;
    case PROP_WINDOW_FIRST:
      dateline_session_set_window_first (self, g_value_get_int (value));
      break;
    case PROP_PICKING:
      dateline_session_set_picking (self, g_value_get_boolean (value));
      break;
    case PROP_SELECTED:
      dateline_session_select (self, g_value_get_int64 (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
dateline_session_finalize (GObject *object)
{
  DatelineSession *self = DATELINE_SESSION (object);

  /* Whoever still holds the list finds it empty. */
  dateline_incident_list_set_table (self->list, NULL, NULL);
  g_object_unref (self->list);
  dateline_incident_table_free (self->table);
  dateline_filter_free (self->filter);
  dateline_facets_free (self->facets);
  g_free (self->held_back);
  g_free (self->undo_label);
  g_free (self->redo_label);
  g_clear_pointer (&self->selected_incident, dateline_incident_free);
  g_object_unref (self->candidates);
  drop_articles (self);
  g_hash_table_unref (self->articles);
  dateline_store_free (self->store);

  G_OBJECT_CLASS (dateline_session_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags own = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags shown = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_DAY] = g_param_spec_int ("day", NULL, NULL, G_MININT, G_MAXINT, DATELINE_DAY_NONE, own);
  properties[PROP_WINDOW_KIND] =
    g_param_spec_enum ("window-kind", NULL, NULL, DATELINE_TYPE_WINDOW_KIND, DATELINE_WINDOW_UP_TO, own);
  properties[PROP_SPAN_DAYS] = g_param_spec_int ("span-days", NULL, NULL, 1, G_MAXINT, 14, own);
  properties[PROP_WINDOW_FIRST] = g_param_spec_int ("window-first", NULL, NULL, G_MININT, G_MAXINT, DATELINE_DAY_NONE, own);
  properties[PROP_SELECTED] = g_param_spec_int64 ("selected", NULL, NULL, 0, G_MAXINT64, 0, own);
  properties[PROP_N_INCIDENTS] = g_param_spec_uint ("n-incidents", NULL, NULL, 0, G_MAXUINT, 0, shown);
  properties[PROP_N_REPORTS] = g_param_spec_uint ("n-reports", NULL, NULL, 0, G_MAXUINT, 0, shown);
  properties[PROP_N_ARTICLES] = g_param_spec_uint ("n-articles", NULL, NULL, 0, G_MAXUINT, 0, shown);
  properties[PROP_PICKING] = g_param_spec_boolean ("picking", NULL, NULL, FALSE, own);
  properties[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, shown);
  properties[PROP_N_SHOWN] = g_param_spec_uint ("n-shown", NULL, NULL, 0, G_MAXUINT, 0, shown);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, shown);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, shown);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dateline_session_class_init (DatelineSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType         type = G_TYPE_FROM_CLASS (klass);

  object_class->get_property = dateline_session_get_property;
  object_class->set_property = dateline_session_set_property;
  object_class->finalize = dateline_session_finalize;

  install_properties (object_class);
  signals[SIGNAL_INCIDENTS_CHANGED] =
    g_signal_new ("incidents-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_VISIBLE_CHANGED] =
    g_signal_new ("visible-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_VIEWS_CHANGED] =
    g_signal_new ("views-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_POINT_PICKED] =
    g_signal_new ("point-picked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[SIGNAL_SHOW_ARTICLE] =
    g_signal_new ("show-article", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_UINT, G_TYPE_UINT);
}

static void
dateline_session_init (DatelineSession *self)
{
  self->table = dateline_incident_table_new (0);
  self->list = dateline_incident_list_new ();
  self->filter = dateline_filter_new ();
  self->candidates = dateline_candidates_new ();
  self->window = (DatelineDateWindow) DATELINE_DATE_WINDOW_INIT;
  self->first_day = DATELINE_DAY_NONE;
  self->last_day = DATELINE_DAY_NONE;
  self->interval = DATELINE_DATE_INTERVAL_NONE;
  self->articles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) dateline_article_free);
  g_queue_init (&self->article_ids);
}

/**
 * dateline_session_new:
 * @store: (transfer full): the project
 *
 * Returns: (transfer full): a session that has loaded @store and stands
 *   on its last day with incidents
 */
DatelineSession *
dateline_session_new (DatelineStore *store)
{
  DatelineSession *self;

  g_return_val_if_fail (store != NULL, NULL);

  self = g_object_new (DATELINE_TYPE_SESSION, NULL);
  self->store = store;
  dateline_session_reload (self);

  return self;
}

/**
 * dateline_session_get_store:
 * @self: a session
 *
 * Returns: (transfer none): the project; call dateline_session_reload()
 *   after changing it
 */
DatelineStore *
dateline_session_get_store (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), NULL);

  return self->store;
}

/* Shows @table, which is all that is in the store now. */
static void
show_table (DatelineSession *self, DatelineIncidentTable *table, const DatelineStoreCounts *counts, const GArray *changed)
{
  DatelineStoreCounts before = self->counts;

  self->counts = *counts;
  g_object_freeze_notify (G_OBJECT (self));
  notify_counts (self, &before);
  update_labels (self);
  replace_table (self, table, changed);
  g_object_thaw_notify (G_OBJECT (self));

  g_signal_emit (self, signals[SIGNAL_INCIDENTS_CHANGED], 0);
  tell_visible_changed (self);
}

/**
 * dateline_session_show:
 * @self: a session
 * @table: (transfer full): what is in its store now
 * @counts: how much that is
 *
 * As dateline_session_reload(), with a @table that was loaded elsewhere.
 */
void
dateline_session_show (DatelineSession *self, DatelineIncidentTable *table, const DatelineStoreCounts *counts)
{
  g_return_if_fail (DATELINE_IS_SESSION (self));

  show_table (self, table, counts, NULL);
}

/**
 * dateline_session_new_loaded:
 * @store: (transfer full): the project
 * @table: (transfer full): its incidents
 * @counts: what is in it
 *
 * Returns: (transfer full): a session as of dateline_session_new(), for
 *   which @store was read elsewhere
 */
DatelineSession *
dateline_session_new_loaded (DatelineStore *store, DatelineIncidentTable *table, const DatelineStoreCounts *counts)
{
  DatelineSession *self;

  g_return_val_if_fail (store != NULL, NULL);

  self = g_object_new (DATELINE_TYPE_SESSION, NULL);
  self->store = store;
  dateline_session_show (self, table, counts);

  return self;
}

/**
 * dateline_session_replace_store:
 * @self: a session
 * @store: (transfer full): a copy of its project, row for row
 *
 * Goes on with @store; nothing else changes.
 */
void
dateline_session_replace_store (DatelineSession *self, DatelineStore *store)
{
  g_return_if_fail (DATELINE_IS_SESSION (self));
  g_return_if_fail (store != NULL);

  dateline_incident_list_set_store (self->list, store);
  dateline_store_free (self->store);
  self->store = store;
}

/**
 * dateline_session_reload:
 * @self: a session
 *
 * Reads the incidents from the store again. Window and selection stay
 * where they can; a day that was the last stays the last. When the store
 * cannot be read, all stays as it was.
 */
void
dateline_session_reload (DatelineSession *self)
{
  g_autoptr (GError)     error = NULL;
  DatelineIncidentTable *table;
  DatelineStoreCounts    counts;

  g_return_if_fail (DATELINE_IS_SESSION (self));

  table = dateline_incident_table_load (self->store, &counts, &error);
  if (table == NULL)
    g_warning ("%s", error->message);
  else
    dateline_session_show (self, table, &counts);
}

/**
 * dateline_session_update:
 * @self: a session
 * @changed: (element-type gint64): rows of the store by id, some perhaps
 *   no more
 *
 * Reads the incidents of @changed again. A step that changed none changed
 * views.
 */
void
dateline_session_update (DatelineSession *self, const GArray *changed)
{
  g_autoptr (GError)     error = NULL;
  DatelineIncidentTable *table;
  DatelineStoreCounts    counts = self->counts;

  if (changed->len == 0)
    {
      update_labels (self);
      g_signal_emit (self, signals[SIGNAL_VIEWS_CHANGED], 0);
      return;
    }

  table = dateline_incident_table_load_changed (self->store, self->table, changed, &counts, &error);
  if (table == NULL)
    g_warning ("%s", error->message);
  else
    show_table (self, table, &counts, changed);
}

const DatelineIncidentTable *
dateline_session_get_table (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), NULL);

  return self->table;
}

/**
 * dateline_session_get_list:
 * @self: a session
 *
 * Returns: (transfer none): the incidents shown, by time; an item is
 *   loaded when it is asked for
 */
GListModel *
dateline_session_get_list (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), NULL);

  return G_LIST_MODEL (self->list);
}

/**
 * dateline_session_find_position:
 * @self: a session
 * @incident: a row id
 *
 * Returns: where @incident is in the list, also in the midst of the
 *   list's items-changed; %G_MAXUINT, which is GTK's invalid position,
 *   when it is not shown
 */
guint
dateline_session_find_position (DatelineSession *self, gint64 incident)
{
  guint row;

  g_return_val_if_fail (DATELINE_IS_SESSION (self), G_MAXUINT);

  row = dateline_incident_table_find (self->table, incident);
  return row != G_MAXUINT ? dateline_incident_list_find_row (self->list, row) : G_MAXUINT;
}

/**
 * dateline_session_get_window:
 * @self: a session
 *
 * Returns: the window; not set while nothing has a date
 */
DatelineDateInterval
dateline_session_get_window (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), DATELINE_DATE_INTERVAL_NONE);

  return self->interval;
}

/**
 * dateline_session_get_day:
 * @self: a session
 *
 * Returns: the day of the slider; %DATELINE_DAY_NONE while nothing has a
 *   date
 */
DatelineDay
dateline_session_get_day (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), DATELINE_DAY_NONE);

  return self->window.day;
}

/**
 * dateline_session_set_day:
 * @self: a session
 * @day: a civil day, brought within the years 1–9999
 */
void
dateline_session_set_day (DatelineSession *self, DatelineDay day)
{
  DatelineDateWindow window;

  g_return_if_fail (DATELINE_IS_SESSION (self));

  if (day == DATELINE_DAY_NONE)
    return;

  window = self->window;
  window.day = CLAMP (day, dateline_day_new (1, 1, 1), dateline_day_new (9999, 12, 31));
  set_window (self, window);
}

DatelineWindowKind
dateline_session_get_window_kind (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), DATELINE_WINDOW_UP_TO);

  return self->window.kind;
}

/**
 * dateline_session_set_window_kind:
 * @self: a session
 * @kind: what to show with the day, which stays
 */
void
dateline_session_set_window_kind (DatelineSession *self, DatelineWindowKind kind)
{
  g_return_if_fail (DATELINE_IS_SESSION (self));
  g_return_if_fail (kind < DATELINE_N_WINDOW_KINDS);

  set_window (self, dateline_date_window_with_kind (&self->window, kind, self->first_day));
}

int
dateline_session_get_span_days (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), 1);

  return self->window.n_days;
}

void
dateline_session_set_span_days (DatelineSession *self, int n_days)
{
  g_return_if_fail (DATELINE_IS_SESSION (self));

  set_window (self, dateline_date_window_with_n_days (&self->window, n_days));
}

/**
 * dateline_session_get_window_first:
 * @self: a session
 *
 * Returns: the first day of the window; %DATELINE_DAY_NONE while nothing
 *   has a date
 */
DatelineDay
dateline_session_get_window_first (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), DATELINE_DAY_NONE);

  if (self->window.day == DATELINE_DAY_NONE)
    return DATELINE_DAY_NONE;
  return dateline_date_window_get_first (&self->window, self->first_day);
}

void
dateline_session_set_window_first (DatelineSession *self, DatelineDay first)
{
  g_return_if_fail (DATELINE_IS_SESSION (self));

  if (self->window.day != DATELINE_DAY_NONE && first != dateline_session_get_window_first (self))
    set_window (self, dateline_date_window_with_first (&self->window, first));
}

/**
 * dateline_session_show_days:
 * @self: a session
 * @first: the first day to show
 * @last: the last day to show, not before @first
 *
 * Stands on @last, with a span that begins with @first.
 */
void
dateline_session_show_days (DatelineSession *self, DatelineDay first, DatelineDay last)
{
  DatelineDateWindow window;

  g_return_if_fail (DATELINE_IS_SESSION (self));
  g_return_if_fail (first != DATELINE_DAY_NONE && first <= last);

  window = first < last ? dateline_date_window_with_n_days (&self->window, last - first + 1) : self->window;
  window.day = CLAMP (last, dateline_day_new (1, 1, 1), dateline_day_new (9999, 12, 31));
  if (first == last)
    window.kind = DATELINE_WINDOW_DAY;
  set_window (self, window);
}

/**
 * dateline_session_get_span:
 * @self: a session
 * @first: (out): the day on which the first incident begins
 * @last: (out): the last day that one is known to reach
 *
 * Returns: %FALSE, with nothing set, when nothing has a date
 */
gboolean
dateline_session_get_span (DatelineSession *self, DatelineDay *first, DatelineDay *last)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), FALSE);

  if (self->table->n_dated == 0)
    return FALSE;

  *first = self->first_day;
  *last = self->last_day;
  return TRUE;
}

/* The first dated row that does not start before @seconds. */
static guint
find_row_at (const DatelineIncidentTable *table, gint64 seconds)
{
  guint low = 0, high = table->n_dated;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (table->start[middle] < seconds)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * dateline_session_find_day_with_incidents:
 * @self: a session
 * @from: where to look from; not itself a result
 * @direction: forwards when positive, else backwards
 *
 * Returns: the nearest day on which an incident that passes the filter
 *   begins; %DATELINE_DAY_NONE when there is none
 */
DatelineDay
dateline_session_find_day_with_incidents (DatelineSession *self, DatelineDay from, int direction)
{
  const DatelineIncidentTable *table;
  DatelineDateInterval         day;
  guint                        row;

  g_return_val_if_fail (DATELINE_IS_SESSION (self), DATELINE_DAY_NONE);
  g_return_val_if_fail (from != DATELINE_DAY_NONE, DATELINE_DAY_NONE);

  table = self->table;
  day = dateline_date_interval_for_days (from, from, DATELINE_REGION_OFFSET_MINUTES);
  if (direction > 0)
    {
      for (row = find_row_at (table, day.end); row < table->n_dated; row++)
        if (table->passes[row])
          return dateline_day_at (table->start[row], DATELINE_REGION_OFFSET_MINUTES);
    }
  else
    {
      for (row = find_row_at (table, day.start); row > 0; row--)
        if (table->passes[row - 1])
          return dateline_day_at (table->start[row - 1], DATELINE_REGION_OFFSET_MINUTES);
    }
  return DATELINE_DAY_NONE;
}

/**
 * dateline_session_is_visible:
 * @self: a session
 * @row: a row of its table
 *
 * Returns: whether the row passes the filter and lies in the window
 */
gboolean
dateline_session_is_visible (DatelineSession *self, guint row)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), FALSE);
  g_return_val_if_fail (row < self->table->n_rows, FALSE);

  return self->table->passes[row] &&
         dateline_incident_table_row_in_window (self->table, row, dateline_session_get_window (self));
}

/**
 * dateline_session_get_filter:
 * @self: a session
 *
 * Returns: (transfer none): which incidents are shown; copy it to change
 *   it
 */
const DatelineFilter *
dateline_session_get_filter (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), NULL);

  return self->filter;
}

/**
 * dateline_session_set_filter:
 * @self: a session
 * @filter: which incidents to show; copied
 *
 * Leaves window and selection as they are.
 */
void
dateline_session_set_filter (DatelineSession *self, const DatelineFilter *filter)
{
  g_autoptr (DatelineFilter) old_filter = NULL;
  guint                      n_shown;

  g_return_if_fail (DATELINE_IS_SESSION (self));
  g_return_if_fail (filter != NULL);

  if (dateline_filter_equal (self->filter, filter))
    return;

  old_filter = g_steal_pointer (&self->filter);
  self->filter = dateline_filter_copy (filter);
  n_shown = dateline_incident_list_get_n_rows (self->list);
  apply_filter (self);
  dateline_incident_list_refilter (self->list);
  if (dateline_incident_list_get_n_rows (self->list) != n_shown)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SHOWN]);
  tell_visible_changed (self);
}

/**
 * dateline_session_get_facets:
 * @self: a session
 *
 * Returns: (transfer none): the values of its table's rows, until
 *   incidents-changed
 */
const DatelineFacets *
dateline_session_get_facets (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), NULL);

  return ensure_facets (self);
}

/**
 * dateline_session_count_values:
 * @self: a session
 * @facet: which question
 *
 * Returns: (transfer full): a count for each of the facet's values: how
 *   many incidents have it that are in the window and pass the filter but
 *   for this facet, which is what ticking the value would show
 */
guint *
dateline_session_count_values (DatelineSession *self, DatelineFacet facet)
{
  const DatelineIncidentTable *table;
  DatelineDateInterval         window;
  guint                       *counts;

  g_return_val_if_fail (DATELINE_IS_SESSION (self), NULL);

  table = self->table;
  window = dateline_session_get_window (self);
  counts = g_new0 (guint, dateline_facets_get_n_values (ensure_facets (self), facet) + 1);
  for (guint row = 0; row < table->n_dated && table->start[row] < window.end; row++)
    {
      guint          n_values;
      const guint32 *values;

      if (table->end[row] <= window.start ||
          (self->held_back[row] != DATELINE_HELD_BACK_NOT && self->held_back[row] != 1 + facet))
        continue;
      values = dateline_facets_get_row (self->facets, facet, row, &n_values);
      for (guint i = 0; i < n_values; i++)
        counts[values[i]]++;
    }

  return counts;
}

gint64
dateline_session_get_selected (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), 0);

  return self->selected;
}

/**
 * dateline_session_select:
 * @self: a session
 * @incident: a row id, 0 for none; one that is not there is ignored
 *
 * Selects, and moves the day to the incident's first when it is outside
 * the window.
 */
void
dateline_session_select (DatelineSession *self, gint64 incident)
{
  guint    row = G_MAXUINT;
  gboolean moves;

  g_return_if_fail (DATELINE_IS_SESSION (self));

  if (self->selected == incident)
    return;
  if (incident != 0 && (row = dateline_incident_table_find (self->table, incident)) == G_MAXUINT)
    return;

  moves = row < self->table->n_dated &&
          !dateline_incident_table_row_in_window (self->table, row, dateline_session_get_window (self));
  g_object_freeze_notify (G_OBJECT (self));
  set_selected (self, incident);
  if (moves)
    {
      DatelineDateWindow window = self->window;

      if (!self->can_go_back)
        self->window_before = window;
      window.day = dateline_day_at (self->table->start[row], DATELINE_REGION_OFFSET_MINUTES);
      replace_window (self, window);
      set_can_go_back (self, TRUE);
    }
  g_object_thaw_notify (G_OBJECT (self));
  if (moves)
    tell_visible_changed (self);
}

/**
 * dateline_session_go_back:
 * @self: a session
 *
 * Shows again what was shown before selections moved the date; does
 * nothing when the reader has moved it since.
 */
void
dateline_session_go_back (DatelineSession *self)
{
  g_return_if_fail (DATELINE_IS_SESSION (self));

  if (self->can_go_back)
    set_window (self, self->window_before);
}

/**
 * dateline_session_get_selected_incident:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the selected incident, until the
 *   selection or the project changes; %NULL when there is none or it
 *   cannot be read
 */
const DatelineIncident *
dateline_session_get_selected_incident (DatelineSession *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (DATELINE_IS_SESSION (self), NULL);

  if (self->selected != 0 && self->selected_incident == NULL)
    {
      self->selected_incident = dateline_store_load_incident (self->store, self->selected, &error);
      if (self->selected_incident == NULL)
        g_warning ("%s", error->message);
    }
  return self->selected_incident;
}

/**
 * dateline_session_get_article:
 * @self: a session
 * @article: a row id
 * @error: return location for a #GError
 *
 * Errors: those of dateline_store_load_article()
 *
 * Returns: (transfer none) (nullable): the article, until 64 others were
 *   asked for or the project changes
 */
const DatelineArticle *
dateline_session_get_article (DatelineSession *self, gint64 article, GError **error)
{
  DatelineArticle *loaded;
  gint64          *key;

  g_return_val_if_fail (DATELINE_IS_SESSION (self), NULL);

  loaded = g_hash_table_lookup (self->articles, &article);
  if (loaded != NULL)
    return loaded;
  loaded = dateline_store_load_article (self->store, article, error);
  if (loaded == NULL)
    return NULL;

  if (g_queue_get_length (&self->article_ids) == N_CACHED_ARTICLES)
    g_hash_table_remove (self->articles, g_queue_pop_tail (&self->article_ids));
  key = g_new (gint64, 1);
  *key = article;
  g_queue_push_head (&self->article_ids, key);
  g_hash_table_insert (self->articles, key, loaded);

  return loaded;
}

/**
 * dateline_session_show_article:
 * @self: a session
 * @article: a row id
 * @span: the bytes to show in it
 *
 * Asks whoever shows articles to show this one.
 */
void
dateline_session_show_article (DatelineSession *self, gint64 article, DatelineSpan span)
{
  g_return_if_fail (DATELINE_IS_SESSION (self));

  g_signal_emit (self, signals[SIGNAL_SHOW_ARTICLE], 0, article, span.begin, span.end);
}

/**
 * dateline_session_set_fuse:
 * @self: a session
 * @fuse: makes one incident of several reports; needed to merge and split
 */
void
dateline_session_set_fuse (DatelineSession *self, DatelineFuseFunc fuse)
{
  g_return_if_fail (DATELINE_IS_SESSION (self));

  self->fuse = fuse;
}

/**
 * dateline_session_set_respell:
 * @self: a session
 * @func: finds other names for what is looked for
 */
void
dateline_session_set_respell (DatelineSession *self, DatelineRespellFunc func)
{
  g_return_if_fail (DATELINE_IS_SESSION (self));

  self->respell = func;
}

/**
 * dateline_session_search_articles:
 * @self: a session
 * @text: what someone looks for
 * @func: called for every article with it; may not use the store
 * @user_data: for @func
 * @error: return location for a #GError
 */
gboolean
dateline_session_search_articles (DatelineSession *self, const char *text, DatelineIncidentIdFunc func, gpointer user_data, GError **error)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (DATELINE_IS_SESSION (self), FALSE);

  words = respell (self, text, FALSE);
  return dateline_store_search_articles (self->store, words, func, user_data, error);
}

DatelineFuseFunc
dateline_session_get_fuse (DatelineSession *self)
{
  return self->fuse;
}

const char *
dateline_session_get_undo_label (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), NULL);

  return self->undo_label;
}

const char *
dateline_session_get_redo_label (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), NULL);

  return self->redo_label;
}

gboolean
dateline_session_get_picking (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), FALSE);

  return self->picking;
}

/**
 * dateline_session_set_picking:
 * @self: a session
 * @picking: whether the next click on the map is a point for point-picked
 */
void
dateline_session_set_picking (DatelineSession *self, gboolean picking)
{
  g_return_if_fail (DATELINE_IS_SESSION (self));

  if (self->picking == !!picking)
    return;

  self->picking = !!picking;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PICKING]);
}

/**
 * dateline_session_pick:
 * @self: a session
 * @point: where the reader clicked
 */
void
dateline_session_pick (DatelineSession *self, DatelinePoint point)
{
  g_return_if_fail (DATELINE_IS_SESSION (self));

  dateline_session_set_picking (self, FALSE);
  g_signal_emit (self, signals[SIGNAL_POINT_PICKED], 0, point.lat, point.lon);
}

/**
 * dateline_session_get_candidates:
 * @self: a session
 *
 * Returns: (transfer none): where the incident that is being corrected may
 *   have been
 */
DatelineCandidates *
dateline_session_get_candidates (DatelineSession *self)
{
  g_return_val_if_fail (DATELINE_IS_SESSION (self), NULL);

  return self->candidates;
}
