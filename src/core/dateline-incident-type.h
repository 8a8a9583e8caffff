/* dateline-incident-type.h: what kind of incident, and its codes elsewhere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows stand in data/lexicon/incident-types.tsv, in this order.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DATELINE_INCIDENT_AIR_STRIKE,
  DATELINE_INCIDENT_DRONE_STRIKE,
  DATELINE_INCIDENT_MISSILE_ATTACK,
  DATELINE_INCIDENT_SHELLING,
  DATELINE_INCIDENT_ARMED_CLASH,
  DATELINE_INCIDENT_BOMBING,
  DATELINE_INCIDENT_SUICIDE_BOMBING,
  DATELINE_INCIDENT_CAR_BOMBING,
  DATELINE_INCIDENT_SHOOTING,
  DATELINE_INCIDENT_ABDUCTION,
  DATELINE_INCIDENT_NAVAL_ATTACK,
  DATELINE_INCIDENT_INTERCEPTION,
  DATELINE_INCIDENT_CHEMICAL_ATTACK,
  DATELINE_INCIDENT_RAID,
  DATELINE_INCIDENT_TERRITORIAL_CHANGE,
  DATELINE_INCIDENT_SABOTAGE,
  DATELINE_INCIDENT_UNSPECIFIED_ATTACK,
  DATELINE_N_INCIDENT_TYPES
} DatelineIncidentType;

const char *dateline_incident_type_get_id (DatelineIncidentType type);
const char *dateline_incident_type_get_label (DatelineIncidentType type);
const char *dateline_incident_type_get_family (DatelineIncidentType type);
const char *dateline_incident_type_get_acled_event (DatelineIncidentType type);
const char *dateline_incident_type_get_acled_sub_event (DatelineIncidentType type);
const char *dateline_incident_type_get_plover (DatelineIncidentType type);
gboolean    dateline_incident_type_parse (const char *id, DatelineIncidentType *type);

G_END_DECLS
