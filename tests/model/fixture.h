/* fixture.h: projects for the tests of the model
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <string.h>

#include "dateline-session.h"

/* An incident of one article; a start of G_MININT64 is no date. */
typedef struct
{
  gint64                start;
  gint64                end;
  DatelineDatePrecision date_precision;
  DatelineIncidentType  type;
  const char           *country;
  const char           *place;
  DatelinePoint         point;
} FixtureIncident;

static inline void
fixture_add (DatelineStore *store, const FixtureIncident *fixture, guint number)
{
  g_autofree char               *text = g_strdup_printf ("Article %u.", number);
  gsize                          length = strlen (text);
  g_autoptr (DatelineArticle)    article = dateline_article_new (NULL, g_steal_pointer (&text), length);
  g_autoptr (DatelineExtraction) extraction = dateline_extraction_new ();
  DatelineIncident              *incident = dateline_incident_new (fixture->type);
  g_autoptr (GError)             error = NULL;

  incident->when.interval = (DatelineDateInterval){ fixture->start, fixture->end };
  if (fixture->start == G_MININT64)
    incident->when.interval = DATELINE_DATE_INTERVAL_NONE;
  incident->when.precision = fixture->date_precision;
  incident->when.offset_minutes = DATELINE_REGION_OFFSET_MINUTES;
  if (fixture->place != NULL)
    {
      DatelinePlace place = { .name = g_strdup (fixture->place), .point = fixture->point, .precision = DATELINE_WHERE_EXACT };

      g_strlcpy (place.country, fixture->country != NULL ? fixture->country : "", sizeof place.country);
      g_array_append_val (incident->places, place);
    }
  g_ptr_array_add (extraction->incidents, incident);

  dateline_store_add_extraction (store, article, extraction, &error);
  g_assert_no_error (error);
}

static inline DatelineSession *
fixture_session (const FixtureIncident *incidents, guint n_incidents)
{
  g_autoptr (GError)        error = NULL;
  g_autoptr (DatelineStore) store = dateline_store_open (NULL, &error);

  g_assert_no_error (error);
  g_assert_true (dateline_store_begin (store, &error));
  for (guint i = 0; i < n_incidents; i++)
    fixture_add (store, &incidents[i], i);
  g_assert_true (dateline_store_commit (store, &error));

  return dateline_session_new (g_steal_pointer (&store));
}
