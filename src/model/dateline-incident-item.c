/* dateline-incident-item.c: one row of the incident list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-incident-item.h"

struct _DatelineIncidentItem
{
  GObject parent_instance;

  gint64            id;
  DatelineIncident *incident;
};

G_DEFINE_FINAL_TYPE (DatelineIncidentItem, dateline_incident_item, G_TYPE_OBJECT)

static void
dateline_incident_item_finalize (GObject *object)
{
  DatelineIncidentItem *self = DATELINE_INCIDENT_ITEM (object);

  g_clear_pointer (&self->incident, dateline_incident_free);

  G_OBJECT_CLASS (dateline_incident_item_parent_class)->finalize (object);
}

static void
dateline_incident_item_class_init (DatelineIncidentItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = dateline_incident_item_finalize;
}

static void
dateline_incident_item_init (DatelineIncidentItem *self)
{
}

/**
 * dateline_incident_item_new:
 * @id: its row id in the store
 * @incident: (transfer full): the incident
 *
 * Returns: (transfer full): a row of the list
 */
DatelineIncidentItem *
dateline_incident_item_new (gint64 id, DatelineIncident *incident)
{
  DatelineIncidentItem *self;

  g_return_val_if_fail (incident != NULL, NULL);

  self = g_object_new (DATELINE_TYPE_INCIDENT_ITEM, NULL);
  self->id = id;
  self->incident = incident;

  return self;
}

gint64
dateline_incident_item_get_id (DatelineIncidentItem *self)
{
  g_return_val_if_fail (DATELINE_IS_INCIDENT_ITEM (self), 0);

  return self->id;
}

const DatelineIncident *
dateline_incident_item_get_incident (DatelineIncidentItem *self)
{
  g_return_val_if_fail (DATELINE_IS_INCIDENT_ITEM (self), NULL);

  return self->incident;
}
