/* dateline-session.h: the one hub of a window: store, filter, window, selection
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Map, timeline and panel never know one another: each reads the session,
 * asks it to change, and redraws when it notifies. Main thread only.
 */

#pragma once

#include <gio/gio.h>

#include "dateline-article.h"
#include "dateline-candidates.h"
#include "dateline-date-window.h"
#include "dateline-extraction.h"
#include "dateline-filter.h"
#include "dateline-incident-table.h"
#include "dateline-store.h"

G_BEGIN_DECLS

/* How far the correction of a place reaches. */
typedef enum
{
  DATELINE_PLACE_SCOPE_INCIDENT,
  DATELINE_PLACE_SCOPE_ARTICLE,
  DATELINE_PLACE_SCOPE_PROJECT
} DatelinePlaceScope;

/* One incident of several reports, by the values of all; the program's, for
 * the session knows nothing of the engine. */
typedef DatelineIncident *(*DatelineFuseFunc) (DatelineStore *store, GPtrArray *reports);

/* What someone looks for, with the other names of what it names, as
 * dateline_store_search() takes it; the program's, too. */
typedef char *(*DatelineRespellFunc) (const char *words, gboolean by_sound);

#define DATELINE_TYPE_SESSION (dateline_session_get_type ())
G_DECLARE_FINAL_TYPE (DatelineSession, dateline_session, DATELINE, SESSION, GObject)

/* Properties, all notified:
 *   "day"          int    DatelineDay the slider stands on
 *   "window-kind"  DatelineWindowKind
 *   "span-days"    int    how many days an own span has
 *   "window-first" int    DatelineDay the window begins with
 *   "selected"     int64  row id of the selected incident, 0 for none
 *   "n-incidents", "n-reports", "n-articles"  uint, of the whole project
 *   "n-shown"      uint, incidents in the window that pass the filter
 *   "picking"      boolean, whether the next click on the map is a point
 *                  that someone asked for
 *   "can-go-back"  boolean, whether a selection moved the date, and nobody
 *                  else has since
 *   "undo-label", "redo-label"  string, the step to be undone or redone,
 *                               NULL for none
 * Signals:
 *   "incidents-changed"  the table was rebuilt; old table pointers are gone
 *   "visible-changed"    the table, the filter or the window changed: what is
 *                        shown may differ. Always follows incidents-changed.
 *   "views-changed"      a filter was given a name, or lost it
 *   "point-picked" (double lat, double lon)  someone asked for a point of
 *                        the map, and the reader clicked one
 *   "show-article" (int64 article, uint begin, uint end)  someone asked to
 *                        see these bytes of that article
 */
DatelineSession *dateline_session_new (DatelineStore *store); /* takes it, and loads */
DatelineSession *dateline_session_new_loaded (DatelineStore *store, DatelineIncidentTable *table, const DatelineStoreCounts *counts);
void             dateline_session_replace_store (DatelineSession *self, DatelineStore *store);
DatelineStore   *dateline_session_get_store (DatelineSession *self);
void             dateline_session_reload (DatelineSession *self);
void             dateline_session_show (DatelineSession *self, DatelineIncidentTable *table, const DatelineStoreCounts *counts); /* takes the table */

const DatelineIncidentTable *dateline_session_get_table (DatelineSession *self);                      /* never NULL */
GListModel                  *dateline_session_get_list (DatelineSession *self);                       /* DatelineIncidentItem, those shown, by time */
guint                        dateline_session_find_position (DatelineSession *self, gint64 incident); /* in the list, G_MAXUINT when not shown */

DatelineDateInterval dateline_session_get_window (DatelineSession *self);
DatelineDay          dateline_session_get_day (DatelineSession *self);
void                 dateline_session_set_day (DatelineSession *self, DatelineDay day);
DatelineWindowKind   dateline_session_get_window_kind (DatelineSession *self);
void                 dateline_session_set_window_kind (DatelineSession *self, DatelineWindowKind kind);
int                  dateline_session_get_span_days (DatelineSession *self);
void                 dateline_session_set_span_days (DatelineSession *self, int n_days); /* and shows that span */
DatelineDay          dateline_session_get_window_first (DatelineSession *self);
void                 dateline_session_set_window_first (DatelineSession *self, DatelineDay first); /* keeps the day */
void                 dateline_session_show_days (DatelineSession *self, DatelineDay first, DatelineDay last);
gboolean             dateline_session_get_span (DatelineSession *self, DatelineDay *first, DatelineDay *last); /* FALSE when nothing has a date */
DatelineDay          dateline_session_find_day_with_incidents (DatelineSession *self, DatelineDay from, int direction);
gboolean             dateline_session_is_visible (DatelineSession *self, guint row);

