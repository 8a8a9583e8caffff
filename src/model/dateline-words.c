/* dateline-words.c: values of the engine as words for people, translated
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dateline-words.h"

#include <glib/gi18n.h>

#include "dateline-locale-text.h"

/* In the order of data/lexicon/incident-types.tsv. */
static const char *const type_words[] = {
  N_ ("Air strike"),
  N_ ("Drone strike"),
  N_ ("Missile or rocket attack"),
  N_ ("Shelling"),
  N_ ("Armed clash"),
  N_ ("Bombing"),
  N_ ("Suicide bombing"),
  N_ ("Car bombing"),
  N_ ("Shooting"),
  N_ ("Abduction"),
  N_ ("Naval attack"),
  N_ ("Interception"),
  N_ ("Chemical attack"),
  N_ ("Raid"),
  N_ ("Change of control"),
  N_ ("Sabotage"),
  N_ ("Attack"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (type_words) == DATELINE_N_INCIDENT_TYPES);

/* The reader's choice, the same in all windows. Main thread only. */
static DatelineDisplayZone display_zone = DATELINE_ZONE_INCIDENT;

static const char *const where_words[] = {
  N_ ("Unknown place"),
  N_ ("Exact place"),
  N_ ("Near the place, within about 25 km"),
  N_ ("District"),
  N_ ("Governorate"),
  N_ ("Region, no exact place"),
  N_ ("Country only"),
  N_ ("At sea or in the air"),
};

static const char *const date_words[] = {
  N_ ("Unknown date"),
  N_ ("Exact day"),
  N_ ("Within two to six days"),
  N_ ("Within a week"),
  N_ ("Within a month"),
  N_ ("Within a year"),
};

static const char *const status_words[] = {
  NC_ ("actor", "Asserted"),
  NC_ ("actor", "Claimed"),
  NC_ ("actor", "Alleged"),
  NC_ ("actor", "Denied"),
};

static const char *const grade_words[] = {
  NC_ ("grade", "Confirmed"),
  NC_ ("grade", "Fair"),
  NC_ ("grade", "Weak"),
  NC_ ("grade", "Contested"),
};

/**
 * dateline_incident_type_to_words:
 * @type: a type
 *
 * Returns: its name, as in "Air strike"
 */
const char *
dateline_incident_type_to_words (DatelineIncidentType type)
{
  g_return_val_if_fail (type < G_N_ELEMENTS (type_words), NULL);

  return _ (type_words[type]);
}

/**
 * dateline_where_precision_to_words:
 * @precision: how exactly the place is known
 *
 * Returns: what the marker stands for, as in "Governorate"
 */
const char *
dateline_where_precision_to_words (DatelineWherePrecision precision)
{
  g_return_val_if_fail (precision < G_N_ELEMENTS (where_words), NULL);

  return _ (where_words[precision]);
}

const char *
dateline_date_precision_to_words (DatelineDatePrecision precision)
{
  g_return_val_if_fail (precision < G_N_ELEMENTS (date_words), NULL);

  return _ (date_words[precision]);
}

const char *
dateline_actor_status_to_words (DatelineActorStatus status)
{
  g_return_val_if_fail (status < G_N_ELEMENTS (status_words), NULL);

  return g_dpgettext2 (NULL, "actor", status_words[status]);
}

const char *
dateline_grade_to_words (DatelineGrade grade)
{
  g_return_val_if_fail (grade < G_N_ELEMENTS (grade_words), NULL);

  return g_dpgettext2 (NULL, "grade", grade_words[grade]);
}

/* Seconds since the epoch in the zone's own clock, as GDateTime writes them. */
static char *
format_seconds (gint64 seconds, int offset_minutes, const char *format)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (seconds + offset_minutes * 60);

  /* Only the years 1–9999 can be written. */
  return moment != NULL ? dateline_localize_digits (g_date_time_format (moment, format), NULL) : g_strdup (_ ("Unknown date"));
}

static char *
format_day (DatelineDay day, const char *format)
{
  return format_seconds ((gint64) day * DATELINE_SECONDS_PER_DAY, 0, format);
}

/**
 * dateline_day_to_words:
 * @day: a civil day
 *
 * Returns: (transfer full): "24 January 2024"
 */
char *
dateline_day_to_words (DatelineDay day)
{
  if (day == DATELINE_DAY_NONE)
    return g_strdup (_ ("Unknown date"));

  /* Translators: a day as in "24 January 2024"; see g_date_time_format() */
  return format_day (day, _ ("%-d %B %Y"));
}

/* From @first to @last, both included, as briefly as is clear. */
static char *
format_days (DatelineDay first, DatelineDay last)
{
  g_autofree char *begin = NULL;
  g_autofree char *end = dateline_day_to_words (last);
  int              year, month, day, last_year, last_month, last_day;

  dateline_day_get_ymd (first, &year, &month, &day);
  dateline_day_get_ymd (last, &last_year, &last_month, &last_day);

  if (first == last)
    return g_steal_pointer (&end);
  if (day == 1 && dateline_day_add_months (first, 12) == last + 1 && month == 1)
    return format_day (first, "%Y");
  if (day == 1 && dateline_day_add_months (first, 1) == last + 1)
    /* Translators: a whole month as in "January 2024" */
    return format_day (first, _ ("%B %Y"));
  if (year == last_year && month == last_month)
    {
      begin = format_day (first, "%-d");
      /* Translators: days of one month, as in "22–23 January 2024" */
      return g_strdup_printf (_ ("%s–%s"), begin, end);
    }

  /* Translators: a day whose year follows later, as in "30 January" */
  begin = year == last_year ? format_day (first, _ ("%-d %B")) : dateline_day_to_words (first);
  /* Translators: from one day to another, as in "30 January – 2 February 2024" */
  return g_strdup_printf (_ ("%s – %s"), begin, end);
}

