/* dateline-extraction.h: all that one article says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-incident.h"

G_BEGIN_DECLS

/* The day that relative dates count from (document creation time). */
typedef struct
{
  DatelineDay  day;    /* DATELINE_DAY_NONE when the article has no date at all */
  const char  *source; /* static: "metadata", "dateline", "text" or "none" */
  char        *reason; /* one sentence; NULL when it is simply the metadata's */
  DatelineSpan span;   /* the words it rests on, empty for metadata */
} DatelineAnchor;

typedef struct
{
  const char  *reason; /* static: statistic, hypothetical, denied_event, out_of_region, temponym … */
  DatelineSpan span;
} DatelineRejection;

typedef struct
{
  const char   *kind; /* static: location, temporal, organisation, weapon, quantity */
  DatelineSpan  span;
  DatelinePoint point; /* none but for a resolved location */
} DatelineEntity;

typedef struct
{
  DatelineAnchor anchor;
  GPtrArray     *incidents; /* DatelineIncident *, main ones first, then by text order */
  GArray        *rejected;  /* DatelineRejection, in text order */
  GArray        *entities;  /* DatelineEntity, in text order; NULL unless asked for */
  const char    *importer;  /* static: the data set that gave the incidents; NULL when they were found in the text */
} DatelineExtraction;

DatelineExtraction *dateline_extraction_new (void);
DatelineExtraction *dateline_extraction_new_in (DatelineScratch *scratch);
DatelineExtraction *dateline_extraction_copy (const DatelineExtraction *self);
void                dateline_extraction_free (DatelineExtraction *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DatelineExtraction, dateline_extraction_free)

G_END_DECLS
