/* dateline-store.h: the project file; all SQL lives in this folder
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-article.h"
#include "dateline-extraction.h"

G_BEGIN_DECLS

typedef enum
{
  DATELINE_STORE_ERROR_OPEN,    /* missing, unreadable, locked */
  DATELINE_STORE_ERROR_FOREIGN, /* not a Dateline project */
  DATELINE_STORE_ERROR_NEWER,   /* written by a newer Dateline */
  DATELINE_STORE_ERROR_DAMAGED,
  DATELINE_STORE_ERROR_WRITE, /* disk full, read-only */
  DATELINE_STORE_ERROR_UNKNOWN_ID,
  DATELINE_STORE_ERROR_BUSY,    /* another change is being written; try again */
  DATELINE_STORE_ERROR_CONFLICT /* what a step changed has changed since */
} DatelineStoreError;

#define DATELINE_STORE_ERROR (dateline_store_error_quark ())
GQuark dateline_store_error_quark (void);

typedef struct _DatelineStore     DatelineStore;
typedef struct _DatelineStoreCopy DatelineStoreCopy;

/* The values of an incident that an analyst may put in place of the
 * engine's; a set of them is the sum of 1 << field. */
typedef enum
{
  DATELINE_EDIT_TYPE,
  DATELINE_EDIT_WHEN,
  DATELINE_EDIT_PLACES,
  DATELINE_EDIT_ACTORS,
  DATELINE_EDIT_TARGETS,
  DATELINE_EDIT_WEAPONS,
  DATELINE_EDIT_KILLED,
  DATELINE_EDIT_INJURED,
  DATELINE_EDIT_N_STRIKES,
  DATELINE_EDIT_BACKGROUND,
  DATELINE_EDIT_GRADE,
  DATELINE_N_EDIT_FIELDS
} DatelineEditField;

/* What an analyst has said of an incident. */
typedef struct
{
  DatelineStatus status;
  guint          edited;  /* 1 << DatelineEditField of those that are not the engine's */
  gboolean       by_hand; /* made by an analyst, not found by the engine */
  char          *note;    /* NULL for none */
  char         **tags;    /* by name; never NULL */
} DatelineReview;

/* The decision on a report that somebody else's table had as an incident. */
#define DATELINE_DECISION_IMPORTED "imported"

/* Why reports are one incident, or are not. */
typedef struct
{
  gboolean by_hand;
  double   score;  /* 0–1, how alike the least alike are; −1 when by hand */
  char    *reason; /* by hand: the analyst's words; else the engine's: "same-day same-place same-type" */
} DatelineMerging;

/* Of one article: from what, and by what. */
typedef struct
{
  char *sha256;        /* of the text as read */
  char *source_sha256; /* of the bytes it was read from; NULL when unknown */
  char *engine;        /* its version; NULL when unknown */
  char *engine_data;   /* SHA-256 of what it knew */
} DatelineOrigin;

/* A change that can be undone. */
typedef struct
{
  gint64      id;
  const char *label;
  gint64      at; /* seconds since 1970, UTC */
  gboolean    undone;
} DatelineStep;

typedef void (*DatelineStepFunc) (const DatelineStep *step, gpointer user_data);

/* The form in which words are compared: what differs in writing alone is
 * the same in it. Words stay apart. */
typedef char *(*DatelineFoldFunc) (const char *text);

/* What the incident table needs of a row, one row at a time. */
typedef struct
{
  gint64                 id;
  DatelineIncidentType   type;
  DatelineDateInterval   interval;
  DatelineDatePrecision  date_precision;
  DatelinePoint          point; /* of the first site; none without one */
  DatelineWherePrecision where_precision;
  double                 radius_km;
  char                   country[3];
  gboolean               background;
  int                    status; /* DatelineStatus */
  guint                  n_reports;
  int                    killed; /* best, −1 unknown */
  DatelineGrade          grade;
  double                 confidence;
} DatelineIncidentSummary;

typedef void (*DatelineIncidentSummaryFunc) (const DatelineIncidentSummary *summary, gpointer user_data);

/* What the table of articles shows of one. */
typedef struct
{
  gint64      id;
  const char *title; /* NULL for none, as the publisher */
  const char *publisher;
  DatelineDay published_day; /* DATELINE_DAY_NONE when unknown */
  guint       n_reports;     /* incidents found in it */
  guint       n_rejected;    /* mentions that were none */
} DatelineArticleSummary;

typedef void (*DatelineArticleSummaryFunc) (const DatelineArticleSummary *summary, gpointer user_data);
typedef void (*DatelineCopyFunc) (gint64 copy, gint64 original, gpointer user_data);

/* A site of an incident beyond its first. */
typedef struct
{
  gint64                 incident;
  DatelinePoint          point;
  DatelineWherePrecision where_precision;
  double                 radius_km;
} DatelineFurtherSite;

typedef void (*DatelineFurtherSiteFunc) (const DatelineFurtherSite *site, gpointer user_data);

