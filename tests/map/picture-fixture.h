/* picture-fixture.h: incidents of every precision, for pictures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <math.h>

#include "dateline-incident-table.h"

#define PICTURE_FIRST_DAY 19700

typedef struct
{
  int                    day; /* after PICTURE_FIRST_DAY; −1 for no date */
  DatelineIncidentType   type;
  DatelineWherePrecision precision;
  const char            *country;
  DatelinePoint          point;
  double                 radius_km;
  guint                  status;
  int                    killed;
} PictureIncident;

static const PictureIncident picture_incidents[] = {
  { 0, DATELINE_INCIDENT_AIR_STRIKE, DATELINE_WHERE_EXACT, "IQ", { 36.34, 43.13 }, 0.0, 0, 12 },
  { 1, DATELINE_INCIDENT_SHELLING, DATELINE_WHERE_EXACT, "SY", { 35.93, 36.63 }, 0.0, 1, 2 },
  { 5, DATELINE_INCIDENT_SHELLING, DATELINE_WHERE_EXACT, "SY", { 36.20, 37.16 }, 0.0, 0, 0 },
  { 7, DATELINE_INCIDENT_BOMBING, DATELINE_WHERE_EXACT, "IQ", { 33.31, 44.37 }, 0.0, 2, 5 },
  { 9, DATELINE_INCIDENT_ARMED_CLASH, DATELINE_WHERE_EXACT, "IQ", { 33.35, 44.40 }, 0.0, 0, 1 },
  { 12, DATELINE_INCIDENT_DRONE_STRIKE, DATELINE_WHERE_NEAR, "IQ", { 32.60, 43.50 }, 60.0, 0, 3 },
  { 18, DATELINE_INCIDENT_MISSILE_ATTACK, DATELINE_WHERE_DISTRICT, "YE", { 13.93, 43.48 }, 80.0, 0, 0 },
  { 21, DATELINE_INCIDENT_RAID, DATELINE_WHERE_PROVINCE, "IQ", { 33.0, 41.5 }, 150.0, 0, 0 },
  { 25, DATELINE_INCIDENT_AIR_STRIKE, DATELINE_WHERE_COUNTRY, "SY", { 35.0, 38.0 }, 300.0, 0, 0 },
  { 28, DATELINE_INCIDENT_NAVAL_ATTACK, DATELINE_WHERE_SEA_OR_AIR, "", { 13.0, 42.9 }, 0.0, 0, 0 },
  { 33, DATELINE_INCIDENT_INTERCEPTION, DATELINE_WHERE_EXACT, "YE", { 15.35, 44.20 }, 0.0, 3, 0 },
  { 40, DATELINE_INCIDENT_SHOOTING, DATELINE_WHERE_UNKNOWN, "", { NAN, NAN }, 0.0, 0, 0 },
  { -1, DATELINE_INCIDENT_SHOOTING, DATELINE_WHERE_EXACT, "IQ", { 30.5, 47.8 }, 0.0, 0, 0 },
};

static inline DatelineIncidentTable *
picture_fixture_create (void)
{
  DatelineIncidentTable *table = dateline_incident_table_new (G_N_ELEMENTS (picture_incidents));

  for (guint i = 0; i < G_N_ELEMENTS (picture_incidents); i++)
    {
      const PictureIncident *incident = &picture_incidents[i];
      DatelineDateInterval   days = dateline_date_interval_for_days (PICTURE_FIRST_DAY + incident->day, PICTURE_FIRST_DAY + incident->day, DATELINE_REGION_OFFSET_MINUTES);

      table->id[i] = i + 1;
      if (incident->day >= 0)
        {
          table->start[i] = days.start;
          table->end[i] = days.end;
        }
      table->type[i] = (guint8) incident->type;
      table->where_precision[i] = (guint8) incident->precision;
      table->country[i] = *incident->country != '\0' ? (guint16) (incident->country[0] << 8 | incident->country[1]) : 0;
      table->radius_km[i] = (float) incident->radius_km;
      table->status[i] = (guint8) incident->status;
      table->killed[i] = incident->killed;
      table->n_reports[i] = 1 + i % 3;
      dateline_incident_table_set_point (table, i, incident->point);
    }
  dateline_incident_table_sort (table);

  return table;
}
