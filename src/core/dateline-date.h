/* dateline-date.h: civil days and intervals of time, without clock or locale
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A civil day: days since 1970-01-01, proleptic Gregorian. */
typedef gint32 DatelineDay;

#define DATELINE_DAY_NONE G_MININT32
#define DATELINE_SECONDS_PER_DAY 86400

/* The civil days of the region's replay: UTC+3, the zone of Iraq and
 * Yemen, and of Syria since October 2022. */
#define DATELINE_REGION_OFFSET_MINUTES 180

/* [start, end) in seconds since the Unix epoch, UTC.
 * Both are G_MININT64 when there is no date. */
typedef struct
{
  gint64 start;
  gint64 end;
} DatelineDateInterval;

#define DATELINE_DATE_INTERVAL_NONE ((DatelineDateInterval){ G_MININT64, G_MININT64 })

/* Bytes that any day or time can take, with the nul. */
#define DATELINE_ISO8601_SIZE 64

DatelineDay dateline_day_new (int year, int month, int day);
gboolean    dateline_day_is_valid_ymd (int year, int month, int day);
void        dateline_day_get_ymd (DatelineDay day, int *year, int *month, int *day_of_month);
int         dateline_day_get_weekday (DatelineDay day);
DatelineDay dateline_day_add_months (DatelineDay day, int n_months);
DatelineDay dateline_day_parse (const char *text, const char **rest);
char       *dateline_day_to_string (DatelineDay day);
gsize       dateline_day_write (char *out, DatelineDay day);

DatelineDateInterval dateline_date_interval_for_days (DatelineDay first, DatelineDay last, int offset_minutes);
gboolean             dateline_date_interval_is_set (DatelineDateInterval interval);
gboolean             dateline_date_interval_overlaps (DatelineDateInterval a, DatelineDateInterval b);
gboolean             dateline_date_interval_equal (DatelineDateInterval a, DatelineDateInterval b);
DatelineDay          dateline_day_at (gint64 seconds, int offset_minutes);
char                *dateline_seconds_to_iso8601 (gint64 seconds, int offset_minutes);
gsize                dateline_seconds_write_iso8601 (char *out, gint64 seconds, int offset_minutes);

G_END_DECLS
