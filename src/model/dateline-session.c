/* dateline-session.c: the one hub of a window: store, filter, window, selection
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dateline-model"

#include "config.h"

#include "dateline-session-private.h"

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
  dateline_session_drop_articles (self);
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

void
dateline_session_notify (DatelineSession *self, DatelineSessionProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
dateline_session_tell_visible_changed (DatelineSession *self)
{
  g_signal_emit (self, signals[SIGNAL_VISIBLE_CHANGED], 0);
}

void
dateline_session_tell_views_changed (DatelineSession *self)
{
  g_signal_emit (self, signals[SIGNAL_VIEWS_CHANGED], 0);
}

void
dateline_session_tell_incidents_changed (DatelineSession *self)
{
  g_signal_emit (self, signals[SIGNAL_INCIDENTS_CHANGED], 0);
  dateline_session_tell_visible_changed (self);
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
  dateline_session_notify (self, PROP_PICKING);
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
