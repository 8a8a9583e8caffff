/* dateline-incident-type.c: what kind of incident, and its codes elsewhere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-incident-type.h"

typedef struct
{
  const char *id;
  const char *label;
  const char *family;
  const char *acled_event;
  const char *acled_sub_event;
  const char *plover;
} IncidentType;

static const IncidentType incident_types[] = {
#include "incident-types.inc"
};

G_STATIC_ASSERT (G_N_ELEMENTS (incident_types) == DATELINE_N_INCIDENT_TYPES);

/**
 * dateline_incident_type_get_id:
 * @type: a type
 *
 * Returns: its name in JSON, "air-strike"
 */
const char *
dateline_incident_type_get_id (DatelineIncidentType type)
{
  g_return_val_if_fail (type < DATELINE_N_INCIDENT_TYPES, NULL);

  return incident_types[type].id;
}

/**
 * dateline_incident_type_get_label:
 * @type: a type
 *
 * Returns: its name for people, in English
 */
const char *
dateline_incident_type_get_label (DatelineIncidentType type)
{
  g_return_val_if_fail (type < DATELINE_N_INCIDENT_TYPES, NULL);

  return incident_types[type].label;
}

/**
 * dateline_incident_type_get_family:
 * @type: a type
 *
 * Returns: the family within which reports of one event may differ
 */
const char *
dateline_incident_type_get_family (DatelineIncidentType type)
{
  g_return_val_if_fail (type < DATELINE_N_INCIDENT_TYPES, NULL);

  return incident_types[type].family;
}

const char *
dateline_incident_type_get_acled_event (DatelineIncidentType type)
{
  g_return_val_if_fail (type < DATELINE_N_INCIDENT_TYPES, NULL);

  return incident_types[type].acled_event;
}

const char *
dateline_incident_type_get_acled_sub_event (DatelineIncidentType type)
{
  g_return_val_if_fail (type < DATELINE_N_INCIDENT_TYPES, NULL);

  return incident_types[type].acled_sub_event;
}

const char *
dateline_incident_type_get_plover (DatelineIncidentType type)
{
  g_return_val_if_fail (type < DATELINE_N_INCIDENT_TYPES, NULL);

  return incident_types[type].plover;
}

/**
 * dateline_incident_type_parse:
 * @id: a name as in JSON
 * @type: (out): untouched when @id names no type
 *
 * Returns: whether @id names a type
 */
gboolean
dateline_incident_type_parse (const char *id, DatelineIncidentType *type)
{
  for (guint i = 0; i < DATELINE_N_INCIDENT_TYPES; i++)
    if (g_strcmp0 (incident_types[i].id, id) == 0)
      {
        *type = (DatelineIncidentType) i;
        return TRUE;
      }
  return FALSE;
}
