/* dateline-date.c: civil days and intervals of time, without clock or locale
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-date.h"

static gint64
floor_div (gint64 a, gint64 b)
{
  gint64 quotient = a / b;

  return a % b < 0 ? quotient - 1 : quotient;
}

static int
days_in_month (int year, int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  if (month == 2 && ((year % 4 == 0 && year % 100 != 0) || year % 400 == 0))
    return 29;
  return days[month - 1];
}

gboolean
dateline_day_is_valid_ymd (int year, int month, int day)
{
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= days_in_month (year, month);
}

/**
 * dateline_day_new:
 * @year: 1–9999
 * @month: 1–12
 * @day: 1–31
 *
 * Counts days by eras of 400 years that begin on 1 March, so that the
 * leap day ends a year.
 *
 * Returns: the civil day, or %DATELINE_DAY_NONE when there is no such day
 */
DatelineDay
dateline_day_new (int year, int month, int day)
{
  gint64 era, year_of_era, day_of_year, day_of_era;

  if (!dateline_day_is_valid_ymd (year, month, day))
    return DATELINE_DAY_NONE;

  year -= month <= 2;
  era = floor_div (year, 400);
  year_of_era = year - era * 400;
  day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return (DatelineDay) (era * 146097 + day_of_era - 719468);
}