static char *
format_offset (int offset_minutes)
{
  return dateline_strdup_printf ("UTC%c%02d:%02d", offset_minutes < 0 ? '-' : '+',
                                 ABS (offset_minutes) / 60, ABS (offset_minutes) % 60);
}

/* An interval that is told by the clock. */
static char *
format_moments (DatelineDateInterval interval, int offset_minutes)
{
  DatelineDay      first = dateline_day_at (interval.start, offset_minutes);
  DatelineDay      last = dateline_day_at (interval.end, offset_minutes);
  g_autofree char *day = dateline_day_to_words (first);
  g_autofree char *last_day = dateline_day_to_words (last);
  g_autofree char *begin = format_seconds (interval.start, offset_minutes, "%H:%M");
  g_autofree char *end = format_seconds (interval.end, offset_minutes, "%H:%M");
  g_autofree char *zone = format_offset (offset_minutes);

  if (interval.end - interval.start <= 60)
    /* Translators: day, time and zone, as in "24 January 2024, 00:15 (UTC+03:00)" */
    return g_strdup_printf (_ ("%s, %s (%s)"), day, begin, zone);
  if (first == last)
    /* Translators: day, from, to and zone, as in "24 January 2024, 00:15–03:00 (UTC+03:00)" */
    return g_strdup_printf (_ ("%s, %s–%s (%s)"), day, begin, end, zone);
  if (last == first + 1 && (interval.end + offset_minutes * 60) % DATELINE_SECONDS_PER_DAY == 0)
    return dateline_strdup_printf (_ ("%s, %s–%s (%s)"), day, begin, "24:00", zone);

  /* Translators: day and time, to day and time, and zone */
  return g_strdup_printf (_ ("%s, %s – %s, %s (%s)"), day, begin, last_day, end, zone);
}

/* Of the zone that hours are shown in, at that moment. */
static int
get_offset_minutes (const DatelineWhen *when)
{
  g_autoptr (GTimeZone) zone = NULL;

  switch (display_zone)
    {
    case DATELINE_ZONE_UTC:
      return 0;
    case DATELINE_ZONE_COMPUTER:
      zone = g_time_zone_new_local ();
      return g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, when->interval.start)) / 60;
    case DATELINE_ZONE_INCIDENT:
    default:
      return when->offset_minutes;
    }
}

static gboolean
is_whole_days (DatelineDateInterval interval, int offset_minutes)
{
  gint64 start = interval.start + offset_minutes * 60;
  gint64 end = interval.end + offset_minutes * 60;

  return start % DATELINE_SECONDS_PER_DAY == 0 && end % DATELINE_SECONDS_PER_DAY == 0 && end > start;
}

/**
 * dateline_words_set_zone:
 * @zone: whose clock hours are shown by from now on
 */
void
dateline_words_set_zone (DatelineDisplayZone zone)
{
  display_zone = zone;
}

/**
 * dateline_when_to_words:
 * @when: a date with its precision
 *
 * Returns: (transfer full): "24 January 2024, 00:15 (UTC+03:00)",
 *   "22–23 January 2024", "January 2024" or "Unknown date"; what rests on
 *   the article's own date alone says so
 */
char *
dateline_when_to_words (const DatelineWhen *when)
{
  g_autofree char *words = NULL;

  if (!dateline_date_interval_is_set (when->interval))
    return g_strdup (_ ("Unknown date"));

  if (is_whole_days (when->interval, when->offset_minutes))
    words = format_days (dateline_day_at (when->interval.start, when->offset_minutes),
                         dateline_day_at (when->interval.end - 1, when->offset_minutes));
  else
    words = format_moments (when->interval, get_offset_minutes (when));

  if (!when->assumed)
    return g_steal_pointer (&words);
  /* Translators: a date that no word of the article gives */
  return g_strdup_printf (_ ("%s, assumed from the article’s date"), words);
}

static GPtrArray *
get_site_names (const DatelineIncident *incident)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < incident->places->len; i++)
    {
      const DatelinePlace *place = &g_array_index (incident->places, DatelinePlace, i);

      if (place->role == DATELINE_PLACE_SITE && place->name != NULL)
        g_ptr_array_add (names, dateline_isolate (place->name));
    }
  return names;
}

/**
 * dateline_incident_to_title:
 * @incident: an incident
 *
 * Returns: (transfer full): what and where, "Air strike · Jurf al-Sakhar"
 */
char *
dateline_incident_to_title (const DatelineIncident *incident)
{
  g_autoptr (GPtrArray) names = get_site_names (incident);
  const char           *type = dateline_incident_type_to_words (incident->type);

  if (names->len == 0)
    return g_strdup (type);
  if (names->len == 1)
    /* Translators: what and where, as in "Air strike · Mosul" */
    return g_strdup_printf (_ ("%s · %s"), type, (char *) names->pdata[0]);
  if (names->len == 2)
    /* Translators: what and where, two places */
    return g_strdup_printf (_ ("%s · %s, %s"), type, (char *) names->pdata[0], (char *) names->pdata[1]);

  /* Translators: what, where, and how many further places */
  return dateline_strdup_printf (ngettext ("%s · %s and %u more", "%s · %s and %u more", names->len - 1),
                                 type, (char *) names->pdata[0], names->len - 1);
}
