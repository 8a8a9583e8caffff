/* dateline-zone.c: the clocks of the region through their history
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From 2000 on; before, the oldest rule holds. A table of our own, because
 * the system's may be missing or differ, and the same bytes in must give
 * the same bytes out.
 * Exact to the day, 2000 to 2030, for Iraq, Syria, Yemen, Saudi Arabia,
 * Turkey, Iran, the United States, Europe and Russia; before 2013 the
 * summers of Israel, Jordan and Egypt are approximate.
 * Source: the IANA time zone database, 2024b, as facts.
 */

#include "config.h"

#include "dateline-zone.h"

#include <string.h>

/* When summer time begins and ends. */
typedef enum
{
  RULE_NONE,
  RULE_EU,            /* last Sunday of March to last Sunday of October */
  RULE_US_1987,       /* first Sunday of April to last Sunday of October */
  RULE_US_2007,       /* second Sunday of March to first Sunday of November */
  RULE_APRIL_OCTOBER, /* 1 April to 1 October */
  RULE_LAST_FRIDAY,   /* last Friday of March to last Friday of October */
  RULE_FRIDAY_SUNDAY, /* Friday before the last Sunday of March to last Sunday of October */
  RULE_IRAN,          /* 22 March to 22 September, a day earlier in some years */
  RULE_SYRIA_2007,    /* first Friday of April or last of March to 1 November or last Friday of October */
  RULE_EGYPT_2023,    /* last Friday of April to last Thursday of October */
  RULE_SUMMER         /* always an hour ahead */
} Rule;

typedef struct
{
  const char *zone;
  int         year, month, day; /* from when on */
  int         offset_minutes;
  Rule        rule;
} Period;

/* Per zone, latest first; the last one has no beginning. */
static const Period periods[] = {
  { "UTC", 0, 0, 0, 0, RULE_NONE },
  { "Asia/Baghdad", 2008, 1, 1, 180, RULE_NONE },
  { "Asia/Baghdad", 0, 0, 0, 180, RULE_APRIL_OCTOBER },
  { "Asia/Damascus", 2022, 10, 28, 180, RULE_NONE },
  { "Asia/Damascus", 2012, 1, 1, 120, RULE_LAST_FRIDAY },
  { "Asia/Damascus", 2007, 1, 1, 120, RULE_SYRIA_2007 },
  { "Asia/Damascus", 2006, 9, 22, 120, RULE_NONE },
  { "Asia/Damascus", 0, 0, 0, 120, RULE_APRIL_OCTOBER },
  { "Asia/Aden", 0, 0, 0, 180, RULE_NONE },
  { "Asia/Riyadh", 0, 0, 0, 180, RULE_NONE },
  { "Asia/Dubai", 0, 0, 0, 240, RULE_NONE },
  { "Europe/Istanbul", 2016, 3, 27, 120, RULE_SUMMER },
  { "Europe/Istanbul", 2015, 11, 8, 120, RULE_NONE },
  { "Europe/Istanbul", 2015, 3, 29, 120, RULE_SUMMER },
  { "Europe/Istanbul", 2014, 3, 31, 120, RULE_EU },
  { "Europe/Istanbul", 2014, 3, 30, 120, RULE_NONE },
  { "Europe/Istanbul", 2011, 3, 28, 120, RULE_EU },
  { "Europe/Istanbul", 2011, 3, 27, 120, RULE_NONE },
  { "Europe/Istanbul", 0, 0, 0, 120, RULE_EU },
  { "Asia/Tehran", 2022, 9, 22, 210, RULE_NONE },
  { "Asia/Tehran", 2008, 1, 1, 210, RULE_IRAN },
  { "Asia/Tehran", 2006, 1, 1, 210, RULE_NONE },
  { "Asia/Tehran", 0, 0, 0, 210, RULE_IRAN },
  { "Asia/Jerusalem", 2013, 1, 1, 120, RULE_FRIDAY_SUNDAY },
  { "Asia/Jerusalem", 0, 0, 0, 120, RULE_APRIL_OCTOBER },
  { "Asia/Beirut", 0, 0, 0, 120, RULE_EU },
  { "Asia/Amman", 2022, 10, 28, 180, RULE_NONE },
  { "Asia/Amman", 0, 0, 0, 120, RULE_LAST_FRIDAY },
  { "Africa/Cairo", 2023, 4, 28, 120, RULE_EGYPT_2023 },
  { "Africa/Cairo", 0, 0, 0, 120, RULE_NONE },
  { "America/New_York", 2007, 1, 1, -300, RULE_US_2007 },
  { "America/New_York", 0, 0, 0, -300, RULE_US_1987 },
  { "Europe/London", 0, 0, 0, 0, RULE_EU },
  { "Europe/Paris", 0, 0, 0, 60, RULE_EU },
  { "Europe/Moscow", 2014, 10, 26, 180, RULE_NONE },
  { "Europe/Moscow", 2011, 3, 27, 240, RULE_NONE },
  { "Europe/Moscow", 0, 0, 0, 180, RULE_EU },
};

