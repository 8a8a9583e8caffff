/* dateline-mark.h: which words of an article speak for which field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gdk/gdk.h>

#include "dateline-incident.h"

G_BEGIN_DECLS

/* The questions that a dispatch answers, each with a colour of its own. */
typedef enum
{
  DATELINE_FIELD_WHAT,
  DATELINE_FIELD_WHERE,
  DATELINE_FIELD_WHEN,
  DATELINE_FIELD_WHO,
  DATELINE_FIELD_HOW_MANY,
  DATELINE_N_FIELDS,
  DATELINE_FIELD_NONE = -1
} DatelineField;

typedef struct
{
  DatelineProvenance provenance;
  DatelineField      field;
} DatelineMark;

typedef struct
{
  DatelineSpan  span;
  DatelineField field;
} DatelineMarkedSpan;

const char    *dateline_field_get_label (DatelineField field);
GdkRGBA        dateline_field_get_color (DatelineField field, gboolean dark);
GArray        *dateline_marks_collect (const DatelineIncident *incident);
GArray        *dateline_marks_flatten (const GArray *marks, gint64 article, DatelineSpan within);
PangoAttrList *dateline_marks_to_attributes (const GArray *spans, guint32 origin, gboolean dark, DatelineField emphasised);
PangoAttrList *dateline_field_to_attributes (DatelineField field, gboolean dark);

G_END_DECLS
