/* dateline-incident-fields.h: the values of an incident as text to be edited
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dateline-incident.h"
#include "dateline-store.h"

G_BEGIN_DECLS

/* A line of the form. The actors have two: by whom, against whom. */
typedef enum
{
  DATELINE_LINE_TYPE,
  DATELINE_LINE_WHEN,
  DATELINE_LINE_BY,
  DATELINE_LINE_AGAINST,
  DATELINE_LINE_TARGETS,
  DATELINE_LINE_WEAPONS,
  DATELINE_LINE_KILLED,
  DATELINE_LINE_INJURED,
  DATELINE_LINE_STRIKES,
  DATELINE_LINE_BACKGROUND,
  DATELINE_LINE_GRADE,
  DATELINE_N_LINES
} DatelineLine;

#define DATELINE_LINE_ERROR (dateline_line_error_quark ())
GQuark dateline_line_error_quark (void);

typedef enum
{
  DATELINE_LINE_ERROR_INVALID
} DatelineLineError;

DatelineEditField dateline_line_get_field (DatelineLine line);
const char       *dateline_line_get_label (DatelineLine line);
const char      **dateline_line_get_choices (DatelineLine line); /* NULL for free text */
char             *dateline_line_format (DatelineLine line, const DatelineIncident *incident);
gboolean          dateline_line_parse (DatelineLine line, const char *text, DatelineIncident *incident, GError **error);

gboolean dateline_coordinates_parse (const char *text, DatelinePoint *point);

G_END_DECLS
