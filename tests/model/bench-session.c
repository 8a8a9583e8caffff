/* bench-session.c: how long a large project takes to open and to scrub
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-session [INCIDENTS]; prints one line a measure, and asserts nothing.
 */

#include <glib/gstdio.h>
#include <stdlib.h>

#include "fixture.h"

#define N_DAYS 3650

static void
fill (DatelineStore *store, guint n_incidents)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  DatelineDay       first = dateline_day_new (2014, 1, 1);

  dateline_store_begin (store, NULL);
  for (guint i = 0; i < n_incidents; i++)
    {
      DatelineDay          day = first + g_rand_int_range (random, 0, N_DAYS);
      int                  n_days = g_rand_int_range (random, 0, 20) == 0 ? 30 : 1;
      DatelineDateInterval interval = dateline_date_interval_for_days (day, day + n_days - 1, DATELINE_REGION_OFFSET_MINUTES);
      FixtureIncident      incident = { interval.start, interval.end, DATELINE_DATE_DAY };

      incident.type = g_rand_int_range (random, 0, DATELINE_N_INCIDENT_TYPES);
      incident.place = "Mosul";
      incident.country = "IQ";
      incident.point = (DatelinePoint){ g_rand_double_range (random, 30, 37), g_rand_double_range (random, 38, 48) };
      fixture_add (store, &incident, i);
    }
  dateline_store_commit (store, NULL);
}

static void
tell (const char *what, gint64 since_us, guint n)
{
  g_print ("%-36s %10.4f ms\n", what, (double) (g_get_monotonic_time () - since_us) / 1000 / n);
}

static void
scrub (DatelineSession *session, DatelineWindowKind kind, const char *what)
{
  DatelineDay first, last;
  gint64      start_us;

  dateline_session_get_span (session, &first, &last);
  dateline_session_set_window_kind (session, kind);
  start_us = g_get_monotonic_time ();
  for (DatelineDay day = first; day <= last; day++)
    dateline_session_set_day (session, day);
  tell (what, start_us, (guint) (last - first + 1));

  start_us = g_get_monotonic_time ();
  for (guint i = 0; i < 100; i++)
    dateline_session_set_day (session, i % 2 == 0 ? first : last);
  tell ("  jump from one end to the other", start_us, 100);
}

int
main (int argc, char *argv[])
{
  guint                      n_incidents = argc > 1 ? (guint) atoi (argv[1]) : 100000;
  g_autofree char           *folder = g_dir_make_tmp ("dateline-XXXXXX", NULL);
  g_autofree char           *path = g_build_filename (folder, "bench.dateline", NULL);
  DatelineStore             *store = dateline_store_open (path, NULL);
  DatelineSession           *session;
  g_autoptr (DatelineFilter) filter = dateline_filter_new ();
  gint64                     start_us = g_get_monotonic_time ();

  fill (store, n_incidents);
  tell ("add all, one article each", start_us, 1);
  dateline_store_free (store);

  start_us = g_get_monotonic_time ();
  session = dateline_session_new (dateline_store_open (path, NULL));
  tell ("open and load", start_us, 1);

  scrub (session, DATELINE_WINDOW_UP_TO, "scrub a day, up to");
  scrub (session, DATELINE_WINDOW_DAY, "scrub a day, day");
  scrub (session, DATELINE_WINDOW_MONTH, "scrub a day, month");

  dateline_session_set_window_kind (session, DATELINE_WINDOW_UP_TO);
  start_us = g_get_monotonic_time ();
  for (guint i = 0; i < 100; i++)
    g_object_unref (g_list_model_get_item (dateline_session_get_list (session), i * 7));
  tell ("load one item", start_us, 100);
  dateline_filter_set_wanted (filter, DATELINE_FACET_TYPE, "air-strike", TRUE);
  start_us = g_get_monotonic_time ();
  dateline_session_set_filter (session, filter);
  tell ("filter by type", start_us, 1);
  filter->text = g_strdup ("mosul");
  start_us = g_get_monotonic_time ();
  dateline_session_set_filter (session, filter);
  tell ("filter by a word", start_us, 1);

  g_object_unref (session);
  g_remove (path);
  g_rmdir (folder);
  return 0;
}
