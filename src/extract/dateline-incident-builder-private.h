/* dateline-incident-builder-private.h: what the files of the builder share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-incident-builder.h"

G_BEGIN_DECLS

static inline DatelineProvenance
dateline_incident_words (const DatelineAnalysis *analysis, guint first_token, guint end_token)
{
  return (DatelineProvenance){ 0, dateline_document_get_span (analysis->document, first_token, end_token) };
}

/* The incident lives in the document's scratch, and is copied by whoever
 * keeps it. What the data say is not copied even there. */
static inline char *
dateline_incident_borrow (const char *text)
{
  return text != NULL && text[0] != '\0' ? (char *) text : NULL;
}

static inline char *
dateline_incident_quote_span (const DatelineAnalysis *analysis, DatelineSpan span)
{
  return dateline_scratch_strndup (analysis->document->scratch, analysis->document->text + span.begin, span.end - span.begin);
}

static inline char *
dateline_incident_quote (const DatelineAnalysis *analysis, guint first_token, guint end_token)
{
  return dateline_incident_quote_span (analysis, dateline_document_get_span (analysis->document, first_token, end_token));
}

/* dateline-incident-places.c */
void dateline_incident_build_places (DatelineIncident *incident, const DatelineCluster *cluster, const DatelineAnalysis *analysis);

/* dateline-incident-confidence.c */
void dateline_incident_rate (DatelineIncident *incident, const DatelineCluster *cluster, const DatelineAnalysis *analysis);

/* dateline-incident-date.c */
void dateline_incident_build_date (DatelineIncident *incident, const DatelineCluster *cluster, const DatelineAnalysis *analysis);

G_END_DECLS
