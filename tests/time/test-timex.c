/* test-timex.c: recognising and resolving, beyond the table of dates
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include <string.h>

#include "dateline-zone.h"

static DatelineData *data;

static DatelineDay
parse_day (const char *day)
{
  DatelineDay parsed = dateline_day_parse (day, NULL);

  g_assert_cmpint (parsed, !=, DATELINE_DAY_NONE);
  return parsed;
}

static const DatelineTimex *
get_timex (const Fixture *fixture, guint i)
{
  g_assert_cmpuint (i, <, fixture->timexes->len);
  return &g_array_index (fixture->timexes, DatelineTimex, i);
}

/* What must hold of any text. */
static void
check_invariants (const Fixture *fixture)
{
  guint32 end = 0;

  for (guint i = 0; i < fixture->timexes->len; i++)
    {
      const DatelineTimex *timex = get_timex (fixture, i);
      DatelineSpan         span = dateline_timex_get_span (fixture->document, timex);

      g_assert_cmpuint (timex->first_token, <, timex->end_token);
      g_assert_cmpuint (timex->end_token, <=, fixture->document->n_tokens);
      g_assert_cmpuint (timex->sentence, ==, dateline_document_get_sentence (fixture->document, timex->first_token));
      g_assert_cmpuint (span.begin, >=, end);
      g_assert_cmpuint (span.begin, <, span.end);
      g_assert_cmpuint (span.end, <=, fixture->document->length);
      end = span.end;

      if (dateline_date_interval_is_set (timex->interval))
        {
          g_assert_cmpint (timex->interval.start, <, timex->interval.end);
          g_assert_cmpint (timex->interval.start, >=, (gint64) -719165 * DATELINE_SECONDS_PER_DAY);
          g_assert_cmpint (timex->interval.end, <=, (gint64) 2932900 * DATELINE_SECONDS_PER_DAY);
          g_assert_cmpint (timex->precision, >=, DATELINE_DATE_DAY);
          g_assert_cmpint (timex->precision, <=, DATELINE_DATE_YEAR);
        }
      else
        g_assert_cmpint (timex->precision, ==, DATELINE_DATE_UNKNOWN);
    }
}

/* No date, no anchor: nothing may come out that the words do not give. */
static void
test_nothing_invented (void)
{
  static const char *const texts[] = {
    "On Tuesday jets struck.", "Yesterday jets struck.", "On 3 March jets struck.", "Last week jets struck.", "The next day jets struck.",
    "Two days ago jets struck.", "Overnight jets struck.", "At 6 p.m. jets struck.", "Since Monday jets struck.", "On the 24th, jets struck.",
    "In October jets struck.", "A day after the raid jets struck.", "This morning jets struck.", "Last summer jets struck.", "Over the past month jets struck."
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (Fixture) fixture = { 0 };

      fixture_read (&fixture, data, texts[i], DATELINE_DAY_NONE);
      g_assert_cmpuint (fixture.timexes->len, >, 0);
      for (guint j = 0; j < fixture.timexes->len; j++)
        g_assert_false (dateline_date_interval_is_set (get_timex (&fixture, j)->interval));
      check_invariants (&fixture);
    }
}

/* A civil day is that of the zone passed in; a written zone goes before it. */
static void
test_zones (void)
{
  g_auto (Fixture)     fixture = { 0 };
  const DatelineTimex *timex;
  gint64               day = (gint64) parse_day ("2024-01-23") * DATELINE_SECONDS_PER_DAY;

  fixture_read (&fixture, data, "Jets struck on Tuesday. Jets struck at 2 p.m. ET on Tuesday.", parse_day ("2024-01-24"));
  dateline_timex_resolve (fixture.document, fixture.timexes, &fixture.anchor, -300);
  timex = get_timex (&fixture, 0);
  g_assert_cmpint (timex->interval.start, ==, day + 5 * 3600);
  g_assert_cmpint (timex->interval.end, ==, day + 29 * 3600);

  dateline_timex_resolve (fixture.document, fixture.timexes, &fixture.anchor, 210);
  timex = get_timex (&fixture, 0);
  g_assert_cmpint (timex->interval.start, ==, day - 210 * 60);
  timex = get_timex (&fixture, 1);
  g_assert_cmpint (timex->interval.start, ==, day + 19 * 3600);
  g_assert_cmpstr (timex->zone, ==, "America/New_York");
  g_assert_cmpint (timex->zone_offset_minutes, ==, -300);
}