static const struct
{
  char        country[3];
  const char *zone;
} countries[] = {
  { "IQ", "Asia/Baghdad" },
  { "SY", "Asia/Damascus" },
  { "YE", "Asia/Aden" },
  { "SA", "Asia/Riyadh" },
  { "KW", "Asia/Riyadh" },
  { "QA", "Asia/Riyadh" },
  { "BH", "Asia/Riyadh" },
  { "DJ", "Asia/Riyadh" },
  { "ER", "Asia/Riyadh" },
  { "ET", "Asia/Riyadh" },
  { "SO", "Asia/Riyadh" },
  { "AE", "Asia/Dubai" },
  { "OM", "Asia/Dubai" },
  { "TR", "Europe/Istanbul" },
  { "IR", "Asia/Tehran" },
  { "IL", "Asia/Jerusalem" },
  { "PS", "Asia/Jerusalem" },
  { "LB", "Asia/Beirut" },
  { "JO", "Asia/Amman" },
  { "EG", "Africa/Cairo" },
  { "US", "America/New_York" },
  { "GB", "Europe/London" },
  { "FR", "Europe/Paris" },
  { "DE", "Europe/Paris" },
  { "RU", "Europe/Moscow" },
};

/* The n-th such weekday of a month, or its last when n is 0. */
static DatelineDay
find_weekday (int year, int month, int weekday, int n)
{
  DatelineDay day;

  if (n == 0)
    {
      day = (month == 12 ? dateline_day_new (year, 12, 31) : dateline_day_new (year, month + 1, 1) - 1);
      return day - (dateline_day_get_weekday (day) - weekday + 7) % 7;
    }
  day = dateline_day_new (year, month, 1);
  return day + (weekday - dateline_day_get_weekday (day) + 7) % 7 + (n - 1) * 7;
}

static gboolean
is_between (DatelineDay day, DatelineDay first, DatelineDay end)
{
  return first <= day && day < end;
}

static gboolean
is_summer (Rule rule, DatelineDay day, int year)
{
  switch (rule)
    {
    case RULE_EU:
      return is_between (day, find_weekday (year, 3, 7, 0), find_weekday (year, 10, 7, 0));
    case RULE_US_1987:
      return is_between (day, find_weekday (year, 4, 7, 1), find_weekday (year, 10, 7, 0));
    case RULE_US_2007:
      return is_between (day, find_weekday (year, 3, 7, 2), find_weekday (year, 11, 7, 1));
    case RULE_APRIL_OCTOBER:
      return is_between (day, dateline_day_new (year, 4, 1), dateline_day_new (year, 10, 1));
    case RULE_LAST_FRIDAY:
      return is_between (day, find_weekday (year, 3, 5, 0), find_weekday (year, 10, 5, 0));
    case RULE_FRIDAY_SUNDAY:
      return is_between (day, find_weekday (year, 3, 7, 0) - 2, find_weekday (year, 10, 7, 0));
    case RULE_IRAN:
      return is_between (day, dateline_day_new (year, 3, year % 4 == 0 ? 21 : 22), dateline_day_new (year, 9, year % 4 == 0 ? 21 : 22));
    case RULE_SYRIA_2007:
      return is_between (day,
                         year == 2008 || year == 2010 || year == 2011 ? find_weekday (year, 4, 5, 1) : find_weekday (year, 3, 5, 0),
                         year == 2007   ? find_weekday (year, 11, 5, 1)
                         : year == 2008 ? dateline_day_new (year, 11, 1)
                                        : find_weekday (year, 10, 5, 0));
    case RULE_EGYPT_2023:
      return is_between (day, find_weekday (year, 4, 5, 0), find_weekday (year, 10, 4, 0) + 1);
    case RULE_SUMMER:
      return TRUE;
    case RULE_NONE:
    default:
      return FALSE;
    }
}

/**
 * dateline_zone_find:
 * @zone: (nullable): an IANA name
 *
 * Returns: (nullable): the same name, static, when the zone is known
 */
const char *
dateline_zone_find (const char *zone)
{
  if (zone == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    if (strcmp (periods[i].zone, zone) == 0)
      return periods[i].zone;
  return NULL;
}

/**
 * dateline_zone_get_offset_minutes:
 * @zone: (nullable): an IANA name
 * @day: a civil day in that zone, or %DATELINE_DAY_NONE for the rule now in force
 *
 * Returns: minutes east of UTC at noon of @day; that of the region when
 *   the zone is unknown
 */
int
dateline_zone_get_offset_minutes (const char *zone, DatelineDay day)
{
  int year = 9999, month = 1, day_of_month = 1;

  if (day != DATELINE_DAY_NONE)
    dateline_day_get_ymd (day, &year, &month, &day_of_month);
  else
    day = dateline_day_new (year, month, day_of_month);
  if (zone == NULL || year < 2 || year > 9999)
    return DATELINE_REGION_OFFSET_MINUTES;

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      const Period *period = &periods[i];

      if (strcmp (period->zone, zone) != 0)
        continue;
      if (period->year == 0 || day >= dateline_day_new (period->year, period->month, period->day))
        return period->offset_minutes + (is_summer (period->rule, day, year) ? 60 : 0);
    }
  return DATELINE_REGION_OFFSET_MINUTES;
}

/**
 * dateline_zone_for_country:
 * @country: ISO 3166 code, two letters
 *
 * Returns: (nullable): the zone of its capital, or of its east coast for
 *   the United States; %NULL when it is not in the table
 */
const char *
dateline_zone_for_country (const char country[3])
{
  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    if (strcmp (countries[i].country, country) == 0)
      return countries[i].zone;
  return NULL;
}
