/* dateline-report.h: one telling of an event, within one sentence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-analysis.h"
#include "dateline-incident.h"

G_BEGIN_DECLS

typedef struct
{
  guint               actor; /* index among the actor mentions */
  DatelineActorRole   role;
  DatelineActorStatus status;
  double              score; /* how surely it has the role, 0–1 */
} DatelineReportActor;

/* A sentence, or the part of it [first_token, end_token) that tells one
 * event, with what belongs to the event. Indices are into the analysis. */
typedef struct
{
  guint                sentence;
  guint                first_token;
  guint                end_token;
  guint                trigger; /* the one that tells the type; G_MAXUINT when only casualties tell it */
  DatelineIncidentType type;
  double               weight;
  gboolean             background;
  gboolean             definite;    /* refers back: "the attack" */
  gboolean             another;     /* "a second attack" */
  gboolean             parted;      /* "Hours later, …": joins nothing before it */
  gboolean             summary;     /* "A series of attacks across Iraq killed 24": each is told below */
  gboolean             elaborates;  /* no event word of its own: "These sites included …" */
  GArray              *triggers;    /* guint */
  GArray              *sites;       /* guint toponyms, the surest first */
  GArray              *origins;     /* guint toponyms: launched from */
  GArray              *timexes;     /* guint, dates of this event */
  guint                relative;    /* event-relative timex, G_MAXUINT none */
  guint                relative_to; /* the report that it counts from, G_MAXUINT none */
  GArray              *actors;      /* DatelineReportActor */
  GArray              *casualties;  /* guint */
  GArray              *things;      /* guint */
  GArray              *sources;     /* guint */
  int                  n_strikes;   /* −1 unknown */
  guint                n_strikes_token;
} DatelineReport;

GPtrArray *dateline_report_find (const DatelineAnalysis *analysis, GArray *rejected);
void       dateline_report_assign_roles (DatelineReport *self, const DatelineAnalysis *analysis);
gboolean   dateline_report_is_out_of_region (const DatelineReport *self, const DatelineAnalysis *analysis);

G_END_DECLS
