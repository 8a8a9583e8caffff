/* dateline-day-text.c: days as the date bar writes and reads them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-day-text.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "dateline-locale-text.h"

/* A typed date has at most a day, a month and a year. */
#define MAX_WORDS 3

/* Each word as a number and what it can be: 'y' a year, 'd' a day or a
 * month in digits, 'm' a month's name. */
typedef struct
{
  guint n_words;
  int   numbers[MAX_WORDS];
  char  kinds[MAX_WORDS + 1];
} TypedDate;

static char *
format_day (DatelineDay day, const char *format)
{
  g_autoptr (GDateTime) date = NULL;
  int                   year, month, day_of_month;

  dateline_day_get_ymd (day, &year, &month, &day_of_month);
  date = g_date_time_new_utc (year, month, day_of_month, 0, 0, 0);
  return date != NULL ? dateline_localize_digits (g_date_time_format (date, format), NULL) : NULL;
}

/**
 * dateline_day_to_heading:
 * @day: a civil day
 *
 * Returns: (transfer full) (nullable): "Wed 24 Jan 2024", in the reader's
 *   language; %NULL for %DATELINE_DAY_NONE
 */
char *
dateline_day_to_heading (DatelineDay day)
{
  if (day == DATELINE_DAY_NONE)
    return NULL;

  /* Translators: the date bar's large date, after g_date_time_format() */
  return format_day (day, _ ("%a %-d %b %Y"));
}

/**
 * dateline_day_to_short:
 * @day: a civil day
 *
 * Returns: (transfer full) (nullable): "24 Jan 2024", in the reader's
 *   language; %NULL for %DATELINE_DAY_NONE
 */
char *
dateline_day_to_short (DatelineDay day)
{
  return day != DATELINE_DAY_NONE ? format_day (day, _ ("%-d %b %Y")) : NULL;
}

/**
 * dateline_tick_to_label:
 * @tick: a mark of the axis
 *
 * Returns: (transfer full): what is written at it
 */
char *
dateline_tick_to_label (const DatelineTick *tick)
{
  DatelineDay day = dateline_day_at (tick->seconds, DATELINE_REGION_OFFSET_MINUTES);

  switch (tick->form)
    {
    case DATELINE_TICK_HOUR:
      return dateline_strdup_printf ("%02d:00", (int) (tick->seconds - (gint64) day * DATELINE_SECONDS_PER_DAY + DATELINE_REGION_OFFSET_MINUTES * 60) / 3600);
    case DATELINE_TICK_DAY:
      /* Translators: a day on the time axis, after g_date_time_format() */
      return format_day (day, _ ("%-d %b"));
    case DATELINE_TICK_DAY_YEAR:
      /* Translators: a day on the time axis, after g_date_time_format() */
      return format_day (day, _ ("%-d %b %Y"));
    case DATELINE_TICK_MONTH:
      /* Translators: a month on the time axis, after g_date_time_format() */
      return format_day (day, _ ("%b"));
    case DATELINE_TICK_MONTH_YEAR:
      /* Translators: a month on the time axis, after g_date_time_format() */
      return format_day (day, _ ("%b %Y"));
    case DATELINE_TICK_YEAR:
    default:
      return format_day (day, "%Y");
    }
}

/* The short and the full names count, in English and in the reader's
 * language, and so does what is at least three letters of them: "Sept". */
static int
find_month (const char *name)
{
  static const char *const english[] = {
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december"
  };
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (int month = 1; month <= 12; month++)
    {
      g_autofree char *full = format_day (dateline_day_new (2000, month, 1), "%B");
      g_autofree char *full_folded = g_utf8_casefold (full, -1);

      if (g_utf8_strlen (folded, -1) >= 3 &&
          (g_str_has_prefix (english[month - 1], folded) || g_str_has_prefix (full_folded, folded)))
        return month;
    }
  return 0;
}