/* The values that incidents are filtered by. */
typedef enum
{
  DATELINE_VALUE_COUNTRY,
  DATELINE_VALUE_GOVERNORATE,
  DATELINE_VALUE_ACTOR,
  DATELINE_VALUE_WEAPON, /* its class, or its name where it has none */
  DATELINE_VALUE_PUBLISHER,
  DATELINE_VALUE_GRADE,
  DATELINE_VALUE_TAG
} DatelineValueKind;

typedef void (*DatelineValueFunc) (gint64 incident, const char *value, gpointer user_data);

/* What an article's copies are known by, and the article that it copies,
 * 0 for none. */
typedef void (*DatelineSketchFunc) (gint64 article, GBytes *sketch, gint64 copy_of, gpointer user_data);

/* A filter by its name, as text. */
typedef void (*DatelineViewFunc) (const char *name, const char *filter, gpointer user_data);

typedef void (*DatelineIncidentIdFunc) (gint64 incident, gpointer user_data);

/* A report, the whole that it is part of, 0 for none, and whether an
 * analyst has judged the one or the other. */
typedef void (*DatelinePartFunc) (gint64 report, gint64 whole, gboolean reviewed, gpointer user_data);

typedef struct
{
  guint n_articles;
  guint n_reports; /* incidents before merging across articles */
  guint n_incidents;
} DatelineStoreCounts;

DatelineStore      *dateline_store_open (const char *path, GError **error); /* creates it; NULL path: a temporary one */
void                dateline_store_free (DatelineStore *self);
gint64              dateline_store_add_extraction (DatelineStore *self, const DatelineArticle *article, const DatelineExtraction *extraction, GError **error);
gboolean            dateline_store_begin (DatelineStore *self, GError **error);
gboolean            dateline_store_commit (DatelineStore *self, GError **error);
gboolean            dateline_store_rollback (DatelineStore *self, GError **error);
gboolean            dateline_store_get_counts (DatelineStore *self, DatelineStoreCounts *counts, GError **error);
gboolean            dateline_store_foreach_summary (DatelineStore *self, DatelineIncidentSummaryFunc func, gpointer user_data, GError **error);
gboolean            dateline_store_foreach_value (DatelineStore *self, DatelineValueKind kind, DatelineValueFunc func, gpointer user_data, GError **error);
gboolean            dateline_store_load_summary (DatelineStore *self, gint64 id, DatelineIncidentSummary *summary, gboolean *listed, GError **error);
gboolean            dateline_store_foreach_further_site (DatelineStore *self, DatelineFurtherSiteFunc func, gpointer user_data, GError **error);
gboolean            dateline_store_foreach_part (DatelineStore *self, DatelinePartFunc func, gpointer user_data, GError **error);
gint64              dateline_store_add_whole (DatelineStore *self, const DatelineIncident *whole, const gint64 *reports, guint n_reports, GError **error);
gboolean            dateline_store_remove_whole (DatelineStore *self, gint64 id, GError **error);
gint64              dateline_store_find_whole (DatelineStore *self, gint64 report, GError **error);    /* the report itself when it stands alone */
gint64              dateline_store_find_report (DatelineStore *self, gint64 incident, GError **error); /* the first of a whole */
DatelineIncident   *dateline_store_load_incident (DatelineStore *self, gint64 id, GError **error);
gboolean            dateline_store_foreach_report (DatelineStore *self, gint64 article, DatelineIncidentIdFunc func, gpointer user_data, GError **error);
DatelineExtraction *dateline_store_load_extraction (DatelineStore *self, gint64 article, GError **error);
DatelineArticle    *dateline_store_load_article (DatelineStore *self, gint64 id, GError **error);
gboolean            dateline_store_foreach_article (DatelineStore *self, DatelineArticleSummaryFunc func, gpointer user_data, GError **error);
gboolean            dateline_store_foreach_copy (DatelineStore *self, DatelineCopyFunc func, gpointer user_data, GError **error);

/* Provenance */
gboolean        dateline_store_set_engine (DatelineStore *self, const char *version, const char *data, GError **error); /* of what is added from now on */
DatelineOrigin *dateline_store_load_origin (DatelineStore *self, gint64 article, GError **error);
gint64          dateline_store_add_copy (DatelineStore *self, const DatelineArticle *article, const DatelineExtraction *extraction, GBytes *sketch, gint64 copy_of, GError **error);
gboolean        dateline_store_foreach_sketch (DatelineStore *self, DatelineSketchFunc func, gpointer user_data, GError **error);
gboolean        dateline_store_get_last_article (DatelineStore *self, gint64 *article, GError **error);

/* Values: those of dateline_store_load_incident() are the analyst's where
 * there are any. */
DatelineIncident *dateline_store_load_engine_incident (DatelineStore *self, gint64 id, GError **error);
DatelineReview   *dateline_store_load_review (DatelineStore *self, gint64 id, GError **error);
gboolean          dateline_store_load_merging (DatelineStore *self, gint64 whole, DatelineMerging **merging, GError **error); /* NULL for one report */
gboolean          dateline_store_load_decision (DatelineStore *self, gint64 report, char **reason, GError **error);           /* NULL for none */
gboolean          dateline_store_foreach_part_of (DatelineStore *self, gint64 incident, DatelineIncidentIdFunc func, gpointer user_data, GError **error);
gboolean          dateline_store_foreach_with_place (DatelineStore *self, const char *name, gint64 article, DatelineIncidentIdFunc func, gpointer user_data, GError **error);