/* The zone's own history: Damascus was an hour behind in the winter of 2020. */
static void
test_zone_history (void)
{
  g_auto (Fixture) fixture = { 0 };
  gint64           day = (gint64) parse_day ("2020-02-01") * DATELINE_SECONDS_PER_DAY;

  fixture_read (&fixture, data, "Jets struck at 9 a.m. Damascus time on 1 February 2020.", parse_day ("2024-01-24"));
  g_assert_cmpint (get_timex (&fixture, 0)->interval.start, ==, day + 7 * 3600);
}

static void
test_resolve_again (void)
{
  g_auto (Fixture)          fixture = { 0 };
  g_autofree DatelineTimex *before = NULL;

  fixture_read (&fixture, data,
                "On January 20 a base was hit. The next day, at 6 p.m., jets struck back, two days after the ministry had met. Since October, overnight raids grew. 3 p.m. (1200 GMT) on Monday.",
                parse_day ("2024-01-24"));
  before = g_memdup2 (fixture.timexes->data, fixture.timexes->len * sizeof (DatelineTimex));
  dateline_timex_resolve (fixture.document, fixture.timexes, &fixture.anchor, 0);
  dateline_timex_resolve (fixture.document, fixture.timexes, &fixture.anchor, DATELINE_REGION_OFFSET_MINUTES);
  g_assert_cmpmem (before, fixture.timexes->len * sizeof (DatelineTimex), fixture.timexes->data, fixture.timexes->len * sizeof (DatelineTimex));
}

/* Whose the words are, for what they say of another event. */
static void
test_event_relative (void)
{
  static const struct
  {
    const char *text;
    int         days;
    int         minutes;
  } rows[] = {
    { "The raid came a day after gunmen stormed the bank.", 1, 0 },
    { "The raid came two days before the vote.", -2, 0 },
    { "The raid came three weeks after the vote.", 21, 0 },
    { "The raid came six hours after the vote.", 0, 360 },
    { "The raid came minutes after the vote.", 0, 2 },
    { "The raid came the day after the vote.", 1, 0 },
    { "The raid came the day before the vote.", -1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Fixture)     fixture = { 0 };
      const DatelineTimex *timex;

      fixture_read (&fixture, data, rows[i].text, parse_day ("2024-01-24"));
      timex = get_timex (&fixture, 0);
      g_assert_cmpint (timex->kind, ==, DATELINE_TIMEX_EVENT_RELATIVE);
      g_assert_cmpint (timex->offset_days, ==, rows[i].days);
      g_assert_cmpint (timex->offset_minutes_event, ==, rows[i].minutes);
      g_assert_false (dateline_date_interval_is_set (timex->interval));
    }
}

static void
test_entities (void)
{
  static const struct
  {
    const char *text;
    gboolean    entity;
  } rows[] = {
    { "It fell on Tuesday.", TRUE },
    { "It fell at 6 p.m.", TRUE },
    { "It fell in the morning.", FALSE },
    { "It fell every day.", FALSE },
    { "It lasted for two hours.", TRUE },
    { "It has lasted since 2014.", TRUE },
    { "It came after the October 7 massacre.", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Fixture) fixture = { 0 };

      fixture_read (&fixture, data, rows[i].text, parse_day ("2024-01-24"));
      g_assert_cmpint (dateline_timex_is_entity (get_timex (&fixture, 0)), ==, rows[i].entity);
    }
}

/* When it was said is told apart from when it was done. */
static void
test_reported (void)
{
  static const struct
  {
    const char *text;
    gboolean    reported[2];
  } rows[] = {
    { "Ten were killed Saturday, police said Sunday.", { FALSE, TRUE } },
    { "Police said in a statement on Sunday that ten were killed on Saturday.", { TRUE, FALSE } },
    { "Police told the agency on Sunday that ten died Saturday.", { TRUE, FALSE } },
    { "The army said gunmen killed ten on Saturday and fled on Sunday.", { FALSE, FALSE } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Fixture) fixture = { 0 };

      fixture_read (&fixture, data, rows[i].text, parse_day ("2024-01-24"));
      for (guint j = 0; j < 2; j++)
        g_assert_cmpint ((get_timex (&fixture, j)->flags & DATELINE_TIMEX_REPORTED) != 0, ==, rows[i].reported[j]);
    }
}

/* Month first where the text shows that it writes so. */
static void
test_american (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *first = NULL;

  fixture_read (&fixture, data, "It was hit on 4/9/2015 and on 4/19/2015.", parse_day ("2024-01-24"));
  first = fixture_describe (&fixture, get_timex (&fixture, 0), TRUE);
  g_assert_cmpstr (first, ==, "date 2015-04-09 {4/9/2015}");
}

