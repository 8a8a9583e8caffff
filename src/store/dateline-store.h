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
  DATELINE_STORE_ERROR_UNKNOWN_ID
} DatelineStoreError;

#define DATELINE_STORE_ERROR (dateline_store_error_quark ())
GQuark dateline_store_error_quark (void);

typedef struct _DatelineStore DatelineStore;

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
  int                    status; /* 0 unreviewed, 1 accepted, 2 corrected, 3 rejected */
  guint                  n_reports;
  int                    killed;     /* best, −1 unknown */
  double                 confidence; /* 0–1 */
} DatelineIncidentSummary;

typedef void (*DatelineIncidentSummaryFunc) (const DatelineIncidentSummary *summary, gpointer user_data);

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

DatelineStore      *dateline_store_open (const char *path, GError **error); /* creates it; NULL path: in memory */
void                dateline_store_free (DatelineStore *self);
gint64              dateline_store_add_extraction (DatelineStore *self, const DatelineArticle *article, const DatelineExtraction *extraction, GError **error);
gboolean            dateline_store_begin (DatelineStore *self, GError **error);
gboolean            dateline_store_commit (DatelineStore *self, GError **error);
gboolean            dateline_store_rollback (DatelineStore *self, GError **error);
gboolean            dateline_store_get_counts (DatelineStore *self, DatelineStoreCounts *counts, GError **error);
gboolean            dateline_store_foreach_summary (DatelineStore *self, DatelineIncidentSummaryFunc func, gpointer user_data, GError **error);
gboolean            dateline_store_foreach_match (DatelineStore *self, const char *word, DatelineIncidentIdFunc func, gpointer user_data, GError **error);
gboolean            dateline_store_foreach_value (DatelineStore *self, DatelineValueKind kind, DatelineValueFunc func, gpointer user_data, GError **error);
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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineStore, dateline_store_free)

G_END_DECLS
