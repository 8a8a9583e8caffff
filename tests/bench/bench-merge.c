/* bench-merge.c: what it costs to merge the reports of a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prints CPU milliseconds for 10,000, 30,000 and 100,000 reports of ten
 * years, and of a hundred days, the densest news that one would read, and
 * what a report costs, which is to stay the same as they grow in number.
 */

#include <stdio.h>
#include <time.h>

#include "dateline-merge.h"

#define N_TOWNS 400

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static void
add_town (DatelineIncident *incident, guint town, gint64 article)
{
  static const char *const countries[] = { "IQ", "SY", "YE" };
  static const double      south[] = { 30, 33, 13 }, west[] = { 40, 36, 43 };
  guint                    country = town % 3;
  DatelinePlace            place = { .role = DATELINE_PLACE_SITE, .precision = DATELINE_WHERE_EXACT, .radius_km = 3 };

  place.id = g_strdup_printf ("town-%u", town);
  place.name = g_strdup_printf ("Town %u", town);
  place.adm1 = g_strdup_printf ("Province %u", town % 50);
  place.point = (DatelinePoint){ south[country] + town * 7919 % 400 * 0.01, west[country] + town * 104729 % 500 * 0.01 };
  place.provenance.article = article;
  /* One in five names no more than the province. */
  if (article % 5 == 0)
    place.precision = DATELINE_WHERE_PROVINCE;
  g_strlcpy (place.country, countries[country], sizeof place.country);
  g_array_append_val (incident->places, place);
}

static GPtrArray *
make_reports (guint n_reports, guint n_days)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20240124);
  GPtrArray        *incidents = g_ptr_array_new_with_free_func ((GDestroyNotify) dateline_incident_free);

  for (guint i = 0; i < n_reports; i++)
    {
      DatelineIncident *incident = dateline_incident_new (g_rand_int_range (random, 0, DATELINE_N_INCIDENT_TYPES));
      DatelineDay       day = 16000 + g_rand_int_range (random, 0, (int) n_days);

      incident->id = g_strdup_printf ("article-%u#1", i);
      incident->type_provenance.article = i + 1;
      incident->when.interval = dateline_date_interval_for_days (day, day, 180);
      incident->when.precision = DATELINE_DATE_DAY;
      incident->when.assumed = g_rand_int_range (random, 0, 4) == 0;
      incident->killed.best = g_rand_int_range (random, -1, 20);
      add_town (incident, (guint) g_rand_int_range (random, 0, N_TOWNS), i + 1);
      g_ptr_array_add (incidents, incident);
    }
  return incidents;
}

int
main (void)
{
  static const guint counts[] = { 10000, 30000, 100000 };
  static const guint days[] = { 3650, 100 };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    for (guint j = 0; j < G_N_ELEMENTS (counts); j++)
      {
        g_autoptr (GPtrArray) incidents = make_reports (counts[j], days[i]);
        g_autoptr (GPtrArray) groups = NULL;
        double                begin = get_cpu_ms (), grouped, merged;

        groups = dateline_merge_find_groups (incidents);
        grouped = get_cpu_ms ();
        dateline_merge_incidents (incidents, NULL);
        merged = get_cpu_ms ();
        printf ("%6u reports over %4u days: %8.1f ms to find %5u groups, %8.1f ms to merge into %6u incidents, %5.1f µs a report\n",
                counts[j], days[i], grouped - begin, groups->len, merged - grouped, incidents->len, (merged - grouped) * 1e3 / counts[j]);
      }
  return 0;
}