void
dateline_day_get_ymd (DatelineDay day, int *year, int *month, int *day_of_month)
{
  gint64 z = (gint64) day + 719468;
  gint64 era = floor_div (z, 146097);
  gint64 day_of_era = z - era * 146097;
  gint64 year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  gint64 day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  gint64 shifted_month = (5 * day_of_year + 2) / 153;

  *day_of_month = (int) (day_of_year - (153 * shifted_month + 2) / 5 + 1);
  *month = (int) (shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  *year = (int) (year_of_era + era * 400 + (*month <= 2));
}

/**
 * dateline_day_get_weekday:
 * @day: a civil day
 *
 * Returns: 1 for Monday to 7 for Sunday, as ISO 8601 counts
 */
int
dateline_day_get_weekday (DatelineDay day)
{
  /* 1970-01-01 was a Thursday. */
  return (int) (((gint64) day + 3) - floor_div ((gint64) day + 3, 7) * 7) + 1;
}

/**
 * dateline_day_add_months:
 * @day: a civil day
 * @n_months: how many, may be negative
 *
 * Returns: the same day of the month, or that month's last; clamped to
 *   the years 1–9999
 */
DatelineDay
dateline_day_add_months (DatelineDay day, int n_months)
{
  int    year, month, day_of_month;
  gint64 months;

  dateline_day_get_ymd (day, &year, &month, &day_of_month);
  months = (gint64) year * 12 + month - 1 + n_months;
  months = CLAMP (months, 12, 9999 * 12 + 11);
  year = (int) (months / 12);
  month = (int) (months % 12) + 1;

  return dateline_day_new (year, month, MIN (day_of_month, days_in_month (year, month)));
}

static const char *
parse_digits (const char *text, int n_digits, int *value)
{
  *value = 0;
  for (int i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return NULL;
      *value = *value * 10 + (text[i] - '0');
    }
  return text + n_digits;
}

/**
 * dateline_day_parse:
 * @text: begins with YYYY-MM-DD
 * @rest: (out) (optional): what follows the date; untouched on failure
 *
 * Returns: the day, or %DATELINE_DAY_NONE when @text begins otherwise
 */
DatelineDay
dateline_day_parse (const char *text, const char **rest)
{
  int         year, month, day;
  DatelineDay result;
  const char *p = text;

  if ((p = parse_digits (p, 4, &year)) == NULL || *p++ != '-' ||
      (p = parse_digits (p, 2, &month)) == NULL || *p++ != '-' ||
      (p = parse_digits (p, 2, &day)) == NULL)
    return DATELINE_DAY_NONE;

  result = dateline_day_new (year, month, day);
  if (result != DATELINE_DAY_NONE && rest != NULL)
    *rest = p;
  return result;
}

static char *
write_digits (char *p, int value, int n_digits)
{
  for (int i = n_digits; i-- > 0; value /= 10)
    p[i] = (char) ('0' + value % 10);
  return p + n_digits;
}

/**
 * dateline_day_write:
 * @out: %DATELINE_ISO8601_SIZE bytes
 * @day: a civil day
 *
 * Writes "2024-01-24" and a nul.
 *
 * Returns: how many bytes, without the nul
 */
gsize
dateline_day_write (char *out, DatelineDay day)
{
  int   year, month, day_of_month;
  char *p = out;

  dateline_day_get_ymd (day, &year, &month, &day_of_month);
  if (year < 0 || year > 9999)
    return (gsize) g_snprintf (out, DATELINE_ISO8601_SIZE, "%04d-%02d-%02d", year, month, day_of_month);

  p = write_digits (p, year, 4);
  *p++ = '-';
  p = write_digits (p, month, 2);
  *p++ = '-';
  p = write_digits (p, day_of_month, 2);
  *p = '\0';
  return (gsize) (p - out);
}

char *
dateline_day_to_string (DatelineDay day)
{
  char text[DATELINE_ISO8601_SIZE];

  dateline_day_write (text, day);
  return g_strdup (text);
}

/**
 * dateline_date_interval_for_days:
 * @first: the first civil day
 * @last: the last civil day, included
 * @offset_minutes: the zone's offset from UTC
 *
 * Returns: from 00:00 of @first to 00:00 of the day after @last
 */
DatelineDateInterval
dateline_date_interval_for_days (DatelineDay first, DatelineDay last, int offset_minutes)
{
  return (DatelineDateInterval){
    (gint64) first * DATELINE_SECONDS_PER_DAY - offset_minutes * 60,
    ((gint64) last + 1) * DATELINE_SECONDS_PER_DAY - offset_minutes * 60,
  };
}

gboolean
dateline_date_interval_is_set (DatelineDateInterval interval)
{
  return interval.start != G_MININT64;
}

gboolean
dateline_date_interval_overlaps (DatelineDateInterval a, DatelineDateInterval b)
{
  return a.start < b.end && b.start < a.end;
}

gboolean
dateline_date_interval_equal (DatelineDateInterval a, DatelineDateInterval b)
{
  return a.start == b.start && a.end == b.end;
}

/**
 * dateline_day_at:
 * @seconds: since the Unix epoch
 * @offset_minutes: the zone's offset from UTC
 *
 * Returns: the civil day at that moment in that zone
 */
DatelineDay
dateline_day_at (gint64 seconds, int offset_minutes)
{
  return (DatelineDay) floor_div (seconds + (gint64) offset_minutes * 60, DATELINE_SECONDS_PER_DAY);
}

/**
 * dateline_seconds_write_iso8601:
 * @out: %DATELINE_ISO8601_SIZE bytes
 * @seconds: since the Unix epoch
 * @offset_minutes: the zone to write it in, less than a day from UTC
 *
 * Writes "2024-01-24T00:15:00+03:00" and a nul.
 *
 * Returns: how many bytes, without the nul
 */
gsize
dateline_seconds_write_iso8601 (char *out, gint64 seconds, int offset_minutes)
{
  DatelineDay day = dateline_day_at (seconds, offset_minutes);
  int         second_of_day = (int) (seconds + (gint64) offset_minutes * 60 - (gint64) day * DATELINE_SECONDS_PER_DAY);
  char       *p = out + dateline_day_write (out, day);

  *p++ = 'T';
  p = write_digits (p, second_of_day / 3600, 2);
  *p++ = ':';
  p = write_digits (p, second_of_day / 60 % 60, 2);
  *p++ = ':';
  p = write_digits (p, second_of_day % 60, 2);
  *p++ = offset_minutes < 0 ? '-' : '+';
  p = write_digits (p, ABS (offset_minutes) / 60, 2);
  *p++ = ':';
  p = write_digits (p, ABS (offset_minutes) % 60, 2);
  *p = '\0';
  return (gsize) (p - out);
}

char *
dateline_seconds_to_iso8601 (gint64 seconds, int offset_minutes)
{
  char text[DATELINE_ISO8601_SIZE];

  dateline_seconds_write_iso8601 (text, seconds, offset_minutes);
  return g_strdup (text);
}