/* The same words in other clothes. */
static void
test_spellings (void)
{
  static const char *const texts[] = {
    "Jets struck on Jan. 20, 2024, at 6:30 p.m. (Iraq time).",
    "Jets struck on Jan 20, 2024 at 6:30 pm (Iraq time).",
    "JETS STRUCK ON JAN. 20, 2024, AT 6:30 P.M. (IRAQ TIME).",
    "Jets struck at 6:30 p.m. Iraq time on January 20, 2024.",
    "Jets struck at 6.30pm Iraqi time on 20 January 2024.",
    "Jets struck at 1530 GMT on 20 January 2024.",
    "Jets struck on Saturday, January\u00a020,\u00a02024,\r\nat 6:30\u00a0p.m. (Baghdad time).",
  };
  gint64 moment = (gint64) parse_day ("2024-01-20") * DATELINE_SECONDS_PER_DAY + 15 * 3600 + 1800;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (Fixture) fixture = { 0 };

      fixture_read (&fixture, data, texts[i], parse_day ("2024-01-24"));
      g_assert_cmpuint (fixture.timexes->len, ==, 1);
      g_assert_cmpint (get_timex (&fixture, 0)->interval.start, ==, moment);
    }
}

static void
append_soup (GString *text, GRand *random)
{
  static const char *const words[] = {
    "January", "Jan.", "May", "March", "Tuesday", "Sun", "Fridays", "today", "yesterday", "last", "next", "this", "past", "the", "week", "month", "year", "years", "days",
    "hours", "ago", "later", "earlier", "after", "before", "since", "until", "from", "to", "between", "and", "on", "at", "in", "of", "early", "late", "mid", "-", "–", "—",
    "/", ",", ".", ":", "(", ")", "[", "]", "@", "a.m.", "p.m.", "GMT", "ET", "local time", "Iraq time", "dawn", "night", "overnight", "midnight", "into", "few", "several",
    "a", "two", "twenty", "-one", "24th", "31", "30", "29", "2", "0", "00", "2015", "1999", "9999", "10000", "99999999999999999999", "12:15", "23:59", "0230", "6.30", "3.5.1",
    "24.01.2015", "2024-01-24", "2024-13-45", "9/11", "9/4/2015", "1990s", "'s", "’s", "\n", "\n\n", "Ramadan", "October 7 massacre", "2003 invasion", "summer", "winter",
    "weekend", "will", "said", "struck", "every", "anniversary", "Published", "BAGHDAD", "(Reuters)", "\xff", "\u00ad", "١٢", "年", "day", "that", "same", "following", "couple",
    "decade", "fortnight", "recent", "coming", "hundred", "thousand", "o'clock", "hrs", "time", "week's", "end", "beginning", "Days", "the day after", "no", "one", "%", "$"
  };

  g_string_append (text, words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
  if (g_rand_int_range (random, 0, 5) > 0)
    g_string_append_c (text, ' ');
}

/* Random heaps of such words: nothing overlaps, overflows or ends before it begins. */
static void
test_soup (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20240124);
  static const int  days[] = { 19746, 0, -719162, 2932896, 11016, DATELINE_DAY_NONE };

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_auto (Fixture)    fixture = { 0 };

      for (int n = g_rand_int_range (random, 1, 60); n > 0; n--)
        append_soup (text, random);
      fixture_read (&fixture, data, text->str, days[i % G_N_ELEMENTS (days)]);
      check_invariants (&fixture);
    }
}

static void
test_hostile (void)
{
  static const char *const words[] = {
    "Tuesday ", "January 24 ", "24 ", "and ", "last ", "two days ago ", "(", "12:15 ", "overnight ", "Jan. ", "to ", "1-", "/9", "day ", "a ", "Published ", "@ ) 24 January 2020 ",
    "from 3 March to ", "since ", "99999999", "O'Day's ", "next ", "BAGHDAD, Jan 24 "
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_auto (Fixture)    fixture = { 0 };

      while (text->len < 100000)
        g_string_append (text, words[i]);
      fixture_read (&fixture, data, text->str, 19746);
      check_invariants (&fixture);
    }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  data = fixture_open_data ();

  g_test_add_func ("/time/timex/nothing-invented", test_nothing_invented);
  g_test_add_func ("/time/timex/zones", test_zones);
  g_test_add_func ("/time/timex/zone-history", test_zone_history);
  g_test_add_func ("/time/timex/resolve-again", test_resolve_again);
  g_test_add_func ("/time/timex/event-relative", test_event_relative);
  g_test_add_func ("/time/timex/entities", test_entities);
  g_test_add_func ("/time/timex/reported", test_reported);
  g_test_add_func ("/time/timex/american", test_american);
  g_test_add_func ("/time/timex/spellings", test_spellings);
  g_test_add_func ("/time/timex/soup", test_soup);
  g_test_add_func ("/time/timex/hostile", test_hostile);

  status = g_test_run ();
  dateline_data_free (data);
  return status;
}