const DatelineFilter *dateline_session_get_filter (DatelineSession *self);                               /* never NULL */
void                  dateline_session_set_filter (DatelineSession *self, const DatelineFilter *filter); /* copies it */
const DatelineFacets *dateline_session_get_facets (DatelineSession *self);                               /* never NULL */
guint                *dateline_session_count_values (DatelineSession *self, DatelineFacet facet);

void     dateline_session_set_respell (DatelineSession *self, DatelineRespellFunc respell);
gboolean dateline_session_search_articles (DatelineSession *self, const char *text, DatelineIncidentIdFunc func, gpointer user_data, GError **error);

/* Filters with a name, kept in the project */
char   **dateline_session_list_views (DatelineSession *self);
gboolean dateline_session_save_view (DatelineSession *self, const char *name, GError **error);
gboolean dateline_session_apply_view (DatelineSession *self, const char *name, GError **error);
gboolean dateline_session_rename_view (DatelineSession *self, const char *from, const char *to, GError **error);
gboolean dateline_session_remove_view (DatelineSession *self, const char *name, GError **error);

gint64                  dateline_session_get_selected (DatelineSession *self);
void                    dateline_session_go_back (DatelineSession *self);
void                    dateline_session_select (DatelineSession *self, gint64 incident); /* 0 clears; moves the day when it is outside the window */
const DatelineIncident *dateline_session_get_selected_incident (DatelineSession *self);   /* loaded from the store, NULL for none */
const DatelineArticle  *dateline_session_get_article (DatelineSession *self, gint64 article, GError **error);
void                    dateline_session_show_article (DatelineSession *self, gint64 article, DatelineSpan span);

/* Edits: each call is one step, written to the file when it returns TRUE,
 * and told by incidents-changed. On failure nothing was changed. What an
 * analyst has said of an incident: dateline_store_load_review(), the
 * engine's own values: dateline_store_load_engine_incident(). */
void        dateline_session_set_fuse (DatelineSession *self, DatelineFuseFunc fuse);
gboolean    dateline_session_set_status (DatelineSession *self, const gint64 *incidents, guint n_incidents, DatelineStatus status, GError **error);
gboolean    dateline_session_set_values (DatelineSession *self, const gint64 *incidents, guint n_incidents, guint values, const DatelineIncident *source, GError **error);
gboolean    dateline_session_reset_values (DatelineSession *self, const gint64 *incidents, guint n_incidents, guint values, GError **error);
gboolean    dateline_session_set_note (DatelineSession *self, gint64 incident, const char *note, GError **error);
gboolean    dateline_session_add_tag (DatelineSession *self, const gint64 *incidents, guint n_incidents, const char *tag, GError **error);
gboolean    dateline_session_remove_tag (DatelineSession *self, const gint64 *incidents, guint n_incidents, const char *tag, GError **error);
gboolean    dateline_session_correct_place (DatelineSession *self, gint64 incident, guint place, const DatelinePlace *to, DatelinePlaceScope scope, GError **error);
gint64      dateline_session_add_incident (DatelineSession *self, gint64 article, DatelineSpan span, GError **error);
gint64      dateline_session_rescue (DatelineSession *self, gint64 article, guint rejection, GError **error);
gint64      dateline_session_merge (DatelineSession *self, const gint64 *incidents, guint n_incidents, const char *reason, GError **error);
gboolean    dateline_session_split (DatelineSession *self, gint64 incident, const gint64 *reports, guint n_reports, const char *reason, GError **error);
gboolean    dateline_session_undo (DatelineSession *self, GError **error);
gboolean    dateline_session_redo (DatelineSession *self, GError **error);
const char *dateline_session_get_undo_label (DatelineSession *self); /* NULL for none */
const char *dateline_session_get_redo_label (DatelineSession *self);

gboolean dateline_session_get_picking (DatelineSession *self);
void     dateline_session_set_picking (DatelineSession *self, gboolean picking);
void     dateline_session_pick (DatelineSession *self, DatelinePoint point); /* ends it */

DatelineCandidates *dateline_session_get_candidates (DatelineSession *self);

G_END_DECLS