static gboolean
is_weekday (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (int day = 0; day < 7; day++)
    {
      static const char *const english[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };
      /* 3 January 2000 was a Monday. */
      g_autofree char *full = format_day (dateline_day_new (2000, 1, 3 + day), "%A");
      g_autofree char *full_folded = g_utf8_casefold (full, -1);

      if (g_utf8_strlen (folded, -1) >= 3 &&
          (g_str_has_prefix (english[day], folded) || g_str_has_prefix (full_folded, folded)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
add (TypedDate *date, char kind, int number)
{
  if (date->n_words == MAX_WORDS)
    return FALSE;

  date->kinds[date->n_words] = kind;
  date->numbers[date->n_words++] = number;
  return TRUE;
}

static gboolean
add_number (TypedDate *date, const char *word, gsize n_digits)
{
  static const char *const ordinals[] = { "st", "nd", "rd", "th" };
  int                      number = (int) g_ascii_strtoll (word, NULL, 10);

  if (n_digits == 4 && word[4] == '\0')
    return add (date, 'y', number);
  if (n_digits > 2)
    return FALSE;
  if (word[n_digits] == '\0')
    return add (date, 'd', number);

  for (guint i = 0; i < G_N_ELEMENTS (ordinals); i++)
    if (g_ascii_strcasecmp (word + n_digits, ordinals[i]) == 0)
      return add (date, 'd', number);
  return FALSE;
}

static gboolean
add_word (TypedDate *date, const char *word)
{
  gsize n_digits = strspn (word, "0123456789");
  int   month;

  if (n_digits > 0)
    return add_number (date, word, n_digits);
  if ((month = find_month (word)) != 0)
    return add (date, 'm', month);
  return date->n_words == 0 && is_weekday (word);
}

static gboolean
read_words (const char *text, TypedDate *date)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t,./-", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !add_word (date, words[i]))
      return FALSE;
  return TRUE;
}

static int
get_year (DatelineDay day)
{
  int year, month, day_of_month;

  dateline_day_get_ymd (day, &year, &month, &day_of_month);
  return year;
}

/**
 * dateline_day_parse_typed:
 * @text: what a person typed
 * @near_day: the day whose year holds when none is typed
 *
 * Reads "24 Jan 2024", "January 24, 2024", "Wed 24 Jan", "2024-01-24",
 * "24/1/2024" and "24.1.2024". Numbers alone are year first when the
 * first has four digits and day first otherwise; a year has four digits.
 *
 * Returns: the day, or %DATELINE_DAY_NONE when it is none of these
 */
DatelineDay
dateline_day_parse_typed (const char *text, DatelineDay near_day)
{
  static const struct
  {
    const char *kinds;
    int         year; /* which word; −1 for the year of @near_day */
    int         month;
    int         day;
  } orders[] = {
    { "ydd", 0, 1, 2 },
    { "ymd", 0, 1, 2 },
    { "ddy", 2, 1, 0 },
    { "dmy", 2, 1, 0 },
    { "mdy", 2, 0, 1 },
    { "dm", -1, 1, 0 },
    { "md", -1, 0, 1 },
  };
  TypedDate        date = { 0 };
  g_autofree char *ascii = NULL;

  g_return_val_if_fail (text != NULL, DATELINE_DAY_NONE);

  if (!g_utf8_validate (text, -1, NULL))
    return DATELINE_DAY_NONE;
  ascii = dateline_digits_to_ascii (text);
  if (!read_words (ascii, &date))
    return DATELINE_DAY_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (strcmp (date.kinds, orders[i].kinds) == 0)
      return dateline_day_new (orders[i].year >= 0 ? date.numbers[orders[i].year] : get_year (near_day),
                               date.numbers[orders[i].month],
                               date.numbers[orders[i].day]);

  return DATELINE_DAY_NONE;
}

/**
 * dateline_parse_last_days:
 * @text: what a person typed
 *
 * Reads "last 30 days", "last 2 weeks", "last month", "last year": a
 * month is thirty days, a year 365.
 *
 * Returns: how many days; 0 when it is none of these
 */
int
dateline_parse_last_days (const char *text)
{
  static const struct
  {
    const char *unit;
    int         n_days;
  } units[] = { { "day", 1 }, { "week", 7 }, { "month", 30 }, { "year", 365 } };
  g_autofree char *folded = g_ascii_strdown (text, -1);
  char             unit[8] = "";
  int              count = 1, end = 0;

  if (sscanf (folded, " last %7[a-z] %n", unit, &end) != 1 || folded[end] != '\0')
    {
      end = 0;
      if (sscanf (folded, " last %d %7[a-z] %n", &count, unit, &end) != 2 || folded[end] != '\0')
        return 0;
    }
  if (count < 1 || count > 9999)
    return 0;

  if (g_str_has_suffix (unit, "s"))
    unit[strlen (unit) - 1] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (unit, units[i].unit) == 0)
      return count * units[i].n_days;
  return 0;
}
