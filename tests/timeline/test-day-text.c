/* test-day-text.c: days as the date bar writes and reads them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dateline-day-text.h"

#include <locale.h>

static void
test_heading (void)
{
  g_autofree char *heading = dateline_day_to_heading (dateline_day_new (2024, 1, 4));

  g_assert_cmpstr (heading, ==, "Thu 4 Jan 2024");
}

static void
test_typed (void)
{
  static const struct
  {
    const char *text;
    const char *day; /* NULL when it is none */
    const char *reason;
  } rows[] = {
    { "24 Jan 2024", "2024-01-24", "as the press writes it" },
    { "  24  January, 2024 ", "2024-01-24", "blanks and commas do not matter" },
    { "January 24th, 2024", "2024-01-24", "as the American press writes it" },
    { "Wed 24 jan. 2024", "2024-01-24", "as the bar writes it" },
    { "2024-01-24", "2024-01-24", "ISO 8601" },
    { "2024/1/24", "2024-01-24", "year first" },
    { "24/1/2024", "2024-01-24", "day first" },
    { "24.01.2024", "2024-01-24", "with dots" },
    { "1 Sept 2014", "2014-09-01", "a longer short name" },
    { "24 Jan", "2023-01-24", "without a year, the year that one is in" },
    { "Feb 3", "2023-02-03", "the same, month first" },
    { "29 Feb 2023", NULL, "no leap year" },
    { "32 Jan 2024", NULL, "no such day" },
    { "1/24/2024", NULL, "there is no month 24" },
    { "24/1/24", NULL, "two digits are no year" },
    { "24/1", NULL, "two numbers may mean either" },
    { "Jan 2024", NULL, "a month is not a day" },
    { "2024", NULL, "nor is a year" },
    { "24 Jan 2024 5", NULL, "a word too many" },
    { "24 Foo 2024", NULL, "no month" },
    { "24 Ju 2024", NULL, "June or July" },
    { "24x Jan 2024", NULL, "no ordinal" },
    { "99999999999 Jan 2024", NULL, "too many digits" },
    { "tomorrow", NULL, "no date at all" },
    { "", NULL, "nothing" },
    { "24 J\xc3n 2024", NULL, "not UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DatelineDay expected = rows[i].day != NULL ? dateline_day_parse (rows[i].day, NULL) : DATELINE_DAY_NONE;

      g_test_message ("%s", rows[i].reason);
      g_assert_cmpint (dateline_day_parse_typed (rows[i].text, dateline_day_new (2023, 6, 1)), ==, expected);
    }
}

static void
test_last_days (void)
{
  static const struct
  {
    const char *text;
    int         n_days;
  } rows[] = {
    { "last 30 days", 30 },
    { "  Last 7 Days ", 7 },
    { "last day", 1 },
    { "last week", 7 },
    { "last 2 weeks", 14 },
    { "last month", 30 },
    { "last 3 months", 90 },
    { "last year", 365 },
    { "last 1 day", 1 },
    { "last 0 days", 0 },
    { "last -3 days", 0 },
    { "last 99999 days", 0 },
    { "last 30", 0 },
    { "last 30 days or so", 0 },
    { "last fortnight", 0 },
    { "30 days", 0 },
    { "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (dateline_parse_last_days (rows[i].text), ==, rows[i].n_days);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/day-text/heading", test_heading);
  g_test_add_func ("/timeline/day-text/typed", test_typed);
  g_test_add_func ("/timeline/day-text/last-days", test_last_days);

  return g_test_run ();
}