/* Changes, all between dateline_store_begin_step() and _end_step(). What
 * changed is told as row ids, some perhaps no more. */
gboolean dateline_store_begin_step (DatelineStore *self, const char *label, gint64 at, GError **error);
gboolean dateline_store_end_step (DatelineStore *self, GArray **changed, GError **error);
void     dateline_store_cancel_step (DatelineStore *self);
gboolean dateline_store_set_status (DatelineStore *self, gint64 incident, DatelineStatus status, GError **error);
gboolean dateline_store_set_values (DatelineStore *self, gint64 incident, guint values, const DatelineIncident *source, GError **error);
gboolean dateline_store_reset_values (DatelineStore *self, gint64 incident, guint values, GError **error);
gboolean dateline_store_set_note (DatelineStore *self, gint64 incident, const char *note, GError **error); /* NULL or "" removes it */
gboolean dateline_store_add_tag (DatelineStore *self, gint64 incident, const char *tag, GError **error);
gboolean dateline_store_remove_tag (DatelineStore *self, gint64 incident, const char *tag, GError **error);
gint64   dateline_store_add_report (DatelineStore *self, gint64 article, const DatelineIncident *incident, GError **error); /* made by hand */
gboolean dateline_store_set_rescued (DatelineStore *self, gint64 article, guint rejection, gint64 incident, GError **error);
gint64   dateline_store_find_rescued (DatelineStore *self, gint64 article, guint rejection, GError **error); /* 0 also when it was not */
gboolean dateline_store_set_merging (DatelineStore *self, gint64 whole, const DatelineMerging *merging, GError **error);
gboolean dateline_store_set_decision (DatelineStore *self, gint64 report, const char *reason, GError **error);
gboolean dateline_store_move_review (DatelineStore *self, gint64 from, gint64 to, GError **error);
gboolean dateline_store_set_view (DatelineStore *self, const char *name, const char *filter, GError **error);
gboolean dateline_store_rename_view (DatelineStore *self, const char *from, const char *to, GError **error);
gboolean dateline_store_remove_view (DatelineStore *self, const char *name, GError **error);
gboolean dateline_store_foreach_view (DatelineStore *self, DatelineViewFunc func, gpointer user_data, GError **error);

/* The log. A label is the caller's to free, NULL for nothing to do. */
gboolean dateline_store_undo (DatelineStore *self, GArray **changed, GError **error);
gboolean dateline_store_redo (DatelineStore *self, GArray **changed, GError **error);
gboolean dateline_store_get_step_labels (DatelineStore *self, char **undo, char **redo, GError **error);
gboolean dateline_store_foreach_step (DatelineStore *self, gint64 incident, DatelineStepFunc func, gpointer user_data, GError **error); /* 0: of all */

/* Reports that came after the last merge: marked with them. */
gboolean dateline_store_get_unmerged (DatelineStore *self, gboolean *unmerged, GError **error);
gboolean dateline_store_set_merged (DatelineStore *self, GError **error);

/* Several threads, with a connection each */
DatelineStore *dateline_store_open_another (DatelineStore *self, GError **error);
gboolean       dateline_store_is_wanted (DatelineStore *self);
gboolean       dateline_store_hold (DatelineStore *self, GError **error);
gboolean       dateline_store_get_generation (DatelineStore *self, guint *generation, GError **error);

/* Searching */
DatelineStore *dateline_store_open_folding (const char *path, DatelineFoldFunc fold, GError **error);
gboolean       dateline_store_search (DatelineStore *self, const char *words, DatelineIncidentIdFunc func, gpointer user_data, GError **error);
gboolean       dateline_store_search_articles (DatelineStore *self, const char *words, DatelineIncidentIdFunc func, gpointer user_data, GError **error);
gboolean       dateline_store_foreach_near (DatelineStore *self, DatelinePoint south_west, DatelinePoint north_east, DatelineDateInterval interval, DatelineIncidentIdFunc func, gpointer user_data, GError **error);

/* A copy into another file, some pages at a time */
DatelineStoreCopy *dateline_store_copy_new (DatelineStore *store, const char *path, GError **error);
gboolean           dateline_store_copy_step (DatelineStoreCopy *self, guint n_pages, gboolean *done, GError **error);
gboolean           dateline_store_copy_finish (DatelineStoreCopy *self, GError **error);
gboolean           dateline_store_sync (const char *path);
void               dateline_store_copy_free (DatelineStoreCopy *self);

void dateline_review_free (DatelineReview *self);
void dateline_merging_free (DatelineMerging *self);
void dateline_origin_free (DatelineOrigin *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineStore, dateline_store_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineStoreCopy, dateline_store_copy_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineReview, dateline_review_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineMerging, dateline_merging_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineOrigin, dateline_origin_free)

G_END_DECLS
