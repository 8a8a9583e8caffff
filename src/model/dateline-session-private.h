/* dateline-session-private.h: what the files of the session share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-incident-list.h"
#include "dateline-session.h"

G_BEGIN_DECLS

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

typedef enum
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
} DatelineSessionProperty;

/* dateline-session.c */
DatelineFuseFunc dateline_session_get_fuse (DatelineSession *self);
void             dateline_session_notify (DatelineSession *self, DatelineSessionProperty property);
void             dateline_session_tell_visible_changed (DatelineSession *self);
void             dateline_session_tell_incidents_changed (DatelineSession *self);
void             dateline_session_tell_views_changed (DatelineSession *self);

/* dateline-session-window.c: the caller of the last freezes notification
 * and tells visible-changed */
void dateline_session_update_list (DatelineSession *self, guint n_shown_before);
void dateline_session_update_interval (DatelineSession *self);
void dateline_session_set_can_go_back (DatelineSession *self, gboolean can_go_back);
void dateline_session_replace_window (DatelineSession *self, DatelineDateWindow window);

/* dateline-session-filter.c */
void dateline_session_apply_filter (DatelineSession *self);

/* dateline-session-selection.c */
void dateline_session_set_selected (DatelineSession *self, gint64 incident);
void dateline_session_drop_articles (DatelineSession *self);

/* dateline-session-load.c */
void dateline_session_update (DatelineSession *self, const GArray *changed);

/* dateline-session-edit.c */
gboolean dateline_session_begin_step (DatelineSession *self, const char *label, GError **error);
gboolean dateline_session_end_step (DatelineSession *self, gboolean well, GError **error);

G_END_DECLS
