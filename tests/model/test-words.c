/* test-words.c: dates, precision and titles for people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dateline-words.h"

/* Seconds at a clock of UTC+3. */
static gint64
at (int year, int month, int day, int hour, int minute)
{
  return (gint64) dateline_day_new (year, month, day) * DATELINE_SECONDS_PER_DAY + (hour * 60 + minute - 180) * 60;
}

static void
test_when (void)
{
  const struct
  {
    DatelineDateInterval interval;
    int                  offset_minutes;
    gboolean             assumed;
    const char          *words;
  } cases[] = {
    { { at (2024, 1, 24, 0, 15), at (2024, 1, 24, 0, 16) }, 180, FALSE, "24 January 2024, 00:15 (UTC+03:00)" },
    { { at (2024, 1, 24, 0, 15), at (2024, 1, 24, 0, 15) }, 180, FALSE, "24 January 2024, 00:15 (UTC+03:00)" },
    { { at (2024, 1, 24, 0, 15), at (2024, 1, 24, 0, 16) }, 0, FALSE, "23 January 2024, 21:15 (UTC+00:00)" },
    { { at (2024, 1, 24, 0, 15), at (2024, 1, 24, 0, 16) }, -210, FALSE, "23 January 2024, 17:45 (UTC-03:30)" },
    { { at (2024, 1, 24, 6, 0), at (2024, 1, 24, 12, 0) }, 180, FALSE, "24 January 2024, 06:00–12:00 (UTC+03:00)" },
    { { at (2024, 1, 24, 18, 0), at (2024, 1, 25, 0, 0) }, 180, FALSE, "24 January 2024, 18:00–24:00 (UTC+03:00)" },
    { { at (2024, 1, 24, 20, 0), at (2024, 1, 25, 4, 0) }, 180, FALSE, "24 January 2024, 20:00 – 25 January 2024, 04:00 (UTC+03:00)" },
    { { at (2024, 1, 24, 0, 0), at (2024, 1, 25, 0, 0) }, 180, FALSE, "24 January 2024" },
    { { at (2024, 1, 24, 0, 0), at (2024, 1, 25, 0, 0) }, 180, TRUE, "24 January 2024, assumed from the article’s date" },
    { { at (2024, 1, 22, 0, 0), at (2024, 1, 24, 0, 0) }, 180, FALSE, "22–23 January 2024" },
    { { at (2024, 1, 30, 0, 0), at (2024, 2, 3, 0, 0) }, 180, FALSE, "30 January – 2 February 2024" },
    { { at (2023, 12, 31, 0, 0), at (2024, 1, 2, 0, 0) }, 180, FALSE, "31 December 2023 – 1 January 2024" },
    { { at (2024, 1, 1, 0, 0), at (2024, 2, 1, 0, 0) }, 180, FALSE, "January 2024" },
    { { at (2024, 2, 1, 0, 0), at (2024, 3, 1, 0, 0) }, 180, FALSE, "February 2024" },
    { { at (2024, 2, 1, 0, 0), at (2024, 2, 29, 0, 0) }, 180, FALSE, "1–28 February 2024" },
    { { at (2023, 1, 1, 0, 0), at (2024, 1, 1, 0, 0) }, 180, FALSE, "2023" },
    { { at (2024, 1, 1, 0, 0), at (2024, 4, 1, 0, 0) }, 180, FALSE, "1 January – 31 March 2024" },
    { { at (1, 1, 1, 0, 0), at (1, 1, 2, 0, 0) }, 180, FALSE, "1 January 1" },
    { { at (9999, 12, 31, 0, 0), at (9999, 12, 31, 0, 0) + 86400 }, 180, FALSE, "31 December 9999" },
    { { G_MININT64, G_MININT64 }, 180, TRUE, "Unknown date" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DatelineWhen     when = { .interval = cases[i].interval, .offset_minutes = (gint16) cases[i].offset_minutes, .assumed = cases[i].assumed };
      g_autofree char *words = dateline_when_to_words (&when);

      /* GLib writes the year 1 as "1" or "0001" by its version. */
      if (g_str_equal (cases[i].words, "1 January 1"))
        g_assert_true (g_str_has_prefix (words, "1 January ") && g_str_has_suffix (words, "1"));
      else
        g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_day (void)
{
  g_autofree char *day = dateline_day_to_words (dateline_day_new (2024, 2, 29));
  g_autofree char *none = dateline_day_to_words (DATELINE_DAY_NONE);

  g_assert_cmpstr (day, ==, "29 February 2024");
  g_assert_cmpstr (none, ==, "Unknown date");
}

/* The words for people are the engine's English labels, translated. */
static void
test_types (void)
{
  for (guint type = 0; type < DATELINE_N_INCIDENT_TYPES; type++)
    g_assert_cmpstr (dateline_incident_type_to_words (type), ==, dateline_incident_type_get_label (type));
}

static void
test_precision (void)
{
  g_assert_cmpstr (dateline_where_precision_to_words (DATELINE_WHERE_UNKNOWN), ==, "Unknown place");
  g_assert_cmpstr (dateline_where_precision_to_words (DATELINE_WHERE_EXACT), ==, "Exact place");
  g_assert_cmpstr (dateline_where_precision_to_words (DATELINE_WHERE_NEAR), ==, "Near the place, within about 25 km");
  g_assert_cmpstr (dateline_where_precision_to_words (DATELINE_WHERE_PROVINCE), ==, "Governorate");
  g_assert_cmpstr (dateline_where_precision_to_words (DATELINE_WHERE_COUNTRY), ==, "Country only");
  g_assert_cmpstr (dateline_where_precision_to_words (DATELINE_WHERE_SEA_OR_AIR), ==, "At sea or in the air");
  g_assert_cmpstr (dateline_date_precision_to_words (DATELINE_DATE_DAY), ==, "Exact day");
  g_assert_cmpstr (dateline_date_precision_to_words (DATELINE_DATE_YEAR), ==, "Within a year");
  g_assert_cmpstr (dateline_actor_status_to_words (DATELINE_ACTOR_DENIED), ==, "Denied");
  g_assert_cmpstr (dateline_grade_to_words (DATELINE_GRADE_CONTESTED), ==, "Contested");
}

static void
test_title (void)
{
  static const struct
  {
    const char *sites[4];
    const char *title;
  } cases[] = {
    { { NULL }, "Air strike" },
    { { "Jurf al-Sakhar" }, "Air strike · Jurf al-Sakhar" },
    { { "al-Qa'im", "Jurf al-Sakhar" }, "Air strike · al-Qa'im, Jurf al-Sakhar" },
    { { "al-Qa'im", "Akashat", "Jurf al-Sakhar" }, "Air strike · al-Qa'im and 2 more" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DatelineIncident) incident = dateline_incident_new (DATELINE_INCIDENT_AIR_STRIKE);
      DatelinePlace                origin = { .name = g_strdup ("Jordan"), .role = DATELINE_PLACE_LAUNCH_ORIGIN };
      g_autofree char             *title = NULL;

      g_array_append_val (incident->places, origin);
      for (guint j = 0; cases[i].sites[j] != NULL; j++)
        {
          DatelinePlace site = { .name = g_strdup (cases[i].sites[j]), .role = DATELINE_PLACE_SITE };

          g_array_append_val (incident->places, site);
        }
      title = dateline_incident_to_title (incident);
      g_assert_cmpstr (title, ==, cases[i].title);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/words/when", test_when);
  g_test_add_func ("/model/words/day", test_day);
  g_test_add_func ("/model/words/types", test_types);
  g_test_add_func ("/model/words/precision", test_precision);
  g_test_add_func ("/model/words/title", test_title);

  return g_test_run ();
}
