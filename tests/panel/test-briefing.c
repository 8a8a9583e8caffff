/* test-briefing.c: what is pasted is what is shown, with its sources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dateline-briefing.h"

#include "dateline-incident-list.h"
#include "fixture.h"

#include <string.h>

static void
test_shown (void)
{
  g_autoptr (DatelineSession) session = fixture_session_new ();
  g_autoptr (GError)          error = NULL;
  guint                       n_incidents = 0;
  g_autofree char            *briefing = dateline_briefing_write (session, &n_incidents, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (n_incidents, ==, 2);
  g_assert_cmpstr (briefing,
                   ==,
                   "Incidents, 22 January 2024 – 24 January 2024\n"
                   "2 incidents from 2 reports, 0 reviewed. Killed: 3, by the likeliest numbers of 1 of 2 incidents.\n"
                   "\n"
                   "Iraq · 1\n"
                   "• 24 January 2024, 00:15 (UTC+03:00): Air strike · al-Qa’im (Near the place, within about 25 km); "
                   "United States (claimed) → Kataib Hezbollah; killed: at least 3; Evidence: Weak; Unreviewed. [1]\n"
                   "  “On Jan. 24 at 12:15 a.m. U.S. forces carried out airstrikes on three facilities of Kataib Hezbollah "
                   "near al-Qa’im, killing at least 3 fighters with precision-guided bombs.”\n"
                   "\n"
                   "Yemen · 1\n"
                   "• 22 January 2024, assumed from the article’s date: Air strike · Yemen (Country only); not named → Houthis; "
                   "Evidence: Weak; Unreviewed. [1]\n"
                   "  “A day before, strikes hit Houthi targets in Yemen.”\n"
                   "\n"
                   "Sources\n"
                   "[1] Strikes in Iraq’s west · The Example · 24 January 2024 · https://example.org/strikes\n");
}

/* What is left out is said to be left out; what was rejected is no incident. */
static void
test_left_out (void)
{
  g_autoptr (DatelineSession) session = fixture_session_new ();
  g_autoptr (DatelineFilter)  filter = dateline_filter_new ();
  g_autoptr (GError)          error = NULL;
  gint64                      strike = FIXTURE_STRIKE;
  guint                       n_incidents = 0;
  g_autofree char            *briefing = NULL;

  dateline_session_set_status (session, &strike, 1, DATELINE_STATUS_REJECTED, &error);
  g_assert_no_error (error);
  dateline_filter_set_wanted (filter, DATELINE_FACET_COUNTRY, "IQ", TRUE);
  dateline_session_set_filter (session, filter);

  briefing = dateline_briefing_write (session, &n_incidents, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_incidents, ==, 0);
  g_assert_cmpstr (briefing,
                   ==,
                   "Incidents, 22 January 2024 – 24 January 2024\n"
                   "0 incidents from 0 reports, 0 reviewed. A search or a filter leaves others out.\n");
}

static void
add_raid (DatelineStore *store, int n, char *text)
{
  g_autoptr (GError)             error = NULL;
  g_autoptr (DatelineExtraction) extraction = dateline_extraction_new ();
  DatelineProvenance             evidence = { 0, { 0, (guint32) strlen (text) } };
  g_autofree char               *id = g_strdup_printf ("raid-%d", n);
  g_autoptr (DatelineArticle)    article = dateline_article_new (id, text, strlen (text));
  DatelineIncident              *incident = dateline_incident_new (DATELINE_INCIDENT_RAID);

  incident->when.interval = dateline_date_interval_for_days (20000 + n, 20000 + n, 180);
  incident->when.precision = DATELINE_DATE_DAY;
  incident->when.offset_minutes = 180;
  g_array_append_val (incident->evidence, evidence);
  g_ptr_array_add (extraction->incidents, incident);
  dateline_store_add_extraction (store, article, extraction, &error);
  g_assert_no_error (error);
}

/* Of very many the first are told, and that there are more. */
static void
test_many (void)
{
  g_autoptr (GError)          error = NULL;
  DatelineStore              *store = dateline_store_open (NULL, &error);
  g_autoptr (DatelineSession) session = NULL;
  g_autofree char            *briefing = NULL;
  guint                       n_incidents = 0;
  guint                       n_bullets = 0;

  g_assert_no_error (error);
  for (int i = 0; i < 260; i++)
    add_raid (store, i, g_strdup_printf ("A raid, the %dth.", i));
  session = dateline_session_new (store);

  briefing = dateline_briefing_write (session, &n_incidents, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_incidents, ==, 260);
  for (const char *at = briefing; (at = strstr (at, "•")) != NULL; at += strlen ("•"))
    n_bullets++;
  g_assert_cmpuint (n_bullets, ==, 200);
  g_assert_nonnull (strstr (briefing, "… and 60 more"));
}

/* One letter more than fits: cut where letters end, within the bytes. */
static void
test_long_sentence (void)
{
  g_autoptr (GError)          error = NULL;
  DatelineStore              *store = dateline_store_open (NULL, &error);
  g_autofree char            *sentence = g_strnfill (301, 'a');
  g_autofree char            *expected = NULL;
  g_autoptr (DatelineSession) session = NULL;
  g_autofree char            *briefing = NULL;
  guint                       n_incidents = 0;

  g_assert_no_error (error);
  add_raid (store, 0, g_strdup (sentence));
  session = dateline_session_new (store);
  briefing = dateline_briefing_write (session, &n_incidents, &error);
  g_assert_no_error (error);

  sentence[299] = '\0';
  expected = g_strconcat ("  “", sentence, "…”\n", NULL);
  g_assert_nonnull (strstr (briefing, expected));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/briefing/shown", test_shown);
  g_test_add_func ("/briefing/left-out", test_left_out);
  g_test_add_func ("/briefing/many", test_many);
  g_test_add_func ("/briefing/long-sentence", test_long_sentence);
  return g_test_run ();
}
