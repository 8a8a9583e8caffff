/* dateline-words.h: values of the engine as words for people, translated
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The const strings are the message catalogue's; the others are the
 * caller's to free.
 */

#pragma once

#include "dateline-incident.h"

G_BEGIN_DECLS

/* Whose clock hours are shown by; the values in the settings. */
typedef enum
{
  DATELINE_ZONE_INCIDENT,
  DATELINE_ZONE_UTC,
  DATELINE_ZONE_COMPUTER
} DatelineDisplayZone;

void dateline_words_set_zone (DatelineDisplayZone zone);

const char *dateline_incident_type_to_words (DatelineIncidentType type);
const char *dateline_where_precision_to_words (DatelineWherePrecision precision);
const char *dateline_date_precision_to_words (DatelineDatePrecision precision);
const char *dateline_actor_status_to_words (DatelineActorStatus status);
const char *dateline_grade_to_words (DatelineGrade grade);
char       *dateline_day_to_words (DatelineDay day);
char       *dateline_when_to_words (const DatelineWhen *when);
char       *dateline_incident_to_title (const DatelineIncident *incident);

G_END_DECLS
